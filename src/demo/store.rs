//! The demonstration's own SQL: the one mark that no form sets.

use crate::base::Result;
use crate::db::Change;

/// Marks the site as a demonstration.
pub(super) fn set_demo(change: &mut Change<'_>) -> Result<()> {
    change.run("UPDATE site SET demo = 1 WHERE id = 1", [])?;
    Ok(())
}
