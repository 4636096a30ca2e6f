//! Routes of coming into a group and leaving it: the list of groups to find, asking, invitations, answers.

use super::joining::{self, Came};
use super::joining_views::{self, Inviting, Joiner};
use super::{joining_store, store};
use crate::base::{AccountId, Act, Error, GroupId, Result, limits};
use crate::features::people::{self, With};
use crate::ui::{Now, Place, Said};
use crate::web::{Answer, Done, Gate, Page, Routes, Visit};

pub(super) fn routes() -> Routes {
    Routes::default()
        .get("/groups/find", Gate::Member, find)
        .get("/groups/{id}/join", Gate::Member, door)
        .post("/groups/{id}/join", Gate::Member, come_in)
        .post("/groups/{id}/join/withdraw", Gate::Member, withdraw)
        .post("/groups/{id}/join/decline", Gate::Member, decline)
        .post("/groups/{id}/asks/{username}", Gate::Member, answer)
        .get("/groups/{id}/invite", Gate::Member, choose)
        .post("/groups/{id}/invite", Gate::Member, invite)
        .post("/groups/{id}/invites/{username}/remove", Gate::Member, uninvite)
        .get("/groups/{id}/leave", Gate::Member, leaving)
        .post("/groups/{id}/leave", Gate::Member, leave)
}

async fn find(visit: Visit) -> Answer {
    let after = visit.query().text("after").to_owned();
    let mut groups = visit.read(|look| joining_store::to_find(look, &after)).await?;
    let more = more_to_find(&mut groups);
    let main = joining_views::find(&visit, &groups, more.as_deref());
    visit.show(Page::new(visit.lang().joining_find(), Place::Groups, main))
}

/// Cuts what was read to one page; gives the address of the next.
pub(super) fn more_to_find(groups: &mut Vec<joining_store::Outside>) -> Option<String> {
    let more = groups.len() > limits::LIST_PAGE;
    groups.truncate(limits::LIST_PAGE);
    let last = groups.last().filter(|_| more)?;
    Some(format!("/groups/find?{}", people::url_query(&[("after", &last.name)])))
}

/// The page of a group that the viewer is not in, where they may come in or ask to.
pub(super) async fn outside(visit: &Visit, id: GroupId, typed: &str, said: &Said, failed: bool) -> Answer {
    let (group, by, now) = visit
        .read(|look| {
            let group = joining_store::outside(look, id)?;
            let by: Vec<AccountId> = group.invited_by.into_iter().collect();
            Ok((group, people::among(look, &by)?.pop(), look.now_ms()))
        })
        .await?;
    let zone = Now::new(now, &visit.rules().time_zone);
    let joiner = Joiner { group: &group, by: by.as_ref(), now: &zone, now_ms: now, typed, said };
    let main = joining_views::outside(visit, &joiner);
    let page = Page::new(&group.name, Place::Groups, main);
    visit.show(if failed { page.with_problems() } else { page })
}

async fn door(visit: Visit) -> Answer {
    let id = visit.part::<GroupId>("id")?;
    outside(&visit, id, "", &Said::default(), false).await
}

async fn come_in(visit: Visit) -> Answer {
    visit.pace("join", 30, 20.0)?;
    let id = visit.part::<GroupId>("id")?;
    let words = visit.form.text("words").to_owned();
    let (typed, rules) = (words.clone(), visit.rules().clone());
    match visit.write(Act::AskGroup, move |change| joining::come_in(change, &rules, id, &words)).await {
        Ok(Came::In) => visit.go(&format!("/groups/{id}"), Some(Done::Added)),
        Ok(Came::Waits) => visit.go(&format!("/groups/{id}"), Some(Done::Saved)),
        Err(Error::Invalid(problems)) => {
            outside(&visit, id, &typed, &Said::new(visit.lang(), &problems), true).await
        }
        Err(error) => Err(error),
    }
}

async fn withdraw(visit: Visit) -> Answer {
    let id = visit.part::<GroupId>("id")?;
    visit.write(Act::WithdrawAsk, move |change| joining::withdraw(change, id)).await?;
    let still = visit.read(|look| Ok(joining_store::outside(look, id).is_ok())).await?;
    visit.go(&if still { format!("/groups/{id}") } else { "/groups".to_owned() }, Some(Done::Saved))
}

