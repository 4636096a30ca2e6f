//! Routes of stopping all writing, and of letting it go on; and what open pages are told of it.

use super::{Scope, store, views};
use crate::base::{Act, Error, GroupId, Result, Topic};
use crate::ui::{self, Now, Place, Said};
use crate::web::live::Telling;
use crate::web::{self, Answer, Done, Gate, Page, Routes, Visit};

/// Every route of this feature.
pub fn routes() -> Routes {
    Routes::default()
        .get("/desk/freeze", Gate::Member, show)
        .post("/desk/freeze", Gate::Member, create)
        .post("/desk/freeze/end", Gate::Member, remove)
        .get("/groups/{id}/freeze", Gate::Member, show)
        .post("/groups/{id}/freeze", Gate::Member, create)
        .post("/groups/{id}/freeze/end", Gate::Member, remove)
        .tells(tell)
}

/// The group of the address; none for the site.
fn scope(visit: &Visit) -> Result<Scope> {
    let in_group = visit.path().starts_with("/groups/");
    if in_group { visit.part::<GroupId>("id").map(Some) } else { Ok(None) }
}

async fn show(visit: Visit) -> Answer {
    page(&visit, None, &Said::default()).await
}

async fn page(visit: &Visit, typed: Option<&str>, said: &Said) -> Answer {
    let scope = scope(visit)?;
    let zone = &visit.rules().time_zone;
    let (name, stopped, now) = visit
        .read(|look| {
            let name = match scope {
                Some(group) => Some(store::name(look, group)?.ok_or(Error::NotFound)?),
                None => None,
            };
            if !super::may(look, scope)? {
                return Err(Error::NotFound);
            }
            Ok((name, store::now(look, scope)?, Now::new(look.now_ms(), zone)))
        })
        .await?;
    let lang = visit.lang();
    let about = views::About { scope, name: name.as_deref(), stopped: stopped.as_ref(), now: &now };
    let words = typed.unwrap_or(lang.freeze_default());
    let main = views::page(lang, &visit.same_site(), &about, words, said);
    let place = if scope.is_some() { Place::Groups } else { Place::Desk };
    let page = Page::new(lang.freeze_title(), place, main);
    visit.show(if typed.is_some() { page.with_problems() } else { page })
}

async fn create(visit: Visit) -> Answer {
    let (scope, words) = (scope(&visit)?, visit.form.text("words").to_owned());
    let sent = words.clone();
    match visit.write(Act::Freeze, move |change| super::begin(change, scope, &sent)).await {
        Ok(()) => after(&visit, scope, true),
        Err(Error::Invalid(problems)) => {
            page(&visit, Some(&words), &Said::new(visit.lang(), &problems)).await
        }
        Err(error) => Err(error),
    }
}

async fn remove(visit: Visit) -> Answer {
    let scope = scope(&visit)?;
    visit.write(Act::Unfreeze, move |change| super::end(change, scope)).await?;
    after(&visit, scope, false)
}

/// What pages offer goes by the house rules in memory; what is written does not.
fn after(visit: &Visit, scope: Scope, stopped: bool) -> Answer {
    if scope.is_none() {
        visit.writing_is(stopped);
    }
    visit.go(&views::address(scope), Some(Done::Saved))
}

/// Open pages of everybody, or of those in the group: what stands over the page is another now.
fn tell(telling: &Telling<'_>) -> Result<Option<String>> {
    let Topic::House(scope) = telling.event.topic else { return Ok(None) };
    if let Some(group) = scope
        && store::name(telling.look, group)?.is_none()
    {
        return Ok(None);
    }
    let list = web::frozen(telling.lang, &store::all(telling.look)?);
    Ok(Some(ui::banners_anew(&list)))
}
