//! The HTML of writing posts: the composer, editing, what it said before; audiences in words.

use super::descriptions::field_of;
use super::store::{Choices, Described, Offer};
use super::{Reach, narrow};
use crate::base::{Audience, AudienceKind, ItemId, Role, Rules, SiteKind, limits};
use crate::features::levels::{self, Waits};
use crate::features::{items, polls};
use crate::lang::Lang;
use crate::ui::{self, AudiencePicker, Choice, Composer, Field, Icon, PhotoField, Said, Steady};
use maud::{Markup, html};

/// The word for staff in this sort of house.
pub fn staff_word(lang: &Lang, kind: SiteKind) -> &str {
    match kind {
        SiteKind::School => lang.staff_teachers(),
        SiteKind::Prison => lang.staff_officers(),
        SiteKind::Other => lang.staff_plain(),
    }
}

/// The words of a form: whether it waits first, and who sees it then.
pub fn seen_by_later(lang: &Lang, rules: &Rules, kind: AudienceKind, reach: &Reach, waits: Waits) -> String {
    let seen = seen_by(lang, rules, kind, reach);
    match levels::waits_words(lang, waits, staff_word(lang, rules.kind)) {
        Some(words) => format!("{words} {seen}"),
        None => seen,
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

/// Who can see what somebody else made, as far as the reader may know: never how many, and only groups of theirs.
pub fn seen_by_others(lang: &Lang, staff: &str, name: &str, kind: AudienceKind, groups: &[&str]) -> String {
    match kind {
        AudienceKind::Everyone => lang.thread_seen_everyone().to_owned(),
        AudienceKind::Groups => lang.thread_seen_groups(lang.list(groups), staff),
        AudienceKind::Contacts => lang.thread_seen_contacts(name, staff),
        AudienceKind::Aspects => lang.thread_seen_aspects(name, staff),
        AudienceKind::People | AudienceKind::OnlyMe => lang.thread_seen_people(name, staff),
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
    pub poll: &'a polls::Typed,
    /// Why it is sensitive, where it is.
    pub shield: Option<&'a str>,
    /// The name under which it is kept while it is written.
    pub draft: &'a str,
    /// May photos be sent?
    pub photos: bool,
    /// Photos that are kept with it.
    pub kept: &'a [ui::KeptPhoto<'a>],
    /// What was begun before and not sent: its name, and how it begins.
    pub begun: Option<(&'a str, &'a str)>,
}

/// What was begun before and not sent, with the way back to it.
fn begun(lang: &Lang, word: &str, words: &str) -> Markup {
    html! {
        p.draft-begun {
            (ui::icon(Icon::Pencil))
            span { (lang.draft_begun()) @if !words.is_empty() { " " q dir="auto" { (words) } } }
            a.button.button-small href={ "/posts/new?draft=" (word) } { (lang.draft_go_on()) }
        }
    }
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
        draft: writing.draft,
        keep: "/drafts",
        preview: "/posts/preview",
        photos: writing.photos,
        kept: writing.kept,
    };
    // Mostly nobody has touched them yet.
    static UNTOUCHED: Steady = Steady::new();
    let more = || {
        html! {
            (polls::fields(lang, writing.poll, writing.said))
            (shield_fields(lang, writing.shield, writing.said))
        }
    };
    let untouched =
        *writing.poll == polls::Typed::default() && writing.shield.is_none() && problems.is_empty();
    let composer = match untouched {
        true => ui::composer(lang, &drawn, &UNTOUCHED.of(lang, more)),
        false => ui::composer(lang, &drawn, &more()),
    };
    html! {
        @if let Some((word, words)) = writing.begun { (begun(lang, word, words)) }
        (composer)
    }
}

/// The fields that put a post behind a shield, folded until they are wanted.
pub fn shield_fields(lang: &Lang, why: Option<&str>, said: &Said) -> Markup {
    let field = Field::new("shield-why", lang.shield_why()).value(why.unwrap_or_default());
    let field = field.letters_max(limits::SHIELD_WHY_CHARS_MAX).problem(said.of("shield-why"));
    html! {
        details.composer-more open[why.is_some()] {
            summary { (ui::icon(Icon::EyeOff)) (lang.shield_add()) }
            div.composer-fields {
                p.hint { (lang.shield_about()) }
                (ui::checkbox(&Field::new("shield", lang.shield_hide()), why.is_some()))
                (ui::text(&field.hint(lang.shield_why_hint()).optional(lang.form_optional())))
            }
        }
    }
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

/// What stands in the form for letting fewer people see a post.
pub(super) struct Narrowing<'a> {
    pub id: ItemId,
    pub before: &'a Audience,
    pub chosen: &'a Audience,
    pub choices: &'a Choices,
    pub seen_by: &'a str,
    pub said: &'a Said,
}

pub(super) fn narrowing(lang: &Lang, same_site: &str, of: &Narrowing<'_>) -> Markup {
    let link = format!("/posts/{}", of.id);
    let (had, ticked) = (of.before.targets(), of.chosen.targets());
    let ticked: Vec<i64> = ticked.into_iter().map(|(_, id)| id).collect();
    // What it went to can be taken away from; what it did not go to cannot be added.
    let offers = |list: &[Offer], kind: AudienceKind| -> Vec<Offer> {
        let keeps = |offer: &&Offer| of.before.kind() != kind || had.iter().any(|(_, id)| *id == offer.id);
        list.iter().filter(keeps).cloned().collect()
    };
    let lists = [
        offers(&of.choices.groups, AudienceKind::Groups),
        offers(&of.choices.aspects, AudienceKind::Aspects),
        offers(&of.choices.people, AudienceKind::People),
    ];
    let kind = of.chosen.kind();
    let groups = rows(&lists[0], kind == AudienceKind::Groups, &ticked);
    let aspects = rows(&lists[1], kind == AudienceKind::Aspects, &ticked);
    let people = rows(&lists[2], kind == AudienceKind::People, &ticked);
    let below = narrow::kinds_below(of.before);
    let mut kinds = kinds(lang, kind, &groups, &aspects, &people);
    kinds.retain(|offered| below.iter().any(|kind| kind.word() == offered.value));
    let problems = of.said.list();
    let form = ui::Form {
        action: &format!("{link}/audience"),
        same_site,
        problems: &problems,
        ..ui::Form::default()
    };
    let (sentence, problem) = (of.seen_by, of.said.of("audience"));
    let picker = AudiencePicker { kinds: &kinds, sentence, address: "/audience", problem };
    html! {
        section.card {
            h1 { (lang.narrow_title()) }
            p.soft { (lang.narrow_about()) }
            (ui::form(lang, &form, html! {
                (ui::audience_picker(lang, &picker))
                div.buttons {
                    (ui::button(ui::Button::Main, None, lang.save()))
                    a.button href=(link) { (lang.cancel()) }
                }
            }))
        }
    }
}

/// What stands in the form for changing a post.
pub(super) struct Editing<'a> {
    pub id: ItemId,
    pub body: &'a str,
    pub photos: &'a [Described],
    /// Why it is sensitive, where its author says so.
    pub shield: Option<&'a str>,
    /// Do staff say so?
    pub shielded_by_staff: bool,
    /// How it would look.
    pub previewed: Option<&'a Markup>,
    pub said: &'a Said,
}

/// The form for changing a post: its text, what each photo shows, and whether it is sensitive.
pub(super) fn edit(lang: &Lang, rules: &Rules, same_site: &str, editing: &Editing<'_>) -> Markup {
    let Editing { id, body, photos, said, .. } = *editing;
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
        suggest: &format!("/suggest?post={id}"),
        preview: &format!("/posts/{id}/edit/preview"),
        previewed: editing.previewed,
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
    let more = html! {
        (ui::photo_fields(lang, &fields))
        @if editing.shielded_by_staff { (ui::state(Icon::EyeOff, &lang.shield_by_staff(staff_word(lang, rules.kind)))) }
        (shield_fields(lang, editing.shield, said))
    };
    items::edit(lang, &form, &more)
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
