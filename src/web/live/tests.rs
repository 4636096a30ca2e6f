//! A site of two people and a supervisor with a conversation that this file makes up: who hears what of it.

use super::*;
use crate::base::{AccountId, Act, Clock, ItemId, Topic};
use crate::bus::Bus;
use crate::db::{Change, Db, Viewer, params};
use axum::Router;
use axum::routing::get;
use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use std::time::Duration;
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

/// After so long a test that waits for something has failed. Nothing waits for it to pass.
const PATIENCE: Duration = Duration::from_secs(15);
pub(super) const MIA: i64 = 1;
pub(super) const TOM: i64 = 2;
pub(super) const FOX: i64 = 3;

pub(super) struct Site {
    pub(super) floor: Arc<Floor>,
    address: std::net::SocketAddr,
    _folder: tempfile::TempDir,
}

/// Each message of the conversation is a post: it is told to whoever sees it. Moderators are told who wrote it, too.
fn tell(crowd: &Crowd<'_>) -> Result<Vec<Option<Told>>> {
    assert_eq!(crowd.topic, "chat/7");
    let drawn: std::cell::RefCell<std::collections::HashMap<String, Arc<str>>> = Default::default();
    crowd.each(|look, ear| {
        let (mut html, mut mark) = (String::new(), None);
        for id in crowd.events.iter().filter_map(|event| event.item) {
            let asked = "SELECT body, author_id FROM seen_post WHERE id = ?1";
            let seen: Option<(String, i64)> =
                look.one(asked, [id.0], |row| Ok((row.get(0)?, row.get(1)?)))?;
            let Some((body, author)) = seen else { continue };
            assert_ne!(body, "a teller that fails");
            html.push_str(&format!("<{body}>"));
            if ear.viewer.holds(crate::base::Duty::Moderate) {
                html.push_str(&format!("by {author}"));
            }
            mark = Some(id.0);
        }
        let Some(mark) = mark else { return Ok(None) };
        let html = drawn.borrow_mut().entry(html.clone()).or_insert_with(|| html.into()).clone();
        Ok(Some(Told { html, mark: Some(mark) }))
    })
}

fn catch(catching: &Catching<'_>) -> Result<CaughtUp> {
    let asked = "SELECT id, body FROM seen_post WHERE id > ?1 ORDER BY id LIMIT 4";
    let missed: Vec<(i64, String)> =
        catching.look.list(asked, [catching.mark], |row| Ok((row.get(0)?, row.get(1)?)))?;
    if missed.len() > 3 {
        return Ok(CaughtUp::TooMuch);
    }
    let told = missed.into_iter().map(|(id, body)| Told { html: format!("<{body}>").into(), mark: Some(id) });
    Ok(CaughtUp::Told(told.collect()))
}

fn typing(crowd: &Crowd<'_>, who: AccountId) -> Result<Vec<Option<Told>>> {
    crowd.each(|_, ear| {
        assert_ne!(ear.account(), who);
        Ok(Some(Told { html: format!("{who} writes").into(), mark: None }))
    })
}

fn presence(crowd: &Crowd<'_>, who: AccountId, is_here: bool) -> Result<Vec<Option<Told>>> {
    let mark = Some(is_here.into());
    crowd.each(|_, _| Ok(Some(Told { html: format!("{who} is here: {is_here}").into(), mark })))
}

fn tally(crowd: &Crowd<'_>) -> Result<Vec<Option<Told>>> {
    crowd.each(|look, _| {
        let unread = look.number("SELECT count(*) FROM seen_post", [])?;
        Ok(Some(Told { html: format!("{unread} to read").into(), mark: Some(unread) }))
    })
}

/// Nobody but moderators may listen to chat/8; and to chat/7 whoever sees a post that names them in it.
fn judge(look: &Snapshot<'_>, topic: &str) -> Result<bool> {
    match topic {
        "chat/8" => Ok(look.viewer().holds(crate::base::Duty::Moderate)),
        "chat/7" => {
            let out = "SELECT 1, body FROM seen_post WHERE body = 'out: ' || viewer()";
            Ok(!look.any(out, [])?)
        }
        _ => Ok(true),
    }
}

