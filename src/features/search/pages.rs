//! The route of search. Whatever the address holds is a search, never an error.

use super::query::Query;
use super::suggest::{self, Place as Writing};
use super::{Search, Sought, talk_pages, views};
use crate::base::{GroupId, ItemId, limits, text};
use crate::features::{groups, posts};
use crate::ui::{Now, Place};
use crate::web::{Answer, Gate, Page, Routes, Visit};
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// Every route of this feature.
pub fn routes() -> Routes {
    Routes::default()
        .get("/search", Gate::Member, search)
        .get("/suggest", Gate::Member, suggest)
        .and(talk_pages::routes())
}

async fn search(visit: Visit) -> Answer {
    let asked = asked(&visit);
    let query = Query::read(&asked.typed);
    let (found, groups, now) = visit
        .read(|look| Ok((super::find(look, &asked, &query)?, groups::mine(look)?, look.now_ms())))
        .await?;
    let groups: Vec<(String, String)> =
        groups.into_iter().map(|group| (group.id.to_string(), group.name)).collect();
    let now = Now::new(now, &visit.rules().time_zone);
    let main = views::page(
        &visit,
        &now,
        &views::Shown { search: &asked, query: &query, found: &found, groups: &groups },
    );
    let title = visit.lang().search_title();
    visit.show(Page::new(title, Place::Search, main))
}

/// Reads the search from the address.
fn asked(visit: &Visit) -> Search {
    let form = visit.query();
    let typed: String = text::line(form.text("q")).chars().take(limits::SEARCH_CHARS_MAX).collect();
    let by: String = text::line(form.text("by")).trim_start_matches('@').to_lowercase();
    let zone = TimeZone::get(&visit.rules().time_zone).unwrap_or(TimeZone::UTC);
    let day = |name: &str| form.text(name).trim().parse::<Date>().ok();
    let begins =
        |date: Date| date.to_zoned_datetime(zone.clone()).ok().map(|at| at.timestamp().as_millisecond());
    Search {
        typed,
        sought: Sought::parse(form.text("kind")).unwrap_or(Sought::All),
        by: by.chars().take(limits::SHOWN_NAME_CHARS_MAX).collect(),
        group: form.text("group").parse::<u32>().ok().map(|id| GroupId(i64::from(id))),
        from_ms: day("from").and_then(begins),
        // The last day is looked through whole.
        until_ms: day("to").and_then(|date| date.tomorrow().ok()).and_then(begins),
        before: form.text("before").parse::<i64>().ok().map(ItemId),
    }
}

/// What is offered while somebody types `@` or `#`, as a list: `suggest.js` asks for it. Nothing is an error.
async fn suggest(visit: Visit) -> Answer {
    visit.pace("suggest", 60, 0.2)?;
    let form = visit.query();
    let typed: String =
        text::line(form.text("q")).chars().take(limits::USERNAME_CHARS.end().to_owned()).collect();
    let drawn = if form.text("kind") == "tags" {
        let tags = visit.read(|look| suggest::tags(look, &typed)).await?;
        views::tags_offered(visit.lang(), &tags)
    } else {
        let id = |name: &str| form.text(name).parse::<i64>().ok().map(ItemId);
        let place = match (id("post"), id("photo"), id("chat")) {
            (Some(post), ..) => Writing::Comment(post),
            (None, Some(photo), _) => Writing::Photo(photo),
            (None, None, Some(talk)) => Writing::Chat(talk),
            _ => Writing::Post(posts::audience_from(form)),
        };
        let people = visit.read(|look| suggest::people(look, &place, &typed)).await?;
        views::people_offered(&visit, &people)
    };
    visit.piece(&drawn)
}
