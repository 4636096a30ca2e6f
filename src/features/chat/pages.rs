//! Routes of conversations: their list, and one of them.

use super::list::{self, End, Entries, Shelf};
use super::message_views;
use super::read_store::{self, Seen};
use super::store::{self, Conversation, Named};
use super::talk_store::{self, Line, Quote, Which};
use super::{
    Voice, begin_pages, document_pages, documents, list_store, live, people_pages, picture_pages,
    presence_store, read_live, rules, say_pages, told_store, views, voice_live,
};
use crate::base::{AccountId, Act, Error, ItemId, Problems, Result, limits};
use crate::db::Snapshot;
use crate::features::levels::{self, Waits, Where};
use crate::features::posts::{self, Seer};
use crate::ui::{Markup, Now, Place, Said};
use crate::web::{Answer, Gate, Page, Routes, Visit};

/// Every route of this feature.
pub fn routes() -> Routes {
    Routes::default()
        .get("/chat", Gate::Member, list)
        .get("/chat/list", Gate::Member, rows)
        .get("/chat/away", Gate::Member, away)
        .get("/chat/{id}", Gate::Member, show)
        .and(begin_pages::routes())
        .and(say_pages::routes())
        .and(document_pages::routes())
        .and(people_pages::routes())
        .and(picture_pages::routes())
        .tells_crowd(live::tell)
        .catches_up("chat/", live::catch_up)
        .tells_typing(live::typing)
        .tells_read(read_live::tell)
        .tells_presence(live::presence)
        .hides_presence(live::hides)
        .tells_tally(live::tally, list_store::who_is_in)
        .tells_standing(voice_live::PREFIX, voice_live::stands)
        .lets_listen(voice_live::may_listen)
        .lets_listen(live::may_listen)
}

/// What stands beside a conversation, read in the same look.
pub(super) struct Beside {
    entries: Entries,
    before: Option<End>,
    open: Option<ItemId>,
    may_begin: bool,
    away: bool,
}

impl Beside {
    pub(super) fn side(&self) -> views::Side<'_> {
        views::Side {
            entries: &self.entries.list,
            before: self.before,
            older: self.entries.older,
            open: self.open,
            may_begin: self.may_begin,
            away: self.away,
        }
    }

    /// Those of the list whose coming and going its page follows: their topics, and whether it shows them as here.
    pub(super) fn follows(&self) -> impl Iterator<Item = (String, i64)> {
        let follows = self.entries.list.iter().filter_map(|entry| entry.follows);
        follows.map(|(who, here)| (presence(who), here.into()))
    }
}

fn presence(who: AccountId) -> String {
    format!("presence/{who}")
}

pub(super) fn beside(visit: &Visit, look: &Snapshot<'_>, open: Option<ItemId>) -> Result<Beside> {
    // Beside a conversation stand the newest.
    let before = if open.is_some() { None } else { before(visit) };
    let limit = if open.is_some() { limits::CHATS_BESIDE } else { limits::CHATS_PAGE };
    let mut entries = list::entries(look, Shelf::Open, before, limit)?;
    if visit.rules().show_presence {
        list::follow(look, &mut entries.list, |who| visit.is_present(who))?;
    }
    let may_begin = list::may_begin_any(look, visit.rules())?;
    Ok(Beside { entries, before, open, may_begin, away: list_store::any_away(look)? })
}

/// Before which conversation a page of the list begins, as its address says.
fn before(visit: &Visit) -> Option<End> {
    End::parse(visit.query().text("before"))
}

async fn list(visit: Visit) -> Answer {
    let (beside, now) = visit.read(|look| Ok((beside(&visit, look, None)?, look.now_ms()))).await?;
    let now = Now::new(now, &visit.rules().time_zone);
    let main = views::list(&Seer::of(&visit, &now), &beside.side());
    let (topics, marks) = (beside.follows().map(|(topic, _)| topic).collect(), beside.follows().collect());
    visit.show(Page::new(visit.lang().nav_chat(), Place::Chat, main).wide().listens(topics).marks(marks))
}

