//! The SQL of whom one may bring into a conversation.

use crate::base::{AccountId, AspectId, Result, Talk, limits};
use crate::db::{Snapshot, params};

/// Those with whom the viewer may begin to talk as the house rules say, whose name has `typed` in it; by name. Where
/// everybody may, and for staff, it begins with those with whom one shares, unless a name is typed.
pub(super) fn candidates(look: &Snapshot<'_>, talk: Talk, typed: &str) -> Result<Vec<AccountId>> {
    let me = look.me()?;
    let (from, which) = match talk {
        Talk::Nobody => return Ok(Vec::new()),
        Talk::Contacts | Talk::Everyone => (
            "seen_contact AS c CROSS JOIN seen_talkable AS t ON t.id = c.person_id WHERE c.owner_id = ?1",
            "t.mutual = 1",
        ),
        Talk::Groups => (
            "seen_membership AS m CROSS JOIN seen_membership AS o ON o.group_id = m.group_id
             CROSS JOIN seen_talkable AS t ON t.id = o.account_id WHERE m.account_id = ?1",
            "t.grouped = 1",
        ),
        Talk::Pairs => (
            "(SELECT other_id AS id FROM seen_talk_pair WHERE one_id = ?1
              UNION ALL SELECT one_id FROM seen_talk_pair WHERE other_id = ?1) AS p
             CROSS JOIN seen_talkable AS t ON t.id = p.id WHERE ?1 > 0",
            "t.paired = 1",
        ),
    };
    let which = if talk == Talk::Everyone { "t.id > 0" } else { which };
    let sql = format!("SELECT DISTINCT t.id FROM {from} AND {which}");
    let ids = look.list(&sql, [me.0], |row| row.get(0).map(AccountId))?;
    named(look, &ids, typed)
}

/// Of these, those whose name has `typed` in it; by name, and not more than one looks through.
pub(super) fn named(look: &Snapshot<'_>, ids: &[AccountId], typed: &str) -> Result<Vec<AccountId>> {
    let list = ids.iter().map(|id| id.to_string()).collect::<Vec<_>>().join(",");
    look.list(
        "SELECT a.id FROM json_each(?1) AS j CROSS JOIN seen_person AS a ON a.id = j.value
         WHERE instr(lower(a.shown_name), lower(?2)) > 0 OR instr(a.username, lower(?2)) > 0
         ORDER BY +a.shown_name COLLATE NOCASE, +a.id LIMIT ?3",
        params![format!("[{list}]"), typed.trim(), limits::CHAT_CANDIDATES as i64],
        |row| row.get(0).map(AccountId),
    )
}

/// Those in one of the viewer's own aspects.
pub(super) fn of_aspect(look: &Snapshot<'_>, aspect: AspectId) -> Result<Vec<AccountId>> {
    look.list(
        "SELECT person_id FROM seen_aspect_person WHERE aspect_id = ?1 LIMIT ?2",
        params![aspect.0, limits::CHAT_ADDED_MAX as i64],
        |row| row.get(0).map(AccountId),
    )
}

/// Does the viewer lead any group?
pub(super) fn leads_any(look: &Snapshot<'_>) -> Result<bool> {
    let me = look.me()?;
    look.any("SELECT 1 FROM seen_membership WHERE account_id = ?1 AND leader = 1 LIMIT 1", [me.0])
}
