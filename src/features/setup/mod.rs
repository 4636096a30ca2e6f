//! The first boot: the set-up code, and the steps by which somebody claims the box.

mod pages;
mod store;
mod views;

pub use pages::{Proven, routes};
pub use store::{Site, load_rules, save_rule, site};
pub use views::zones;

use super::accounts::{self, NewAccount};
use crate::base::{AccountId, Act, Error, Result, secret};
use crate::db::{Change, Db, Viewer};

/// Characters of the set-up code: 60 bits, in three groups of four.
const CODE_CHARS: usize = 12;

/// Makes sure that the box has an id and, until it is claimed, a set-up code. At each start.
///
/// # Errors
/// `Broken` if the database fails.
pub fn prepare(change: &mut Change<'_>) -> Result<Site> {
    store::make_site(
        change,
        &data_encoding::HEXLOWER.encode(&secret::random::<8>()),
        &secret::code(CODE_CHARS),
    )?;
    site(change)
}

/// Remembers the mDNS label that the network left us, so that it is the same after the next start; unless
/// the site has another name by now than the one that this label is about.
pub async fn keep_label(db: &Db, site_name: String, label: String) {
    let the_box = Viewer::stranger().on("box");
    let kept = db.write(&the_box, Act::ChangeRules, move |change| {
        if load_rules(change)?.site_name == site_name {
            store::save_label(change, &label)?;
        }
        Ok(())
    });
    if let Err(error) = kept.await {
        tracing::warn!(%error, "the new name was not saved");
    }
}

/// The first owner takes the box. The set-up code is gone from then on.
///
/// # Errors
/// `NotFound` where the box is claimed already; `Invalid` for a username that cannot be.
pub fn claim(change: &mut Change<'_>, owner: &NewAccount, password_hash: &str) -> Result<AccountId> {
    if site(change)?.setup_code.is_none() {
        return Err(Error::NotFound);
    }
    let id = accounts::add_first_owner(change, owner, password_hash)?;
    store::set_claimed(change)?;
    change.by(id);
    change.about("account", id.0);
    Ok(id)
}
