//! The SQL of the record: pages and ranges of it, each down an index.

use super::Filter;
use crate::base::Result;
use crate::db::{Row, Snapshot, Value};

/// One entry of the record.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub seq: i64,
    pub boot: i64,
    pub monotonic_ms: i64,
    pub at: i64,
    pub time_trust: String,
    pub actor: i64,
    pub actor_role: String,
    pub device: String,
    pub act: String,
    pub kind: Option<String>,
    pub item: Option<i64>,
    pub reason_code: Option<String>,
    pub reason: Option<String>,
    pub before: Option<Vec<u8>>,
    pub after: Option<Vec<u8>>,
    pub prev: Vec<u8>,
    pub hash: Vec<u8>,
}

const COLUMNS: &str = "seq, boot, monotonic_ms, at, time_trust, actor, actor_role, device, act, kind, item,
     reason_code, reason, before_hash, after_hash, prev_hash, hash";

fn entry(row: &Row<'_>) -> rusqlite::Result<Entry> {
    Ok(Entry {
        seq: row.get(0)?,
        boot: row.get(1)?,
        monotonic_ms: row.get(2)?,
        at: row.get(3)?,
        time_trust: row.get(4)?,
        actor: row.get(5)?,
        actor_role: row.get(6)?,
        device: row.get(7)?,
        act: row.get(8)?,
        kind: row.get(9)?,
        item: row.get(10)?,
        reason_code: row.get(11)?,
        reason: row.get(12)?,
        before: row.get(13)?,
        after: row.get(14)?,
        prev: row.get(15)?,
        hash: row.get(16)?,
    })
}

/// Which way a page goes from its place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Way {
    /// Entries before this number, newest first.
    Before(i64),
    /// Entries after this number, oldest first.
    After(i64),
}

/// One page of the record.
pub(super) fn page(look: &Snapshot<'_>, filter: &Filter, way: Way, rows: usize) -> Result<Vec<Entry>> {
    let Some((sql, values)) = asked(look, filter, way, rows)? else { return Ok(Vec::new()) };
    look.list(&sql, rusqlite::params_from_iter(values), entry)
}

/// The statement of one page and its values; nothing where the time asked for holds no entry.
pub(super) fn asked(
    look: &Snapshot<'_>,
    filter: &Filter,
    way: Way,
    rows: usize,
) -> Result<Option<(String, Vec<Value>)>> {
    let (mut terms, mut values) = (String::new(), Vec::new());
    let mut term = |words: &str, value: Value| {
        values.push(value);
        terms.push_str(&format!("{}{words} ?{}", if values.len() > 1 { " AND " } else { "" }, values.len()));
    };
    match way {
        Way::Before(seq) => term("seq <", Value::Integer(seq)),
        Way::After(seq) => term("seq >", Value::Integer(seq)),
    }
    if let Some(actor) = filter.actor {
        term("actor =", Value::Integer(actor));
    }
    if let Some(act) = filter.act {
        term("act =", Value::Text(act.word().to_owned()));
    }
    if let Some((kind, item)) = &filter.item {
        term("item =", Value::Integer(*item));
        if !kind.is_empty() {
            term("kind =", Value::Text(kind.clone()));
        }
    }
    if filter.from_ms.is_some() || filter.until_ms.is_some() {
        let (from, until) = (filter.from_ms.unwrap_or(i64::MIN), filter.until_ms.unwrap_or(i64::MAX));
        // Time is a label: it bounds the numbers to walk, and the walk keeps the order of numbers.
        let Some((first, last)) = between(look, from, until)? else { return Ok(None) };
        term("seq >=", Value::Integer(first));
        term("seq <=", Value::Integer(last));
        // The plus keeps these two out of the choice of an index.
        term("+at >=", Value::Integer(from));
        term("+at <", Value::Integer(until));
    }
    let order = if matches!(way, Way::Before(_)) { "DESC" } else { "ASC" };
    Ok(Some((
        format!("SELECT {COLUMNS} FROM seen_audit WHERE {terms} ORDER BY seq {order} LIMIT {rows}"),
        values,
    )))
}

/// The first and last number whose shown time is within these bounds.
pub(super) const BETWEEN: &str = "SELECT min(seq), max(seq) FROM seen_audit WHERE at >= ?1 AND at < ?2";

fn between(look: &Snapshot<'_>, from: i64, until: i64) -> Result<Option<(i64, i64)>> {
    let bounds = look.one(BETWEEN, [from, until], |row| {
        Ok(row.get::<_, Option<i64>>(0)?.zip(row.get::<_, Option<i64>>(1)?))
    })?;
    Ok(bounds.flatten())
}

