//! The HTML of writing posts: the composer, editing, what it said before; audiences in words.

use super::Reach;
use super::descriptions::field_of;
use super::store::{Choices, Described, Offer};
use crate::base::{Audience, AudienceKind, ItemId, Role, Rules, SiteKind, limits};
use crate::features::items;
use crate::lang::Lang;
use crate::ui::{self, AudiencePicker, Choice, Composer, Icon, PhotoField, Said};
use maud::Markup;

/// The word for staff in this sort of house.
pub fn staff_word(lang: &Lang, kind: SiteKind) -> &str {
    match kind {
        SiteKind::School => lang.staff_teachers(),
        SiteKind::Prison => lang.staff_officers(),
        SiteKind::Other => lang.staff_plain(),
    }
}

/// "Seen by: Class 5B, 28 people, and teachers".
pub fn seen_by(lang: &Lang, rules: &Rules, kind: AudienceKind, reach: &Reach) -> String {
    let staff = staff_word(lang, rules.kind);
    let names = lang.list(&reach.names);
    match kind {
        AudienceKind::Everyone => lang.audience_seen_everyone(reach.people),
        AudienceKind::Groups | AudienceKind::Aspects | AudienceKind::People if reach.names.is_empty() => {
            lang.audience_seen_nobody_yet().to_owned()
        }
        AudienceKind::Groups => lang.audience_seen_groups(reach.people, names, staff),
        AudienceKind::Contacts => lang.audience_seen_contacts(reach.people, staff),
        AudienceKind::Aspects => lang.audience_seen_aspects(reach.people, names, staff),
        AudienceKind::People => lang.audience_seen_people(names, staff),
        AudienceKind::OnlyMe => lang.audience_seen_only_me(staff),
    }
}

/// What stands in the composer: new, or come back with problems.
pub(super) struct Writing<'a> {
    pub text: &'a str,
    pub chosen: &'a Audience,
    pub choices: &'a Choices,
    pub seen_by: &'a str,
    pub said: &'a Said,
    pub focus: bool,
}

pub(super) fn composer(lang: &Lang, same_site: &str, writing: &Writing<'_>) -> Markup {
    let ticked: Vec<i64> = writing.chosen.targets().into_iter().map(|(_, id)| id).collect();
    let kind = writing.chosen.kind();
    let groups = rows(&writing.choices.groups, kind == AudienceKind::Groups, &ticked);
    let aspects = rows(&writing.choices.aspects, kind == AudienceKind::Aspects, &ticked);
    let people = rows(&writing.choices.people, kind == AudienceKind::People, &ticked);
    let kinds = kinds(lang, kind, &groups, &aspects, &people);
    let problems = writing.said.list();
    let audience = AudiencePicker {
        kinds: &kinds,
        sentence: writing.seen_by,
        address: "/audience",
        problem: writing.said.of("audience"),
    };
    let drawn = Composer {
        action: "/posts",
        same_site,
        text: writing.text,
        letters_max: limits::POST_CHARS_MAX,
        photos_max: limits::POST_PHOTOS_MAX as u32,
        photo_bytes_max: limits::PHOTO_MIB_MAX << 20,
        alt_letters_max: limits::ALT_CHARS_MAX,
        audience,
        problems: &problems,
        autofocus: writing.focus,
    };
    ui::composer(lang, &drawn)
}

/// The audience alone, for forms of other things.
pub(super) fn audience_field(
    lang: &Lang,
    chosen: &Audience,
    choices: &Choices,
    seen_by: &str,
    problem: Option<&str>,
) -> Markup {
    let ticked: Vec<i64> = chosen.targets().into_iter().map(|(_, id)| id).collect();
    let kind = chosen.kind();
    let groups = rows(&choices.groups, kind == AudienceKind::Groups, &ticked);
    let aspects = rows(&choices.aspects, kind == AudienceKind::Aspects, &ticked);
    let people = rows(&choices.people, kind == AudienceKind::People, &ticked);
    let kinds = kinds(lang, kind, &groups, &aspects, &people);
    ui::audience_picker(
        lang,
        &AudiencePicker { kinds: &kinds, sentence: seen_by, address: "/audience", problem },
    )
}

