//! Routes of albums: somebody's list, one album, making and changing them, putting photos in.

use super::views::{self, AlbumPage};
use super::{Draft, find, history_pages, live, photo_pages, photo_store, store};
use crate::base::{Act, Audience, Error, ItemId, Problem, Problems, Result, limits};
use crate::db::Snapshot;
use crate::features::levels::{self, Waits, Where};
use crate::features::{items, photos, posts};
use crate::ui::{Now, Place, Said};
use crate::web::{Answer, Done, Gate, Page, Routes, Visit};

/// Every route of this feature.
pub fn routes() -> Routes {
    Routes::default()
        .get("/my/photos", Gate::Member, mine)
        .get("/people/{username}/albums", Gate::Member, list)
        .get("/people/{username}/photos", Gate::Member, of_posts)
        .get("/albums/new", Gate::Member, new)
        .post("/albums", Gate::Member, create)
        .get("/albums/{id}", Gate::Member, show)
        .get("/albums/{id}/edit", Gate::Member, edit)
        .post("/albums/{id}/edit", Gate::Member, update)
        .get("/albums/{id}/order", Gate::Member, order)
        .post("/albums/{id}/remove", Gate::Member, remove)
        .upload("/albums/{id}/photos", Gate::Member, add_photos)
        .and(history_pages::routes())
        .and(photo_pages::routes())
}

async fn list(visit: Visit) -> Answer {
    let username = visit.part::<String>("username")?;
    let before = visit.query().text("before").parse().unwrap_or(i64::MAX);
    let (who, mut albums, newest) = visit
        .read(|look| {
            let who = store::person(look, &username)?;
            let albums = store::by(look, who.id, before, limits::LIST_PAGE + 1)?;
            let newest = photo_store::of_posts(look, who.id, i64::MAX, 1)?.pop();
            let newest = newest.map(|photo| (!photo.shielded).then_some(photo.id));
            Ok((who, albums, newest))
        })
        .await?;
    let more = albums.len() > limits::LIST_PAGE;
    albums.truncate(limits::LIST_PAGE);
    let older = albums.last().filter(|_| more);
    let older = older.map(|last| format!("/people/{username}/albums?before={}", last.id));
    let main = views::list(&visit, &who, &albums, newest, older.as_deref());
    let title = visit.lang().albums_of(who.shown_name.as_str());
    visit.show(Page::new(&title, Place::People, main))
}

/// The photos of somebody's posts, as far as the reader sees them: no album of its own, only a look at them.
async fn of_posts(visit: Visit) -> Answer {
    let username = visit.part::<String>("username")?;
    let before = visit.query().text("before").parse().unwrap_or(i64::MAX);
    let (who, mut photos) = visit
        .read(|look| {
            let who = store::person(look, &username)?;
            let photos = photo_store::of_posts(look, who.id, before, limits::ALBUM_PAGE + 1)?;
            Ok((who, photos))
        })
        .await?;
    let more = photos.len() > limits::ALBUM_PAGE;
    photos.truncate(limits::ALBUM_PAGE);
    let older = photos.last().filter(|_| more);
    let older = older.map(|last| format!("/people/{username}/photos?before={}", last.id));
    let main = views::of_posts(&visit, &who, &photos, older.as_deref());
    let title = visit.lang().albums_posts_of(who.shown_name.as_str());
    visit.show(Page::new(&title, Place::People, main))
}

async fn show(visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    album_page(&visit, id, None).await
}

/// After which place a page of an album begins.
fn after(visit: &Visit) -> i64 {
    visit.query().text("after").parse().unwrap_or(i64::MIN)
}

