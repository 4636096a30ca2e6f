//! Chat: conversations of two or many, and of groups, and what is said in them.

mod begin_pages;
mod daily_store;
mod document_pages;
mod document_store;
mod document_views;
mod documents;
mod glance_store;
mod list;
mod list_store;
mod live;
mod live_views;
#[cfg(test)]
mod long_tests;
mod message_views;
mod overseen_store;
mod overseen_views;
mod pages;
mod people;
mod people_pages;
mod people_store;
mod people_views;
mod picture_pages;
mod picture_views;
mod pictures;
mod presence_store;
mod read_live;
mod read_store;
mod read_views;
mod rules;
mod say_pages;
mod say_store;
mod say_views;
mod store;
mod talk_store;
mod told_store;
mod told_views;
mod views;
mod voice_live;

pub use document_store::Document;
pub use document_views::documents_of;
pub use list::{mine, names};
pub use overseen_store::{
    BY_STAFF, InCase, OF_GROUP, Overseen, Source, Span, of_group_by_staff, overseen_in, talk_in_case,
};
pub use overseen_views::{Overseeing, overseen};
pub use pages::routes;
pub use people::{
    add_people, begin, leave, mute, open_group, put_away, rename, take_out, taken_out_by_staff, with,
};
pub use picture_views::shielded_picture;
pub use pictures::take_picture;
pub use rules::{Voice, WhyNot};
pub use store::{Conversation, Sort, find};
pub use talk_store::{Message, find as find_message};

use super::files::NewFile;
use super::items;
use super::moderation::{self, Part, Verdict};
use super::notices;
use super::photos::NewPhoto;
use super::reactions::{self, ReactionKind};
use crate::base::watch::Surface;
use crate::base::{Act, Error, ItemId, Kind, Problem, Result, Rules, State, Topic, limits, text};
use crate::db::{Change, Snapshot};
use crate::features::levels::{self, Where};

/// A message as its author sends it.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    /// Markdown, as typed.
    pub body: String,
    /// The message that it answers.
    pub answers: Option<ItemId>,
    /// Photos in order.
    pub photos: Vec<NewPhoto>,
    /// Documents in order.
    pub files: Vec<NewFile>,
    /// What its page calls it, so that sending it again sends it once; empty for a page without scripts.
    pub key: String,
}

impl Draft {
    /// A message that is only words.
    pub fn of(body: impl Into<String>) -> Draft {
        Draft { body: body.into(), ..Draft::default() }
    }
}

/// What became of a message that was sent or changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sent {
    /// The message.
    pub id: ItemId,
    /// Where it stands.
    pub conversation: ItemId,
    /// It waits for staff.
    pub waits: bool,
}

/// Sends the viewer's message in a conversation they are in. The house rules decide, before anybody gets it, whether it
/// arrives at once or waits for staff. The same key again gives what became of the first, and sends nothing.
///
/// # Errors
/// `NotFound` where the viewer is not in it; `Invalid` where they may not write there now, for a text that is empty,
/// where there is neither photo nor document, or too long, for documents where there may be none or no room is left for
/// them, and where what it answers is not there any more; `Forbidden` where members may not make anything now.
pub fn send(change: &mut Change<'_>, rules: &Rules, conversation: ItemId, draft: &Draft) -> Result<Sent> {
    let talk = store::find(change, conversation)?;
    if let Some(before) = talk_store::sent_as(change, &draft.key)? {
        return Ok(before);
    }
    rules::check(change, rules, &talk)?;
    let body = fit(change, &draft.body, draft.photos.len(), draft.files.len())?;
    daily_store::take(change)?;
    documents::check(change, rules, &talk, draft)?;
    if draft.key.chars().count() > limits::SENT_KEY_CHARS_MAX {
        return Err(Error::NotOurs);
    }
    let answers = answered(change, conversation, draft.answers)?;
    let alts = alts(&draft.photos)?;
    let names: Vec<String> = draft.files.iter().map(|file| file.name.clone()).collect();
    let words = all_words(&body, &alts, &names);
    moderation::check_photos(change, rules, "photo", draft.photos.len())?;
    // Nobody can look through a document in passing, so it waits as a photo does.
    let shown = draft.photos.len() + draft.files.len();
    let judged =
        moderation::judge(change, rules, Where::Under(conversation), &parts(&body, &alts, &names), shown)?;
    let state = judged.state();
    let new = say_store::New { conversation, state, body: &body, answers, key: &draft.key };
    let (id, place) = say_store::insert(change, &new)?;
    for (place, (photo, alt)) in (0..).zip(draft.photos.iter().zip(&alts)) {
        say_store::insert_photo(change, id, place, photo, alt)?;
    }
    for (place, file) in (0..).zip(&draft.files) {
        document_store::insert(change, id, place, file)?;
    }
    judged.note(change, Some(id))?;
    items::mark_people(change, id, &body, state == State::Shown && talk.sort != Sort::Two)?;
    change.about(Kind::Message.word(), id.0);
    change.text(None, Some(&words));
    // Its author has it on other pages, too. Nobody who cannot see it learns that something came: to each is told what
    // they see, and where that is nothing, nothing is sent.
    change.touch_at(Topic::Conversation(conversation), Some(id), place);
    // Whoever writes has read what stands above.
    if state == State::Shown {
        tell_read(change, rules, &talk);
    }
    if state == State::Held {
        change.touch(Topic::Desk, Some(id));
    }
    Ok(Sent { id, conversation, waits: state == State::Held })
}

