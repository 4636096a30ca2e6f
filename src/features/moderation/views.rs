//! The HTML of reporting, and the words of reasons that other pages show too.

use super::store::Reported;
use super::{CENSORED, DecisionReason, HELPED, ReadingReason, ReportReason};
use crate::base::watch::Surface;
use crate::base::{AccountId, ItemId, Kind, Rules, SiteKind, limits};
use crate::lang::Lang;
use crate::ui::{self, Button, Face, Field, Form, Icon, Said};
use maud::{Markup, html};

/// What the author of a thing reads under it where word rules matched: with whom to talk, and that others see ■. Nobody
/// else is shown it.
pub fn watched(lang: &Lang, rules: &Rules, marks: i64) -> Markup {
    let staff = match rules.kind {
        SiteKind::School => lang.staff_teachers(),
        SiteKind::Prison => lang.staff_officers(),
        SiteKind::Other => lang.staff_plain(),
    };
    html! {
        @if marks & HELPED != 0 {
            aside.help-card {
                p { (ui::icon(Icon::Heart)) strong { (lang.watch_help_title()) } }
                p { (lang.watch_help_words(staff)) }
                p { a.button.button-small href="/help/need" { (ui::icon(Icon::Lifebuoy)) (lang.watch_help_ask(staff)) } }
            }
        }
        @if marks & CENSORED != 0 { (ui::state(Icon::EyeOff, lang.watch_censored())) }
    }
}

/// "Post", "Name", "Profile": where words stand.
pub fn surface_words(lang: &Lang, surface: Surface) -> &str {
    match surface {
        Surface::Post => lang.watch_surface_post(),
        Surface::Comment => lang.watch_surface_comment(),
        Surface::Message => lang.watch_surface_message(),
        Surface::Caption => lang.watch_surface_caption(),
        Surface::Alt => lang.watch_surface_alt(),
        Surface::Poll => lang.watch_surface_poll(),
        Surface::Album => lang.watch_surface_album(),
        Surface::Group => lang.watch_surface_group(),
        Surface::Name => lang.watch_surface_name(),
        Surface::Profile => lang.watch_surface_profile(),
        Surface::Hashtag => lang.watch_surface_hashtag(),
        Surface::File => lang.watch_surface_file(),
        Surface::Event => lang.watch_surface_event(),
        Surface::Announcement => lang.watch_surface_announcement(),
        Surface::Talk => lang.watch_surface_talk(),
    }
}

/// What is reported.
pub(super) enum What {
    /// A post, comment or photo.
    Item(ItemId, Reported),
    /// A whole conversation, as it is called.
    Talk { id: ItemId, name: String },
    /// Somebody.
    Person { id: AccountId, name: String, username: String },
}

impl What {
    /// The page on which one says that one is worried about them, or about whoever made it.
    pub(super) fn worried(&self) -> String {
        match self {
            What::Item(id, _) | What::Talk { id, .. } => format!("/worried/{id}"),
            What::Person { id, .. } => format!("/worried/person/{id}"),
        }
    }
}

/// Everything that the page of a report shows.
pub(super) struct Report<'a> {
    pub what: &'a What,
    pub reported_before: bool,
    pub action: &'a str,
    pub same_site: &'a str,
    pub back: &'a str,
    pub reason: Option<ReportReason>,
    pub note: &'a str,
    pub said: &'a Said,
}

/// A reason to report, in plain words, with its sign.
pub fn report_reason(lang: &Lang, reason: ReportReason) -> (Icon, &str) {
    match reason {
        ReportReason::Unkind => (Icon::UserX, lang.report_unkind()),
        ReportReason::Threat => (Icon::AlertTriangle, lang.report_threat()),
        ReportReason::Private => (Icon::Lock, lang.report_private()),
        ReportReason::Rude => (Icon::EyeOff, lang.report_rude()),
        ReportReason::Spam => (Icon::Repeat, lang.report_spam()),
        ReportReason::Worried => (Icon::Lifebuoy, lang.report_worried()),
        ReportReason::Other => (Icon::Dots, lang.report_other()),
    }
}

/// A reason of staff, in plain words, as an author reads it.
pub fn decision_reason_words(lang: &Lang, reason: DecisionReason) -> &str {
    match reason {
        DecisionReason::Unkind => lang.decision_unkind(),
        DecisionReason::Threat => lang.decision_threat(),
        DecisionReason::Private => lang.decision_private(),
        DecisionReason::Rude => lang.decision_rude(),
        DecisionReason::Spam => lang.decision_spam(),
        DecisionReason::Rules => lang.decision_rules(),
        DecisionReason::Mistake => lang.decision_mistake(),
        DecisionReason::Fine => lang.decision_fine(),
        DecisionReason::Other => lang.decision_other(),
    }
}

