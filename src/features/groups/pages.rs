//! Routes of groups: the list, the stream of one, making and changing them.

use super::{Draft, GroupKind, member_pages, store, views};
use crate::base::{Act, Duty, Error, GroupId, Result, limits};
use crate::features::people;
use crate::features::posts::{self, Stream};
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
        .post("/groups/{id}/edit", Gate::Member, update)
        .and(member_pages::routes())
}

/// People beside the stream of a group.
const BESIDE: usize = 20;

async fn list(visit: Visit) -> Answer {
    let all = visit.holds(Duty::Moderate) || visit.holds(Duty::Accounts);
    let after = visit.query().text("after").to_owned();
    let mut groups = visit.read(|look| store::page(look, all, &after)).await?;
    let more = groups.len() > limits::LIST_PAGE;
    groups.truncate(limits::LIST_PAGE);
    let more = groups.last().filter(|_| more).map(|last| {
        let query = people::url_query(&[("after", &last.name)]);
        format!("/groups?{query}")
    });
    let main = views::list(&visit, &groups, all, more.as_deref());
    visit.show(Page::new(visit.lang().nav_groups(), Place::Groups, main))
}

async fn show(visit: Visit) -> Answer {
    let id = visit.part::<GroupId>("id")?;
    let (group, members) = visit
        .read(|look| {
            let group = store::find(look, id)?;
            let members = store::members(look, id, None, BESIDE)?;
            Ok((group, member_pages::named(look, members)?))
        })
        .await?;
    let head = views::top(&visit, &group, views::Tab::Posts);
    let context = views::beside(&visit, &group, &members);
    posts::stream_page(&visit, Stream::Group(id), &group.name, Place::Groups, Some(head), Some(context)).await
}

async fn new(visit: Visit) -> Answer {
    let draft = Draft { name: String::new(), kind: Some(GroupKind::Class), about: String::new() };
    form_page(&visit, None, &draft, &Said::default(), false)
}

fn draft_of(visit: &Visit) -> Draft {
    Draft {
        name: visit.form.text("name").to_owned(),
        kind: GroupKind::parse(visit.form.text("kind")),
        about: visit.form.text("about").to_owned(),
    }
}

fn form_page(visit: &Visit, id: Option<GroupId>, draft: &Draft, said: &Said, failed: bool) -> Answer {
    let lang = visit.lang();
    let title = if id.is_some() { lang.group_edit() } else { lang.group_new() };
    let main = views::form(visit, id, draft, said, visit.holds(Duty::Accounts));
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
    let id = visit.part::<GroupId>("id")?;
    let group = changeable(&visit, id).await?;
    let draft = Draft { name: group.name, kind: Some(group.kind), about: group.about };
    form_page(&visit, Some(id), &draft, &Said::default(), false)
}

/// The group, for who may change anything of it.
async fn changeable(visit: &Visit, id: GroupId) -> Result<store::Group> {
    let group = visit.read(|look| store::find(look, id)).await?;
    if visit.holds(Duty::Accounts) || group.i_lead { Ok(group) } else { Err(Error::NotFound) }
}

async fn update(visit: Visit) -> Answer {
    let id = visit.part::<GroupId>("id")?;
    let group = changeable(&visit, id).await?;
    let mut draft = draft_of(&visit);
    if !visit.holds(Duty::Accounts) {
        (draft.name, draft.kind) = (group.name, Some(group.kind));
    }
    let sent = draft.clone();
    match visit.write(Act::EditGroup, move |change| super::edit(change, id, &sent)).await {
        Ok(()) => visit.go(&format!("/groups/{id}"), Some(Done::Saved)),
        Err(Error::Invalid(problems)) => {
            form_page(&visit, Some(id), &draft, &Said::new(visit.lang(), &problems), true)
        }
        Err(error) => Err(error),
    }
}
