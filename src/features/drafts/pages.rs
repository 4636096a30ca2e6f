//! Routes of drafts: keeping one while it is written, the list of them, throwing one away.

use super::photo_pages::{Outcome, keep_whole};
use super::{photo_store, store, views};
use crate::base::Act;
use crate::ui::{Now, Place, Said};
use crate::web::{Answer, Done, Gate, Page, Routes, Visit};

/// Every route of this feature.
pub fn routes() -> Routes {
    Routes::default()
        .get("/drafts", Gate::Member, list)
        .upload("/drafts", Gate::Member, keep)
        .post("/drafts/{word}/remove", Gate::Member, remove)
        .and(super::photo_pages::routes())
}

async fn list(visit: Visit) -> Answer {
    show_list(&visit, None).await
}

async fn show_list(visit: &Visit, problem: Option<&str>) -> Answer {
    let (drafts, photos, now) =
        visit.read(|look| Ok((store::all(look)?, photo_store::all(look)?, look.now_ms()))).await?;
    let now = Now::new(now, &visit.rules().time_zone);
    let main = views::list(visit.lang(), &now, &drafts, &photos, problem);
    let page = Page::new(visit.lang().draft_title(), Place::Me, main);
    visit.show(if problem.is_some() { page.with_problems() } else { page })
}

/// Keeps what stands in the form. A script asks for the words that say so, and for the rows of photos that came to it;
/// without one the list is next.
async fn keep(mut visit: Visit) -> Answer {
    let lang = visit.lang();
    let outcome = keep_whole(&mut visit).await?;
    let said = Said::new(lang, &outcome.problems);
    let problem = said.list().first().map(|problem| problem.words);
    let words = words(&visit, &outcome, problem);
    if !visit.query().text("quiet").is_empty() {
        return visit.piece(&views::kept(lang, &words, &outcome.photos, outcome.before));
    }
    if visit.takes_changes() {
        return Ok(visit.changes(views::state_change(&words)));
    }
    match problem {
        // What is wrong is said where the list is, beside what was kept all the same.
        Some(problem) => show_list(&visit, Some(problem)).await,
        None => visit.go("/drafts", Some(Done::Saved)),
    }
}

/// What became of it, in words: when it was kept, or what is wrong.
fn words(visit: &Visit, outcome: &Outcome, problem: Option<&str>) -> String {
    let lang = visit.lang();
    match (problem, &outcome.at) {
        (Some(problem), _) => problem.to_owned(),
        (None, Some(at)) if visit.form.text("with-photos").is_empty() => lang.draft_kept(at.as_str()),
        (None, Some(at)) => lang.draft_kept_without_photos(at.as_str()),
        (None, None) => String::new(),
    }
}

async fn remove(visit: Visit) -> Answer {
    let word = visit.part::<String>("word")?;
    visit
        .write(Act::KeepDraft, move |change| {
            store::find(change, &word)?;
            store::remove(change, &word)
        })
        .await?;
    visit.go("/drafts", Some(Done::Removed))
}
