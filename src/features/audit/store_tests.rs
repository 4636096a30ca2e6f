//! The record's statements: each part of a filter down its index, bounded, in the order of numbers.

use super::store::{BETWEEN, Found, WALK_MAX, Way, fetched_sql, numbers_sql, page};
use super::{Filter, Sort, What};
use crate::base::{AccountId, Act, Clock, Duties, Role};
use crate::db::{Db, Value, Viewer};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

struct Box {
    db: Db,
    auditor: Viewer,
    hand: Arc<AtomicI64>,
    _folder: tempfile::TempDir,
}

fn a_box() -> Box {
    let folder = tempfile::tempdir().expect("a folder");
    let (clock, hand) = Clock::held(0);
    let db = Db::open(&folder.path().join("courtyard.db"), 1, clock, |_, _| ()).expect("a database");
    let auditor = Viewer::account(AccountId(1), Role::Owner, Duties::NONE, String::new());
    Box { db, auditor, hand, _folder: folder }
}

impl Box {
    async fn writes(&self, act: Act, kind: &'static str, item: i64, reason: &'static str) {
        let wrote = self.db.write(&self.auditor, act, move |change| {
            change.about(kind, item);
            change.because(reason, "");
            Ok(())
        });
        wrote.await.expect("an entry");
    }

    async fn page(&self, filter: &Filter, way: Way, rows: usize) -> Found {
        self.db.read(&self.auditor, |look| page(look, filter, way, rows)).await.expect("a page")
    }

    async fn numbers(&self, filter: &Filter) -> Vec<i64> {
        let found = self.page(filter, Way::Before(i64::MAX), 50).await;
        found.entries.iter().map(|entry| entry.seq).collect()
    }
}

#[tokio::test]
async fn every_filter_of_the_record_goes_down_an_index_in_the_order_of_numbers() {
    let the_box = a_box();
    let text = || Value::Text("post.add".into());
    let parts = [
        ("", Value::Null, "PRIMARY KEY"),
        ("item =", Value::Integer(7), "audit_by_item"),
        ("reason_code =", text(), "audit_by_reason"),
        ("act =", text(), "audit_by_act"),
        ("actor =", Value::Integer(1), "audit_by_actor"),
        ("kind =", text(), "audit_by_kind"),
        ("time_trust =", text(), "audit_by_trust"),
    ];
    for down in [true, false] {
        for (term, value, index) in &parts {
            let sql = numbers_sql(term, down);
            let values = rusqlite::params![0, 100, 50, value];
            let plan = the_box.db.read(&the_box.auditor, |look| look.plan(&sql, values)).await;
            let plan = plan.expect("a plan").join("; ");
            assert!(plan.contains("SEARCH") && plan.contains(index), "{term}: {plan}");
            assert!(!plan.contains("TEMP B-TREE"), "{term}: {plan}");
        }
    }
    let rest: Vec<_> = parts.iter().skip(1).map(|(term, value, _)| (*term, value.clone())).collect();
    let (sql, values) = fetched_sql(&rest, &[1, 2, 3]);
    let plan = the_box.db.read(&the_box.auditor, |look| look.plan(&sql, rusqlite::params_from_iter(values)));
    let plan = plan.await.expect("a plan").join("; ");
    assert!(plan.contains("SEARCH audit USING INTEGER PRIMARY KEY"), "{plan}");
    let plan = the_box.db.read(&the_box.auditor, |look| look.plan(BETWEEN, [0, 1])).await.expect("a plan");
    assert!(plan.join("; ").contains("COVERING INDEX audit_by_time"), "{plan:?}");
    the_box.db.close();
}

#[tokio::test]
async fn days_choose_what_is_shown_and_numbers_keep_the_order() {
    let the_box = a_box();
    // The clock jumps back after the second entry.
    for at in [100, 300, 200, 900] {
        the_box.hand.store(at, Ordering::Relaxed);
        the_box.writes(Act::Upkeep, "post", 1, "").await;
    }
    let filter = Filter { from_ms: Some(150), until_ms: Some(900), ..Filter::default() };
    assert_eq!(the_box.numbers(&filter).await, [3, 2]);
    let up = the_box.page(&filter, Way::After(2), 50).await;
    assert_eq!(up.entries.iter().map(|entry| entry.seq).collect::<Vec<_>>(), [3]);
    let none = Filter { from_ms: Some(5_000), ..Filter::default() };
    assert!(the_box.numbers(&none).await.is_empty());
    let nobody = Viewer::account(AccountId(2), Role::Staff, Duties::parse("moderate"), String::new());
    let shown = the_box.db.read(&nobody, |look| page(look, &filter, Way::Before(i64::MAX), 50));
    assert!(shown.await.expect("a page").entries.is_empty(), "who does not hold Audit sees nothing of it");
    the_box.db.close();
}

