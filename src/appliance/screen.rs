//! What the box's own screen shows: where it is, and until it is claimed, the code that claims it.
//!
//! The page is plain text for a text console of 80 columns and 25 lines, kept in a file; whoever owns the screen
//! shows it whenever the file changes (`systemd/courtyard-screen.path`). It is in English: a text console has no letters for most
//! other scripts, and before the box is claimed nobody has chosen a language.

use std::fmt::Write;
use std::fs;
use std::io;
use std::path::Path;

use qrcode::{Color, EcLevel, QrCode};

use super::addresses::Card;

/// Columns beside the QR code.
const TEXT_COLUMNS: usize = 42;
/// Quiet modules on each side of the code (ISO/IEC 18004 asks for four).
const QUIET: usize = 4;
/// Clear everything, go to the upper left corner.
const CLEAR: &str = "\x1b[0m\x1b[2J\x1b[H";
/// Black on white, also on a dark screen: some readers do not take a code of light squares.
const BLACK_ON_WHITE: &str = "\x1b[30;107m";
const AS_BEFORE: &str = "\x1b[0m";
/// What is to be typed stands out, and begins further in.
const BOLD: &str = "\x1b[1m";
const TO_BE_TYPED: &str = "  ";

/// All that the screen tells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// The site's name; empty before the box is claimed.
    pub site_name: String,
    /// Whole web addresses, the easiest to type first.
    pub addresses: Vec<String>,
    /// The web address for phones, which read it as a picture: by number, since old ones do not find names.
    pub for_phones: Option<String>,
    /// The code that claims the box, until somebody has.
    pub setup_code: Option<String>,
    /// The network cards.
    pub cards: Vec<Card>,
}

impl Told {
    /// The page, with the signs that clear a text console before it.
    pub fn page(&self) -> String {
        let mut text = Vec::new();
        text.push(format!("Courtyard {}", env!("CARGO_PKG_VERSION")));
        text.push(self.site_name.clone());
        text.push(String::new());
        self.say_addresses(&mut text);
        self.say_claim(&mut text);
        let code = self.for_phones.as_deref().map(code).unwrap_or_default();
        let mut page = CLEAR.to_owned();
        for line in 0..text.len().max(code.len()) {
            let words = text.get(line).map_or("", String::as_str);
            let bold = if words.starts_with(TO_BE_TYPED) { BOLD } else { "" };
            // Writing to a text cannot fail.
            let _ = write!(page, " {bold}{words:TEXT_COLUMNS$}{AS_BEFORE}");
            if let Some(squares) = code.get(line) {
                let _ = write!(page, "{BLACK_ON_WHITE}{squares}{AS_BEFORE}");
            }
            page.push_str("\r\n");
        }
        page.push_str("\r\n");
        for address in self.long_addresses() {
            let _ = write!(page, " {address}\r\n");
        }
        for card in &self.cards {
            let state = if card.plugged { "" } else { "  no cable" };
            let _ = write!(page, " Network card {}  {}{state}\r\n", card.name, card.hardware_address);
        }
        page
    }

    fn long_addresses(&self) -> impl Iterator<Item = &String> {
        self.addresses.iter().filter(|address| address.len() > TEXT_COLUMNS - 4)
    }

    fn say_addresses(&self, text: &mut Vec<String>) {
        if self.for_phones.is_none() {
            text.push("There is no network yet.".to_owned());
            text.push("Plug a network cable in.".to_owned());
            text.push(String::new());
            return;
        }
        text.push("Open in a browser on the same network:".to_owned());
        text.push(String::new());
        let short = self.addresses.iter().filter(|address| address.len() <= TEXT_COLUMNS - 4);
        text.extend(short.map(|address| format!("{TO_BE_TYPED}{address}")));
        text.push(String::new());
    }

    fn say_claim(&self, text: &mut Vec<String>) {
        let Some(code) = &self.setup_code else { return };
        text.push("Nobody has claimed this box yet.".to_owned());
        text.push("Type there this set-up code:".to_owned());
        text.push(String::new());
        text.push(format!("{TO_BE_TYPED}{code}"));
    }
}

/// Puts the page where the screen's owner finds it, whole at any moment.
///
/// # Errors
/// When the folder is not there or cannot be written.
pub fn put(file: &Path, page: &str) -> io::Result<()> {
    let unfinished = file.with_extension("unfinished");
    fs::write(&unfinished, page)?;
    fs::rename(&unfinished, file)
}

