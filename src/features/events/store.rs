//! The SQL of events.

use super::when::{When, word};
use super::{Coming, Fit, all_words};
use crate::base::{Audience, AudienceKind, GroupId, ItemId, Kind, Result, State, limits};
use crate::db::{Change, Row, Snapshot, params};
use crate::features::items::{self, Author};
use jiff::civil::Date;

/// An event as its viewer sees it.
#[derive(Clone, Debug)]
pub struct Event {
    /// Its id, and place in the sequence.
    pub id: ItemId,
    /// Who made it.
    pub author: Author,
    /// Everyone, or groups.
    pub audience: AudienceKind,
    /// Shown, waiting, or taken away.
    pub state: State,
    /// 1 as first made; each change adds one.
    pub version: i64,
    /// When it was made, milliseconds since 1970.
    pub made_at: i64,
    /// When it was last changed.
    pub edited_at: Option<i64>,
    /// Its title.
    pub title: String,
    /// Markdown, perhaps none.
    pub about: String,
    /// Where, perhaps nowhere said.
    pub place: String,
    /// When it takes place.
    pub when: When,
    /// It was called off.
    pub cancelled: bool,
}

impl Event {
    /// What its history keeps: its words, and when it was to be.
    pub(super) fn whole_words(&self) -> String {
        let when = &self.when;
        let (first, last) = (when.starts.date(), when.ends.date());
        let times = if when.all_day {
            if first == last { first.to_string() } else { format!("{first} – {last}") }
        } else {
            let clock =
                |at: jiff::civil::DateTime| format!("{} {:02}:{:02}", at.date(), at.hour(), at.minute());
            if when.starts == when.ends {
                clock(when.starts)
            } else {
                format!("{} – {}", clock(when.starts), clock(when.ends))
            }
        };
        let words = all_words(&self.title, &self.place, &self.about);
        if self.cancelled { format!("~~{times}~~\n\n{words}") } else { format!("{times}\n\n{words}") }
    }
}

const EVENT: &str =
    "SELECT e.id, e.author_id, a.username, a.shown_name, a.picture, a.role, e.audience, e.state, e.version, e.made_at,
            e.edited_at, e.title, e.about, e.place, e.all_day, e.starts, e.ends, e.cancelled
     FROM seen_event AS e CROSS JOIN seen_person AS a ON a.id = e.author_id";

fn event(row: &Row<'_>) -> rusqlite::Result<Event> {
    Ok(Event {
        id: ItemId(row.get(0)?),
        author: items::author(row, 1)?,
        audience: AudienceKind::parse(row.get_ref(6)?.as_str()?).unwrap_or(AudienceKind::Groups),
        state: State::parse(row.get_ref(7)?.as_str()?).unwrap_or(State::Removed),
        version: row.get(8)?,
        made_at: row.get(9)?,
        edited_at: row.get(10)?,
        title: row.get(11)?,
        about: row.get(12)?,
        place: row.get(13)?,
        when: When::of(row.get(14)?, row.get_ref(15)?.as_str()?, row.get_ref(16)?.as_str()?),
        cancelled: row.get(17)?,
    })
}

/// One event, as this viewer sees it.
///
/// # Errors
/// `NotFound` where there is none for this viewer.
pub fn find(look: &Snapshot<'_>, id: ItemId) -> Result<Event> {
    look.found(&format!("{EVENT} WHERE e.id = ?1"), [id.0], event)
}

/// What is for the viewer themselves: staff who moderate see every group's events, but not in their own calendar.
const FOR_ME: &str = "(e.audience = 'everyone' OR e.author_id = ?5
     OR EXISTS (SELECT 1 FROM seen_board_target AS t JOIN seen_membership AS m ON m.group_id = t.target_id
                WHERE t.item_id = e.id AND m.account_id = ?5))";
const FOR_GROUP: &str =
    "EXISTS (SELECT 1 FROM seen_board_target AS t WHERE t.item_id = e.id AND t.target_id = ?5)";

