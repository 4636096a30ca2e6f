//! What makes a long page cheap to draw: room made at once, and pieces that are drawn only once a language.

use maud::{Markup, PreEscaped, Render};
use std::sync::OnceLock;

use crate::lang::Lang;

/// Makes room for so many bytes of what follows, and draws nothing: a page that grows to a hundred kilobytes would
/// else be moved at each doubling.
pub struct Room(
    /// Bytes.
    pub usize,
);

impl Render for Room {
    fn render_to(&self, page: &mut String) {
        page.reserve(self.0);
    }
}

/// A piece of page that depends on nothing but the language: drawn when it is first wanted, and kept.
pub struct Steady(OnceLock<Vec<OnceLock<String>>>);

impl Steady {
    /// Nothing is drawn yet.
    #[allow(clippy::new_without_default, reason = "stands in a static, where a default cannot be asked for")]
    pub const fn new() -> Steady {
        Steady(OnceLock::new())
    }

    /// The piece in this language.
    pub fn of(&self, lang: &Lang, draw: impl FnOnce() -> Markup) -> PreEscaped<&str> {
        let kept = self.0.get_or_init(|| Lang::all().iter().map(|_| OnceLock::new()).collect());
        let place = Lang::all().iter().position(|each| each.tag() == lang.tag());
        let kept = place.and_then(|place| kept.get(place));
        PreEscaped(kept.map_or("", |kept| kept.get_or_init(|| draw().into_string())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use maud::html;

    #[test]
    fn a_steady_piece_is_drawn_once_a_language_and_never_in_another() {
        static WORDS: Steady = Steady::new();
        for lang in Lang::all() {
            let words = WORDS.of(lang, || html! { p { (lang.nav_home()) } });
            assert_eq!(words.0, format!("<p>{}</p>", lang.nav_home()));
            assert_eq!(WORDS.of(lang, || html! { "drawn again" }).0, words.0);
        }
    }

    #[test]
    fn room_draws_nothing_and_is_there() {
        let page = html! { (Room(100_000)) p {} };
        assert_eq!(page.0, "<p></p>");
        assert!(page.0.capacity() >= 100_000);
    }
}