/// The page of one album; with the problems where photos came back.
async fn album_page(visit: &Visit, id: ItemId, problems: Option<&Problems>) -> Answer {
    let after = after(visit);
    let (page, now) = visit
        .read(|look| {
            let album = find(look, id)?;
            let groups = store::groups(look, &album)?;
            let mut photos = photo_store::of_album(look, id, after, limits::ALBUM_PAGE + 1)?;
            let more = photos.len() > limits::ALBUM_PAGE;
            photos.truncate(limits::ALBUM_PAGE);
            let mentions = items::mentions(look, [(id, album.about.as_str())].into_iter())?.remove(&id);
            let is_first = after == i64::MIN;
            // What was sent comes back where it was.
            let rests = problems.is_none() && levels::rests(look, id)?;
            let mentions = mentions.unwrap_or_default();
            let waits = levels::waits(look, visit.rules(), Where::Under(id))?;
            let page = AlbumPage { album, groups, photos, more, is_first, rests, waits, mentions };
            Ok((page, look.now_ms()))
        })
        .await?;
    let now = Now::new(now, &visit.rules().time_zone);
    let said = problems.map(|problems| Said::new(visit.lang(), problems)).unwrap_or_default();
    let main = views::album(visit, &now, &page, &said);
    let place = if page.album.group.is_some() { Place::Groups } else { Place::People };
    let shown = Page::new(&page.album.title, place, main).listens(live::topics(id, after));
    visit.show(if problems.is_some() { shown.with_problems() } else { shown })
}

/// The photos of one's own album, each with the buttons that put it elsewhere.
async fn order(visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    let after = after(&visit);
    let (album, mut photos, earlier) = visit
        .read(|look| {
            let album = find(look, id)?;
            if !album.is_ordered_by(look.viewer()) {
                return Err(Error::NotFound);
            }
            let photos = photo_store::of_album(look, id, after, limits::ALBUM_PAGE + 1)?;
            Ok((album, photos, photo_store::count_until(look, id, after)?))
        })
        .await?;
    let next = photos.get(limits::ALBUM_PAGE).map(|photo| photo.id);
    photos.truncate(limits::ALBUM_PAGE);
    let main = views::order(&visit, &album, &photos, next, (after, earlier));
    visit.show(Page::new(visit.lang().albums_order(), Place::People, main))
}

fn draft_of(visit: &Visit) -> Draft {
    Draft {
        title: visit.form.text("title").to_owned(),
        about: visit.form.text("about").to_owned(),
        audience: posts::audience_from(&visit.form),
    }
}

async fn new(visit: Visit) -> Answer {
    let draft = Draft { title: String::new(), about: String::new(), audience: Audience::Everyone };
    form_page(&visit, None, &draft, None).await
}

async fn form_page(visit: &Visit, id: Option<ItemId>, draft: &Draft, problems: Option<&Problems>) -> Answer {
    let lang = visit.lang();
    let said = problems.map(|problems| Said::new(lang, problems)).unwrap_or_default();
    let look_at = |look: &Snapshot<'_>, id: ItemId| {
        let of_group = find(look, id)?.group.is_some();
        Ok((of_group, levels::waits(look, visit.rules(), Where::Under(id))?))
    };
    let (of_group, waits) = match id {
        Some(id) => visit.read(|look| look_at(look, id)).await?,
        None => (false, Waits::Nothing),
    };
    // The album of a group is for that group: there is nothing to choose.
    let audience =
        if of_group { None } else { Some(posts::audience_field(visit, &draft.audience, &said).await?) };
    let title = if id.is_some() { lang.albums_edit() } else { lang.albums_new() };
    let page = Page::new(
        title,
        Place::Me,
        views::form(visit, id, draft, &said, (audience.as_ref(), waits.of_words())),
    );
    visit.show(if problems.is_some() { page.with_problems() } else { page })
}

async fn create(visit: Visit) -> Answer {
    visit.pace("album", 30, 10.0)?;
    let (draft, rules) = (draft_of(&visit), visit.rules().clone());
    let sent = draft.clone();
    match visit.write(Act::AddAlbum, move |change| super::add(change, &rules, &sent)).await {
        Ok(made) => done(&visit, made.id, made.waits),
        Err(Error::Invalid(problems)) => form_page(&visit, None, &draft, Some(&problems)).await,
        Err(error) => Err(error),
    }
}

