//! The HTML of the form of filters, and the words for what stands in entries.

use super::Sort;
use super::acts_views::act_words;
use super::typed::{GROUP, Typed};
use crate::base::{Sanction, Standing};
use crate::features::moderation::{self, DecisionReason, ReadingReason, ReportReason};
use crate::features::sanctions;
use crate::lang::Lang;
use crate::ui::{self, Button, Choice, Field, Icon};
use maud::{Markup, html};

/// How far a clock can be trusted: the words of the column, from not at all to by hand.
const TRUST: &[&str] = &["none", "carried", "rtc", "lan_ntp", "supervisor"];

/// The form of filters, as it was filled in.
pub(super) fn filters(lang: &Lang, typed: &Typed) -> Markup {
    let hint = lang.audit_who_hint();
    let kinds = KINDS.iter().map(|kind| (*kind, kind_words(lang, kind)));
    let trusts = TRUST.iter().map(|trust| (*trust, trust_words(lang, trust)));
    html! {
        form.filters.card method="get" action="/audit" {
            (ui::text(&Field::new("who", lang.audit_who()).hint(hint).value(&typed.who).autocomplete("off")))
            (acts(lang, &typed.act))
            (select(lang, "kind", lang.audit_kind(), kinds, &typed.kind))
            (ui::text(&Field::new("item", lang.audit_item()).value(&typed.item).autocomplete("off")))
            (select(lang, "reason", lang.audit_reason(), reasons(lang), &typed.reason))
            (select(lang, "trust", lang.audit_trust(), trusts, &typed.trust))
            div.filters-pair {
                (ui::date(&Field::new("from", lang.audit_from()).value(&typed.from)))
                (ui::date(&Field::new("until", lang.audit_until()).value(&typed.until)))
            }
            div.buttons {
                (ui::button(Button::Usual, Some(Icon::Filter), lang.audit_filter()))
                @if !typed.fields().is_empty() { a.button.button-quiet href="/audit" { (lang.audit_all()) } }
            }
        }
    }
}

/// A word and what it is called, one of them chosen; the first choice is none of them.
fn select<'a>(
    lang: &'a Lang,
    name: &str,
    label: &str,
    words: impl IntoIterator<Item = (&'a str, &'a str)>,
    chosen: &str,
) -> Markup {
    let any = Choice { value: "", label: lang.audit_any(), hint: None, chosen: chosen.is_empty() };
    let words = words.into_iter();
    let words = words.map(|(value, label)| Choice { value, label, hint: None, chosen: chosen == value });
    let choices: Vec<Choice<'_>> = [any].into_iter().chain(words).collect();
    ui::select(&Field::new(name, label), &choices)
}

/// The acts in their groups; a group can be chosen whole.
fn acts(lang: &Lang, chosen: &str) -> Markup {
    let id = ui::field_id("act");
    html! {
        div.field {
            label.label for=(id) { (lang.audit_act()) }
            select.input id=(id) name="act" {
                option value="" selected[chosen.is_empty()] { (lang.audit_any()) }
                @for sort in Sort::ALL.iter().filter(|sort| sort.acts().next().is_some()) {
                    @let whole = format!("{GROUP}{sort}");
                    optgroup label=(sort_words(lang, *sort)) {
                        option value=(whole) selected[chosen == whole] { (lang.audit_all_of(sort_words(lang, *sort))) }
                        @for act in sort.acts() {
                            option value=(act.word()) selected[chosen == act.word()] { (act_words(lang, act)) }
                        }
                    }
                }
            }
        }
    }
}

