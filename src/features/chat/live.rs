//! What open pages get to know of a message that came, changed or went.

use super::{store, talk_store, views};
use crate::base::{Duties, Duty, Error, ItemId, Result};
use crate::db::Snapshot;
use crate::features::posts::Seer;
use crate::ui::Now;
use crate::web::live::{Crowd, Ear, Told};
use std::collections::HashMap;
use std::sync::Arc;

/// What one who listens sees of a message that something happened to, as far as it looks different to others.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Glance {
    /// It is there: their own or not, with what they pressed under it; and whether they see what it answers.
    There { own: bool, mine: Option<String>, quote: bool },
    /// They may have seen it, and do not any more.
    Gone,
    /// It is nothing to them.
    Nothing,
}

/// One of the ways in which what came together looks.
#[derive(PartialEq, Eq, Hash)]
struct Face {
    lang: &'static str,
    duties: Duties,
    glances: Vec<Glance>,
}

/// What came, changed or went, as each who listens sees it. Drawn once for all to whom it looks the same: in a room of
/// two hundred that is twice, for its author and for the others.
///
/// # Errors
/// `Broken` if the database fails.
pub(super) fn tell(crowd: &Crowd<'_>) -> Result<Vec<Option<Told>>> {
    let mut messages: Vec<ItemId> = crowd.events.iter().filter_map(|event| event.item).collect();
    messages.dedup();
    let mark = crowd.events.iter().map(|event| event.mark).max().filter(|mark| *mark > 0);
    let mut drawn: HashMap<Face, Option<Arc<str>>> = HashMap::new();
    crowd.each(|look, ear| {
        let glances = messages.iter().map(|id| glance(look, *id)).collect::<Result<Vec<_>>>()?;
        if glances.iter().all(|glance| *glance == Glance::Nothing) {
            return Ok(None);
        }
        // Whoever a block keeps apart from somebody sees reactions of fewer people than the others do.
        if look.any("SELECT 1 FROM seen_apart LIMIT 1", [])? {
            return Ok(draw(crowd, look, ear, &messages)?.map(|html| Told { html, mark }));
        }
        let face = Face { lang: ear.lang.tag(), duties: ear.viewer.duties(), glances };
        if let Some(html) = drawn.get(&face) {
            return Ok(html.clone().map(|html| Told { html, mark }));
        }
        let html = draw(crowd, look, ear, &messages)?;
        drawn.insert(face, html.clone());
        Ok(html.map(|html| Told { html, mark }))
    })
}

fn glance(look: &Snapshot<'_>, id: ItemId) -> Result<Glance> {
    Ok(match talk_store::glance(look, id)? {
        Some(seen) => Glance::There { own: seen.own, mine: seen.mine, quote: seen.quote },
        None if talk_store::is_gone(look, id)? => Glance::Gone,
        None => Glance::Nothing,
    })
}

fn draw(crowd: &Crowd<'_>, look: &Snapshot<'_>, ear: &Ear, messages: &[ItemId]) -> Result<Option<Arc<str>>> {
    let now = Now::new(look.now_ms(), &crowd.rules.time_zone);
    let seer = Seer {
        lang: ear.lang,
        rules: crowd.rules,
        now: &now,
        me: ear.account().0,
        moderates: ear.viewer.holds(Duty::Moderate),
        opens_shields: false,
    };
    let mut html = String::new();
    for id in messages {
        match talk_store::line(look, *id)? {
            Some(line) => html.push_str(&views::came(&seer, &line)),
            None if talk_store::is_gone(look, *id)? => html.push_str(&views::gone(*id)),
            None => {}
        }
    }
    Ok((!html.is_empty()).then(|| html.into()))
}

/// May whoever looks listen to a conversation? Those who are in it.
///
/// # Errors
/// `Broken` if the database fails.
pub(super) fn may_listen(look: &Snapshot<'_>, topic: &str) -> Result<bool> {
    let Some(id) = topic.strip_prefix("chat/") else { return Ok(true) };
    let Ok(id) = id.parse::<ItemId>() else { return Ok(false) };
    match store::find(look, id) {
        Ok(_) => Ok(true),
        Err(Error::NotFound) => Ok(false),
        Err(error) => Err(error),
    }
}
