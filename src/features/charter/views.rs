//! The HTML of the notice of the house.

use super::Told;
use crate::lang::Lang;
use crate::ui::{self, Button, Icon, Now, Said};
use maud::{Markup, html};

/// The notice as somebody reads it.
pub(super) struct Notice<'a> {
    pub version: i64,
    pub shown: &'a Told,
    /// In every language that there is.
    pub others: &'a [Told],
    /// Where they wanted to go.
    pub next: &'a str,
    /// Nothing else opens before it was read.
    pub must: bool,
    /// When they read it, where nothing is asked of them now.
    pub read_at: Option<i64>,
    pub now: &'a Now,
    pub said: &'a Said,
}

pub(super) fn notice(lang: &Lang, same_site: &str, notice: &Notice<'_>) -> Markup {
    let dir = Lang::find(&notice.shown.language).map_or("auto", |lang| lang.dir());
    let next =
        percent_encoding::utf8_percent_encode(notice.next, percent_encoding::NON_ALPHANUMERIC).to_string();
    html! {
        h1 { (lang.charter_title()) }
        @if !notice.said.list().is_empty() { p.state role="alert" { (ui::icon(Icon::InfoCircle)) (lang.charter_newer()) } }
        @if notice.must { p { (lang.charter_about()) } }
        @if notice.others.len() > 1 {
            ul.tabs role="list" {
                @for each in notice.others {
                    @let language = Lang::find(&each.language);
                    li {
                        a href={ "/notice?lang=" (each.language) "&next=" (next) } lang=(each.language)
                            aria-current=[(each.language == notice.shown.language).then_some("true")] {
                            (language.map_or(each.language.as_str(), |language| language.name()))
                        }
                    }
                }
            }
        }
        article.card lang=(notice.shown.language) dir=(dir) {
            div.prose { (ui::prose::prose(&notice.shown.words, &|_| None)) }
        }
        @if let Some(at) = notice.read_at {
            p.state { (ui::icon(Icon::Check)) (lang.charter_read_on(notice.now.moment(lang, at))) }
        }
        @if notice.must {
            form.form method="post" action="/notice" {
                input type="hidden" name="same_site" value=(same_site);
                input type="hidden" name="version" value=(notice.version);
                input type="hidden" name="lang" value=(notice.shown.language);
                input type="hidden" name="next" value=(notice.next);
                p.soft { (lang.charter_no_consent()) }
                (ui::button(Button::Main, Some(Icon::Check), lang.charter_read()))
            }
            (ui::button_form("/sign-out", same_site, &[], Button::Quiet, Some(Icon::Logout), lang.nav_sign_out()))
        }
    }
}
