//! The SQL of one's own posts in an archive, with everything that stands with them.

use super::beside_store::{audience, before, comments, numbers, pressed, reactions, state, targets};
use super::leaf::{Leaf, Picture, Words, iso};
use super::talk_store::{Thing, things};
use crate::base::{ItemId, Result};
use crate::db::{Snapshot, params};
use crate::features::polls::{self, Poll};
use crate::features::posts::{self, Shield};
use serde_json::{Value, json};
use std::collections::HashMap;

/// Posts that are read at once: each may bring a thousand comments.
const AT_ONCE: usize = 20;

struct Post {
    id: i64,
    audience: String,
    state: String,
    made_at: i64,
    edited_at: Option<i64>,
    body: String,
    locked: bool,
    root: Option<i64>,
    shield: i64,
    shield_why: String,
}

pub(super) fn posts(look: &Snapshot<'_>, words: &Words<'_>, after: i64, most: usize) -> Result<Vec<Leaf>> {
    let me = look.me()?;
    let found = look.list(
        "SELECT id, audience, state, made_at, edited_at, body, locked, root_id, shield, shield_why FROM seen_post
         WHERE author_id = ?1 AND id > ?2 ORDER BY id LIMIT ?3",
        params![me.0, after, most.min(AT_ONCE) as i64],
        |row| {
            Ok(Post {
                id: row.get(0)?,
                audience: row.get(1)?,
                state: row.get(2)?,
                made_at: row.get(3)?,
                edited_at: row.get(4)?,
                body: row.get(5)?,
                locked: row.get(6)?,
                root: row.get(7)?,
                shield: row.get(8)?,
                shield_why: row.get(9)?,
            })
        },
    )?;
    let ids = numbers(found.iter().map(|post| post.id));
    let item_ids: Vec<ItemId> = found.iter().map(|post| ItemId(post.id)).collect();
    let mut to = targets(look, "seen_post_target", &ids)?;
    let mut under = comments(look, words, false, &ids)?;
    let mut hearts = reactions(look, "seen_post_reaction", &ids)?;
    let mut earlier = before(look, &ids)?;
    let mut polls = polls::polls(look, &item_ids)?;
    let mut photos = photos_of(look, &ids)?;
    let passed = things(look, found.iter().filter_map(|post| post.root))?;
    let whole = |post: Post| {
        let lang = words.lang;
        let (for_whom, for_words) = audience(words, &post.audience, to.remove(&post.id));
        let (reacted, reacted_words) = pressed(words, hearts.remove(&post.id));
        let under = under.remove(&post.id).unwrap_or_default();
        let (poll, poll_words) = polls.remove(&ItemId(post.id)).map_or((Value::Null, String::new()), asked);
        let photos = photos.remove(&post.id).unwrap_or_default();
        let (root, root_words) = passed_on(words, post.root, &passed);
        let data = json!({
            "id": post.id, "made_at": iso(post.made_at), "edited_at": post.edited_at.map(iso), "text": post.body,
            "state": post.state, "audience": for_whom, "comments_closed": post.locked,
            "passes_on": root,
            "sensitive": (post.shield != 0).then(|| json!({ "word": post.shield_why, "by_staff": post.shield & 2 != 0 })),
            "photos": photos.iter().map(|(data, _)| data).collect::<Vec<_>>(), "poll": poll, "reactions": reacted,
            "comments": under.iter().map(|leaf| &leaf.data).collect::<Vec<_>>(),
            "before": earlier.remove(&post.id).unwrap_or_default(),
        });
        let photos = photos.into_iter().map(|(_, picture)| picture).collect();
        let shield_said = shield(words, &post);
        let (text, at_ms) = (post.body, Some(post.made_at));
        Leaf { id: post.id, data, text, at_ms, photos, under, ..Leaf::default() }
            .with(lang.reshare_original(), root_words)
            .with(lang.archive_for(), for_words)
            .with(lang.archive_poll(), poll_words)
            .with(lang.archive_pressed(), reacted_words)
            .with(lang.archive_state(), state(words, &post.state))
            .with(lang.shield_title(), shield_said)
    };
    Ok(found.into_iter().map(whole).collect())
}

/// What it passes on, for programs and in words; of what is not there for its owner any more only that.
fn passed_on(words: &Words<'_>, root: Option<i64>, seen: &HashMap<i64, Thing>) -> (Value, String) {
    match root.map(|root| (root, seen.get(&root))) {
        Some((root, Some(thing))) => (thing.data(root), thing.words()),
        Some(_) => (json!({ "gone": true }), words.lang.reshare_gone().to_owned()),
        None => (Value::Null, String::new()),
    }
}

/// What its shield says, where it is behind one.
fn shield(words: &Words<'_>, post: &Post) -> String {
    let of = Shield {
        why: post.shield_why.clone(),
        by_author: post.shield & 1 != 0,
        by_staff: post.shield & 2 != 0,
    };
    if post.shield == 0 { String::new() } else { posts::shield_words(words.lang, words.rules, &of) }
}

/// A poll for programs, and in words.
fn asked(poll: Poll) -> (Value, String) {
    let answers: Vec<Value> = poll
        .answers
        .iter()
        .map(|answer| json!({ "place": answer.place, "words": answer.words, "votes": answer.votes, "mine": answer.mine }))
        .collect();
    let said = poll.answers.iter().map(|answer| match answer.votes {
        Some(votes) => format!("{} ({votes})", answer.words),
        None => answer.words.clone(),
    });
    let said = said.collect::<Vec<_>>().join(" · ");
    let said = if poll.question.is_empty() { said } else { format!("{} {said}", poll.question) };
    let data = json!({
        "question": poll.question, "several": poll.several, "final": poll.is_final, "hidden": poll.hidden,
        "ends_at": poll.ends_at.map(iso), "voters": poll.voters, "answers": answers,
    });
    (data, said)
}

/// The photos of these posts, in order.
fn photos_of(look: &Snapshot<'_>, ids: &str) -> Result<super::beside_store::Beside<(Value, Picture)>> {
    let rows = look.list(
        "SELECT parent_id, id, name, alt, caption, width, height, made_at, edited_at FROM seen_photo
         WHERE parent_id IN (SELECT value FROM json_each(?1)) ORDER BY parent_id, place",
        [ids],
        |row| Ok((row.get::<_, i64>(0)?, photo(row)?)),
    )?;
    let mut found = super::beside_store::Beside::new();
    for (post, photo) in rows {
        found.entry(post).or_insert_with(Vec::new).push(photo);
    }
    Ok(found)
}

/// A photo from the columns id, name, alt, caption, width, height, made_at and edited_at, which begin at the second.
pub(super) fn photo(row: &crate::db::Row<'_>) -> rusqlite::Result<(Value, Picture)> {
    let (id, shelf, alt): (i64, String, String) = (row.get(1)?, row.get(2)?, row.get(3)?);
    let file = format!("photos/{id}.jpg");
    let data = json!({
        "id": id, "file": file, "alt": alt, "caption": row.get::<_, String>(4)?, "width": row.get::<_, i64>(5)?,
        "height": row.get::<_, i64>(6)?, "made_at": iso(row.get(7)?),
        "edited_at": row.get::<_, Option<i64>>(8)?.map(iso),
    });
    Ok((data, Picture { shelf, file, alt }))
}
