//! A zip file that is written from front to back: nothing is held in memory but its table of contents.

use flate2::write::DeflateEncoder;
use flate2::{Compression, Crc};
use std::io::{self, ErrorKind, Read, Write};

/// The largest size and place that a zip file without the 64-bit extension can name.
const MOST: u64 = u32::MAX as u64;
/// Entries that it can have.
const ENTRIES_MAX: usize = u16::MAX as usize;

const LOCAL: u32 = 0x0403_4b50;
const DESCRIPTOR: u32 = 0x0807_4b50;
const CENTRAL: u32 = 0x0201_4b50;
const END: u32 = 0x0605_4b50;
const VERSION: u16 = 20;
/// Sizes and checksum stand behind the content, where they are not known before it.
const BEHIND: u16 = 1 << 3;
const UTF8: u16 = 1 << 11;
const STORED: u16 = 0;
const DEFLATED: u16 = 8;
/// 1 January 1980: the least date there is. When something was made stands in what it says.
const DATE: u16 = (1 << 5) | 1;

/// One line of the table of contents.
struct Entry {
    name: String,
    flags: u16,
    method: u16,
    crc: u32,
    packed: u32,
    whole: u32,
    at: u32,
}

/// A zip file while it is written.
pub struct Zip<W: Write> {
    out: W,
    at: u64,
    entries: Vec<Entry>,
}

impl<W: Write> Zip<W> {
    /// Begins one; nothing is written yet.
    pub fn new(out: W) -> Zip<W> {
        Zip { out, at: 0, entries: Vec::new() }
    }

    /// An entry whose content is written now, by `fill`; packed smaller where `squeeze`.
    ///
    /// # Errors
    /// Of what is written to, of `fill`, or where it is more than a zip file holds.
    pub fn file<T>(
        &mut self,
        name: &str,
        squeeze: bool,
        fill: impl FnOnce(&mut dyn Write) -> io::Result<T>,
    ) -> io::Result<T> {
        let begun = self.begin(name, UTF8 | BEHIND, DEFLATED, 0, 0)?;
        let level = if squeeze { Compression::default() } else { Compression::none() };
        let packed_from = self.at;
        let (given, crc, whole) = {
            let counted = Counted { out: &mut self.out, at: &mut self.at };
            let mut content =
                Content { into: DeflateEncoder::new(counted, level), crc: Crc::new(), whole: 0 };
            let given = fill(&mut content)?;
            let Content { into, crc, whole } = content;
            into.finish()?;
            (given, crc.sum(), whole)
        };
        let packed = fit(self.at - packed_from)?;
        let whole = fit(whole)?;
        let mut behind = Vec::with_capacity(16);
        put4(&mut behind, &[DESCRIPTOR, crc, packed, whole]);
        self.write(&behind)?;
        self.entries.push(Entry { crc, packed, whole, ..begun });
        Ok(given)
    }

    /// An entry of bytes that lie somewhere already and are as small as they can be: `open` is asked twice, once to
    /// add them up and once to copy them.
    ///
    /// # Errors
    /// Of what is read and written to, or where it is more than a zip file holds.
    pub fn stored<R: Read>(&mut self, name: &str, open: impl Fn() -> io::Result<R>) -> io::Result<()> {
        let (mut crc, mut buffer) = (Crc::new(), vec![0; 64 * 1024]);
        let mut whole = 0;
        let mut content = open()?;
        loop {
            let read = content.read(&mut buffer)?;
            if read == 0 {
                break;
            }
            crc.update(&buffer[..read]);
            whole += read as u64;
        }
        let (crc, size) = (crc.sum(), fit(whole)?);
        let begun = self.begin(name, UTF8, STORED, crc, size)?;
        let copied =
            io::copy(&mut open()?.take(whole), &mut Counted { out: &mut self.out, at: &mut self.at })?;
        if copied != whole {
            return Err(io::Error::new(
                ErrorKind::UnexpectedEof,
                "a file became shorter while it was packed",
            ));
        }
        self.entries.push(begun);
        Ok(())
    }

    /// Writes the table of contents; gives back what was written to.
    ///
    /// # Errors
    /// Of what is written to, or where it is more than a zip file holds.
    pub fn finish(mut self) -> io::Result<W> {
        let from = fit(self.at)?;
        let entries = std::mem::take(&mut self.entries);
        for entry in &entries {
            let mut line = Vec::with_capacity(46 + entry.name.len());
            put4(&mut line, &[CENTRAL]);
            put2(&mut line, &[VERSION, VERSION, entry.flags, entry.method, 0, DATE]);
            put4(&mut line, &[entry.crc, entry.packed, entry.whole]);
            put2(&mut line, &[entry.name.len() as u16, 0, 0, 0, 0]);
            put4(&mut line, &[0, entry.at]);
            line.extend_from_slice(entry.name.as_bytes());
            self.write(&line)?;
        }
        let long = fit(self.at - u64::from(from))?;
        let count = entries.len() as u16;
        let mut end = Vec::with_capacity(22);
        put4(&mut end, &[END]);
        put2(&mut end, &[0, 0, count, count]);
        put4(&mut end, &[long, from]);
        put2(&mut end, &[0]);
        self.write(&end)?;
        self.out.flush()?;
        Ok(self.out)
    }

