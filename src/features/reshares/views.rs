//! The HTML of passing a post on, and of who did.

use super::store::Line;
use crate::base::{ItemId, limits};
use crate::features::posts::{self, Card, Seer};
use crate::lang::Lang;
use crate::ui::{self, AvatarSize, Button, Field, Form, Icon, Said, picture_address};
use maud::{Markup, html};

/// The form: what was typed, and what is wrong with it.
pub(super) struct Writing<'a> {
    pub same_site: String,
    pub typed: &'a str,
    /// How it would look.
    pub previewed: Option<&'a Markup>,
    pub audience: Markup,
    pub said: &'a Said,
}

/// Who passed it on.
pub(super) struct List<'a> {
    pub lines: &'a [Line],
    pub mine: Option<ItemId>,
    pub older: Option<&'a str>,
}

pub(super) fn page(seer: &Seer<'_>, card: &Card, writing: Option<&Writing<'_>>, list: &List<'_>) -> Markup {
    let lang = seer.lang;
    html! {
        @match writing {
            Some(writing) => (form(seer, card, writing)),
            None => section.card.stack {
                h1 { (lang.reshare_title()) }
                (posts::quoted(seer, card))
                @if let Some(mine) = list.mine { (own(lang, mine)) }
            },
        }
        section.card.card-flush aria-labelledby="reshares-title" {
            h2.card-title.list-title #reshares-title { (lang.reshare_who()) }
            @if list.lines.is_empty() { p.soft.list-title { (lang.reshare_nobody()) } }
            @else { ul.list role="list" { @for line in list.lines { li { (one(seer, line)) } } } }
        }
        (ui::pager(lang, None, list.older))
    }
}

fn form(seer: &Seer<'_>, card: &Card, writing: &Writing<'_>) -> Markup {
    let lang = seer.lang;
    let action = format!("/posts/{}/reshares", card.post.id);
    let problems = writing.said.list();
    let form = Form {
        action: &action,
        same_site: &writing.same_site,
        problems: &problems,
        guard: true,
        ..Form::default()
    };
    let words =
        Field::new("body", lang.reshare_words()).value(writing.typed).letters_max(limits::POST_CHARS_MAX);
    let words = words.optional(lang.form_optional()).suggests("/suggest").problem(writing.said.of("body"));
    let preview = format!("{action}/preview");
    html! {
        @if let Some(previewed) = writing.previewed { (previewed) }
        section.card {
            h1 { (lang.reshare_title()) }
            p.soft { (lang.reshare_about()) }
            (ui::form(lang, &form, html! {
                (ui::textarea(&words, 3))
                (posts::quoted(seer, card))
                (writing.audience)
                div.buttons {
                    (ui::button(Button::Main, Some(Icon::Repeat), lang.reshare_do()))
                    button.button formaction=(preview) { (ui::icon(Icon::Eye)) (lang.preview_show()) }
                    a.button href={ "/posts/" (card.post.id) } { (lang.cancel()) }
                }
                div #preview .preview-place aria-live="polite" {}
            }))
        }
    }
}

/// For whoever passed it on already: where, and the way back.
fn own(lang: &Lang, mine: ItemId) -> Markup {
    html! {
        p { (lang.reshare_mine()) }
        div.buttons {
            a.button.button-small href={ "/posts/" (mine) } { (ui::icon(Icon::Repeat)) (lang.reshare_see_mine()) }
            (ui::act_button(&format!("/posts/{mine}/remove"), None, Button::Usual, Some(Icon::ArrowBackUp), lang.reshare_undo()))
        }
    }
}

fn one(seer: &Seer<'_>, line: &Line) -> Markup {
    let author = &line.author;
    let address = format!("/people/{}", author.username);
    let picture = author.picture.as_deref().map(|name| picture_address(author.id, name));
    let by = posts::face(author, &address, picture.as_deref());
    html! {
        (ui::avatar(&by, AvatarSize::Small))
        div.grow {
            (ui::person_name(&by))
            @if author.staff { " " (posts::staff_sign(seer)) }
            p.post-meta { a href={ "/posts/" (line.id) } { (seer.now.ago(seer.lang, line.made_at)) } }
        }
    }
}

/// How often a post was passed on, for a page that is open.
pub(super) fn counted(lang: &Lang, root: ItemId, count: i64) -> String {
    html! {
        turbo-stream action="update" target={ "reshares-" (root) } { template { (posts::reshare_count(lang, count)) } }
    }
    .into_string()
}
