//! The lines of a pack that programs read: what was said, and the entries of the record that belong to it.

use crate::db::Line;
use data_encoding::HEXLOWER;
use serde::{Deserialize, Serialize};

/// An entry of the record, whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Entry {
    pub seq: i64,
    pub form: i64,
    pub boot: i64,
    pub monotonic_ms: i64,
    pub at: i64,
    pub time_trust: String,
    pub actor: i64,
    pub actor_role: String,
    pub device: String,
    pub act: String,
    pub kind: Option<String>,
    pub item: Option<i64>,
    pub case: Option<i64>,
    pub reason_code: Option<String>,
    pub reason: Option<String>,
    pub before: Option<String>,
    pub after: Option<String>,
    pub salt: Option<String>,
    pub prev: String,
    pub hash: String,
}

impl Entry {
    /// The hash of what it says, and that of the entry; nothing where one of its hashes is none.
    pub(super) fn hashes(&self) -> Option<([u8; 32], [u8; 32])> {
        let bytes = |text: &Option<String>| match text {
            None => Some(None),
            Some(text) => HEXLOWER.decode(text.as_bytes()).ok().map(Some),
        };
        let (before, after, salt) = (bytes(&self.before)?, bytes(&self.after)?, bytes(&self.salt)?);
        let prev = HEXLOWER.decode(self.prev.as_bytes()).ok()?;
        let line = Line {
            form: self.form,
            seq: self.seq,
            boot: self.boot,
            monotonic_ms: self.monotonic_ms,
            at: self.at,
            time_trust: &self.time_trust,
            actor: self.actor,
            actor_role: &self.actor_role,
            device: &self.device,
            act: &self.act,
            kind: self.kind.as_deref(),
            item: self.item,
            case: self.case,
            reason_code: self.reason_code.as_deref(),
            reason: self.reason.as_deref(),
            before: before.as_deref(),
            after: after.as_deref(),
            salt: salt.as_deref(),
            prev: &prev,
        };
        Some((line.content(), line.hash()))
    }
}

/// Where a piece of the chain begins and ends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Stretch {
    /// The first entry.
    pub from: i64,
    /// The last.
    pub to: i64,
    /// The hash of the entry before the first.
    pub prev: String,
    /// The hash of the last: what stands on a sheet.
    pub head: String,
    /// The day of the sheet that it stands on; none where that day was not over.
    pub sheet: Option<String>,
}

/// One line of `audit.jsonl`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub(super) enum Piece {
    /// A piece of the chain begins.
    Stretch(Stretch),
    /// An entry of it, whole.
    Entry(Box<Entry>),
    /// An entry of it by the hash of what it says, and nothing else.
    Link {
        /// Its number.
        seq: i64,
        /// The hash of what it says.
        content: String,
    },
    /// An entry that no piece of the chain links: the box says so, and signs it.
    Loose(Box<Entry>),
}

/// Who said something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Author {
    /// The number of the account; none where they are not named.
    pub number: Option<i64>,
    /// The shown name, or what stands for it.
    pub name: String,
    /// The sign-in name; none where they are not named.
    pub username: Option<String>,
}

/// A photo.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Medium {
    /// Its place in the pack.
    pub file: String,
    /// What it shows, in its author's words.
    pub words: String,
}

/// A document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Enclosed {
    /// Its place in the pack.
    pub file: String,
    /// What its author called it.
    pub name: String,
    /// How large it is.
    pub bytes: u64,
}

/// What an item said before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Before {
    /// The text.
    pub text: String,
    /// Until when, milliseconds since 1970.
    pub until_ms: i64,
}

/// One line of `messages.jsonl`: something that was said or shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Said {
    /// Its number: of things of one box, the greater is the later one.
    pub id: i64,
    /// What it is.
    pub kind: String,
    /// Is it what the pack is about, or what stands round it?
    pub about: bool,
    /// Who said it.
    pub author: Author,
    /// When, as the clock showed it, milliseconds since 1970.
    pub at_ms: i64,
    /// The same for people, UTC.
    pub at: String,
    /// How far the clock could be trusted then, where the entry of its making is in the pack.
    pub time_trust: Option<String>,
    /// `shown`, `held` or `removed`.
    pub state: String,
    /// Taken away by its author.
    pub removed_by_author: bool,
    /// Was it changed?
    pub edited: bool,
    /// What it says; none where that was left out.
    pub text: Option<String>,
    /// The question and answers of a poll.
    pub more: Vec<String>,
    /// What it said before, newest first.
    pub earlier: Vec<Before>,
    /// Its photos.
    pub media: Vec<Medium>,
    /// Its documents. Packs of before there were any have none.
    #[serde(default)]
    pub documents: Vec<Enclosed>,
    /// The entry of the record whose hash is that of this text, where there is one and the text is whole.
    pub entry: Option<i64>,
    /// The words as they were hashed: the text, and what else was said with it.
    pub hashed: Option<String>,
}

/// `pack.json`: what the pack is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Head {
    /// `courtyard-evidence`.
    pub format: String,
    /// 1.
    pub version: u32,
    /// The name of the site.
    pub site: String,
    /// The box among all boxes.
    pub install_id: String,
    /// When it was made, as the clock showed it, UTC.
    pub made_at: String,
    /// What it is of: `case` or `reading`.
    pub of: String,
    /// The number of that.
    pub number: i64,
    /// Who took it out.
    pub by: String,
    /// Why.
    pub reason: String,
    /// Those who are not named.
    pub veiled: Vec<String>,
    /// The public key of the box.
    pub key: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_read_back_as_they_were_written_and_nothing_else_is_taken() {
        let link = Piece::Link { seq: 7, content: "00".into() };
        let text = serde_json::to_string(&link).unwrap();
        assert_eq!(text, r#"{"link":{"seq":7,"content":"00"}}"#);
        assert_eq!(serde_json::from_str::<Piece>(&text).unwrap(), link);
        for wrong in
            [r#"{"link":{"seq":7}}"#, r#"{"link":{"seq":7,"content":"","more":1}}"#, "{}", r#"{"other":{}}"#]
        {
            assert!(serde_json::from_str::<Piece>(wrong).is_err(), "{wrong}");
        }
    }
}
