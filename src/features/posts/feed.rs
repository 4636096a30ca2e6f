//! Home, whose cost never grows with the pod: many short lists merged by id, and remembered.

use super::Stream;
use super::kept::Moment;
use super::stream::{GROUP, HOME_WINDOW, NAMES_ME, PERSON, TO_ME};
use crate::base::{AccountId, Event, ItemId, Result, Topic, limits};
use crate::db::{Snapshot, params};
use std::collections::{BinaryHeap, HashMap};
use std::sync::{Mutex, PoisonError};

/// People whose Home is remembered; when full, all are forgotten and worked out again as they come.
const REMEMBERED_MAX: usize = 2_000;
/// Posts remembered a Home: the first page, the one that says whether there is a second, and some
/// to spare for what is taken away.
const KEPT: usize = 2 * limits::STREAM_PAGE;
/// New events that are looked at one by one; after more, Home is worked out again.
const EVENTS_MAX: usize = 100;

/// The remembered first pages of Home. Only ids, and only a guess: each is looked at again, as its
/// viewer, whenever a page is made.
#[derive(Default)]
pub struct Feeds {
    homes: Mutex<HashMap<AccountId, Home>>,
    people: Mutex<Option<(u64, i64)>>,
}

#[derive(Clone)]
struct Home {
    age: u64,
    seq: i64,
    ids: Vec<ItemId>,
}

impl Feeds {
    /// How many people can sign in here, the viewer too: counted again only after accounts changed.
    ///
    /// # Errors
    /// `Broken` if the database fails.
    pub fn people(&self, look: &Snapshot<'_>, now: Moment) -> Result<i64> {
        const PEOPLE: &str = "SELECT count(*) FROM seen_person WHERE standing IN ('active', 'read_only')";
        if look.has_strangers()? {
            return look.number(PEOPLE, []); // theirs is a number of their own
        }
        let kept = *self.people.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, people)) = kept.filter(|(age, _)| *age == now.age) {
            return Ok(people);
        }
        let people = look.number(PEOPLE, [])?;
        *self.people.lock().unwrap_or_else(PoisonError::into_inner) = Some((now.age, people));
        Ok(people)
    }

    /// The newest posts of the viewer's Home, at most [`KEPT`]; `since` gives the events after one.
    ///
    /// # Errors
    /// `SignIn` for a stranger; `Broken` if the database fails.
    pub fn home(
        &self,
        look: &Snapshot<'_>,
        now: Moment,
        since: impl FnOnce(i64) -> Option<Vec<Event>>,
    ) -> Result<Vec<ItemId>> {
        let me = look.me()?;
        let kept = self.homes.lock().unwrap_or_else(PoisonError::into_inner).get(&me).cloned();
        let fresh = match kept {
            Some(home) if home.age == now.age && home.seq == now.seq => return Ok(home.ids),
            Some(home) if home.age == now.age => match since(home.seq) {
                Some(events) if events.len() <= EVENTS_MAX => brought_up(look, home.ids, &events)?,
                _ => home_below(look, i64::MAX, KEPT)?,
            },
            _ => home_below(look, i64::MAX, KEPT)?,
        };
        let mut homes = self.homes.lock().unwrap_or_else(PoisonError::into_inner);
        if homes.len() >= REMEMBERED_MAX && !homes.contains_key(&me) {
            homes.clear();
        }
        homes.insert(me, Home { age: now.age, seq: now.seq, ids: fresh.clone() });
        Ok(fresh)
    }
}

/// Adds the new posts that belong, one look each.
fn brought_up(look: &Snapshot<'_>, mut ids: Vec<ItemId>, events: &[Event]) -> Result<Vec<ItemId>> {
    for event in events.iter().filter(|event| event.topic == Topic::Streams) {
        let Some(post) = event.item else { continue };
        if !ids.contains(&post) && Stream::Home.has(look, post)? {
            ids.push(post);
        }
    }
    ids.sort_unstable_by(|a, b| b.cmp(a));
    ids.truncate(KEPT);
    Ok(ids)
}