/// The rows of the list alone, for a page that shows them and was told that something is new.
async fn rows(visit: Visit) -> Answer {
    let open = visit.query().text("open").parse::<ItemId>().ok();
    let (beside, now) = visit.read(|look| Ok((beside(&visit, look, open)?, look.now_ms()))).await?;
    let now = Now::new(now, &visit.rules().time_zone);
    visit.piece(&views::rows(&Seer::of(&visit, &now), &beside.side()))
}

async fn away(visit: Visit) -> Answer {
    let of_page = |look: &Snapshot<'_>| list::entries(look, Shelf::Away, before(&visit), limits::CHATS_PAGE);
    let (entries, now) = visit.read(|look| Ok((of_page(look)?, look.now_ms()))).await?;
    let now = Now::new(now, &visit.rules().time_zone);
    let main = views::away(&Seer::of(&visit, &now), &entries);
    visit.show(Page::new(visit.lang().chat_away_title(), Place::Chat, main))
}

/// One page of a conversation.
pub(super) struct Talk {
    pub talk: Conversation,
    pub named: Named,
    pub lines: Vec<Line>,
    /// Is there something before these, and after them?
    pub earlier: bool,
    pub later: bool,
    pub voice: Voice,
    /// Will what is written wait before others see it?
    pub waits: Waits,
    /// Nobody writes in its group now.
    pub rests: bool,
    pub people: i64,
    /// That staff read it, as far as people are told.
    pub told: Vec<told_store::ToldReading>,
    /// The line above what is new stands after this place; none where nothing is.
    pub unread_after: Option<i64>,
    /// Who has read what the viewer wrote, where the house lets people know.
    pub seen: Option<Seen>,
    /// Is it put away?
    pub away: bool,
    /// May documents be sent here?
    pub sends_files: bool,
    /// Whose presence stands beside the name, and whether they are here.
    pub presence: Option<(AccountId, bool)>,
    /// How far the site's count had come.
    mark: i64,
}

/// Which messages the address asks for: from a place on, up to one, round one, from a day on; or those where the
/// viewer stopped reading, which are the newest unless there are very many.
fn asked(visit: &Visit, look: &Snapshot<'_>, id: ItemId, read: i64, unread: i64) -> Result<Vec<Line>> {
    let place = |name: &str| visit.query().text(name).parse::<i64>().ok();
    let page = limits::MESSAGES_PAGE;
    if let Some(after) = place("after") {
        return talk_store::lines(look, id, Which::After(after), page);
    }
    let day = visit.query().text("day").parse().ok();
    let day = day.and_then(|day| Now::new(look.now_ms(), &visit.rules().time_zone).begins(day));
    let from_day = match day {
        Some(moment) => talk_store::first_after(look, id, moment)?,
        None => None,
    };
    if let Some(at) = place("at").or(from_day) {
        let mut lines = talk_store::lines(look, id, Which::Before(at), page / 2)?;
        lines.extend(talk_store::lines(look, id, Which::After(at - 1), page / 2)?);
        return Ok(lines);
    }
    match place("before") {
        None if unread as usize >= page => talk_store::lines(look, id, Which::After(read), page),
        before => talk_store::lines(look, id, Which::Before(before.unwrap_or(i64::MAX)), page),
    }
}

fn look_at(visit: &Visit, look: &Snapshot<'_>, id: ItemId) -> Result<Talk> {
    let (talk, mark) = (store::find(look, id)?, store::count(look)?);
    let unread = if talk.last > talk.read { list_store::unread(look, &[id])?.remove(&id) } else { None };
    let unread = unread.unwrap_or(0);
    let lines = asked(visit, look, id, talk.read, unread)?;
    let first = lines.first().map_or(0, |line| line.message.place);
    let last = lines.last().map_or(i64::MAX, |line| line.message.place);
    let me = look.me()?;
    let seen = if visit.rules().show_read { read_store::seen(look, id)? } else { None };
    Ok(Talk {
        named: list::named(look, &talk)?,
        voice: rules::voice(look, visit.rules(), &talk)?,
        waits: levels::waits(look, visit.rules(), Where::Under(id))?,
        rests: levels::rests(look, id)?,
        people: store::size(look, id)?,
        told: told_store::readings(look, id)?,
        earlier: talk_store::is_more(look, id, Which::Before(first))?,
        later: talk_store::is_more(look, id, Which::After(last))?,
        unread_after: (unread > 0).then_some(talk.read),
        seen,
        away: talk.put_away > 0 && talk.last <= talk.put_away,
        sends_files: documents::are_taken(look, visit.rules(), Some(&talk))?,
        presence: present(visit, look, store::other_of_two(&talk, me))?,
        talk,
        lines,
        mark,
    })
}

