//! Routes of writing the notice of the house, and of who has read it.

use super::{Told, staff_views as views, starter, store};
use crate::base::{Act, Duty, Error, limits};
use crate::db::Snapshot;
use crate::features::{audit, desk};
use crate::lang::Lang;
use crate::ui::{Now, Place, Said};
use crate::web::{Answer, Done, Gate, Page, Reply, Routes, Visit};

/// People in one file of who has read it, at most.
const EXPORT_MAX: usize = 20_000;

pub(super) fn routes() -> Routes {
    let (keeps, either) = (Gate::Holds(Duty::Settings), Gate::HoldsEither(Duty::Settings, Duty::Accounts));
    Routes::default()
        .get("/admin/notice", keeps, edit)
        .post("/admin/notice", keeps, update)
        .get("/admin/notice/readers", either, readers)
        .post("/admin/notice/readers/file", either, export)
}

/// What the form begins with: what is told now, else a text for this sort of house.
async fn edit(visit: Visit) -> Answer {
    let told = visit.read(|look| store::told(look, store::newest(look)?)).await?;
    let words = |lang: &Lang| {
        let kept = told.iter().find(|each| each.language == lang.tag()).map(|each| each.words.clone());
        let begins = if told.is_empty() { starter(visit.rules().kind, lang.tag()) } else { "" };
        Told { language: lang.tag().to_owned(), words: kept.unwrap_or_else(|| begins.trim().to_owned()) }
    };
    let typed: Vec<Told> = Lang::all().iter().map(words).collect();
    form_page(&visit, &typed, &Said::default()).await
}

async fn form_page(visit: &Visit, typed: &[Told], said: &Said) -> Answer {
    let zone = &visit.rules().time_zone;
    let look = |look: &Snapshot<'_>| {
        let version = store::newest(look)?;
        let published = store::published(look, version)?;
        let people = desk::people(look, published.iter().map(|(by, _)| by.0))?;
        Ok((version, published, people, Now::new(look.now_ms(), zone)))
    };
    let (version, published, people, now) = visit.read(look).await?;
    let by = published.and_then(|(by, at)| Some((people.get(&by.0)?.shown_name.clone(), at)));
    let editor = views::Editor { version, by, typed, now: &now, kind: visit.rules().kind };
    let main = views::form(visit.lang(), &visit.same_site(), &editor, said);
    let page = Page::new(visit.lang().charter_title(), Place::Admin, main);
    visit.show(if said.list().is_empty() { page } else { page.with_problems() })
}

async fn update(visit: Visit) -> Answer {
    let typed: Vec<Told> = Lang::all()
        .iter()
        .map(|lang| Told { language: lang.tag().to_owned(), words: visit.form.text(lang.tag()).to_owned() })
        .collect();
    let (sent, of_site, session) = (typed.clone(), visit.rules().language.clone(), visit.session()?.id);
    let published =
        visit.write(Act::PublishCharter, move |change| super::publish(change, &of_site, sent, session)).await;
    match published {
        Ok(version) => {
            visit.charter_is(version);
            visit.go("/admin/notice", Some(Done::Saved))
        }
        Err(Error::Invalid(problems)) => form_page(&visit, &typed, &Said::new(visit.lang(), &problems)).await,
        Err(error) => Err(error),
    }
}

async fn readers(visit: Visit) -> Answer {
    let (after, has_read) = (visit.query().text("after").to_owned(), visit.query().text("show") == "read");
    let zone = &visit.rules().time_zone;
    let look = |look: &Snapshot<'_>| {
        let version = store::newest(look)?;
        let list = store::readers(look, version, has_read, &after, limits::LIST_PAGE + 1)?;
        Ok((version, list, Now::new(look.now_ms(), zone)))
    };
    let (version, mut list, now) = visit.read(look).await?;
    let more = list.len() > limits::LIST_PAGE;
    list.truncate(limits::LIST_PAGE);
    let shown = views::Readers { version, has_read, list: &list, more, now: &now };
    let main = views::readers(visit.lang(), &visit.same_site(), &shown);
    visit.show(Page::new(visit.lang().charter_readers(), Place::Admin, main))
}

async fn export(visit: Visit) -> Answer {
    visit.pace("charter-export", 5, 60.0)?;
    let look = |look: &Snapshot<'_>| {
        let version = store::newest(look)?;
        let mut list = store::readers(look, version, false, "", EXPORT_MAX)?;
        list.extend(store::readers(look, version, true, "", EXPORT_MAX)?);
        Ok((version, list))
    };
    let (version, list) = visit.read(look).await?;
    let rows = list.iter().map(|each| {
        let at = each.read_at.and_then(|at| jiff::Timestamp::from_millisecond(at).ok());
        let at = at.map(|at| at.to_string()).unwrap_or_default();
        vec![each.username.clone(), each.shown_name.clone(), version.to_string(), at]
    });
    let file = audit::csv_file(&["username", "shown_name", "version", "read_at"], rows)?;
    let words = format!("{} people, version {version}", list.len());
    visit
        .write(Act::ExportCharter, move |change| {
            change.about("charter", version);
            change.because("export", &words);
            Ok(())
        })
        .await?;
    let name = format!("attachment; filename=\"notice-{version}.csv\"");
    Ok(Reply::other((
        [
            (axum::http::header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
            (axum::http::header::CONTENT_DISPOSITION, name),
        ],
        file,
    )))
}
