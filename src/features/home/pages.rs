//! The route of Home.

use super::views;
use crate::features::announcements::{self, Boards};
use crate::features::posts::{self, Stream};
use crate::features::{groups, people};
use crate::ui::Place;
use crate::web::{Answer, Gate, Routes, Visit};

/// Every route of this feature.
pub fn routes() -> Routes {
    Routes::default().get("/", Gate::Member, home)
}

async fn home(visit: Visit) -> Answer {
    let lang = visit.lang();
    let first = visit.query().text("before").is_empty();
    let moment = posts::moment(&visit);
    // One look for all of it.
    let (groups, aspects, board, shown) = visit
        .read(|look| {
            let (groups, aspects) = (groups::mine(look)?, people::aspect_names(look)?);
            let board = if first { Some(announcements::on_home(look)?) } else { None };
            let choices = posts::Choices::of(
                groups.iter().map(|group| (group.id.0, group.name.as_str())),
                aspects.iter().map(|(id, name)| (id.0, name.as_str())),
            );
            let shown = posts::look_at(&visit, look, &Stream::Home, moment, Some(choices))?;
            Ok((groups, aspects, board, shown))
        })
        .await?;
    let context = views::beside(lang, &groups, &aspects);
    let seer = posts::Seer::of(&visit, &shown.now);
    let boards = visit.tool::<Boards>()?;
    let head = board.map(|(list, all)| views::head(lang, &boards.board(&seer, list, all)));
    let title = (lang.nav_home(), Place::Home);
    posts::show_stream(&visit, &Stream::Home, title, shown, head, Some(context))
}
