//! Giving and ending duties, for the site or for groups: the rules of `supervision.md` §1, and the history of it.

use super::{Known, allowed, duty_store, find, fitting, last_owner_stays, may_act_on, store};
use crate::base::{AccountId, Duties, Duty, Error, GroupId, Result, Role, Topic, limits, text};
use crate::db::{Change, Snapshot};
use std::collections::BTreeSet;

/// What stands in the table for an owner: not a duty, and kept like one.
pub(super) const OWNER: &str = "owner";

/// What somebody holds, or is to hold.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Grants {
    /// Role on this site; none is a member.
    pub role: Option<Role>,
    /// For the whole site.
    pub site: Duties,
    /// For groups alone: the word of the duty, and the group.
    pub groups: BTreeSet<(&'static str, GroupId)>,
}

/// One line of the table: the word of the duty, and the group; none for the site.
pub(super) type Line = (&'static str, Option<GroupId>);

crate::words! {
    /// A usual job, and the duties that belong to it (`supervision.md` §1).
    Preset {
        /// Works at the desk and keeps accounts.
        Supervisor = "supervisor",
        /// Works at the desk and may open private talk.
        SafeguardingLead = "safeguarding",
        /// Keeps accounts.
        Helpdesk = "helpdesk",
        /// Reads the record.
        Auditor = "auditor",
    }
}

impl Preset {
    /// The duties of this job, for the whole site.
    pub fn duties(self) -> Duties {
        let duties: &[Duty] = match self {
            Preset::Supervisor => &[Duty::Moderate, Duty::Accounts],
            Preset::SafeguardingLead => &[Duty::Moderate, Duty::Safeguard],
            Preset::Helpdesk => &[Duty::Accounts],
            Preset::Auditor => &[Duty::Audit],
        };
        duties.iter().copied().collect()
    }
}

impl Grants {
    /// As it is kept: members hold nothing, owners everything, and nothing for a group that is held for the site.
    fn fitting(&self) -> Grants {
        let role = self.role.unwrap_or(Role::Member);
        let site = fitting(role, self.site);
        let fits = |word: &str| Duty::parse(word).is_some_and(|duty| duty.fits_group() && !site.has(duty));
        let groups = match role {
            Role::Staff => self.groups.iter().copied().filter(|(word, _)| fits(word)).collect(),
            Role::Member | Role::Owner => BTreeSet::new(),
        };
        Grants { role: Some(role), site, groups }
    }

    fn lines(&self) -> BTreeSet<Line> {
        let groups = self.groups.iter().map(|(word, group)| (*word, Some(*group)));
        match self.role {
            Some(Role::Owner) => BTreeSet::from([(OWNER, None)]),
            _ => self.site.list().map(|duty| (duty.word(), None)).chain(groups).collect(),
        }
    }
}

/// What somebody holds now.
///
/// # Errors
/// `NotFound` where the account is not seen.
pub fn grants(look: &Snapshot<'_>, id: AccountId) -> Result<Grants> {
    let known = find(look, id)?;
    of(look, &known)
}

fn of(look: &Snapshot<'_>, known: &Known) -> Result<Grants> {
    let mut grants = Grants { role: Some(known.role), site: known.duties.of_site(), groups: BTreeSet::new() };
    for (word, group) in duty_store::lines(look, known.id)? {
        if let (Some(duty), Some(group)) = (Duty::parse(&word), group) {
            grants.groups.insert((duty.word(), group));
        }
    }
    Ok(grants)
}

/// Gives somebody these duties and this role, and ends what is not among them; each with who did it, and why.
///
/// Nobody changes their own, acts on an account above them, or gives what they lack, or for more than they hold it
/// themselves: who holds it for a group alone gives it for that group. Where nothing changes, nothing is asked.
///
/// # Errors
/// `NotFound` where the account is not seen, or a group; `Forbidden` as said above, or where it would leave the site
/// without an owner; `Invalid` for the field `why`.
pub fn grant(change: &mut Change<'_>, id: AccountId, wanted: &Grants, why: &str) -> Result<()> {
    let before = find(change, id)?;
    let (held, wanted) = (of(change, &before)?, wanted.fitting());
    if held == wanted {
        return Ok(());
    }
    allowed(change.writer().id() != Some(id) && may_act_on(change.writer(), &before))?;
    let role = wanted.role.unwrap_or(Role::Member);
    allowed(role != Role::Owner || change.writer().role() == Some(Role::Owner))?;
    let (now, then) = (held.lines(), wanted.lines());
    let (given, ended): (Vec<Line>, Vec<Line>) =
        (then.difference(&now).copied().collect(), now.difference(&then).copied().collect());
    for line in &given {
        allowed(may_give(change, *line)?)?;
    }
    last_owner_stays(change, &before, role == Role::Owner)?;
    let why = text::needed("why", text::tidy(why), limits::REASON_CHARS_MAX)?;
    for (word, group) in ended {
        duty_store::end(change, id, word, group, &why)?;
    }
    if before.role != role {
        store::set_role(change, id, role)?;
        change.touch(Topic::Voices, None);
    }
    for (word, group) in given {
        duty_store::give(change, id, word, group, &why)?;
    }
    change.about("account", id.0);
    change.because("duties", &said(&now, &then, &why));
    Ok(())
}

/// May the viewer give this? What they hold for the site, anywhere; what they hold for a group, there.
fn may_give(change: &Change<'_>, (word, group): Line) -> Result<bool> {
    let Some(duty) = Duty::parse(word) else { return Ok(change.writer().role() == Some(Role::Owner)) };
    if let Some(group) = group
        && !change.any("SELECT 1, name FROM seen_group WHERE id = ?1", [group.0])?
    {
        return Err(Error::NotFound);
    }
    let holds = change.writer().holds(duty);
    match group {
        Some(group) if !holds => duty_store::has_charge(change, duty, group),
        _ => Ok(holds),
    }
}

/// What changed, as the record has it: `+moderate -accounts@7`, and why.
fn said(now: &BTreeSet<Line>, then: &BTreeSet<Line>, why: &str) -> String {
    let word = |sign: char, (word, group): &Line| match group {
        Some(group) => format!("{sign}{word}@{group}"),
        None => format!("{sign}{word}"),
    };
    let given = then.difference(now).map(|line| word('+', line));
    let ended = now.difference(then).map(|line| word('-', line));
    let changed: Vec<String> = given.chain(ended).collect();
    let changed = if changed.is_empty() { "role".to_owned() } else { changed.join(" ") };
    format!("{changed}: {why}")
}

/// The first duties of an account that is made: who made it gave them.
pub(super) fn give_first(change: &mut Change<'_>, id: AccountId, role: Role, duties: Duties) -> Result<()> {
    if role == Role::Owner {
        return duty_store::give(change, id, OWNER, None, "");
    }
    for duty in duties.list() {
        duty_store::give(change, id, duty.word(), None, "")?;
    }
    Ok(())
}

/// Ends all that somebody holds, save that they are an owner: they left, or their account is emptied.
///
/// # Errors
/// `Broken` if the database fails.
pub fn give_up(change: &mut Change<'_>, id: AccountId) -> Result<()> {
    duty_store::end_all(change, id)
}

/// Ends all that anybody holds for a group: it is taken away.
///
/// # Errors
/// `Broken` if the database fails.
pub fn end_of_group(change: &mut Change<'_>, group: GroupId) -> Result<()> {
    duty_store::end_of_group(change, group)
}
