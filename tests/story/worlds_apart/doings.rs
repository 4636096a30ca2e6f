//! What people do while somebody listens: real forms, and what open pages say.

use super::drawn;
use super::laying::{Laid, Twins};
use super::worlds::PEOPLE;
use crate::harness::{Answer, Ask, Browser, Ear, HERON, Pod, picture};
use proptest::prelude::any;
use proptest::test_runner::TestRunner;
use serde_json::json;

/// Things that somebody can do: see [`Deed::is_done`].
const SORTS: u8 = 34;
/// Milliseconds between two of them, at most.
const PAUSE_MS: u64 = 1_700;

/// One thing that somebody does at one moment, to something that is there before anybody does anything.
#[derive(Clone, Debug)]
pub struct Deed {
    pub who: usize,
    pub sort: u8,
    /// Which of the things it can be done to.
    pub which: u16,
    pub other: usize,
    /// Milliseconds after the one before.
    pub after_ms: u64,
}

/// So many things that people do one after another; every other one is done by one of these.
pub fn deeds(count: usize, often: &[usize], chance: &mut TestRunner) -> Vec<Deed> {
    let often = proptest::sample::select(often.to_vec());
    let who = proptest::strategy::Strategy::boxed(proptest::prop_oneof![(0..PEOPLE), often]);
    let one = (who, 0..SORTS, any::<u16>(), 0..PEOPLE, 0..PAUSE_MS);
    let one = proptest::strategy::Strategy::prop_map(one, |(who, sort, which, other, after_ms)| Deed {
        who,
        sort,
        which,
        other,
        after_ms,
    });
    drawn(&proptest::collection::vec(one, count), chance)
}

/// Somebody in one of the boxes, with the pages that they have open.
pub struct Doer {
    pub browser: Browser,
    pub ears: Vec<Ear>,
}

/// What is there to do something to, as the first of the two boxes has it: each with whoever made it.
pub struct Things {
    pub posts: Vec<(i64, i64)>,
    polls: Vec<(i64, i64)>,
    comments: Vec<(i64, i64)>,
    pub photos: Vec<(i64, i64)>,
    pub albums: Vec<(i64, i64)>,
    pub events: Vec<(i64, i64)>,
    board: Vec<(i64, i64)>,
    messages: Vec<(i64, i64)>,
    /// Each with one who is in it.
    pub talks: Vec<(i64, i64)>,
    /// What is passed on with words of one's own stays without what was passed on; so only what is there in both boxes is,
    /// and passes on the same in both, if anything.
    lasting: Vec<(i64, i64)>,
}

impl Things {
    pub fn of(twins: &Twins) -> Things {
        let list = |pod: &Pod, sql: &str| {
            let mut asked = pod.file().prepare_cached(sql).unwrap();
            let rows = asked.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
            rows.map(Result::unwrap).collect::<Vec<(i64, i64)>>()
        };
        let pod = &twins.with;
        // Of what few see, little comes of trying.
        let kind = |pod: &Pod, kind: &str| {
            let of_many =
                "coalesce(audience, '') NOT IN ('aspects', 'people', 'only_me') AND state = 'shown'";
            let sql =
                format!("SELECT id, author_id FROM item WHERE kind = '{kind}' AND {of_many} ORDER BY id");
            list(pod, &sql)
        };
        let roots = |pod: &Pod| list(pod, "SELECT id, coalesce(root_id, 0) FROM post ORDER BY id");
        let (with, without) = (roots(pod), roots(&twins.without));
        let mut lasting = kind(&twins.without, "post");
        lasting.retain(|(post, _)| without.iter().any(|known| known.0 == *post && with.contains(known)));
        Things {
            posts: kind(pod, "post"),
            polls: list(
                pod,
                "SELECT p.id, i.author_id FROM poll AS p JOIN item AS i ON i.id = p.id ORDER BY p.id",
            ),
            comments: kind(pod, "comment"),
            photos: list(
                pod,
                "SELECT p.id, i.author_id FROM photo AS p JOIN item AS i ON i.id = p.id ORDER BY p.id",
            ),
            albums: kind(pod, "album"),
            events: kind(pod, "event"),
            board: kind(pod, "announcement"),
            messages: kind(pod, "message"),
            talks: list(pod, "SELECT conversation_id, account_id FROM participant ORDER BY 1, 2"),
            lasting,
        }
    }
}

/// One of these; `of` somebody, where there is one of theirs.
fn pick(things: &[(i64, i64)], which: u16, of: Option<i64>) -> i64 {
    let theirs: Vec<i64> =
        things.iter().filter(|(_, who)| of.is_none_or(|of| of == *who)).map(|(id, _)| *id).collect();
    let all = || things.get(usize::from(which) % things.len().max(1)).map_or(1, |(id, _)| *id);
    theirs.get(usize::from(which) % theirs.len().max(1)).copied().unwrap_or_else(all)
}

