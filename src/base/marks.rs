//! `#tags`, `@mentions` and bare addresses in what people write: found once, the same for storing and for showing.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Characters of a tag, at most, counted as it is kept.
pub const TAG_CHARS_MAX: usize = 64;
/// Letters of a mentioned username; as `text::username` allows.
const USERNAME_CHARS: Range<usize> = 2..33;

/// What a mark is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `#birds`; the name is without the hash, in small letters, NFC.
    Tag,
    /// `@mia`; the name is the username, in small letters.
    Mention,
    /// `https://…` or `www.…` as typed. Nothing inside an address is a tag or a mention.
    Address,
}

/// A mark found in a stretch of words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// What it is.
    pub kind: Kind,
    /// Its name as it is kept and compared; for an address, the address.
    pub name: String,
    /// Where it stands in the words, in bytes, with its `#` or `@`.
    pub range: Range<usize>,
}

/// The Markdown that this site reads: CommonMark with tables, strike-through and task lists.
pub fn dialect() -> Options {
    Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS
}

/// The tags of a Markdown text, each once, in order of appearance. Code and links have none.
pub fn tags(text: &str) -> impl Iterator<Item = String> {
    names(text, Kind::Tag)
}

/// The usernames that a Markdown text mentions, each once, in order of appearance. Whether such a
/// person exists, the caller must ask.
pub fn mentions(text: &str) -> impl Iterator<Item = String> {
    names(text, Kind::Mention)
}

fn names(text: &str, kind: Kind) -> impl Iterator<Item = String> + use<> {
    let sign = if kind == Kind::Tag { '#' } else { '@' };
    let mut found: Vec<String> = Vec::new();
    let mut known = std::collections::HashSet::new();
    // Most texts have none; they need not be parsed.
    if text.contains(sign) {
        for (words, before) in stretches(text) {
            let marks = in_words(&words, before).into_iter().filter(|mark| mark.kind == kind);
            found.extend(marks.filter_map(|mark| known.insert(mark.name.clone()).then_some(mark.name)));
        }
    }
    found.into_iter()
}

/// The stretches of plain words in which marks count, each with the character just before it.
fn stretches(text: &str) -> Vec<(String, Option<char>)> {
    let mut gather = Gather::default();
    let mut found = Vec::new();
    let mut closed = 0_usize;
    for (event, range) in Parser::new_ext(text, dialect()).into_offset_iter() {
        match event {
            Event::Start(ref start) if hides_marks(start) => closed += 1,
            Event::End(ref end) if ends_hiding(end) => closed = closed.saturating_sub(1),
            Event::Text(words) if closed == 0 => {
                found.extend(gather.add(&words, is_escaped(text, range.start)));
                continue;
            }
            _ => {}
        }
        found.extend(gather.take());
        gather.before = edge(&event);
    }
    found.extend(gather.take());
    found
}

/// The character that stands for `event` beside the words after it: code is like a letter, so
/// that `` `x`#y `` is no tag; all else is like white space.
pub fn edge(event: &Event<'_>) -> Option<char> {
    matches!(event, Event::Code(_) | Event::InlineHtml(_) | Event::End(TagEnd::Link | TagEnd::Image))
        .then_some('x')
}

/// Whether marks inside this do not count: code, links, pictures, raw HTML.
pub fn hides_marks(tag: &Tag<'_>) -> bool {
    matches!(tag, Tag::CodeBlock(_) | Tag::Link { .. } | Tag::Image { .. } | Tag::HtmlBlock)
}

fn ends_hiding(tag: &TagEnd) -> bool {
    matches!(tag, TagEnd::CodeBlock | TagEnd::Link | TagEnd::Image | TagEnd::HtmlBlock)
}

/// Whether the character at `start` is one that the author took the meaning from: `\#notatag`.
pub fn is_escaped(text: &str, start: usize) -> bool {
    let sign = text.as_bytes().get(start).is_some_and(|byte| matches!(byte, b'#' | b'@'));
    sign && start > 0 && text.as_bytes()[start - 1] == b'\\'
}

/// Puts the pieces that the parser gives together: it cuts words at each `_` and `&`.
#[derive(Debug, Default)]
pub struct Gather {
    words: String,
    /// The character before the words, when they do not begin a line or follow white space.
    pub before: Option<char>,
}

impl Gather {
    /// Adds a piece. An escaped sign ends the stretch before it, which is given back, and is itself
    /// no sign any more.
    pub fn add(&mut self, piece: &str, escaped: bool) -> Option<(String, Option<char>)> {
        if !escaped {
            self.words.push_str(piece);
            return None;
        }
        let ended = self.take();
        // A letter before the sign makes it no mark; the sign itself makes what follows none.
        self.before = Some('x');
        self.words.push_str(piece);
        ended
    }

