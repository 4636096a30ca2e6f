//! The SQL of word rules.

use super::{Category, New};
use crate::base::watch::{Action, Kind, fold};
use crate::base::{Result, limits};
use crate::db::{Change, Row, Snapshot, params};

/// A rule as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Rule {
    pub id: i64,
    pub pattern: String,
    pub kind: Kind,
    pub action: Action,
    pub severity: u8,
    pub category: Category,
    pub languages: String,
    pub surfaces: String,
    pub exceptions: Vec<String>,
    pub note: String,
    pub until_at: Option<i64>,
    pub enabled: bool,
    pub starter: String,
}

const RULE: &str =
    "SELECT id, pattern, kind, action, severity, category, languages, surfaces, exceptions, note, until_at,
     enabled, starter FROM seen_watch_rule";

fn rule(row: &Row<'_>) -> rusqlite::Result<Rule> {
    let exceptions: String = row.get(8)?;
    Ok(Rule {
        id: row.get(0)?,
        pattern: row.get(1)?,
        kind: Kind::parse(row.get_ref(2)?.as_str()?).unwrap_or(Kind::Word),
        action: Action::parse(row.get_ref(3)?.as_str()?).unwrap_or(Action::Flag),
        severity: row.get(4)?,
        category: Category::parse(row.get_ref(5)?.as_str()?).unwrap_or(Category::Other),
        languages: row.get(6)?,
        surfaces: row.get(7)?,
        exceptions: exceptions.lines().map(str::to_owned).collect(),
        note: row.get(9)?,
        until_at: row.get(10)?,
        enabled: row.get(11)?,
        starter: row.get(12)?,
    })
}

/// Which rules a list shows; empty words show all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Filter {
    /// In exact form, anywhere in the pattern.
    pub words: String,
    pub action: String,
    pub category: String,
    pub language: String,
    /// `on`, `off` or nothing.
    pub state: String,
}

/// One page of rules below an id, the newest first. At most 10,000 are there, and they are looked through one by one.
pub(super) fn list(look: &Snapshot<'_>, filter: &Filter, before: i64, rows: usize) -> Result<Vec<Rule>> {
    let sql = format!(
        "{RULE} WHERE id < ?1 AND (?2 = '' OR instr(folded, ?2) > 0) AND (?3 = '' OR action = ?3)
           AND (?4 = '' OR category = ?4) AND (?5 = '' OR instr(',' || languages || ',', ',' || ?5 || ',') > 0)
           AND (?6 = '' OR enabled = (?6 = 'on')) ORDER BY id DESC LIMIT ?7"
    );
    let words = fold(&filter.words);
    let asked =
        params![before, words, filter.action, filter.category, filter.language, filter.state, rows as i64];
    look.list(&sql, asked, rule)
}

/// One rule.
pub(super) fn find(look: &Snapshot<'_>, id: i64) -> Result<Rule> {
    look.found(&format!("{RULE} WHERE id = ?1"), [id], rule)
}

/// How many rules there are, and how many of an action are on.
pub(super) fn count(look: &Snapshot<'_>) -> Result<i64> {
    look.number(
        "SELECT count(*) FROM (SELECT 1 FROM seen_watch_rule LIMIT ?1)",
        [limits::WATCH_RULES_MAX as i64],
    )
}

pub(super) fn count_enabled(look: &Snapshot<'_>, action: Action) -> Result<i64> {
    look.number("SELECT count(*) FROM seen_watch_rule WHERE action = ?1 AND enabled = 1", [action.word()])
}

pub(super) fn insert(change: &mut Change<'_>, new: &New, starter: &str) -> Result<i64> {
    let (me, now) = (change.viewer().id().map(|id| id.0), change.now_ms());
    change.insert(
        "INSERT INTO watch_rule (pattern, folded, kind, action, severity, category, languages, surfaces, exceptions, note,
                                 until_at, enabled, starter, made_by, made_at, changed_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?15)",
        params![
            new.pattern,
            fold(&new.pattern),
            new.kind.word(),
            new.action.word(),
            i64::from(new.severity),
            new.category.word(),
            new.languages,
            new.surfaces,
            new.exceptions.join("\n"),
            new.note,
            new.until_at,
            new.enabled,
            starter,
            me,
            now
        ],
    )
}

pub(super) fn update(change: &mut Change<'_>, id: i64, new: &New) -> Result<()> {
    let now = change.now_ms();
    change.run(
        "UPDATE watch_rule SET pattern = ?2, folded = ?3, kind = ?4, action = ?5, severity = ?6, category = ?7, languages = ?8,
                surfaces = ?9, exceptions = ?10, note = ?11, until_at = ?12, enabled = ?13, changed_at = ?14
         WHERE id = ?1 AND gone_at IS NULL",
        params![
            id,
            new.pattern,
            fold(&new.pattern),
            new.kind.word(),
            new.action.word(),
            i64::from(new.severity),
            new.category.word(),
            new.languages,
            new.surfaces,
            new.exceptions.join("\n"),
            new.note,
            new.until_at,
            new.enabled,
            now
        ],
    )?;
    Ok(())
}

pub(super) fn set_enabled(change: &mut Change<'_>, id: i64, on: bool) -> Result<()> {
    let now = change.now_ms();
    change.run("UPDATE watch_rule SET enabled = ?2, changed_at = ?3 WHERE id = ?1", params![id, on, now])?;
    Ok(())
}

pub(super) fn remove(change: &mut Change<'_>, id: i64) -> Result<()> {
    let now = change.now_ms();
    change.run("UPDATE watch_rule SET gone_at = ?2, enabled = 0 WHERE id = ?1", params![id, now])?;
    Ok(())
}
