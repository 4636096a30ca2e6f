//! The SQL of cases: what opens one, and who looks at one.

use super::cases::{Cause, Find, OpenCase};
use crate::base::{AccountId, ItemId, Result, limits};
use crate::db::{Change, Row, Snapshot, params};

/// One more cause. The door that it goes through joins it to the open case of the same thing.
pub(super) fn cause(change: &mut Change<'_>, cause: &Cause) -> Result<()> {
    let now = change.now_ms();
    change.run(
        "INSERT INTO case_cause (sort, item_id, account_id, ref, duty, origin, severity, at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        params![
            cause.sort.word(),
            cause.item.map(|item| item.0),
            cause.account.0,
            cause.refers,
            cause.duty.word(),
            cause.origin as i64,
            cause.severity,
            now
        ],
    )?;
    Ok(())
}

fn read(row: &Row<'_>) -> rusqlite::Result<OpenCase> {
    Ok(OpenCase {
        id: row.get(0)?,
        due_ms: row.get(1)?,
        looker: row.get::<_, Option<i64>>(2)?.map(AccountId),
        until_ms: row.get::<_, Option<i64>>(3)?.unwrap_or(0),
    })
}

pub(super) fn open_case(look: &Snapshot<'_>, find: Find) -> Result<Option<OpenCase>> {
    match find {
        Find::Item(item) => look.one(
            "SELECT id, due_at, looker, claimed_until FROM seen_case
             WHERE item_id = ?1 AND sort = 'item' AND closed_at IS NULL",
            [item.0],
            read,
        ),
        Find::Case(id) => look.one(
            "SELECT id, due_at, looker, claimed_until FROM seen_case WHERE id = ?1 AND closed_at IS NULL",
            [id],
            read,
        ),
        Find::Behind(sort, refers) => look.one(
            "SELECT id, due_at, looker, claimed_until FROM seen_case
             WHERE ref = ?1 AND sort = ?2 AND closed_at IS NULL",
            params![refers, sort.word()],
            read,
        ),
    }
}

pub(super) fn is_any_open(look: &Snapshot<'_>, item: ItemId) -> Result<bool> {
    look.any(
        "SELECT sort FROM seen_case WHERE item_id = ?1 AND sort IN ('item', 'appeal') AND closed_at IS NULL LIMIT 1",
        [item.0],
    )
}

