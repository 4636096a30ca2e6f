//! Routes of taking back one's own last decision.

use super::pages::{EITHER, follows};
use crate::base::{Act, Result};
use crate::db::Change;
use crate::features::moderation;
use crate::web::{Answer, Done, Routes, Visit};

pub(super) fn routes() -> Routes {
    Routes::default().post("/desk/undo", EITHER, undo)
}

/// The form says which decision: one that came after the page was made is not taken back by mistake.
async fn undo(visit: Visit) -> Answer {
    let id: i64 = visit.form.text("decision").parse().unwrap_or(0);
    let rules = visit.rules().clone();
    let take_back = move |change: &mut Change<'_>| -> Result<()> {
        let undone = moderation::undo(change, id)?;
        match (undone.item, undone.as_if) {
            (Some((item, kind)), Some(act)) => follows(change, &rules, item, kind, act),
            _ => Ok(()),
        }
    };
    visit.write(Act::Undo, take_back).await?;
    visit.go("/desk", Some(Done::Saved))
}
