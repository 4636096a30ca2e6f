//! Routes by which staff make many accounts from a pasted list: a look at it first, then all at once.

use super::list::{self, List};
use super::pages::{hashed, show_slips};
use super::slips::Slip;
use super::{list_views as views, store};
use crate::base::{Act, Duty, Error, Result, Role};
use crate::features::accounts;
use crate::ui::Place;
use crate::web::upload::Form;
use crate::web::{Answer, Gate, Page, Routes, Visit};
use std::collections::HashMap;

/// Routes by which staff make many accounts from a pasted list.
pub(super) fn routes() -> Routes {
    let gate = Gate::Holds(Duty::Accounts);
    Routes::default().get("/admin/people/paste", gate, new).post("/admin/people/paste", gate, preview).post(
        "/admin/people/paste/make",
        gate,
        create,
    )
}

async fn new(visit: Visit) -> Answer {
    let main = views::paste(visit.lang(), &visit.same_site(), visit.rules().kind, "", Role::Member, None);
    visit.show(Page::new(visit.lang().admin_paste(), Place::Admin, main))
}

/// Members, or staff without a duty: more is granted one by one.
fn role_of(form: &Form) -> Role {
    if form.text("role") == Role::Staff.word() { Role::Staff } else { Role::Member }
}

/// What the preview shows besides the list itself.
#[derive(Default)]
pub(super) struct Around {
    /// Groups on the list that are not there.
    pub new_groups: Vec<String>,
    /// People here already who are called the same: shown name in small letters, sign-in name.
    pub namesakes: HashMap<String, String>,
}

/// Reads the list of the form, and settles it against who is here.
async fn settled(visit: &Visit) -> Result<(List, Around)> {
    let mut list = list::read(visit.form.text("list"));
    let names: Vec<String> = list.lines.iter().map(|line| line.shown_name.clone()).collect();
    let groups = list.groups();
    let (taken, known, namesakes) = visit
        .read(|look| {
            let taken = accounts::like(look, &list.beginnings())?;
            Ok((taken, store::groups_named(look, &groups)?, store::namesakes(look, &names)?))
        })
        .await?;
    list::settle(&mut list, &taken.into_iter().collect());
    let new_groups =
        groups.into_iter().filter(|name| !known.contains_key(&name.to_ascii_lowercase())).collect();
    Ok((list, Around { new_groups, namesakes }))
}

async fn preview(visit: Visit) -> Answer {
    visit.pace("paste", 30, 2.0)?;
    let (list, around) = settled(&visit).await?;
    preview_page(&visit, &list, &around)
}

fn preview_page(visit: &Visit, list: &List, around: &Around) -> Answer {
    let (lang, kind, same_site) = (visit.lang(), visit.rules().kind, visit.same_site());
    let role = role_of(&visit.form);
    if list.lines.is_empty() {
        let main = views::paste(lang, &same_site, kind, "", role, Some(lang.problem_missing()));
        return visit.show(Page::new(lang.admin_paste(), Place::Admin, main).with_problems());
    }
    let main = views::preview(lang, &same_site, kind, role, list, around, visit.form.text("list"));
    let page = Page::new(lang.admin_preview(), Place::Admin, main).wide();
    visit.show(if list.is_well() { page } else { page.with_problems() })
}

async fn create(visit: Visit) -> Answer {
    visit.pace("make accounts", 6, 20.0)?;
    let (list, around) = settled(&visit).await?;
    if !list.is_well() {
        return preview_page(&visit, &list, &around);
    }
    match make(&visit, &list, &around).await {
        Ok(slips) => show_slips(&visit, slips),
        // Somebody took a name between the look and the write: the look shows which.
        Err(Error::Invalid(_)) => {
            let (list, around) = settled(&visit).await?;
            preview_page(&visit, &list, &around)
        }
        Err(error) => Err(error),
    }
}

async fn make(visit: &Visit, list: &List, around: &Around) -> Result<Vec<Slip>> {
    let wanted: Vec<&str> = visit.form.all("make").collect();
    let make: Vec<String> =
        around.new_groups.iter().filter(|name| wanted.contains(&name.as_str())).cloned().collect();
    let kinds = super::group_kinds(visit.rules().kind);
    let kind = kinds.into_iter().find(|kind| *kind == visit.form.text("kind")).unwrap_or(kinds[0]);
    let passwords: Vec<String> = list.lines.iter().map(|_| accounts::one_time_password()).collect();
    let hashes = hashed(visit, &passwords).await?;
    let (role, everybody) = (role_of(&visit.form), list.clone());
    let write = move |change: &mut crate::db::Change<'_>| {
        super::add_list(change, &everybody, role, &hashes, &make, kind)
    };
    visit.write(Act::AddAccounts, write).await?;
    let slip = |(line, password): (&list::Line, String)| Slip {
        shown_name: line.shown_name.clone(),
        username: line.username.clone(),
        password,
    };
    Ok(list.lines.iter().zip(passwords).map(slip).collect())
}
