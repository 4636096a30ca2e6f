//! Routes of cases of who asks for a second look: their list, what is answered, and each whole with what is needed to decide.

use super::pages::{EITHER, desk, filled, now, stance};
use super::{Cursor, Queue, appeal_views, looking, queue_store, store, views};
use crate::base::{Act, Duty, Error, Problem, Result, limits};
use crate::db::{Change, Snapshot};
use crate::features::appeals::{self, Appeal, Outcome};
use crate::features::moderation::{CaseSort, Decider, Find};
use crate::ui::{Place, Said};
use crate::web::{Answer, Done, Page, Routes, Visit};

/// Whose case it is the view says.
pub(super) fn routes() -> Routes {
    Routes::default()
        .get("/desk/appeals", EITHER, list)
        .get("/desk/appeals/{id}", EITHER, show)
        .post("/desk/appeals/{id}", EITHER, update)
        .post("/desk/appeals/{id}/undo", EITHER, undo)
}

fn number(visit: &Visit) -> Result<i64> {
    visit.part::<u32>("id").map(i64::from)
}

async fn list(visit: Visit) -> Answer {
    // Whoever moderates some groups alone never has one: of who asks and what of, only those of the site see all.
    if !visit.holds(Duty::Moderate) && !visit.holds(Duty::Safeguard) {
        return Err(Error::NotFound);
    }
    let after = Cursor::parse(visit.query().text("after"));
    let before = visit.query().text("before").parse().unwrap_or(i64::MAX);
    let (list, counts, mut done, people) = visit
        .read(|look| {
            let done = appeals::done(look, before, limits::LIST_PAGE + 1)?;
            let people = store::people(look, done.iter().map(|appeal| appeal.account.0))?;
            Ok((filled(look, Queue::Appeals, after)?, queue_store::counts(look)?, done, people))
        })
        .await?;
    let more = done.len() > limits::LIST_PAGE;
    done.truncate(limits::LIST_PAGE);
    let older = done.last().filter(|_| more).map(|last| format!("/desk/appeals?before={}", last.id));
    let standing = views::Standing {
        is_later: after != Cursor::START || before != i64::MAX,
        moderates: visit.holds(Duty::Moderate),
        decides: visit.viewer().holds_somewhere(Duty::Moderate),
        frozen: false,
        counts,
    };
    let now = now(&visit).await?;
    let lang = visit.lang();
    let answered = appeal_views::Answered { done: &done, people: &people, older: older.as_deref() };
    let main = appeal_views::list(lang, &now, &list, standing, &answered);
    visit.show(Page::new(lang.appeal_all(), Place::Desk, main).wide())
}

/// What the page of one shows.
pub(super) struct Found {
    pub appeal: Appeal,
    pub decider: Decider,
    /// Can the viewer take the answer back?
    pub takeable: bool,
    pub people: std::collections::HashMap<i64, store::Who>,
    /// The thing in short, of a decision about one.
    pub short: Option<store::Short>,
    /// What there was of them before.
    pub removed_before: super::case_store::Before,
}

fn found(look: &Snapshot<'_>, id: i64) -> Result<Found> {
    let appeal = appeals::find(look, id)?;
    let decider = appeals::decider(look, &appeal)?;
    let by = appeal.decided.as_ref().and_then(|decided| decided.by);
    let named = [Some(appeal.account), appeal.about.by, by].into_iter().flatten().map(|id| id.0);
    let people = store::people(look, named)?;
    let short = match appeal.about.item {
        Some(item) => store::shorts(look, &[item.0])?.remove(&item.0),
        None => None,
    };
    let removed_before = super::case_store::removed_of(look, appeal.account)?;
    let takeable = decider != Decider::Another && appeals::is_takeable(look, &appeal);
    Ok(Found { appeal, decider, takeable, people, short, removed_before })
}

async fn show(visit: Visit) -> Answer {
    page(&visit, &Said::default(), false).await
}

async fn page(visit: &Visit, said: &Said, failed: bool) -> Answer {
    let id = number(visit)?;
    let found = visit.read(|look| found(look, id)).await?;
    let decides = found.decider != Decider::Another;
    let looking = looking::at(visit, Find::Behind(CaseSort::Appeal, id), decides).await?;
    let (now, same_site, lang) = (now(visit).await?, visit.same_site(), visit.lang());
    let stance = stance(visit, found.appeal.account).await?;
    let desk = desk(visit, &now, &same_site, looking.as_ref(), said).standing(stance);
    let typed = appeal_views::Typed {
        outcome: Outcome::parse(visit.form.text("outcome")),
        answer: visit.form.text("answer"),
    };
    let main = appeal_views::one(&desk, &found, &typed);
    let page = Page::new(lang.appeal_title(), Place::Desk, main).wide();
    visit.show(if failed { page.with_problems() } else { page })
}

async fn update(visit: Visit) -> Answer {
    let id = number(&visit)?;
    let decided = match Outcome::parse(visit.form.text("outcome")) {
        Some(outcome) => {
            let answer = visit.form.text("answer").to_owned();
            let decide = move |change: &mut Change<'_>| appeals::decide(change, id, outcome, &answer);
            visit.write(Act::DecideAppeal, decide).await
        }
        None => Err(Error::field("outcome", Problem::Missing)),
    };
    match decided {
        Ok(()) => visit.go("/desk", Some(Done::Saved)),
        Err(Error::Invalid(problems)) => page(&visit, &Said::new(visit.lang(), &problems), true).await,
        // Somebody else was quicker: the page says what they decided.
        Err(Error::NotFound) => page(&visit, &Said::default(), false).await,
        Err(error) => Err(error),
    }
}

/// Takes the viewer's own answer back: it waits again.
async fn undo(visit: Visit) -> Answer {
    let id = number(&visit)?;
    visit.write(Act::UndoAppeal, move |change| appeals::take_back(change, id)).await?;
    visit.go(&format!("/desk/appeals/{id}"), Some(Done::Saved))
}
