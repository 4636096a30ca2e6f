//! A school full of people: made once by this build, and copied for each test that wants one.

use super::pod::Pod;
use super::target;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;
use std::{fs, io};

const DAY_S: u64 = 24 * 60 * 60;

/// A school full of people, and the sign-ins that its making printed: what they are, name, password.
pub fn demonstration() -> (Pod, Vec<[String; 3]>) {
    let made = made();
    let folder = tempfile::tempdir().expect("a folder");
    copy(&made.join("data"), folder.path()).expect("room for a school");
    let told = fs::read_to_string(made.join("told")).expect("what its making printed");
    (Pod::on(folder), sign_ins(&told))
}

/// The folder of the school that this very program made today.
fn made() -> PathBuf {
    let program = fs::metadata(env!("CARGO_BIN_EXE_courtyard")).expect("the program");
    let since = |time: SystemTime| time.duration_since(SystemTime::UNIX_EPOCH).expect("after 1970");
    let built = since(program.modified().expect("a time")).as_nanos();
    let today = since(SystemTime::now()).as_secs() / DAY_S;
    let shelf = target().join("tmp");
    let whole = shelf.join(format!("school-{built}-{today}"));
    if whole.is_dir() {
        return whole;
    }
    fs::create_dir_all(&shelf).expect("a shelf");
    let older = fs::read_dir(&shelf).expect("a shelf").flatten().map(|entry| entry.path());
    let is_school =
        |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("school-"));
    older.filter(is_school).for_each(|path| drop(fs::remove_dir_all(path)));
    // Beside its place first, so that nobody finds half of one.
    let part = tempfile::tempdir_in(&shelf).expect("a folder").keep();
    fs::write(part.join("told"), make(&part.join("data"))).expect("room");
    if fs::rename(&part, &whole).is_err() {
        assert!(whole.is_dir(), "somebody else made it meanwhile");
        fs::remove_dir_all(&part).expect("ours to remove");
    }
    whole
}

fn make(data: &Path) -> String {
    let made = Command::new(env!("CARGO_BIN_EXE_courtyard"))
        .args(["demo", "--members", "40", "--posts", "120", "--photos", "16", "--data"])
        .arg(data)
        .output()
        .expect("courtyard demo runs");
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    String::from_utf8(made.stdout).expect("UTF-8")
}

fn sign_ins(told: &str) -> Vec<[String; 3]> {
    let sign_in = |line: &str| {
        let mut words = line.strip_prefix("  ")?.split_whitespace();
        let (what, name) = (words.next()?.to_owned(), words.next()?.to_owned());
        let password = words.collect::<Vec<_>>().join(" ");
        (!password.is_empty()).then_some([what, name, password])
    };
    let found: Vec<_> = told.lines().filter_map(sign_in).collect();
    assert!(found.len() >= 4, "the demonstration prints its sign-ins: {told}");
    found
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
