//! Beginning conversations, and who comes and goes.

use super::rules::{self, Voice};
use super::store::{self, Conversation, New, Sort};
use crate::base::watch::Surface;
use crate::base::{
    AccountId, Act, Error, GroupId, ItemId, Kind, Problem, Result, Rules, Topic, limits, text,
};
use crate::db::{Change, Snapshot};
use crate::features::levels::{self, Where};
use crate::features::moderation::{self, Part, Verdict};
use crate::features::notices::{self, NoticeKind};

/// The conversation of the viewer with this person; made where there was none.
///
/// # Errors
/// `NotFound` for themselves; `Invalid` where the house rules do not let them begin.
pub fn with(change: &mut Change<'_>, rules: &Rules, other: AccountId) -> Result<ItemId> {
    let me = change.me()?;
    let pair = store::pair(me, other);
    if let Some(talk) = store::of_two(change, &pair)? {
        return Ok(talk.id);
    }
    if other == me {
        return Err(Error::NotFound);
    }
    if let Voice::Not(why) = rules::voice_with(change, rules, other, false)? {
        return Err(Error::field("body", rules::no_voice(rules, why)));
    }
    let new = New { sort: Sort::Two, pair: Some(&pair), group: None, name: "", newcomers_see_all: true };
    let id = store::insert(change, &new)?;
    for person in [me, other] {
        store::insert_person(change, id, person, false, true)?;
        change.touch(Topic::Chats(person), Some(id));
    }
    change.about(Kind::Conversation.word(), id.0);
    Ok(id)
}

/// Begins a conversation of the viewer with these people. Its beginner leads it.
///
/// # Errors
/// `Invalid` for nobody, too many, or somebody with whom the viewer may not talk; for a name that is too long or would
/// wait for staff; and where the viewer has begun very many already.
pub fn begin(
    change: &mut Change<'_>,
    rules: &Rules,
    people: &[AccountId],
    name: &str,
    all: bool,
) -> Result<ItemId> {
    let name = fit_name(change, rules, name)?;
    check_people(change, rules, people)?;
    if people.is_empty() {
        return Err(Error::field("people", Problem::Missing));
    }
    check_count(change, people.len())?;
    if store::begun(change)? >= limits::CHATS_BEGUN_MAX {
        return Err(Error::field("people", Problem::TooMany { limit: limits::CHATS_BEGUN_MAX as usize }));
    }
    let me = change.me()?;
    let new = New { sort: Sort::Many, pair: None, group: None, name: &name, newcomers_see_all: all };
    let id = store::insert(change, &new)?;
    store::insert_person(change, id, me, true, true)?;
    take_in(change, id, people, true)?;
    change.touch(Topic::Chats(me), Some(id));
    change.about(Kind::Conversation.word(), id.0);
    change.text(None, Some(&name));
    Ok(id)
}

fn fit_name(change: &mut Change<'_>, rules: &Rules, name: &str) -> Result<String> {
    let name = text::within("name", text::line(name), limits::CHAT_NAME_CHARS_MAX)?;
    // A name cannot wait: everybody in the conversation sees it at once.
    let judged =
        moderation::judge_at_once(change, rules, Where::Apart, &[Part::of(Surface::Talk, "name", &name)], 0)?;
    if judged.verdict() == Verdict::Hold && !name.is_empty() {
        return Err(Error::field("name", Problem::ForStaff));
    }
    judged.note(change, None)?;
    Ok(name)
}

/// Are there as many others in it as staff let the viewer talk with at once?
fn check_count(look: &Snapshot<'_>, others: usize) -> Result<()> {
    match levels::limits(look)?.people_new {
        Some(limit) if others > limit => Err(Error::field("people", Problem::TooMany { limit })),
        _ => Ok(()),
    }
}

fn check_people(change: &Change<'_>, rules: &Rules, people: &[AccountId]) -> Result<()> {
    if people.len() > limits::CHAT_ADDED_MAX {
        return Err(Error::field("people", Problem::TooMany { limit: limits::CHAT_ADDED_MAX }));
    }
    for person in people {
        if let Voice::Not(why) = rules::voice_with(change, rules, *person, false)? {
            return Err(Error::field("people", rules::no_voice(rules, why)));
        }
    }
    Ok(())
}

fn take_in(change: &mut Change<'_>, id: ItemId, people: &[AccountId], from_beginning: bool) -> Result<()> {
    for person in people {
        store::insert_person(change, id, *person, false, from_beginning)?;
        notices::tell(change, *person, NoticeKind::Chat, id)?;
        change.touch(Topic::Chats(*person), Some(id));
    }
    Ok(())
}

/// Takes people into a conversation of many that the viewer is in. What they see of what was said before is a setting of
/// the conversation.
///
/// # Errors
/// `NotFound` where it is not seen; `Forbidden` in one of two or of a group; `Invalid` as for [`begin`].
pub fn add_people(change: &mut Change<'_>, rules: &Rules, id: ItemId, people: &[AccountId]) -> Result<()> {
    let talk = many(change, id)?;
    rules::check(change, rules, &talk)?;
    let mut new = Vec::new();
    for person in people {
        if !store::is_in(change, id, *person)? {
            new.push(*person);
        }
    }
    check_people(change, rules, &new)?;
    // Who begins with few and takes in more has as many in the end.
    check_count(
        change,
        usize::try_from(store::size(change, id)?).unwrap_or(0).saturating_sub(1) + new.len(),
    )?;
    if store::size(change, id)? + new.len() as i64 > limits::CHAT_PEOPLE_MAX as i64 {
        return Err(Error::field("people", Problem::TooMany { limit: limits::CHAT_PEOPLE_MAX }));
    }
    take_in(change, id, &new, talk.newcomers_see_all)?;
    change.about(Kind::Conversation.word(), id.0);
    for person in new {
        change.touch_about(Topic::Conversation(id), person);
    }
    Ok(())
}

