//! Routes of beginning a conversation: with one or several people, or that of a group.

use super::people_views::{self, Picking};
use super::{people_store, store};
use crate::base::{AccountId, Act, AspectId, Error, GroupId, Problems, Result, Talk, limits};
use crate::db::Snapshot;
use crate::features::{groups, people};
use crate::ui::{Place, Said};
use crate::web::upload::Form;
use crate::web::{Answer, Done, Gate, Page, Routes, Visit};

pub(super) fn routes() -> Routes {
    Routes::default()
        .get("/chat/new", Gate::Member, new)
        .post("/chat/new", Gate::Member, create)
        .get("/groups/{id}/chat", Gate::Member, of_group)
        .post("/groups/{id}/chat", Gate::Member, open_group)
}

/// What a form for choosing people holds.
pub(super) struct Chosen {
    pub people: Vec<AccountId>,
    pub name: String,
    pub all: bool,
    pub typed: String,
}

impl Chosen {
    pub(super) fn of(form: &Form) -> Chosen {
        let mut people: Vec<AccountId> =
            form.all("people").filter_map(|id| id.parse().ok()).map(AccountId).collect();
        people.sort_unstable_by_key(|id| id.0);
        people.dedup();
        people.truncate(limits::CHAT_ADDED_MAX + 1);
        Chosen {
            people,
            name: form.text("name").to_owned(),
            all: form.text("all") == "yes",
            typed: form.text("q").to_owned(),
        }
    }
}

/// Whom one may choose: those chosen already, and those whom the house lets one write to.
pub(super) fn to_choose(
    visit: &Visit,
    look: &Snapshot<'_>,
    chosen: &Chosen,
) -> Result<(Vec<people::Person>, Vec<people::Person>)> {
    let house = visit.rules();
    let staff = look.viewer().is_staff();
    let talk = if staff { Talk::Everyone } else { house.talk };
    let mut ids = if talk == Talk::Everyone && !chosen.typed.trim().is_empty() {
        let (found, _) = people::page(look, people::With::Everybody, &chosen.typed, None)?;
        found.into_iter().map(|person| person.id).collect()
    } else {
        people_store::candidates(look, talk, &chosen.typed)?
    };
    let me = look.me()?;
    ids.retain(|id| *id != me && !chosen.people.contains(id));
    Ok((people::among(look, &chosen.people)?, people::among(look, &ids)?))
}

async fn new(visit: Visit) -> Answer {
    let mut chosen = Chosen::of(visit.query());
    let aspect = visit.query().text("aspect").parse::<i64>().ok().map(AspectId);
    if let Some(aspect) = aspect {
        chosen.people = visit.read(|look| may_be_written_to(&visit, look, aspect)).await?;
    }
    new_page(&visit, &chosen, None).await
}

/// Of those in an aspect, whom one may write to: the others would only be in the way.
fn may_be_written_to(visit: &Visit, look: &Snapshot<'_>, aspect: AspectId) -> Result<Vec<AccountId>> {
    let mut people = people_store::of_aspect(look, aspect)?;
    let talkable = people::talkables(look, &people)?;
    let stopped = people::is_stopped(look)?;
    people.retain(|id| {
        let them = talkable.iter().find(|them| them.id == *id);
        people::may_begin(visit.rules(), look.viewer(), stopped, them)
    });
    Ok(people)
}

async fn new_page(visit: &Visit, chosen: &Chosen, problems: Option<&Problems>) -> Answer {
    let (picked, others) = visit.read(|look| to_choose(visit, look, chosen)).await?;
    let lang = visit.lang();
    let said = problems.map(|problems| Said::new(lang, problems)).unwrap_or_default();
    let form = Picking {
        action: "/chat/new",
        look_again: "/chat/new",
        same_site: &visit.same_site(),
        chosen,
        picked: &picked,
        others: &others,
        begins: true,
        said: &said,
    };
    let main = people_views::new(visit, &form);
    let page = Page::new(lang.chat_new(), Place::Chat, main);
    visit.show(if problems.is_some() { page.with_problems() } else { page })
}

async fn create(visit: Visit) -> Answer {
    let chosen = Chosen::of(&visit.form);
    visit.pace("begin chat", 20, 10.0)?;
    // With one person it is the one conversation that the two have.
    if let [only] = chosen.people.as_slice() {
        let person = visit.read(|look| people::among(look, &[*only])).await?.pop().ok_or(Error::NotFound)?;
        return visit.go(&format!("/chat/with/{}", person.username), None);
    }
    let (rules, people, name, all) =
        (visit.rules().clone(), chosen.people.clone(), chosen.name.clone(), chosen.all);
    let begun =
        visit.write(Act::BeginChat, move |change| super::begin(change, &rules, &people, &name, all)).await;
    match begun {
        Ok(id) => visit.go(&format!("/chat/{id}"), None),
        Err(Error::Invalid(problems)) => new_page(&visit, &chosen, Some(&problems)).await,
        Err(error) => Err(error),
    }
}

/// The conversation of a group, or that there is none; for its leaders the switch.
async fn of_group(visit: Visit) -> Answer {
    let id = visit.part::<GroupId>("id")?;
    let (group, talk) = visit.read(|look| Ok((groups::find(look, id)?, store::of_group(look, id)?))).await?;
    if let Some(talk) = talk.as_ref().filter(|talk| talk.open && !group.i_lead) {
        return visit.go(&format!("/chat/{}", talk.id), None);
    }
    let main = people_views::of_group(&visit, &group, talk.as_ref());
    visit.show(Page::new(&group.name, Place::Groups, main))
}

async fn open_group(visit: Visit) -> Answer {
    let id = visit.part::<GroupId>("id")?;
    let open = visit.form.text("open") == "yes";
    visit.write(Act::BeginChat, move |change| super::open_group(change, id, open)).await?;
    visit.go(&format!("/groups/{id}/chat"), Some(Done::Saved))
}
