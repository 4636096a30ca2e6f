//! Routes of what is said: sending, reading, reacting, changing and taking away.

use super::pages::{Typed, drawn, talk_page};
use super::{
    Draft, Message, Sent, document_pages, documents, is_open, list, message_views, read_store, rules,
    say_views, store, talk_store, views, voice_live,
};
use crate::base::{AccountId, Act, Error, ItemId, Result};
use crate::features::levels::{self, Where};
use crate::features::posts::{self, Seer};
use crate::features::reactions::ReactionKind;
use crate::features::{items, photos};
use crate::ui::{self, Now, Place, Said};
use crate::web::upload::UploadedFile;
use crate::web::{Answer, Done, Gate, Page, Routes, Visit};

pub(super) fn routes() -> Routes {
    Routes::default()
        .upload("/chat/{id}/messages", Gate::Member, create)
        .post("/chat/{id}/read", Gate::Member, read)
        .get("/chat/with/{username}", Gate::Member, show_with)
        .upload("/chat/with/{username}", Gate::Member, create_with)
        .get("/messages/{id}", Gate::Member, lead)
        .get("/messages/{id}/edit", Gate::Member, edit)
        .post("/messages/{id}/edit", Gate::Member, update)
        .post("/messages/{id}/edit/preview", Gate::Member, preview)
        .get("/messages/{id}/who", Gate::Member, who)
        .post("/messages/{id}/remove", Gate::Member, remove)
        .post("/messages/{id}/reactions", Gate::Member, react)
}

fn typed(visit: &Visit) -> Typed {
    Typed { body: visit.form.text("body").to_owned(), answers: visit.form.text("answers").parse().ok() }
}

async fn create(mut visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    let sent = Files::of(&mut visit);
    match send(&visit, id, sent).await {
        Ok(sent) => answer(&visit, sent).await,
        Err(Error::Invalid(problems)) => talk_page(&visit, id, &typed(&visit), Some(&problems)).await,
        Err(error) => Err(error),
    }
}

/// The message in its place, without loading the page anew; or the way to it.
async fn answer(visit: &Visit, sent: Sent) -> Answer {
    if !visit.takes_changes() {
        return visit.go(&format!("/chat/{}", sent.conversation), sent.waits.then_some(Done::Waiting));
    }
    let (line, now) = visit.read(|look| Ok((talk_store::line(look, sent.id)?, look.now_ms()))).await?;
    // Sent before under this key, and taken away since: there is nothing to show, and it is sent.
    Ok(visit.changes(line.map(|line| drawn(visit, now, &line)).unwrap_or_default()))
}

/// The files of a form: photos, and documents.
struct Files {
    photos: Vec<UploadedFile>,
    documents: Vec<UploadedFile>,
}

impl Files {
    fn of(visit: &mut Visit) -> Files {
        Files { photos: visit.form.files("photo"), documents: visit.form.files("document") }
    }
}

async fn send(visit: &Visit, id: ItemId, files: Files) -> Result<Sent> {
    visit.pace("message", 60, 0.5)?;
    let alts: Vec<String> = visit.form.all("alt").map(str::to_owned).collect();
    let documents = document_pages::prepared(visit, id, files.documents).await?;
    let ready = photos::prepared(visit, files.photos, &alts).await?;
    let typed = typed(visit);
    let draft = Draft {
        body: typed.body,
        answers: typed.answers,
        photos: ready.photos,
        files: documents.files,
        key: visit.form.text("key").to_owned(),
    };
    let rules = visit.rules().clone();
    let sent = visit.write(Act::AddMessage, move |change| super::send(change, &rules, id, &draft)).await;
    drop((ready.held, documents.held)); // until here nothing may sweep the files
    if sent.is_ok() {
        visit.until_heard(&format!("chat/{id}")).await;
    }
    sent
}

async fn other(visit: &Visit) -> Result<AccountId> {
    let username = visit.part::<String>("username")?;
    visit.read(|look| store::person_of(look, &username)).await
}

/// No conversation has this number: the newest stand beside one that nobody began.
const NONE: ItemId = ItemId(0);

/// The conversation with a person: the one there is, or an empty page to begin one.
async fn show_with(visit: Visit) -> Answer {
    let other = other(&visit).await?;
    with_page(&visit, other, "", None).await
}