impl Deed {
    /// It is done in this box, by whoever does it there; says whether it was taken.
    pub fn is_done(&self, pod: &Pod, laid: &Laid, things: &Things, doer: &mut Doer) -> bool {
        let (which, token) = (self.which, laid.numbers.token(self.who));
        let words = format!("{token} now {}", self.which);
        let me = laid.numbers.people[self.who];
        let on = |things: &[(i64, i64)]| pick(things, which, None);
        let own = |things: &[(i64, i64)]| pick(things, which, Some(me));
        let body = ("body", words.as_str());
        let group = (laid.numbers.groups + i64::from(which) % 3).to_string();
        let other = format!("{}.u", laid.numbers.token(self.other));
        let browser = doer.browser.clone();
        let sends =
            |path: String, fields: &[(&str, &str)]| is_taken(&path, &pod.sends(&browser, &path, fields));
        match self.sort {
            0 | 1 => sends("/posts".into(), &[body, ("audience", "everyone")]),
            2 => sends("/posts".into(), &[body, ("audience", "groups"), ("groups", &group)]),
            3 => sends("/posts".into(), &[body, ("audience", "contacts")]),
            4 | 5 => sends(format!("/posts/{}/comments", on(&things.posts)), &[body]),
            6 => sends(format!("/photos/{}/comments", on(&things.photos)), &[body]),
            7 => sends(format!("/posts/{}/reactions", on(&things.posts)), &[("kind", "heart")]),
            8 => sends(format!("/comments/{}/reactions", on(&things.comments)), &[("kind", "thumb")]),
            9 => sends(format!("/photos/{}/reactions", on(&things.photos)), &[("kind", "wow")]),
            10 => sends(format!("/messages/{}/reactions", on(&things.messages)), &[("kind", "laugh")]),
            11 => {
                let poll = on(&things.polls);
                sends(format!("/posts/{poll}/vote"), &[(&format!("answer-{poll}"), "0")])
            }
            12 => sends(format!("/posts/{}/edit", own(&things.posts)), &[body]),
            13 => sends(format!("/posts/{}/remove", own(&things.posts)), &[]),
            14 => {
                sends(format!("/posts/{}/reshares", on(&things.lasting)), &[body, ("audience", "everyone")])
            }
            15 => sends(format!("/events/{}/answer", on(&things.events)), &[("answer", "yes")]),
            16..=18 => sends(format!("/chat/{}/messages", own(&things.talks)), &[body]),
            19 => sends(format!("/messages/{}/edit", own(&things.messages)), &[body]),
            20 => sends(format!("/messages/{}/remove", own(&things.messages)), &[]),
            21 => sends(format!("/chat/{}/name", own(&things.talks)), &[("name", &words)]),
            22 | 23 => looks_at(pod, &browser, &format!("/chat/{}", own(&things.talks))),
            24 => sends(format!("/people/{other}/share"), &[]),
            25 => sends(format!("/people/{other}/block"), &[]),
            26 => sends(
                format!("/photos/{}/tag", on(&things.photos)),
                &[("person", &other), ("across", "10"), ("down", "10")],
            ),
            27 => sends(format!("/groups/{group}/join"), &[("words", &words)]),
            28 => sends(format!("/comments/{}/edit", own(&things.comments)), &[body]),
            29 => sends(format!("/comments/{}/remove", own(&things.comments)), &[]),
            30 => sends_photo(pod, &browser, &format!("/albums/{}/photos", on(&things.albums))),
            31 => sends(format!("/announcements/{}/read", on(&things.board)), &[]),
            32 => comes_or_goes(pod, doer),
            _ => types(pod, doer, own(&things.talks)),
        }
    }
}

/// What is not there, or not theirs to do, may be refused; nothing breaks.
fn is_taken(path: &str, answer: &Answer) -> bool {
    assert!(answer.status < 500, "{path} is told {}", answer.status);
    answer.status < 400
}

fn looks_at(pod: &Pod, browser: &Browser, path: &str) -> bool {
    is_taken(path, &pod.asks(browser, &Ask::get(path)))
}

fn sends_photo(pod: &Pod, browser: &Browser, path: &str) -> bool {
    const BOUNDARY: &str = "----WorldsApart";
    let part = |name: &str, held: &[u8]| {
        let mut part = format!("--{BOUNDARY}\r\nContent-Disposition: form-data; {name}\r\n\r\n").into_bytes();
        part.extend(held);
        part.extend(b"\r\n");
        part
    };
    let mut body = part("name=\"same_site\"", browser.same_site.as_bytes());
    body.extend(part("name=\"photo\"; filename=\"heron.jpg\"", &picture(HERON.1)));
    body.extend(format!("--{BOUNDARY}--\r\n").into_bytes());
    let ask = Ask { method: "POST", path: path.to_owned(), headers: Vec::new(), body };
    let kind = format!("multipart/form-data; boundary={BOUNDARY}");
    is_taken(path, &pod.asks(browser, &ask.with("Content-Type", &kind)))
}

/// A page of theirs is opened, or the one that was is closed.
fn comes_or_goes(pod: &Pod, doer: &mut Doer) -> bool {
    match doer.ears.pop() {
        Some(ear) => pod.closes(ear),
        None => {
            let hello = json!({ "topics": ["notices", "chats"], "since": pod.newest(&doer.browser) });
            doer.ears.push(pod.listens(&doer.browser, &hello));
        }
    }
    true
}

/// They write in a conversation, on a page that listens to it.
fn types(pod: &Pod, doer: &mut Doer, talk: i64) -> bool {
    let topic = format!("chat/{talk}");
    let hello = json!({ "topics": [topic], "since": pod.newest(&doer.browser) });
    let mut ear = pod.listens(&doer.browser, &hello);
    pod.says(&mut ear, &json!({ "typing": topic }));
    doer.ears.push(ear);
    true
}
