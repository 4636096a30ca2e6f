//! A page of a stream: which posts, their cards drawn or kept, and the composer on top.

use super::kept::{Drawn, Face, Original};
use super::store::Choices;
use super::{Card, Draft, Feeds, Kept, Moment, Stream, audience, form_views, store, views};
use crate::base::{Audience, ItemId, Result, State, limits};
use crate::bus::Bus;
use crate::db::Snapshot;
use crate::features::levels::{self, Where};
use crate::features::{drafts, pins, polls, polls::Poll};
use crate::ui::{Markup, Now, Place, Said};
use crate::web::{Answer, Page, Visit};
use std::collections::HashMap;
use std::sync::Arc;

/// A page of a stream, with the composer on top where one writes there, and `head` above it.
///
/// # Errors
/// `Broken` if the database fails.
pub async fn stream_page(
    visit: &Visit,
    stream: Stream,
    title: &str,
    place: Place,
    head: Option<Markup>,
    context: Option<Markup>,
) -> Answer {
    let moment = moment(visit);
    let look = |look: &Snapshot<'_>| {
        let mut shown = look_at(visit, look, &stream, moment, None)?;
        // On the page of a group one writes to it: where nobody can, there is no form.
        if let Stream::Group(group) = &stream
            && levels::group_rests(look, *group)?
        {
            shown.offered = None;
        }
        Ok(shown)
    };
    let shown = visit.read(look).await?;
    show_stream(visit, &stream, (title, place), shown, head, context)
}

/// The page of a stream that was [looked at](look_at), with its title and place.
///
/// # Errors
/// `Broken` where the app was put together without what it needs.
pub fn show_stream(
    visit: &Visit,
    stream: &Stream,
    (title, place): (&str, Place),
    mut shown: Shown,
    head: Option<Markup>,
    context: Option<Markup>,
) -> Answer {
    let kept = std::mem::take(&mut shown.kept);
    let seer = views::Seer::of(visit, &shown.now);
    let composer = shown.offered.as_ref().map(|offered| {
        draw_composer(visit, &Draft::of("", written_to(stream)), &Said::default(), false, offered)
    });
    let older = shown.older.map(|id| format!("{}?before={id}", visit.path()));
    let is_older = before(visit).is_some();
    let mut topics = Vec::new();
    if !is_older {
        topics.push(stream.topic());
        topics.extend(shown.heads.iter().map(|head| format!("post/{}", head.id)));
    }
    let cards = draw(visit, &seer, &shown, kept)?;
    let (pinned, cards) = cards.split_at(shown.pinned.min(cards.len()));
    let page =
        views::StreamPage { title, head, composer, pinned, cards, older: older.as_deref(), is_older, stream };
    let main = views::stream(&seer, page);
    let page = Page::new(title, place, main).listens(topics);
    visit.show(match context {
        Some(context) => page.context(context),
        None => page,
    })
}

/// Below which post an older page begins.
fn before(visit: &Visit) -> Option<i64> {
    visit.query().text("before").parse().ok()
}

/// For whom something is at first that is written on top of this stream.
fn written_to(stream: &Stream) -> Audience {
    match stream {
        Stream::Group(id) => Audience::Groups(vec![*id]),
        _ => Audience::Everyone,
    }
}

/// Where the bus stands now. Taken before a look: what comes in between is seen again, never missed.
pub fn moment(visit: &Visit) -> Moment {
    Moment { age: visit.feed_age(), seq: visit.newest_event() }
}

/// What one page of a stream shows: each post looked at as this viewer, and drawn already where it can be.
pub struct Shown {
    heads: Vec<store::Head>,
    /// How many of them, the first, are pinned.
    pinned: usize,
    kept: HashMap<ItemId, Arc<str>>,
    cards: Vec<Card>,
    /// Under which of them the viewer makes nothing.
    silent: Vec<ItemId>,
    older: Option<ItemId>,
    moment: Moment,
    keep: bool,
    /// What the composer on top needs, where there is one.
    offered: Option<Offered>,
    /// The moment of the look.
    pub now: Now,
}

