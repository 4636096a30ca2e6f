//! Routes of deciding about several cases at once, each with its own entry in the record.

use super::pages::{decided, now};
use super::{Cursor, Queue, many_views, pages, queue_store};
use crate::base::{Act, Duty, Error, ItemId, Problem, Result, limits};
use crate::features::moderation::{self, DecisionReason};
use crate::ui::{Place, Said};
use crate::web::{Answer, Done, Gate, Page, Routes, Visit};

pub(super) fn routes() -> Routes {
    let staff = Gate::Holds(Duty::Moderate);
    Routes::default().get("/desk/several", staff, list).post("/desk/several", staff, decide)
}

async fn list(visit: Visit) -> Answer {
    page(&visit, &[], &Said::default(), false).await
}

/// The first page of what is open with a box before each line.
async fn page(visit: &Visit, ticked: &[i64], said: &Said, failed: bool) -> Answer {
    let typed = if failed { visit.form.text("list") } else { visit.query().text("list") };
    let queue = Queue::parse(typed).unwrap_or(Queue::All);
    let list = visit.read(|look| pages::filled(look, queue, Cursor::START)).await?;
    let (now, same_site, lang) = (now(visit).await?, visit.same_site(), visit.lang());
    let desk = pages::desk(visit, &now, &same_site, None, said);
    let page = Page::new(lang.nav_desk(), Place::Desk, many_views::several(&desk, &list, ticked)).wide();
    visit.show(if failed { page.with_problems() } else { page })
}

/// Decides about each that was ticked, where the decision fits it; what it does not fit, or somebody else decided meanwhile,
/// or has to decide since it is the viewer's own, stays as it is.
async fn decide(visit: Visit) -> Answer {
    let ticked: Vec<i64> =
        visit.form.all("case").filter_map(|id| id.parse().ok()).take(limits::LIST_PAGE).collect();
    let reason = DecisionReason::parse(visit.form.text("reason"));
    let act = visit.form.text("act");
    let problem = match (ticked.is_empty(), act, reason) {
        (true, ..) => Some(("case", Problem::Missing)),
        (_, "remove", None) => Some(("reason", Problem::Missing)),
        (_, "remove" | "release" | "keep", _) => None,
        _ => return Err(Error::NotOurs),
    };
    if let Some(problem) = problem {
        return page(&visit, &ticked, &Said::new(visit.lang(), &vec![problem]), true).await;
    }
    let items = visit.read(|look| queue_store::items_of(look, &ticked)).await?;
    for item in items {
        match one(&visit, act, item, reason).await {
            Ok(()) | Err(Error::NotFound | Error::Forbidden) => (),
            Err(Error::Invalid(problems)) => {
                return page(&visit, &ticked, &Said::new(visit.lang(), &problems), true).await;
            }
            Err(error) => return Err(error),
        }
    }
    visit.go("/desk", Some(Done::Saved))
}

async fn one(visit: &Visit, act: &str, item: ItemId, reason: Option<DecisionReason>) -> Result<()> {
    let note = visit.form.text("note").to_owned();
    match (act, reason) {
        ("remove", Some(reason)) => {
            decided(visit, item, Act::StaffRemove, reason, note, Done::Removed).await.map(|_| ())
        }
        ("release", _) => {
            decided(visit, item, Act::Release, DecisionReason::Fine, note, Done::Saved).await.map(|_| ())
        }
        _ => visit.write(Act::CloseReport, move |change| moderation::keep(change, item, &note)).await,
    }
}
