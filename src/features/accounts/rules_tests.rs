//! Who may do what to whose account: a table of the rules of `supervision.md` §1.

use super::*;
use crate::base::{Act, Clock};
use crate::db::{Db, Viewer};

/// A house with an owner, staff of each sort and a member; ids in the order of [`PEOPLE`].
async fn house() -> (tempfile::TempDir, Db) {
    let folder = tempfile::tempdir().unwrap();
    let db = Db::open(&folder.path().join("test.db"), 2, Clock::real(), |_, _| ()).unwrap();
    for (username, role, duties) in PEOPLE {
        let new = NewAccount {
            username: (*username).to_owned(),
            shown_name: (*username).to_owned(),
            role: *role,
            duties: Duties::parse(duties),
        };
        db.write(&Viewer::the_box(), Act::AddAccount, move |change| add(change, &new, "hash", true))
            .await
            .unwrap();
    }
    (folder, db)
}

const PEOPLE: &[(&str, Role, &str)] = &[
    ("olga", Role::Owner, ""),
    ("sam", Role::Staff, "moderate,accounts"),
    ("fay", Role::Staff, "moderate,safeguard"),
    ("hal", Role::Staff, "accounts"),
    ("ada", Role::Staff, "audit"),
    ("mia", Role::Member, ""),
];

/// Renames, and grants a role and duties for the site, as the two forms of one page do.
fn edit(c: &mut Change<'_>, whom: AccountId, name: &str, role: Role, duties: Duties) -> Result<()> {
    rename(c, whom, name)?;
    grant(c, whom, &Grants { role: Some(role), site: duties, ..Grants::default() }, "because")
}

fn id(name: &str) -> AccountId {
    let place = PEOPLE.iter().position(|(username, ..)| *username == name).unwrap();
    AccountId(place as i64 + 1)
}

fn viewer(name: &str) -> Viewer {
    let (_, role, duties) = PEOPLE.iter().find(|(username, ..)| *username == name).unwrap();
    Viewer::account(id(name), *role, Duties::parse(duties), "test".into())
}

/// What became of an act, in one word.
fn word<T>(done: &Result<T>) -> &'static str {
    match done {
        Ok(_) => "done",
        Err(Error::Forbidden) => "no",
        Err(Error::NotFound) => "unseen",
        Err(error) => panic!("{error}"),
    }
}

#[tokio::test]
async fn nobody_acts_on_themselves_or_on_an_account_above_them() {
    // Who may suspend, reset and rename whom. Rows act, columns are acted on.
    let table = [
        ("olga", ["no", "done", "done", "done", "done", "done"]),
        ("sam", ["no", "no", "no", "done", "no", "done"]),
        ("fay", ["unseen", "unseen", "no", "unseen", "unseen", "unseen"]),
        ("hal", ["no", "no", "no", "no", "no", "done"]),
        ("ada", ["unseen", "unseen", "unseen", "unseen", "no", "unseen"]),
        ("mia", ["unseen", "unseen", "unseen", "unseen", "unseen", "no"]),
    ];
    for (actor, expected) in table {
        for ((target, role, duties), expected) in PEOPLE.iter().zip(expected) {
            let (_folder, db) = house().await;
            let (me, whom) = (viewer(actor), id(target));
            let stood = db.write(&me, Act::ChangeStanding, move |c| stand(c, whom, Standing::ReadOnly)).await;
            assert_eq!(word(&stood), expected, "{actor} makes {target} read-only");
            let set = db.write(&me, Act::ResetPassword, move |c| reset(c, whom, "new", true)).await;
            assert_eq!(word(&set), expected, "{actor} makes a slip for {target}");
            let (role, duties) = (*role, Duties::parse(duties));
            let named =
                db.write(&me, Act::EditAccount, move |c| edit(c, whom, "New Name", role, duties)).await;
            let keeps_accounts = me.holds(Duty::Accounts);
            let expected = if actor == *target && keeps_accounts { "done" } else { expected };
            assert_eq!(word(&named), expected, "{actor} renames {target}");
        }
    }
}

#[tokio::test]
async fn nobody_grants_a_duty_they_lack_or_changes_their_own() {
    let table = [
        ("sam", "mia", Role::Staff, "moderate,accounts", "done"),
        ("sam", "mia", Role::Staff, "moderate,safeguard", "no"),
        ("sam", "mia", Role::Staff, "audit", "no"),
        ("sam", "mia", Role::Owner, "", "no"),
        ("sam", "sam", Role::Staff, "moderate,accounts,safeguard", "no"),
        ("sam", "sam", Role::Staff, "accounts", "no"),
        ("sam", "sam", Role::Member, "", "no"),
        ("hal", "mia", Role::Staff, "moderate", "no"),
        ("hal", "mia", Role::Member, "moderate", "done"), // a member holds nothing: dropped
        ("hal", "fay", Role::Staff, "safeguard", "no"),
        ("sam", "hal", Role::Staff, "", "done"),
        ("olga", "mia", Role::Owner, "", "done"),
        ("olga", "olga", Role::Staff, "", "no"),
        ("fay", "mia", Role::Staff, "moderate", "unseen"),
    ];
    for (actor, target, role, duties, expected) in table {
        let (_folder, db) = house().await;
        let (whom, duties) = (id(target), Duties::parse(duties));
        let done =
            db.write(&viewer(actor), Act::EditAccount, move |c| edit(c, whom, "Name", role, duties)).await;
        assert_eq!(word(&done), expected, "{actor} makes {target} {role} with {duties:?}");
        let after = db.read(&Viewer::the_box(), |look| find(look, whom)).await.unwrap();
        assert!(after.role != Role::Member || after.duties.is_empty(), "a member with duties");
    }
}

