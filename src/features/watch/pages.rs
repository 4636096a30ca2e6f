//! Routes of the rules for words.

use super::store::{self, Filter};
use super::typed::Typed;
use super::views;
use crate::base::watch::{Engine, Hit, Rule, Surface, Surfaces};
use crate::base::{Act, Duty, Error, Problems, Result, limits, text};
use crate::ui::{Now, Place, Said};
use crate::web::{Answer, Done, Gate, Page, Routes, Visit};

const KEEPERS: Gate = Gate::Holds(Duty::Settings);

/// Every route of this feature.
pub fn routes() -> Routes {
    Routes::default()
        .get("/watch", KEEPERS, list)
        .get("/watch/new", KEEPERS, new)
        .post("/watch", KEEPERS, create)
        .get("/watch/{id}", KEEPERS, edit)
        .post("/watch/{id}", KEEPERS, update)
        .post("/watch/{id}/switch", KEEPERS, switch)
        .post("/watch/{id}/remove", KEEPERS, remove)
}

fn number(visit: &Visit) -> Result<i64> {
    visit.part::<u32>("id").map(i64::from)
}

/// What the address says which rules to show.
fn filter(visit: &Visit) -> Filter {
    let asked = |name: &str| text::line(visit.query().text(name));
    Filter {
        words: asked("words"),
        action: asked("action"),
        category: asked("category"),
        language: asked("language").to_lowercase(),
        state: asked("state"),
    }
}

async fn list(visit: Visit) -> Answer {
    let filter = filter(&visit);
    let before = visit.query().text("before").parse().unwrap_or(i64::MAX);
    let (mut rules, count, now) = visit
        .read(|look| {
            let rules = store::list(look, &filter, before, limits::LIST_PAGE + 1)?;
            Ok((rules, store::count(look)?, look.now_ms()))
        })
        .await?;
    let more = rules.len() > limits::LIST_PAGE;
    rules.truncate(limits::LIST_PAGE);
    let now = Now::new(now, &visit.rules().time_zone);
    let shown = views::List {
        rules: &rules,
        count,
        filter: &filter,
        older: rules.last().filter(|_| more).map(|rule| rule.id),
        now: &now,
        same_site: &visit.same_site(),
    };
    let lang = visit.lang();
    visit.show(Page::new(lang.watch_title(), Place::Admin, views::list(lang, &shown)).wide())
}

async fn new(visit: Visit) -> Answer {
    form_page(&visit, None, &Typed::fresh(), None, None)
}

/// What trying a rule on a text gave.
pub(super) struct Tried {
    pub text: String,
    pub hits: Vec<Hit>,
}

fn form_page(
    visit: &Visit,
    id: Option<i64>,
    typed: &Typed,
    problems: Option<&Problems>,
    tried: Option<&Tried>,
) -> Answer {
    let lang = visit.lang();
    let said = problems.map(|problems| Said::new(lang, problems)).unwrap_or_default();
    let shown = views::Edit { id, typed, said: &said, tried, same_site: &visit.same_site() };
    let title = if id.is_some() { lang.watch_edit() } else { lang.watch_new() };
    let page = Page::new(title, Place::Admin, views::edit(lang, title, &shown));
    visit.show(if problems.is_some() { page.with_problems() } else { page })
}

/// Tries what was typed on the text that stands below it. Nothing is kept.
fn tried(typed: &Typed, now_ms: i64, zone: &str) -> Result<Tried> {
    let new = typed.fit(now_ms, zone)?;
    let text = text::within("text", text::tidy(&typed.text), limits::POST_CHARS_MAX)?;
    let rule = Rule {
        id: 0,
        pattern: new.pattern,
        kind: new.kind,
        action: new.action,
        severity: new.severity,
        surfaces: Surfaces::ALL,
        exceptions: new.exceptions,
        until_ms: None,
    };
    let hits = Engine::new(&[rule]).scan(&text, Surface::Post, now_ms);
    Ok(Tried { text, hits })
}

async fn create(visit: Visit) -> Answer {
    save(&visit, None).await
}

async fn edit(visit: Visit) -> Answer {
    let id = number(&visit)?;
    let rule = visit.read(|look| store::find(look, id)).await?;
    form_page(&visit, Some(id), &Typed::from(&rule, &visit.rules().time_zone), None, None)
}

async fn update(visit: Visit) -> Answer {
    let id = number(&visit)?;
    visit.read(|look| store::find(look, id)).await?;
    save(&visit, Some(id)).await
}

async fn save(visit: &Visit, id: Option<i64>) -> Answer {
    let (typed, zone) = (Typed::of(&visit.form), visit.rules().time_zone.clone());
    if visit.form.text("do") == "try" {
        let now = visit.read(|look| Ok(look.now_ms())).await?;
        return match tried(&typed, now, &zone) {
            Ok(tried) => form_page(visit, id, &typed, None, Some(&tried)),
            Err(Error::Invalid(problems)) => form_page(visit, id, &typed, Some(&problems), None),
            Err(error) => Err(error),
        };
    }
    let sent = typed.clone();
    let saved = match id {
        None => visit.write(Act::AddWatchRule, move |change| super::add(change, &sent, &zone)).await,
        Some(id) => {
            let edit =
                move |change: &mut crate::db::Change<'_>| super::edit(change, id, &sent, &zone).map(|()| id);
            visit.write(Act::EditWatchRule, edit).await
        }
    };
    match saved {
        Ok(_) => visit.go("/watch", Some(Done::Saved)),
        Err(Error::Invalid(problems)) => form_page(visit, id, &typed, Some(&problems), None),
        Err(error) => Err(error),
    }
}

async fn switch(visit: Visit) -> Answer {
    let (id, on) = (number(&visit)?, visit.form.text("on") == "yes");
    match visit.write(Act::EditWatchRule, move |change| super::switch(change, id, on)).await {
        Ok(()) => visit.go("/watch", Some(Done::Saved)),
        // The button has no field beside which the problem could stand: the form says it.
        Err(Error::Invalid(problems)) => {
            let rule = visit.read(|look| store::find(look, id)).await?;
            let typed = Typed { enabled: true, ..Typed::from(&rule, &visit.rules().time_zone) };
            form_page(&visit, Some(id), &typed, Some(&problems), None)
        }
        Err(error) => Err(error),
    }
}

async fn remove(visit: Visit) -> Answer {
    let id = number(&visit)?;
    visit.write(Act::RemoveWatchRule, move |change| super::remove(change, id)).await?;
    visit.go("/watch", Some(Done::Removed))
}
