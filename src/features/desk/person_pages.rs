//! Routes of cases about a person: who was reported, who asked for help, about whom somebody worries.

use super::pages::{EITHER, desk, now, stance};
use super::{case_store, looking, person_views};
use crate::base::{Act, Error, Result};
use crate::db::Change;
use crate::features::moderation::{self, Find, Outcome};
use crate::ui::{Place, Said};
use crate::web::{Answer, Done, Page, Routes, Visit};

/// Whose case it is the view says.
pub(super) fn routes() -> Routes {
    Routes::default().get("/desk/people/{id}", EITHER, show).post("/desk/people/{id}", EITHER, close)
}

fn number(visit: &Visit) -> Result<i64> {
    visit.part::<u32>("id").map(i64::from)
}

async fn show(visit: Visit) -> Answer {
    page(&visit, &Said::default(), false).await
}

async fn page(visit: &Visit, said: &Said, failed: bool) -> Answer {
    let id = number(visit)?;
    let case = visit.read(|look| case_store::person_case(look, id)).await?;
    let stance = stance(visit, case.person).await?;
    let looking = looking::at(visit, Find::Case(id), stance.decides()).await?;
    let (now, same_site, lang) = (now(visit).await?, visit.same_site(), visit.lang());
    let desk = desk(visit, &now, &same_site, looking.as_ref(), said).standing(stance);
    let page =
        Page::new(lang.nav_desk(), Place::Desk, person_views::person(&desk, &case, visit.form.text("told")))
            .wide();
    visit.show(if failed { page.with_problems() } else { page })
}

/// Closes the reports that stood on the page, each with its own audit entry; one that came later stays open.
async fn close(visit: Visit) -> Answer {
    let id = number(&visit)?;
    let about = visit.read(|look| case_store::person_case(look, id)).await?;
    let shown: Vec<i64> = visit.form.all("report").filter_map(|id| id.parse().ok()).collect();
    let open =
        about.reports.iter().filter(|report| report.open && report.case == id && shown.contains(&report.id));
    for id in open.map(|report| report.id).collect::<Vec<_>>() {
        let note = visit.form.text("note").to_owned();
        let acted = visit.form.text("told") == Outcome::Acted.word();
        let close = move |change: &mut Change<'_>| moderation::close_person_report(change, id, &note, acted);
        match visit.write(Act::CloseReport, close).await {
            // Somebody else closed it meanwhile.
            Ok(()) | Err(Error::NotFound) => (),
            Err(Error::Invalid(problems)) => {
                return page(&visit, &Said::new(visit.lang(), &problems), true).await;
            }
            Err(error) => return Err(error),
        }
    }
    visit.go("/desk", Some(Done::Saved))
}
