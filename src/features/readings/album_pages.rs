//! Routes of somebody's albums for few, under a Reading of what they post.

use super::pages::{before, draw, number};
use super::views::Shown;
use super::{albums, store};
use crate::base::{Act, Duty, ItemId};
use crate::db::Change;
use crate::web::{Answer, Gate, Routes, Visit};

pub(super) fn routes() -> Routes {
    let gate = Gate::Holds(Duty::Safeguard);
    Routes::default()
        .get("/readings/{id}/albums", gate, list)
        .get("/readings/{id}/albums/{album}", gate, show)
        .get("/readings/{id}/photos/{photo}", gate, photo)
}

fn after(visit: &Visit) -> i64 {
    visit.query().text("after").parse().unwrap_or(0)
}

async fn list(visit: Visit) -> Answer {
    let (id, before) = (number(&visit)?, before(&visit));
    let found = visit.read(|look| store::find(look, id)).await?;
    let read = move |change: &mut Change<'_>| albums::show_albums(change, id, before);
    let (albums, older) = visit.write(Act::ShowReading, read).await?;
    draw(&visit, id, &found, &Shown::Albums(albums, older)).await
}

async fn show(visit: Visit) -> Answer {
    let (id, album, after) = (number(&visit)?, visit.part::<ItemId>("album")?, after(&visit));
    let found = visit.read(|look| store::find(look, id)).await?;
    let read = move |change: &mut Change<'_>| albums::show_album(change, id, album, after);
    let (album, (photos, later)) = visit.write(Act::ShowReading, read).await?;
    draw(&visit, id, &found, &Shown::Album(Box::new(album), photos, later)).await
}

async fn photo(visit: Visit) -> Answer {
    let (id, photo, after) = (number(&visit)?, visit.part::<ItemId>("photo")?, after(&visit));
    let found = visit.read(|look| store::find(look, id)).await?;
    let read = move |change: &mut Change<'_>| albums::show_photo(change, id, photo, after);
    let (photo, album, (comments, later)) = visit.write(Act::ShowReading, read).await?;
    let shown = Shown::Photo { photo: Box::new(photo), album, comments, later };
    draw(&visit, id, &found, &shown).await
}
