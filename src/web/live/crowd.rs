//! One look for all who listen to the same: what each may see of it, drawn once where it is the same.

use super::Tellers;
use super::seat::Seat;
use crate::base::{AccountId, Duties, Error, Event, ItemId, Result, Rules};
use crate::db::{Looks, Snapshot, Viewer};
use crate::lang::Lang;
use crate::web::Floor;
use axum::extract::ws::Utf8Bytes;
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

/// Those for whom one look is taken at a time: requests get their turn in between.
const AT_ONCE: usize = 256;

/// One who listens. Pages that are open for the same person with the same duties, in one language, share one.
pub struct Ear {
    /// Through whose eyes.
    pub viewer: Viewer,
    /// The language of the page.
    pub lang: &'static Lang,
    /// Have staff said that they make nothing?
    pub only_reads: bool,
}

impl Ear {
    /// Whose it is.
    pub fn account(&self) -> AccountId {
        self.viewer.id().unwrap_or(AccountId(0))
    }
}

/// What is told to one ear. What looks the same for many is one `Arc`: it is put into words once, and the same bytes
/// go to all of them.
#[derive(Clone, Debug)]
pub struct Told {
    /// Stream elements.
    pub html: Arc<str>,
    /// How far the topic has come with this: a page that was away says the newest it has, and catches up from there.
    /// In what is told calmly, the number that is shown: told only where it is another.
    pub mark: Option<i64>,
}

/// Those who listen to one topic, at one moment.
pub struct Crowd<'a> {
    /// The topic, as pages say it: `chat/12`.
    pub topic: &'a str,
    /// What came together, in order; nothing where somebody types, or where it is counted.
    pub events: &'a [Event],
    /// The house rules.
    pub rules: &'a Rules,
    ears: &'a [Ear],
    looks: &'a Looks<'a>,
}

impl Crowd<'_> {
    /// The item that the topic names: 12 in `chat/12`.
    pub fn item(&self) -> Option<ItemId> {
        self.topic.split_once('/')?.1.parse().ok()
    }

    /// Who listens, each once.
    pub fn ears(&self) -> &[Ear] {
        self.ears
    }

    /// Asks as each ear in turn, in their order, in one consistent look. A teller gives one answer for each.
    ///
    /// # Errors
    /// The first error that `ask` answers.
    pub fn each<T>(&self, mut ask: impl FnMut(&Snapshot<'_>, &Ear) -> Result<T>) -> Result<Vec<T>> {
        self.looks.each(|look, index| ask(look, &self.ears[index]))
    }
}

