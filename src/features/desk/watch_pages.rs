//! Routes of what word rules brought before the desk.

use super::pages::{EITHER, desk, now, stance};
use super::{looking, watch_store, watch_views};
use crate::base::watch::Action;
use crate::base::{Act, Error, Result};
use crate::features::moderation::{self, Aptness, CaseSort, Find};
use crate::ui::{Place, Said};
use crate::web::{Answer, Done, Page, Routes, Visit};

/// Routes of what word rules brought up. Whose it is the view says.
pub(super) fn routes() -> Routes {
    Routes::default().get("/desk/words/{id}", EITHER, show).post("/desk/words/{id}", EITHER, close).post(
        "/desk/hits/{id}",
        EITHER,
        judge,
    )
}

fn number(visit: &Visit) -> Result<i64> {
    visit.part::<u32>("id").map(i64::from)
}

async fn show(visit: Visit) -> Answer {
    page(&visit, &Said::default(), false).await
}

async fn page(visit: &Visit, said: &Said, failed: bool) -> Answer {
    let id = number(visit)?;
    let case = visit.read(|look| watch_store::case(look, id)).await?;
    let sort = if case.action == Action::Help { CaseSort::Help } else { CaseSort::Words };
    let stance = stance(visit, case.author).await?;
    let looking = looking::at(visit, Find::Behind(sort, id), stance.decides()).await?;
    let (now, same_site, lang) = (now(visit).await?, visit.same_site(), visit.lang());
    let desk = desk(visit, &now, &same_site, looking.as_ref(), said).standing(stance);
    let page = Page::new(lang.nav_desk(), Place::Desk, watch_views::case(&desk, &case)).wide();
    visit.show(if failed { page.with_problems() } else { page })
}

async fn close(visit: Visit) -> Answer {
    let id = number(&visit)?;
    let note = visit.form.text("note").to_owned();
    match visit.write(Act::CloseWatch, move |change| moderation::close_watch_case(change, id, &note)).await {
        Ok(()) => visit.go("/desk", Some(Done::Saved)),
        Err(Error::Invalid(problems)) => page(&visit, &Said::new(visit.lang(), &problems), true).await,
        // Somebody else was quicker: the page says so.
        Err(Error::NotFound) => {
            visit.read(|look| watch_store::case(look, id)).await?;
            visit.go(&format!("/desk/words/{id}"), None)
        }
        Err(error) => Err(error),
    }
}

/// Says whether a rule was right to match there; the same again takes it back.
async fn judge(visit: Visit) -> Answer {
    let hit = number(&visit)?;
    let said = visit.form.text("verdict").to_owned();
    let aptness = Aptness::parse(&said);
    if aptness.is_none() && !said.is_empty() {
        return Err(Error::NotOurs);
    }
    visit.write(Act::JudgeWatch, move |change| moderation::judge_hit(change, hit, aptness)).await?;
    let to = visit.read(|look| watch_store::page_of(look, hit)).await?;
    visit.go(&to, Some(Done::Saved))
}
