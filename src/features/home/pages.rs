//! The route of Home.

use super::views;
use crate::features::posts::{self, Stream};
use crate::features::{announcements, groups, people};
use crate::ui::{Now, Place};
use crate::web::{Answer, Gate, Routes, Visit};

/// Every route of this feature.
pub fn routes() -> Routes {
    Routes::default().get("/", Gate::Member, home)
}

async fn home(visit: Visit) -> Answer {
    let lang = visit.lang();
    let first = visit.query().text("before").is_empty();
    let (groups, aspects, board, now) = visit
        .read(|look| {
            let board = if first { Some(announcements::on_home(look)?) } else { None };
            Ok((groups::mine(look)?, people::aspect_names(look)?, board, look.now_ms()))
        })
        .await?;
    let context = views::beside(lang, &groups, &aspects);
    let now = Now::new(now, &visit.rules().time_zone);
    let seer = posts::Seer::of(&visit, &now);
    let head = board.map(|(list, all)| views::head(lang, announcements::board(&seer, &list, all)));
    posts::stream_page(&visit, Stream::Home, lang.nav_home(), Place::Home, head, Some(context)).await
}
