//! Routes of keep-aparts: the list, a new one, one of them with what both sides are in, changing it, ending it.

use super::store::{self, Apart};
use super::{Draft, Side, TypedSide, dates, form_views, settling, views};
use crate::base::{AccountId, Act, Duty, Error, GroupId, ItemId, Result, Topic, limits};
use crate::db::Snapshot;
use crate::features::desk;
use crate::ui::{Now, Place, Said};
use crate::web::live::Telling;
use crate::web::upload::Form;
use crate::web::{Answer, Done, Gate, Page, Routes, Visit};
use std::collections::HashMap;

/// Every route of this feature.
pub fn routes() -> Routes {
    let gate = Gate::Holds(Duty::Safeguard);
    Routes::default()
        .get("/apart", gate, list)
        .get("/apart/new", gate, new)
        .post("/apart", gate, create)
        .get("/apart/{id}", gate, show)
        .get("/apart/{id}/edit", gate, edit)
        .post("/apart/{id}/edit", gate, update)
        .post("/apart/{id}/end", gate, end)
        .post("/apart/{id}/settle", gate, settle)
        .tells(tell)
}

/// Those with everybody and every group that their lines name.
fn named(look: &Snapshot<'_>, aparts: Vec<Apart>, more: &[AccountId]) -> Result<views::Lines> {
    let mut people: Vec<i64> = more.iter().map(|id| id.0).collect();
    let mut groups: HashMap<GroupId, String> = HashMap::new();
    for apart in &aparts {
        people.push(apart.set_by.0);
        people.extend(apart.ended_by.map(|id| id.0));
        for side in apart.sides() {
            match side {
                Side::Person(id) => people.push(id.0),
                Side::Group(id) if groups.contains_key(&id) => {}
                Side::Group(id) => {
                    groups.insert(id, String::new());
                }
            }
        }
    }
    store::fill_group_names(look, &mut groups)?;
    Ok(views::Lines { people: desk::people(look, people)?, groups, aparts })
}

async fn list(visit: Visit) -> Answer {
    let over = !visit.query().text("over").is_empty();
    let before = visit.query().text("before").parse().unwrap_or(i64::MAX);
    let zone = visit.rules().time_zone.clone();
    let (lines, due, older, today, now_ms) = visit
        .read(|look| {
            let mut aparts = store::page(look, over, before, limits::LIST_PAGE + 1)?;
            let more = aparts.len() > limits::LIST_PAGE;
            aparts.truncate(limits::LIST_PAGE);
            let older = aparts.last().filter(|_| more).map(|apart| apart.id);
            let today = dates::today(look, &zone)?;
            let first = !over && before == i64::MAX;
            let due = if first { store::due(look, today.date, limits::LIST_PAGE)? } else { Vec::new() };
            Ok((named(look, aparts, &[])?, named(look, due, &[])?, older, today, look.now_ms()))
        })
        .await?;
    let now = Now::new(now_ms, &zone);
    let main =
        views::list(visit.lang(), &now, &today, &views::Lists { lines: &lines, due: &due, over, older });
    visit.show(Page::new(visit.lang().apart_title(), Place::Apart, main))
}

async fn show(visit: Visit) -> Answer {
    page(&visit, number(&visit)?, "", &Said::default(), false).await
}

/// One of them; `why` is what was typed to end it.
async fn page(visit: &Visit, id: i64, why: &str, said: &Said, failed: bool) -> Answer {
    let zone = visit.rules().time_zone.clone();
    let (lines, shared, today, now_ms) = visit
        .read(|look| {
            let apart = store::find(look, id)?;
            let shared = settling::shared(look, id)?;
            let people: Vec<AccountId> =
                shared.iter().flat_map(|shared| [shared.one, shared.other]).collect();
            Ok((named(look, vec![apart], &people)?, shared, dates::today(look, &zone)?, look.now_ms()))
        })
        .await?;
    let now = Now::new(now_ms, &zone);
    let drawn = views::Drawn {
        lang: visit.lang(),
        now: &now,
        today: &today,
        same_site: &visit.same_site(),
        lines: &lines,
        shared: &shared,
        keeps_groups: visit.holds(Duty::Accounts) || visit.holds(Duty::Moderate),
        why,
        said,
    };
    let page = Page::new(visit.lang().apart_title(), Place::Apart, views::apart(&drawn));
    visit.show(if failed { page.with_problems() } else { page })
}

async fn new(visit: Visit) -> Answer {
    let person = visit.query().text("person").to_owned();
    let draft = Draft { one: TypedSide { person, group: String::new() }, ..Draft::default() };
    form(&visit, None, &draft, &Said::default(), false).await
}

