//! The names a box may carry on the network: made from the site's name, and changed when another has them.

use std::time::{Duration, Instant};

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The name every box also tries to answer to, and the whole name where a site's name has no Latin letters.
pub const COMMON_LABEL: &str = "courtyard";

/// Longest label, in characters. Windows' old naming stops at 15 (NetBIOS), and people type it by hand.
pub const LABEL_CHARS_MAX: usize = 15;

/// Longest DNS label, in bytes (RFC 1035 §2.3.4); a service's instance name is one label.
const INSTANCE_BYTES_MAX: usize = 63;

/// How many renames within [`RENAME_WINDOW`] are taken for ordinary neighbours; the next one pins the name.
const RENAMES_MAX: usize = 2;

/// The window in which renames are counted.
const RENAME_WINDOW: Duration = Duration::from_secs(10 * 60);

/// The label for a site: lower-case ASCII letters, digits and single hyphens, 1 to 15 characters.
///
/// Accents are dropped, whole words are kept while they fit, and a name without any Latin letter or
/// digit becomes `courtyard`.
///
/// ```
/// use courtyard::appliance::announce::slug;
/// assert_eq!(slug("St. Mary's School"), "st-marys-school");
/// assert_eq!(slug("École des Tilleuls"), "ecole-des");
/// assert_eq!(slug("学校"), "courtyard");
/// ```
pub fn slug(site_name: &str) -> String {
    let words = latin(site_name);
    let mut label = String::new();
    for word in words.split('-').filter(|word| !word.is_empty()) {
        if label.is_empty() {
            label = word.chars().take(LABEL_CHARS_MAX).collect();
        } else if label.len() + 1 + word.len() <= LABEL_CHARS_MAX {
            label.push('-');
            label.push_str(word);
        } else {
            break;
        }
    }
    match label.as_str() {
        // Names that mean the asking machine itself, or nothing at all.
        "" | "localhost" | "local" => COMMON_LABEL.to_owned(),
        _ => label,
    }
}

/// The text in lower-case ASCII, with a hyphen for whatever is neither letter nor digit.
fn latin(text: &str) -> String {
    let mut plain = String::new();
    for letter in text.nfkd().filter(|letter| !is_combining_mark(*letter)).flat_map(char::to_lowercase) {
        match letter {
            'a'..='z' | '0'..='9' => plain.push(letter),
            '\'' | '’' | 'ʼ' => {}
            'ß' => plain.push_str("ss"),
            'æ' => plain.push_str("ae"),
            'œ' => plain.push_str("oe"),
            'ø' => plain.push('o'),
            'ł' => plain.push('l'),
            'đ' | 'ð' => plain.push('d'),
            'þ' => plain.push_str("th"),
            'ı' => plain.push('i'),
            mark if is_combining_mark(mark) => {}
            _ => plain.push('-'),
        }
    }
    plain
}

/// `base-ending`, with the base cut so that the whole stays within 15 characters.
fn with_ending(base: &str, ending: &str) -> String {
    let room = LABEL_CHARS_MAX.saturating_sub(ending.len() + 1);
    let kept: String = base.chars().take(room).collect();
    format!("{}-{ending}", kept.trim_end_matches('-'))
}

/// The label a box falls back to for good: `<slug>-<4 hex of its install id>`.
///
/// An id with fewer than four hexadecimal digits is hashed first.
pub fn pinned_label(slug: &str, install_id: &str) -> String {
    let digits = |text: &str| -> String {
        text.chars().filter(char::is_ascii_hexdigit).take(4).map(|digit| digit.to_ascii_lowercase()).collect()
    };
    let mut ending = digits(install_id);
    if ending.len() < 4 {
        ending = digits(&blake3::hash(install_id.as_bytes()).to_hex());
    }
    with_ending(slug, &ending)
}

