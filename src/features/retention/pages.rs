//! Routes of how long things are kept, and of what an owner must say yes to.

use super::run_store::{self as store, COUNTED_MAX, State};
use super::{cutoffs, views};
use crate::base::{Act, Duty, Error, Problem, Result, Role, Rules, limits};
use crate::db::{Change, Snapshot};
use crate::features::{desk, setup};
use crate::ui::{Now, Place, Said};
use crate::web::{Answer, Done, Gate, Page, Routes, Visit};

/// Runs that the page shows.
const RUNS_SHOWN: i64 = 14;

pub(super) fn routes() -> Routes {
    let keeps = Gate::Holds(Duty::Settings);
    Routes::default().get("/admin/retention", keeps, show).post("/admin/retention", keeps, update).post(
        "/admin/retention/confirm",
        keeps,
        confirm,
    )
}

async fn show(visit: Visit) -> Answer {
    page(&visit, "", &Said::default()).await
}

async fn page(visit: &Visit, typed: &str, said: &Said) -> Answer {
    let rules = visit.rules();
    let look = |look: &Snapshot<'_>| {
        let runs = store::newest(look, RUNS_SHOWN)?;
        let people = desk::people(look, runs.iter().filter_map(|run| run.confirmed_by).map(|id| id.0))?;
        Ok((runs, people, Now::new(look.now_ms(), &rules.time_zone)))
    };
    let (runs, people, now) = visit.read(look).await?;
    let shown = views::Kept {
        rules,
        cut: cutoffs(rules, now.ms()),
        runs: &runs,
        people: &people,
        now: &now,
        trusted: visit.trust().is_enough(),
        is_owner: visit.viewer().role() == Some(Role::Owner),
        typed,
        said,
    };
    let main = views::page(visit.lang(), &visit.same_site(), &shown);
    let page = Page::new(visit.lang().retention_title(), Place::Admin, main);
    visit.show(if said.list().is_empty() { page } else { page.with_problems() })
}

/// What was chosen: as usual, or so many days; what is no choice stays as it was.
fn chosen(visit: &Visit, field: &str, now: Option<u32>) -> Option<u32> {
    match visit.form.text(field) {
        "usual" => None,
        days => days.parse().ok().filter(|days| limits::KEPT_DAYS.contains(days)).map_or(now, Some),
    }
}

async fn update(visit: Visit) -> Answer {
    let before = visit.rules().clone();
    let after = Rules {
        keep_posts: chosen(&visit, "keep_posts", before.keep_posts),
        keep_messages: chosen(&visit, "keep_messages", before.keep_messages),
        keep_cases: chosen(&visit, "keep_cases", before.keep_cases),
        ..before.clone()
    };
    let saved = visit.write(Act::ChangeRules, move |change| save(change, &before, &after)).await?;
    visit.rules_are(saved);
    visit.go("/admin/retention", Some(Done::Saved))
}

fn save(change: &mut Change<'_>, before: &Rules, after: &Rules) -> Result<Rules> {
    let words = |days: Option<u32>| days.map_or("usual".to_owned(), |days| days.to_string());
    let all = [
        ("keep_posts", before.keep_posts, after.keep_posts),
        ("keep_messages", before.keep_messages, after.keep_messages),
        ("keep_cases", before.keep_cases, after.keep_cases),
    ];
    let changed: Vec<_> = all.iter().filter(|(_, before, after)| before != after).collect();
    for (name, _, after) in &changed {
        setup::save_rule(change, name, &words(*after))?;
    }
    let said: Vec<String> =
        changed.iter().map(|(name, _, after)| format!("{name}={}", words(*after))).collect();
    change.because("rules", &said.join("; "));
    setup::load_rules(change)
}

/// An owner typed how much goes: then it does.
async fn confirm(visit: Visit) -> Answer {
    if visit.viewer().role() != Some(Role::Owner) {
        return Err(Error::Forbidden);
    }
    let typed = visit.form.text("count").trim().to_owned();
    let count: Option<i64> = typed.replace([' ', '.', ',', '\u{a0}'], "").parse().ok();
    let confirmed = visit.write(Act::ConfirmRetention, move |change| {
        let run = store::newest(change, 1)?.pop().filter(|run| run.state == State::Asks);
        let run = run.ok_or(Error::NotFound)?;
        if count != Some(run.planned.all()) {
            return Err(Error::field("count", Problem::NotTheSame));
        }
        store::confirm(change, run.id)?;
        change.about("retention", run.id);
        let at_least = if run.planned.all() >= COUNTED_MAX { " at least" } else { "" };
        change.because("retention", &format!("{}{at_least}", run.planned.all()));
        Ok(())
    });
    match confirmed.await {
        Ok(()) => visit.go("/admin/retention", Some(Done::Saved)),
        Err(Error::Invalid(problems)) => page(&visit, &typed, &Said::new(visit.lang(), &problems)).await,
        Err(error) => Err(error),
    }
}