/// Changes one's own message, for a while; what it said before is kept for staff with a Reading.
///
/// # Errors
/// `NotFound` where it is not seen; `Forbidden` where it is not one's own or staff removed it; `Invalid` when it is
/// too late, and as for [`send`].
pub fn edit(change: &mut Change<'_>, rules: &Rules, id: ItemId, body: &str) -> Result<Sent> {
    let message = talk_store::find(change, id)?;
    check_open(change, &message)?;
    rules::check(change, rules, &store::find(change, message.conversation)?)?;
    let body = fit(change, body, message.photos, message.files)?;
    let same = Sent { id, conversation: message.conversation, waits: message.state == State::Held };
    if body == message.body {
        return Ok(same);
    }
    let (alts, names) = (talk_store::alts(change, id)?, document_store::names(change, id)?);
    let (before, after) = (all_words(&message.body, &alts, &names), all_words(&body, &alts, &names));
    let shown = message.photos + message.files;
    let judged = moderation::judge(change, rules, Where::Under(id), &parts(&body, &alts, &names), shown)?;
    let state = items::after_edit(message.state, &judged);
    items::keep(change, id, &message.body, message.state)?;
    say_store::set_body(change, id, &body)?;
    items::changed(change, id, state)?;
    judged.note(change, Some(id))?;
    items::mark_people(change, id, &body, false)?;
    change.about(Kind::Message.word(), id.0);
    change.text(Some(&before), Some(&after));
    tell_of_change(change, &message)?;
    if state == State::Held {
        change.touch(Topic::Desk, Some(id));
    }
    Ok(Sent { waits: state == State::Held, ..same })
}

/// Takes one's own message away, for a while. It stays for what staff must look at, until retention ends.
///
/// # Errors
/// `NotFound` where it is not seen; `Forbidden` where it is not one's own or staff removed it; `Invalid` when it is
/// too late.
pub fn remove(change: &mut Change<'_>, rules: &Rules, id: ItemId) -> Result<ItemId> {
    let message = talk_store::find(change, id)?;
    check_open(change, &message)?;
    let words = whole(change, &message, &message.body)?;
    items::remove(change, id)?;
    change.about(Kind::Message.word(), id.0);
    change.text(Some(&words), None);
    tell_of_change(change, &message)?;
    // The line under it moves up to what was read before.
    if rules.show_read && message.state == State::Shown {
        change.touch_at(Topic::Read(message.conversation), None, 0);
    }
    Ok(message.conversation)
}

/// May this viewer still change or take away this message of theirs at this moment?
pub fn is_open(message: &Message, me: i64, now: i64) -> bool {
    message.author.id.0 == me
        && message.state != State::Removed
        && now - message.made_at < limits::MESSAGE_EDIT_MS
}

fn check_open(change: &Change<'_>, message: &Message) -> Result<()> {
    items::check_mine(change, message.author.id, message.state)?;
    if change.now_ms() - message.made_at >= limits::MESSAGE_EDIT_MS {
        return Err(Error::field("body", Problem::TooLate));
    }
    Ok(())
}

