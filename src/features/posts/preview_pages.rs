//! Routes of looking at a post before it is sent or changed: in place where the page is open, else on a page of its own.

use super::pages::{as_typed, compose_again, draft_of, edit_of, edit_page};
use super::stream_page::composer;
use super::{Seer, preview, said_views, views};
use crate::base::{Error, ItemId, Problems, limits, text};
use crate::features::{drafts, items};
use crate::ui::{Now, Place, Said};
use crate::web::{Answer, Gate, Page, Routes, Visit};

/// Every route of this part.
pub(super) fn routes() -> Routes {
    Routes::default().upload("/posts/preview", Gate::Member, compose).post(
        "/posts/{id}/edit/preview",
        Gate::Member,
        edit,
    )
}

async fn compose(mut visit: Visit) -> Answer {
    visit.pace("preview", 60, 1.0)?;
    let draft = draft_of(&visit.form);
    // The page that comes next cannot hold files, so what was chosen waits with the draft.
    let sends_files = visit.form.files.iter().any(|file| file.field == "photo");
    let changed = sends_files || !drafts::left_out(&visit.form).is_empty();
    if changed && !visit.takes_changes() && drafts::word_of(&visit.form).is_some() {
        let problems = drafts::keep_whole(&mut visit).await?.problems;
        if !problems.is_empty() {
            return compose_again(&visit, &draft, &problems).await;
        }
    }
    let (rules, word) = (visit.rules(), drafts::word_of(&visit.form).unwrap_or_default());
    let looked = visit.read(|look| {
        let photos = drafts::as_typed(drafts::photos(look, word)?, &visit.form);
        Ok((preview::card(look, rules, &draft)?, photos, look.now_ms()))
    });
    let (card, photos, now) = match looked.await {
        Ok(looked) => looked,
        Err(Error::Invalid(problems)) if visit.takes_changes() => return problem(&visit, &problems),
        Err(Error::Invalid(problems)) => return compose_again(&visit, &draft, &problems).await,
        Err(error) => return Err(error),
    };
    let lang = visit.lang();
    let now = Now::new(now, &rules.time_zone);
    let drawn = said_views::preview(&Seer::of(&visit, &now), &card, &drafts::shown(lang, &photos));
    if visit.takes_changes() {
        return Ok(visit.changes(items::preview_change(&drawn)));
    }
    let composer = composer(&visit, &draft, &Said::default(), true).await?;
    let title = lang.nav_write();
    visit.show(Page::new(title, Place::Home, views::previewed(title, &drawn, &composer)))
}

/// What is wrong, where the preview would stand.
fn problem(visit: &Visit, problems: &Problems) -> Answer {
    let said = Said::new(visit.lang(), problems);
    let words: Vec<&str> = said.list().iter().map(|problem| problem.words).collect();
    Ok(visit.changes(items::preview_change(&views::problem(&words.join(" ")))))
}

async fn edit(visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    visit.pace("preview", 60, 1.0)?;
    let typed = edit_of(&visit.form);
    let body = text::tidy(&typed.body);
    let (post, photos) = as_typed(&visit, id, &typed).await?;
    if !items::is_mine_to_change(visit.viewer(), post.author.id, post.state) {
        return Err(Error::NotFound);
    }
    if body.chars().count() > limits::POST_CHARS_MAX {
        let problems = vec![("body", crate::base::Problem::TooLong { limit: limits::POST_CHARS_MAX })];
        return edit_page(&visit, id, &typed, (&photos, post.shield.as_ref()), (Some(&problems), None));
    }
    let named = visit.read(|look| items::would_name(look, &body)).await?;
    let drawn = items::preview_text(visit.lang(), &body, &named);
    if visit.takes_changes() {
        return Ok(visit.changes(items::preview_change(&drawn)));
    }
    edit_page(&visit, id, &typed, (&photos, post.shield.as_ref()), (None, Some(&drawn)))
}
