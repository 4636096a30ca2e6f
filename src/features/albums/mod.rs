//! Albums: photos in an order of their author's, for an audience; and photos as things with a page of their own.

mod history_pages;
mod history_views;
mod live;
mod order;
mod pages;
mod photo_pages;
mod photo_store;
mod photo_views;
mod store;
mod views;

pub use order::{Step, move_photo, place_photo, set_cover};
pub use pages::routes;
pub use photo_store::{Photo, Shown, audience_known, find_photo, shown, these};
pub use photo_views::{Around, figure, photo_title};
pub use store::{Album, audience_of, find};
pub use views::{tile, tiles};

use super::items;
use super::moderation::{self, Part};
use super::photos::NewPhoto;
use super::posts;
use crate::base::watch::Surface;
use crate::base::{
    Audience, Error, GroupId, ItemId, Problem, Problems, Result, Rules, State, Topic, limits, text,
};
use crate::db::{Change, Snapshot, Viewer};
use crate::features::levels::{self, Where};

/// An album as its author sends it.
#[derive(Clone, Debug)]
pub struct Draft {
    /// Its title, as typed.
    pub title: String,
    /// What it is about, in Markdown as typed.
    pub about: String,
    /// For whom.
    pub audience: Audience,
}

/// The words of a photo, as its author sends them.
#[derive(Clone, Debug, Default)]
pub struct Words {
    /// What stands under it.
    pub caption: String,
    /// What it shows, for who cannot see it.
    pub alt: String,
}

/// What became of something that was made or changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Made {
    /// The album or photo.
    pub id: ItemId,
    /// It waits for staff.
    pub waits: bool,
}

impl Album {
    /// May this viewer put photos in? Its author may, unless it is the album of a group: then whoever is in it.
    pub fn takes_photos_of(&self, viewer: &Viewer) -> bool {
        let mine = if self.group.is_some() { self.i_am_in } else { viewer.id() == Some(self.author.id) };
        mine && self.state != State::Removed
    }

    /// Is it this viewer's to change? Its author's, unless it is the album of a group that they left.
    pub fn is_kept_by(&self, viewer: &Viewer) -> bool {
        let here = self.group.is_none() || self.i_am_in;
        here && items::is_mine_to_change(viewer, self.author.id, self.state)
    }

    /// May this viewer choose its order and its cover? Who keeps it, and the leaders of the group that fills it.
    pub fn is_ordered_by(&self, viewer: &Viewer) -> bool {
        self.is_kept_by(viewer) || (self.i_lead && self.state != State::Removed)
    }
}

/// The newest albums for a group below an id, as this viewer sees them.
///
/// # Errors
/// `Broken` if the database fails.
pub fn of_group(look: &Snapshot<'_>, group: GroupId, before: i64, limit: usize) -> Result<Vec<Album>> {
    store::of_group(look, group, before, limit)
}

/// The photos of the newest posts to a group below an id, as this viewer sees them; and below which post the next
/// page begins.
///
/// # Errors
/// `Broken` if the database fails.
pub fn photos_of_group(
    look: &Snapshot<'_>,
    group: GroupId,
    before: i64,
) -> Result<(Vec<Photo>, Option<ItemId>)> {
    photo_store::of_group(look, group, before)
}

/// Makes an album that a group of the viewer's fills together, as [`add`].
///
/// # Errors
/// `NotFound` where the viewer is not in the group; else as [`add`].
pub fn add_for_group(
    change: &mut Change<'_>,
    rules: &Rules,
    group: GroupId,
    title: &str,
    about: &str,
) -> Result<Made> {
    if !store::is_member(change, group)? {
        return Err(Error::NotFound);
    }
    let audience = Audience::Groups(vec![group]);
    let draft = Draft { title: title.to_owned(), about: about.to_owned(), audience };
    let made = add(change, rules, &draft)?;
    store::give_to(change, made.id, group)?;
    Ok(made)
}

