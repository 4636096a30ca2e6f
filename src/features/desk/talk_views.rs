//! The HTML of a case of talk: who is in the conversation, and what was said round the message.

use super::case_store::Case;
use super::case_views::Desk;
use super::talk::Talk;
use super::views::name;
use crate::base::{AccountId, ItemId, Kind};
use crate::features::chat::{self, Overseeing, Overseen, Sort};
use crate::ui::{self, Icon};
use maud::{Markup, html};

fn overseeing<'a>(
    desk: &'a Desk<'_>,
    here: Option<ItemId>,
    name: &'a dyn Fn(AccountId) -> String,
    photo: &'a dyn Fn(ItemId, &str) -> String,
    acts: &'a dyn Fn(&Overseen) -> Markup,
) -> Overseeing<'a> {
    Overseeing { lang: desk.lang, now: desk.now, name, photo, file: &document, here, acts }
}

/// Where staff fetch a document that they see so.
fn document(id: i64, how: &str) -> String {
    format!("/documents/{id}/{how}")
}

/// Photos of the message itself, blurred, its documents, and what it said before.
pub(super) fn message(desk: &Desk<'_>, case: &Case, talk: &Talk) -> Markup {
    let Some(message) = talk.message(case.item.id) else { return html! {} };
    let lang = desk.lang;
    html! {
        @for (photo, alt) in &message.photos {
            (super::views::shielded(lang, *photo, alt, "medium"))
            @if !alt.is_empty() { p.soft dir="auto" { (lang.desk_photo_described(alt.as_str())) } }
        }
        (chat::documents_of(lang, &message.files, &document))
        @for version in &message.earlier {
            p.overseen-before dir="auto" {
                span.chip { (ui::icon(Icon::Pencil)) (lang.readings_said_before()) } " "
                span.soft { (lang.readings_until(desk.now.moment(lang, version.until_at))) }
                br; (version.body)
            }
        }
    }
}

/// Who is in it, and where staff go from here.
pub(super) fn about(desk: &Desk<'_>, case: &Case, talk: &Talk) -> Markup {
    let lang = desk.lang;
    let sort = match talk.of.sort {
        Sort::Two => lang.readings_of_two(),
        Sort::Many => lang.readings_of_many(),
        Sort::Group => lang.readings_of_group(),
    };
    html! {
        section.card {
            h2.card-title { (lang.readings_who_is_in()) }
            p.soft { (sort) @if !talk.of.name.is_empty() { ": " bdi { (talk.of.name) } } }
            ul.row.plain-list role="list" {
                @for (id, gone) in &talk.of.people {
                    li.chip { bdi { (name(lang, &case.people, id.0)) } @if *gone { " " span.soft { (lang.readings_was_in()) } } }
                }
            }
            @if desk.safeguards {
                p { a.button.button-small href={ "/readings/new?case=" (case.item.id) } { (ui::icon(Icon::Eye)) (lang.readings_look()) } }
            }
            @if let (Sort::Group, Some(group)) = (talk.of.sort, talk.of.group) {
                p { a.button.button-small href={ "/groups/" (group) "/talk" } { (ui::icon(Icon::Messages)) (lang.readings_group_talk()) } }
            }
        }
    }
}

/// What was said round it.
pub(super) fn context(desk: &Desk<'_>, case: &Case, talk: &Talk) -> Markup {
    let lang = desk.lang;
    let named = |id: AccountId| name(lang, &case.people, id.0).to_owned();
    let photo = |id: ItemId, size: &str| format!("/photos/{id}/{size}");
    let acts = |message: &Overseen| {
        html! {
            @if message.id != case.item.id && !message.by_author {
                p { a.button.button-quiet.button-small href={ "/desk/items/" (message.id) } { (ui::icon(Icon::ShieldCheck)) (lang.readings_decide()) } }
            }
        }
    };
    let here = (case.item.kind == Kind::Message).then_some(case.item.id);
    html! {
        details.card.case-context open {
            summary data-key="c" { h2.card-title { (lang.desk_context()) } }
            @if talk.messages.is_empty() { p.soft { (lang.desk_no_context()) } }
            (chat::overseen(&overseeing(desk, here, &named, &photo, &acts), &talk.messages))
            p.soft { (lang.readings_only_round()) }
        }
    }
}
