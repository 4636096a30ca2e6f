//! What people write, as HTML that can do no harm: Markdown in, a few known elements out.
//!
//! Nothing a person types becomes an element or an attribute by itself. Every tag written here is a
//! constant, or a link whose address is a path of this site. Depth and the size of the output are
//! bounded by constants and by the length of the text.

use maud::{Markup, PreEscaped, Render};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use pulldown_cmark::{Alignment, Event, HeadingLevel, Parser, Tag};

mod plain;

pub use plain::plain;

use crate::base::limits::MARKS_MAX;
use crate::base::marks::{self, Gather, Kind};

/// Quotes and lists inside each other; deeper ones are written without their frame.
const NESTING_MAX: usize = 8;
/// Emphasis and links inside each other; deeper ones are plain.
const EMPHASIS_MAX: usize = 8;
/// Characters of an address that are shown beside a link that leads elsewhere.
const ADDRESS_CHARS_MAX: usize = 200;
/// Markdown as HTML. `mentions` gives the shown name of a username that exists; others stay text.
///
/// A line end is a line break. Raw HTML is shown as typed. Pictures, and links that leave this
/// site, become text with their address. The output is at most 40 bytes for each byte of text and
/// 16 KiB more (a test holds it to that), names of people aside.
pub fn prose(text: &str, mentions: &dyn Fn(&str) -> Option<String>) -> Markup {
    prose_at(text, mentions, &|_| false)
}

/// As [`prose`]; links whose host is `here` (as `courtyard.local` or `10.0.0.2:8080`) lead to this site.
pub fn prose_at(
    text: &str,
    mentions: &dyn Fn(&str) -> Option<String>,
    here: &dyn Fn(&str) -> bool,
) -> Markup {
    let mut writer = Writer {
        text,
        out: String::with_capacity(text.len() + text.len() / 2 + 32),
        open: Vec::new(),
        nesting: 0,
        emphasis: 0,
        closed: 0,
        words: Gather::default(),
        tags: Vec::new(),
        people: Vec::new(),
        alignments: Vec::new(),
        column: None,
        address_bytes_left: 2 * text.len() + 1024,
        mentions,
        here,
    };
    let events = Parser::new_ext(text, marks::dialect()).into_offset_iter();
    for (event, range) in events {
        writer.take(event, range.start);
    }
    writer.write_words();
    while !writer.open.is_empty() {
        writer.end();
    }
    PreEscaped(writer.out)
}