/// Those who saw a message see it otherwise, or no more. What only waited changes nobody's page but its author's.
fn tell_of_change(change: &mut Change<'_>, message: &Message) -> Result<()> {
    let count = say_store::touch(change, message.id)?;
    change.touch_at(Topic::Conversation(message.conversation), Some(message.id), count);
    if message.state != State::Shown {
        change.touch(Topic::Desk, Some(message.id));
    }
    Ok(())
}

/// The viewer presses a sign under a message: sets it, replaces another, or takes the same one back.
///
/// # Errors
/// `NotFound` where it is not seen; `Forbidden` where it is not shown to others.
pub fn react(change: &mut Change<'_>, rules: &Rules, id: ItemId, pressed: ReactionKind) -> Result<ItemId> {
    let message = talk_store::find(change, id)?;
    if message.state != State::Shown {
        return Err(Error::Forbidden);
    }
    reactions::toggle(change, rules, Kind::Message, (id, message.author.id), pressed)?;
    say_store::set_reacted(change, id)?;
    tell_of_change(change, &message)?;
    Ok(message.conversation)
}

/// Those who wrote in a conversation may be told that the viewer read on from where they were, if the house wants it so.
fn tell_read(change: &mut Change<'_>, rules: &Rules, talk: &Conversation) {
    if rules.show_read {
        change.touch_at(Topic::Read(talk.id), None, talk.read);
    }
}

/// The viewer has read a conversation up to this place. Reading less than before changes nothing.
///
/// # Errors
/// `NotFound` where the viewer is not in it.
pub fn read(change: &mut Change<'_>, rules: &Rules, conversation: ItemId, place: i64) -> Result<()> {
    let talk = store::find(change, conversation)?;
    let me = change.me()?;
    if place > talk.read {
        store::set_read(change, conversation, place.min(store::count(change)?))?;
        notices::read_in_talk(change, conversation)?;
        change.touch(Topic::Chats(me), Some(conversation));
        tell_read(change, rules, &talk);
    }
    Ok(())
}

/// Staff decided about a message (let it through, took it away, brought it back): those who may see it are told. What is
/// let through arrives now, at the end, since nobody saw it at the place where it was written.
///
/// # Errors
/// `Broken` if the database fails.
pub fn decided(change: &mut Change<'_>, id: ItemId, act: Act) -> Result<()> {
    let Some(found) = say_store::conversation_of(change, id)? else { return Ok(()) };
    let count = match act {
        Act::Release => say_store::arrives(change, id)?,
        // Taken away while it waited, and brought back: it arrives only now.
        Act::StaffRestore if !found.was_seen => say_store::arrives(change, id)?,
        _ => say_store::touch(change, id)?,
    };
    if (act == Act::Release || (act == Act::StaffRestore && !found.was_seen)) && found.names_people {
        items::tell_named(change, found.author, id)?;
    }
    change.touch_at(Topic::Conversation(found.conversation), Some(id), count);
    Ok(())
}

/// Is a text nothing but one to three signs such as 😀? Those are drawn large.
fn is_only_emoji(body: &str) -> bool {
    let body = body.trim();
    let joins = |sign: char| matches!(sign, '\u{200d}' | '\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}' | ' ');
    let sign = |sign: char| matches!(sign, '\u{1f300}'..='\u{1faff}' | '\u{2600}'..='\u{27bf}' | '\u{1f1e6}'..='\u{1f1ff}' | '\u{2b50}' | '\u{2b55}');
    let joined = body.chars().filter(|each| *each == '\u{200d}').count();
    let flags = body.chars().filter(|each| matches!(each, '\u{1f1e6}'..='\u{1f1ff}')).count() / 2;
    let signs = body.chars().filter(|each| sign(*each) && !joins(*each)).count();
    body.chars().all(|each| sign(each) || joins(each))
        && (1..=3).contains(&(signs.saturating_sub(joined + flags)))
}

/// May members write anything at all in this house now?
fn may_write_at_all(rules: &Rules, role: Option<crate::base::Role>) -> bool {
    moderation::approval(rules, role, 0) != Verdict::Block
}

