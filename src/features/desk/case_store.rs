//! The SQL of one case: the item whole, who reported it and why, and what stands round it.

use super::store::{Decided, Who, decided, people};
use super::{concerned, talk, watch_store};
use crate::base::{AccountId, ItemId, Kind, Result, State};
use crate::db::{Row, Snapshot, params};
use crate::features::moderation::CaseSort;
use crate::features::posts::Shield;
use crate::features::{case_talk, polls};
use std::collections::HashMap;

/// Comments shown on each side of a case (`supervision.md` §1: at least ten).
const CONTEXT_EACH_SIDE: i64 = 10;
/// Reports and decisions shown of one case.
const SHOWN_MAX: i64 = 100;

/// An item whole, as the desk sees it.
pub(super) struct Item {
    pub id: ItemId,
    pub kind: Kind,
    pub author: AccountId,
    pub root: ItemId,
    pub state: State,
    pub by_author: bool,
    pub made_at: i64,
    pub edited: bool,
    pub body: String,
}

/// One report.
pub(super) struct Report {
    pub id: i64,
    /// None where it is about the viewer: they do not learn from whom.
    pub reporter: Option<i64>,
    pub reason: String,
    pub note: String,
    pub made_at: i64,
    pub open: bool,
    /// The case that it opened or joined; 0 for one of before there were cases.
    pub case: i64,
}

/// Everything that the page of a case shows.
pub(super) struct Case {
    pub item: Item,
    pub photos: Vec<(ItemId, String)>,
    /// What its poll says, where it has one.
    pub poll: Vec<String>,
    pub reports: Vec<Report>,
    pub decisions: Vec<Decided>,
    pub removed_before: Before,
    /// The post the item stands in, where it is not one itself.
    pub post: Option<Item>,
    pub before: Vec<Item>,
    pub after: Vec<Item>,
    pub people: HashMap<i64, Who>,
    /// The post that it passes on.
    pub passes_on: Option<ItemId>,
    /// What it stands behind.
    pub shield: Option<Shield>,
    /// The conversation that it is or stands in, where it is talk.
    pub talk: Option<talk::Talk>,
    /// Where word rules matched in it.
    pub watched: Vec<watch_store::Hit>,
    /// What staff and people said in its cases.
    pub talks: Vec<case_talk::Talk>,
}

/// What a post passes on, and what it stands behind.
const BESIDE: &str = "SELECT passes_on, shield, shield_why FROM seen_at_desk WHERE id = ?1 AND kind = 'post'
     UNION ALL SELECT root_id, shield, shield_why FROM seen_post WHERE id = ?1 AND EXISTS (SELECT 1 FROM seen_decidable WHERE id = ?1) LIMIT 1";

/// Columns of an item, wherever it is read.
fn item(row: &Row<'_>) -> rusqlite::Result<Item> {
    let author: i64 = row.get(2)?;
    Ok(Item {
        id: ItemId(row.get(0)?),
        kind: Kind::parse(row.get_ref(1)?.as_str()?).unwrap_or(Kind::Post),
        author: AccountId(author),
        root: ItemId(row.get(3)?),
        state: State::parse(row.get_ref(4)?.as_str()?).unwrap_or(State::Removed),
        by_author: row.get::<_, Option<i64>>(5)? == Some(author),
        made_at: row.get(6)?,
        edited: row.get::<_, Option<i64>>(7)?.is_some(),
        body: row.get::<_, Option<String>>(8)?.unwrap_or_default(),
    })
}

