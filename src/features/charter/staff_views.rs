//! The HTML of writing the notice of the house, and of who has read it.

use super::Told;
use super::store::Reader;
use crate::base::{SiteKind, limits};
use crate::lang::Lang;
use crate::ui::{self, Button, Field, Form, Icon, Now, Said};
use maud::{Markup, html};

/// The notice while it is written.
pub(super) struct Editor<'a> {
    /// The version that is told now; 0 where there is none.
    pub version: i64,
    /// Who published it, and when.
    pub by: Option<(String, i64)>,
    pub typed: &'a [Told],
    pub now: &'a Now,
    pub kind: SiteKind,
}

/// Who has read it, or has not yet.
pub(super) struct Readers<'a> {
    pub version: i64,
    pub has_read: bool,
    pub list: &'a [Reader],
    pub more: bool,
    pub now: &'a Now,
}

pub(super) fn form(lang: &Lang, same_site: &str, editor: &Editor<'_>, said: &Said) -> Markup {
    let problems = said.list();
    let form =
        Form { action: "/admin/notice", same_site, problems: &problems, guard: true, ..Form::default() };
    html! {
        h1 { (lang.charter_title()) }
        p { (lang.charter_admin_about()) " " (if editor.kind == SiteKind::Prison { lang.charter_each_time() } else { lang.charter_once() }) }
        @if let Some((name, at)) = &editor.by {
            p.state {
                (ui::icon(Icon::Check))
                (lang.charter_version(editor.version, name.as_str(), editor.now.moment(lang, *at)))
            }
            p { a.button href="/admin/notice/readers" { (ui::icon(Icon::Users)) (lang.charter_readers()) } }
        } @else {
            p.state { (ui::icon(Icon::InfoCircle)) (lang.charter_none()) }
        }
        section.card {
            (ui::form(lang, &form, html! {
                @for told in editor.typed {
                    @if let Some(language) = Lang::find(&told.language) {
                        @let field = Field::new(language.tag(), language.name()).value(&told.words);
                        (ui::textarea(&field.letters_max(limits::CHARTER_CHARS_MAX).problem(said.of(language.tag())), 12))
                    }
                }
                p.soft { (lang.charter_publish_hint()) }
                (ui::button(Button::Main, Some(Icon::Send), lang.charter_publish()))
            }))
        }
    }
}

pub(super) fn readers(lang: &Lang, same_site: &str, readers: &Readers<'_>) -> Markup {
    let current = |here: bool| here.then_some("page");
    let more = readers.list.last().filter(|_| readers.more).map(|last| {
        let show = if readers.has_read { "&show=read" } else { "" };
        format!("/admin/notice/readers?after={}{show}", last.username)
    });
    html! {
        h1 { (lang.charter_readers()) }
        ul.tabs role="list" {
            li { a href="/admin/notice/readers" aria-current=[current(!readers.has_read)] { (lang.charter_not_yet()) } }
            li { a href="/admin/notice/readers?show=read" aria-current=[current(readers.has_read)] { (lang.charter_have_read()) } }
        }
        @if readers.list.is_empty() {
            (ui::empty(Icon::Users, lang.charter_nobody(), lang.charter_nobody_words(), None))
        } @else {
            section.card.card-flush {
                ul.list role="list" {
                    @for each in readers.list {
                        li {
                            div.person-words {
                                a.person-name href={ "/people/" (each.username) } { bdi { (each.shown_name) } }
                                bdi.soft { "@" (each.username) }
                            }
                            @if let Some(at) = each.read_at { span.end.soft { (readers.now.moment(lang, at)) } }
                        }
                    }
                }
            }
        }
        @if let Some(more) = more { p { a.button href=(more) { (lang.show_more()) } } }
        @if readers.version > 0 {
            (ui::button_form("/admin/notice/readers/file", same_site, &[], Button::Usual, Some(Icon::Download), lang.charter_file()))
        }
    }
}
