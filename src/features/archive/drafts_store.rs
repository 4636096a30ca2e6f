//! The SQL of what one began to write and did not send, in an archive.

use super::beside_store::audience;
use super::leaf::{Leaf, Picture, Words, iso};
use crate::base::Result;
use crate::db::{Snapshot, params};
use serde_json::{Value, json};
use std::collections::HashMap;

/// A form as it is kept: names and values.
struct Form(Vec<(String, String)>);

impl Form {
    fn all(&self, name: &str) -> Vec<&str> {
        self.0.iter().filter(|(key, _)| key == name).map(|(_, value)| value.as_str()).collect()
    }

    fn one(&self, name: &str) -> &str {
        self.all(name).first().copied().unwrap_or_default()
    }

    /// The poll in it, for programs and in words.
    fn poll(&self) -> (Value, String) {
        let (question, answers) = (self.one("poll-question"), self.all("poll-option"));
        if question.is_empty() && answers.is_empty() {
            return (Value::Null, String::new());
        }
        let said = format!("{question} {}", answers.join(" · "));
        (json!({ "question": question, "answers": answers }), said.trim().to_owned())
    }
}

pub(super) fn drafts(look: &Snapshot<'_>, words: &Words<'_>, after: i64, most: usize) -> Result<Vec<Leaf>> {
    let lang = words.lang;
    let mut pictures = pictures(look)?;
    look.list(
        "SELECT id, fields, saved_at, word FROM seen_draft WHERE id > ?1 ORDER BY id LIMIT ?2",
        params![after, most as i64],
        |row| {
            let form = Form(serde_json::from_str(row.get_ref(1)?.as_str()?).unwrap_or_default());
            let (id, saved_at): (i64, i64) = (row.get(0)?, row.get(2)?);
            let (text, why) = (form.one("body"), form.one("shield-why"));
            let (for_whom, for_words) = match form.one("audience") {
                "" => (Value::Null, String::new()),
                kind => audience(words, kind, None),
            };
            let (poll, poll_words) = form.poll();
            let photos: Vec<Picture> = pictures.remove(row.get_ref(3)?.as_str()?).unwrap_or_default();
            let of_photos: Vec<Value> =
                photos.iter().map(|photo| json!({ "file": photo.file, "alt": photo.alt })).collect();
            let sensitive = !form.one("shield").is_empty();
            let data = json!({
                "id": id, "saved_at": iso(saved_at), "text": text, "audience": for_whom, "poll": poll,
                "photos": of_photos,
                "sensitive": sensitive.then(|| json!({ "word": why, "by_staff": false })),
            });
            let shield = match (sensitive, why) {
                (false, _) => String::new(),
                (true, "") => lang.shield_sensitive().to_owned(),
                (true, why) => lang.shield_because(why),
            };
            let leaf =
                Leaf { id, data, text: text.to_owned(), at_ms: Some(saved_at), photos, ..Leaf::default() };
            Ok(leaf
                .with(lang.archive_for(), for_words)
                .with(lang.archive_poll(), poll_words)
                .with(lang.shield_title(), shield))
        },
    )
}

/// The photos of all drafts, by the name of the draft.
fn pictures(look: &Snapshot<'_>) -> Result<HashMap<String, Vec<Picture>>> {
    let rows =
        look.list("SELECT word, id, name, alt FROM seen_draft_photo ORDER BY word, id", [], |row| {
            let file = format!("photos/draft-{}.jpg", row.get::<_, i64>(1)?);
            Ok((row.get::<_, String>(0)?, Picture { shelf: row.get(2)?, file, alt: row.get(3)? }))
        })?;
    let mut found: HashMap<String, Vec<Picture>> = HashMap::new();
    for (word, picture) in rows {
        found.entry(word).or_default().push(picture);
    }
    Ok(found)
}
