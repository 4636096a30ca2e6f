//! The HTML of the notice board.

use super::{Addressable, Announcement, Draft};
use crate::base::{Audience, AudienceKind, ItemId, State, limits};
use crate::features::posts::{self, Seer};
use crate::lang::Lang;
use crate::ui::{self, AudiencePicker, Button, Choice, Field, Form, Icon, Said, picture_address, prose};
use crate::web::Visit;
use jiff::civil::Date;
use maud::{Markup, html};

/// An announcement with the groups it goes to, as far as the reader may know of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// The announcement.
    pub announcement: Announcement,
    /// Number and name of each group.
    pub groups: Vec<(i64, String)>,
}

/// The board on top of Home: what the reader has not read yet. There is one on every Home, so that what comes live
/// finds its place.
pub(super) fn board(seer: &Seer<'_>, list: &[Shown], all: usize) -> Markup {
    let lang = seer.lang;
    html! {
        div #board {
            @if !list.is_empty() {
                section.board aria-labelledby="board-title" {
                    div.row.row-apart {
                        h2.pinned-title #board-title { (ui::icon(Icon::Speakerphone)) (lang.nav_announcements()) }
                        a href="/announcements" { (lang.show_all()) }
                    }
                    @for each in list { (short(seer, each)) }
                    @if all > list.len() {
                        p { a.button.button-small href="/announcements" { (lang.announcement_more((all - list.len()) as i64)) } }
                    }
                }
            }
        }
    }
}

/// The same as a live change.
pub(super) fn board_anew(seer: &Seer<'_>, list: &[Shown], all: usize) -> String {
    let drawn = board(seer, list, all);
    html! { turbo-stream action="replace" target="board" { template { (drawn) } } }.into_string()
}

/// Tells the page to fetch itself anew.
pub(super) fn refresh() -> String {
    html! { turbo-stream action="refresh" {} }.into_string()
}

/// One announcement on Home: the beginning, and the button that takes it off.
fn short(seer: &Seer<'_>, shown: &Shown) -> Markup {
    let (lang, each) = (seer.lang, &shown.announcement);
    let link = format!("/announcements/{}", each.id);
    let long = each.body.chars().count() > limits::ANNOUNCEMENT_EXCERPT_CHARS;
    html! {
        article.card.announcement data-item=(each.id) {
            h3.announcement-title { a href=(link) { bdi { (each.title) } } }
            (by(seer, shown))
            @if long {
                p dir="auto" { (prose::plain(&each.body, limits::ANNOUNCEMENT_EXCERPT_CHARS)) }
            } @else if !each.body.is_empty() {
                div.prose dir="auto" { (prose::prose(&each.body, &|_| None)) }
            }
            div.buttons {
                (ui::act_button(&format!("{link}/read"), Some(("return", "/")), Button::Main, Some(Icon::Check), lang.announcement_read()))
                @if long { a.button.button-small href=(link) { (lang.announcement_whole()) } }
            }
        }
    }
}

/// Who, when, for whom.
fn by(seer: &Seer<'_>, shown: &Shown) -> Markup {
    let (lang, each) = (seer.lang, &shown.announcement);
    let address = format!("/people/{}", each.author.username);
    let picture = each.author.picture.as_deref().map(|name| picture_address(each.author.id, name));
    let face = posts::face(&each.author, &address, picture.as_deref());
    html! {
        div.post-meta {
            (ui::person_name(&face))
            @if each.author.staff { (posts::staff_sign(seer)) }
            (seer.now.ago(lang, each.made_at))
            @if each.edited_at.is_some() { a href={ "/announcements/" (each.id) "/history" } { (lang.post_edited()) } }
            (posts::audience_chip(lang, each.audience, &shown.groups, None))
        }
    }
}

