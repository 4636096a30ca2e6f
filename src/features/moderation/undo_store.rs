//! The SQL of taking a decision back.

use super::undo::Undoable;
use crate::base::{AccountId, ItemId, Result, State, limits};
use crate::db::{Change, Row, Snapshot, params};

pub(super) fn last(look: &Snapshot<'_>) -> Result<Option<Undoable>> {
    let found = look.one(LAST, params![look.now_ms() - limits::UNDO_MS], read)?;
    Ok(found.filter(|(_, can)| *can).map(|(last, _)| last))
}

/// The viewer's decision with this number, where it answered who asked for a second look and can be taken back still.
pub(super) fn answer(look: &Snapshot<'_>, id: i64) -> Result<Option<Undoable>> {
    let found = look.one(ANSWER, params![look.now_ms() - limits::UNDO_MS, id], read)?;
    Ok(found.filter(|(_, can)| *can).map(|(answer, _)| answer))
}

fn read(row: &Row<'_>) -> rusqlite::Result<(Undoable, bool)> {
    let from: Option<String> = row.get(5)?;
    let last = Undoable {
        id: row.get(0)?,
        item: row.get::<_, Option<i64>>(1)?.map(ItemId),
        about: AccountId(row.get(2)?),
        kind: row.get(3)?,
        made_at: row.get(4)?,
        from: from.and_then(|from| State::parse(&from)),
    };
    Ok((last, row.get::<_, bool>(6)?))
}

/// The viewer's last decision, and whether it can be taken back.
const LAST: &str = "SELECT d.id, d.item_id, d.about_id, d.kind, d.made_at, d.from_state,
       d.undoes IS NULL AND d.made_at >= ?1 AND NOT d.answers
         AND NOT EXISTS (SELECT 1 FROM seen_decision AS o WHERE o.item_id = d.item_id AND o.id > d.id)
     FROM seen_my_decision AS d ORDER BY d.id DESC LIMIT 1";

/// One that answered.
const ANSWER: &str = "SELECT d.id, d.item_id, d.about_id, d.kind, d.made_at, d.from_state,
       d.made_at >= ?1 AND d.answers
         AND NOT EXISTS (SELECT 1 FROM seen_decision AS o WHERE o.item_id = d.item_id AND o.id > d.id)
     FROM seen_my_decision AS d WHERE d.id = ?2";

pub(super) fn insert(change: &mut Change<'_>, last: &Undoable, kind: &str, alone: bool) -> Result<()> {
    let (me, now) = (change.me()?, change.now_ms());
    change.run(
        "INSERT INTO decision (item_id, about_id, kind, reason, decided_by, made_at, undoes, alone)
         VALUES (?1, ?2, ?3, 'mistake', ?4, ?5, ?6, ?7)",
        params![last.item.map(|item| item.0), last.about.0, kind, me.0, now, last.id, alone],
    )?;
    Ok(())
}

/// The case that it closed is open again, unless there is another one of the same thing by now.
pub(super) fn open_again(change: &mut Change<'_>, last: &Undoable) -> Result<()> {
    let me = change.me()?;
    change.run(
        "UPDATE \"case\" AS c SET closed_at = NULL, closed_by = NULL, outcome = NULL
         WHERE c.account_id = ?1 AND c.closed_at = ?2 AND c.closed_by = ?3 AND c.origins <> 8
           AND CASE WHEN ?4 IS NULL THEN c.sort IN ('person', 'worry') ELSE c.sort = 'item' AND c.item_id = ?4 END
           AND NOT EXISTS (SELECT 1 FROM \"case\" AS o WHERE o.account_id = c.account_id AND o.sort = c.sort
                             AND coalesce(o.item_id, 0) = coalesce(c.item_id, 0) AND coalesce(o.ref, 0) = 0 AND o.closed_at IS NULL)",
        params![last.about.0, last.made_at, me.0, last.item.map(|item| item.0)],
    )?;
    Ok(())
}

/// What it closed is open again, in whichever case of the same thing is.
pub(super) fn reports_again(change: &mut Change<'_>, last: &Undoable) -> Result<()> {
    let me = change.me()?;
    let of = params![last.about.0, last.made_at, me.0, last.item.map(|item| item.0)];
    change.run(
        "UPDATE report AS r
         SET closed_at = NULL, closed_by = NULL, outcome = NULL,
             case_id = coalesce((SELECT c.id FROM \"case\" AS o JOIN \"case\" AS c ON c.account_id = o.account_id AND c.sort = o.sort
                                   AND coalesce(c.item_id, 0) = coalesce(o.item_id, 0) AND c.closed_at IS NULL
                                 WHERE o.id = r.case_id), r.case_id)
         WHERE r.closed_at = ?2 AND r.closed_by = ?3
           AND r.case_id IN (SELECT id FROM \"case\" WHERE account_id = ?1 AND sort IN ('item', 'person', 'worry'))
           AND CASE WHEN ?4 IS NULL THEN 1 ELSE r.item_id = ?4 AND r.reason <> 'worried' END",
        of,
    )?;
    if let Some(item) = last.item {
        change.run(
            "UPDATE watch_case SET closed_at = NULL, closed_by = NULL
             WHERE item_id = ?1 AND closed_at = ?2 AND closed_by = ?3 AND action <> 'help'",
            params![item.0, last.made_at, me.0],
        )?;
    }
    Ok(())
}

/// What nobody has read of it yet is told to nobody any more; whether its author had not read it.
pub(super) fn untell(change: &mut Change<'_>, last: &Undoable) -> Result<bool> {
    let Some(item) = last.item else {
        change.run(
            "DELETE FROM notice WHERE account_id IN (SELECT reporter_id FROM report WHERE about_id = ?1) AND item_id IS NULL
               AND made_at = ?2 AND read_at IS NULL AND kind = 'outcome'",
            params![last.about.0, last.made_at],
        )?;
        return Ok(false);
    };
    let untold = change.run(
        "DELETE FROM notice WHERE account_id = ?1 AND item_id = ?2 AND made_at = ?3 AND read_at IS NULL
           AND kind IN ('removed', 'restored', 'released', 'shielded')",
        params![last.about.0, item.0, last.made_at],
    )?;
    change.run(
        "DELETE FROM notice WHERE account_id IN (SELECT reporter_id FROM report WHERE item_id = ?1) AND item_id = ?1 AND made_at = ?2
           AND read_at IS NULL AND kind = 'outcome'",
        params![item.0, last.made_at],
    )?;
    Ok(untold > 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Clock, Duties, Role};
    use crate::db::{Db, Viewer};

    #[tokio::test]
    async fn ones_last_decision_is_found_down_an_index() {
        let folder = tempfile::tempdir().expect("a folder");
        let db =
            Db::open(&folder.path().join("courtyard.db"), 1, Clock::real(), |_, _| ()).expect("a database");
        let staff = Viewer::account(AccountId(1), Role::Owner, Duties::NONE, String::new());
        let plan = db.read(&staff, |look| look.plan(LAST, [0])).await.expect("a plan");
        let first = plan.first().expect("a line");
        assert!(first.starts_with("SEARCH d USING") && first.contains("decision_by"), "{plan:#?}");
        assert!(!plan.iter().any(|line| line.contains("TEMP B-TREE")), "{plan:#?}");
        db.close();
    }
}
