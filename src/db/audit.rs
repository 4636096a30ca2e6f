//! The audit log: each entry carries the hash of the one before, so a changed past shows.

use rusqlite::{Connection, params};

/// How an entry is hashed that is written now; see [`Line::hash`].
pub const FORM: i64 = 2;
/// Bytes of the salt of an entry: nobody guesses what it says by trying.
pub const SALT_BYTES: usize = 16;

/// One entry as it is hashed and kept.
#[derive(Clone, Copy, Debug)]
pub struct Line<'a> {
    /// How it is hashed: 1 or 2.
    pub form: i64,
    /// Its number.
    pub seq: i64,
    /// The start of the box.
    pub boot: i64,
    /// Milliseconds since that start.
    pub monotonic_ms: i64,
    /// What the clock showed, milliseconds since 1970.
    pub at: i64,
    /// How far the clock could be trusted.
    pub time_trust: &'a str,
    /// Who did it; 0 is the box, or a stranger.
    pub actor: i64,
    /// What they were then.
    pub actor_role: &'a str,
    /// On what.
    pub device: &'a str,
    /// What was done.
    pub act: &'a str,
    /// To what kind of thing.
    pub kind: Option<&'a str>,
    /// To which.
    pub item: Option<i64>,
    /// To what case it belongs.
    pub case: Option<i64>,
    /// Why, as a word.
    pub reason_code: Option<&'a str>,
    /// Why, in words.
    pub reason: Option<&'a str>,
    /// The hash of the text before.
    pub before: Option<&'a [u8]>,
    /// The hash of the text after.
    pub after: Option<&'a [u8]>,
    /// Random bytes; none in form 1.
    pub salt: Option<&'a [u8]>,
    /// The hash of the entry before; of the first: 32 zeros.
    pub prev: &'a [u8],
}

/// Bytes that hold every field with its length before it, so that no two entries can share them.
///
/// For each field one byte (0 absent, 1 number, 2 bytes), then a number as eight bytes little-endian, or the length as
/// eight bytes little-endian and the bytes.
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

/// The hash of an entry of form 2, from the hash of the entry before and that of what it says.
pub fn link(prev: &[u8], content: &[u8; 32]) -> [u8; 32] {
    let mut hash = Canonical(blake3::Hasher::new());
    hash.number(Some(2));
    hash.bytes(Some(prev));
    hash.bytes(Some(content));
    *hash.0.finalize().as_bytes()
}

impl Line<'_> {
    /// The hash of the entry, that of the entry before included.
    ///
    /// Form 1 is the BLAKE3 hash of the canonical bytes of every field in the order of the table up to `after_hash`, then
    /// `prev_hash`. Form 2 hashes the number 2, the same fields and the salt by themselves ([`Line::content`]), and links
    /// that hash to the one before ([`link`]).
    pub fn hash(&self) -> [u8; 32] {
        if self.form == 1 {
            let mut hash = Canonical(blake3::Hasher::new());
            self.fields(&mut hash);
            hash.bytes(Some(self.prev));
            return *hash.0.finalize().as_bytes();
        }
        link(self.prev, &self.content())
    }

    /// The hash of what an entry of form 2 says.
    pub fn content(&self) -> [u8; 32] {
        let mut hash = Canonical(blake3::Hasher::new());
        hash.number(Some(self.form));
        self.fields(&mut hash);
        hash.bytes(self.salt);
        *hash.0.finalize().as_bytes()
    }

    fn fields(&self, hash: &mut Canonical) {
        for number in [self.seq, self.boot, self.monotonic_ms, self.at, self.actor] {
            hash.number(Some(number));
        }
        for word in [self.time_trust, self.actor_role, self.device, self.act] {
            hash.bytes(Some(word.as_bytes()));
        }
        hash.bytes(self.kind.map(str::as_bytes));
        hash.number(self.item);
        hash.number(self.case);
        hash.bytes(self.reason_code.map(str::as_bytes));
        hash.bytes(self.reason.map(str::as_bytes));
        hash.bytes(self.before);
        hash.bytes(self.after);
    }
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
                                \"case\", reason_code, reason, before_hash, after_hash, prev_hash, hash, form, salt)
             VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,?17,?18,?19,?20)",
        )?
        .execute(params![
            line.seq, line.boot, line.monotonic_ms, line.at, line.time_trust, line.actor, line.actor_role,
            line.device, line.act, line.kind, line.item, line.case, line.reason_code, line.reason, line.before,
            line.after, line.prev, &hash[..], line.form, line.salt
        ])?;
        Ok(hash)
    }
}
