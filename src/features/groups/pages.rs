//! Routes of groups: the list, the stream of one, making and changing them.

use super::{
    Draft, GroupKind, Joining, joining_pages, joining_store, member_pages, photo_pages, store, views,
};
use crate::base::{Act, Duty, Error, GroupId, Problems, Result, limits};
use crate::features::posts::{self, Stream};
use crate::features::{people, photos};
use crate::ui::{Place, Said};
use crate::web::{Answer, Done, Gate, Page, Routes, Visit};

/// Every route of this feature.
pub fn routes() -> Routes {
    Routes::default()
        .get("/groups", Gate::Member, list)
        .get("/groups/new", Gate::Holds(Duty::Accounts), new)
        .post("/groups/new", Gate::Holds(Duty::Accounts), create)
        .get("/groups/{id}", Gate::Member, show)
        .get("/groups/{id}/edit", Gate::Member, edit)
        .upload("/groups/{id}/edit", Gate::Member, update)
        .get("/groups/{id}/picture/{name}", Gate::Member, picture)
        .post("/groups/{id}/picture/remove", Gate::Member, remove_picture)
        .get("/groups/{id}/remove", Gate::Holds(Duty::Accounts), removing)
        .post("/groups/{id}/remove", Gate::Holds(Duty::Accounts), remove)
        .and(member_pages::routes())
        .and(joining_pages::routes())
        .and(photo_pages::routes())
}

/// People beside the stream of a group.
const BESIDE: usize = 20;

async fn list(visit: Visit) -> Answer {
    // Staff who look after some groups alone find those, and their own.
    let looks_after = |duty| visit.viewer().holds_somewhere(duty);
    let all = looks_after(Duty::Moderate) || looks_after(Duty::Accounts);
    let every = visit.holds(Duty::Moderate) || visit.holds(Duty::Accounts);
    let after = visit.query().text("after").to_owned();
    let (mut groups, mut to_find) = visit
        .read(|look| {
            // Staff who look after the place have all groups in the list already.
            let to_find =
                if every || !after.is_empty() { Vec::new() } else { joining_store::to_find(look, "")? };
            Ok((store::page(look, all, &after)?, to_find))
        })
        .await?;
    let more = groups.len() > limits::LIST_PAGE;
    groups.truncate(limits::LIST_PAGE);
    let more = groups.last().filter(|_| more).map(|last| {
        let query = people::url_query(&[("after", &last.name)]);
        format!("/groups?{query}")
    });
    let more_to_find = joining_pages::more_to_find(&mut to_find);
    let listed = views::Listed { groups: &groups, all, more: more.as_deref(), to_find: &to_find };
    let main = views::list(&visit, &listed, more_to_find.as_deref());
    visit.show(Page::new(visit.lang().nav_groups(), Place::Groups, main))
}

async fn show(visit: Visit) -> Answer {
    let id = visit.part::<GroupId>("id")?;
    let found = visit
        .read(|look| {
            let group = match store::find(look, id) {
                Err(Error::NotFound) => return Ok(None),
                group => group?,
            };
            let members = store::members(look, id, None, BESIDE)?;
            Ok(Some((group, member_pages::named(look, members)?)))
        })
        .await?;
    let Some((group, members)) = found else {
        return joining_pages::outside(&visit, id, "", &Said::default(), false).await;
    };
    let head = views::top(&visit, &group, views::Tab::Posts);
    let context = views::beside(&visit, &group, &members);
    posts::stream_page(&visit, Stream::Group(id), &group.name, Place::Groups, Some(head), Some(context)).await
}

async fn new(visit: Visit) -> Answer {
    form_page(&visit, None, &Draft::of("", Some(GroupKind::Class), ""), &Said::default(), false)
}

fn draft_of(visit: &Visit) -> Draft {
    Draft {
        name: visit.form.text("name").to_owned(),
        kind: GroupKind::parse(visit.form.text("kind")),
        about: visit.form.text("about").to_owned(),
        joining: Joining::parse(visit.form.text("joining")).unwrap_or(Joining::Staff),
        leaving: visit.form.text("leaving") == "yes",
    }
}

