//! The HTML of search: the form, and what was found.

use super::excerpt::excerpt;
use super::query::Query;
use super::store::Line;
use super::{Found, Search, Sought};
use crate::base::{Kind, State, limits};
use crate::features::{people, posts};
use crate::lang::Lang;
use crate::ui::{self, AvatarSize, Button, Choice, Field, Icon, Now, picture_address, prose};
use crate::web::Visit;
use maud::{Markup, html};

/// What a page of search shows.
pub(super) struct Shown<'a> {
    pub search: &'a Search,
    pub query: &'a Query,
    pub found: &'a Found,
    /// The viewer's groups: the id as a form sends it, and the name.
    pub groups: &'a [(String, String)],
}

pub(super) fn page(visit: &Visit, now: &Now, shown: &Shown<'_>) -> Markup {
    let (lang, found) = (visit.lang(), shown.found);
    let asked = !shown.query.is_empty() || shown.search.is_narrowed();
    html! {
        h1 { (lang.search_title()) }
        (form(visit, shown))
        @if !asked {
            (ui::empty(Icon::Search, lang.search_begin(), lang.search_begin_words(), None))
        } @else if found.is_empty() {
            (ui::empty(Icon::Search, lang.search_nothing(), lang.search_nothing_words(), None))
        } @else {
            (names(visit, shown))
            (messages(visit, now, shown))
            @if !found.items.is_empty() {
                section.search-found {
                    h2 { (lang.search_in_texts()) }
                    div.card.card-flush {
                        ul.list role="list" {
                            @for line in &found.items { li.search-line { (item(visit, now, line, shown.query)) } }
                        }
                    }
                }
            }
            @let older = found.older.map(|id| format!("/search?{}&before={id}", address(visit)));
            (ui::pager(lang, None, older.as_deref()))
        }
    }
}

/// Messages: a few of them with the way to the rest, or a page where only they are looked for.
fn messages(visit: &Visit, now: &Now, shown: &Shown<'_>) -> Markup {
    let (lang, found) = (visit.lang(), shown.found);
    let name =
        |id| found.talks.get(&id).filter(|name| !name.is_empty()).map_or(lang.chat_nobody(), String::as_str);
    html! {
        @if !found.messages.is_empty() {
            section.search-found {
                h2 { (lang.search_messages()) }
                div.card.card-flush {
                    ul.list role="list" {
                        @for (talk, line) in &found.messages {
                            li.search-line {
                                (item(visit, now, line, shown.query))
                                a.end.soft.small href={ "/chat/" (talk) } { bdi { (name(*talk)) } }
                            }
                        }
                    }
                }
                @if found.more_messages {
                    p.search-talk { a href={ "/search?" (address_of(visit, "messages")) } { (ui::icon(Icon::Messages)) " " (lang.search_all_messages()) } }
                }
            }
        }
    }
}

/// What the address asks for, but for the page.
fn address(visit: &Visit) -> String {
    address_of(visit, visit.query().text("kind"))
}

/// The same, of another kind of thing.
fn address_of(visit: &Visit, kind: &str) -> String {
    let names = ["q", "by", "group", "from", "to"];
    let given: Vec<(&str, &str)> = names
        .iter()
        .map(|name| (*name, visit.query().text(name)))
        .chain([("kind", kind)])
        .filter(|(_, value)| !value.is_empty())
        .collect();
    people::url_query(&given)
}

