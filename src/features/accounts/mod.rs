//! Accounts: who is here, how they prove it, and what staff do about them.

mod hashing;
mod store;

pub use hashing::{Hashers, Password};
pub use store::{
    Known, by_prefix, by_username, end_sessions, find, find_by_username, like, owners, stopped,
    stopped_count, unused_slips, unused_slips_count,
};

use crate::base::{
    AccountId, Duties, Duty, Error, Problem, Result, Role, Standing, Topic, limits, secret, text,
};
use crate::db::{Change, Viewer};

/// What makes an account.
#[derive(Clone, Debug)]
pub struct NewAccount {
    /// The sign-in name, already checked by [`text::username`].
    pub username: String,
    /// The shown name, already tidy.
    pub shown_name: String,
    /// Role on this site.
    pub role: Role,
    /// Duties, for staff.
    pub duties: Duties,
}

/// Makes an account with a hashed password. A one-time password must be replaced at first sign-in.
///
/// # Errors
/// `Invalid` where the username is taken; `Forbidden` where the maker does not keep accounts, or lacks
/// a duty they would grant.
pub fn add(
    change: &mut Change<'_>,
    new: &NewAccount,
    password_hash: &str,
    one_time: bool,
) -> Result<AccountId> {
    let duties = fitting(new.role, new.duties);
    allowed(change.writer().holds(Duty::Accounts) && may_grant(change.writer(), new.role, duties))?;
    let id = store::insert(change, &NewAccount { duties, ..new.clone() }, password_hash, one_time)?;
    change.about("account", id.0);
    Ok(id)
}

/// Makes the first owner of a box that nobody has claimed; asks for no duty, since nobody holds one.
///
/// # Errors
/// `Forbidden` where there is an account already; `Invalid` where the username cannot be.
pub fn add_first_owner(
    change: &mut Change<'_>,
    owner: &NewAccount,
    password_hash: &str,
) -> Result<AccountId> {
    if change.any("SELECT username, password_hash FROM seen_sign_in LIMIT 1", [])? {
        return Err(Error::Forbidden);
    }
    store::insert(change, owner, password_hash, false)
}

/// Members hold no duty and owners hold all: what a form sent besides is dropped.
fn fitting(role: Role, duties: Duties) -> Duties {
    match role {
        Role::Member => Duties::NONE,
        Role::Staff => duties,
        Role::Owner => Duties::all(),
    }
}

/// Nobody grants a duty they lack, and only an owner makes an owner (`supervision.md` §1).
pub fn may_grant(maker: &Viewer, role: Role, duties: Duties) -> bool {
    maker.duties().covers(duties) && (role != Role::Owner || maker.role() == Some(Role::Owner))
}

/// May this viewer act on that account? Nobody acts on themselves, on an account above them (an
/// owner, or staff who hold a duty they lack), or without keeping accounts (`supervision.md` §1).
pub fn may_act_on(me: &Viewer, other: &Known) -> bool {
    is_not_above(me, other.role, other.duties) && me.id() != Some(other.id) && me.holds(Duty::Accounts)
}

/// Is an account of that role and those duties not above this viewer?
pub fn is_not_above(me: &Viewer, role: Role, duties: Duties) -> bool {
    me.role() == Some(Role::Owner) || (role != Role::Owner && me.duties().covers(duties))
}

fn allowed(well: bool) -> Result<()> {
    if well { Ok(()) } else { Err(Error::Forbidden) }
}

/// Changes a person's shown name, role and duties. Of oneself, only the shown name.
///
/// # Errors
/// `NotFound` where the account is not seen; `Forbidden` above one's own place, for one's own role
/// or duties, or where it would leave the site without an owner; `Invalid` for a name that cannot be.
pub fn edit(
    change: &mut Change<'_>,
    id: AccountId,
    shown_name: &str,
    role: Role,
    duties: Duties,
) -> Result<()> {
    let before = find(change, id)?;
    let duties = fitting(role, duties);
    let me = change.writer();
    let same_rank = before.role == role && fitting(role, before.duties) == duties;
    if me.id() == Some(id) {
        allowed(same_rank && me.holds(Duty::Accounts))?;
    } else {
        allowed(may_act_on(me, &before))?;
    }
    if !same_rank {
        allowed(may_grant(me, role, duties))?;
        last_owner_stays(change, &before, role == Role::Owner)?;
    }
    let shown_name = text::needed("shown_name", text::line(shown_name), limits::SHOWN_NAME_CHARS_MAX)?;
    store::update(change, id, &shown_name, role, duties)?;
    change.about("account", id.0);
    if before.role != role {
        change.touch(Topic::Voices, None);
    }
    Ok(())
}

/// There is always an owner who can sign in and act.
fn last_owner_stays(change: &Change<'_>, before: &Known, stays: bool) -> Result<()> {
    let is_one = before.role == Role::Owner && before.standing == Standing::Active;
    allowed(stays || !is_one || store::owners(change)? > 1)
}

/// An account stands as what is set about it says (`sanctions`): suspended, read-only, or active. One that has left stays so.
///
/// # Errors
/// `Broken` if the database fails.
pub fn settle(change: &mut Change<'_>, id: AccountId) -> Result<()> {
    store::settle(change, id)
}

