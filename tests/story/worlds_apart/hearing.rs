//! Pages that stay open in both boxes, while the same is done in both but for what strangers do: the same comes over their
//! sockets, byte for byte, in as many messages, and at the same moments.

use super::doings::{Deed, Doer, Things, deeds};
use super::drawn;
use super::laying::{Laid, Twins};
use super::walking::plain;
use super::worlds::PEOPLE;
use crate::harness::{Ask, Browser, Ear, Frames, Pod};
use proptest::test_runner::TestRunner;
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// Things that are done in one world while somebody listens.
const DEEDS: usize = 20;
/// Pages whose topics the open page listens to, beside those that everybody has.
const PAGES: usize = 14;
/// Topics that one page may listen to.
const TOPICS_MAX: usize = 120;
/// Numbers that are kept for each deed, so that what is made after it is called alike in both boxes.
const NUMBERS: i64 = 100;
/// Milliseconds for which nothing is done in the end: what is told calmly has come by then.
const CALM_MS: u64 = 6_000;

const PLACES: &[&str] = &["/", "/everyone", "/chat", "/notices", "/events", "/announcements"];

/// What was heard in one world.
#[derive(Default)]
pub struct Heard {
    /// Messages that came to whoever is kept from strangers.
    pub mine: usize,
    /// Messages with a mark of a stranger, that came to somebody else.
    pub of_strangers: usize,
    /// How often deeds of each sort were taken.
    pub taken: BTreeMap<u8, usize>,
}

impl Heard {
    pub fn and(&mut self, more: Heard) {
        self.mine += more.mine;
        self.of_strangers += more.of_strangers;
        more.taken.into_iter().for_each(|(sort, count)| *self.taken.entry(sort).or_default() += count);
    }
}

/// Lets people do things in both.
pub fn hears(twins: &Twins, laid: &Laid, chance: &mut TestRunner) -> Heard {
    let things = Things::of(twins);
    let strangers: Vec<usize> = (0..PEOPLE).filter(|who| laid.strangers[*who]).collect();
    let script =
        Script { deeds: deeds(DEEDS, &strangers, chance), places: places(twins, laid, chance), things };
    let other = (0..PEOPLE).find(|who| *who != laid.viewer && !laid.strangers[*who]);
    let with = happens(&twins.with, laid, &script, true, other);
    let without = happens(&twins.without, laid, &script, false, other);
    for (page, (with, without)) in with.mine.iter().zip(&without.mine).enumerate() {
        for (_, text) in with {
            if let Some(mark) = laid.mark_in(&text.to_lowercase()) {
                panic!("page {page} hears {mark}: {text}\nafter {:#?}", script.deeds);
            }
        }
        if with != without {
            let (mut one, mut other) = (with.iter(), without.iter());
            let (one, other) = loop {
                match (one.next(), other.next()) {
                    (one, other) if one != other => break (one, other),
                    _ => (),
                }
            };
            let done: Vec<_> = with_moments(&script.deeds, laid);
            panic!("page {page} hears otherwise: with them {one:#?}\nwithout {other:#?}\nafter {done:#?}");
        }
    }
    let of_strangers = with.others.iter().filter(|(_, text)| laid.mark_in(&text.to_lowercase()).is_some());
    let mut heard = Heard {
        mine: with.mine.iter().map(Vec::len).sum(),
        of_strangers: of_strangers.count(),
        taken: BTreeMap::new(),
    };
    with.taken.iter().for_each(|sort| *heard.taken.entry(*sort).or_default() += 1);
    heard
}

/// What was done when, and whether by a stranger.
fn with_moments(deeds: &[Deed], laid: &Laid) -> Vec<String> {
    let mut at_ms = 0;
    let said = deeds.iter().map(|deed| {
        at_ms += deed.after_ms;
        format!("{at_ms} ms, stranger {}: {deed:?}", laid.strangers[deed.who])
    });
    said.collect()
}

/// Pages of which the open ones listen to what those listen to.
fn places(twins: &Twins, laid: &Laid, chance: &mut TestRunner) -> Vec<String> {
    let sql = "SELECT CASE kind WHEN 'conversation' THEN 'chat' ELSE kind || 's' END || '/' || id FROM item
               WHERE kind IN ('post', 'conversation', 'event', 'album', 'photo') ORDER BY id";
    let mut asked = twins.with.file().prepare_cached(sql).unwrap();
    let all: Vec<String> = asked.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    let mut places: Vec<String> = PLACES.iter().map(|place| (*place).to_owned()).collect();
    for _ in 0..PAGES.min(all.len()) {
        places.push(format!("/{}", all[drawn(&(0..all.len()), chance)]));
    }
    places.extend((0..3).map(|group| format!("/groups/{}/files", laid.numbers.groups + group)));
    places
}

