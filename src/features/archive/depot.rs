//! Where archives lie on the disk, and whether there is room for one more.

use crate::base::Result;
use crate::features::photos::Shelf;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tokio::sync::Notify;

/// How much of the disk stays free for what people write: a tenth of it (`box.md` §5), and on a large one no more than this.
const FREE_BYTES_MAX: u64 = 4_000_000_000;
/// What an archive takes besides photos, bytes: words, pages, tables. Ten thousand posts take about this much.
const WORDS_BYTES: u64 = 64 << 20;
/// How often each photo lies in an archive: to look at, and for another program.
const PHOTO_TIMES: u64 = 2;

/// The folder of archives, and the bell that wakes whoever packs.
pub struct Depot {
    folder: PathBuf,
    pub(super) shelf: Arc<Shelf>,
    pub(super) asked: Notify,
}

/// The disk, bytes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Disk {
    pub free: u64,
    pub whole: u64,
}

impl Depot {
    /// Opens the folder, making what is missing. What was not finished when the box stopped goes: it is begun again.
    ///
    /// # Errors
    /// Of the disk.
    pub fn open(folder: &Path, shelf: Arc<Shelf>) -> Result<Depot> {
        let depot = Depot { folder: folder.to_owned(), shelf, asked: Notify::new() };
        std::fs::create_dir_all(folder)?;
        match std::fs::remove_dir_all(depot.work()) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
        Ok(depot)
    }

    /// The file of an archive.
    pub(super) fn file(&self, id: i64) -> PathBuf {
        self.folder.join(format!("{id}.zip"))
    }

    /// Where an archive is put together; emptied at each start.
    pub(super) fn work(&self) -> PathBuf {
        self.folder.join("unfinished")
    }

    /// Is there room for an archive of somebody whose photos take so much?
    ///
    /// # Errors
    /// Of the disk.
    pub(super) fn has_room(&self, photos_bytes: u64) -> Result<bool> {
        let disk = rustix::fs::statvfs(&self.folder).map_err(io::Error::from)?;
        let free = disk.f_bavail.saturating_mul(disk.f_frsize);
        Ok(fits(Disk { free, whole: disk.f_blocks.saturating_mul(disk.f_frsize) }, photos_bytes))
    }

    /// Removes the files of archives that nothing names any more; gives how many went.
    ///
    /// # Errors
    /// Of the disk.
    pub(super) fn sweep(&self, named: &[i64]) -> Result<usize> {
        let mut gone = 0;
        for entry in std::fs::read_dir(&self.folder)? {
            let path = entry?.path();
            let id =
                path.file_stem().and_then(|stem| stem.to_str()).and_then(|stem| stem.parse::<i64>().ok());
            if path.is_file() && id.is_some_and(|id| !named.contains(&id)) {
                std::fs::remove_file(path)?;
                gone += 1;
            }
        }
        Ok(gone)
    }
}

pub(super) fn fits(disk: Disk, photos_bytes: u64) -> bool {
    let needed = photos_bytes.saturating_mul(PHOTO_TIMES).saturating_add(WORDS_BYTES);
    disk.free.saturating_sub(needed) > (disk.whole / 10).min(FREE_BYTES_MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    const GB: u64 = 1_000_000_000;

    #[test]
    fn an_archive_never_takes_the_room_that_people_need_to_write() {
        let disk = |free| Disk { free, whole: 30 * GB };
        assert!(fits(disk(20 * GB), GB));
        assert!(!fits(disk(5 * GB), GB), "three stay free, and two are needed");
        assert!(fits(disk(6 * GB), GB));
        assert!(!fits(disk(3 * GB), 0));
        assert!(
            fits(Disk { free: 5 * GB, whole: 4_000 * GB }, 0),
            "a tenth of a large disk is more than anybody writes"
        );
        assert!(!fits(disk(0), u64::MAX));
    }

    #[test]
    fn only_archives_that_nothing_names_are_swept_away() {
        let folder = tempfile::tempdir().unwrap();
        let shelf = Arc::new(Shelf::look(folder.path()));
        let depot = Depot::open(&folder.path().join("archives"), shelf.clone()).unwrap();
        for id in [1, 2] {
            std::fs::write(depot.file(id), b"zip").unwrap();
        }
        std::fs::create_dir_all(depot.work().join("3")).unwrap();
        assert_eq!(depot.sweep(&[2]).unwrap(), 1);
        assert!(!depot.file(1).exists() && depot.file(2).exists() && depot.work().exists());
        let again = Depot::open(&folder.path().join("archives"), shelf).unwrap();
        assert!(!again.work().exists() && again.file(2).exists());
    }
}
