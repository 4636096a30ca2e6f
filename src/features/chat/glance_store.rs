//! The SQL of what looks different to each who listens, asked of all of them for whatever is said.

use super::talk_store::is_gone;
use crate::base::{ItemId, Result};
use crate::db::Snapshot;

/// What one who listens sees of a message that something happened to, as far as it looks different to others.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(super) enum Glance {
    /// It is there.
    There {
        /// Their own.
        own: bool,
        /// Somebody pressed a sign under it once.
        pressed: bool,
        /// What the viewer pressed under it.
        mine: Option<String>,
        /// The viewer sees what it answers.
        quote: bool,
    },
    /// They may have seen it, and do not any more.
    Gone,
    /// It is nothing to them.
    Nothing,
}

/// What looks different to this viewer in each of these messages, in their order; `list` is the same as JSON. Asked of
/// each who listens, so it is one statement, and another only where something is not there.
pub(super) fn glances(look: &Snapshot<'_>, ids: &[ItemId], list: &str) -> Result<Vec<Glance>> {
    let rows = look.list(
        "SELECT m.id, m.author_id = viewer(), m.reacted,
                CASE m.reacted WHEN 1 THEN (SELECT kind FROM seen_my_reaction WHERE item_id = m.id) END,
                m.answers_id IS NOT NULL AND EXISTS (SELECT 1 FROM seen_message AS q
                  WHERE q.id = m.answers_id AND q.state = 'shown')
         FROM json_each(?1) AS j CROSS JOIN seen_message AS m ON m.id = j.value",
        [list],
        |row| {
            let there = Glance::There {
                own: row.get(1)?,
                pressed: row.get(2)?,
                mine: row.get(3)?,
                quote: row.get(4)?,
            };
            Ok((ItemId(row.get(0)?), there))
        },
    )?;
    let mut there = rows.into_iter().peekable();
    let mut glances = Vec::with_capacity(ids.len());
    for id in ids {
        // The rows come in the order of the list.
        glances.push(match there.next_if(|(found, _)| found == id) {
            Some((_, glance)) => glance,
            None if is_gone(look, *id)? => Glance::Gone,
            None => Glance::Nothing,
        });
    }
    Ok(glances)
}
