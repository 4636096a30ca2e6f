//! The evidence pack: what staff may see of a case or under a Reading in one file that proves itself, for whoever has to judge
//! and has no box. What is in it stands in `docs/evidence.md`.

mod check;
mod form_views;
mod gather;
mod index_views;
mod lines;
mod names;
mod pack;
mod pages;
mod slice;
mod store;
mod talked;
mod unzip;
mod vault;
mod verify_views;

pub use check::{Checked, check};
pub use pages::routes;
pub use vault::Vault;

crate::words! {
    /// How somebody stands in a pack.
    Told {
        /// By name, with their words.
        Named = "named",
        /// As "Person 1", with their words.
        Veiled = "veiled",
        /// As "Person 1", and their words are left out.
        Out = "out",
    }
}

/// What a pack is taken from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Source {
    /// A case at the desk, by its item.
    Case(crate::base::ItemId),
    /// A Reading of the viewer; of posts, the one post where it is given.
    Reading(i64, Option<crate::base::ItemId>),
}
