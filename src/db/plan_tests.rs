//! For the tests of stores: which of their statements read a table from end to end.

use super::{Db, Viewer};
use crate::base::{AccountId, Clock, Duties, Role};

/// The steps of these statements that walk a whole table as a member looks, each with its statement. With each
/// goes how many values it takes; `walked` names what may be walked, since it is short.
pub async fn scans(statements: &[(String, usize)], walked: &[&str]) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let db = Db::open(&folder.path().join("courtyard.db"), 1, Clock::real(), |_, _| ()).unwrap();
    let member = Viewer::account(AccountId(2), Role::Member, Duties::NONE, "test".into());
    let mut scans = Vec::new();
    for (sql, values) in statements {
        let values = rusqlite::params_from_iter(vec![1; *values]);
        let plan = db.read(&member, |look| look.plan(sql, values)).await.unwrap();
        let short = |step: &str| walked.iter().any(|name| step.contains(name));
        let scan = |step: &&String| step.starts_with("SCAN") && !short(step);
        scans.extend(plan.iter().filter(scan).map(|step| format!("{sql}: {step}")));
    }
    db.close();
    scans
}
