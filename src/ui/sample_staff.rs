//! Sample pages of staff: the desk, the record, slips for print. See `sample.rs`.

use maud::{Markup, html};

use super::sample::{face, frame};
use super::*;
use crate::lang::Lang;

pub(super) fn desk(lang: &Lang) -> Markup {
    let mut whole = frame(lang, lang.nav_desk(), Place::Desk);
    (whole.desk, whole.auditor, whole.wide) = (true, true, true);
    let row = |severity: u8, sign, what: &str, words: &str, when: &str, current: bool| {
        html! {
            li { a class={ "desk-row severity-" (severity) } href="/desk/1" aria-current=[current.then_some("true")] {
                (icon(sign)) span { strong { (what) } " · Tom Bauer" } span.soft { (when) }
                span {} span.desk-row-text dir="auto" { (words) }
            } }
        }
    };
    page(
        &whole,
        html! {
            div.main-head { h1 { (lang.nav_desk()) } span.chip.chip-clay { (icon(Icon::Clock)) "2 overdue" } }
            ul.tabs role="list" { li { a href="/desk" aria-current="page" { "Open" span.badge { "4" } } } li { a href="/desk?mine" { "Mine" } } li { a href="/desk?done" { "Done" } } }
            div.desk {
                section.card.card-flush { ol.desk-list {
                    (row(3, Icon::AlertTriangle, "Worry", "I do not want to come to school any more", "12 min", false))
                    (row(2, Icon::Flag, "Report", "You are such a loser, everybody knows it and nobody likes you", "1 h", true))
                    (row(2, Icon::Hourglass, "Held photo", "Mine!", "2 h", false))
                    (row(1, Icon::Eye, "Sample", "Who has the maths homework?", "5 h", false))
                } }
                div.stack {
                    section.card.desk-item {
                        div.row.row-apart { h2.card-title { "Report: unkind words" } span.chip { "Case 17" } }
                        p.soft { "Reported by two people, 1 h ago" }
                        (person(&face(3, "Tom Bauer"), Some("Class 5B · 2 earlier decisions")))
                        div.prose { p { "You are such a loser, everybody knows it and nobody likes you" } }
                        details { summary { "10 things before and after" } p { "…" } }
                    }
                    div.decision {
                        div.buttons {
                            button.button { span.key { "A" } "Keep" } button.button.button-harm { span.key { "R" } "Remove" }
                            button.button { span.key { "U" } "Undo" } button.button.button-quiet { span.key { "N" } "Next" }
                        }
                    }
                }
            }
        },
    )
}

pub(super) fn audit(lang: &Lang) -> Markup {
    let mut whole = frame(lang, lang.nav_audit(), Place::Audit);
    (whole.desk, whole.auditor, whole.wide) = (true, true, true);
    let row = |seq: u32, who: &str, act: &str, what: &str| {
        html! {
            tr {
                td.number data-label="No." { (seq) } td.tight data-label="Time" { (time("2026-03-05T10:20:00Z", "5 March, 10:20", "…")) }
                th scope="row" { (who) } td data-label="Act" { span.chip { (act) } } td data-label="About" { (what) } td.code data-label="Hash" { "9f31c2…e07a" }
            }
        }
    };
    page(
        &whole,
        html! {
            h1 { (lang.nav_audit()) }
            form.filters.card method="get" {
                (text(&Field::new("who", "Who"))) (select(&Field::new("act", "Act"), &[Choice { value: "", label: "Any", hint: None, chosen: true }]))
                (button(Button::Usual, Some(Icon::Filter), "Filter"))
            }
            div.table-wrap tabindex="0" role="region" aria-label="Record" {
                table.table.table-cards {
                    thead { tr { th.number scope="col" { "No." } th scope="col" { "Time" } th scope="col" { "Who" } th scope="col" { "Act" } th scope="col" { "About" } th scope="col" { "Hash" } } }
                    tbody {
                        (row(1042, "Ms Fox", "remove post", "post 991, reason: unkind"))
                        (row(1041, "Ms Fox", "open case", "case 17")) (row(1040, "Mia Okafor", "add comment", "comment 4410"))
                        (row(1039, "the box", "nightly work", "backup done")) (row(1038, "Tom Bauer", "add post", "post 991"))
                    }
                }
            }
            (pager(lang, Some("/audit?after=1"), Some("/audit?before=1")))
        },
    )
}

pub(super) fn slips(lang: &Lang) -> Markup {
    let mut whole = frame(lang, "Slips", Place::Admin);
    (whole.admin, whole.wide) = (true, true);
    let people = [
        "Mia Okafor",
        "Tom Bauer",
        "ليلى حسن",
        "Aiko Tanaka",
        "Jonas Weber",
        "Zoe Martin",
        "Luis Ortega",
        "Ewa Nowak",
        "Sam Hill",
        "Ada Byron",
    ];
    page(
        &whole,
        html! {
            div.main-head.no-print { h1 { "Slips for Class 5B" } button.button { (icon(Icon::Printer)) "Print" } }
            ol.slips role="list" {
                @for name in people {
                    li.slip {
                        p.slip-site { "Hillview School · courtyard.local" }
                        p.slip-name { bdi { (name) } }
                        dl.slip-facts { dt { "Sign-in name" } dd { "mia.okafor" } dt { "Password" } dd.code { "KQ4T-9XWM-2HPD" } }
                        p.slip-note { "Use it once. You will choose your own password then." }
                    }
                }
            }
        },
    )
}
