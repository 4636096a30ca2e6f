//! The route of all that there is about one account.

use super::{Cursor, Sort, store, views};
use crate::base::{AccountId, Duty, limits};
use crate::ui::{Now, Place};
use crate::web::{Answer, Gate, Page, Routes, Visit};

/// Every route of this feature.
pub fn routes() -> Routes {
    let gate = Gate::HoldsEither(Duty::Moderate, Duty::Accounts);
    Routes::default().get("/admin/people/{id}/timeline", gate, show)
}

async fn show(visit: Visit) -> Answer {
    let id: AccountId = visit.part("id")?;
    let only = Sort::parse(visit.query().text("only"));
    let from = Cursor::parse(visit.query().text("before"));
    let sorts: Vec<Sort> = only.map_or_else(|| Sort::ALL.to_vec(), |sort| vec![sort]);
    let (named, (lines, next), counts, now) = visit
        .read(|look| {
            let named = store::named(look, id)?;
            let lines = store::lines(look, id, &sorts, from, limits::LIST_PAGE)?;
            let now = Now::new(look.now_ms(), &visit.rules().time_zone);
            Ok((named, lines, store::counts(look, id)?, now))
        })
        .await?;
    let here = format!("/admin/people/{id}/timeline");
    let older = next.map(|next| match only {
        Some(sort) => format!("{here}?only={sort}&before={}", next.words()),
        None => format!("{here}?before={}", next.words()),
    });
    let shown = views::Shown {
        id,
        name: &named.0,
        username: &named.1,
        only,
        lines: &lines,
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
