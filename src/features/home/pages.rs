//! The route of Home.

use super::kept::{Beside, Besides};
use super::views;
use crate::base::Result;
use crate::db::Snapshot;
use crate::features::announcements::{self, Boards};
use crate::features::posts::{self, Choices, Stream};
use crate::features::{groups, people};
use crate::lang::Lang;
use crate::ui::Place;
use crate::web::{Answer, Gate, Routes, Visit};
use std::sync::Arc;

/// Every route of this feature.
pub fn routes() -> Routes {
    Routes::default().get("/", Gate::Member, home)
}

async fn home(visit: Visit) -> Answer {
    let (lang, me) = (visit.lang(), visit.session()?.account);
    let first = visit.query().text("before").is_empty();
    let (boards, besides) = (visit.tool::<Boards>()?, visit.tool::<Besides>()?);
    // Before the look: what comes in between is seen again, never missed.
    let moment = posts::moment(&visit);
    let kept = besides.find(me, moment.age, lang.tag());
    // One look for all of it.
    let (beside, board, shown) = visit
        .read(|look| {
            let beside = match kept {
                Some(beside) => beside,
                None => {
                    let beside = beside(look, lang, moment.age)?;
                    besides.keep(me, beside.clone());
                    beside
                }
            };
            let board = if first { Some(announcements::on_home(look)?) } else { None };
            let shown = posts::look_at(&visit, look, &Stream::Home, moment, Some(beside.choices.clone()))?;
            Ok((beside, board, shown))
        })
        .await?;
    let seer = posts::Seer::of(&visit, &shown.now);
    let head = board.map(|(list, all)| views::head(lang, &boards.board(&seer, list, all)));
    let context = views::kept(&beside.html);
    posts::show_stream(&visit, &Stream::Home, (lang.nav_home(), Place::Home), shown, head, Some(context))
}

/// Looks up what stands beside the viewer's Home, and draws it.
fn beside(look: &Snapshot<'_>, lang: &'static Lang, age: u64) -> Result<Beside> {
    let (groups, aspects) = (groups::mine(look)?, people::aspect_names(look)?);
    let choices = Choices::of(
        groups.iter().map(|group| (group.id.0, group.name.as_str())),
        aspects.iter().map(|(id, name)| (id.0, name.as_str())),
    );
    let html = views::beside(lang, &groups, &aspects).into_string().into();
    Ok(Beside { age, lang: lang.tag(), choices: Arc::new(choices), html })
}
