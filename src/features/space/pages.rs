//! The route of the page about space, and the question how much is left.

use super::{most_bytes, store, sum, views};
use crate::base::Result;
use crate::ui::Place;
use crate::web::{Answer, Gate, Page, Routes, Visit};

/// Every route of this feature.
pub fn routes() -> Routes {
    Routes::default().get("/my/space", Gate::Member, show)
}

async fn show(visit: Visit) -> Answer {
    let parts = visit.read(store::taken).await?;
    let main = views::space(visit.lang(), &parts, most_bytes(visit.rules()), &visit.session()?.username);
    visit.show(Page::new(visit.lang().space_title(), Place::Me, main))
}

/// How many bytes the viewer's things may still take; 0 where nothing more fits.
///
/// # Errors
/// `Broken` if the database fails.
pub async fn room_bytes(visit: &Visit) -> Result<u64> {
    let parts = visit.read(store::taken).await?;
    Ok(most_bytes(visit.rules()).saturating_sub(sum(&parts)))
}
