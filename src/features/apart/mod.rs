//! Keep-apart: staff say that two people, or groups, do not see each other anywhere, and neither can tell. What they then
//! do not see is decided in `db/seen.sql`, by the table that the triggers of the schema keep.

mod about_store;
mod dates;
mod form_views;
mod pages;
mod settling;
mod store;
mod views;

pub use about_store::{About, about};
pub use dates::pass_dates;
pub use pages::routes;

use self::dates::Days;
use crate::base::{
    AccountId, Act, Error, GroupId, ItemId, Problem, Problems, Result, Role, Topic, limits, text,
};
use crate::db::Change;
use crate::features::chat;

crate::words! {
    /// Why people are kept apart.
    ApartKind {
        /// A court said so.
        Court = "court",
        /// Somebody must be kept safe.
        Safeguarding = "safeguarding",
        /// Of how somebody behaved.
        Conduct = "conduct",
        /// Anything else.
        Other = "other",
    }
}

/// One of the two sides.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Side {
    /// A person.
    Person(AccountId),
    /// The members of a group, without the staff who are in it by their work.
    Group(GroupId),
}

/// A side as staff type it: a sign-in name or a whole name, or a group chosen from the list.
#[derive(Clone, Default, Debug)]
pub struct TypedSide {
    /// Who.
    pub person: String,
    /// Or which group; empty for none.
    pub group: String,
}

/// Everything that the form of a keep-apart sends, as typed.
#[derive(Clone, Default, Debug)]
pub struct Draft {
    /// The first side.
    pub one: TypedSide,
    /// The other side.
    pub other: TypedSide,
    /// Why, as a word.
    pub kind: String,
    /// The number of a paper, or where it is.
    pub reference: String,
    /// For staff who come later.
    pub note: String,
    /// The first day, the last day, and the day on which staff look at it again.
    pub days: dates::Typed,
}

/// What of a draft can be changed later: all but who it is about.
struct Fit {
    kind: ApartKind,
    reference: String,
    note: String,
    days: Days,
}

/// Keeps two people or groups apart: at once, or from the day that is given.
///
/// # Errors
/// `NotFound` for whoever does not hold Safeguard; `Forbidden` about themselves; `Invalid` with every problem: a side
/// that is not found or given twice, an owner, two groups too large together, dates in the wrong order.
pub fn set(change: &mut Change<'_>, zone: &str, draft: &Draft) -> Result<i64> {
    check_duty(change)?;
    let mut problems = Problems::new();
    let one = taken(&mut problems, side(change, &draft.one, ["one", "one_group"]))?;
    let other = taken(&mut problems, side(change, &draft.other, ["other", "other_group"]))?;
    let fit = taken(&mut problems, fit(change, zone, draft, None))?;
    if one.is_some() && one == other {
        problems.push(("other", Problem::Twice));
    }
    let (Some(one), Some(other), Some(fit)) = (one, other, fit) else { return Err(Error::Invalid(problems)) };
    if !problems.is_empty() {
        return Err(Error::Invalid(problems));
    }
    let me = Side::Person(change.me()?);
    if one == me || other == me {
        return Err(Error::Forbidden);
    }
    if store::size(change, one)?.saturating_mul(store::size(change, other)?) > limits::APART_PAIRS_MAX {
        return Err(Error::field(
            "other_group",
            Problem::TooMany { limit: limits::APART_PAIRS_MAX as usize },
        ));
    }
    let begins = fit.days.begins_now(&dates::today(change, zone)?);
    let id = store::insert(change, one, other, &fit, begins)?;
    change.about("apart", id);
    change.because(fit.kind.word(), &fit.reference);
    change.text(None, Some(&fit.note));
    Ok(id)
}

/// Changes why, how long and what is noted. Whom it is about stays: that is another one.
///
/// # Errors
/// `NotFound` where it is not the viewer's to know, or over; `Invalid` with every problem.
pub fn edit(change: &mut Change<'_>, zone: &str, id: i64, draft: &Draft) -> Result<()> {
    let before = store::find(change, id)?;
    if before.ended_at.is_some() {
        return Err(Error::NotFound);
    }
    let fit = fit(change, zone, draft, Some(&before))?;
    let begins = before.begun_at.is_none() && fit.days.begins_now(&dates::today(change, zone)?);
    store::update(change, id, &fit, begins)?;
    change.about("apart", id);
    change.because(fit.kind.word(), &fit.reference);
    change.text(Some(&before.note), Some(&fit.note));
    Ok(())
}