async fn decline(visit: Visit) -> Answer {
    let id = visit.part::<GroupId>("id")?;
    visit.write(Act::DeclineInvite, move |change| joining::decline(change, id)).await?;
    visit.go("/groups", Some(Done::Saved))
}

async fn answer(visit: Visit) -> Answer {
    let (id, username) = (visit.part::<GroupId>("id")?, visit.part::<String>("username")?);
    let lets_in = match visit.form.text("answer") {
        "yes" => true,
        "no" => false,
        _ => return Err(Error::NotFound),
    };
    visit.write(Act::AddMember, move |change| joining::answer(change, id, &username, lets_in)).await?;
    visit.go(&format!("/groups/{id}/members"), Some(if lets_in { Done::Added } else { Done::Saved }))
}

async fn choose(visit: Visit) -> Answer {
    choose_page(&visit, &[], "", &Said::default(), false).await
}

async fn choose_page(visit: &Visit, ticked: &[AccountId], pasted: &str, said: &Said, failed: bool) -> Answer {
    let id = visit.part::<GroupId>("id")?;
    let typed = people::typed(visit);
    let after = visit.query().text("after").parse::<AccountId>().ok();
    let (group, (listed, next), inside, invited) = visit
        .read(|look| {
            let group = store::find(look, id)?;
            if !joining::answers(look, &group) || group.joining == joining::Joining::Staff {
                return Err(Error::NotFound);
            }
            let listed = people::page(look, With::Everybody, &typed, after)?;
            let ids: Vec<AccountId> = listed.0.iter().map(|person| person.id).collect();
            let invited = joining_store::invited(look, id)?;
            Ok((group, listed, store::inside(look, id, &ids)?, invited))
        })
        .await?;
    let more = next.map(|after| {
        let query = people::url_query(&[("q", &typed), ("after", &after.to_string())]);
        format!("/groups/{id}/invite?{query}")
    });
    let invited: Vec<AccountId> = invited.into_iter().map(|(id, _)| id).collect();
    let inviting = Inviting {
        group: &group,
        typed: &typed,
        people: &listed,
        inside: &inside,
        invited: &invited,
        ticked,
        pasted,
        said,
    };
    let main = joining_views::choose(visit, &inviting, more.as_deref());
    let page = Page::new(visit.lang().joining_invite(), Place::Groups, main);
    visit.show(if failed { page.with_problems() } else { page })
}

async fn invite(visit: Visit) -> Answer {
    visit.pace("invite", 60, 10.0)?;
    let id = visit.part::<GroupId>("id")?;
    let ids = visit.form.all("person").map(|id| id.parse().map_err(|_| Error::NotFound));
    let mut ticked = ids.collect::<Result<Vec<AccountId>>>()?;
    ticked.sort_unstable();
    ticked.dedup();
    let pasted = visit.form.text("usernames").to_owned();
    let (people, list) = (ticked.clone(), pasted.clone());
    match visit.write(Act::Invite, move |change| joining::invite(change, id, &people, &list)).await {
        Ok(_) => visit.go(&format!("/groups/{id}/members"), Some(Done::Saved)),
        Err(Error::Invalid(problems)) => {
            choose_page(&visit, &ticked, &pasted, &Said::new(visit.lang(), &problems), true).await
        }
        Err(error) => Err(error),
    }
}

async fn uninvite(visit: Visit) -> Answer {
    let (id, username) = (visit.part::<GroupId>("id")?, visit.part::<String>("username")?);
    visit.write(Act::Uninvite, move |change| joining::uninvite(change, id, &username)).await?;
    visit.go(&format!("/groups/{id}/members"), Some(Done::Saved))
}

async fn leaving(visit: Visit) -> Answer {
    let id = visit.part::<GroupId>("id")?;
    let group = visit.read(|look| store::find(look, id)).await?;
    if !group.i_am_in || !joining::lets_leave(group.joining, group.leaving) {
        return Err(Error::NotFound);
    }
    let main = joining_views::leave(&visit, &group);
    visit.show(Page::new(visit.lang().joining_leave(), Place::Groups, main))
}

async fn leave(visit: Visit) -> Answer {
    let id = visit.part::<GroupId>("id")?;
    visit.write(Act::LeaveGroup, move |change| joining::leave(change, id)).await?;
    visit.go("/groups", Some(Done::Saved))
}
