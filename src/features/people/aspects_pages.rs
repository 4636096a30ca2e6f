//! Routes of aspects: my own named sets of contacts, their streams, and who is in each.

use super::aspects_views::{self, Chooser};
use super::contacts_store::{self, Show};
use super::pages::{typed, url_query};
use super::{With, sharing_store, store};
use crate::base::{AccountId, Act, AspectId, Error, Result};
use crate::features::posts::{self, Stream};
use crate::ui::{Place, Said};
use crate::web::{Answer, Done, Gate, Page, Routes, Visit};

pub(super) fn routes() -> Routes {
    Routes::default()
        .get("/aspects", Gate::Member, list)
        .post("/aspects", Gate::Member, create)
        .get("/aspects/{id}", Gate::Member, show)
        .get("/aspects/{id}/edit", Gate::Member, edit)
        .post("/aspects/{id}/edit", Gate::Member, update)
        .post("/aspects/{id}/move", Gate::Member, shift)
        .post("/aspects/{id}/remove", Gate::Member, remove)
        .get("/aspects/{id}/people", Gate::Member, choose)
        .post("/aspects/{id}/people", Gate::Member, chosen)
}

async fn list(visit: Visit) -> Answer {
    list_page(&visit, "", &Said::default(), false).await
}

async fn list_page(visit: &Visit, name: &str, said: &Said, failed: bool) -> Answer {
    let aspects = visit.read(super::aspects).await?;
    let main = aspects_views::list(visit, &aspects, name, said);
    let page = Page::new(visit.lang().aspect_title(), Place::People, main);
    visit.show(if failed { page.with_problems() } else { page })
}

async fn create(visit: Visit) -> Answer {
    let name = visit.form.text("name").to_owned();
    let typed = name.clone();
    match visit.write(Act::EditAspect, move |change| super::add_aspect(change, &name)).await {
        Ok(id) => visit.go(&format!("/aspects/{id}/people"), Some(Done::Saved)),
        Err(Error::Invalid(problems)) => {
            list_page(&visit, &typed, &Said::new(visit.lang(), &problems), true).await
        }
        Err(error) => Err(error),
    }
}

async fn show(visit: Visit) -> Answer {
    let id = visit.part::<AspectId>("id")?;
    let (name, (people, next)) = visit
        .read(|look| {
            Ok((sharing_store::aspect_name(look, id)?, store::page(look, With::Aspect(id), "", None)?))
        })
        .await?;
    let head = aspects_views::head(visit.lang(), id, &name);
    let context = aspects_views::inside(&visit, id, &people, next.is_some());
    posts::stream_page(&visit, Stream::Aspect(id), &name, Place::People, Some(head), Some(context)).await
}

async fn edit(visit: Visit) -> Answer {
    let id = visit.part::<AspectId>("id")?;
    let name = visit.read(|look| sharing_store::aspect_name(look, id)).await?;
    edit_page(&visit, id, &name, &Said::default(), false)
}

fn edit_page(visit: &Visit, id: AspectId, name: &str, said: &Said, failed: bool) -> Answer {
    let main = aspects_views::edit(visit, id, name, said);
    let page = Page::new(visit.lang().aspect_edit(), Place::People, main);
    visit.show(if failed { page.with_problems() } else { page })
}

async fn update(visit: Visit) -> Answer {
    let id = visit.part::<AspectId>("id")?;
    let name = visit.form.text("name").to_owned();
    let typed = name.clone();
    match visit.write(Act::EditAspect, move |change| super::rename_aspect(change, id, &name)).await {
        Ok(()) => visit.go(&format!("/aspects/{id}"), Some(Done::Saved)),
        Err(Error::Invalid(problems)) => {
            edit_page(&visit, id, &typed, &Said::new(visit.lang(), &problems), true)
        }
        Err(error) => Err(error),
    }
}

async fn shift(visit: Visit) -> Answer {
    let id = visit.part::<AspectId>("id")?;
    let up = visit.form.text("to") == "up";
    visit.write(Act::EditAspect, move |change| super::move_aspect(change, id, up)).await?;
    visit.go("/aspects", None)
}

async fn remove(visit: Visit) -> Answer {
    let id = visit.part::<AspectId>("id")?;
    visit.write(Act::RemoveAspect, move |change| super::remove_aspect(change, id)).await?;
    visit.go("/aspects", Some(Done::Removed))
}

async fn choose(visit: Visit) -> Answer {
    let id = visit.part::<AspectId>("id")?;
    let typed = typed(&visit);
    let after = visit.query().text("after").parse::<AccountId>().ok();
    let (name, (people, next), inside) = visit
        .read(|look| {
            let name = sharing_store::aspect_name(look, id)?;
            let listed = contacts_store::page(look, Show::Mine, &typed, after)?;
            let ids: Vec<AccountId> = listed.0.iter().map(|person| person.id).collect();
            Ok((name, listed, sharing_store::in_aspect(look, id, &ids)?))
        })
        .await?;
    let more = next.map(|after| {
        let query = url_query(&[("q", &typed), ("after", &after.to_string())]);
        format!("/aspects/{id}/people?{query}")
    });
    let chooser = Chooser { id, name: &name, typed: &typed, people: &people, inside: &inside };
    let main = aspects_views::choose(&visit, &chooser, more.as_deref());
    visit.show(Page::new(visit.lang().aspect_choose_people(), Place::People, main))
}

async fn chosen(visit: Visit) -> Answer {
    let id = visit.part::<AspectId>("id")?;
    let ids = |name: &str| -> Result<Vec<AccountId>> {
        visit.form.all(name).map(|id| id.parse().map_err(|_| Error::NotFound)).collect()
    };
    let (shown, ticked) = (ids("shown")?, ids("inside")?);
    visit.write(Act::EditAspect, move |change| super::fill_aspect(change, id, &shown, &ticked)).await?;
    visit.go(&format!("/aspects/{id}"), Some(Done::Saved))
}
