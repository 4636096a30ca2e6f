//! Looks into a ZIP archive as far as it takes to know what a document is. Nothing is unpacked but two small entries.
//!
//! Strict on purpose: the archive begins at the first byte and ends at the last, its list stands right before its
//! end, and nothing is encrypted or larger than four gibibytes. Office programs write just that.

use flate2::read::DeflateDecoder;
use std::fs::File;
use std::io::{self, Error, ErrorKind, Read, Seek, SeekFrom};

/// Bytes of the record at the end, without a comment.
const END_BYTES: u64 = 22;
/// Entries that are looked at.
const ENTRIES_MAX: usize = 10_000;
/// Bytes of the list of entries.
const LIST_BYTES_MAX: u64 = 4 << 20;

struct Entry {
    name: String,
    packed: bool,
    bytes: u64,
    at: u64,
}

/// An archive that is open.
pub(super) struct Zip<'f> {
    file: &'f mut File,
    entries: Vec<Entry>,
}

fn broken(why: &str) -> Error {
    Error::new(ErrorKind::InvalidData, why)
}

/// A number of two or four bytes, the smallest first.
fn number(bytes: &[u8], at: usize, length: usize) -> io::Result<u64> {
    let bytes = bytes.get(at..at + length).ok_or_else(|| broken("too short"))?;
    Ok(bytes.iter().rev().fold(0, |number, byte| number << 8 | u64::from(*byte)))
}

impl<'f> Zip<'f> {
    /// Reads the list of what is inside.
    ///
    /// # Errors
    /// Of the disk, or `InvalidData` where it is no archive of the strict sort.
    pub fn open(file: &'f mut File) -> io::Result<Zip<'f>> {
        let whole = file.metadata()?.len();
        let (end, end_at) = end_record(file, whole)?;
        let (count, size, list_at) = (number(&end, 10, 2)?, number(&end, 12, 4)?, number(&end, 16, 4)?);
        let split = number(&end, 4, 2)? != 0 || number(&end, 6, 2)? != 0 || number(&end, 8, 2)? != count;
        if split || count as usize > ENTRIES_MAX || size > LIST_BYTES_MAX || list_at + size != end_at {
            return Err(broken("no plain archive"));
        }
        let mut list = Vec::new();
        file.seek(SeekFrom::Start(list_at))?;
        file.by_ref().take(size).read_to_end(&mut list)?;
        let entries = entries(&list, count as usize)?;
        let mut zip = Zip { file, entries };
        // Nothing stands before the first entry: that would be another file in front of the archive.
        if zip.entries.iter().all(|entry| entry.at != 0) || zip.local(0)?.0 != 0 {
            return Err(broken("something stands in front"));
        }
        Ok(zip)
    }

    /// The names of all entries.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|entry| entry.name.as_str())
    }

    /// The name of the entry that stands first in the file.
    pub fn first(&self) -> Option<&str> {
        self.entries.iter().find(|entry| entry.at == 0).map(|entry| entry.name.as_str())
    }

    /// The bytes of one entry, unpacked.
    ///
    /// # Errors
    /// `InvalidData` where there is none, or it has more bytes than `most`.
    pub fn read(&mut self, name: &str, most: u64) -> io::Result<Vec<u8>> {
        let place = self.entries.iter().position(|entry| entry.name == name);
        let place = place.ok_or_else(|| broken("no such entry"))?;
        let (packed, bytes, at) =
            (self.entries[place].packed, self.entries[place].bytes, self.entries[place].at);
        let (_, begins) = self.local(at)?;
        self.file.seek(SeekFrom::Start(begins))?;
        let stored = self.file.by_ref().take(bytes);
        let mut found = Vec::new();
        if packed {
            DeflateDecoder::new(stored).take(most + 1).read_to_end(&mut found)?;
        } else {
            stored.take(most + 1).read_to_end(&mut found)?;
        }
        if found.len() as u64 > most { Err(broken("too large")) } else { Ok(found) }
    }

    /// The head that stands before an entry's bytes: where it is, and where they begin. It has to name the same
    /// entry as the list does, or two programs would see two files.
    fn local(&mut self, at: u64) -> io::Result<(u64, u64)> {
        let mut head = [0; 30];
        self.file.seek(SeekFrom::Start(at))?;
        self.file.read_exact(&mut head)?;
        if !head.starts_with(b"PK\x03\x04") {
            return Err(broken("no entry here"));
        }
        let (name_length, more) = (number(&head, 26, 2)?, number(&head, 28, 2)?);
        let mut name = vec![0; name_length as usize];
        self.file.read_exact(&mut name)?;
        let listed = self.entries.iter().any(|entry| entry.at == at && entry.name.as_bytes() == name);
        if listed { Ok((at, at + 30 + name_length + more)) } else { Err(broken("two names")) }
    }
}

/// Would an archiver open this file? Most look only at its end, whatever stands in front.
pub(super) fn ends_as_archive(file: &mut File) -> bool {
    file.metadata().and_then(|about| end_record(file, about.len())).is_ok()
}

/// The record at the very end, which may carry a comment, and where it stands.
fn end_record(file: &mut File, whole: u64) -> io::Result<(Vec<u8>, u64)> {
    let window = whole.min(END_BYTES + u64::from(u16::MAX));
    let mut tail = Vec::new();
    file.seek(SeekFrom::Start(whole - window))?;
    file.by_ref().take(window).read_to_end(&mut tail)?;
    let last = tail.len().checked_sub(END_BYTES as usize).ok_or_else(|| broken("too short"))?;
    let is_end = |at: &usize| {
        let comment = number(&tail, at + 20, 2).unwrap_or(u64::MAX);
        tail[*at..].starts_with(b"PK\x05\x06") && *at as u64 + END_BYTES + comment == tail.len() as u64
    };
    let at = (0..=last).rev().find(is_end).ok_or_else(|| broken("no end"))?;
    Ok((tail[at..].to_vec(), whole - window + at as u64))
}

fn entries(list: &[u8], count: usize) -> io::Result<Vec<Entry>> {
    let (mut entries, mut at) = (Vec::with_capacity(count), 0);
    for _ in 0..count {
        if !list.get(at..).is_some_and(|rest| rest.starts_with(b"PK\x01\x02")) {
            return Err(broken("a gap in the list"));
        }
        let (flags, method) = (number(list, at + 8, 2)?, number(list, at + 10, 2)?);
        let (name, more, comment) =
            (number(list, at + 28, 2)?, number(list, at + 30, 2)?, number(list, at + 32, 2)?);
        if flags & 1 != 0 || !matches!(method, 0 | 8) {
            return Err(broken("encrypted, or packed in another way"));
        }
        let begins = at + 46;
        let bytes = list.get(begins..begins + name as usize).ok_or_else(|| broken("too short"))?;
        let name_text = std::str::from_utf8(bytes).map_err(|_| broken("no name"))?.to_owned();
        let tells = matches!(name_text.as_str(), "mimetype" | "[Content_Types].xml");
        if tells && entries.iter().any(|entry: &Entry| entry.name == name_text) {
            return Err(broken("twice"));
        }
        entries.push(Entry {
            name: name_text,
            packed: method == 8,
            bytes: number(list, at + 20, 4)?,
            at: number(list, at + 42, 4)?,
        });
        at = begins + (name + more + comment) as usize;
    }
    if at == list.len() { Ok(entries) } else { Err(broken("more than the list says")) }
}
