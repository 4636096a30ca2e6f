//! The SQL of the queue: its lists, each walked down an index of its own, and how many stand in them.

use super::{Cursor, Head, Queue};
use crate::base::{AccountId, ItemId, Result, limits};
use crate::db::{Row, Snapshot, params};
use crate::features::moderation::CaseSort;

/// What a line needs.
pub(super) const LINE: &str = "SELECT c.id, c.sort, c.rank, c.item_id, c.account_id, coalesce(c.ref, 0), c.origins, c.opened_at, c.due_at, c.looker";

/// What is open, of these conditions and in this order: in an index.
fn walked(queue: Queue) -> String {
    // The id of a row does not narrow an index by a pair of values: so the cases of the severity at which a page begins
    // come first, and then those that are less severe.
    match queue {
        Queue::All => format!(
            "SELECT * FROM ({LINE} FROM seen_case AS c WHERE c.closed_at IS NULL AND c.rank = ?1 AND c.id > ?2 ORDER BY c.id LIMIT ?3)
             UNION ALL SELECT * FROM ({LINE} FROM seen_case AS c WHERE c.closed_at IS NULL AND c.rank > ?1 ORDER BY c.rank, c.id LIMIT ?3)
             LIMIT ?3"
        ),
        Queue::Urgent => format!(
            "{LINE} FROM seen_case AS c WHERE c.closed_at IS NULL AND c.rank = 0 AND ?1 = 0 AND c.id > ?2 ORDER BY c.id LIMIT ?3"
        ),
        Queue::Mine => format!(
            "{LINE} FROM seen_case AS c WHERE c.closed_at IS NULL AND c.claimed_by = viewer() AND c.looker IS NOT NULL
               AND (c.rank, c.id) > (?1, ?2) ORDER BY c.rank, c.id LIMIT ?3"
        ),
        Queue::Oldest => format!(
            "{LINE} FROM seen_case AS c WHERE c.closed_at IS NULL AND (c.due_at, c.id) > (?1, ?2) ORDER BY c.due_at, c.id LIMIT ?3"
        ),
        Queue::Appeals => format!(
            "{LINE} FROM seen_case AS c WHERE c.closed_at IS NULL AND c.sort = 'appeal' AND (c.rank, c.id) > (?1, ?2)
             ORDER BY c.rank, c.id LIMIT ?3"
        ),
        // The first of each group that the viewer leads, and of these the first.
        Queue::Groups => format!(
            "{LINE} FROM (SELECT DISTINCT k.rank, k.case_id
                FROM seen_membership AS l CROSS JOIN seen_case_group AS k ON k.group_id = l.group_id
                WHERE l.account_id = viewer() AND l.leader = 1
                  AND (k.rank, k.case_id) IN (SELECT o.rank, o.case_id FROM seen_case_group AS o
                        WHERE o.group_id = l.group_id AND (o.rank, o.case_id) > (?1, ?2)
                        ORDER BY o.rank, o.case_id LIMIT ?3)
                ORDER BY k.rank, k.case_id LIMIT ?3) AS f
             CROSS JOIN seen_case AS c ON c.id = f.case_id ORDER BY f.rank, f.case_id"
        ),
    }
}

/// One of those lines.
pub(super) fn head(row: &Row<'_>) -> rusqlite::Result<Head> {
    Ok(Head {
        id: row.get(0)?,
        sort: CaseSort::parse(row.get_ref(1)?.as_str()?).unwrap_or(CaseSort::Item),
        rank: row.get(2)?,
        item: row.get::<_, Option<i64>>(3)?.map(ItemId),
        person: AccountId(row.get(4)?),
        refers: row.get(5)?,
        origins: row.get(6)?,
        since_ms: row.get(7)?,
        due_ms: row.get(8)?,
        looker: row.get::<_, Option<i64>>(9)?.map(AccountId),
    })
}

/// One page of a list, and where the next begins.
pub(super) fn page(
    look: &Snapshot<'_>,
    queue: Queue,
    after: Cursor,
    rows: usize,
) -> Result<(Vec<Head>, Option<Cursor>)> {
    let mut heads = look.list(&walked(queue), params![after.first, after.id, rows as i64 + 1], head)?;
    let more = heads.len() > rows;
    heads.truncate(rows);
    let end = heads.last().filter(|_| more).map(|head| Cursor::at(queue, head));
    Ok((heads, end))
}