/// An account that has left is here again, and stands as what is set about it says.
///
/// # Errors
/// As [`edit`]; `Forbidden` where it has not left.
pub fn bring_back(change: &mut Change<'_>, id: AccountId) -> Result<()> {
    let before = find(change, id)?;
    allowed(may_act_on(change.writer(), &before) && before.standing == Standing::Left)?;
    store::set_standing(change, id, Standing::Active)?;
    store::settle(change, id)?;
    change.because(Standing::Active.word(), "");
    change.about("account", id.0);
    change.touch(Topic::Voices, None);
    Ok(())
}

/// Gives an account another standing; suspension ends its sessions at once. What pages offer is `sanctions`, with a reason and
/// a text; this is for who has left, and for the box's own command line. What is set about the account follows: it holds until
/// it is lifted.
///
/// # Errors
/// As [`edit`].
pub fn stand(change: &mut Change<'_>, id: AccountId, standing: Standing) -> Result<()> {
    let before = find(change, id)?;
    allowed(may_act_on(change.writer(), &before))?;
    last_owner_stays(change, &before, standing == Standing::Active)?;
    store::set_standing(change, id, standing)?;
    store::set_or_lift(change, id, standing)?;
    if !standing.may_sign_in() {
        end_sessions(change, id, None)?;
    }
    change.because(standing.word(), "");
    change.about("account", id.0);
    // Who may not write any more, or is not written to: on open pages, too.
    change.touch(Topic::Voices, None);
    Ok(())
}

/// Gives an account a new password, one-time or to keep; its sessions end at once.
///
/// # Errors
/// As [`edit`].
pub fn reset(change: &mut Change<'_>, id: AccountId, password_hash: &str, one_time: bool) -> Result<()> {
    let before = find(change, id)?;
    allowed(may_act_on(change.writer(), &before))?;
    store::set_password(change, id, password_hash, one_time)?;
    end_sessions(change, id, None)?;
    change.about("account", id.0);
    Ok(())
}

/// Somebody's own new password; their other sessions end at once, `keep` goes on.
///
/// # Errors
/// `SignIn` for a stranger.
pub fn choose(change: &mut Change<'_>, password_hash: &str, keep: i64) -> Result<()> {
    let me = change.me()?;
    store::set_password(change, me, password_hash, false)?;
    end_sessions(change, me, Some(keep))?;
    change.about("account", me.0);
    Ok(())
}

/// Checks a password somebody chose: long enough for their role, not common, not their name.
///
/// # Errors
/// `Invalid` with the given field name.
pub fn fit_password(field: &'static str, password: &str, username: &str, role: Role) -> Result<()> {
    let least =
        if role == Role::Member { limits::PASSWORD_CHARS_MIN } else { limits::STAFF_PASSWORD_CHARS_MIN };
    let length = password.chars().count();
    let problem = match () {
        () if password.is_empty() => Problem::Missing,
        () if length < least => Problem::TooShort { least },
        () if length > limits::PASSWORD_CHARS_MAX => Problem::TooLong { limit: limits::PASSWORD_CHARS_MAX },
        () if is_common(password, username) => Problem::TooCommon,
        () => return Ok(()),
    };
    Err(Error::field(field, problem))
}

/// Is this a password that is tried first? Runs and repeats, the name, and the well-known ones.
fn is_common(password: &str, username: &str) -> bool {
    const COMMON: &[&str] = &[
        "password",
        "passwort",
        "contrasena",
        "contraseña",
        "qwerty",
        "qwertz",
        "azerty",
        "iloveyou",
        "letmein",
        "welcome",
        "football",
        "princess",
        "sunshine",
        "dragon",
        "monkey",
        "superman",
        "batman",
        "master",
        "admin",
        "courtyard",
        "school",
        "teacher",
        "baseball",
        "trustno",
        "whatever",
        "starwars",
        "pokemon",
        "minecraft",
        "fortnite",
        "abcdefgh",
        "asdfghjk",
        "11111111",
        "12345678",
        "87654321",
    ];
    let plain = password.to_lowercase();
    let letters: String = plain.chars().filter(|c| c.is_alphabetic()).collect();
    let username = username.to_lowercase();
    let few = plain.chars().collect::<std::collections::HashSet<_>>().len() < 4;
    few || COMMON.contains(&letters.as_str())
        || COMMON.iter().any(|common| plain.starts_with(common) && plain.len() < common.len() + 5)
        || (username.len() > 3 && plain.contains(&username) && plain.len() < username.len() + 4)
}

/// A one-time password for a slip: 12 signs of base 32, 60 bits.
pub fn one_time_password() -> String {
    secret::code(12)
}

#[cfg(test)]
mod rules_tests;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_that_is_tried_first_is_refused() {
        for bad in ["password1", "12345678", "aaaaaaaaaa", "Qwerty123", "tom.baker1", "Contraseña1"] {
            assert!(fit_password("p", bad, "tom.baker", Role::Member).is_err(), "{bad}");
        }
        for good in ["seven grey herons", "K7-river-lamp", "mein Dackel bellt"] {
            assert!(fit_password("p", good, "tom.baker", Role::Member).is_ok(), "{good}");
        }
        assert!(fit_password("p", "ten-chars!", "fox", Role::Staff).is_err(), "staff need fifteen");
    }
}
