//! Routes of reading the notice of the house.

use super::{for_reader, store, views};
use crate::base::{Act, Error, Problem};
use crate::db::Snapshot;
use crate::features::sessions::own_path;
use crate::lang::Lang;
use crate::ui::{Now, Place, Said};
use crate::web::{Answer, Gate, Page, Routes, Visit};

pub(super) fn routes() -> Routes {
    Routes::default().get("/notice", Gate::Choosing, show).post("/notice", Gate::Choosing, read)
}

async fn show(visit: Visit) -> Answer {
    page(&visit, &Said::default()).await
}

async fn page(visit: &Visit, said: &Said) -> Answer {
    let zone = &visit.rules().time_zone;
    let look = |look: &Snapshot<'_>| {
        let version = store::newest(look)?;
        let told = store::told(look, version)?;
        Ok((version, told, store::read_at(look, version)?, Now::new(look.now_ms(), zone)))
    };
    let (version, told, read_at, now) = visit.read(look).await?;
    let must = visit.session()?.must_read(visit.rules());
    let asked =
        if visit.form.text("lang").is_empty() { visit.query().text("lang") } else { visit.form.text("lang") };
    let lang = Lang::find(asked).unwrap_or(visit.lang());
    let shown = for_reader(&told, lang.tag(), &visit.rules().language).ok_or(Error::NotFound)?;
    let next =
        if visit.form.text("next").is_empty() { visit.query().text("next") } else { visit.form.text("next") };
    let notice = views::Notice {
        version,
        shown,
        others: &told,
        next: own_path(next),
        must,
        read_at: read_at.filter(|_| !must),
        now: &now,
        said,
    };
    // In the language in which it is read, its frame stays as its reader has it.
    let main = views::notice(visit.lang(), &visit.same_site(), &notice);
    let page = Page::new(visit.lang().charter_title(), Place::Help, main).aloud();
    let page = if said.list().is_empty() { page } else { page.with_problems() };
    visit.show(if must { page.alone() } else { page })
}

async fn read(visit: Visit) -> Answer {
    let session = visit.session()?.id;
    let version: u32 = visit.form.text("version").parse().map_err(|_| Error::NotOurs)?;
    let next = own_path(visit.form.text("next")).to_owned();
    match visit.write(Act::ReadCharter, move |change| super::read(change, i64::from(version), session)).await
    {
        Ok(()) => visit.go(&next, None),
        // Somebody wrote a newer one meanwhile: here it is.
        Err(Error::Invalid(_)) => {
            let said = Said::new(visit.lang(), &vec![("", Problem::Gone)]);
            page(&visit, &said).await
        }
        Err(error) => Err(error),
    }
}
