//! The rules of the documents: links, names of tests, a word for each dependency.

use super::{holds, walk};
use std::fs;
use std::path::{Path, PathBuf};

/// A file of `docs/`, or the one beside them.
struct Page {
    path: PathBuf,
    text: String,
}

impl Page {
    /// The ids that code hosts, and our own books, give its headings.
    fn headings(&self) -> Vec<String> {
        let mut ids: Vec<String> = Vec::new();
        for words in outside_code(&self.text).filter_map(|line| line.strip_prefix('#')) {
            let words = words.trim_start_matches('#').trim().to_lowercase();
            let kept = words.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
            ids.push(kept.map(|c| if c == ' ' { '-' } else { c }).collect());
        }
        ids
    }

    /// Where its links lead: what stands in `](…)`.
    fn links(&self) -> Vec<&str> {
        let in_line = |line| {
            let pieces = str::split(line, "](").skip(1);
            pieces.filter_map(|piece: &str| piece.split(')').next()).collect::<Vec<_>>()
        };
        outside_code(&self.text).flat_map(in_line).collect()
    }
}

/// The lines of a Markdown text that are not in a fenced block of code.
fn outside_code(text: &str) -> impl Iterator<Item = &str> {
    let mut fenced = false;
    text.lines().filter(move |line| {
        let fence = line.trim_start().starts_with("```");
        fenced ^= fence;
        !fenced && !fence
    })
}

fn docs() -> Vec<Page> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths: Vec<PathBuf> =
        fs::read_dir(root.join("docs")).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.push(root.join("README.md"));
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "md"));
    paths.sort();
    paths.into_iter().map(|path| Page { text: fs::read_to_string(&path).unwrap(), path }).collect()
}

#[test]
fn every_link_in_the_documents_leads_somewhere() {
    let pages = docs();
    let mut broken = Vec::new();
    for page in &pages {
        for link in page.links() {
            let (file, anchor) = link.split_once('#').unwrap_or((link, ""));
            let to = match file {
                "" => page.path.clone(),
                file => page.path.parent().unwrap().join(file),
            };
            let found = match pages.iter().find(|other| other.path == to) {
                Some(other) => anchor.is_empty() || other.headings().iter().any(|id| id == anchor),
                None => anchor.is_empty() && to.exists(),
            };
            if !found {
                broken.push(format!("{}: {link}", page.path.file_name().unwrap().to_string_lossy()));
            }
        }
    }
    holds("links lead to files and headings that are there", broken);
}

#[test]
fn documents_hold_no_html() {
    let mut broken = Vec::new();
    for page in docs() {
        for line in outside_code(&page.text) {
            // What stands between backticks is shown, not obeyed.
            let plain: String = line.split('`').step_by(2).collect();
            let tag = plain
                .split('<')
                .skip(1)
                .any(|rest| rest.starts_with(|c: char| c.is_alphabetic() || "/!?".contains(c)));
            if tag {
                broken.push(format!("{}: {line}", page.path.file_name().unwrap().to_string_lossy()));
            }
        }
    }
    holds("Markdown only", broken);
}

#[test]
fn every_dependency_says_why_it_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (manifest, why) = (root.join("Cargo.toml"), root.join("docs/why.md"));
    let (manifest, why) = (fs::read_to_string(manifest).unwrap(), fs::read_to_string(why).unwrap());
    let mut wanted = std::collections::BTreeSet::new();
    let mut inside = false;
    for line in manifest.lines() {
        if line.starts_with('[') {
            inside = line.ends_with("dependencies]");
        } else if let (true, Some((name, _))) = (inside, line.split_once('=')) {
            wanted.insert(name.trim().to_owned());
        }
    }
    assert!(wanted.len() > 10, "the manifest was not understood");
    let said: std::collections::BTreeSet<String> = why
        .lines()
        .filter_map(|line| line.strip_prefix("- **")?.split_once("**: "))
        .filter(|(_, reason)| reason.len() > 20)
        .map(|(name, _)| name.to_owned())
        .collect();
    let silent = wanted.difference(&said).map(|name| format!("{name} has no line in docs/why.md"));
    let gone = said.difference(&wanted).map(|name| format!("{name} is no dependency any more"));
    holds("docs/why.md has one sentence a dependency", silent.chain(gone).collect());
}

/// The names of all tests, in `src` and in `tests`.
fn names_of_tests() -> std::collections::BTreeSet<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = Vec::new();
    walk(&root.join("src"), &mut paths);
    walk(&root.join("tests"), &mut paths);
    let mut names = std::collections::BTreeSet::new();
    for path in paths.iter().filter(|path| path.extension().is_some_and(|ending| ending == "rs")) {
        let text = fs::read_to_string(path).unwrap();
        let tests =
            text.split("#[test]").skip(1).filter_map(|rest| rest.split_once("fn ")?.1.split_once('('));
        names.extend(tests.map(|(name, _)| name.to_owned()));
    }
    names
}

/// The cells of each row of a table, without its head.
fn rows(text: &str) -> impl Iterator<Item = Vec<&str>> {
    let lines = outside_code(text).filter(|line| line.starts_with('|'));
    lines
        .map(|line| line.trim_matches('|').split('|').map(str::trim).collect())
        .filter(|cells: &Vec<&str>| !cells.iter().all(|cell| cell.starts_with("---") || cell.is_empty()))
}

#[test]
fn every_promise_of_social_life_names_a_test_that_there_is() {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/social.md")).unwrap();
    let known = names_of_tests();
    assert!(known.len() > 200, "{} tests were found", known.len());
    let mut broken = Vec::new();
    let mut promises = 0;
    for cells in rows(&text).filter(|cells| cells.last() != Some(&"Proof")) {
        promises += 1;
        let [what, _, proof] = cells.as_slice() else {
            broken.push(format!("not three cells: {cells:?}"));
            continue;
        };
        let named: Vec<&str> =
            proof.split('`').skip(1).step_by(2).filter_map(|name| name.rsplit("::").next()).collect();
        if named.is_empty() && !proof.starts_with("Not here") {
            broken.push(format!("{what}: no test, and no reason"));
        }
        for name in named.into_iter().filter(|name| !known.contains(*name)) {
            broken.push(format!("{what}: no test is called {name}"));
        }
    }
    assert!(promises > 50, "the table was not understood: {promises} rows");
    holds("docs/social.md names tests that there are", broken);
}
