//! Routes of signing in and out.

use super::views;
use crate::base::{AccountId, Act, Error, Problem, Result, text};
use crate::features::accounts::{self, Hashers, Password};
use crate::features::sessions::store;
use crate::ui::{Now, Place, Said};
use crate::web::{Answer, Done, Gate, NewSession, Page, Routes, Visit};

/// Every route of this feature.
pub fn routes() -> Routes {
    Routes::default()
        .get("/sign-in", Gate::Open, new)
        .post("/sign-in", Gate::Open, create)
        .post("/sign-out", Gate::Choosing, remove)
        .get("/password", Gate::Choosing, choose)
        .post("/password", Gate::Choosing, chosen)
        .get("/my/sessions", Gate::Member, list)
        .post("/my/sessions/{id}/end", Gate::Member, end)
}

async fn new(visit: Visit) -> Answer {
    if visit.someone().is_some() {
        return visit.go("/", None);
    }
    sign_in_page(&visit, "", visit.query().text("next"), &Said::default(), false)
}

fn sign_in_page(visit: &Visit, username: &str, next: &str, said: &Said, failed: bool) -> Answer {
    let lang = visit.lang();
    let main = views::sign_in(lang, &visit.same_site(), username, next, said);
    let page = Page::new(lang.nav_sign_in(), Place::Elsewhere, main);
    visit.show(if failed { page.with_problems() } else { page })
}

async fn create(visit: Visit) -> Answer {
    let username = text::line(visit.form.text("username")).to_lowercase();
    let password = Password(visit.form.text("password").to_owned());
    let next = visit.form.text("next").to_owned();
    let again = |problem| {
        let said = Said::new(visit.lang(), &vec![("password", problem)]);
        sign_in_page(&visit, &username, &next, &said, true)
    };
    if username.is_empty() || password.0.is_empty() || password.0.len() > 1024 {
        return again(Problem::WrongSignIn);
    }
    slow_down(&visit, &username)?;
    let found = visit.read(|look| store::find_for_sign_in(look, &username)).await?;
    let known = found.as_ref().map(|found| found.account);
    let hash = found.as_ref().map(|found| found.password_hash.clone());
    let right = visit.tool::<Hashers>()?.verify(password, hash).await?;
    match found {
        Some(found) if right && found.may_sign_in => {
            visit.pace_forget("sign-in", &format!("{username} {}", visit.browser()));
            let session = NewSession::new();
            let (hash, device, address) = (session.hash(), visit.device(), visit.address().to_owned());
            let begin = move |change: &mut crate::db::Change<'_>| {
                super::begin(change, found.account, hash, device, &address)
            };
            visit.write(Act::SignIn, begin).await?;
            visit.go_signed_in(own_path(&next), &session)
        }
        found => {
            visit.write(Act::RefuseSignIn, move |change| super::refuse(change, known)).await?;
            // Only whoever knows the password learns that it is right, and why it opens nothing.
            match found.filter(|found| right && found.suspended) {
                Some(found) => kept_out(&visit, found.account).await,
                None => again(Problem::WrongSignIn),
            }
        }
    }
}

/// What somebody reads who is suspended: why, until when, and what staff say to them.
async fn kept_out(visit: &Visit, account: AccountId) -> Answer {
    let kept = visit.read(|look| store::kept_out(look, account)).await?.ok_or(Error::SignIn)?;
    let lang = visit.lang();
    let now = Now::new(visit.now_ms(), &visit.rules().time_zone);
    let main = views::kept_out(lang, visit.rules().kind, &now, &kept);
    visit.show(Page::new(lang.sanction_out_title(), Place::Elsewhere, main).closed())
}

/// Before hashing: the pair of account and browser first, so that a classmate at the next computer
/// cannot lock anybody out; the account with a far higher ceiling; the address, which a class shares, last.
fn slow_down(visit: &Visit, username: &str) -> Result<()> {
    visit.pace_by("sign-in", &format!("{username} {}", visit.browser()), 8, 30.0)?;
    visit.pace_by("sign-in account", username, 100, 6.0)?;
    visit.pace_by("sign-in address", visit.address(), 600, 0.2)
}

