//! The HTML of one case: the item large, who reported it, what stands round it, and what to do.

use super::case_store::{Before, Case, Item, Report};
use super::looking::Looking;
use super::store::{Decided, Who};
use super::views::{decision_reason, decision_words, kind_words, name, reason_chip, shielded};
use super::{hearing_views, looking_views, own_views, shield_views, talk_views, watch_views};
use crate::base::{Kind, State, limits};
use crate::features::moderation::{self, Decider, DecisionReason};
use crate::lang::Lang;
use crate::ui::{self, Choice, Face, Field, Form, Icon, Now, Said, picture_address};
use maud::{Markup, html};
use std::collections::HashMap;

/// Who is at the desk, and what they typed before.
pub(super) struct Desk<'a> {
    pub lang: &'a Lang,
    pub now: &'a Now,
    pub same_site: &'a str,
    pub me: i64,
    pub keeps_accounts: bool,
    pub safeguards: bool,
    pub moderates: bool,
    /// Do they take cases out as evidence? Who moderates some groups alone does not.
    pub takes_out: bool,
    /// The open case, where there is one.
    pub looking: Option<&'a Looking>,
    /// How they stand to what the page is about.
    pub stance: Stance,
    pub reason: &'a str,
    pub note: &'a str,
    pub said: &'a Said,
}

/// How the viewer stands to what a page is about.
#[derive(Clone, Copy, Default)]
pub(super) struct Stance {
    /// Do they decide, where it is about themselves?
    pub decider: Decider,
    /// May they say or set something about the person?
    pub sets: bool,
}

impl Stance {
    /// Does the viewer decide this?
    pub(super) fn decides(self) -> bool {
        self.decider != Decider::Another
    }
}

impl Desk<'_> {
    /// The same, for one who stands so to what the page is about.
    pub(super) fn standing(self, stance: Stance) -> Self {
        Self { stance, ..self }
    }

    /// Does the viewer decide this?
    pub(super) fn decides(&self) -> bool {
        self.stance.decides()
    }
}

/// What approving means for an item in this state; nothing where there is nothing to approve.
pub(super) fn approval(state: State, by_author: bool, open_reports: bool) -> Option<&'static str> {
    match state {
        State::Held => Some("release"),
        State::Removed if !by_author => Some("restore"),
        _ => open_reports.then_some("keep"),
    }
}

/// One case whole.
pub(super) fn item(desk: &Desk<'_>, case: &Case) -> Markup {
    let (lang, item) = (desk.lang, &case.item);
    html! {
        (head(desk, kind_words(lang, item.kind)))
        div.case {
            div.stack {
                (own_views::state(lang, desk.stance.decider, (lang.desk_own(), lang.desk_own_alone())))
                (looking_views::looking(lang, desk.now, desk.looking))
                section.card.desk-item {
                    @if item.kind == Kind::Conversation { p.soft { (lang.readings_reported_talk()) } }
                    @else { (author(desk, &case.people, item.author.0, case.removed_before)) }
                    p.post-meta {
                        (desk.now.ago(lang, item.made_at))
                        @if item.edited { span { (lang.post_edited()) } }
                        @if item.kind != Kind::Conversation { (state_chip(lang, item)) }
                    }
                    @if !item.body.is_empty() && item.kind != Kind::Photo {
                        @match watch_views::marked(&item.body, &case.watched) {
                            Some(words) => (words),
                            None => div.post-text.prose dir="auto" { (ui::prose::prose(&item.body, &|_| None)) },
                        }
                    }
                    (poll(lang, &case.poll))
                    @for (photo, alt) in &case.photos {
                        (shielded(lang, *photo, alt, "large"))
                        // Staff answer for these words too, and a picture hides them from who can see it.
                        @if !alt.is_empty() { p.soft dir="auto" { (lang.desk_photo_described(alt.as_str())) } }
                    }
                    (ways_on(lang, case))
                    @match &case.talk {
                        Some(talk) => (talk_views::message(desk, case, talk)),
                        None => p { a.button.button-quiet.button-small href=(item.kind.address(item.id)) { (ui::icon(Icon::Link)) (lang.desk_see_in_place()) } },
                    }
                }
                @if let Some(talk) = &case.talk { (talk_views::about(desk, case, talk)) }
                @if desk.moderates && desk.decides() { (shield_views::shield(desk, case)) }
                (watch_views::hits(desk, &case.watched))
                (reports(desk, &case.reports, &case.people))
                (decisions(desk, &case.decisions, &case.people)) (hearing_views::section(desk, &case.talks, &case.people, item.author.0 == desk.me))
                @if item.author.0 != desk.me && desk.takes_out {
                    p { a.button.button-quiet.button-small href={ "/evidence/items/" (item.id) } { (ui::icon(Icon::Download)) (lang.evidence_link()) } }
                }
            }
            @match &case.talk {
                Some(talk) => (talk_views::context(desk, case, talk)),
                None => (context(desk, case)),
            }
        }
        @if desk.decides() {
            (decision_form(desk, case))
            (keys(lang, true))
        } @else { (only_next(desk)) }
    }
}