async fn with_page(
    visit: &Visit,
    other: AccountId,
    typed: &str,
    problems: Option<&crate::base::Problems>,
) -> Answer {
    let found = visit
        .read(|look| {
            let found = store::of_two(look, &store::pair(look.me()?, other))?;
            let voice = rules::voice_to_begin(look, visit.rules(), other)?;
            // A block by the other looks like every other reason for which one may not write to somebody seen.
            if other == look.me()? {
                return Err(Error::NotFound);
            }
            let beside = super::pages::beside(visit, look, Some(NONE))?;
            let takes = documents::are_taken(look, visit.rules(), None)?;
            let waits = levels::waits(look, visit.rules(), Where::Apart)?;
            Ok((found, voice, list::named_person(look, other)?, beside, (takes, waits), look.now_ms()))
        })
        .await?;
    let (talk, voice, named, beside, (sends_files, waits), now) = found;
    if let Some(talk) = talk.filter(|_| problems.is_none()) {
        return visit.go(&format!("/chat/{}", talk.id), None);
    }
    let now = Now::new(now, &visit.rules().time_zone);
    let said = problems.map(|problems| Said::new(visit.lang(), problems)).unwrap_or_default();
    let writing = views::Writing {
        action: visit.path(),
        same_site: &visit.same_site(),
        typed,
        said: &said,
        answering: None,
        sends: visit.session()?.may_send(visit.rules()),
        sends_files,
        waits,
        staff: posts::staff_word(visit.lang(), visit.rules().kind),
    };
    let topic = voice_live::of_beginning(other);
    let main = views::beginning(&Seer::of(visit, &now), &beside.side(), &named, (&topic, voice), &writing);
    let page = Page::new(views::name(visit.lang(), &named), Place::Chat, main).wide();
    let marks: Vec<(String, i64)> =
        std::iter::once((topic, voice.number_with(writing.waits))).chain(beside.follows()).collect();
    let page = page.listens(marks.iter().map(|(topic, _)| topic.clone()).collect()).marks(marks);
    visit.show(if problems.is_some() { page.with_problems() } else { page })
}

async fn create_with(mut visit: Visit) -> Answer {
    let other = other(&visit).await?;
    let files = Files::of(&mut visit);
    // An empty form begins nothing.
    let fit = super::fit_any(visit.form.text("body"), files.photos.len(), files.documents.len());
    if let Err(Error::Invalid(problems)) = fit {
        let body = visit.form.text("body").to_owned();
        return with_page(&visit, other, &body, Some(&problems)).await;
    }
    let rules = visit.rules().clone();
    let begun = visit.write(Act::BeginChat, move |change| super::with(change, &rules, other)).await;
    let id = match begun {
        Ok(id) => id,
        Err(Error::Invalid(problems)) => {
            let body = visit.form.text("body").to_owned();
            return with_page(&visit, other, &body, Some(&problems)).await;
        }
        Err(error) => return Err(error),
    };
    match send(&visit, id, files).await {
        Ok(sent) => visit.go(&format!("/chat/{id}"), sent.waits.then_some(Done::Waiting)),
        Err(Error::Invalid(problems)) => talk_page(&visit, id, &typed(&visit), Some(&problems)).await,
        Err(error) => Err(error),
    }
}

async fn read(visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    let place = visit.form.text("place").parse::<i64>().map_err(|_| Error::NotFound)?;
    let rules = visit.rules().clone();
    visit.write(Act::NoteChat, move |change| super::read(change, &rules, id, place)).await?;
    if !visit.takes_changes() {
        return visit.go(&format!("/chat/{id}"), None);
    }
    let chats = visit.read(super::live::unread_chats).await?;
    Ok(visit.changes(say_views::badge(visit.lang(), chats)))
}

/// The address of one message leads to its place in its conversation.
async fn lead(visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    let (conversation, place) =
        visit.read(|look| talk_store::place_of(look, id)?.ok_or(Error::NotFound)).await?;
    visit.go(&format!("/chat/{conversation}?at={place}#message-{id}"), None)
}

/// One's own message while it can still be changed.
async fn mine(visit: &Visit, id: ItemId) -> Result<Message> {
    let (message, now) = visit.read(|look| Ok((super::find_message(look, id)?, look.now_ms()))).await?;
    let me = visit.viewer().id().map_or(0, |id| id.0);
    if is_open(&message, me, now) { Ok(message) } else { Err(Error::NotFound) }
}

async fn edit(visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    let message = mine(&visit, id).await?;
    if visit.query().text("here") == "yes" {
        let said = Said::default();
        let form = say_views::edit_here(visit.lang(), &visit.same_site(), &message, &message.body, &said);
        return visit.piece(&form);
    }
    edit_page(&visit, &message, &message.body, &Said::default(), None)
}

