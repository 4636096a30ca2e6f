//! The rules of this code base, checked on its text.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says what is wrong by failing")]

#[path = "tidy/papers.rs"]
mod papers;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The floors, lowest first: a file uses only floors before its own.
const FLOORS: &[&str] = &[
    "base",
    "lang",
    "db",
    "bus",
    "ui",
    "web",
    "features",
    "appliance",
    "config",
    "app",
    "demo",
    "cli",
    "main",
];

/// What breaks a rule all the same, each with its reason. This list may only shrink.
const EXCEPTIONS: &[(&str, &str)] = &[];

/// Lines of a file without its tests, at most.
const FILE_LINES_MAX: usize = 400;
/// Lines of a function, at most.
const FUNCTION_LINES_MAX: usize = 60;

struct Source {
    /// From `src/`, with `/`.
    name: String,
    /// Without its `#[cfg(test)] mod tests`.
    text: String,
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    walk(&root, &mut found);
    found.sort();
    let name = |path: &Path| path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
    let read = |path: PathBuf| Source {
        name: name(&path),
        text: without_tests(&fs::read_to_string(&path).unwrap()),
    };
    found.into_iter().map(read).filter(|source| !is_test(&source.name)).collect()
}

fn is_test(name: &str) -> bool {
    name.ends_with("tests.rs")
        || name.ends_with("sample.rs")
        || name.ends_with("corpus.rs")
        || name.contains("/tests/")
}

fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            walk(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

fn without_tests(text: &str) -> String {
    let place =
        ["#[cfg(test)]\nmod tests {", "#[cfg(test)]\nmod tests;"].iter().find_map(|mark| text.find(mark));
    place.map_or_else(|| text.to_owned(), |place| text[..place].to_owned())
}

fn floor(name: &str) -> Option<usize> {
    let first = name.split('/').next()?.trim_end_matches(".rs");
    FLOORS.iter().position(|floor| *floor == first)
}

/// The lines of code: no comments, no doc comments.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines()
        .enumerate()
        .map(|(number, line)| (number + 1, line))
        .filter(|(_, line)| !line.trim_start().starts_with("//"))
}

/// Fails with every line that breaks the rule and is no exception.
fn holds(rule: &str, broken: Vec<String>) {
    let broken: Vec<String> = broken
        .into_iter()
        .filter(|line| !EXCEPTIONS.iter().any(|(known, _)| line.starts_with(known)))
        .collect();
    assert!(broken.is_empty(), "{rule}:\n  {}", broken.join("\n  "));
}

fn lines_with(only: impl Fn(&str) -> bool, marks: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for source in sources().iter().filter(|source| only(&source.name)) {
        for (number, line) in code(&source.text) {
            if marks.iter().any(|mark| line.contains(mark)) {
                found.push(format!("{}:{number}: {}", source.name, line.trim()));
            }
        }
    }
    found
}

#[test]
fn every_exception_is_still_needed() {
    let names: Vec<String> = sources().into_iter().map(|source| source.name).collect();
    for (known, reason) in EXCEPTIONS {
        let file = known.split(':').next().unwrap();
        assert!(names.iter().any(|name| name == file), "{known} is no file any more ({reason})");
    }
}

#[test]
fn a_module_uses_only_floors_before_its_own() {
    let mut broken = Vec::new();
    for source in sources() {
        let Some(own) = floor(&source.name) else { continue };
        for (number, line) in code(&source.text) {
            for piece in line.split("crate::").skip(1) {
                let used = piece.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default();
                if FLOORS.iter().position(|floor| *floor == used).is_some_and(|used| used > own) {
                    broken.push(format!("{}:{number}: {}", source.name, line.trim()));
                }
            }
        }
    }
    holds("imports go down the house only", broken);
}

/// The slices in the order written in `features/mod.rs`' own list.
fn slices() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/features/mod.rs");
    let text = fs::read_to_string(root).unwrap();
    text.lines()
        .filter_map(|line| line.strip_prefix("pub mod "))
        .map(|line| line.trim_end_matches(';').to_owned())
        .collect()
}

#[test]
fn a_slice_uses_only_slices_before_it_and_only_through_their_door() {
    let order = slices();
    let place = |name: &str| order.iter().position(|slice| slice == name);
    let mut broken = Vec::new();
    for source in sources() {
        let Some(rest) = source.name.strip_prefix("features/") else { continue };
        let Some((own, _)) = rest.split_once('/') else { continue };
        for (number, line) in code(&source.text) {
            for piece in line.split("features::").skip(1) {
                let mut words = piece.split("::");
                let slice =
                    words.next().unwrap_or_default().trim_matches(|c: char| !c.is_alphanumeric() && c != '_');
                let door = words.next().unwrap_or_default();
                let inside =
                    door.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default();
                let behind = matches!(inside, "store" | "pages" | "views") && slice != own;
                let later = matches!((place(slice), place(own)), (Some(used), Some(own)) if used > own);
                if behind || later {
                    broken.push(format!("{}:{number}: {}", source.name, line.trim()));
                }
            }
        }
    }
    holds("slices stand in order and have one door", broken);
}

