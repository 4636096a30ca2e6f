//! Routes of asking for a Reading: what it is about, why, and in words.

use super::{Target, ask_views, talk_store};
use crate::base::{AccountId, Act, Duty, Error, ItemId, Problem, Result};
use crate::features::desk;
use crate::features::moderation::ReadingReason;
use crate::ui::{Place, Said};
use crate::web::upload::Form;
use crate::web::{Answer, Gate, Page, Routes, Visit};

pub(super) fn routes() -> Routes {
    let gate = Gate::Holds(Duty::Safeguard);
    Routes::default().get("/readings/new", gate, new).post("/readings", gate, create)
}

/// What the address, or the form, asks about.
fn target(form: &Form) -> Option<Target> {
    let number = |name: &str| form.text(name).parse::<i64>().ok();
    if let Some(case) = number("case") {
        return Some(Target::Case(ItemId(case)));
    }
    if let (Some(reading), Some(conversation)) = (number("reading"), number("conversation")) {
        return Some(Target::Named { reading, conversation: ItemId(conversation) });
    }
    number("person").map(|person| of_person(form, AccountId(person)))
}

/// What of somebody: what they post for few, or else with whom they talk.
fn of_person(form: &Form, person: AccountId) -> Target {
    if form.text("what") == "posts" { Target::Posts(person) } else { Target::Person(person) }
}

async fn new(visit: Visit) -> Answer {
    let username = visit.query().text("username").trim().to_owned();
    let target = match target(visit.query()) {
        Some(target) => Some(target),
        None if username.is_empty() => None,
        None => {
            let found = visit.read(|look| talk_store::person(look, &username)).await?;
            found.map(|person| of_person(visit.query(), person))
        }
    };
    // An unknown name leads back to where it was typed.
    let Some(target) = target else { return visit.go("/readings?nobody=1", None) };
    page(&visit, target, &Said::default(), false).await
}

async fn page(visit: &Visit, target: Target, said: &Said, failed: bool) -> Answer {
    let (about, people) = visit
        .read(|look| {
            let about = talk_store::about(look, target)?;
            let people = desk::people(look, about.people.iter().map(|id| id.0))?;
            Ok((about, people))
        })
        .await?;
    let asked = if failed { &visit.form } else { visit.query() };
    let drawn = ask_views::Asking {
        target,
        about: &about,
        people: &people,
        same_site: &visit.same_site(),
        reason: ReadingReason::parse(asked.text("reason")),
        words: asked.text("words"),
        rules: visit.rules(),
        said,
    };
    let main = ask_views::ask(visit.lang(), &drawn);
    let page = Page::new(visit.lang().readings_open_title(), Place::Readings, main);
    visit.show(if failed { page.with_problems() } else { page })
}

async fn create(visit: Visit) -> Answer {
    visit.pace("reading", 20, 30.0)?;
    let target = target(&visit.form).ok_or(Error::NotFound)?;
    match open(&visit, target).await {
        Ok(id) => visit.go(&format!("/readings/{id}"), None),
        Err(Error::Invalid(problems)) => {
            page(&visit, target, &Said::new(visit.lang(), &problems), true).await
        }
        Err(error) => Err(error),
    }
}

async fn open(visit: &Visit, target: Target) -> Result<i64> {
    let reason = ReadingReason::parse(visit.form.text("reason"));
    let reason = reason.ok_or_else(|| Error::field("reason", Problem::Missing))?;
    let (words, rules) = (visit.form.text("words").to_owned(), visit.rules().clone());
    visit.write(Act::OpenReading, move |change| super::open(change, &rules, target, reason, &words)).await
}