fn edit_page(
    visit: &Visit,
    message: &Message,
    body: &str,
    said: &Said,
    previewed: Option<&ui::Markup>,
) -> Answer {
    let failed = !said.list().is_empty();
    let main = say_views::edit(visit.lang(), &visit.same_site(), message, body, said, previewed);
    let page = Page::new(visit.lang().chat_edit_title(), Place::Chat, main);
    visit.show(if failed { page.with_problems() } else { page })
}

async fn update(visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    visit.pace("edit", 60, 2.0)?;
    let (body, rules) = (visit.form.text("body").to_owned(), visit.rules().clone());
    let typed = body.clone();
    match visit.write(Act::EditMessage, move |change| super::edit(change, &rules, id, &body)).await {
        Ok(edited) if is_here(&visit) => answer(&visit, edited).await,
        Ok(edited) => {
            let done = if edited.waits { Done::Waiting } else { Done::Saved };
            visit.go(&format!("/messages/{id}"), Some(done))
        }
        Err(Error::Invalid(problems)) => {
            let message = visit.read(|look| super::find_message(look, id)).await?;
            let said = Said::new(visit.lang(), &problems);
            if is_here(&visit) {
                let form = say_views::edit_here(visit.lang(), &visit.same_site(), &message, &typed, &said);
                return visit.piece_with_problems(&form);
            }
            edit_page(&visit, &message, &typed, &said, None)
        }
        Err(error) => Err(error),
    }
}

/// Is a message changed where it stands, and not on a page of its own?
fn is_here(visit: &Visit) -> bool {
    visit.form.text("here") == "yes" && visit.takes_changes()
}

/// How a message would look once it is changed.
async fn preview(visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    let message = mine(&visit, id).await?;
    let body = visit.form.text("body").to_owned();
    let named = visit.read(|look| items::would_name(look, &body)).await?;
    let previewed = items::preview_text(visit.lang(), &body, &named);
    if visit.takes_changes() {
        return Ok(visit.changes(items::preview_change(&previewed)));
    }
    edit_page(&visit, &message, &body, &Said::default(), Some(&previewed))
}

/// Who sees a message; and who has read one's own, where the house lets people know.
async fn who(visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    let tells = visit.rules().show_read;
    let (message, sort, people, readers) = visit
        .read(|look| {
            let message = super::find_message(look, id)?;
            let talk = store::find(look, message.conversation)?;
            let own = look.viewer().id() == Some(message.author.id);
            let shown = message.state == crate::base::State::Shown;
            let readers = match own && tells && shown {
                true => Some(read_store::readers(look, talk.id, message.place)?),
                false => None,
            };
            Ok((message, talk.sort, store::size(look, talk.id)?, readers))
        })
        .await?;
    let waits = message.state == crate::base::State::Held;
    let sentence = match waits {
        true => visit.lang().post_waiting(posts::staff_word(visit.lang(), visit.rules().kind)),
        false => views::seen_by(visit.lang(), visit.rules(), sort, people),
    };
    let main = say_views::who(visit.lang(), &message, &sentence, readers.as_deref());
    super::pages::plain(&visit, visit.lang().foot_who_sees(), main)
}

async fn remove(visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    let rules = visit.rules().clone();
    let removed = visit.write(Act::RemoveMessage, move |change| super::remove(change, &rules, id));
    let conversation = match removed.await {
        Ok(conversation) => conversation,
        // A button has no field beside which the problem could stand: the form for changing it says it.
        Err(Error::Invalid(problems)) => {
            let message = visit.read(|look| super::find_message(look, id)).await?;
            let said = Said::new(visit.lang(), &problems);
            return edit_page(&visit, &message, &message.body, &said, None);
        }
        Err(error) => return Err(error),
    };
    if visit.takes_changes() {
        return Ok(visit.changes(message_views::gone(id)));
    }
    visit.go(&format!("/chat/{conversation}"), Some(Done::Removed))
}

async fn react(visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    let pressed = ReactionKind::parse(visit.form.text("kind")).ok_or(Error::NotFound)?;
    visit.pace("react", 60, 0.5)?;
    let rules = visit.rules().clone();
    visit.write(Act::React, move |change| super::react(change, &rules, id, pressed)).await?;
    if !visit.takes_changes() {
        return visit.go(&format!("/messages/{id}"), None);
    }
    let (line, now) = visit.read(|look| Ok((talk_store::line(look, id)?, look.now_ms()))).await?;
    Ok(visit.changes(line.map(|line| drawn(&visit, now, &line)).unwrap_or_default()))
}