/// Where the thing itself leads: its document, the post that it passes on, the photos that wait with it.
fn ways_on(lang: &Lang, case: &Case) -> Markup {
    let item = &case.item;
    html! {
        @if item.kind == Kind::File {
            p { a.button.button-small href={ "/files/" (item.id) "/fetch" } download data-turbo="false" { (ui::icon(Icon::Download)) (lang.download()) } }
        }
        @if let Some(root) = case.passes_on {
            p { a.button.button-small href={ "/posts/" (root) } { (ui::icon(Icon::Repeat)) (lang.reshare_original()) } }
        }
        @if item.kind == Kind::Photo && item.state == State::Held {
            p { a.button.button-small href={ "/desk/items/" (item.id) "/photos" } { (ui::icon(Icon::ListCheck)) (lang.desk_photos_more()) } }
        }
    }
}

/// What a poll asks, and the answers to choose from.
fn poll(lang: &Lang, words: &[String]) -> Markup {
    html! {
        @if !words.is_empty() {
            div.poll {
                p.post-meta { (lang.poll_title()) }
                ul.poll-plain { @for words in words.iter().filter(|words| !words.is_empty()) { li dir="auto" { (words) } } }
            }
        }
    }
}

pub(super) fn head(desk: &Desk<'_>, what: &str) -> Markup {
    html! {
        div.main-head {
            h1 { (what) }
            a.button href="/desk" { (ui::icon_turning(Icon::ArrowLeft)) (desk.lang.nav_desk()) }
        }
    }
}

pub(super) fn author(desk: &Desk<'_>, people: &HashMap<i64, Who>, id: i64, before: Before) -> Markup {
    let who = people.get(&id);
    let address = who.map(|who| format!("/people/{}", who.username));
    let picture = who.and_then(|who| who.picture.as_deref());
    let picture = picture.map(|name| picture_address(crate::base::AccountId(id), name));
    let face = Face {
        id,
        name: name(desk.lang, people, id),
        picture: picture.as_deref(),
        address: address.as_deref(),
    };
    let under = desk.lang.desk_removed_before(before.removed);
    html! {
        div.row.row-apart {
            (ui::person(&face, Some(&under)))
            div.row {
                @if desk.stance.sets {
                    a.button.button-small href={ "/admin/people/" (id) "/sanctions/new" } { (ui::icon(Icon::Pencil)) (desk.lang.sanction_new()) }
                }
                @if before.looks_back && id != desk.me {
                    a.button.button-small href={ "/admin/people/" (id) "/timeline" } { (ui::icon(Icon::History)) (desk.lang.timeline_link()) }
                }
                @if desk.keeps_accounts {
                    a.button.button-small href={ "/admin/people/" (id) } { (ui::icon(Icon::Id)) (desk.lang.desk_account()) }
                }
            }
        }
    }
}

