//! The SQL of keep-aparts.

use super::dates::Days;
use super::{ApartKind, Fit, Side, touch_all};
use crate::base::{AccountId, GroupId, ItemId, Result, Role};
use crate::db::{Change, Row, Snapshot, params};
use crate::features::items;
use jiff::civil::Date;
use std::collections::HashMap;

/// Groups that the form offers, by name.
const GROUPS_MAX: i64 = 500;
/// Pages of people that are fetched anew when they are parted, or no more; the others when they are next asked for.
const TOLD_MAX: i64 = 1_000;

/// A keep-apart.
#[derive(Clone, Debug)]
pub(super) struct Apart {
    pub id: i64,
    pub one: Side,
    pub other: Side,
    pub kind: ApartKind,
    pub reference: String,
    pub note: String,
    pub from: Date,
    pub from_day: i64,
    pub until: Option<Date>,
    pub until_day: Option<i64>,
    pub review: Option<Date>,
    pub set_by: AccountId,
    pub set_at: i64,
    pub begun_at: Option<i64>,
    pub ended_at: Option<i64>,
    pub ended_by: Option<AccountId>,
    pub ended_why: String,
}

impl Apart {
    pub(super) fn days(&self) -> Days {
        let (from, from_day, until, until_day) = (self.from, self.from_day, self.until, self.until_day);
        Days { from, from_day, until, until_day, review: self.review }
    }

    /// The two sides.
    pub(super) fn sides(&self) -> [Side; 2] {
        [self.one, self.other]
    }
}

const APART: &str = "SELECT id, one_person_id, one_group_id, other_person_id, other_group_id, kind, reference, note, from_date,
       from_day, until_date, until_day, review_date, set_by, set_at, begun_at, ended_at, ended_by, ended_why
     FROM seen_keep_apart";

fn apart(row: &Row<'_>) -> rusqlite::Result<Apart> {
    let side = |at: usize| -> rusqlite::Result<Side> {
        Ok(match row.get::<_, Option<i64>>(at)? {
            Some(person) => Side::Person(AccountId(person)),
            None => Side::Group(GroupId(row.get(at + 1)?)),
        })
    };
    let date = |at: usize| -> rusqlite::Result<Option<Date>> {
        Ok(row.get::<_, Option<String>>(at)?.and_then(|typed| typed.parse().ok()))
    };
    Ok(Apart {
        id: row.get(0)?,
        one: side(1)?,
        other: side(3)?,
        kind: ApartKind::parse(row.get_ref(5)?.as_str()?).unwrap_or(ApartKind::Other),
        reference: row.get(6)?,
        note: row.get(7)?,
        from: date(8)?.unwrap_or_default(),
        from_day: row.get(9)?,
        until: date(10)?,
        until_day: row.get(11)?,
        review: date(12)?,
        set_by: AccountId(row.get(13)?),
        set_at: row.get(14)?,
        begun_at: row.get(15)?,
        ended_at: row.get(16)?,
        ended_by: row.get::<_, Option<i64>>(17)?.map(AccountId),
        ended_why: row.get(18)?,
    })
}

/// One of them.
///
/// # Errors
/// `NotFound` where it is not the viewer's to know.
pub(super) fn find(look: &Snapshot<'_>, id: i64) -> Result<Apart> {
    look.found(&format!("{APART} WHERE id = ?1"), [id], apart)
}

/// Those that are in force or wait for their day; or those that are over; the newest first, below this one.
pub(super) fn page(look: &Snapshot<'_>, over: bool, before: i64, limit: usize) -> Result<Vec<Apart>> {
    let which = if over { "ended_at IS NOT NULL" } else { "ended_at IS NULL" };
    look.list(
        &format!("{APART} WHERE {which} AND id < ?1 ORDER BY id DESC LIMIT ?2"),
        params![before, limit as i64],
        apart,
    )
}

/// Those that staff look at again by this day, or that are past their last day by the clock; the newest first.
pub(super) fn due(look: &Snapshot<'_>, today: Date, limit: usize) -> Result<Vec<Apart>> {
    look.list(
        &format!(
            "{APART} WHERE ended_at IS NULL AND (review_date <= ?1 OR (until_date < ?1 AND begun_at IS NOT NULL))
             ORDER BY id DESC LIMIT ?2"
        ),
        params![today.to_string(), limit as i64],
        apart,
    )
}

/// For the box: those that are not over, whether they are in force, and their days.
pub(super) fn waiting_for_a_day(look: &Snapshot<'_>) -> Result<Vec<(i64, bool, Days)>> {
    look.list(
        "SELECT id, begun_at IS NOT NULL, from_date, from_day, until_date, until_day FROM seen_apart_due
         WHERE begun_at IS NULL OR until_date IS NOT NULL",
        [],
        |row| {
            let date = |at: usize| -> rusqlite::Result<Option<Date>> {
                Ok(row.get::<_, Option<String>>(at)?.and_then(|typed| typed.parse().ok()))
            };
            let days = Days {
                from: date(2)?.unwrap_or_default(),
                from_day: row.get(3)?,
                until: date(4)?,
                until_day: row.get(5)?,
                review: None,
            };
            Ok((row.get(0)?, row.get(1)?, days))
        },
    )
}

