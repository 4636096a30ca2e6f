//! Routes of documents in messages: fetching them; and how those of a form come onto the shelf.

use super::{document_store, documents, store};
use crate::base::{Error, ItemId, Problem, Result, limits};
use crate::features::files::{self, NewFile};
use crate::features::photos::{Placed, Shelf};
use crate::web::upload::UploadedFile;
use crate::web::{Answer, Gate, Routes, Visit};

pub(super) fn routes() -> Routes {
    Routes::default().get("/documents/{id}/fetch", Gate::Member, fetch).get(
        "/documents/{id}/view",
        Gate::Member,
        view,
    )
}

async fn fetch(visit: Visit) -> Answer {
    send(&visit, files::How::Attachment).await
}

/// A PDF, in the browser's own viewer. Of any other sort there is nothing here.
async fn view(visit: Visit) -> Answer {
    send(&visit, files::How::Inline).await
}

async fn send(visit: &Visit, how: files::How) -> Answer {
    let id = visit.part::<i64>("id")?;
    let found = visit.read(|look| document_store::fetch(look, id)).await?;
    files::send(visit, &found, how).await
}

/// Documents that lie on the shelf. While this lives, nothing sweeps them away: keep it until the commit.
#[derive(Default)]
pub(super) struct Ready {
    pub files: Vec<NewFile>,
    pub held: Vec<Placed>,
}

/// Looks through the documents of a form and puts them on the shelf, one after the other, before any database row names
/// them. Whether they may be sent at all is asked before a large file is looked through.
///
/// # Errors
/// `Invalid` for the field `document`, naming what is wrong with those that cannot be used; as for sending, where nothing may
/// be sent.
pub(super) async fn prepared(visit: &Visit, talk: ItemId, sent: Vec<UploadedFile>) -> Result<Ready> {
    let mut ready = Ready::default();
    if sent.is_empty() {
        return Ok(ready);
    }
    visit.read(|look| documents::check_before(look, visit.rules(), &store::find(look, talk)?)).await?;
    if sent.len() > limits::MESSAGE_FILES_MAX {
        return Err(Error::field("document", Problem::TooMany { limit: limits::MESSAGE_FILES_MAX }));
    }
    let mut problems = Vec::new();
    for file in sent {
        let shelf = visit.tool::<Shelf>()?;
        let work = tokio::task::spawn_blocking(move || files::put(&shelf, file, ""));
        match work.await.map_err(|_| Error::Broken("a document could not be kept".into()))? {
            Ok((file, held)) => {
                ready.files.push(file);
                ready.held.push(held);
            }
            Err(Error::Invalid(found)) => {
                problems.extend(found.into_iter().map(|(_, problem)| ("document", problem)))
            }
            Err(error) => return Err(error),
        }
    }
    if problems.is_empty() { Ok(ready) } else { Err(Error::Invalid(problems)) }
}
