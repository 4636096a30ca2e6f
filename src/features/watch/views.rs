//! The HTML of the rules for words. A word stands covered until it is asked for: nobody is made to read it.

use super::Category;
use super::pages::Beside;
use super::past_views;
use super::store::{Filter, Rule};
use super::typed::Typed;
use super::worth::Worth;
use crate::base::limits;
use crate::base::watch::{Action, Kind, Surface};
use crate::features::moderation::surface_words;
use crate::lang::Lang;
use crate::ui::{self, Button, Choice, Field, Form, Icon, Now, Said};
use maud::{Markup, html};
use std::collections::HashMap;

/// What the list shows.
pub(super) struct List<'a> {
    pub rules: &'a [Rule],
    pub worth: &'a HashMap<i64, Worth>,
    pub count: i64,
    pub filter: &'a Filter,
    /// Below which id older rules begin.
    pub older: Option<i64>,
    pub now: &'a Now,
    pub same_site: &'a str,
}

/// What the form shows.
pub(super) struct Edit<'a> {
    pub id: Option<i64>,
    pub typed: &'a Typed,
    pub said: &'a Said,
    pub beside: &'a Beside,
    pub same_site: &'a str,
}

/// A word that is covered until somebody asks for it, with a script or without.
pub(super) fn covered(lang: &Lang, words: &str) -> Markup {
    let first: String = words.trim_start_matches('*').chars().take(1).collect();
    html! {
        details.covered { summary { span.unseen { (lang.watch_uncover()) " " } bdi { (first) "•••" } } bdi { (words) } }
    }
}

fn kind_words(lang: &Lang, kind: Kind) -> (&str, &str) {
    match kind {
        Kind::Word => (lang.watch_kind_word(), lang.watch_kind_word_hint()),
        Kind::Phrase => (lang.watch_kind_phrase(), lang.watch_kind_phrase_hint()),
        Kind::Prefix => (lang.watch_kind_prefix(), lang.watch_kind_prefix_hint()),
        Kind::Anywhere => (lang.watch_kind_anywhere(), lang.watch_kind_anywhere_hint()),
    }
}

fn action_words(lang: &Lang, action: Action) -> (&str, &str) {
    match action {
        Action::Block => (lang.watch_action_block(), lang.watch_action_block_hint()),
        Action::Hold => (lang.watch_action_hold(), lang.watch_action_hold_hint()),
        Action::Flag => (lang.watch_action_flag(), lang.watch_action_flag_hint()),
        Action::Censor => (lang.watch_action_censor(), lang.watch_action_censor_hint()),
        Action::Help => (lang.watch_action_help(), lang.watch_action_help_hint()),
    }
}

fn category_words(lang: &Lang, category: Category) -> &str {
    match category {
        Category::Bullying => lang.watch_category_bullying(),
        Category::Threats => lang.watch_category_threats(),
        Category::SelfHarm => lang.watch_category_self_harm(),
        Category::Drugs => lang.watch_category_drugs(),
        Category::Weapons => lang.watch_category_weapons(),
        Category::Sexual => lang.watch_category_sexual(),
        Category::Other => lang.watch_category_other(),
    }
}

fn severity_words(lang: &Lang, severity: u8) -> &str {
    match severity {
        1 => lang.watch_severity_1(),
        2 => lang.watch_severity_2(),
        _ => lang.watch_severity_3(),
    }
}

/// All rules, with filters.
pub(super) fn list(lang: &Lang, shown: &List<'_>) -> Markup {
    let filter = shown.filter;
    let older = shown.older.map(|id| format!("/watch?before={id}{}", asked(filter)));
    html! {
        div.main-head {
            h1 { (lang.watch_title()) }
            div.buttons {
                a.button href="/watch/table" { (ui::icon(Icon::List)) (lang.watch_table()) }
                a.button.button-main href="/watch/new" { (ui::icon(Icon::Plus)) (lang.watch_new()) }
            }
        }
        p.soft { (lang.watch_about()) }
        (filters(lang, filter))
        @if shown.rules.is_empty() {
            @if *filter == Filter::default() && shown.count == 0 {
                (ui::empty(Icon::Filter, lang.watch_empty(), lang.watch_empty_words(), Some(("/watch/new", lang.watch_new()))))
            } @else { (ui::empty(Icon::Filter, lang.watch_none(), lang.watch_none_words(), None)) }
        } @else {
            p.soft { (lang.watch_count(shown.count)) }
            section.card.card-flush {
                ul.list { @for rule in shown.rules { li { (row(lang, shown, rule)) } } }
            }
        }
        (ui::pager(lang, None, older.as_deref()))
    }
}

