//! Routes of looking at a comment before it is sent or changed.

use super::pages::{Typed, edit_page, is_well, thread_page};
use super::photo_pages::photo_page;
use crate::base::{Error, ItemId, Problem, Result, Under, limits, text};
use crate::features::{drafts, items, photos};
use crate::ui::{Markup, Said};
use crate::web::upload::UploadedFile;
use crate::web::{Answer, Gate, Routes, Visit};

pub(super) fn routes() -> Routes {
    Routes::default()
        .upload("/posts/{id}/comments/preview", Gate::Member, under_post)
        .upload("/photos/{id}/comments/preview", Gate::Member, under_photo)
        .post("/comments/{id}/edit/preview", Gate::Member, edit)
}

/// The text of the form as it would look.
async fn drawn(visit: &Visit) -> Result<Markup> {
    visit.pace("preview", 60, 1.0)?;
    let body = text::tidy(visit.form.text("body"));
    if body.chars().count() > limits::COMMENT_CHARS_MAX {
        return Err(Error::field("body", Problem::TooLong { limit: limits::COMMENT_CHARS_MAX }));
    }
    let named = visit.read(|look| items::would_name(look, &body)).await?;
    Ok(items::preview_text(visit.lang(), &body, &named))
}

/// The page that comes next cannot hold a file, so a photo that was chosen waits for the comment to be sent.
async fn waits(visit: &Visit, mut files: Vec<UploadedFile>, typed: &Typed) -> Result<()> {
    if files.is_empty() || visit.takes_changes() {
        return Ok(());
    }
    visit.pace("draft-photo", 60, 2.0)?;
    files.truncate(1);
    let (ready, problems) = photos::prepared_each(visit, files, std::slice::from_ref(&typed.alt)).await?;
    if !ready.photos.is_empty() {
        drafts::keep_of_comment(visit, ready).await?;
    }
    if problems.is_empty() { Ok(()) } else { Err(Error::Invalid(problems)) }
}

async fn under_post(visit: Visit) -> Answer {
    let post = visit.part::<ItemId>("id")?;
    under(visit, Under::Post(post)).await
}

async fn under_photo(visit: Visit) -> Answer {
    let photo = visit.part::<ItemId>("id")?;
    under(visit, Under::Photo(photo)).await
}

async fn under(mut visit: Visit, under: Under) -> Answer {
    visit.read(|look| super::parent(look, under)).await?;
    let mut typed = Typed::of(&visit.form);
    let (files, live) = (visit.form.files("photo"), visit.takes_changes());
    let came = !files.is_empty();
    let visit = &visit;
    let drawn = match waits(visit, files, &typed).await {
        Ok(()) => drawn(visit).await,
        Err(error) => Err(error),
    };
    if !live {
        let well =
            drawn.as_ref().err().is_none_or(|error| matches!(error, Error::Invalid(found) if is_well(found)));
        typed = typed.with_photo(visit, came && well).await?;
    }
    let problems = match drawn {
        Ok(preview) if visit.takes_changes() => return Ok(visit.changes(items::preview_change(&preview))),
        Ok(preview) => {
            typed.previewed = Some(preview);
            None
        }
        Err(Error::Invalid(problems)) => Some(problems),
        Err(error) => return Err(error),
    };
    match under {
        Under::Post(post) => thread_page(visit, post, &typed, problems.as_ref()).await,
        Under::Photo(photo) => photo_page(visit, photo, &typed, problems.as_ref()).await,
    }
}

async fn edit(visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    let (comment, alt) = visit.read(|look| super::pages::with_photo_words(look, id)).await?;
    if !items::is_mine_to_change(visit.viewer(), comment.author.id, comment.state) {
        return Err(Error::NotFound);
    }
    let (body, words) = (visit.form.text("body").to_owned(), visit.form.text("alt").to_owned());
    let typed = (body.as_str(), alt.map(|_| words.as_str()));
    match drawn(&visit).await {
        Ok(preview) if visit.takes_changes() => Ok(visit.changes(items::preview_change(&preview))),
        Ok(preview) => edit_page(&visit, &comment, typed, &Said::default(), Some(&preview)),
        Err(Error::Invalid(problems)) => {
            edit_page(&visit, &comment, typed, &Said::new(visit.lang(), &problems), None)
        }
        Err(error) => Err(error),
    }
}
