//! The SQL of what one put on the notice board in an archive.

use super::beside_store::{audience, before, numbers, state};
use super::leaf::{Leaf, Words, iso};
use crate::base::Result;
use crate::db::{Snapshot, params};
use serde_json::json;
use std::collections::HashMap;

pub(super) fn announcements(
    look: &Snapshot<'_>,
    words: &Words<'_>,
    after: i64,
    most: usize,
) -> Result<Vec<Leaf>> {
    let me = look.me()?;
    let found = look.list(
        "SELECT id, title, body, audience, state, made_at, edited_at, until_at FROM seen_announcement
         WHERE author_id = ?1 AND id > ?2 ORDER BY id LIMIT ?3",
        params![me.0, after, most.min(100) as i64],
        |row| {
            let (title, text): (String, String) = (row.get(1)?, row.get(2)?);
            let made_at: i64 = row.get(5)?;
            let data = json!({
                "id": row.get::<_, i64>(0)?, "title": title, "text": text, "state": row.get::<_, String>(4)?,
                "made_at": iso(made_at), "edited_at": row.get::<_, Option<i64>>(6)?.map(iso), "until": iso(row.get(7)?),
            });
            let leaf = Leaf { id: row.get(0)?, data, head: title, text, at_ms: Some(made_at), ..Leaf::default() };
            Ok((row.get::<_, String>(3)?, leaf))
        },
    )?;
    addressed(look, words, found)
}

/// Puts beside each to whom it goes, and what it said before.
fn addressed(look: &Snapshot<'_>, words: &Words<'_>, found: Vec<(String, Leaf)>) -> Result<Vec<Leaf>> {
    let ids = numbers(found.iter().map(|(_, leaf)| leaf.id));
    let mut to: HashMap<i64, Vec<(String, i64, String)>> = HashMap::new();
    let rows = look.list(
        "SELECT t.item_id, t.target_id, g.name FROM seen_board_target AS t LEFT JOIN seen_group AS g ON g.id = t.target_id
         WHERE t.item_id IN (SELECT value FROM json_each(?1))",
        [&ids],
        |row| Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?, row.get::<_, Option<String>>(2)?.unwrap_or_default())),
    )?;
    for (item, group, name) in rows {
        to.entry(item).or_default().push(("group".into(), group, name));
    }
    let mut earlier = before(look, &ids)?;
    let whole = |(kind, mut leaf): (String, Leaf)| {
        let (for_whom, said) = audience(words, &kind, to.remove(&leaf.id));
        leaf.data["audience"] = for_whom;
        leaf.data["before"] = earlier.remove(&leaf.id).unwrap_or_default().into();
        let shown = leaf.data["state"].as_str().unwrap_or_default().to_owned();
        leaf.with(words.lang.archive_for(), said).with(words.lang.archive_state(), state(words, &shown))
    };
    Ok(found.into_iter().map(whole).collect())
}
