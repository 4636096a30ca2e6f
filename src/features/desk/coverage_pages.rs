//! The page of coverage.

use super::pages::{EITHER, now};
use super::{coverage, coverage_store, coverage_views};
use crate::ui::Place;
use crate::web::{Answer, Page, Routes, Visit};

pub(super) fn routes() -> Routes {
    Routes::default().get("/desk/coverage", EITHER, show)
}

async fn show(visit: Visit) -> Answer {
    let now = now(&visit).await?;
    let weeks = coverage::weeks(&now);
    let (decided, open) =
        visit.read(|look| Ok((coverage_store::decided(look, &weeks)?, coverage_store::open(look)?))).await?;
    let drawn = coverage_views::Drawn {
        now: &now,
        weeks: &weeks,
        by_week: coverage::by_week(&decided),
        by_sort: coverage::by_sort(&decided, &open),
    };
    let lang = visit.lang();
    visit.show(Page::new(lang.coverage_title(), Place::Desk, coverage_views::coverage(lang, &drawn)).wide())
}