/// The name people see in a list of services: the site's, and the label where it is not the site's own.
///
/// At most 63 bytes, cut between characters; no control characters.
pub fn instance(site_name: &str, label: &str) -> String {
    let ending = if label == slug(site_name) { String::new() } else { format!(" ({label})") };
    let mut name: String = site_name.trim().chars().filter(|letter| !letter.is_control()).collect();
    if name.is_empty() {
        name = "Courtyard".to_owned();
    }
    let room = INSTANCE_BYTES_MAX - ending.len();
    let cut = (0..=room.min(name.len())).rev().find(|at| name.is_char_boundary(*at)).unwrap_or(0);
    name.truncate(cut);
    name.truncate(name.trim_end().len());
    name + &ending
}

/// How many objections within [`RENAME_WINDOW`] may be doubted before they are believed. Addresses come one
/// by one when a box starts (link-local, DHCP, router's IPv6), each a chance to misunderstand oneself.
const DOUBTS_MAX: usize = 5;

/// Which label to take, and which to take next when somebody else has it.
#[derive(Debug)]
pub struct Renames {
    slug: String,
    pinned: String,
    label: String,
    recent: Vec<Instant>,
    doubted: Vec<Instant>,
}

impl Renames {
    /// Begins with the label saved at the last rename, if any, or with the site's own.
    pub fn new(site_name: &str, install_id: &str, saved: Option<&str>) -> Self {
        let slug = slug(site_name);
        let pinned = pinned_label(&slug, install_id);
        let label = saved.filter(|saved| fits(saved)).unwrap_or(&slug).to_owned();
        Self { slug, pinned, label, recent: Vec::new(), doubted: Vec::new() }
    }

    /// The label in use, without `.local`.
    pub fn label(&self) -> &str {
        &self.label
    }

    /// Whether the label is the last resort, which is kept whatever others say.
    pub fn is_pinned(&self) -> bool {
        self.label == self.pinned
    }

    /// Somebody else has the label: takes the next one, or the pinned one after two renames in ten minutes.
    pub fn conflict(&mut self, now: Instant) {
        self.recent.retain(|then| now.saturating_duration_since(*then) < RENAME_WINDOW);
        self.label = if self.is_pinned() || self.recent.len() >= RENAMES_MAX {
            self.pinned.clone()
        } else {
            self.recent.push(now);
            with_ending(&self.slug, &self.next_number().to_string())
        };
    }

    /// Whether an objection that may be our own echo may be doubted once more, rather than believed.
    pub fn may_doubt(&mut self, now: Instant) -> bool {
        self.doubted.retain(|then| now.saturating_duration_since(*then) < RENAME_WINDOW);
        self.doubted.push(now);
        self.doubted.len() <= DOUBTS_MAX
    }

    /// The number after the one the label carries now; 2 for the slug itself.
    fn next_number(&self) -> u32 {
        let numbered = |number: &u32| with_ending(&self.slug, &number.to_string()) == self.label;
        let carried =
            self.label.rsplit_once('-').and_then(|(_, number)| number.parse().ok()).filter(numbered);
        carried.map_or(2, |number: u32| number.saturating_add(1))
    }
}

