//! How many steps of its own the engine has taken in looks: what something costs, the same on every machine.

use rusqlite::{Statement, StatementStatus};
use std::cell::Cell;

thread_local! {
    static STEPS: Cell<i64> = const { Cell::new(0) };
}

/// Notes what a statement cost that was just read to its end.
pub(super) fn note(asked: &Statement<'_>) {
    let steps = asked.reset_status(StatementStatus::VmStep);
    STEPS.set(STEPS.get() + i64::from(steps));
}

/// All steps of looks on this thread so far.
pub(crate) fn steps() -> i64 {
    STEPS.get()
}
