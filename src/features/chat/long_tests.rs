//! A long conversation: what its pages, the list and a catching up cost must not grow with what was said in it.

use super::list::{self, Shelf};
use super::talk_store::{self, Which};
use super::{glance_store, list_store, store};
use crate::base::{AccountId, Act, Clock, Duties, ItemId, Result, Role, limits};
use crate::db::{Change, Db, Snapshot, Viewer, params, steps};

const MIA: i64 = 2;
const TOM: i64 = 3;
/// Came when nearly all was said.
const ANA: i64 = 4;
const MANY: i64 = 50_000;
const FEW: i64 = 500;

/// Two conversations of Mia and Tom, one with few and one with many messages; ids of both.
fn fill(change: &mut Change<'_>) -> Result<[ItemId; 2]> {
    for (id, role) in [(1, "owner"), (MIA, "member"), (TOM, "member"), (ANA, "member")] {
        let sql = "INSERT INTO account (id, username, shown_name, role, made_at) VALUES (?1, 'p' || ?1, 'P', ?2, 0)";
        change.run(sql, params![id, role])?;
    }
    let mut talks = Vec::new();
    for (first, count) in [(1_000, FEW), (10_000, MANY)] {
        let item = "INSERT INTO item (kind, author_id, audience, state, made_at) VALUES ('conversation', 2, 'people', 'shown', 0)";
        let talk = change.insert(item, [])?;
        change.run(
            "INSERT INTO conversation (id, sort, name, last) VALUES (?1, 'many', 'Talk', ?2)",
            [talk, first + count],
        )?;
        for person in [MIA, TOM] {
            let seat =
                "INSERT INTO participant (conversation_id, account_id, since, read) VALUES (?1, ?2, 0, ?3)";
            change.run(seat, [talk, person, first + count - 20])?;
        }
        let late =
            "INSERT INTO participant (conversation_id, account_id, since, read) VALUES (?1, ?2, ?3, ?3)";
        change.run(late, [talk, ANA, first + count - 3])?;
        let numbers =
            "WITH RECURSIVE n (i) AS (SELECT ?1 + 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?1 + ?2)";
        change.run(
            &format!(
                "{numbers} INSERT INTO item (id, kind, author_id, parent_id, state, made_at)
                      SELECT 1000000 + i, 'message', 2 + i % 2, ?3, 'shown', i FROM n"
            ),
            [first, count, talk],
        )?;
        change.run(
            &format!("{numbers} INSERT INTO message (id, conversation_id, author_id, place, changed, seen, arrived_at, body)
                      SELECT 1000000 + i, ?3, 2 + i % 2, i, i, 1, i, 'a heron' FROM n"),
            [first, count, talk],
        )?;
        talks.push(ItemId(talk));
    }
    change.run("UPDATE chat_count SET last = 100000", [])?;
    Ok([talks[0], talks[1]])
}

/// What the engine does, in its own steps, for each thing that pages and sockets ask of a conversation. Whoever came
/// late does not find everything.
fn costs(
    look: &Snapshot<'_>,
    talk: ItemId,
    last: i64,
    count: i64,
    finds: bool,
) -> Result<Vec<(&'static str, i64)>> {
    let page = limits::MESSAGES_PAGE;
    let newest = ItemId(1_000_000 + last);
    let mut costs = Vec::new();
    let mut ask = |what, asked: &mut dyn FnMut() -> Result<usize>| {
        let before = steps();
        let found = asked()?;
        assert!(found > 0 || !finds, "{what} finds nothing");
        costs.push((what, steps() - before));
        Ok::<_, crate::base::Error>(())
    };
    let middle = last - count / 2;
    ask("the newest page", &mut || Ok(talk_store::lines(look, talk, Which::Before(i64::MAX), page)?.len()))?;
    ask("a page before the middle", &mut || {
        Ok(talk_store::lines(look, talk, Which::Before(middle), page)?.len())
    })?;
    ask("a page after the middle", &mut || {
        Ok(talk_store::lines(look, talk, Which::After(middle), page)?.len())
    })?;
    ask("what came since", &mut || Ok(talk_store::lines(look, talk, Which::Since(last - 10), page)?.len()))?;
    ask("what went since", &mut || Ok(talk_store::gone_since(look, talk, last - 10, page)?.len() + 1))?;
    ask("is there more before", &mut || {
        Ok(usize::from(talk_store::is_more(look, talk, Which::Before(middle))?))
    })?;
    ask("is there more after", &mut || {
        Ok(usize::from(talk_store::is_more(look, talk, Which::After(middle))?))
    })?;
    ask("one message", &mut || Ok(usize::from(talk_store::line(look, newest)?.is_some())))?;
    ask("a glance", &mut || Ok(glance_store::glances(look, &[newest], &format!("[{newest}]"))?.len()))?;
    ask("where a message is", &mut || Ok(usize::from(talk_store::place_of(look, newest)?.is_some())))?;
    ask("the first of a day", &mut || {
        Ok(usize::from(talk_store::first_after(look, talk, middle)?.is_some()))
    })?;
    ask("what is not read", &mut || Ok(list_store::unread(look, &[talk])?.len()))?;
    ask("the last message", &mut || Ok(list_store::lasts(look, &[talk])?.len()))?;
    ask("the conversation", &mut || Ok(usize::from(store::find(look, talk)?.id == talk)))?;
    Ok(costs)
}

#[tokio::test]
async fn a_conversation_of_fifty_thousand_messages_costs_no_more_than_one_of_five_hundred() {
    let folder = tempfile::tempdir().unwrap();
    let db = Db::open(&folder.path().join("courtyard.db"), 1, Clock::real(), |_, _| ()).unwrap();
    let [few, many] = db.write(&Viewer::the_box(), Act::NoteArchive, fill).await.unwrap();
    let [mia, ana] =
        [MIA, ANA].map(|id| Viewer::account(AccountId(id), Role::Member, Duties::NONE, "test".into()));
    for (who, finds) in [(&mia, true), (&ana, false)] {
        let [short, long] = db
            .read(who, |look| {
                let short = costs(look, few, 1_000 + FEW, FEW, finds)?;
                Ok([short, costs(look, many, 10_000 + MANY, MANY, finds)?])
            })
            .await
            .unwrap();
        let grown: Vec<_> =
            short.iter().zip(&long).filter(|(short, long)| long.1 > short.1 + short.1 / 10 + 100).collect();
        assert!(grown.is_empty(), "these cost more where more was said: {grown:#?}");
        let most = long.iter().map(|(_, cost)| *cost).max();
        assert!(most.is_some_and(|most| most < 40_000), "{long:#?}");
    }
    let list = db
        .read(&mia, |look| {
            let before = steps();
            let entries = list::entries(look, Shelf::Open, None, limits::CHATS_PAGE)?;
            assert_eq!(entries.list.len(), 2);
            list_store::unread_in_all(look)?;
            Ok(steps() - before)
        })
        .await
        .unwrap();
    assert!(list < 20_000, "the list of conversations takes {list} steps");
    db.close();
}

/// Mia is in many conversations; gives their ids.
fn fill_list(change: &mut Change<'_>) -> Result<Vec<ItemId>> {
    let [_, _] = fill(change)?;
    let mut talks = Vec::new();
    for number in 0..1_000 {
        let item = "INSERT INTO item (kind, author_id, audience, state, made_at) VALUES ('conversation', 2, 'people', 'shown', 0)";
        let talk = change.insert(item, [])?;
        let sql = "INSERT INTO conversation (id, sort, name, last) VALUES (?1, 'many', 'Talk', ?2)";
        change.run(sql, [talk, 200_000 + number / 3])?;
        let seat = "INSERT INTO participant (conversation_id, account_id, since, read) VALUES (?1, ?2, 0, 0)";
        for person in [MIA, TOM] {
            change.run(seat, [talk, person])?;
        }
        talks.push(ItemId(talk));
    }
    Ok(talks)
}

#[tokio::test]
async fn a_list_of_a_thousand_comes_in_pages_that_cost_alike_and_scan_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let db = Db::open(&folder.path().join("courtyard.db"), 1, Clock::real(), |_, _| ()).unwrap();
    let talks = db.write(&Viewer::the_box(), Act::NoteArchive, fill_list).await.unwrap();
    let mia = Viewer::account(AccountId(MIA), Role::Member, Duties::NONE, "test".into());
    let (found, costs, plan) = db
        .read(&mia, |look| {
            let (mut found, mut costs, mut before) = (Vec::new(), Vec::new(), None);
            loop {
                let begun = steps();
                let page = list::entries(look, Shelf::Open, before, limits::CHATS_PAGE)?;
                costs.push(steps() - begun);
                found.extend(page.list.iter().map(|entry| entry.talk.id));
                before = page.older;
                if before.is_none() {
                    break;
                }
            }
            Ok((found, costs, look.plan(list_store::PAGE, params![i64::MAX, i64::MAX, false, 10])?))
        })
        .await
        .unwrap();
    let mut newest_first: Vec<ItemId> = talks;
    newest_first.reverse();
    assert_eq!(found[..1_000], newest_first, "each once, also those that spoke at the same place");
    assert_eq!((found.len(), costs.len()), (1_002, 11));
    let (most, least) = (costs[..10].iter().max().unwrap(), costs[..10].iter().min().unwrap());
    assert!(*most < 2 * least && *most < 250_000, "{costs:?}");
    assert!(plan.iter().all(|step| !step.starts_with("SCAN")), "{plan:#?}");
    db.close();
}