/// The viewer looks at it from now on, by both clocks.
pub(super) fn set_looker(change: &mut Change<'_>, case: i64) -> Result<()> {
    let (me, now) = (change.me()?, change.now_ms());
    change.run(
        "UPDATE \"case\" SET claimed_by = ?2, claimed_at = ?3, claimed_until = ?3 + ?4,
                claimed_boot = (SELECT max(id) FROM boot), claimed_up_ms = up_ms() + ?4
         WHERE id = ?1 AND closed_at IS NULL",
        params![case, me.0, now, limits::CLAIM_MS],
    )?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::cases::{CaseSort, Origin, claim, open, open_case as find};
    use super::*;
    use crate::base::{Act, Clock, Duties, Duty, Error, ItemId, Role};
    use crate::db::{Db, Viewer};

    fn staff(id: i64, duties: &[Duty]) -> Viewer {
        Viewer::account(AccountId(id), Role::Staff, duties.iter().copied().collect(), "test".into())
    }

    /// Mia wrote two posts, one of them to a group that Ms Fox leads.
    async fn house() -> (tempfile::TempDir, Db, std::sync::Arc<std::sync::atomic::AtomicI64>) {
        let folder = tempfile::tempdir().expect("a folder");
        let (clock, hand) = Clock::held(1_000_000);
        let db = Db::open(&folder.path().join("courtyard.db"), 1, clock, |_, _| ()).expect("a database");
        for sql in [
            "INSERT INTO account (id, username, shown_name, role, made_at) VALUES (1, 'mia', 'Mia', 'member', 0),
               (2, 'tom', 'Tom', 'member', 0), (3, 'fox', 'Ms Fox', 'staff', 0), (4, 'hare', 'Mr Hare', 'staff', 0)",
            "INSERT INTO \"group\" (id, name, kind, made_at) VALUES (5, '5B', 'class', 0)",
            "INSERT INTO membership (group_id, account_id, leader, since_at) VALUES (5, 3, 1, 0), (5, 1, 0, 0)",
            "INSERT INTO item (id, kind, author_id, audience, state, made_at) VALUES (1, 'post', 1, 'groups', 'shown', 0),
               (2, 'post', 1, 'everyone', 'shown', 0)",
            "INSERT INTO item_to (item_id, kind, target_id) VALUES (1, 'group', 5)",
            "INSERT INTO post (id, body) VALUES (1, 'one'), (2, 'two')",
        ] {
            run(&db, sql.to_owned()).await;
        }
        (folder, db, hand)
    }

    async fn run(db: &Db, sql: String) {
        let write = move |change: &mut Change<'_>| change.run(&sql, []);
        db.write(&staff(3, &[Duty::Moderate]), Act::CloseReport, write).await.expect("it is written");
    }

    async fn rows(db: &Db, viewer: &Viewer, sql: &'static str) -> Vec<String> {
        db.read(viewer, |look| look.list(sql, [], |row| row.get(0))).await.expect("rows")
    }

    const OPEN: &str =
        "SELECT sort || ' ' || coalesce(item_id, 0) || ' ' || account_id || ' ' || coalesce(ref, 0)
         FROM seen_case WHERE closed_at IS NULL ORDER BY 1";
    const WAITS: &str = "SELECT DISTINCT what FROM (
           SELECT 'item ' || id || ' ' || author_id || ' 0' AS what FROM seen_held
           UNION ALL SELECT CASE WHEN reason = 'worried' THEN 'worry ' WHEN item_id IS NULL THEN 'person ' ELSE 'item ' END
                  || coalesce(item_id, 0) || ' 1 0' FROM seen_report WHERE closed_at IS NULL
           UNION ALL SELECT CASE WHEN action = 'help' THEN 'help ' || coalesce(item_id, 0) || ' 1 ' || id
                  WHEN item_id IS NULL THEN 'words 0 1 ' || id ELSE 'item ' || item_id || ' 1 0' END
             FROM seen_watch_case WHERE closed_at IS NULL) ORDER BY 1";

    #[tokio::test]
    async fn a_case_is_open_exactly_as_long_as_something_waits_whatever_happens() {
        let (_folder, db, _) = house().await;
        let owner = Viewer::account(AccountId(9), Role::Owner, Duties::NONE, "test".into());
        let mut seed: u64 = 7;
        let mut dice = |sides: u64| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (seed >> 33) % sides
        };
        for step in 0..400_u64 {
            let (item, reason) = (1 + dice(2), ["rude", "threat", "worried"][dice(3) as usize]);
            let sql = match dice(10) {
                0 => format!(
                    "INSERT INTO report (item_id, reporter_id, reason, made_at) VALUES ({item}, 2, '{reason}', {step})"
                ),
                1 => format!(
                    "INSERT INTO report (account_id, reporter_id, reason, made_at) VALUES (1, 2, '{reason}', {step})"
                ),
                2 => format!("UPDATE item SET state = 'held' WHERE id = {item}"),
                3 => format!("UPDATE item SET state = 'shown' WHERE id = {item} AND state = 'held'"),
                4 => format!("UPDATE item SET state = 'removed', removed_by = 1 WHERE id = {item}"),
                5 => format!(
                    "UPDATE report SET closed_at = {step}, closed_by = 3, outcome = 'kept' WHERE reason = '{reason}' AND closed_at IS NULL"
                ),
                6 => format!(
                    "INSERT INTO watch_case (item_id, account_id, surface, action, severity, made_at) VALUES ({item}, 1, 'post', 'flag', 1, {step})"
                ),
                7 => format!(
                    "INSERT INTO watch_case (item_id, account_id, surface, action, severity, made_at) VALUES ({item}, 1, 'post', 'help', 3, {step})"
                ),
                8 => format!(
                    "INSERT INTO watch_case (account_id, surface, action, severity, made_at) VALUES (1, 'post', 'block', 2, {step})"
                ),
                _ => format!(
                    "UPDATE watch_case SET closed_at = {step}, closed_by = 3 WHERE closed_at IS NULL AND id % 3 = {}",
                    dice(3)
                ),
            };
            run(&db, sql.clone()).await;
            assert_eq!(rows(&db, &owner, OPEN).await, rows(&db, &owner, WAITS).await, "step {step}: {sql}");
        }
        let stray = "SELECT 'stray' FROM seen_case_group AS g JOIN seen_case AS c ON c.id = g.case_id
             WHERE c.closed_at IS NOT NULL OR c.rank <> g.rank";
        assert!(rows(&db, &staff(3, &[Duty::Moderate, Duty::Safeguard]), stray).await.is_empty());
        db.close();
    }

    #[tokio::test]
    async fn a_decision_closes_what_is_open_and_where_nothing_is_open_it_makes_a_closed_case() {
        let (_folder, db, _) = house().await;
        let fox = staff(3, &[Duty::Moderate]);
        run(
            &db,
            "INSERT INTO report (item_id, reporter_id, reason, made_at) VALUES (1, 2, 'rude', 5)".into(),
        )
        .await;
        for item in [1, 2] {
            run(&db, format!("INSERT INTO decision (item_id, about_id, kind, reason, decided_by, made_at) VALUES ({item}, 1, 'remove', 'rude', 3, 9)")).await;
        }
        let closed = "SELECT item_id || ' ' || origins || ' ' || outcome || ' ' || closed_by FROM seen_case WHERE closed_at = 9 ORDER BY 1";
        assert_eq!(rows(&db, &fox, closed).await, ["1 1 remove 3", "2 8 remove 3"]);
        db.close();
    }

    #[tokio::test]
    async fn worry_is_for_safeguard_first_and_for_the_other_duty_when_it_is_overdue() {
        let (_folder, db, hand) = house().await;
        let (desk, guard) = (staff(3, &[Duty::Moderate]), staff(4, &[Duty::Safeguard]));
        run(
            &db,
            "INSERT INTO report (account_id, reporter_id, reason, made_at) VALUES (1, 2, 'worried', 1000000)"
                .into(),
        )
        .await;
        run(
            &db,
            "INSERT INTO report (item_id, reporter_id, reason, made_at) VALUES (2, 2, 'rude', 1000000)"
                .into(),
        )
        .await;
        let seen = "SELECT sort FROM seen_case ORDER BY 1";
        let notes = "SELECT reason FROM seen_report ORDER BY 1";
        assert_eq!(rows(&db, &desk, seen).await, ["item"]);
        assert_eq!(rows(&db, &desk, notes).await, ["rude"]);
        assert_eq!(rows(&db, &guard, seen).await, ["worry"]);
        assert_eq!(rows(&db, &guard, notes).await, ["worried"]);
        assert!(rows(&db, &staff(4, &[Duty::Accounts]), seen).await.is_empty());
        hand.fetch_add(60 * 60 * 1000, std::sync::atomic::Ordering::SeqCst);
        assert_eq!(rows(&db, &desk, seen).await, ["item", "worry"]);
        assert_eq!(rows(&db, &guard, seen).await, ["worry"], "what is not urgent has three days");
        hand.fetch_add(71 * 60 * 60 * 1000, std::sync::atomic::Ordering::SeqCst);
        assert_eq!(rows(&db, &guard, seen).await, ["item", "worry"]);
        db.close();
    }

    #[tokio::test]
    async fn a_case_stands_in_the_groups_of_its_thing_for_who_leads_them() {
        let (_folder, db, _) = house().await;
        let (fox, hare) = (staff(3, &[Duty::Moderate]), staff(4, &[Duty::Moderate]));
        for item in [1, 2] {
            run(
                &db,
                format!(
                    "INSERT INTO report (item_id, reporter_id, reason, made_at) VALUES ({item}, 2, 'rude', 5)"
                ),
            )
            .await;
        }
        run(
            &db,
            "INSERT INTO report (account_id, reporter_id, reason, made_at) VALUES (1, 2, 'rude', 5)".into(),
        )
        .await;
        let mine = "SELECT c.sort || ' ' || coalesce(c.item_id, 0) FROM seen_case_group AS g JOIN seen_case AS c ON c.id = g.case_id ORDER BY 1";
        assert_eq!(rows(&db, &fox, mine).await, ["item 1", "person 0"]);
        assert!(rows(&db, &hare, mine).await.is_empty());
        // Its author lets fewer see it: it is no more in the group.
        run(&db, "DELETE FROM item_to WHERE item_id = 1".into()).await;
        assert_eq!(rows(&db, &fox, mine).await, ["person 0"]);
        run(&db, "INSERT INTO item_to (item_id, kind, target_id) VALUES (2, 'group', 5)".into()).await;
        assert_eq!(rows(&db, &fox, mine).await, ["item 2", "person 0"]);
        db.close();
    }

    #[tokio::test]
    async fn who_looks_is_seen_until_the_shown_time_or_the_box_moves_on() {
        let (_folder, db, hand) = house().await;
        let (fox, hare) = (staff(3, &[Duty::Moderate]), staff(4, &[Duty::Moderate]));
        run(
            &db,
            "INSERT INTO report (item_id, reporter_id, reason, made_at) VALUES (1, 2, 'rude', 5)".into(),
        )
        .await;
        let looks = |viewer: Viewer| {
            let db = &db;
            async move { db.write(&viewer, Act::ClaimCase, |change| claim(change, 1)).await }
        };
        let looker = || async {
            let found = db.read(&hare, |look| find(look, Find::Item(ItemId(1)))).await.expect("a look");
            found.expect("it is open").looker.map(|looker| looker.0)
        };
        assert_eq!(looker().await, None);
        looks(fox.clone()).await.expect("nobody looks");
        assert_eq!(looker().await, Some(3));
        assert!(matches!(looks(hare.clone()).await, Err(Error::Forbidden)));
        looks(fox.clone()).await.expect("she goes on looking");
        // A clock that is set ends it, forwards and backwards.
        for jump in [limits::CLAIM_MS, -2 * limits::CLAIM_MS] {
            hand.fetch_add(jump, std::sync::atomic::Ordering::SeqCst);
            assert_eq!(looker().await, None);
            hand.fetch_sub(jump, std::sync::atomic::Ordering::SeqCst);
            assert_eq!(looker().await, Some(3));
        }
        // So does the next start of the box.
        run(&db, "INSERT INTO boot (started_at, time_trust, version) VALUES (0, 'none', 'x')".into()).await;
        assert_eq!(looker().await, None);
        looks(hare.clone()).await.expect("nobody looks any more");
        assert_eq!(looker().await, Some(4));
        db.close();
    }

    #[tokio::test]
    async fn what_is_opened_by_hand_joins_and_is_due_by_the_rules_of_the_house() {
        let (_folder, db, _) = house().await;
        run(&db, "INSERT INTO rule (name, value) VALUES ('due_other_h', '8')".into()).await;
        let cause = |refers, severity| Cause {
            sort: CaseSort::Appeal,
            item: Some(ItemId(1)),
            account: AccountId(1),
            refers: Some(refers),
            duty: Duty::Moderate,
            origin: Origin::Appeal,
            severity,
        };
        for cause in [cause(7, 1), cause(7, 2), cause(8, 1)] {
            let opens = move |change: &mut Change<'_>| open(change, &cause);
            db.write(&staff(3, &[Duty::Moderate]), Act::CloseReport, opens).await.expect("it is opened");
        }
        let seen = "SELECT ref || ' ' || severity || ' ' || origins || ' ' || ((due_at - opened_at) / 3600000) FROM seen_case ORDER BY 1";
        assert_eq!(rows(&db, &staff(4, &[Duty::Moderate]), seen).await, ["7 2 16 8", "8 1 16 8"]);
        db.close();
    }

    #[tokio::test]
    async fn what_is_left_of_an_old_case_goes_after_its_reports_and_not_while_something_holds_it() {
        let (_folder, db, _) = house().await;
        let old =
            || async { rows(&db, &Viewer::the_box(), "SELECT CAST(id AS TEXT) FROM seen_old_shell").await };
        run(
            &db,
            "INSERT INTO report (account_id, reporter_id, reason, made_at) VALUES (1, 2, 'rude', 5)".into(),
        )
        .await;
        run(&db, "UPDATE report SET closed_at = 1700000000000, closed_by = 3, outcome = 'kept'".into()).await;
        assert!(old().await.is_empty(), "its report is there");
        run(&db, "DELETE FROM report".into()).await;
        assert_eq!(old().await, ["1"]);
        run(
            &db,
            "INSERT INTO legal_hold (account_id, reason, begun_by, begun_at, review_at) VALUES (1, 'The court asks', 3, 0, 0)"
                .into(),
        )
        .await;
        assert!(old().await.is_empty(), "the court asks for it");
        db.close();
    }
}
