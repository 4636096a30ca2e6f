//! What many tests begin with: made once by this build and this day, kept on a shelf, and copied for each of them.

use std::fs::{self, File};
use std::io;
use std::path::Path;
use std::time::SystemTime;

const DAY_S: u64 = 24 * 60 * 60;

/// Copies into a folder what `program`, as it is built now, made of this sort today; `make` fills a folder with it where
/// there is none yet, and whoever asks meanwhile waits for that instead of making another.
pub fn copied(sort: &str, program: &Path, into: &Path, make: impl FnOnce(&Path)) {
    let since = |time: SystemTime| time.duration_since(SystemTime::UNIX_EPOCH).expect("after 1970");
    let built = fs::metadata(program).and_then(|program| program.modified()).expect("the program");
    let today = since(SystemTime::now()).as_secs() / DAY_S;
    let shelf = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let whole = shelf.join(format!("{sort}-{}-{today}", since(built).as_nanos()));
    fs::create_dir_all(shelf).expect("a shelf");
    // A turn ends with this process at the latest, however that ends. Whoever sweeps waits for
    // whoever copies.
    let turn = File::create(shelf.join(format!("{sort}.turn"))).expect("room for a turn");
    turn.lock().expect("a turn");
    if !whole.is_dir() {
        sweep(shelf, sort);
        // Beside its place first: who is killed in the middle leaves no half of one.
        let part = tempfile::tempdir_in(shelf).expect("a folder");
        make(part.path());
        fs::rename(part.keep(), &whole).expect("its place is free");
    }
    copy(&whole, into).expect("room for a copy");
}

/// Removes what earlier builds and days made of this sort.
fn sweep(shelf: &Path, sort: &str) {
    let begin = format!("{sort}-");
    for entry in fs::read_dir(shelf).expect("a shelf").flatten() {
        if entry.file_name().to_string_lossy().starts_with(&begin) {
            drop(fs::remove_dir_all(entry.path()));
        }
    }
}

/// Copies all that is in a folder.
pub fn copy(from: &Path, to: &Path) -> io::Result<()> {
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