fn form_page(visit: &Visit, of: Option<&store::Group>, draft: &Draft, said: &Said, failed: bool) -> Answer {
    let lang = visit.lang();
    let title = if of.is_some() { lang.group_edit() } else { lang.group_new() };
    let main = views::form(visit, of, draft, said, visit.holds(Duty::Accounts));
    let page = Page::new(title, Place::Groups, main);
    visit.show(if failed { page.with_problems() } else { page })
}

async fn create(visit: Visit) -> Answer {
    let draft = draft_of(&visit);
    let sent = draft.clone();
    match visit.write(Act::AddGroup, move |change| super::add(change, &sent)).await {
        Ok(id) => visit.go(&format!("/groups/{id}/people"), Some(Done::Saved)),
        Err(Error::Invalid(problems)) => {
            form_page(&visit, None, &draft, &Said::new(visit.lang(), &problems), true)
        }
        Err(error) => Err(error),
    }
}

async fn edit(visit: Visit) -> Answer {
    let group = changeable(&visit, visit.part::<GroupId>("id")?).await?;
    let (joining, leaving) = (group.joining, group.leaving);
    let draft = Draft { joining, leaving, ..Draft::of(&group.name, Some(group.kind), &group.about) };
    form_page(&visit, Some(&group), &draft, &Said::default(), false)
}

/// The group, for who may change anything of it.
async fn changeable(visit: &Visit, id: GroupId) -> Result<store::Group> {
    let group = visit.read(|look| store::find(look, id)).await?;
    if visit.holds(Duty::Accounts) || group.i_lead { Ok(group) } else { Err(Error::NotFound) }
}

async fn update(mut visit: Visit) -> Answer {
    let id = visit.part::<GroupId>("id")?;
    visit.pace("group", 60, 5.0)?;
    let group = changeable(&visit, id).await?;
    let mut draft = draft_of(&visit);
    if !visit.holds(Duty::Accounts) {
        (draft.name, draft.kind) = (group.name.clone(), Some(group.kind));
    }
    match save(&mut visit, id, &draft).await {
        Ok(()) => visit.go(&format!("/groups/{id}"), Some(Done::Saved)),
        Err(Error::Invalid(problems)) => {
            form_page(&visit, Some(&group), &draft, &Said::new(visit.lang(), &problems), true)
        }
        Err(error) => Err(error),
    }
}

/// Saves words and picture together, or neither: every problem of both is said at once.
async fn save(visit: &mut Visit, id: GroupId, draft: &Draft) -> Result<()> {
    let mut problems: Problems = super::fit(draft).err().unwrap_or_default();
    let placed = match visit.form.files("picture").pop() {
        None => None,
        Some(file) => match photos::prepared_face(visit, file).await {
            Ok(placed) => Some(placed),
            Err(Error::Invalid(found)) => {
                problems.extend(found);
                None
            }
            Err(error) => return Err(error),
        },
    };
    if !problems.is_empty() {
        return Err(Error::Invalid(problems));
    }
    let picture = placed.as_ref().map(|placed| placed.name().to_string());
    let (draft, rules) = (draft.clone(), visit.rules().clone());
    let saved = visit
        .write(Act::EditGroup, move |change| super::edit(change, &rules, id, &draft, picture.as_deref()))
        .await;
    drop(placed); // until here nothing may sweep the file
    saved
}

async fn picture(visit: Visit) -> Answer {
    let (id, name) = (visit.part::<GroupId>("id")?, visit.part::<String>("name")?);
    let kept = visit.read(|look| store::picture(look, id)).await?;
    if kept == name { photos::send_face(&visit, &kept).await } else { Err(Error::NotFound) }
}

async fn remove_picture(visit: Visit) -> Answer {
    let id = visit.part::<GroupId>("id")?;
    visit.write(Act::EditGroup, move |change| super::remove_picture(change, id)).await?;
    visit.go(&format!("/groups/{id}/edit"), Some(Done::Removed))
}

async fn removing(visit: Visit) -> Answer {
    let id = visit.part::<GroupId>("id")?;
    let group = visit.read(|look| store::find(look, id)).await?;
    visit.show(Page::new(visit.lang().joining_remove(), Place::Groups, views::remove(&visit, &group)))
}

async fn remove(visit: Visit) -> Answer {
    let id = visit.part::<GroupId>("id")?;
    visit.write(Act::RemoveGroup, move |change| super::remove(change, id)).await?;
    visit.go("/groups", Some(Done::Removed))
}
