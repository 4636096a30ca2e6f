//! Sharing, aspects and blocks against a real database: what each person can and cannot do or learn.

use super::contacts_store::{self, Show};
use super::*;
use crate::base::{Clock, Duties, Role};
use crate::db::{Db, Viewer};
use crate::features::groups;

struct House {
    db: Db,
    _folder: tempfile::TempDir,
}

const PEOPLE: &[(&str, &str)] = &[("mia", "Mia Okafor"), ("tom", "Tom Bauer"), ("zoe", "zoe Ämter")];
const MIA: AccountId = AccountId(1);
const TOM: AccountId = AccountId(2);
const ZOE: AccountId = AccountId(3);

fn member(id: AccountId) -> Viewer {
    Viewer::account(id, Role::Member, Duties::NONE, "test".into())
}

fn owner() -> Viewer {
    Viewer::account(ZOE, Role::Owner, Duties::all(), "test".into())
}

impl House {
    async fn new() -> House {
        let folder = tempfile::tempdir().unwrap();
        let db = Db::open(&folder.path().join("courtyard.db"), 2, Clock::real(), |_, _| ()).unwrap();
        let house = House { db, _folder: folder };
        for (username, name) in PEOPLE {
            let made = move |change: &mut Change<'_>| {
                change.run(
                    "INSERT INTO account (username, shown_name, role, made_at) VALUES (?1, ?2, 'member', 0)",
                    [username, name],
                )
            };
            house.does(MIA, made).await.unwrap();
        }
        house
    }

    async fn does<T: Send + 'static>(
        &self,
        who: AccountId,
        change: impl FnOnce(&mut Change<'_>) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        self.db.write(&member(who), Act::AddContact, change).await
    }

    async fn sees<T>(&self, who: AccountId, look: impl FnOnce(&Snapshot<'_>) -> Result<T>) -> T {
        self.db.read(&member(who), look).await.unwrap()
    }

    async fn notices(&self, who: AccountId) -> i64 {
        self.sees(who, |look| {
            look.number("SELECT count(id) FROM seen_notice WHERE kind = 'contact' AND actor_id > 0", [])
        })
        .await
    }

    async fn shares(&self, who: AccountId, username: &'static str) -> Result<bool> {
        self.does(who, move |change| share(change, username, &[])).await
    }
}

fn names(listed: &Listed) -> Vec<&str> {
    listed.0.iter().map(|person| person.username.as_str()).collect()
}

#[tokio::test]
async fn sharing_tells_the_other_once_and_is_seen_from_both_sides() {
    let house = House::new().await;
    assert!(house.shares(MIA, "tom").await.unwrap(), "new");
    assert!(!house.shares(MIA, "tom").await.unwrap(), "not new any more");
    assert_eq!(house.notices(TOM).await, 1);
    let theirs = house.sees(TOM, |look| find(look, "mia")).await;
    assert!(theirs.they_share && !theirs.i_share);
    let sharing = house.sees(TOM, |look| contacts_store::page(look, Show::OnlyTheirs, "", None)).await;
    assert_eq!(names(&sharing), ["mia"]);
    house.does(MIA, |change| unshare(change, "tom")).await.unwrap();
    assert!(!house.sees(TOM, |look| find(look, "mia")).await.they_share);
    house.shares(MIA, "tom").await.unwrap();
    assert_eq!(house.notices(TOM).await, 1, "an unread notice is not said twice");
}

#[tokio::test]
async fn a_block_ends_all_sharing_and_tells_nobody_who_made_it() {
    let house = House::new().await;
    house.shares(MIA, "tom").await.unwrap();
    house.shares(TOM, "mia").await.unwrap();
    let friends = house.does(TOM, |change| add_aspect(change, "Friends")).await.unwrap();
    house.does(TOM, move |change| share(change, "mia", &[friends])).await.unwrap();
    house.does(MIA, |change| block(change, "tom")).await.unwrap();
    let (mia, tom) =
        (house.sees(MIA, |look| find(look, "tom")).await, house.sees(TOM, |look| find(look, "mia")).await);
    assert!(!mia.i_share && !mia.they_share && !tom.i_share && !tom.they_share);
    assert_eq!(house.sees(TOM, aspects).await[0].people, 0, "out of the aspects, too");

    // Tom adds Mia again: it works as with anybody, and Mia hears and sees nothing of it.
    let before = house.notices(MIA).await;
    assert!(house.shares(TOM, "mia").await.unwrap());
    assert_eq!(house.notices(MIA).await, before);
    assert!(!house.sees(MIA, |look| find(look, "tom")).await.they_share);
    assert!(
        names(&house.sees(MIA, |look| contacts_store::page(look, Show::OnlyTheirs, "", None)).await)
            .is_empty()
    );
    // Mia knows whom she blocked, so she is told.
    assert!(matches!(house.shares(MIA, "tom").await, Err(Error::Forbidden)));
    let profile = house.sees(TOM, |look| profile(look, "mia")).await;
    assert!(!profile.blocked, "Tom's page says nothing of it");
}

