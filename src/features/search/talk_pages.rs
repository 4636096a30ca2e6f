//! Routes of looking through what was said: in one conversation, or in all of one's own.

use super::query::Query;
use super::{talk_store, talk_views};
use crate::base::{ItemId, Result, limits, text};
use crate::db::Snapshot;
use crate::features::chat;
use crate::ui::{Now, Place};
use crate::web::{Answer, Gate, Page, Routes, Visit};

pub(super) fn routes() -> Routes {
    Routes::default().get("/chat/find", Gate::Member, everywhere).get("/chat/{id}/find", Gate::Member, here)
}

async fn everywhere(visit: Visit) -> Answer {
    let heard = |look: &Snapshot<'_>| chat::mine(look);
    answer(&visit, None, heard).await
}

async fn here(visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    // A conversation that one is not in is not there, whatever is looked for in it.
    let heard = |look: &Snapshot<'_>| Ok(vec![chat::find(look, id)?.id]);
    answer(&visit, Some(id), heard).await
}

async fn answer(
    visit: &Visit,
    only: Option<ItemId>,
    heard: impl FnOnce(&Snapshot<'_>) -> Result<Vec<ItemId>>,
) -> Answer {
    let form = visit.query();
    let typed: String = text::line(form.text("q")).chars().take(limits::SEARCH_CHARS_MAX).collect();
    let before = form.text("before").parse::<i64>().ok().map(ItemId);
    let query = Query::read(&typed);
    let (found, names, now) = visit
        .read(|look| {
            let talks = heard(look)?;
            let found = talk_store::messages(look, &talks, &query, &talk_store::Narrow::page(before))?;
            let names = match only {
                Some(id) => vec![id],
                None => found.0.iter().map(|(talk, _)| *talk).collect(),
            };
            Ok((found, chat::names(look, &names)?, look.now_ms()))
        })
        .await?;
    let now = Now::new(now, &visit.rules().time_zone);
    let shown = talk_views::Shown {
        only,
        typed: &typed,
        query: &query,
        found: &found.0,
        older: found.1,
        names: &names,
    };
    let main = talk_views::page(visit, &now, &shown);
    visit.show(Page::new(visit.lang().chat_find(), Place::Chat, main))
}
