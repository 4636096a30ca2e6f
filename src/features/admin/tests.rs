//! Making many at once, all or nobody; and groups that two members of staff change at once.

use super::*;
use crate::base::{Act, Clock, Duty, Error, limits};
use crate::db::{Db, Viewer};
use std::collections::HashSet;

fn open() -> (tempfile::TempDir, Db) {
    let folder = tempfile::tempdir().unwrap();
    let db = Db::open(&folder.path().join("test.db"), 2, Clock::real(), |_, _| ()).unwrap();
    (folder, db)
}

/// Staff who keep accounts and nothing else. Their number is that of no row.
fn hal() -> Viewer {
    Viewer::account(AccountId(9_999), Role::Staff, [Duty::Accounts].into_iter().collect(), "test".into())
}

fn settled(pasted: &str) -> List {
    let mut list = list::read(pasted);
    list::settle(&mut list, &HashSet::new());
    list
}

async fn make(db: &Db, viewer: &Viewer, list: List, groups: &[&str]) -> Result<()> {
    let hashes = vec!["hash".to_owned(); list.lines.len()];
    let groups: Vec<String> = groups.iter().map(|name| (*name).to_owned()).collect();
    let write =
        move |change: &mut Change<'_>| add_list(change, &list, Role::Member, &hashes, &groups, "class");
    db.write(viewer, Act::AddAccounts, write).await
}

async fn usernames(db: &Db) -> Vec<String> {
    let all = db.read(&hal(), |look| accounts::by_username(look, "", 100)).await.unwrap();
    all.into_iter().map(|each| each.username).collect()
}

#[tokio::test]
async fn a_list_makes_everybody_and_the_groups_that_were_ticked() {
    let (_folder, db) = open();
    make(&db, &hal(), settled("Ana Berg,, 5B; Chess\nTom Bauer,, 5b"), &["5B"]).await.unwrap();
    assert_eq!(usernames(&db).await, ["ana.berg", "tom.bauer"]);
    let (groups, ana, tom) = db
        .read(&hal(), |look| {
            let (ana, tom) = (
                accounts::find_by_username(look, "ana.berg")?,
                accounts::find_by_username(look, "tom.bauer")?,
            );
            Ok((store::groups(look)?, store::groups_of(look, ana.id)?, store::groups_of(look, tom.id)?))
        })
        .await
        .unwrap();
    assert_eq!(groups.iter().map(|group| group.name.as_str()).collect::<Vec<_>>(), ["5B"], "not Chess");
    assert_eq!((ana, tom), (vec![groups[0].id], vec![groups[0].id]));
}

#[tokio::test]
async fn a_list_with_one_name_that_was_taken_meanwhile_makes_nobody() {
    let (_folder, db) = open();
    make(&db, &hal(), settled("Tom Bauer"), &[]).await.unwrap();
    let done = make(&db, &hal(), settled("Ana Berg,,5B\nTom Bauer\nZoe Martin"), &["5B"]).await;
    assert!(matches!(done, Err(Error::Invalid(_))), "{done:?}");
    assert_eq!(usernames(&db).await, ["tom.bauer"]);
    assert!(db.read(&hal(), store::groups).await.unwrap().is_empty(), "the group neither");
}

#[tokio::test]
async fn who_does_not_keep_accounts_makes_nobody() {
    let (_folder, db) = open();
    let fox =
        Viewer::account(AccountId(9_999), Role::Staff, [Duty::Moderate].into_iter().collect(), "test".into());
    let done = make(&db, &fox, settled("Ana Berg"), &[]).await;
    assert!(matches!(done, Err(Error::Forbidden)), "{done:?}");
    assert!(usernames(&db).await.is_empty());
}

#[tokio::test]
async fn a_whole_list_is_one_entry_in_the_record() {
    let (_folder, db) = open();
    make(&db, &hal(), settled(&"Ana Berg\n".repeat(limits::PASTED_PEOPLE_MAX)), &[]).await.unwrap();
    let entries = db
        .read(&Viewer::the_box(), |look| {
            look.list("SELECT act, item, reason FROM seen_audit ORDER BY seq", [], |row| {
                Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?, row.get::<_, String>(2)?))
            })
        })
        .await
        .unwrap();
    assert_eq!(entries, [("account.add_many".to_owned(), 1, "1000 accounts from 1 on".to_owned())]);
}

#[tokio::test]
async fn a_form_changes_only_the_groups_that_were_ticked_or_unticked() {
    let (_folder, db) = open();
    make(&db, &hal(), settled("Ana Berg,, A; B\nTom Bauer,, C"), &["A", "B", "C"]).await.unwrap();
    let ana = AccountId(1);
    // While the page lay open with A and B ticked, somebody put Ana into C.
    let put = move |change: &mut Change<'_>| groups::put_in(change, GroupId(3), ana);
    db.write(&hal(), Act::AddMember, put).await.unwrap();
    let (was, now) = (HashSet::from([GroupId(1), GroupId(2)]), HashSet::from([GroupId(1)]));
    db.write(&hal(), Act::EditAccount, move |change| set_groups(change, ana, &was, &now)).await.unwrap();
    let is_in = db.read(&hal(), |look| store::groups_of(look, ana)).await.unwrap();
    assert_eq!(is_in, [GroupId(1), GroupId(3)]);
}
