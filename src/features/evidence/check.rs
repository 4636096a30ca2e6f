//! Checking a pack, as `verify.html` in it does: form, hashes, signature, chain, and the hashes of what was said.

use super::lines::{Head, Piece, Said, Stretch};
use super::pack::{MANIFEST, SIGNATURE, manifest_line, signature_file, signed};
use super::unzip;
use crate::base::{Error, Result};
use crate::db::link;
use crate::features::sheets::is_signed;
use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};
use std::collections::HashMap;

/// What a pack that holds proves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// The public key that signed it.
    pub key: [u8; 32],
    /// The site that it names.
    pub site: String,
    /// When it was made, as the clock showed it, UTC.
    pub made_at: String,
    /// Why it was taken out.
    pub reason: String,
    /// Things that were said or shown.
    pub said: usize,
    /// How many of their texts are the ones whose hash stands in the record.
    pub proved: usize,
    /// Photos.
    pub media: usize,
    /// Documents.
    pub documents: usize,
    /// Whole entries of the record that are linked to an end.
    pub linked: usize,
    /// Whole entries that are not.
    pub loose: usize,
    /// The ends to which entries are linked: number, hash in digits, and the day of the sheet on which that stands.
    pub ends: Vec<(i64, String, Option<String>)>,
}

/// Checks a pack.
///
/// # Errors
/// `Broken` with the first thing that does not hold.
pub fn check(zip: &[u8]) -> Result<Checked> {
    let wrong = |what: &str| Error::Broken(what.to_owned());
    let entries = unzip::entries(zip).ok_or_else(|| wrong("this is no pack, or it was changed or cut"))?;
    let names: Vec<&str> = entries.iter().map(|(name, _)| *name).collect();
    let files: HashMap<&str, &[u8]> = entries.iter().copied().collect();
    let file = |name: &str| files.get(name).copied().ok_or_else(|| wrong(&format!("{name} is missing")));
    let manifest = file(MANIFEST)?;
    // Both stand last, so everything before them is in the list.
    if names.len() < 2 || names[names.len() - 2..] != [MANIFEST, SIGNATURE] {
        return Err(wrong("its files stand in another order"));
    }
    let listed: String = entries[..entries.len() - 2]
        .iter()
        .map(|(name, content)| manifest_line(name, &Sha256::digest(content)))
        .collect();
    if listed.as_bytes() != manifest {
        let of_list = String::from_utf8_lossy(manifest);
        let changed = listed.lines().find(|line| !of_list.lines().any(|known| known == *line));
        let name = changed.and_then(|line| line.split("  ").nth(1)).unwrap_or(MANIFEST);
        return Err(wrong(&format!("{name} is not the file whose hash was signed")));
    }
    let key = signature(file(SIGNATURE)?, manifest).ok_or_else(|| wrong("the signature does not hold"))?;
    let head: Head =
        serde_json::from_slice(file("pack.json")?).map_err(|_| wrong("pack.json cannot be read"))?;
    if head.format != "courtyard-evidence" || head.version != 1 || head.key != HEXLOWER.encode(&key) {
        return Err(wrong("pack.json is of another form or another key"));
    }
    let pieces: Vec<Piece> =
        lines(file("audit.jsonl")?).ok_or_else(|| wrong("audit.jsonl cannot be read"))?;
    let said: Vec<Said> =
        lines(file("messages.jsonl")?).ok_or_else(|| wrong("messages.jsonl cannot be read"))?;
    let chain = Chain::walk(&pieces)?;
    let proved = proved(&said, &chain)?;
    Ok(Checked {
        key,
        site: head.site,
        made_at: head.made_at,
        reason: head.reason,
        said: said.len(),
        proved,
        media: names.iter().filter(|name| name.starts_with("media/")).count(),
        documents: names.iter().filter(|name| name.starts_with("documents/")).count(),
        linked: chain.linked,
        loose: chain.loose,
        ends: chain.ends,
    })
}

fn lines<T: serde::de::DeserializeOwned>(bytes: &[u8]) -> Option<Vec<T>> {
    std::str::from_utf8(bytes).ok()?.lines().map(|line| serde_json::from_str(line).ok()).collect()
}

