//! The SQL of what goes by its age, whoever made it: the same things are done to it as with an account that is emptied.

use super::empty_store::{AT_ONCE, empty, keep, list};
use crate::base::Result;
use crate::db::{Change, Snapshot, params};

/// What goes together by its age.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Aged {
    /// Posts and what belongs to them, albums, and what stands on the notice board.
    Posts,
    /// Messages, with their photos and documents.
    Messages,
}

impl Aged {
    /// The word by which it is kept.
    pub fn word(self) -> &'static str {
        match self {
            Aged::Posts => "posts",
            Aged::Messages => "messages",
        }
    }

    /// Which of the things are of this sort: the photos of a message go with it.
    fn among(self) -> &'static str {
        match self {
            Aged::Posts => {
                "kind IN ('post', 'comment', 'photo', 'album', 'announcement', 'event', 'file') AND under IS NOT 'message'"
            }
            Aged::Messages => "(kind = 'message' OR (kind = 'photo' AND under = 'message'))",
        }
    }
}

/// What one little of clearing did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cleared {
    /// The things that are gone: their words and files, whoever made them.
    pub gone: Vec<i64>,
    /// Up to here all was looked at.
    pub reached: i64,
}

/// The next things of a sort between two ids: what staff need, or a hold names, is kept until it is free; all else is emptied.
///
/// # Errors
/// `Broken` if the database fails.
pub fn clear(change: &mut Change<'_>, aged: Aged, after: i64, before: i64) -> Result<Cleared> {
    let sql = format!(
        "SELECT id, needed OR filled FROM seen_needed WHERE id > ?1 AND id < ?2 AND {} ORDER BY id LIMIT ?3",
        aged.among()
    );
    let found = change.list(&sql, params![after, before, AT_ONCE], |row| {
        Ok((row.get::<_, i64>(0)?, row.get::<_, bool>(1)?))
    })?;
    let of = |stays: bool| found.iter().filter(move |(_, does)| *does == stays).map(|(id, _)| *id);
    keep(change, &list(of(true)), aged.word())?;
    let gone: Vec<i64> = of(false).collect();
    forget(change, aged, &gone)?;
    let more = found.len() as i64 == AT_ONCE;
    let reached = found.last().filter(|_| more).map_or(before - 1, |(id, _)| *id);
    Ok(Cleared { gone, reached })
}

/// The next things of a sort that were kept by name before this id, and are free now; they are emptied.
///
/// # Errors
/// `Broken` if the database fails.
pub fn clear_kept(change: &mut Change<'_>, aged: Aged, before: i64) -> Result<Vec<i64>> {
    let sql = format!("SELECT n.id {FREED} ORDER BY k.item_id LIMIT ?3");
    let gone = change.list(&sql, params![aged.word(), before, AT_ONCE], |row| row.get(0))?;
    forget(change, aged, &gone)?;
    Ok(gone)
}

const FREED: &str = "FROM seen_kept AS k JOIN seen_needed AS n ON n.id = k.item_id
  WHERE k.sort = ?1 AND k.item_id < ?2 AND NOT n.needed AND NOT n.filled";

fn forget(change: &mut Change<'_>, aged: Aged, gone: &[i64]) -> Result<()> {
    let ids = list(gone.iter().copied());
    empty(change, &ids)?;
    if aged == Aged::Messages && !gone.is_empty() {
        // The name and the picture of a conversation are what people made, too: they go with the last that was said.
        change.run(
            "UPDATE conversation SET name = '', picture = NULL
             WHERE sort <> 'group' AND id IN (SELECT parent_id FROM item WHERE id IN (SELECT value FROM json_each(?1)))
               AND NOT EXISTS (SELECT 1 FROM message AS m JOIN item AS i ON i.id = m.id
                               WHERE m.conversation_id = conversation.id AND i.emptied = 0)",
            [&ids],
        )?;
    }
    Ok(())
}

/// How many things of a sort a run would take away: between two ids, and of what was kept before; counted up to a bound.
///
/// # Errors
/// `Broken` if the database fails.
pub fn count(look: &Snapshot<'_>, aged: Aged, after: i64, before: i64, most: i64) -> Result<i64> {
    let sql = format!(
        "SELECT count(*) FROM (SELECT id FROM seen_needed WHERE id > ?1 AND id < ?2 AND {} AND NOT needed AND NOT filled LIMIT ?3)",
        aged.among()
    );
    let new = look.number(&sql, params![after, before, most])?;
    let sql = format!("SELECT count(*) FROM (SELECT n.id {FREED} LIMIT ?3)");
    Ok(new + look.number(&sql, params![aged.word(), before, most])?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Clock;
    use crate::db::{Db, Viewer};

    #[tokio::test]
    async fn what_goes_by_its_age_is_walked_in_its_order() {
        let folder = tempfile::tempdir().expect("a folder");
        let db =
            Db::open(&folder.path().join("courtyard.db"), 1, Clock::real(), |_, _| ()).expect("a database");
        for aged in [Aged::Posts, Aged::Messages] {
            let walks = [
                format!(
                    "SELECT id, needed OR filled FROM seen_needed WHERE id > 1 AND id < 9 AND {} ORDER BY id LIMIT 5",
                    aged.among()
                ),
                format!("SELECT n.id {FREED} ORDER BY k.item_id LIMIT 5")
                    .replace("?1", "'posts'")
                    .replace("?2", "9"),
            ];
            for sql in walks {
                let plan =
                    db.read(&Viewer::the_box(), move |look| look.plan(&sql, [])).await.expect("a plan");
                let first = plan.first().expect("a line");
                assert!(
                    first.contains("INTEGER PRIMARY KEY (rowid>? AND rowid<?)")
                        || first.contains("SEARCH kept_item")
                        || first.contains("SCAN kept_item"),
                    "{plan:#?}"
                );
                let scans: Vec<_> = plan
                    .iter()
                    .filter(|line| line.contains("SCAN ") && !line.contains("CONSTANT ROW"))
                    .collect();
                assert!(
                    scans.iter().all(|line| ["legal_hold", "kept_item", "SCAN h"]
                        .iter()
                        .any(|few| line.contains(few))),
                    "{plan:#?}"
                );
            }
        }
        db.close();
    }
}
