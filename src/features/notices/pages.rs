//! Routes of notices, and the badge that counts them.

use super::bundle::{Line, bundled};
use super::{Only, choice_pages, store, views};
use crate::base::{Act, Result, Topic, limits};
use crate::ui::{Now, Place};
use crate::web::{Answer, Gate, Page, Routes, Visit, live::Telling};

/// Every route of this feature.
pub fn routes() -> Routes {
    Routes::default()
        .get("/notices", Gate::Member, list)
        .post("/notices/read", Gate::Member, read)
        .tells(tell)
        .and(choice_pages::routes())
}

/// What one page shows.
struct Shown {
    lines: Vec<Line>,
    named: store::Named,
    older: Option<i64>,
    now: Now,
}

fn look_at(look: &crate::db::Snapshot<'_>, only: Only, before: i64, zone: &str) -> Result<Shown> {
    let mut lines = store::below(look, &only.kinds(), before, limits::LIST_PAGE + 1)?;
    let more = lines.len() > limits::LIST_PAGE;
    lines.truncate(limits::LIST_PAGE);
    let older = if more { lines.last().map(|line| line.id) } else { None };
    let named = store::named(look, &lines)?;
    for line in &mut lines {
        line.root = line.item.and_then(|item| named.things.get(&item.0)).map(|thing| thing.root);
    }
    Ok(Shown { lines, named, older, now: Now::new(look.now_ms(), zone) })
}

async fn list(visit: Visit) -> Answer {
    let only = Only::parse(visit.query().text("only")).unwrap_or(Only::Everything);
    let before = visit.query().text("before").parse::<i64>().unwrap_or(i64::MAX);
    let shown = visit.read(|look| look_at(look, only, before, &visit.rules().time_zone)).await?;
    let unread: Vec<i64> = shown.lines.iter().filter(|line| line.unread).map(|line| line.id).collect();
    let left = if unread.is_empty() {
        visit.session()?.unread
    } else {
        // What is shown counts as read from now on; this page still marks it as new.
        visit.write(Act::ReadNotices, move |change| super::read(change, Some(&unread))).await?
    };
    let bundles = bundled(&shown.lines);
    let same_site = visit.same_site();
    let reader = views::Reader {
        lang: visit.lang(),
        rules: visit.rules(),
        now: &shown.now,
        same_site: &same_site,
        me: visit.session()?.account,
    };
    let older = shown.older.map(|id| match only {
        Only::Everything => format!("/notices?before={id}"),
        only => format!("/notices?only={only}&before={id}"),
    });
    let main = views::list(&reader, &bundles, &shown.named, only, older.as_deref(), left);
    visit.show(Page::new(visit.lang().nav_notices(), Place::Notices, main).unread(left))
}

async fn read(visit: Visit) -> Answer {
    visit.write(Act::ReadNotices, |change| super::read(change, None)).await?;
    visit.go("/notices", None)
}

/// The badge of whoever is told something, or has read it elsewhere.
fn tell(telling: &Telling<'_>) -> Result<Option<String>> {
    match telling.event.topic {
        Topic::Notices(who) if telling.look.viewer().id() == Some(who) => {
            let unread = store::unread(telling.look, limits::UNREAD_COUNTED_MAX)?;
            Ok(Some(views::badge(telling.lang, unread)))
        }
        // One event for all who were told: each asks whether it is one of them.
        Topic::Board(_) => {
            let Some(item) = telling.event.item else { return Ok(None) };
            if !store::has_unread_of(telling.look, item)? {
                return Ok(None);
            }
            let unread = store::unread(telling.look, limits::UNREAD_COUNTED_MAX)?;
            Ok(Some(views::badge(telling.lang, unread)))
        }
        _ => Ok(None),
    }
}