/// A web address as a QR code in half blocks: two rows of squares to a line of text.
fn code(address: &str) -> Vec<String> {
    let Ok(code) = QrCode::with_error_correction_level(address, EcLevel::L) else { return Vec::new() };
    let (width, squares) = (code.width(), code.to_colors());
    let dark = |row: usize, column: usize| {
        let (row, column) = (row.checked_sub(QUIET), column.checked_sub(QUIET));
        match (row, column) {
            (Some(row), Some(column)) if row < width && column < width => {
                squares[row * width + column] == Color::Dark
            }
            _ => false,
        }
    };
    let whole = width + 2 * QUIET;
    let line = |upper: usize| {
        let half = |column: usize| match (dark(upper, column), dark(upper + 1, column)) {
            (true, true) => '█',
            (true, false) => '▀',
            (false, true) => '▄',
            (false, false) => ' ',
        };
        (0..whole).map(half).collect()
    };
    (0..whole).step_by(2).map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fresh() -> Told {
        Told {
            site_name: String::new(),
            addresses: ["http://courtyard.local", "http://192.168.1.20"].map(str::to_owned).to_vec(),
            for_phones: Some("http://192.168.1.20/setup".into()),
            setup_code: Some("ABCD-EFGH-JKLM".into()),
            cards: vec![Card {
                name: "enp1s0".into(),
                hardware_address: "52:54:00:12:34:56".into(),
                plugged: true,
            }],
        }
    }

    /// The page without the signs that steer a console.
    fn words(page: &str) -> String {
        let mut words = String::new();
        let mut signs = page.chars();
        while let Some(sign) = signs.next() {
            if sign == '\x1b' {
                let _ = signs.by_ref().find(char::is_ascii_alphabetic);
            } else {
                words.push(sign);
            }
        }
        words
    }

    #[test]
    fn a_fresh_box_tells_its_addresses_its_card_and_its_code() {
        let page = words(&fresh().page());
        for told in ["http://courtyard.local", "http://192.168.1.20", "ABCD-EFGH-JKLM", "52:54:00:12:34:56"] {
            assert!(page.contains(told), "{told} is missing in\n{page}");
        }
    }

    #[test]
    fn it_fits_a_text_console_even_with_a_long_address() {
        let mut told = fresh();
        told.addresses.push("http://[fd12:3456:789a:bcde:5054:ff:fe12:3456]".into());
        told.for_phones = Some("http://courtyard-of-xy.local/setup".into());
        let page = words(&told.page());
        assert!(page.lines().count() <= 25, "{} lines", page.lines().count());
        for line in page.lines() {
            assert!(line.chars().count() <= 80, "{line}");
        }
        assert!(page.contains("http://[fd12:3456:789a:bcde:5054:ff:fe12:3456]"));
    }

    #[test]
    fn a_claimed_box_shows_no_code_and_its_name() {
        let told = Told { site_name: "Linden School".into(), setup_code: None, ..fresh() };
        let page = words(&told.page());
        assert!(page.contains("Linden School") && !page.contains("set-up code"), "{page}");
    }

    #[test]
    fn without_a_network_it_says_what_to_do() {
        let told = Told { addresses: Vec::new(), for_phones: None, ..fresh() };
        let page = words(&told.page());
        assert!(page.contains("Plug a network cable in.") && page.contains("ABCD-EFGH-JKLM"), "{page}");
        assert!(!page.contains('█'), "{page}");
    }

    #[test]
    fn the_picture_is_the_address() {
        // Read back square by square: what is drawn is the code of that address, with its quiet border.
        let drawn = code("http://192.168.1.20/setup");
        let truth =
            QrCode::with_error_correction_level("http://192.168.1.20/setup", EcLevel::L).expect("a code");
        let width = truth.width();
        let at = |row: usize, column: usize| {
            let sign = drawn[row / 2].chars().nth(column).expect("a sign");
            matches!((sign, row % 2), ('█', _) | ('▀', 0) | ('▄', 1))
        };
        for row in 0..width {
            for column in 0..width {
                let dark = truth.to_colors()[row * width + column] == Color::Dark;
                assert_eq!(at(row + QUIET, column + QUIET), dark, "square {row} {column}");
            }
        }
        assert!((0..width + 2 * QUIET).all(|column| !at(0, column) && !at(3, column)));
    }

    #[test]
    fn the_file_is_replaced_whole() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("screen");
        put(&file, "one").expect("written");
        put(&file, "two").expect("written");
        assert_eq!(fs::read_to_string(&file).expect("read"), "two");
        assert_eq!(fs::read_dir(folder.path()).expect("listed").count(), 1);
    }
}
