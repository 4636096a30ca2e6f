//! The HTML of the record: a page of entries, and one entry whole.

use super::EXPORT_ROWS_MAX;
use super::acts_views::act_words_of;
use super::filter_views::{filters, kind_words, standing_words, trust_words};
use super::store::{Entry, WALK_MAX};
use super::typed::Typed;
use crate::base::{Act, Role, Rules, Sanction, Standing};
use crate::features::desk::Who;
use crate::features::moderation::{self, DecisionReason, ReportReason};
use crate::features::posts::role_word;
use crate::features::sanctions;
use crate::lang::Lang;
use crate::ui::{self, Icon, Now};
use maud::{Markup, html};
use std::collections::HashMap;

/// Who reads, and which links lead somewhere for them.
pub(super) struct Reader<'a> {
    pub lang: &'a Lang,
    pub rules: &'a Rules,
    pub moderates: bool,
    pub keeps_accounts: bool,
}

/// Entries with what they name.
pub(super) struct Shown {
    pub entries: Vec<Entry>,
    pub people: HashMap<i64, Who>,
    /// Number and hash of the newest entry of all.
    pub head: Option<(i64, Vec<u8>)>,
    /// The page begins with the newest.
    pub newest: bool,
    pub more: bool,
    /// The number up to which was looked, where the page is not full and more may follow.
    pub stopped: Option<i64>,
    pub now: Now,
}

/// Digits of a hash in a list: enough to find a line, the whole stands on its own page.
const SHORT_HASH: usize = 10;

pub(super) fn hex(bytes: &[u8]) -> String {
    data_encoding::HEXLOWER.encode(bytes)
}

/// One page of the record.
pub(super) fn list(
    reader: &Reader<'_>,
    same_site: &str,
    typed: &Typed,
    shown: &Shown,
    newer: Option<&str>,
    older: Option<&str>,
) -> Markup {
    let lang = reader.lang;
    html! {
        h1 { (lang.nav_audit()) }
        (head(lang, shown.head.as_ref()))
        (filters(lang, typed))
        @if shown.entries.is_empty() { (ui::empty(Icon::ClipboardList, lang.audit_none(), lang.audit_none_words(), None)) }
        @else {
            div.table-wrap tabindex="0" role="region" aria-label=(lang.audit_entry_table()) {
                table.table.table-cards {
                    thead { tr {
                        th.number scope="col" { (lang.audit_number()) }
                        th scope="col" { (lang.audit_time()) }
                        th scope="col" { (lang.audit_who()) }
                        th scope="col" { (lang.audit_act()) }
                        th scope="col" { (lang.audit_thing()) }
                        th scope="col" { (lang.audit_reason()) }
                        th scope="col" { (lang.audit_device()) }
                        th scope="col" { (lang.audit_hash()) }
                    } }
                    tbody { @for entry in &shown.entries { (row(reader, shown, entry)) } }
                }
            }
        }
        @let missing = if typed.fields().is_empty() { missing(shown) } else { 0 };
        @if missing > 0 { (ui::state(Icon::Lock, &lang.audit_not_yours(missing))) }
        @if let Some(seq) = shown.stopped { (ui::state(Icon::InfoCircle, &lang.audit_stopped(WALK_MAX as i64, seq))) }
        (ui::pager(lang, newer, older))
        section.card {
            form method="post" action="/audit/export" data-turbo="false" {
                input type="hidden" name="same_site" value=(same_site);
                @for (name, value) in typed.fields() { input type="hidden" name=(name) value=(value); }
                div.buttons {
                    button.button name="as" value="csv" { (ui::icon(Icon::Download)) (lang.audit_export()) }
                    button.button name="as" value="jsonl" { (ui::icon(Icon::Download)) (lang.audit_export_lines()) }
                }
            }
            p.soft { (lang.audit_export_about(EXPORT_ROWS_MAX as i64)) }
        }
    }
}

/// How many numbers are left out on a page of all acts: the record has no gaps, so those are not the viewer's to see.
fn missing(shown: &Shown) -> i64 {
    let Some(first) = shown.entries.first() else { return 0 };
    let above = shown.head.as_ref().filter(|_| shown.newest).map_or(0, |(seq, _)| seq - first.seq);
    above + shown.entries.windows(2).map(|pair| (pair[0].seq - pair[1].seq).abs() - 1).sum::<i64>()
}

