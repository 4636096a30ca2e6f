//! The SQL of what an archive says of its owner: profile, people, groups, settings, what staff did.

use super::leaf::{Leaf, Picture, Words, iso};
use crate::base::Result;
use crate::db::{Snapshot, params};
use crate::features::record;
use crate::features::sessions;
use serde_json::json;

/// What stands there once: read from the beginning, and nothing after it.
fn once(after: i64, read: impl FnOnce() -> Result<Vec<Leaf>>) -> Result<Vec<Leaf>> {
    if after > 0 { Ok(Vec::new()) } else { read() }
}

pub(super) fn profile(look: &Snapshot<'_>, words: &Words<'_>, after: i64, _: usize) -> Result<Vec<Leaf>> {
    let (me, lang) = (look.me()?, words.lang);
    once(after, || {
        look.list(
            "SELECT username, shown_name, role, pronouns, place, birthday, bio, picture, made_at FROM seen_account WHERE id = ?1",
            [me.0],
            |row| {
                let text = |place| row.get::<_, String>(place);
                let (username, name, bio) = (text(0)?, text(1)?, text(6)?);
                let (pronouns, place, birthday) = (text(3)?, text(4)?, text(5)?);
                let picture: Option<String> = row.get(7)?;
                let made_at: i64 = row.get(8)?;
                let photos: Vec<Picture> = picture
                    .map(|shelf| Picture { shelf, file: "photos/me.jpg".into(), alt: String::new() })
                    .into_iter()
                    .collect();
                let data = json!({
                    "username": username, "name": name, "role": text(2)?, "pronouns": pronouns, "place": place,
                    "birthday": birthday, "about": bio, "made_at": iso(made_at),
                    "picture": photos.first().map(|photo| &photo.file),
                });
                let leaf = Leaf { id: 1, data, head: name, text: bio, at_ms: Some(made_at), photos, ..Leaf::default() };
                Ok(leaf
                    .with(lang.sign_in_username(), username)
                    .with(lang.profile_pronouns(), pronouns)
                    .with(lang.profile_place(), place)
                    .with(lang.profile_birthday(), birthday))
            },
        )
    })
}

pub(super) fn settings(look: &Snapshot<'_>, words: &Words<'_>, after: i64, _: usize) -> Result<Vec<Leaf>> {
    let (me, lang) = (look.me()?, words.lang);
    once(after, || {
        let silent = look.list("SELECT sort FROM seen_silence", [], |row| row.get::<_, String>(0))?;
        let sql = "SELECT language, theme, text_size, read_aloud, keys FROM seen_account WHERE id = ?1";
        look.list(sql, [me.0], |row| {
            let (language, theme, size): (Option<String>, String, String) =
                (row.get(0)?, row.get(1)?, row.get(2)?);
            let data = json!({
                "language": language, "theme": theme, "text_size": size, "read_aloud": row.get::<_, bool>(3)?,
                "keys": row.get::<_, bool>(4)?, "does_not_hear_of": silent,
            });
            let theme = match theme.as_str() {
                "light" => lang.my_theme_light(),
                "dark" => lang.my_theme_dark(),
                "contrast" => lang.my_theme_contrast(),
                _ => lang.my_theme_auto(),
            };
            let size = match size.as_str() {
                "large" => lang.my_text_large(),
                "larger" => lang.my_text_larger(),
                _ => lang.my_text_normal(),
            };
            let language = language.unwrap_or_else(|| lang.my_language_browser().to_owned());
            let leaf = Leaf { id: 1, data, ..Leaf::default() };
            Ok(leaf
                .with(lang.my_language(), language)
                .with(lang.my_theme(), theme)
                .with(lang.my_text_size(), size))
        })
    })
}