fn token(who: i64) -> String {
    format!("the token of {who}")
}

pub(super) async fn site() -> Site {
    let folder = tempfile::tempdir().unwrap();
    let bus = Arc::new(Bus::default());
    let told = bus.clone();
    let tell_bus = move |events: &[Event], reach| told.tell(events, reach);
    let db = Db::open(&folder.path().join("courtyard.db"), 2, Clock::real(), tell_bus).unwrap();
    bus.begin_at(db.newest_at_start());
    db.write(&Viewer::stranger(), Act::AddAccount, |change| {
        for (name, role, duties) in
            [("mia", "member", ""), ("tom", "member", ""), ("fox", "staff", "moderate")]
        {
            let id = change.insert(
                "INSERT INTO account (username, shown_name, role, duties, made_at)
                 VALUES (?1, ?1, ?2, ?3, 0)",
                params![name, role, duties],
            )?;
            change.run(
                "INSERT INTO credential (account_id, password_hash, changed_at) VALUES (?1, 'none', 0)",
                [id],
            )?;
            let (now, hash) = (change.now_ms(), crate::web::token_hash(&token(id)));
            change.run(
                "INSERT INTO session (token_hash, account_id, device, address, begun_at, used_at, ends_at)
                 VALUES (?1, ?2, '', '', ?3, ?3, ?3 + 1000000)",
                params![&hash[..], id, now],
            )?;
        }
        Ok(())
    })
    .await
    .unwrap();
    let uploads = folder.path().join("uploads");
    let floor = Arc::new(Floor::new(Arc::new(db), bus, Rules::default(), uploads, Default::default()));
    let tellers = Arc::new(Tellers {
        crowd: vec![tell],
        typing: vec![typing],
        presence: vec![presence],
        tally: vec![tally],
        concerned: vec![|_, talks| {
            Ok(if talks.contains(&ItemId(7)) { vec![AccountId(MIA), AccountId(TOM)] } else { vec![] })
        }],
        judge: vec![judge],
        hides: vec![|look| Ok(look.me()? == AccountId(TOM))],
        catch: vec![("chat/", catch)],
        ..Tellers::default()
    });
    start(&floor, &tellers);
    let router = Router::new().route("/live", get(connect)).with_state((floor.clone(), tellers));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(crate::web::serve(listener, router, std::future::pending()));
    Site { floor, address, _folder: folder }
}

pub(super) struct Page {
    socket: WebSocketStream<MaybeTlsStream<TcpStream>>,
}

impl Site {
    /// A page of theirs opens that shows all that happened so far.
    pub(super) async fn opens(&self, who: i64, topics: &[&str]) -> Page {
        let hello = json!({ "topics": topics, "since": self.floor.bus.newest(), "marks": { "chat/7": self.mark().await } });
        self.says(who, hello).await
    }

    pub(super) async fn says(&self, who: i64, hello: Value) -> Page {
        let mut request = format!("ws://{}/live", self.address).into_client_request().unwrap();
        let headers = request.headers_mut();
        headers.insert("cookie", format!("session={}", token(who)).parse().unwrap());
        headers.insert("origin", format!("http://{}", self.address).parse().unwrap());
        let before = self.listening();
        let mut page = Page { socket: connect_async(request).await.unwrap().0 };
        page.says(hello).await;
        // The box has heard it as soon as the page is among those that are woken.
        let heard = async {
            while self.listening() == before {
                tokio::task::yield_now().await;
            }
        };
        tokio::time::timeout(PATIENCE, heard).await.unwrap();
        page
    }