/// Those that fall on these days, from the first to the last, in order of time.
fn between_sql(of_group: bool) -> String {
    let which = if of_group { FOR_GROUP } else { FOR_ME };
    format!(
        "{EVENT} WHERE e.starts >= ?1 AND e.starts < ?2 AND e.ends >= ?3 AND e.state <> 'removed' AND {which}
         ORDER BY e.starts, e.id LIMIT ?4"
    )
}

/// Events that fall on some day from `first` to `last`: of a group, or all that are for the viewer.
pub(super) fn between(
    look: &Snapshot<'_>,
    first: Date,
    last: Date,
    group: Option<GroupId>,
) -> Result<Vec<Event>> {
    // No event is longer than this, so those that began earlier are over.
    let earliest = first.saturating_sub(jiff::Span::new().days(limits::EVENT_DAYS_MAX as i64));
    let after = last.saturating_add(jiff::Span::new().days(1));
    let whose = group.map_or(look.me()?.0, |group| group.0);
    let most = limits::EVENTS_SHOWN_MAX as i64;
    look.list(
        &between_sql(group.is_some()),
        params![earliest.to_string(), after.to_string(), first.to_string(), most, whose],
        event,
    )
}

/// The statements of pages that are open all day, for the test that none of them reads a table from end to end.
#[cfg(test)]
pub(super) fn statements() -> Vec<(String, usize)> {
    vec![
        (format!("{EVENT} WHERE e.id = ?1"), 1),
        (between_sql(false), 5),
        (between_sql(true), 5),
        (COUNTS.into(), 2),
        (PEOPLE.into(), 2),
    ]
}

/// Does this page have to be told of this event: is it seen, or was it for the viewer?
pub(super) fn concerns(look: &Snapshot<'_>, id: ItemId) -> Result<bool> {
    look.any(
        // The guard refuses a look that touches a table by its number alone, so each names a column.
        "SELECT 1, state FROM seen_event WHERE id = ?1
         UNION ALL SELECT 1, kind FROM seen_board_gone WHERE id = ?1 AND kind = 'event' LIMIT 1",
        [id.0],
    )
}

/// Somebody who said whether they come.
#[derive(Clone, Debug)]
pub(super) struct Guest {
    pub person: Author,
    pub coming: Coming,
}

/// Who comes to an event, as far as the viewer may know.
#[derive(Clone, Debug, Default)]
pub(super) struct Guests {
    /// What the viewer said.
    pub mine: Option<Coming>,
    /// How many said what, in the order of [`Coming::ALL`].
    pub counts: [i64; 3],
    /// Those who come first, then those who perhaps do; in the order in which they said so.
    pub people: Vec<Guest>,
}

const COUNTS: &str = "SELECT x.answer, count(*), max(x.account_id = ?1) FROM seen_answer AS x
     JOIN seen_person AS a ON a.id = x.account_id
     WHERE x.event_id = ?2 AND a.standing <> 'left' GROUP BY x.answer";
const PEOPLE: &str =
    "SELECT a.id, a.username, a.shown_name, a.picture, a.role, x.answer FROM seen_answer AS x
     JOIN seen_person AS a ON a.id = x.account_id
     WHERE x.event_id = ?1 AND a.standing <> 'left' AND x.answer <> 'no'
     ORDER BY x.answer = 'maybe', x.since_at, a.id LIMIT ?2";

/// Who comes, in two statements however many they are.
pub(super) fn guests(look: &Snapshot<'_>, id: ItemId) -> Result<Guests> {
    let mut guests = Guests::default();
    let rows = look.list(COUNTS, params![look.me()?.0, id.0], |row| {
        Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?, row.get::<_, bool>(2)?))
    })?;
    for (word, count, mine) in rows {
        let Some(coming) = Coming::parse(&word) else { continue };
        guests.counts[coming as usize] = count;
        if mine {
            guests.mine = Some(coming);
        }
    }
    guests.people = look.list(PEOPLE, params![id.0, limits::GUESTS_SHOWN_MAX as i64], |row| {
        let coming = Coming::parse(row.get_ref(5)?.as_str()?).unwrap_or(Coming::No);
        Ok(Guest { person: items::author(row, 0)?, coming })
    })?;
    Ok(guests)
}

