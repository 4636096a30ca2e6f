//! Routes of sheets: those that are kept, one of them, today so far, and one as a file.

use super::keeper::Keeper;
use super::{Seal, Sheet, paper, sheet_views, store, views};
use crate::base::{AccountId, Duty, ItemId, Result, limits};
use crate::db::Snapshot;
use crate::features::desk;
use crate::ui::{Now, Place};
use crate::web::{Answer, Gate, Page, Reply, Routes, Visit};
use axum::http::header;

pub(super) const AUDITOR: Gate = Gate::Holds(Duty::Audit);

pub(super) fn routes() -> Routes {
    Routes::default()
        .get("/sheets", AUDITOR, list)
        .get("/sheets/today", AUDITOR, today)
        .get("/sheets/{id}", AUDITOR, show)
        .get("/sheets/{id}/file", AUDITOR, file)
}

async fn list(visit: Visit) -> Answer {
    let before = visit.query().text("before").parse().unwrap_or(i64::MAX);
    let (mut sheets, now_ms) =
        visit.read(|look| Ok((store::list(look, before, limits::LIST_PAGE + 1)?, look.now_ms()))).await?;
    let more = sheets.len() > limits::LIST_PAGE;
    sheets.truncate(limits::LIST_PAGE);
    let older = sheets.last().filter(|_| more).and_then(|sheet| sheet.id);
    let now = Now::new(now_ms, &visit.rules().time_zone);
    let main = views::list(visit.lang(), &now, &sheets, older);
    visit.show(Page::new(visit.lang().sheets_title(), Place::Audit, main))
}

/// The day so far. It is not kept: the next one says something else.
async fn today(visit: Visit) -> Answer {
    visit.pace("sheet-today", 6, 10.0)?;
    let keeper = visit.tool::<Keeper>()?;
    match keeper.today(visit.rules()).await? {
        Some(sheet) => draw(&visit, &sheet).await,
        None => visit.go("/sheets", None),
    }
}

async fn show(visit: Visit) -> Answer {
    let sheet = found(&visit).await?;
    draw(&visit, &sheet).await
}

async fn found(visit: &Visit) -> Result<Sheet> {
    let id = visit.part::<ItemId>("id")?.0;
    visit.read(|look| store::find(look, id)).await
}

async fn draw(visit: &Visit, sheet: &Sheet) -> Answer {
    let (first, last) = (sheet.first, sheet.last);
    let (asked, shown, staff, people, now_ms) = visit
        .read(|look| {
            let asked = store::by_whom(look, "reading.open", first, last)?;
            let shown = store::by_whom(look, "reading.show", first, last)?;
            let staff = known(look, &sheet.counts.staff)?;
            let named = asked.iter().chain(&shown).chain(&staff).map(|(person, _)| *person);
            let people = desk::people(look, named.collect::<Vec<_>>())?;
            Ok((asked, shown, staff, people, look.now_ms()))
        })
        .await?;
    let now = Now::new(now_ms, &visit.rules().time_zone);
    let key = visit.tool::<Seal>()?.public()?;
    let code = paper::line_with_key(sheet.last, &sheet.head, &key);
    let drawn = sheet_views::Drawn {
        lang: visit.lang(),
        now: &now,
        site_name: &visit.rules().site_name,
        code: &code,
        key: &key,
        asked: &asked,
        shown: &shown,
        staff: &staff,
        people: &people,
    };
    visit.show(Page::new(visit.lang().sheets_one(), Place::Audit, sheet_views::sheet(&drawn, sheet)))
}

/// Those of these from whom nobody keeps the viewer: a sheet is the same for all who read it, its names are not.
fn known(look: &Snapshot<'_>, people: &[(i64, i64)]) -> Result<Vec<(i64, i64)>> {
    if !look.has_strangers()? {
        return Ok(people.to_vec());
    }
    let mut known = Vec::with_capacity(people.len());
    for (person, count) in people {
        if !look.is_stranger(AccountId(*person))? {
            known.push((*person, *count));
        }
    }
    Ok(known)
}

async fn file(visit: Visit) -> Answer {
    let sheet = found(&visit).await?;
    let name = format!("attachment; filename=\"courtyard-sheet-{}-{}.txt\"", sheet.day, sheet.last);
    let key = visit.tool::<Seal>()?.public()?;
    let text = paper::file(&sheet, &visit.rules().site_name, &key);
    let kind = "text/plain; charset=utf-8".to_owned();
    Ok(Reply::other(([(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, name)], text)))
}
