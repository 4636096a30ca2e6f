//! The HTML of setting a keep-apart, and of changing one.

use super::views::{Lines, kind};
use super::{ApartKind, Draft, TypedSide};
use crate::base::{GroupId, limits};
use crate::lang::Lang;
use crate::ui::{self, Button, Choice, Field, Form, Icon, Said};
use maud::{Markup, html};

/// What the form shows.
pub(super) struct Shown<'a> {
    pub same_site: &'a str,
    /// The one that is changed; none for a new one.
    pub lines: &'a Lines,
    pub groups: &'a [(GroupId, String)],
    pub draft: &'a Draft,
    pub said: &'a Said,
}

/// The form.
pub(super) fn form(lang: &Lang, shown: &Shown<'_>) -> Markup {
    let (draft, said, problems) = (shown.draft, shown.said, shown.said.list());
    let apart = shown.lines.aparts.first();
    let action = apart.map_or_else(|| "/apart".to_owned(), |apart| format!("/apart/{}/edit", apart.id));
    let back = apart.map_or_else(|| "/apart".to_owned(), |apart| format!("/apart/{}", apart.id));
    let form = Form {
        action: &action,
        same_site: shown.same_site,
        problems: &problems,
        guard: true,
        ..Form::default()
    };
    let field = |name, label, value| Field::new(name, label).value(value).problem(said.of(name));
    let kinds: Vec<Choice<'_>> = ApartKind::ALL
        .iter()
        .map(|each| Choice {
            value: each.word(),
            label: kind(lang, *each),
            hint: None,
            chosen: draft.kind == each.word(),
        })
        .collect();
    let reference = field("reference", lang.apart_reference(), draft.reference.as_str());
    let note = field("note", lang.apart_note(), draft.note.as_str()).hint(lang.apart_note_hint());
    let from =
        field("from", lang.apart_first_day(), draft.days.from.as_str()).hint(lang.apart_first_day_hint());
    let until =
        field("until", lang.apart_last_day(), draft.days.until.as_str()).hint(lang.apart_last_day_hint());
    let review =
        field("review", lang.apart_review(), draft.days.review.as_str()).hint(lang.apart_review_hint());
    let optional = lang.form_optional();
    html! {
        section.card {
            h1 { @match apart { Some(apart) => { bdi { (shown.lines.sides(lang, apart)) } }, None => (lang.apart_new()) } }
            @if apart.is_none() { p.soft { (lang.apart_new_about()) } }
            (ui::form(lang, &form, html! {
                @if apart.is_none() {
                    (side(lang, shown, lang.apart_one(), &draft.one, [("one", lang.apart_one_person()), ("one_group", lang.apart_or_one_group())]))
                    (side(lang, shown, lang.apart_other(), &draft.other, [("other", lang.apart_other_person()), ("other_group", lang.apart_or_other_group())]))
                }
                (ui::radios(&Field::new("kind", lang.apart_kind()).problem(said.of("kind")), &kinds))
                (ui::text(&reference.hint(lang.apart_reference_hint()).letters_max(limits::LINE_CHARS_MAX).optional(optional)))
                @if apart.is_none_or(|apart| apart.begun_at.is_none()) { (ui::date(&from.optional(optional).short())) }
                (ui::date(&until.optional(optional).short()))
                (ui::date(&review.optional(optional).short()))
                (ui::textarea(&note.letters_max(limits::REASON_CHARS_MAX).optional(optional), 4))
                @if apart.is_none() { (follows(lang)) }
                div.buttons {
                    (ui::button(Button::Main, Some(Icon::UserX), if apart.is_some() { lang.save() } else { lang.apart_set() }))
                    a.button href=(back) { (lang.cancel()) }
                }
            }))
        }
    }
}

/// What comes of it, before it is set.
fn follows(lang: &Lang) -> Markup {
    html! {
        ul.stack-small {
            li { (lang.apart_follows_unseen()) }
            li { (lang.apart_follows_untold()) }
            li { (lang.apart_follows_staff()) }
        }
    }
}

/// One side: a person by name, or else a group from a list.
fn side(
    lang: &Lang,
    shown: &Shown<'_>,
    legend: &str,
    typed: &TypedSide,
    [person, group]: [(&str, &str); 2],
) -> Markup {
    let none = Choice { value: "", label: lang.apart_no_group(), hint: None, chosen: typed.group.is_empty() };
    let ids: Vec<String> = shown.groups.iter().map(|(id, _)| id.to_string()).collect();
    let groups = shown.groups.iter().zip(&ids).map(|((_, name), id)| Choice {
        value: id,
        label: name,
        hint: None,
        chosen: typed.group == *id,
    });
    let groups: Vec<Choice<'_>> = std::iter::once(none).chain(groups).collect();
    let who = Field::new(person.0, person.1).hint(lang.apart_person_hint()).value(&typed.person);
    let who = who.suggests("/suggest").autocomplete("off").problem(shown.said.of(person.0));
    let which = Field::new(group.0, group.1).problem(shown.said.of(group.0));
    html! {
        fieldset.field {
            legend.label { (legend) }
            (ui::text(&who))
            @if !shown.groups.is_empty() { (ui::select(&which, &groups)) }
        }
    }
}
