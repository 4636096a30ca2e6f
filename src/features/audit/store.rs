//! The SQL of the record: pages and ranges of it, each down an index.

use super::{Filter, What};
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
    pub case: Option<i64>,
    pub reason_code: Option<String>,
    pub reason: Option<String>,
    pub before: Option<Vec<u8>>,
    pub after: Option<Vec<u8>>,
    pub prev: Vec<u8>,
    pub hash: Vec<u8>,
}

const COLUMNS: &str = "seq, boot, monotonic_ms, at, time_trust, actor, actor_role, device, act, kind, item,
     \"case\", reason_code, reason, before_hash, after_hash, prev_hash, hash";

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
        case: row.get(11)?,
        reason_code: row.get(12)?,
        reason: row.get(13)?,
        before: row.get(14)?,
        after: row.get(15)?,
        prev: row.get(16)?,
        hash: row.get(17)?,
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

/// Numbers that one page looks through at most where several parts of a filter have to fit together. What is further off
/// is for the next page: a rare thing among millions costs no more than a common one.
pub(super) const WALK_MAX: usize = 5_000;
/// Entries that are fetched at a time while a page is filled.
const FETCHED: usize = 500;

/// One page of the record.
#[derive(Debug)]
pub(super) struct Found {
    /// In the order of the way.
    pub entries: Vec<Entry>,
    /// The number up to which was looked, where the page is not full and more may follow.
    pub stopped: Option<i64>,
}

/// One page of the record: at most so many rows.
///
/// First numbers are found down one index, that of the part which fits least; then entries are fetched by number until
/// enough of them fit the other parts, too.
pub(super) fn page(look: &Snapshot<'_>, filter: &Filter, way: Way, rows: usize) -> Result<Found> {
    let nothing = Found { entries: Vec::new(), stopped: None };
    let Some((low, high)) = bounds(look, filter, way)? else { return Ok(nothing) };
    let (drivers, rest) = split(filter);
    let walk = if rest.is_empty() { rows } else { WALK_MAX.max(rows) };
    let down = matches!(way, Way::Before(_));
    let mut numbers = Vec::new();
    for (term, value) in &drivers {
        let sql = numbers_sql(term, down);
        numbers.extend(
            look.list(&sql, rusqlite::params![low, high, walk as i64, value], |row| row.get::<_, i64>(0))?,
        );
    }
    let order = |numbers: &mut Vec<i64>| {
        numbers.sort_unstable();
        if down {
            numbers.reverse();
        }
    };
    order(&mut numbers);
    numbers.truncate(walk);
    let mut entries = Vec::new();
    for some in numbers.chunks(FETCHED) {
        let (sql, values) = fetched_sql(&rest, some);
        let mut found = look.list(&sql, rusqlite::params_from_iter(values), entry)?;
        found.sort_unstable_by_key(|entry| if down { -entry.seq } else { entry.seq });
        entries.extend(found);
        if entries.len() >= rows {
            entries.truncate(rows);
            return Ok(Found { entries, stopped: None });
        }
    }
    let stopped = numbers.last().copied().filter(|_| numbers.len() == walk && !rest.is_empty());
    Ok(Found { entries, stopped })
}

/// One part of a filter: words of SQL up to its value.
type Part = (&'static str, Value);

/// The part by whose index numbers are found (several where a group of acts is asked for; an empty one where nothing is),
/// and the parts that are left.
fn split(filter: &Filter) -> (Vec<Part>, Vec<Part>) {
    let text = |text: &str| Value::Text(text.to_owned());
    let mut parts: Vec<Vec<Part>> = Vec::new();
    // The first is found by its index: from what fits least to what fits most.
    parts.extend(filter.item.map(|item| vec![("item =", Value::Integer(item))]));
    parts.extend(filter.reason.as_deref().map(|reason| vec![("reason_code =", text(reason))]));
    parts.extend(filter.what.map(|what| match what {
        What::One(act) => vec![("act =", text(act.word()))],
        What::Any(sort) => sort.acts().map(|act| ("act =", text(act.word()))).collect(),
    }));
    parts.extend(filter.actor.map(|actor| vec![("actor =", Value::Integer(actor))]));
    parts.extend(filter.kind.as_deref().map(|kind| vec![("kind =", text(kind))]));
    parts.extend(filter.trust.as_deref().map(|trust| vec![("time_trust =", text(trust))]));
    let driver = if parts.is_empty() { vec![("", Value::Null)] } else { parts.remove(0) };
    let mut rest: Vec<Part> = Vec::new();
    for part in parts {
        match <[Part; 1]>::try_from(part) {
            Ok([one]) => rest.push(one),
            Err(any) => rest.push((ANY_ACT, words(any))),
        }
    }
    rest.extend(filter.from_ms.map(|from| ("at >=", Value::Integer(from))));
    rest.extend(filter.until_ms.map(|until| ("at <", Value::Integer(until))));
    (driver, rest)
}

/// A group of acts where it is not what numbers are found by.
const ANY_ACT: &str = "act IN words";

/// Words as the JSON list that `json_each` reads.
fn words(parts: Vec<Part>) -> Value {
    let words = parts.into_iter().filter_map(|(_, value)| match value {
        Value::Text(word) => Some(word),
        _ => None,
    });
    Value::Text(serde_json::Value::from(words.collect::<Vec<_>>()).to_string())
}

/// Numbers between two that fit one part, in order down or up.
pub(super) fn numbers_sql(term: &str, down: bool) -> String {
    let order = if down { "DESC" } else { "ASC" };
    // Without a part the value is there all the same, so that every statement takes as many.
    let term = if term.is_empty() { "?4 IS NULL".to_owned() } else { format!("{term} ?4") };
    format!("SELECT seq FROM seen_audit WHERE {term} AND seq > ?1 AND seq < ?2 ORDER BY seq {order} LIMIT ?3")
}

/// Entries of these numbers that fit the parts.
pub(super) fn fetched_sql(parts: &[Part], numbers: &[i64]) -> (String, Vec<Value>) {
    let numbers: Vec<String> = numbers.iter().map(i64::to_string).collect();
    let mut values = vec![Value::Text(format!("[{}]", numbers.join(",")))];
    let mut terms = String::new();
    for (term, value) in parts {
        values.push(value.clone());
        // The plus keeps these out of the choice of an index.
        terms.push_str(&match *term {
            ANY_ACT => format!(" AND +act IN (SELECT value FROM json_each(?{}))", values.len()),
            term => format!(" AND +{term} ?{}", values.len()),
        });
    }
    let sql =
        format!("SELECT {COLUMNS} FROM seen_audit WHERE seq IN (SELECT value FROM json_each(?1)){terms}");
    (sql, values)
}

/// Between which numbers, both left out, a page lies; nothing where the time asked for holds no entry.
fn bounds(look: &Snapshot<'_>, filter: &Filter, way: Way) -> Result<Option<(i64, i64)>> {
    let (mut low, mut high) = match way {
        Way::Before(seq) => (i64::MIN, seq),
        Way::After(seq) => (seq, i64::MAX),
    };
    if filter.from_ms.is_some() || filter.until_ms.is_some() {
        let (from, until) = (filter.from_ms.unwrap_or(i64::MIN), filter.until_ms.unwrap_or(i64::MAX));
        // Time is a label: it bounds the numbers to walk, and the walk keeps the order of numbers.
        let Some((first, last)) = between(look, from, until)? else { return Ok(None) };
        (low, high) = (low.max(first - 1), high.min(last.saturating_add(1)));
    }
    Ok(Some((low, high)))
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
