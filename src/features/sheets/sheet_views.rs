//! The HTML of one sheet: what is printed on one page of paper.

use super::{Counts, Sheet};
use crate::base::spoken;
use crate::features::desk::Who;
use crate::lang::Lang;
use crate::ui::{self, Icon, Now};
use maud::{Markup, html};
use std::collections::HashMap;

/// People of one list that are named; of the others it says how many. So a sheet stays on its page.
const NAMED_MAX: usize = 10;

/// Who reads, and what is read anew for them.
pub(super) struct Drawn<'a> {
    pub lang: &'a Lang,
    pub now: &'a Now,
    pub site_name: &'a str,
    /// What the square of dots says.
    pub code: &'a str,
    /// The public key of the box.
    pub key: &'a [u8; 32],
    /// Who asked for looks into private talk, and who was shown how much: as far as the reader may know.
    pub asked: &'a [(i64, i64)],
    pub shown: &'a [(i64, i64)],
    /// Who of staff signed in, and how often: as far as the reader may know of them.
    pub staff: &'a [(i64, i64)],
    pub people: &'a HashMap<i64, Who>,
}

/// One sheet.
pub(super) fn sheet(drawn: &Drawn<'_>, sheet: &Sheet) -> Markup {
    let lang = drawn.lang;
    html! {
        article.day-sheet {
            div.main-head {
                h1 { (lang.sheets_one()) ", " (lang.date(sheet.day)) }
                div.buttons.no-print {
                    button.button.button-main type="button" hidden data-print { (ui::icon(Icon::Printer)) (lang.sheets_print()) }
                    @if let Some(id) = sheet.id {
                        a.button href={ "/sheets/" (id) "/file" } download data-turbo="false" { (ui::icon(Icon::Download)) (lang.sheets_file()) }
                    }
                    a.button.button-quiet href="/sheets" { (ui::icon_turning(Icon::ArrowLeft)) (lang.sheets_title()) }
                }
            }
            @if sheet.id.is_none() { (ui::state(Icon::Clock, lang.sheets_so_far())) }
            section.card.sheet-top {
                dl.facts {
                    dt { (lang.sheets_site()) } dd { bdi { (drawn.site_name) } }
                    dt { (lang.sheets_entries()) } dd { (lang.sheets_range(sheet.first, sheet.last)) }
                    dt { (lang.sheets_from()) } dd { (drawn.now.moment(lang, sheet.counts.first_at)) }
                    dt { (lang.sheets_until()) } dd { (drawn.now.moment(lang, sheet.counts.last_at)) }
                    dt { (lang.sheets_made()) } dd { (drawn.now.moment(lang, sheet.made_at)) }
                }
                (ui::qr(drawn.code, lang.sheets_code()))
            }
            (words(lang, sheet))
            p.sheet-key { (lang.evidence_key()) ": " code.hash dir="ltr" { (grouped(drawn.key)) } }
            div.sheet-pair {
                (numbers(lang, &sheet.counts))
                (clock(lang, &sheet.counts))
            }
            div.sheet-pair {
                (readings(drawn, &sheet.counts))
                (by_whom(drawn, lang.sheets_staff(), drawn.staff, sheet.counts.staff.iter().map(|(_, count)| count).sum()))
            }
            (jumps(drawn, &sheet.counts))
            (signatures(lang))
        }
    }
}

/// The hash of the last entry, in words and in digits.
fn words(lang: &Lang, sheet: &Sheet) -> Markup {
    let said = spoken::words(&sheet.head);
    html! {
        section.card {
            h2.card-title { (lang.sheets_words(sheet.last)) }
            ol.sheet-words lang="en" dir="ltr" {
                @for (at, word) in said.iter().enumerate() { li .sheet-check[at + 1 == spoken::WORDS] { (word) } }
            }
            p.soft { (lang.sheets_words_about()) }
            p { code.hash dir="ltr" { (data_encoding::HEXLOWER.encode(&sheet.head)) } }
        }
    }
}

/// Digits in groups, so that people can compare them.
fn grouped(key: &[u8; 32]) -> String {
    key.chunks(2).map(|pair| data_encoding::HEXLOWER.encode(pair)).collect::<Vec<_>>().join(" ")
}