    async fn change(&self, act: Act, change: impl FnOnce(&mut Change<'_>) -> Result<()> + Send + 'static) {
        self.floor.db.write(&Viewer::stranger(), act, change).await.unwrap();
    }

    fn listening(&self) -> usize {
        self.floor.live.listening_to("chat/7").len() + self.floor.live.listening_to("desk").len()
    }

    async fn mark(&self) -> i64 {
        let fox =
            Viewer::account(AccountId(FOX), crate::base::Role::Owner, Default::default(), String::new());
        self.floor.db.read(&fox, |look| look.number("SELECT max(id) FROM seen_post", [])).await.unwrap()
    }

    /// In one commit, Mia says these things, each to whom it is for.
    pub(super) async fn says_all(&self, said: &'static [(&'static str, &'static str)]) {
        self.change(Act::AddPost, move |change| {
            for (audience, body) in said {
                let id = change.insert(
                    "INSERT INTO item (kind, author_id, audience, state, made_at) VALUES ('post', 1, ?1, 'shown', 0)",
                    [audience],
                )?;
                change.run("INSERT INTO post (id, body) VALUES (?1, ?2)", params![id, body])?;
                change.touch(Topic::Conversation(ItemId(7)), Some(ItemId(id)));
            }
            Ok(())
        })
        .await;
    }

    pub(super) async fn say(&self, body: &'static str) {
        self.change(Act::AddPost, move |change| {
            let id = change.insert(
                "INSERT INTO item (kind, author_id, audience, state, made_at)
                 VALUES ('post', 1, 'everyone', 'shown', 0)",
                [],
            )?;
            change.run("INSERT INTO post (id, body) VALUES (?1, ?2)", params![id, body])?;
            change.touch(Topic::Conversation(ItemId(7)), Some(ItemId(id)));
            Ok(())
        })
        .await;
    }
}

impl Page {
    pub(super) async fn says(&mut self, words: Value) {
        self.socket.send(Message::text(words.to_string())).await.unwrap();
    }

    /// The next message; `None` where the page is let go.
    pub(super) async fn hears(&mut self) -> Option<Value> {
        let next = async {
            loop {
                match self.socket.next().await {
                    Some(Ok(Message::Text(text))) => return Some(serde_json::from_str(&text).unwrap()),
                    Some(Ok(Message::Close(_)) | Err(_)) | None => return None,
                    Some(Ok(_)) => (),
                }
            }
        };
        tokio::time::timeout(PATIENCE, next).await.expect("the page hears nothing")
    }