/// Makes an album of the viewer's. The house rules decide whether it appears at once or waits for staff.
///
/// # Errors
/// `Invalid` for a missing or too long title, a too long description, an audience that is not the viewer's to
/// choose, or too many albums; `Forbidden` where members may not make anything now.
pub fn add(change: &mut Change<'_>, rules: &Rules, draft: &Draft) -> Result<Made> {
    let (title, about) = fit(draft)?;
    posts::check_audience(change, &draft.audience)?;
    if store::count_mine(change)? >= limits::ALBUMS_MAX as i64 {
        return Err(Error::field("title", Problem::TooMany { limit: limits::ALBUMS_MAX }));
    }
    let words = all_words(&title, &about);
    let judged =
        moderation::judge(change, rules, Where::To(&draft.audience), &album_parts(&title, &about), 0)?;
    let state = judged.state();
    let id = store::insert(change, &draft.audience, state, &title, &about)?;
    judged.note(change, Some(id))?;
    change.about("album", id.0);
    change.text(None, Some(&words));
    tell_desk(change, state, id);
    Ok(Made { id, waits: state == State::Held })
}

/// Changes one's own album; what it said before is kept.
///
/// # Errors
/// `NotFound` where it is not seen; `Forbidden` where it is not one's own or staff removed it; `Invalid` as for
/// [`add`].
pub fn edit(change: &mut Change<'_>, rules: &Rules, id: ItemId, draft: &Draft) -> Result<Made> {
    let album = my_album(change, id)?;
    let (title, about) = fit(draft)?;
    let mut elsewhere = false;
    // The album of a group is for that group, and stays so.
    if album.group.is_none() {
        posts::check_audience(change, &draft.audience)?;
        if store::audience_of(change, &album)? != draft.audience {
            items::set_audience(change, id, &draft.audience)?;
            elsewhere = levels::looked_at_there(change, id)?;
        }
    }
    change.about("album", id.0);
    change.touch(Topic::Album(id), Some(id));
    let (before, after) = (all_words(&album.title, &album.about), all_words(&title, &about));
    if before == after && !elsewhere {
        return Ok(Made { id, waits: album.state == State::Held });
    }
    // In another group other rules may hold: for its photos, too, so one that has any waits as they would.
    let photos = if elsewhere { usize::from(photo_store::count(change, id)? > 0) } else { 0 };
    let judged = moderation::judge(change, rules, Where::Under(id), &album_parts(&title, &about), photos)?;
    let state = items::after_edit(album.state, &judged);
    if before == after {
        items::set_state(change, id, state)?;
        tell_desk(change, state, id);
        return Ok(Made { id, waits: state == State::Held });
    }
    items::keep(change, id, &before, album.state)?;
    store::set_words(change, id, &title, &about)?;
    items::changed(change, id, state)?;
    judged.note(change, Some(id))?;
    change.text(Some(&before), Some(&after));
    tell_desk(change, state, id);
    Ok(Made { id, waits: state == State::Held })
}

/// Takes one's own album away, and with it all that is in it: staff keep it until retention ends.
///
/// # Errors
/// As [`edit`]; `Forbidden` also for the album of a group in which others have put photos.
pub fn remove(change: &mut Change<'_>, id: ItemId) -> Result<()> {
    let album = my_album(change, id)?;
    if !store::remove(change, id)? {
        return Err(Error::Forbidden);
    }
    change.about("album", id.0);
    change.text(Some(&all_words(&album.title, &album.about)), None);
    change.touch(Topic::Album(id), Some(id));
    tell_desk(change, album.state, id);
    Ok(())
}

