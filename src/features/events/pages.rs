//! Routes of events: one event, making and changing it, saying that one comes.

use super::views::{self, EventPage};
use super::when::wall;
use super::{Coming, Draft, Typed, calendar, calendar_pages, find, form_views, store};
use crate::base::{Act, Error, GroupId, ItemId, Kind, Problems, Result, Topic};
use crate::db::Snapshot;
use crate::features::{announcements, items, levels, moderation, posts};
use crate::ui::{Now, Place, Said};
use crate::web::live::Telling;
use crate::web::{Answer, Done, Gate, Page, Routes, Visit};

/// Every route of this feature.
pub fn routes() -> Routes {
    Routes::default()
        .and(calendar_pages::routes())
        .get("/events/new", Gate::Member, new)
        .post("/events", Gate::Member, create)
        .get("/events/{id}", Gate::Member, show)
        .get("/events/{id}/edit", Gate::Member, edit)
        .post("/events/{id}/edit", Gate::Member, update)
        .get("/events/{id}/history", Gate::Member, history)
        .post("/events/{id}/cancel", Gate::Member, cancel)
        .post("/events/{id}/remove", Gate::Member, remove)
        .post("/events/{id}/answer", Gate::Member, answer)
        .tells(tell)
        .lets_listen(lets_listen)
}

/// `may_make`: as far as the house and their own account let the viewer.
fn look_at(look: &Snapshot<'_>, id: ItemId, zone: &str, may_make: bool) -> Result<EventPage> {
    let event = find(look, id)?;
    let groups = announcements::groups_of(look, &[id])?.remove(&id).unwrap_or_default();
    let guests = store::guests(look, id)?;
    let over = event.when.is_over(wall(look.now_ms(), zone));
    let rests = !may_make || levels::rests(look, id)?;
    Ok(EventPage { event, groups, guests, over, rests })
}

async fn show(visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    event_page(&visit, id, None).await
}

async fn event_page(visit: &Visit, id: ItemId, problems: Option<&Problems>) -> Answer {
    let zone = &visit.rules().time_zone;
    let may = posts::writes(visit);
    let (page, now) = visit.read(|look| Ok((look_at(look, id, zone, may)?, look.now_ms()))).await?;
    let now = Now::new(now, zone);
    let said = problems.map(|problems| Said::new(visit.lang(), problems)).unwrap_or_default();
    let main = views::event(&posts::Seer::of(visit, &now).where_it(page.rests), &page, &said);
    let shown = Page::new(&page.event.title, Place::Events, main).listens(vec![format!("event/{id}")]);
    visit.show(if problems.is_some() { shown.with_problems() } else { shown })
}

fn draft_of(visit: &Visit) -> Draft {
    let text = |name: &str| visit.form.text(name).to_owned();
    let when = Typed { first: text("first"), begins: text("begins"), last: text("last"), ends: text("ends") };
    Draft {
        title: text("title"),
        about: text("about"),
        place: text("place"),
        when,
        audience: posts::audience_from(&visit.form),
    }
}

async fn new(visit: Visit) -> Answer {
    let group = visit.query().text("group").parse::<GroupId>().ok();
    let may = visit.read(announcements::addressable).await?;
    if may.is_nobody() {
        return Err(Error::NotFound);
    }
    let first = calendar::day(visit.query().text("day")).map(|day| day.to_string()).unwrap_or_default();
    let draft = Draft {
        title: String::new(),
        about: String::new(),
        place: String::new(),
        when: Typed { first, ..Typed::default() },
        audience: may.first(group),
    };
    form_page(&visit, None, &draft, None).await
}

async fn form_page(visit: &Visit, id: Option<ItemId>, draft: &Draft, problems: Option<&Problems>) -> Answer {
    let lang = visit.lang();
    let said = problems.map(|problems| Said::new(lang, problems)).unwrap_or_default();
    let audience = announcements::audience_field(visit, &draft.audience, &said).await?;
    let title = if id.is_some() { lang.events_edit() } else { lang.events_new() };
    let page = Page::new(title, Place::Events, form_views::form(visit, id, draft, &said, &audience));
    visit.show(if problems.is_some() { page.with_problems() } else { page })
}

