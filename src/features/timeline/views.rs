//! The HTML of all that there is about one account.

use super::{Line, Sort};
use crate::base::watch::Surface;
use crate::base::{AccountId, Sanction};
use crate::features::moderation::{self, ReportReason};
use crate::features::{appeals, sanctions};
use crate::lang::Lang;
use crate::ui::{self, Now};
use maud::{Markup, html};

/// What the page shows.
pub(super) struct Shown<'a> {
    pub id: AccountId,
    pub name: &'a str,
    pub username: &'a str,
    pub only: Option<Sort>,
    pub lines: &'a [Line],
    /// Reports about them, and from them.
    pub counts: (i64, i64),
    pub older: Option<&'a str>,
    pub now: &'a Now,
    pub moderates: bool,
    pub keeps: bool,
    pub audits: bool,
}

fn sort_words(lang: &Lang, sort: Sort) -> &str {
    match sort {
        Sort::Decisions => lang.timeline_decisions(),
        Sort::Set => lang.timeline_set(),
        Sort::Appeals => lang.timeline_appeals(),
        Sort::Reports => lang.timeline_reports(),
        Sort::Words => lang.timeline_words(),
        Sort::Readings => lang.timeline_readings(),
        Sort::SignIns => lang.timeline_sign_ins(),
    }
}

pub(super) fn page(lang: &Lang, shown: &Shown<'_>) -> Markup {
    let back = if shown.keeps {
        format!("/admin/people/{}", shown.id)
    } else {
        format!("/people/{}", shown.username)
    };
    html! {
        div.main-head {
            h1 { (lang.timeline_title()) }
            p { a href=(back) { bdi { (shown.name) } } " " span.soft { "@" (shown.username) } }
        }
        @if shown.moderates { p.soft { (lang.timeline_counts(shown.counts.0, shown.counts.1)) } }
        (filters(lang, shown))
        section.card {
            @if shown.lines.is_empty() { p.soft { (lang.timeline_none()) } }
            @else { ul.list role="list" { @for line in shown.lines { li { (one(lang, shown, line)) } } } }
            (ui::pager(lang, None, shown.older))
        }
    }
}

fn filters(lang: &Lang, shown: &Shown<'_>) -> Markup {
    let here = format!("/admin/people/{}/timeline", shown.id);
    html! {
        nav aria-label=(lang.timeline_filter()) {
            ul.tabs role="list" {
                li { a href=(here) aria-current=[shown.only.is_none().then_some("page")] { (lang.timeline_all()) } }
                @for sort in Sort::ALL {
                    li {
                        a href={ (here) "?only=" (sort.word()) } aria-current=[(shown.only == Some(*sort)).then_some("page")] { (sort_words(lang, *sort)) }
                    }
                }
            }
        }
    }
}

/// What happened, in a few words.
fn what<'l>(lang: &'l Lang, line: &Line) -> &'l str {
    match (line.sort, line.what.as_str()) {
        (Sort::Decisions, "remove") => lang.record_removed(),
        (Sort::Decisions, "restore") => lang.record_restored(),
        (Sort::Decisions, "release") => lang.record_released(),
        (Sort::Decisions, "shield") => lang.shield_decided(),
        (Sort::Decisions, "unshield") => lang.shield_lifted(),
        (Sort::Decisions, _) => lang.timeline_kept(),
        (Sort::Set, kind) => sanctions::kind_words(lang, Sanction::parse(kind).unwrap_or(Sanction::Note)),
        (Sort::Appeals, outcome) => appeals::Outcome::parse(outcome)
            .map_or(lang.appeal_open(), |outcome| appeals::outcome_words(lang, outcome)),
        (Sort::Reports, "open") => lang.timeline_report_open(),
        (Sort::Reports, _) => lang.timeline_report_closed(),
        (Sort::Words, _) => {
            moderation::surface_words(lang, Surface::parse(&line.reason).unwrap_or(Surface::Post))
        }
        (Sort::Readings, "posts") => lang.timeline_read_posts(),
        (Sort::Readings, _) => lang.timeline_read_person(),
        (Sort::SignIns, _) => lang.timeline_refused(),
    }
}

/// Why, where there is a reason.
fn why<'l>(lang: &'l Lang, line: &Line) -> Option<&'l str> {
    match line.sort {
        Sort::Decisions | Sort::Set => Some(sanctions::reason_word(lang, &line.reason)),
        Sort::Reports => {
            ReportReason::parse(&line.reason).map(|reason| moderation::report_reason(lang, reason).1)
        }
        Sort::Readings => Some(moderation::reading_reason(lang, &line.reason)),
        Sort::Appeals | Sort::Words | Sort::SignIns => None,
    }
}

/// Where more of it stands, for who may go there.
fn address(shown: &Shown<'_>, line: &Line) -> Option<String> {
    match (line.sort, line.item) {
        (Sort::Set, _) => Some(format!("/admin/people/{}/sanctions", shown.id)),
        (Sort::SignIns, _) if shown.audits => Some(format!("/audit/{}", line.id)),
        (Sort::Decisions | Sort::Words, Some(item)) if shown.moderates => Some(format!("/desk/items/{item}")),
        (Sort::Appeals, _) if shown.moderates => Some(format!("/desk/appeals/{}", line.id)),
        (Sort::Reports, _) if shown.moderates => Some(format!("/desk/people/{}", line.id)),
        _ => None,
    }
}

fn one(lang: &Lang, shown: &Shown<'_>, line: &Line) -> Markup {
    html! {
        div {
            p {
                span.chip { (sort_words(lang, line.sort)) } " "
                @match address(shown, line) { Some(address) => a href=(address) { (what(lang, line)) }, None => (what(lang, line)) }
            }
            @if let Some(why) = why(lang, line) { p.soft { (lang.notice_reason(why)) } }
            @if !line.words.is_empty() { p.soft dir="auto" { (ui::prose::plain(&line.words, 200)) } }
            p.post-meta { (shown.now.ago(lang, line.at_ms)) }
        }
    }
}
