//! The school before anybody talks: its owner, people, groups, contacts, profiles, sessions.

use super::{
    MEMBER_PASSWORD, OWNER_PASSWORD, Person, SUPERVISOR_PASSWORD, School, Writing, people, pictures, store,
    together,
};
use crate::base::{AccountId, Act, Duties, Duty, GroupId, Result, Role};
use crate::db::{Change, Viewer};
use crate::features::accounts::{self, Hashers, NewAccount, Password};
use crate::features::groups::{self, GroupKind};
use crate::features::people as sharing;
use crate::features::photos::{self, NewPhoto, Prepared};
use crate::features::{sessions, setup};
use crate::web::NewSession;
use std::collections::HashSet;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

/// What the audit log says of where it came from.
const DEVICE: &str = "demonstration";
/// Contacts of a member, fewest and most; the first fifth of the members have the most.
const CONTACTS: (usize, usize) = (20, 200);
/// Members with a picture of their own.
const FACES_MAX: usize = 16;
/// Pixels of a drawn photo: enough for every size that is kept, and drawn in a moment.
const PHOTO: (u32, u32) = (1280, 853);
const REASON: &str = "no picture that our own decoder reads";

impl School {
    /// The first owner claims the box with the rules of the house.
    pub(super) async fn claim(&mut self) -> Result<()> {
        let hash = hashed(OWNER_PASSWORD).await?;
        let owner = NewAccount {
            username: "head".into(),
            shown_name: "Dr Amara Hill".into(),
            role: Role::Owner,
            duties: super::every_duty(),
        };
        let new = owner.clone();
        let nobody = Viewer::stranger().on(DEVICE);
        let claim = move |change: &mut Change<'_>| {
            super::save_rules(change)?;
            store::set_demo(change)?;
            let id = setup::claim(change, &new, &hash)?;
            Ok((id, setup::load_rules(change)?))
        };
        let (id, rules) = self.db.write(&nobody, Act::ClaimSite, claim).await?;
        self.rules = rules;
        self.people.push(person(id, &owner, people::Tongue::English));
        Ok(())
    }

    /// Teachers and members, made by the owner; the first teacher supervises.
    pub(super) async fn make_people(&mut self, members: usize) -> Result<()> {
        let (hash, staff_hash) = (hashed(MEMBER_PASSWORD).await?, hashed(SUPERVISOR_PASSWORD).await?);
        let staff = people::staff((members / 20).clamp(4, 40));
        self.staff = staff.len() + 1;
        let mut taken: HashSet<String> = staff.iter().map(|teacher| teacher.username.clone()).collect();
        taken.insert("head".into());
        let pupils = people::members(members, &mut self.dice, &mut taken);
        let supervisor: Duties = [Duty::Moderate, Duty::Accounts].into_iter().collect();
        let mut accounts = Vec::with_capacity(staff.len() + members);
        for (place, somebody) in staff.into_iter().chain(pupils).enumerate() {
            let role = if place + 1 < self.staff { Role::Staff } else { Role::Member };
            let duties = if place == 0 { supervisor } else { Duties::NONE };
            let (username, shown_name) = (somebody.username, somebody.shown_name);
            accounts.push((NewAccount { username, shown_name, role, duties }, somebody.tongue));
        }
        let owner = self.people[0].viewer.clone();
        let mut writes: Vec<Writing<'_>> = Vec::new();
        for (new, _) in &accounts {
            let (db, owner, new) = (&self.db, &owner, new.clone());
            let hash = if new.role == Role::Member { hash.clone() } else { staff_hash.clone() };
            let add = move |change: &mut Change<'_>| accounts::add(change, &new, &hash, false);
            writes.push(Box::pin(async move {
                db.write(owner, Act::AddAccount, add).await.map(|id| Some(crate::base::ItemId(id.0)))
            }));
        }
        let ids = together(writes).await?;
        for (id, (new, tongue)) in ids.into_iter().flatten().zip(&accounts) {
            self.people.push(person(AccountId(id.0), new, *tongue));
        }
        self.count("people", self.people.len());
        Ok(())
    }

    /// Classes with a teacher each, clubs across them.
    pub(super) async fn make_groups(&mut self, members: usize) -> Result<()> {
        let owner = self.people[0].viewer.clone();
        let mut classes = Vec::new();
        let mut clubs = Vec::new();
        for draft in people::groups(members) {
            let is_class = draft.kind == Some(GroupKind::Class);
            let add = move |change: &mut Change<'_>| groups::add(change, &draft);
            let id = self.db.write(&owner, Act::AddGroup, add).await?;
            if is_class { classes.push(id) } else { clubs.push(id) }
        }
        let mut joins: Vec<(GroupId, usize, bool)> = Vec::new();
        for (number, group) in classes.iter().chain(&clubs).enumerate() {
            joins.push((*group, 1 + number % (self.staff - 1), true));
        }
        for place in self.staff..self.people.len() {
            joins.push((classes[place % classes.len()], place, false));
            for club in &clubs {
                if self.dice.percent(18) {
                    joins.push((*club, place, false));
                }
            }
        }
        let mut writes: Vec<Writing<'_>> = Vec::new();
        for (group, place, leader) in joins.iter().copied() {
            let (db, owner, who) = (&self.db, &owner, self.people[place].id);
            let username = self.people[place].username.clone();
            let join = move |change: &mut Change<'_>| {
                groups::add_people(change, group, &[who], "")?;
                if leader { groups::lead(change, group, &username, true) } else { Ok(()) }
            };
            writes.push(Box::pin(async move { db.write(owner, Act::AddMember, join).await.map(|()| None) }));
        }
        together(writes).await?;
        for (group, place, _) in joins {
            self.people[place].groups.push(group);
        }
        self.count("groups", classes.len() + clubs.len());
        Ok(())
    }

    /// Whom everybody shares with, mostly both ways, and two aspects each.
    pub(super) async fn make_contacts(&mut self) -> Result<()> {
        self.choose_contacts();
        let mut writes: Vec<Writing<'_>> = Vec::new();
        for one in &self.people {
            for other in &one.contacts {
                let (db, username) = (&self.db, self.people[*other].username.clone());
                let add = move |change: &mut Change<'_>| sharing::share(change, &username, &[]);
                writes.push(Box::pin(async move {
                    db.write(&one.viewer, Act::AddContact, add).await.map(|_| None)
                }));
            }
        }
        let contacts = writes.len();
        together(writes).await?;
        self.count("contacts", contacts);
        let mut writes: Vec<Writing<'_>> = Vec::new();
        let mut owners = Vec::new();
        for (place, one) in self.people.iter().enumerate().skip(self.staff) {
            for (order, name) in ["Friends", "Project"].into_iter().enumerate() {
                let half = one.contacts.iter().skip(order * 4).take(8 - order * 4);
                let who: Vec<AccountId> = half.map(|other| self.people[*other].id).collect();
                let db = &self.db;
                let add = move |change: &mut Change<'_>| {
                    let id = sharing::add_aspect(change, name)?;
                    sharing::fill_aspect(change, id, &who, &who)?;
                    Ok(id)
                };
                owners.push(place);
                writes.push(Box::pin(async move {
                    db.write(&one.viewer, Act::EditAspect, add)
                        .await
                        .map(|id| Some(crate::base::ItemId(id.0)))
                }));
            }
        }
        let made = together(writes).await?;
        for (place, id) in owners.into_iter().zip(made.into_iter().flatten()) {
            self.people[place].aspects.push(crate::base::AspectId(id.0));
        }
        Ok(())
    }

    fn choose_contacts(&mut self) {
        let (first, all) = (self.staff, self.people.len());
        let members = all - first;
        let (fewest, most) = (CONTACTS.0.min(members - 1), CONTACTS.1.min(members - 1));
        let wanted: Vec<usize> = (0..members)
            .map(|place| {
                let with_most = place < members / 5;
                if with_most { most } else { fewest + self.dice.below(most - fewest + 1) }
            })
            .collect();
        let mut chosen: Vec<HashSet<usize>> = vec![HashSet::new(); members];
        for place in 0..members {
            while chosen[place].len() < wanted[place] {
                let other = self.dice.below(members);
                if other == place || !chosen[place].insert(other) {
                    continue;
                }
                if chosen[other].len() < wanted[other] && self.dice.percent(80) {
                    chosen[other].insert(place);
                }
            }
        }
        for (place, chosen) in chosen.into_iter().enumerate() {
            let mut contacts: Vec<usize> = chosen.into_iter().map(|other| first + other).collect();
            contacts.sort_unstable();
            self.people[first + place].contacts = contacts;
        }
    }

    /// A few words of everybody about themselves, and pictures for some.
    pub(super) async fn make_profiles(&mut self, scratch: &Path) -> Result<()> {
        let faces = ((self.people.len() - self.staff) / 2).min(FACES_MAX);
        let drawn = many(faces, |number| {
            let file = pictures::jpeg(7_000 + number as u64, 240, 240, number % 3 == 0)?;
            let file = super::scratch_file(scratch, &file)?;
            photos::square(file.path(), None).map_err(|_| crate::base::Error::Broken(REASON.into()))
        })?;
        let mut names: Vec<Option<String>> = vec![None; self.people.len()];
        for (number, face) in drawn.iter().enumerate() {
            let placed = self.shelf.put(face)?;
            names[self.staff + number * 2] = Some(placed.name().to_string());
            self.placed.push(placed);
        }
        let profiles: Vec<_> = self.people.iter().map(|_| people::profile(&mut self.dice)).collect();
        let mut writes: Vec<Writing<'_>> = Vec::new();
        for ((one, profile), picture) in self.people.iter().zip(profiles).zip(names) {
            let db = &self.db;
            let rules = self.rules.clone();
            let edit = move |change: &mut Change<'_>| {
                sharing::edit_profile(change, &rules, &profile, picture.as_deref())
            };
            writes.push(Box::pin(async move {
                db.write(&one.viewer, Act::EditProfile, edit).await.map(|()| None)
            }));
        }
        together(writes).await?;
        Ok(())
    }

    /// Draws the photos and puts them on the shelf, as if they had been sent; which are landscapes.
    pub(super) fn draw_photos(&mut self, count: usize, scratch: &Path) -> Result<Vec<(NewPhoto, bool)>> {
        // Some at a time, so that a thousand photos are never all in memory.
        let mut ready = Vec::with_capacity(count);
        while ready.len() < count {
            let (begin, more) = (ready.len(), (count - ready.len()).min(32));
            let drawn = many(more, |number| {
                let seed = (begin + number) as u64;
                let upright = seed % 5 == 4;
                let (width, height) = if upright { (PHOTO.1, PHOTO.0) } else { PHOTO };
                let file = pictures::jpeg(seed, width, height, is_landscape(begin + number))?;
                let file = super::scratch_file(scratch, &file)?;
                photos::prepare(file.path()).map_err(|_| crate::base::Error::Broken(REASON.into()))
            })?;
            for (number, photo) in drawn.iter().enumerate() {
                let (placed, largest) = (self.shelf.put(photo)?, &photo.pictures[0]);
                let (width, height) = (largest.width, largest.height);
                let bytes = photo.pictures.iter().map(|picture| picture.bytes.len() as u64).sum();
                let new =
                    NewPhoto { name: placed.name().to_string(), alt: String::new(), width, height, bytes };
                ready.push((new, is_landscape(begin + number)));
                self.placed.push(placed);
            }
        }
        self.count("photos", count);
        Ok(ready)
    }

    /// A session for everybody, as if they had just signed in.
    pub(super) async fn sign_everybody_in(&mut self, file: &Path) -> Result<()> {
        let tokens: Vec<NewSession> = self.people.iter().map(|_| NewSession::new()).collect();
        let nobody = Viewer::stranger().on(DEVICE);
        let mut writes: Vec<Writing<'_>> = Vec::new();
        for (one, token) in self.people.iter().zip(&tokens) {
            let (db, nobody, id, hash) = (&self.db, &nobody, one.id, token.hash());
            let begin = move |change: &mut Change<'_>| sessions::begin(change, id, hash, DEVICE, "127.0.0.1");
            writes.push(Box::pin(async move { db.write(nobody, Act::SignIn, begin).await.map(|()| None) }));
        }
        together(writes).await?;
        let mut lines = String::new();
        for (one, token) in self.people.iter().zip(&tokens).skip(self.staff) {
            lines.push_str(&format!("{} {}\n", one.username, token.token()));
        }
        super::write_sessions(&file.to_owned(), &lines)
    }
}