fn numbers(lang: &Lang, counts: &Counts) -> Markup {
    let lines = [
        (lang.sheets_posts(), counts.posts),
        (lang.sheets_comments(), counts.comments),
        (lang.sheets_messages(), counts.messages),
        (lang.sheets_others(), counts.others),
        (lang.sheets_reports(), counts.reports),
        (lang.sheets_decided(), counts.decided),
        (lang.sheets_looked_again(), counts.looked_again),
        (lang.sheets_alone(), counts.alone),
        (lang.sheets_waiting(), counts.waiting),
        (lang.sheets_overdue(), counts.overdue),
        (lang.sheets_sign_ins(), counts.sign_ins),
        (lang.sheets_refused(), counts.refused),
        (lang.sheets_accounts(), counts.accounts),
        (lang.sheets_rules(), counts.rules),
        (lang.sheets_exports(), counts.exports),
        (lang.sheets_packs(), counts.packs),
        (lang.sheets_archives(), counts.archives),
    ];
    html! {
        section.card {
            h2.card-title { (lang.sheets_counts()) }
            dl.sheet-counts { @for (label, count) in lines { dt { (label) } dd { (lang.number(count)) } } }
        }
    }
}

fn clock(lang: &Lang, counts: &Counts) -> Markup {
    html! {
        section.card {
            h2.card-title { (lang.sheets_clock()) }
            dl.sheet-counts {
                dt { (lang.sheets_starts()) } dd { (lang.number(counts.starts)) }
                dt { (lang.sheets_unchecked()) } dd { (lang.number(counts.unchecked)) }
                dt { (lang.sheets_jumps()) } dd { (lang.number(counts.jumps)) }
            }
        }
    }
}

/// Each change of the clock, over the whole width: a box without a clock of its own has many.
fn jumps(drawn: &Drawn<'_>, counts: &Counts) -> Markup {
    let lang = drawn.lang;
    let more = counts.jumps - counts.clock.len() as i64;
    html! {
        @if !counts.clock.is_empty() {
            section.card {
                h2.card-title { (lang.sheets_jumps()) }
                ul.sheet-list {
                    @for jump in &counts.clock {
                        li { (lang.sheets_jump(jump.seq, drawn.now.moment(lang, jump.from_ms), drawn.now.moment(lang, jump.to_ms))) }
                    }
                }
                @if more > 0 { p.soft { (lang.sheets_more(more)) } }
            }
        }
    }
}

/// Looks into private talk, by whom as far as the reader may know: of those about themselves only the number stands here.
fn readings(drawn: &Drawn<'_>, counts: &Counts) -> Markup {
    let lang = drawn.lang;
    html! {
        section.card {
            h2.card-title { (lang.sheets_readings()) }
            (list(drawn, drawn.asked, counts.readings))
            h3.sheet-small { (lang.sheets_shown()) }
            (list(drawn, drawn.shown, counts.shown))
        }
    }
}

fn by_whom(drawn: &Drawn<'_>, title: &str, people: &[(i64, i64)], whole: i64) -> Markup {
    html! { section.card { h2.card-title { (title) } (list(drawn, people, whole)) } }
}

fn list(drawn: &Drawn<'_>, people: &[(i64, i64)], whole: i64) -> Markup {
    let lang = drawn.lang;
    let known: i64 = people.iter().map(|(_, count)| count).sum();
    let more: i64 = people.iter().skip(NAMED_MAX).map(|(_, count)| count).sum();
    html! {
        dl.sheet-counts {
            @for (person, count) in people.iter().take(NAMED_MAX) {
                dt {
                    @match drawn.people.get(person) {
                        Some(who) => bdi { (who.shown_name) },
                        None if *person == 0 => (lang.audit_the_box()),
                        None => (lang.audit_account_number(*person)),
                    }
                }
                dd { (lang.number(*count)) }
            }
            @if more > 0 { dt { (lang.sheets_by_others()) } dd { (lang.number(more)) } }
            @if whole > known { dt { (lang.sheets_not_yours()) } dd { (lang.number(whole - known)) } }
            dt.sheet-whole { (lang.sheets_together()) } dd { (lang.number(whole)) }
        }
    }
}

fn signatures(lang: &Lang) -> Markup {
    html! {
        section.sheet-signatures {
            @for who in [lang.sheets_printed_by(), lang.sheets_checked_by()] {
                div { p { (who) } p.sheet-sign { (lang.sheets_name()) } p.sheet-sign { (lang.sheets_signature()) } }
            }
        }
    }
}
