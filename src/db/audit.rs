//! The audit log: each entry carries the hash of the one before, so a changed past shows.

use super::said;
use crate::base::Result;
use rusqlite::{Connection, params};

/// One entry as it is hashed and kept.
pub(super) struct Line<'a> {
    pub seq: i64,
    pub boot: i64,
    pub monotonic_ms: i64,
    pub at: i64,
    pub time_trust: &'a str,
    pub actor: i64,
    pub actor_role: &'a str,
    pub device: &'a str,
    pub act: &'a str,
    pub kind: Option<&'a str>,
    pub item: Option<i64>,
    pub case: Option<i64>,
    pub reason_code: Option<&'a str>,
    pub reason: Option<&'a str>,
    pub before: Option<&'a [u8]>,
    pub after: Option<&'a [u8]>,
    pub prev: &'a [u8],
}

/// Bytes that hold every field with its length before it, so that no two entries can share them.
///
/// Form 1: for each field one byte (0 absent, 1 number, 2 bytes), then a number as eight bytes
/// little-endian, or the length as eight bytes little-endian and the bytes.
struct Canonical(blake3::Hasher);

impl Canonical {
    fn number(&mut self, value: Option<i64>) {
        match value {
            None => self.0.update(&[0]),
            Some(value) => self.0.update(&[1]).update(&value.to_le_bytes()),
        };
    }

    fn bytes(&mut self, value: Option<&[u8]>) {
        match value {
            None => self.0.update(&[0]),
            Some(value) => self.0.update(&[2]).update(&(value.len() as u64).to_le_bytes()).update(value),
        };
    }
}

impl Line<'_> {
    /// The BLAKE3 hash of the canonical bytes, the hash of the entry before included.
    pub(super) fn hash(&self) -> [u8; 32] {
        let mut hash = Canonical(blake3::Hasher::new());
        let text = |text: &'_ str| Some(text.as_bytes().to_vec());
        for number in [self.seq, self.boot, self.monotonic_ms, self.at, self.actor] {
            hash.number(Some(number));
        }
        for word in [self.time_trust, self.actor_role, self.device, self.act] {
            hash.bytes(Some(word.as_bytes()));
        }
        hash.bytes(self.kind.and_then(text).as_deref());
        hash.number(self.item);
        hash.number(self.case);
        hash.bytes(self.reason_code.map(str::as_bytes));
        hash.bytes(self.reason.map(str::as_bytes));
        hash.bytes(self.before);
        hash.bytes(self.after);
        hash.bytes(Some(self.prev));
        *hash.0.finalize().as_bytes()
    }
}

/// What an unguarded walk over the whole log found.
#[derive(Debug, PartialEq, Eq)]
pub struct Verified {
    /// How many entries there are.
    pub entries: i64,
    /// The hash of the newest entry, in hexadecimal; of nothing: 64 zeros.
    pub head: String,
    /// The first place that does not hold, if any.
    pub fault: Option<Fault>,
}

/// Where the log does not hold, and how.
#[derive(Debug, PartialEq, Eq)]
pub enum Fault {
    /// An entry is missing before this sequence number, or stands in the wrong place.
    Gap {
        /// The sequence number that should stand here.
        expected: i64,
        /// The one that does.
        found: i64,
    },
    /// This entry names another one before it than stands there.
    Order(i64),
    /// This entry's fields are not those that were hashed.
    Changed(i64),
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Fault::Gap { expected, found } => {
                write!(f, "entry {expected} is missing: {found} stands in its place")
            }
            Fault::Order(seq) => write!(f, "entry {seq} does not follow the entry before it"),
            Fault::Changed(seq) => write!(f, "entry {seq} was changed after it was written"),
        }
    }
}

