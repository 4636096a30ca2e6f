//! Whether an audience is the viewer's to choose, and how many people it reaches.

use crate::base::{AccountId, AspectId, Audience, AudienceKind, Error, GroupId, Problem, Result, limits};
use crate::db::{Change, Snapshot, params};
use std::collections::HashSet;

use super::{Post, store};

/// How far an audience goes at this moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reach {
    /// How many people besides the author.
    pub people: i64,
    /// The names of the groups, aspects or people, in the order chosen.
    pub names: Vec<String>,
}

impl Reach {
    /// Nobody yet: a choice without anything ticked.
    pub fn nobody() -> Reach {
        Reach { people: 0, names: Vec::new() }
    }
}

/// Checks that the viewer may address this audience: own groups, own aspects, people they see.
///
/// # Errors
/// `Invalid` for the field `audience`.
pub fn check(change: &Change<'_>, audience: &Audience) -> Result<()> {
    let targets = audience.targets();
    let named = matches!(audience, Audience::Groups(_) | Audience::Aspects(_) | Audience::People(_));
    if named && targets.is_empty() {
        return Err(Error::field("audience", Problem::Missing));
    }
    if targets.len() > limits::AUDIENCE_TARGETS_MAX {
        return Err(Error::field("audience", Problem::TooMany { limit: limits::AUDIENCE_TARGETS_MAX }));
    }
    for (kind, id) in targets {
        if store::target_name(change, kind, id)?.is_none() {
            return Err(Error::field("audience", Problem::NotUnderstood));
        }
    }
    Ok(())
}

/// The audience of a post of one's own, whole.
///
/// # Errors
/// `Broken` if the database fails.
pub fn audience_of(look: &Snapshot<'_>, post: &Post) -> Result<Audience> {
    let targets = || store::targets(look, post.id);
    Ok(match post.audience {
        AudienceKind::Everyone => Audience::Everyone,
        AudienceKind::Contacts => Audience::Contacts,
        AudienceKind::OnlyMe => Audience::OnlyMe,
        AudienceKind::Groups => Audience::Groups(targets()?.into_iter().map(GroupId).collect()),
        AudienceKind::Aspects => Audience::Aspects(targets()?.into_iter().map(AspectId).collect()),
        AudienceKind::People => Audience::People(targets()?.into_iter().map(AccountId).collect()),
    })
}

/// Whom this audience reaches at this moment, by number and by name; `everyone` is how many can sign in.
///
/// # Errors
/// `SignIn` for a stranger; `Broken` if the database fails.
pub fn reach(look: &Snapshot<'_>, audience: &Audience, everyone: i64) -> Result<Reach> {
    let me = look.me()?;
    let mut names = Vec::new();
    let mut people: HashSet<i64> = HashSet::new();
    for (kind, id) in audience.targets() {
        let Some(name) = store::target_name(look, kind, id)? else { continue };
        names.push(name);
        let sql = match kind {
            "group" => "SELECT account_id FROM seen_membership WHERE group_id = ?1",
            "aspect" => "SELECT person_id FROM seen_aspect_person WHERE aspect_id = ?1",
            _ => "SELECT id FROM seen_person WHERE id = ?1",
        };
        people.extend(look.list(sql, [id], |row| row.get::<_, i64>(0))?);
    }
    people.remove(&me.0);
    let people = match audience {
        Audience::Everyone => (everyone - 1).max(0),
        Audience::Contacts => {
            look.number("SELECT count(*) FROM seen_contact WHERE owner_id = ?1", params![me.0])?
        }
        _ => people.len() as i64,
    };
    Ok(Reach { people, names })
}
