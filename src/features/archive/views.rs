//! The HTML of downloading all.

use super::{Archive, State};
use crate::lang::Lang;
use crate::ui::{self, Button, Field, Form, Icon, Now, Said};
use maud::{Markup, html};

/// What the page shows.
pub(super) struct Shown<'a> {
    pub same_site: &'a str,
    pub archive: Option<&'a Archive>,
    pub may_ask: bool,
    pub offered: bool,
    /// The day of the box.
    pub today: i64,
    pub now: &'a Now,
    pub said: &'a Said,
}

pub(super) fn archive(lang: &Lang, shown: &Shown<'_>) -> Markup {
    html! {
        h1 { (lang.archive_title()) }
        (state(lang, shown.archive, shown.today, shown.now))
        section.card {
            h2.card-title { (lang.archive_what()) }
            p { (lang.archive_about()) }
            p.soft { (lang.archive_others()) }
        }
        @if !shown.offered { section.card { p { (lang.archive_not_offered()) } } }
        @else if shown.may_ask { (ask(lang, shown)) }
    }
}

fn ask(lang: &Lang, shown: &Shown<'_>) -> Markup {
    let problems = shown.said.list();
    let form =
        Form { action: "/my/archive", same_site: shown.same_site, problems: &problems, ..Form::default() };
    let password = Field::new("password", lang.password_present()).hint(lang.archive_password_hint());
    let password = password.autocomplete("current-password").required().problem(shown.said.of("password"));
    html! {
        section.card {
            h2.card-title { @if shown.archive.is_some() { (lang.archive_again()) } @else { (lang.archive_ask_title()) } }
            (ui::form(lang, &form, html! {
                (ui::password(&password))
                (ui::button(Button::Main, Some(Icon::Download), lang.archive_ask()))
            }))
        }
    }
}

/// How far it is: one piece, which an open page gets anew.
fn state(lang: &Lang, archive: Option<&Archive>, today: i64, now: &Now) -> Markup {
    html! {
        div #archive-state aria-live="polite" {
            @if let Some(archive) = archive {
                section.card {
                    @match archive.state {
                        State::Asked => {
                            h2.card-title { (lang.archive_packing()) }
                            progress max="100" value=(archive.percent) aria-label=(lang.archive_packing()) {}
                            p.soft { (lang.archive_packing_words()) }
                        }
                        State::Ready => {
                            h2.card-title { (lang.archive_ready()) }
                            p { (now.moment(lang, archive.ready_at.unwrap_or(archive.asked_at))) " · " (lang.bytes(archive.bytes)) }
                            p {
                                a class=(Button::Main.class()) href={ "/my/archive/" (archive.id) "/file" } download data-turbo="false" {
                                    (ui::icon(Icon::Download)) (lang.archive_fetch())
                                }
                            }
                            @let days = archive.gone_day.unwrap_or(today).saturating_sub(today).max(0);
                            p.soft { (lang.archive_until(now.day_after(lang, days))) }
                            p.soft { (lang.archive_open()) }
                        }
                        State::Failed => {
                            h2.card-title { (lang.archive_failed()) }
                            p { (lang.archive_failed_words()) }
                        }
                    }
                }
            }
        }
    }
}

/// The same piece, as a change of the page that is open.
pub(super) fn changed(lang: &Lang, archive: Option<&Archive>, today: i64, now: &Now) -> String {
    let state = state(lang, archive, today, now);
    html! { turbo-stream action="replace" target="archive-state" { template { (state) } } }.into_string()
}