/// The case after this one in the list of all; the first, where there is no such case.
pub(super) fn after(look: &Snapshot<'_>, case: i64) -> Result<Option<Head>> {
    let place = look.one("SELECT rank, id FROM seen_case WHERE id = ?1", [case], |row| {
        Ok(Cursor { first: row.get(0)?, id: row.get(1)? })
    })?;
    let next = look.list(
        &walked(Queue::All),
        params![place.unwrap_or_default().first, place.map_or(0, |at| at.id), 1],
        head,
    )?;
    Ok(next.into_iter().next())
}

/// The items of these open cases, as far as the viewer sees them.
pub(super) fn items_of(look: &Snapshot<'_>, cases: &[i64]) -> Result<Vec<ItemId>> {
    look.list(
        "SELECT item_id FROM seen_case WHERE id IN (SELECT value FROM json_each(?1)) AND sort = 'item' AND closed_at IS NULL
         ORDER BY rank, id",
        [super::store::numbers(cases.iter().copied())],
        |row| row.get(0).map(ItemId),
    )
}

/// How many are open, urgent, mine, overdue and of who asks for a second look, as far as the viewer sees them; at most
/// [`limits::CASES_COUNTED`] of each are counted.
pub(super) fn counts(look: &Snapshot<'_>) -> Result<[i64; 5]> {
    let counted = look.one(COUNTS, params![limits::CASES_COUNTED, look.now_ms()], |row| {
        Ok([row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?])
    })?;
    Ok(counted.unwrap_or_default())
}

/// The urgent ones stand first in the list of all, so that one walk counts both.
const COUNTS: &str = "SELECT a.open, a.urgent,
     (SELECT count(*) FROM (SELECT c.sort FROM seen_case AS c
        WHERE c.closed_at IS NULL AND c.claimed_by = viewer() AND c.looker IS NOT NULL LIMIT ?1)),
     (SELECT count(*) FROM (SELECT c.sort FROM seen_case AS c WHERE c.closed_at IS NULL AND c.due_at <= ?2 LIMIT ?1)),
     (SELECT count(*) FROM (SELECT c.sort FROM seen_case AS c WHERE c.closed_at IS NULL AND c.sort = 'appeal' LIMIT ?1))
   FROM (SELECT count(*) AS open, coalesce(sum(rank = 0), 0) AS urgent FROM (
       SELECT c.rank FROM seen_case AS c WHERE c.closed_at IS NULL ORDER BY c.rank, c.id LIMIT ?1)) AS a";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Clock, Duties, Role};
    use crate::db::{Db, Viewer};

    #[tokio::test]
    async fn each_list_is_walked_down_its_own_index_and_never_sorted() {
        let folder = tempfile::tempdir().expect("a folder");
        let db =
            Db::open(&folder.path().join("courtyard.db"), 1, Clock::real(), |_, _| ()).expect("a database");
        let staff = Viewer::account(AccountId(1), Role::Owner, Duties::NONE, String::new());
        let indexes = [
            (Queue::All, "case_open"),
            (Queue::Urgent, "case_open"),
            (Queue::Mine, "case_claimed"),
            (Queue::Oldest, "case_due"),
            (Queue::Appeals, "case_of_sort"),
        ];
        for (queue, index) in indexes {
            let plan =
                db.read(&staff, move |look| look.plan(&walked(queue), [0, 0, 51])).await.expect("a plan");
            assert!(
                plan.iter().any(|line| line.starts_with("SEARCH c USING INDEX") && line.contains(index)),
                "{plan:#?}"
            );
            assert!(
                !plan.iter().any(|line| line.contains("TEMP B-TREE") || line.starts_with("SCAN c")),
                "{plan:#?}"
            );
        }
        // A page of each group that one leads is put in order, and nothing more than that.
        let plan =
            db.read(&staff, |look| look.plan(&walked(Queue::Groups), [0, 0, 51])).await.expect("a plan");
        assert!(
            plan.iter().any(|line| line.contains("PRIMARY KEY (group_id=? AND (rank,case_id)>(?,?))")),
            "{plan:#?}"
        );
        assert!(
            !plan.iter().any(|line| line.starts_with("SCAN g") || line.starts_with("SCAN c")),
            "{plan:#?}"
        );
        let plan = db.read(&staff, |look| look.plan(COUNTS, [100, 5])).await.expect("a plan");
        for index in ["case_open", "case_claimed", "case_due", "case_of_sort"] {
            assert!(plan.iter().any(|line| line.contains(index)), "{plan:#?}");
        }
        db.close();
    }
}
