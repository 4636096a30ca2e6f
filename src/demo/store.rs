//! The demonstration's own SQL: what is made here in another way than by people's forms.

use crate::base::{AccountId, AspectId, GroupId, ItemId, Result};
use crate::db::{Change, params};

/// Marks the site as a demonstration.
pub(super) fn set_demo(change: &mut Change<'_>) -> Result<()> {
    change.run("UPDATE site SET demo = 1 WHERE id = 1", [])?;
    Ok(())
}

pub(super) fn insert_group(change: &mut Change<'_>, name: &str, kind: &str, about: &str) -> Result<GroupId> {
    let now = change.now_ms();
    let id = change.insert(
        "INSERT INTO \"group\" (name, kind, about, made_at) VALUES (?1, ?2, ?3, ?4)",
        params![name, kind, about, now],
    )?;
    change.about("group", id);
    Ok(GroupId(id))
}

pub(super) fn insert_member(
    change: &mut Change<'_>,
    group: GroupId,
    who: AccountId,
    leader: bool,
) -> Result<()> {
    let now = change.now_ms();
    change.run(
        "INSERT OR IGNORE INTO membership (group_id, account_id, leader, since_at) VALUES (?1, ?2, ?3, ?4)",
        params![group.0, who.0, leader, now],
    )?;
    change.about("group", group.0);
    Ok(())
}

pub(super) fn insert_contact(change: &mut Change<'_>, person: AccountId) -> Result<()> {
    let (me, now) = (change.me()?, change.now_ms());
    change.run(
        "INSERT OR IGNORE INTO contact (owner_id, person_id, since_at) VALUES (?1, ?2, ?3)",
        params![me.0, person.0, now],
    )?;
    change.about("account", person.0);
    Ok(())
}

pub(super) fn insert_aspect(
    change: &mut Change<'_>,
    name: &str,
    place: i64,
    people: &[AccountId],
) -> Result<AspectId> {
    let me = change.me()?;
    let id = change.insert(
        "INSERT INTO aspect (owner_id, name, place) VALUES (?1, ?2, ?3)",
        params![me.0, name, place],
    )?;
    for person in people {
        change.run(
            "INSERT OR IGNORE INTO aspect_person (aspect_id, person_id) VALUES (?1, ?2)",
            params![id, person.0],
        )?;
    }
    change.about("account", me.0);
    Ok(AspectId(id))
}

pub(super) fn update_profile(
    change: &mut Change<'_>,
    profile: &(&str, &str, &str, String),
    picture: Option<&str>,
) -> Result<()> {
    let me = change.me()?;
    change.run(
        "UPDATE account SET bio = ?2, pronouns = ?3, place = ?4, birthday = ?5, picture = ?6 WHERE id = ?1",
        params![me.0, profile.0, profile.1, profile.2, profile.3, picture],
    )?;
    change.about("account", me.0);
    Ok(())
}

/// Adds a comment where the writer sees the post.
pub(super) fn insert_comment(change: &mut Change<'_>, post: ItemId, body: &str) -> Result<AccountId> {
    let author = change.found("SELECT author_id FROM seen_root WHERE id = ?1", [post.0], |row| row.get(0))?;
    let (me, now) = (change.me()?, change.now_ms());
    let id = change.insert(
        "INSERT INTO item (kind, author_id, parent_id, state, made_at) VALUES ('comment', ?1, ?2, 'shown', ?3)",
        params![me.0, post.0, now],
    )?;
    change.run("INSERT INTO comment (id, body) VALUES (?1, ?2)", params![id, body])?;
    change.about("comment", id);
    change.text(None, Some(body));
    crate::features::notices::tell(
        change,
        AccountId(author),
        crate::features::notices::NoticeKind::Comment,
        ItemId(id),
    )?;
    Ok(AccountId(author))
}

/// Reacts to a post that the writer sees.
pub(super) fn insert_reaction(change: &mut Change<'_>, post: ItemId, kind: &str) -> Result<()> {
    change.found("SELECT 1 FROM seen_root WHERE id = ?1", [post.0], |_| Ok(()))?;
    let (me, now) = (change.me()?, change.now_ms());
    change.run(
        "INSERT OR IGNORE INTO reaction (item_id, account_id, kind, made_at) VALUES (?1, ?2, ?3, ?4)",
        params![post.0, me.0, kind, now],
    )?;
    change.about("post", post.0);
    Ok(())
}
