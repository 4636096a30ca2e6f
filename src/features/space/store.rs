//! The SQL of space: what one's own things take.

use crate::base::Result;
use crate::db::Snapshot;

/// Things of one sort: how many, and what they take.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// `photo`, `comment`.
    pub kind: String,
    /// How many.
    pub count: i64,
    /// What they take, bytes.
    pub bytes: u64,
}

/// What the viewer's things take, by sort. It walks their own things down an index, so it is asked when somebody
/// looks at it or sends photos, and on no other page.
///
/// # Errors
/// `Broken` if the database fails.
pub fn taken(look: &Snapshot<'_>) -> Result<Vec<Part>> {
    look.list("SELECT kind, count(*), sum(bytes) FROM seen_my_space GROUP BY kind", [], |row| {
        let bytes: i64 = row.get(2)?;
        Ok(Part { kind: row.get(0)?, count: row.get(1)?, bytes: u64::try_from(bytes).unwrap_or(0) })
    })
}
