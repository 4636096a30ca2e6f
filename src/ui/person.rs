//! People as pages show them: a face, or initials on a tint, and the name.

use maud::{Markup, html};

/// How many tints `pieces.css` has.
pub(super) const TINTS: u8 = 8;

/// What is needed to show somebody (or a group).
#[derive(Clone, Copy, Debug)]
pub struct Face<'a> {
    /// The account's or group's id: chooses the tint, so that it is always the same.
    pub id: i64,
    /// The shown name.
    pub name: &'a str,
    /// The address of the picture, if there is one.
    pub picture: Option<&'a str>,
    /// The address of the profile; none where it cannot be opened.
    pub address: Option<&'a str>,
}

/// How large a face is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AvatarSize {
    /// 32 px at the usual size of text: comments, the top bar.
    Small,
    /// 44 px: posts and lists.
    #[default]
    Usual,
    /// 96 px: profiles.
    Large,
}

/// The face alone. It is hidden from screen readers, since the name always stands beside it.
pub fn avatar(face: &Face<'_>, size: AvatarSize) -> Markup {
    let (size, pixels) = match size {
        AvatarSize::Small => (" avatar-small", 32),
        AvatarSize::Usual => ("", 44),
        AvatarSize::Large => (" avatar-large", 96),
    };
    html! {
        @if let Some(picture) = face.picture {
            img class={ "avatar" (size) } src=(picture) alt="" width=(pixels) height=(pixels) loading="lazy" decoding="async";
        } @else {
            span class={ "avatar" (size) " tint-" (face.id.rem_euclid(i64::from(TINTS))) } aria-hidden="true" {
                (initials(face.name))
            }
        }
    }
}

/// The name, a link to the profile where that can be opened. `<bdi>` keeps its direction of writing to itself.
pub fn person_name(face: &Face<'_>) -> Markup {
    html! {
        @if let Some(address) = face.address {
            a.person-name href=(address) { bdi { (face.name) } }
        } @else {
            span.person-name { bdi { (face.name) } }
        }
    }
}

/// Face, name, and a soft line under it, as in lists of people.
pub fn person(face: &Face<'_>, under: Option<&str>) -> Markup {
    html! {
        div.person {
            (avatar(face, AvatarSize::Usual))
            div.person-words {
                (person_name(face))
                @if let Some(under) = under { span.soft { (under) } }
            }
        }
    }
}

/// The first letters of the first and the last word; one letter where there is one word.
fn initials(name: &str) -> String {
    let first_letter = |word: &str| word.chars().find(|letter| letter.is_alphanumeric());
    let mut letters = name.split_whitespace().filter_map(first_letter);
    let first = letters.next();
    let last = letters.next_back();
    // Arabic letters would join into something that is no word; one is enough there.
    let joins = |letter: &char| matches!(letter, '\u{600}'..='\u{6ff}');
    let last = last.filter(|letter| !joins(letter));
    first.into_iter().chain(last).flat_map(char::to_uppercase).collect()
}

#[cfg(test)]
mod tests {
    use super::initials;

    #[test]
    fn initials_come_from_the_first_and_last_word() {
        let cases = [
            ("Mia", "M"),
            ("Ms Ada van Fox", "MF"),
            ("", ""),
            ("  ", ""),
            ("(Tom) O’Hara", "TO"),
            ("李小龙", "李"),
        ];
        for (name, expected) in cases {
            assert_eq!(initials(name), expected, "{name}");
        }
        assert_eq!(initials("ليلى حسن"), "ل");
    }
}
