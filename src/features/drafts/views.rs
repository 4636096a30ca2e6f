//! The HTML of drafts: the list of them, and the words that say one was kept.

use super::Kept;
use crate::base::{AudienceKind, limits};
use crate::lang::Lang;
use crate::ui::{self, Button, Icon, Now, prose};
use maud::{Markup, html};

/// Plain words as a piece of page.
pub(super) fn words(words: &str) -> Markup {
    html! { (words) }
}

/// The words under a form of an open page.
pub(super) fn state_change(words: &str) -> String {
    html! { turbo-stream action="update" target="draft-state" { template { (words) } } }.into_string()
}

/// All drafts, each with the way on and the way out.
pub(super) fn list(lang: &Lang, now: &Now, drafts: &[Kept]) -> Markup {
    html! {
        h1 { (lang.draft_title()) }
        p.soft { (lang.draft_about(limits::DRAFTS_MAX)) }
        @if drafts.is_empty() {
            (ui::empty(Icon::Pencil, lang.draft_none(), lang.draft_none_words(), Some(("/posts/new", lang.nav_write()))))
        } @else {
            section.card.card-flush {
                ul.list role="list" { @for draft in drafts { li.search-line { (one(lang, now, draft)) } } }
            }
        }
    }
}

fn one(lang: &Lang, now: &Now, draft: &Kept) -> Markup {
    let text = excerpt(draft);
    let address = format!("/posts/new?draft={}", draft.word);
    html! {
        div.search-words {
            p.post-meta {
                span { (lang.draft_last(now.moment(lang, draft.saved_at))) }
                span { (audience(lang, draft)) }
                @if !draft.form.text("poll-question").is_empty() || draft.form.all("poll-option").any(|option| !option.is_empty()) {
                    span.seen { (ui::icon(Icon::ChartBar)) (lang.poll_title()) }
                }
            }
            p.search-text dir="auto" { @if text.is_empty() { (lang.draft_no_words()) } @else { (text) } }
            div.buttons {
                a.button.button-small href=(address) { (ui::icon(Icon::Pencil)) (lang.draft_go_on()) }
                (ui::act_button(&format!("/drafts/{}/remove", draft.word), None, Button::Quiet, Some(Icon::Trash), lang.draft_remove()))
            }
        }
    }
}

/// The beginning of what was written, without its marks.
pub fn excerpt(draft: &Kept) -> String {
    let text = match draft.form.text("body") {
        "" => draft.form.text("poll-question"),
        body => body,
    };
    prose::plain(text, limits::EXCERPT_CHARS_MAX)
}

fn audience<'l>(lang: &'l Lang, draft: &Kept) -> &'l str {
    match AudienceKind::parse(draft.form.text("audience")).unwrap_or(AudienceKind::Everyone) {
        AudienceKind::Everyone => lang.audience_everyone(),
        AudienceKind::Groups => lang.audience_groups(),
        AudienceKind::Contacts => lang.audience_contacts(),
        AudienceKind::Aspects => lang.audience_aspects(),
        AudienceKind::People => lang.audience_people(),
        AudienceKind::OnlyMe => lang.audience_only_me(),
    }
}
