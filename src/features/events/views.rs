//! The HTML of one event, and how days and times are said.

use super::calendar::weekday_name;
use super::store::{Guest, Guests};
use super::when::When;
use super::{Coming, Event};
use crate::base::State;
use crate::features::posts::{self, Seer};
use crate::lang::Lang;
use crate::ui::{self, AvatarSize, Icon, Said, picture_address, prose};
use jiff::civil::{Date, DateTime};
use maud::{Markup, html};

/// What the page of an event shows.
pub(super) struct EventPage {
    pub event: Event,
    pub groups: Vec<(i64, String)>,
    pub guests: Guests,
    pub over: bool,
    /// The reader makes nothing there now.
    pub rests: bool,
}

/// A day in words: "Thursday, 26 November 2026".
pub(super) fn date_words(lang: &Lang, day: Date) -> String {
    lang.events_date(weekday_name(lang, day.weekday()), lang.date(day))
}

/// A time of day: "14:00".
pub(super) fn time_words(at: DateTime) -> String {
    format!("{:02}:{:02}", at.hour(), at.minute())
}

/// From when to when, in words.
pub(super) fn when_words(lang: &Lang, when: &When) -> String {
    let (first, last) = (date_words(lang, when.starts.date()), date_words(lang, when.ends.date()));
    let one_day = when.starts.date() == when.ends.date();
    let moment = |day: String, at| lang.events_moment(day, time_words(at));
    match (when.all_day, one_day) {
        (true, true) => lang.events_on_day(first),
        (true, false) => lang.events_from_to(first, last),
        (false, true) if when.starts == when.ends => moment(first, when.starts),
        (false, true) => lang.events_on_from_to(first, time_words(when.starts), time_words(when.ends)),
        (false, false) => lang.events_from_to(moment(first, when.starts), moment(last, when.ends)),
    }
}

/// Tells the page to fetch itself anew.
pub(super) fn refresh() -> String {
    html! { turbo-stream action="refresh" {} }.into_string()
}

/// One event.
pub(super) fn event(seer: &Seer<'_>, page: &EventPage, said: &Said) -> Markup {
    let (lang, event) = (seer.lang, &page.event);
    let link = format!("/events/{}", event.id);
    let staff = posts::staff_word(lang, seer.rules.kind);
    let month = event.when.starts.date();
    html! {
        p.soft { a href={ "/events?day=" (month) } { (lang.nav_events()) } }
        article.card.post.event .post-held[event.state == State::Held] data-item=(event.id) {
            header.post-head {
                div.post-by {
                    h1.announcement-title {
                        bdi .cancelled[event.cancelled] { (event.title) }
                        @if event.cancelled { span.chip.chip-clay { (ui::icon(Icon::Ban)) (lang.events_cancelled()) } }
                    }
                    (by(seer, page))
                }
                (menu(seer, page))
            }
            @match event.state {
                State::Held => (ui::state(Icon::Hourglass, &lang.post_waiting(staff))),
                State::Removed => (ui::state(Icon::EyeOff, &lang.post_removed_by_staff(staff))),
                State::Shown => {},
            }
            ul.event-facts role="list" {
                li { (ui::icon(Icon::Clock)) span { (when_words(lang, &event.when)) } }
                @if !event.place.is_empty() { li { (ui::icon(Icon::BuildingCommunity)) span dir="auto" { (event.place) } } }
            }
            @if !event.about.is_empty() { div.post-text.prose dir="auto" { (prose::prose(&event.about, &|_| None)) } }
            @if let Some(problem) = said.of("answer") { p.problem role="alert" { (ui::icon(Icon::AlertCircle)) span { (problem) } } }
            @if event.state == State::Shown { (guests(lang, page)) }
            p { a.button.button-small href={ (link) "/event.ics" } download { (ui::icon(Icon::Download)) (lang.events_file()) } }
        }
    }
}

fn by(seer: &Seer<'_>, page: &EventPage) -> Markup {
    let (lang, event) = (seer.lang, &page.event);
    let address = format!("/people/{}", event.author.username);
    let picture = event.author.picture.as_deref().map(|name| picture_address(event.author.id, name));
    let face = posts::face(&event.author, &address, picture.as_deref());
    html! {
        div.post-meta {
            (ui::person_name(&face))
            @if event.author.staff { (posts::staff_sign(seer)) }
            (seer.now.ago(lang, event.made_at))
            @if event.edited_at.is_some() { a href={ "/events/" (event.id) "/history" } { (lang.post_edited()) } }
            (posts::audience_chip(lang, event.audience, &page.groups, None))
        }
    }
}