fn done(visit: &Visit, made: super::Made) -> Answer {
    let done = if made.waits { Done::Waiting } else { Done::Saved };
    visit.go(&format!("/events/{}", made.id), Some(done))
}

async fn create(visit: Visit) -> Answer {
    visit.pace("event", 30, 5.0)?;
    let (draft, rules) = (draft_of(&visit), visit.rules().clone());
    let sent = draft.clone();
    match visit.write(Act::AddEvent, move |change| super::add(change, &rules, &sent)).await {
        Ok(made) => done(&visit, made),
        Err(Error::Invalid(problems)) => form_page(&visit, None, &draft, Some(&problems)).await,
        Err(error) => Err(error),
    }
}

async fn edit(visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    let draft = visit
        .read(|look| {
            let found = find(look, id)?;
            if !items::is_mine_to_change(look.viewer(), found.author.id, found.state) {
                return Err(Error::NotFound);
            }
            let audience = store::audience_of(look, &found)?;
            let when = Typed::of(&found.when);
            Ok(Draft { title: found.title, about: found.about, place: found.place, when, audience })
        })
        .await?;
    form_page(&visit, Some(id), &draft, None).await
}

async fn update(visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    visit.pace("edit", 60, 2.0)?;
    let (draft, rules) = (draft_of(&visit), visit.rules().clone());
    let sent = draft.clone();
    match visit.write(Act::EditEvent, move |change| super::edit(change, &rules, id, &sent)).await {
        Ok(made) => done(&visit, made),
        Err(Error::Invalid(problems)) => form_page(&visit, Some(id), &draft, Some(&problems)).await,
        Err(error) => Err(error),
    }
}

async fn history(visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    items::history(&visit, |look| {
        let found = find(look, id)?;
        let versions = items::versions(look, &[id])?.remove(&id).unwrap_or_default();
        let now = found.whole_words();
        Ok((vec![items::Part { name: None, now, versions }], Kind::Event.address(id)))
    })
    .await
}

async fn cancel(visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    visit.pace("edit", 60, 2.0)?;
    let (rules, off) = (visit.rules().clone(), visit.form.text("on").is_empty());
    visit.write(Act::CancelEvent, move |change| super::cancel(change, &rules, id, off)).await?;
    visit.go(&format!("/events/{id}"), Some(Done::Saved))
}

async fn remove(visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    visit.write(Act::RemoveEvent, move |change| super::remove(change, id)).await?;
    visit.go("/events", Some(Done::Removed))
}

async fn answer(visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    visit.pace("answer", 60, 1.0)?;
    let coming = match visit.form.text("answer") {
        "none" => None,
        word => Some(Coming::parse(word).ok_or(Error::NotOurs)?),
    };
    let rules = visit.rules().clone();
    match visit.write(Act::AnswerEvent, move |change| super::answer(change, &rules, id, coming)).await {
        Ok(()) => visit.go(&format!("/events/{id}"), None),
        Err(Error::Invalid(problems)) => event_page(&visit, id, Some(&problems)).await,
        Err(error) => Err(error),
    }
}

/// An open page of an event is heard only by who sees it.
fn lets_listen(look: &Snapshot<'_>, topic: &str) -> Result<bool> {
    match topic.strip_prefix("event/").map(str::parse::<ItemId>) {
        None => Ok(true),
        Some(Err(_)) => Ok(false),
        Some(Ok(event)) => Error::is_there(find(look, event)),
    }
}

/// What a live page gets to know of an event that came, changed or went, and of who comes.
fn tell(telling: &Telling<'_>) -> Result<Option<String>> {
    let Some(id) = telling.event.item else { return Ok(None) };
    let own = telling.topics.contains(&format!("event/{id}"));
    match telling.event.topic {
        Topic::Board(Kind::Event) => {
            let here = own || telling.topics.contains("events");
            Ok((here && store::concerns(telling.look, id)?).then(views::refresh))
        }
        Topic::Answers(_) if own => {
            let role = telling.look.viewer().role();
            let may = moderation::may_make(telling.rules, role, telling.only_reads);
            let page = match look_at(telling.look, id, &telling.rules.time_zone, may) {
                Err(Error::NotFound) => return Ok(None),
                page => page?,
            };
            Ok(Some(views::guests_anew(telling.lang, &page)))
        }
        _ => Ok(None),
    }
}
