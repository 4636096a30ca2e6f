//! Routes of conversations: their list, one of them, and what is said in it.

use super::store::{self, Conversation, Sort};
use super::talk_store::{self, Line, Which};
use super::{Draft, Voice, live, rules, told_store, views};
use crate::base::{AccountId, Act, Error, ItemId, Problems, Result, limits};
use crate::db::Snapshot;
use crate::features::photos;
use crate::features::posts::Seer;
use crate::features::reactions::ReactionKind;
use crate::ui::{Now, Place, Said};
use crate::web::{Answer, Done, Gate, Page, Routes, Visit};

/// Every route of this feature.
pub fn routes() -> Routes {
    Routes::default()
        .get("/chat", Gate::Member, list)
        .get("/chat/{id}", Gate::Member, show)
        .upload("/chat/{id}/messages", Gate::Member, create)
        .post("/chat/{id}/read", Gate::Member, read)
        .get("/chat/with/{username}", Gate::Member, show_with)
        .upload("/chat/with/{username}", Gate::Member, create_with)
        .get("/messages/{id}", Gate::Member, lead)
        .post("/messages/{id}/remove", Gate::Member, remove)
        .post("/messages/{id}/reactions", Gate::Member, react)
        .tells_crowd(live::tell)
        .lets_listen(live::may_listen)
}

async fn list(visit: Visit) -> Answer {
    let (entries, now) = visit.read(|look| Ok((entries(look)?, look.now_ms()))).await?;
    let now = Now::new(now, &visit.rules().time_zone);
    let main = views::list(&Seer::of(&visit, &now), &entries);
    visit.show(Page::new(visit.lang().nav_chat(), Place::Chat, main))
}

/// One line of the list of conversations.
pub(super) struct Entry {
    pub talk: Conversation,
    /// What it is called for this viewer, and whose face stands for it.
    pub named: store::Named,
    pub last: Option<talk_store::Message>,
    pub unread: i64,
}

/// The viewer's conversations, the one that spoke last first. Those of two without a word are not there yet.
fn entries(look: &Snapshot<'_>) -> Result<Vec<Entry>> {
    let mut entries = Vec::new();
    for talk in store::mine(look)? {
        let last = talk_store::last(look, talk.id)?;
        let place = last.as_ref().map_or(0, |message| message.place);
        if (last.is_none() && talk.sort == Sort::Two) || (talk.put_away > 0 && place <= talk.put_away) {
            continue;
        }
        let unread = if talk.last > talk.read { talk_store::unread_in(look, talk.id, talk.read)? } else { 0 };
        entries.push(Entry { named: store::named(look, &talk)?, talk, last, unread });
    }
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.last.as_ref().map_or(0, |message| message.place)));
    Ok(entries)
}

/// One page of a conversation.
pub(super) struct Talk {
    pub talk: Conversation,
    pub named: store::Named,
    pub lines: Vec<Line>,
    /// Is there something before these, and after them?
    pub earlier: bool,
    pub later: bool,
    pub voice: Voice,
    pub people: i64,
    /// That staff read it, as far as people are told.
    pub told: Vec<told_store::ToldReading>,
}

fn look_at(visit: &Visit, look: &Snapshot<'_>, id: ItemId) -> Result<Talk> {
    let talk = store::find(look, id)?;
    let place = |name: &str| visit.query().text(name).parse::<i64>().ok();
    let which = match (place("after"), place("before")) {
        (Some(after), _) => Which::After(after),
        (None, before) => Which::Before(before.unwrap_or(i64::MAX)),
    };
    let lines = talk_store::lines(look, id, which, limits::MESSAGES_PAGE)?;
    let first = lines.first().map_or(0, |line| line.message.place);
    let last = lines.last().map_or(i64::MAX, |line| line.message.place);
    let newest = matches!(which, Which::Before(i64::MAX));
    Ok(Talk {
        named: store::named(look, &talk)?,
        voice: rules::voice(look, visit.rules(), &talk)?,
        people: store::size(look, id)?,
        told: told_store::readings(look, id)?,
        earlier: talk_store::is_more(look, id, Which::Before(first))?,
        later: !newest && talk_store::is_more(look, id, Which::After(last))?,
        talk,
        lines,
    })
}

async fn show(visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    talk_page(&visit, id, "", None).await
}

async fn talk_page(visit: &Visit, id: ItemId, typed: &str, problems: Option<&Problems>) -> Answer {
    let (talk, mark, now) =
        visit.read(|look| Ok((look_at(visit, look, id)?, store::count(look)?, look.now_ms()))).await?;
    let newest = talk.lines.last().map_or(0, |line| line.message.place);
    if newest > talk.talk.read {
        visit.write(Act::NoteChat, move |change| super::read(change, id, newest)).await?;
    }
    let now = Now::new(now, &visit.rules().time_zone);
    let said = problems.map(|problems| Said::new(visit.lang(), problems)).unwrap_or_default();
    let writing = views::Writing {
        action: &format!("/chat/{id}/messages"),
        same_site: &visit.same_site(),
        typed,
        said: &said,
    };
    let main = views::talk(&Seer::of(visit, &now), &talk, &writing, mark);
    let page = Page::new(&talk.named.name, Place::Chat, main).listens(vec![format!("chat/{id}")]);
    visit.show(if problems.is_some() { page.with_problems() } else { page })
}