/// The whole board: what is current, and what was.
pub(super) fn list(
    seer: &Seer<'_>,
    current: &[Shown],
    past: &[Shown],
    may: bool,
    is_older: bool,
    older: Option<&str>,
) -> Markup {
    let lang = seer.lang;
    html! {
        div.main-head {
            h1 { (lang.nav_announcements()) }
            @if may { a.button.button-main href="/announcements/new" { (ui::icon(Icon::Plus)) (lang.announcement_new()) } }
        }
        @if current.is_empty() && past.is_empty() && !is_older {
            (ui::empty(Icon::Speakerphone, lang.announcement_none(),
                if may { lang.announcement_none_staff() } else { lang.announcement_none_words() }, None))
        }
        @for each in current { (line(seer, each, &html! { h2.announcement-title { (head(seer, each)) } })) }
        @if !past.is_empty() {
            h2 { (lang.announcement_past()) }
            @for each in past { (line(seer, each, &html! { h3.announcement-title { (head(seer, each)) } })) }
        }
        (ui::pager(lang, None, older))
    }
}

/// The title with a word on how it stands.
fn head(seer: &Seer<'_>, shown: &Shown) -> Markup {
    let (lang, each) = (seer.lang, &shown.announcement);
    let own = each.author.id.0 == seer.me;
    html! {
        a href={ "/announcements/" (each.id) } { bdi { (each.title) } }
        @match each.state {
            State::Held => span.chip.chip-clay { (ui::icon(Icon::Hourglass)) (lang.waiting()) },
            State::Removed => span.chip { (ui::icon(Icon::EyeOff)) (lang.search_removed()) },
            State::Shown if each.read_at.is_some() => span.chip.chip-good { (ui::icon(Icon::Check)) (lang.announcement_was_read()) },
            State::Shown if !own => span.chip.chip-clay { (lang.new()) },
            State::Shown => {},
        }
    }
}

fn line(seer: &Seer<'_>, shown: &Shown, title: &Markup) -> Markup {
    let each = &shown.announcement;
    let words = prose::plain(&each.body, limits::ANNOUNCEMENT_EXCERPT_CHARS / 2);
    html! {
        article.card.announcement data-item=(each.id) {
            (title)
            (by(seer, shown))
            @if !words.is_empty() { p dir="auto" { (words) } }
        }
    }
}

/// What the page of one shows.
pub(super) struct Whole<'a> {
    pub shown: &'a Shown,
    pub current: bool,
    pub last_day: Option<Date>,
    pub receipts: bool,
}

/// One announcement.
pub(super) fn whole(seer: &Seer<'_>, page: &Whole<'_>) -> Markup {
    let (lang, each) = (seer.lang, &page.shown.announcement);
    let link = format!("/announcements/{}", each.id);
    let own = each.author.id.0 == seer.me;
    let staff = posts::staff_word(lang, seer.rules.kind);
    html! {
        p.soft { a href="/announcements" { (lang.nav_announcements()) } }
        article.card.post.announcement .post-held[each.state == State::Held] data-item=(each.id) {
            header.post-head {
                div.post-by { h1.announcement-title { bdi { (each.title) } } (by(seer, page.shown)) }
                (menu(seer, each))
            }
            @match each.state {
                State::Held => (ui::state(Icon::Hourglass, &lang.post_waiting(staff))),
                State::Removed => (ui::state(Icon::EyeOff, &lang.post_removed_by_staff(staff))),
                State::Shown => {},
            }
            @if !each.body.is_empty() { div.post-text.prose dir="auto" { (prose::prose(&each.body, &|_| None)) } }
            @if !page.current { p.soft { (ui::icon(Icon::Clock)) " " (lang.announcement_is_past()) } }
            @else if let Some(day) = page.last_day { p.soft { (lang.announcement_until(lang.date(day))) } }
            @if let Some(at) = each.read_at {
                p.soft { (ui::icon(Icon::Check)) " " (lang.announcement_you_read(seer.now.moment(lang, at))) }
            } @else if !own && each.state == State::Shown {
                div.buttons {
                    (ui::act_button(&format!("{link}/read"), Some(("return", &link)), Button::Main, Some(Icon::Check), lang.announcement_read()))
                }
            }
            @if page.receipts && each.state == State::Shown {
                p { a.button.button-small href={ (link) "/receipts" } { (ui::icon(Icon::ListCheck)) (lang.receipts_title()) } }
            }
        }
    }
}

