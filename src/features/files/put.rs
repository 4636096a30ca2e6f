//! From what was sent to a file on the shelf: looked at, named by its content, and held until the database names it.

use super::{NewFile, name};
use crate::base::{Error, Problem, Result, limits};
use crate::features::photos::{Name, Placed, Shelf};
use crate::web::upload::UploadedFile;
use std::io::Read;
use std::path::Path;

/// Looks at a file and puts it on the shelf; keep what holds it there until the commit. It is read in pieces and
/// moved, never whole in memory.
///
/// # Errors
/// `Invalid` for the field `file`, naming what is wrong with it; `DiskFull` where the disk is.
pub fn put(shelf: &Shelf, file: UploadedFile, about: &str) -> Result<(NewFile, Placed)> {
    let wrong = |problem| Error::field("file", problem);
    if file.bytes == 0 {
        return Err(wrong(Problem::Missing));
    }
    if file.bytes > limits::FILE_MIB_MAX << 20 {
        return Err(wrong(Problem::TooManyBytes { limit_mib: limits::FILE_MIB_MAX }));
    }
    let (name, sort) = name::clean(&file.file_name).map_err(wrong)?;
    sort.check(&file.path).map_err(wrong)?;
    let content = Name::from_bytes(hash(&file.path)?);
    let (bytes, about) = (file.bytes, about.to_owned());
    let placed = shelf.put_file(content, file.path)?;
    Ok((NewFile { name, sort, shelf: content.to_string(), bytes, about }, placed))
}

fn hash(path: &Path) -> Result<[u8; 32]> {
    let mut file = std::fs::File::open(path)?;
    let mut hasher = blake3::Hasher::new();
    let mut piece = vec![0; 64 * 1024];
    loop {
        let read = file.read(&mut piece)?;
        if read == 0 {
            return Ok(*hasher.finalize().as_bytes());
        }
        hasher.update(&piece[..read]);
    }
}
