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

    /// The book itself, with links to the others as addresses of this site.
    pub fn read(self) -> ui::Book {
        ui::book(self.text(), &|file| {
            let title = file.strip_suffix(".md").and_then(Title::parse);
            title.map(Title::address)
        })
    }

    fn text(self) -> &'static str {
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
        for from in Title::ALL.iter().copied() {
            let page = from.read().body.into_string();
            assert!(!page.contains("href=\"http"), "{from:?} leads out of the site");
            for link in page.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
                let (path, anchor) = link.split_once('#').unwrap_or((link, ""));
                let to = match path.strip_prefix("/help/") {
                    Some(word) => Title::parse(word).expect("the link leads to a book"),
                    None => from,
                };
                let lost = roles.iter().any(|role| from.is_for(*role) && !to.is_for(*role));
                assert!(!lost, "{from:?} leads some of its readers to {link}, where they find nothing");
                let heading = format!("id=\"{anchor}\"");
                let found = anchor.is_empty() || to.read().body.into_string().contains(&heading);
                assert!(found, "{from:?} leads to {link}, which is no heading");
            }
        }
    }

    #[test]
    fn a_book_has_a_title_and_chapters() {
        for title in Title::ALL.iter().copied() {
            let book = title.read();
            assert!(!book.title.is_empty() && book.chapters.len() >= 5, "{title:?}");
        }
    }
}
