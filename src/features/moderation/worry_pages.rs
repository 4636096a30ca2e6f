//! Routes of saying that one is worried about somebody: another path than that of what breaks a rule.

use super::pages::{About, came_from, finish, item, person};
use super::{ReportReason, worry_views};
use crate::base::{Act, Error, Result};
use crate::db::Change;
use crate::ui::{Place, Said};
use crate::web::{Answer, Gate, Page, Routes, Visit};

pub(super) fn routes() -> Routes {
    Routes::default()
        .get("/worried/{id}", Gate::Member, new)
        .post("/worried/{id}", Gate::Member, create)
        .get("/worried/person/{id}", Gate::Member, new_about_person)
        .post("/worried/person/{id}", Gate::Member, create_about_person)
}

async fn new(visit: Visit) -> Answer {
    let (_, about) = item(&visit).await?;
    page(&visit, &about, &came_from(&visit).unwrap_or_default(), &Said::default(), false)
}

async fn new_about_person(visit: Visit) -> Answer {
    let (_, about) = person(&visit).await?;
    page(&visit, &about, &came_from(&visit).unwrap_or_default(), &Said::default(), false)
}

fn page(visit: &Visit, about: &About, back: &str, said: &Said, failed: bool) -> Answer {
    let lang = visit.lang();
    let drawn = worry_views::Worry {
        what: &about.what,
        action: visit.path(),
        same_site: &visit.same_site(),
        back: if back.is_empty() { &about.otherwise } else { back },
        note: visit.form.text("note"),
        said,
    };
    let main = worry_views::worry(lang, visit.rules(), &drawn);
    let page = Page::new(lang.report_worried(), Place::Elsewhere, main);
    visit.show(if failed { page.with_problems() } else { page })
}

async fn create(visit: Visit) -> Answer {
    visit.pace("report", 10, 30.0)?;
    let (id, about) = item(&visit).await?;
    let note = visit.form.text("note").to_owned();
    let tell = move |change: &mut Change<'_>| super::report(change, id, ReportReason::Worried, &note);
    let sent = visit.write(Act::Report, tell).await;
    done(&visit, &about, sent)
}

async fn create_about_person(visit: Visit) -> Answer {
    visit.pace("report", 10, 30.0)?;
    let (id, about) = person(&visit).await?;
    let note = visit.form.text("note").to_owned();
    let tell = move |change: &mut Change<'_>| super::report_person(change, id, ReportReason::Worried, &note);
    let sent = visit.write(Act::Report, tell).await;
    done(&visit, &about, sent)
}

fn done(visit: &Visit, about: &About, sent: Result<()>) -> Answer {
    match sent {
        Err(Error::Invalid(problems)) => {
            page(visit, about, visit.form.text("return"), &Said::new(visit.lang(), &problems), true)
        }
        sent => finish(visit, about, sent),
    }
}