/// Why staff look into private talk, by its word, as everybody reads it.
pub fn reading_reason<'l>(lang: &'l Lang, word: &str) -> &'l str {
    match ReadingReason::parse(word) {
        Some(ReadingReason::Safety) => lang.readings_why_safety(),
        Some(ReadingReason::Bullying) => lang.readings_why_bullying(),
        Some(ReadingReason::Threat) => lang.readings_why_threat(),
        Some(ReadingReason::Grooming) => lang.readings_why_grooming(),
        Some(ReadingReason::Crime) => lang.readings_why_crime(),
        Some(ReadingReason::Court) => lang.readings_why_court(),
        Some(ReadingReason::Other) | None => lang.readings_why_other(),
    }
}

/// Who reads what is told to staff.
pub(super) fn who_reads<'l>(lang: &'l Lang, rules: &Rules) -> &'l str {
    match rules.kind {
        SiteKind::School => lang.report_who_reads_school(),
        SiteKind::Prison => lang.report_who_reads_prison(),
        SiteKind::Other => lang.report_who_reads(),
    }
}

/// The whole page: what it is about, why, and Send.
pub(super) fn report(lang: &Lang, rules: &Rules, drawn: &Report<'_>) -> Markup {
    let problems = drawn.said.list();
    let form = Form {
        action: drawn.action,
        same_site: drawn.same_site,
        problems: &problems,
        guard: true,
        ..Form::default()
    };
    let note = Field::new("note", lang.report_note()).optional(lang.form_optional()).value(drawn.note);
    let note = note.letters_max(limits::REASON_CHARS_MAX).problem(drawn.said.of("note"));
    html! {
        h1 { (lang.report_title()) }
        (about(lang, drawn.what))
        @if drawn.reported_before { (ui::state(Icon::Check, lang.report_before())) }
        section.card {
            (ui::form(lang, &form, html! {
                (reasons(lang, drawn))
                (ui::textarea(&note, 2))
                p.soft { (who_reads(lang, rules)) }
                div.buttons {
                    input type="hidden" name="return" value=(drawn.back);
                    (ui::button(Button::Main, Some(Icon::Send), lang.send()))
                    a.button href=(drawn.back) { (lang.cancel()) }
                }
            }))
        }
    }
}

/// "I am worried" has a page of its own: it accuses nobody.
fn reasons(lang: &Lang, drawn: &Report<'_>) -> Markup {
    let problem = drawn.said.of("reason");
    let worried = drawn.what.worried();
    let breaks = ReportReason::ALL.iter().filter(|reason| **reason != ReportReason::Worried);
    html! {
        fieldset.field #field-reason tabindex="-1" aria-invalid=[problem.map(|_| "true")]
            aria-describedby=[problem.map(|_| "field-reason-problem")] {
            legend.label { (lang.report_why()) }
            @if let Some(words) = problem {
                p.problem #field-reason-problem { (ui::icon(Icon::AlertCircle)) span { (words) } }
            }
            p.hint { (lang.report_breaks_rule()) }
            div.reasons { @for reason in breaks { (choice(lang, *reason, drawn.reason)) } }
            p.hint.reasons-apart { (lang.report_worried_about()) }
            p { a.button href=(worried) { (ui::icon(Icon::Lifebuoy)) (lang.report_worried()) } }
        }
    }
}

fn choice(lang: &Lang, reason: ReportReason, chosen: Option<ReportReason>) -> Markup {
    let (sign, words) = report_reason(lang, reason);
    html! {
        label.reason {
            input type="radio" name="reason" value=(reason.word()) checked[chosen == Some(reason)] required;
            (ui::icon(sign))
            span { (words) }
        }
    }
}

/// Who or what it is about.
pub(super) fn about(lang: &Lang, what: &What) -> Markup {
    match what {
        What::Person { id, name, username } => {
            let address = format!("/people/{username}");
            let face = Face { id: id.0, name, picture: None, address: Some(&address) };
            html! { section.card { (ui::person(&face, Some(lang.report_of_person()))) } }
        }
        What::Talk { id, name } => {
            let face = Face { id: id.0, name, picture: None, address: None };
            html! {
                section.card {
                    (ui::person(&face, Some(lang.readings_report_talk())))
                    p.soft { (lang.readings_report_talk_about()) }
                }
            }
        }
        What::Item(id, item) => {
            let address = format!("/people/{}", item.author_username);
            let face =
                Face { id: item.author.0, name: &item.author_name, picture: None, address: Some(&address) };
            let sort = match item.kind {
                Kind::Post => lang.report_of_post(),
                Kind::Comment => lang.report_of_comment(),
                Kind::Photo => lang.report_of_photo(),
                Kind::Album => lang.report_of_album(),
                Kind::Announcement => lang.report_of_announcement(),
                Kind::Event => lang.report_of_event(),
                Kind::File => lang.report_of_file(),
                Kind::Conversation => lang.report_of_conversation(),
                Kind::Message => lang.report_of_message(),
            };
            html! {
                section.card {
                    (ui::person(&face, Some(sort)))
                    @if item.kind == Kind::Photo {
                        img.reported-photo src={ "/photos/" (id) "/medium" } alt=(item.body);
                    } @else if !item.body.is_empty() {
                        blockquote.excerpt dir="auto" { (item.body) }
                    }
                }
            }
        }
    }
}