/// Gives for each ear, in order, what it may see of what came in a conversation; nothing where there is nothing.
pub type CrowdTeller = fn(&Crowd<'_>) -> Result<Vec<Option<Told>>>;
/// Gives for each ear what it may see of this person's writing at this moment in the conversation.
pub type TypingTeller = fn(&Crowd<'_>, AccountId) -> Result<Vec<Option<Told>>>;
/// Gives for each ear how far others have read a conversation, now that each of these read what stands after a place.
pub type ReadTeller = fn(&Crowd<'_>, &[(AccountId, i64)]) -> Result<Vec<Option<Told>>>;
/// Gives for each ear that this person is here, with the mark 1, where it may know; and how it looks where nothing is
/// known of them, with the mark 0, for whoever asks: a page that never showed them as here is not told that they went.
pub type PresenceTeller = fn(&Crowd<'_>, AccountId, bool) -> Result<Vec<Option<Told>>>;
/// Gives for each ear what is counted for it: what has not been read, over all conversations.
pub type TallyTeller = fn(&Crowd<'_>) -> Result<Vec<Option<Told>>>;
/// Gives whose numbers may be others now that something happened in these conversations. The box itself looks.
pub type Concerned = fn(&Snapshot<'_>, &[ItemId]) -> Result<Vec<AccountId>>;

/// One message, as it goes over the line to however many pages.
pub(super) struct Words {
    pub(super) text: Utf8Bytes,
    pub(super) topic: Arc<str>,
    pub(super) mark: Option<i64>,
    /// The mark of the first that it tells; none where it tells something that has none.
    pub(super) first: Option<i64>,
    /// The newest event that a page has without it.
    pub(super) before: i64,
    /// What it says where it is told calmly.
    pub(super) content: i64,
}

/// One message as pages take it.
pub(super) fn message(seq: Option<i64>, topic: Option<&str>, html: &str, mark: Option<i64>) -> String {
    let mut message = serde_json::Map::new();
    seq.map(|seq| message.insert("seq".into(), seq.into()));
    topic.map(|topic| message.insert("topic".into(), topic.into()));
    mark.map(|mark| message.insert("mark".into(), mark.into()));
    message.insert("html".into(), html.into());
    serde_json::Value::Object(message).to_string()
}

/// What was told to a page, and in which words.
pub(super) type Answer = (Arc<Seat>, Duties, Arc<Words>);

/// What is asked about, and what of it stands in each message.
pub(super) struct Asked<'a> {
    pub(super) topic: &'a str,
    pub(super) events: &'a [Event],
}

/// Asks once for all of these pages, and gives what is to be sent to whom. Whose session has ended is not asked for.
pub(super) async fn ask(
    floor: &Floor,
    asked: &Asked<'_>,
    seats: Vec<Arc<Seat>>,
    teller: impl Fn(&Crowd<'_>) -> Result<Vec<Option<Told>>>,
) -> Vec<Answer> {
    let rules = floor.rules();
    let topic: Arc<str> = asked.topic.into();
    let before = asked.events.first().map_or_else(|| floor.bus.newest(), |event| event.seq - 1);
    let seq = asked.events.last().map(|event| event.seq);
    let mut answers = Vec::new();
    for seats in seats.chunks(AT_ONCE) {
        let (ears, places) = gather(floor, seats).await;
        let viewers: Vec<Viewer> = ears.iter().map(|ear| ear.viewer.clone()).collect();
        let told = floor.db.read_each(&viewers, |looks| {
            let crowd = Crowd { topic: asked.topic, events: asked.events, rules: &rules, ears: &ears, looks };
            // There is one who tells all pages: it goes on.
            catch_unwind(AssertUnwindSafe(|| teller(&crowd)))
                .unwrap_or_else(|_| Err(Error::Broken("a teller panicked".into())))
        });
        let told = match told.await {
            Ok(told) => told,
            Err(error) => {
                tracing::warn!(%error, topic = asked.topic, "live pages could not be told");
                if !asked.events.is_empty() {
                    seats.iter().for_each(|seat| seat.falls_behind(before));
                }
                continue;
            }
        };
        let mut drawn: HashMap<(usize, Option<i64>), Arc<Words>> = HashMap::new();
        let words: Vec<Option<Arc<Words>>> = told
            .into_iter()
            .map(|told| {
                let told = told?;
                let known = drawn.entry((told.html.as_ptr().addr(), told.mark));
                Some(known.or_insert_with(|| Arc::new(words(&told, asked, &topic, seq, before))).clone())
            })
            .collect();
        for (seat, place) in places {
            if let Some(Some(words)) = words.get(place) {
                answers.push((seat, ears[place].viewer.duties(), words.clone()));
            }
        }
        tokio::task::yield_now().await;
    }
    answers
}

fn words(told: &Told, asked: &Asked<'_>, topic: &Arc<str>, seq: Option<i64>, before: i64) -> Words {
    let content = told.mark.unwrap_or_else(|| {
        let mut hasher = DefaultHasher::new();
        told.html.hash(&mut hasher);
        hasher.finish().cast_signed()
    });
    let text = message(seq, Some(topic), &told.html, told.mark).into();
    let first = asked.events.iter().map(|event| event.mark).min().filter(|mark| *mark > 0);
    Words { text, topic: topic.clone(), mark: told.mark, first, before, content }
}

/// The distinct ears of these pages, and which of them each page has.
async fn gather(floor: &Floor, seats: &[Arc<Seat>]) -> (Vec<Ear>, Vec<(Arc<Seat>, usize)>) {
    let mut ears: Vec<Ear> = Vec::with_capacity(seats.len());
    let mut known: HashMap<(AccountId, Duties, usize, bool), usize> = HashMap::with_capacity(seats.len());
    let mut places = Vec::with_capacity(seats.len());
    for seat in seats {
        if !seat.stands(floor, false).await {
            seat.wake.notify_one(); // it finds out, and goes
            continue;
        }
        let (viewer, only_reads) = (seat.viewer(), seat.only_reads());
        let key = (seat.account, viewer.duties(), std::ptr::from_ref(seat.lang).addr(), only_reads);
        let place = *known.entry(key).or_insert_with(|| {
            ears.push(Ear { viewer, lang: seat.lang, only_reads });
            ears.len() - 1
        });
        places.push((seat.clone(), place));
    }
    (ears, places)
}

/// Of these pages, those whose viewer may not listen to this topic any more.
pub(super) async fn lost(
    floor: &Floor,
    tellers: &Tellers,
    topic: &str,
    seats: &[Arc<Seat>],
) -> Vec<Arc<Seat>> {
    let mut lost = Vec::new();
    for seats in seats.chunks(AT_ONCE) {
        let (ears, places) = gather(floor, seats).await;
        let viewers: Vec<Viewer> = ears.into_iter().map(|ear| ear.viewer).collect();
        let listens =
            floor.db.read_each(&viewers, |looks| looks.each(|look, _| tellers.let_listen(look, topic)));
        match listens.await {
            Ok(listens) => {
                lost.extend(places.into_iter().filter(|(_, at)| !listens[*at]).map(|(seat, _)| seat))
            }
            Err(error) => {
                tracing::warn!(%error, topic, "who may listen could not be asked");
                lost.extend(seats.iter().cloned());
            }
        }
    }
    lost
}

/// Somebody whom one page follows: their topic, and whether they are here.
pub(super) type Followed = (Box<str>, AccountId, bool);

/// Who is here of those whom one page follows, as its viewer may know it: for each, in their order, whether they may be
/// shown as here, and what says so.
pub(super) async fn who_is_here(
    floor: &Floor,
    tellers: &Tellers,
    seat: &Seat,
    people: &[Followed],
) -> Result<Vec<(bool, Vec<String>)>> {
    let rules = floor.rules();
    let ears = [Ear { viewer: seat.viewer(), lang: seat.lang, only_reads: seat.only_reads() }];
    let viewers = [seat.viewer()];
    let told = floor.db.read_each(&viewers, |looks| {
        let tell = |topic: &str, person, here| {
            let crowd = Crowd { topic, events: &[], rules: &rules, ears: &ears, looks };
            let mut messages = Vec::new();
            for teller in &tellers.presence {
                let told = teller(&crowd, person, here)?.into_iter().flatten();
                messages.extend(told.map(|told| message(None, Some(topic), &told.html, told.mark)));
            }
            Ok::<_, Error>(messages)
        };
        let mut answers = Vec::with_capacity(people.len());
        for (topic, person, present) in people {
            let told = if *present { tell(topic, *person, true)? } else { Vec::new() };
            let known = !told.is_empty();
            answers.push((known, if known { told } else { tell(topic, *person, false)? }));
        }
        Ok(answers)
    });
    told.await
}
