//! A page that was away, or took too little: what it missed, and no more than that.

use super::crowd::{self, message};
use super::page::{Gone, Page, log_and_go};
use super::topics::{Key, Topics, keys, stands_otherwise, wants};
use crate::base::{AccountId, Event, Result, Rules, Topic};
use crate::db::Snapshot;
use crate::lang::Lang;
use axum::extract::ws::Message;

/// What a feature gets to know when a page asks what came after a mark.
pub struct Catching<'a> {
    /// The look, as the one who listens.
    pub look: &'a Snapshot<'a>,
    /// The topic, such as `chat/12`.
    pub topic: &'a str,
    /// The newest mark that the page has; of how something stands, the number of what it shows.
    pub mark: i64,
    /// The language of the page.
    pub lang: &'static Lang,
    /// The house rules.
    pub rules: &'a Rules,
}

/// What a page missed.
pub enum CaughtUp {
    /// This, in order; each with its mark.
    Told(Vec<super::Told>),
    /// More than can be told one by one: the page is told to fetch itself anew.
    TooMuch,
}

/// Gives what came in a topic after a mark, as this listener sees it.
pub type Catcher = fn(&Catching<'_>) -> Result<CaughtUp>;

/// Gives how something stands, as this listener may know it, where that is not what the page shows by its mark. What
/// it gives has the number of that as its mark.
pub type Stander = fn(&Catching<'_>) -> Result<Option<super::Told>>;

/// Events that are told one by one; a page that missed more is told to refresh.
const TOLD_MAX: usize = 64;

impl Page {
    /// All that the page missed since this event, and in marked topics since their marks; or the word that it was too
    /// much.
    pub(super) async fn caught_up(&mut self, since: i64) -> Result<Vec<Message>, Gone> {
        let Some(mut messages) = self.missed(since).await? else { return Ok(vec![self.refresh()]) };
        match self.after_marks().await? {
            Some(more) => messages.extend(more),
            None => return Ok(vec![self.refresh()]),
        }
        messages.extend(self.as_it_stands().await?);
        messages.extend(self.people_here().await?);
        Ok(messages)
    }

    /// How things stand now, where the page shows them otherwise. Where it may not even listen to one any more, it is
    /// told to fetch itself anew, and hears no more of it.
    pub(super) async fn as_it_stands(&mut self) -> Result<Vec<Message>, Gone> {
        if self.shown.is_empty() {
            return Ok(Vec::new());
        }
        let rules = self.floor.rules();
        let (tellers, shown, lang) = (&self.tellers, &self.shown, self.seat.lang);
        let viewer = self.seat.viewer();
        let told = self.floor.db.read(&viewer, |look| {
            // What is in memory may be a moment older than what woke the page.
            let rules = Rules { frozen: look.is_frozen()?, ..(*rules).clone() }
                .offered_to(viewer.role(), look.own_level()?);
            let (mut told, mut lost) = (Vec::new(), Vec::new());
            for (topic, mark) in shown {
                let Some(stander) = tellers.stander(topic) else { continue };
                if !tellers.let_listen(look, topic)? {
                    lost.push(topic.clone());
                    continue;
                }
                let asked = Catching { look, topic, mark: *mark, lang, rules: &rules };
                told.extend(stander(&asked)?.map(|told| (topic.clone(), told)));
            }
            Ok((told, lost))
        });
        let (told, lost) = told.await.map_err(|error| log_and_go(&error))?;
        let mut messages = Vec::with_capacity(told.len());
        for (topic, told) in told {
            messages.push(Message::Text(message(None, Some(&topic), &told.html, told.mark).into()));
            let known = self.shown.iter_mut().find(|(known, _)| *known == topic);
            if let (Some((_, known)), Some(mark)) = (known, told.mark) {
                *known = mark;
            }
        }
        for topic in &lost {
            self.shown.retain(|(known, _)| known != topic);
            self.floor.live.leave(&self.seat, [&**topic]);
            self.topics.remove(topic);
        }
        if !lost.is_empty() {
            messages.push(self.refresh());
        }
        Ok(messages)
    }

    /// What came by events; nothing at all where they are kept no longer and the page shows something of them.
    async fn missed(&mut self, since: i64) -> Result<Option<Vec<Message>>, Gone> {
        let me = self.seat.account;
        let missed = self.floor.bus.since(since).map(|mut events| {
            // How things stand is asked for whatever was missed.
            events.retain(|event| !stands_otherwise(event) && wants(&self.topics, me, event));
            events
        });
        let unmarked: Vec<Key> =
            self.topics.iter().filter(|topic| self.mark(topic).is_none()).flat_map(talk).collect();
        if !unmarked.is_empty() {
            let said = self.floor.bus.talk_since(since);
            let of_these = |event: &Event| matches!(event.topic, Topic::Conversation(id) if unmarked.contains(&Key::Conversation(id)));
            if said.is_none_or(|said| said.iter().any(of_these)) {
                return Ok(None);
            }
        }
        match missed {
            Some(events) if events.len() <= TOLD_MAX => self.read(&events).await.map(Some),
            _ if lives_by_events(&self.topics, me) => Ok(None),
            // How many notices there are is no matter of which events came.
            _ if self.topics.contains("notices") => {
                let seq = self.floor.bus.newest();
                self.read(&[Event { seq, topic: Topic::Notices(me), item: None, mark: 0, by: me }])
                    .await
                    .map(Some)
            }
            _ => Ok(Some(Vec::new())),
        }
    }

    /// What came after the marks; nothing at all where it is too much.
    pub(super) async fn after_marks(&mut self) -> Result<Option<Vec<Message>>, Gone> {
        if self.marks.is_empty() {
            return Ok(Some(Vec::new()));
        }
        let rules = self.floor.rules();
        let (tellers, marks, lang) = (&self.tellers, &self.marks, self.seat.lang);
        let viewer = self.seat.viewer();
        let caught = self.floor.db.read(&viewer, |look| {
            let mut caught = Vec::new();
            for (topic, mark) in marks {
                let Some(catcher) = tellers.catcher(topic) else { continue };
                if !tellers.let_listen(look, topic)? {
                    return Ok(None);
                }
                let catching = Catching { look, topic, mark: *mark, lang, rules: &rules };
                match catcher(&catching)? {
                    CaughtUp::Told(told) => caught.extend(told.into_iter().map(|told| (topic.clone(), told))),
                    CaughtUp::TooMuch => return Ok(None),
                }
            }
            Ok(Some(caught))
        });
        let Some(caught) = caught.await.map_err(|error| log_and_go(&error))? else { return Ok(None) };
        let messages = caught.into_iter().map(|(topic, told)| {
            self.has_come_to(&topic, told.mark);
            Message::Text(message(None, Some(&topic), &told.html, told.mark).into())
        });
        Ok(Some(messages.collect()))
    }

    /// Who is here of those whom the page follows, where it shows them otherwise. Of whom it shows nothing, and who is not
    /// here, nothing is asked.
    pub(super) async fn people_here(&mut self) -> Result<Vec<Message>, Gone> {
        let hub = &self.floor.live;
        let people: Vec<crowd::Followed> = self
            .here
            .iter()
            .map(|(topic, who, shown)| (topic, *who, *shown, hub.is_present(*who)))
            .filter(|(_, _, shown, is_here)| *shown || *is_here)
            .map(|(topic, who, _, is_here)| (topic.clone(), who, is_here))
            .collect();
        if people.is_empty() {
            return Ok(Vec::new());
        }
        let told = crowd::who_is_here(&self.floor, &self.tellers, &self.seat, &people).await;
        let told = told.map_err(|error| log_and_go(&error))?;
        let mut messages = Vec::new();
        for ((topic, _, _), (is_here, words)) in people.iter().zip(told) {
            if self.shows_here(topic, is_here) == Some(true) {
                messages.extend(words.into_iter().map(|words| Message::Text(words.into())));
            }
        }
        Ok(messages)
    }

    /// From now on the page shows this person as here, or not; gives whether that is something new, where it follows them.
    pub(super) fn shows_here(&mut self, topic: &str, is_here: bool) -> Option<bool> {
        let (_, _, shown) = self.here.iter_mut().find(|(known, _, _)| **known == *topic)?;
        Some(std::mem::replace(shown, is_here) != is_here)
    }
}

/// The person whose coming and going this topic is.
pub(super) fn person(topic: &str) -> Option<AccountId> {
    match keys(topic, AccountId(0)).next() {
        Some(Key::Presence(who)) => Some(who),
        _ => None,
    }
}

/// The conversation that this topic is.
fn talk(topic: &str) -> impl Iterator<Item = Key> {
    keys(topic, AccountId(0)).filter(|key| matches!(key, Key::Conversation(_)))
}

/// Does the page show anything that only events keep true?
fn lives_by_events(topics: &Topics, me: AccountId) -> bool {
    let by_itself = |key| {
        matches!(
            key,
            Key::Conversation(_) | Key::Chats(_) | Key::Presence(_) | Key::Notices(_) | Key::AnyNotices
        ) || matches!(key, Key::Voice(_) | Key::VoicesIn(_) | Key::Voices | Key::Offers)
    };
    topics.iter().flat_map(|topic| keys(topic, me)).any(|key| !by_itself(key))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_of_talk_alone_needs_no_events() {
        let lives = |topics: &[&str]| {
            let topics = Topics::of(topics.iter().map(|topic| (*topic).to_owned()));
            lives_by_events(&topics, AccountId(1))
        };
        assert!(!lives(&["chat/12", "voice/12", "voice/with/3", "chats", "notices", "offers", "presence/3"]));
        assert!(lives(&["chat/12", "notices", "stream/home"]));
        assert!(lives(&["desk"]) && lives(&["post/7"]));
    }
}