fn form(visit: &Visit, shown: &Shown<'_>) -> Markup {
    let (lang, search) = (visit.lang(), shown.search);
    let field = Field::new("q", lang.search_words()).hint(lang.search_words_hint()).value(&search.typed);
    let field = field.autocomplete("off").letters_max(limits::SEARCH_CHARS_MAX);
    let field = if search.typed.is_empty() { field.autofocus() } else { field };
    html! {
        form.card.search-form action="/search" method="get" role="search" {
            div.filters {
                (ui::search(&field))
                div.buttons { (ui::button(Button::Main, Some(Icon::Search), lang.search())) }
            }
            details open[search.is_narrowed() || search.sought != Sought::All] {
                summary { (lang.search_narrow()) }
                div.search-narrow {
                    (ui::select(&Field::new("kind", lang.search_kind()), &kinds(lang, search.sought)))
                    (ui::text(&Field::new("by", lang.search_by()).hint(lang.search_by_hint()).value(&search.by).autocomplete("off")))
                    @if !shown.groups.is_empty() {
                        (ui::select(&Field::new("group", lang.search_group()), &groups(lang, shown)))
                    }
                    (ui::date(&Field::new("from", lang.search_from()).value(visit.query().text("from"))))
                    (ui::date(&Field::new("to", lang.search_to()).value(visit.query().text("to"))))
                }
            }
        }
    }
}

fn kinds(lang: &Lang, chosen: Sought) -> Vec<Choice<'_>> {
    let words = |sought| match sought {
        Sought::All => lang.search_all(),
        Sought::Posts => lang.search_posts(),
        Sought::Comments => lang.search_comments(),
        Sought::Photos => lang.search_photos(),
        Sought::Announcements => lang.search_announcements(),
        Sought::Events => lang.search_events(),
        Sought::Files => lang.search_files(),
        Sought::Messages => lang.search_messages(),
        Sought::People => lang.search_people(),
        Sought::Groups => lang.search_groups(),
        Sought::Tags => lang.search_tags(),
    };
    let choice = |sought: &Sought| Choice {
        value: sought.word(),
        label: words(*sought),
        hint: None,
        chosen: *sought == chosen,
    };
    Sought::ALL.iter().map(choice).collect()
}

fn groups<'a>(lang: &'a Lang, shown: &Shown<'a>) -> Vec<Choice<'a>> {
    let mut choices = vec![Choice { value: "", label: lang.search_any_group(), hint: None, chosen: false }];
    let chosen = shown.search.group.map(|id| id.to_string()).unwrap_or_default();
    choices.extend(shown.groups.iter().map(|(id, name)| Choice {
        value: id,
        label: name,
        hint: None,
        chosen: *id == chosen,
    }));
    choices
}

/// People, groups and tags of that name.
fn names(visit: &Visit, shown: &Shown<'_>) -> Markup {
    let (lang, found) = (visit.lang(), shown.found);
    html! {
        @if !found.people.is_empty() {
            section.search-found {
                h2 { (lang.search_people()) }
                div.card.card-flush { (people::rows(&people::Row::of(visit), &found.people, |_| html! {})) }
            }
        }
        @if !found.groups.is_empty() {
            section.search-found {
                h2 { (lang.search_groups()) }
                ul.link-list.card role="list" {
                    @for (id, name) in &found.groups {
                        li { a href={ "/groups/" (id) } { (ui::icon(Icon::UsersGroup)) bdi { (name) } } }
                    }
                }
            }
        }
        @if !found.tags.is_empty() {
            section.search-found {
                h2 { (lang.search_tags()) }
                ul.search-tags.card role="list" {
                    @for tag in &found.tags { li { a.chip href={ "/tags/" (tag) } { bdi { "#" (tag) } } } }
                }
            }
        }
    }
}

