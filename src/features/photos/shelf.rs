//! Photos on the disk: files named by their content, whole and flushed before anybody names them.

use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tempfile::{NamedTempFile, TempPath};

use super::name::{Name, Size};
use super::prepare::Prepared;

/// The folder for files that are being written. On the same file system as the rest, so a finished
/// file moves in one step; and apart from the rest, so what a power cut left is found at once.
const UNFINISHED: &str = "unfinished";

/// The ending of files of groups, which are kept as they came.
const FILE: &str = "file";

/// The folder of all photos: `ab/cdef….large.jpg`, where `abcdef…` is the photo's [`Name`].
///
/// Cheap to clone. Its methods block on the disk: call them off the async runtime.
#[derive(Clone)]
pub struct Shelf {
    folder: Arc<Path>,
    held: Arc<Mutex<HashMap<Name, usize>>>,
}

/// A photo that lies on the shelf and may not yet be named by the database. While this lives, the
/// photo is not dropped: keep it until the commit that names the photo is done.
#[must_use = "keep it until the database has committed the photo's name"]
pub struct Placed {
    name: Name,
    held: Arc<Mutex<HashMap<Name, usize>>>,
}

impl Placed {
    /// The photo's name.
    pub fn name(&self) -> Name {
        self.name
    }
}

impl std::fmt::Debug for Placed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Placed({})", self.name)
    }
}

impl Drop for Placed {
    fn drop(&mut self) {
        let mut held = locked(&self.held);
        if let Some(count) = held.get_mut(&self.name) {
            *count -= 1;
            if *count == 0 {
                held.remove(&self.name);
            }
        }
    }
}

impl Shelf {
    /// Opens the shelf in `folder`, making what is missing, and clears what was unfinished when
    /// the power went.
    ///
    /// # Errors
    /// When the folder cannot be made or written.
    pub fn open(folder: &Path) -> io::Result<Self> {
        fs::create_dir_all(folder)?;
        let unfinished = folder.join(UNFINISHED);
        make_folder(&unfinished)?;
        for left in fs::read_dir(&unfinished)? {
            fs::remove_file(left?.path())?;
        }
        // All at once, so that storing a photo never has to flush a new folder's own entry.
        let mut made = false;
        for first in 0..=u8::MAX {
            made |= make_folder(&folder.join(format!("{first:02x}")))?;
        }
        if made {
            flush(folder)?;
        }
        Ok(Self { folder: folder.into(), held: Arc::default() })
    }

    /// A shelf to look at only: nothing is made and nothing cleared, so another process may be using it.
    pub fn look(folder: &Path) -> Self {
        Self { folder: folder.into(), held: Arc::default() }
    }

    /// Puts all sizes of a photo on the disk. When this returns, they survive a power cut. A photo
    /// that is there already is left as it is.
    ///
    /// # Errors
    /// Of the disk. Then nothing half-written is visible; sizes that were finished may remain and
    /// are found by [`names`](Self::names).
    pub fn put(&self, photo: &Prepared) -> io::Result<Placed> {
        let placed = self.hold(photo.name);
        let mut written = Vec::new();
        for picture in &photo.pictures {
            let path = self.path(&photo.name, picture.size);
            if fs::metadata(&path).is_ok_and(|there| there.len() == picture.bytes.len() as u64) {
                continue;
            }
            let mut file = NamedTempFile::new_in(self.folder.join(UNFINISHED))?;
            file.write_all(&picture.bytes)?;
            written.push((file, path));
        }
        // Written first and flushed after: the disk gets them in one go.
        for (file, _) in &written {
            file.as_file().sync_all()?;
        }
        for (file, path) in written {
            file.persist(&path)?;
        }
        // Also when all was there: another request may have moved the files in a moment ago and not
        // have flushed their folder yet. Flushing an unchanged folder costs next to nothing.
        flush(&self.folder_of(&photo.name))?;
        Ok(placed)
    }