async fn create(mut visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    let files = visit.form.files("photo");
    match send(&visit, id, files).await {
        Ok(sent) if visit.takes_changes() => {
            let line = visit.read(|look| Ok((talk_store::line(look, sent.id)?, look.now_ms()))).await?;
            let now = Now::new(line.1, &visit.rules().time_zone);
            let changes = line.0.map(|line| views::came(&Seer::of(&visit, &now), &line));
            Ok(visit.changes(changes.unwrap_or_default()))
        }
        Ok(sent) => visit.go(&format!("/chat/{id}"), sent.waits.then_some(Done::Waiting)),
        Err(Error::Invalid(problems)) => {
            let typed = visit.form.text("body").to_owned();
            talk_page(&visit, id, &typed, Some(&problems)).await
        }
        Err(error) => Err(error),
    }
}

async fn send(
    visit: &Visit,
    id: ItemId,
    files: Vec<crate::web::upload::UploadedFile>,
) -> Result<super::Sent> {
    visit.pace("message", 60, 0.5)?;
    let alts: Vec<String> = visit.form.all("alt").map(str::to_owned).collect();
    let ready = photos::prepared(visit, files, &alts).await?;
    let draft = Draft {
        body: visit.form.text("body").to_owned(),
        answers: visit.form.text("answers").parse().ok(),
        photos: ready.photos,
        key: visit.form.text("key").to_owned(),
    };
    let rules = visit.rules().clone();
    let sent = visit.write(Act::AddMessage, move |change| super::send(change, &rules, id, &draft)).await;
    drop(ready.held); // until here nothing may sweep the files
    sent
}

async fn other(visit: &Visit) -> Result<AccountId> {
    let username = visit.part::<String>("username")?;
    visit.read(|look| store::person_of(look, &username)).await
}

/// The conversation with a person: the one there is, or an empty page to begin one.
async fn show_with(visit: Visit) -> Answer {
    let other = other(&visit).await?;
    let found = visit
        .read(|look| {
            let found = store::of_two(look, &store::pair(look.me()?, other))?;
            let voice = rules::voice_with(look, visit.rules(), other, false)?;
            if found.is_none() && store::talkable(look, other)?.is_none() {
                return Err(Error::NotFound);
            }
            Ok((found, voice, store::named_person(look, other)?))
        })
        .await?;
    let (talk, voice, named) = found;
    if let Some(talk) = talk {
        return visit.go(&format!("/chat/{}", talk.id), None);
    }
    let said = Said::default();
    let writing =
        views::Writing { action: visit.path(), same_site: &visit.same_site(), typed: "", said: &said };
    let main = views::beginning(visit.lang(), visit.rules(), &named, voice, &writing);
    visit.show(Page::new(&named.name, Place::Chat, main))
}

async fn create_with(mut visit: Visit) -> Answer {
    let other = other(&visit).await?;
    let rules = visit.rules().clone();
    let id = visit.write(Act::BeginChat, move |change| super::with(change, &rules, other)).await?;
    let files = visit.form.files("photo");
    match send(&visit, id, files).await {
        Ok(sent) => visit.go(&format!("/chat/{id}"), sent.waits.then_some(Done::Waiting)),
        Err(Error::Invalid(problems)) => {
            let typed = visit.form.text("body").to_owned();
            talk_page(&visit, id, &typed, Some(&problems)).await
        }
        Err(error) => Err(error),
    }
}

async fn read(visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    let place = visit.form.text("place").parse::<i64>().map_err(|_| Error::NotFound)?;
    visit.write(Act::NoteChat, move |change| super::read(change, id, place)).await?;
    if visit.takes_changes() {
        Ok(visit.changes(String::new()))
    } else {
        visit.go(&format!("/chat/{id}"), None)
    }
}

/// The address of one message leads to its place in its conversation.
async fn lead(visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    let (conversation, place) =
        visit.read(|look| talk_store::place_of(look, id)?.ok_or(Error::NotFound)).await?;
    visit.go(&format!("/chat/{conversation}?after={}#message-{id}", place - 1), None)
}

async fn remove(visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    let conversation = visit.write(Act::RemoveMessage, move |change| super::remove(change, id)).await?;
    visit.go(&format!("/chat/{conversation}"), Some(Done::Removed))
}

async fn react(visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    let pressed = ReactionKind::parse(visit.form.text("kind")).ok_or(Error::NotFound)?;
    visit.pace("react", 60, 0.5)?;
    let conversation = visit.write(Act::React, move |change| super::react(change, id, pressed)).await?;
    if !visit.takes_changes() {
        return visit.go(&format!("/chat/{conversation}#message-{id}"), None);
    }
    let (line, now) = visit.read(|look| Ok((talk_store::line(look, id)?, look.now_ms()))).await?;
    let now = Now::new(now, &visit.rules().time_zone);
    let changes = line.map(|line| views::came(&Seer::of(&visit, &now), &line));
    Ok(visit.changes(changes.unwrap_or_default()))
}
