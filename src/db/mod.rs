//! The database: one writer, guarded readers, one page that says who sees what.
//!
//! `Db::read(viewer, …)` and `Db::write(viewer, act, …)` are the only entrances for what people do.

#[cfg(test)]
mod apart_tests;
#[cfg(test)]
mod audience_tests;
mod audit;
#[cfg(test)]
mod audit_tests;
mod beyond;
mod change;
#[cfg(test)]
mod found_tests;
mod guard;
#[cfg(test)]
mod plan_tests;
mod quiet;
mod readers;
mod schema;
mod snapshot;
#[cfg(test)]
mod spoilt_tests;
mod standing;
#[cfg(test)]
mod steps_tests;
mod upkeep;
mod verify;
mod viewer;
mod watch;
mod writer;

pub use audit::{Line, link};
pub use beyond::Answered;
pub use change::Change;
pub use readers::{Db, Looks};
pub use schema::VERSION as SCHEMA_VERSION;
pub use snapshot::{Row, Snapshot, Value, params};
pub use upkeep::{Named, Sickbed, Stops, quick_check, sqlite_version, verify_file};
pub use verify::{Fault, Paper, Verified, verify};
pub use viewer::{Frozen, Session, Stop, Viewer};
#[cfg(test)]
pub(crate) use {plan_tests::scans, steps_tests::steps};

use crate::base::Error;

/// The oldest SQLite that never loses committed pages when two connections checkpoint.
pub const SQLITE_OLDEST: i32 = 3_051_003;

/// What the database said, as one of our errors: a violated constraint can become a form problem.
pub(crate) fn said(error: rusqlite::Error) -> Error {
    use rusqlite::ErrorCode;
    match error.sqlite_error_code() {
        Some(ErrorCode::ConstraintViolation) => Error::Conflict(error.to_string()),
        Some(ErrorCode::DiskFull) => Error::field("", crate::base::Problem::DiskFull),
        Some(ErrorCode::DatabaseBusy | ErrorCode::OperationInterrupted) => Error::Busy,
        _ => Error::Broken(format!("database: {error}")),
    }
}

#[cfg(test)]
mod guard_tests;
#[cfg(test)]
mod writer_tests;
