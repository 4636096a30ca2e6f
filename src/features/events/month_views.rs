//! The HTML of a month: a table of weeks for wide screens, a list of days for narrow ones and for who likes it better.

use super::Event;
use super::calendar::{Month, month_name, weekday_name, weekday_short, weekdays};
use super::views::{date_words, time_words};
use crate::base::{GroupId, State};
use crate::lang::Lang;
use crate::ui::{self, Icon};
use jiff::civil::{Date, Weekday};
use maud::{Markup, html};

/// Events that a day of the table names; the others are counted.
const SHOWN_A_DAY: usize = 3;

/// What the page of a month shows.
pub(super) struct MonthPage {
    pub month: Month,
    pub today: Date,
    pub begins: Weekday,
    /// In order of time; those of the neighbours' days in the table, too.
    pub events: Vec<Event>,
    /// The day that is looked at more closely.
    pub chosen: Option<Date>,
    pub group: Option<GroupId>,
    /// The viewer may make events here.
    pub may: bool,
    /// The list, and not the table.
    pub list: bool,
}

impl MonthPage {
    fn on(&self, day: Date) -> impl Iterator<Item = &Event> {
        self.events.iter().filter(move |event| event.when.is_on(day))
    }

    /// Where this page is, with these words behind the question mark.
    fn address(&self, query: &str) -> String {
        let base = self.group.map_or_else(|| "/events".to_owned(), |group| format!("/groups/{group}/events"));
        let list = if self.list { "&view=list" } else { "" };
        format!("{base}?{query}{list}")
    }
}

/// The whole page; `top` stands above it where it is a tab of a group.
pub(super) fn page(lang: &Lang, page: &MonthPage, top: Option<Markup>) -> Markup {
    html! {
        @if let Some(top) = &top { (top) }
        div.main-head {
            @if top.is_some() { h2 { (lang.nav_events()) } } @else { h1 { (lang.nav_events()) } }
            @if page.may { (new_link(lang, page, None)) }
        }
        (head(lang, page))
        @if !page.list { (table(lang, page)) }
        @match page.chosen {
            Some(day) => (one_day(lang, page, day)),
            None => (agenda(lang, page)),
        }
        p {
            a.button.button-small href={ "/events/calendar.ics?month=" (page.month) @if let Some(group) = page.group { "&group=" (group) } } download {
                (ui::icon(Icon::Download)) (lang.events_file_month())
            }
        }
    }
}

fn new_link(lang: &Lang, page: &MonthPage, day: Option<Date>) -> Markup {
    let mut query = Vec::new();
    query.extend(page.group.map(|group| format!("group={group}")));
    query.extend(day.map(|day| format!("day={day}")));
    let mark = if query.is_empty() { "" } else { "?" };
    html! {
        a.button.button-main[day.is_none()].button-small[day.is_some()] href={ "/events/new" (mark) (query.join("&")) } {
            (ui::icon(Icon::Plus)) (lang.events_new())
        }
    }
}

/// The month by name, and the ways to others.
fn head(lang: &Lang, page: &MonthPage) -> Markup {
    let step = |month: Month| page.address(&format!("month={month}"));
    let other = MonthPage { list: !page.list, events: Vec::new(), ..*page };
    html! {
        nav.month-head aria-label=(lang.events_months()) {
            a.button rel="prev" href=(step(page.month.before())) aria-label=(lang.previous()) title=(lang.previous()) { (ui::icon_turning(Icon::ChevronLeft)) }
            h3.month-name #month-name { (month_name(lang, page.month)) }
            a.button rel="next" href=(step(page.month.after())) aria-label=(lang.next()) title=(lang.next()) { (ui::icon_turning(Icon::ChevronRight)) }
            span.month-ways {
                a.button.button-small href=(page.address(&format!("day={}", page.today))) { (lang.events_today()) }
                a.button.button-small.only-wide href=(other.address(&format!("month={}", page.month))) {
                    @if page.list { (ui::icon(Icon::Calendar)) (lang.events_as_month()) } @else { (ui::icon(Icon::List)) (lang.events_as_list()) }
                }
            }
        }
    }
}

/// Whole weeks. Each day is a link to itself; `month.js` lets arrow keys go from one to the next.
fn table(lang: &Lang, page: &MonthPage) -> Markup {
    html! {
        table.month data-month aria-labelledby="month-name" {
            thead {
                tr {
                    @for day in weekdays(page.begins) {
                        th scope="col" abbr=(weekday_name(lang, day)) { (weekday_short(lang, day)) }
                    }
                }
            }
            tbody {
                @for week in page.month.weeks(page.begins) {
                    tr { @for day in week { (cell(lang, page, day)) } }
                }
            }
        }
    }
}