fn sort_words(lang: &Lang, sort: Sort) -> &str {
    match sort {
        Sort::SignIn => lang.audit_group_sign_in(),
        Sort::Accounts => lang.audit_group_accounts(),
        Sort::Groups => lang.audit_group_groups(),
        Sort::Ties => lang.audit_group_ties(),
        Sort::Posts => lang.audit_group_posts(),
        Sort::Board => lang.audit_group_board(),
        Sort::Talk => lang.audit_group_talk(),
        Sort::Staff => lang.audit_group_staff(),
        Sort::Readings => lang.audit_group_readings(),
        Sort::Record => lang.audit_group_record(),
        Sort::Box => lang.audit_group_box(),
        Sort::Other => lang.audit_group_other(),
    }
}

/// Every reason that an entry can carry, once each: of reports, of decisions, of looks into private talk, and how an account
/// stands.
fn reasons(lang: &Lang) -> Vec<(&str, &str)> {
    let reports =
        ReportReason::ALL.iter().map(|each| (each.word(), moderation::report_reason(lang, *each).1));
    let decisions =
        DecisionReason::ALL.iter().map(|each| (each.word(), moderation::decision_reason_words(lang, *each)));
    let readings =
        ReadingReason::ALL.iter().map(|each| (each.word(), moderation::reading_reason(lang, each.word())));
    let standings = Standing::ALL.iter().map(|each| (each.word(), standing_words(lang, *each)));
    let set = Sanction::ALL.iter().map(|each| (each.word(), sanctions::kind_words(lang, *each)));
    let mut found: Vec<(&str, &str)> = Vec::new();
    for (word, words) in reports.chain(decisions).chain(readings).chain(standings).chain(set) {
        if found.iter().all(|(known, _)| *known != word) {
            found.push((word, words));
        }
    }
    found
}

/// How an account stands.
pub(super) fn standing_words(lang: &Lang, standing: Standing) -> &str {
    match standing {
        Standing::Active => lang.admin_active(),
        Standing::ReadOnly => lang.admin_read_only(),
        Standing::Suspended => lang.admin_suspended(),
        Standing::Left => lang.admin_left(),
    }
}

/// Kinds of things that entries are about.
const KINDS: &[&str] = &[
    "post",
    "comment",
    "photo",
    "album",
    "announcement",
    "event",
    "file",
    "account",
    "group",
    "aspect",
    "report",
    "appeal",
    "conversation",
    "message",
    "document",
    "reading",
    "sheet",
    "apart",
];

/// A kind of thing in words.
pub fn kind_words<'a>(lang: &'a Lang, kind: &'a str) -> &'a str {
    match kind {
        "post" => lang.audit_kind_post(),
        "comment" => lang.audit_kind_comment(),
        "photo" => lang.audit_kind_photo(),
        "album" => lang.audit_kind_album(),
        "announcement" => lang.search_an_announcement(),
        "event" => lang.search_an_event(),
        "file" => lang.search_a_file(),
        "account" => lang.audit_kind_account(),
        "group" => lang.audit_kind_group(),
        "report" => lang.audit_kind_report(),
        "appeal" => lang.appeal_title(),
        "case_message" => lang.case_talk_kind(),
        "aspect" => lang.audit_kind_aspect(),
        "conversation" => lang.chat_conversation(),
        "message" => lang.search_a_message(),
        "document" => lang.audit_kind_document(),
        "reading" => lang.audit_kind_reading(),
        "sheet" => lang.audit_kind_sheet(),
        "apart" => lang.audit_kind_apart(),
        other => other,
    }
}

/// How far a clock could be trusted, in words.
pub(super) fn trust_words<'a>(lang: &'a Lang, word: &'a str) -> &'a str {
    match word {
        "none" => lang.audit_trust_none(),
        "carried" => lang.audit_trust_carried(),
        "rtc" => lang.audit_trust_rtc(),
        "lan_ntp" => lang.audit_trust_lan_ntp(),
        "supervisor" => lang.audit_trust_supervisor(),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reason_is_offered_once() {
        let found = reasons(Lang::english());
        for word in ["rude", "mistake", "grooming", "suspended", "other"] {
            assert_eq!(found.iter().filter(|(known, _)| *known == word).count(), 1, "{word}");
        }
    }
}
