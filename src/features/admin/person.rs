//! Routes by which staff act on one account.

use super::make::{duties_of, groups_of, role_of};
use super::pages::{hashed, show_slips};
use super::slips::Slip;
use super::{person_views as views, store, talk_store};
use crate::base::{AccountId, Act, Duty, Error, Result, Sanction, Standing};
use crate::features::accounts::{self, Known};
use crate::features::leaving::{self, Closing};
use crate::features::sanctions;
use crate::features::sessions::{self, Live};
use crate::ui::{Now, Place, Said};
use crate::web::{Answer, Done, Gate, Page, Routes, Visit};
use std::collections::HashSet;

/// Routes by which staff act on one account.
pub(super) fn routes() -> Routes {
    let gate = Gate::Holds(Duty::Accounts);
    Routes::default()
        .get("/admin/people/{id}", gate, show)
        .post("/admin/people/{id}", gate, update)
        .post("/admin/people/{id}/groups", gate, groups)
        .post("/admin/people/{id}/standing", gate, standing)
        .post("/admin/people/{id}/password", gate, password)
        .post("/admin/people/{id}/sessions/{session}/end", gate, end)
}

/// Everything that the page of one account shows.
struct Looked {
    person: Known,
    groups: Vec<store::Offered>,
    is_in: HashSet<crate::base::GroupId>,
    sessions: Vec<Live>,
    closing: Option<(Closing, i64)>,
    talk: talk_store::TalkOf,
    stands: Vec<(Sanction, Option<i64>)>,
    now_ms: i64,
}

async fn look_at(visit: &Visit, id: AccountId) -> Result<Looked> {
    visit
        .read(|look| {
            Ok(Looked {
                person: accounts::find(look, id)?,
                groups: store::groups(look)?,
                is_in: store::groups_of(look, id)?.into_iter().collect(),
                sessions: sessions::of(look, id)?,
                closing: match leaving::find(look, id)? {
                    Some(closing) => {
                        let left = leaving::days_left(&closing, crate::features::days::today(look)?);
                        Some((closing, left))
                    }
                    None => None,
                },
                talk: talk_store::talk_of(look, id)?,
                stands: sanctions::standing(look, id)?,
                now_ms: look.now_ms(),
            })
        })
        .await
}

async fn show(visit: Visit) -> Answer {
    let id = visit.part("id")?;
    page(&visit, id, &Said::default(), false).await
}

/// The page of one account; `failed` where a form of it comes back.
pub(super) async fn page(visit: &Visit, id: AccountId, said: &Said, failed: bool) -> Answer {
    let looked = look_at(visit, id).await?;
    let (form, person) = (&visit.form, &looked.person);
    // Another form of the page may have come back.
    let typed = failed && form.all("shown_name").next().is_some();
    let values = views::Values {
        shown_name: if typed { form.text("shown_name") } else { &person.shown_name },
        username: &person.username,
        role: if typed { role_of(form) } else { person.role },
        duties: if typed { duties_of(form) } else { person.duties },
        groups: &looked.is_in,
    };
    let now = Now::new(looked.now_ms, &visit.rules().time_zone);
    let asker =
        views::Asker { viewer: visit.viewer(), kind: visit.rules().kind, same_site: &visit.same_site() };
    let shown = views::Person {
        person,
        values: &values,
        groups: &looked.groups,
        sessions: &looked.sessions,
        closing: looked.closing.as_ref(),
        talk: &looked.talk,
        stands: &looked.stands,
        rule: visit.rules().talk,
        pair: form.text("pair"),
        now: &now,
        own_session: visit.session()?.id,
    };
    let main = views::person(visit.lang(), &asker, &shown, said);
    let page = Page::new(&person.shown_name, Place::Admin, main);
    visit.show(if failed { page.with_problems() } else { page })
}

fn back(visit: &Visit, id: AccountId) -> Answer {
    visit.go(&format!("/admin/people/{id}"), Some(Done::Saved))
}

async fn update(visit: Visit) -> Answer {
    let id: AccountId = visit.part("id")?;
    let shown_name = visit.form.text("shown_name").to_owned();
    // Of oneself, and of those above, the form has no role: theirs stays.
    let rank = (!visit.form.text("role").is_empty()).then(|| (role_of(&visit.form), duties_of(&visit.form)));
    let done = visit
        .write(Act::EditAccount, move |change| {
            let before = accounts::find(change, id)?;
            let (role, duties) = rank.unwrap_or((before.role, before.duties));
            accounts::edit(change, id, &shown_name, role, duties)?;
            if before.shown_name == shown_name { Ok(()) } else { super::judge_name(change, &shown_name) }
        })
        .await;
    match done {
        Ok(()) => back(&visit, id),
        Err(Error::Invalid(problems)) => page(&visit, id, &Said::new(visit.lang(), &problems), true).await,
        Err(error) => Err(error),
    }
}

async fn groups(visit: Visit) -> Answer {
    let id: AccountId = visit.part("id")?;
    let (was, now) = (groups_of(&visit.form, "was"), groups_of(&visit.form, "groups"));
    visit.write(Act::EditAccount, move |change| super::set_groups(change, id, &was, &now)).await?;
    back(&visit, id)
}

async fn standing(visit: Visit) -> Answer {
    let id: AccountId = visit.part("id")?;
    // All else is a sanction, with a reason and an end.
    let standing = match Standing::parse(visit.form.text("standing")) {
        Some(standing @ (Standing::Active | Standing::Left)) => standing,
        _ => return Err(Error::NotOurs),
    };
    visit
        .write(Act::ChangeStanding, move |change| {
            match standing {
                Standing::Left => accounts::stand(change, id, standing)?,
                _ => accounts::bring_back(change, id)?,
            }
            leaving::stood(change, id, standing)
        })
        .await?;
    back(&visit, id)
}

async fn password(visit: Visit) -> Answer {
    let id: AccountId = visit.part("id")?;
    visit.pace("reset password", 60, 1.0)?;
    let person = visit.read(|look| accounts::find(look, id)).await?;
    let password = accounts::one_time_password();
    let hash = hashed(&visit, std::slice::from_ref(&password)).await?.pop().ok_or(Error::Busy)?;
    visit.write(Act::ResetPassword, move |change| accounts::reset(change, id, &hash, true)).await?;
    show_slips(&visit, vec![Slip { shown_name: person.shown_name, username: person.username, password }])
}

async fn end(visit: Visit) -> Answer {
    let id: AccountId = visit.part("id")?;
    let session = visit.part::<crate::base::ItemId>("session")?.0;
    visit.write(Act::SignOut, move |change| sessions::end_of(change, id, session)).await?;
    back(&visit, id)
}