/// Groups by name, for whoever may keep people apart.
pub(super) fn groups(look: &Snapshot<'_>) -> Result<Vec<(GroupId, String)>> {
    look.list("SELECT id, name FROM seen_apart_group ORDER BY name LIMIT ?1", [GROUPS_MAX], |row| {
        Ok((GroupId(row.get(0)?), row.get(1)?))
    })
}

pub(super) fn is_group(look: &Snapshot<'_>, id: GroupId) -> Result<bool> {
    look.any("SELECT 1 FROM seen_apart_group WHERE id = ?1", [id.0])
}

/// What these groups are called; those that are gone stay without a name.
pub(super) fn fill_group_names(look: &Snapshot<'_>, groups: &mut HashMap<GroupId, String>) -> Result<()> {
    let ids: Vec<ItemId> = groups.keys().map(|id| ItemId(id.0)).collect();
    if ids.is_empty() {
        return Ok(());
    }
    let sql = "SELECT id, name FROM seen_apart_group WHERE id IN (SELECT value FROM json_each(?1))";
    let named = look.list(sql, [items::id_list(&ids)], |row| Ok((GroupId(row.get(0)?), row.get(1)?)))?;
    groups.extend(named);
    Ok(())
}

/// How many people a side has.
pub(super) fn size(look: &Snapshot<'_>, side: Side) -> Result<i64> {
    match side {
        Side::Person(_) => Ok(1),
        Side::Group(id) => look.number("SELECT people FROM seen_apart_group WHERE id = ?1", [id.0]),
    }
}

/// Somebody by their sign-in name, or by their whole name where only one has it; and what they are here.
pub(super) fn named(look: &Snapshot<'_>, name: &str) -> Result<Option<(AccountId, Role)>> {
    let read = |row: &Row<'_>| {
        let role = Role::parse(row.get_ref(1)?.as_str()?).unwrap_or(Role::Member);
        Ok((AccountId(row.get(0)?), role))
    };
    let by_username = "SELECT id, role FROM seen_person WHERE username = ?1 AND standing <> 'left'";
    if let Some(found) = look.one(by_username, [name.to_lowercase()], read)? {
        return Ok(Some(found));
    }
    let by_name = "SELECT id, role FROM seen_person WHERE shown_name = ?1 AND standing <> 'left' LIMIT 2";
    let mut found = look.list(by_name, [name], read)?;
    Ok(found.pop().filter(|_| found.is_empty()))
}

pub(super) fn insert(
    change: &mut Change<'_>,
    one: Side,
    other: Side,
    fit: &Fit,
    begins: bool,
) -> Result<i64> {
    let (me, now) = (change.me()?, change.now_ms());
    let person = |side| if let Side::Person(id) = side { Some(id.0) } else { None };
    let group = |side| if let Side::Group(id) = side { Some(id.0) } else { None };
    let (days, begun) = (&fit.days, begins.then_some(now));
    let id = change.insert(
        "INSERT INTO keep_apart (one_person_id, one_group_id, other_person_id, other_group_id, kind, reference, note,
           from_date, from_day, until_date, until_day, review_date, set_by, set_at, begun_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)",
        params![
            person(one),
            group(one),
            person(other),
            group(other),
            fit.kind.word(),
            fit.reference,
            fit.note,
            days.from.to_string(),
            days.from_day,
            days.until.map(|date| date.to_string()),
            days.until_day,
            days.review.map(|date| date.to_string()),
            me.0,
            now,
            begun
        ],
    )?;
    tell(change, id)?;
    Ok(id)
}

pub(super) fn update(change: &mut Change<'_>, id: i64, fit: &Fit, begins: bool) -> Result<()> {
    let days = &fit.days;
    change.run(
        "UPDATE keep_apart SET kind = ?2, reference = ?3, note = ?4, from_date = ?5, from_day = ?6, until_date = ?7,
           until_day = ?8, review_date = ?9 WHERE id = ?1",
        params![
            id,
            fit.kind.word(),
            fit.reference,
            fit.note,
            days.from.to_string(),
            days.from_day,
            days.until.map(|date| date.to_string()),
            days.until_day,
            days.review.map(|date| date.to_string())
        ],
    )?;
    if begins { set_begun(change, id) } else { Ok(()) }
}

/// From now on the two are strangers: the triggers of the table see to it.
pub(super) fn set_begun(change: &mut Change<'_>, id: i64) -> Result<()> {
    let now = change.now_ms();
    change.run("UPDATE keep_apart SET begun_at = ?2 WHERE id = ?1 AND begun_at IS NULL", params![id, now])?;
    tell(change, id)
}

pub(super) fn set_ended(change: &mut Change<'_>, id: i64, why: &str) -> Result<()> {
    let (me, now) = (change.me()?, change.now_ms());
    tell(change, id)?;
    change.run(
        "UPDATE keep_apart SET ended_at = ?2, ended_by = ?3, ended_why = ?4 WHERE id = ?1",
        params![id, now, me.0, why],
    )?;
    Ok(())
}

/// Its last day is over.
pub(super) fn set_over(change: &mut Change<'_>, id: i64) -> Result<()> {
    let now = change.now_ms();
    tell(change, id)?;
    change.run("UPDATE keep_apart SET ended_at = ?2 WHERE id = ?1 AND ended_at IS NULL", params![id, now])?;
    Ok(())
}

/// Open pages of all whom it parts are fetched anew.
fn tell(change: &mut Change<'_>, id: i64) -> Result<()> {
    let people = change.parted_by(id, TOLD_MAX)?;
    touch_all(change, &people);
    Ok(())
}
