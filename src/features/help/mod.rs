//! Help: the three books, who can see what, and a person to turn to.

mod find;
mod keys_views;
mod pages;
mod views;

pub use find::Parts;
pub use pages::routes;

use super::moderation::{self, ReportReason};
use crate::base::{Result, Role, limits, text};
use crate::db::Change;
use crate::lang::Lang;
use crate::ui;

crate::words! {
    /// One of the books for people.
    Title {
        /// For everybody, strangers too: signing in, posting, who sees what.
        Member = "member",
        /// For staff: people, the desk, the record.
        Supervisor = "supervisor",
        /// For owners: the box itself.
        Installer = "installer",
    }
}

/// What is needed most of a book, in another language than English: title, language, text.
const SHORT: &[(Title, &str, &str)] = &[
    (Title::Member, "es", include_str!("../../../docs/member.es.md")),
    (Title::Member, "ar", include_str!("../../../docs/member.ar.md")),
];

/// The language in which all books are whole.
const WHOLE: &str = "en";

impl Title {
    /// May somebody with this role read it? `None` is a stranger.
    pub fn is_for(self, role: Option<Role>) -> bool {
        match self {
            Title::Member => true,
            Title::Supervisor => matches!(role, Some(Role::Staff | Role::Owner)),
            Title::Installer => role == Some(Role::Owner),
        }
    }

    /// Where it is read.
    pub fn address(self) -> String {
        format!("/help/{}", self.word())
    }

    /// In which language somebody who reads this one gets it: short in theirs, where it is there, else whole.
    fn tag_for(self, lang: &Lang) -> &'static str {
        let own = SHORT.iter().find(|(title, tag, _)| *title == self && *tag == lang.tag());
        own.map_or(WHOLE, |(_, tag, _)| tag)
    }

    /// The book in one of its languages, with links to the others, whole, as addresses of this site.
    fn read(self, tag: &str) -> ui::Book {
        ui::book(self.text(tag), &|file| {
            let title = file.strip_suffix(".md").and_then(Title::parse);
            title.map(|title| format!("{}?in={WHOLE}", title.address()))
        })
    }

    fn text(self, tag: &str) -> &'static str {
        let own = SHORT.iter().find(|(title, own, _)| *title == self && *own == tag);
        if let Some((_, _, text)) = own {
            return text;
        }
        match self {
            Title::Member => include_str!("../../../docs/member.md"),
            Title::Supervisor => include_str!("../../../docs/supervisor.md"),
            Title::Installer => include_str!("../../../docs/installer.md"),
        }
    }
}

/// Asks staff for help: a report, about oneself, that somebody is worried. It comes first at the desk.
///
/// # Errors
/// `Invalid` for words that are missing or too long; `SignIn` for a stranger.
pub fn ask(change: &mut Change<'_>, note: &str) -> Result<()> {
    let note = text::needed("note", text::tidy(note), limits::REASON_CHARS_MAX)?;
    let me = change.me()?;
    moderation::report_person(change, me, ReportReason::Worried, &note)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_book_is_for_those_it_concerns() {
        let readers = |title: Title| {
            [None, Some(Role::Member), Some(Role::Staff), Some(Role::Owner)].map(|role| title.is_for(role))
        };
        assert_eq!(readers(Title::Member), [true; 4]);
        assert_eq!(readers(Title::Supervisor), [false, false, true, true]);
        assert_eq!(readers(Title::Installer), [false, false, false, true]);
    }

    #[test]
    fn every_link_in_a_book_leads_to_a_heading_that_its_reader_may_read() {
        let roles = [None, Some(Role::Member), Some(Role::Staff), Some(Role::Owner)];
        let whole = Title::ALL.iter().map(|title| (*title, WHOLE));
        for (from, tag) in whole.chain(SHORT.iter().map(|(title, tag, _)| (*title, *tag))) {
            let page = from.read(tag).body.into_string();
            assert!(!page.contains("href=\"http"), "{from:?} leads out of the site");
            for link in page.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
                let (path, anchor) = link.split_once('#').unwrap_or((link, ""));
                let (to, tag) = match path.strip_prefix("/help/") {
                    Some(word) => {
                        let word = word.strip_suffix("?in=en").expect("whole, where all headings are");
                        (Title::parse(word).expect("the link leads to a book"), WHOLE)
                    }
                    None => (from, tag),
                };
                let lost = roles.iter().any(|role| from.is_for(*role) && !to.is_for(*role));
                assert!(!lost, "{from:?} leads some of its readers to {link}, where they find nothing");
                let heading = format!("id=\"{}\"", plain(anchor));
                let found = anchor.is_empty() || to.read(tag).body.into_string().contains(&heading);
                assert!(found, "{from:?} leads to {link}, which is no heading");
            }
        }
    }

    /// As a browser reads what an address carries behind its `#`.
    fn plain(anchor: &str) -> String {
        let mut pieces = anchor.split('%');
        let mut bytes = pieces.next().unwrap_or_default().as_bytes().to_vec();
        for piece in pieces {
            let (code, rest) = piece.split_at(2);
            bytes.push(u8::from_str_radix(code, 16).expect("two digits"));
            bytes.extend(rest.as_bytes());
        }
        String::from_utf8(bytes).expect("UTF-8")
    }

    #[test]
    fn a_book_has_a_title_and_chapters() {
        for title in Title::ALL.iter().copied() {
            let book = title.read(WHOLE);
            assert!(!book.title.is_empty() && book.chapters.len() >= 5, "{title:?}");
        }
    }
}
