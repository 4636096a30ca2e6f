//! What open pages get to know of a message that came, changed or went.

use super::{store, talk_store, views};
use crate::base::{ItemId, Result, Topic};
use crate::db::Snapshot;
use crate::features::posts::Seer;
use crate::ui::Now;
use crate::web::live::{Crowd, Telling, Told, Topics};

/// What came, changed or went, as each who listens sees it.
///
/// # Errors
/// `Broken` if the database fails.
pub(super) fn tell(crowd: &Crowd<'_>) -> Result<Vec<Option<Told>>> {
    let topics = Topics::default();
    crowd.each(|look, ear| {
        let mut html = String::new();
        for event in crowd.events {
            let telling =
                Telling { look, event: *event, topics: &topics, lang: ear.lang, rules: crowd.rules };
            html.extend(one(&telling)?);
        }
        Ok((!html.is_empty()).then(|| Told { html: html.into(), mark: None }))
    })
}

/// The changes of one event, as this listener sees them.
fn one(telling: &Telling<'_>) -> Result<Option<String>> {
    let (Topic::Conversation(_), Some(id)) = (telling.event.topic, telling.event.item) else {
        return Ok(None);
    };
    let Some(line) = talk_store::line(telling.look, id)? else {
        return Ok(talk_store::is_gone(telling.look, id)?.then(|| views::gone(id)));
    };
    let now = Now::new(telling.look.now_ms(), &telling.rules.time_zone);
    Ok(Some(views::came(&Seer::live(telling, &now), &line)))
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
        Err(crate::base::Error::NotFound) => Ok(false),
        Err(error) => Err(error),
    }
}
