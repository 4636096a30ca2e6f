//! With whom staff who keep accounts let somebody talk privately, where the house asks for that.

use super::{person, talk_store};
use crate::base::{AccountId, Act, Duty, Error, Problem, Result, Topic};
use crate::db::Change;
use crate::features::accounts;
use crate::ui::Said;
use crate::web::{Answer, Done, Gate, Routes, Visit};

/// Routes of private talk as staff allow it.
pub(super) fn routes() -> Routes {
    let gate = Gate::Holds(Duty::Accounts);
    Routes::default().post("/admin/people/{id}/pairs", gate, add_pair).post(
        "/admin/people/{id}/pairs/{other}/remove",
        gate,
        remove_pair,
    )
}

/// Who may act on the account, and not on their own.
fn check(change: &Change<'_>, id: AccountId) -> Result<()> {
    let whose = accounts::find(change, id)?;
    if change.writer().id() == Some(id) || !accounts::may_act_on(change.writer(), &whose) {
        return Err(Error::Forbidden);
    }
    Ok(())
}

/// Two people may talk where the house lets only pairs, or may not any more; both find it in their records.
fn set_paired(change: &mut Change<'_>, one: AccountId, other: AccountId, paired: bool) -> Result<()> {
    check(change, one)?;
    if one == other {
        return Err(Error::field("pair", Problem::NotUnderstood));
    }
    accounts::find(change, other)?;
    talk_store::set_paired(change, one, other, paired)?;
    change.because(if paired { "paired" } else { "parted" }, &format!("{one} and {other}"));
    change.about_each(None, vec![("account", one.0), ("account", other.0)]);
    for person in [one, other] {
        change.touch(Topic::Voice(person), None);
    }
    Ok(())
}

async fn add_pair(visit: Visit) -> Answer {
    let id: AccountId = visit.part("id")?;
    let username = visit.form.text("pair").trim().trim_start_matches('@').to_lowercase();
    let paired = visit
        .write(Act::AllowTalk, move |change| {
            let other = talk_store::named(change, &username)?;
            let other = other.ok_or_else(|| Error::field("pair", Problem::NotUnderstood))?;
            set_paired(change, id, other, true)
        })
        .await;
    match paired {
        Ok(()) => visit.go(&format!("/admin/people/{id}"), Some(Done::Saved)),
        Err(Error::Invalid(problems)) => {
            person::page(&visit, id, &Said::new(visit.lang(), &problems), true).await
        }
        Err(error) => Err(error),
    }
}

async fn remove_pair(visit: Visit) -> Answer {
    let (id, other): (AccountId, AccountId) = (visit.part("id")?, visit.part("other")?);
    visit.write(Act::AllowTalk, move |change| set_paired(change, id, other, false)).await?;
    visit.go(&format!("/admin/people/{id}"), Some(Done::Saved))
}