fn menu(seer: &Seer<'_>, page: &EventPage) -> Markup {
    let (lang, event) = (seer.lang, &page.event);
    let (link, own) = (format!("/events/{}", event.id), event.author.id.0 == seer.me);
    let entries = html! {
        @if own && event.state != State::Removed {
            @if seer.writes { (ui::menu_link(&format!("{link}/edit"), Icon::Pencil, lang.events_edit())) }
            @if seer.writes && !page.over && !event.cancelled { (ui::menu_act(&format!("{link}/cancel"), Icon::Ban, lang.events_cancel(), true)) }
            @if seer.writes && !page.over && event.cancelled {
                button form="act" formaction={ (link) "/cancel" } name="on" value="yes" { (ui::icon(Icon::Check)) (lang.events_uncancel()) }
            }
            (ui::menu_act(&format!("{link}/remove"), Icon::Trash, lang.events_delete(), true))
        }
        @if !own { (ui::menu_link(&format!("/report/{}", event.id), Icon::Flag, lang.report_it())) }
        @if seer.moderates && !own {
            (ui::menu_link(&format!("/desk/items/{}", event.id), Icon::Gavel, lang.desk_decide()))
        }
    };
    ui::menu("post-menu", &lang.events_more_about(event.title.as_str()), entries)
}

/// Whether one comes oneself, and who does.
fn guests(lang: &Lang, page: &EventPage) -> Markup {
    let (event, guests) = (&page.event, &page.guests);
    let open = !page.over && !event.cancelled;
    html! {
        section.guests id={ "guests-" (event.id) } aria-label=(lang.events_who_comes()) {
            @if open && !page.rests { (answers(lang, page)) }
            @else if page.over { p.soft { (ui::icon(Icon::Clock)) " " (lang.events_is_over()) } }
            @if guests.counts.iter().any(|count| *count > 0) {
                p.post-meta {
                    (lang.events_count_yes(guests.counts[0])) " · " (lang.events_count_maybe(guests.counts[1]))
                    " · " (lang.events_count_no(guests.counts[2]))
                }
                @for (coming, words) in [(Coming::Yes, lang.events_yes_list()), (Coming::Maybe, lang.events_maybe_list())] {
                    @if guests.people.iter().any(|guest| guest.coming == coming) {
                        h2.guests-title { (words) }
                        ul.guest-list role="list" {
                            @for guest in guests.people.iter().filter(|guest| guest.coming == coming) { li { (face(guest)) } }
                        }
                    }
                }
                @let shown = guests.people.len() as i64;
                @let all = guests.counts[0] + guests.counts[1];
                @if all > shown { p.soft { (lang.events_more_people(all - shown)) } }
            }
        }
    }
}

/// The three answers; the one that was given can be taken back.
fn answers(lang: &Lang, page: &EventPage) -> Markup {
    let (id, mine) = (page.event.id, page.guests.mine);
    let words = |coming| match coming {
        Coming::Yes => (Icon::Check, lang.events_yes()),
        Coming::Maybe => (Icon::HelpCircle, lang.events_maybe()),
        Coming::No => (Icon::X, lang.events_no()),
    };
    html! {
        div.buttons role="group" aria-label=(lang.events_do_you_come()) {
            @for coming in Coming::ALL {
                @let (sign, label) = words(*coming);
                @let pressed = mine == Some(*coming);
                button.button.button-small form="act" formaction={ "/events/" (id) "/answer" } name="answer"
                    value=(if pressed { "none" } else { coming.word() }) aria-pressed=(pressed) { (ui::icon(sign)) (label) }
            }
        }
    }
}

fn face(guest: &Guest) -> Markup {
    let address = format!("/people/{}", guest.person.username);
    let picture = guest.person.picture.as_deref().map(|name| picture_address(guest.person.id, name));
    let face = posts::face(&guest.person, &address, picture.as_deref());
    html! { (ui::avatar(&face, AvatarSize::Small)) (ui::person_name(&face)) }
}

/// Who comes, in place of what stands there.
pub(super) fn guests_anew(lang: &Lang, page: &EventPage) -> String {
    let drawn = guests(lang, page);
    html! {
        turbo-stream action="replace" method="morph" target={ "guests-" (page.event.id) } { template { (drawn) } }
    }
    .into_string()
}
