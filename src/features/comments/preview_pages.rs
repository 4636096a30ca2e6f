//! Routes of looking at a comment before it is sent or changed.

use super::pages::{Typed, edit_page, thread_page};
use super::photo_pages::photo_page;
use crate::base::{Error, ItemId, Problem, Result, Under, limits, text};
use crate::features::items;
use crate::ui::{Markup, Said};
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

async fn under_post(visit: Visit) -> Answer {
    let post = visit.part::<ItemId>("id")?;
    under(&visit, Under::Post(post)).await
}

async fn under_photo(visit: Visit) -> Answer {
    let photo = visit.part::<ItemId>("id")?;
    under(&visit, Under::Photo(photo)).await
}

async fn under(visit: &Visit, under: Under) -> Answer {
    visit.read(|look| super::parent(look, under)).await?;
    let mut typed = Typed::of(&visit.form);
    let problems = match drawn(visit).await {
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