#[tokio::test]
async fn an_aspect_is_nobody_elses() {
    let house = House::new().await;
    let friends = house.does(MIA, |change| add_aspect(change, "Friends")).await.unwrap();
    let not_found = |answer: Result<()>| assert!(matches!(answer, Err(Error::NotFound)));
    not_found(house.does(TOM, move |change| rename_aspect(change, friends, "Mine")).await);
    not_found(house.does(TOM, move |change| remove_aspect(change, friends)).await);
    not_found(house.does(TOM, move |change| move_aspect(change, friends, true)).await);
    not_found(house.does(TOM, move |change| fill_aspect(change, friends, &[ZOE], &[ZOE])).await);
    not_found(house.does(TOM, move |change| share(change, "zoe", &[friends]).map(|_| ())).await);
    let listed = house.sees(TOM, |look| page(look, With::Aspect(friends), "", None)).await;
    assert!(names(&listed).is_empty());
    // And a stranger to one's contacts cannot be in it.
    house.does(MIA, move |change| fill_aspect(change, friends, &[TOM], &[TOM])).await.unwrap();
    assert_eq!(house.sees(MIA, aspects).await[0].people, 0);
    house.shares(MIA, "tom").await.unwrap();
    house.does(MIA, move |change| fill_aspect(change, friends, &[TOM], &[TOM])).await.unwrap();
    assert_eq!(house.sees(MIA, aspects).await[0].people, 1);
}

#[tokio::test]
async fn aspects_keep_the_order_one_gave_them_and_have_one_name_each() {
    let house = House::new().await;
    let mut ids = Vec::new();
    for name in ["A", "B", "C"] {
        ids.push(house.does(MIA, move |change| add_aspect(change, name)).await.unwrap());
    }
    let last = ids[2];
    house.does(MIA, move |change| move_aspect(change, last, true)).await.unwrap();
    let order: Vec<String> = house.sees(MIA, aspects).await.into_iter().map(|aspect| aspect.name).collect();
    assert_eq!(order, ["A", "C", "B"]);
    let again = house.does(MIA, |change| add_aspect(change, "A")).await;
    assert!(matches!(again, Err(Error::Invalid(problems)) if problems == [("name", Problem::Taken)]));
    assert!(house.does(TOM, |change| add_aspect(change, "A")).await.is_ok(), "Tom's A is another");
}

#[tokio::test]
async fn people_are_found_by_the_beginning_of_either_name_and_no_list_scans() {
    let house = House::new().await;
    for (typed, found) in [
        ("", &["mia", "tom", "zoe"][..]),
        ("MI", &["mia"]),
        ("zoe ä", &["zoe"]),
        ("to", &["tom"]),
        ("a", &[]),
    ] {
        let listed = house.sees(MIA, |look| page(look, With::Everybody, typed, None)).await;
        assert_eq!(names(&listed), found, "{typed}");
    }
    let after = house.sees(MIA, |look| page(look, With::Everybody, "", Some(MIA))).await;
    assert_eq!(names(&after), ["tom", "zoe"], "capitals and small letters are one order");
    for with in [With::Everybody, With::Aspect(AspectId(1))] {
        for typed in ["", "tom"] {
            let plan = house.sees(MIA, |look| store::page_plan(look, with, typed)).await;
            let scans: Vec<&String> = plan.iter().filter(|line| line.starts_with("SCAN account")).collect();
            assert!(scans.is_empty(), "{with:?} {typed:?}: {plan:#?}");
        }
    }
}

#[tokio::test]
async fn only_staff_who_keep_accounts_put_people_in_a_group() {
    let house = House::new().await;
    let draft = groups::Draft::of("Class 5B", Some(groups::GroupKind::Class), "");
    let sent = draft.clone();
    assert!(matches!(house.does(MIA, move |change| groups::add(change, &sent)).await, Err(Error::NotFound)));
    let sent = draft.clone();
    let class =
        house.db.write(&owner(), Act::AddGroup, move |change| groups::add(change, &sent)).await.unwrap();
    let again = groups::Draft { name: "class 5b".into(), ..draft };
    let again = house.db.write(&owner(), Act::AddGroup, move |change| groups::add(change, &again)).await;
    assert!(matches!(again, Err(Error::Invalid(problems)) if problems == [("name", Problem::Taken)]));

    let staff = owner();
    let pasted = |list: &'static str| {
        house.db.write(&staff, Act::AddMember, move |change| groups::add_people(change, class, &[MIA], list))
    };
    let wrong = pasted("tom\nnobody").await;
    assert!(
        matches!(wrong, Err(Error::Invalid(problems)) if problems == [("usernames", Problem::BadLine { line: 2 })])
    );
    assert_eq!(pasted("@tom\n").await.unwrap(), 2);
    assert_eq!(pasted("tom").await.unwrap(), 0, "both are in already");
    let told = "SELECT count(id) FROM seen_notice WHERE kind = 'group' AND group_id > 0";
    assert_eq!(house.sees(TOM, |look| look.number(told, [])).await, 1);
    let put = house.does(MIA, move |change| groups::add_people(change, class, &[TOM], "")).await;
    assert!(matches!(put, Err(Error::NotFound)));
    let seen = house.db.read(&member(ZOE), |look| groups::find(look, class)).await;
    assert!(matches!(seen, Err(Error::NotFound)), "who is not in it does not see it");
    assert_eq!(house.sees(TOM, |look| groups::find(look, class)).await.members, 2);
}