    /// The stretch so far, if there is one; the next begins after white space.
    pub fn take(&mut self) -> Option<(String, Option<char>)> {
        let before = self.before.take();
        (!self.words.is_empty()).then(|| (std::mem::take(&mut self.words), before))
    }
}

/// The marks in a stretch of plain words, in order. `before` is the character just before it.
///
/// A mark begins after white space, an opening or a closing sign, never inside a word, a path or
/// an e-mail address.
pub fn in_words(words: &str, before: Option<char>) -> Vec<Mark> {
    let mut found = Vec::new();
    let mut before = before;
    let mut position = 0;
    while let Some(letter) = words[position..].chars().next() {
        let rest = &words[position..];
        let mark = match letter {
            _ if !may_begin(before) => None,
            '#' => tag(&rest[1..]).map(|(name, length)| (Kind::Tag, name, length + 1)),
            '@' => mention(&rest[1..]).map(|(name, length)| (Kind::Mention, name, length + 1)),
            'h' | 'H' | 'w' | 'W' => {
                address(rest).map(|length| (Kind::Address, rest[..length].to_owned(), length))
            }
            _ => None,
        };
        let length = mark.as_ref().map_or(letter.len_utf8(), |(_, _, length)| *length);
        before = words[..position + length].chars().next_back();
        if let Some((kind, name, _)) = mark {
            found.push(Mark { kind, name, range: position..position + length });
        }
        position += length;
    }
    found
}

/// Whether a mark may follow this character.
fn may_begin(before: Option<char>) -> bool {
    before.is_none_or(|letter| {
        !(letter.is_alphanumeric() || is_combining_mark(letter) || "_/&#@.-+%=~$\\".contains(letter))
    })
}

/// The tag at the start of what follows a hash: its name, and its bytes in the text.
fn tag(text: &str) -> Option<(String, usize)> {
    let first = text.chars().next()?;
    if !(first.is_alphanumeric() || first == '_') {
        return None;
    }
    // Joiners are part of words in Persian and in Indic scripts.
    let inside = |letter: char| {
        letter.is_alphanumeric()
            || is_combining_mark(letter)
            || matches!(letter, '_' | '-' | '\u{200c}' | '\u{200d}')
    };
    let end = text.find(|letter| !inside(letter)).unwrap_or(text.len());
    let typed = text[..end].trim_end_matches(['-', '\u{200c}', '\u{200d}']);
    if !typed.chars().any(char::is_alphabetic) {
        return None;
    }
    let name = tag_name(typed);
    (name.chars().count() <= TAG_CHARS_MAX).then_some((name, typed.len()))
}

/// A tag as it is kept and compared: small letters, NFC. For tags that come from an address, too.
pub fn tag_name(typed: &str) -> String {
    let composed: String = typed.nfc().collect();
    composed.to_lowercase().nfc().collect()
}

/// The mention at the start of what follows an at sign: the username, and its bytes in the text.
fn mention(text: &str) -> Option<(String, usize)> {
    let inside = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '.' | '_' | '-');
    let end = text.find(|letter| !inside(letter)).unwrap_or(text.len());
    let next = text[end..].chars().next();
    let typed = text[..end].trim_end_matches(['.', '_', '-']);
    // `@tom@elsewhere.org` and `@tomé` name nobody here.
    let goes_on = typed.len() == end
        && next.is_some_and(|next| next == '@' || !may_begin(Some(next)) && next.is_alphabetic());
    let begins = typed.starts_with(|letter: char| letter.is_ascii_alphanumeric());
    let fits = begins && !goes_on && USERNAME_CHARS.contains(&typed.len());
    fits.then(|| (typed.to_ascii_lowercase(), typed.len()))
}

/// The bytes of the bare address that begins here, without the full stop or bracket after it.
fn address(text: &str) -> Option<usize> {
    let begins = |with: &str| text.get(..with.len()).is_some_and(|start| start.eq_ignore_ascii_case(with));
    let scheme = ["https://", "http://", "www."].into_iter().find(|scheme| begins(scheme))?;
    let ends =
        |letter: char| letter.is_whitespace() || letter.is_control() || matches!(letter, '<' | '>' | '"');
    let end = text.find(ends).unwrap_or(text.len());
    let typed = text[..end]
        .trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', ')', ']', '*', '_', '~', '…', '،', '؟']);
    (typed.len() > scheme.len()).then_some(typed.len())
}

#[cfg(test)]
mod tests;
