//! The demonstration's clubs: who asks to come in, who is invited, and an album that a class fills together.

use super::{School, words};
use crate::base::{Act, GroupId, Result};
use crate::db::Change;
use crate::features::albums;
use crate::features::groups::{self, Joining};
use crate::features::photos::NewPhoto;

/// What people say who ask to come into a club.
const WISHES: &[&str] = &["My sister is in it, too.", "I can bring my own music stand!", ""];

impl School {
    /// The first member leads a club on request; some ask to come in, and one is invited elsewhere.
    pub(super) async fn make_wishes(&mut self) -> Result<()> {
        let (leader, owner) = (self.staff, self.people[0].viewer.clone());
        let Some(asked) = self.club(Joining::Ask).await? else { return Ok(()) };
        let (me, username) = (self.people[leader].id, self.people[leader].username.clone());
        let lead = move |change: &mut Change<'_>| {
            groups::add_people(change, asked, &[me], "")?;
            groups::lead(change, asked, &username, true)
        };
        self.db.write(&owner, Act::AddMember, lead).await?;
        let outside: Vec<usize> = (leader + 1..self.people.len())
            .filter(|place| !self.people[*place].groups.contains(&asked))
            .collect();
        for (place, words) in outside.iter().zip(WISHES) {
            let rules = self.rules.clone();
            let ask = move |change: &mut Change<'_>| groups::come_in(change, &rules, asked, words);
            self.db.write(&self.people[*place].viewer, Act::AskGroup, ask).await?;
        }
        let Some(invites) = self.club(Joining::Invite).await? else { return Ok(()) };
        let invite = move |change: &mut Change<'_>| groups::invite(change, invites, &[me], "");
        self.db.write(&owner, Act::Invite, invite).await?;
        Ok(())
    }

    /// The first club in which people come in this way.
    async fn club(&self, joining: Joining) -> Result<Option<GroupId>> {
        let mut ids: Vec<GroupId> =
            self.people.iter().flat_map(|person| person.groups.iter().copied()).collect();
        ids.sort_unstable();
        ids.dedup();
        let found = self.db.read(&self.people[0].viewer, |look| {
            for id in ids {
                if groups::find(look, id)?.joining == joining {
                    return Ok(Some(id));
                }
            }
            Ok(None)
        });
        found.await
    }

    /// An album of the first member's class, into which several put photos.
    pub(super) async fn make_class_album(&mut self, photos: &[(NewPhoto, bool)]) -> Result<()> {
        let Some(class) = self.people[self.staff].groups.first().copied() else { return Ok(()) };
        let inside: Vec<usize> = (self.staff..self.people.len())
            .filter(|place| self.people[*place].groups.contains(&class))
            .take(3)
            .collect();
        let (Some(maker), false) = (inside.first(), photos.is_empty()) else { return Ok(()) };
        let rules = self.rules.clone();
        let add = move |change: &mut Change<'_>| {
            let about = "Put yours in, too. The best will hang in the corridor.";
            albums::add_for_group(change, &rules, class, "The farm week", about).map(|made| made.id)
        };
        let album = self.db.write(&self.people[*maker].viewer, Act::AddAlbum, add).await?;
        for (place, who) in inside.iter().enumerate() {
            let some: Vec<NewPhoto> = photos
                .iter()
                .cycle()
                .skip(place * 3)
                .take(3.min(photos.len()))
                .map(|(photo, landscape)| {
                    let alt = words::caption(*landscape, &mut self.dice).1.to_owned();
                    NewPhoto { alt, ..photo.clone() }
                })
                .collect();
            let rules = self.rules.clone();
            let put = move |change: &mut Change<'_>| albums::add_photos(change, &rules, album, &some);
            self.db.write(&self.people[*who].viewer, Act::AddPhotos, put).await?;
        }
        self.count("albums", 1);
        Ok(())
    }
}
