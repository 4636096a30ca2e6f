//! The SQL of what somebody said, pressed, chose, follows, hid and was told, in an archive; each with what it is about,
//! as far as they still see that.

use super::beside_store::{before, numbers, state};
use super::leaf::{Leaf, Picture, Words, iso};
use crate::base::{Kind, Result};
use crate::db::{Row, Snapshot, params};
use crate::features::{case_talk, moderation, notices, posts};
use crate::ui;
use serde_json::{Value, json};
use std::collections::HashMap;

/// Characters of a thing of somebody else that stand beside what one said about it.
const EXCERPT_CHARS: usize = 200;

/// What something is about.
pub(super) struct Thing {
    kind: Kind,
    username: String,
    name: String,
    body: String,
}

impl Thing {
    pub(super) fn data(&self, id: i64) -> Value {
        let excerpt = ui::prose::plain(&self.body, EXCERPT_CHARS);
        json!({ "id": id, "kind": self.kind.word(), "username": self.username, "name": self.name, "begins": excerpt })
    }

    pub(super) fn words(&self) -> String {
        format!("{} (@{}): {}", self.name, self.username, ui::prose::plain(&self.body, EXCERPT_CHARS))
    }
}

/// What these are, where the viewer sees them: one statement.
pub(super) fn things(look: &Snapshot<'_>, ids: impl IntoIterator<Item = i64>) -> Result<HashMap<i64, Thing>> {
    let rows = look.list(
        "SELECT x.id, x.kind, a.username, a.shown_name, x.body FROM (
           SELECT id, 'post' AS kind, author_id, body FROM seen_post WHERE id IN (SELECT value FROM json_each(?1))
           UNION ALL SELECT id, 'album', author_id, title FROM seen_album WHERE id IN (SELECT value FROM json_each(?1))
           UNION ALL SELECT id, 'photo', author_id, caption FROM seen_photo WHERE id IN (SELECT value FROM json_each(?1))
           UNION ALL SELECT id, 'comment', author_id, body FROM seen_comment WHERE id IN (SELECT value FROM json_each(?1))
           UNION ALL SELECT id, 'comment', author_id, body FROM seen_photo_comment WHERE id IN (SELECT value FROM json_each(?1))
           UNION ALL SELECT id, kind, author_id, title FROM seen_board WHERE id IN (SELECT value FROM json_each(?1))
         ) AS x JOIN seen_person AS a ON a.id = x.author_id",
        [numbers(ids)],
        |row| {
            let kind = Kind::parse(row.get_ref(1)?.as_str()?).unwrap_or(Kind::Post);
            Ok((row.get::<_, i64>(0)?, Thing { kind, username: row.get(2)?, name: row.get(3)?, body: row.get(4)? }))
        },
    )?;
    Ok(rows.into_iter().collect())
}

/// Puts beside each leaf what it is about, under this key; `item` stands in its data.
pub(super) fn about(look: &Snapshot<'_>, words: &Words<'_>, leaves: Vec<Leaf>) -> Result<Vec<Leaf>> {
    let item = |leaf: &Leaf| leaf.data["item"].as_i64();
    let found = things(look, leaves.iter().filter_map(item))?;
    let whole = |mut leaf: Leaf| {
        let thing = item(&leaf).and_then(|id| Some((id, found.get(&id)?)));
        match thing {
            Some((id, thing)) => {
                leaf.data["about"] = thing.data(id);
                leaf.with(words.lang.archive_about_what(), thing.words())
            }
            None => leaf,
        }
    };
    Ok(leaves.into_iter().map(whole).collect())
}

pub(super) fn comments(look: &Snapshot<'_>, words: &Words<'_>, after: i64, most: usize) -> Result<Vec<Leaf>> {
    let lang = words.lang;
    let found = look.list(
        "SELECT c.id, c.parent_id, c.state, c.made_at, c.edited_at, c.body, c.under_id, p.name, p.alt
         FROM seen_own_comment AS c LEFT JOIN seen_own_comment_photo AS p ON p.id = c.id
         WHERE c.id > ?1 ORDER BY c.id LIMIT ?2",
        params![after, most.min(200) as i64],
        |row| {
            let (id, shown, body): (i64, String, String) = (row.get(0)?, row.get(2)?, row.get(5)?);
            let made_at: i64 = row.get(3)?;
            let shelf: Option<String> = row.get(7)?;
            let alt = row.get::<_, Option<String>>(8)?.unwrap_or_default();
            let picture = |shelf| Picture { shelf, file: format!("photos/{id}.jpg"), alt };
            let photos: Vec<Picture> = shelf.map(picture).into_iter().collect();
            let data = json!({
                "id": id, "item": row.get::<_, i64>(1)?, "text": body, "state": shown, "made_at": iso(made_at),
                "edited_at": row.get::<_, Option<i64>>(4)?.map(iso), "answers": row.get::<_, Option<i64>>(6)?,
                "photo": photos.first().map(|photo| json!({ "file": photo.file, "alt": photo.alt })),
            });
            let leaf = Leaf { id, data, text: body, at_ms: Some(made_at), photos, ..Leaf::default() };
            Ok(leaf.with(lang.archive_state(), state(words, &shown)))
        },
    )?;
    let mut earlier = before(look, &numbers(found.iter().map(|leaf| leaf.id)))?;
    let mut found = about(look, words, found)?;
    for leaf in &mut found {
        leaf.data["before"] = earlier.remove(&leaf.id).unwrap_or_default().into();
    }
    Ok(found)
}

