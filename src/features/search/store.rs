//! The SQL of search: ids from the indexes, and what they are through the views.

use super::query::Query;
use super::{Search, Sought};
use crate::base::{AccountId, Duty, GroupId, ItemId, Kind, Result, State, limits};
use crate::db::{Row, Snapshot, params};
use crate::features::items::{self, Author, id_list};
use crate::features::people::{self, Person};
use crate::features::posts::Shield;
use std::collections::HashMap;

/// One thing that was found, as far as a list shows it.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub id: ItemId,
    pub kind: Kind,
    pub author: Author,
    pub state: State,
    pub made_at: i64,
    /// Markdown; of a photo its caption and description.
    pub text: String,
    /// What it stands behind: then it is found, and not quoted.
    pub shield: Option<Shield>,
}

/// People who share with the viewer that are asked about one by one; with more, all that is for contacts is.
const SHARING_MAX: usize = 64;

/// In which words of `who` the viewer's own things and those for them stand. This only narrows: what is
/// found is asked of the views.
pub(super) fn circle(look: &Snapshot<'_>) -> Result<Vec<String>> {
    let me = look.me()?.0;
    let mut words = vec![format!("~o{me}"), "~e".into(), format!("~p{me}")];
    if look.viewer().holds(Duty::Moderate) {
        words.push("~g".into());
    } else {
        let own = look.list(
            "SELECT group_id FROM seen_membership WHERE account_id = ?1
                 UNION SELECT group_id FROM seen_charge WHERE duty = 'moderate' LIMIT 500",
            [me],
            |row| row.get::<_, i64>(0),
        )?;
        words.extend(own.into_iter().map(|id| format!("~g{id}")));
    }
    let sharing = look.list(
        "SELECT owner_id FROM seen_contact WHERE person_id = ?1 LIMIT ?2",
        params![me, SHARING_MAX as i64 + 1],
        |row| row.get::<_, i64>(0),
    )?;
    if sharing.len() > SHARING_MAX {
        words.push("~f".into());
    } else {
        words.extend(sharing.into_iter().map(|id| format!("~f{id}")));
    }
    Ok(words)
}

// The index gives ids, newest first, one by one until enough of them are seen.
pub(super) const ITEMS: &str = "SELECT found.rowid FROM found
     WHERE found MATCH ?1 AND found.rowid < ?2
       AND (EXISTS (SELECT 1 FROM seen_root AS r
                    WHERE r.id = found.rowid AND r.made_at >= ?3 AND r.made_at < ?4)
         OR EXISTS (SELECT 1 FROM seen_comment AS c
                    WHERE c.id = found.rowid AND c.made_at >= ?3 AND c.made_at < ?4)
         OR EXISTS (SELECT 1 FROM seen_photo AS f
                    WHERE f.id = found.rowid AND f.made_at >= ?3 AND f.made_at < ?4)
         OR EXISTS (SELECT 1 FROM seen_album AS b
                    WHERE b.id = found.rowid AND b.made_at >= ?3 AND b.made_at < ?4)
         OR EXISTS (SELECT 1 FROM seen_top AS e
                    WHERE e.id = found.rowid AND e.kind IN ('announcement', 'event', 'file')
                      AND e.made_at >= ?3 AND e.made_at < ?4)
         OR EXISTS (SELECT 1 FROM seen_photo_comment AS d
                    WHERE d.id = found.rowid AND d.made_at >= ?3 AND d.made_at < ?4))
     ORDER BY found.rowid DESC LIMIT ?5";

/// A page of what was found in texts, newest first, and where the next one begins.
pub(super) fn items(
    look: &Snapshot<'_>,
    search: &Search,
    query: &Query,
) -> Result<(Vec<Line>, Option<ItemId>)> {
    let Some(narrow) = narrow(look, search)? else { return Ok((Vec::new(), None)) };
    let asked = query.items(&circle(look)?, &narrow);
    let before = search.before.map_or(i64::MAX, |id| id.0);
    let (from, until) = (search.from_ms.unwrap_or(i64::MIN), search.until_ms.unwrap_or(i64::MAX));
    let limit = limits::SEARCH_PAGE as i64 + 1;
    let mut ids =
        look.list(ITEMS, params![asked, before, from, until, limit], |row| row.get(0).map(ItemId))?;
    let more = ids.len() > limits::SEARCH_PAGE;
    ids.truncate(limits::SEARCH_PAGE);
    let older = if more { ids.last().copied() } else { None };
    Ok((lines(look, &ids)?, older))
}

/// The words of `who` that all must be there, a list for each choice; none where nothing can be found.
fn narrow(look: &Snapshot<'_>, search: &Search) -> Result<Option<Vec<Vec<String>>>> {
    let mut narrow = Vec::new();
    match search.sought {
        Sought::Posts => narrow.push(vec!["~post".to_owned()]),
        Sought::Comments => narrow.push(vec!["~comment".to_owned()]),
        Sought::Photos => narrow.push(vec!["~photo".to_owned()]),
        Sought::Announcements => narrow.push(vec!["~announcement".to_owned()]),
        Sought::Events => narrow.push(vec!["~event".to_owned()]),
        Sought::Files => narrow.push(vec!["~file".to_owned()]),
        _ => {}
    }
    if !search.by.is_empty() {
        let author = look.one("SELECT id FROM seen_person WHERE username = ?1", [&search.by], |row| {
            row.get(0).map(AccountId)
        })?;
        let Some(author) = author else { return Ok(None) };
        narrow.push(vec![format!("~a{author}")]);
    }
    if let Some(group) = search.group {
        narrow.push(vec![format!("~g{group}")]);
    }
    if let Some(months) = months(search.from_ms, search.until_ms) {
        narrow.push(months);
    }
    Ok(Some(narrow))
}