    /// Moves a file of another sort onto the shelf, under the name of its content, as it is. When this returns, it
    /// survives a power cut. One that is there already is left as it is.
    ///
    /// # Errors
    /// Of the disk. Then the shelf is as it was.
    pub fn put_file(&self, name: Name, file: TempPath) -> io::Result<Placed> {
        let placed = self.hold(name);
        let to = self.file_path(&name);
        let whole = fs::metadata(&file)?.len();
        if fs::metadata(&to).is_ok_and(|there| there.len() == whole) {
            return Ok(placed);
        }
        File::open(&file)?.sync_all()?;
        file.persist(&to)?;
        flush(&self.folder_of(&name))?;
        Ok(placed)
    }

    /// Where a file of another sort lies, or would lie.
    pub fn file_path(&self, name: &Name) -> PathBuf {
        let digits = name.to_string();
        self.folder_of(name).join(format!("{}.{FILE}", &digits[2..]))
    }

    /// Opens one size for reading. Its length is in the file's metadata; its bytes never change.
    ///
    /// # Errors
    /// `NotFound` when there is no such photo or size.
    pub fn open_size(&self, name: &Name, size: Size) -> io::Result<File> {
        File::open(self.path(name, size))
    }

    /// Where one size lies, or would lie.
    pub fn path(&self, name: &Name, size: Size) -> PathBuf {
        let digits = name.to_string();
        self.folder_of(name).join(format!("{}.{}.jpg", &digits[2..], size.word()))
    }

    /// Removes a photo unless it is still wanted, and tells whether it did. `still_named` asks the
    /// database whether anything names the photo; it is asked under the same lock that `put` takes,
    /// so the same picture sent again at this moment cannot lose its files.
    ///
    /// # Errors
    /// Of the disk. A photo that is gone already is no error.
    pub fn drop_name(&self, name: &Name, still_named: impl FnOnce() -> bool) -> io::Result<bool> {
        let held = locked(&self.held);
        if held.contains_key(name) || still_named() {
            return Ok(false);
        }
        let sizes = Size::ALL.iter().map(|size| self.path(name, *size));
        for path in sizes.chain([self.file_path(name)]) {
            match fs::remove_file(path) {
                Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
                _ => {}
            }
        }
        drop(held);
        Ok(true)
    }

    /// All photos on the shelf, in order: for the nightly look for photos that nothing names.
    ///
    /// # Errors
    /// Of the disk.
    pub fn names(&self) -> io::Result<Vec<Name>> {
        let mut names = Vec::new();
        for first in 0..=u8::MAX {
            let first = format!("{first:02x}");
            for entry in fs::read_dir(self.folder.join(&first))? {
                let entry = entry?.file_name();
                let rest = entry.to_str().and_then(|entry| entry.split_once('.')).map(|(rest, _)| rest);
                names.extend(rest.and_then(|rest| Name::parse(&format!("{first}{rest}"))));
            }
        }
        names.sort_unstable();
        names.dedup();
        Ok(names)
    }

    fn hold(&self, name: Name) -> Placed {
        *locked(&self.held).entry(name).or_default() += 1;
        Placed { name, held: self.held.clone() }
    }

    fn folder_of(&self, name: &Name) -> PathBuf {
        self.folder.join(format!("{:02x}", name.as_bytes()[0]))
    }
}

/// The counts stay right even if a holder panicked: each is changed in one step.
fn locked(held: &Mutex<HashMap<Name, usize>>) -> MutexGuard<'_, HashMap<Name, usize>> {
    held.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Makes one folder; `false` when it is there already.
fn make_folder(path: &Path) -> io::Result<bool> {
    match fs::create_dir(path) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(false),
        Err(error) => Err(error),
    }
}

