//! What open pages get to know of messages, of who writes and who is here, and of how much is not read.

use super::glance_store::{self, Glance};
use super::talk_store::{self, Which};
use super::{list_store, live_views, message_views, presence_store, read_live, store};
use crate::base::{AccountId, Duties, Duty, Error, Event, ItemId, Result, Role, Rules, limits};
use crate::db::Snapshot;
use crate::features::items::id_list;
use crate::features::posts::Seer;
use crate::features::{levels, moderation};
use crate::ui::Now;
use crate::web::live::{Catching, CaughtUp, Crowd, Ear, Told};
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

/// One of the ways in which what came together looks.
#[derive(PartialEq, Eq, Hash)]
struct Face {
    lang: &'static str,
    duties: Duties,
    glances: Vec<Glance>,
    anew: bool,
    /// They may answer and press signs.
    writes: bool,
}

/// What came together in a conversation, and what of it is drawn already. A message is drawn once for all to whom it
/// looks the same: in a room of two hundred that is twice, for its author and for the others.
struct Drawing<'a> {
    crowd: &'a Crowd<'a>,
    messages: Vec<ItemId>,
    messages_drawn: HashMap<(ItemId, Face), Rc<str>>,
    drawn: HashMap<Face, Option<Arc<str>>>,
}

/// What came, changed or went, as each who listens sees it.
///
/// # Errors
/// `Broken` if the database fails.
pub(super) fn tell(crowd: &Crowd<'_>) -> Result<Vec<Option<Told>>> {
    let mut messages: Vec<ItemId> = Vec::new();
    for id in crowd.events.iter().filter_map(|event| event.item) {
        if !messages.contains(&id) {
            messages.push(id);
        }
    }
    let list = id_list(&messages);
    let mark = crowd.events.iter().map(|event| event.mark).max().filter(|mark| *mark > 0);
    let mut drawing = Drawing { crowd, messages, messages_drawn: HashMap::new(), drawn: HashMap::new() };
    // Whether its group rests is the same for all members.
    let mut rests = None;
    crowd.each(|look, ear| {
        let writes = match (crowd.item(), ear.viewer.role()) {
            (Some(talk), Some(Role::Member)) if rests.is_none() => {
                let now = levels::rests(look, talk)?;
                rests = Some(now);
                may_make(crowd.rules, ear) && !now
            }
            (_, Some(Role::Member)) => may_make(crowd.rules, ear) && rests != Some(true),
            _ => may_make(crowd.rules, ear),
        };
        let mut glances = glance_store::glances(look, &drawing.messages, &list)?;
        let strangers = look.has_strangers()?;
        let heard = if strangers { heard(look, crowd.events)? } else { crowd.events.to_vec() };
        for (id, glance) in drawing.messages.iter().zip(&mut glances) {
            if strangers && !heard.iter().any(|event| event.item == Some(*id)) {
                *glance = Glance::Nothing;
            }
        }
        // The conversation is called otherwise, or others are in it.
        let anew = heard.iter().any(|event| event.item.is_none());
        Ok(drawing.of(look, ear, (glances, anew, writes), strangers)?.map(|html| Told { html, mark }))
    })
}

fn may_make(rules: &Rules, ear: &Ear) -> bool {
    moderation::may_make(rules, ear.viewer.role(), ear.only_reads)
}

/// What of this is not the doing of somebody from whom staff keep the listener apart.
fn heard(look: &Snapshot<'_>, events: &[Event]) -> Result<Vec<Event>> {
    let mut heard = Vec::with_capacity(events.len());
    for event in events {
        if !look.is_of_stranger(event)? {
            heard.push(*event);
        }
    }
    Ok(heard)
}

