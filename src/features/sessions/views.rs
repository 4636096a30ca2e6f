//! The HTML of signing in, choosing a password, and one's sessions.

use super::{Kept, Live};
use crate::base::{Role, SiteKind, limits};
use crate::db::Session;
use crate::features::{notices, sanctions};
use crate::lang::Lang;
use crate::ui::{self, Button, Field, Form, Now, Said};
use maud::{Markup, html};

pub(super) fn sign_in(lang: &Lang, same_site: &str, username: &str, next: &str, said: &Said) -> Markup {
    let name =
        Field::new("username", lang.sign_in_username()).value(username).autocomplete("username").required();
    let name = if username.is_empty() { name.autofocus() } else { name };
    let secret = Field::new("password", lang.sign_in_password()).autocomplete("current-password").required();
    let secret = secret.hint(lang.sign_in_password_hint()).problem(said.of("password"));
    let problems = said.list();
    let form =
        Form { action: "/sign-in", same_site, problems: &problems, whole_page: true, ..Form::default() };
    html! {
        section.card {
            h1 { (lang.nav_sign_in()) }
            (ui::form(lang, &form, html! {
                @if !next.is_empty() { input type="hidden" name="next" value=(next); }
                (ui::text(&name))
                (ui::password(&secret))
                button.button.button-main.button-wide { (lang.nav_sign_in()) }
            }))
            p.soft { (lang.sign_in_help()) }
        }
    }
}

/// That somebody is suspended, for whoever typed the right password.
pub(super) fn kept_out(lang: &Lang, kind: SiteKind, now: &Now, kept: &Kept) -> Markup {
    let until = kept.until_ms.map(|until| lang.sanction_until(now.moment(lang, until)));
    html! {
        section.card {
            h1 { (lang.sanction_out_title()) }
            p { (lang.sanction_out(notices::staff_word(lang, kind))) }
            p { strong { (until.as_deref().unwrap_or(lang.sanction_until_lifted())) } }
            p { (lang.notice_reason(sanctions::reason_word(lang, &kept.reason))) }
            @if !kept.words.is_empty() { blockquote.excerpt dir="auto" { (kept.words) } }
            p.soft { (lang.sanction_out_ask()) }
            p { a.button href="/sign-in" { (lang.nav_sign_in()) } }
        }
    }
}

pub(super) fn password(lang: &Lang, same_site: &str, me: &Session, said: &Said) -> Markup {
    let (first, role) = (me.must_choose, me.role);
    let least =
        if role == Role::Member { limits::PASSWORD_CHARS_MIN } else { limits::STAFF_PASSWORD_CHARS_MIN };
    let hint = lang.password_hint(least as i64);
    let problems = said.list();
    let form =
        Form { action: "/password", same_site, problems: &problems, whole_page: true, ..Form::default() };
    let present_words = if first { lang.password_one_time() } else { lang.password_present() };
    let field = |name, label| Field::new(name, label).required().problem(said.of(name));
    html! {
        section.card {
            h1 { (lang.password_title()) }
            @if first { p { (lang.password_first()) } }
            (ui::form(lang, &form, html! {
                // For what keeps passwords: whose this one is. Nobody types here.
                input.unseen type="text" name="username" value=(me.username) autocomplete="username" readonly
                    tabindex="-1" aria-hidden="true";
                (ui::password(&field("present", present_words).autocomplete("current-password")))
                (ui::password(&field("new", lang.password_new()).hint(&hint).autocomplete("new-password")))
                (ui::password(&field("again", lang.password_again()).autocomplete("new-password")))
                (ui::button(Button::Main, None, lang.password_set()))
            }))
        }
    }
}

pub(super) fn sessions(lang: &Lang, same_site: &str, now: &Now, sessions: &[Live], own: i64) -> Markup {
    html! {
        h1 { (lang.sessions_title()) }
        p.soft { (lang.sessions_about()) }
        section.card.card-flush {
            table.table.table-cards {
                thead { tr {
                    th scope="col" { (lang.sessions_device()) }
                    th scope="col" { (lang.sessions_address()) }
                    th scope="col" { (lang.sessions_begun()) }
                    th scope="col" { (lang.sessions_used()) }
                    th scope="col" { span.unseen { (lang.sessions_end()) } }
                } }
                tbody {
                    @for session in sessions {
                        tr {
                            th scope="row" {
                                (session.device)
                                @if session.id == own { " " span.chip { (lang.sessions_this()) } }
                            }
                            td.code data-label=(lang.sessions_address()) { (session.address) }
                            td data-label=(lang.sessions_begun()) { (now.ago(lang, session.begun_at)) }
                            td data-label=(lang.sessions_used()) { (now.ago(lang, session.used_at)) }
                            td {
                                (ui::button_form(&format!("/my/sessions/{}/end", session.id), same_site, &[],
                                    Button::Usual, None, lang.sessions_end()))
                            }
                        }
                    }
                }
            }
        }
    }
}
