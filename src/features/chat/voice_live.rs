//! What open pages get to know when somebody may write otherwise than before: the form goes at once.

use super::{rules, store, told_views};
use crate::base::{Error, ItemId, Result, Topic};
use crate::web::live::Telling;

/// The end of a conversation that is open, for the one whose voice changed and for nobody else.
///
/// # Errors
/// `Broken` if the database fails.
pub(super) fn tell(telling: &Telling<'_>) -> Result<Option<String>> {
    match telling.event.topic {
        Topic::Voice(who) if telling.look.viewer().id() == Some(who) => (),
        Topic::House(_) => (),
        _ => return Ok(None),
    }
    let mut html = String::new();
    for topic in telling.topics.iter() {
        let id = topic.strip_prefix("chat/").and_then(|id| id.parse::<ItemId>().ok());
        let Some(id) = id.filter(|id| telling.event.item.is_none_or(|only| only == *id)) else { continue };
        match store::find(telling.look, id) {
            Ok(talk) => {
                let voice = rules::voice(telling.look, telling.rules, &talk)?;
                html.push_str(&told_views::voice(telling.lang, id, voice));
            }
            Err(Error::NotFound) => {}
            Err(error) => return Err(error),
        }
    }
    Ok((!html.is_empty()).then_some(html))
}
