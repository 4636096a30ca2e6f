//! The HTML of the desk's lists: what waits, and what was decided.

use super::store::{Decided, Reasons, Short, Who};
use super::watch_store::Line;
use super::{Cursor, Head, Matter, watch_views};
use crate::base::{ItemId, Kind};
use crate::features::freeze;
use crate::features::moderation::{self, DecisionReason, ReportReason};
use crate::lang::Lang;
use crate::ui::{self, Icon, Now};
use maud::{Markup, html};
use std::collections::HashMap;

/// One page of what waits.
pub(super) struct List {
    pub heads: Vec<Head>,
    pub next: Option<Cursor>,
    pub shorts: HashMap<i64, Short>,
    /// Open reports by reason, of an item or (yes) of a person.
    pub reasons: Reasons,
    pub people: HashMap<i64, Who>,
    /// What word rules brought up, by case.
    pub watched: HashMap<i64, Line>,
}

/// One page of what was decided.
pub(super) struct Done {
    pub rows: Vec<Decided>,
    pub more: bool,
    pub shorts: HashMap<i64, Short>,
    pub people: HashMap<i64, Who>,
    pub now: Now,
}

/// The page of one line of the desk.
pub(super) fn address(matter: Matter) -> String {
    match matter {
        Matter::Reported(item) | Matter::Held(item) | Matter::Watched(Some(item), _) => {
            format!("/desk/items/{item}")
        }
        Matter::Watched(None, case) => format!("/desk/words/{case}"),
        Matter::Person(_, report) => format!("/desk/people/{report}"),
    }
}

/// The name of somebody, who may have left.
pub(super) fn name<'a>(lang: &'a Lang, people: &'a HashMap<i64, Who>, id: i64) -> &'a str {
    people.get(&id).map_or(lang.desk_somebody(), |who| who.shown_name.as_str())
}

/// "Post", "Comment", "Photo".
pub(super) fn kind_words(lang: &Lang, kind: Kind) -> &str {
    match kind {
        Kind::Post => lang.desk_post(),
        Kind::Comment => lang.desk_comment(),
        Kind::Photo => lang.desk_photo(),
        Kind::Album => lang.desk_album(),
        Kind::Announcement => lang.search_an_announcement(),
        Kind::Event => lang.search_an_event(),
        Kind::File => lang.search_a_file(),
        Kind::Message => lang.search_a_message(),
        Kind::Conversation => lang.chat_conversation(),
    }
}

/// A picture that is blurred and grey until somebody asks to see it. Works without a script.
pub(super) fn shielded(lang: &Lang, id: ItemId, alt: &str, size: &str) -> Markup {
    html! {
        label.photo-shield {
            input.unseen type="checkbox" aria-label=(lang.desk_show_photo());
            img src={ "/photos/" (id) "/" (size) } alt=(alt) loading="lazy" decoding="async";
            span.photo-shield-words { (ui::icon(Icon::Eye)) (lang.desk_show_photo()) }
        }
    }
}

fn tabs(lang: &Lang, done: bool) -> Markup {
    let current = |here: bool| here.then_some("page");
    html! {
        ul.tabs role="list" {
            li { a href="/desk" aria-current=[current(!done)] { (lang.desk_open()) } }
            li { a href="/desk/done" aria-current=[current(done)] { (lang.desk_done()) } }
            li { a href="/desk/appeals" { (lang.appeal_all()) } }
        }
    }
}

/// Who looks at the list of what waits, and when.
#[derive(Clone, Copy)]
pub(super) struct Standing {
    /// It is not the first page.
    pub is_later: bool,
    /// Whoever holds Safeguard alone sees only what is about help.
    pub moderates: bool,
    /// Is all writing stopped?
    pub frozen: bool,
}

/// What waits.
pub(super) fn open(lang: &Lang, now: &Now, list: &List, standing: Standing) -> Markup {
    html! {
        div.row.row-apart {
            h1 { (lang.nav_desk()) }
            @if standing.moderates { (freeze::offer(lang, None, standing.frozen)) }
        }
        @if standing.moderates { (tabs(lang, false)) }
        @if standing.is_later { p { a.button href="/desk" { (ui::icon_turning(Icon::ChevronLeft)) (lang.desk_first_page()) } } }
        (rows(lang, now, list))
    }
}

/// The list alone, as the page and as what is sent live.
fn rows(lang: &Lang, now: &Now, list: &List) -> Markup {
    html! {
        div #desk-list {
            @if list.heads.is_empty() {
                (ui::empty(Icon::Inbox, lang.desk_empty(), lang.desk_empty_words(), None))
            } @else {
                section.card.card-flush {
                    ol.desk-list { @for head in &list.heads { li { (row(lang, now, list, head)) } } }
                }
            }
            @if let Some(next) = list.next {
                nav.pager aria-label=(lang.pager_pages()) {
                    a.button.pager-older href={ "/desk?after=" (next.words()) } rel="next" {
                        (lang.next()) (ui::icon_turning(Icon::ChevronRight))
                    }
                }
            }
        }
    }
}

/// What takes the place of the list on an open page.
pub(super) fn told(lang: &Lang, now: &Now, list: &List) -> String {
    html! {
        turbo-stream action="replace" target="desk-list" { template { (rows(lang, now, list)) } }
    }
    .into_string()
}

