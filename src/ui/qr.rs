//! A line of text as a square of dots that phones read.

use maud::{Markup, html};
use qrcode::{Color, EcLevel, QrCode};
use std::fmt::Write;

/// Quiet modules on each side (ISO/IEC 18004 asks for four).
const QUIET: usize = 4;

/// The square, with words for who does not see it; nothing where the text is too long for one.
pub fn qr(text: &str, label: &str) -> Markup {
    let Ok(code) = QrCode::with_error_correction_level(text, EcLevel::M) else { return html! {} };
    let (width, squares) = (code.width(), code.to_colors());
    let mut dark = String::new();
    for (at, _) in squares.iter().enumerate().filter(|(_, colour)| **colour == Color::Dark) {
        // Writing to a text cannot fail.
        let _ = write!(dark, "M{} {}h1v1h-1z", at % width + QUIET, at / width + QUIET);
    }
    let side = width + 2 * QUIET;
    html! {
        svg.qr role="img" aria-label=(label) viewBox={ "0 0 " (side) " " (side) } shape-rendering="crispEdges" {
            rect width=(side) height=(side) fill="#ffffff" {}
            path d=(dark) fill="#000000" {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::qr;

    #[test]
    fn a_line_becomes_squares_with_a_quiet_edge_and_no_style() {
        let drawn = qr("courtyard", "A square").into_string();
        assert!(drawn.contains("aria-label=\"A square\"") && !drawn.contains("style"), "{drawn}");
        // The upper left square of every code: seven dark ones from the corner on.
        assert!(drawn.contains("d=\"M4 4h1v1h-1zM5 4h1v1h-1z"), "{drawn}");
        assert!(qr(&"x".repeat(5_000), "").into_string().is_empty());
    }
}
