//! No stream costs more as the pod grows: each statement goes down an index.

use super::{
    ASPECT, ASPECTS_HAS, COMMENTED, EVERYONE, GROUP, HOME_HAS, HOME_WINDOW, NAMED_IN, PERSON, REACTED, TAG,
    TAGS, TO_ME,
};
use crate::base::{AccountId, Clock, Duties, Role};
use crate::db::{Db, Value, Viewer};
use rusqlite::params_from_iter;

#[tokio::test]
async fn no_stream_reads_a_table_from_end_to_end() {
    let folder = tempfile::tempdir().unwrap();
    let db = Db::open(&folder.path().join("courtyard.db"), 1, Clock::real(), |_, _| ()).unwrap();
    let member = Viewer::account(AccountId(2), Role::Member, Duties::NONE, "test".into());
    let owner = Viewer::account(AccountId(1), Role::Owner, Duties::all(), "test".into());
    let mut scans = Vec::new();
    for viewer in [member, owner] {
        for (name, sql) in [
            ("EVERYONE", EVERYONE),
            ("GROUP", GROUP),
            ("PERSON", PERSON),
            ("TO_ME", TO_ME),
            ("TAG", TAG),
            ("ASPECT", ASPECT),
            ("TAGS", TAGS),
            ("REACTED", REACTED),
            ("COMMENTED", COMMENTED),
            ("NAMED_IN", NAMED_IN),
            ("ASPECTS_HAS", ASPECTS_HAS),
            ("HOME_HAS", HOME_HAS),
            ("HOME_WINDOW", HOME_WINDOW),
        ] {
            let values = [const { Value::Integer(1) }; 4];
            let most =
                (1..=values.len()).rev().find(|number| sql.contains(&format!("?{number}"))).unwrap_or(0);
            let plan =
                db.read(&viewer, |look| look.plan(sql, params_from_iter(&values[..most]))).await.unwrap();
            scans.extend(
                plan.iter().filter(|step| step.starts_with("SCAN")).map(|step| format!("{name}: {step}")),
            );
            // Those of an aspect are the newest of each of its people, those of tags of each tag: at most a page
            // of each is put in order.
            let sorts = |step: &&String| !matches!(name, "ASPECT" | "TAGS") && step.contains("TEMP B-TREE");
            scans.extend(plan.iter().filter(sorts).map(|step| format!("{name}: {step}")));
        }
    }
    assert!(scans.is_empty(), "{scans:#?}");
}
