//! The walk over the audit log: the first place that does not hold, and whether it is the log that stands on paper.

use super::audit::Line;
use super::said;
use crate::base::Result;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row};

/// What stands on a sheet of paper: the hash of an entry, and its number where that is known, too.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Paper {
    /// The number of the entry.
    pub seq: Option<i64>,
    /// Its hash.
    pub head: [u8; 32],
}

/// What an unguarded walk over the whole log found.
#[derive(Debug, PartialEq, Eq)]
pub struct Verified {
    /// How many entries there are, up to the fault.
    pub entries: i64,
    /// The hash of the newest of these, in hexadecimal; of nothing: 64 zeros.
    pub head: String,
    /// How many of the papers were found to say the same.
    pub papers: usize,
    /// The first place that does not hold, if any.
    pub fault: Option<Fault>,
}

/// Where the log does not hold, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
    /// The file is damaged where this entry should be.
    Unreadable(i64),
    /// The log ends before what stands on a paper.
    Cut {
        /// Its newest entry.
        newest: i64,
        /// The entry that the paper knows.
        paper: i64,
    },
    /// The log holds by itself, and is not the one on the paper: something was changed, and the chain computed anew.
    Anew {
        /// The newest entry that a paper before confirms, or 0.
        after: i64,
        /// The entry whose hash is another one on the paper.
        paper: i64,
    },
    /// No entry has the hash that stands on a paper without a number.
    Nowhere,
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Fault::Gap { expected, found } => {
                write!(f, "entry {expected} is missing: {found} stands in its place")
            }
            Fault::Order(seq) => write!(f, "entry {seq} does not follow the entry before it"),
            Fault::Changed(seq) => write!(f, "entry {seq} was changed after it was written"),
            Fault::Unreadable(seq) => write!(f, "the file is damaged where entry {seq} should be"),
            Fault::Cut { newest, paper } => {
                write!(
                    f,
                    "the end was cut off: the log ends at entry {newest}, and the paper knows entry {paper}"
                )
            }
            Fault::Anew { after, paper } => write!(
                f,
                "entry {paper} is another one than on the paper: something from entry {} to entry {paper} was changed, and \
                 the chain computed anew",
                after + 1
            ),
            Fault::Nowhere => write!(
                f,
                "no entry has the hash that is on the paper: the end was cut off, or something was changed and the chain \
                 computed anew"
            ),
        }
    }
}

/// Walks the log from its first entry and names the first place that does not hold.
///
/// # Errors
/// `Broken` if the database cannot be read at all.
pub fn verify(sql: &Connection, papers: &[Paper]) -> Result<Verified> {
    let mut asked =
        sql.prepare(&format!("SELECT {COLUMNS}{} FROM audit ORDER BY seq", form(sql)?)).map_err(said)?;
    let mut rows = asked.query([]).map_err(said)?;
    let mut pile = Pile::of(papers);
    let (mut entries, mut prev) = (0, [0u8; 32].to_vec());
    let fault = loop {
        let held = match rows.next() {
            Ok(None) => break pile.left(entries),
            Ok(Some(row)) => entry_holds(row, entries + 1, &prev),
            Err(_) => Err(Fault::Unreadable(entries + 1)),
        };
        match held.and_then(|hash| pile.compare(entries + 1, &hash).map(|()| hash)) {
            Ok(hash) => prev = hash,
            Err(fault) => break Some(fault),
        }
        entries += 1;
    };
    Ok(Verified { entries, head: data_encoding::HEXLOWER.encode(&prev), papers: pile.held, fault })
}

const COLUMNS: &str =
    "seq, boot, monotonic_ms, at, time_trust, actor, actor_role, device, act, kind, item, \"case\",
    reason_code, reason, before_hash, after_hash, prev_hash, hash";

/// The columns that a file of before form 2 lacks.
fn form(sql: &Connection) -> Result<&'static str> {
    let there = "SELECT count(*) FROM pragma_table_info('audit') WHERE name IN ('form', 'salt')";
    let there: i64 = sql.query_row(there, [], |row| row.get(0)).map_err(said)?;
    Ok(if there == 2 { ", form, salt" } else { ", 1, NULL" })
}

/// The papers that were not compared yet.
struct Pile {
    /// With a number, the greatest first.
    numbered: Vec<(i64, [u8; 32])>,
    loose: Vec<[u8; 32]>,
    held: usize,
    /// The newest entry that a paper confirmed.
    confirmed: i64,
}

