//! The HTML of all that there is about one account.

use super::words_views::{became, sort_words, what, why};
use super::{Line, Sort};
use crate::base::{AccountId, Kind};
use crate::features::desk::{self, Head, Who};
use crate::lang::Lang;
use crate::ui::{self, Now};
use maud::{Markup, html};
use std::collections::HashMap;

/// Letters of what was written that a line shows.
const WORDS_SHOWN: usize = 300;

/// What the page shows.
pub(super) struct Shown<'a> {
    pub id: AccountId,
    pub me: Option<AccountId>,
    pub name: &'a str,
    pub username: &'a str,
    pub only: Option<Sort>,
    pub lines: &'a [Line],
    /// What things are, and cases, where the reader sees them at the desk.
    pub kinds: &'a HashMap<i64, Kind>,
    pub cases: &'a HashMap<i64, Head>,
    pub people: &'a HashMap<i64, Who>,
    /// Reports about them, and from them.
    pub counts: (i64, i64),
    pub older: Option<&'a str>,
    pub now: &'a Now,
    pub moderates: bool,
    pub keeps: bool,
    pub audits: bool,
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
            p { a href=(back) { bdi { (shown.name) } } " " bdi.soft { "@" (shown.username) } }
        }
        p.soft { (lang.timeline_about()) }
        @if shown.moderates { p { (lang.timeline_counts(shown.counts.0, shown.counts.1)) } }
        (filters(lang, shown))
        section.card {
            @if shown.lines.is_empty() { p.soft { (lang.timeline_none()) } }
            @else { ol.list role="list" { @for line in shown.lines { li { (one(lang, shown, line)) } } } }
            (ui::pager(lang, None, shown.older))
        }
    }
}

fn filters(lang: &Lang, shown: &Shown<'_>) -> Markup {
    let here = format!("/admin/people/{}/timeline", shown.id);
    html! {
        nav aria-label=(lang.timeline_filter()) {
            ul.tabs.tabs-wrap role="list" {
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

/// Where more of it stands, for who may go there.
fn address(shown: &Shown<'_>, line: &Line) -> Option<String> {
    let case = line.case.and_then(|case| shown.cases.get(&case)).map(desk::address);
    let item = line.item.filter(|item| shown.kinds.contains_key(item));
    match line.sort {
        Sort::Set if shown.moderates || shown.keeps => Some(format!("/admin/people/{}/sanctions", shown.id)),
        Sort::Appeals if shown.moderates => Some(format!("/desk/appeals/{}", line.id)),
        Sort::Readings if line.by == shown.me => Some(format!("/readings/{}", line.id)),
        Sort::Groups if line.more > 0 => Some(format!("/groups/{}", line.more)),
        Sort::Apart => Some(format!("/apart/{}", line.id)),
        Sort::Holds => Some("/admin/holds".to_owned()),
        Sort::Account if shown.audits => Some(format!("/audit/{}", line.id)),
        Sort::Words if line.item.is_none() || line.what == "help" => Some(format!("/desk/words/{}", line.id)),
        // What was said stands whole on the page of it, for who sees the case.
        Sort::Talk => line
            .case
            .filter(|case| shown.cases.contains_key(case))
            .map(|case| format!("/desk/cases/{case}/talk")),
        Sort::Cases | Sort::Decisions | Sort::Reports | Sort::Sent | Sort::Words => {
            case.or_else(|| item.map(|item| format!("/desk/items/{item}")))
        }
        Sort::Set | Sort::Appeals | Sort::Readings | Sort::Duties | Sort::Groups | Sort::Account => None,
    }
}

/// The name of somebody, who may have left.
fn name<'a>(lang: &'a Lang, shown: &'a Shown<'_>, who: AccountId) -> &'a str {
    shown.people.get(&who.0).map_or(lang.desk_somebody(), |who| who.shown_name.as_str())
}

fn one(lang: &Lang, shown: &Shown<'_>, line: &Line) -> Markup {
    let kind = line.item.and_then(|item| shown.kinds.get(&item)).copied();
    let what = what(lang, line, kind);
    html! {
        div {
            div.row {
                span.chip { (sort_words(lang, line.sort)) }
                @match address(shown, line) { Some(address) => a href=(address) { (what) }, None => span { (what) } }
                @if let Some(kind) = kind { span.chip { (desk::kind_words(lang, kind)) } }
                @if let Some(by) = line.by.filter(|by| *by != shown.id) { span.soft { (lang.desk_by(name(lang, shown, by))) } }
                span.soft { (shown.now.ago(lang, line.at_ms)) }
            }
            @if let Some(why) = why(lang, line) { p.soft { (lang.notice_reason(why)) } }
            @if !line.words.is_empty() { p dir="auto" { (ui::prose::plain(&line.words, WORDS_SHOWN)) } }
            @if let Some(became) = became(lang, shown.now, line) {
                p.soft {
                    (became)
                    @if let Some(by) = line.ended.as_ref().and_then(|ended| ended.by) { " · " (lang.desk_by(name(lang, shown, by))) }
                }
            }
            @if let Some(words) = line.ended.as_ref().map(|ended| &ended.words).filter(|words| !words.is_empty()) {
                p dir="auto" { (ui::prose::plain(words, WORDS_SHOWN)) }
            }
        }
    }
}
