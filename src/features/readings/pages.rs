//! Routes of Readings: one of them with what it opens, one's own, and all of them for who holds Audit.

use super::store::{self, Reading, Status};
use super::{group_pages, list_views, talk_store, views};
use crate::base::{Act, Duty, Error, ItemId, Result, limits};
use crate::db::{Change, Snapshot};
use crate::features::{desk, files, photos};
use crate::ui::{Now, Place};
use crate::web::{Answer, Done, Gate, Page, Routes, Visit};

pub(super) fn routes() -> Routes {
    let gate = Gate::Holds(Duty::Safeguard);
    Routes::default()
        .get("/readings", gate, list)
        .get("/readings/all", Gate::Holds(Duty::Audit), all)
        .get("/readings/{id}", gate, show)
        .get("/readings/{id}/posts/{post}", gate, show_post)
        .post("/readings/{id}/confirm", gate, confirm)
        .post("/readings/{id}/refuse", gate, refuse)
        .post("/readings/{id}/end", gate, end)
        .post("/readings/{id}/confidential", gate, end_confidential)
        .post("/readings/{id}/desk/{item}", gate, to_desk)
        .get("/readings/{id}/photos/{photo}/{size}", gate, photo)
        .get("/readings/{id}/pictures/{conversation}", gate, picture)
        .get("/readings/{id}/documents/{document}/fetch", gate, fetch_document)
        .get("/readings/{id}/documents/{document}/view", gate, view_document)
}

/// Readings with everybody whom their lines name.
fn filled(look: &Snapshot<'_>, readings: Vec<Reading>) -> Result<list_views::Lines> {
    let ids: Vec<i64> = readings.iter().map(|reading| reading.id).collect();
    let about = talk_store::people_of(look, &ids)?;
    let named = readings.iter().flat_map(|reading| {
        [Some(reading.staff), reading.second, reading.person].into_iter().flatten().map(|id| id.0)
    });
    let named: Vec<i64> = named.chain(about.values().flatten().map(|id| id.0)).collect();
    Ok(list_views::Lines { people: desk::people(look, named)?, about, readings })
}

pub(super) fn before(visit: &Visit) -> i64 {
    visit.query().text("before").parse().unwrap_or(i64::MAX)
}

fn cut(mut readings: Vec<Reading>) -> (Vec<Reading>, Option<i64>) {
    let more = readings.len() > limits::LIST_PAGE;
    readings.truncate(limits::LIST_PAGE);
    let older = readings.last().filter(|_| more).map(|reading| reading.id);
    (readings, older)
}

async fn list(visit: Visit) -> Answer {
    let (mine, waiting, older, now_ms) = visit
        .read(|look| {
            let (mine, older) = cut(store::mine(look, before(&visit), limits::LIST_PAGE + 1)?);
            let waiting = filled(look, store::waiting(look)?)?;
            Ok((filled(look, mine)?, waiting, older, look.now_ms()))
        })
        .await?;
    let now = Now::new(now_ms, &visit.rules().time_zone);
    let nobody = !visit.query().text("nobody").is_empty();
    let main = list_views::own(visit.lang(), &now, &mine, &waiting, older, nobody);
    visit.show(Page::new(visit.lang().readings_title(), Place::Readings, main))
}

async fn all(visit: Visit) -> Answer {
    let (lines, older, now_ms) = visit
        .read(|look| {
            let (all, older) = cut(store::all(look, before(&visit), limits::LIST_PAGE + 1)?);
            Ok((filled(look, all)?, older, look.now_ms()))
        })
        .await?;
    let now = Now::new(now_ms, &visit.rules().time_zone);
    let main = list_views::all(visit.lang(), &now, &lines, older);
    visit.show(Page::new(visit.lang().readings_all_title(), Place::Audit, main))
}

async fn show(visit: Visit) -> Answer {
    let id = number(&visit)?;
    let found = visit.read(|look| store::find(look, id)).await?;
    let me = visit.session()?.account;
    // What is not open for whoever looks is only told about. Nothing that opens private talk listens for more.
    let shown = match found.status() {
        Status::Open if found.staff == me => shown(&visit, id, &found).await?,
        _ => views::Shown::Nothing,
    };
    draw(&visit, id, &found, &shown).await
}

/// One post of a Reading with what is written under it. Where the Reading is not open for whoever looks, it is not there.
async fn show_post(visit: Visit) -> Answer {
    let (id, post) = (number(&visit)?, visit.part::<ItemId>("post")?);
    let after = visit.query().text("after").parse().unwrap_or(0);
    let found = visit.read(|look| store::find(look, id)).await?;
    let read = move |change: &mut Change<'_>| super::show_post(change, id, post, after);
    let (post, (comments, later)) = visit.write(Act::ShowReading, read).await?;
    draw(&visit, id, &found, &views::Shown::Post(Box::new(post), comments, later)).await
}