impl Pile {
    fn of(papers: &[Paper]) -> Pile {
        let mut numbered: Vec<_> = papers.iter().filter_map(|paper| Some((paper.seq?, paper.head))).collect();
        numbered.sort_unstable_by(|a, b| b.cmp(a));
        let loose = papers.iter().filter(|paper| paper.seq.is_none()).map(|paper| paper.head).collect();
        Pile { numbered, loose, held: 0, confirmed: 0 }
    }

    fn compare(&mut self, seq: i64, hash: &[u8]) -> Result<(), Fault> {
        while let Some((paper, head)) = self.numbered.last().copied().filter(|(paper, _)| *paper <= seq) {
            if paper < seq || head[..] != *hash {
                return Err(Fault::Anew { after: self.confirmed, paper });
            }
            self.numbered.pop();
            self.held += 1;
            self.confirmed = seq;
        }
        let before = self.loose.len();
        self.loose.retain(|head| head[..] != *hash);
        if self.loose.len() < before {
            self.held += before - self.loose.len();
            self.confirmed = seq;
        }
        Ok(())
    }

    /// What the papers know that the log, which ends here, does not.
    fn left(&self, newest: i64) -> Option<Fault> {
        match (self.numbered.last(), self.loose.first()) {
            (Some((paper, _)), _) => Some(Fault::Cut { newest, paper: *paper }),
            (None, Some(_)) => Some(Fault::Nowhere),
            (None, None) => None,
        }
    }
}

/// One row as the table may hold it; nothing where a value is of no sort that the program writes there.
struct Raw<'r, 's>(&'r Row<'s>);

impl<'r> Raw<'r, '_> {
    fn number(&self, at: usize) -> Option<Option<i64>> {
        match self.0.get_ref(at).ok()? {
            ValueRef::Null => Some(None),
            ValueRef::Integer(number) => Some(Some(number)),
            _ => None,
        }
    }

    fn text(&self, at: usize) -> Option<Option<&'r str>> {
        match self.0.get_ref(at).ok()? {
            ValueRef::Null => Some(None),
            ValueRef::Text(bytes) => std::str::from_utf8(bytes).ok().map(Some),
            _ => None,
        }
    }

    fn bytes(&self, at: usize) -> Option<Option<&'r [u8]>> {
        match self.0.get_ref(at).ok()? {
            ValueRef::Null => Some(None),
            ValueRef::Blob(bytes) => Some(Some(bytes)),
            _ => None,
        }
    }

    /// The entry, and the hash that is kept with it.
    fn line(&self) -> Option<(Line<'r>, &'r [u8])> {
        let line = Line {
            seq: self.number(0)??,
            boot: self.number(1)??,
            monotonic_ms: self.number(2)??,
            at: self.number(3)??,
            time_trust: self.text(4)??,
            actor: self.number(5)??,
            actor_role: self.text(6)??,
            device: self.text(7)??,
            act: self.text(8)??,
            kind: self.text(9)?,
            item: self.number(10)?,
            case: self.number(11)?,
            reason_code: self.text(12)?,
            reason: self.text(13)?,
            before: self.bytes(14)?,
            after: self.bytes(15)?,
            prev: self.bytes(16)??,
            form: self.number(18)??,
            salt: self.bytes(19)?,
        };
        // Form 1 does not hash a salt: where one stands, somebody put it there.
        let known = (line.form == 1 && line.salt.is_none()) || line.form == 2;
        Some((line, self.bytes(17)??)).filter(|_| known)
    }
}

/// The hash of an entry that holds.
fn entry_holds(row: &Row<'_>, expected: i64, prev: &[u8]) -> Result<Vec<u8>, Fault> {
    let raw = Raw(row);
    match raw.number(0).flatten() {
        Some(seq) if seq == expected => (),
        Some(found) => return Err(Fault::Gap { expected, found }),
        None => return Err(Fault::Unreadable(expected)),
    }
    // A link that does not fit comes before what the entry says: then it is another one, and not a changed one.
    if raw.bytes(16).flatten() != Some(prev) {
        return Err(Fault::Order(expected));
    }
    let Some((line, kept)) = raw.line() else { return Err(Fault::Changed(expected)) };
    if line.hash()[..] == *kept { Ok(kept.to_vec()) } else { Err(Fault::Changed(expected)) }
}
