//! The page of talk with staff, for whom they wrote to. Staff write from the case, at the desk.

use super::{store, views};
use crate::base::{Act, Error, Result, Topic};
use crate::db::Snapshot;
use crate::features::notices;
use crate::ui::{Now, Place, Said};
use crate::web::{
    Answer, Done, Gate, Page, Routes, Visit,
    live::{Catching, Telling, Told},
};

/// Every route of this feature.
pub fn routes() -> Routes {
    Routes::default()
        .get("/talks/{id}", Gate::Member, show)
        .post("/talks/{id}", Gate::Member, create)
        .tells(tell)
        .tells_standing(TOPIC, stands)
        .lets_listen(lets_listen)
}

/// What begins the topic of one's own talk.
const TOPIC: &str = "case_talk/";

/// An open page hears only of a talk that is its reader's.
fn lets_listen(look: &Snapshot<'_>, topic: &str) -> Result<bool> {
    let Some(id) = topic.strip_prefix(TOPIC) else { return Ok(true) };
    let Ok(id) = id.parse::<u32>() else { return Ok(false) };
    Error::is_there(store::find_mine(look, i64::from(id)))
}

/// What was said, in place of what the page shows; what is being typed stays.
fn tell(telling: &Telling<'_>) -> Result<Option<String>> {
    let Topic::CaseTalk(id) = telling.event.topic else { return Ok(None) };
    if !telling.topics.contains(&format!("{TOPIC}{id}")) {
        return Ok(None);
    }
    match store::find_mine(telling.look, id) {
        Ok(_) => {
            let now = Now::new(telling.look.now_ms(), &telling.rules.time_zone);
            let staff = notices::staff_word(telling.lang, telling.rules.kind);
            let messages = store::said_to_me(telling.look, id)?;
            Ok(Some(views::said_now(telling.lang, &now, &messages, staff)))
        }
        Err(Error::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}

/// That it can be answered no more, or again, where the page shows it otherwise.
fn stands(asked: &Catching<'_>) -> Result<Option<Told>> {
    let id = asked.topic.strip_prefix(TOPIC).and_then(|id| id.parse::<u32>().ok()).ok_or(Error::NotFound)?;
    let open = store::find_mine(asked.look, i64::from(id))?.open;
    Ok(super::stands_now(asked, open))
}

async fn show(visit: Visit) -> Answer {
    page(&visit, &Said::default(), false).await
}

async fn page(visit: &Visit, said: &Said, failed: bool) -> Answer {
    let id = i64::from(visit.part::<u32>("id")?);
    let (mine, messages, unread, now) = visit
        .read(|look| {
            let mine = store::find_mine(look, id)?;
            let now = Now::new(look.now_ms(), &visit.rules().time_zone);
            Ok((mine, store::said_to_me(look, id)?, notices::has_unread_talk(look, &[id])?, now))
        })
        .await?;
    if unread {
        visit.write(Act::ReadNotices, move |change| notices::read_talks(change, &[id])).await?;
    }
    let lang = visit.lang();
    let shown = views::Shown {
        mine: &mine,
        messages: &messages,
        staff: notices::staff_word(lang, visit.rules().kind),
        words: visit.form.text("words"),
        now: &now,
        same_site: &visit.same_site(),
    };
    let title = views::title(lang, &mine);
    let page = Page::new(&title, Place::Me, views::talk(lang, &shown, said));
    let topic = format!("{TOPIC}{id}");
    let page = page.marks(vec![(topic.clone(), mine.open.into())]).listens(vec![topic]);
    visit.show(if failed { page.with_problems() } else { page })
}

async fn create(visit: Visit) -> Answer {
    let id = i64::from(visit.part::<u32>("id")?);
    visit.pace("case answer", 20, 30.0)?;
    let words = visit.form.text("words").to_owned();
    match visit.write(Act::AnswerInCase, move |change| super::answer(change, id, &words)).await {
        Ok(()) => visit.go(&format!("/talks/{id}"), Some(Done::Saved)),
        Err(Error::Invalid(problems)) => page(&visit, &Said::new(visit.lang(), &problems), true).await,
        Err(error) => Err(error),
    }
}