/// Puts photos at the end of one's own album, or that of a group one is in; says whether some wait for staff.
///
/// # Errors
/// `NotFound` and `Forbidden` as for [`edit`]; `Invalid` for no photo, too many in this request or in the album,
/// or a description that is too long.
pub fn add_photos(
    change: &mut Change<'_>,
    rules: &Rules,
    album: ItemId,
    photos: &[NewPhoto],
) -> Result<bool> {
    if !find(change, album)?.takes_photos_of(change.viewer()) {
        return Err(Error::Forbidden);
    }
    if photos.is_empty() {
        return Err(Error::field("photo", Problem::Missing));
    }
    if photos.len() > limits::POST_PHOTOS_MAX {
        return Err(Error::field("photo", Problem::TooMany { limit: limits::POST_PHOTOS_MAX }));
    }
    has_room(change, album, photos.len())?;
    moderation::check_photos(change, rules, "photo", photos.len())?;
    let mut said = String::new();
    let (mut waits, mut shows) = (false, false);
    for photo in photos {
        let alt = text::within("photo", text::line(&photo.alt), limits::ALT_CHARS_MAX)?;
        let judged = moderation::judge(
            change,
            rules,
            Where::Under(album),
            &[Part::of(Surface::Alt, "photo", &alt)],
            1,
        )?;
        let state = judged.state();
        let id = photo_store::insert(change, album, state, photo, &alt)?;
        judged.note(change, Some(id))?;
        tell_desk(change, state, id);
        waits |= state == State::Held;
        shows |= state == State::Shown;
        said = all_words(&said, &alt);
    }
    change.about("album", album.0);
    change.text(None, Some(&said));
    // Of what waits nobody's page hears.
    if shows {
        change.touch(Topic::Album(album), None);
    }
    Ok(waits)
}

/// Changes the words of a photo in one's own album; what it showed before is kept.
///
/// # Errors
/// `NotFound` where it is not seen or in no album; `Forbidden` where it is not one's own; `Invalid` for words
/// that are too long.
pub fn edit_photo(change: &mut Change<'_>, rules: &Rules, id: ItemId, words: &Words) -> Result<Made> {
    let photo = my_photo(change, id)?;
    let (caption, alt) = fit_words(words)?;
    let (before, after) = (all_words(&photo.caption, &photo.alt), all_words(&caption, &alt));
    change.about("photo", id.0);
    if before == after {
        return Ok(Made { id, waits: photo.own_state == State::Held });
    }
    let parts = [Part::of(Surface::Caption, "caption", &caption), Part::of(Surface::Alt, "alt", &alt)];
    let judged = moderation::judge(change, rules, Where::Under(id), &parts, 1)?;
    let state = items::after_edit(photo.own_state, &judged);
    if before.is_empty() {
        items::set_state(change, id, state)?;
    } else {
        // Both lines, so that they can be told apart again.
        items::keep(change, id, &format!("{}\n{}", photo.caption, photo.alt), photo.own_state)?;
        items::changed(change, id, state)?;
    }
    photo_store::set_words(change, id, &caption, &alt)?;
    judged.note(change, Some(id))?;
    change.text(Some(&before), Some(&after));
    touch(change, &photo);
    tell_desk(change, state, id);
    Ok(Made { id, waits: state == State::Held })
}

/// Takes a photo of one's own out of its album, or any out of an album of a group one leads; gives the album. Staff
/// keep it until retention ends.
///
/// # Errors
/// As [`edit_photo`].
pub fn remove_photo(change: &mut Change<'_>, id: ItemId) -> Result<ItemId> {
    let photo = find_photo(change, id)?;
    let leads = photo_store::album_of(change, &photo)?.is_some_and(|album| album.i_lead);
    let photo = if leads { photo } else { my_photo(change, id)? };
    items::remove(change, id)?;
    change.about("photo", id.0);
    change.text(Some(&all_words(&photo.caption, &photo.alt)), None);
    touch(change, &photo);
    tell_desk(change, photo.own_state, id);
    Ok(photo.parent)
}

/// A photo changed: its own page hears of it, and, where others see it, the pages of its album.
fn touch(change: &mut Change<'_>, photo: &Photo) {
    change.touch(Topic::Photo(photo.id), Some(photo.id));
    if photo.own_state == State::Shown {
        change.touch(Topic::Album(photo.parent), None);
    }
}

