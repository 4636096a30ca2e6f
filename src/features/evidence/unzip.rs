//! Reading the zip file of a pack, and nothing else that is called zip: every byte of it has its one place.

use crate::features::archive::Zip;
use std::io::{self, Write};
use std::ops::Range;

const LOCAL: [u8; 4] = [0x50, 0x4b, 0x03, 0x04];
/// Bytes of the head of an entry before its name.
const HEAD: usize = 30;

/// Names and contents, in their order; nothing where this is not, byte for byte, the file that a box writes of them.
pub(super) fn entries(zip: &[u8]) -> Option<Vec<(&str, &[u8])>> {
    let mut found: Vec<(&str, Range<usize>)> = Vec::new();
    let mut at = 0;
    while zip.get(at..at + 4)? == LOCAL {
        let size = number(zip.get(at + 22..at + 26)?)?;
        let name_long = number(zip.get(at + 26..at + 28)?)?;
        let begin = at + HEAD + name_long;
        let name = std::str::from_utf8(zip.get(at + HEAD..begin)?).ok()?;
        zip.get(begin..begin.checked_add(size)?)?;
        if found.iter().any(|(known, _)| *known == name) {
            return None;
        }
        found.push((name, begin..begin + size));
        at = begin + size;
    }
    let entries: Vec<(&str, &[u8])> =
        found.into_iter().map(|(name, place)| Some((name, zip.get(place)?))).collect::<Option<_>>()?;
    // Whatever else stands in heads, in the table of contents and behind it: it is what we would write, or it is not ours.
    let mut again = Zip::new(Compared { with: zip });
    for (name, content) in &entries {
        again.stored(name, || Ok(*content)).ok()?;
    }
    again.finish().ok()?.with.is_empty().then_some(entries)
}

fn number(bytes: &[u8]) -> Option<usize> {
    let value = bytes.iter().rev().fold(0_u64, |value, byte| (value << 8) | u64::from(*byte));
    usize::try_from(value).ok()
}

/// Takes what is there already, and nothing else.
struct Compared<'a> {
    with: &'a [u8],
}

impl Write for Compared<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self.with.strip_prefix(bytes) {
            Some(rest) => {
                self.with = rest;
                Ok(bytes.len())
            }
            None => Err(io::Error::new(io::ErrorKind::InvalidData, "another file")),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
        let mut zip = Zip::new(Vec::new());
        files.iter().for_each(|(name, content)| zip.stored(name, || Ok(*content)).unwrap());
        zip.finish().unwrap()
    }

    #[test]
    fn each_byte_of_the_file_counts() {
        let files: [(&str, &[u8]); 3] = [("a.txt", b"heron"), ("b/ä.txt", b""), ("c", b"PK\x03\x04")];
        let whole = zip(&files);
        assert_eq!(entries(&whole).unwrap(), files);
        for at in 0..whole.len() {
            let mut wrong = whole.clone();
            wrong[at] ^= 1;
            // Another content may be a whole file again: only with its own checksum, which is another byte.
            assert_eq!(entries(&wrong), None, "byte {at}");
        }
        for wrong in [&whole[1..], &whole[..whole.len() - 1], b"", b"PK"] {
            assert_eq!(entries(wrong), None);
        }
        assert_eq!(entries(&[&whole[..], b"x"].concat()), None);
        assert_eq!(entries(&zip(&[("a", b"1"), ("a", b"2")])), None, "two of one name");
    }

    #[test]
    fn sizes_that_lie_are_no_file() {
        let mut whole = zip(&[("a.txt", b"heron")]);
        whole[22..26].copy_from_slice(&u32::MAX.to_le_bytes());
        assert_eq!(entries(&whole), None);
    }
}