impl Drawing<'_> {
    /// What is told to this ear: `anew` where it fetches the head of the conversation again; with what one who `writes` is
    /// offered, or not; `strangers` where staff keep its owner apart from somebody, so that nothing which was drawn for others is theirs.
    fn of(
        &mut self,
        look: &Snapshot<'_>,
        ear: &Ear,
        (glances, anew, writes): (Vec<Glance>, bool, bool),
        strangers: bool,
    ) -> Result<Option<Arc<str>>> {
        if !anew && glances.iter().all(|glance| *glance == Glance::Nothing) {
            return Ok(None);
        }
        let face = Face { lang: ear.lang.tag(), duties: ear.viewer.duties(), glances, anew, writes };
        // Whoever a block keeps apart from somebody sees reactions of fewer people than the others do.
        let pressed = face.glances.iter().any(|glance| matches!(glance, Glance::There { pressed: true, .. }));
        let apart = strangers || pressed && look.any("SELECT 1 FROM seen_apart LIMIT 1", [])?;
        if let Some(html) = self.drawn.get(&face).filter(|_| !apart) {
            return Ok(html.clone());
        }
        let mut html = if anew { live_views::anew() } else { String::new() };
        for at in 0..self.messages.len() {
            match face.glances[at] {
                Glance::Nothing => {}
                Glance::Gone => html.push_str(&message_views::gone(self.messages[at])),
                Glance::There { .. } if apart => {
                    html.push_str(&self.draw(look, ear, self.messages[at], writes)?)
                }
                Glance::There { .. } => html.push_str(&self.message(look, ear, at, &face)?),
            }
        }
        let html: Option<Arc<str>> = (!html.is_empty()).then(|| html.into());
        if !apart {
            self.drawn.insert(face, html.clone());
        }
        Ok(html)
    }

    /// One message, drawn where it was not yet.
    fn message(&mut self, look: &Snapshot<'_>, ear: &Ear, at: usize, face: &Face) -> Result<Rc<str>> {
        let id = self.messages[at];
        let glances = vec![face.glances[at].clone()];
        let (lang, duties, writes) = (face.lang, face.duties, face.writes);
        let key = (id, Face { lang, duties, glances, anew: false, writes });
        if let Some(html) = self.messages_drawn.get(&key) {
            return Ok(html.clone());
        }
        let html: Rc<str> = self.draw(look, ear, id, writes)?.into();
        self.messages_drawn.insert(key, html.clone());
        Ok(html)
    }

    fn draw(&self, look: &Snapshot<'_>, ear: &Ear, id: ItemId, writes: bool) -> Result<String> {
        let now = Now::new(look.now_ms(), &self.crowd.rules.time_zone);
        let seer = Seer {
            lang: ear.lang,
            rules: self.crowd.rules,
            now: &now,
            me: ear.account().0,
            moderates: ear.viewer.holds(Duty::Moderate),
            opens_shields: false,
            writes,
        };
        Ok(talk_store::line(look, id)?.map(|line| message_views::came(&seer, &line)).unwrap_or_default())
    }
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
    let me = look.viewer().id().map_or(0, |id| id.0);
    let moderates = look.viewer().holds(Duty::Moderate);
    let (lang, rules) = (catching.lang, catching.rules);
    let writes = moderation::may_make(rules, look.viewer().role(), levels::makes_nothing(look)?)
        && !levels::rests(look, id)?;
    let seer = Seer { lang, rules, now: &now, me, moderates, opens_shields: false, writes };
    let mut html: String = gone.into_iter().map(message_views::gone).collect();
    html.extend(lines.iter().map(|line| message_views::came(&seer, line)));
    html.extend(read_live::now(look, rules, lang, id)?);
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
        return Error::is_there(store::find(look, id));
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
        if !crowd.rules.show_presence || ear.account() == who || presence_store::hides_presence(look)? {
            return Ok(None);
        }
        let name = presence_store::present_name(look, who)?;
        Ok(name.map(|name| Told { html: live_views::typing(ear.lang, &name).into(), mark: None }))
    })
}

/// That somebody is here, to those who may see it; and how it looks that nothing is known of them, which says nothing.
///
/// # Errors
/// `Broken` if the database fails.
pub(super) fn presence(crowd: &Crowd<'_>, who: AccountId, here: bool) -> Result<Vec<Option<Told>>> {
    crowd.each(|look, ear| {
        if here && (!crowd.rules.show_presence || presence_store::present_name(look, who)?.is_none()) {
            return Ok(None);
        }
        let html = live_views::presence(ear.lang, who, here).into();
        Ok(Some(Told { html, mark: Some(here.into()) }))
    })
}

/// Does the viewer want nobody to know that they are here?
///
/// # Errors
/// `Broken` if the database fails.
pub(super) fn hides(look: &Snapshot<'_>) -> Result<bool> {
    presence_store::hides_presence(look)
}

/// In how many conversations something is not read; where it is the same as before, but more, lists are drawn anew.
///
/// # Errors
/// `Broken` if the database fails.
pub(super) fn tally(crowd: &Crowd<'_>) -> Result<Vec<Option<Told>>> {
    crowd.each(|look, ear| {
        let (chats, messages) = list_store::unread_in_all(look)?;
        let html = live_views::tally(ear.lang, chats);
        Ok(Some(Told { html: html.into(), mark: Some(chats * 1_000_000 + messages) }))
    })
}

/// In how many conversations something is not read.
///
/// # Errors
/// `Broken` if the database fails.
pub(super) fn unread_chats(look: &Snapshot<'_>) -> Result<i64> {
    Ok(list_store::unread_in_all(look)?.0)
}
