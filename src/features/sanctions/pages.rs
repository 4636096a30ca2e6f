//! Routes by which staff say or set something about somebody, change it and lift it.

use super::{End, Given, New, Rank, store, views};
use crate::base::{AccountId, Act, Duty, Error, Problem, Problems, Result, Sanction, limits};
use crate::features::moderation::DecisionReason;
use crate::ui::{Now, Place, Said};
use crate::web::{Answer, Done, Gate, Page, Routes, Visit};

const HOUR_MS: i64 = 60 * 60 * 1000;

/// How long something can be set for, by the word in the form; nothing is until it is lifted, and `date` until a day is over.
pub(super) const LASTS: [(&str, Option<i64>); 7] = [
    ("hour", Some(HOUR_MS)),
    ("day", Some(store::DAY_MS)),
    ("days", Some(3 * store::DAY_MS)),
    ("week", Some(7 * store::DAY_MS)),
    ("month", Some(30 * store::DAY_MS)),
    ("date", None),
    ("lifted", None),
];

/// Every route of this feature.
pub fn routes() -> Routes {
    let gate = Gate::HoldsEither(Duty::Moderate, Duty::Accounts);
    Routes::default()
        .get("/admin/people/{id}/sanctions", gate, list)
        .get("/admin/people/{id}/sanctions/new", gate, new)
        .post("/admin/people/{id}/sanctions", gate, create)
        .get("/admin/people/{id}/sanctions/{sanction}", gate, edit)
        .post("/admin/people/{id}/sanctions/{sanction}", gate, update)
        .post("/admin/people/{id}/sanctions/{sanction}/lift", gate, remove)
}

/// Whom it is about.
pub(super) struct About {
    pub rank: Rank,
    pub name: String,
    pub username: String,
    pub may: bool,
    /// Does the viewer find the account's own page?
    pub keeps: bool,
    /// Can the clock be believed?
    pub sure: bool,
    pub now: Now,
}

fn about(visit: &Visit, look: &crate::db::Snapshot<'_>, id: AccountId) -> Result<About> {
    let (rank, (name, username)) = (store::rank(look, id)?, store::named(look, id)?);
    let may = super::may(look.viewer(), &rank);
    let now = Now::new(look.now_ms(), &visit.rules().time_zone);
    let keeps = look.viewer().holds(Duty::Accounts);
    Ok(About { rank, name, username, may, keeps, sure: look.is_sure_of_time()?, now })
}

fn list_of(id: AccountId) -> String {
    format!("/admin/people/{id}/sanctions")
}

async fn list(visit: Visit) -> Answer {
    list_page(&visit, &Said::default(), None).await
}

/// All that was said and set about somebody; with what was typed to one that was not lifted.
async fn list_page(visit: &Visit, said: &Said, failed: Option<i64>) -> Answer {
    let id: AccountId = visit.part("id")?;
    let before = visit.query().text("before").parse().unwrap_or(i64::MAX);
    let (about, mut given, names) = visit
        .read(|look| {
            let given = store::of(look, id, before, limits::LIST_PAGE + 1)?;
            let names = store::names(look, &given)?;
            Ok((about(visit, look, id)?, given, names))
        })
        .await?;
    let more = given.len() > limits::LIST_PAGE;
    given.truncate(limits::LIST_PAGE);
    let older = given.last().filter(|_| more).map(|last| format!("{}?before={}", list_of(id), last.id));
    let shown = views::Shown {
        given: &given,
        names: &names,
        older: older.as_deref(),
        failed,
        why: visit.form.text("why"),
        said,
    };
    let lang = visit.lang();
    let main = views::list(lang, &visit.same_site(), &about, &shown);
    let page = Page::new(lang.sanction_all(), Place::Admin, main);
    visit.show(if failed.is_some() { page.with_problems() } else { page })
}

async fn new(visit: Visit) -> Answer {
    let typed = views::Typed {
        kind: Sanction::parse(visit.query().text("kind")),
        lasts: "day",
        until: "",
        reason: None,
        words: "",
    };
    form_page(&visit, None, &typed, &Said::default(), false).await
}

async fn form_page(
    visit: &Visit,
    given: Option<&Given>,
    typed: &views::Typed<'_>,
    said: &Said,
    failed: bool,
) -> Answer {
    let id: AccountId = visit.part("id")?;
    let about = visit.read(|look| about(visit, look, id)).await?;
    if !about.may {
        return Err(Error::Forbidden);
    }
    let lang = visit.lang();
    let main = views::form(lang, &visit.same_site(), &about, given, typed, said);
    let page = Page::new(lang.sanction_new(), Place::Admin, main);
    visit.show(if failed { page.with_problems() } else { page })
}

