//! The SQL of what keeps one person apart from others, for who looks back at all that there is about them.

use crate::base::{AccountId, Result};
use crate::db::{Snapshot, params};

/// Something that keeps a person apart, as far as the viewer may know it.
#[derive(Clone, Debug)]
pub struct About {
    /// Its number.
    pub id: i64,
    /// The word of why.
    pub kind: String,
    /// The number of the paper; perhaps none.
    pub reference: String,
    /// Who set it.
    pub by: AccountId,
    /// When, milliseconds since 1970.
    pub at_ms: i64,
    /// When it ended, milliseconds since 1970.
    pub ended_ms: Option<i64>,
    /// Who ended it, where staff did.
    pub ended_by: Option<AccountId>,
    /// With which words.
    pub ended_why: String,
}

/// What names this person as one of its sides, before this number, the newest first.
///
/// # Errors
/// `Broken` if the database fails.
pub fn about(look: &Snapshot<'_>, person: AccountId, before: i64, limit: usize) -> Result<Vec<About>> {
    look.list(ABOUT, params![person.0, before, limit as i64], |row| {
        Ok(About {
            id: row.get(0)?,
            kind: row.get(1)?,
            reference: row.get(2)?,
            by: AccountId(row.get(3)?),
            at_ms: row.get(4)?,
            ended_ms: row.get(5)?,
            ended_by: row.get::<_, Option<i64>>(6)?.map(AccountId),
            ended_why: row.get(7)?,
        })
    })
}

const ABOUT: &str =
    "SELECT id, kind, reference, set_by, set_at, ended_at, ended_by, ended_why FROM seen_keep_apart
     WHERE one_person_id = ?1 AND id < ?2
     UNION ALL
     SELECT id, kind, reference, set_by, set_at, ended_at, ended_by, ended_why FROM seen_keep_apart
     WHERE other_person_id = ?1 AND id < ?2
     ORDER BY 1 DESC LIMIT ?3";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Clock, Duties, Role};
    use crate::db::{Db, Viewer};

    #[tokio::test]
    async fn either_side_is_found_down_its_index_and_both_are_merged() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("courtyard.db");
        let db = Db::open(&file, 1, Clock::real(), |_, _| ()).expect("a database");
        let owner = Viewer::account(AccountId(1), Role::Owner, Duties::all(), String::new());
        let plan = db.read(&owner, |look| look.plan(ABOUT, [1, 9, 50])).await.expect("a plan").join("\n");
        assert!(plan.contains("keep_apart_one_person") && plan.contains("keep_apart_other_person"), "{plan}");
        assert!(!plan.contains("TEMP B-TREE"), "{plan}");
        db.close();
    }
}