pub(super) async fn draw(visit: &Visit, id: i64, found: &Reading, shown: &views::Shown) -> Answer {
    let me = visit.session()?.account;
    let (lines, people, may_answer, now_ms) = visit
        .read(|look| {
            let lines = filled(look, vec![store::find(look, id)?])?;
            let may_answer = found.staff != me && store::may_answer(look, id)?;
            Ok((lines, desk::people(look, shown.named())?, may_answer, look.now_ms()))
        })
        .await?;
    let now = Now::new(now_ms, &visit.rules().time_zone);
    let drawn = views::Drawn {
        lang: visit.lang(),
        now: &now,
        same_site: &visit.same_site(),
        lines: &lines,
        people: &people,
        mine: found.staff == me,
        may_answer,
    };
    visit.show(Page::new(visit.lang().readings_one_title(), Place::Readings, views::reading(&drawn, shown)))
}

pub(super) fn number(visit: &Visit) -> Result<i64> {
    visit.part::<ItemId>("id").map(|id| id.0)
}

async fn shown(visit: &Visit, id: i64, found: &Reading) -> Result<views::Shown> {
    if found.conversation.is_some() {
        let span = group_pages::span(visit);
        let (turn, pictured) =
            visit.write(Act::ShowReading, move |change| super::show_talk(change, id, span)).await?;
        return Ok(views::Shown::Talk(turn, pictured));
    }
    let before = before(visit);
    if found.of_posts {
        let read = move |change: &mut Change<'_>| super::show_posts(change, id, before);
        let ((posts, older), albums) = visit.write(Act::ShowReading, read).await?;
        return Ok(views::Shown::Posts { posts, older, albums });
    }
    let (talks, older) =
        visit.write(Act::ShowReading, move |change| super::show_person(change, id, before)).await?;
    Ok(views::Shown::Talks(talks, older))
}

async fn confirm(visit: Visit) -> Answer {
    let id = number(&visit)?;
    visit.write(Act::ConfirmReading, move |change| super::answer(change, id, true)).await?;
    visit.go(&format!("/readings/{id}"), Some(Done::Saved))
}

async fn refuse(visit: Visit) -> Answer {
    let id = number(&visit)?;
    visit.write(Act::ConfirmReading, move |change| super::answer(change, id, false)).await?;
    visit.go(&format!("/readings/{id}"), Some(Done::Saved))
}

async fn end(visit: Visit) -> Answer {
    let id = number(&visit)?;
    visit.write(Act::EndReading, move |change| super::end(change, id)).await?;
    visit.go(&format!("/readings/{id}"), Some(Done::Saved))
}

async fn end_confidential(visit: Visit) -> Answer {
    let id = number(&visit)?;
    visit.write(Act::EndReading, move |change| super::end_confidential(change, id)).await?;
    visit.go(&format!("/readings/{id}"), Some(Done::Saved))
}

async fn to_desk(visit: Visit) -> Answer {
    let (id, item) = (number(&visit)?, visit.part::<ItemId>("item")?);
    visit.write(Act::Report, move |change| super::bring_to_desk(change, id, item)).await?;
    if visit.holds(Duty::Moderate) {
        return visit.go(&format!("/desk/items/{item}"), Some(Done::Reported));
    }
    visit.go(&format!("/readings/{id}"), Some(Done::Reported))
}

async fn photo(visit: Visit) -> Answer {
    let (id, photo) = (number(&visit)?, visit.part::<ItemId>("photo")?);
    let size = visit.part::<String>("size")?;
    let name = visit.read(|look| talk_store::photo(look, id, photo)).await?;
    photos::send_size(&visit, &name, &size).await
}

async fn fetch_document(visit: Visit) -> Answer {
    document(&visit, files::How::Attachment).await
}

async fn view_document(visit: Visit) -> Answer {
    document(&visit, files::How::Inline).await
}

async fn document(visit: &Visit, how: files::How) -> Answer {
    let (id, document) = (number(visit)?, visit.part::<i64>("document")?);
    let show = move |change: &mut Change<'_>| super::show_document(change, id, document);
    let found = visit.write(Act::ShowReading, show).await?;
    files::send(visit, &found, how).await
}

async fn picture(visit: Visit) -> Answer {
    let (id, conversation) = (number(&visit)?, visit.part::<ItemId>("conversation")?);
    let name = visit.read(|look| talk_store::picture(look, id, conversation)).await?;
    photos::send_face(&visit, &name.ok_or(Error::NotFound)?).await
}