/// An item that waits, was reported or was decided upon; else one that the viewer sees as a person.
const ITEM: &str = "SELECT id, kind, author_id, root_id, state, removed_by, made_at, edited_at, body
       FROM seen_at_desk WHERE id = ?1
     UNION ALL SELECT id, 'post', author_id, id, state, removed_by, made_at, edited_at, body FROM seen_post
       WHERE id = ?1 AND EXISTS (SELECT 1 FROM seen_decidable WHERE id = ?1)
     UNION ALL SELECT id, 'album', author_id, id, state, removed_by, made_at, edited_at, title || char(10, 10) || about
       FROM seen_album WHERE id = ?1 AND EXISTS (SELECT 1 FROM seen_decidable WHERE id = ?1)
     UNION ALL SELECT id, kind, author_id, id, state, removed_by, made_at, edited_at, title || char(10, 10) || body
       FROM seen_board WHERE id = ?1 AND EXISTS (SELECT 1 FROM seen_decidable WHERE id = ?1)
     UNION ALL SELECT id, 'comment', author_id, post_id, state, removed_by, made_at, edited_at, body FROM seen_comment
       WHERE id = ?1 AND EXISTS (SELECT 1 FROM seen_decidable WHERE id = ?1)
     UNION ALL SELECT id, 'comment', author_id, photo_id, state, removed_by, made_at, edited_at, body
       FROM seen_photo_comment WHERE id = ?1 AND EXISTS (SELECT 1 FROM seen_decidable WHERE id = ?1)
     UNION ALL SELECT id, 'photo', author_id, parent_id, own_state, NULL, made_at, edited_at,
       trim(caption || char(10) || alt, char(10)) FROM seen_photo WHERE id = ?1 AND EXISTS (SELECT 1 FROM seen_decidable WHERE id = ?1)
     UNION ALL SELECT id, 'message', author_id, conversation_id, state, removed_by, made_at, edited_at, body
       FROM seen_message_by_staff WHERE id = ?1
     LIMIT 1";

/// Comments under a post after a place, oldest first: at the desk, else as the viewer sees them.
const AFTER: &str = "SELECT * FROM (SELECT id, kind, author_id, root_id, state, removed_by, made_at, edited_at, body
       FROM seen_at_desk WHERE parent_id = ?1 AND kind = 'comment' AND id > ?2 ORDER BY id LIMIT ?3)
     UNION SELECT * FROM (SELECT id, 'comment', author_id, post_id, state, removed_by, made_at, edited_at, body
       FROM seen_comment WHERE post_id = ?1 AND id > ?2 ORDER BY id LIMIT ?3)
     UNION SELECT * FROM (SELECT id, 'comment', author_id, photo_id, state, removed_by, made_at, edited_at, body
       FROM seen_photo_comment WHERE photo_id = ?1 AND id > ?2 ORDER BY id LIMIT ?3)
     ORDER BY 1 LIMIT ?3";

/// The same before a place, newest first.
const BEFORE: &str = "SELECT * FROM (SELECT id, kind, author_id, root_id, state, removed_by, made_at, edited_at, body
       FROM seen_at_desk WHERE parent_id = ?1 AND kind = 'comment' AND id < ?2 ORDER BY id DESC LIMIT ?3)
     UNION SELECT * FROM (SELECT id, 'comment', author_id, post_id, state, removed_by, made_at, edited_at, body
       FROM seen_comment WHERE post_id = ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3)
     UNION SELECT * FROM (SELECT id, 'comment', author_id, photo_id, state, removed_by, made_at, edited_at, body
       FROM seen_photo_comment WHERE photo_id = ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3)
     ORDER BY 1 DESC LIMIT ?3";

