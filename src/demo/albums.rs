//! The demonstration's albums: a trip of the class, a pupil's drawings, and a walk for friends.

use super::{School, words};
use crate::base::{Act, Audience, Error, ItemId, Result, Under, limits};
use crate::db::Change;
use crate::features::albums::{self, Words};
use crate::features::comments;
use crate::features::photos::NewPhoto;
use crate::features::spots::{self, Draft, Place};
use futures_util::future::join_all;

/// Whose, the title, what it is about, whether for contacts only, and how many photos.
type Plan = (usize, &'static str, &'static str, bool, usize);

impl School {
    /// Some albums, from photos that lie on the shelf already.
    pub(super) async fn make_albums(&mut self, photos: &[(NewPhoto, bool)]) -> Result<()> {
        let first = self.staff;
        let ask = |change: &mut Change<'_>| spots::ask_first(change, true);
        self.db.write(&self.people[first].viewer, Act::EditPreferences, ask).await?;
        let plans: [Plan; 3] = [
            (1, "Trip to the coast", "Our two days by the sea. *Well done, everybody!*", false, 9),
            (first, "Things I have drawn", "", false, 5),
            (first + 1, "A walk in May", "Up the hill and round the lake.", true, 7),
        ];
        for (who, title, about, for_contacts, count) in plans {
            if photos.is_empty() {
                return Ok(());
            }
            let audience = if for_contacts { Audience::Contacts } else { Audience::Everyone };
            let draft = albums::Draft { title: title.to_owned(), about: about.to_owned(), audience };
            let inside: Vec<NewPhoto> = photos
                .iter()
                .cycle()
                .skip(who)
                .take(count.min(photos.len()))
                .map(|(photo, landscape)| {
                    let alt = words::caption(*landscape, &mut self.dice).1.to_owned();
                    NewPhoto { alt, ..photo.clone() }
                })
                .collect();
            self.make_album(who, draft, inside).await?;
            self.count("albums", 1);
        }
        Ok(())
    }

    /// One album of many photos, for measuring: the same few files stand behind them.
    pub(super) async fn make_large_album(&mut self, count: usize, photos: &[(NewPhoto, bool)]) -> Result<()> {
        if count == 0 || photos.is_empty() {
            return Ok(());
        }
        let draft = albums::Draft {
            title: "The whole year".into(),
            about: String::new(),
            audience: Audience::Everyone,
        };
        let inside = photos.iter().cycle().take(count).map(|(photo, _)| photo.clone()).collect();
        self.make_album(self.staff, draft, inside).await?;
        self.count("albums", 1);
        Ok(())
    }

    async fn make_album(&self, who: usize, draft: albums::Draft, photos: Vec<NewPhoto>) -> Result<()> {
        let author = &self.people[who].viewer;
        let rules = self.rules.clone();
        let add = move |change: &mut Change<'_>| albums::add(change, &rules, &draft).map(|made| made.id);
        let album = self.db.write(author, Act::AddAlbum, add).await?;
        let puts = photos.chunks(limits::POST_PHOTOS_MAX).map(|some| {
            let (some, rules) = (some.to_vec(), self.rules.clone());
            let put = move |change: &mut Change<'_>| albums::add_photos(change, &rules, album, &some);
            self.db.write(author, Act::AddPhotos, put)
        });
        for put in join_all(puts).await {
            put?;
        }
        let Some(cover) = self.db.read(author, |look| Ok(albums::find(look, album)?.cover)).await? else {
            return Ok(());
        };
        self.caption(who, cover).await?;
        self.tag(who, cover).await
    }

    /// The author is in the photo, and some of whom they share with; the first member is asked first.
    async fn tag(&self, who: usize, photo: ItemId) -> Result<()> {
        let author = &self.people[who];
        let asked = (who == 1).then_some(self.staff);
        let people = asked.into_iter().chain([who]).chain(author.contacts.iter().copied());
        for (place, who) in ["6", "4", "8"].into_iter().zip(people) {
            let person = self.people[who].username.clone();
            let (draft, rules) = (Draft { person, place: Place::in_box(place) }, self.rules.clone());
            let tag = move |change: &mut Change<'_>| spots::add(change, &rules, photo, &draft);
            match self.db.write(&author.viewer, Act::AddSpot, tag).await {
                // Who does not see it, or does not want it, is not in it.
                Ok(_) | Err(Error::Invalid(_)) => (),
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    /// Words under a photo, and what somebody says to it.
    async fn caption(&self, who: usize, photo: ItemId) -> Result<()> {
        let author = &self.people[who].viewer;
        let alt = self.db.read(author, |look| Ok(albums::find_photo(look, photo)?.alt)).await?;
        let (words, rules) = (Words { caption: "The best of them, I think".into(), alt }, self.rules.clone());
        let edit = move |change: &mut Change<'_>| albums::edit_photo(change, &rules, photo, &words);
        self.db.write(author, Act::EditPhoto, edit).await?;
        let rules = self.rules.clone();
        let say = move |change: &mut Change<'_>| {
            let body = "This one should hang in the hall!".to_owned();
            let draft = comments::Draft { body, ..comments::Draft::default() };
            comments::add(change, &rules, Under::Photo(photo), &draft)
        };
        // The owner sees what is for everyone; what is for contacts stays without it.
        match self.db.write(&self.people[0].viewer, Act::AddComment, say).await {
            Err(Error::NotFound) => Ok(()),
            other => other.map(|_| ()),
        }
    }
}
