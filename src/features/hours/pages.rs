//! Routes of hours of use and of the clock of the box.

use super::{DAYS, Scope, Typed, store, views};
use crate::base::{Act, Duty, Error, GroupId, Result, Role, Timetable, Topic, Trust, text};
use crate::db::Snapshot;
use crate::ui::{Now, Place, Said};
use crate::web::{Answer, Done, Gate, Page, Routes, Visit};
use std::sync::Arc;

const KEEPS: Gate = Gate::Holds(Duty::Settings);

/// Every route of this feature.
pub fn routes() -> Routes {
    Routes::default()
        .get("/admin/hours", KEEPS, list)
        .get("/admin/hours/site", KEEPS, edit)
        .post("/admin/hours/site", KEEPS, update)
        .post("/admin/hours/site/remove", KEEPS, remove)
        .get("/admin/hours/groups", KEEPS, lead)
        .get("/admin/hours/groups/{id}", KEEPS, edit)
        .post("/admin/hours/groups/{id}", KEEPS, update)
        .post("/admin/hours/groups/{id}/remove", KEEPS, remove)
        .post("/admin/clock", KEEPS, confirm)
}

/// The group of the address; none for the site.
fn scope(visit: &Visit) -> Result<Scope> {
    let of_group = visit.path().starts_with("/admin/hours/groups/");
    if of_group { visit.part::<GroupId>("id").map(Some) } else { Ok(None) }
}

async fn list(visit: Visit) -> Answer {
    let rules = visit.rules();
    let asked = text::line(visit.query().text("person")).trim_start_matches('@').to_lowercase();
    let look = |look: &Snapshot<'_>| {
        let person = if asked.is_empty() { None } else { Some(store::person(look, &asked)?) };
        Ok((store::groups(look)?, person, Now::new(look.now_ms(), &rules.time_zone)))
    };
    let (groups, person, now) = visit.read(look).await?;
    let trust = visit.trust();
    let meets = person.map(|found| {
        found.map(|(name, is_member, of)| {
            let role = if is_member { Role::Member } else { Role::Staff };
            (name, rules.door(Some(role), &of, now.ms(), trust))
        })
    });
    let list = views::List {
        house: &rules.hours,
        groups: &groups,
        trust,
        kind: rules.kind,
        now: &now,
        asked: &asked,
        meets: meets.as_ref().map(Option::as_ref),
    };
    let main = views::list(visit.lang(), &visit.same_site(), &list);
    visit.show(Page::new(visit.lang().hours_title(), Place::Admin, main))
}

/// On to the page of a group that was chosen from the list.
async fn lead(visit: Visit) -> Answer {
    match visit.query().text("group").parse::<u32>() {
        Ok(group) => visit.go(&format!("/admin/hours/groups/{group}"), None),
        Err(_) => visit.go("/admin/hours", None),
    }
}

fn kept(visit: &Visit, scope: Scope) -> Option<&Timetable> {
    let house = &visit.rules().hours;
    match scope {
        Some(group) => house.groups.get(&group),
        None => house.site.as_ref(),
    }
}

async fn edit(visit: Visit) -> Answer {
    let scope = scope(&visit)?;
    let table = kept(&visit, scope).cloned();
    let typed = table.as_ref().map(Typed::of).unwrap_or_default();
    form_page(&visit, scope, &typed, table.as_ref(), None).await
}

async fn form_page(
    visit: &Visit,
    scope: Scope,
    typed: &Typed,
    shown: Option<&Timetable>,
    said: Option<&Said>,
) -> Answer {
    let zone = &visit.rules().time_zone;
    let look = |look: &Snapshot<'_>| {
        let name = scope.map(|group| store::name(look, group)).transpose()?;
        Ok((name, Now::new(look.now_ms(), zone)))
    };
    let (name, now) = visit.read(look).await?;
    let form = views::Editor {
        scope,
        name: name.as_deref(),
        typed,
        shown,
        is_kept: kept(visit, scope).is_some(),
        now: &now,
    };
    let nothing = Said::default();
    let main = views::form(visit.lang(), &visit.same_site(), &form, said.unwrap_or(&nothing));
    let page = Page::new(visit.lang().hours_title(), Place::Admin, main);
    visit.show(if said.is_some() { page.with_problems() } else { page })
}

async fn update(visit: Visit) -> Answer {
    let scope = scope(&visit)?;
    let typed = Typed {
        week: DAYS.map(|day| visit.form.text(day).to_owned()),
        otherwise: visit.form.text("otherwise").to_owned(),
    };
    let table = match typed.read() {
        Ok(table) => table,
        Err(Error::Invalid(problems)) => {
            let said = Said::new(visit.lang(), &problems);
            return form_page(&visit, scope, &typed, None, Some(&said)).await;
        }
        Err(error) => return Err(error),
    };
    if visit.form.text("act") == "look" {
        return form_page(&visit, scope, &typed, Some(&table), None).await;
    }
    visit.write(Act::EditHours, move |change| super::set(change, scope, &typed)).await?;
    after(&visit).await
}

async fn remove(visit: Visit) -> Answer {
    let scope = scope(&visit)?;
    visit.write(Act::EditHours, move |change| super::remove(change, scope)).await?;
    after(&visit).await
}

async fn after(visit: &Visit) -> Answer {
    let house = Arc::new(visit.read(store::load).await?);
    visit.hours_are(house);
    visit.go("/admin/hours", Some(Done::Saved))
}

/// Somebody looked at the clock of the box and says that it is right.
async fn confirm(visit: Visit) -> Answer {
    visit
        .write(Act::TrustClock, |change| {
            change.because("right", "");
            change.touch(Topic::House(None), None);
            Ok(())
        })
        .await?;
    visit.believe(Trust::Supervisor);
    visit.go("/admin/hours", Some(Done::Saved))
}