/// Whether a saved label is one we could have made: the file may have been edited by hand.
fn fits(label: &str) -> bool {
    (1..=LABEL_CHARS_MAX).contains(&label.len())
        && label.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
        && !label.starts_with('-')
        && !label.ends_with('-')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const MINUTE: Duration = Duration::from_secs(60);

    #[test]
    fn a_site_name_becomes_one_short_label() {
        for (site, label) in [
            ("Linden", "linden"),
            ("Linden Primary School", "linden-primary"),
            ("St. Mary's School", "st-marys-school"),
            ("HMP Low Moor — Wing 3", "hmp-low-moor"),
            ("Gymnasium Straßenäcker", "gymnasium"),
            ("Straße", "strasse"),
            ("Łódź 7", "lodz-7"),
            ("Donaudampfschifffahrtsschule", "donaudampfschif"),
            ("  --  ", "courtyard"),
            ("مدرسة النور", "courtyard"),
            ("Localhost", "courtyard"),
            ("", "courtyard"),
        ] {
            assert_eq!(slug(site), label, "{site}");
        }
    }

    #[test]
    fn a_name_taken_once_gets_a_number() {
        let mut renames = Renames::new("Linden", "c0ffee", None);
        renames.conflict(Instant::now());
        assert_eq!(renames.label(), "linden-2");
        assert!(!renames.is_pinned());
    }

    #[test]
    fn the_third_conflict_in_ten_minutes_pins_the_name_for_good() {
        let mut renames = Renames::new("Linden", "C0FFEE-77", None);
        let start = Instant::now();
        renames.conflict(start);
        renames.conflict(start + 4 * MINUTE);
        assert_eq!(renames.label(), "linden-3");
        renames.conflict(start + 9 * MINUTE);
        assert_eq!(renames.label(), "linden-c0ff");
        renames.conflict(start + 60 * MINUTE);
        assert_eq!(renames.label(), "linden-c0ff");
    }

    #[test]
    fn objections_are_doubted_five_times_in_ten_minutes_and_then_believed() {
        let mut renames = Renames::new("Linden", "c0ffee", None);
        let start = Instant::now();
        assert!((0..5).all(|_| renames.may_doubt(start)));
        assert!(!renames.may_doubt(start + 9 * MINUTE));
        assert!(renames.may_doubt(start + 11 * MINUTE));
    }

    #[test]
    fn renames_far_apart_never_pin() {
        let mut renames = Renames::new("Linden", "c0ffee", None);
        let start = Instant::now();
        for step in 0..5 {
            renames.conflict(start + step * 11 * MINUTE);
        }
        assert_eq!(renames.label(), "linden-6");
    }

    #[test]
    fn a_number_that_is_part_of_the_sites_name_is_left_alone() {
        let mut renames = Renames::new("Wing 3", "c0ffee", None);
        renames.conflict(Instant::now());
        assert_eq!(renames.label(), "wing-3-2");
    }

    #[test]
    fn a_saved_label_is_kept_and_counted_on_from() {
        let mut renames = Renames::new("Linden", "c0ffee", Some("linden-4"));
        assert_eq!(renames.label(), "linden-4");
        renames.conflict(Instant::now());
        assert_eq!(renames.label(), "linden-5");
    }

    #[test]
    fn a_saved_pinned_label_is_still_pinned_after_a_restart() {
        assert!(Renames::new("Linden", "c0ffee", Some("linden-c0ff")).is_pinned());
    }

    #[test]
    fn a_saved_label_that_is_no_label_is_ignored() {
        for nonsense in ["", "Linden", "a.b", "-a", "a-", "a_b", "abcdefghijklmnop"] {
            assert_eq!(Renames::new("Linden", "c0ffee", Some(nonsense)).label(), "linden", "{nonsense}");
        }
    }

    #[test]
    fn an_install_id_without_enough_hexadecimal_digits_still_pins() {
        let label = pinned_label("linden", "zyx");
        assert_eq!(label.len(), "linden-".len() + 4);
        assert_ne!(label, pinned_label("linden", "xyz"));
    }

    #[test]
    fn a_renamed_box_is_told_apart_in_lists_of_services() {
        assert_eq!(instance("Linden Primary School", "linden-primary"), "Linden Primary School");
        assert_eq!(
            instance("Linden Primary School", "linden-primar-2"),
            "Linden Primary School (linden-primar-2)"
        );
        assert_eq!(instance(" \n", "courtyard"), "Courtyard");
    }

    proptest! {
        #[test]
        fn every_site_name_gives_a_label_that_fits(site: String, taken in 0_u32..4, id: String) {
            let mut renames = Renames::new(&site, &id, None);
            for _ in 0..taken { renames.conflict(Instant::now()); }
            prop_assert!(fits(renames.label()), "{:?}", renames.label());
            prop_assert!(instance(&site, renames.label()).len() <= INSTANCE_BYTES_MAX);
        }
    }
}
