//! How a language writes numbers and sizes.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentResource, FluentValue};

use super::Lang;

/// Marks between groups of three digits, and before a fraction.
///
/// Figures from the Unicode CLDR charts of number symbols. All styles use the digits 0 to 9, Arabic too: they are usual
/// from Morocco to the Gulf on screens and keyboards, every reader of Arabic knows them, while the
/// other digits (٠ to ٩) are strange in the Maghreb.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Style {
    /// 1,234.5
    #[default]
    Comma,
    /// 1234,5 and 12.345,6
    Point,
    /// 1234,5 and 12 345,6 with a narrow space that does not break
    Space,
}

impl Style {
    /// The style that a language's `number-style` names; the comma when it is unknown.
    pub(super) fn named(name: &str) -> Style {
        match name {
            "point" => Style::Point,
            "space" => Style::Space,
            _ => Style::Comma,
        }
    }

    /// Lets the bundle write numbers in phrases so. Fluent takes a plain function, hence one each.
    pub(super) fn apply(self, bundle: &mut FluentBundle<FluentResource>) {
        bundle.set_formatter(Some(match self {
            Style::Comma => |value, _| in_phrase(value, Style::Comma),
            Style::Point => |value, _| in_phrase(value, Style::Point),
            Style::Space => |value, _| in_phrase(value, Style::Space),
        }));
    }

    fn group_mark(self) -> char {
        match self {
            Style::Comma => ',',
            Style::Point => '.',
            Style::Space => '\u{202f}',
        }
    }

    fn fraction_mark(self) -> char {
        match self {
            Style::Comma => '.',
            Style::Point | Style::Space => ',',
        }
    }

    /// How many digits a number has at least before it is grouped.
    fn grouped_from(self) -> usize {
        match self {
            Style::Comma => 4,
            Style::Point | Style::Space => 5,
        }
    }

    fn write(self, number: i64) -> String {
        let digits = number.unsigned_abs().to_string();
        let mut text = String::with_capacity(digits.len() * 2);
        if number < 0 {
            text.push('\u{2212}');
        }
        if digits.len() < self.grouped_from() {
            text.push_str(&digits);
            return text;
        }
        for (position, digit) in digits.chars().enumerate() {
            if position > 0 && (digits.len() - position).is_multiple_of(3) {
                text.push(self.group_mark());
            }
            text.push(digit);
        }
        text
    }
}

#[allow(clippy::cast_possible_truncation, reason = "only whole numbers that fit are cast")]
fn in_phrase(value: &FluentValue<'_>, style: Style) -> Option<String> {
    match value {
        FluentValue::Number(number) if number.value.fract() == 0.0 => Some(style.write(number.value as i64)),
        _ => None,
    }
}

impl Lang {
    /// A whole number with its groups: 12,345 or 12.345.
    pub fn number(&self, number: i64) -> String {
        self.style.write(number)
    }

    /// A size in words for people: "740 bytes", "1.5 MB", "12 GB". Thousands, as disks are sold; one
    /// figure after the mark below ten, cut off, never rounded up.
    pub fn bytes(&self, size_bytes: u64) -> String {
        if size_bytes < 1000 {
            return self.size_in_bytes(size_bytes);
        }
        let mut tenths = size_bytes / 100;
        let mut unit = 0;
        while tenths >= 10_000 && unit + 1 < self.sizes.len() {
            tenths /= 1000;
            unit += 1;
        }
        let (whole, tenth) = (tenths / 10, tenths % 10);
        let mut text = self.number(i64::try_from(whole).unwrap_or(i64::MAX));
        if whole < 10 && tenth > 0 {
            text.push(self.style.fraction_mark());
            text.push_str(&tenth.to_string());
        }
        self.sizes[unit].fill(&[&text])
    }
}