/// What has to be written when an element ends.
enum Close {
    /// Nothing: it was too deep, or has no element.
    Plain,
    /// A tag, for an element within a line.
    Inline(&'static str),
    /// A tag, for an element that stands by itself.
    Block(&'static str),
    /// A tag, for a quote or a list.
    Nest(&'static str),
    /// A list item or a quote that was too deep for an element: a line break keeps its words apart.
    Break,
    /// A link into this site that began at this place in the output.
    Link { path: String, begun: usize },
    /// A link or picture from elsewhere, whose address is shown.
    Address { address: String, begun: usize },
}

struct Writer<'a> {
    text: &'a str,
    out: String,
    /// What is open, and whether it hides marks.
    open: Vec<(Close, bool)>,
    nesting: usize,
    emphasis: usize,
    /// How many links, pictures and stretches of code we are inside: no marks there.
    closed: usize,
    words: Gather,
    /// The first tags and people; later ones stay text, as they are not stored either.
    tags: Vec<String>,
    people: Vec<(String, Option<String>)>,
    alignments: Vec<Alignment>,
    /// The next column of a table's row.
    column: Option<usize>,
    /// A text can name one address often; all that is written of addresses stays within this.
    address_bytes_left: usize,
    mentions: &'a dyn Fn(&str) -> Option<String>,
    here: &'a dyn Fn(&str) -> bool,
}

impl Writer<'_> {
    fn take(&mut self, event: Event<'_>, start: usize) {
        if let Event::Text(words) = &event {
            if self.closed > 0 {
                self.escaped(words);
            } else if let Some((words, before)) = self.words.add(words, marks::is_escaped(self.text, start)) {
                self.marked(&words, before);
            }
            return;
        }
        self.write_words();
        self.words.before = marks::edge(&event);
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(_) => self.end(),
            Event::Code(code) => {
                self.out.push_str("<code>");
                self.escaped(&code);
                self.out.push_str("</code>");
            }
            Event::SoftBreak | Event::HardBreak => self.out.push_str("<br>"),
            Event::Rule => self.out.push_str("<hr>"),
            Event::TaskListMarker(done) => self.out.push_str(if done { "☑ " } else { "☐ " }),
            // Raw HTML is words like any other, and what the dialect does not have is never sent.
            Event::Html(words) | Event::InlineHtml(words) => self.escaped(&words),
            Event::Text(_) | Event::InlineMath(_) | Event::DisplayMath(_) | Event::FootnoteReference(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        let hides = marks::hides_marks(&tag);
        self.closed += usize::from(hides);
        let close = match tag {
            Tag::Paragraph | Tag::HtmlBlock => self.block("<p", "</p>"),
            Tag::Heading { level, .. } => {
                let (begin, end) = demoted(level);
                self.block(begin, end)
            }
            Tag::CodeBlock(_) => {
                // A wide one scrolls; whoever has only a keyboard must be able to get there.
                self.block("<pre tabindex=\"0\"", "</code></pre>");
                self.out.push_str("<code>");
                Close::Block("</code></pre>")
            }
            Tag::BlockQuote(_) => self.nest("<blockquote", "</blockquote>"),
            Tag::List(None) => self.nest("<ul", "</ul>"),
            Tag::List(Some(1)) => self.nest("<ol", "</ol>"),
            Tag::List(Some(first)) => self.nest(&format!("<ol start=\"{first}\""), "</ol>"),
            Tag::Item if matches!(self.open.last(), Some((Close::Nest(_), _))) => self.bare("<li>", "</li>"),
            Tag::Table(alignments) => {
                self.alignments = alignments;
                self.block("<table tabindex=\"0\"", "</table>")
            }
            Tag::TableHead => self.row("<thead><tr>", "</tr></thead>"),
            Tag::TableRow => self.row("<tr>", "</tr>"),
            Tag::TableCell => self.cell(),
            Tag::Emphasis => self.inline("<em>", "</em>"),
            Tag::Strong => self.inline("<strong>", "</strong>"),
            Tag::Strikethrough => self.inline("<del>", "</del>"),
            Tag::Link { dest_url, .. } => self.link(&dest_url),
            Tag::Image { dest_url, .. } => {
                Close::Address { address: dest_url.into_string(), begun: self.out.len() }
            }
            Tag::Item => Close::Break,
            _ => Close::Plain,
        };
        self.open.push((close, hides));
    }

    fn end(&mut self) {
        let Some((close, hides)) = self.open.pop() else { return };
        self.closed -= usize::from(hides);
        match close {
            Close::Plain => {}
            Close::Break => self.out.push_str("<br>"),
            Close::Block(tag) => self.out.push_str(tag),
            Close::Inline(tag) => {
                self.out.push_str(tag);
                self.emphasis = self.emphasis.saturating_sub(1);
            }
            Close::Nest(tag) => {
                self.out.push_str(tag);
                self.nesting = self.nesting.saturating_sub(1);
            }
            Close::Link { path, begun } => {
                if self.out.len() == begun {
                    self.escaped(&path);
                }
                self.out.push_str("</a>");
            }
            Close::Address { address, begun } => self.address(&address, begun),
        }
    }

    /// Begins an element that stands by itself. The outermost carry the direction of their first
    /// letter; those inside follow, so that a list or a quote has one side.
    fn block(&mut self, begin: &str, end: &'static str) -> Close {
        self.out.push_str(begin);
        self.out.push_str(if self.nesting == 0 { " dir=\"auto\">" } else { ">" });
        Close::Block(end)
    }

    fn nest(&mut self, begin: &str, end: &'static str) -> Close {
        if self.nesting >= NESTING_MAX {
            return Close::Plain;
        }
        self.block(begin, end);
        self.nesting += 1;
        Close::Nest(end)
    }

    fn bare(&mut self, begin: &str, end: &'static str) -> Close {
        self.out.push_str(begin);
        Close::Block(end)
    }

    fn inline(&mut self, begin: &str, end: &'static str) -> Close {
        if self.emphasis >= EMPHASIS_MAX {
            return Close::Plain;
        }
        self.emphasis += 1;
        self.out.push_str(begin);
        Close::Inline(end)
    }

    fn row(&mut self, begin: &str, end: &'static str) -> Close {
        self.column = Some(0);
        self.bare(begin, end)
    }

    fn cell(&mut self) -> Close {
        let column = self.column.unwrap_or_default();
        self.column = Some(column + 1);
        let in_head = matches!(self.open.last(), Some((Close::Block("</tr></thead>"), _)));
        self.out.push_str(if in_head { "<th scope=\"col\"" } else { "<td" });
        self.out.push_str(match self.alignments.get(column) {
            Some(Alignment::Center) => " class=\"text-center\">",
            Some(Alignment::Right) => " class=\"text-end\">",
            _ => ">",
        });
        Close::Block(if in_head { "</th>" } else { "</td>" })
    }

    /// A link within this site stays one; any other becomes its words and its address.
    fn link(&mut self, address: &str) -> Close {
        match self.path_here(address) {
            Some(path) if path.len() <= self.address_bytes_left => {
                self.address_bytes_left -= path.len();
                self.anchor("<a href=\"", &path);
                Close::Link { path, begun: self.out.len() }
            }
            _ => Close::Address { address: address.to_owned(), begun: self.out.len() },
        }
    }

    /// The path on this site that an address leads to. Anything a browser could read as another
    /// host (`//host`, `/\host`, and the same with characters that it leaves out) is none.
    fn path_here(&self, address: &str) -> Option<String> {
        let path = match address.split_once("://") {
            Some((scheme, rest)) if is_web(scheme) => {
                let (host, path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
                if !(self.here)(&host.to_ascii_lowercase()) {
                    return None;
                }
                if path.is_empty() { "/" } else { path }
            }
            _ => address,
        };
        let odd = |letter: char| letter.is_control() || letter.is_whitespace() || letter == '\\';
        let fits = path.starts_with('/') && !path.starts_with("//") && !path.contains(odd);
        fits.then(|| path.to_owned())
    }

    fn address(&mut self, address: &str, begun: usize) {
        let shown: String = address.chars().take(ADDRESS_CHARS_MAX).collect();
        let whole = shown.len() == address.len();
        let as_text = shown.as_str().render().into_string();
        let words = &self.out[begun..];
        // `<https://a.b>` and `<mia@a.b>` are their own words.
        if address.is_empty() || (whole && words == as_text) {
            return;
        }
        if shown.len() > self.address_bytes_left {
            self.out.push_str(" (…)");
            return;
        }
        self.address_bytes_left -= shown.len();
        let opening = if words.is_empty() { "(" } else { " (" };
        self.out.push_str(opening);
        self.out.push_str(&as_text);
        self.out.push_str(if whole { ")" } else { "…)" });
    }

    fn write_words(&mut self) {
        if let Some((words, before)) = self.words.take() {
            self.marked(&words, before);
        }
    }

    /// Words in which tags, mentions and addresses of this site become links.
    fn marked(&mut self, words: &str, before: Option<char>) {
        let mut written = 0;
        for mark in marks::in_words(words, before) {
            let typed = &words[mark.range.clone()];
            self.escaped(&words[written..mark.range.start]);
            written = mark.range.end;
            match mark.kind {
                Kind::Tag => self.tag(&mark.name, typed),
                Kind::Mention => self.mention(&mark.name, typed),
                Kind::Address => self.bare_address(typed),
            }
        }
        self.escaped(&words[written..]);
    }

    fn tag(&mut self, name: &str, typed: &str) {
        if !self.tags.iter().any(|known| known == name) {
            if self.tags.len() >= MARKS_MAX {
                return self.escaped(typed);
            }
            self.tags.push(name.to_owned());
        }
        let path = format!("/tags/{}", utf8_percent_encode(name, NON_ALPHANUMERIC));
        self.anchor("<a class=\"hashtag\" href=\"", &path);
        self.escaped(typed);
        self.out.push_str("</a>");
    }

    fn mention(&mut self, name: &str, typed: &str) {
        let known = match self.people.iter().position(|(known, _)| known == name) {
            Some(position) => Some(position),
            None if self.people.len() >= MARKS_MAX => None,
            None => {
                self.people.push((name.to_owned(), (self.mentions)(name)));
                Some(self.people.len() - 1)
            }
        };
        let Some(shown) = known.and_then(|position| self.people[position].1.clone()) else {
            return self.escaped(typed);
        };
        self.out.push_str("<a class=\"mention\" href=\"/people/");
        self.escaped(name);
        self.out.push_str("\" title=\"");
        self.escaped(&shown);
        self.out.push_str("\">");
        self.escaped(typed);
        self.out.push_str("</a>");
    }

    fn bare_address(&mut self, typed: &str) {
        let path = self.path_here(typed);
        if let Some(path) = &path {
            self.anchor("<a href=\"", path);
        }
        self.escaped(typed);
        if path.is_some() {
            self.out.push_str("</a>");
        }
    }

    fn anchor(&mut self, begin: &str, path: &str) {
        self.out.push_str(begin);
        self.escaped(path);
        self.out.push_str("\">");
    }

    fn escaped(&mut self, words: &str) {
        words.render_to(&mut self.out);
    }
}

/// The page has used the first two levels of heading.
fn demoted(level: HeadingLevel) -> (&'static str, &'static str) {
    match level {
        HeadingLevel::H1 => ("<h3", "</h3>"),
        HeadingLevel::H2 => ("<h4", "</h4>"),
        HeadingLevel::H3 => ("<h5", "</h5>"),
        _ => ("<h6", "</h6>"),
    }
}

fn is_web(scheme: &str) -> bool {
    scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https")
}

#[cfg(test)]
mod tests;
