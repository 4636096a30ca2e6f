//! The one place to write: text, photos, and who will see it.

use maud::{Markup, Render, html};

use super::form::problems;
use super::{AudiencePicker, Field, Icon, Problem, audience_picker, icon, icon_turning, textarea};
use crate::lang::Lang;

/// What a composer needs to be drawn, new or come back with problems.
#[derive(Clone, Copy, Debug)]
pub struct Composer<'a> {
    /// Where it is sent.
    pub action: &'a str,
    /// The same-site token of the visit.
    pub same_site: &'a str,
    /// What was typed.
    pub text: &'a str,
    /// At most so many letters.
    pub letters_max: usize,
    /// At most so many photos.
    pub photos_max: u32,
    /// At most so many bytes a photo.
    pub photo_bytes_max: u64,
    /// At most so many letters in the description of a photo.
    pub alt_letters_max: usize,
    /// Who will see it.
    pub audience: AudiencePicker<'a>,
    /// What was wrong when it was sent before. Fields are `body`, `photo`, `audience`.
    pub problems: &'a [Problem<'a>],
    /// Whether the cursor stands in it when the page opens.
    pub autofocus: bool,
    /// The name under which it is kept while it is written; sent as `draft`.
    pub draft: &'a str,
    /// Where it is kept: the list of what is kept stands there, too.
    pub keep: &'a str,
    /// Where it is looked at before it is sent.
    pub preview: &'a str,
    /// May photos be sent with it?
    pub photos: bool,
    /// Photos that are kept with it already.
    pub kept: &'a [KeptPhoto<'a>],
}

/// A photo that is kept with what is written.
#[derive(Clone, Debug)]
pub struct KeptPhoto<'a> {
    /// Its number, sent as `kept`.
    pub id: i64,
    /// Its place in the form, from 1: by it screen readers tell the buttons apart.
    pub number: i64,
    /// The address of the picture, small.
    pub picture: String,
    /// What it shows, as typed until now; sent as `kept-alt`.
    pub alt: &'a str,
    /// At most so many letters.
    pub letters_max: usize,
    /// What is wrong with what it shows.
    pub problem: Option<&'a str>,
}

/// Draws the composer; `more` are further things to add, folded. Sends `body`, `photo` (files), `alt` (one a photo, in order),
/// `kept` and `kept-alt` (one each for a photo that is kept already), `audience` and its parts.
pub fn composer(lang: &Lang, draft: &Composer<'_>, more: &impl Render) -> Markup {
    let problem_of =
        |name: &str| draft.problems.iter().find(|each| each.field == name).map(|each| each.words);
    let field =
        Field::new("body", lang.composer_text()).label_unseen().value(draft.text).suggests("/suggest");
    let mut field =
        field.placeholder(lang.composer_write()).letters_max(draft.letters_max).problem(problem_of("body"));
    if draft.autofocus {
        field = field.autofocus();
    }
    html! {
        form.card.composer #composer method="post" action=(draft.action) enctype="multipart/form-data"
            data-guard=(lang.form_leave()) data-draft=(draft.keep) data-upload[draft.photos] data-photos-max=(draft.photos_max) data-bytes-max=(draft.photo_bytes_max)
            data-not-photo=(lang.composer_not_photo()) data-too-large=(lang.composer_too_large())
            data-too-many=(lang.composer_too_many(i64::from(draft.photos_max)))
            data-no-network=(lang.composer_no_network()) data-not-taken=(lang.composer_not_taken()) {
            input type="hidden" name="same_site" value=(draft.same_site);
            input type="hidden" name="draft" value=(draft.draft);
            (problems(lang, draft.problems, &html! {}))
            (textarea(&field, 3))
            ul.picked data-kept-photos { @for photo in draft.kept { (kept_photo(lang, photo)) } }
            ul.picked data-picked {}
            (picked_photo(lang, draft.alt_letters_max))
            p.problem data-upload-problem role="alert" hidden[problem_of("photo").is_none()] {
                (icon(Icon::AlertCircle)) span data-words { (problem_of("photo").unwrap_or_default()) }
            }
            progress max="1" value="0" hidden aria-label=(lang.composer_sending()) {}
            (more)
            (audience_picker(lang, &draft.audience))
            div.composer-foot {
                @if draft.photos {
                    label.button.file-button {
                        (icon(Icon::PhotoPlus)) (lang.composer_photos())
                        input #field-photo type="file" name="photo" accept="image/*" multiple;
                    }
                }
                button.button.button-main { (icon_turning(Icon::Send)) (lang.composer_post()) }
            }
            (later(lang, draft))
            @if draft.photos { noscript { p.hint { (lang.composer_describe_later()) } } }
        }
    }
}

/// What one may do before it is sent: look at it, and keep it. Behind the button that sends it, so that the
/// Enter key sends.
fn later(lang: &Lang, draft: &Composer<'_>) -> Markup {
    html! {
        div.composer-later {
            button.button.button-quiet.button-small formaction=(draft.preview) { (icon(Icon::Eye)) (lang.preview_show()) }
            button.button.button-quiet.button-small formaction=(draft.keep) { (icon(Icon::DeviceFloppy)) (lang.draft_keep()) }
            a.button.button-quiet.button-small href=(draft.keep) { (icon(Icon::Pencil)) (lang.draft_title()) }
        }
        p.soft.draft-state #draft-state role="status" {}
        div #preview .preview-place aria-live="polite" {}
    }
}

/// One row for a photo that is kept with what is written.
pub fn kept_photo(lang: &Lang, photo: &KeptPhoto<'_>) -> Markup {
    let id = format!("kept-alt-{}", photo.id);
    let problem = format!("{id}-problem");
    html! {
        li.picked-photo {
            input type="hidden" name="kept" value=(photo.id);
            img src=(photo.picture) alt="";
            // With a script a button takes it out; without one a tick does, when the form is sent or kept. (A button that
            // sends, here, would be the one that the Enter key presses.)
            button.button.picked-remove type="button" data-leave-out
                aria-label={ (lang.composer_remove_photo()) " " (photo.number) } { (icon(Icon::X)) }
            label.label for=(id) { (lang.composer_alt()) }
            input.input #(id) type="text" name="kept-alt" value=(photo.alt) maxlength=(photo.letters_max) dir="auto"
                aria-invalid=[photo.problem.map(|_| "true")] aria-describedby=[photo.problem.map(|_| problem.as_str())];
            label.choice.picked-leave-out {
                input type="checkbox" name="left-out" value=(photo.id);
                span { (lang.composer_remove_photo()) " " (photo.number) }
            }
            @if let Some(words) = photo.problem {
                p.problem #(problem) { (icon(Icon::AlertCircle)) span { (words) } }
            }
        }
    }
}

/// The pattern from which `upload.js` makes one row a chosen photo.
pub(super) fn picked_photo(lang: &Lang, alt_letters_max: usize) -> Markup {
    html! {
        template data-picked-photo {
            li.picked-photo {
                img alt="";
                button.button.picked-remove type="button" aria-label=(lang.composer_remove_photo()) { (icon(Icon::X)) }
                label.label { (lang.composer_alt()) }
                input.input type="text" maxlength=(alt_letters_max) dir="auto";
            }
        }
    }
}
