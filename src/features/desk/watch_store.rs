//! The SQL of what word rules brought before the desk.

use super::case_store::Before;
use super::store::{Who, numbers, people};
use super::{concerned, hearing_store};
use crate::base::watch::{Action, Surface};
use crate::base::{AccountId, ItemId, Result};
use crate::db::{Row, Snapshot, params};
use crate::features::case_talk;
use std::collections::HashMap;

/// Hits shown of one case.
const SHOWN_MAX: i64 = 100;

/// One case as a line of the desk.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub surface: Surface,
    pub action: Action,
    /// Did rules match only possibly?
    pub possible: bool,
    /// The first words, where no item has them.
    pub excerpt: String,
}

/// One place at which a rule matched.
#[derive(Clone, Debug)]
pub(super) struct Hit {
    pub id: i64,
    pub pattern: String,
    pub words: String,
    pub possible: bool,
    pub verdict: Option<String>,
    pub open: bool,
    /// Which of the texts, and at which character of it.
    pub part: i64,
    pub from_char: i64,
}

/// A case that is no item to decide about: words that were refused or stand in none, and whoever may need help.
pub(super) struct Case {
    pub id: i64,
    pub author: AccountId,
    pub surface: Surface,
    pub action: Action,
    pub words: String,
    pub made_at: i64,
    pub closed_at: Option<i64>,
    pub note: String,
    pub hits: Vec<Hit>,
    pub people: HashMap<i64, Who>,
    pub removed_before: Before,
    pub talks: Vec<case_talk::Talk>,
}

fn surface(row: &Row<'_>, place: usize) -> rusqlite::Result<Surface> {
    Ok(Surface::parse(row.get_ref(place)?.as_str()?).unwrap_or(Surface::Post))
}

fn action(row: &Row<'_>, place: usize) -> rusqlite::Result<Action> {
    Ok(Action::parse(row.get_ref(place)?.as_str()?).unwrap_or(Action::Flag))
}

/// What these hold in short, by number; and what is open of these items, by item (yes). One statement, and none for
/// nothing.
pub(super) fn lines(look: &Snapshot<'_>, cases: &[i64], items: &[i64]) -> Result<HashMap<(bool, i64), Line>> {
    if cases.is_empty() && items.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = look.list(
        "SELECT c.id, c.surface, c.action, substr(c.words, 1, 300),
                NOT EXISTS (SELECT 1 FROM seen_watch_hit AS h WHERE h.case_id = c.id AND h.possible = 0), 0
         FROM seen_watch_case AS c WHERE c.id IN (SELECT value FROM json_each(?1))
         UNION ALL
         SELECT c.item_id, c.surface, c.action, substr(c.words, 1, 300),
                NOT EXISTS (SELECT 1 FROM seen_watch_hit AS h WHERE h.case_id = c.id AND h.possible = 0), 1
         FROM seen_watch_case AS c
         WHERE c.item_id IN (SELECT value FROM json_each(?2)) AND c.closed_at IS NULL AND c.action <> 'help'",
        [numbers(cases.iter().copied()), numbers(items.iter().copied())],
        |row| {
            let line = Line {
                surface: surface(row, 1)?,
                action: action(row, 2)?,
                possible: row.get(4)?,
                excerpt: row.get(3)?,
            };
            Ok(((row.get::<_, bool>(5)?, row.get::<_, i64>(0)?), line))
        },
    )?;
    Ok(rows.into_iter().collect())
}

const HIT: &str = "SELECT h.id, r.pattern, h.words, h.possible, h.verdict, c.closed_at IS NULL, h.part, h.from_char
     FROM seen_watch_case AS c JOIN seen_watch_hit AS h ON h.case_id = c.id JOIN seen_watch_name AS r ON r.id = h.rule_id";

fn hit(row: &Row<'_>) -> rusqlite::Result<Hit> {
    Ok(Hit {
        id: row.get(0)?,
        pattern: row.get(1)?,
        words: row.get(2)?,
        possible: row.get(3)?,
        verdict: row.get(4)?,
        open: row.get(5)?,
        part: row.get(6)?,
        from_char: row.get(7)?,
    })
}

/// Where rules matched in an item, newest first. What is for Safeguard alone is not among them.
pub(super) fn hits_of_item(look: &Snapshot<'_>, item: ItemId) -> Result<Vec<Hit>> {
    look.list(
        &format!("{HIT} WHERE c.item_id = ?1 AND c.action <> 'help' ORDER BY h.id DESC LIMIT ?2"),
        params![item.0, SHOWN_MAX],
        hit,
    )
}

/// One case whole, with everything that its page shows.
pub(super) fn case(look: &Snapshot<'_>, id: i64) -> Result<Case> {
    let mut found = look.found(
        "SELECT id, account_id, surface, action, words, made_at, closed_at, note FROM seen_watch_case
         WHERE id = ?1 AND (item_id IS NULL OR action = 'help')",
        [id],
        |row| {
            Ok(Case {
                id: row.get(0)?,
                author: AccountId(row.get(1)?),
                surface: surface(row, 2)?,
                action: action(row, 3)?,
                words: row.get(4)?,
                made_at: row.get(5)?,
                closed_at: row.get(6)?,
                note: row.get(7)?,
                hits: Vec::new(),
                people: HashMap::new(),
                removed_before: Before::default(),
                talks: Vec::new(),
            })
        },
    )?;
    found.hits =
        look.list(&format!("{HIT} WHERE c.id = ?1 ORDER BY h.id LIMIT ?2"), params![id, SHOWN_MAX], hit)?;
    if let Some(case) = hearing_store::behind(look, id)? {
        found.talks = case_talk::of_cases(look, &[case])?;
    }
    found.people = people(look, [found.author.0].into_iter().chain(concerned::named(&found.talks)))?;
    found.removed_before = super::case_store::removed_of(look, found.author)?;
    Ok(found)
}

/// The page at which a hit is shown.
pub(super) fn page_of(look: &Snapshot<'_>, hit: i64) -> Result<String> {
    look.found(
        "SELECT c.id, c.item_id, c.action = 'help' FROM seen_watch_hit AS h JOIN seen_watch_case AS c ON c.id = h.case_id
         WHERE h.id = ?1",
        [hit],
        |row| {
            let item: Option<i64> = row.get(1)?;
            Ok(match item.filter(|_| !row.get(2).unwrap_or(true)) {
                Some(item) => format!("/desk/items/{item}"),
                None => format!("/desk/words/{}", row.get::<_, i64>(0)?),
            })
        },
    )
}
