//! A school that its head has claimed: made once by this build, by the pages of the wizard, and copied for each story.

use std::path::{Path, PathBuf};
use std::time::SystemTime;
use std::{fs, io};

const DAY_S: u64 = 24 * 60 * 60;

/// Puts the data of such a school into a folder. `sort`: a word for those that are made alike; `make`: makes one, and
/// gives the folder in which it was.
pub fn school(sort: &str, into: &Path, make: impl FnOnce() -> tempfile::TempDir) {
    copy(&made(sort, make), into).expect("room for a school");
}

/// The folder of the school that this very program made today.
fn made(sort: &str, make: impl FnOnce() -> tempfile::TempDir) -> PathBuf {
    let program = std::env::current_exe().and_then(fs::metadata).expect("the program");
    let since = |time: SystemTime| time.duration_since(SystemTime::UNIX_EPOCH).expect("after 1970");
    let built = since(program.modified().expect("a time")).as_nanos();
    let today = since(SystemTime::now()).as_secs() / DAY_S;
    let shelf = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let whole = shelf.join(format!("claimed-{sort}-{built}-{today}"));
    if whole.is_dir() {
        return whole;
    }
    fs::create_dir_all(shelf).expect("a shelf");
    let older = fs::read_dir(shelf).expect("a shelf").flatten().map(|entry| entry.path());
    let is_one = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        // What somebody else has just made may be copied already.
        *path != whole && name.starts_with(&format!("claimed-{sort}-"))
    };
    older.filter(is_one).for_each(|path| drop(fs::remove_dir_all(path)));
    // Beside its place first, so that nobody finds half of one.
    let part = tempfile::tempdir_in(shelf).expect("a folder").keep();
    copy(make().path(), &part).expect("room for a school");
    if fs::rename(&part, &whole).is_err() {
        assert!(whole.is_dir(), "somebody else made it meanwhile");
        fs::remove_dir_all(&part).expect("ours to remove");
    }
    whole
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let place = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &place)?;
        } else {
            fs::copy(entry.path(), place)?;
        }
    }
    Ok(())
}
