//! Times as pages show them: near words, with the full time behind.

use maud::{Markup, html};

/// A time. `machine` is RFC 3339, `words` what is read ("5 min ago"), `full` the whole time as title.
/// The server writes all three, since a tablet's clock may differ from the box's.
pub fn time(machine: &str, words: &str, full: &str) -> Markup {
    html! { time datetime=(machine) title=(full) { (words) } }
}