/// Somebody's presence, where the house shows it, as far as the viewer may see it.
fn present(visit: &Visit, look: &Snapshot<'_>, who: Option<AccountId>) -> Result<Option<(AccountId, bool)>> {
    let Some(who) = who.filter(|_| visit.rules().show_presence) else { return Ok(None) };
    let here = visit.is_present(who) && presence_store::visible(look, &[who])?.contains(&who);
    Ok(Some((who, here)))
}

/// What was typed and is given back.
#[derive(Default)]
pub(super) struct Typed {
    pub body: String,
    pub answers: Option<ItemId>,
}

async fn show(visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    let answers = visit.query().text("reply").parse().ok();
    talk_page(&visit, id, &Typed { body: String::new(), answers }, None).await
}

pub(super) async fn talk_page(
    visit: &Visit,
    id: ItemId,
    typed: &Typed,
    problems: Option<&Problems>,
) -> Answer {
    let look_at = |look: &Snapshot<'_>| {
        let talk = look_at(visit, look, id)?;
        let answering = answering(look, id, typed.answers)?;
        Ok((talk, answering, beside(visit, look, Some(id))?, look.now_ms()))
    };
    let (talk, answering, beside, now) = visit.read(look_at).await?;
    let newest = talk.lines.last().map_or(0, |line| line.message.place);
    // A page with scripts says itself when somebody looks at it; what Turbo fetches, may be for nobody's eyes yet.
    if newest > talk.talk.read && !visit.headers().contains_key("x-turbo-request-id") {
        let rules = visit.rules().clone();
        visit.write(Act::NoteChat, move |change| super::read(change, &rules, id, newest)).await?;
    }
    let now = Now::new(now, &visit.rules().time_zone);
    let seer = Seer::of(visit, &now).where_it(talk.rests);
    let said = problems.map(|problems| Said::new(visit.lang(), problems)).unwrap_or_default();
    let writing = views::Writing {
        action: &format!("/chat/{id}/messages"),
        same_site: &visit.same_site(),
        typed: &typed.body,
        said: &said,
        answering: answering.as_ref(),
        sends: visit.session()?.may_send(visit.rules()),
        sends_files: talk.sends_files,
        waits: talk.waits,
        staff: posts::staff_word(visit.lang(), visit.rules().kind),
    };
    let main = views::talk(&seer, &beside.side(), &talk, &writing);
    let title = views::name(visit.lang(), &talk.named).to_owned();
    let mut topics = vec![format!("chat/{id}"), voice_live::of_talk(id)];
    let mut marks = vec![
        (format!("chat/{id}"), talk.mark),
        (voice_live::of_talk(id), talk.voice.number_with(talk.waits)),
    ];
    let beside_name = talk.presence.map(|(who, here)| (presence(who), here.into()));
    marks.extend(beside.follows().chain(beside_name));
    topics.extend(marks[2..].iter().map(|(topic, _)| topic.clone()));
    let page = Page::new(&title, Place::Chat, main).wide().listens(topics).marks(marks);
    visit.show(if problems.is_some() { page.with_problems() } else { page })
}

/// The message that is about to be answered, where it is there and in this conversation.
fn answering(look: &Snapshot<'_>, conversation: ItemId, id: Option<ItemId>) -> Result<Option<Quote>> {
    let Some(id) = id else { return Ok(None) };
    match super::answered(look, conversation, Some(id)) {
        Ok(_) => talk_store::quote(look, id),
        Err(Error::Invalid(_)) => Ok(None),
        Err(error) => Err(error),
    }
}

/// A message as its page and its author get it.
pub(super) fn drawn(visit: &Visit, now: i64, line: &Line) -> String {
    let now = Now::new(now, &visit.rules().time_zone);
    message_views::came(&Seer::of(visit, &now), line)
}

/// The page of a plain list in the place of chat.
pub(super) fn plain(visit: &Visit, title: &str, main: Markup) -> Answer {
    visit.show(Page::new(title, Place::Chat, main))
}
