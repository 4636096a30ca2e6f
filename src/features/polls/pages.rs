//! Routes of polls, and what open pages get to know of them.

use super::{find, views};
use crate::base::{Act, Error, ItemId, Problems, Result, Topic};
use crate::ui::{Now, Place, Said};
use crate::web::{Answer, Gate, Page, Routes, Visit, live::Telling};

/// Every route of this feature.
pub fn routes() -> Routes {
    Routes::default().post("/posts/{id}/vote", Gate::Member, create).tells(tell)
}

async fn create(visit: Visit) -> Answer {
    let post = visit.part::<ItemId>("id")?;
    visit.pace("vote", 60, 1.0)?;
    let chosen: Vec<i64> = visit
        .form
        .all(&format!("answer-{post}"))
        .map(|place| place.parse::<u8>().map_or(-1, i64::from))
        .collect();
    let rules = visit.rules().clone();
    match visit.write(Act::Vote, move |change| super::vote(change, &rules, post, &chosen)).await {
        Ok(()) if visit.takes_changes() => {
            let (poll, now) = visit.read(|look| Ok((find(look, post)?, look.now_ms()))).await?;
            let now = Now::new(now, &visit.rules().time_zone);
            Ok(visit.changes(views::change(visit.lang(), &now, &poll)))
        }
        Ok(()) => visit.go(&format!("/posts/{post}#poll-{post}"), None),
        Err(Error::Invalid(problems)) => again(&visit, post, &problems).await,
        Err(error) => Err(error),
    }
}

/// The poll with what was wrong with the vote.
async fn again(visit: &Visit, post: ItemId, problems: &Problems) -> Answer {
    let (poll, now) = visit.read(|look| Ok((find(look, post)?, look.now_ms()))).await?;
    let (lang, now) = (visit.lang(), Now::new(now, &visit.rules().time_zone));
    let said = Said::new(lang, problems);
    let main = views::again(lang, &now, &poll, post, said.of("answer").unwrap_or_default());
    visit.show(Page::new(lang.poll_title(), Place::Home, main).with_problems())
}

/// How a poll stands, for those who may see it.
fn tell(telling: &Telling<'_>) -> Result<Option<String>> {
    let Topic::Poll(post) = telling.event.topic else { return Ok(None) };
    if !telling.topics.contains(&format!("post/{post}")) {
        return Ok(None);
    }
    match find(telling.look, post) {
        Ok(poll) if poll.voters.is_some() => Ok(Some(views::results_change(telling.lang, &poll))),
        Ok(_) | Err(Error::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}
