//! The route of all that there is about one account.

use super::{Cursor, Sort, store, views};
use crate::base::{AccountId, Act, Duty, limits};
use crate::features::desk;
use crate::ui::{Now, Place};
use crate::web::{Answer, Gate, Page, Routes, Visit};

/// Every route of this feature. Who may look at whom the view says.
pub fn routes() -> Routes {
    Routes::default().get("/admin/people/{id}/timeline", Gate::Staff, show)
}

/// Each page that is looked at is an entry of the record, like each look into talk.
async fn show(visit: Visit) -> Answer {
    let id: AccountId = visit.part("id")?;
    // What staff did about oneself has a page of its own, which says what one may know of it.
    if visit.viewer().id() == Some(id) {
        return visit.go("/my/record", None);
    }
    let only = Sort::parse(visit.query().text("only"));
    let from = Cursor::parse(visit.query().text("before"));
    visit
        .write(Act::ReadTimeline, move |change| {
            store::check(change, id)?;
            change.about("account", id.0);
            change.because(only.map_or("", Sort::word), "");
            Ok(())
        })
        .await?;
    let sorts: Vec<Sort> = only.map_or_else(|| Sort::ALL.to_vec(), |sort| vec![sort]);
    let (named, (lines, next), counts, (kinds, cases), people, now) = visit
        .read(|look| {
            store::check(look, id)?;
            let named = store::named(look, id)?;
            let found = store::lines(look, id, &sorts, from, limits::LIST_PAGE)?;
            let ended = |line: &super::Line| line.ended.as_ref().and_then(|ended| ended.by);
            let who = found.0.iter().flat_map(|line| [line.by, ended(line)]).flatten();
            let people = desk::people(look, who.map(|who| who.0))?;
            let about = store::about(look, &found.0)?;
            let now = Now::new(look.now_ms(), &visit.rules().time_zone);
            Ok((named, found, store::counts(look, id)?, about, people, now))
        })
        .await?;
    let here = format!("/admin/people/{id}/timeline");
    let older = next.map(|next| match only {
        Some(sort) => format!("{here}?only={sort}&before={}", next.words()),
        None => format!("{here}?before={}", next.words()),
    });
    let shown = views::Shown {
        id,
        me: visit.viewer().id(),
        name: &named.0,
        username: &named.1,
        only,
        lines: &lines,
        kinds: &kinds,
        cases: &cases,
        people: &people,
        counts,
        older: older.as_deref(),
        now: &now,
        moderates: visit.holds(Duty::Moderate),
        keeps: visit.holds(Duty::Accounts),
        audits: visit.holds(Duty::Audit),
    };
    let lang = visit.lang();
    visit.show(Page::new(lang.timeline_title(), Place::Admin, views::page(lang, &shown)).wide())
}
