//! The SQL of the notice board in an archive: what one put on it, said to it, and the files of groups.

use super::beside_store::{audience, before, numbers, state};
use super::leaf::{Leaf, Paper, Words, iso};
use super::talk_store::about;
use crate::base::Result;
use crate::db::{Snapshot, params};
use crate::features::events;
use crate::lang::Lang;
use serde_json::json;
use std::collections::HashMap;

pub(super) fn announcements(
    look: &Snapshot<'_>,
    words: &Words<'_>,
    after: i64,
    most: usize,
) -> Result<Vec<Leaf>> {
    let me = look.me()?;
    let found = look.list(
        "SELECT id, title, body, audience, state, made_at, edited_at, until_at FROM seen_announcement
         WHERE author_id = ?1 AND id > ?2 ORDER BY id LIMIT ?3",
        params![me.0, after, most.min(100) as i64],
        |row| {
            let (title, text): (String, String) = (row.get(1)?, row.get(2)?);
            let made_at: i64 = row.get(5)?;
            let data = json!({
                "id": row.get::<_, i64>(0)?, "title": title, "text": text, "state": row.get::<_, String>(4)?,
                "made_at": iso(made_at), "edited_at": row.get::<_, Option<i64>>(6)?.map(iso), "until": iso(row.get(7)?),
            });
            let leaf = Leaf { id: row.get(0)?, data, head: title, text, at_ms: Some(made_at), ..Leaf::default() };
            Ok((row.get::<_, String>(3)?, leaf))
        },
    )?;
    addressed(look, words, found)
}

/// The events that one made, and who said that they come.
pub(super) fn events(look: &Snapshot<'_>, words: &Words<'_>, after: i64, most: usize) -> Result<Vec<Leaf>> {
    let (me, lang) = (look.me()?, words.lang);
    let found = look.list(
        "SELECT id, title, about, audience, state, made_at, edited_at, place, all_day, starts, ends, cancelled
         FROM seen_event WHERE author_id = ?1 AND id > ?2 ORDER BY id LIMIT ?3",
        params![me.0, after, most.min(100) as i64],
        |row| {
            let (title, text, place): (String, String, String) = (row.get(1)?, row.get(2)?, row.get(7)?);
            let (all_day, off, made_at): (bool, bool, i64) = (row.get(8)?, row.get(11)?, row.get(5)?);
            let (starts, ends): (String, String) = (row.get(9)?, row.get(10)?);
            let data = json!({
                "id": row.get::<_, i64>(0)?, "title": title, "text": text, "state": row.get::<_, String>(4)?, "place": place,
                "all_day": all_day, "starts": starts, "ends": ends, "called_off": off, "made_at": iso(made_at),
                "edited_at": row.get::<_, Option<i64>>(6)?.map(iso),
            });
            let leaf = Leaf { id: row.get(0)?, data, head: title, text, at_ms: Some(made_at), ..Leaf::default() }
                .with(lang.archive_when(), events::said_when(lang, all_day, &starts, &ends))
                .with(lang.events_place(), place)
                .with(lang.archive_state(), if off { lang.events_cancelled() } else { "" });
            Ok((row.get::<_, String>(3)?, leaf))
        },
    )?;
    let said: Vec<(i64, String, String)> = look.list(
        "SELECT x.event_id, x.answer, a.username FROM seen_answer AS x JOIN seen_person AS a ON a.id = x.account_id
         WHERE x.event_id IN (SELECT value FROM json_each(?1)) ORDER BY x.event_id, a.username",
        [numbers(found.iter().map(|(_, leaf)| leaf.id))],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )?;
    let whole = |mut leaf: Leaf| {
        let mine: Vec<_> = said.iter().filter(|(event, ..)| *event == leaf.id).collect();
        leaf.data["answers"] =
            mine.iter().map(|(_, answer, who)| json!({ "username": who, "answer": answer })).collect();
        let each = ["yes", "maybe", "no"].into_iter().filter_map(|word| {
            let who = mine.iter().filter(|(_, answer, _)| answer == word);
            let who: Vec<&str> = who.map(|(.., who)| who.as_str()).collect();
            (!who.is_empty()).then(|| format!("{}: {}", coming(lang, word), lang.list(&who)))
        });
        let each = each.collect::<Vec<_>>().join(" · ");
        leaf.with(lang.archive_answers(), each)
    };
    Ok(addressed(look, words, found)?.into_iter().map(whole).collect())
}