/// The end of the chain, and how to check all of it.
fn head(lang: &Lang, newest: Option<&(i64, Vec<u8>)>) -> Markup {
    html! {
        section.card {
            p { (lang.audit_about()) }
            @match newest {
                Some((seq, hash)) => p { (lang.audit_head(*seq)) " " code.hash { (hex(hash)) } },
                None => p { (lang.audit_empty_head()) },
            }
            p.soft { (lang.audit_verify()) " " code.hash { "courtyard verify" } }
            p { a href="/sheets" { (lang.sheets_title()) } }
            p { a href="/readings/all" { (lang.readings_all_title()) } }
        }
    }
}

fn row(reader: &Reader<'_>, shown: &Shown, entry: &Entry) -> Markup {
    let lang = reader.lang;
    html! {
        tr {
            td.number data-label=(lang.audit_number()) { a href={ "/audit/" (entry.seq) } { (entry.seq) } }
            td.tight data-label=(lang.audit_time()) { (shown.now.moment(lang, entry.at)) " " (trust_mark(lang, &entry.time_trust)) }
            th scope="row" { (actor(reader, shown, entry)) " " span.soft { (role(reader, &entry.actor_role)) } }
            td data-label=(lang.audit_act()) { (done(lang, &entry.act)) }
            td data-label=(lang.audit_thing()) { (thing(reader, shown, entry)) }
            td data-label=(lang.audit_reason()) dir="auto" { (reason(lang, entry)) }
            td data-label=(lang.audit_device()) { (entry.device) }
            td.code.tight data-label=(lang.audit_hash()) { code.hash { (hex(&entry.hash).get(..SHORT_HASH).unwrap_or_default()) } }
        }
    }
}

/// One entry whole; nothing where there is none.
pub(super) fn entry(reader: &Reader<'_>, shown: &Shown) -> Option<Markup> {
    let (lang, entry) = (reader.lang, shown.entries.first()?);
    let hash = |bytes: &Option<Vec<u8>>| bytes.as_deref().map(hex);
    Some(html! {
        div.main-head {
            h1 { (lang.audit_entry(entry.seq)) }
            a.button href={ "/audit?before=" (entry.seq + 1) } { (ui::icon_turning(Icon::ArrowLeft)) (lang.nav_audit()) }
        }
        section.card {
            dl.facts {
                dt { (lang.audit_time()) } dd { (shown.now.moment(lang, entry.at)) }
                dt { (lang.audit_trust()) } dd { (trust_words(lang, &entry.time_trust)) }
                dt { (lang.audit_who()) } dd { (actor(reader, shown, entry)) }
                dt { (lang.audit_role()) } dd { (role(reader, &entry.actor_role)) }
                dt { (lang.audit_device()) } dd { (entry.device) }
                dt { (lang.audit_act()) } dd { (done(lang, &entry.act)) " " code.hash { (entry.act) } }
                @if entry.item.is_some() { dt { (lang.audit_thing()) } dd { (thing(reader, shown, entry)) } }
                @if let Some(case) = entry.case { dt { (lang.audit_case()) } dd { (case) } }
                @if let Some(code) = &entry.reason_code { dt { (lang.audit_reason_code()) } dd { @if let Some(words) = reason_words(lang, entry) { (words) " " } code.hash { (code) } } }
                @if let Some(words) = &entry.reason { dt { (lang.audit_reason()) } dd dir="auto" { (words) } }
                dt { (lang.audit_boot()) } dd { (entry.boot) }
                dt { (lang.audit_monotonic()) } dd { (entry.monotonic_ms) }
                @if let Some(hash) = hash(&entry.before) { dt { (lang.audit_before_hash()) } dd { code.hash { (hash) } } }
                @if let Some(hash) = hash(&entry.after) { dt { (lang.audit_after_hash()) } dd { code.hash { (hash) } } }
                dt { (lang.audit_prev_hash()) } dd { code.hash { (hex(&entry.prev)) } }
                dt { (lang.audit_hash()) } dd { code.hash { (hex(&entry.hash)) } }
            }
        }
        (ui::pager(lang, Some(&format!("/audit/{}", entry.seq + 1)), (entry.seq > 1).then(|| format!("/audit/{}", entry.seq - 1)).as_deref()))
    })
}