/// Who leads a conversation takes somebody out of it.
///
/// # Errors
/// `NotFound` where it is not seen or that person is not in it; `Forbidden` for whoever does not lead it.
pub fn take_out(change: &mut Change<'_>, id: ItemId, person: AccountId) -> Result<()> {
    let talk = many(change, id)?;
    if !talk.leads || Some(person) == change.viewer().id() {
        return Err(Error::Forbidden);
    }
    if store::take_out(change, id, person)? == 0 {
        return Err(Error::NotFound);
    }
    gone(change, id, person)
}

/// The viewer leaves a conversation of many, and sees it no more.
///
/// # Errors
/// `NotFound` where it is not seen; `Forbidden` in one of two (put it away) or of a group (leave the group).
pub fn leave(change: &mut Change<'_>, id: ItemId) -> Result<()> {
    many(change, id)?;
    let me = change.me()?;
    store::take_out(change, id, me)?;
    gone(change, id, me)
}

/// Staff who keep two people apart take one of them out of a conversation of many in which both are.
///
/// # Errors
/// `NotFound` where that person is not in it.
pub fn taken_out_by_staff(change: &mut Change<'_>, id: ItemId, person: AccountId) -> Result<()> {
    if store::take_out(change, id, person)? == 0 {
        return Err(Error::NotFound);
    }
    gone(change, id, person)
}

fn gone(change: &mut Change<'_>, id: ItemId, person: AccountId) -> Result<()> {
    change.about(Kind::Conversation.word(), id.0);
    change.touch(Topic::Chats(person), Some(id));
    change.touch(Topic::Voice(person), None);
    change.touch_about(Topic::Conversation(id), person);
    Ok(())
}

/// A conversation of many that the viewer is in.
fn many(change: &Change<'_>, id: ItemId) -> Result<Conversation> {
    let talk = store::find(change, id)?;
    if talk.sort == Sort::Many { Ok(talk) } else { Err(Error::Forbidden) }
}

/// A conversation of many that the viewer leads.
///
/// # Errors
/// `NotFound` where it is not seen; `Forbidden` for whoever does not lead it, and where it is none of many.
pub(super) fn led(change: &Change<'_>, id: ItemId) -> Result<Conversation> {
    let talk = many(change, id)?;
    if talk.leads { Ok(talk) } else { Err(Error::Forbidden) }
}

/// Who leads a conversation names it anew, and says whether newcomers see what was said before.
///
/// # Errors
/// `NotFound` where it is not seen; `Forbidden` for whoever does not lead it; `Invalid` as for [`begin`].
pub fn rename(change: &mut Change<'_>, rules: &Rules, id: ItemId, name: &str, all: bool) -> Result<()> {
    let talk = led(change, id)?;
    let name = fit_name(change, rules, name)?;
    store::set_name(change, id, &name, all)?;
    change.about(Kind::Conversation.word(), id.0);
    change.text(Some(&talk.name), Some(&name));
    change.touch(Topic::Conversation(id), None);
    Ok(())
}

/// The viewer wants no badge and no sound of a conversation, or wants them again.
///
/// # Errors
/// `NotFound` where it is not seen.
pub fn mute(change: &mut Change<'_>, id: ItemId, muted: bool) -> Result<()> {
    store::find(change, id)?;
    let me = change.me()?;
    store::set_muted(change, id, muted)?;
    change.touch(Topic::Chats(me), Some(id));
    Ok(())
}

/// The viewer puts a conversation out of their list, until something new is said in it; or back.
///
/// # Errors
/// `NotFound` where it is not seen.
pub fn put_away(change: &mut Change<'_>, id: ItemId, away: bool) -> Result<()> {
    store::find(change, id)?;
    let me = change.me()?;
    let until = if away { store::count(change)? } else { 0 };
    store::set_put_away(change, id, until)?;
    change.touch(Topic::Chats(me), Some(id));
    Ok(())
}

/// Leaders of a group give it a conversation, or switch it off or on again.
///
/// # Errors
/// `NotFound` for whoever does not lead the group.
pub fn open_group(change: &mut Change<'_>, group: GroupId, open: bool) -> Result<ItemId> {
    if !store::leads_group(change, group)? {
        return Err(Error::NotFound);
    }
    let id = match store::of_group(change, group)? {
        Some(talk) => {
            store::set_open(change, talk.id, open)?;
            change.becomes(Act::EditChat);
            change.touch(Topic::Voices, Some(talk.id));
            talk.id
        }
        None => {
            let new =
                New { sort: Sort::Group, pair: None, group: Some(group), name: "", newcomers_see_all: false };
            let id = store::insert(change, &new)?;
            store::insert_members(change, id, group)?;
            change.touch(Topic::Conversation(id), None);
            id
        }
    };
    change.about(Kind::Conversation.word(), id.0);
    Ok(id)
}