pub(super) fn reactions(
    look: &Snapshot<'_>,
    words: &Words<'_>,
    after: i64,
    most: usize,
) -> Result<Vec<Leaf>> {
    let kinds = posts::reaction_kinds(words.lang);
    let found = look.list(
        "SELECT item_id, kind FROM seen_my_reaction WHERE item_id > ?1 ORDER BY item_id LIMIT ?2",
        params![after, most as i64],
        |row| {
            let (item, kind): (i64, String) = (row.get(0)?, row.get(1)?);
            let head =
                kinds.iter().find(|(word, ..)| *word == kind).map_or("", |(_, _, label)| label).to_owned();
            Ok(Leaf { id: item, data: json!({ "item": item, "kind": kind }), head, ..Leaf::default() })
        },
    )?;
    about(look, words, found)
}

/// What one voted for. Nobody else learns it; the box knows it, so that each has one vote.
pub(super) fn votes(look: &Snapshot<'_>, words: &Words<'_>, after: i64, most: usize) -> Result<Vec<Leaf>> {
    let found = look.list(
        "SELECT poll_id, json_group_array(place) FROM seen_own_vote WHERE poll_id > ?1
         GROUP BY poll_id ORDER BY poll_id LIMIT ?2",
        params![after, most as i64],
        |row| {
            let places: Vec<i64> = serde_json::from_str(&row.get::<_, String>(1)?).unwrap_or_default();
            Ok((row.get::<_, i64>(0)?, places))
        },
    )?;
    let options: Vec<(i64, i64, String)> = look.list(
        "SELECT poll_id, place, words FROM seen_poll_option WHERE poll_id IN (SELECT value FROM json_each(?1))",
        [numbers(found.iter().map(|(poll, _)| *poll))],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )?;
    let leaf = |(poll, places): (i64, Vec<i64>)| {
        let mine = options.iter().filter(|(id, place, _)| *id == poll && places.contains(place));
        let chosen: Vec<&str> = mine.map(|(.., words)| words.as_str()).collect();
        let data = json!({ "item": poll, "places": places, "chosen": chosen });
        Leaf { id: poll, data, head: words.lang.list(&chosen), ..Leaf::default() }
    };
    about(look, words, found.into_iter().map(leaf).collect())
}

pub(super) fn followed(look: &Snapshot<'_>, words: &Words<'_>, after: i64, most: usize) -> Result<Vec<Leaf>> {
    let found = look.list(
        "SELECT post_id, follows FROM seen_follow WHERE post_id > ?1 ORDER BY post_id LIMIT ?2",
        params![after, most as i64],
        |row| {
            let (item, follows): (i64, bool) = (row.get(0)?, row.get(1)?);
            let head = if follows { words.lang.archive_follows() } else { words.lang.archive_mutes() };
            let data = json!({ "item": item, "follows": follows });
            Ok(Leaf { id: item, data, head: head.to_owned(), ..Leaf::default() })
        },
    )?;
    about(look, words, found)
}

/// The photos in which somebody says that one is.
pub(super) fn tagged(look: &Snapshot<'_>, words: &Words<'_>, after: i64, most: usize) -> Result<Vec<Leaf>> {
    let me = look.me()?;
    let found = look.list(
        "SELECT s.id, s.photo_id, s.state, s.across, s.down, s.made_at FROM seen_spot AS s
         WHERE s.person_id = ?1 AND s.id > ?2 ORDER BY s.id LIMIT ?3",
        params![me.0, after, most.min(200) as i64],
        |row| {
            let at: i64 = row.get(5)?;
            let data = json!({
                "item": row.get::<_, i64>(1)?, "state": row.get::<_, String>(2)?, "across": row.get::<_, i64>(3)?,
                "down": row.get::<_, i64>(4)?, "made_at": iso(at),
            });
            Ok(Leaf { id: row.get(0)?, data, at_ms: Some(at), ..Leaf::default() })
        },
    )?;
    about(look, words, found)
}

pub(super) fn hidden(look: &Snapshot<'_>, words: &Words<'_>, after: i64, most: usize) -> Result<Vec<Leaf>> {
    let found = look.list(
        "SELECT item_id, since_at FROM seen_hidden WHERE item_id > ?1 ORDER BY item_id LIMIT ?2",
        params![after, most as i64],
        |row| {
            let (item, since): (i64, i64) = (row.get(0)?, row.get(1)?);
            let data = json!({ "item": item, "since": iso(since) });
            Ok(Leaf { id: item, data, at_ms: Some(since), ..Leaf::default() })
        },
    )?;
    about(look, words, found)
}