    pub(super) async fn html(&mut self) -> String {
        self.hears().await.expect("the page is open")["html"].as_str().unwrap_or("(refresh)").to_owned()
    }
}

#[tokio::test]
async fn what_is_said_together_comes_in_one_message_and_to_each_as_they_may_see_it() {
    let site = site().await;
    let mut mia = site.opens(MIA, &["chat/7"]).await;
    let mut tom = site.opens(TOM, &["chat/7"]).await;
    let mut fox = site.opens(FOX, &["chat/7"]).await;
    site.says_all(&[("everyone", "one"), ("only_me", "for Mia"), ("everyone", "two")]).await;
    let heard = mia.hears().await.unwrap();
    assert_eq!(heard["html"], "<one><for Mia><two>");
    assert_eq!((&heard["topic"], &heard["mark"]), (&json!("chat/7"), &json!(3)));
    assert_eq!(heard["seq"], site.floor.bus.newest());
    assert_eq!(tom.html().await, "<one><two>");
    assert_eq!(fox.html().await, "<one>by 1<two>by 1");
    site.says_all(&[("only_me", "for Mia again")]).await;
    site.say("three").await;
    assert_eq!(mia.html().await, "<for Mia again>");
    assert_eq!(tom.html().await, "<three>");
}

#[tokio::test]
async fn nothing_said_reaches_a_page_whose_session_has_ended() {
    let site = site().await;
    let (mut mia, mut tom) = (site.opens(MIA, &["chat/7"]).await, site.opens(TOM, &["chat/7"]).await);
    site.say("one").await;
    assert_eq!((mia.html().await, tom.html().await), ("<one>".into(), "<one>".into()));
    site.change(Act::SignOut, |change| {
        change.run("DELETE FROM session WHERE account_id = 2", [])?;
        Ok(())
    })
    .await;
    site.say("two").await;
    assert_eq!(tom.hears().await, None);
    assert_eq!(mia.html().await, "<two>");
}

#[tokio::test]
async fn a_duty_taken_away_counts_for_the_next_thing_said() {
    let site = site().await;
    let mut fox = site.opens(FOX, &["chat/7"]).await;
    site.say("one").await;
    assert_eq!(fox.html().await, "<one>by 1");
    site.change(Act::EditAccount, |change| {
        change.run("UPDATE account SET duties = '' WHERE id = 3", [])?;
        Ok(())
    })
    .await;
    site.say("two").await;
    assert_eq!(fox.html().await, "<two>");
}

#[tokio::test]
async fn whoever_may_not_listen_is_told_to_refresh_and_hears_nothing() {
    let site = site().await;
    let mut tom = site.opens(TOM, &["chat/8", "desk"]).await;
    assert_eq!(tom.html().await, "(refresh)");
    assert!(site.floor.live.listening_to("chat/8").is_empty());
    site.opens(FOX, &["chat/8", "desk"]).await;
}

#[tokio::test]
async fn whoever_is_put_out_of_a_conversation_hears_no_more_of_it() {
    let site = site().await;
    let (mut mia, mut tom) = (site.opens(MIA, &["chat/7"]).await, site.opens(TOM, &["chat/7"]).await);
    site.say("out: 2").await;
    assert_eq!((mia.html().await, tom.html().await), ("<out: 2>".into(), "<out: 2>".into()));
    site.change(Act::AddPost, |change| {
        change.touch(Topic::Conversation(ItemId(7)), None);
        Ok(())
    })
    .await;
    site.say("without Tom").await;
    assert_eq!(mia.html().await, "<without Tom>");
    assert_eq!(site.floor.live.listening_to("chat/7").len(), 1);
    tom.says(json!({ "typing": "chat/7" })).await;
    site.say("still without Tom").await;
    assert_eq!(mia.html().await, "<still without Tom>", "nor does he write there");
}

#[tokio::test]
async fn a_page_that_comes_back_after_a_restart_gets_what_it_missed_and_no_refresh() {
    let site = site().await;
    site.says_all(&[("everyone", "one"), ("everyone", "two"), ("only_me", "for Mia"), ("everyone", "three")])
        .await;
    let before = site.floor.db.newest_at_start() - 1;
    let hello =
        |topics: &[&str], mark| json!({ "topics": topics, "since": before, "marks": { "chat/7": mark } });
    let mut tom = site.says(TOM, hello(&["chat/7", "notices", "chats"], 1)).await;
    let first = tom.hears().await.unwrap();
    assert_eq!((&first["html"], &first["mark"]), (&json!("<two>"), &json!(2)));
    assert_eq!(tom.html().await, "<three>");
    site.say("four").await;
    let heard = [tom.html().await, tom.html().await].concat();
    assert!(heard.contains("<four>") && !heard.contains("Mia"), "{heard}");
    let mut all = site.says(TOM, hello(&["chat/7"], 0)).await;
    assert_eq!(all.html().await, "(refresh)", "more than is told one by one");
    let mut home = site.says(TOM, hello(&["chat/7", "stream/home"], 5)).await;
    assert_eq!(home.html().await, "(refresh)", "a stream is only kept true by events");
    let mut unmarked = site.says(TOM, json!({ "topics": ["chat/7"], "since": before })).await;
    assert_eq!(unmarked.html().await, "(refresh)");
}

#[tokio::test]
async fn a_page_that_fell_behind_catches_up_from_its_mark() {
    let site = site().await;
    let mut tom = site.opens(TOM, &["chat/7"]).await;
    site.say("one").await;
    assert_eq!(tom.html().await, "<one>");
    for seat in site.floor.live.listening_to("chat/7") {
        seat.falls_behind(site.floor.bus.newest());
    }
    site.say("two").await;
    assert_eq!(tom.html().await, "<two>");
    site.say("three").await;
    let heard = tom.html().await;
    assert!(heard == "<three>" || heard == "<two>", "what comes twice is the same: {heard}");
}

#[tokio::test]
async fn a_teller_that_fails_once_silences_nobody() {
    let site = site().await;
    let mut tom = site.opens(TOM, &["chat/7"]).await;
    site.say("a teller that fails").await;
    let caught = tom.hears().await.unwrap();
    assert_eq!((&caught["html"], &caught["mark"]), (&json!("<a teller that fails>"), &json!(1)));
    site.say("two").await;
    assert_eq!(tom.html().await, "<two>");
}