/// The number and hash of the newest entry, whatever it says: the head of the chain.
pub(super) fn newest(look: &Snapshot<'_>) -> Result<Option<(i64, Vec<u8>)>> {
    look.one("SELECT seq, hash FROM seen_audit_head ORDER BY seq DESC LIMIT 1", [], |row| {
        Ok((row.get(0)?, row.get(1)?))
    })
}

/// One entry.
pub(super) fn find(look: &Snapshot<'_>, seq: i64) -> Result<Entry> {
    look.found(&format!("SELECT {COLUMNS} FROM seen_audit WHERE seq = ?1"), [seq], entry)
}

/// The number of a person with this sign-in name.
pub(super) fn number_of(look: &Snapshot<'_>, username: &str) -> Result<Option<i64>> {
    look.one("SELECT id FROM seen_person WHERE username = ?1", [username], |row| row.get(0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{AccountId, Act, Clock, Duties, Role};
    use crate::db::{Db, Viewer};

    #[tokio::test]
    async fn every_filter_of_the_record_goes_down_an_index_in_the_order_of_numbers() {
        let folder = tempfile::tempdir().expect("a folder");
        let db = Db::open(&folder.path().join("courtyard.db"), 1, Clock::held(5_000).0, |_, _| ())
            .expect("a database");
        let auditor = Viewer::account(AccountId(1), Role::Owner, Duties::NONE, String::new());
        db.write(&auditor, Act::Upkeep, |_| Ok(())).await.expect("an entry");
        let all = Filter::default();
        let filters = [
            (all.clone(), "PRIMARY KEY"),
            (Filter { actor: Some(1), ..all.clone() }, "audit_by_actor"),
            (Filter { act: Some(Act::AddPost), ..all.clone() }, "audit_by_act"),
            (Filter { item: Some(("post".into(), 7)), ..all.clone() }, "audit_by_item"),
            (Filter { from_ms: Some(0), until_ms: Some(9_000), ..all.clone() }, "PRIMARY KEY"),
            (Filter { actor: Some(1), from_ms: Some(0), ..all }, "audit_by_actor"),
        ];
        for way in [Way::Before(100), Way::After(0)] {
            for (filter, index) in &filters {
                let plan = db.read(&auditor, |look| {
                    let (sql, values) = asked(look, filter, way, 50)?.expect("the entry is within");
                    look.plan(&sql, rusqlite::params_from_iter(values))
                });
                let plan = plan.await.expect("a plan").join("; ");
                assert!(plan.contains("SEARCH") && plan.contains(index), "{filter:?}: {plan}");
                assert!(!plan.contains("TEMP B-TREE"), "{filter:?}: {plan}");
            }
        }
        let plan = db.read(&auditor, |look| look.plan(BETWEEN, [0, 1])).await.expect("a plan").join("; ");
        assert!(plan.contains("COVERING INDEX audit_by_time"), "{plan}");
        db.close();
    }

    #[tokio::test]
    async fn days_choose_what_is_shown_and_numbers_keep_the_order() {
        let folder = tempfile::tempdir().expect("a folder");
        let (clock, hand) = Clock::held(0);
        let db = Db::open(&folder.path().join("courtyard.db"), 1, clock, |_, _| ()).expect("a database");
        let auditor = Viewer::account(AccountId(1), Role::Owner, Duties::NONE, String::new());
        // The clock jumps back after the second entry.
        for at in [100, 300, 200, 900] {
            hand.store(at, std::sync::atomic::Ordering::Relaxed);
            db.write(&auditor, Act::Upkeep, |_| Ok(())).await.expect("an entry");
        }
        let filter = Filter { from_ms: Some(150), until_ms: Some(900), ..Filter::default() };
        let shown =
            db.read(&auditor, |look| page(look, &filter, Way::Before(i64::MAX), 50)).await.expect("a page");
        assert_eq!(shown.iter().map(|entry| entry.seq).collect::<Vec<_>>(), [3, 2]);
        let nobody = Viewer::account(AccountId(2), Role::Staff, Duties::parse("moderate"), String::new());
        let shown =
            db.read(&nobody, |look| page(look, &filter, Way::Before(i64::MAX), 50)).await.expect("a page");
        assert!(shown.is_empty(), "who does not hold Audit sees nothing of it");
        db.close();
    }
}
