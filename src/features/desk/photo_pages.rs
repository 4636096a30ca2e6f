//! The waiting photos of one album, or of one person, let be seen together.

use super::pages::decided;
use super::{photo_views, store};
use crate::base::{Act, Duty, Error, ItemId, Result, limits};
use crate::db::Snapshot;
use crate::features::moderation::DecisionReason;
use crate::ui::Place;
use crate::web::{Answer, Done, Gate, Page, Routes, Visit};

pub(super) fn routes() -> Routes {
    let staff = Gate::HoldsSomewhere(Duty::Moderate);
    Routes::default().get("/desk/items/{id}/photos", staff, list).post(
        "/desk/items/{id}/photos",
        staff,
        release,
    )
}

/// Whether the photos of the whole album are asked for, or those of their author.
fn of_author(visit: &Visit) -> bool {
    visit.query().text("of") == "author"
}

/// A photo that waits, and the first page of those that wait with it.
fn waiting(look: &Snapshot<'_>, id: ItemId, of_author: bool) -> Result<store::Waiting> {
    let (album, author) = store::held_photo(look, id)?.ok_or(Error::NotFound)?;
    let photos = store::held_photos(look, of_author, if of_author { author } else { album })?;
    let people = store::people(look, [author])?;
    Ok(store::Waiting { photos, author, people })
}

async fn list(visit: Visit) -> Answer {
    let (id, of_author) = (visit.part::<ItemId>("id")?, of_author(&visit));
    let found = visit.read(|look| waiting(look, id, of_author)).await;
    let found = match found {
        Ok(found) => found,
        // Somebody else was quicker: the case says what they decided.
        Err(Error::NotFound) => return visit.go(&format!("/desk/items/{id}"), None),
        Err(error) => return Err(error),
    };
    let lang = visit.lang();
    let main = photo_views::waiting(lang, &visit.same_site(), id, of_author, &found);
    visit.show(Page::new(lang.nav_desk(), Place::Desk, main).wide())
}

/// Lets those be seen that were ticked, each with its own entry in the record: one that came after the page was made
/// was seen by nobody, and waits on.
async fn release(visit: Visit) -> Answer {
    let ticked = visit.form.all("photo").filter_map(|id| id.parse::<ItemId>().ok());
    let mut ticked: Vec<ItemId> = ticked.take(limits::ALBUM_PAGE).collect();
    ticked.dedup();
    let waiting = visit.read(|look| store::still_held(look, &ticked)).await?;
    for photo in waiting {
        match decided(&visit, photo, Act::Release, DecisionReason::Fine, String::new(), Done::Saved).await {
            // Somebody else was quicker, or decides, since it is the viewer's own.
            Ok(_) | Err(Error::NotFound | Error::Forbidden) => (),
            Err(error) => return Err(error),
        }
    }
    visit.go("/desk", Some(Done::Saved))
}
