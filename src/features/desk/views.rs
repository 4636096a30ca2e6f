//! The HTML of the desk's lists: what waits, and what was decided.

use super::store::{Decided, Reasons, Short, Who};
use super::watch_store::Line;
use super::{Cursor, Head, Queue, appeal_views, looking_views, watch_views};
use crate::base::{ItemId, Kind, limits};
use crate::features::moderation::{self, CaseSort, Decider, DecisionReason, ReportReason, Undoable};
use crate::features::{appeals, freeze};
use crate::lang::Lang;
use crate::ui::{self, Icon, Now};
use maud::{Markup, html};
use std::collections::HashMap;

/// One page of a list of what is open.
pub(super) struct List {
    pub queue: Queue,
    pub heads: Vec<Head>,
    pub next: Option<Cursor>,
    pub shorts: HashMap<i64, Short>,
    /// Open reports by reason, by case.
    pub reasons: Reasons,
    pub people: HashMap<i64, Who>,
    /// What word rules brought up: by its own number, or (yes) by item.
    pub watched: HashMap<(bool, i64), Line>,
    /// What is asked where somebody asks for a second look, by its number.
    pub appeals: HashMap<i64, appeals::Line>,
    /// The viewer, and whether somebody else decides what is theirs.
    pub me: i64,
    pub own: Decider,
}

