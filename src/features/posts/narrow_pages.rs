//! Routes of what an author does with a post besides its words: fewer people, no more comments.

use super::pages::audience_from;
use super::stream_page::moment;
use super::{Feeds, audience, find, form_views, narrow, store};
use crate::base::{Act, Audience, Error, ItemId, Problems, Result};
use crate::features::items;
use crate::ui::{Place, Said};
use crate::web::{Answer, Done, Gate, Page, Routes, Visit};

/// Every route of this part.
pub(super) fn routes() -> Routes {
    Routes::default()
        .get("/posts/{id}/audience", Gate::Member, edit)
        .post("/posts/{id}/audience", Gate::Member, update)
        .post("/posts/{id}/lock", Gate::Member, lock)
        .post("/posts/{id}/unlock", Gate::Member, unlock)
}

async fn edit(visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    page(&visit, id, None, &Problems::new()).await
}

/// The form; with what was chosen and its problems where it came back.
async fn page(visit: &Visit, id: ItemId, chosen: Option<&Audience>, problems: &Problems) -> Answer {
    let (feeds, now) = (visit.tool::<Feeds>()?, moment(visit));
    let (before, choices, chosen, reach) = visit
        .read(|look| {
            let post = find(look, id)?;
            if !items::is_mine_to_change(look.viewer(), post.author.id, post.state) {
                return Err(Error::NotFound);
            }
            let before = audience::audience_of(look, &post)?;
            let chosen = chosen.unwrap_or(&before).clone();
            let reach = audience::reach(look, &chosen, feeds.people(look, now)?)?;
            Ok((before, store::choices(look, true)?, chosen, reach))
        })
        .await?;
    let lang = visit.lang();
    let said = Said::new(lang, problems);
    let seen_by = &form_views::seen_by(lang, visit.rules(), chosen.kind(), &reach);
    let (before, chosen, choices) = (&before, &chosen, &choices);
    let form = form_views::Narrowing { id, before, chosen, choices, seen_by, said: &said };
    let main = form_views::narrowing(lang, &visit.same_site(), &form);
    let page = Page::new(lang.narrow_title(), Place::Home, main);
    visit.show(if problems.is_empty() { page } else { page.with_problems() })
}

async fn update(visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    visit.pace("edit", 60, 2.0)?;
    let to = audience_from(&visit.form);
    let sent = to.clone();
    match visit.write(Act::NarrowPost, move |change| narrow::narrow(change, id, &sent)).await {
        Ok(()) => visit.go(&format!("/posts/{id}"), Some(Done::Saved)),
        Err(Error::Invalid(problems)) => page(&visit, id, Some(&to), &problems).await,
        Err(error) => Err(error),
    }
}

async fn lock(visit: Visit) -> Answer {
    set(visit, true).await
}

async fn unlock(visit: Visit) -> Answer {
    set(visit, false).await
}

async fn set(visit: Visit, locked: bool) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    let act = if locked { Act::LockComments } else { Act::UnlockComments };
    let done: Result<()> = visit.write(act, move |change| super::lock(change, id, locked)).await;
    done?;
    visit.go(&format!("/posts/{id}"), Some(Done::Saved))
}
