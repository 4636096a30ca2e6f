//! Routes by which staff write to somebody in a case, and read what was said in it.

use super::concerned::concerned;
use super::hearing_views;
use super::pages::{EITHER, now};
use crate::base::{AccountId, Act, Duty, Error, Problem, Result, Topic};
use crate::db::{Change, Snapshot};
use crate::features::{case_talk, notices};
use crate::ui::{Now, Place, Said};
use crate::web::{
    Answer, Done, Page, Routes, Visit,
    live::{Catching, Telling, Told},
};

/// Whose case it is the view says.
pub(super) fn routes() -> Routes {
    Routes::default()
        .get("/desk/cases/{id}/talk", EITHER, show)
        .post("/desk/cases/{id}/talk", EITHER, create)
        .get("/desk/talks/{id}", EITHER, lead)
        .tells(tell)
        .tells_standing(TOPIC, stands)
        .lets_listen(lets_listen)
}

/// What begins the topic of all that is said in a case.
const TOPIC: &str = "case_room/";

/// An open page hears only of a case of which its reader can read what is said.
fn lets_listen(look: &Snapshot<'_>, topic: &str) -> Result<bool> {
    let Some(id) = topic.strip_prefix(TOPIC) else { return Ok(true) };
    let Ok(id) = id.parse::<u32>() else { return Ok(false) };
    if !may_come(look) {
        return Ok(false);
    }
    Error::is_there(concerned(look, i64::from(id)))
}

/// As the gate of the page says.
fn may_come(look: &Snapshot<'_>) -> bool {
    let viewer = look.viewer();
    viewer.holds_somewhere(Duty::Moderate) || viewer.holds_somewhere(Duty::Safeguard)
}

/// What was said, in place of what the page shows; what is being typed stays.
fn tell(telling: &Telling<'_>) -> Result<Option<String>> {
    let Topic::CaseRoom(case) = telling.event.topic else { return Ok(None) };
    if !telling.topics.contains(&format!("{TOPIC}{case}")) || !may_come(telling.look) {
        return Ok(None);
    }
    match concerned(telling.look, case) {
        Ok(found) => {
            let now = Now::new(telling.look.now_ms(), &telling.rules.time_zone);
            Ok(Some(hearing_views::said_now(telling.lang, &now, &found)))
        }
        Err(Error::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}

/// That nothing can be said there any more, or again, where the page shows it otherwise.
fn stands(asked: &Catching<'_>) -> Result<Option<Told>> {
    let id = asked.topic.strip_prefix(TOPIC).and_then(|id| id.parse::<u32>().ok()).ok_or(Error::NotFound)?;
    let open = concerned(asked.look, i64::from(id))?.open;
    Ok(case_talk::stands_now(asked, open))
}

fn number(visit: &Visit) -> Result<i64> {
    visit.part::<u32>("id").map(i64::from)
}

async fn show(visit: Visit) -> Answer {
    page(&visit, &Said::default(), false).await
}

async fn page(visit: &Visit, said: &Said, failed: bool) -> Answer {
    let id = number(visit)?;
    let (found, unread) = visit
        .read(|look| {
            let found = concerned(look, id)?;
            let talks: Vec<i64> = found.talks.iter().map(|talk| talk.id).collect();
            let unread = notices::has_unread_talk(look, &talks)?;
            Ok((found, unread.then_some(talks)))
        })
        .await?;
    if let Some(talks) = unread {
        visit.write(Act::ReadNotices, move |change| notices::read_talks(change, &talks)).await?;
    }
    let form = &visit.form;
    let to = if failed { form.text("to") } else { visit.query().text("to") };
    let shown = hearing_views::Shown {
        lang: visit.lang(),
        now: &now(visit).await?,
        same_site: &visit.same_site(),
        found: &found,
        to,
        words: form.text("words"),
        said,
    };
    let page = Page::new(visit.lang().case_talk_staff(), Place::Desk, hearing_views::page(&shown));
    let topic = format!("{TOPIC}{id}");
    let page = page.marks(vec![(topic.clone(), found.open.into())]).listens(vec![topic]);
    visit.show(if failed { page.with_problems() } else { page })
}

async fn create(visit: Visit) -> Answer {
    let id = number(&visit)?;
    let to = visit.form.text("to").parse::<u32>().ok().map(|to| AccountId(i64::from(to)));
    let words = visit.form.text("words").to_owned();
    let write = move |change: &mut Change<'_>| {
        let found = concerned(change, id)?;
        if !found.open {
            return Err(Error::field("words", Problem::Over));
        }
        let to = to.and_then(|to| Some((to, found.concern(to)?)));
        let (to, concern) = to.ok_or(Error::field("to", Problem::Missing))?;
        case_talk::write(change, id, to, concern, &words)
    };
    match visit.write(Act::WriteInCase, write).await {
        Ok(()) => visit.go(&format!("/desk/cases/{id}/talk"), Some(Done::Saved)),
        Err(Error::Invalid(problems)) => page(&visit, &Said::new(visit.lang(), &problems), true).await,
        Err(error) => Err(error),
    }
}

/// From a notice that somebody answered to where it stands.
async fn lead(visit: Visit) -> Answer {
    let id = number(&visit)?;
    let case = visit.read(|look| case_talk::case_of(look, id)).await?;
    visit.go(&format!("/desk/cases/{case}/talk#talk-{id}"), None)
}