/// Ends it now: the two see each other again. Staff say why.
///
/// # Errors
/// `NotFound` where it is not the viewer's to know, or over; `Invalid` without a reason.
pub fn end(change: &mut Change<'_>, id: i64, why: &str) -> Result<()> {
    if store::find(change, id)?.ended_at.is_some() {
        return Err(Error::NotFound);
    }
    let why = text::needed("why", text::tidy(why), limits::REASON_CHARS_MAX)?;
    store::set_ended(change, id, &why)?;
    change.about("apart", id);
    change.because("ended", &why);
    Ok(())
}

/// Takes one of the two out of a conversation in which both are. Neither is told.
///
/// # Errors
/// `NotFound` where the conversation is none that both are in, or that person none of the two.
pub fn settle(change: &mut Change<'_>, id: i64, talk: ItemId, person: AccountId) -> Result<()> {
    if !settling::is_shared(change, id, talk, person)? {
        return Err(Error::NotFound);
    }
    chat::taken_out_by_staff(change, talk, person)?;
    change.because("apart", &id.to_string());
    Ok(())
}

/// The box begins or ends one whose day has come.
///
/// # Errors
/// `Broken` if the database fails.
fn pass(change: &mut Change<'_>, id: i64, act: Act) -> Result<()> {
    match act {
        Act::BeginApart => store::set_begun(change, id)?,
        _ => store::set_over(change, id)?,
    }
    change.about("apart", id);
    change.because("day", "");
    Ok(())
}

fn check_duty(change: &Change<'_>) -> Result<()> {
    if change.viewer().holds(crate::base::Duty::Safeguard) { Ok(()) } else { Err(Error::NotFound) }
}

/// The value; nothing where it has problems, which are kept with the others.
fn taken<T>(problems: &mut Problems, fit: Result<T>) -> Result<Option<T>> {
    match fit {
        Ok(value) => Ok(Some(value)),
        Err(Error::Invalid(found)) => {
            problems.extend(found);
            Ok(None)
        }
        Err(error) => Err(error),
    }
}

/// The side that was typed: exactly one of the two fields says it.
fn side(change: &Change<'_>, typed: &TypedSide, [person, group]: [&'static str; 2]) -> Result<Side> {
    let name = typed.person.trim().trim_start_matches('@');
    match (name.is_empty(), typed.group.is_empty()) {
        (true, true) => Err(Error::field(person, Problem::Missing)),
        (false, false) => Err(Error::field(group, Problem::OneOfTwo)),
        (true, false) => {
            let id = typed.group.parse::<GroupId>().ok();
            let found = match id {
                Some(id) => store::is_group(change, id)?,
                None => false,
            };
            let id = id.filter(|_| found).ok_or_else(|| Error::field(group, Problem::NotUnderstood))?;
            Ok(Side::Group(id))
        }
        (false, true) => match store::named(change, name)? {
            None => Err(Error::field(person, Problem::NobodyOfThatName)),
            Some((_, Role::Owner)) => Err(Error::field(person, Problem::SeesEverything)),
            Some((id, _)) => Ok(Side::Person(id)),
        },
    }
}

/// What can be changed later, fit to be kept. `before`: what stands, whose first day stays once it has begun.
fn fit(change: &Change<'_>, zone: &str, draft: &Draft, before: Option<&store::Apart>) -> Result<Fit> {
    let mut problems = Problems::new();
    let kind = ApartKind::parse(&draft.kind);
    if kind.is_none() {
        problems.push(("kind", Problem::Missing));
    }
    let reference = text::within("reference", text::line(&draft.reference), limits::LINE_CHARS_MAX);
    let reference = taken(&mut problems, reference)?;
    let note = taken(&mut problems, text::within("note", text::tidy(&draft.note), limits::REASON_CHARS_MAX))?;
    let begun = before.filter(|before| before.begun_at.is_some()).map(|before| before.days());
    let days = draft.days.fit(&dates::today(change, zone)?, begun);
    let days = taken(&mut problems, days.map_err(Error::Invalid))?;
    match (kind, reference, note, days) {
        (Some(kind), Some(reference), Some(note), Some(days)) if problems.is_empty() => {
            Ok(Fit { kind, reference, note, days })
        }
        _ => Err(Error::Invalid(problems)),
    }
}

/// Open pages of those whom it parts, or parts no more, are fetched anew: what stood on them goes without a word.
fn touch_all(change: &mut Change<'_>, people: &[AccountId]) {
    for person in people {
        change.touch_about(Topic::Parted(*person), *person);
        // Where they may write, and who of them is here, at once.
        change.touch_about(Topic::Voice(*person), *person);
    }
}
