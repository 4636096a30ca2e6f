//! Routes of asking that somebody else looks again, from inside and from before the door.

use super::{Subject, store, views};
use crate::base::{Act, Error, Problem, Result, text};
use crate::features::sessions;
use crate::ui::{Now, Place, Said};
use crate::web::{Answer, Done, Gate, Page, Routes, Visit};

/// Every route of this feature.
pub fn routes() -> Routes {
    Routes::default().get("/appeals/new", Gate::Member, new).post("/appeals", Gate::Member, create).post(
        "/appeals/outside",
        Gate::Open,
        create_outside,
    )
}

/// What an address or a form names.
fn subject(decision: &str, sanction: &str) -> Result<Subject> {
    match (decision.parse::<u32>(), sanction.parse::<u32>()) {
        (Ok(id), Err(_)) => Ok(Subject::Decision(i64::from(id))),
        (Err(_), Ok(id)) => Ok(Subject::Sanction(i64::from(id))),
        _ => Err(Error::NotFound),
    }
}

async fn new(visit: Visit) -> Answer {
    let subject = subject(visit.query().text("decision"), visit.query().text("sanction"))?;
    new_page(&visit, subject, "", &Said::default(), false).await
}

async fn new_page(visit: &Visit, subject: Subject, words: &str, said: &Said, failed: bool) -> Answer {
    let (about, now) = visit
        .read(|look| {
            let now = Now::new(look.now_ms(), &visit.rules().time_zone);
            Ok((store::about_mine(look, subject)?, now))
        })
        .await?;
    let lang = visit.lang();
    let main = views::new(lang, &visit.same_site(), &now, (subject, &about), words, said);
    let page = Page::new(lang.appeal_new(), Place::Me, main);
    visit.show(if failed { page.with_problems() } else { page })
}

async fn create(visit: Visit) -> Answer {
    let subject = subject(visit.form.text("decision"), visit.form.text("sanction"))?;
    visit.pace("appeal", 10, 60.0)?;
    let words = visit.form.text("words").to_owned();
    let sent = words.clone();
    match visit.write(Act::AddAppeal, move |change| super::add(change, subject, &sent)).await {
        Ok(_) => visit.go("/my/record", Some(Done::Saved)),
        Err(Error::Invalid(problems)) => {
            new_page(&visit, subject, &words, &Said::new(visit.lang(), &problems), true).await
        }
        Err(error) => Err(error),
    }
}

/// From the page that somebody reads who is suspended: the password is typed once more, and nobody is signed in by it.
async fn create_outside(visit: Visit) -> Answer {
    let username = text::line(visit.form.text("username")).to_lowercase();
    let words = visit.form.text("words").to_owned();
    let again = |problems| {
        let said = Said::new(visit.lang(), &problems);
        let main = views::outside(visit.lang(), &visit.same_site(), &username, &words, &said);
        visit.show(Page::new(visit.lang().appeal_new(), Place::Elsewhere, main).with_problems())
    };
    let Some(kept) = sessions::kept_out(&visit, &username).await? else {
        return again(vec![("password", Problem::WrongSignIn)]);
    };
    let sent = words.clone();
    let add = move |change: &mut crate::db::Change<'_>| {
        super::add_from_outside(change, kept.account, kept.id, kept.day, &sent)
    };
    match visit.write(Act::AddAppeal, add).await {
        Ok(_) => {
            visit.show(Page::new(visit.lang().appeal_sent(), Place::Elsewhere, views::sent(visit.lang())))
        }
        Err(Error::Invalid(problems)) => again(problems),
        Err(error) => Err(error),
    }
}