/// Looks a page of a stream up. `moment` is where the bus stood [before the look](moment); `choices` are the
/// groups and aspects of the viewer, where they are known already.
///
/// # Errors
/// `SignIn` for a stranger; `Broken` if the database fails.
pub fn look_at(
    visit: &Visit,
    look: &Snapshot<'_>,
    stream: &Stream,
    moment: Moment,
    choices: Option<Arc<Choices>>,
) -> Result<Shown> {
    let (feeds, kept, bus) = (visit.tool::<Feeds>()?, visit.tool::<Kept>()?, visit.tool::<Bus>()?);
    let before = before(visit);
    let mut ids = match (stream, before) {
        (Stream::Home, None) => feeds.home(look, moment, |seq| bus.since(seq))?,
        _ => stream.below(look, before.unwrap_or(i64::MAX), limits::STREAM_PAGE + 1)?,
    };
    let more = ids.len() > limits::STREAM_PAGE;
    ids.truncate(limits::STREAM_PAGE);
    let older = if more { ids.last().copied() } else { None };
    let pinned = match board(stream).filter(|_| before.is_none()) {
        Some(board) => pins::pinned(look, board)?,
        None => Vec::new(),
    };
    ids.retain(|id| !pinned.contains(id));
    ids.extend(&pinned);
    let (mut heads, rest): (Vec<_>, Vec<_>) =
        store::heads(look, &ids)?.into_iter().partition(|head| pinned.contains(&head.id));
    let pinned = heads.len();
    heads.extend(rest);
    let now = Now::new(look.now_ms(), &visit.rules().time_zone);
    let keep = !look.any("SELECT 1 FROM seen_apart LIMIT 1", [])?;
    let with_poll = kept.with_poll(heads.iter().map(|head| head.id));
    // Nothing is offered that would be refused: to who makes nothing anywhere, or in a group that rests.
    let (me_writes, ids) = (views::writes(visit), heads.iter().map(|head| head.id).collect::<Vec<_>>());
    let silent = if me_writes { levels::resting(look, &ids)? } else { ids };
    let writes = |post: ItemId| !silent.contains(&post);
    let votes = polls::my_votes(look, &with_poll.values().copied().collect::<Vec<_>>())?;
    let found = |head: &store::Head| {
        let poll = with_poll.get(&head.id);
        let mine = poll.and_then(|poll| votes.get(poll)).copied().unwrap_or(0);
        let face = face(visit, look, head, mine, writes(head.id));
        kept.find(&face, poll.is_some(), &now, visit.lang(), moment, &bus).map(|html| (head.id, html))
    };
    let drawn: HashMap<ItemId, Arc<str>> =
        if keep { heads.iter().filter_map(found).collect() } else { HashMap::new() };
    let missing: Vec<ItemId> =
        heads.iter().map(|head| head.id).filter(|id| !drawn.contains_key(id)).collect();
    let cards = if missing.is_empty() { Vec::new() } else { super::cards(look, &missing)? };
    let composes =
        me_writes && before.is_none() && matches!(stream, Stream::Home | Stream::Everyone | Stream::Group(_));
    let offered = if composes {
        Some(offered(visit, look, moment, &written_to(stream), false, choices)?)
    } else {
        None
    };
    Ok(Shown { heads, pinned, kept: drawn, cards, silent, older, moment, keep, offered, now })
}

/// What is pinned on top of this stream stands under this number.
fn board(stream: &Stream) -> Option<i64> {
    match stream {
        Stream::Everyone => Some(pins::EVERYONE),
        Stream::Group(group) => Some(group.0),
        _ => None,
    }
}

fn face(visit: &Visit, look: &Snapshot<'_>, head: &store::Head, votes: i64, writes: bool) -> Face {
    let own = look.viewer().id() == Some(head.author);
    Face::new(head.id, visit.lang(), own, look.viewer(), head.mine.as_deref(), votes, (opens(visit), writes))
}

/// Does the viewer see without asking what stands behind a shield?
fn opens(visit: &Visit) -> bool {
    visit.someone().is_some_and(|session| session.open_shields)
}

/// The cards in order: those that were kept, and those drawn now.
fn draw(
    visit: &Visit,
    seer: &views::Seer<'_>,
    shown: &Shown,
    mut drawn: HashMap<ItemId, Arc<str>>,
) -> Result<Vec<Arc<str>>> {
    let kept = visit.tool::<Kept>()?;
    for card in &shown.cards {
        let post = &card.post;
        let writes = !shown.silent.contains(&post.id);
        let seer = views::Seer { writes, ..*seer };
        let html: Arc<str> = views::card(&seer, card, false).into_string().into();
        if shown.keep && card.is_alike_for_all() && post.state == State::Shown {
            let own = visit.viewer().id() == Some(post.author.id);
            let votes = card.shown_poll().map_or(0, Poll::votes);
            let (lang, mine) = (visit.lang(), card.mine.as_deref());
            let face = Face::new(post.id, lang, own, visit.viewer(), mine, votes, (opens(visit), writes));
            let ago = |made_at| seer.now.ago_words(lang, made_at);
            let original = card.original.as_ref().map(|card| Original {
                post: card.post.id,
                made_at: card.post.made_at,
                ago: ago(card.post.made_at).into(),
            });
            let now_drawn = Drawn {
                html: html.clone(),
                made_at: post.made_at,
                ago: ago(post.made_at).into(),
                poll: card.shown_poll().map(|poll| poll.id),
                until: card.shown_poll().and_then(Poll::changes_at),
                at: shown.moment,
                original,
            };
            kept.keep(face, now_drawn);
        }
        drawn.insert(post.id, html);
    }
    Ok(shown.heads.iter().filter_map(|head| drawn.get(&head.id).cloned()).collect())
}

