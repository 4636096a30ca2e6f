//! Whom somebody may address from the notice board: staff everyone and any group they see, others the groups they lead.

use super::{store, views};
use crate::base::{Audience, Error, GroupId, ItemId, Problem, Result, limits};
use crate::db::{Change, Snapshot};
use crate::features::items;
use crate::features::levels::{self, Where};
use crate::features::posts::{self, Feeds};
use crate::ui::{Markup, Said};
use crate::web::Visit;

/// Whom the viewer may address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Addressable {
    /// Everybody on this site.
    pub everyone: bool,
    /// These groups, by name.
    pub groups: Vec<(GroupId, String)>,
}

impl Addressable {
    /// Is there anybody?
    pub fn is_nobody(&self) -> bool {
        !self.everyone && self.groups.is_empty()
    }

    /// What is chosen in a form that begins: this group where it is one of them, else the widest.
    pub fn first(&self, group: Option<GroupId>) -> Audience {
        let wanted = group.filter(|wanted| self.groups.iter().any(|(id, _)| id == wanted));
        match (wanted, self.everyone, self.groups.as_slice()) {
            (Some(group), ..) => Audience::Groups(vec![group]),
            (None, false, [(only, _)]) => Audience::Groups(vec![*only]),
            (None, false, _) => Audience::Groups(Vec::new()),
            (None, true, _) => Audience::Everyone,
        }
    }
}

/// Whom the viewer may address: the same for announcements and events.
///
/// # Errors
/// `SignIn` for a stranger; `Broken` if the database fails.
pub fn addressable(look: &Snapshot<'_>) -> Result<Addressable> {
    let staff = look.viewer().is_staff();
    Ok(Addressable { everyone: staff, groups: store::addressable_groups(look, staff)? })
}

/// May the viewer address this audience?
///
/// # Errors
/// `Forbidden` for whoever may address nobody; `Invalid` for the field `audience`.
pub fn check_audience(change: &Change<'_>, audience: &Audience) -> Result<()> {
    let may = addressable(change)?;
    if may.is_nobody() {
        return Err(Error::Forbidden);
    }
    let problem = match audience {
        Audience::Everyone if may.everyone => return Ok(()),
        Audience::Groups(groups) if groups.is_empty() => Problem::Missing,
        Audience::Groups(groups) if groups.len() > limits::AUDIENCE_TARGETS_MAX => {
            Problem::TooMany { limit: limits::AUDIENCE_TARGETS_MAX }
        }
        Audience::Groups(groups) if groups.iter().all(|id| may.groups.iter().any(|(own, _)| own == id)) => {
            return Ok(());
        }
        _ => Problem::NotUnderstood,
    };
    Err(Error::field("audience", problem))
}

/// Gives an announcement or event another audience, where it is another; gives the one that it had then.
///
/// # Errors
/// `Broken` if the database fails.
pub fn set_audience(change: &mut Change<'_>, id: ItemId, audience: &Audience) -> Result<Option<Audience>> {
    let before = store::audience_of(change, id)?;
    if before == *audience {
        return Ok(None);
    }
    items::set_audience(change, id, audience)?;
    Ok(Some(before))
}

/// The groups that each of these goes to, as far as the viewer may know of them. One statement.
///
/// # Errors
/// `Broken` if the database fails.
pub fn groups_of(
    look: &Snapshot<'_>,
    ids: &[ItemId],
) -> Result<std::collections::HashMap<ItemId, Vec<(i64, String)>>> {
    store::groups_of(look, ids)
}

/// The fields for choosing whom to address, with the sentence that says it in words.
///
/// # Errors
/// `Broken` if the database fails.
pub async fn audience_field(visit: &Visit, chosen: &Audience, said: &Said) -> Result<Markup> {
    let (feeds, moment) = (visit.tool::<Feeds>()?, posts::moment(visit));
    let look_at = |look: &Snapshot<'_>| {
        let waits = levels::waits(look, visit.rules(), Where::To(chosen))?;
        Ok((addressable(look)?, posts::reach(look, chosen, feeds.people(look, moment)?)?, waits))
    };
    let (may, reach, waits) = visit.read(look_at).await?;
    let sentence = posts::seen_by_later(visit.lang(), visit.rules(), chosen.kind(), &reach, waits);
    Ok(views::audience(visit.lang(), &may, chosen, &sentence, said.of("audience")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_begins_with_the_group_it_was_opened_from_and_else_with_the_widest() {
        let groups = vec![(GroupId(1), "5A".to_owned()), (GroupId(2), "5B".to_owned())];
        let staff = Addressable { everyone: true, groups: groups.clone() };
        assert_eq!(staff.first(None), Audience::Everyone);
        assert_eq!(staff.first(Some(GroupId(2))), Audience::Groups(vec![GroupId(2)]));
        assert_eq!(staff.first(Some(GroupId(9))), Audience::Everyone);
        let leader = Addressable { everyone: false, groups: vec![(GroupId(1), "5A".to_owned())] };
        assert_eq!(leader.first(None), Audience::Groups(vec![GroupId(1)]));
        assert_eq!(Addressable { everyone: false, groups }.first(None), Audience::Groups(Vec::new()));
        assert!(Addressable::default().is_nobody());
    }
}
