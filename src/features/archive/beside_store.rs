//! The SQL of what stands beside things in an archive: comments, reactions, earlier words, to whom. Each asks once for a whole
//! page of things.

use super::leaf::{Leaf, Words, iso};
use crate::base::Result;
use crate::db::{Snapshot, params};
use crate::features::posts;
use serde_json::{Value, json};
use std::collections::HashMap;

/// Comments under one thing that stand there with it; all one's own are in a section of their own besides.
const UNDER_MAX: usize = 1_000;

/// Things by what they stand beside.
pub(super) type Beside<T> = HashMap<i64, Vec<T>>;

/// Ids as the JSON list that `json_each` reads.
pub(super) fn numbers(ids: impl IntoIterator<Item = i64>) -> String {
    let ids: Vec<String> = ids.into_iter().map(|id| id.to_string()).collect();
    format!("[{}]", ids.join(","))
}

/// What others and oneself said under these posts, or photos, as far as one sees it, oldest first.
pub(super) fn comments(
    look: &Snapshot<'_>,
    words: &Words<'_>,
    photos: bool,
    ids: &str,
) -> Result<Beside<Leaf>> {
    let (view, column) =
        if photos { ("seen_photo_comment", "photo_id") } else { ("seen_comment", "post_id") };
    let sql = format!(
        "SELECT c.{column}, c.id, c.author_id, a.username, a.shown_name, c.made_at, c.edited_at, c.body, c.under_id
         FROM {view} AS c JOIN seen_person AS a ON a.id = c.author_id
         WHERE c.{column} IN (SELECT value FROM json_each(?1)) AND c.state = 'shown' ORDER BY c.id"
    );
    let mut found: Beside<Leaf> = HashMap::new();
    let rows = look.list(&sql, [ids], |row| {
        let (username, name): (String, String) = (row.get(3)?, row.get(4)?);
        let (made_at, edited_at): (i64, Option<i64>) = (row.get(5)?, row.get(6)?);
        let text: String = row.get(7)?;
        let data = json!({
            "id": row.get::<_, i64>(1)?, "username": username, "name": name, "text": text, "made_at": iso(made_at),
            "edited_at": edited_at.map(iso), "answers": row.get::<_, Option<i64>>(8)?,
        });
        let head = format!("{name} (@{username})");
        let leaf = Leaf { id: row.get(1)?, data, head, text, at_ms: Some(made_at), ..Leaf::default() };
        Ok((row.get::<_, i64>(0)?, leaf))
    })?;
    for (parent, leaf) in rows {
        let under = found.entry(parent).or_default();
        if under.len() < UNDER_MAX {
            under.push(leaf);
        }
    }
    let _ = words;
    Ok(found)
}

/// Who pressed what under these things, as far as one sees it.
pub(super) fn reactions(look: &Snapshot<'_>, view: &str, ids: &str) -> Result<Beside<(String, String, i64)>> {
    let sql = format!(
        "SELECT x.item_id, x.kind, a.username, x.made_at FROM {view} AS x JOIN seen_person AS a ON a.id = x.account_id
         WHERE x.item_id IN (SELECT value FROM json_each(?1)) ORDER BY x.item_id, x.made_at"
    );
    let rows = look.list(&sql, [ids], |row| {
        Ok((row.get::<_, i64>(0)?, (row.get(1)?, row.get(2)?, row.get::<_, i64>(3)?)))
    })?;
    Ok(gathered(rows))
}

/// Reactions for programs, and in words.
pub(super) fn pressed(words: &Words<'_>, found: Option<Vec<(String, String, i64)>>) -> (Value, String) {
    let found = found.unwrap_or_default();
    let data = found.iter().map(|(kind, who, at)| json!({ "kind": kind, "username": who, "at": iso(*at) }));
    let each = posts::reaction_kinds(words.lang).into_iter().filter_map(|(kind, _, label)| {
        let who: Vec<&str> =
            found.iter().filter(|(pressed, ..)| pressed == kind).map(|(_, who, _)| who.as_str()).collect();
        (!who.is_empty()).then(|| format!("{label}: {}", words.lang.list(&who)))
    });
    let said = each.collect::<Vec<_>>().join(" · ");
    (data.collect(), said)
}

/// What one's own things said before, newest first.
pub(super) fn before(look: &Snapshot<'_>, ids: &str) -> Result<Beside<Value>> {
    let rows = look.list(
        "SELECT item_id, version, body, until_at FROM seen_own_edit WHERE item_id IN (SELECT value FROM json_each(?1))
         ORDER BY item_id, version DESC",
        [ids],
        |row| {
            let text: String = row.get(2)?;
            let data = json!({ "version": row.get::<_, i64>(1)?, "text": text, "until": iso(row.get(3)?) });
            Ok((row.get::<_, i64>(0)?, data))
        },
    )?;
    Ok(gathered(rows))
}

/// To whom these posts or albums go by name: the sort, the id, the name.
pub(super) fn targets(look: &Snapshot<'_>, view: &str, ids: &str) -> Result<Beside<(String, i64, String)>> {
    let sql = format!(
        "SELECT t.item_id, t.kind, t.target_id,
                CASE t.kind WHEN 'group' THEN (SELECT name FROM seen_group WHERE id = t.target_id)
                            WHEN 'aspect' THEN (SELECT name FROM seen_aspect WHERE id = t.target_id)
                            ELSE (SELECT username FROM seen_person WHERE id = t.target_id) END
         FROM {view} AS t WHERE t.item_id IN (SELECT value FROM json_each(?1)) ORDER BY t.item_id, t.kind, t.target_id"
    );
    let rows = look.list(&sql, params![ids], |row| {
        let name: Option<String> = row.get(3)?;
        Ok((row.get::<_, i64>(0)?, (row.get(1)?, row.get(2)?, name.unwrap_or_default())))
    })?;
    Ok(gathered(rows))
}

/// An audience for programs, and in words: "Groups: Class 5B".
pub(super) fn audience(
    words: &Words<'_>,
    kind: &str,
    to: Option<Vec<(String, i64, String)>>,
) -> (Value, String) {
    let (lang, to) = (words.lang, to.unwrap_or_default());
    let label = match kind {
        "everyone" => lang.audience_everyone(),
        "groups" => lang.audience_groups(),
        "contacts" => lang.audience_contacts(),
        "aspects" => lang.audience_aspects(),
        "people" => lang.audience_people(),
        _ => lang.audience_only_me(),
    };
    let names: Vec<&str> =
        to.iter().map(|(_, _, name)| name.as_str()).filter(|name| !name.is_empty()).collect();
    let said = if names.is_empty() { label.to_owned() } else { format!("{label}: {}", lang.list(&names)) };
    let list: Vec<Value> =
        to.iter().map(|(kind, id, name)| json!({ "kind": kind, "id": id, "name": name })).collect();
    (json!({ "kind": kind, "words": said, "to": list }), said)
}

/// A state in words, where it is not simply shown.
pub(super) fn state<'l>(words: &Words<'l>, state: &str) -> &'l str {
    match state {
        "held" => words.lang.archive_held(),
        "removed" => words.lang.archive_removed(),
        _ => "",
    }
}

fn gathered<T>(rows: Vec<(i64, T)>) -> Beside<T> {
    let mut found: Beside<T> = HashMap::new();
    for (id, row) in rows {
        found.entry(id).or_default().push(row);
    }
    found
}