/// One thing that was found: who, when, what it is, and the place where it says so.
pub(super) fn item(visit: &Visit, now: &Now, line: &Line, query: &Query) -> Markup {
    let lang = visit.lang();
    let opens = visit.someone().is_some_and(|session| session.open_shields);
    let shield = line.shield.as_ref().filter(|_| !opens);
    let author = &line.author;
    let address = format!("/people/{}", author.username);
    let picture = author.picture.as_deref().map(|name| picture_address(author.id, name));
    let by = posts::face(author, &address, picture.as_deref());
    let link = line.kind.address(line.id);
    let (sign, words) = match line.kind {
        Kind::Comment => (Icon::MessageCircle, lang.search_a_comment()),
        Kind::Photo => (Icon::Photo, lang.search_a_photo()),
        Kind::Album => (Icon::Album, lang.search_an_album()),
        Kind::Announcement => (Icon::Speakerphone, lang.search_an_announcement()),
        Kind::Event => (Icon::Calendar, lang.search_an_event()),
        Kind::File => (Icon::Download, lang.search_a_file()),
        Kind::Message | Kind::Conversation => (Icon::Messages, lang.search_a_message()),
        Kind::Post => (Icon::FileText, lang.search_a_post()),
    };
    let text = if line.kind == Kind::Photo {
        line.text.clone()
    } else {
        prose::plain(&line.text, limits::POST_CHARS_MAX)
    };
    html! {
        (ui::avatar(&by, AvatarSize::Small))
        div.search-words {
            p.search-by {
                (ui::person_name(&by))
                span.post-meta {
                    // The address of a comment or a message leads on to a place in a page, which only the browser itself follows.
                    a href=(link) data-turbo=[matches!(line.kind, Kind::Comment | Kind::Message).then_some("false")] {
                        (ui::icon(sign)) (words) " · " (now.ago(lang, line.made_at))
                    }
                    @match line.state {
                        State::Held => span.chip { (ui::icon(Icon::Hourglass)) (lang.search_waits()) },
                        State::Removed => span.chip { (ui::icon(Icon::EyeOff)) (lang.search_removed()) },
                        State::Shown => {},
                    }
                }
            }
            @if let Some(shield) = shield {
                p.search-text { (ui::icon(Icon::EyeOff)) " " (posts::shield_words(lang, visit.rules(), shield)) }
            } @else { p.search-text dir="auto" {
                @for stretch in excerpt(&text, query) {
                    @if stretch.marked { mark { (stretch.words) } } @else { (stretch.words) }
                }
            } }
        }
        @if line.kind == Kind::Photo && shield.is_none() {
            img.search-photo src={ "/photos/" (line.id) "/small" } alt="" loading="lazy" decoding="async" width="64" height="64";
        }
    }
}

/// People to choose from while one types; nothing where there is nobody.
pub(super) fn people_offered(visit: &Visit, offered: &[people::Person]) -> Markup {
    let lang = visit.lang();
    let drawn = offered.iter().map(|person| {
        let picture = person.picture.as_deref().map(|name| picture_address(person.id, name));
        let face = ui::Face { id: person.id.0, name: &person.shown_name, picture: picture.as_deref(), address: None };
        let drawn = html! {
            (ui::avatar(&face, AvatarSize::Small))
            span.suggest-words {
                bdi { (person.shown_name) } " "
                span.soft { bdi { "@" (person.username) } " · " (posts::role_word(lang, visit.rules().kind, person.role)) }
            }
        };
        (format!("@{}", person.username), drawn)
    });
    offer(lang, lang.suggest_people(), drawn.collect())
}

/// Tags to choose from while one types; nothing where there is none.
pub(super) fn tags_offered(lang: &Lang, offered: &[String]) -> Markup {
    let drawn = offered.iter().map(|tag| (format!("#{tag}"), html! { (ui::icon(Icon::Hash)) bdi { (tag) } }));
    offer(lang, lang.suggest_tags(), drawn.collect())
}

fn offer(lang: &Lang, label: &str, offered: Vec<(String, Markup)>) -> Markup {
    html! {
        @if !offered.is_empty() {
            ul.suggest #suggest role="listbox" aria-label=(label) data-said=(lang.suggest_said(offered.len() as i64)) {
                @for (place, (name, drawn)) in offered.iter().enumerate() {
                    li role="option" id={ "suggest-" (place) } aria-selected="false" data-name=(name) { (drawn) }
                }
            }
        }
    }
}
