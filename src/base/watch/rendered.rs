//! A text as its readers see it, all its words joined, and its hashtags in words: each character with its place in the
//! original.

use super::canon::{Letter, is_unseen, is_word, typed};
use crate::base::marks;
use pulldown_cmark::{Event, Parser, TagEnd};
use std::ops::Range;

/// Stands between two texts so that no phrase reaches over.
const APART: &[char] = &['\u{1}'; 4];

/// The words of a Markdown text without its signs, joined as they are read; none where it has no signs at all.
pub(super) fn rendered(text: &str) -> Option<Vec<Letter>> {
    let signs = ['*', '_', '~', '`', '[', ']', '<', '>', '\\', '&', '|', '!', '#', '\n', '-', '+', '='];
    if !text.contains(signs) {
        return None;
    }
    let mut letters = Vec::with_capacity(text.len());
    for (event, range) in Parser::new_ext(text, marks::dialect()).into_offset_iter() {
        match event {
            Event::Text(words) | Event::Code(words) | Event::Html(words) | Event::InlineHtml(words) => {
                add(&mut letters, text, &words, range);
            }
            Event::SoftBreak | Event::HardBreak | Event::Rule => space(&mut letters, range),
            Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough) => {}
            Event::End(TagEnd::Link | TagEnd::Image) => {}
            Event::End(_) => space(&mut letters, range.end..range.end),
            _ => {}
        }
    }
    Some(letters)
}

/// Words that stand so in the text, or are written there in another way (`&amp;`): then all of it is their place.
fn add(letters: &mut Vec<Letter>, text: &str, words: &str, range: Range<usize>) {
    let inside = text.get(range.clone()).unwrap_or_default();
    let begins = inside.find(words).map(|before| range.start + before);
    for (place, sign) in words.char_indices() {
        let (from, to) = match begins {
            Some(begins) => (begins + place, begins + place + sign.len_utf8()),
            None => (range.start, range.end),
        };
        letters.push(Letter { sign, typed: sign, from: from as u32, to: to as u32 });
    }
}

fn space(letters: &mut Vec<Letter>, at: Range<usize>) {
    letters.push(Letter { sign: '\n', typed: '\n', from: at.start as u32, to: at.end as u32 });
}

/// Where the hashtags of a text stand, each without its sign.
pub(super) fn hashtags(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut place = 0;
    while let Some(sign) = text[place..].find(['#', '＃']) {
        let begins = place + sign + text[place + sign..].chars().next().map_or(1, char::len_utf8);
        let ends = |letter: char| !(is_word(letter) || letter == '-' || is_unseen(letter));
        let length = text[begins..].find(ends).unwrap_or(text.len() - begins);
        if length > 0 {
            found.push(begins..begins + length);
        }
        place = begins + length;
    }
    found
}

/// The hashtags that are several words, `#ThisOne` or `#this_one`, with a space between these.
pub(super) fn split(text: &str, hashtags: &[Range<usize>]) -> Vec<Letter> {
    let mut letters = Vec::new();
    for range in hashtags {
        let tag = text.get(range.clone()).unwrap_or_default();
        let mut word = typed(tag);
        for letter in &mut word {
            letter.from += range.start as u32;
            letter.to += range.start as u32;
        }
        let begins: Vec<bool> = (0..word.len()).map(|place| begins_word(&word, place)).collect();
        if !begins.contains(&true) {
            continue;
        }
        for (letter, begins) in word.iter().zip(begins) {
            if begins && letter.sign != '_' {
                letters.push(Letter { sign: ' ', typed: ' ', from: letter.from, to: letter.from });
            }
            let sign = if letter.sign == '_' { ' ' } else { letter.sign };
            letters.push(Letter { sign, ..*letter });
        }
        let end = range.end as u32;
        letters.extend(APART.iter().map(|sign| Letter { sign: *sign, typed: *sign, from: end, to: end }));
    }
    letters
}

/// Does a new word begin here: at an underscore, a capital after a small letter, or the last capital of several?
fn begins_word(tag: &[Letter], place: usize) -> bool {
    let at = |place: usize| tag.get(place).map(|letter| letter.sign);
    let (Some(before), Some(here)) = (place.checked_sub(1).and_then(at), at(place)) else { return false };
    here == '_'
        || (here.is_uppercase()
            && (before.is_lowercase()
                || before.is_numeric()
                || (before.is_uppercase() && at(place + 1).is_some_and(char::is_lowercase))))
}
