//! Routes of months: all that is for the viewer, or what is for one group; and the same as calendar files.

use super::calendar::{self, Month, week_start};
use super::month_views::{self, MonthPage};
use super::when::wall;
use super::{Event, ics, store};
use crate::base::{Error, GroupId, ItemId, Result};
use crate::db::Snapshot;
use crate::features::{announcements, groups, levels, posts};
use crate::ui::{Place, prose};
use crate::web::{Answer, Gate, Page, Reply, Routes, Visit};
use axum::http::header;
use jiff::civil::Date;
use jiff::tz::TimeZone;

pub(super) fn routes() -> Routes {
    Routes::default()
        .get("/events", Gate::Member, month)
        .get("/groups/{id}/events", Gate::Member, month_of_group)
        .get("/events/calendar.ics", Gate::Member, file_of_month)
        .get("/events/{id}/event.ics", Gate::Member, file_of_event)
}

async fn month(visit: Visit) -> Answer {
    let page = look_at(&visit, None).await?;
    let main = month_views::page(visit.lang(), &page, None);
    let shown = Page::new(visit.lang().nav_events(), Place::Events, main).wide();
    visit.show(shown.listens(vec!["events".into()]))
}

async fn month_of_group(visit: Visit) -> Answer {
    let id = visit.part::<GroupId>("id")?;
    let group = visit.read(|look| groups::find(look, id)).await?;
    let page = look_at(&visit, Some(id)).await?;
    let top = groups::top(&visit, &group, groups::Tab::Events);
    let main = month_views::page(visit.lang(), &page, Some(top));
    let shown = Page::new(&group.name, Place::Groups, main).wide();
    visit.show(shown.listens(vec!["events".into()]))
}

async fn look_at(visit: &Visit, group: Option<GroupId>) -> Result<MonthPage> {
    let zone = &visit.rules().time_zone;
    let (asked, chosen) = (visit.query().text("month"), calendar::day(visit.query().text("day")));
    let begins = week_start(visit.lang());
    let (today, events, may, month) = visit
        .read(|look| {
            let today = wall(look.now_ms(), zone).date();
            let month = Month::parse(asked).unwrap_or(Month::of(chosen.unwrap_or(today)));
            let weeks = month.weeks(begins);
            let ends =
                |week: Option<&[Date; 7]>, place: usize| week.map_or(month.first(), |week| week[place]);
            let (first, last) = (ends(weeks.first(), 0), ends(weeks.last(), 6));
            let events = store::between(look, first, last, group)?;
            let may = announcements::addressable(look)?;
            let may = match group {
                Some(group) => may.groups.iter().any(|(id, _)| *id == group),
                None => !may.is_nobody(),
            };
            let rests = group.map_or(Ok(false), |group| levels::group_rests(look, group))?;
            let may = may && !rests && posts::writes(visit);
            Ok((today, events, may, month))
        })
        .await?;
    Ok(MonthPage {
        month,
        today,
        begins,
        events,
        chosen: chosen.filter(|day| month.weeks(begins).iter().flatten().any(|each| each == day)),
        group,
        may,
        list: visit.query().text("view") == "list",
    })
}

/// A month as a calendar file: that of the address, else this one.
async fn file_of_month(visit: Visit) -> Answer {
    let zone = visit.rules().time_zone.clone();
    let group = match visit.query().text("group") {
        "" => None,
        text => Some(text.parse::<GroupId>().map_err(|_| Error::NotFound)?),
    };
    let asked = Month::parse(visit.query().text("month"));
    let (events, box_id, month) = visit
        .read(|look| {
            // A group that one does not see has no calendar either.
            group.map(|id| groups::find(look, id)).transpose()?;
            let month = asked.unwrap_or(Month::of(wall(look.now_ms(), &zone).date()));
            let events = store::between(look, month.first(), month.first().last_of_month(), group)?;
            Ok((events, store::install_id(look)?, month))
        })
        .await?;
    file(&visit, &box_id, &events, &format!("events-{month}.ics"))
}

async fn file_of_event(visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    let both = |look: &Snapshot<'_>| Ok((super::find(look, id)?, store::install_id(look)?));
    let (event, box_id) = visit.read(both).await?;
    file(&visit, &box_id, &[event], &format!("event-{id}.ics"))
}

/// Longest description in a calendar file, characters.
const ABOUT_CHARS_MAX: usize = 2_000;

fn file(visit: &Visit, box_id: &str, events: &[Event], name: &str) -> Answer {
    let zone = TimeZone::get(&visit.rules().time_zone).unwrap_or(TimeZone::UTC);
    let plain: Vec<String> = events.iter().map(|event| prose::plain(&event.about, ABOUT_CHARS_MAX)).collect();
    let entries = events.iter().zip(&plain).map(|(event, about)| ics::Entry {
        uid: format!("event-{}@{box_id}", event.id),
        changed_at: event.edited_at.unwrap_or(event.made_at),
        sequence: event.version - 1,
        when: &event.when,
        title: &event.title,
        about,
        place: &event.place,
        cancelled: event.cancelled,
    });
    let entries: Vec<ics::Entry<'_>> = entries.collect();
    let text = ics::calendar(&visit.rules().site_name, &zone, &entries);
    let headers = [
        (header::CONTENT_TYPE, "text/calendar; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
    ];
    Ok(Reply::other((headers, text)))
}