/// The id of this box, for the names of its events in other people's calendars.
pub(super) fn install_id(look: &Snapshot<'_>) -> Result<String> {
    look.found("SELECT install_id FROM site WHERE id = 1", [], |row| row.get(0))
}

/// The audience of an event of one's own, whole.
pub(super) fn audience_of(look: &Snapshot<'_>, event: &Event) -> Result<Audience> {
    if event.audience == AudienceKind::Everyone {
        return Ok(Audience::Everyone);
    }
    let sql = "SELECT target_id FROM seen_board_target WHERE item_id = ?1 ORDER BY target_id";
    Ok(Audience::Groups(look.list(sql, [event.id.0], |row| row.get(0).map(GroupId))?))
}

pub(super) fn insert(
    change: &mut Change<'_>,
    audience: &Audience,
    state: State,
    fit: &Fit,
) -> Result<ItemId> {
    let id = items::insert_top(change, Kind::Event, audience, state)?;
    change.run(
        "INSERT INTO event (id, title, about, place, all_day, starts, ends) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        params![
            id.0,
            fit.title,
            fit.about,
            fit.place,
            fit.when.all_day,
            word(fit.when.starts),
            word(fit.when.ends)
        ],
    )?;
    Ok(id)
}

pub(super) fn set(change: &mut Change<'_>, id: ItemId, fit: &Fit) -> Result<()> {
    change.run(
        "UPDATE event SET title = ?2, about = ?3, place = ?4, all_day = ?5, starts = ?6, ends = ?7 WHERE id = ?1",
        params![
            id.0,
            fit.title,
            fit.about,
            fit.place,
            fit.when.all_day,
            word(fit.when.starts),
            word(fit.when.ends)
        ],
    )?;
    Ok(())
}

pub(super) fn set_cancelled(change: &mut Change<'_>, id: ItemId, cancelled: bool) -> Result<()> {
    change.run("UPDATE event SET cancelled = ?2 WHERE id = ?1", params![id.0, cancelled])?;
    Ok(())
}

pub(super) fn set_answer(change: &mut Change<'_>, id: ItemId, coming: Coming) -> Result<()> {
    let (me, now) = (change.me()?, change.now_ms());
    change.run(
        "INSERT INTO event_answer (event_id, account_id, answer, since_at) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (event_id, account_id) DO UPDATE SET answer = ?3, since_at = ?4 WHERE answer <> ?3",
        params![id.0, me.0, coming.word(), now],
    )?;
    Ok(())
}

pub(super) fn clear_answer(change: &mut Change<'_>, id: ItemId) -> Result<()> {
    let me = change.me()?;
    change.run("DELETE FROM event_answer WHERE event_id = ?1 AND account_id = ?2", [id.0, me.0])?;
    Ok(())
}

/// A notice to everybody who said that they come, or perhaps, and still sees the event: in one statement.
pub(super) fn tell_comers(change: &mut Change<'_>, id: ItemId, what: &str) -> Result<()> {
    let now = change.now_ms();
    change.run(
        "INSERT INTO notice (account_id, kind, actor_id, item_id, reason, made_at)
         SELECT p.id, 'event', i.author_id, i.id, ?2, ?3
         FROM item AS i JOIN event_answer AS x ON x.event_id = i.id AND x.answer IN ('yes', 'maybe')
         JOIN account AS p ON p.id = x.account_id AND p.standing IN ('active', 'read_only')
         WHERE i.id = ?1 AND p.id <> i.author_id
           AND (i.audience = 'everyone'
             OR EXISTS (SELECT 1 FROM membership AS m JOIN item_to AS t ON t.target_id = m.group_id
                        WHERE m.account_id = p.id AND t.item_id = i.id AND t.kind = 'group'))
           AND NOT EXISTS (SELECT 1 FROM parted WHERE one_id = p.id AND other_id = i.author_id)
           AND NOT EXISTS (SELECT 1 FROM silence AS s WHERE s.account_id = p.id AND s.sort = 'board')",
        params![id.0, what, now],
    )?;
    Ok(())
}