#[test]
fn sql_stands_only_in_the_database_floor_and_in_stores() {
    let elsewhere = |name: &str| !name.starts_with("db/") && !name.ends_with("store.rs");
    holds("rusqlite only in db/ and store.rs", lines_with(elsewhere, &["rusqlite"]));
}

#[test]
fn http_stands_only_in_web_and_in_pages() {
    let elsewhere = |name: &str| !name.starts_with("web/") && name != "app.rs" && !name.ends_with("pages.rs");
    holds("axum only in web/, app.rs and pages.rs", lines_with(elsewhere, &["axum::"]));
}

#[test]
fn html_stands_only_in_ui_and_in_views() {
    let elsewhere =
        |name: &str| !name.starts_with("ui/") && !name.ends_with("views.rs") && name != "web/refusal.rs";
    holds("maud only in ui/ and views.rs", lines_with(elsewhere, &["maud::", "html! {"]));
}

#[test]
fn a_signed_in_viewer_is_made_in_one_place() {
    let elsewhere =
        |name: &str| !matches!(name, "web/cookie.rs" | "db/viewer.rs") && !name.starts_with("demo/");
    holds(
        "Viewer::account only in web/cookie.rs (and the demo's own people)",
        lines_with(elsewhere, &["Viewer::account("]),
    );
}

#[test]
fn only_the_packer_looks_as_somebody_who_is_not_there() {
    let elsewhere = |name: &str| !name.starts_with("features/archive/") && name != "db/viewer.rs";
    holds("Viewer::themselves only where archives are packed", lines_with(elsewhere, &["themselves("]));
    let elsewhere = |name: &str| !name.starts_with("db/") && name != "features/archive/store.rs";
    holds("seen_packing only where archives are packed", lines_with(elsewhere, &["seen_packing"]));
    let elsewhere = |name: &str| {
        !name.starts_with("db/")
            && !matches!(name, "features/leaving/empty_store.rs" | "features/leaving/age_store.rs")
    };
    let views = ["seen_emptying", "seen_needed", "seen_kept", "seen_held_item"];
    holds(
        "what leaves, whose it is and what staff need of it only where accounts are emptied",
        lines_with(elsewhere, &views),
    );
    let elsewhere = |name: &str| !name.starts_with("db/") && name != "features/retention/old_store.rs";
    holds("what is old only where it goes", lines_with(elsewhere, &["seen_newest", "seen_old_"]));
    // What is one's own wherever it stands is for what one takes along, and not for pages.
    let elsewhere = |name: &str| !name.starts_with("db/") && !name.starts_with("features/archive/");
    holds("seen_own_ only in what one takes along", lines_with(elsewhere, &["seen_own_"]));
}

#[test]
fn only_the_slice_of_readings_opens_private_talk() {
    let elsewhere = |name: &str| !name.starts_with("db/") && !name.starts_with("features/readings/");
    holds("seen_reading only where staff read with a reason", lines_with(elsewhere, &["seen_reading"]));
}

#[test]
fn nobody_asks_from_whom_they_are_kept_apart() {
    let elsewhere = |name: &str| !name.starts_with("db/");
    let views = ["seen_stranger", "seen_parted", "seen_of_stranger", "seen_apart_due"];
    let due = |name: &str| elsewhere(name) && name != "features/apart/store.rs";
    holds("who is a stranger only in seen.sql", lines_with(elsewhere, &views[..3]));
    holds("whose day has come only where the box asks", lines_with(due, &views[3..]));
    let elsewhere = |name: &str| !name.starts_with("db/") && !name.starts_with("features/apart/");
    holds(
        "keep-aparts only where staff set them",
        lines_with(elsewhere, &["seen_keep_apart", "seen_apart_"]),
    );
}

#[test]
fn only_signing_in_reads_how_people_prove_who_they_are() {
    let elsewhere = |name: &str| {
        !name.starts_with("db/") && !matches!(name, "features/sessions/store.rs" | "features/accounts/mod.rs")
    };
    holds("seen_sign_in only where people sign in", lines_with(elsewhere, &["seen_sign_in"]));
}

#[test]
fn only_the_keeper_of_sanctions_ends_what_is_due() {
    let elsewhere = |name: &str| !name.starts_with("db/") && name != "features/sanctions/store.rs";
    holds("seen_sanction_due only where what is set is ended", lines_with(elsewhere, &["seen_sanction_due"]));
}

#[test]
fn only_the_count_of_what_is_unread_asks_who_is_in_a_conversation() {
    let elsewhere = |name: &str| !name.starts_with("db/") && name != "features/chat/list_store.rs";
    holds("seen_to_count only where it is counted", lines_with(elsewhere, &["seen_to_count"]));
}

#[test]
fn only_search_names_its_indexes() {
    let elsewhere = |name: &str| !name.starts_with("db/") && !name.starts_with("features/search/");
    let names = ["FROM found", "JOIN found", "INTO found", "\"found"];
    holds("the indexes hold everybody's words, so only search asks them", lines_with(elsewhere, &names));
}