fn cell(lang: &Lang, page: &MonthPage, day: Date) -> Markup {
    let events: Vec<&Event> = page.on(day).collect();
    let label = lang.events_day_label(events.len(), date_words(lang, day));
    let outside = !page.month.has(day);
    html! {
        td.outside[outside] .today[day == page.today] .chosen[page.chosen == Some(day)] {
            a.month-day id={ "day-" (day) } href={ (page.address(&format!("day={day}"))) "#day" } aria-label=(label)
                aria-current=[(day == page.today).then_some("date")] { (day.day()) }
            @if !events.is_empty() {
                ul.month-events role="list" {
                    @for event in events.iter().take(SHOWN_A_DAY) {
                        li {
                            a.month-event.cancelled[event.cancelled] href={ "/events/" (event.id) } title=(event.title) {
                                @if !event.when.all_day && event.when.starts.date() == day { span.month-time { (time_words(event.when.starts)) } " " }
                                @if event.cancelled { span.unseen { (lang.events_cancelled()) ": " } }
                                bdi { (event.title) }
                            }
                        }
                    }
                    @if events.len() > SHOWN_A_DAY {
                        li { a.month-more href={ (page.address(&format!("day={day}"))) "#day" } { (lang.events_more((events.len() - SHOWN_A_DAY) as i64)) } }
                    }
                }
            }
        }
    }
}

/// One day more closely.
fn one_day(lang: &Lang, page: &MonthPage, day: Date) -> Markup {
    html! {
        section.agenda #day tabindex="-1" aria-labelledby="day-name" {
            div.row.row-apart {
                h3 #day-name { (date_words(lang, day)) }
                a href=(page.address(&format!("month={}", page.month))) { (lang.events_whole_month()) }
            }
            (lines(lang, page, day))
            @if page.on(day).next().is_none() { p.soft { (lang.events_none_day()) } }
            @if page.may { p { (new_link(lang, page, Some(day))) } }
        }
    }
}

/// The days of the month on which something is. On a wide screen the table says it already.
fn agenda(lang: &Lang, page: &MonthPage) -> Markup {
    let own = page.month.weeks(page.begins).into_iter().flatten().filter(|day| page.month.has(*day));
    let days: Vec<Date> = own.filter(|day| page.on(*day).next().is_some()).collect();
    html! {
        @if days.is_empty() {
            (ui::empty(Icon::Calendar, lang.events_none(), if page.may { lang.events_none_may() } else { lang.events_none_words() }, None))
        } @else {
            div.agenda.only-narrow[!page.list] {
                @for day in days {
                    h3.agenda-day.today[day == page.today] { (date_words(lang, day)) }
                    (lines(lang, page, day))
                }
            }
        }
    }
}

fn lines(lang: &Lang, page: &MonthPage, day: Date) -> Markup {
    html! {
        @if page.on(day).next().is_some() {
            section.card.card-flush {
                ul.list role="list" {
                    @for event in page.on(day) {
                        li {
                            span.agenda-time { (times(lang, event, day)) }
                            div.person-words {
                                a.person-name.cancelled[event.cancelled] href={ "/events/" (event.id) } { bdi { (event.title) } }
                                @if !event.place.is_empty() { span.soft { bdi { (event.place) } } }
                            }
                            @if event.cancelled { div.end { span.chip.chip-clay { (lang.events_cancelled()) } } }
                            @else if event.state == State::Held { div.end { span.chip.chip-clay { (ui::icon(Icon::Hourglass)) (lang.waiting()) } } }
                        }
                    }
                }
            }
        }
    }
}

/// When it is on that day: from, to, or all of it.
fn times(lang: &Lang, event: &Event, day: Date) -> Markup {
    let when = &event.when;
    let (begins, ends) = (when.starts.date() == day, when.ends.date() == day);
    html! {
        @if when.all_day || (!begins && !ends) { (lang.events_all_day()) }
        @else if begins && ends && when.ends > when.starts { (time_words(when.starts)) "–" (time_words(when.ends)) }
        @else if begins { (time_words(when.starts)) }
        @else { "–" (time_words(when.ends)) }
    }
}