/// Flushes a folder's entries to the disk.
fn flush(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::io::{ErrorKind, Read};

    use super::{Name, Prepared, Shelf, Size, UNFINISHED};
    use crate::features::photos::Picture;

    fn photo(seed: u8) -> Prepared {
        let picture = |size| Picture { size, width: 1, height: 1, bytes: vec![seed; 1000] };
        Prepared { name: Name::from_bytes([seed; 32]), pictures: Size::PHOTO.map(picture).into() }
    }

    fn shelf() -> (tempfile::TempDir, Shelf) {
        let folder = tempfile::tempdir().expect("a folder");
        let shelf = Shelf::open(folder.path()).expect("a shelf");
        (folder, shelf)
    }

    #[test]
    fn what_was_put_can_be_read_in_every_size() {
        let (_folder, shelf) = shelf();
        let name = shelf.put(&photo(7)).expect("put").name();
        for size in Size::PHOTO {
            let mut bytes = Vec::new();
            shelf.open_size(&name, size).expect("opened").read_to_end(&mut bytes).expect("read");
            assert_eq!(bytes, vec![7; 1000]);
        }
        let other = shelf.open_size(&name, Size::Face).expect_err("no such size");
        assert_eq!(other.kind(), ErrorKind::NotFound);
        assert_eq!(shelf.names().expect("names"), [name]);
    }

    #[test]
    fn the_same_photo_twice_lies_there_once_and_nothing_is_left_over() {
        let (folder, shelf) = shelf();
        let first = shelf.put(&photo(7)).expect("put");
        let before = fs::metadata(shelf.path(&first.name(), Size::Large))
            .and_then(|file| file.modified())
            .expect("there");
        let again = shelf.put(&photo(7)).expect("put again");
        assert_eq!(first.name(), again.name());
        let after = fs::metadata(shelf.path(&first.name(), Size::Large))
            .and_then(|file| file.modified())
            .expect("there");
        assert_eq!(before, after);
        assert_eq!(fs::read_dir(folder.path().join(UNFINISHED)).expect("listed").count(), 0);
        assert_eq!(fs::read_dir(folder.path().join("07")).expect("listed").count(), 3);
    }

    #[test]
    fn a_size_that_was_cut_short_is_written_anew() {
        let (_folder, shelf) = shelf();
        let name = shelf.put(&photo(7)).expect("put").name();
        fs::write(shelf.path(&name, Size::Small), b"half").expect("cut short");
        shelf.put(&photo(7)).expect("put again").name();
        assert_eq!(fs::read(shelf.path(&name, Size::Small)).expect("read").len(), 1000);
    }

    #[test]
    fn a_file_lies_there_as_it_came_and_goes_when_nobody_wants_it() {
        let (folder, shelf) = shelf();
        let sent = |words: &[u8]| {
            let file = tempfile::NamedTempFile::new_in(folder.path()).expect("a file");
            fs::write(file.path(), words).expect("written");
            file.into_temp_path()
        };
        let name = Name::from_bytes([9; 32]);
        let placed = shelf.put_file(name, sent(b"a plan")).expect("put");
        drop(shelf.put_file(name, sent(b"a plan")).expect("put again"));
        assert_eq!(fs::read(shelf.file_path(&name)).expect("read"), b"a plan");
        assert_eq!(shelf.names().expect("names"), [name]);
        assert!(!shelf.drop_name(&name, || false).expect("asked"), "somebody is about to name it");
        drop(placed);
        assert!(shelf.drop_name(&name, || false).expect("dropped"));
        assert!(!shelf.file_path(&name).exists());
        let loose = fs::read_dir(folder.path())
            .expect("listed")
            .filter(|entry| entry.as_ref().is_ok_and(|entry| entry.path().is_file()));
        assert_eq!(loose.count(), 0, "what was sent is moved or removed");
    }

    #[test]
    fn a_photo_is_dropped_only_when_nobody_wants_it() {
        let (_folder, shelf) = shelf();
        let placed = shelf.put(&photo(7)).expect("put");
        let name = placed.name();
        assert!(!shelf.drop_name(&name, || false).expect("asked"), "somebody is about to name it");
        drop(placed);
        assert!(!shelf.drop_name(&name, || true).expect("asked"), "the database names it");
        assert!(shelf.open_size(&name, Size::Large).is_ok());
        assert!(shelf.drop_name(&name, || false).expect("dropped"));
        assert!(shelf.open_size(&name, Size::Large).is_err());
        assert!(shelf.names().expect("names").is_empty());
        assert!(shelf.drop_name(&name, || false).expect("gone already is no error"));
    }

    #[test]
    fn opening_clears_what_a_power_cut_left_and_keeps_the_rest() {
        let (folder, shelf) = shelf();
        let name = shelf.put(&photo(7)).expect("put").name();
        fs::write(folder.path().join(UNFINISHED).join("left"), b"half").expect("written");
        let shelf = Shelf::open(folder.path()).expect("opened again");
        assert_eq!(fs::read_dir(folder.path().join(UNFINISHED)).expect("listed").count(), 0);
        assert_eq!(shelf.names().expect("names"), [name]);
    }
}