/// One case whole. A fixed number of statements.
pub(super) fn case(look: &Snapshot<'_>, id: ItemId) -> Result<Case> {
    let found = look.found(ITEM, [id.0], item)?;
    let reports = look.list(
        &format!("{REPORT} WHERE decides AND item_id = ?1 ORDER BY id DESC LIMIT ?2"),
        params![id.0, SHOWN_MAX],
        report,
    )?;
    let decisions = look.list(
        "SELECT id, item_id, about_id, kind, reason, note, decided_by, made_at, alone FROM seen_decision
         WHERE item_id = ?1 ORDER BY id DESC LIMIT ?2",
        params![id.0, SHOWN_MAX],
        decided,
    )?;
    let talk = talk::find(look, &found)?;
    let alone = found.root == id || talk.is_some();
    let post = if alone { None } else { look.one(ITEM, [found.root.0], item)? };
    let (before, after) = if talk.is_some() { (Vec::new(), Vec::new()) } else { context(look, &found)? };
    let photos = if talk.is_some() { Vec::new() } else { photos(look, &found)? };
    let poll = if found.kind == Kind::Post { polls::words_at_desk(look, id)? } else { Vec::new() };
    let beside = look.one(BESIDE, [id.0], |row| {
        Ok((row.get::<_, Option<i64>>(0)?.map(ItemId), Shield::read(row.get(1)?, row.get(2)?)))
    })?;
    let (passes_on, shield) = beside.unwrap_or_default();
    let removed_before = removed_of(look, found.author)?;
    let watched = watch_store::hits_of_item(look, id)?;
    let named = [&found].into_iter().chain(&post).chain(&before).chain(&after).map(|item| item.author.0);
    let named = named.chain(reports.iter().filter_map(|report| report.reporter));
    let talks = case_talk::of_item(look, id)?;
    let named = named.chain(talk.iter().flat_map(talk::Talk::named)).chain(concerned::named(&talks));
    let people = people(look, named.chain(decisions.iter().map(|decision| decision.by)))?;
    Ok(Case {
        item: found,
        photos,
        poll,
        reports,
        decisions,
        removed_before,
        post,
        before,
        after,
        people,
        passes_on,
        shield,
        talk,
        watched,
        talks,
    })
}

fn context(look: &Snapshot<'_>, of: &Item) -> Result<(Vec<Item>, Vec<Item>)> {
    // A post or photo stands before its comments; a photo of a post before those of the post, too.
    let (above, place) = if of.kind == Kind::Comment { (of.root, of.id.0) } else { (of.id, 0) };
    let mut after = look.list(AFTER, params![above.0, place, CONTEXT_EACH_SIDE], item)?;
    if of.kind == Kind::Photo {
        after.extend(look.list(AFTER, params![of.root.0, 0, CONTEXT_EACH_SIDE], item)?);
    }
    let mut before = Vec::new();
    if place > 0 {
        before = look.list(BEFORE, params![of.root.0, place, CONTEXT_EACH_SIDE], item)?;
        before.reverse();
    }
    Ok((before, after))
}

/// Id and alternative text of each photo that the case is about or stands among.
fn photos(look: &Snapshot<'_>, of: &Item) -> Result<Vec<(ItemId, String)>> {
    if of.kind == Kind::Photo {
        return Ok(vec![(of.id, of.body.clone())]);
    }
    if of.kind == Kind::Comment {
        return look.list("SELECT id, alt FROM seen_comment_photo WHERE id = ?1 LIMIT 1", [of.id.0], |row| {
            Ok((ItemId(row.get(0)?), row.get(1)?))
        });
    }
    look.list(
        "SELECT id, body FROM seen_at_desk WHERE parent_id = ?1 AND kind = 'photo'
         UNION SELECT id, trim(caption || char(10) || alt, char(10)) FROM seen_photo WHERE parent_id = ?1 ORDER BY 1 LIMIT 100",
        [of.id.0],
        |row| Ok((ItemId(row.get(0)?), row.get::<_, Option<String>>(1)?.unwrap_or_default())),
    )
}

/// Photos of an album that are taken out with it, at most: those that were put in first.
const TAKEN_OUT_MAX: i64 = 300;

/// The photos of an album with whoever put them in, as the viewer sees them, in order.
pub(super) fn photos_of_album(look: &Snapshot<'_>, album: ItemId) -> Result<Vec<Item>> {
    look.list(
        "SELECT id, kind, author_id, root_id, state, removed_by, made_at, edited_at, body
           FROM seen_at_desk WHERE parent_id = ?1 AND kind = 'photo'
         UNION ALL SELECT id, 'photo', author_id, parent_id, own_state, NULL, made_at, edited_at,
           trim(caption || char(10) || alt, char(10)) FROM seen_photo AS p
           WHERE parent_id = ?1 AND NOT EXISTS (SELECT 1 FROM seen_at_desk WHERE id = p.id) ORDER BY 1 LIMIT ?2",
        params![album.0, TAKEN_OUT_MAX],
        item,
    )
}

