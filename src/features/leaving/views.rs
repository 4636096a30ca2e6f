//! The HTML of closing one's account.

use crate::base::{Rules, limits};
use crate::lang::Lang;
use crate::ui::{self, Button, Choice, Field, Form, Icon, Said};
use crate::web::upload::Form as Typed;
use maud::{Markup, html};

/// What the page asks, and what was typed.
pub(super) struct Asked<'a> {
    pub same_site: &'a str,
    pub rules: &'a Rules,
    pub form: &'a Typed,
    pub said: &'a Said,
}

/// What happens, and the form.
pub(super) fn close(lang: &Lang, asked: &Asked<'_>) -> Markup {
    html! {
        h1 { (lang.leaving_title()) }
        @if asked.rules.downloads {
            section.card {
                h2.card-title { (lang.leaving_first()) }
                p { (lang.leaving_first_words()) }
                p { a class=(Button::Usual.class()) href="/my/archive" { (ui::icon(Icon::Download)) (lang.archive_title()) } }
            }
        }
        section.card {
            h2.card-title { (lang.leaving_what()) }
            ul.prose {
                li { (lang.leaving_hidden()) }
                li { (lang.leaving_back(limits::CLOSING_DAYS)) }
                li { (lang.leaving_gone()) }
                li { (lang.leaving_kept()) }
            }
        }
        @if asked.rules.closing { (form(lang, asked)) }
        @else { section.card { p { (lang.leaving_not_offered()) } } }
    }
}

fn form(lang: &Lang, asked: &Asked<'_>) -> Markup {
    let problems = asked.said.list();
    let form = Form {
        action: "/my/close",
        same_site: asked.same_site,
        problems: &problems,
        whole_page: true,
        ..Form::default()
    };
    let stays = asked.form.text("comments") == "stay";
    let choice = |value, label, hint, chosen| Choice { value, label, hint: Some(hint), chosen };
    let choices = [
        choice("go", lang.leaving_comments_go(), lang.leaving_comments_go_hint(), !stays),
        choice("stay", lang.leaving_comments_stay(), lang.leaving_comments_stay_hint(), stays),
    ];
    let password =
        Field::new("password", lang.password_present()).autocomplete("current-password").required();
    html! {
        section.card {
            h2.card-title { (lang.leaving_do_title()) }
            (ui::form(lang, &form, html! {
                @if asked.rules.comments_stay { (ui::radios(&Field::new("comments", lang.leaving_comments()), &choices)) }
                (ui::password(&password.problem(asked.said.of("password"))))
                div.buttons {
                    (ui::button(Button::Harm, Some(Icon::Logout), lang.leaving_do()))
                    a class=(Button::Quiet.class()) href="/my" { (lang.cancel()) }
                }
            }))
        }
    }
}

/// The one page of an account that closes.
pub(super) fn closes(lang: &Lang, same_site: &str, day: &str) -> Markup {
    html! {
        section.card {
            h1 { (lang.leaving_closes(day)) }
            p { (lang.leaving_closes_words()) }
            div.buttons {
                (ui::button_form("/my/close/stay", same_site, &[], Button::Main, Some(Icon::ArrowBackUp), lang.leaving_stay()))
                (ui::button_form("/sign-out", same_site, &[], Button::Usual, Some(Icon::Logout), lang.nav_sign_out()))
            }
        }
    }
}