/// What the composer needs to know of its writer.
pub(super) struct Offered {
    choices: Arc<Choices>,
    reach: audience::Reach,
    waits: levels::Waits,
    /// What was begun before and not sent: its name, and how it begins.
    begun: Option<(String, String)>,
    /// Photos that are kept with it already.
    kept: Vec<drafts::KeptPhoto>,
}

/// Looks up what the composer needs. `chosen` is the audience at first.
fn offered(
    visit: &Visit,
    look: &Snapshot<'_>,
    moment: Moment,
    chosen: &Audience,
    whole: bool,
    choices: Option<Arc<Choices>>,
) -> Result<Offered> {
    let everyone = visit.tool::<Feeds>()?.people(look, moment)?;
    // Where one only meets the form by the way, one is reminded of what was begun.
    let begun = if whole { None } else { drafts::newest(look)? };
    // A form that is new has none.
    let kept = match drafts::word_of(&visit.form).or(drafts::word_of(visit.query())) {
        Some(word) if whole => drafts::as_typed(drafts::photos(look, word)?, &visit.form),
        _ => Vec::new(),
    };
    Ok(Offered {
        choices: choices.map_or_else(|| store::choices(look, whole).map(Arc::new), Ok)?,
        reach: audience::reach(look, chosen, everyone)?,
        waits: levels::waits(look, visit.rules(), Where::To(chosen))?,
        begun: begun.map(|draft| (drafts::excerpt(&draft), draft.word)),
        kept,
    })
}

/// The composer. On top of a stream it offers no people one by one (`whole` is no): a page that is
/// opened all day should not carry two hundred names; "Write a post" has them.
pub(super) async fn composer(visit: &Visit, typed: &Draft, said: &Said, whole: bool) -> Result<Markup> {
    let moment = moment(visit);
    let offered = visit.read(|look| offered(visit, look, moment, &typed.audience, whole, None)).await?;
    Ok(draw_composer(visit, typed, said, whole, &offered))
}

fn draw_composer(visit: &Visit, typed: &Draft, said: &Said, whole: bool, offered: &Offered) -> Markup {
    let sent = drafts::word_of(&visit.form).or(drafts::word_of(visit.query()));
    let word = sent.map_or_else(drafts::new_word, str::to_owned);
    let (lang, rules, kind) = (visit.lang(), visit.rules(), typed.audience.kind());
    let seen_by = form_views::seen_by_later(lang, rules, kind, &offered.reach, offered.waits);
    let writing = form_views::Writing {
        text: &typed.body,
        chosen: &typed.audience,
        choices: &offered.choices,
        seen_by: &seen_by,
        said,
        focus: whole,
        poll: &typed.poll,
        shield: typed.shield.as_deref(),
        draft: &word,
        photos: visit.someone().is_some_and(|session| session.may_send(visit.rules())),
        kept: &drafts::rows(&offered.kept, said.of("alt")),
        begun: offered.begun.as_ref().map(|(words, word)| (word.as_str(), words.as_str())),
    };
    form_views::composer(visit.lang(), &visit.same_site(), &writing)
}

/// The fields for choosing who will see something, with the sentence that says it in words: the same for all
/// that has an audience. `chosen` is what is ticked.
///
/// # Errors
/// `Broken` if the database fails.
pub async fn audience_field(visit: &Visit, chosen: &Audience, said: &Said) -> Result<Markup> {
    let (feeds, moment) = (visit.tool::<Feeds>()?, moment(visit));
    let (choices, reach, waits) = visit
        .read(|look| {
            let everyone = feeds.people(look, moment)?;
            let waits = levels::waits(look, visit.rules(), Where::To(chosen))?;
            Ok((store::choices(look, true)?, audience::reach(look, chosen, everyone)?, waits))
        })
        .await?;
    let seen_by = form_views::seen_by_later(visit.lang(), visit.rules(), chosen.kind(), &reach, waits);
    Ok(form_views::audience_field(visit.lang(), chosen, &choices, &seen_by, said.of("audience")))
}