/// The months from one moment to another, where they are few enough to be asked for.
fn months(from_ms: Option<i64>, until_ms: Option<i64>) -> Option<Vec<String>> {
    const MONTHS_MAX: i64 = 36;
    let month = |ms: i64| {
        let date = jiff::tz::TimeZone::UTC.to_datetime(jiff::Timestamp::from_millisecond(ms).ok()?);
        Some(i64::from(date.year()) * 12 + i64::from(date.month()) - 1)
    };
    let (first, last) = (month(from_ms?)?, month(until_ms? - 1)?);
    let few = (0..MONTHS_MAX).contains(&(last - first));
    few.then(|| {
        (first..=last).map(|at| format!("~m{:04}{:02}", at.div_euclid(12), at.rem_euclid(12) + 1)).collect()
    })
}

/// What these are, in the same order; what the viewer does not see is left out.
fn lines(look: &Snapshot<'_>, ids: &[ItemId]) -> Result<Vec<Line>> {
    const AUTHOR: &str = "a.id, a.username, a.shown_name, a.picture, a.role";
    const BOARD: &str = "x.title || iif(x.body <> '', ' · ', '') || x.body";
    const PLACED: &str =
        "x.title || iif(x.place <> '', ' · ', '') || x.place || iif(x.about <> '', ' · ', '') || x.about";
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let list = id_list(ids);
    let mut found: HashMap<ItemId, Line> = HashMap::new();
    let sources = [
        (Kind::Post, "x.body", "seen_post"),
        (Kind::Comment, COMMENT, "seen_comment"),
        (Kind::Comment, COMMENT, "seen_photo_comment"),
        (Kind::Photo, "x.caption || iif(x.caption <> '' AND x.alt <> '', ' · ', '') || x.alt", "seen_photo"),
        (Kind::Album, "x.title || iif(x.about <> '', ' · ', '') || x.about", "seen_album"),
        (Kind::Announcement, BOARD, "seen_announcement"),
        (Kind::Event, PLACED, "seen_event"),
        (Kind::File, "x.name || iif(x.about <> '', ' · ', '') || x.about", "seen_file"),
    ];
    for (kind, text, view) in sources {
        let shield = match view {
            "seen_post" => "x.shield, x.shield_why",
            "seen_photo" => "coalesce(x.shielded, 0), ''",
            _ => "0, ''",
        };
        let sql = format!(
            "SELECT x.id, x.state, x.made_at, {text}, {AUTHOR}, {shield} FROM {view} AS x JOIN seen_person AS a ON a.id = x.author_id
             WHERE x.id IN (SELECT value FROM json_each(?1))"
        );
        let rows = look.list(&sql, [&list], |row| line(row, kind))?;
        found.extend(rows.into_iter().map(|line| (line.id, line)));
    }
    Ok(ids.iter().filter_map(|id| found.remove(id)).collect())
}

fn line(row: &Row<'_>, kind: Kind) -> rusqlite::Result<Line> {
    Ok(Line {
        id: ItemId(row.get(0)?),
        kind,
        state: State::parse(row.get_ref(1)?.as_str()?).unwrap_or(State::Removed),
        made_at: row.get(2)?,
        text: row.get(3)?,
        author: items::author(row, 4)?,
        shield: Shield::read(row.get(9)?, row.get(10)?),
    })
}

pub(super) const PEOPLE: &str = "SELECT p.id FROM seen_person AS p
     WHERE p.id IN (SELECT rowid FROM found_person WHERE found_person MATCH ?1) AND p.standing <> 'left'
     ORDER BY +p.shown_name, +p.id LIMIT ?2";

/// What a comment says, and what its photo shows.
const COMMENT: &str = "x.body || coalesce((SELECT iif(x.body <> '' AND c.alt <> '', ' · ', '') || c.alt
                                   FROM seen_comment_photo AS c WHERE c.id = x.id LIMIT 1), '')";

/// People by any part of their names.
pub(super) fn people(look: &Snapshot<'_>, names: &str, most: usize) -> Result<Vec<Person>> {
    if most == 0 {
        return Ok(Vec::new());
    }
    let ids = look.list(PEOPLE, params![names, most as i64], |row| row.get(0).map(AccountId))?;
    people::among(look, &ids)
}

pub(super) const GROUPS: &str = "SELECT g.id, g.name FROM seen_group AS g
      WHERE g.id IN (SELECT rowid FROM found_group WHERE found_group MATCH ?1)
     UNION SELECT g.id, g.name FROM seen_joinable AS g
      WHERE g.id IN (SELECT rowid FROM found_group WHERE found_group MATCH ?1)
     ORDER BY 2 LIMIT ?2";

/// Groups one is in or may come into, by their name and what they are about.
pub(super) fn groups(look: &Snapshot<'_>, names: &str, most: usize) -> Result<Vec<(GroupId, String)>> {
    if most == 0 {
        return Ok(Vec::new());
    }
    look.list(GROUPS, params![names, most as i64], |row| Ok((GroupId(row.get(0)?), row.get(1)?)))
}

pub(super) const TAGS: &str = "SELECT t.name FROM seen_tag AS t
     WHERE t.id IN (SELECT rowid FROM found_tag WHERE found_tag MATCH ?1 LIMIT 200)
     ORDER BY length(t.name), t.name LIMIT ?2";

/// Tags on what the viewer sees, the shortest first.
pub(super) fn tags(look: &Snapshot<'_>, names: &str, most: usize) -> Result<Vec<String>> {
    if most == 0 {
        return Ok(Vec::new());
    }
    look.list(TAGS, params![names, most as i64], |row| row.get(0))
}
