//! The SQL of people: lists by name, profiles, and what somebody says of themselves.

use crate::base::{AccountId, AspectId, Result, Role, Standing, limits};
use crate::db::{Change, Row, Snapshot, Value, params};
use rusqlite::params_from_iter;

/// Somebody in a list, as the viewer sees them.
#[derive(Clone, Debug)]
pub struct Person {
    /// Whose it is.
    pub id: AccountId,
    /// Sign-in name, the last part of the profile's address.
    pub username: String,
    /// Shown name.
    pub shown_name: String,
    /// Shelf name of the picture.
    pub picture: Option<String>,
    /// Role on this site.
    pub role: Role,
    /// Has this account gone? Only staff who keep accounts see those.
    pub left: bool,
    /// The viewer shares with them.
    pub i_share: bool,
    /// They share with the viewer.
    pub they_share: bool,
}

/// The part of a profile that is for those one shares with.
#[derive(Clone, Debug, Default)]
pub struct Extended {
    /// As typed, perhaps empty, as all of these.
    pub pronouns: String,
    /// Where: a house, a room, a town.
    pub place: String,
    /// `MM-DD`.
    pub birthday: String,
    /// Markdown.
    pub bio: String,
}

/// Whom a list shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum With {
    /// Everybody the viewer sees.
    Everybody,
    /// Those in an aspect of the viewer's.
    Aspect(AspectId),
}

/// One page of a list, and after whom the next begins.
pub type Listed = (Vec<Person>, Option<AccountId>);

/// What [`person`] reads; `?1` is the viewer. Whom the viewer blocked shares nothing with them, even
/// where they do not know it and added the viewer anew.
pub(super) const PERSON: &str = "SELECT p.id, p.username, p.shown_name, p.picture, p.role, p.standing,
       EXISTS (SELECT 1 FROM seen_contact WHERE owner_id = ?1 AND person_id = p.id),
       EXISTS (SELECT 1 FROM seen_contact WHERE owner_id = p.id AND person_id = ?1)
         AND NOT EXISTS (SELECT 1 FROM seen_block WHERE person_id = p.id) FROM";

pub(super) fn person(row: &Row<'_>) -> rusqlite::Result<Person> {
    Ok(Person {
        id: AccountId(row.get(0)?),
        username: row.get(1)?,
        shown_name: row.get(2)?,
        picture: row.get(3)?,
        role: Role::parse(row.get_ref(4)?.as_str()?).unwrap_or(Role::Member),
        left: row.get_ref(5)?.as_str()? == Standing::Left.word(),
        i_share: row.get(6)?,
        they_share: row.get(7)?,
    })
}

/// One page of people by shown name, after one of them; `typed` is the beginning of a shown name or
/// of a username, empty for all.
///
/// # Errors
/// `SignIn` for a stranger; `Broken` if the database fails.
pub fn page(look: &Snapshot<'_>, with: With, typed: &str, after: Option<AccountId>) -> Result<Listed> {
    let (sql, values) = page_query(look, with, typed, after)?;
    let mut people = look.list(&sql, params_from_iter(values), person)?;
    let more = people.len() > limits::LIST_PAGE;
    people.truncate(limits::LIST_PAGE);
    let next = people.last().filter(|_| more).map(|last| last.id);
    Ok((people, next))
}

fn page_query(
    look: &Snapshot<'_>,
    with: With,
    typed: &str,
    after: Option<AccountId>,
) -> Result<(String, Vec<Value>)> {
    let me = look.me()?.0;
    let key = match after {
        Some(id) => look.one("SELECT shown_name, id FROM seen_person WHERE id = ?1", [id.0], |row| {
            Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?))
        })?,
        None => None,
    };
    let (name, id) = key.unwrap_or_default();
    let mut values: Vec<Value> =
        vec![me.into(), name.into(), id.into(), (limits::LIST_PAGE as i64 + 1).into()];
    let among = match with {
        With::Everybody => "seen_person AS p WHERE p.standing <> 'left'".to_owned(),
        With::Aspect(aspect) => {
            values.push(aspect.0.into());
            "seen_aspect_person AS c CROSS JOIN seen_person AS p ON p.id = c.person_id WHERE c.aspect_id = ?5"
                .into()
        }
    };
    // Without a search all people are walked down the index of names, from the place where the last
    // page ended. What is searched for is few: they are found by their own index, and sorted.
    let (searched, sign) =
        if typed.is_empty() { (String::new(), "") } else { (search(typed, &mut values), "+") };
    let sql = format!(
        "{PERSON} {among} AND ({sign}p.shown_name, {sign}p.id) > (?2, ?3){searched}
         ORDER BY {sign}p.shown_name COLLATE NOCASE, {sign}p.id LIMIT ?4"
    );
    Ok((sql, values))
}