/// What was typed, as it stands in the form.
fn typed(visit: &Visit) -> views::Typed<'_> {
    let form = &visit.form;
    views::Typed {
        kind: Sanction::parse(form.text("kind")),
        lasts: form.text("lasts"),
        until: form.text("until"),
        reason: DecisionReason::parse(form.text("reason")),
        words: form.text("words"),
    }
}

/// What was typed, as something to set; all that is missing at once.
fn asked(visit: &Visit, kind: Option<Sanction>) -> Result<New> {
    let typed = typed(visit);
    let mut problems = Problems::new();
    let kind = kind.or(typed.kind);
    if kind.is_none() {
        problems.push(("kind", Problem::Missing));
    }
    let end = end(visit, &typed);
    if kind.is_some_and(Sanction::holds)
        && let Err(problem) = &end
    {
        problems.push(problem.clone());
    }
    let reason = typed.reason.filter(|reason| super::reasons().any(|each| each == *reason));
    if reason.is_none() {
        problems.push(("reason", Problem::Missing));
    }
    if typed.words.trim().is_empty() {
        problems.push(("words", Problem::Missing));
    }
    match (kind, reason) {
        (Some(kind), Some(reason)) if problems.is_empty() => {
            Ok(New { kind, reason, words: typed.words.to_owned(), end: end.unwrap_or(End::Lifted) })
        }
        _ => Err(Error::Invalid(problems)),
    }
}

fn end(visit: &Visit, typed: &views::Typed<'_>) -> Result<End, (&'static str, Problem)> {
    match LASTS.iter().find(|(word, _)| *word == typed.lasts) {
        None => Err(("lasts", Problem::Missing)),
        Some((_, Some(ms))) => Ok(End::After(*ms)),
        Some(("lifted", None)) => Ok(End::Lifted),
        Some(_) if typed.until.trim().is_empty() => Err(("until", Problem::Missing)),
        Some(_) => {
            let day: Option<jiff::civil::Date> = typed.until.trim().parse().ok();
            let next = day.and_then(|day| day.tomorrow().ok());
            let ends = next.and_then(|next| Now::new(visit.now_ms(), &visit.rules().time_zone).begins(next));
            ends.map(End::At).ok_or(("until", Problem::NotUnderstood))
        }
    }
}

async fn create(visit: Visit) -> Answer {
    let id: AccountId = visit.part("id")?;
    let set = match asked(&visit, None) {
        Ok(new) => visit.write(Act::SetSanction, move |change| super::set(change, id, &new)).await,
        Err(error) => Err(error),
    };
    match set {
        Ok(_) => visit.go(&list_of(id), Some(Done::Saved)),
        Err(Error::Invalid(problems)) => {
            form_page(&visit, None, &typed(&visit), &Said::new(visit.lang(), &problems), true).await
        }
        Err(error) => Err(error),
    }
}

/// Something that was set about the person of the address.
async fn given(visit: &Visit) -> Result<Given> {
    let (id, sanction): (AccountId, u32) = (visit.part("id")?, visit.part("sanction")?);
    let given = visit.read(|look| store::open(look, i64::from(sanction))).await?;
    if given.account == id { Ok(given) } else { Err(Error::NotFound) }
}

async fn edit(visit: Visit) -> Answer {
    let given = given(&visit).await?;
    let day =
        given.until_ms.map(|until| Now::new(until, &visit.rules().time_zone).day_at(until - 1).to_string());
    let typed = views::Typed {
        kind: Some(given.kind),
        lasts: if given.until_ms.is_some() { "date" } else { "lifted" },
        until: day.as_deref().unwrap_or_default(),
        reason: DecisionReason::parse(&given.reason),
        words: &given.words,
    };
    form_page(&visit, Some(&given), &typed, &Said::default(), false).await
}

async fn update(visit: Visit) -> Answer {
    let given = given(&visit).await?;
    let (id, number) = (given.account, given.id);
    let changed = match asked(&visit, Some(given.kind)) {
        Ok(new) => visit.write(Act::ChangeSanction, move |change| super::change(change, number, &new)).await,
        Err(error) => Err(error),
    };
    match changed {
        Ok(()) => visit.go(&list_of(id), Some(Done::Saved)),
        Err(Error::Invalid(problems)) => {
            form_page(&visit, Some(&given), &typed(&visit), &Said::new(visit.lang(), &problems), true).await
        }
        Err(error) => Err(error),
    }
}

async fn remove(visit: Visit) -> Answer {
    let given = given(&visit).await?;
    let why = visit.form.text("why").to_owned();
    let lifted = visit.write(Act::LiftSanction, move |change| super::lift(change, given.id, &why)).await;
    match lifted {
        Ok(()) => visit.go(&list_of(given.account), Some(Done::Saved)),
        Err(Error::Invalid(problems)) => {
            list_page(&visit, &Said::new(visit.lang(), &problems), Some(given.id)).await
        }
        Err(error) => Err(error),
    }
}