fn done(visit: &Visit, album: ItemId, waits: bool) -> Answer {
    let done = if waits { Done::Waiting } else { Done::Saved };
    visit.go(&format!("/albums/{album}"), Some(done))
}

async fn edit(visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    let draft = visit
        .read(|look| {
            let album = find(look, id)?;
            if !album.is_kept_by(look.viewer()) {
                return Err(Error::NotFound);
            }
            let audience = store::audience_of(look, &album)?;
            Ok(Draft { title: album.title, about: album.about, audience })
        })
        .await?;
    form_page(&visit, Some(id), &draft, None).await
}

async fn update(visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    visit.pace("edit", 60, 2.0)?;
    let (draft, rules) = (draft_of(&visit), visit.rules().clone());
    let sent = draft.clone();
    match visit.write(Act::EditAlbum, move |change| super::edit(change, &rules, id, &sent)).await {
        Ok(made) => done(&visit, id, made.waits),
        Err(Error::Invalid(problems)) => form_page(&visit, Some(id), &draft, Some(&problems)).await,
        Err(error) => Err(error),
    }
}

async fn remove(visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    visit.write(Act::RemoveAlbum, move |change| super::remove(change, id)).await?;
    visit.go(&format!("/people/{}/albums", visit.session()?.username), Some(Done::Removed))
}

async fn add_photos(mut visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    visit.pace("photos", 60, 2.0)?;
    let files = visit.form.files("photo");
    let alts: Vec<String> = visit.form.all("alt").map(str::to_owned).collect();
    match put(&visit, id, files, &alts).await {
        Ok((waits, problems)) if problems.is_empty() => done(&visit, id, waits),
        // Those that could be used are in the album: they need not be chosen again.
        Ok((_, problems)) | Err(Error::Invalid(problems)) => album_page(&visit, id, Some(&problems)).await,
        Err(error) => Err(error),
    }
}

/// Puts photos into an album; says whether they wait, and what is wrong with those that could not be used. A page that
/// still has all of them, as one with a script does, sends all or none.
async fn put(
    visit: &Visit,
    album: ItemId,
    files: Vec<crate::web::upload::UploadedFile>,
    alts: &[String],
) -> Result<(bool, Problems)> {
    // Whether it is theirs at all is asked before twenty pictures are prepared.
    if !visit.read(|look| find(look, album)).await?.takes_photos_of(visit.viewer()) {
        return Err(Error::Forbidden);
    }
    if files.len() > limits::POST_PHOTOS_MAX {
        return Err(Error::field("photo", Problem::TooMany { limit: limits::POST_PHOTOS_MAX }));
    }
    let (ready, problems) = photos::prepared_each(visit, files, alts).await?;
    if !problems.is_empty() && (ready.photos.is_empty() || visit.takes_changes()) {
        return Err(Error::Invalid(problems));
    }
    let (rules, named) = (visit.rules().clone(), ready.photos);
    let put =
        visit.write(Act::AddPhotos, move |change| super::add_photos(change, &rules, album, &named)).await;
    drop(ready.held); // until here nothing may sweep the files
    Ok((put?, problems))
}

/// All photos of one's own in posts and albums, also in those of groups that one left.
async fn mine(visit: Visit) -> Answer {
    let before = visit.query().text("before").parse().unwrap_or(i64::MAX);
    let mut photos = visit.read(|look| photo_store::mine(look, before, limits::ALBUM_PAGE + 1)).await?;
    let more = photos.len() > limits::ALBUM_PAGE;
    photos.truncate(limits::ALBUM_PAGE);
    let older = photos.last().filter(|_| more).map(|last| format!("/my/photos?before={}", last.id));
    let main = views::mine(&visit, &photos, older.as_deref());
    visit.show(Page::new(visit.lang().space_photos(), Place::Me, main))
}