#[test]
fn only_the_sweep_reads_the_names_of_all_files() {
    let elsewhere = |name: &str| !name.starts_with("db/") && name != "features/photos/store.rs";
    holds("seen_on_shelf only for the sweep", lines_with(elsewhere, &["seen_on_shelf"]));
}

#[test]
fn no_sql_gives_the_name_of_a_view_to_something_else() {
    let mut broken = Vec::new();
    for source in sources().iter().filter(|source| source.name.ends_with(".rs")) {
        let text = source.text.to_lowercase();
        for mark in ["as seen_", "with seen_", "recursive seen_", "table seen_"] {
            if text.contains(mark) && !source.name.starts_with("db/guard") {
                broken.push(format!("{}: {mark}", source.name));
            }
        }
    }
    holds("SQLite would take a CTE or alias named seen_… for the view", broken);
}

#[test]
fn every_file_says_why_it_exists() {
    let silent = |source: &Source| !source.text.starts_with("//! ");
    let broken = sources().iter().filter(|source| silent(source)).map(|source| source.name.clone()).collect();
    holds("each file begins with //! and one sentence", broken);
}

#[test]
fn files_and_functions_fit_in_a_head() {
    let mut broken = Vec::new();
    for source in sources() {
        let lines = source.text.lines().count();
        if lines > FILE_LINES_MAX {
            broken.push(format!("{}: {lines} lines", source.name));
        }
        for (name, lines) in functions(&source.text) {
            if lines > FUNCTION_LINES_MAX {
                broken.push(format!("{}: fn {name} has {lines} lines", source.name));
            }
        }
    }
    holds("files of at most 400 lines, functions of at most 60", broken);
}

/// Name and length of each function, by its indentation.
fn functions(text: &str) -> BTreeMap<String, usize> {
    let mut found = BTreeMap::new();
    let lines: Vec<&str> = text.lines().collect();
    for (start, line) in lines.iter().enumerate() {
        let Some(at) = line.find("fn ") else { continue };
        let before = &line[..at];
        let is_head = before
            .trim()
            .split(' ')
            .all(|word| matches!(word, "" | "pub" | "async" | "const") || word.starts_with("pub("));
        if !is_head || line.trim_end().ends_with(';') {
            continue;
        }
        let indent: String = line.chars().take_while(|c| *c == ' ').collect();
        let close = format!("{indent}}}");
        let end = lines[start..].iter().position(|line| *line == close).unwrap_or(0);
        let name: String = line[at + 3..].chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
        found.insert(format!("{name}@{}", start + 1), end + 1);
    }
    found
}

#[test]
fn nothing_is_left_loose() {
    holds(
        "no TODO, dbg!, unwrap( outside tests",
        lines_with(|_| true, &["TODO", "FIXME", "dbg!(", ".unwrap()", "todo!(", "unimplemented!("]),
    );
}

#[test]
fn the_lock_file_stays_small() {
    let lock = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.lock")).unwrap();
    let packages = lock.lines().filter(|line| *line == "[[package]]").count();
    assert!(packages < 300, "{packages} packages");
}

#[test]
fn a_page_holds_no_inline_style_or_script() {
    let drawn = |name: &str| name.starts_with("ui/") || name.ends_with("views.rs");
    holds(
        "no style attribute, no inline script",
        lines_with(drawn, &[" style=", "onclick=", "onload=", "<script>"]),
    );
}

/// Licences that may come in: all let a school or prison ship the binary as it is.
const LICENCES: &[&str] = &[
    "MIT",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "ISC",
    "Zlib",
    "Unicode-3.0",
    "CC0-1.0",
    "Unlicense",
    "IJG",
    "0BSD",
    "MPL-2.0",
    "BSL-1.0",
    "MIT-0",
];

/// Is this SPDX expression satisfied by our list? `A OR B` needs one side, `A AND B` both.
fn allowed(expression: &str) -> bool {
    let plain = expression.replace(" WITH LLVM-exception", "").replace('/', " OR ").replace(['(', ')'], "");
    plain.split(" AND ").all(|part| part.split(" OR ").any(|licence| LICENCES.contains(&licence.trim())))
}

#[test]
fn every_package_has_a_licence_that_may_come_in_and_a_known_source() {
    let told = std::process::Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked", "--offline"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    let told: serde_json::Value = serde_json::from_slice(&told.stdout).unwrap();
    let packages = told["packages"].as_array().unwrap();
    assert!(packages.len() > 100, "cargo told of {} packages only", packages.len());
    let mut broken = Vec::new();
    for package in packages {
        let (name, licence) =
            (package["name"].as_str().unwrap(), package["license"].as_str().unwrap_or("none"));
        let source = package["source"].as_str();
        if !allowed(licence) || source.is_some_and(|source| !source.starts_with("registry+")) {
            broken.push(format!("{name}: {licence}, {source:?}"));
        }
    }
    holds("licences that may come in, from the registry alone", broken);
}
