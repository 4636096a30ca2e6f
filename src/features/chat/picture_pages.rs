//! Routes of the picture of a conversation of many.

use super::people_pages::about_page;
use super::{pictures, store};
use crate::base::{Act, Error, ItemId, Problem, Result};
use crate::features::photos;
use crate::web::{Answer, Done, Gate, Routes, Visit};

pub(super) fn routes() -> Routes {
    Routes::default()
        .upload("/chat/{id}/picture", Gate::Member, set)
        .post("/chat/{id}/picture/remove", Gate::Member, remove)
        .get("/chat/{id}/picture/{name}", Gate::Member, show)
}

async fn show(visit: Visit) -> Answer {
    let (id, name) = (visit.part::<ItemId>("id")?, visit.part::<String>("name")?);
    let kept = visit.read(|look| store::find(look, id)).await?.picture.ok_or(Error::NotFound)?;
    if kept == name { photos::send_face(&visit, &kept).await } else { Err(Error::NotFound) }
}

async fn set(mut visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    visit.pace("picture", 30, 5.0)?;
    match save(&mut visit, id).await {
        Ok(()) => visit.go(&format!("/chat/{id}/about"), Some(Done::Saved)),
        Err(Error::Invalid(problems)) => about_page(&visit, id, None, Some(&problems)).await,
        Err(error) => Err(error),
    }
}

async fn save(visit: &mut Visit, id: ItemId) -> Result<()> {
    // Whether they may at all is asked before a large photo is made smaller.
    let talk = visit.read(|look| store::find(look, id)).await?;
    if talk.sort != store::Sort::Many || !talk.leads {
        return Err(Error::Forbidden);
    }
    let file = visit.form.files("picture").pop().ok_or_else(|| Error::field("picture", Problem::Missing))?;
    let placed = photos::prepared_face(visit, file).await?;
    let (name, rules) = (placed.name().to_string(), visit.rules().clone());
    let saved = visit.write(Act::EditChat, move |change| pictures::set(change, &rules, id, &name)).await;
    drop(placed); // until here nothing may sweep the file
    saved
}

async fn remove(visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    visit.write(Act::EditChat, move |change| pictures::remove(change, id)).await?;
    visit.go(&format!("/chat/{id}/about"), Some(Done::Removed))
}
