//! The views of seen.sql, each spoilt in one place: there nobody is kept from anybody. Whatever shows what people see has to
//! notice each of them, or it proves nothing of that place.

use std::collections::{BTreeMap, BTreeSet};

/// Who is parted from whom is asked of these.
const ASKED: &[&str] = &["seen_stranger", "seen_parted", "seen_apart", "seen_of_stranger", "parted"];

/// A view that leaves nobody out in one place.
pub struct Spoilt {
    pub view: String,
    /// Which of the places in it, from 0.
    pub place: usize,
    /// What stands there.
    pub said: String,
    /// Lays the view so.
    pub sql: String,
    /// It, and all that stand on it.
    pub above: BTreeSet<String>,
}

impl Spoilt {
    /// Names it: `seen_post 0`.
    pub fn name(&self) -> String {
        format!("{} {}", self.view, self.place)
    }
}

/// Every place of every view.
pub fn spoilt(seen: &str) -> Vec<Spoilt> {
    let views = views(seen);
    let mut all = Vec::new();
    for (view, statement) in views.iter().filter(|(view, _)| !ASKED.contains(&view.as_str())) {
        for (place, (at, name)) in places(statement).into_iter().enumerate() {
            let (before, after) = (&statement[..at], &statement[at + name.len()..]);
            let sql = format!("DROP VIEW {view};\n{before}(SELECT * FROM {name} WHERE 0){after};");
            let begin = before.len().saturating_sub(60);
            let begin = (begin..before.len()).find(|at| before.is_char_boundary(*at)).unwrap_or(0);
            let around = format!("{}{name}{}", &before[begin..], after.chars().take(70).collect::<String>());
            let said = around.split_whitespace().collect::<Vec<_>>().join(" ");
            all.push(Spoilt { view: view.clone(), place, said, sql, above: above(&views, view) });
        }
    }
    all
}

/// Each view with the statement that makes it, without comments.
fn views(seen: &str) -> BTreeMap<String, String> {
    let lines = seen.lines().map(|line| line.split("--").next().unwrap_or_default());
    let text = lines.collect::<Vec<_>>().join("\n");
    let statements = text.split("CREATE VIEW ").skip(1).map(|rest| {
        let name = rest.split_whitespace().next().unwrap_or_default();
        let whole = format!("CREATE VIEW {}", rest.trim().trim_end_matches(';'));
        (name.to_owned(), whole)
    });
    statements.collect()
}

/// Where a statement asks who is parted: after FROM or JOIN.
fn places(statement: &str) -> Vec<(usize, &'static str)> {
    let mut found = Vec::new();
    for name in ASKED {
        for (at, _) in statement.match_indices(name) {
            let before = statement[..at].trim_end();
            let ends = statement[at + name.len()..].chars().next();
            let whole = ends.is_none_or(|c| !c.is_ascii_alphanumeric() && c != '_');
            if whole && (before.ends_with("FROM") || before.ends_with("JOIN")) {
                found.push((at, *name));
            }
        }
    }
    found.sort_unstable();
    found
}

/// The view and all that name it, or one that does.
fn above(views: &BTreeMap<String, String>, view: &str) -> BTreeSet<String> {
    let mut above = BTreeSet::from([view.to_owned()]);
    loop {
        let names = |text: &str| {
            text.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').any(|word| above.contains(word))
        };
        let more: Vec<String> = views
            .iter()
            .filter(|(name, text)| !above.contains(*name) && names(text))
            .map(|(name, _)| name.clone())
            .collect();
        if more.is_empty() {
            return above;
        }
        above.extend(more);
    }
}
