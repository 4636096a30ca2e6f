//! Searching the books: every part under a heading, as one text, kept since the program started.

use super::{SHORT, Title, WHOLE};
use crate::base::{Role, limits};
use crate::features::search::{Query, Stretch, excerpt, says_all};
use crate::lang::Lang;
use crate::ui;

/// A part of a book: what stands under one heading.
struct Part {
    title: Title,
    /// The language of the text.
    tag: &'static str,
    /// The name of the book.
    book: String,
    section: ui::Section,
}

impl Part {
    /// Where it is read by somebody who gets the book in the language `own`.
    fn address(&self, own: &str) -> String {
        let which = if own == self.tag { String::new() } else { format!("?in={}", self.tag) };
        format!("{}{which}#{}", self.title.address(), self.section.id)
    }
}

/// All parts of all books, in order. Made once, when the program starts.
pub struct Parts(Vec<Part>);

/// A part in which something was found.
pub(super) struct Found<'a> {
    /// Where it is read.
    pub address: String,
    /// The language of the text.
    pub tag: &'static str,
    /// The name of the book.
    pub book: &'a str,
    /// The heading, with what was looked for marked.
    pub heading: Vec<Stretch>,
    /// The place in the text that says it.
    pub text: Vec<Stretch>,
}

impl Found<'_> {
    /// `ltr` or `rtl`, as its language is written.
    pub(super) fn dir(&self) -> &'static str {
        Lang::find(self.tag).map_or("ltr", Lang::dir)
    }
}

/// Parts that are shown, at most.
const FOUND_MAX: usize = 20;

impl Parts {
    /// Reads the books.
    #[allow(clippy::new_without_default, reason = "it reads three books: nothing that happens by the way")]
    pub fn new() -> Parts {
        let of = |(title, tag): (Title, &'static str)| {
            let (book, sections) = ui::sections(title.text(tag));
            sections.into_iter().map(move |section| Part { title, tag, book: book.clone(), section })
        };
        let whole = Title::ALL.iter().map(|title| (*title, WHOLE));
        Parts(SHORT.iter().map(|(title, tag, _)| (*title, *tag)).chain(whole).flat_map(of).collect())
    }

    /// The parts that this reader may read and that say everything that was typed, in the reader's language and in
    /// English: first those whose heading says it.
    pub(super) fn find(&self, typed: &str, role: Option<Role>, lang: &Lang) -> Vec<Found<'_>> {
        let typed: String = typed.chars().take(limits::SEARCH_CHARS_MAX).collect();
        let query = Query::read(&typed);
        if query.is_empty() {
            return Vec::new();
        }
        let is_for = |part: &&Part| part.title.is_for(role) && (part.tag == WHOLE || part.tag == lang.tag());
        let whole = |part: &&Part| {
            let section = &part.section;
            says_all(&format!("{}\n{}", section.heading, section.text), &query)
        };
        let mut parts: Vec<&Part> = self.0.iter().filter(is_for).filter(whole).collect();
        parts.sort_by_key(|part| !says_all(&part.section.heading, &query));
        parts.truncate(FOUND_MAX);
        parts
            .into_iter()
            .map(|part| Found {
                address: part.address(part.title.tag_for(lang)),
                tag: part.tag,
                book: &part.book,
                heading: excerpt(&part.section.heading, &query),
                text: excerpt(&part.section.text, &query),
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn addresses(typed: &str, role: Option<Role>) -> Vec<String> {
        Parts::new().find(typed, role, Lang::english()).into_iter().map(|found| found.address).collect()
    }

    #[test]
    fn a_heading_comes_before_a_text_and_both_are_found_in_any_case() {
        let found = addresses("CONTACTS", None);
        assert_eq!(found.first().map(String::as_str), Some("/help/member#contacts"), "{found:?}");
        assert!(found.len() > 1, "{found:?}");
        assert_eq!(addresses("contácts", None), found, "accents are left out as in any search");
    }

    #[test]
    fn all_words_must_be_there_and_the_last_may_be_unfinished() {
        assert!(addresses("slip passw", None).contains(&"/help/member#your-first-time".to_owned()));
        assert!(addresses("passw slip", None).is_empty() && addresses("slip zeppelin", None).is_empty());
        assert!(addresses(" … ", None).is_empty() && addresses("", None).is_empty());
    }

    #[test]
    fn each_finds_only_in_books_that_are_for_them() {
        let book = |role| addresses("record", role).iter().any(|found| found.starts_with("/help/supervisor"));
        assert_eq!(
            [None, Some(Role::Member), Some(Role::Staff), Some(Role::Owner)].map(book),
            [false, false, true, true]
        );
        let own =
            |role| addresses("courtyard", role).iter().any(|found| found.starts_with("/help/installer"));
        assert!(!own(Some(Role::Staff)) && own(Some(Role::Owner)));
    }

    #[test]
    fn who_reads_another_language_finds_in_it_and_in_english() {
        let parts = Parts::new();
        let spanish = Lang::find("es").expect("Spanish");
        let of = |typed: &str, lang: &Lang| -> Vec<String> {
            parts.find(typed, None, lang).into_iter().map(|found| found.address).collect()
        };
        assert_eq!(
            of("contraseña", spanish).first().map(String::as_str),
            Some("/help/member#la-primera-vez")
        );
        assert!(of("password", spanish).contains(&"/help/member?in=en#your-first-time".to_owned()));
        assert!(of("contraseña", Lang::english()).is_empty());
    }

    #[test]
    fn every_part_leads_to_a_heading_of_its_book() {
        for part in &Parts::new().0 {
            let page = part.title.read(part.tag).body.into_string();
            assert!(page.contains(&format!("id=\"{}\"", part.section.id)), "{}", part.section.id);
            assert!(!part.section.text.contains("]("), "no marks: {}", part.section.text);
        }
    }

    #[test]
    fn what_was_looked_for_is_marked() {
        let parts = Parts::new();
        let found = parts.find("keyboard", None, Lang::english());
        let marked = |stretches: &[Stretch]| stretches.iter().any(|stretch| stretch.marked);
        assert!(found.iter().all(|each| marked(&each.heading) || marked(&each.text)) && !found.is_empty());
    }
}
