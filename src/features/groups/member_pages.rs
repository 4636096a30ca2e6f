//! Routes of who is in a group: the list, and for staff putting people in and taking them out.

use super::joining_store::{self, Asking};
use super::member_views::{self, Picking};
use super::store::{self, Group, Member};
use super::{joining, joining_views};
use crate::base::{AccountId, Act, Duty, Error, GroupId, Result, limits};
use crate::db::Snapshot;
use crate::features::people::{self, Person, With};
use crate::ui::{Markup, Now, Place, Said};
use crate::web::{Answer, Done, Gate, Page, Routes, Visit};
use std::collections::HashMap;

pub(super) fn routes() -> Routes {
    let keeps = Gate::Holds(Duty::Accounts);
    Routes::default()
        .get("/groups/{id}/members", Gate::Member, list)
        .get("/groups/{id}/people", keeps, choose)
        .post("/groups/{id}/people", keeps, add)
        .post("/groups/{id}/members/{username}/remove", keeps, remove)
        .post("/groups/{id}/members/{username}/leader", keeps, lead)
}

/// The members as people, in the same order.
pub(super) fn named(look: &Snapshot<'_>, members: Vec<Member>) -> Result<Vec<(Person, bool)>> {
    let ids: Vec<AccountId> = members.iter().map(|member| member.id).collect();
    let leads = |id| members.iter().any(|member| member.id == id && member.leader);
    let people = people::among(look, &ids)?;
    Ok(people
        .into_iter()
        .map(|person| {
            let leads = leads(person.id);
            (person, leads)
        })
        .collect())
}

async fn list(visit: Visit) -> Answer {
    let id = visit.part::<GroupId>("id")?;
    let after = visit.query().text("after").parse::<AccountId>().ok();
    let (group, mut members, waiting, now) = visit
        .read(|look| {
            let group = store::find(look, id)?;
            let members = store::members(look, id, after, limits::LIST_PAGE + 1)?;
            let answers = after.is_none() && joining::answers(look, &group);
            let waiting = if answers { waiting(look, &group)? } else { (Vec::new(), Vec::new()) };
            Ok((group, named(look, members)?, waiting, look.now_ms()))
        })
        .await?;
    let more = members.len() > limits::LIST_PAGE;
    members.truncate(limits::LIST_PAGE);
    let last = members.last().filter(|_| more);
    let more = last.map(|(last, _)| format!("/groups/{id}/members?after={}", last.id));
    let now = Now::new(now, &visit.rules().time_zone);
    let waiting: Markup = joining_views::waiting(&visit, &group, &waiting.0, &waiting.1, &now);
    let main = member_views::list(&visit, &group, &members, &waiting, more.as_deref());
    visit.show(Page::new(&visit.lang().group_members_of(group.name.as_str()), Place::Groups, main))
}

/// Those who ask to come in, and those who were invited and whether they said no.
type Waiting = (Vec<(Person, Asking)>, Vec<(Person, bool)>);

fn waiting(look: &Snapshot<'_>, group: &Group) -> Result<Waiting> {
    let (asking, invited) = (joining_store::asking(look, group.id)?, joining_store::invited(look, group.id)?);
    let ids: Vec<AccountId> =
        asking.iter().map(|ask| ask.id).chain(invited.iter().map(|(id, _)| *id)).collect();
    let mut people: HashMap<AccountId, Person> =
        people::among(look, &ids)?.into_iter().map(|person| (person.id, person)).collect();
    let asking = asking.into_iter().filter_map(|ask| Some((people.remove(&ask.id)?, ask))).collect();
    let invited = invited.into_iter().filter_map(|(id, no)| Some((people.remove(&id)?, no))).collect();
    Ok((asking, invited))
}

async fn choose(visit: Visit) -> Answer {
    choose_page(&visit, &[], "", &Said::default(), false).await
}

async fn choose_page(visit: &Visit, ticked: &[AccountId], pasted: &str, said: &Said, failed: bool) -> Answer {
    let id = visit.part::<GroupId>("id")?;
    let typed = people::typed(visit);
    let after = visit.query().text("after").parse::<AccountId>().ok();
    let (group, (listed, next), inside) = visit
        .read(|look| {
            let group = store::find(look, id)?;
            let listed = people::page(look, With::Everybody, &typed, after)?;
            let ids: Vec<AccountId> = listed.0.iter().map(|person| person.id).collect();
            Ok((group, listed, store::inside(look, id, &ids)?))
        })
        .await?;
    let more = next.map(|after| {
        let query = people::url_query(&[("q", &typed), ("after", &after.to_string())]);
        format!("/groups/{id}/people?{query}")
    });
    let lang = visit.lang();
    let picking = Picking {
        title: &lang.group_add_to(group.name.as_str()),
        action: &format!("/groups/{id}/people"),
        back: &format!("/groups/{id}/members"),
        legend: lang.group_tick(),
        send: lang.group_add_them(),
        typed: &typed,
        people: &listed,
        known: &|id| inside.contains(&id).then(|| lang.group_inside()),
        ticked,
        pasted,
        said,
    };
    let main = member_views::pick(visit, &picking, more.as_deref());
    let page = Page::new(visit.lang().group_add_people(), Place::Groups, main);
    visit.show(if failed { page.with_problems() } else { page })
}

async fn add(visit: Visit) -> Answer {
    let id = visit.part::<GroupId>("id")?;
    let ids = visit.form.all("person").map(|id| id.parse().map_err(|_| Error::NotFound));
    let mut ticked = ids.collect::<Result<Vec<AccountId>>>()?;
    ticked.sort_unstable();
    ticked.dedup();
    let pasted = visit.form.text("usernames").to_owned();
    let (people, list) = (ticked.clone(), pasted.clone());
    match visit.write(Act::AddMember, move |change| super::add_people(change, id, &people, &list)).await {
        Ok(_) => visit.go(&format!("/groups/{id}/members"), Some(Done::Added)),
        Err(Error::Invalid(problems)) => {
            choose_page(&visit, &ticked, &pasted, &Said::new(visit.lang(), &problems), true).await
        }
        Err(error) => Err(error),
    }
}

async fn remove(visit: Visit) -> Answer {
    let (id, username) = (visit.part::<GroupId>("id")?, visit.part::<String>("username")?);
    visit.write(Act::RemoveMember, move |change| super::remove_member(change, id, &username)).await?;
    visit.go(&format!("/groups/{id}/members"), Some(Done::Saved))
}

async fn lead(visit: Visit) -> Answer {
    let (id, username) = (visit.part::<GroupId>("id")?, visit.part::<String>("username")?);
    let leads = visit.form.text("leads") == "yes";
    visit.write(Act::AddMember, move |change| super::lead(change, id, &username, leads)).await?;
    visit.go(&format!("/groups/{id}/members"), Some(Done::Saved))
}