/// What one said to events: it is one's own also where one does not see them any more.
pub(super) fn event_answers(
    look: &Snapshot<'_>,
    words: &Words<'_>,
    after: i64,
    most: usize,
) -> Result<Vec<Leaf>> {
    let found = look.list(
        "SELECT event_id, answer, since_at FROM seen_own_answer WHERE event_id > ?1 ORDER BY event_id LIMIT ?2",
        params![after, most as i64],
        |row| {
            let (item, answer, at): (i64, String, i64) = (row.get(0)?, row.get(1)?, row.get(2)?);
            let head = coming(words.lang, &answer).to_owned();
            let data = json!({ "item": item, "answer": answer, "since": iso(at) });
            Ok(Leaf { id: item, data, head, at_ms: Some(at), ..Leaf::default() })
        },
    )?;
    about(look, words, found)
}

/// The announcements that one said to have read.
pub(super) fn announcements_read(
    look: &Snapshot<'_>,
    words: &Words<'_>,
    after: i64,
    most: usize,
) -> Result<Vec<Leaf>> {
    let found = look.list(
        "SELECT announcement_id, read_at FROM seen_own_read WHERE announcement_id > ?1 ORDER BY announcement_id LIMIT ?2",
        params![after, most as i64],
        |row| {
            let (item, at): (i64, i64) = (row.get(0)?, row.get(1)?);
            let data = json!({ "item": item, "read_at": iso(at) });
            Ok(Leaf { id: item, data, at_ms: Some(at), ..Leaf::default() })
        },
    )?;
    about(look, words, found)
}

/// The files that one put into groups, and their bytes.
pub(super) fn files(look: &Snapshot<'_>, words: &Words<'_>, after: i64, most: usize) -> Result<Vec<Leaf>> {
    let me = look.me()?;
    let found = look.list(
        "SELECT id, name, about, audience, state, made_at, edited_at, shelf, bytes FROM seen_file
         WHERE author_id = ?1 AND id > ?2 ORDER BY id LIMIT ?3",
        params![me.0, after, most.min(100) as i64],
        |row| {
            let (id, name, text): (i64, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
            let made_at: i64 = row.get(5)?;
            let file = format!("files/{id}-{name}");
            let data = json!({
                "id": id, "file": file, "name": name, "text": text, "state": row.get::<_, String>(4)?, "bytes": row.get::<_, i64>(8)?,
                "made_at": iso(made_at), "edited_at": row.get::<_, Option<i64>>(6)?.map(iso),
            });
            let papers = vec![Paper { shelf: row.get(7)?, file, name: name.clone() }];
            let leaf = Leaf { id, data, head: name, text, at_ms: Some(made_at), papers, ..Leaf::default() };
            Ok((row.get::<_, String>(3)?, leaf))
        },
    )?;
    addressed(look, words, found)
}

fn coming<'l>(lang: &'l Lang, answer: &str) -> &'l str {
    match answer {
        "yes" => lang.events_yes(),
        "maybe" => lang.events_maybe(),
        _ => lang.events_no(),
    }
}

/// Puts beside each to whom it goes, and what it said before.
fn addressed(look: &Snapshot<'_>, words: &Words<'_>, found: Vec<(String, Leaf)>) -> Result<Vec<Leaf>> {
    let ids = numbers(found.iter().map(|(_, leaf)| leaf.id));
    let mut to: HashMap<i64, Vec<(String, i64, String)>> = HashMap::new();
    let rows = look.list(
        "SELECT t.item_id, t.target_id, g.name FROM seen_board_target AS t LEFT JOIN seen_group AS g ON g.id = t.target_id
         WHERE t.item_id IN (SELECT value FROM json_each(?1))",
        [&ids],
        |row| Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?, row.get::<_, Option<String>>(2)?.unwrap_or_default())),
    )?;
    for (item, group, name) in rows {
        to.entry(item).or_default().push(("group".into(), group, name));
    }
    let mut earlier = before(look, &ids)?;
    let whole = |(kind, mut leaf): (String, Leaf)| {
        let (for_whom, said) = audience(words, &kind, to.remove(&leaf.id));
        leaf.data["audience"] = for_whom;
        leaf.data["before"] = earlier.remove(&leaf.id).unwrap_or_default().into();
        let shown = leaf.data["state"].as_str().unwrap_or_default().to_owned();
        leaf.with(words.lang.archive_for(), said).with(words.lang.archive_state(), state(words, &shown))
    };
    Ok(found.into_iter().map(whole).collect())
}