/// The filters as an address carries them on to the next page.
fn asked(filter: &Filter) -> String {
    let pairs = [
        ("words", &filter.words),
        ("action", &filter.action),
        ("category", &filter.category),
        ("language", &filter.language),
        ("state", &filter.state),
    ];
    let given = pairs.iter().filter(|(_, value)| !value.is_empty());
    let encoded = |value: &str| {
        percent_encoding::utf8_percent_encode(value, percent_encoding::NON_ALPHANUMERIC).to_string()
    };
    given.map(|(name, value)| format!("&{name}={}", encoded(value))).collect()
}

fn filters(lang: &Lang, filter: &Filter) -> Markup {
    let every =
        |chosen: &str| Choice { value: "", label: lang.watch_every(), hint: None, chosen: chosen.is_empty() };
    let actions = Action::ALL.iter().rev().map(|each| Choice {
        value: each.word(),
        label: action_words(lang, *each).0,
        hint: None,
        chosen: filter.action == each.word(),
    });
    let categories = Category::ALL.iter().map(|each| Choice {
        value: each.word(),
        label: category_words(lang, *each),
        hint: None,
        chosen: filter.category == each.word(),
    });
    let states = [("on", lang.watch_on()), ("off", lang.watch_off())].map(|(value, label)| Choice {
        value,
        label,
        hint: None,
        chosen: filter.state == value,
    });
    let actions: Vec<Choice<'_>> = std::iter::once(every(&filter.action)).chain(actions).collect();
    let categories: Vec<Choice<'_>> = std::iter::once(every(&filter.category)).chain(categories).collect();
    let states: Vec<Choice<'_>> = std::iter::once(every(&filter.state)).chain(states).collect();
    let words = Field::new("words", lang.watch_find()).value(&filter.words);
    let language = Field::new("language", lang.watch_language()).value(&filter.language).short();
    html! {
        details.card open[*filter != Filter::default()] {
            summary { h2.card-title { (ui::icon(Icon::Filter)) (lang.watch_filter()) } }
            form.form method="get" action="/watch" {
                (ui::search(&words.letters_max(limits::WATCH_PATTERN_CHARS_MAX)))
                (ui::select(&Field::new("action", lang.watch_action()), &actions))
                (ui::select(&Field::new("category", lang.watch_category()), &categories))
                (ui::text(&language.letters_max(12)))
                (ui::select(&Field::new("state", lang.watch_state()), &states))
                (ui::button(Button::Usual, Some(Icon::Search), lang.watch_show()))
            }
        }
    }
}

fn row(lang: &Lang, shown: &List<'_>, rule: &Rule) -> Markup {
    let worth = shown.worth.get(&rule.id).copied().unwrap_or_default();
    let ended = rule.until_at.is_some_and(|end| end <= shown.now.ms());
    html! {
        div.row.row-apart {
            div {
                div.row {
                    (covered(lang, &rule.pattern))
                    span.chip { (action_words(lang, rule.action).0) }
                    span.chip { (severity_words(lang, rule.severity)) }
                    span.chip { (category_words(lang, rule.category)) }
                    @if !rule.enabled { span.chip.chip-clay { (lang.watch_off()) } }
                    @else if ended { span.chip.chip-clay { (lang.watch_ended()) } }
                    @if worth.suggests_end() { span.chip.chip-clay { (lang.watch_seldom_right()) } }
                }
                p.soft {
                    (kind_words(lang, rule.kind).0)
                    @if !rule.languages.is_empty() { " · " bdi { (rule.languages.replace(',', ", ")) } }
                    @if !rule.exceptions.is_empty() { " · " (lang.watch_exceptions_count(rule.exceptions.len() as i64)) }
                    @if !rule.note.is_empty() { " · " bdi { (rule.note) } }
                    @if worth.quarter > 0 { " · " (lang.watch_worth_hits(worth.week, worth.month, worth.quarter)) }
                }
            }
            div.buttons {
                a.button.button-small href={ "/watch/" (rule.id) } { (ui::icon(Icon::Pencil)) (lang.watch_change()) }
                form method="post" action={ "/watch/" (rule.id) "/switch" } {
                    input type="hidden" name="same_site" value=(shown.same_site);
                    button.button.button-small name="on" value=(if rule.enabled { "no" } else { "yes" }) {
                        (if rule.enabled { lang.watch_switch_off() } else { lang.watch_switch_on() })
                    }
                }
            }
        }
    }
}

