//! The SQL of one's own photos and albums in an archive.

use super::beside_store::{audience, before, comments, numbers, pressed, reactions, state, targets};
use super::leaf::{Leaf, Words, iso};
use super::posts_store::photo;
use crate::base::Result;
use crate::db::{Snapshot, params};
use serde_json::json;

pub(super) fn photos(look: &Snapshot<'_>, words: &Words<'_>, after: i64, most: usize) -> Result<Vec<Leaf>> {
    let (me, lang) = (look.me()?, words.lang);
    let found = look.list(
        "SELECT p.parent_id, p.id, p.name, p.alt, p.caption, p.width, p.height, p.made_at, p.edited_at, p.parent_kind, p.state, a.title
         FROM seen_photo AS p LEFT JOIN seen_album AS a ON a.id = p.parent_id
         WHERE p.author_id = ?1 AND p.id > ?2 ORDER BY p.id LIMIT ?3",
        params![me.0, after, most.min(50) as i64],
        |row| {
            let (mut data, picture) = photo(row)?;
            let (album, caption): (Option<String>, String) = (row.get(11)?, row.get(4)?);
            let (kind, shown): (String, String) = (row.get(9)?, row.get(10)?);
            data[kind] = row.get::<_, i64>(0)?.into();
            data["state"] = shown.clone().into();
            let (id, at_ms) = (row.get(1)?, Some(row.get(7)?));
            let leaf = Leaf { id, data, text: caption, at_ms, photos: vec![picture], ..Leaf::default() };
            Ok(leaf.with(lang.archive_album(), album.unwrap_or_default()).with(lang.archive_state(), state(words, &shown)))
        },
    )?;
    let ids = numbers(found.iter().map(|leaf| leaf.id));
    let mut under = comments(look, words, true, &ids)?;
    let mut hearts = reactions(look, "seen_photo_reaction", &ids)?;
    let mut earlier = before(look, &ids)?;
    let spots: Vec<(i64, String)> = look.list(
        "SELECT s.photo_id, a.username FROM seen_spot AS s JOIN seen_person AS a ON a.id = s.person_id
         WHERE s.photo_id IN (SELECT value FROM json_each(?1)) AND s.state = 'shown'",
        [&ids],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    let whole = |mut leaf: Leaf| {
        let tagged: Vec<&str> =
            spots.iter().filter(|(photo, _)| *photo == leaf.id).map(|(_, who)| who.as_str()).collect();
        leaf.data["tagged"] = tagged.clone().into();
        let who = lang.list(&tagged);
        let (reacted, said) = pressed(words, hearts.remove(&leaf.id));
        leaf.under = under.remove(&leaf.id).unwrap_or_default();
        leaf.data["reactions"] = reacted;
        leaf.data["comments"] = leaf.under.iter().map(|leaf| leaf.data.clone()).collect();
        leaf.data["before"] = earlier.remove(&leaf.id).unwrap_or_default().into();
        leaf.with(lang.spots_here(), who).with(lang.archive_pressed(), said)
    };
    Ok(found.into_iter().map(whole).collect())
}

pub(super) fn albums(look: &Snapshot<'_>, words: &Words<'_>, after: i64, most: usize) -> Result<Vec<Leaf>> {
    let (me, lang) = (look.me()?, words.lang);
    let found = look.list(
        "SELECT b.id, b.title, b.about, b.audience, b.state, b.made_at, b.edited_at,
                (SELECT json_group_array(id) FROM (SELECT id FROM seen_photo WHERE parent_id = b.id ORDER BY place))
         FROM seen_album AS b WHERE b.author_id = ?1 AND b.id > ?2 ORDER BY b.id LIMIT ?3",
        params![me.0, after, most.min(50) as i64],
        |row| {
            let (id, title, about): (i64, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
            let (kind, shown, made_at): (String, String, i64) = (row.get(3)?, row.get(4)?, row.get(5)?);
            let inside: Vec<i64> = serde_json::from_str(&row.get::<_, String>(7)?).unwrap_or_default();
            let data = json!({
                "id": id, "title": title, "about": about, "state": shown, "made_at": iso(made_at),
                "edited_at": row.get::<_, Option<i64>>(6)?.map(iso), "photos": inside,
            });
            let leaf = Leaf { id, data, head: title, text: about, at_ms: Some(made_at), ..Leaf::default() };
            let count = lang.space_in_photos(inside.len());
            Ok((kind, leaf.with(lang.archive_photos(), count).with(lang.archive_state(), state(words, &shown))))
        },
    )?;
    let ids = numbers(found.iter().map(|(_, leaf)| leaf.id));
    let mut to = targets(look, "seen_album_target", &ids)?;
    let mut earlier = before(look, &ids)?;
    let whole = |(kind, mut leaf): (String, Leaf)| {
        let (for_whom, said) = audience(words, &kind, to.remove(&leaf.id));
        leaf.data["audience"] = for_whom;
        leaf.data["before"] = earlier.remove(&leaf.id).unwrap_or_default().into();
        leaf.with(lang.archive_for(), said)
    };
    Ok(found.into_iter().map(whole).collect())
}