/// The part of a query that asks for a beginning of a name, its values added to the others.
fn search(typed: &str, values: &mut Vec<Value>) -> String {
    let mut ranges = Vec::new();
    let mut range = |column: &str, beginning: String| {
        values.push(format!("{beginning}\u{10ffff}").into());
        values.push(beginning.into());
        let last = values.len();
        ranges.push(format!(
            "SELECT id FROM seen_person WHERE {column} >= ?{last} AND {column} < ?{}",
            last - 1
        ));
    };
    range("username", typed.to_lowercase());
    super::beginnings(typed).into_iter().for_each(|beginning| range("shown_name", beginning));
    format!(" AND p.id IN ({})", ranges.join(" UNION "))
}

/// How `/people` would run: for the test that no list scans.
#[cfg(test)]
pub(super) fn page_plan(look: &Snapshot<'_>, with: With, typed: &str) -> Result<Vec<String>> {
    let (sql, values) = page_query(look, with, typed, None)?;
    look.plan(&sql, params_from_iter(values))
}

/// The person with this username.
///
/// # Errors
/// `NotFound` where there is none for this viewer.
pub fn find(look: &Snapshot<'_>, username: &str) -> Result<Person> {
    let me = look.me()?.0;
    look.found(
        &format!("{PERSON} seen_person AS p WHERE p.username = ?2"),
        params![me, username.to_lowercase()],
        person,
    )
}

/// These people, by shown name; who is not seen is left out.
///
/// # Errors
/// `SignIn` for a stranger; `Broken` if the database fails.
pub fn among(look: &Snapshot<'_>, ids: &[AccountId]) -> Result<Vec<Person>> {
    let me = look.me()?.0;
    let ids = ids.iter().map(|id| id.to_string()).collect::<Vec<_>>().join(",");
    look.list(
        &format!(
            "{PERSON} seen_person AS p WHERE p.id IN (SELECT value FROM json_each(?2)) ORDER BY +p.shown_name, +p.id"
        ),
        params![me, format!("[{ids}]")],
        person,
    )
}

/// The extended part, where it is for the viewer.
pub(super) fn extended(look: &Snapshot<'_>, id: AccountId) -> Result<Option<Extended>> {
    look.one("SELECT pronouns, place, birthday, bio FROM seen_profile WHERE id = ?1", [id.0], |row| {
        Ok(Extended { pronouns: row.get(0)?, place: row.get(1)?, birthday: row.get(2)?, bio: row.get(3)? })
    })
}

/// The names of some groups in which both are.
pub(super) fn shared_groups(look: &Snapshot<'_>, person: AccountId) -> Result<Vec<(i64, String)>> {
    let me = look.me()?.0;
    look.list(
        "SELECT g.id, g.name FROM seen_membership AS m CROSS JOIN seen_membership AS o ON o.group_id = m.group_id
         CROSS JOIN seen_group AS g ON g.id = m.group_id
         WHERE m.account_id = ?1 AND o.account_id = ?2 AND ?1 <> ?2 ORDER BY +g.name LIMIT 5",
        params![me, person.0],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// How somebody's pages look and read.
pub(super) struct Preferences {
    pub language: String,
    pub theme: String,
    pub text_size: String,
    pub read_aloud: bool,
    pub keys: bool,
    /// Is what stands behind a shield shown without asking?
    pub open_shields: bool,
    /// Is there a quiet sound when something new comes?
    pub quiet_sound: bool,
}

pub(super) fn preferences(look: &Snapshot<'_>) -> Result<Preferences> {
    let me = look.me()?;
    let sql = "SELECT language, theme, text_size, read_aloud, keys, open_shields, quiet_sound
         FROM seen_account WHERE id = ?1";
    look.found(sql, [me.0], |row| {
        Ok(Preferences {
            language: row.get::<_, Option<String>>(0)?.unwrap_or_default(),
            theme: row.get(1)?,
            text_size: row.get(2)?,
            read_aloud: row.get(3)?,
            keys: row.get(4)?,
            open_shields: row.get(5)?,
            quiet_sound: row.get(6)?,
        })
    })
}

pub(super) fn update_profile(change: &mut Change<'_>, profile: &Extended) -> Result<()> {
    let me = change.me()?;
    change.run(
        "UPDATE account SET pronouns = ?2, place = ?3, birthday = ?4, bio = ?5 WHERE id = ?1",
        params![me.0, profile.pronouns, profile.place, profile.birthday, profile.bio],
    )?;
    Ok(())
}

pub(super) fn update_picture(change: &mut Change<'_>, picture: Option<&str>) -> Result<()> {
    let me = change.me()?;
    change.run("UPDATE account SET picture = ?2 WHERE id = ?1", params![me.0, picture])?;
    Ok(())
}

pub(super) fn update_preferences(change: &mut Change<'_>, chosen: &Preferences) -> Result<()> {
    let me = change.me()?;
    let language = (!chosen.language.is_empty()).then_some(&chosen.language);
    change.run(
        "UPDATE account SET language = ?2, theme = ?3, text_size = ?4, read_aloud = ?5, keys = ?6, open_shields = ?7,
                            quiet_sound = ?8
         WHERE id = ?1",
        params![
            me.0,
            language,
            chosen.theme,
            chosen.text_size,
            chosen.read_aloud,
            chosen.keys,
            chosen.open_shields,
            chosen.quiet_sound
        ],
    )?;
    Ok(())
}
