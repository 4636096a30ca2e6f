//! The route of Home.

use super::views;
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
    let (groups, aspects) = visit.read(|look| Ok((groups::mine(look)?, people::aspect_names(look)?))).await?;
    let context = views::beside(lang, &groups, &aspects);
    posts::stream_page(&visit, Stream::Home, lang.nav_home(), Place::Home, None, Some(context)).await
}
