//! Routes by which staff say how strict the house is with one group or one person.

use super::{ACT, Level, Scope, store, views};
use crate::base::{AccountId, Approval, Error, GroupId, Result};
use crate::ui::{Place, Said};
use crate::web::live::offers;
use crate::web::{Answer, Done, Gate, Page, Routes, Visit};

/// Every route of this feature.
pub fn routes() -> Routes {
    let accounts = Gate::Holds(crate::base::Duty::Accounts);
    Routes::default()
        .get("/groups/{id}/level", Gate::Member, show)
        .post("/groups/{id}/level", Gate::Member, update)
        .get("/admin/people/{id}/level", accounts, show)
        .post("/admin/people/{id}/level", accounts, update)
        .tells_standing(offers::TOPIC, offers::stands)
}

fn scope(visit: &Visit) -> Result<Scope> {
    match visit.path().starts_with("/groups/") {
        true => visit.part::<GroupId>("id").map(Scope::Group),
        false => visit.part::<AccountId>("id").map(Scope::Person),
    }
}

async fn show(visit: Visit) -> Answer {
    page(&visit, None, &Said::default()).await
}

/// What stands in the fields: what was typed, or what is said now.
fn typed(visit: &Visit) -> views::Typed {
    let text = |name: &str| visit.form.text(name).trim().to_owned();
    views::Typed {
        approval: Approval::parse(visit.form.text("approval")).unwrap_or(Approval::Open),
        messages_day: text("messages_day"),
        people_new: text("people_new"),
        letters: text("letters"),
    }
}

async fn page(visit: &Visit, typed: Option<views::Typed>, said: &Said) -> Answer {
    let scope = scope(visit)?;
    let (name, level) =
        visit.read(|look| Ok((super::name_of(look, scope)?, store::find(look, scope)?))).await?;
    let failed = typed.is_some();
    let about = views::About { scope, name: &name, site: visit.rules().approval };
    let typed = typed.unwrap_or_else(|| views::Typed::of(level));
    let main = views::page(visit.lang(), &visit.same_site(), &about, &typed, said);
    let place = if matches!(scope, Scope::Group(_)) { Place::Groups } else { Place::Admin };
    let page = Page::new(visit.lang().level_title(), place, main);
    visit.show(if failed { page.with_problems() } else { page })
}

async fn update(visit: Visit) -> Answer {
    let (scope, sent) = (scope(&visit)?, typed(&visit));
    let approval = visit.form.text("approval").to_owned();
    let fields = [sent.messages_day.clone(), sent.people_new.clone(), sent.letters.clone()];
    let done = visit.write(ACT, move |change| {
        // Whoever may not say anything learns of no problem either.
        super::name_of(change, scope)?;
        let [messages_day, people_new, letters] = &fields;
        let level: Level = super::fit(&approval, [messages_day, people_new, letters])?;
        super::set(change, scope, level)
    });
    match done.await {
        Ok(()) => visit.go(&views::back(scope), Some(Done::Saved)),
        Err(Error::Invalid(problems)) => page(&visit, Some(sent), &Said::new(visit.lang(), &problems)).await,
        Err(error) => Err(error),
    }
}
