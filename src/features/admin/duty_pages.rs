//! Routes of who holds what: for all staff to read, with its history; and giving duties to somebody.

use super::duty_views as views;
use super::person;
use crate::base::{AccountId, Act, Duty, Error, GroupId, Role, limits};
use crate::features::accounts::{self, Entry, Grants, Preset};
use crate::features::desk;
use crate::ui::{Now, Place, Said};
use crate::web::upload::Form;
use crate::web::{Answer, Done, Gate, Page, Routes, Visit};

/// Routes of who holds what.
pub(super) fn routes() -> Routes {
    Routes::default()
        .get("/admin/duties", Gate::Staff, list)
        .get("/admin/duties/past", Gate::Staff, past)
        .post("/admin/people/{id}/duties", Gate::Holds(Duty::Accounts), update)
}

async fn list(visit: Visit) -> Answer {
    let after: u32 = visit.query().text("after").parse().unwrap_or(0);
    let (held, people, more, now_ms) = visit
        .read(|look| {
            let mut holders = accounts::holders(look, AccountId(i64::from(after)), limits::LIST_PAGE + 1)?;
            let more = holders.len() > limits::LIST_PAGE;
            holders.truncate(limits::LIST_PAGE);
            let held = accounts::held_by(look, &holders)?;
            let people = desk::people(look, named(&held))?;
            Ok((held, people, more, look.now_ms()))
        })
        .await?;
    let now = Now::new(now_ms, &visit.rules().time_zone);
    let shown = views::Shown { now: &now, entries: &held, people: &people };
    let next = held.last().filter(|_| more).map(|last| format!("/admin/duties?after={}", last.account));
    let main = views::holders(visit.lang(), &shown, after == 0, next.as_deref());
    visit.show(Page::new(visit.lang().duties_title(), Place::Admin, main).wide())
}

async fn past(visit: Visit) -> Answer {
    let before = visit.query().text("before").parse::<u32>().map_or(i64::MAX, i64::from);
    let person = visit.query().text("person").parse::<u32>().ok().map(|id| AccountId(i64::from(id)));
    let (entries, people, more, now_ms) = visit
        .read(|look| {
            let mut entries = accounts::past(look, person, before, limits::LIST_PAGE + 1)?;
            let more = entries.len() > limits::LIST_PAGE;
            entries.truncate(limits::LIST_PAGE);
            let people = desk::people(look, named(&entries).chain(person.map(|id| id.0)))?;
            Ok((entries, people, more, look.now_ms()))
        })
        .await?;
    let now = Now::new(now_ms, &visit.rules().time_zone);
    let shown = views::Shown { now: &now, entries: &entries, people: &people };
    let own = person.map(|id| format!("person={id}&")).unwrap_or_default();
    let next =
        entries.last().filter(|_| more).map(|last| format!("/admin/duties/past?{own}before={}", last.id));
    let main = views::past(visit.lang(), &shown, person, next.as_deref());
    visit.show(Page::new(visit.lang().duties_past(), Place::Admin, main).wide())
}

/// Everybody whom these lines name.
pub(super) fn named(entries: &[Entry]) -> impl Iterator<Item = i64> + '_ {
    entries.iter().flat_map(|entry| {
        let ended = entry.ended.as_ref().and_then(|ended| ended.by);
        [Some(entry.account), entry.given_by, ended].into_iter().flatten().map(|id| id.0)
    })
}

/// What a form says that somebody is to hold. A usual job stands for itself, whatever is ticked beside it.
pub(super) fn typed(form: &Form) -> Grants {
    if let Some(preset) = Preset::parse(form.text("preset")) {
        return Grants { role: Some(Role::Staff), site: preset.duties(), ..Grants::default() };
    }
    let in_groups = |duty: Duty, field: &str| {
        let groups =
            form.all(field).filter_map(|id| id.parse::<GroupId>().ok()).take(limits::AUDIENCE_TARGETS_MAX);
        groups.map(|group| (duty.word(), group)).collect::<Vec<_>>()
    };
    let moderate = in_groups(Duty::Moderate, views::MODERATE_IN);
    let accounts = in_groups(Duty::Accounts, views::ACCOUNTS_IN);
    Grants {
        role: Role::parse(form.text("role")),
        site: super::make::duties_of(form),
        groups: moderate.into_iter().chain(accounts).collect(),
    }
}

async fn update(visit: Visit) -> Answer {
    let id: AccountId = visit.part("id")?;
    let (wanted, why) = (typed(&visit.form), visit.form.text("why").to_owned());
    match visit.write(Act::ChangeDuties, move |change| accounts::grant(change, id, &wanted, &why)).await {
        Ok(()) => visit.go(&format!("/admin/people/{id}"), Some(Done::Saved)),
        Err(Error::Invalid(problems)) => {
            person::page(&visit, id, &Said::new(visit.lang(), &problems), true).await
        }
        Err(error) => Err(error),
    }
}