/// What is shown of a report.
const REPORT: &str =
    "SELECT id, reporter_id, reason, note, made_at, closed_at IS NULL, case_id FROM seen_report";

fn report(row: &Row<'_>) -> rusqlite::Result<Report> {
    Ok(Report {
        id: row.get(0)?,
        reporter: row.get(1)?,
        reason: row.get(2)?,
        note: row.get(3)?,
        made_at: row.get(4)?,
        open: row.get(5)?,
        case: row.get::<_, Option<i64>>(6)?.unwrap_or(0),
    })
}

/// What staff know of somebody beside a case.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Before {
    /// How often something of theirs was taken away, at most 100 counted.
    pub removed: i64,
    /// May the viewer look at all that there is about them?
    pub looks_back: bool,
}

/// What staff know of this person beside a case. Two statements.
pub(super) fn removed_of(look: &Snapshot<'_>, person: AccountId) -> Result<Before> {
    let removed = look.number(
        "SELECT count(*) FROM (SELECT 1 FROM seen_decision WHERE about_id = ?1 AND kind = 'remove' LIMIT 100)",
        [person.0],
    )?;
    let looks_back = look.any("SELECT 1, id FROM seen_looked_after WHERE id = ?1", [person.0])?;
    Ok(Before { removed, looks_back })
}

/// Everything that the page of somebody shows who was reported, or about whom somebody worries.
pub(super) struct PersonCase {
    pub id: i64,
    pub sort: CaseSort,
    pub person: AccountId,
    /// Was something said or set about them since it was opened?
    pub acted: bool,
    /// What it was said of, where it was said of something that they made.
    pub item: Option<Item>,
    pub photos: Vec<(ItemId, String)>,
    pub reports: Vec<Report>,
    pub decisions: Vec<Decided>,
    pub removed_before: Before,
    pub talks: Vec<case_talk::Talk>,
    pub people: HashMap<i64, Who>,
}

/// This case about a person, with every report of it and about them.
pub(super) fn person_case(look: &Snapshot<'_>, id: i64) -> Result<PersonCase> {
    let (sort, person, about, acted) = look.found(
        "SELECT sort, account_id, item_id, acted FROM seen_case WHERE id = ?1 AND sort IN ('person', 'worry')",
        [id],
        |row| {
            let sort = CaseSort::parse(row.get_ref(0)?.as_str()?).unwrap_or(CaseSort::Person);
            Ok((sort, AccountId(row.get(1)?), row.get::<_, Option<i64>>(2)?, row.get(3)?))
        },
    )?;
    let item = match about {
        Some(about) => look.one(ITEM, [about], item)?,
        None => None,
    };
    let pictured = item.as_ref().filter(|item| !matches!(item.kind, Kind::Message | Kind::Conversation));
    let photos = pictured.map_or(Ok(Vec::new()), |item| photos(look, item))?;
    let reports = look.list(
        &format!("{REPORT} WHERE decides AND case_id = ?1 UNION {REPORT} WHERE decides AND account_id = ?2 ORDER BY 1 DESC LIMIT ?3"),
        params![id, person.0, SHOWN_MAX],
        report,
    )?;
    let decisions = look.list(
        "SELECT id, item_id, about_id, kind, reason, note, decided_by, made_at, alone FROM seen_decision
         WHERE about_id = ?1 AND kind = 'keep' AND item_id IS NULL ORDER BY id DESC LIMIT ?2",
        params![person.0, SHOWN_MAX],
        decided,
    )?;
    let talks = case_talk::of_cases(look, &[id])?;
    let named = [person.0].into_iter().chain(reports.iter().filter_map(|report| report.reporter));
    let named = named.chain(concerned::named(&talks));
    let people = people(look, named.chain(decisions.iter().map(|decision| decision.by)))?;
    let removed_before = removed_of(look, person)?;
    Ok(PersonCase {
        id,
        sort,
        person,
        acted,
        item,
        photos,
        reports,
        decisions,
        removed_before,
        talks,
        people,
    })
}