#[tokio::test]
async fn making_an_account_needs_the_duty_and_every_duty_that_is_given() {
    let table = [
        ("hal", Role::Member, "", "done"),
        ("hal", Role::Staff, "", "done"),
        ("hal", Role::Staff, "moderate", "no"),
        ("sam", Role::Staff, "moderate,accounts", "done"),
        ("sam", Role::Owner, "", "no"),
        ("fay", Role::Member, "", "no"),
        ("mia", Role::Member, "", "no"),
        ("olga", Role::Owner, "", "done"),
    ];
    for (actor, role, duties, expected) in table {
        let (_folder, db) = house().await;
        let new = NewAccount {
            username: "new".into(),
            shown_name: "New".into(),
            role,
            duties: Duties::parse(duties),
        };
        let done = db.write(&viewer(actor), Act::AddAccount, move |c| add(c, &new, "hash", true)).await;
        assert_eq!(word(&done), expected, "{actor} makes a {role} with {duties}");
    }
}

#[tokio::test]
async fn the_last_owner_stays() {
    let (_folder, db) = house().await;
    let (the_box, olga) = (Viewer::the_box(), id("olga"));
    for standing in [Standing::ReadOnly, Standing::Suspended, Standing::Left] {
        let done = db.write(&the_box, Act::ChangeStanding, move |c| stand(c, olga, standing)).await;
        assert_eq!(word(&done), "no", "{standing}");
    }
    let demote = move |c: &mut Change<'_>| edit(c, olga, "Olga", Role::Staff, Duties::NONE);
    assert_eq!(word(&db.write(&the_box, Act::EditAccount, demote).await), "no");

    let mia = id("mia");
    let raise = move |c: &mut Change<'_>| edit(c, mia, "Mia", Role::Owner, Duties::NONE);
    db.write(&the_box, Act::EditAccount, raise).await.unwrap();
    assert_eq!(word(&db.write(&the_box, Act::EditAccount, demote).await), "done");
    let done = db.write(&the_box, Act::ChangeStanding, move |c| stand(c, mia, Standing::Left)).await;
    assert_eq!(word(&done), "no", "now Mia is the last one");
}

#[tokio::test]
async fn every_list_of_accounts_goes_down_an_index() {
    let (_folder, db) = house().await;
    let hal = viewer("hal");
    let names = |people: Vec<Known>| people.into_iter().map(|each| each.username).collect::<Vec<_>>();
    let found = db
        .read(&hal, |look| {
            Ok([
                names(by_prefix(look, "MI", "", 50)?),
                names(by_prefix(look, "a", "ada", 50)?),
                names(unused_slips(look, AccountId(4), 50)?),
                names(stopped(look, AccountId(0), 50)?),
                like(look, &["fa".into(), "mia".into(), "m".into()])?,
            ])
        })
        .await
        .unwrap();
    assert_eq!(found, [vec!["mia"], vec![], vec!["ada", "mia"], vec![], vec!["fay", "mia"]]);
    let unseen = db.read(&viewer("fay"), |look| by_prefix(look, "m", "", 50)).await.unwrap();
    assert!(unseen.is_empty(), "who keeps no accounts finds only themselves");
    let lists = store::lists();
    for (sql, bounds) in [
        (lists.by_username.as_str(), 2),
        (&lists.by_prefix, 6),
        (&lists.unused_slips, 2),
        (&lists.stopped, 2),
        (lists.like, 1),
    ] {
        let bounds = rusqlite::params_from_iter(vec![rusqlite::types::Value::Null; bounds]);
        let plan = db.read(&hal, |look| look.plan(sql, bounds)).await.unwrap();
        let scans: Vec<_> = plan.iter().filter(|step| scans_everybody(step)).collect();
        assert!(scans.is_empty(), "{sql}\n{plan:#?}");
    }
}

/// Walking a partial index of the few, or what was gathered before, is no scan of everybody.
fn scans_everybody(step: &str) -> bool {
    let small = ["credential_one_time", "account_stopped", "SCAN b ", "SCAN seen_unused_slip"];
    step.starts_with("SCAN") && !small.iter().any(|small| step.contains(small))
}