/// Items of the newest window that is looked through before anything else.
const WINDOW: i64 = 2_000;

/// Works Home out. Most people find a page of it among the newest things of the pod, so a bounded window of
/// those is looked through first; only who does not gets the merge of all that they follow.
pub(super) fn home_below(look: &Snapshot<'_>, before: i64, limit: usize) -> Result<Vec<ItemId>> {
    let me = look.me()?;
    let newest = look.number("SELECT seq FROM sqlite_sequence WHERE name = 'item'", [])?;
    let top = before.min(newest + 1);
    let found =
        look.list(HOME_WINDOW, params![top - WINDOW, me.0, top, limit as i64], |row| row.get(0).map(ItemId))?;
    if found.len() == limit { Ok(found) } else { home_merged(look, before, limit) }
}

/// A person's own posts, their contacts', staff's, their groups', and what is to them or names them, each a
/// list down an index, merged by id. Only as much of each is read as is needed.
fn home_merged(look: &Snapshot<'_>, before: i64, limit: usize) -> Result<Vec<ItemId>> {
    let me = look.me()?;
    let mut sources = vec![(PERSON, me.0), (TO_ME, me.0), (NAMES_ME, me.0)];
    let people = look.list(
        "SELECT person_id FROM seen_contact WHERE owner_id = ?1
         UNION SELECT id FROM seen_person WHERE role IN ('staff', 'owner') AND id <> ?1",
        [me.0],
        |row| row.get::<_, i64>(0),
    )?;
    sources.extend(people.into_iter().map(|id| (PERSON, id)));
    let groups =
        look.list("SELECT group_id FROM seen_membership WHERE account_id = ?1", [me.0], |row| row.get(0))?;
    sources.extend(groups.into_iter().map(|id: i64| (GROUP, id)));
    merge(look, &sources, before, limit)
}

/// What those in the viewer's chosen aspects made: each person's newest down an index, merged by id.
pub(super) fn aspects_below(look: &Snapshot<'_>, before: i64, limit: usize) -> Result<Vec<ItemId>> {
    let people = look.list(
        "SELECT DISTINCT p.person_id FROM seen_stream_aspect AS a CROSS JOIN seen_aspect_person AS p ON p.aspect_id = a.id",
        [],
        |row| row.get::<_, i64>(0),
    )?;
    let sources: Vec<(&str, i64)> = people.into_iter().map(|id| (PERSON, id)).collect();
    merge(look, &sources, before, limit)
}

fn merge(look: &Snapshot<'_>, sources: &[(&str, i64)], before: i64, limit: usize) -> Result<Vec<ItemId>> {
    // A few at a time from each: most sources have nothing among the newest.
    const STEP: i64 = 3;
    let more = |(sql, id): (&str, i64), below: i64| -> Result<Vec<i64>> {
        look.list(sql, params![id, below, STEP], |row| row.get(0))
    };
    let mut heap = BinaryHeap::new();
    let mut waiting: Vec<Vec<i64>> = Vec::with_capacity(sources.len());
    for (place, source) in sources.iter().enumerate() {
        let mut ids = more(*source, before)?;
        ids.reverse();
        if let Some(newest) = ids.pop() {
            heap.push((newest, place));
        }
        waiting.push(ids);
    }
    let mut found: Vec<ItemId> = Vec::with_capacity(limit);
    while let Some((id, place)) = heap.pop() {
        if found.last() != Some(&ItemId(id)) {
            found.push(ItemId(id));
        }
        if found.len() == limit {
            break;
        }
        if waiting[place].is_empty() {
            waiting[place] = more(sources[place], id)?;
            waiting[place].reverse();
        }
        if let Some(next) = waiting[place].pop() {
            heap.push((next, place));
        }
    }
    Ok(found)
}
