//! What staff see of talk and of posts for few must not cost more where more was said.

use super::{Target, albums_store, posts_store, talk_store};
use crate::base::{AccountId, Act, Clock, Duties, ItemId, Result, Role, Rules};
use crate::db::{Change, Db, Snapshot, Viewer, params, steps};
use crate::features::chat::{self, Span};
use crate::features::moderation::ReadingReason;

const MIA: i64 = 2;
const TOM: i64 = 3;
const FOX: i64 = 5;
const FEW: i64 = 500;
const MANY: i64 = 10_000;

fn fox() -> Viewer {
    Viewer::account(AccountId(FOX), Role::Staff, Duties::parse("moderate,safeguard,audit"), "test".into())
}

/// One after another, from a number on.
const NUMBERS: &str =
    "WITH RECURSIVE n (i) AS (SELECT ?1 + 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?1 + ?2)";

/// A conversation of Mia and Tom with so many messages; one in its middle was reported. Its id and that one.
fn talk(change: &mut Change<'_>, first: i64, count: i64) -> Result<(ItemId, ItemId)> {
    let item = "INSERT INTO item (kind, author_id, audience, state, made_at) VALUES ('conversation', 2, 'people', 'shown', 0)";
    let talk = change.insert(item, [])?;
    change.run(
        "INSERT INTO conversation (id, sort, name, last) VALUES (?1, 'many', 'Talk', ?2)",
        [talk, first + count],
    )?;
    for person in [MIA, TOM] {
        let seat =
            "INSERT INTO participant (conversation_id, account_id, since, read) VALUES (?1, ?2, 0, ?3)";
        change.run(seat, [talk, person, first + count])?;
    }
    let items = "INSERT INTO item (id, kind, author_id, parent_id, state, made_at)
                 SELECT 1000000 + i, 'message', 2 + i % 2, ?3, 'shown', i FROM n";
    change.run(&format!("{NUMBERS} {items}"), [first, count, talk])?;
    let messages =
        "INSERT INTO message (id, conversation_id, author_id, place, changed, seen, arrived_at, body)
                    SELECT 1000000 + i, ?3, 2 + i % 2, i, i, 1, i, 'a heron' FROM n";
    change.run(&format!("{NUMBERS} {messages}"), [first, count, talk])?;
    let middle = 1_000_000 + first + count / 2;
    let report =
        "INSERT INTO report (item_id, reporter_id, reason, made_at, at_place) VALUES (?1, 3, 'rude', 0, ?2)";
    change.run(report, params![middle, first + count / 2])?;
    change.run(report, params![talk, first + count / 2])?;
    Ok((ItemId(talk), ItemId(middle)))
}

/// So many posts for contacts, each with a comment.
fn posts(change: &mut Change<'_>, author: i64, first: i64, count: i64) -> Result<()> {
    for sql in [
        "INSERT INTO item (id, kind, author_id, audience, state, made_at) SELECT i, 'post', ?3, 'contacts', 'shown', i FROM n",
        "INSERT INTO post (id, body) SELECT i, 'a heron' FROM n WHERE ?3 > 0",
        "INSERT INTO item (id, kind, author_id, parent_id, state, made_at)
         SELECT 100000 + i, 'comment', ?3, i, 'shown', i FROM n",
        "INSERT INTO comment (id, body) SELECT 100000 + i, 'a heron' FROM n WHERE ?3 > 0",
    ] {
        change.run(&format!("{NUMBERS} {sql}"), [first, count, author])?;
    }
    Ok(())
}

/// An album for contacts of so many photos, each with a comment.
fn album(change: &mut Change<'_>, author: i64, first: i64, count: i64) -> Result<()> {
    let item = "INSERT INTO item (kind, author_id, audience, state, made_at) VALUES ('album', ?1, 'contacts', 'shown', 0)";
    let album = change.insert(item, [author])?;
    change.run("INSERT INTO album (id, title) VALUES (?1, 'Trip')", [album])?;
    for sql in [
        "INSERT INTO item (id, kind, author_id, parent_id, state, made_at)
         SELECT 2000000 + i, 'photo', ?3, ?4, 'shown', i FROM n",
        "INSERT INTO photo (id, parent_id, place, name, width, height, bytes)
         SELECT 2000000 + i, ?4, i, printf('%064d', i), 1, 1, 1 FROM n WHERE ?3 > 0",
        "INSERT INTO item (id, kind, author_id, parent_id, state, made_at)
         SELECT 3000000 + i, 'comment', ?3, 2000000 + i, 'shown', i FROM n WHERE ?4 > 0",
        "INSERT INTO comment (id, body) SELECT 3000000 + i, 'a heron' FROM n WHERE ?3 > 0 AND ?4 > 0",
    ] {
        change.run(&format!("{NUMBERS} {sql}"), [first, count, author, album])?;
    }
    Ok(())
}