/// The form for one rule, with a box to try it in.
pub(super) fn edit(lang: &Lang, title: &str, shown: &Edit<'_>) -> Markup {
    let (typed, said) = (shown.typed, shown.said);
    let action = shown.id.map_or("/watch".to_owned(), |id| format!("/watch/{id}"));
    let problems = said.list();
    let form = Form {
        action: &action,
        same_site: shown.same_site,
        problems: &problems,
        guard: true,
        whole_page: true,
        ..Form::default()
    };
    let pattern =
        Field::new("pattern", lang.watch_pattern()).hint(lang.watch_pattern_hint()).value(&typed.pattern);
    let exceptions = Field::new("exceptions", lang.watch_exceptions())
        .hint(lang.watch_exceptions_hint())
        .value(&typed.exceptions);
    let languages = Field::new("languages", lang.watch_languages()).hint(lang.watch_languages_hint());
    let note = Field::new("note", lang.watch_note()).hint(lang.watch_note_hint()).value(&typed.note);
    let until = Field::new("until", lang.watch_until()).hint(lang.watch_until_hint()).value(&typed.until);
    let text = Field::new("text", lang.watch_try()).hint(lang.watch_try_hint()).value(&typed.text);
    let optional = lang.form_optional();
    html! {
        h1 { (title) }
        @if let Some(tried) = &shown.beside.tried { (past_views::outcome(lang, tried)) }
        @if let Some(past) = &shown.beside.past { (past_views::past(lang, past)) }
        (past_views::worth(lang, shown.beside.worth))
        section.card {
            (ui::form(lang, &form, html! {
                input type="hidden" name="looked" value=(typed.looked);
                (ui::text(&pattern.required().autocomplete("off").letters_max(limits::WATCH_PATTERN_CHARS_MAX).problem(said.of("pattern"))))
                (ui::radios(&Field::new("kind", lang.watch_kind()), &kinds(lang, &typed.kind)))
                (ui::radios(&Field::new("action", lang.watch_action()).problem(said.of("action")), &actions(lang, &typed.action)))
                (ui::radios(&Field::new("severity", lang.watch_severity()).problem(said.of("severity")), &severities(lang, &typed.severity)))
                (ui::select(&Field::new("category", lang.watch_category()), &categories(lang, &typed.category)))
                (ui::textarea(&exceptions.optional(optional).problem(said.of("exceptions")), 3))
                (ui::checkboxes(&Field::new("surfaces", lang.watch_surfaces()).hint(lang.watch_surfaces_hint()), &surfaces(lang, &typed.surfaces)))
                (ui::text(&languages.value(&typed.languages).optional(optional).problem(said.of("languages"))))
                (ui::date(&until.optional(optional).problem(said.of("until"))))
                (ui::textarea(&note.optional(optional).letters_max(limits::REASON_CHARS_MAX).problem(said.of("note")), 2))
                (ui::checkbox(&Field::new("enabled", lang.watch_enabled()), typed.enabled))
                (ui::textarea(&text.optional(optional).letters_max(limits::POST_CHARS_MAX).problem(said.of("text")), 3))
                div.buttons {
                    button.button.button-main name="do" value="save" { (lang.save()) }
                    button.button name="do" value="try" { (ui::icon(Icon::Eye)) (lang.watch_try_it()) }
                    a.button href="/watch" { (lang.cancel()) }
                }
            }))
        }
        @if let Some(id) = shown.id {
            form.form method="post" action={ "/watch/" (id) "/remove" } {
                input type="hidden" name="same_site" value=(shown.same_site);
                (ui::button(Button::Harm, Some(Icon::Trash), lang.watch_remove()))
            }
        }
    }
}

fn kinds<'a>(lang: &'a Lang, chosen: &str) -> Vec<Choice<'a>> {
    let choice = |kind: &Kind| {
        let (label, hint) = kind_words(lang, *kind);
        Choice { value: kind.word(), label, hint: Some(hint), chosen: chosen == kind.word() }
    };
    Kind::ALL.iter().map(choice).collect()
}

fn actions<'a>(lang: &'a Lang, chosen: &str) -> Vec<Choice<'a>> {
    let choice = |action: &Action| {
        let (label, hint) = action_words(lang, *action);
        Choice { value: action.word(), label, hint: Some(hint), chosen: chosen == action.word() }
    };
    Action::ALL.iter().rev().map(choice).collect()
}

fn severities<'a>(lang: &'a Lang, chosen: &str) -> Vec<Choice<'a>> {
    let numbers = [("1", 1), ("2", 2), ("3", 3)];
    let choice = |(value, severity): (&'static str, u8)| {
        let label = severity_words(lang, severity);
        Choice { value, label, hint: None, chosen: chosen == value }
    };
    numbers.into_iter().map(choice).collect()
}

fn categories<'a>(lang: &'a Lang, chosen: &str) -> Vec<Choice<'a>> {
    let choice = |category: &Category| {
        let label = category_words(lang, *category);
        Choice { value: category.word(), label, hint: None, chosen: chosen == category.word() }
    };
    Category::ALL.iter().map(choice).collect()
}

fn surfaces<'a>(lang: &'a Lang, chosen: &[String]) -> Vec<Choice<'a>> {
    let choice = |surface: &Surface| {
        let (value, label) = (surface.word(), surface_words(lang, *surface));
        Choice { value, label, hint: None, chosen: chosen.iter().any(|word| word == value) }
    };
    Surface::ALL.iter().map(choice).collect()
}
