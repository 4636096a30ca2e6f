//! The page of what an item said before, the same for all that can be edited.

use super::views::{self, Part};
use crate::base::Result;
use crate::db::Snapshot;
use crate::ui::{Now, Place};
use crate::web::{Answer, Page, Visit};

/// Shows what an item says now and said before. `look_at` gives its parts, and the address back to it.
///
/// # Errors
/// Those of `look_at`: `NotFound` where the viewer does not see it.
pub async fn history(
    visit: &Visit,
    look_at: impl FnOnce(&Snapshot<'_>) -> Result<(Vec<Part>, String)>,
) -> Answer {
    let ((parts, back), now) = visit.read(|look| Ok((look_at(look)?, look.now_ms()))).await?;
    let now = Now::new(now, &visit.rules().time_zone);
    let main = views::history(visit.lang(), &now, &parts, &back);
    visit.show(Page::new(visit.lang().post_history(), Place::Home, main))
}