/// What each costs that staff ask of a conversation and of posts, in steps of the engine.
fn costs(
    look: &Snapshot<'_>,
    (talk, middle): (ItemId, ItemId),
    posts_of: i64,
    reading: i64,
) -> Result<Vec<(&'static str, i64)>> {
    let mut costs = Vec::new();
    let mut ask = |what, asked: &mut dyn FnMut() -> Result<usize>| {
        let before = steps();
        assert!(asked()? > 0, "{what} finds nothing");
        costs.push((what, steps() - before));
        Ok::<_, crate::base::Error>(())
    };
    let place = middle.0 - 1_000_000;
    ask("a case: before", &mut || {
        Ok(chat::overseen_in(look, &chat::BY_STAFF, talk, Span::UpTo(place), 11)?.len())
    })?;
    ask("a case: after", &mut || {
        Ok(chat::overseen_in(look, &chat::BY_STAFF, talk, Span::After(place), 10)?.len())
    })?;
    ask("where a case stands", &mut || Ok(usize::from(chat::talk_in_case(look, middle)?.is_some())))?;
    ask("a page of private talk", &mut || Ok(talk_store::messages(look, talk, Span::UpTo(i64::MAX))?.len()))?;
    ask("a page from its middle", &mut || Ok(talk_store::messages(look, talk, Span::After(place))?.len()))?;
    ask("a page of posts", &mut || Ok(posts_store::posts(look, posts_of, i64::MAX, 20)?.len()))?;
    let newest = posts_store::posts(look, posts_of, i64::MAX, 1)?[0].id;
    ask("one post", &mut || Ok(usize::from(posts_store::post(look, posts_of, newest)?.id == newest)))?;
    ask("its comments", &mut || Ok(posts_store::comments(look, posts_of, newest, 0)?.len()))?;
    ask("what it is", &mut || Ok(usize::from(posts_store::kind(look, posts_of, newest)?.is_some())))?;
    ask("a page of albums", &mut || Ok(albums_store::albums(look, posts_of, i64::MAX, 20)?.len()))?;
    let album = albums_store::albums(look, posts_of, i64::MAX, 1)?[0].id;
    ask("an album's photos", &mut || Ok(albums_store::photos(look, posts_of, album, 0, 20)?.len()))?;
    let photo = albums_store::photos(look, posts_of, album, 0, 1)?[0].id;
    ask("one photo", &mut || Ok(usize::from(albums_store::photo(look, posts_of, photo)?.0.id == photo)))?;
    ask("its comments", &mut || Ok(albums_store::comments(look, posts_of, photo, 0, 20)?.len()))?;
    ask("its file", &mut || Ok(usize::from(posts_store::photo(look, posts_of, photo)?.is_some())))?;
    ask("is it a message", &mut || Ok(usize::from(talk_store::is_message(look, talk, middle)?)))?;
    ask("the Reading", &mut || Ok(usize::from(super::store::find(look, reading)?.alive)))?;
    Ok(costs)
}

#[tokio::test]
async fn what_staff_see_costs_no_more_where_more_was_said() {
    let folder = tempfile::tempdir().unwrap();
    let db = Db::open(&folder.path().join("courtyard.db"), 1, Clock::real(), |_, _| ()).unwrap();
    let the_box = Viewer::the_box();
    let made = |change: &mut Change<'_>| {
        for id in [1, MIA, TOM, 4, FOX] {
            let role = if id == 1 {
                "owner"
            } else if id == FOX {
                "staff"
            } else {
                "member"
            };
            let sql = "INSERT INTO account (id, username, shown_name, role, made_at) VALUES (?1, 'p' || ?1, 'P', ?2, 0)";
            change.run(sql, params![id, role])?;
        }
        posts(change, MIA, 10, 100)?;
        posts(change, TOM, 1_000, 5_000)?;
        album(change, MIA, 10, 100)?;
        album(change, TOM, 1_000, 5_000)?;
        Ok([talk(change, 1_000, FEW)?, talk(change, 100_000, MANY)?])
    };
    let [few, many] = db.write(&the_box, Act::NoteArchive, made).await.unwrap();
    let opens = |target| {
        let open = move |change: &mut Change<'_>| {
            super::open(change, &Rules::default(), target, ReadingReason::Safety, "long enough")
        };
        let fox = fox();
        let db = &db;
        async move { db.write(&fox, Act::OpenReading, open).await.unwrap() }
    };
    let short = (opens(Target::Case(few.1)).await, opens(Target::Posts(AccountId(MIA))).await);
    let long = (opens(Target::Case(many.1)).await, opens(Target::Posts(AccountId(TOM))).await);
    let [short, long] = db
        .read(&fox(), |look| Ok([costs(look, few, short.1, short.0)?, costs(look, many, long.1, long.0)?]))
        .await
        .unwrap();
    let grown: Vec<_> =
        short.iter().zip(&long).filter(|(short, long)| long.1 > short.1 + short.1 / 10 + 200).collect();
    assert!(grown.is_empty(), "these cost more where more was said: {grown:#?}");
    let most = long.iter().map(|(_, cost)| *cost).max();
    assert!(most.is_some_and(|most| most < 100_000), "{long:#?}");
    db.close();
}
