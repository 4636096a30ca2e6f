//! A school full of people: made once by this build, and copied for each test that wants one.

use super::pod::Pod;
use super::shelf;
use std::fs;
use std::path::Path;
use std::process::Command;

/// Where what its making printed stands, beside its data.
const TOLD: &str = "told";

/// A school full of people, and the sign-ins that its making printed: what they are, name, password.
pub fn demonstration() -> (Pod, Vec<[String; 3]>) {
    let folder = tempfile::tempdir().expect("a folder");
    shelf::copied("demonstration", Path::new(env!("CARGO_BIN_EXE_courtyard")), folder.path(), |into| {
        let told = make(into);
        fs::write(into.join(TOLD), told).expect("room");
    });
    let told = fs::read_to_string(folder.path().join(TOLD)).expect("what its making printed");
    (Pod::on(folder), sign_ins(&told))
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
