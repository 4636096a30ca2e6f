//! How strict the house is with one group or one person, beside its own rules: what waits for staff, and how much they may send.
//!
//! Of site, group and person the strictest counts, for members; staff never wait. What is said of a group holds for what is written
//! there; how much somebody may send is the least of what is said of them and of the groups they are in.

mod pages;
mod store;
mod views;
mod waiting;

pub use pages::routes;
pub use views::{approvals, offer_of_group, offer_of_person, waits_line, waits_words};
pub use waiting::{Waits, group_rests, makes_nothing, resting, rests, waits};

use crate::base::{
    AccountId, Act, Approval, Audience, Error, GroupId, ItemId, Problem, Problems, Result, Role, Rules,
    Topic, limits,
};
use crate::db::{Change, Snapshot};
use crate::features::accounts;

/// Where something is written.
#[derive(Clone, Copy, Debug)]
pub enum Where<'a> {
    /// In no group: one's own profile, a conversation of few.
    Apart,
    /// In this group.
    Group(GroupId),
    /// Wherever those are whom it is for.
    To(&'a Audience),
    /// In or under this thing, or it is the thing itself.
    Under(ItemId),
}

/// Of what is said of three places, and of an account that is new, the strictest. What staff write never waits.
pub fn strictest(
    role: Option<Role>,
    site: Approval,
    group: Approval,
    person: Approval,
    is_new: bool,
) -> Approval {
    if role != Some(Role::Member) {
        return Approval::Open;
    }
    let new = if is_new { Approval::HoldAll } else { Approval::Open };
    site.max(group).max(person).max(new)
}

/// How strict the house is at this moment with what the viewer writes there.
///
/// # Errors
/// `Broken` if the database fails.
pub fn at(change: &Change<'_>, rules: &Rules, place: Where<'_>) -> Result<Approval> {
    let role = change.viewer().role();
    // Most is written where nothing of this is asked for.
    if role != Some(Role::Member) {
        return Ok(Approval::Open);
    }
    let group = match place {
        Where::Group(group) => change.strictest_of(&[group])?,
        Where::To(Audience::Groups(groups)) => change.strictest_of(groups)?,
        Where::Under(item) => change.strictest_over(item)?,
        Where::Apart | Where::To(_) => Approval::Open,
    };
    let person = change.own_level()?;
    let waits_first = i64::from(rules.first_waits);
    let is_new = waits_first > 0 && store::shown(change, waits_first)? < waits_first;
    Ok(strictest(role, rules.approval, group, person, is_new))
}

/// What carries no words is judged by nobody, so it is asked here: may the viewer press a sign, vote or answer there? What staff
/// have stopped for the moment the writer refuses by itself.
///
/// # Errors
/// `Forbidden` where members make nothing, or staff said so of this one.
pub fn check_may_make(change: &Change<'_>, rules: &Rules, place: Where<'_>) -> Result<()> {
    if change.only_reads()? || at(change, rules, place)? == Approval::ReadOnly {
        return Err(Error::Forbidden);
    }
    Ok(())
}

/// Must this, which was given to another group, be looked at there, whatever was said of it before?
///
/// # Errors
/// `Broken` if the database fails.
pub fn looked_at_there(change: &Change<'_>, item: ItemId) -> Result<bool> {
    let is_member = change.viewer().role() == Some(Role::Member);
    Ok(is_member && change.strictest_over(item)? > Approval::Open)
}

/// How much somebody may send; none: as much as the box allows anybody.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Limits {
    /// Messages on one day of the box.
    pub messages_day: Option<i64>,
    /// Other people in a conversation that one begins, or takes somebody into.
    pub people_new: Option<usize>,
    /// Characters of one message.
    pub letters: Option<usize>,
}

impl Limits {
    /// The least of two.
    pub fn least(self, other: Limits) -> Limits {
        fn lesser<T: Ord>(one: Option<T>, two: Option<T>) -> Option<T> {
            match (one, two) {
                (Some(one), Some(two)) => Some(one.min(two)),
                (one, two) => one.or(two),
            }
        }
        Limits {
            messages_day: lesser(self.messages_day, other.messages_day),
            people_new: lesser(self.people_new, other.people_new),
            letters: lesser(self.letters, other.letters),
        }
    }
}

/// How much the viewer may send: the least of what is said of them and of their groups. Staff: as much as anybody.
///
/// # Errors
/// `Broken` if the database fails.
pub fn limits(look: &Snapshot<'_>) -> Result<Limits> {
    if look.viewer().role() != Some(Role::Member) {
        return Ok(Limits::default());
    }
    Ok(store::mine(look)?.into_iter().fold(Limits::default(), Limits::least))
}

/// Of whom or what it is said.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Scope {
    Person(AccountId),
    Group(GroupId),
}

/// What is said of one person or one group.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Level {
    approval: Approval,
    limits: Limits,
}

impl Default for Level {
    fn default() -> Level {
        Level { approval: Approval::Open, limits: Limits::default() }
    }
}

