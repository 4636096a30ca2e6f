//! The HTML of what is mine: the way to all of it, my profile, how my pages look, whom I blocked.

use super::list_views::{Row, row};
use super::store::Preferences;
use super::views::portrait;
use super::{Person, ProfileDraft};
use crate::base::limits;
use crate::features::posts;
use crate::lang::Lang;
use crate::ui::{self, AvatarSize, Button, Choice, Field, Form, Icon, Said};
use crate::web::Visit;
use maud::{Markup, html};

/// The words of the themes, as the database keeps them.
pub(super) const THEMES: [&str; 4] = ["auto", "light", "dark", "contrast"];
/// The words of the sizes of text.
pub(super) const TEXT_SIZES: [&str; 3] = ["normal", "large", "larger"];

/// Name, sign-in name and role.
fn who(visit: &Visit, me: &Person) -> Markup {
    let role = posts::role_word(visit.lang(), visit.rules().kind, me.role);
    html! { div { h1 { bdi { (me.shown_name) } } p.soft { bdi { "@" (me.username) } " · " (role) } } }
}

/// The way to everything that is mine.
pub(super) fn hub(visit: &Visit, me: &Person) -> Markup {
    let lang = visit.lang();
    let own = format!("/people/{}", me.username);
    let link = |address: &str, sign: Icon, words: &str| {
        html! { li { a href=(address) { (ui::icon(sign)) (words) } } }
    };
    html! {
        section.card.profile-head {
            (portrait(me, AvatarSize::Large))
            (who(visit, me))
        }
        section.card {
            h2.card-title { (lang.my_page()) }
            ul.link-list {
                (link(&own, Icon::FileText, lang.my_posts()))
                (link(&format!("{own}/albums"), Icon::Album, lang.albums_mine()))
                (link(&format!("{own}/tagged"), Icon::Photo, lang.spots_of_me()))
                (link("/streams/commented", Icon::MessageCircle, lang.stream_commented()))
                (link("/streams/reacted", Icon::Heart, lang.stream_reacted()))
                (link("/streams/mentions", Icon::At, lang.stream_mentions()))
                (link("/streams/tags", Icon::Hash, lang.stream_tags()))
                (link("/drafts", Icon::Pencil, lang.draft_title()))
                (link("/my/hidden", Icon::EyeOff, lang.stream_hidden()))
                (link("/my/profile", Icon::Pencil, lang.my_profile()))
            }
        }
        section.card {
            h2.card-title { (lang.my_people()) }
            ul.link-list {
                (link("/contacts", Icon::Users, lang.people_my_contacts()))
                (link("/aspects", Icon::Circles, lang.aspect_title()))
                (link("/streams/aspects", Icon::Circles, lang.stream_aspects()))
                (link("/my/blocks", Icon::Ban, lang.block_list()))
            }
        }
        section.card {
            h2.card-title { (lang.nav_settings()) }
            ul.link-list {
                (link("/my/preferences", Icon::Adjustments, lang.my_preferences()))
                (link("/my/tags", Icon::UserCheck, lang.spots_mine()))
                @if visit.rules().show_presence { (link("/my/presence", Icon::Eye, lang.chat_presence())) }
                (link("/my/preferences#field-read_aloud", Icon::Volume, lang.my_aids()))
                (link("/my/notices", Icon::Bell, lang.hear_title()))
                (link("/password", Icon::Key, lang.password_title()))
                (link("/my/sessions", Icon::Login, lang.sessions_title()))
            }
        }
        section.card {
            h2.card-title { (lang.record_here()) }
            ul.link-list {
                (link("/my/space", Icon::ChartBar, lang.space_title()))
                (link("/my/record", Icon::ClipboardList, lang.record_title()))
                (link("/my/archive", Icon::Download, lang.archive_title()))
                (link("/my/close", Icon::Logout, lang.leaving_title()))
            }
        }
    }
}

/// My profile as a form. The picture can be taken away by itself.
pub(super) fn profile(visit: &Visit, me: &Person, draft: &ProfileDraft, said: &Said) -> Markup {
    let (lang, same_site, problems) = (visit.lang(), visit.same_site(), said.list());
    let form = Form {
        action: "/my/profile",
        same_site: &same_site,
        problems: &problems,
        files: true,
        guard: true,
        ..Form::default()
    };
    let line = |name, label, value| {
        let field = Field::new(name, label).value(value).optional(lang.form_optional());
        ui::text(&field.letters_max(limits::LINE_CHARS_MAX).problem(said.of(name)))
    };
    let picture = Field::new("picture", lang.my_picture()).hint(lang.my_picture_hint());
    let may_send =
        visit.someone().is_some_and(|me| me.may_send(visit.rules())) || said.of("picture").is_some();
    let bio = Field::new("bio", lang.my_bio()).hint(lang.my_bio_hint()).value(&draft.bio);
    html! {
        section.card {
            h1 { (lang.my_profile()) }
            p.soft { (lang.my_profile_about()) }
            div.row {
                (portrait(me, AvatarSize::Large))
                @if me.picture.is_some() {
                    (ui::act_button("/my/profile/picture/remove", None, Button::Usual, Some(Icon::Trash), lang.my_picture_remove()))
                }
            }
            (ui::form(lang, &form, html! {
                dl.facts { dt { (lang.people_shown_name()) } dd { bdi { (me.shown_name) } p.hint { (lang.my_name_hint()) } } }
                @if may_send { (ui::file(&picture.optional(lang.form_optional()).problem(said.of("picture")), "image/*", false)) }
                (line("pronouns", lang.profile_pronouns(), &draft.pronouns))
                (line("place", lang.profile_place(), &draft.place))
                (birthday(lang, draft, said))
                (ui::textarea(&bio.optional(lang.form_optional()).letters_max(limits::BIO_CHARS_MAX).problem(said.of("bio")), 6))
                div.buttons {
                    (ui::button(Button::Main, None, lang.save()))
                    a class=(Button::Quiet.class()) href={ "/people/" (me.username) } { (lang.cancel()) }
                }
            }))
        }
    }
}

