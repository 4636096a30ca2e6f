//! The SQL of word rules.

use super::{Category, New};
use crate::base::watch::{Action, Kind, Surface, fold};
use crate::base::{ItemId, Kind as ItemKind, Result, limits};
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

/// All rules, in the order in which they were made.
pub(super) fn all(look: &Snapshot<'_>) -> Result<Vec<Rule>> {
    look.list(&format!("{RULE} ORDER BY id LIMIT ?1"), [limits::WATCH_RULES_MAX as i64], rule)
}

/// The rule that is the same word in the same kind with the same action.
pub(super) fn same(look: &Snapshot<'_>, new: &New) -> Result<Option<i64>> {
    look.one(
        "SELECT id FROM seen_watch_rule WHERE folded = ?1 AND kind = ?2 AND action = ?3",
        params![fold(&new.pattern), new.kind.word(), new.action.word()],
        |row| row.get(0),
    )
}

/// A rule says what a table says of it. Where it is looked for, until when, and whether it is on, no table knows.
pub(super) fn update_from_table(change: &mut Change<'_>, id: i64, new: &New) -> Result<()> {
    let now = change.now_ms();
    change.run(
        "UPDATE watch_rule SET pattern = ?2, severity = ?3, category = ?4, languages = ?5, exceptions = ?6, note = ?7, changed_at = ?8
         WHERE id = ?1 AND gone_at IS NULL",
        params![
            id,
            new.pattern,
            i64::from(new.severity),
            new.category.word(),
            new.languages,
            new.exceptions.join("\n"),
            new.note,
            now
        ],
    )?;
    Ok(())
}

fn numbers(ids: &[i64]) -> String {
    serde_json::json!(ids).to_string()
}

/// Matches of each of these rules in the last 7, 30 and 90 days of the box.
pub(super) fn matches(look: &Snapshot<'_>, rules: &[i64]) -> Result<Vec<(i64, i64, i64, i64)>> {
    look.list(
        "SELECT h.rule_id, sum(h.day > d.days - 7), sum(h.day > d.days - 30), count(*)
         FROM day_count AS d CROSS JOIN seen_watch_count AS h
         WHERE h.rule_id IN (SELECT value FROM json_each(?1)) AND h.day > d.days - 90 GROUP BY h.rule_id",
        [numbers(rules)],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)),
    )
}

/// How often each was said of matches of each of these rules.
pub(super) fn verdicts(look: &Snapshot<'_>, rules: &[i64]) -> Result<Vec<(i64, String, i64)>> {
    look.list(
        "SELECT rule_id, verdict, count(*) FROM seen_watch_count
         WHERE rule_id IN (SELECT value FROM json_each(?1)) AND verdict IS NOT NULL GROUP BY rule_id, verdict",
        [numbers(rules)],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )
}

/// What was written for Everyone or for groups, newest first: of each sort of thing, where it stands, and the statement.
pub(super) const RECENT: [(ItemKind, Surface, &str); 3] = [
    (
        ItemKind::Post,
        Surface::Post,
        "SELECT id, body FROM seen_post WHERE audience IN ('everyone', 'groups') AND state = 'shown' AND made_at > ?1
         ORDER BY id DESC LIMIT ?2",
    ),
    (
        ItemKind::Comment,
        Surface::Comment,
        "SELECT c.id, c.body FROM seen_post AS p CROSS JOIN seen_comment AS c ON c.post_id = p.id
         WHERE p.audience IN ('everyone', 'groups') AND p.state = 'shown' AND c.state = 'shown' AND p.made_at > ?1
           AND c.made_at > ?1 ORDER BY p.id DESC LIMIT ?2",
    ),
    (
        ItemKind::Album,
        Surface::Album,
        "SELECT id, title || char(10, 10) || about FROM seen_album
         WHERE audience IN ('everyone', 'groups') AND state = 'shown' AND made_at > ?1 ORDER BY id DESC LIMIT ?2",
    ),
];

/// The texts of one sort since a moment, at most so many.
pub(super) fn recent(
    look: &Snapshot<'_>,
    sql: &str,
    since: i64,
    most: usize,
) -> Result<Vec<(ItemId, String)>> {
    look.list(sql, params![since, most as i64], |row| Ok((ItemId(row.get(0)?), row.get(1)?)))
}