fn state_chip(lang: &Lang, item: &Item) -> Markup {
    html! {
        @match item.state {
            State::Held => span.chip.chip-clay { (ui::icon(Icon::Hourglass)) (lang.desk_waits()) },
            State::Removed if item.by_author => span.chip { (ui::icon(Icon::EyeOff)) (lang.desk_author_removed()) },
            State::Removed => span.chip.chip-harm { (ui::icon(Icon::EyeOff)) (lang.desk_was_removed()) },
            State::Shown => span.chip.chip-good { (ui::icon(Icon::Eye)) (lang.desk_is_shown()) },
        }
    }
}

pub(super) fn reports(desk: &Desk<'_>, reports: &[Report], people: &HashMap<i64, Who>) -> Markup {
    let lang = desk.lang;
    html! {
        section.card {
            h2.card-title { (lang.desk_reports_title()) }
            @if reports.is_empty() { p.soft { (lang.desk_no_reports()) } }
            ul.list {
                @for report in reports {
                    li.case-report {
                        div.row {
                            (reason_chip(lang, &report.reason, 1))
                            @match report.reporter {
                                Some(id) => bdi { (name(lang, people, id)) },
                                None => span.soft { (lang.desk_reporter_kept()) },
                            }
                            span.soft { (desk.now.ago(lang, report.made_at)) }
                            @if !report.open { span.chip { (ui::icon(Icon::Check)) (lang.desk_closed()) } }
                        }
                        @if !report.note.is_empty() { p dir="auto" { (report.note) } }
                    }
                }
            }
        }
    }
}

pub(super) fn decisions(desk: &Desk<'_>, decisions: &[Decided], people: &HashMap<i64, Who>) -> Markup {
    let lang = desk.lang;
    html! {
        @if !decisions.is_empty() {
            section.card {
                h2.card-title { (lang.desk_decisions()) }
                ul.list {
                    @for decision in decisions {
                        @let (sign, words) = decision_words(lang, &decision.kind);
                        li.case-report {
                            div.row {
                                span.chip { (ui::icon(sign)) (words) }
                                @if let Some(reason) = decision_reason(lang, decision) { span { (reason) } }
                                @if decision.alone { span.chip.chip-clay { (ui::icon(Icon::InfoCircle)) (lang.desk_alone()) } }
                                span.soft { (lang.desk_by(name(lang, people, decision.by))) }
                                span.soft { (desk.now.ago(lang, decision.made_at)) }
                            }
                            @if !decision.note.is_empty() { p dir="auto" { (decision.note) } }
                        }
                    }
                }
            }
        }
    }
}

/// The post it stands in, and the comments round it.
fn context(desk: &Desk<'_>, case: &Case) -> Markup {
    let lang = desk.lang;
    let line = |item: &Item, here: bool| {
        html! {
            li.case-line .case-here[here] {
                div.row {
                    strong { bdi { (name(lang, &case.people, item.author.0)) } }
                    span.soft { (desk.now.ago(lang, item.made_at)) }
                    @if item.state != State::Shown { (state_chip(lang, item)) }
                }
                p.case-text dir="auto" { (item.body) }
            }
        }
    };
    let nothing = case.post.is_none() && case.before.is_empty() && case.after.is_empty();
    html! {
        details.card.case-context open {
            summary data-key="c" { h2.card-title { (lang.desk_context()) } }
            @if nothing { p.soft { (lang.desk_no_context()) } }
            ol.case-lines {
                @if let Some(post) = &case.post { (line(post, false)) }
                @for item in &case.before { (line(item, false)) }
                @if case.item.kind == Kind::Comment { (line(&case.item, true)) }
                @for item in &case.after { (line(item, false)) }
            }
        }
    }
}