async fn edit(visit: Visit) -> Answer {
    let id = number(&visit)?;
    let apart = visit.read(|look| store::find(look, id)).await?;
    if apart.ended_at.is_some() {
        return Err(Error::NotFound);
    }
    let words = |date: Option<jiff::civil::Date>| date.map(|date| date.to_string()).unwrap_or_default();
    let draft = Draft {
        kind: apart.kind.word().to_owned(),
        reference: apart.reference.clone(),
        note: apart.note.clone(),
        days: dates::Typed {
            from: words(Some(apart.from)),
            until: words(apart.until),
            review: words(apart.review),
        },
        ..Draft::default()
    };
    form(&visit, Some(apart), &draft, &Said::default(), false).await
}

async fn form(visit: &Visit, apart: Option<Apart>, draft: &Draft, said: &Said, failed: bool) -> Answer {
    let (lines, groups) =
        visit.read(|look| Ok((named(look, apart.into_iter().collect(), &[])?, store::groups(look)?))).await?;
    let same_site = visit.same_site();
    let lang = visit.lang();
    let main = form_views::form(
        lang,
        &form_views::Shown { same_site: &same_site, lines: &lines, groups: &groups, draft, said },
    );
    let title = if lines.aparts.is_empty() { lang.apart_new() } else { lang.apart_edit() };
    let page = Page::new(title, Place::Apart, main);
    visit.show(if failed { page.with_problems() } else { page })
}

/// What the form sent.
fn draft(form: &Form) -> Draft {
    let text = |name: &str| form.text(name).to_owned();
    Draft {
        one: TypedSide { person: text("one"), group: text("one_group") },
        other: TypedSide { person: text("other"), group: text("other_group") },
        kind: text("kind"),
        reference: text("reference"),
        note: text("note"),
        days: dates::Typed { from: text("from"), until: text("until"), review: text("review") },
    }
}

async fn create(visit: Visit) -> Answer {
    let (typed, zone) = (draft(&visit.form), visit.rules().time_zone.clone());
    let wanted = typed.clone();
    match visit.write(Act::AddApart, move |change| super::set(change, &zone, &wanted)).await {
        Ok(id) => visit.go(&format!("/apart/{id}"), Some(Done::Saved)),
        Err(Error::Invalid(problems)) => {
            form(&visit, None, &typed, &Said::new(visit.lang(), &problems), true).await
        }
        Err(error) => Err(error),
    }
}

async fn update(visit: Visit) -> Answer {
    let id = number(&visit)?;
    let (typed, zone) = (draft(&visit.form), visit.rules().time_zone.clone());
    let wanted = typed.clone();
    match visit.write(Act::EditApart, move |change| super::edit(change, &zone, id, &wanted)).await {
        Ok(()) => visit.go(&format!("/apart/{id}"), Some(Done::Saved)),
        Err(Error::Invalid(problems)) => {
            let apart = visit.read(|look| store::find(look, id)).await?;
            form(&visit, Some(apart), &typed, &Said::new(visit.lang(), &problems), true).await
        }
        Err(error) => Err(error),
    }
}

async fn end(visit: Visit) -> Answer {
    let id = number(&visit)?;
    let why = visit.form.text("why").to_owned();
    let words = why.clone();
    match visit.write(Act::EndApart, move |change| super::end(change, id, &words)).await {
        Ok(()) => visit.go(&format!("/apart/{id}"), Some(Done::Saved)),
        Err(Error::Invalid(problems)) => {
            page(&visit, id, &why, &Said::new(visit.lang(), &problems), true).await
        }
        Err(error) => Err(error),
    }
}

async fn settle(visit: Visit) -> Answer {
    let id = number(&visit)?;
    let part = |name: &str| visit.form.text(name).parse::<i64>().map_err(|_| Error::NotFound);
    let (talk, person) = (ItemId(part("talk")?), AccountId(part("person")?));
    visit.write(Act::TakeFromChat, move |change| super::settle(change, id, talk, person)).await?;
    visit.go(&format!("/apart/{id}"), Some(Done::Saved))
}

fn number(visit: &Visit) -> Result<i64> {
    visit.part::<String>("id")?.parse().map_err(|_| Error::NotFound)
}

/// Open pages of somebody who is parted from somebody now, or no more, are fetched anew: without a word.
fn tell(telling: &Telling<'_>) -> Result<Option<String>> {
    let Topic::Parted(who) = telling.event.topic else { return Ok(None) };
    Ok((telling.look.viewer().id() == Some(who)).then(views::anew))
}
