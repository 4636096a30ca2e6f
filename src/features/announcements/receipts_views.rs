//! The HTML of who has read an announcement: for the screen of staff, and for paper.

use super::Announcement;
use super::receipts::{Receipts, Section};
use super::store::Receipt;
use crate::lang::Lang;
use crate::ui::{self, Icon, Now};
use maud::{Markup, html};

pub(super) fn page(
    lang: &Lang,
    now: &Now,
    announcement: &Announcement,
    receipts: &Receipts,
    cut: bool,
) -> Markup {
    html! {
        div.main-head {
            h1 { (lang.receipts_title()) }
            button.button.no-print type="button" hidden data-print { (ui::icon(Icon::Printer)) (lang.print()) }
        }
        p { a href={ "/announcements/" (announcement.id) } { bdi { (announcement.title) } } }
        p.soft { (lang.receipts_count(receipts.read as i64, receipts.all as i64)) }
        @if cut { (ui::state(Icon::InfoCircle, lang.receipts_cut())) }
        @for section in &receipts.sections { (group(lang, now, section)) }
        @if receipts.sections.is_empty() { (ui::empty(Icon::Users, lang.receipts_nobody(), lang.receipts_nobody_words(), None)) }
    }
}

fn group(lang: &Lang, now: &Now, section: &Section) -> Markup {
    let (read, all) = (section.read.len(), section.read.len() + section.unread.len());
    html! {
        section.card.receipts {
            h2.card-title {
                @match &section.group { Some((_, name)) => bdi { (name) }, None => (lang.receipts_others()) }
                " " span.soft { (lang.receipts_of(read as i64, all as i64)) }
            }
            @if !section.unread.is_empty() {
                h3 { (lang.receipts_unread()) }
                ul.receipt-list role="list" { @for each in &section.unread { li { (name(each)) } } }
            }
            @if !section.read.is_empty() {
                h3 { (lang.receipts_read()) }
                ul.receipt-list role="list" {
                    @for each in &section.read {
                        li { (name(each)) @if let Some(at) = each.read_at { " " span.soft { (now.moment(lang, at)) } } }
                    }
                }
            }
        }
    }
}

fn name(each: &Receipt) -> Markup {
    html! { a href={ "/people/" (each.username) } { bdi { (each.shown_name) } } }
}
