//! Routes of who is in a conversation, what it is called, and how loud it is for the reader.

use super::begin_pages::{Chosen, to_choose};
use super::people_views::{self, About, Picking};
use super::{list, presence_store, rules, store};
use crate::base::{AccountId, Act, Error, ItemId, Problems, limits};
use crate::ui::{Place, Said};
use crate::web::{Answer, Done, Gate, Page, Routes, Visit};

pub(super) fn routes() -> Routes {
    Routes::default()
        .get("/chat/{id}/about", Gate::Member, about)
        .post("/chat/{id}/name", Gate::Member, rename)
        .get("/chat/{id}/people", Gate::Member, choose)
        .post("/chat/{id}/people", Gate::Member, add)
        .post("/chat/{id}/people/{person}/remove", Gate::Member, take_out)
        .post("/chat/{id}/leave", Gate::Member, leave)
        .post("/chat/{id}/mute", Gate::Member, mute)
        .post("/chat/{id}/away", Gate::Member, put_away)
        .get("/my/presence", Gate::Member, presence)
        .post("/my/presence", Gate::Member, set_presence)
}

async fn about(visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    about_page(&visit, id, None, None).await
}

pub(super) async fn about_page(
    visit: &Visit,
    id: ItemId,
    typed: Option<&str>,
    problems: Option<&Problems>,
) -> Answer {
    let about = visit
        .read(|look| {
            let talk = store::find(look, id)?;
            Ok(About {
                named: list::named(look, &talk)?,
                people: store::people(look, id, limits::CHAT_SHOWN)?,
                size: store::size(look, id)?,
                voice: rules::voice(look, visit.rules(), &talk)?,
                talk,
            })
        })
        .await?;
    let said = problems.map(|problems| Said::new(visit.lang(), problems)).unwrap_or_default();
    let main = people_views::about(visit, &about, typed, &said);
    let page = Page::new(visit.lang().chat_about(), Place::Chat, main);
    visit.show(if problems.is_some() { page.with_problems() } else { page })
}

async fn rename(visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    let (name, all) = (visit.form.text("name").to_owned(), visit.form.text("all") == "yes");
    let (rules, typed) = (visit.rules().clone(), name.clone());
    match visit.write(Act::EditChat, move |change| super::rename(change, &rules, id, &name, all)).await {
        Ok(()) => visit.go(&format!("/chat/{id}/about"), Some(Done::Saved)),
        Err(Error::Invalid(problems)) => about_page(&visit, id, Some(&typed), Some(&problems)).await,
        Err(error) => Err(error),
    }
}

async fn choose(visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    choose_page(&visit, id, &Chosen::of(visit.query()), None).await
}

async fn choose_page(visit: &Visit, id: ItemId, chosen: &Chosen, problems: Option<&Problems>) -> Answer {
    let (picked, mut others, here) = visit
        .read(|look| {
            let talk = store::find(look, id)?;
            if talk.sort != store::Sort::Many {
                return Err(Error::NotFound);
            }
            let (picked, others) = to_choose(visit, look, chosen)?;
            let here = store::people(look, id, limits::CHAT_PEOPLE_MAX)?;
            Ok((picked, others, here))
        })
        .await?;
    others.retain(|person| !here.iter().any(|each| each.who.id == person.id));
    let said = problems.map(|problems| Said::new(visit.lang(), problems)).unwrap_or_default();
    let address = format!("/chat/{id}/people");
    let form = Picking {
        action: &address,
        look_again: &address,
        same_site: &visit.same_site(),
        chosen,
        picked: &picked,
        others: &others,
        begins: false,
        said: &said,
    };
    let page = Page::new(visit.lang().chat_add_people(), Place::Chat, people_views::new(visit, &form));
    visit.show(if problems.is_some() { page.with_problems() } else { page })
}

async fn add(visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    let chosen = Chosen::of(&visit.form);
    let (rules, people) = (visit.rules().clone(), chosen.people.clone());
    match visit.write(Act::AddToChat, move |change| super::add_people(change, &rules, id, &people)).await {
        Ok(()) => visit.go(&format!("/chat/{id}/about"), Some(Done::Added)),
        Err(Error::Invalid(problems)) => choose_page(&visit, id, &chosen, Some(&problems)).await,
        Err(error) => Err(error),
    }
}

async fn take_out(visit: Visit) -> Answer {
    let (id, person) = (visit.part::<ItemId>("id")?, visit.part::<AccountId>("person")?);
    visit.write(Act::TakeFromChat, move |change| super::take_out(change, id, person)).await?;
    visit.go(&format!("/chat/{id}/about"), Some(Done::Removed))
}

async fn leave(visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    visit.write(Act::LeaveChat, move |change| super::leave(change, id)).await?;
    visit.go("/chat", Some(Done::Saved))
}

async fn mute(visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    let on = visit.query().text("on") == "true";
    visit.write(Act::NoteChat, move |change| super::mute(change, id, on)).await?;
    visit.go(&format!("/chat/{id}"), Some(Done::Saved))
}

async fn put_away(visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    let on = visit.query().text("on") == "true";
    visit.write(Act::NoteChat, move |change| super::put_away(change, id, on)).await?;
    visit.go("/chat", Some(Done::Saved))
}

/// Whether others see that the reader is here.
async fn presence(visit: Visit) -> Answer {
    if !visit.rules().show_presence {
        return Err(Error::NotFound);
    }
    let hides = visit.read(presence_store::hides_presence).await?;
    let main = people_views::presence(visit.lang(), hides);
    visit.show(Page::new(visit.lang().chat_presence(), Place::Me, main))
}

async fn set_presence(visit: Visit) -> Answer {
    let hides = visit.form.text("hide") == "yes";
    visit.write(Act::NoteChat, move |change| presence_store::set_hides_presence(change, hides)).await?;
    visit.go("/my/presence", Some(Done::Saved))
}
