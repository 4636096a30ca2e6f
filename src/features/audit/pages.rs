//! Routes of the record.

use super::export_pages::export;
use super::store::{self, Entry, Found, Way};
use super::typed::Typed;
use super::views;
use crate::base::{Duty, Error, limits};
use crate::features::desk;
use crate::ui::{Now, Place};
use crate::web::{Answer, Gate, Page, Routes, Visit};

const AUDITOR: Gate = Gate::Holds(Duty::Audit);

/// Every route of this feature.
pub fn routes() -> Routes {
    Routes::default().get("/audit", AUDITOR, list).get("/audit/{seq}", AUDITOR, show).post(
        "/audit/export",
        AUDITOR,
        export,
    )
}

async fn list(visit: Visit) -> Answer {
    let typed = Typed::of(visit.query());
    let place = |name: &str| visit.query().text(name).parse::<u32>().ok().map(i64::from);
    let way = match (place("after"), place("before")) {
        (Some(after), _) => Way::After(after),
        (None, before) => Way::Before(before.unwrap_or(i64::MAX)),
    };
    let zone = visit.rules().time_zone.clone();
    let shown = visit
        .read(|look| {
            let Found { mut entries, stopped } = match typed.filter(look, &zone)? {
                Some(filter) => store::page(look, &filter, way, limits::LIST_PAGE + 1)?,
                None => Found { entries: Vec::new(), stopped: None },
            };
            let more = entries.len() > limits::LIST_PAGE;
            entries.truncate(limits::LIST_PAGE);
            if matches!(way, Way::After(_)) {
                entries.reverse();
            }
            let people = desk::people(look, named(&entries))?;
            Ok(views::Shown {
                entries,
                people,
                head: store::newest(look)?,
                newest: matches!(way, Way::Before(i64::MAX)),
                more,
                stopped,
                now: Now::new(look.now_ms(), &zone),
            })
        })
        .await?;
    let (first, last) = (shown.entries.first().map(|row| row.seq), shown.entries.last().map(|row| row.seq));
    // Where a walk stopped the next page goes on from there, and where a page is empty the way back begins at its place.
    let on = |end: Option<i64>| end.filter(|_| shown.more).or(shown.stopped);
    let (newer, older) = match way {
        Way::After(from) => (on(first), last.or(Some(from + 1))),
        Way::Before(i64::MAX) => (None, on(last)),
        Way::Before(from) => (first.or(Some(from - 1)), on(last)),
    };
    let query = typed.query();
    let newer = newer.map(|seq| format!("/audit?after={seq}{query}"));
    let older = older.map(|seq| format!("/audit?before={seq}{query}"));
    let reader = reader(&visit);
    let same_site = visit.same_site();
    let main = views::list(&reader, &same_site, &typed, &shown, newer.as_deref(), older.as_deref());
    visit.show(Page::new(visit.lang().nav_audit(), Place::Audit, main).wide())
}

fn reader(visit: &Visit) -> views::Reader<'_> {
    views::Reader {
        lang: visit.lang(),
        rules: visit.rules(),
        moderates: visit.holds(Duty::Moderate),
        keeps_accounts: visit.holds(Duty::Accounts),
    }
}

/// Everybody whom these entries name.
pub(super) fn named(entries: &[Entry]) -> Vec<i64> {
    let about = |entry: &Entry| entry.item.filter(|_| entry.kind.as_deref() == Some("account"));
    entries.iter().flat_map(|entry| [Some(entry.actor), about(entry)]).flatten().collect()
}

async fn show(visit: Visit) -> Answer {
    let seq: u32 = visit.part("seq")?;
    let zone = visit.rules().time_zone.clone();
    let shown = visit
        .read(|look| {
            let entries = vec![store::find(look, i64::from(seq))?];
            let people = desk::people(look, named(&entries))?;
            Ok(views::Shown {
                entries,
                people,
                head: None,
                newest: false,
                more: false,
                stopped: None,
                now: Now::new(look.now_ms(), &zone),
            })
        })
        .await?;
    let main = views::entry(&reader(&visit), &shown).ok_or(Error::NotFound)?;
    visit.show(Page::new(visit.lang().nav_audit(), Place::Audit, main).wide())
}
