//! The daily sheet: one page a day of the box that pins the record to paper, so that a cut or rewritten one shows.
//!
//! A chain alone can be computed anew, and its newest entries cut off. What stands on paper elsewhere cannot: the number of the
//! last entry of a day and its hash, in words. The box makes a sheet when it sees the first entry of another day, keeps it,
//! and whoever holds The record prints it, has it signed, and compares it whenever they like (`db/verify.rs`).

mod check_pages;
mod check_views;
mod counts;
mod keeper;
mod pages;
mod paper;
mod seal;
mod sheet_views;
mod store;
mod views;

pub use counts::{Counts, Jump};
pub use keeper::{Keeper, make_due};
pub use paper::read as read_paper;
pub use seal::{Seal, is_signed};

use crate::web::Routes;
use jiff::civil::Date;

/// Every route of this feature.
pub fn routes() -> Routes {
    pages::routes().and(check_pages::routes())
}

/// What stands on one sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Its number; none of a day that is not over.
    pub id: Option<i64>,
    /// The day, as the box showed it at the last entry.
    pub day: Date,
    /// The first entry.
    pub first: i64,
    /// The last.
    pub last: i64,
    /// The hash of the last.
    pub head: [u8; 32],
    /// When it was made, milliseconds since 1970.
    pub made_at: i64,
    /// What was counted.
    pub counts: Counts,
}