impl List {
    /// Does somebody else than the viewer decide this one?
    pub fn is_by_another(&self, head: &Head) -> bool {
        match head.sort {
            CaseSort::Appeal => self.appeals.get(&head.refers).is_none_or(|line| line.by_another),
            _ => head.person.0 == self.me && self.own == Decider::Another,
        }
    }
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
pub fn address(head: &Head) -> String {
    match (head.sort, head.item) {
        (CaseSort::Item, Some(item)) => format!("/desk/items/{item}"),
        (CaseSort::Words | CaseSort::Help, _) => format!("/desk/words/{}", head.refers),
        (CaseSort::Appeal, _) => format!("/desk/appeals/{}", head.refers),
        _ => format!("/desk/people/{}", head.id),
    }
}

/// The name of somebody, who may have left.
pub(super) fn name<'a>(lang: &'a Lang, people: &'a HashMap<i64, Who>, id: i64) -> &'a str {
    people.get(&id).map_or(lang.desk_somebody(), |who| who.shown_name.as_str())
}

/// "Post", "Comment", "Photo".
pub fn kind_words(lang: &Lang, kind: Kind) -> &str {
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

/// The lists, and which of them is open; none where it is what was decided. With how much stands in some.
pub(super) fn tabs(lang: &Lang, open: Option<Queue>, standing: Option<Standing>) -> Markup {
    let [all, urgent, mine, overdue, asked] = standing.map_or([0; 5], |standing| standing.counts);
    let moderates = standing.is_none_or(|standing| standing.moderates);
    let decides = standing.is_none_or(|standing| standing.decides);
    let lists = [
        (Queue::All, "/desk", lang.desk_open(), all),
        (Queue::Urgent, "/desk?list=urgent", lang.desk_urgent(), urgent),
        (Queue::Mine, "/desk?list=mine", lang.desk_mine(), mine),
        (Queue::Groups, "/desk?list=groups", lang.desk_groups(), 0),
        (Queue::Oldest, "/desk?list=oldest", lang.desk_oldest(), overdue),
    ];
    html! {
        nav aria-label=(lang.desk_lists()) {
            ul.tabs role="list" {
                @for (queue, address, words, count) in lists {
                    li {
                        a href=(address) aria-current=[(open == Some(queue)).then_some("page")] {
                            (words)
                            @if count > 0 { " " span.badge { (counted(count)) } }
                        }
                    }
                }
                @if decides { li { a href="/desk/done" aria-current=[open.is_none().then_some("page")] { (lang.desk_done()) } } }
                @if moderates || asked > 0 {
                    li {
                        a href="/desk/appeals" aria-current=[(open == Some(Queue::Appeals)).then_some("page")] {
                            (lang.appeal_all())
                            @if asked > 0 { " " span.badge { (counted(asked)) } }
                        }
                    }
                }
                li { a href="/desk/coverage" { (lang.coverage_title()) } }
            }
        }
    }
}

/// "7", "99+".
fn counted(count: i64) -> String {
    if count < limits::CASES_COUNTED { count.to_string() } else { format!("{}+", limits::CASES_COUNTED - 1) }
}

/// Who looks at the list of what waits, and when.
#[derive(Clone, Copy)]
pub(super) struct Standing {
    /// It is not the first page.
    pub is_later: bool,
    /// Whoever holds Safeguard alone sees only whom they should look after, and what is overdue.
    pub moderates: bool,
    /// The same, or some groups: then what they decided there can be looked up.
    pub decides: bool,
    /// Is all writing stopped?
    pub frozen: bool,
    /// How many are open, urgent, the viewer's, overdue, and of who asks for a second look.
    pub counts: [i64; 5],
}

/// The button that takes the viewer's last decision back.
pub(super) fn undo(lang: &Lang, same_site: &str, last: &Undoable) -> Markup {
    let id = last.id.to_string();
    html! {
        form.row method="post" action="/desk/undo" {
            input type="hidden" name="same_site" value=(same_site);
            input type="hidden" name="decision" value=(id);
            button.button.button-quiet.button-small data-key="u" {
                span.key { "U" } (ui::icon_turning(Icon::ArrowBackUp)) (lang.desk_undo(decision_words(lang, &last.kind).1))
            }
        }
    }
}

/// The address of a list, from a place on.
fn list_address(queue: Queue, after: Cursor) -> String {
    match queue {
        Queue::All => format!("/desk?after={}", after.words()),
        Queue::Appeals => format!("/desk/appeals?after={}", after.words()),
        _ => format!("/desk?list={}&after={}", queue.word(), after.words()),
    }
}

/// What waits.
pub(super) fn open(lang: &Lang, now: &Now, list: &List, standing: Standing, last: Markup) -> Markup {
    let first = if list.queue == Queue::All {
        "/desk".to_owned()
    } else {
        format!("/desk?list={}", list.queue.word())
    };
    let several = format!("/desk/several?list={}", list.queue.word());
    html! {
        div.row.row-apart {
            h1 { (lang.nav_desk()) }
            @if standing.moderates { (freeze::offer(lang, None, standing.frozen)) }
        }
        (tabs(lang, Some(list.queue), Some(standing)))
        div.row.row-apart {
            (last)
            @if standing.moderates && !list.heads.is_empty() && !standing.is_later {
                a.button.button-quiet.button-small href=(several) { (ui::icon(Icon::ListCheck)) (lang.desk_several()) }
            }
        }
        @if standing.is_later { p { a.button href=(first) { (ui::icon_turning(Icon::ChevronLeft)) (lang.desk_first_page()) } } }
        (rows(lang, now, list))
    }
}

/// The list alone, as the page and as what is sent live.
pub(super) fn rows(lang: &Lang, now: &Now, list: &List) -> Markup {
    html! {
        div #desk-list {
            @if list.heads.is_empty() {
                @let words = match list.queue {
                    Queue::All => lang.desk_empty_words(),
                    Queue::Appeals => lang.appeal_none(),
                    _ => lang.desk_empty_list(),
                };
                (ui::empty(Icon::Inbox, lang.desk_empty(), words, None))
            } @else {
                section.card.card-flush {
                    ol.desk-list { @for head in &list.heads { li { (row(lang, now, list, head)) } } }
                }
            }
            @if let Some(next) = list.next {
                nav.pager aria-label=(lang.pager_pages()) {
                    a.button.pager-older href=(list_address(list.queue, next)) rel="next" {
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

/// One line.
pub(super) fn row(lang: &Lang, now: &Now, list: &List, head: &Head) -> Markup {
    let short = head.item.and_then(|id| list.shorts.get(&id.0));
    let line = match (head.sort, head.item) {
        (CaseSort::Item, Some(item)) => list.watched.get(&(true, item.0)),
        _ => list.watched.get(&(false, head.refers)),
    };
    let reasons = list.reasons.get(&head.id).map_or(&[][..], Vec::as_slice);
    let count: i64 = reasons.iter().map(|(_, count)| count).sum();
    let what = match (head.sort, short, line) {
        (CaseSort::Words | CaseSort::Help, _, Some(line)) => moderation::surface_words(lang, line.surface),
        (CaseSort::Appeal, ..) => lang.appeal_title(),
        (_, Some(short), _) => kind_words(lang, short.kind),
        _ => lang.desk_person(),
    };
    let held = head.sort == CaseSort::Item && short.is_some_and(|short| short.held);
    let asked = list.appeals.get(&head.refers).filter(|_| head.sort == CaseSort::Appeal);
    let sign = match head.rank {
        0 => Icon::AlertTriangle,
        _ if head.sort == CaseSort::Appeal => Icon::ArrowBackUp,
        _ if held => Icon::Hourglass,
        _ => Icon::Flag,
    };
    html! {
        a class={ "desk-row severity-" (3 - head.rank) } href=(address(head)) {
            (ui::icon(sign))
            span.row {
                strong { (what) } bdi { (name(lang, &list.people, head.person.0)) }
                @if head.due_ms <= now.ms() { (looking_views::overdue(lang)) }
                @if let Some(asked) = asked { span.chip { (appeal_views::what_was_done(lang, &asked.what)) } }
                @if list.is_by_another(head) { span.chip { (ui::icon(Icon::InfoCircle)) (lang.desk_by_another()) } }
                @if held && line.is_none() { span.chip { (lang.desk_waits()) } }
                @if let Some(line) = line { (watch_views::chips(lang, line)) }
                @for (reason, times) in reasons { (reason_chip(lang, reason, *times)) }
                @if count > 1 { span.badge { (lang.desk_reports(count)) } }
                @if let Some(looker) = head.looker { (looking_views::looks(lang, name(lang, &list.people, looker.0))) }
            }
            span.soft { (now.ago(lang, head.since_ms)) }
            @if let Some(asked) = asked {
                span {}
                span.desk-row-text dir="auto" { (asked.words) }
            } @else if let Some(short) = short {
                span {}
                span.desk-row-text dir="auto" { (excerpt(lang, short)) }
            } @else if let Some(line) = line {
                span {}
                span.desk-row-text dir="auto" { (line.excerpt) }
            }
        }
        @if let Some(photo) = short.filter(|_| head.sort == CaseSort::Item).and_then(|short| short.photo) {
            div.desk-thumb { (shielded(lang, photo, "", "small")) }
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
        (tabs(lang, None, None))
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