fn is_landscape(number: usize) -> bool {
    number % 3 != 1
}

fn person(id: AccountId, new: &NewAccount, tongue: people::Tongue) -> Person {
    Person {
        id,
        viewer: Viewer::account(id, new.role, new.duties, DEVICE.into()),
        username: new.username.clone(),
        tongue,
        staff: new.role != Role::Member,
        groups: Vec::new(),
        contacts: Vec::new(),
        aspects: Vec::new(),
    }
}

async fn hashed(password: &str) -> Result<String> {
    Hashers::start(1)?.hash(Password(password.to_owned())).await
}

/// Prepares so many pictures on all cores; the answer is in order.
fn many(count: usize, one: impl Fn(usize) -> Result<Prepared> + Sync) -> Result<Vec<Prepared>> {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let next = AtomicUsize::new(0);
    let work = || {
        let mut made = Vec::new();
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            if number >= count {
                return made;
            }
            made.push((number, one(number)));
        }
    };
    let mut made: Vec<(usize, Result<Prepared>)> = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..cores).map(|_| scope.spawn(work)).collect();
        workers.into_iter().filter_map(|worker| worker.join().ok()).flatten().collect()
    });
    made.sort_by_key(|(number, _)| *number);
    made.into_iter().map(|(_, picture)| picture).collect()
}
