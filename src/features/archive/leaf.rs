//! What an archive is made of: sections, one for each kind of thing, and a leaf for each thing in it.
//!
//! A new kind of thing is one more [`Section`]: a function that reads what comes after a place, as its owner.

use crate::base::Rules;
use crate::db::Snapshot;
use crate::lang::Lang;
use crate::ui::Now;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// In whose words an archive is written.
pub struct Words<'a> {
    /// The language of the archive.
    pub lang: &'static Lang,
    /// The house rules.
    pub rules: &'a Rules,
    /// The moment at which it is made, in the zone of the house.
    pub now: Now,
}

/// One thing: for programs, and as it stands on a page.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Leaf {
    /// Its place: what comes next has a greater one.
    pub id: i64,
    /// What `data.json` says of it.
    pub data: Value,
    /// A line above it, in the owner's language; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub head: String,
    /// Markdown; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// What else there is to say: a label and words, in the owner's language.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub facts: Vec<(String, String)>,
    /// When it was made, milliseconds since 1970.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_ms: Option<i64>,
    /// Its pictures.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub photos: Vec<Picture>,
    /// Its files that are no pictures.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub papers: Vec<Paper>,
    /// What stands under it: comments under a post.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub under: Vec<Leaf>,
}

/// A picture of a leaf, which goes into the archive with it.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Picture {
    /// Its name on the shelf.
    pub shelf: String,
    /// Its place in the archive, such as `photos/12.jpg`.
    pub file: String,
    /// What it shows, in its author's words.
    pub alt: String,
}

/// A file of a leaf that is no picture, which goes into the archive with it.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Paper {
    /// Its name on the shelf.
    pub shelf: String,
    /// Its place in the archive, such as `files/12-Plan.pdf`.
    pub file: String,
    /// What it is called.
    pub name: String,
}

/// How the things after this place are read, at most so many; fewer mean that there are no more.
pub type Gather = fn(&Snapshot<'_>, &Words<'_>, after: i64, most: usize) -> crate::base::Result<Vec<Leaf>>;

/// One kind of thing.
pub struct Section {
    /// Its key in `data.json`, and the beginning of the names of its pages.
    pub key: &'static str,
    /// Its heading.
    pub title: fn(&Lang) -> &str,
    /// Reads its things.
    pub gather: Gather,
}

/// A moment as every program reads it, to the second: `2026-04-30T01:02:52Z`.
pub fn iso(ms: i64) -> String {
    Timestamp::from_second(ms.div_euclid(1000)).unwrap_or(Timestamp::UNIX_EPOCH).to_string()
}

impl Leaf {
    /// The same with one more fact, where there are words for it.
    pub fn with(mut self, label: &str, words: impl Into<String>) -> Leaf {
        let words = words.into();
        if !words.is_empty() {
            self.facts.push((label.to_owned(), words));
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_written_to_the_second_in_utc() {
        assert_eq!(iso(1_777_511_572_999), "2026-04-30T01:12:52Z");
        assert_eq!(iso(-1), "1969-12-31T23:59:59Z");
    }

    #[test]
    fn a_leaf_survives_being_written_and_read() {
        let under = Leaf { id: 2, text: "under".into(), ..Leaf::default() };
        let leaf = Leaf { id: 1, head: "A".into(), under: vec![under], ..Leaf::default() }.with("For", "all");
        let again: Leaf = serde_json::from_str(&serde_json::to_string(&leaf).unwrap()).unwrap();
        assert_eq!((again.under[0].text.as_str(), again.facts[0].1.as_str()), ("under", "all"));
        assert!(Leaf::default().with("For", "").facts.is_empty());
    }
}