/// The key whose signature of the manifest holds.
fn signature(text: &[u8], manifest: &[u8]) -> Option<[u8; 32]> {
    let text = std::str::from_utf8(text).ok()?;
    let part = |name: &str| {
        let line = text.lines().find_map(|line| line.strip_prefix(name))?;
        HEXLOWER.decode(line.as_bytes()).ok()
    };
    let key: [u8; 32] = part("key ")?.try_into().ok()?;
    let signature: [u8; 64] = part("signature ")?.try_into().ok()?;
    let whole = signature_file(&key, &signature) == text;
    (whole && is_signed(&key, &signed(manifest), &signature)).then_some(key)
}

/// What the entries say, once they hold.
#[derive(Default)]
struct Chain {
    linked: usize,
    loose: usize,
    ends: Vec<(i64, String, Option<String>)>,
    /// The hash of the text after, by number.
    after: HashMap<i64, Option<String>>,
}

impl Chain {
    fn walk(pieces: &[Piece]) -> Result<Chain> {
        let wrong = |seq: i64| Error::Broken(format!("entry {seq} of the record does not hold"));
        let mut chain = Chain::default();
        // The stretch that is walked: the number that comes next, and the hash of the entry before.
        let mut open: Option<(&Stretch, i64, [u8; 32])> = None;
        for piece in pieces {
            match piece {
                Piece::Stretch(stretch) => {
                    chain.close(open.take())?;
                    let prev = hash(&stretch.prev).ok_or_else(|| wrong(stretch.from))?;
                    open = Some((stretch, stretch.from, prev));
                }
                Piece::Link { seq, content } => {
                    let (_, next, prev) = open.as_mut().ok_or_else(|| wrong(*seq))?;
                    let content = hash(content).filter(|_| *seq == *next).ok_or_else(|| wrong(*seq))?;
                    (*next, *prev) = (*next + 1, link(&prev[..], &content));
                }
                Piece::Entry(entry) => {
                    let seq = entry.seq;
                    let (_, next, prev) = open.as_mut().ok_or_else(|| wrong(seq))?;
                    let (_, found) = entry.hashes().ok_or_else(|| wrong(seq))?;
                    let follows = seq == *next && entry.form == 2 && hash(&entry.prev) == Some(*prev);
                    if !follows || hash(&entry.hash) != Some(found) {
                        return Err(wrong(seq));
                    }
                    (*next, *prev) = (*next + 1, found);
                    chain.linked += 1;
                    chain.after.insert(seq, entry.after.clone());
                }
                Piece::Loose(entry) => {
                    chain.close(open.take())?;
                    let (_, found) = entry.hashes().ok_or_else(|| wrong(entry.seq))?;
                    if hash(&entry.hash) != Some(found) {
                        return Err(wrong(entry.seq));
                    }
                    chain.loose += 1;
                    chain.after.insert(entry.seq, entry.after.clone());
                }
            }
        }
        chain.close(open)?;
        Ok(chain)
    }

    /// A stretch has to end where it says it does.
    fn close(&mut self, open: Option<(&Stretch, i64, [u8; 32])>) -> Result<()> {
        let Some((stretch, next, prev)) = open else { return Ok(()) };
        if next != stretch.to + 1 || hash(&stretch.head) != Some(prev) {
            let words =
                format!("the chain from entry {} to entry {} does not hold", stretch.from, stretch.to);
            return Err(Error::Broken(words));
        }
        self.ends.push((stretch.to, stretch.head.clone(), stretch.sheet.clone()));
        Ok(())
    }
}

fn hash(text: &str) -> Option<[u8; 32]> {
    HEXLOWER.decode(text.as_bytes()).ok()?.try_into().ok()
}

/// How many texts are those whose hash stands in the record.
fn proved(said: &[Said], chain: &Chain) -> Result<usize> {
    let mut proved = 0;
    for each in said {
        let (Some(entry), Some(hashed), Some(text)) = (each.entry, &each.hashed, &each.text) else {
            continue;
        };
        let found = HEXLOWER.encode(blake3::hash(hashed.as_bytes()).as_bytes());
        let after = chain.after.get(&entry).and_then(Option::as_ref);
        if after != Some(&found) || !hashed.starts_with(text.as_str()) {
            return Err(Error::Broken(format!(
                "the text of {} {} is not the one in the record",
                each.kind, each.id
            )));
        }
        proved += 1;
    }
    Ok(proved)
}
