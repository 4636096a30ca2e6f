//! Routes of downloading all: asking, seeing how far it is, and fetching the file.

use super::{Depot, State, may_ask, store, views};
use crate::base::{Act, Error, Problems, Result, Topic};
use crate::features::{days, sessions, space};
use crate::ui::{Now, Place, Said};
use crate::web::live::Telling;
use crate::web::{Answer, Gate, Page, Reply, Routes, Visit};
use axum::http::{HeaderValue, header};

/// Every route of this feature.
pub fn routes() -> Routes {
    Routes::default()
        .get("/my/archive", Gate::Member, show)
        .post("/my/archive", Gate::Member, create)
        .get("/my/archive/{id}/file", Gate::Member, file)
        .tells(tell)
}

async fn show(visit: Visit) -> Answer {
    page(&visit, &Problems::new()).await
}

async fn page(visit: &Visit, problems: &Problems) -> Answer {
    let lang = visit.lang();
    let (archive, today, now_ms) =
        visit.read(|look| Ok((store::mine(look)?, days::today(look)?, look.now_ms()))).await?;
    let same_site = visit.same_site();
    let shown = views::Shown {
        same_site: &same_site,
        archive: archive.as_ref(),
        may_ask: may_ask(visit.rules(), archive.as_ref(), today),
        offered: visit.rules().downloads,
        today,
        now: &Now::new(now_ms, &visit.rules().time_zone),
        said: &Said::new(lang, problems),
    };
    let page = Page::new(lang.archive_title(), Place::Me, views::archive(lang, &shown));
    let page = page.listens(vec!["archive".into()]);
    visit.show(if problems.is_empty() { page } else { page.with_problems() })
}

async fn create(visit: Visit) -> Answer {
    match ask(&visit).await {
        Ok(()) => visit.go("/my/archive", None),
        Err(Error::Invalid(problems)) => page(&visit, &problems).await,
        Err(error) => Err(error),
    }
}

/// The password again: who finds a page left open must not carry away everything that somebody ever wrote.
async fn ask(visit: &Visit) -> Result<()> {
    sessions::prove(visit, "password").await?;
    let taken = space::sum(&visit.read(space::taken).await?);
    let depot = visit.tool::<Depot>()?;
    let room = depot.clone();
    let asked = tokio::task::spawn_blocking(move || room.has_room(taken));
    let has_room = asked.await.map_err(|_| Error::Broken("the disk was not asked".into()))??;
    let (rules, language) = (visit.rules().clone(), visit.lang().tag());
    visit.write(Act::AskArchive, move |change| super::ask(change, &rules, language, has_room)).await?;
    depot.asked.notify_one();
    Ok(())
}

/// The file, for its owner alone; in parts where a browser asks for the rest of one that was cut off.
async fn file(visit: Visit) -> Answer {
    let id: i64 = visit.part::<crate::base::ItemId>("id")?.0;
    let archive =
        visit.read(store::mine).await?.filter(|archive| archive.id == id && archive.state == State::Ready);
    let archive = archive.ok_or(Error::NotFound)?;
    let tag = format!("\"archive-{}-{}\"", archive.id, archive.bytes);
    let path = visit.tool::<Depot>()?.file(archive.id);
    let day = super::leaf::iso(archive.ready_at.unwrap_or(archive.asked_at));
    let day = day.split('T').next().unwrap_or_default();
    let name = format!("attachment; filename=\"courtyard-{}-{day}.zip\"", visit.session()?.username);
    let name = HeaderValue::from_str(&name).map_err(|_| Error::Broken("a name for an archive".into()))?;
    let reply = Reply::file(visit.headers(), &path, "application/zip", &tag).await?;
    Ok(reply.with(header::CONTENT_DISPOSITION, name))
}

/// How far it is, on the page that is open: each notice of its owner may be that of an archive.
fn tell(telling: &Telling<'_>) -> Result<Option<String>> {
    match telling.event.topic {
        Topic::Notices(who)
            if telling.look.viewer().id() == Some(who) && telling.topics.contains("archive") =>
        {
            let (archive, today) = (store::mine(telling.look)?, days::today(telling.look)?);
            let now = Now::new(telling.look.now_ms(), &telling.rules.time_zone);
            Ok(Some(views::changed(telling.lang, archive.as_ref(), today, &now)))
        }
        _ => Ok(None),
    }
}
