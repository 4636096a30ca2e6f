//! Where in a text the words stand that a rule matched.

use std::ops::Range;

/// One place at which a rule matched, as it was kept when the text was written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place<'a> {
    /// Which of the texts of what was written, from 0: only the first is looked at by its place.
    pub part: i64,
    /// Characters of that text.
    pub from_char: usize,
    /// The words that stood there.
    pub words: &'a str,
}

/// The stretches of this text at which the words stand, in bytes, in order and apart. The text may hold more than what was
/// looked through, or have changed since: then it is the first place where the words stand; where they are gone, none.
pub(super) fn stretches<'a>(text: &str, places: impl IntoIterator<Item = Place<'a>>) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = places
        .into_iter()
        .filter(|place| !place.words.is_empty())
        .filter_map(|place| {
            let kept = text.char_indices().nth(place.from_char).map(|(byte, _)| byte);
            let kept = kept.filter(|byte| place.part == 0 && text[*byte..].starts_with(place.words));
            let from = kept.or_else(|| text.find(place.words))?;
            Some(from..from + place.words.len())
        })
        .collect();
    found.sort_by_key(|stretch| (stretch.start, stretch.end));
    let mut apart: Vec<Range<usize>> = Vec::with_capacity(found.len());
    for stretch in found {
        match apart.last_mut() {
            Some(last) if stretch.start < last.end => last.end = last.end.max(stretch.end),
            _ => apart.push(stretch),
        }
    }
    apart
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(part: i64, from_char: usize, words: &str) -> Place<'_> {
        Place { part, from_char, words }
    }

    #[test]
    fn words_are_found_where_they_stood_else_where_they_stand_now() {
        let text = "née fool, fool";
        let one = |place| stretches(text, [place]).first().map(|stretch| (stretch.start, stretch.end));
        assert_eq!(one(place(0, 10, "fool")), Some((11, 15)), "the second, where it was kept");
        assert_eq!(one(place(0, 3, "fool")), Some((5, 9)), "the text has changed");
        assert_eq!(one(place(1, 10, "fool")), Some((5, 9)), "another text");
        assert_eq!(stretches(text, [place(0, 99, "clot"), place(0, 0, "")]), Vec::<Range<usize>>::new());
    }

    #[test]
    fn places_that_touch_each_other_are_one_stretch() {
        let text = "silly old fool";
        let all = [place(0, 6, "old fool"), place(0, 0, "silly"), place(0, 10, "fool")];
        assert_eq!(stretches(text, all), [0..5, 6..14]);
    }
}