pub(super) fn contacts(look: &Snapshot<'_>, words: &Words<'_>, after: i64, most: usize) -> Result<Vec<Leaf>> {
    let (me, lang) = (look.me()?, words.lang);
    look.list(
        "SELECT a.id, a.username, a.shown_name, max(c.owner_id = ?1), max(c.owner_id <> ?1), min(c.since_at),
                (SELECT json_group_array(p.name) FROM seen_aspect_person AS x JOIN seen_aspect AS p ON p.id = x.aspect_id
                 WHERE x.person_id = a.id)
         FROM seen_contact AS c JOIN seen_person AS a ON a.id = CASE c.owner_id WHEN ?1 THEN c.person_id ELSE c.owner_id END
         WHERE a.id > ?2 GROUP BY a.id ORDER BY a.id LIMIT ?3",
        params![me.0, after, most as i64],
        |row| {
            let (username, name): (String, String) = (row.get(1)?, row.get(2)?);
            let (i_share, they_share): (bool, bool) = (row.get(3)?, row.get(4)?);
            let since: i64 = row.get(5)?;
            let inside: Vec<String> = serde_json::from_str(&row.get::<_, String>(6)?).unwrap_or_default();
            let both = match (i_share, they_share) {
                (true, true) => lang.people_both_share(),
                (true, false) => lang.people_i_share(),
                _ => lang.people_they_share(),
            };
            let data = json!({
                "username": username, "name": name, "i_share": i_share, "they_share": they_share,
                "since": iso(since), "aspects": inside,
            });
            let head = format!("{name} (@{username})");
            let leaf = Leaf { id: row.get(0)?, data, head, text: String::new(), at_ms: Some(since), ..Leaf::default() };
            Ok(leaf.with(lang.archive_sharing(), both).with(lang.aspect_title(), lang.list(&inside)))
        },
    )
}

pub(super) fn aspects(look: &Snapshot<'_>, words: &Words<'_>, after: i64, most: usize) -> Result<Vec<Leaf>> {
    look.list(
        "SELECT s.id, s.name, s.place,
                (SELECT json_group_array(a.username) FROM seen_aspect_person AS x JOIN seen_person AS a ON a.id = x.person_id
                 WHERE x.aspect_id = s.id)
         FROM seen_aspect AS s WHERE s.id > ?1 ORDER BY s.id LIMIT ?2",
        params![after, most as i64],
        |row| {
            let (id, name): (i64, String) = (row.get(0)?, row.get(1)?);
            let people: Vec<String> = serde_json::from_str(&row.get::<_, String>(3)?).unwrap_or_default();
            let place: i64 = row.get(2)?;
            let data = json!({ "id": id, "name": name, "place": place, "people": people });
            let leaf = Leaf { id, data, head: name, ..Leaf::default() };
            Ok(leaf.with(words.lang.aspect_people(), words.lang.list(&people)))
        },
    )
}

pub(super) fn groups(look: &Snapshot<'_>, words: &Words<'_>, after: i64, most: usize) -> Result<Vec<Leaf>> {
    let me = look.me()?;
    look.list(
        "SELECT g.id, g.name, g.kind, g.about, m.leader, m.since_at
         FROM seen_membership AS m JOIN seen_group AS g ON g.id = m.group_id
         WHERE m.account_id = ?1 AND m.group_id > ?2 ORDER BY m.group_id LIMIT ?3",
        params![me.0, after, most as i64],
        |row| {
            let (id, name, about): (i64, String, String) = (row.get(0)?, row.get(1)?, row.get(3)?);
            let (leads, since): (bool, i64) = (row.get(4)?, row.get(5)?);
            let data = json!({
                "id": id, "name": name, "kind": row.get::<_, String>(2)?, "about": about, "leader": leads, "since": iso(since),
            });
            let leaf = Leaf { id, data, head: name, text: about, at_ms: Some(since), ..Leaf::default() };
            Ok(if leads { leaf.with(words.lang.archive_part(), words.lang.group_leader()) } else { leaf })
        },
    )
}

/// Groups that one asked to come into.
pub(super) fn group_asks(look: &Snapshot<'_>, _: &Words<'_>, after: i64, most: usize) -> Result<Vec<Leaf>> {
    let me = look.me()?;
    look.list(
        "SELECT k.group_id, g.name, k.words, k.made_at, k.refused_at
         FROM seen_group_ask AS k LEFT JOIN seen_joinable AS g ON g.id = k.group_id
         WHERE k.account_id = ?1 AND k.group_id > ?2 ORDER BY k.group_id LIMIT ?3",
        params![me.0, after, most as i64],
        |row| {
            let name = row.get::<_, Option<String>>(1)?.unwrap_or_default();
            let (text, made_at): (String, i64) = (row.get(2)?, row.get(3)?);
            let data = json!({
                "group": row.get::<_, i64>(0)?, "name": name, "words": text, "made_at": iso(made_at),
                "refused_at": row.get::<_, Option<i64>>(4)?.map(iso),
            });
            Ok(Leaf { id: row.get(0)?, data, head: name, text, at_ms: Some(made_at), ..Leaf::default() })
        },
    )
}

