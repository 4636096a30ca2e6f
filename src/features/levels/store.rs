//! The SQL of how strict the house is with one group or one person.

use super::{Level, Limits, Scope};
use crate::base::{Approval, GroupId, ItemId, Result};
use crate::db::{Change, Row, Snapshot, params};

fn limits(row: &Row<'_>, from: usize) -> rusqlite::Result<Limits> {
    let size = |place| {
        Ok::<_, rusqlite::Error>(
            row.get::<_, Option<i64>>(place)?.and_then(|most| usize::try_from(most).ok()),
        )
    };
    Ok(Limits { messages_day: row.get(from)?, people_new: size(from + 1)?, letters: size(from + 2)? })
}

/// What is said of the viewer, and of each group that they are in.
pub(super) fn mine(look: &Snapshot<'_>) -> Result<Vec<Limits>> {
    look.list("SELECT messages_day, people_new, letters FROM seen_my_limits", [], |row| limits(row, 0))
}

/// How many things of the viewer's were let be seen, counted up to a bound.
pub(super) fn shown(look: &Snapshot<'_>, most: i64) -> Result<i64> {
    look.number("SELECT count(*) FROM (SELECT id FROM seen_my_shown LIMIT ?1)", [most])
}

/// The name of a group of which the viewer may say something.
pub(super) fn group(look: &Snapshot<'_>, group: GroupId) -> Result<Option<String>> {
    look.one("SELECT name FROM seen_levelled_group WHERE id = ?1", [group.0], |row| row.get(0))
}

/// How strict it is over a thing that the viewer found.
pub(super) fn over(look: &Snapshot<'_>, item: ItemId) -> Result<Approval> {
    strictest(look, "SELECT approval FROM seen_strict_item WHERE id = ?1", item.0)
}

/// Of these things that the viewer found, those where nobody writes now.
pub(super) fn resting(look: &Snapshot<'_>, items: &[ItemId]) -> Result<Vec<ItemId>> {
    let list = items.iter().map(ItemId::to_string).collect::<Vec<_>>().join(",");
    look.list(
        // Mostly no group rests at all: that is asked once, and only else of each thing.
        "SELECT DISTINCT s.id FROM seen_strict_item AS s
         WHERE EXISTS (SELECT 1 FROM seen_any_rest) AND s.id IN (SELECT value FROM json_each(?1)) AND s.approval = 'read_only'",
        [format!("[{list}]")],
        |row| row.get(0).map(ItemId),
    )
}

/// How strict it is in a group that the viewer is in.
pub(super) fn in_group(look: &Snapshot<'_>, group: GroupId) -> Result<Approval> {
    strictest(look, "SELECT approval FROM seen_strict_group WHERE group_id = ?1", group.0)
}

fn strictest(look: &Snapshot<'_>, sql: &str, id: i64) -> Result<Approval> {
    let words = look.list(sql, [id], |row| row.get::<_, String>(0))?;
    // As for the writer: a word that nobody knows lets nothing through.
    let levels = words.iter().map(|word| Approval::parse(word).unwrap_or(Approval::ReadOnly));
    Ok(levels.fold(Approval::Open, Approval::max))
}

fn columns(scope: Scope) -> (Option<i64>, Option<i64>) {
    match scope {
        Scope::Person(id) => (Some(id.0), None),
        Scope::Group(id) => (None, Some(id.0)),
    }
}

/// What is said of it; as of anybody where nothing is.
pub(super) fn find(look: &Snapshot<'_>, scope: Scope) -> Result<Level> {
    let (person, group) = columns(scope);
    let found = look.one(
        "SELECT approval, messages_day, people_new, letters FROM seen_level WHERE account_id IS ?1 AND group_id IS ?2",
        params![person, group],
        |row| {
            let approval = Approval::parse(row.get_ref(0)?.as_str()?).unwrap_or(Approval::Open);
            Ok(Level { approval, limits: limits(row, 1)? })
        },
    )?;
    Ok(found.unwrap_or_default())
}

pub(super) fn set(change: &mut Change<'_>, scope: Scope, level: Level) -> Result<()> {
    let ((person, group), me, now) = (columns(scope), change.me()?, change.now_ms());
    change.run("DELETE FROM level WHERE account_id IS ?1 AND group_id IS ?2", params![person, group])?;
    if level == Level::default() {
        return Ok(());
    }
    let Limits { messages_day, people_new, letters } = level.limits;
    change.run(
        "INSERT INTO level (account_id, group_id, approval, messages_day, people_new, letters, set_by, set_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        params![
            person,
            group,
            level.approval.word(),
            messages_day,
            people_new.map(|most| most as i64),
            letters.map(|most| most as i64),
            me.0,
            now
        ],
    )?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::base::Clock;
    use crate::db::{Db, Viewer};

    #[tokio::test]
    async fn what_each_page_and_each_write_asks_is_found_down_an_index() {
        let folder = tempfile::tempdir().expect("a folder");
        let db =
            Db::open(&folder.path().join("courtyard.db"), 1, Clock::real(), |_, _| ()).expect("a database");
        for sql in [
            "SELECT approval FROM seen_my_level",
            "SELECT messages_day, people_new, letters FROM seen_my_limits",
            "SELECT count(*) FROM (SELECT id FROM seen_my_shown LIMIT 3)",
            "SELECT approval FROM seen_group_level WHERE group_id = 7",
            "SELECT approval FROM seen_item_level WHERE id = 7",
            "SELECT approval FROM seen_strict_item WHERE id = 7",
            "SELECT approval FROM seen_strict_group WHERE group_id = 7",
            "SELECT DISTINCT s.id FROM seen_strict_item AS s
             WHERE EXISTS (SELECT 1 FROM seen_any_rest) AND s.id IN (SELECT value FROM json_each('[7]')) AND s.approval = 'read_only'",
            "SELECT DISTINCT group_id FROM seen_strict_group
             WHERE EXISTS (SELECT 1 FROM seen_any_rest) AND approval = 'read_only' ORDER BY group_id",
            "SELECT messages FROM seen_sent_day WHERE day = 7",
        ] {
            let plan = db.read(&Viewer::the_box(), |look| look.plan(sql, [])).await.expect("a plan");
            // What is stopped, and what groups say, are a few rows of an index that has nothing else.
            let few = [
                "SCAN freeze USING",
                "SCAN level USING",
                "SCAN l USING",
                "SCAN f",
                // The one or two rows of a group that were found just before.
                "SCAN seen_strict_group",
                "SCAN (subquery",
                "SCAN CONSTANT",
                // The things of one page, and whether any group rests at all: one row or none.
                "SCAN json_each",
                "SCAN seen_any_rest",
            ];
            let walks = plan.iter().filter(|line| line.contains("SCAN ")).collect::<Vec<_>>();
            assert!(
                walks.iter().all(|line| few.iter().any(|start| line.contains(start))),
                "{sql}: {plan:#?}"
            );
        }
        db.close();
    }
}