/// Who is it? The name, where the viewer may say something of it: of a group who moderates, and staff who lead it; of a
/// member who may act on their account.
///
/// # Errors
/// `NotFound` where it is not theirs to say.
fn name_of(look: &Snapshot<'_>, scope: Scope) -> Result<String> {
    match scope {
        Scope::Group(group) => store::group(look, group)?.ok_or(Error::NotFound),
        Scope::Person(person) => {
            let known = accounts::find(look, person)?;
            // Nothing of it holds for staff, so there is nothing to say of them.
            match known.role {
                Role::Member if accounts::may_act_on(look.viewer(), &known) => Ok(known.shown_name),
                _ => Err(Error::NotFound),
            }
        }
    }
}

/// What staff typed of it, checked; or every problem at once.
fn fit(approval: &str, typed: [&str; 3]) -> Result<Level> {
    let mut problems = Problems::new();
    let approval = Approval::parse(approval);
    if approval.is_none() {
        problems.push(("approval", Problem::Missing));
    }
    let fields = [
        ("messages_day", limits::LEVEL_MESSAGES_DAY_MAX),
        ("people_new", limits::LEVEL_PEOPLE_MAX),
        ("letters", limits::MESSAGE_CHARS_MAX),
    ];
    let mut found = [None; 3];
    for ((place, (field, limit)), typed) in fields.into_iter().enumerate().zip(typed) {
        match typed.trim() {
            "" => {}
            number => match number.parse::<usize>() {
                Ok(0) | Err(_) => problems.push((field, Problem::NotUnderstood)),
                Ok(number) if number > limit => problems.push((field, Problem::TooMany { limit })),
                Ok(number) => found[place] = Some(number),
            },
        }
    }
    match (approval, problems.is_empty()) {
        (Some(approval), true) => {
            let [messages_day, people_new, letters] = found;
            let limits = Limits { messages_day: messages_day.map(|most| most as i64), people_new, letters };
            Ok(Level { approval, limits })
        }
        _ => Err(Error::Invalid(problems)),
    }
}

/// Staff say how strict the house is with it. It counts from the next thing that is written on.
///
/// # Errors
/// `NotFound` as for [`name_of`].
fn set(change: &mut Change<'_>, scope: Scope, level: Level) -> Result<()> {
    name_of(change, scope)?;
    store::set(change, scope, level)?;
    let words = |most: Option<i64>| most.map_or("-".to_owned(), |most| most.to_string());
    let size = |most: Option<usize>| words(most.map(|most| most as i64));
    let said = format!(
        "approval={}; messages={}; people={}; letters={}",
        level.approval,
        words(level.limits.messages_day),
        size(level.limits.people_new),
        size(level.limits.letters)
    );
    match scope {
        Scope::Person(person) => {
            change.about("account", person.0);
            change.touch(Topic::Voice(person), None);
        }
        Scope::Group(group) => {
            change.about("group", group.0);
            change.touch(Topic::Voices, None);
            // Where members write nothing now, their open pages offer nothing any more; where they do again, they do.
            change.touch(Topic::House(Some(group)), None);
        }
    }
    change.because("level", &said);
    Ok(())
}

/// The act of it.
const ACT: Act = Act::SetLevel;

#[cfg(test)]
mod tests {
    use super::*;
    use Approval::{HoldAll, HoldPhotos, Open, ReadOnly};

    #[test]
    fn of_site_group_and_person_the_strictest_counts_whichever_it_is() {
        for site in Approval::ALL {
            for group in Approval::ALL {
                for person in Approval::ALL {
                    let strictest = |new| strictest(Some(Role::Member), *site, *group, *person, new);
                    let strict = strictest(false);
                    let three = [*site, *group, *person];
                    assert!(three.contains(&strict) && three.iter().all(|each| *each <= strict), "{three:?}");
                    let new = strictest(true);
                    let expected = if strict == ReadOnly { ReadOnly } else { HoldAll };
                    assert_eq!(
                        new, expected,
                        "a new account waits, and where nobody writes it does not either: {three:?}"
                    );
                }
            }
        }
        assert!(Open < HoldPhotos && HoldPhotos < HoldAll && HoldAll < ReadOnly);
    }

    #[test]
    fn of_several_limits_the_least_counts_and_none_takes_nothing_away() {
        let few = Limits { messages_day: Some(5), people_new: None, letters: Some(400) };
        let other = Limits { messages_day: Some(20), people_new: Some(3), letters: Some(100) };
        let least = Limits { messages_day: Some(5), people_new: Some(3), letters: Some(100) };
        assert_eq!((few.least(other), other.least(few)), (least, least));
        assert_eq!(few.least(Limits::default()), few);
    }

    #[test]
    fn what_is_typed_is_a_number_within_bounds_or_nothing() {
        let level = fit("hold_all", ["20", "", " 300 "]).unwrap();
        assert_eq!(level.approval, HoldAll);
        assert_eq!(level.limits, Limits { messages_day: Some(20), people_new: None, letters: Some(300) });
        for typed in [["0", "", ""], ["", "11", ""], ["", "", "many"], ["-3", "", ""], ["", "", "5001"]] {
            assert!(
                matches!(fit("open", typed), Err(Error::Invalid(problems)) if problems.len() == 1),
                "{typed:?}"
            );
        }
        assert!(fit("strict", ["", "", ""]).is_err());
    }
}