#[tokio::test]
async fn each_part_of_a_filter_alone_and_with_the_others_finds_what_fits() {
    let the_box = a_box();
    the_box.writes(Act::AddPost, "post", 7, "").await;
    the_box.writes(Act::Report, "post", 7, "rude").await;
    the_box.writes(Act::StaffRemove, "post", 7, "rude").await;
    the_box.writes(Act::StaffRemove, "comment", 8, "threat").await;
    the_box.writes(Act::AddComment, "comment", 8, "").await;
    let all = Filter::default();
    let any = |sort| Some(What::Any(sort));
    let filters = [
        (all.clone(), vec![5, 4, 3, 2, 1]),
        (Filter { actor: Some(1), ..all.clone() }, vec![5, 4, 3, 2, 1]),
        (Filter { actor: Some(2), ..all.clone() }, vec![]),
        (Filter { what: Some(What::One(Act::StaffRemove)), ..all.clone() }, vec![4, 3]),
        (Filter { what: any(Sort::Staff), ..all.clone() }, vec![4, 3, 2]),
        (Filter { what: any(Sort::Posts), ..all.clone() }, vec![5, 1]),
        (Filter { what: any(Sort::Talk), ..all.clone() }, vec![]),
        (Filter { item: Some(8), ..all.clone() }, vec![5, 4]),
        (Filter { kind: Some("post".into()), ..all.clone() }, vec![3, 2, 1]),
        (Filter { kind: Some("post".into()), item: Some(8), ..all.clone() }, vec![]),
        (Filter { reason: Some("rude".into()), ..all.clone() }, vec![3, 2]),
        (Filter { trust: Some("none".into()), ..all.clone() }, vec![5, 4, 3, 2, 1]),
        (Filter { trust: Some("rtc".into()), ..all.clone() }, vec![]),
        (Filter { item: Some(7), what: any(Sort::Staff), ..all.clone() }, vec![3, 2]),
        (Filter { reason: Some("rude".into()), what: any(Sort::Posts), ..all }, vec![]),
    ];
    for (filter, expected) in filters {
        assert_eq!(the_box.numbers(&filter).await, expected, "{filter:?}");
    }
    the_box.db.close();
}

#[tokio::test]
async fn pages_of_a_group_of_acts_follow_each_other_both_ways_without_a_gap() {
    let the_box = a_box();
    for turn in 0..9 {
        let act = [Act::AddPost, Act::Report, Act::StaffRemove][turn as usize % 3];
        the_box.writes(act, "post", turn, "").await;
    }
    let filter = Filter { what: Some(What::Any(Sort::Staff)), ..Filter::default() };
    let seqs = |found: &Found| found.entries.iter().map(|entry| entry.seq).collect::<Vec<_>>();
    let first = the_box.page(&filter, Way::Before(i64::MAX), 4).await;
    assert_eq!(seqs(&first), [9, 8, 6, 5]);
    let second = the_box.page(&filter, Way::Before(5), 4).await;
    assert_eq!(seqs(&second), [3, 2]);
    let back = the_box.page(&filter, Way::After(3), 4).await;
    assert_eq!(seqs(&back), [5, 6, 8, 9]);
    assert_eq!((first.stopped, second.stopped), (None, None), "one index tells all");
    the_box.db.close();
}

#[tokio::test]
async fn a_rare_thing_among_many_costs_a_bounded_walk_and_says_how_far_it_looked() {
    let the_box = a_box();
    the_box.writes(Act::AddPost, "post", 1, "rare").await;
    // A batch of entries in one write: what was shown to staff.
    let many = WALK_MAX as i64 + 10;
    let wrote = the_box.db.write(&the_box.auditor, Act::ShowReading, move |change| {
        change.about_each(None, (0..many).map(|item| ("post", item + 100)).collect());
        Ok(())
    });
    wrote.await.expect("entries");
    // By kind, the part that fits most here: each of them has to be looked at for its time.
    let filter =
        Filter { kind: Some("post".into()), from_ms: Some(0), until_ms: Some(1), ..Filter::default() };
    let found = the_box.page(&filter, Way::Before(i64::MAX), 50).await;
    assert_eq!((found.entries.len(), found.stopped), (50, None), "enough fit");
    let filter = Filter { kind: Some("post".into()), trust: Some("rtc".into()), ..Filter::default() };
    let found = the_box.page(&filter, Way::Before(i64::MAX), 50).await;
    assert_eq!((found.entries.len(), found.stopped), (0, Some(12)));
    let found = the_box.page(&filter, Way::Before(12), 50).await;
    assert_eq!((found.entries.len(), found.stopped), (0, None), "the beginning was reached");
    the_box.db.close();
}