    fn begin(&mut self, name: &str, flags: u16, method: u16, crc: u32, size: u32) -> io::Result<Entry> {
        if self.entries.len() >= ENTRIES_MAX || name.len() > 1_000 {
            return Err(too_much());
        }
        let at = fit(self.at)?;
        let mut head = Vec::with_capacity(30 + name.len());
        put4(&mut head, &[LOCAL]);
        put2(&mut head, &[VERSION, flags, method, 0, DATE]);
        put4(&mut head, &[crc, size, size]);
        put2(&mut head, &[name.len() as u16, 0]);
        head.extend_from_slice(name.as_bytes());
        self.write(&head)?;
        Ok(Entry { name: name.to_owned(), flags, method, crc, packed: size, whole: size, at })
    }

    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        Counted { out: &mut self.out, at: &mut self.at }.write_all(bytes)
    }
}

/// Counts what goes through.
struct Counted<'a, W: Write> {
    out: &'a mut W,
    at: &'a mut u64,
}

impl<W: Write> Write for Counted<'_, W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.out.write(bytes)?;
        *self.at += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// The content of an entry, on its way.
struct Content<W: Write> {
    into: W,
    crc: Crc,
    whole: u64,
}

impl<W: Write> Write for Content<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.into.write(bytes)?;
        self.crc.update(&bytes[..written]);
        self.whole += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.into.flush()
    }
}

fn put2(out: &mut Vec<u8>, numbers: &[u16]) {
    numbers.iter().for_each(|number| out.extend_from_slice(&number.to_le_bytes()));
}

fn put4(out: &mut Vec<u8>, numbers: &[u32]) {
    numbers.iter().for_each(|number| out.extend_from_slice(&number.to_le_bytes()));
}

fn fit(size: u64) -> io::Result<u32> {
    if size < MOST { Ok(size as u32) } else { Err(too_much()) }
}

fn too_much() -> io::Error {
    io::Error::new(ErrorKind::FileTooLarge, "more than a zip file holds")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::process::Command;

    const READ: &str = "import io, sys, zipfile\n\
        outer = zipfile.ZipFile(sys.argv[1]); assert outer.testzip() is None\n\
        inner = zipfile.ZipFile(io.BytesIO(outer.read('in/ner.zip'))); assert inner.testzip() is None\n\
        print(outer.namelist(), outer.read('ä.txt').decode(), inner.read('b').decode(), outer.read('none') == b'')";

    #[test]
    fn what_is_packed_is_read_by_another_program_and_a_zip_lies_in_a_zip() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("outer.zip");
        let mut zip = Zip::new(std::fs::File::create(&file).unwrap());
        zip.file("ä.txt", true, |out| out.write_all("grey herons ".repeat(2).as_bytes())).unwrap();
        zip.file("none", true, |_| Ok(())).unwrap();
        zip.file("in/ner.zip", false, |out| {
            let mut inner = Zip::new(out);
            inner.stored("b", || Ok(&b"inside"[..]))?;
            inner.finish().map(drop)
        })
        .unwrap();
        zip.stored("a", || Ok(&b"kept as it is"[..])).unwrap();
        zip.finish().unwrap();
        let read = Command::new("python3").args(["-c", READ]).arg(&file).output().unwrap();
        let (said, wrong) = (String::from_utf8_lossy(&read.stdout), String::from_utf8_lossy(&read.stderr));
        assert_eq!(
            said.trim(),
            "['ä.txt', 'none', 'in/ner.zip', 'a'] grey herons grey herons  inside True",
            "{wrong}"
        );
    }

    #[test]
    fn a_file_that_shrinks_while_it_is_packed_is_an_error_and_no_broken_archive() {
        let asked = std::cell::Cell::new(0);
        let open = || {
            asked.set(asked.get() + 1);
            Ok(if asked.get() == 1 { &b"long"[..] } else { &b"lo"[..] })
        };
        assert!(Zip::new(Vec::new()).stored("a", open).is_err());
    }

    #[test]
    fn what_is_too_large_is_refused() {
        assert!(fit(MOST).is_err() && fit(MOST - 1).is_ok());
    }
}