pub(super) fn followed_tags(
    look: &Snapshot<'_>,
    _: &Words<'_>,
    after: i64,
    most: usize,
) -> Result<Vec<Leaf>> {
    look.list(
        "SELECT id, name FROM seen_followed_tag WHERE id > ?1 ORDER BY id LIMIT ?2",
        params![after, most as i64],
        |row| {
            let name: String = row.get(1)?;
            Ok(Leaf {
                id: row.get(0)?,
                data: json!({ "tag": name }),
                head: format!("#{name}"),
                ..Leaf::default()
            })
        },
    )
}

pub(super) fn blocks(look: &Snapshot<'_>, _: &Words<'_>, after: i64, most: usize) -> Result<Vec<Leaf>> {
    look.list(
        "SELECT a.id, a.username, a.shown_name, b.since_at FROM seen_block AS b JOIN seen_person AS a ON a.id = b.person_id
         WHERE b.person_id > ?1 ORDER BY b.person_id LIMIT ?2",
        params![after, most as i64],
        |row| {
            let (username, name, since): (String, String, i64) = (row.get(1)?, row.get(2)?, row.get(3)?);
            let data = json!({ "username": username, "name": name, "since": iso(since) });
            let head = format!("{name} (@{username})");
            Ok(Leaf { id: row.get(0)?, data, head, at_ms: Some(since), ..Leaf::default() })
        },
    )
}

pub(super) fn sessions(look: &Snapshot<'_>, words: &Words<'_>, after: i64, _: usize) -> Result<Vec<Leaf>> {
    let (me, lang) = (look.me()?, words.lang);
    once(after, || {
        let mut live = sessions::of(look, me)?;
        live.sort_by_key(|session| session.id);
        let leaf = |session: sessions::Live| {
            let data = json!({
                "browser": session.device, "address": session.address,
                "begun_at": iso(session.begun_at), "used_at": iso(session.used_at),
            });
            let leaf = Leaf {
                id: session.id,
                data,
                head: session.device,
                at_ms: Some(session.begun_at),
                ..Leaf::default()
            };
            leaf.with(lang.sessions_address(), session.address)
                .with(lang.sessions_used(), words.now.moment(lang, session.used_at))
        };
        Ok(live.into_iter().map(leaf).collect())
    })
}

/// Newest first, as on their page: the place of the next is told by how many came before.
pub(super) fn done_to_things(
    look: &Snapshot<'_>,
    words: &Words<'_>,
    after: i64,
    most: usize,
) -> Result<Vec<Leaf>> {
    let lang = words.lang;
    // Read from the newest down; `after` counts down from the top, so that it still grows.
    let before = if after == 0 { i64::MAX } else { i64::MAX - after };
    let found = record::about_things(look, before, most)?;
    let leaf = |done: record::Done| {
        let kind = done.kind.map(crate::base::Kind::word);
        let data = json!({
            "item": done.item.0, "kind": kind, "what": done.what, "reason": done.reason, "note": done.note, "at": iso(done.at_ms),
        });
        let (head, why) = (record::done_words(lang, &done).to_owned(), record::reason_words(lang, &done));
        let leaf = Leaf {
            id: i64::MAX - done.id,
            data,
            head,
            text: done.body,
            at_ms: Some(done.at_ms),
            ..Leaf::default()
        };
        leaf.with(lang.archive_why(), why.unwrap_or_default()).with(lang.archive_note(), done.note)
    };
    Ok(found.into_iter().map(leaf).collect())
}

/// As [`done_to_things`], of the account.
pub(super) fn done_to_account(
    look: &Snapshot<'_>,
    words: &Words<'_>,
    after: i64,
    most: usize,
) -> Result<Vec<Leaf>> {
    let before = if after == 0 { i64::MAX } else { i64::MAX - after };
    let leaf = |about: record::About| {
        let data = json!({ "act": about.act, "reason": about.reason, "at": iso(about.at_ms) });
        let head = record::account_words(words.lang, &about).to_owned();
        Leaf { id: i64::MAX - about.seq, data, head, at_ms: Some(about.at_ms), ..Leaf::default() }
    };
    Ok(record::about_account(look, before, most)?.into_iter().map(leaf).collect())
}