fn rows<'a>(list: &'a [Offer], chosen: bool, ticked: &[i64]) -> Vec<Choice<'a>> {
    let row = |offer: &'a Offer| Choice {
        value: &offer.value,
        label: &offer.name,
        hint: None,
        chosen: chosen && ticked.contains(&offer.id),
    };
    list.iter().map(row).collect()
}

/// The sorts of audience that this writer can choose: those with something to tick, where ticking is needed.
fn kinds<'a>(
    lang: &'a Lang,
    chosen: AudienceKind,
    groups: &'a [Choice<'a>],
    aspects: &'a [Choice<'a>],
    people: &'a [Choice<'a>],
) -> Vec<ui::AudienceKind<'a>> {
    let offered: [(AudienceKind, &str, Icon, &[Choice<'_>]); 6] = [
        (AudienceKind::Everyone, lang.audience_everyone(), Icon::World, &[]),
        (AudienceKind::Groups, lang.audience_groups(), Icon::UsersGroup, groups),
        (AudienceKind::Contacts, lang.audience_contacts(), Icon::Users, &[]),
        (AudienceKind::Aspects, lang.audience_aspects(), Icon::Circles, aspects),
        (AudienceKind::People, lang.audience_people(), Icon::At, people),
        (AudienceKind::OnlyMe, lang.audience_only_me(), Icon::Lock, &[]),
    ];
    let ticks = |kind| matches!(kind, AudienceKind::Groups | AudienceKind::Aspects | AudienceKind::People);
    offered
        .into_iter()
        .filter(|(kind, _, _, parts)| !ticks(*kind) || !parts.is_empty() || *kind == chosen)
        .map(|(kind, label, sign, parts)| ui::AudienceKind {
            value: kind.word(),
            label,
            sign,
            chosen: kind == chosen,
            parts,
        })
        .collect()
}

/// The form for changing a post: its text, and what each photo shows.
pub(super) fn edit(
    lang: &Lang,
    same_site: &str,
    id: ItemId,
    body: &str,
    photos: &[Described],
    said: &Said,
) -> Markup {
    let form = items::EditForm {
        title: lang.post_edit_title(),
        about: lang.post_edit_about(),
        action: &format!("/posts/{id}/edit"),
        same_site,
        label: lang.composer_text(),
        body,
        letters_max: limits::POST_CHARS_MAX,
        // Who came to describe photos should see them without scrolling.
        rows: if photos.is_empty() { 8 } else { 4 },
        back: &format!("/posts/{id}"),
        said,
    };
    let drawn = photos.iter().map(|photo| PhotoField {
        name: field_of(photo.place),
        picture: format!("/photos/{}/small", photo.id),
        number: photo.number(),
        alt: &photo.alt,
        letters_max: limits::ALT_CHARS_MAX,
        problem: said.of(field_of(photo.place)),
    });
    let fields: Vec<PhotoField<'_>> = drawn.collect();
    items::edit(lang, &form, &ui::photo_fields(lang, &fields))
}

/// The role in this house's words.
pub fn role_word(lang: &Lang, kind: SiteKind, role: Role) -> &str {
    match (role, kind) {
        (Role::Owner, _) => lang.role_owner(),
        (Role::Staff, SiteKind::School) => lang.role_teacher(),
        (Role::Staff, SiteKind::Prison) => lang.role_officer(),
        (Role::Staff, SiteKind::Other) => lang.role_staff(),
        (Role::Member, SiteKind::School) => lang.role_pupil(),
        (Role::Member, SiteKind::Prison) => lang.role_resident(),
        (Role::Member, SiteKind::Other) => lang.role_member(),
    }
}
