//! Routes of the rules for words.

use super::look::{self, Past};
use super::store::{self, Filter};
use super::typed::Typed;
use super::worth::{self, Worth};
use super::{New, table_pages, views};
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
        .and(table_pages::routes())
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
    let (mut rules, worth, count, now) = visit
        .read(|look| {
            let rules = store::list(look, &filter, before, limits::LIST_PAGE + 1)?;
            let worth = worth::of(look, &rules.iter().map(|rule| rule.id).collect::<Vec<_>>())?;
            Ok((rules, worth, store::count(look)?, look.now_ms()))
        })
        .await?;
    let more = rules.len() > limits::LIST_PAGE;
    rules.truncate(limits::LIST_PAGE);
    let now = Now::new(now, &visit.rules().time_zone);
    let shown = views::List {
        rules: &rules,
        worth: &worth,
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
    form_page(&visit, None, &Typed::fresh(), &Beside::default())
}

/// What trying a rule on a text gave.
pub(super) struct Tried {
    pub text: String,
    pub hits: Vec<Hit>,
}

/// What stands round the form.
#[derive(Default)]
pub(super) struct Beside {
    pub problems: Option<Problems>,
    pub tried: Option<Tried>,
    pub past: Option<Past>,
    pub worth: Worth,
}

impl Beside {
    fn wrong(problems: Problems) -> Beside {
        Beside { problems: Some(problems), ..Beside::default() }
    }
}

fn form_page(visit: &Visit, id: Option<i64>, typed: &Typed, beside: &Beside) -> Answer {
    let lang = visit.lang();
    let said = beside.problems.as_ref().map(|problems| Said::new(lang, problems)).unwrap_or_default();
    let shown = views::Edit { id, typed, said: &said, beside, same_site: &visit.same_site() };
    let title = if id.is_some() { lang.watch_edit() } else { lang.watch_new() };
    let page = Page::new(title, Place::Admin, views::edit(lang, title, &shown));
    visit.show(if beside.problems.is_some() { page.with_problems() } else { page })
}

/// Tries what was typed on the text that stands below it. Nothing is kept.
fn tried(typed: &Typed, new: &New, now_ms: i64) -> Result<Tried> {
    let text = text::within("text", text::tidy(&typed.text), limits::POST_CHARS_MAX)?;
    let rule = Rule {
        id: 0,
        pattern: new.pattern.clone(),
        kind: new.kind,
        action: new.action,
        severity: new.severity,
        surfaces: Surfaces::ALL,
        exceptions: new.exceptions.clone(),
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
    let (rule, worth) = visit
        .read(|look| Ok((store::find(look, id)?, worth::of(look, &[id])?.remove(&id).unwrap_or_default())))
        .await?;
    let beside = Beside { worth, ..Beside::default() };
    form_page(&visit, Some(id), &Typed::from(&rule, &visit.rules().time_zone), &beside)
}

async fn update(visit: Visit) -> Answer {
    let id = number(&visit)?;
    visit.read(|look| store::find(look, id)).await?;
    save(&visit, Some(id)).await
}

async fn save(visit: &Visit, id: Option<i64>) -> Answer {
    let (mut typed, zone) = (Typed::of(&visit.form), visit.rules().time_zone.clone());
    let now = visit.read(|look| Ok(look.now_ms())).await?;
    let new = match typed.fit(now, &zone) {
        Ok(new) => new,
        Err(Error::Invalid(problems)) => return form_page(visit, id, &typed, &Beside::wrong(problems)),
        Err(error) => return Err(error),
    };
    if visit.form.text("do") == "try" {
        return match tried(&typed, &new, now) {
            Ok(tried) => form_page(visit, id, &typed, &Beside { tried: Some(tried), ..Beside::default() }),
            Err(Error::Invalid(problems)) => form_page(visit, id, &typed, &Beside::wrong(problems)),
            Err(error) => Err(error),
        };
    }
    // What would have matched is shown before anything is saved; where that was seen, or nothing was, it is saved.
    if typed.looked != looked(&new) && !is_as_it_was(visit, id, &new).await? {
        let past = visit.read(|look| look::back(look, &new)).await?;
        typed.looked = looked(&new);
        if past.matched > 0 {
            return form_page(visit, id, &typed, &Beside { past: Some(past), ..Beside::default() });
        }
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
        Err(Error::Invalid(problems)) => form_page(visit, id, &typed, &Beside::wrong(problems)),
        Err(error) => Err(error),
    }
}

/// What looking back depends on: where it is another one, it is looked back anew.
fn looked(new: &New) -> String {
    let parts = [new.pattern.as_str(), new.kind.word(), new.surfaces.as_str(), &new.exceptions.join("\n")];
    let hash = blake3::hash(parts.join("\0").as_bytes());
    hash.to_hex().chars().take(16).collect()
}

/// Does the rule look for what it looked for before?
async fn is_as_it_was(visit: &Visit, id: Option<i64>, new: &New) -> Result<bool> {
    let Some(id) = id else { return Ok(false) };
    let rule = visit.read(|look| store::find(look, id)).await?;
    Ok(rule.pattern == new.pattern
        && rule.kind == new.kind
        && rule.surfaces == new.surfaces
        && rule.exceptions == new.exceptions)
}

async fn switch(visit: Visit) -> Answer {
    let (id, on) = (number(&visit)?, visit.form.text("on") == "yes");
    match visit.write(Act::EditWatchRule, move |change| super::switch(change, id, on)).await {
        Ok(()) => visit.go("/watch", Some(Done::Saved)),
        // The button has no field beside which the problem could stand: the form says it.
        Err(Error::Invalid(problems)) => {
            let rule = visit.read(|look| store::find(look, id)).await?;
            let typed = Typed { enabled: true, ..Typed::from(&rule, &visit.rules().time_zone) };
            form_page(&visit, Some(id), &typed, &Beside::wrong(problems))
        }
        Err(error) => Err(error),
    }
}

async fn remove(visit: Visit) -> Answer {
    let id = number(&visit)?;
    visit.write(Act::RemoveWatchRule, move |change| super::remove(change, id)).await?;
    visit.go("/watch", Some(Done::Removed))
}
