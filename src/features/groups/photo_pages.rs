//! Routes of a group's photos: its albums, the photos of posts to it, and making an album that all its members fill.

use super::photo_views::{self, PhotosPage};
use super::store;
use crate::base::{Act, Error, GroupId, Problems, Result, limits};
use crate::db::Snapshot;
use crate::features::albums::{self, Album};
use crate::features::levels::{self, Where};
use crate::features::posts;
use crate::ui::{Place, Said};
use crate::web::{Answer, Done, Gate, Page, Routes, Visit};

pub(super) fn routes() -> Routes {
    Routes::default()
        .get("/groups/{id}/photos", Gate::Member, list)
        .get("/groups/{id}/albums", Gate::Member, all_albums)
        .get("/groups/{id}/albums/new", Gate::Member, new)
        .post("/groups/{id}/albums", Gate::Member, create)
}

/// Albums above the photos of posts; all of them have a page of their own.
const ALBUMS_ABOVE: usize = 12;

async fn list(visit: Visit) -> Answer {
    let id = visit.part::<GroupId>("id")?;
    let before = visit.query().text("before").parse::<i64>().ok();
    let (group, mut albums, (photos, next), may_add) = visit
        .read(|look| {
            let group = store::find(look, id)?;
            let albums = match before {
                None => albums::of_group(look, id, i64::MAX, ALBUMS_ABOVE + 1)?,
                Some(_) => Vec::new(),
            };
            let may_add = group.i_am_in && posts::writes(&visit) && !levels::group_rests(look, id)?;
            Ok((group, albums, albums::photos_of_group(look, id, before.unwrap_or(i64::MAX))?, may_add))
        })
        .await?;
    let more_albums = albums.len() > ALBUMS_ABOVE;
    albums.truncate(ALBUMS_ABOVE);
    let older = next.map(|post| format!("/groups/{id}/photos?before={post}"));
    let page = PhotosPage {
        group: &group,
        may_add,
        albums: &albums,
        more_albums,
        photos: &photos,
        is_older: before.is_some(),
        older: older.as_deref(),
    };
    let title = visit.lang().joining_photos_of(group.name.as_str());
    visit.show(Page::new(&title, Place::Groups, photo_views::photos(&visit, &page)))
}

async fn all_albums(visit: Visit) -> Answer {
    let id = visit.part::<GroupId>("id")?;
    let before = visit.query().text("before").parse().unwrap_or(i64::MAX);
    let (group, mut albums) = visit
        .read(|look| {
            let group = store::find(look, id)?;
            let albums: Vec<Album> = albums::of_group(look, id, before, limits::LIST_PAGE + 1)?;
            Ok((group, albums))
        })
        .await?;
    let more = albums.len() > limits::LIST_PAGE;
    albums.truncate(limits::LIST_PAGE);
    let older = albums.last().filter(|_| more).map(|last| format!("/groups/{id}/albums?before={}", last.id));
    let title = visit.lang().joining_albums_of(group.name.as_str());
    let main = photo_views::albums(&visit, &group, &albums, older.as_deref());
    visit.show(Page::new(&title, Place::Groups, main))
}

async fn new(visit: Visit) -> Answer {
    form_page(&visit, "", "", None).await
}

async fn form_page(visit: &Visit, title: &str, about: &str, problems: Option<&Problems>) -> Answer {
    let id = visit.part::<GroupId>("id")?;
    let look_at = |look: &Snapshot<'_>| {
        let group = store::find(look, id)?;
        if !group.i_am_in {
            return Err(Error::NotFound);
        }
        Ok((group, levels::waits(look, visit.rules(), Where::Group(id))?.of_words()))
    };
    let (group, waits) = visit.read(look_at).await?;
    let said = problems.map(|problems| Said::new(visit.lang(), problems)).unwrap_or_default();
    let main = photo_views::new_album(visit, (&group, waits), title, about, &said);
    let page = Page::new(visit.lang().joining_album_new(), Place::Groups, main);
    visit.show(if problems.is_some() { page.with_problems() } else { page })
}

async fn create(visit: Visit) -> Answer {
    visit.pace("album", 30, 10.0)?;
    let id = visit.part::<GroupId>("id")?;
    let (title, about) = (visit.form.text("title").to_owned(), visit.form.text("about").to_owned());
    let (typed, words, rules) = (title.clone(), about.clone(), visit.rules().clone());
    let made: Result<albums::Made> = visit
        .write(Act::AddAlbum, move |change| albums::add_for_group(change, &rules, id, &title, &about))
        .await;
    match made {
        Ok(made) => {
            let done = if made.waits { Done::Waiting } else { Done::Saved };
            visit.go(&format!("/albums/{}", made.id), Some(done))
        }
        Err(Error::Invalid(problems)) => form_page(&visit, &typed, &words, Some(&problems)).await,
        Err(error) => Err(error),
    }
}