/// The message that another one answers.
fn answered(look: &Snapshot<'_>, conversation: ItemId, id: Option<ItemId>) -> Result<Option<ItemId>> {
    let Some(id) = id else { return Ok(None) };
    match talk_store::find(look, id) {
        Ok(message) if message.conversation == conversation && message.state == State::Shown => Ok(Some(id)),
        Ok(_) | Err(Error::NotFound) => Err(Error::field("body", Problem::Gone)),
        Err(error) => Err(error),
    }
}

fn alts(photos: &[NewPhoto]) -> Result<Vec<String>> {
    photos.iter().map(|photo| text::within("alt", text::line(&photo.alt), limits::ALT_CHARS_MAX)).collect()
}

/// The texts of a message, each with where it stands and the field in which it was typed.
fn parts<'a>(body: &'a str, alts: &'a [String], names: &'a [String]) -> Vec<Part<'a>> {
    let alts = alts.iter().map(|alt| Part::of(Surface::Alt, "alt", alt));
    let names = names.iter().map(|name| Part::of(Surface::File, "document", name));
    std::iter::once(Part::of(Surface::Message, "body", body)).chain(alts).chain(names).collect()
}

/// Everything that a message says: its text, what its photos show, and what its documents are called.
fn all_words(body: &str, alts: &[String], names: &[String]) -> String {
    let rest = alts.iter().chain(names).map(String::as_str).filter(|words| !words.is_empty());
    std::iter::once(body).chain(rest).collect::<Vec<_>>().join("\n")
}

/// As [`all_words`], of a message that there is, with this text.
fn whole(look: &Snapshot<'_>, message: &Message, body: &str) -> Result<String> {
    let names = document_store::names(look, message.id)?;
    Ok(all_words(body, &talk_store::alts(look, message.id)?, &names))
}

/// A text as it is kept: as [`fit_any`], and not longer than staff say that this person's are.
fn fit(look: &Snapshot<'_>, body: &str, photos: usize, files: usize) -> Result<String> {
    let body = fit_any(body, photos, files)?;
    match levels::limits(look)?.letters {
        Some(most) => text::within("body", body, most),
        None => Ok(body),
    }
}

/// A text tidied, not too long, and not empty where there is neither photo nor document.
fn fit_any(body: &str, photos: usize, files: usize) -> Result<String> {
    if photos > limits::MESSAGE_PHOTOS_MAX {
        return Err(Error::field("photo", Problem::TooMany { limit: limits::MESSAGE_PHOTOS_MAX }));
    }
    if files > limits::MESSAGE_FILES_MAX {
        return Err(Error::field("document", Problem::TooMany { limit: limits::MESSAGE_FILES_MAX }));
    }
    let body = text::tidy(body);
    if photos + files > 0 {
        text::within("body", body, limits::MESSAGE_CHARS_MAX)
    } else {
        text::needed("body", body, limits::MESSAGE_CHARS_MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_few_signs_alone_are_drawn_large() {
        for large in ["😀", "🎉🎉🎉", "❤️", "👍🏽", "👩‍👩‍👧", "🇪🇸", " 😀 😀 "]
        {
            assert!(is_only_emoji(large), "{large}");
        }
        for plain in ["", "ok 😀", "😀😀😀😀", "7", "#", "**", "\u{fe0f}"] {
            assert!(!is_only_emoji(plain), "{plain}");
        }
    }

    #[test]
    fn a_message_has_words_photos_or_documents_and_not_too_many() {
        assert_eq!(fit_any(" hello \r\n", 0, 0).ok().as_deref(), Some("hello"));
        assert!(fit_any(" \n ", 0, 0).is_err());
        assert!(fit_any(" \n ", 1, 0).is_ok() && fit_any(" \n ", 0, 1).is_ok(), "these need none");
        assert!(fit_any("x", limits::MESSAGE_PHOTOS_MAX, limits::MESSAGE_FILES_MAX).is_ok());
        assert!(fit_any("x", limits::MESSAGE_PHOTOS_MAX + 1, 0).is_err());
        assert!(fit_any("x", 0, limits::MESSAGE_FILES_MAX + 1).is_err());
        for photos in [0, 1] {
            assert!(fit_any(&"x".repeat(limits::MESSAGE_CHARS_MAX), photos, 0).is_ok());
            assert!(fit_any(&"x".repeat(limits::MESSAGE_CHARS_MAX + 1), photos, 0).is_err());
        }
    }
}
