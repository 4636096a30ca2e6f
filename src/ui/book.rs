//! A book of this program's own: Markdown that we wrote, with headings that can be linked to.
//!
//! Beside `prose`, which is for what people write: here links and headings are trusted, and raw HTML,
//! links that leave the site and alignment (a `style` attribute) are left out all the same.

use maud::{Markup, PreEscaped};
use pulldown_cmark::{Alignment, CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};
use std::collections::HashSet;

/// One heading of the second rank, for a table of contents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chapter {
    /// What stands behind `#` in an address.
    pub id: String,
    /// Its words.
    pub words: String,
}

/// A whole book.
#[derive(Clone, Debug)]
pub struct Book {
    /// The heading of the first rank.
    pub title: String,
    /// The headings of the second rank, in order.
    pub chapters: Vec<Chapter>,
    /// Everything below the title.
    pub body: Markup,
}

/// Reads a book. `address` gives the address on this site of another file (`member.md`); a link to a
/// file that it does not know becomes its words.
pub fn book(text: &str, address: &dyn Fn(&str) -> Option<String>) -> Book {
    let mut reader = Reader { address, ids: HashSet::new(), title: String::new(), chapters: Vec::new() };
    let mut events: Vec<Event<'_>> = Parser::new_ext(text, Options::ENABLE_TABLES).collect();
    reader.name_headings(&mut events);
    let mut body = String::with_capacity(text.len() * 3 / 2);
    html::push_html(&mut body, reader.told(events).into_iter());
    // Text is escaped, so this can only be an element. It scrolls: a keyboard must get there.
    let body = PreEscaped(body.replace("<table>", "<table tabindex=\"0\">"));
    Book { title: reader.title, chapters: reader.chapters, body }
}

/// The id of a heading, as code hosts make it: small letters, numbers and `-` for each space.
pub fn slug(words: &str) -> String {
    let kept = words.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
    kept.flat_map(char::to_lowercase).map(|c| if c == ' ' { '-' } else { c }).collect()
}

/// What stands under one heading of a book, as plain text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// What stands behind `#` in an address.
    pub id: String,
    /// The words of the heading.
    pub heading: String,
    /// All text up to the next heading, one line a paragraph.
    pub text: String,
}

/// The title of a book, and what stands under each of its other headings: for searching.
pub fn sections(text: &str) -> (String, Vec<Section>) {
    let mut reader =
        Reader { address: &|_| None, ids: HashSet::new(), title: String::new(), chapters: Vec::new() };
    let mut events: Vec<Event<'_>> = Parser::new_ext(text, Options::ENABLE_TABLES).collect();
    reader.name_headings(&mut events);
    let mut sections: Vec<Section> = Vec::new();
    let mut in_heading = false;
    for event in &events {
        match event {
            Event::Start(Tag::Heading { level, id, .. }) => {
                in_heading = true;
                if *level != HeadingLevel::H1 {
                    let id = id.as_deref().unwrap_or_default().to_owned();
                    sections.push(Section { id, heading: String::new(), text: String::new() });
                }
            }
            Event::End(TagEnd::Heading(_)) => in_heading = false,
            _ => {
                let Some(section) = sections.last_mut() else { continue };
                add_words(if in_heading { &mut section.heading } else { &mut section.text }, event);
            }
        }
    }
    (reader.title, sections)
}

/// The words of one event; the end of a block ends a line, that of a cell leaves a space.
fn add_words(text: &mut String, event: &Event<'_>) {
    match event {
        Event::Text(words) | Event::Code(words) => text.push_str(words),
        Event::SoftBreak | Event::HardBreak | Event::End(TagEnd::TableCell) => text.push(' '),
        Event::End(
            TagEnd::Paragraph | TagEnd::Item | TagEnd::TableHead | TagEnd::TableRow | TagEnd::CodeBlock,
        ) if !text.ends_with('\n') => text.push('\n'),
        _ => {}
    }
}

struct Reader<'a> {
    address: &'a dyn Fn(&str) -> Option<String>,
    ids: HashSet<String>,
    title: String,
    chapters: Vec<Chapter>,
}

