//! Which of our languages a browser's `Accept-Language` header asks for.

use super::Lang;

/// Wishes read from one header; more are not looked at, since no browser sends so many.
const WISHES_MAX: usize = 32;

/// The language wanted most, or `None` when none of ours is wanted.
///
/// A wish for `es-MX` is met by `es-MX`, else by `es`; a wish for `es` is met by any Spanish.
pub(super) fn best(header: &str, languages: &'static [Lang]) -> Option<&'static Lang> {
    let mut wishes: Vec<(&str, u16)> = header.split(',').take(WISHES_MAX).filter_map(wish).collect();
    // Stable, so that of two wishes with the same weight the first written wins.
    wishes.sort_by_key(|(_, weight)| std::cmp::Reverse(*weight));
    wishes.into_iter().find_map(|(tag, _)| {
        let exact = languages.iter().find(|lang| lang.tag.eq_ignore_ascii_case(tag));
        let near = || languages.iter().find(|lang| tag != "*" && same_language(lang.tag, tag));
        let any = || languages.first().filter(|_| tag == "*");
        exact.or_else(near).or_else(any)
    })
}

/// One wish: the tag, and its weight in thousandths. Weight nought means "not this one".
fn wish(text: &str) -> Option<(&str, u16)> {
    let (tag, parameters) = text.split_once(';').unwrap_or((text, ""));
    let weight = match parameters.trim().strip_prefix("q=") {
        None => 1000,
        Some(number) => thousandths(number.trim())?,
    };
    let tag = tag.trim();
    (weight > 0 && !tag.is_empty()).then_some((tag, weight))
}

/// `0.85` as 850; nothing for what is no weight (RFC 9110 §12.4.2: 0 to 1, at most three decimals).
fn thousandths(number: &str) -> Option<u16> {
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let digits_only = fraction.len() <= 3 && fraction.bytes().all(|digit| digit.is_ascii_digit());
    let fraction = if digits_only { format!("{fraction:0<3}").parse::<u16>().ok()? } else { return None };
    match whole {
        "0" => Some(fraction),
        "1" if fraction == 0 => Some(1000),
        _ => None,
    }
}

fn same_language(ours: &str, asked: &str) -> bool {
    let first = |tag: &str| tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
    first(ours) == first(asked)
}