pub(super) fn notices(look: &Snapshot<'_>, words: &Words<'_>, after: i64, most: usize) -> Result<Vec<Leaf>> {
    let found = look.list(
        "SELECT n.id, n.kind, a.username, n.item_id, n.reason, n.made_at, n.read_at, a.shown_name
         FROM seen_notice AS n LEFT JOIN seen_person AS a ON a.id = n.actor_id
         WHERE n.id > ?1 ORDER BY n.id LIMIT ?2",
        params![after, most.min(200) as i64],
        |row| notice(row, words),
    )?;
    about(look, words, found)
}

fn notice(row: &Row<'_>, words: &Words<'_>) -> rusqlite::Result<Leaf> {
    let (kind, who): (String, Option<String>) = (row.get(1)?, row.get(2)?);
    let (made_at, read_at): (i64, Option<i64>) = (row.get(5)?, row.get(6)?);
    let name: Option<String> = row.get(7)?;
    let data = json!({
        "kind": kind, "username": who, "item": row.get::<_, Option<i64>>(3)?, "reason": row.get::<_, String>(4)?,
        "made_at": iso(made_at), "read_at": read_at.map(iso),
    });
    let head = notices::kind_words(words.lang, &kind).to_owned();
    let leaf = Leaf { id: row.get(0)?, data, head, at_ms: Some(made_at), ..Leaf::default() };
    Ok(leaf.with(words.lang.archive_by(), name.unwrap_or_default()))
}

/// What one reported, and how it ended.
pub(super) fn reports(look: &Snapshot<'_>, words: &Words<'_>, after: i64, most: usize) -> Result<Vec<Leaf>> {
    let (me, lang) = (look.me()?, words.lang);
    let found = look.list(
        "SELECT r.id, r.item_id, a.username, r.reason, r.note, r.made_at, r.closed_at, r.outcome
         FROM seen_report AS r LEFT JOIN seen_person AS a ON a.id = r.account_id
         WHERE r.reporter_id = ?1 AND r.id > ?2 ORDER BY r.id LIMIT ?3",
        params![me.0, after, most as i64],
        |row| {
            let (reason, note, made_at): (String, String, i64) = (row.get(3)?, row.get(4)?, row.get(5)?);
            let (who, outcome): (Option<String>, Option<String>) = (row.get(2)?, row.get(7)?);
            let data = json!({
                "item": row.get::<_, Option<i64>>(1)?, "person": who, "reason": reason, "note": note,
                "made_at": iso(made_at), "closed_at": row.get::<_, Option<i64>>(6)?.map(iso), "outcome": outcome,
            });
            let said = moderation::ReportReason::parse(&reason);
            let head = said.map_or("", |reason| moderation::report_reason(lang, reason).1).to_owned();
            let leaf = Leaf { id: row.get(0)?, data, head, text: note, at_ms: Some(made_at), ..Leaf::default() };
            let outcome = match outcome.as_deref() {
                Some("removed") => lang.notice_outcome_removed(),
                Some(_) => lang.notice_outcome_kept(),
                None => "",
            };
            Ok(leaf.with(lang.archive_outcome(), outcome))
        },
    )?;
    about(look, words, found)
}

/// Talk with staff in cases, as its pages show it.
pub(super) fn with_staff(
    look: &Snapshot<'_>,
    words: &Words<'_>,
    after: i64,
    most: usize,
) -> Result<Vec<Leaf>> {
    let (lang, staff) = (words.lang, posts::staff_word(words.lang, words.rules.kind));
    let leaf = |(mine, said): (case_talk::Mine, Vec<case_talk::Message>)| {
        let title = case_talk::title(lang, &mine);
        let each = |message: &case_talk::Message| json!({ "by_staff": message.by_staff, "text": message.words, "at": iso(message.at_ms) });
        let messages: Vec<_> = said.iter().map(each).collect();
        let data = json!({
            "id": mine.id, "about": title, "open": mine.open, "since": iso(mine.at_ms), "messages": messages,
        });
        // Its words are plain, as on the page: no Markdown.
        let line = |message: case_talk::Message| {
            let by = if message.by_staff { staff } else { lang.case_talk_you() };
            let at_ms = Some(message.at_ms);
            Leaf { id: message.id, at_ms, ..Leaf::default() }.with(by, message.words)
        };
        let under = said.into_iter().map(line).collect();
        Leaf { id: mine.id, data, head: title, at_ms: Some(mine.at_ms), under, ..Leaf::default() }
    };
    Ok(case_talk::taken_along(look, after, most)?.into_iter().map(leaf).collect())
}