impl Reader<'_> {
    /// Gives each heading its id, and notes title and chapters.
    fn name_headings(&mut self, events: &mut [Event<'_>]) {
        let mut place = 0;
        while place < events.len() {
            if let Event::Start(Tag::Heading { level, .. }) = &events[place] {
                let level = *level;
                let words = words_of(&events[place + 1..]);
                let unique = self.unique(slug(&words));
                if let Event::Start(Tag::Heading { id, .. }) = &mut events[place] {
                    *id = Some(CowStr::from(unique.clone()));
                }
                match level {
                    HeadingLevel::H1 if self.title.is_empty() => self.title = words,
                    HeadingLevel::H2 => self.chapters.push(Chapter { id: unique, words }),
                    _ => {}
                }
            }
            place += 1;
        }
    }

    fn unique(&mut self, wanted: String) -> String {
        let mut id = wanted.clone();
        let mut number = 0;
        while !self.ids.insert(id.clone()) {
            number += 1;
            id = format!("{wanted}-{number}");
        }
        id
    }

    /// The events as the page wants them: without the title, which stands above, and without raw HTML.
    fn told<'e>(&self, events: Vec<Event<'e>>) -> Vec<Event<'e>> {
        let mut told = Vec::with_capacity(events.len());
        let (mut in_title, mut links) = (false, Vec::new());
        for event in events {
            match event {
                Event::Start(Tag::Heading { level: HeadingLevel::H1, .. }) => in_title = true,
                Event::End(TagEnd::Heading(HeadingLevel::H1)) => in_title = false,
                _ if in_title => {}
                Event::Html(_) | Event::InlineHtml(_) | Event::Start(Tag::Image { .. }) => {}
                Event::End(TagEnd::Image) => {}
                Event::Start(Tag::Link { link_type, dest_url, id, .. }) => {
                    let here = self.here(&dest_url);
                    links.push(here.is_some());
                    if let Some(here) = here {
                        let (dest_url, title) = (CowStr::from(here), CowStr::from(""));
                        told.push(Event::Start(Tag::Link { link_type, dest_url, title, id }));
                    }
                }
                Event::End(TagEnd::Link) if links.pop() != Some(true) => {}
                Event::Start(Tag::Table(columns)) => {
                    told.push(Event::Start(Tag::Table(vec![Alignment::None; columns.len()])));
                }
                Event::Start(Tag::CodeBlock(_)) => {
                    told.push(Event::Html(CowStr::from("<pre tabindex=\"0\"><code>")));
                }
                Event::End(TagEnd::CodeBlock) => told.push(Event::Html(CowStr::from("</code></pre>"))),
                other => told.push(other),
            }
        }
        told
    }

    /// The address on this site of a link in the book.
    fn here(&self, link: &str) -> Option<String> {
        if link.starts_with('#') {
            return Some(link.to_owned());
        }
        let (file, anchor) = link.split_once('#').map_or((link, None), |(file, id)| (file, Some(id)));
        let page = (self.address)(file)?;
        Some(anchor.map_or_else(|| page.clone(), |id| format!("{page}#{id}")))
    }
}

/// The words of a heading: all text up to its end.
fn words_of(events: &[Event<'_>]) -> String {
    let inside = events.iter().take_while(|event| !matches!(event, Event::End(TagEnd::Heading(_))));
    inside
        .filter_map(|event| match event {
            Event::Text(words) | Event::Code(words) => Some(words.as_ref()),
            _ => None,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Book {
        book(text, &|file| (file == "member.md").then(|| "/help/member".to_owned()))
    }

    #[test]
    fn headings_can_be_linked_to_and_make_the_table_of_contents() {
        let read = read("# The book\n\n## Who sees *it*?\n\n### Photos\n\n## Who sees it?\n");
        assert_eq!(read.title, "The book");
        let ids: Vec<&str> = read.chapters.iter().map(|chapter| chapter.id.as_str()).collect();
        assert_eq!(ids, ["who-sees-it", "who-sees-it-1"]);
        assert_eq!(read.chapters[0].words, "Who sees it?");
        let body = read.body.into_string();
        assert!(body.contains("<h2 id=\"who-sees-it\">Who sees <em>it</em>?</h2>"), "{body}");
        assert!(body.contains("<h3 id=\"photos\">") && !body.contains("The book"), "{body}");
    }

    #[test]
    fn a_book_in_parts_has_the_same_ids_and_no_marks() {
        let (title, parts) = sections(
            "# The *book*\n\nfirst\n\n## A\n\none **two**\nthree\n\n- `four`\n- [five](#a)\n\n## A\n\n|l|r|\n|-|-|\n|1|2|\n",
        );
        assert_eq!(title, "The book");
        let read: Vec<_> = parts.iter().map(|part| (part.id.as_str(), part.text.as_str())).collect();
        assert_eq!(read, [("a", "one two three\nfour\nfive\n"), ("a-1", "l r \n1 2 \n")]);
        assert_eq!(parts[0].heading, "A");
    }

    #[test]
    fn links_lead_to_books_and_headings_and_nowhere_else() {
        let text = "[a](#x) [b](member.md#y) [c](trust.md) [d](https://a.example/) [e](member.md)";
        let body = read(text).body.into_string();
        for kept in
            ["<a href=\"#x\">a</a>", "<a href=\"/help/member#y\">b</a>", "<a href=\"/help/member\">e</a>"]
        {
            assert!(body.contains(kept), "{body}");
        }
        assert!(body.contains(" c d ") && !body.contains("example"), "{body}");
    }

    #[test]
    fn a_book_has_no_html_of_its_own_and_no_style() {
        let text =
            "a <b onclick=1>b</b>\n\n<script>x</script>\n\n|l|r|\n|:-|-:|\n|1|<i>2|\n\n```sh\n<a>\n```\n";
        let body = read(text).body.into_string();
        for bad in ["<b", "<script", "style", "<i>", "<a>"] {
            assert!(!body.contains(bad), "{bad} in {body}");
        }
        assert!(body.contains("<pre tabindex=\"0\"><code>&lt;a&gt;"), "{body}");
        assert!(body.contains("<table tabindex=\"0\"><thead><tr><th>l</th>"), "{body}");
    }
}
