//! What is told calmly, and what a full queue does: over the same made-up conversation.

use super::tests::{FOX, MIA, TOM, site};
use super::*;
use crate::base::{AccountId, Topic};
use crate::db::Viewer;
use serde_json::json;

#[tokio::test]
async fn the_others_see_that_somebody_writes_and_once_in_a_while() {
    let site = site().await;
    let (mut mia, mut tom) = (site.opens(MIA, &["chat/7"]).await, site.opens(TOM, &["chat/7"]).await);
    for _ in 0..3 {
        tom.says(json!({ "typing": "chat/7" })).await;
    }
    tom.says(json!({ "typing": "chat/9" })).await;
    let heard = mia.hears().await.unwrap();
    assert_eq!((&heard["html"], heard.get("seq"), heard.get("mark")), (&json!("2 writes"), None, None));
    site.say("one").await;
    assert_eq!((mia.html().await, tom.html().await), ("<one>".into(), "<one>".into()));
}

#[tokio::test]
async fn who_is_here_is_told_after_some_calm_and_never_of_who_hides_it() {
    let site = site().await;
    let marks = json!({ "presence/1": 0, "presence/2": 1 });
    let hello = json!({ "topics": ["desk", "presence/1", "presence/2"], "since": site.floor.bus.newest(), "marks": marks });
    let mut fox = site.says(FOX, hello).await;
    assert_eq!(fox.html().await, "2 is here: false", "only where the page shows it otherwise");
    let _tom = site.opens(TOM, &["chat/7"]).await;
    let mia = site.opens(MIA, &["chat/7"]).await;
    assert!(!site.floor.live.is_present(AccountId(MIA)));
    assert_eq!(fox.html().await, "1 is here: true");
    assert!(site.floor.live.is_present(AccountId(MIA)) && !site.floor.live.is_present(AccountId(TOM)));
    drop(mia);
    assert_eq!(fox.html().await, "1 is here: false");
}

#[tokio::test]
async fn a_number_is_told_where_it_is_another() {
    let site = site().await;
    let hello =
        json!({ "topics": ["chats", "desk"], "since": site.floor.bus.newest(), "marks": { "chats": 0 } });
    let mut tom = site.says(TOM, hello).await;
    site.says_all(&[("only_me", "for Mia")]).await;
    site.say("one").await;
    let heard = tom.hears().await.unwrap();
    assert_eq!((&heard["html"], &heard["topic"]), (&json!("1 to read"), &json!("chats")));
    // A page that does not say what it shows is told at once.
    let hello = json!({ "topics": ["chats", "desk"], "since": site.floor.bus.newest() });
    let mut mia = site.says(MIA, hello).await;
    assert_eq!(mia.html().await, "2 to read");
    // One that changes Mia's number alone: Tom hears nothing of it.
    site.says_all(&[("only_me", "for Mia again")]).await;
    assert_eq!(mia.html().await, "3 to read");
    site.say("two").await;
    assert_eq!((tom.html().await, mia.html().await), ("2 to read".into(), "4 to read".into()));
}

#[tokio::test]
async fn a_full_queue_is_emptied_and_the_page_knows_from_where_it_must_catch_up() {
    let site = site().await;
    let _tom = site.opens(TOM, &["desk"]).await;
    let token = Cookies::of(&HeaderMap::from_iter([(header::COOKIE, "session=x".parse().unwrap())])).token();
    let seat = seat::Seat::new(AccountId(TOM), Viewer::stranger(), Lang::find("en").unwrap(), token.unwrap());
    let event =
        |seq| seat::Item::Event(Event { seq, topic: Topic::Streams, item: None, mark: 0, by: AccountId(0) });
    let most = i64::try_from(seat::QUEUE_MAX).unwrap();
    (11..11 + most).for_each(|seq| seat.push(event(seq)));
    seat.push(event(10 + most)); // the same, by another of its topics
    let taken = seat.take();
    assert_eq!((taken.items.len(), taken.behind), (seat::QUEUE_MAX, None));
    (100..=100 + most).for_each(|seq| seat.push(event(seq)));
    seat.push(event(400));
    let taken = seat.take();
    assert_eq!((taken.items.len(), taken.behind), (0, Some(99)));
    seat.push(event(500));
    assert_eq!(seat.take().items.len(), 1);
}

#[test]
fn a_class_that_comes_at_once_is_spread_and_each_always_alike() {
    let spread = |who| hub::spread_ms(AccountId(who), 1_000);
    let mut class: Vec<u64> = (40..70).map(spread).collect();
    assert_eq!(class, (40..70).map(spread).collect::<Vec<_>>());
    class.sort_unstable();
    assert!(class.windows(2).all(|two| two[1] - two[0] >= 10) && class[29] < 1_000, "{class:?}");
    assert_eq!((hub::spread_ms(AccountId(i64::MAX), 1), hub::spread_ms(AccountId(-1), 0)), (0, 0));
}
