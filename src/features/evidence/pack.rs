//! Writing a pack: every file as it is, their hashes in one list, and the signature over that list.

use super::gather::Attached;
use super::lines::{Head, Piece, Said};
use crate::base::{Error, Result};
use crate::features::archive::Zip;
use crate::features::photos::{Name, Shelf, Size};
use crate::features::sheets::Seal;
use data_encoding::HEXLOWER;
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::collections::HashSet;
use std::fs::File;
use std::io::{self, Read, Write};

/// The list of all files with their hashes.
pub(super) const MANIFEST: &str = "manifest.sha256";
/// The key and the signature.
pub(super) const SIGNATURE: &str = "signature.txt";
/// What is signed is this, and the manifest after it: so that no other list can be taken for one.
pub(super) const SIGNED: &[u8] = b"courtyard-evidence 1\n";

/// What goes into a pack, besides photos and documents: in this order.
pub(super) struct Contents<'a> {
    pub head: &'a Head,
    pub index: String,
    pub verify: String,
    pub said: &'a [Said],
    pub pieces: &'a [Piece],
}

/// What is signed.
pub(super) fn signed(manifest: &[u8]) -> Vec<u8> {
    [SIGNED, manifest].concat()
}

/// The file of the signature.
pub(super) fn signature_file(key: &[u8; 32], signature: &[u8; 64]) -> String {
    format!("courtyard-signature 1\nkey {}\nsignature {}\n", HEXLOWER.encode(key), HEXLOWER.encode(signature))
}

/// One line of the manifest.
pub(super) fn manifest_line(name: &str, hash: &[u8]) -> String {
    format!("{}  {name}\n", HEXLOWER.encode(hash))
}

/// Writes the pack; what is not on the shelf any more is left out. Of photos and documents no more than a piece is in memory
/// at a time.
pub(super) fn write(
    out: impl Write,
    contents: &Contents<'_>,
    attached: &[Attached],
    shelf: &Shelf,
    seal: &Seal,
) -> Result<()> {
    let head = serde_json::to_string_pretty(contents.head).map_err(io::Error::from)? + "\n";
    let texts = [
        ("index.html", contents.index.clone()),
        ("verify.html", contents.verify.clone()),
        ("pack.json", head),
        ("messages.jsonl", lines(contents.said)?),
        ("audit.jsonl", lines(contents.pieces)?),
    ];
    let mut zip = Zip::new(out);
    let mut manifest = String::new();
    for (name, text) in &texts {
        zip.stored(name, || Ok(text.as_bytes()))?;
        manifest.push_str(&manifest_line(name, &Sha256::digest(text.as_bytes())));
    }
    let mut packed = HashSet::new();
    for Attached { file, name, is_document } in attached {
        let name = Name::parse(name).ok_or_else(|| Error::Broken("a file without a name".into()))?;
        let open = || {
            if *is_document {
                File::open(shelf.file_path(&name))
            } else {
                shelf.open_size(&name, Size::Large)
            }
        };
        let Ok(mut held) = open() else { continue };
        if packed.insert(file) {
            manifest.push_str(&manifest_line(file, &hashed(&mut held)?));
            zip.stored(file, open)?;
        }
    }
    let signature = signature_file(&seal.public()?, &seal.sign(&signed(manifest.as_bytes()))?);
    zip.stored(MANIFEST, || Ok(manifest.as_bytes()))?;
    zip.stored(SIGNATURE, || Ok(signature.as_bytes()))?;
    zip.finish()?;
    Ok(())
}

/// One JSON object a line.
fn lines<T: Serialize>(things: &[T]) -> Result<String> {
    let mut text = String::new();
    for thing in things {
        text.push_str(&serde_json::to_string(thing).map_err(io::Error::from)?);
        text.push('\n');
    }
    Ok(text)
}

fn hashed(file: &mut impl Read) -> io::Result<Vec<u8>> {
    let (mut hash, mut buffer) = (Sha256::new(), vec![0; 64 * 1024]);
    loop {
        let read = file.read(&mut buffer)?;
        if read == 0 {
            return Ok(hash.finalize().to_vec());
        }
        hash.update(&buffer[..read]);
    }
}