/// What to do: always the same three places.
fn decision_form(desk: &Desk<'_>, case: &Case) -> Markup {
    let (lang, item) = (desk.lang, &case.item);
    let open = case.reports.iter().any(|report| report.open) || case.watched.iter().any(|hit| hit.open);
    let approve = approval(item.state, item.by_author, open);
    let (sign, words) = match approve {
        Some("release") => (Icon::Check, lang.desk_release()),
        Some("restore") => (Icon::ArrowBackUp, lang.desk_restore()),
        _ => (Icon::Check, lang.desk_keep()),
    };
    let can_remove = item.state != State::Removed && item.kind != Kind::Conversation;
    let problems = desk.said.list();
    let form = Form {
        action: &format!("/desk/items/{}", item.id),
        same_site: desk.same_site,
        problems: &problems,
        ..Form::default()
    };
    let note = Field::new("note", lang.desk_note()).optional(lang.form_optional()).value(desk.note);
    let note = note.letters_max(limits::REASON_CHARS_MAX).problem(desk.said.of("note"));
    html! {
        div.decision {
            (ui::form(lang, &form, html! {
                div.decision-words {
                    @if can_remove { (reason_select(desk)) }
                    (folded(desk, lang.desk_note(), &note))
                }
                div.buttons {
                    button.button name="act" value=(approve.unwrap_or("keep")) disabled[approve.is_none()] data-key="a" {
                        span.key { "A" } (ui::icon(sign)) (words)
                    }
                    button.button.button-harm name="act" value="remove" disabled[!can_remove] data-key="r" data-needs="field-reason" {
                        span.key { "R" } (ui::icon(Icon::Trash)) (lang.desk_remove())
                    }
                    a.button.button-quiet href=(next(desk)) data-key="n" { span.key { "N" } (lang.desk_next()) }
                }
            }))
        }
    }
}

/// Where somebody else decides: on to the case after this one.
pub(super) fn only_next(desk: &Desk<'_>) -> Markup {
    html! {
        div.decision {
            div.buttons { a.button.button-quiet href=(next(desk)) data-key="n" { span.key { "N" } (desk.lang.desk_next()) } }
        }
    }
}

/// Where the key N leads: to the case after this one.
pub(super) fn next(desk: &Desk<'_>) -> String {
    format!("/desk/next?case={}", desk.looking.map_or(0, |looking| looking.case))
}

/// The note, folded away on a phone until it is asked for: the case itself needs the room. Open where
/// something stands in it or is wrong with it.
pub(super) fn folded(desk: &Desk<'_>, words: &str, note: &Field<'_>) -> Markup {
    let open = !desk.note.is_empty() || desk.said.of("note").is_some();
    html! {
        details.decision-note open[open] {
            summary { (words) " " span.label-optional { "(" (desk.lang.form_optional()) ")" } }
            (ui::textarea(note, 1))
        }
    }
}

/// Why something is taken away: the author reads it.
fn reason_select(desk: &Desk<'_>) -> Markup {
    reasons(desk, "reason", desk.lang.desk_reason())
}

/// The reasons to choose from that speak against something, under this name.
pub(super) fn reasons(desk: &Desk<'_>, name: &str, label: &str) -> Markup {
    let lang = desk.lang;
    let against =
        |reason: &&DecisionReason| !matches!(reason, DecisionReason::Mistake | DecisionReason::Fine);
    let first =
        Choice { value: "", label: lang.desk_choose_reason(), hint: None, chosen: desk.reason.is_empty() };
    let choices: Vec<Choice<'_>> = [first]
        .into_iter()
        .chain(DecisionReason::ALL.iter().filter(against).map(|reason| Choice {
            value: reason.word(),
            label: moderation::decision_reason_words(lang, *reason),
            hint: None,
            chosen: desk.reason == reason.word(),
        }))
        .collect();
    ui::select(&Field::new(name, label).problem(desk.said.of(name)), &choices)
}

/// The keys, in words.
pub(super) fn keys(lang: &Lang, item: bool) -> Markup {
    html! {
        p.soft.case-keys {
            (lang.desk_keys()) " "
            span.key { "A" } " " (lang.desk_key_approve()) " "
            @if item { span.key { "R" } " " (lang.desk_remove()) " " }
            span.key { "N" } " " (lang.desk_next())
            @if item { " " span.key { "C" } " " (lang.desk_context()) }
        }
    }
}
