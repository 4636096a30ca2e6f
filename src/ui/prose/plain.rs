//! A Markdown text as one plain line, for excerpts, notices and titles.

use pulldown_cmark::{Event, Parser, TagEnd};
use unicode_segmentation::UnicodeSegmentation;

use crate::base::marks;

/// The words of a Markdown text on one line, without its marks; cut between words, with an ellipsis,
/// when it is longer than `chars_max` characters.
pub fn plain(text: &str, chars_max: usize) -> String {
    let mut words = String::new();
    let mut chars_left = chars_max.saturating_mul(4).saturating_add(64);
    for event in Parser::new_ext(text, marks::dialect()) {
        match event {
            Event::Text(piece) | Event::Code(piece) | Event::Html(piece) | Event::InlineHtml(piece) => {
                words.push_str(&piece);
                chars_left = chars_left.saturating_sub(piece.chars().count());
            }
            Event::SoftBreak | Event::HardBreak | Event::Rule => words.push(' '),
            Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link) => {}
            Event::End(_) => words.push(' '),
            _ => {}
        }
        if chars_left == 0 {
            break;
        }
    }
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= chars_max {
        return line;
    }
    let mut cut = String::new();
    let mut chars = 1;
    for piece in line.split_word_bounds() {
        chars += piece.chars().count();
        if chars > chars_max {
            break;
        }
        cut.push_str(piece);
    }
    if cut.is_empty() {
        // One word longer than all there is room for.
        let mut chars = 1;
        let fits = |letter: &&str| {
            chars += letter.chars().count();
            chars <= chars_max
        };
        cut = line.graphemes(true).take_while(fits).collect();
    }
    let mut cut = cut.trim_end().to_owned();
    if chars_max > 0 {
        cut.push('…');
    }
    cut
}