/// Day and month, without a year: how old somebody is nobody needs to know.
fn birthday(lang: &Lang, draft: &ProfileDraft, said: &Said) -> Markup {
    let numbers: Vec<String> = (1..=31).map(|day| day.to_string()).collect();
    let none = |chosen: &str| Choice { value: "", label: "–", hint: None, chosen: chosen.is_empty() };
    let day = |number| {
        let number: &String = number;
        Choice { value: number, label: number, hint: None, chosen: *number == draft.birth_day }
    };
    let days: Vec<Choice<'_>> =
        std::iter::once(none(&draft.birth_day)).chain(numbers.iter().map(day)).collect();
    let months = [
        lang.month_january(),
        lang.month_february(),
        lang.month_march(),
        lang.month_april(),
        lang.month_may(),
        lang.month_june(),
        lang.month_july(),
        lang.month_august(),
        lang.month_september(),
        lang.month_october(),
        lang.month_november(),
        lang.month_december(),
    ];
    let month = |(label, number)| {
        let number: &String = number;
        Choice { value: number, label, hint: None, chosen: *number == draft.birth_month }
    };
    let months = months.into_iter().zip(&numbers).map(month);
    let months: Vec<Choice<'_>> = std::iter::once(none(&draft.birth_month)).chain(months).collect();
    let field =
        |name, label| Field::new(name, label).short().optional(lang.form_optional()).problem(said.of(name));
    html! {
        div.row {
            (ui::select(&field("birth_day", lang.my_birth_day()), &days))
            (ui::select(&field("birth_month", lang.my_birth_month()), &months))
        }
    }
}

/// Language, theme, size of text.
pub(super) fn preferences(visit: &Visit, chosen: &Preferences, said: &Said) -> Markup {
    let (lang, same_site, problems) = (visit.lang(), visit.same_site(), said.list());
    let form = Form {
        action: "/my/preferences",
        same_site: &same_site,
        problems: &problems,
        whole_page: true,
        ..Form::default()
    };
    let browser = Choice {
        value: "",
        label: lang.my_language_browser(),
        hint: None,
        chosen: chosen.language.is_empty(),
    };
    let known = Lang::all().iter().map(|each| Choice {
        value: each.tag(),
        label: each.name(),
        hint: None,
        chosen: each.tag() == chosen.language,
    });
    let languages: Vec<Choice<'_>> = std::iter::once(browser).chain(known).collect();
    let labels =
        [lang.my_theme_auto(), lang.my_theme_light(), lang.my_theme_dark(), lang.my_theme_contrast()];
    let themes = choices(&THEMES, &labels, &chosen.theme);
    let labels = [lang.my_text_normal(), lang.my_text_large(), lang.my_text_larger()];
    let sizes = choices(&TEXT_SIZES, &labels, &chosen.text_size);
    let field = |name, label| Field::new(name, label).problem(said.of(name));
    html! {
        section.card {
            h1 { (lang.my_preferences()) }
            (ui::form(lang, &form, html! {
                (ui::select(&field("language", lang.my_language()), &languages))
                (ui::radios(&field("theme", lang.my_theme()), &themes))
                (ui::radios(&field("text_size", lang.my_text_size()), &sizes))
                (ui::checkbox(&field("open_shields", lang.shield_always()).hint(lang.shield_always_hint()), chosen.open_shields))
                (ui::checkbox(&field("quiet_sound", lang.my_sound()).hint(lang.my_sound_hint()), chosen.quiet_sound))
                (ui::checkbox(&field("read_aloud", lang.my_aloud()).hint(lang.my_aloud_hint()), chosen.read_aloud))
                @if chosen.read_aloud { p.hint data-aloud-none hidden { (lang.my_aloud_none()) } }
                (ui::checkbox(&field("keys", lang.my_keys()).hint(lang.my_keys_hint()), chosen.keys))
                p.small { a href="/help/keys" { (lang.my_keys_list()) } }
                (ui::button(Button::Main, None, lang.save()))
            }))
        }
        section.card {
            ul.link-list {
                li { a href="/password" { (ui::icon(Icon::Key)) (lang.password_title()) } }
                li { a href="/my/sessions" { (ui::icon(Icon::Login)) (lang.sessions_title()) } }
                li { a href="/my/blocks" { (ui::icon(Icon::Ban)) (lang.block_list()) } }
            }
        }
    }
}

fn choices<'a>(words: &[&'a str], labels: &[&'a str], chosen: &str) -> Vec<Choice<'a>> {
    let pairs = words.iter().zip(labels);
    pairs.map(|(value, label)| Choice { value, label, hint: None, chosen: *value == chosen }).collect()
}

/// Whom I blocked, each with a way back.
pub(super) fn blocks(visit: &Visit, people: &[Person]) -> Markup {
    let lang = visit.lang();
    let rows = Row::of(visit);
    let undo = |person: &Person| {
        let action = format!("/people/{}/unblock", person.username);
        ui::act_button(&action, Some(("return", "blocks")), Button::Usual, None, lang.block_undo())
    };
    html! {
        h1 { (lang.block_list()) }
        p.soft { (lang.block_list_about()) }
        @if people.is_empty() { (ui::empty(Icon::Ban, lang.block_none(), lang.block_none_words(), None)) }
        @else {
            section.card.card-flush {
                ul.list role="list" { @for person in people { li { (row(&rows, person, undo(person))) } } }
            }
        }
    }
}