fn menu(seer: &Seer<'_>, each: &Announcement) -> Markup {
    let (lang, link) = (seer.lang, format!("/announcements/{}", each.id));
    let own = each.author.id.0 == seer.me;
    let entries = html! {
        @if own && each.state != State::Removed {
            @if seer.writes { (ui::menu_link(&format!("{link}/edit"), Icon::Pencil, lang.announcement_edit())) }
            (ui::menu_act(&format!("{link}/remove"), Icon::Trash, lang.announcement_take_down(), true))
        }
        @if !own { (ui::menu_link(&format!("/report/{}", each.id), Icon::Flag, lang.report_it())) }
        @if seer.moderates && !own {
            (ui::menu_link(&format!("/desk/items/{}", each.id), Icon::Gavel, lang.desk_decide()))
        }
    };
    ui::menu("post-menu", &lang.announcement_more_about(each.title.as_str()), entries)
}

/// The fields for choosing whom to address.
pub(super) fn audience(
    lang: &Lang,
    may: &Addressable,
    chosen: &Audience,
    sentence: &str,
    problem: Option<&str>,
) -> Markup {
    let ticked: Vec<i64> = chosen.targets().into_iter().map(|(_, id)| id).collect();
    let values: Vec<String> = may.groups.iter().map(|(id, _)| id.to_string()).collect();
    let row = |((id, name), value): (&'_ (crate::base::GroupId, String), &'_ String)| {
        (value.clone(), name.clone(), ticked.contains(&id.0))
    };
    let rows: Vec<(String, String, bool)> = may.groups.iter().zip(&values).map(row).collect();
    let parts: Vec<Choice<'_>> = rows
        .iter()
        .map(|(value, name, chosen)| Choice { value, label: name, hint: None, chosen: *chosen })
        .collect();
    let kind = |kind: AudienceKind, label, sign, parts| ui::AudienceKind {
        value: kind.word(),
        label,
        sign,
        chosen: chosen.kind() == kind,
        parts,
    };
    let mut kinds = Vec::new();
    if may.everyone {
        kinds.push(kind(AudienceKind::Everyone, lang.audience_everyone(), Icon::World, &[][..]));
    }
    if !parts.is_empty() {
        kinds.push(kind(AudienceKind::Groups, lang.audience_groups(), Icon::UsersGroup, &parts[..]));
    }
    ui::audience_picker(lang, &AudiencePicker { kinds: &kinds, sentence, address: "/audience", problem })
}

/// Making or changing an announcement.
pub(super) fn form(
    visit: &Visit,
    id: Option<ItemId>,
    draft: &Draft,
    said: &Said,
    audience: &Markup,
) -> Markup {
    let (lang, same_site, problems) = (visit.lang(), visit.same_site(), said.list());
    let action = id.map_or_else(|| "/announcements".to_owned(), |id| format!("/announcements/{id}/edit"));
    let back = id.map_or_else(|| "/announcements".to_owned(), |id| format!("/announcements/{id}"));
    let form =
        Form { action: &action, same_site: &same_site, problems: &problems, guard: true, ..Form::default() };
    let title = Field::new("title", lang.announcement_title()).value(&draft.title).problem(said.of("title"));
    let body = Field::new("body", lang.announcement_text()).value(&draft.body).problem(said.of("body"));
    let until = Field::new("until", lang.announcement_last_day()).hint(lang.announcement_last_day_hint());
    let until = until.optional(lang.form_optional()).value(&draft.until).problem(said.of("until")).short();
    html! {
        section.card {
            h1 { @if id.is_some() { (lang.announcement_edit()) } @else { (lang.announcement_new()) } }
            (ui::form(lang, &form, html! {
                (ui::text(&title.letters_max(limits::TITLE_CHARS_MAX).required().autofocus()))
                (ui::textarea(&body.letters_max(limits::ANNOUNCEMENT_CHARS_MAX).optional(lang.form_optional()), 6))
                (ui::date(&until))
                (audience)
                @if id.is_some() {
                    (ui::checkbox(&Field::new("anew", lang.announcement_anew()), draft.read_anew))
                }
                div.buttons {
                    (ui::button(Button::Main, None, if id.is_some() { lang.save() } else { lang.announcement_put_up() }))
                    a.button href=(back) { (lang.cancel()) }
                }
            }))
        }
    }
}
