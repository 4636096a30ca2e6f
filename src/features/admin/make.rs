//! Routes by which staff make one account.

use super::pages::{hashed, show_slips};
use super::slips::Slip;
use super::{person_views as views, store, usernames};
use crate::base::{Act, Duties, Duty, Error, GroupId, Problem, Result, Role, limits, text};
use crate::features::accounts::{self, NewAccount};
use crate::ui::{Place, Said};
use crate::web::upload::Form;
use crate::web::{Answer, Gate, Page, Routes, Visit};
use std::collections::HashSet;

/// Routes by which staff make one account.
pub(super) fn routes() -> Routes {
    Routes::default().get("/admin/people/new", Gate::Holds(Duty::Accounts), new).post(
        "/admin/people",
        Gate::Holds(Duty::Accounts),
        create,
    )
}

/// The role of a form; anything that is not understood is a member, which is the least.
pub(super) fn role_of(form: &Form) -> Role {
    Role::parse(form.text("role")).unwrap_or(Role::Member)
}

/// The duties that are ticked on a form.
pub(super) fn duties_of(form: &Form) -> Duties {
    form.all("duties").filter_map(Duty::parse).collect()
}

/// The groups that a form names under this name.
pub(super) fn groups_of(form: &Form, name: &str) -> HashSet<GroupId> {
    form.all(name).filter_map(|id| id.parse().ok()).collect()
}

async fn new(visit: Visit) -> Answer {
    page(&visit, &Said::default(), false).await
}

async fn page(visit: &Visit, said: &Said, failed: bool) -> Answer {
    let groups = visit.read(store::groups).await?;
    let (lang, form) = (visit.lang(), &visit.form);
    let values = views::Values {
        shown_name: form.text("shown_name"),
        username: form.text("username"),
        role: role_of(form),
        duties: duties_of(form),
        groups: &groups_of(form, "groups"),
    };
    let asker =
        views::Asker { viewer: visit.viewer(), kind: visit.rules().kind, same_site: &visit.same_site() };
    let main = views::new(lang, &asker, &values, &groups, said);
    let page = Page::new(lang.admin_new(), Place::Admin, main);
    visit.show(if failed { page.with_problems() } else { page })
}

async fn create(visit: Visit) -> Answer {
    match make(&visit).await {
        Ok(slip) => show_slips(&visit, vec![slip]),
        Err(Error::Invalid(problems)) => page(&visit, &Said::new(visit.lang(), &problems), true).await,
        Err(error) => Err(error),
    }
}

async fn make(visit: &Visit) -> Result<Slip> {
    visit.pace("make account", 60, 1.0)?;
    let form = &visit.form;
    let shown_name =
        text::needed("shown_name", text::line(form.text("shown_name")), limits::SHOWN_NAME_CHARS_MAX)?;
    let given = text::line(form.text("username"));
    let username = if given.is_empty() {
        let wished = usernames::wished(&shown_name);
        let taken = visit.read(|look| accounts::like(look, std::slice::from_ref(&wished))).await?;
        usernames::free(&wished, &taken.into_iter().collect())
    } else {
        text::username("username", &given)?
    };
    let groups: Vec<GroupId> = groups_of(form, "groups").into_iter().collect();
    if groups.len() > limits::AUDIENCE_TARGETS_MAX {
        return Err(Error::field("groups", Problem::TooMany { limit: limits::AUDIENCE_TARGETS_MAX }));
    }
    let new = NewAccount {
        username: username.clone(),
        shown_name: shown_name.clone(),
        role: role_of(form),
        duties: duties_of(form),
    };
    let password = accounts::one_time_password();
    let hash = hashed(visit, std::slice::from_ref(&password)).await?.pop().ok_or(Error::Busy)?;
    visit.write(Act::AddAccount, move |change| super::add_person(change, &new, &hash, &groups)).await?;
    Ok(Slip { shown_name, username, password })
}