/// The viewer's own album.
fn my_album(change: &Change<'_>, id: ItemId) -> Result<Album> {
    let album = find(change, id)?;
    if album.is_kept_by(change.viewer()) { Ok(album) } else { Err(Error::Forbidden) }
}

/// A photo of the viewer's own in an album. Those of posts belong to their post: they are changed there.
fn my_photo(change: &Change<'_>, id: ItemId) -> Result<Photo> {
    let photo = find_photo(change, id)?;
    if !photo.in_album {
        return Err(Error::NotFound);
    }
    items::check_mine(change, photo.author.id, photo.state)?;
    Ok(photo)
}

fn has_room(look: &Snapshot<'_>, album: ItemId, more: usize) -> Result<()> {
    if photo_store::count(look, album)? + more as i64 > limits::ALBUM_PHOTOS_MAX as i64 {
        return Err(Error::field("photo", Problem::TooMany { limit: limits::ALBUM_PHOTOS_MAX }));
    }
    Ok(())
}

/// What waits is for the desk to look at.
fn tell_desk(change: &mut Change<'_>, state: State, id: ItemId) {
    if state == State::Held {
        change.touch(Topic::Desk, Some(id));
    }
}

fn fit(draft: &Draft) -> Result<(String, String)> {
    let title = text::needed("title", text::line(&draft.title), limits::ALBUM_TITLE_CHARS_MAX);
    let about = text::within("about", text::tidy(&draft.about), limits::ALBUM_ABOUT_CHARS_MAX);
    both(title, about)
}

fn fit_words(words: &Words) -> Result<(String, String)> {
    let caption = text::within("caption", text::line(&words.caption), limits::CAPTION_CHARS_MAX);
    both(caption, text::within("alt", text::line(&words.alt), limits::ALT_CHARS_MAX))
}

/// Two fitted texts, or all that is wrong with them.
fn both(first: Result<String>, second: Result<String>) -> Result<(String, String)> {
    match (first, second) {
        (Ok(first), Ok(second)) => Ok((first, second)),
        (Err(Error::Invalid(first)), Err(Error::Invalid(second))) => {
            Err(Error::Invalid(first.into_iter().chain(second).collect::<Problems>()))
        }
        (Err(error), _) | (_, Err(error)) => Err(error),
    }
}

/// The texts of an album, each with the field in which it was typed.
fn album_parts<'a>(title: &'a str, about: &'a str) -> [Part<'a>; 2] {
    [Part::of(Surface::Album, "title", title), Part::of(Surface::Album, "about", about)]
}

/// Two texts of one thing, as one: what is judged, kept, and hashed for the record.
fn all_words(first: &str, second: &str) -> String {
    format!("{first}\n{second}").trim_matches('\n').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(title: &str, about: &str) -> Draft {
        Draft { title: title.into(), about: about.into(), audience: Audience::OnlyMe }
    }

    #[test]
    fn an_album_has_a_title_of_one_line_and_every_problem_is_told_at_once() {
        assert_eq!(
            fit(&draft(" Our \n trip ", " To *the* sea\n")).ok(),
            Some(("Our trip".into(), "To *the* sea".into()))
        );
        assert!(fit(&draft(" ", "")).is_err());
        assert!(fit(&draft(&"é".repeat(limits::ALBUM_TITLE_CHARS_MAX), "")).is_ok());
        let long = "x".repeat(limits::ALBUM_ABOUT_CHARS_MAX + 1);
        let Err(Error::Invalid(problems)) = fit(&draft("", &long)) else { panic!("taken") };
        assert_eq!(problems.len(), 2);
    }

    #[test]
    fn what_a_photo_says_is_its_caption_and_what_it_shows() {
        assert_eq!(all_words("On the pond", "A heron"), "On the pond\nA heron");
        assert_eq!(all_words("", "A heron"), "A heron");
        assert_eq!(all_words("", ""), "");
        let long = "é".repeat(limits::CAPTION_CHARS_MAX + 1);
        assert!(fit_words(&Words { caption: long, alt: String::new() }).is_err());
    }
}
