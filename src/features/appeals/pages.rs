//! Routes of asking that somebody else looks again, from inside and from before the door, and of answering.

use super::{Outcome, Subject, check_decider, store, views};
use crate::base::{Act, Duty, Error, Problem, Result, limits, text};
use crate::features::sessions;
use crate::ui::{Now, Place, Said};
use crate::web::{Answer, Done, Gate, Page, Routes, Visit};

/// Every route of this feature.
pub fn routes() -> Routes {
    let staff = Gate::Holds(Duty::Moderate);
    Routes::default()
        .get("/appeals/new", Gate::Member, new)
        .post("/appeals", Gate::Member, create)
        .post("/appeals/outside", Gate::Open, create_outside)
        .get("/desk/appeals", staff, list)
        .get("/desk/appeals/{id}", staff, show)
        .post("/desk/appeals/{id}", staff, update)
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

async fn list(visit: Visit) -> Answer {
    let place = |name: &str, else_: i64| visit.query().text(name).parse::<i64>().unwrap_or(else_);
    let (after, before) = (place("after", 0), place("before", i64::MAX));
    let most = limits::LIST_PAGE + 1;
    let (mut open, mut done, names, now) = visit
        .read(|look| {
            let (open, done) = (store::open(look, after, most)?, store::done(look, before, most)?);
            let names = store::names(look, open.iter().chain(&done).map(|appeal| appeal.account))?;
            Ok((open, done, names, Now::new(look.now_ms(), &visit.rules().time_zone)))
        })
        .await?;
    let (more_open, more_done) = (open.len() > limits::LIST_PAGE, done.len() > limits::LIST_PAGE);
    open.truncate(limits::LIST_PAGE);
    done.truncate(limits::LIST_PAGE);
    let later = open.last().filter(|_| more_open).map(|last| format!("/desk/appeals?after={}", last.id));
    let older = done.last().filter(|_| more_done).map(|last| format!("/desk/appeals?before={}", last.id));
    let shown = views::List {
        open: &open,
        done: &done,
        names: &names,
        later: later.as_deref(),
        older: older.as_deref(),
        now: &now,
    };
    let lang = visit.lang();
    visit.show(Page::new(lang.appeal_all(), Place::Desk, views::list(lang, &shown)).wide())
}

async fn show(visit: Visit) -> Answer {
    page(&visit, &Said::default(), false).await
}

async fn page(visit: &Visit, said: &Said, failed: bool) -> Answer {
    let id: u32 = visit.part("id")?;
    let (appeal, decider, names, now) = visit
        .read(|look| {
            let appeal = store::find(look, i64::from(id))?;
            let decider = match check_decider(look, &appeal) {
                Ok(same) => Some(same),
                Err(Error::Forbidden) => None,
                Err(error) => return Err(error),
            };
            let by = appeal.decided.as_ref().and_then(|decided| decided.by);
            let people = [Some(appeal.account), appeal.about.by, by].into_iter().flatten();
            let names = store::names(look, people)?;
            Ok((appeal, decider, names, Now::new(look.now_ms(), &visit.rules().time_zone)))
        })
        .await?;
    let shown = views::Shown {
        appeal: &appeal,
        decider,
        names: &names,
        now: &now,
        outcome: Outcome::parse(visit.form.text("outcome")),
        answer: visit.form.text("answer"),
        said,
    };
    let lang = visit.lang();
    let main = views::one(lang, &visit.same_site(), &shown);
    let page = Page::new(lang.appeal_title(), Place::Desk, main).wide();
    visit.show(if failed { page.with_problems() } else { page })
}

async fn update(visit: Visit) -> Answer {
    let id: u32 = visit.part("id")?;
    let decided = match Outcome::parse(visit.form.text("outcome")) {
        Some(outcome) => {
            let answer = visit.form.text("answer").to_owned();
            let decide = move |change: &mut crate::db::Change<'_>| {
                super::decide(change, i64::from(id), outcome, &answer)
            };
            visit.write(Act::DecideAppeal, decide).await
        }
        None => Err(Error::field("outcome", Problem::Missing)),
    };
    match decided {
        Ok(()) => visit.go("/desk/appeals", Some(Done::Saved)),
        Err(Error::Invalid(problems)) => page(&visit, &Said::new(visit.lang(), &problems), true).await,
        // Somebody else was quicker: the page says what they decided.
        Err(Error::NotFound) => page(&visit, &Said::default(), false).await,
        Err(error) => Err(error),
    }
}