/// Where somebody wanted to go, as an address carried it. Only paths of ours: never `//elsewhere`, never a scheme.
pub fn own_path(next: &str) -> &str {
    let own = next.starts_with('/') && !next.starts_with("//") && !next.contains(['\\', '\r', '\n']);
    if own && !next.starts_with("/sign-in") { next } else { "/" }
}

async fn remove(visit: Visit) -> Answer {
    let id = visit.session()?.id;
    visit.write(Act::SignOut, move |change| super::end(change, id)).await?;
    visit.go_signed_out("/sign-in")
}

async fn choose(visit: Visit) -> Answer {
    password_page(&visit, &Said::default(), false)
}

fn password_page(visit: &Visit, said: &Said, failed: bool) -> Answer {
    let (lang, session) = (visit.lang(), visit.session()?);
    let main = views::password(lang, &visit.same_site(), session, said);
    let page = Page::new(lang.password_title(), Place::Me, main);
    visit.show(if failed { page.with_problems() } else { page })
}

async fn chosen(visit: Visit) -> Answer {
    let session = visit.session()?;
    let (keep, role, username) = (session.id, session.role, session.username.clone());
    let (present, new, again) =
        (visit.form.text("present").to_owned(), visit.form.text("new").to_owned(), visit.form.text("again"));
    let checked = check_new(&visit, &present, &new, again, &username, role).await;
    match checked {
        Ok(()) => (),
        Err(Error::Invalid(problems)) => {
            return password_page(&visit, &Said::new(visit.lang(), &problems), true);
        }
        Err(error) => return Err(error),
    }
    let hash = visit.tool::<Hashers>()?.hash(Password(new)).await?;
    visit.write(Act::ChoosePassword, move |change| accounts::choose(change, &hash, keep)).await?;
    visit.go("/", Some(Done::PasswordChosen))
}

async fn check_new(
    visit: &Visit,
    present: &str,
    new: &str,
    again: &str,
    username: &str,
    role: crate::base::Role,
) -> Result<()> {
    accounts::fit_password("new", new, username, role)?;
    if new != again {
        return Err(Error::field("again", Problem::NotTheSame));
    }
    if new == present {
        return Err(Error::field("new", Problem::TooCommon));
    }
    visit.pace("password", 10, 30.0)?;
    let hash = visit.read(store::own_hash).await?;
    let right = visit.tool::<Hashers>()?.verify(Password(present.to_owned()), Some(hash)).await?;
    if right { Ok(()) } else { Err(Error::field("present", Problem::WrongPassword)) }
}

/// Whoever sent this form typed the password of the session's account once more, in this field: before something that
/// a page left open must not let others do.
///
/// # Errors
/// `Invalid` for the field where it is another; `Slow` after too many tries.
pub async fn prove(visit: &Visit, field: &'static str) -> Result<()> {
    let typed = visit.form.text(field).to_owned();
    if typed.is_empty() {
        return Err(Error::field(field, Problem::Missing));
    }
    visit.pace("password", 10, 30.0)?;
    let hash = visit.read(store::own_hash).await?;
    let right = typed.len() <= 1024 && visit.tool::<Hashers>()?.verify(Password(typed), Some(hash)).await?;
    if right { Ok(()) } else { Err(Error::field(field, Problem::WrongPassword)) }
}

async fn list(visit: Visit) -> Answer {
    let (lang, own) = (visit.lang(), visit.session()?.id);
    let (sessions, now) = visit.read(|look| Ok((super::of(look, look.me()?)?, look.now_ms()))).await?;
    let now = Now::new(now, &visit.rules().time_zone);
    let main = views::sessions(lang, &visit.same_site(), &now, &sessions, own);
    visit.show(Page::new(lang.sessions_title(), Place::Me, main))
}

async fn end(visit: Visit) -> Answer {
    let id = visit.part::<crate::base::ItemId>("id")?.0;
    if id == visit.session()?.id {
        return remove(visit).await;
    }
    visit.write(Act::SignOut, move |change| super::end(change, id)).await?;
    visit.go("/my/sessions", Some(Done::Saved))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signing_in_leads_only_to_pages_of_ours() {
        assert_eq!(own_path("/posts/7?x=1"), "/posts/7?x=1");
        for elsewhere in ["", "//evil.example", "http://evil.example", "/\\evil.example", "/sign-in", "posts"]
        {
            assert_eq!(own_path(elsewhere), "/", "{elsewhere}");
        }
    }
}