fn actor(reader: &Reader<'_>, shown: &Shown, entry: &Entry) -> Markup {
    let lang = reader.lang;
    html! {
        @match (entry.actor, shown.people.get(&entry.actor)) {
            (0, _) if entry.device == "box" => (lang.audit_the_box()),
            (0, _) => (lang.audit_stranger()),
            (_, Some(who)) => a.person-name href={ "/people/" (who.username) } { bdi { (who.shown_name) } },
            (number, None) => (lang.audit_account_number(number)),
        }
    }
}

fn role<'a>(reader: &Reader<'a>, word: &str) -> &'a str {
    Role::parse(word).map_or("", |role| role_word(reader.lang, reader.rules.kind, role))
}

/// What was done; a word that this version does not know stands as it is.
fn done(lang: &Lang, word: &str) -> Markup {
    html! { (act_words_of(lang, word)) }
}

/// The reason as a word and what was written beside it. Codes that only say again what was done are left
/// to the entry's own page.
fn reason(lang: &Lang, entry: &Entry) -> Markup {
    html! {
        @match (reason_words(lang, entry), entry.reason_code.as_deref()) {
            (Some(words), _) => { span.reason-word { (words) } " " },
            (None, None | Some("" | "list" | "groups" | "rules" | "export")) => {},
            (None, Some(code)) => { span.chip { (code) } " " },
        }
        @if let Some(words) = &entry.reason { (words) }
    }
}

/// The reason code in plain words, where the act is one whose codes are known.
fn reason_words<'a>(lang: &'a Lang, entry: &Entry) -> Option<&'a str> {
    let code = entry.reason_code.as_deref()?;
    match Act::parse(&entry.act)? {
        Act::Report => Some(moderation::report_reason(lang, ReportReason::parse(code)?).1),
        Act::CloseReport | Act::StaffRemove | Act::StaffRestore | Act::Release => {
            Some(moderation::decision_reason_words(lang, DecisionReason::parse(code)?))
        }
        Act::SetSanction | Act::ChangeSanction | Act::LiftSanction | Act::EndSanction => {
            Some(sanctions::kind_words(lang, Sanction::parse(code)?))
        }
        Act::ChangeStanding => Some(standing_words(lang, Standing::parse(code)?)),
        Act::OpenReading | Act::ShowReading => Some(moderation::reading_reason(lang, code)),
        _ => None,
    }
}

/// What it is about, as a link where the reader may follow one.
fn thing(reader: &Reader<'_>, shown: &Shown, entry: &Entry) -> Markup {
    let (Some(kind), Some(number)) = (entry.kind.as_deref(), entry.item) else { return html! {} };
    let words = kind_words(reader.lang, kind);
    let person = shown.people.get(&number).filter(|_| kind == "account");
    let address = match kind {
        "post" | "comment" | "photo" | "album" if reader.moderates => Some(format!("/desk/items/{number}")),
        "announcement" | "event" | "file" if reader.moderates => Some(format!("/desk/items/{number}")),
        "post" => Some(format!("/posts/{number}")),
        "account" if reader.keeps_accounts => Some(format!("/admin/people/{number}")),
        "account" => person.map(|who| format!("/people/{}", who.username)),
        "group" => Some(format!("/groups/{number}")),
        "sheet" => Some(format!("/sheets/{number}")),
        "report" if reader.moderates => Some(format!("/desk/people/{number}")),
        _ => None,
    };
    let inside = html! {
        (words) " " (number) @if let Some(who) = person { ": " bdi { (who.shown_name) } }
    };
    html! { @match address { Some(address) => a href=(address) { (inside) }, None => (inside) } }
}

/// A sign beside a time: a question mark where nobody checked the clock.
fn trust_mark(lang: &Lang, word: &str) -> Markup {
    let sign = if matches!(word, "none" | "carried") { Icon::HelpCircle } else { Icon::Clock };
    let words = trust_words(lang, word);
    html! { span.soft title=(words) { (ui::icon(sign)) span.unseen { (words) } } }
}
