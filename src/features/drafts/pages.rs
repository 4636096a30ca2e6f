//! Routes of drafts: keeping one while it is written, the list of them, throwing one away.

use super::{kept_of, store, views, word_of};
use crate::base::{Act, Error, Result};
use crate::ui::{Now, Place, Said};
use crate::web::{Answer, Done, Gate, Page, Routes, Visit};

/// Every route of this feature.
pub fn routes() -> Routes {
    Routes::default().get("/drafts", Gate::Member, list).upload("/drafts", Gate::Member, keep).post(
        "/drafts/{word}/remove",
        Gate::Member,
        remove,
    )
}

async fn list(visit: Visit) -> Answer {
    let (drafts, now) = visit.read(|look| Ok((store::all(look)?, look.now_ms()))).await?;
    let now = Now::new(now, &visit.rules().time_zone);
    let main = views::list(visit.lang(), &now, &drafts);
    visit.show(Page::new(visit.lang().draft_title(), Place::Me, main))
}

/// Keeps what stands in the form. A script asks for the words that say so; without one the list is next.
async fn keep(visit: Visit) -> Answer {
    let lang = visit.lang();
    let words = match kept(&visit).await {
        Ok(Some(at)) if visit.form.text("with-photos").is_empty() => lang.draft_kept(at),
        Ok(Some(at)) => lang.draft_kept_without_photos(at),
        Ok(None) => String::new(),
        Err(Error::Invalid(problems)) => {
            let said = Said::new(lang, &problems);
            said.list().first().map(|problem| problem.words.to_owned()).unwrap_or_default()
        }
        Err(error) => return Err(error),
    };
    if !visit.query().text("quiet").is_empty() {
        return visit.piece(&views::words(&words));
    }
    if visit.takes_changes() {
        return Ok(visit.changes(views::state_change(&words)));
    }
    visit.go("/drafts", Some(Done::Saved))
}

/// Keeps it, and gives the time of day; none where nothing was typed. What is kept already is not written again.
async fn kept(visit: &Visit) -> Result<Option<String>> {
    visit.pace("draft", 30, 3.0)?;
    let word = word_of(&visit.form).ok_or(Error::NotFound)?.to_owned();
    let fields = kept_of(&visit.form)?;
    let asked = word.clone();
    let (before, now) = visit.read(|look| Ok((store::fields(look, &asked)?, look.now_ms()))).await?;
    let is_kept = fields.is_some();
    if before != fields {
        visit.write(Act::KeepDraft, move |change| super::keep(change, &word, fields.as_deref())).await?;
    }
    Ok(is_kept.then(|| Now::new(now, &visit.rules().time_zone).clock()))
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
