//! The SQL of suggestions: a few short lists, each asked only while there is room.

use crate::base::{AccountId, ItemId, Result, limits};
use crate::db::{Snapshot, params};
use crate::features::people::{self, Person};

/// Among whom names are offered.
#[derive(Clone, Debug)]
pub(super) enum Among {
    /// Everybody.
    All,
    /// The viewer's contacts.
    Contacts,
    /// Who is in one of these groups of the viewer's.
    Groups(Vec<i64>),
    /// Who is in one of these aspects of the viewer's.
    Aspects(Vec<i64>),
    /// These.
    People(Vec<i64>),
    /// Whose photo it is, who commented on it as far as the viewer sees that, or is tagged in it.
    Photo(ItemId),
    /// Who is in this conversation.
    Chat(ItemId),
    /// Who wrote this post, or a comment under it that the viewer sees.
    Thread(ItemId),
}

impl Among {
    /// As a condition on `p.id`, and the JSON list that is its `?3`. `?2` is the viewer.
    fn condition(&self) -> (&'static str, String) {
        let list =
            |ids: &[i64]| format!("[{}]", ids.iter().map(i64::to_string).collect::<Vec<_>>().join(","));
        match self {
            Among::All => ("?3 IS NOT NULL", "[]".into()),
            Among::Contacts => (
                "?3 IS NOT NULL AND EXISTS (SELECT 1 FROM seen_contact WHERE owner_id = ?2 AND person_id = p.id)",
                "[]".into(),
            ),
            Among::Groups(ids) => (
                "EXISTS (SELECT 1 FROM seen_membership
                         WHERE account_id = p.id AND group_id IN (SELECT value FROM json_each(?3)))",
                list(ids),
            ),
            Among::Aspects(ids) => (
                "EXISTS (SELECT 1 FROM seen_aspect_person
                         WHERE person_id = p.id AND aspect_id IN (SELECT value FROM json_each(?3)))",
                list(ids),
            ),
            Among::People(ids) => ("p.id IN (SELECT value FROM json_each(?3))", list(ids)),
            Among::Chat(talk) => (
                "EXISTS (SELECT 1 FROM seen_participant
                         WHERE conversation_id IN (SELECT value FROM json_each(?3)) AND account_id = p.id)",
                list(&[talk.0]),
            ),
            Among::Thread(post) => (
                "p.id IN (SELECT author_id FROM seen_root WHERE id IN (SELECT value FROM json_each(?3))
                          UNION SELECT author_id FROM seen_comment
                          WHERE post_id IN (SELECT value FROM json_each(?3)) AND state = 'shown')",
                list(&[post.0]),
            ),
            Among::Photo(photo) => (
                "p.id IN (SELECT author_id FROM seen_photo WHERE id IN (SELECT value FROM json_each(?3))
                          UNION SELECT author_id FROM seen_photo_comment
                          WHERE photo_id IN (SELECT value FROM json_each(?3)) AND state = 'shown'
                          UNION SELECT person_id FROM seen_spot
                          WHERE photo_id IN (SELECT value FROM json_each(?3)) AND state = 'shown')",
                list(&[photo.0]),
            ),
        }
    }
}

/// The three lists, the best first: from where, and by which column a person of it is known.
const TIERS: [(&str, &str); 3] = [
    (
        "seen_contact AS c CROSS JOIN seen_person AS p ON p.id = c.person_id WHERE c.owner_id = ?2",
        "c.person_id",
    ),
    (
        "seen_membership AS m CROSS JOIN seen_membership AS o ON o.group_id = m.group_id
         CROSS JOIN seen_person AS p ON p.id = o.account_id WHERE m.account_id = ?2",
        "o.account_id",
    ),
    ("seen_person AS p WHERE ?2 IS NOT NULL", "p.id"),
];

/// A statement of one list, for people of a name or of any.
pub(super) fn statement(tier: usize, among: &Among, named: bool) -> String {
    let (from, column) = TIERS[tier];
    // Of the third list only so many are looked at: they are strangers.
    let bound = if tier == 2 { " LIMIT 500" } else { "" };
    let name = if named {
        format!("{column} IN (SELECT rowid FROM found_person WHERE found_person MATCH ?1{bound})")
    } else {
        "?1 IS NULL".to_owned()
    };
    format!(
        "SELECT DISTINCT p.id, p.shown_name FROM {from} AND {name}
           AND p.standing IN ('active', 'read_only') AND p.id <> ?2
           AND p.id NOT IN (SELECT person_id FROM seen_block) AND {}
         ORDER BY +p.shown_name, +p.id LIMIT {}",
        among.condition().0,
        limits::SUGGESTIONS_MAX
    )
}

/// People among those, by any part of their names; without a name, only of whom the viewer knows.
pub(super) fn people(look: &Snapshot<'_>, among: &Among, names: Option<&str>) -> Result<Vec<Person>> {
    let me = look.me()?.0;
    let list = among.condition().1;
    let mut ids: Vec<AccountId> = Vec::new();
    for tier in 0..if names.is_some() { TIERS.len() } else { TIERS.len() - 1 } {
        if ids.len() < limits::SUGGESTIONS_MAX {
            let sql = statement(tier, among, names.is_some());
            for id in look.list(&sql, params![names, me, list], |row| row.get(0).map(AccountId))? {
                if !ids.contains(&id) {
                    ids.push(id);
                }
            }
        }
    }
    ids.truncate(limits::SUGGESTIONS_MAX);
    let mut found = people::among(look, &ids)?;
    found.sort_by_key(|person| ids.iter().position(|id| *id == person.id));
    Ok(found)
}

/// Some tags that the viewer follows.
pub(super) fn followed(look: &Snapshot<'_>) -> Result<Vec<String>> {
    let sql = "SELECT name FROM seen_followed_tag ORDER BY name LIMIT ?1";
    look.list(sql, [limits::SUGGESTIONS_MAX as i64], |row| row.get(0))
}