/// What was heard.
#[derive(Default)]
struct Told {
    mine: Vec<Frames>,
    others: Frames,
    /// The sorts of deeds that were taken.
    taken: Vec<u8>,
}

/// What happens in both.
struct Script {
    deeds: Vec<Deed>,
    places: Vec<String>,
    things: Things,
}

fn happens(pod: &Pod, laid: &Laid, script: &Script, everybody: bool, other: Option<usize>) -> Told {
    let Script { deeds, places, things } = script;
    // At a whole second in both: by then all that was open is closed.
    pod.passes(30_000 - pod.now_ms() % 30_000);
    let begun_ms = pod.now_ms();
    let here = |who: usize| everybody || !laid.strangers[who];
    let mut doers: Vec<Option<Doer>> = (0..PEOPLE)
        .map(|who| here(who).then(|| Doer { browser: laid.browser(pod, who), ears: Vec::new() }))
        .collect();
    let me = laid.browser(pod, laid.viewer);
    let mut mine = vec![
        pod.listens(&me, &hello(pod, &me, laid, places)),
        pod.listens(&me, &asks_for_all(pod, &me, things, laid)),
    ];
    let others = other.map(|who| laid.browser(pod, who));
    let mut others: Option<Ear> = others.map(|who| pod.listens(&who, &hello(pod, &who, laid, places)));
    let mut told = Told::default();
    for (step, deed) in deeds.iter().enumerate() {
        pod.passes(deed.after_ms);
        pod.counts_on_from(laid.next + NUMBERS * (step as i64 + 1));
        if let Some(doer) = &mut doers[deed.who] {
            told.taken.extend(deed.is_done(pod, laid, things, doer).then_some(deed.sort));
        }
        pod.settles();
    }
    pod.passes(CALM_MS);
    let taken = |ear: &mut Ear| -> Frames {
        ear.heard_since(begun_ms).into_iter().map(|(at_ms, text)| (at_ms, plain(&text))).collect()
    };
    told.mine = mine.iter_mut().map(taken).collect();
    told.others = others.as_mut().map(taken).unwrap_or_default();
    let ears = doers.into_iter().flatten().flat_map(|doer| doer.ears);
    mine.into_iter().chain(others).chain(ears).for_each(|ear| pod.closes(ear));
    told
}

/// What the script of a page says that shows all of these at once.
fn hello(pod: &Pod, who: &Browser, laid: &Laid, places: &[String]) -> Value {
    let mut topics: BTreeSet<String> =
        laid.numbers.people.iter().map(|person| format!("presence/{person}")).collect();
    let (mut marks, mut since) = (Map::new(), 0);
    for place in places {
        let answer = pod.asks(who, &Ask::get(place));
        if answer.status != 200 {
            continue;
        }
        let page = answer.text();
        topics.extend(meta(&page, "live-topics").split_whitespace().map(str::to_owned));
        marks.extend(serde_json::from_str::<Map<_, _>>(&meta(&page, "live-marks")).unwrap_or_default());
        since = meta(&page, "live-since").parse().unwrap_or(since);
    }
    topics.retain(|topic| !topic.is_empty());
    // Whom one is kept from one cannot listen to, and is told to look anew where one asks for it: see the other page.
    topics.retain(|topic| !laid.is_of_stranger(topic));
    let topics: Vec<String> = topics.into_iter().take(TOPICS_MAX).collect();
    json!({ "topics": topics, "since": since, "marks": marks })
}

/// What a script of one's own could ask for: everything there is.
fn asks_for_all(pod: &Pod, who: &Browser, things: &Things, laid: &Laid) -> Value {
    let people = laid.numbers.people.iter().map(|person| format!("presence/{person}"));
    let posts = things.posts.iter().map(|(id, _)| format!("post/{id}"));
    let talks: BTreeSet<i64> = things.talks.iter().map(|(id, _)| *id).collect();
    let talks = talks.iter().flat_map(|id| [format!("chat/{id}"), format!("voice/{id}")]);
    let photos = things.photos.iter().map(|(id, _)| format!("photo/{id}"));
    let more = things.events.iter().map(|(id, _)| format!("event/{id}"));
    let albums = things.albums.iter().map(|(id, _)| format!("album/{id}"));
    let fixed = ["notices", "chats", "desk", "stream/home", "stream/everyone"].map(str::to_owned).into_iter();
    let all = fixed.chain(people).chain(talks).chain(posts).chain(photos).chain(more).chain(albums);
    json!({ "topics": all.take(TOPICS_MAX).collect::<Vec<_>>(), "since": pod.newest(who) })
}

fn meta(page: &str, name: &str) -> String {
    let begin = format!("name=\"{name}\" content=\"");
    let content = page.split_once(&begin).and_then(|(_, rest)| rest.split_once('"'));
    content.map(|(content, _)| content.replace("&quot;", "\"").replace("&amp;", "&")).unwrap_or_default()
}
