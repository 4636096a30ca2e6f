//! What open pages get to know of messages, of who writes and who is here, and of how much is not read.

use super::talk_store::{self, Line, Which};
use super::{live_views, message_views, store};
use crate::base::{AccountId, ItemId, Result, Rules, limits};
use crate::db::Snapshot;
use crate::features::posts::Seer;
use crate::lang::Lang;
use crate::ui::Now;
use crate::web::live::{Catching, CaughtUp, Crowd, Ear, Told};
use std::sync::Arc;

/// What makes two readers see one message alike, besides the message itself: the language, and whose it is.
type Alike = (usize, bool);

/// What was drawn already in one telling: most who listen see the same.
#[derive(Default)]
struct Drawn {
    each: Vec<(Alike, Vec<Seen>, Arc<str>)>,
}

/// What one reader sees of one event.
#[derive(PartialEq)]
enum Seen {
    /// A message, as it is.
    Line(Box<Line>),
    /// One that was there, and is no more.
    Gone(ItemId),
    /// The conversation is called otherwise, or others are in it.
    Anew,
}

/// What came, changed or went, as each who listens sees it.
///
/// # Errors
/// `Broken` if the database fails.
pub(super) fn tell(crowd: &Crowd<'_>) -> Result<Vec<Option<Told>>> {
    let mut drawn = Drawn::default();
    crowd.each(|look, ear| {
        let mut seen = Vec::new();
        for event in crowd.events {
            match event.item {
                None => seen.push(Seen::Anew),
                Some(id) => seen.extend(seen_of(look, id)?),
            }
        }
        if seen.is_empty() {
            return Ok(None);
        }
        let mark = Some(store::count(look)?);
        Ok(Some(Told { html: drawn.of(look, ear, crowd.rules, seen), mark }))
    })
}

fn seen_of(look: &Snapshot<'_>, id: ItemId) -> Result<Option<Seen>> {
    if let Some(line) = talk_store::line(look, id)? {
        return Ok(Some(Seen::Line(Box::new(line))));
    }
    Ok(talk_store::is_gone(look, id)?.then_some(Seen::Gone(id)))
}

impl Drawn {
    fn of(&mut self, look: &Snapshot<'_>, ear: &Ear, rules: &Rules, seen: Vec<Seen>) -> Arc<str> {
        let own = seen
            .iter()
            .any(|seen| matches!(seen, Seen::Line(line) if line.message.author.id == ear.account()));
        let alike = (std::ptr::from_ref::<Lang>(ear.lang).addr(), own);
        if let Some((_, _, html)) = self.each.iter().find(|(key, known, _)| *key == alike && *known == seen) {
            return html.clone();
        }
        let now = Now::new(look.now_ms(), &rules.time_zone);
        let seer = seer(look, ear.lang, rules, &now);
        let html: String = seen.iter().map(|seen| seen.drawn(&seer)).collect();
        let html: Arc<str> = html.into();
        self.each.push((alike, seen, html.clone()));
        html
    }
}

impl Seen {
    fn drawn(&self, seer: &Seer<'_>) -> String {
        match self {
            Seen::Line(line) => message_views::came(seer, line),
            Seen::Gone(id) => message_views::gone(*id),
            Seen::Anew => live_views::anew(),
        }
    }
}

fn seer<'a>(look: &Snapshot<'_>, lang: &'static Lang, rules: &'a Rules, now: &'a Now) -> Seer<'a> {
    let me = look.viewer().id().map_or(0, |id| id.0);
    Seer { lang, rules, now, me, moderates: false, opens_shields: false }
}

/// What a page missed that has everything up to a mark: what came, changed and went since, each once.
///
/// # Errors
/// `Broken` if the database fails.
pub(super) fn catch_up(catching: &Catching<'_>) -> Result<CaughtUp> {
    let look = catching.look;
    let Some(id) = catching.topic.strip_prefix("chat/").and_then(|id| id.parse::<ItemId>().ok()) else {
        return Ok(CaughtUp::Told(Vec::new()));
    };
    let (mark, most) = (store::count(look)?, limits::MESSAGES_TOLD_MAX);
    let lines = talk_store::lines(look, id, Which::Since(catching.mark), most + 1)?;
    let gone = talk_store::gone_since(look, id, catching.mark, most + 1)?;
    if lines.len() + gone.len() > most {
        return Ok(CaughtUp::TooMuch);
    }
    let now = Now::new(look.now_ms(), &catching.rules.time_zone);
    let seer = seer(look, catching.lang, catching.rules, &now);
    let mut html: String = gone.into_iter().map(message_views::gone).collect();
    html.extend(lines.iter().map(|line| message_views::came(&seer, line)));
    let told = (!html.is_empty()).then(|| Told { html: html.into(), mark: Some(mark) });
    Ok(CaughtUp::Told(told.into_iter().collect()))
}

/// May whoever looks listen to a conversation? Those who are in it. To whether somebody is here? Those who see it.
///
/// # Errors
/// `Broken` if the database fails.
pub(super) fn may_listen(look: &Snapshot<'_>, topic: &str) -> Result<bool> {
    if let Some(id) = topic.strip_prefix("chat/") {
        let Ok(id) = id.parse::<ItemId>() else { return Ok(false) };
        return match store::find(look, id) {
            Ok(_) => Ok(true),
            Err(crate::base::Error::NotFound) => Ok(false),
            Err(error) => Err(error),
        };
    }
    // That nothing is told of somebody says nothing: they may be away, or hide it.
    Ok(true)
}

/// Who writes at this moment, to those who may see that they are here.
///
/// # Errors
/// `Broken` if the database fails.
pub(super) fn typing(crowd: &Crowd<'_>, who: AccountId) -> Result<Vec<Option<Told>>> {
    crowd.each(|look, ear| {
        if !crowd.rules.show_presence || ear.account() == who || store::hides_presence(look)? {
            return Ok(None);
        }
        let name = store::present_name(look, who)?;
        Ok(name.map(|name| Told { html: live_views::typing(ear.lang, &name).into(), mark: None }))
    })
}

/// Whether somebody is here, to those who may see it.
///
/// # Errors
/// `Broken` if the database fails.
pub(super) fn presence(crowd: &Crowd<'_>, who: AccountId, here: bool) -> Result<Vec<Option<Told>>> {
    crowd.each(|look, ear| {
        if !crowd.rules.show_presence || store::present_name(look, who)?.is_none() {
            return Ok(None);
        }
        Ok(Some(Told { html: live_views::presence(ear.lang, who, here).into(), mark: None }))
    })
}

/// Does the viewer want nobody to know that they are here?
///
/// # Errors
/// `Broken` if the database fails.
pub(super) fn hides(look: &Snapshot<'_>) -> Result<bool> {
    store::hides_presence(look)
}

/// In how many conversations something is not read; where it is the same as before, but more, lists are drawn anew.
///
/// # Errors
/// `Broken` if the database fails.
pub(super) fn tally(crowd: &Crowd<'_>) -> Result<Vec<Option<Told>>> {
    crowd.each(|look, ear| {
        let (chats, messages) = store::unread(look)?;
        let html = live_views::tally(ear.lang, chats);
        Ok(Some(Told { html: html.into(), mark: Some(chats * 1_000_000 + messages) }))
    })
}

/// In how many conversations something is not read.
///
/// # Errors
/// `Broken` if the database fails.
pub(super) fn unread_chats(look: &Snapshot<'_>) -> Result<i64> {
    Ok(store::unread(look)?.0)
}
