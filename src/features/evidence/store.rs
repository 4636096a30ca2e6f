//! The SQL of packs: entries of the record about some things, and the pieces of the chain that link them to sheets.

use super::lines::Entry;
use crate::base::Result;
use crate::db::{Row, Snapshot, params};
use data_encoding::HEXLOWER;

/// Entries about the things of one pack, at most: the oldest of them.
const ENTRIES_MAX: i64 = 5_000;

const COLUMNS: &str =
    "seq, form, boot, monotonic_ms, at, time_trust, actor, actor_role, device, act, kind, item, \"case\",
    reason_code, reason, before_hash, after_hash, salt, prev_hash, hash";

fn entry(row: &Row<'_>) -> rusqlite::Result<Entry> {
    let hex = |at: usize| -> rusqlite::Result<Option<String>> {
        Ok(row.get::<_, Option<Vec<u8>>>(at)?.map(|bytes| HEXLOWER.encode(&bytes)))
    };
    Ok(Entry {
        seq: row.get(0)?,
        form: row.get(1)?,
        boot: row.get(2)?,
        monotonic_ms: row.get(3)?,
        at: row.get(4)?,
        time_trust: row.get(5)?,
        actor: row.get(6)?,
        actor_role: row.get(7)?,
        device: row.get(8)?,
        act: row.get(9)?,
        kind: row.get(10)?,
        item: row.get(11)?,
        case: row.get(12)?,
        reason_code: row.get(13)?,
        reason: row.get(14)?,
        before: hex(15)?,
        after: hex(16)?,
        salt: hex(17)?,
        prev: hex(18)?.unwrap_or_default(),
        hash: hex(19)?.unwrap_or_default(),
    })
}

/// Acts whose entries belong to a thing: that it was made, changed, taken away or told to staff, and what staff decided. Not
/// who reacted or followed.
pub(super) const ACTS: &str =
    "(act LIKE '%.add' OR act LIKE '%.edit' OR act LIKE '%.remove' OR act LIKE '%.narrow'
       OR act LIKE 'item.%' OR act LIKE 'report.%' OR act LIKE 'evidence.%' OR act LIKE 'case.%')";

/// Numbers of entries about these things, by kind and number as `["post 7", …]`, in order.
pub(super) fn about(look: &Snapshot<'_>, things: &[(&str, i64)]) -> Result<Vec<i64>> {
    let list: Vec<String> = things.iter().map(|(kind, id)| format!("{kind} {id}")).collect();
    let ids: Vec<i64> = things.iter().map(|(_, id)| *id).collect();
    let json = |value: serde_json::Value| value.to_string();
    look.list(&about_sql(), params![json(ids.into()), json(list.into()), ENTRIES_MAX], |row| row.get(0))
}

pub(super) fn about_sql() -> String {
    format!(
        "SELECT seq FROM seen_audit WHERE item IN (SELECT value FROM json_each(?1)) AND {ACTS}
           AND +kind || ' ' || item IN (SELECT value FROM json_each(?2)) ORDER BY seq LIMIT ?3"
    )
}

/// Numbers of entries about one Reading: that it was asked for, confirmed, ended.
pub(super) fn about_reading(look: &Snapshot<'_>, reading: i64) -> Result<Vec<i64>> {
    look.list(
        "SELECT seq FROM seen_audit WHERE item = ?1 AND +kind = 'reading' ORDER BY seq LIMIT ?2",
        [reading, ENTRIES_MAX],
        |row| row.get(0),
    )
}

/// Entries from one to another, in order, each given to `each`.
pub(super) fn walk(look: &Snapshot<'_>, from: i64, to: i64, mut each: impl FnMut(Entry)) -> Result<()> {
    let sql = format!("SELECT {COLUMNS} FROM seen_audit WHERE seq >= ?1 AND seq <= ?2 ORDER BY seq");
    look.list(&sql, [from, to], |row| {
        each(entry(row)?);
        Ok(())
    })
    .map(drop)
}

/// Entries of these numbers, in order.
pub(super) fn entries(look: &Snapshot<'_>, numbers: &[i64]) -> Result<Vec<Entry>> {
    let numbers = serde_json::Value::from(numbers.to_vec()).to_string();
    let sql = format!(
        "SELECT {COLUMNS} FROM seen_audit WHERE seq IN (SELECT value FROM json_each(?1)) ORDER BY seq"
    );
    look.list(&sql, [numbers], entry)
}

/// The newest entry.
pub(super) fn newest(look: &Snapshot<'_>) -> Result<i64> {
    look.number("SELECT seq, act FROM seen_audit ORDER BY seq DESC LIMIT 1", [])
}

/// The sheets on which entries from this number on stand: day, first and last entry.
pub(super) fn sheets_from(look: &Snapshot<'_>, seq: i64) -> Result<Vec<(String, i64, i64)>> {
    look.list(
        "SELECT day, first_seq, last_seq FROM seen_sheet WHERE last_seq >= ?1 ORDER BY last_seq",
        [seq],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{AccountId, Clock, Duties, Role};
    use crate::db::{Db, Viewer};

    #[tokio::test]
    async fn entries_about_things_are_found_down_the_index_of_things() {
        let folder = tempfile::tempdir().expect("a folder");
        let db =
            Db::open(&folder.path().join("courtyard.db"), 1, Clock::real(), |_, _| ()).expect("a database");
        let owner = Viewer::account(AccountId(1), Role::Owner, Duties::NONE, String::new());
        let plan =
            db.read(&owner, |look| look.plan(&about_sql(), params!["[1]", "[]", 5])).await.expect("a plan");
        assert!(plan.join("; ").contains("audit_by_item"), "{plan:?}");
        db.close();
    }
}
