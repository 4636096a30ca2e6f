//! Routes of what is done with one photo: its words, its place, its album, whether it is the cover.

use super::{Photo, Step, Words, find, find_photo, live, photo_views, store};
use crate::base::{Act, Error, ItemId, Problems, Result, Rules};
use crate::db::Snapshot;
use crate::features::items;
use crate::features::levels::{self, Waits, Where};
use crate::ui::{Place, Said};
use crate::web::{Answer, Done, Gate, Page, Routes, Visit};

pub(super) fn routes() -> Routes {
    Routes::default()
        .get("/photos/{id}/edit", Gate::Member, edit)
        .post("/photos/{id}/edit", Gate::Member, update)
        .post("/photos/{id}/place", Gate::Member, place)
        .post("/photos/{id}/album", Gate::Member, into_album)
        .post("/photos/{id}/cover", Gate::Member, cover)
        .post("/photos/{id}/remove", Gate::Member, remove)
        .tells(live::tell)
        .lets_listen(live::lets_listen)
}

/// One's own photo in an album, one's albums, and whether what one says of it waits.
struct Mine {
    photo: Photo,
    albums: Vec<(ItemId, String)>,
    waits: Waits,
}

fn mine(look: &Snapshot<'_>, rules: &Rules, id: ItemId) -> Result<Mine> {
    let photo = find_photo(look, id)?;
    if !photo.in_album || !items::is_mine_to_change(look.viewer(), photo.author.id, photo.state) {
        return Err(Error::NotFound);
    }
    let waits = levels::waits(look, rules, Where::Under(id))?.of_words();
    Ok(Mine { photo, albums: store::mine(look)?, waits })
}

async fn edit(visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    let mine = visit.read(|look| mine(look, visit.rules(), id)).await?;
    let words = Words { caption: mine.photo.caption.clone(), alt: mine.photo.alt.clone() };
    edit_page(&visit, &mine, &words, None)
}

fn edit_page(visit: &Visit, mine: &Mine, words: &Words, problems: Option<&Problems>) -> Answer {
    let said = problems.map(|problems| Said::new(visit.lang(), problems)).unwrap_or_default();
    let main = photo_views::edit(visit, &mine.photo, &mine.albums, (words, mine.waits), &said);
    let page = Page::new(visit.lang().photo_edit(), Place::People, main);
    visit.show(if problems.is_some() { page.with_problems() } else { page })
}

async fn update(visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    visit.pace("edit", 60, 2.0)?;
    let words =
        Words { caption: visit.form.text("caption").to_owned(), alt: visit.form.text("alt").to_owned() };
    let (sent, rules) = (words.clone(), visit.rules().clone());
    match visit.write(Act::EditPhoto, move |change| super::edit_photo(change, &rules, id, &sent)).await {
        Ok(made) => {
            let done = if made.waits { Done::Waiting } else { Done::Saved };
            visit.go(&format!("/photos/{id}"), Some(done))
        }
        Err(Error::Invalid(problems)) => {
            let mine = visit.read(|look| mine(look, visit.rules(), id)).await?;
            edit_page(&visit, &mine, &words, Some(&problems))
        }
        Err(error) => Err(error),
    }
}

/// Puts a photo elsewhere in its album: `step` is a word, or `before` another photo.
async fn place(visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    let step = match (visit.form.text("step"), visit.form.text("before").parse()) {
        ("up", _) => Step::Up,
        ("down", _) => Step::Down,
        ("first", _) => Step::First,
        ("last", _) => Step::Last,
        (_, Ok(other)) => Step::Before(other),
        _ => return Err(Error::NotFound),
    };
    visit.pace("place", 200, 0.2)?;
    let album = visit.write(Act::MovePhoto, move |change| super::place_photo(change, id, step)).await?;
    let otherwise = format!("/albums/{album}/order");
    visit.go(crate::features::posts::own_return(&visit.form, &otherwise), None)
}

async fn into_album(visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    let to = visit.form.text("album").parse::<ItemId>().map_err(|_| Error::NotFound)?;
    match visit.write(Act::MovePhoto, move |change| super::move_photo(change, id, to)).await {
        Ok(()) => visit.go(&format!("/photos/{id}"), Some(Done::Saved)),
        Err(Error::Invalid(problems)) => {
            let mine = visit.read(|look| mine(look, visit.rules(), id)).await?;
            let words = Words { caption: mine.photo.caption.clone(), alt: mine.photo.alt.clone() };
            edit_page(&visit, &mine, &words, Some(&problems))
        }
        Err(error) => Err(error),
    }
}

async fn cover(visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    let album = visit.write(Act::EditAlbum, move |change| super::set_cover(change, id)).await?;
    visit.go(&format!("/albums/{album}"), Some(Done::Saved))
}

async fn remove(visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    let album = visit.write(Act::RemovePhoto, move |change| super::remove_photo(change, id)).await?;
    // Not where they left the group whose album it was.
    let to = match visit.read(|look| find(look, album)).await {
        Ok(_) => format!("/albums/{album}"),
        Err(Error::NotFound) => "/my/photos".to_owned(),
        Err(error) => return Err(error),
    };
    visit.go(&to, Some(Done::Removed))
}
