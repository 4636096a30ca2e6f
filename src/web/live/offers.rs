//! Whether a page offers its reader what they may do, as a number: one that is open and has another number than holds now
//! fetches itself anew. Whom it does not concern is told nothing, and cannot tell that anything was asked.

use super::hub::spread_ms;
use super::{Catching, Told};
use crate::base::{AccountId, Approval, GroupId, Result, Role};
use crate::ui;

/// What each page of whoever is signed in listens to, with the number of what it offers as its mark.
pub const TOPIC: &str = "offers";

/// Staff said of the account that it makes nothing.
const NOTHING: i64 = 1;
/// Members make nothing, by the rules of the house.
const NOBODY: i64 = 2;
/// Bits of the number of the groups that rest: with the two above it stays whole in a script.
const GROUPS_BITS: u32 = 48;
/// Milliseconds over which the pages of many are fetched anew: a group of 500 asks for fifty pages a second.
const SPREAD_MS: u64 = 10_000;

/// The number of what is offered to somebody: whether they make anything at all, and which of their groups rest (in their order).
pub(in crate::web) fn number(
    role: Option<Role>,
    makes_nothing: bool,
    house: Approval,
    resting: &[GroupId],
) -> i64 {
    if makes_nothing {
        return NOTHING;
    }
    match (role == Some(Role::Member), house) {
        (false, _) => 0,
        (true, Approval::ReadOnly) => NOBODY,
        (true, _) => groups(resting) << 2,
    }
}

/// A number for these groups; 0 for none. FNV-1a (RFC 9923), cut to its lower bits.
fn groups(resting: &[GroupId]) -> i64 {
    let bytes = resting.iter().flat_map(|group| group.0.to_le_bytes());
    let hash = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    let cut = hash & ((1 << GROUPS_BITS) - 1);
    if resting.is_empty() { 0 } else { i64::try_from(cut).unwrap_or(1) }
}

/// Tells a page that offers something else than it should to fetch itself anew: at once where it is about this account alone, and
/// where it is about many each at a moment of their own.
///
/// # Errors
/// `Broken` if the database fails.
pub fn stands(asked: &Catching<'_>) -> Result<Option<Told>> {
    let (look, before) = (asked.look, asked.mark);
    let (role, me) = (look.viewer().role(), look.viewer().id().unwrap_or(AccountId(0)));
    let own = role == Some(Role::Member) && look.own_level()? == Approval::ReadOnly;
    let nothing = own || look.only_reads()?;
    // While all writing rests pages stay as they are: it is said over each, and whatever they send is refused and kept.
    if before < 0 || (asked.rules.frozen && !nothing && before & NOTHING == 0) {
        return Ok(None);
    }
    let now = number(role, nothing, asked.rules.approval, &look.resting_groups()?);
    if now == before {
        return Ok(None);
    }
    let of_account = (now ^ before) & NOTHING != 0;
    let wait_ms = if of_account { 0 } else { spread_ms(me, SPREAD_MS) };
    Ok(Some(Told { html: ui::page_anew(wait_ms).into(), mark: Some(now) }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use Approval::{Open, ReadOnly};

    #[test]
    fn what_is_offered_is_another_number_where_anything_of_it_is_otherwise() {
        let member = Some(Role::Member);
        let of = |nothing, house, groups: &[i64]| {
            let groups: Vec<GroupId> = groups.iter().map(|id| GroupId(*id)).collect();
            number(member, nothing, house, &groups)
        };
        let each = [
            of(false, Open, &[]),
            of(true, Open, &[]),
            of(false, ReadOnly, &[]),
            of(false, Open, &[3]),
            of(false, Open, &[4]),
            of(false, Open, &[3, 4]),
        ];
        for (at, one) in each.iter().enumerate() {
            assert!((0..1 << 53).contains(one), "{one} is whole in a script");
            assert!(!each[at + 1..].contains(one), "{each:?}");
        }
        assert_eq!(of(true, ReadOnly, &[3]), of(true, Open, &[]), "less than nothing is nothing");
        assert_eq!(of(false, ReadOnly, &[3]), of(false, ReadOnly, &[]));
    }

    #[test]
    fn staff_go_on_where_members_rest() {
        let staff = |nothing| number(Some(Role::Staff), nothing, ReadOnly, &[GroupId(3)]);
        assert_eq!((staff(false), staff(true)), (0, NOTHING));
    }
}