fn row(lang: &Lang, now: &Now, list: &List, head: &Head) -> Markup {
    let (item, person) = match head.matter {
        Matter::Reported(item) | Matter::Held(item) | Matter::Watched(Some(item), _) => (Some(item.0), None),
        Matter::Person(person, _) => (None, Some(person.0)),
        Matter::Watched(None, _) => (None, None),
    };
    let line = match head.matter {
        Matter::Watched(_, case) => list.watched.get(&case),
        _ => None,
    };
    let short = item.and_then(|id| list.shorts.get(&id));
    let key = (person.is_some(), item.or(person).unwrap_or(0));
    let reasons = list.reasons.get(&key).map_or(&[][..], Vec::as_slice);
    let count: i64 = reasons.iter().map(|(_, count)| count).sum();
    let author = person.or(short.map(|short| short.author)).or(line.map(|line| line.author)).unwrap_or(0);
    let what = match (short, line) {
        (Some(short), _) => kind_words(lang, short.kind),
        (None, Some(line)) => moderation::surface_words(lang, line.surface),
        (None, None) => lang.desk_person(),
    };
    let held = matches!(head.matter, Matter::Held(_));
    let severity = if held { 1 } else { 3 - head.rank };
    let sign = match head.matter {
        Matter::Held(_) => Icon::Hourglass,
        _ if head.rank == 0 => Icon::AlertTriangle,
        _ => Icon::Flag,
    };
    html! {
        a class={ "desk-row severity-" (severity) } href=(address(head.matter)) {
            (ui::icon(sign))
            span.row {
                strong { (what) } bdi { (name(lang, &list.people, author)) }
                @if held { span.chip { (lang.desk_waits()) } }
                @if let Some(line) = line { (watch_views::chips(lang, line)) }
                @for (reason, times) in reasons { (reason_chip(lang, reason, *times)) }
                @if count > 1 { span.badge { (lang.desk_reports(count)) } }
            }
            span.soft { (now.ago(lang, head.since_ms)) }
            @if let Some(short) = short {
                span {}
                span.desk-row-text dir="auto" { (excerpt(lang, short)) }
            } @else if let Some(line) = line {
                span {}
                span.desk-row-text dir="auto" { (line.excerpt) }
            }
        }
        @if let Some(short) = short {
            @if let Some(photo) = short.photo { div.desk-thumb { (shielded(lang, photo, "", "small")) } }
        }
    }
}

/// The first words of an item; how many photos, where it has no words.
pub(super) fn excerpt(lang: &Lang, short: &Short) -> String {
    if short.body.is_empty() { lang.desk_photos(short.photos) } else { short.body.clone() }
}

/// A reason of a report as a small sign.
pub(super) fn reason_chip(lang: &Lang, reason: &str, times: i64) -> Markup {
    let Some(reason) = ReportReason::parse(reason) else { return html! {} };
    let (sign, words) = moderation::report_reason(lang, reason);
    let urgent = matches!(reason, ReportReason::Threat | ReportReason::Worried);
    html! {
        span class={ "chip " (if urgent { "chip-harm" } else { "chip-clay" }) } {
            (ui::icon(sign)) (words) @if times > 1 { " ×" (times) }
        }
    }
}

/// "Removed", "Brought back", "Let through", "Kept".
pub(super) fn decision_words<'a>(lang: &'a Lang, kind: &str) -> (Icon, &'a str) {
    match kind {
        "remove" => (Icon::Trash, lang.desk_was_removed()),
        "restore" => (Icon::ArrowBackUp, lang.desk_was_restored()),
        "release" => (Icon::Check, lang.desk_was_released()),
        "shield" => (Icon::EyeOff, lang.shield_was_set()),
        "unshield" => (Icon::Eye, lang.shield_was_lifted()),
        _ => (Icon::Check, lang.desk_was_kept()),
    }
}

/// The reason of a decision, where it says more than the decision itself.
pub(super) fn decision_reason<'a>(lang: &'a Lang, decision: &Decided) -> Option<&'a str> {
    let reason = DecisionReason::parse(&decision.reason)?;
    matches!(decision.kind.as_str(), "remove" | "shield")
        .then(|| moderation::decision_reason_words(lang, reason))
}

/// What was decided lately.
pub(super) fn done(lang: &Lang, list: &Done) -> Markup {
    let older = list.rows.last().filter(|_| list.more).map(|row| format!("/desk/done?before={}", row.id));
    html! {
        h1 { (lang.nav_desk()) }
        (tabs(lang, true))
        @if list.rows.is_empty() { (ui::empty(Icon::Inbox, lang.desk_done_empty(), lang.desk_done_empty_words(), None)) }
        @else {
            section.card.card-flush {
                ol.desk-list { @for row in &list.rows { li { (done_row(lang, list, row)) } } }
            }
        }
        (ui::pager(lang, None, older.as_deref()))
    }
}

fn done_row(lang: &Lang, list: &Done, row: &Decided) -> Markup {
    let short = row.item.and_then(|id| list.shorts.get(&id));
    let (sign, words) = decision_words(lang, &row.kind);
    let what = short.map_or(lang.desk_person(), |short| kind_words(lang, short.kind));
    let inside = html! {
        (ui::icon(sign))
        span.row {
            strong { (words) } span { (what) ", " bdi { (name(lang, &list.people, row.about)) } }
            @if let Some(reason) = decision_reason(lang, row) { span.chip { (reason) } }
            span.soft { (lang.desk_by(name(lang, &list.people, row.by))) }
        }
        span.soft { (list.now.ago(lang, row.made_at)) }
        span {}
        span.desk-row-text dir="auto" {
            @if let Some(short) = short { (excerpt(lang, short)) }
            @if !row.note.is_empty() { " — " (row.note) }
        }
    };
    html! {
        @match row.item {
            Some(item) => a.desk-row.severity-1 href={ "/desk/items/" (item) } { (inside) },
            None => div.desk-row.severity-1 { (inside) },
        }
    }
}
