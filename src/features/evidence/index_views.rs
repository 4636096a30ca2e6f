//! The page inside a pack that people read: plain HTML that any browser opens from a stick, without a script.

use super::lines::{Entry, Head, Piece, Said};
use crate::features::audit::{act_words_of, kind_words};
use crate::lang::Lang;
use crate::ui::{self, Now};
use maud::{DOCTYPE, Markup, PreEscaped, html};

/// The style of both pages inside a pack.
pub(super) const STYLE: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/evidence/pack.css"));

/// The page.
pub(super) fn index(lang: &Lang, now: &Now, head: &Head, said: &[Said], pieces: &[Piece]) -> Markup {
    let entries: Vec<&Entry> = pieces
        .iter()
        .filter_map(|piece| match piece {
            Piece::Entry(entry) | Piece::Loose(entry) => Some(&**entry),
            _ => None,
        })
        .collect();
    whole(
        lang,
        lang.evidence_book(),
        html! {
            h1 { (lang.evidence_book()) }
            dl {
                dt { (lang.sheets_site()) } dd { bdi { (head.site) } }
                dt { (lang.evidence_made()) } dd { (head.made_at) }
                dt { (lang.evidence_by()) } dd { bdi { (head.by) } }
                dt { (lang.evidence_why()) } dd dir="auto" { (head.reason) }
                @if !head.veiled.is_empty() { dt { (lang.evidence_veiled_list()) } dd { (lang.list(&head.veiled)) } }
                dt { (lang.evidence_key()) } dd { code dir="ltr" { (grouped(&head.key)) } }
            }
            p { (lang.evidence_book_times()) }
            p { (lang.evidence_book_verify()) " " a href="verify.html" { "verify.html" } }
            section {
                h2 { (lang.evidence_said()) }
                @for each in said { (one(lang, now, each)) }
            }
            section {
                h2 { (lang.evidence_entries()) }
                p.soft { (lang.evidence_entries_about()) }
                table {
                    thead { tr {
                        th scope="col" { (lang.audit_number()) } th scope="col" { (lang.audit_time()) } th scope="col" { (lang.audit_who()) }
                        th scope="col" { (lang.audit_act()) } th scope="col" { (lang.audit_thing()) } th scope="col" { (lang.audit_reason()) }
                    } }
                    tbody { @for entry in entries { (row(lang, now, entry)) } }
                }
            }
        },
    )
}

fn one(lang: &Lang, now: &Now, said: &Said) -> Markup {
    html! {
        article .about[said.about] id={ "item-" (said.id) } {
            p.soft {
                strong { bdi { (said.author.name) } }
                " · " (kind_words(lang, &said.kind)) " " (said.id) " · " (now.moment(lang, said.at_ms))
                @match said.time_trust.as_deref() { Some("none" | "carried") => { " (" (lang.audit_trust_none()) ")" }, _ => {} }
                @if said.edited { " · " (lang.post_edited()) }
                @if said.state == "held" { " · " (lang.desk_waits()) }
                @if said.state == "removed" { " · " @if said.removed_by_author { (lang.desk_author_removed()) } @else { (lang.desk_was_removed()) } }
            }
            @match &said.text {
                Some(text) => div dir="auto" { (ui::prose::prose(text, &|_| None)) },
                None => p { em { (lang.evidence_left_out()) } },
            }
            @if !said.more.is_empty() { ul { @for words in said.more.iter().filter(|words| !words.is_empty()) { li dir="auto" { (words) } } } }
            @for medium in &said.media {
                figure { img src=(medium.file) alt=(medium.words); figcaption dir="auto" { (medium.words) } }
            }
            @if !said.documents.is_empty() {
                ul { @for document in &said.documents {
                    li { a href=(document.file) download=(document.name) { bdi { (document.name) } } " · " (lang.bytes(document.bytes)) }
                } }
            }
            @for before in &said.earlier {
                blockquote dir="auto" { p.soft { (lang.readings_said_before()) " " (lang.readings_until(now.moment(lang, before.until_ms))) } p { (before.text) } }
            }
        }
    }
}

fn row(lang: &Lang, now: &Now, entry: &Entry) -> Markup {
    html! {
        tr {
            td { (entry.seq) }
            td { (now.moment(lang, entry.at)) }
            td { @if entry.actor == 0 { (lang.audit_the_box()) } @else { (lang.audit_account_number(entry.actor)) } }
            td { (act_words_of(lang, &entry.act)) }
            td { @if let (Some(kind), Some(item)) = (&entry.kind, entry.item) { (kind_words(lang, kind)) " " (item) } }
            td dir="auto" { @if let Some(code) = &entry.reason_code { (code) " " } @if let Some(reason) = &entry.reason { (reason) } }
        }
    }
}

/// Digits in groups, so that people can compare them.
pub(super) fn grouped(digits: &str) -> String {
    let digits: Vec<char> = digits.chars().collect();
    digits.chunks(4).map(|some| some.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

/// A whole page that stands by itself.
pub(super) fn whole(lang: &Lang, title: &str, main: Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(lang.tag()) dir=(lang.dir()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) }
                style { (PreEscaped(STYLE)) }
            }
            body { main { (main) } }
        }
    }
}