/// Walks the log from its first entry and names the first place that does not hold.
///
/// # Errors
/// `Broken` if the database cannot be read.
pub fn verify(sql: &Connection) -> Result<Verified> {
    let mut asked = sql
        .prepare(
            "SELECT seq, boot, monotonic_ms, at, time_trust, actor, actor_role, device, act, kind, item, \"case\",
                    reason_code, reason, before_hash, after_hash, prev_hash, hash
             FROM audit ORDER BY seq",
        )
        .map_err(said)?;
    let mut rows = asked.query([]).map_err(said)?;
    let (mut entries, mut prev) = (0, [0u8; 32].to_vec());
    let mut fault = None;
    while let Some(row) = rows.next().map_err(said)? {
        match entry_holds(row, entries + 1, &prev).map_err(said)? {
            Ok(hash) => prev = hash,
            Err(found) => {
                fault = Some(found);
                break;
            }
        }
        entries += 1;
    }
    Ok(Verified { entries, head: data_encoding::HEXLOWER.encode(&prev), fault })
}

fn entry_holds(
    row: &rusqlite::Row<'_>,
    expected: i64,
    prev: &[u8],
) -> rusqlite::Result<Result<Vec<u8>, Fault>> {
    let seq: i64 = row.get(0)?;
    if seq != expected {
        return Ok(Err(Fault::Gap { expected, found: seq }));
    }
    let texts: Vec<Option<String>> =
        [4, 6, 7, 8, 9, 12, 13].iter().map(|at| row.get(*at)).collect::<rusqlite::Result<_>>()?;
    let text = |at: usize| texts[at].as_deref();
    let (before, after): (Option<Vec<u8>>, Option<Vec<u8>>) = (row.get(14)?, row.get(15)?);
    let (named, kept): (Vec<u8>, Vec<u8>) = (row.get(16)?, row.get(17)?);
    if named != prev {
        return Ok(Err(Fault::Order(seq)));
    }
    let line = Line {
        seq,
        boot: row.get(1)?,
        monotonic_ms: row.get(2)?,
        at: row.get(3)?,
        time_trust: text(0).unwrap_or_default(),
        actor: row.get(5)?,
        actor_role: text(1).unwrap_or_default(),
        device: text(2).unwrap_or_default(),
        act: text(3).unwrap_or_default(),
        kind: text(4),
        item: row.get(10)?,
        case: row.get(11)?,
        reason_code: text(5),
        reason: text(6),
        before: before.as_deref(),
        after: after.as_deref(),
        prev: &named,
    };
    Ok(if line.hash()[..] == kept[..] { Ok(kept) } else { Err(Fault::Changed(seq)) })
}

/// The writer's end of the log: knows the newest entry and adds the next.
pub(super) struct Chain {
    pub seq: i64,
    pub head: [u8; 32],
    pub boot: i64,
}

impl Chain {
    /// Finds the newest entry.
    pub(super) fn open(sql: &Connection, boot: i64) -> rusqlite::Result<Chain> {
        let newest = sql.query_row("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1", [], |row| {
            Ok((row.get::<_, i64>(0)?, row.get::<_, [u8; 32]>(1)?))
        });
        match newest {
            Ok((seq, head)) => Ok(Chain { seq, head, boot }),
            Err(rusqlite::Error::QueryReturnedNoRows) => Ok(Chain { seq: 0, head: [0; 32], boot }),
            Err(error) => Err(error),
        }
    }

    /// Writes one entry; the caller keeps `(seq, hash)` once the savepoint is released.
    pub(super) fn add(sql: &Connection, line: &Line<'_>) -> rusqlite::Result<[u8; 32]> {
        let hash = line.hash();
        sql.prepare_cached(
            "INSERT INTO audit (seq, boot, monotonic_ms, at, time_trust, actor, actor_role, device, act, kind, item,
                                \"case\", reason_code, reason, before_hash, after_hash, prev_hash, hash)
             VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,?17,?18)",
        )?
        .execute(params![
            line.seq, line.boot, line.monotonic_ms, line.at, line.time_trust, line.actor, line.actor_role,
            line.device, line.act, line.kind, line.item, line.case, line.reason_code, line.reason, line.before,
            line.after, line.prev, &hash[..]
        ])?;
        Ok(hash)
    }
}
