//! Routes of the books, of who can see what, and of asking for help.

use super::{Parts, Title, WHOLE, keys_views, views};
use crate::base::{Act, Duty, Error, Result, text};
use crate::features::accounts;
use crate::ui::{Now, Place, Said};
use crate::web::{Answer, Done, Gate, Page, Routes, Visit};

/// Every route of this feature.
pub fn routes() -> Routes {
    Routes::default()
        .get("/help", Gate::Open, list)
        .get("/help/{book}", Gate::Open, show)
        .get("/help/keys", Gate::Member, keys)
        .get("/help/need", Gate::Member, new)
        .post("/help/need", Gate::Member, create)
        .get("/supervision", Gate::Open, supervision)
}

/// A page for reading: a stranger's is as wide as the text, too.
fn reading<'a>(visit: &Visit, page: Page<'a>) -> Page<'a> {
    if visit.someone().is_some() { page } else { page.wide() }
}

async fn list(visit: Visit) -> Answer {
    let (lang, role) = (visit.lang(), visit.viewer().role());
    let (parts, typed) = (visit.tool::<Parts>()?, text::line(visit.query().text("q")));
    let main = if typed.is_empty() {
        views::list(lang, visit.rules(), role)
    } else {
        views::found(lang, &typed, &parts.find(&typed, role, lang))
    };
    visit.show(reading(&visit, Page::new(lang.help_title(), Place::Help, main)))
}

async fn show(visit: Visit) -> Answer {
    let title = book(&visit)?;
    let own = title.tag_for(visit.lang());
    let tag = if visit.query().text("in") == WHOLE { WHOLE } else { own };
    let book = title.read(tag);
    let main = views::book(visit.lang(), &book, title, tag, own);
    visit.show(reading(&visit, Page::new(&book.title, Place::Help, main)))
}

/// The book that is asked for, as far as it is for this reader.
fn book(visit: &Visit) -> Result<Title> {
    let title = Title::parse(&visit.part::<String>("book")?).ok_or(Error::NotFound)?;
    if title.is_for(visit.viewer().role()) { Ok(title) } else { Err(Error::NotFound) }
}

/// Every key that does something by itself.
async fn keys(visit: Visit) -> Answer {
    let lang = visit.lang();
    let main = keys_views::keys(lang, visit.session()?.keys, visit.holds(Duty::Moderate));
    visit.show(Page::new(lang.keys_title(), Place::Help, main))
}

async fn supervision(visit: Visit) -> Answer {
    let lang = visit.lang();
    let now = visit.read(|look| Ok(Now::new(look.now_ms(), &visit.rules().time_zone))).await?;
    let numbers = match visit.someone() {
        Some(_) => visit.read(accounts::numbers).await?,
        None => Vec::new(),
    };
    let reader = views::Reader {
        signed_in: visit.someone().is_some(),
        staff: visit.viewer().is_staff(),
        numbers: &numbers,
    };
    let main = views::supervision(lang, visit.rules(), &now, &reader);
    visit.show(reading(&visit, Page::new(lang.help_supervision_title(), Place::Help, main)))
}

async fn new(visit: Visit) -> Answer {
    need_page(&visit, &Said::default(), false)
}

fn need_page(visit: &Visit, said: &Said, failed: bool) -> Answer {
    let lang = visit.lang();
    let main = views::need(lang, visit.rules(), &visit.same_site(), visit.form.text("note"), said);
    let page = Page::new(lang.help_need_title(), Place::Help, main);
    visit.show(if failed { page.with_problems() } else { page })
}

async fn create(visit: Visit) -> Answer {
    visit.pace("report", 10, 30.0)?;
    let note = visit.form.text("note").to_owned();
    match visit.write(Act::Report, move |change| super::ask(change, &note)).await {
        Ok(()) => visit.go("/help", Some(Done::Reported)),
        Err(Error::Invalid(problems)) => need_page(&visit, &Said::new(visit.lang(), &problems), true),
        Err(error) => Err(error),
    }
}
