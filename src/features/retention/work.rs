//! The run of each day: planned when the box counts a new one, a little at a time, its end in the record.

use super::old_store::{self as old, Mark};
use super::run_store::{self as store, Bounds, COUNTED_MAX, Counts, Plan, Run, State};
use super::{Cutoffs, cutoffs, day_begins, is_usual};
use crate::base::{Act, Result, Rules};
use crate::db::{Change, Db, Snapshot, Viewer};
use crate::features::days;
use crate::features::leaving::{self, Aged};

const SORTS: [Aged; 2] = [Aged::Posts, Aged::Messages];

/// What comes next.
enum Next {
    Nothing,
    Begin(Plan),
    GoOn,
}

/// One little step of what is due, a write of its own, so that nobody waits long and a box that stops goes on where it was.
/// Gives whether there is more to do at once. While nobody knows whether the clock is right, nothing is noted, planned or deleted.
///
/// # Errors
/// `Broken` if the database fails.
pub async fn work(db: &Db, rules: &Rules) -> Result<bool> {
    if !db.clock().trust().is_enough() {
        return Ok(false);
    }
    let (the_box, house) = (Viewer::the_box(), rules.clone());
    let (note, next) = db.read(&the_box, move |look| next(look, &house)).await?;
    if let Some((day_ms, mark)) = note {
        let note = move |change: &mut Change<'_>| old::set_mark(change, day_ms, mark);
        db.write(&the_box, Act::NoteRetention, note).await?;
    }
    match next {
        Next::Nothing => Ok(false),
        Next::Begin(plan) => {
            let begin = move |change: &mut Change<'_>| store::begin(change, &plan);
            db.write(&the_box, Act::NoteRetention, begin).await?;
            Ok(plan.state == State::Runs)
        }
        Next::GoOn => db.write(&the_box, Act::NoteRetention, go_on).await,
    }
}

/// What was made on this day that is not noted yet, and what comes next.
fn next(look: &Snapshot<'_>, rules: &Rules) -> Result<(Option<(i64, Mark)>, Next)> {
    let today = days::today(look)?;
    let next = match store::newest(look, 1)?.pop() {
        // What is made meanwhile is noted when it is over.
        Some(run) if run.state == State::Runs => return Ok((None, Next::GoOn)),
        Some(run) if run.day >= today => Next::Nothing,
        _ => Next::Begin(plan(look, rules, today)?),
    };
    let (day_ms, newest) = (day_begins(rules, look.now_ms()), old::newest(look)?);
    let known = old::mark(look, day_ms)? == Some(newest);
    Ok(((!known).then_some((day_ms, newest)), next))
}

/// What would go today. Where it is too much, an owner is asked; where it is nothing, the day is over.
fn plan(look: &Snapshot<'_>, rules: &Rules, today: i64) -> Result<Plan> {
    let cut = cutoffs(rules, look.now_ms());
    let to = bounds(look, cut)?;
    let mut planned = Counts {
        cases: old::count_cases(look, cut.cases_ms, COUNTED_MAX)?,
        drafts: old::count_drafts(look, to.drafts, COUNTED_MAX)?,
        ..Counts::default()
    };
    let mut spans = 1;
    for aged in SORTS {
        let reach = store::reach(look, aged)?;
        *planned.of(aged) = leaving::count(look, aged, reach, to.of(aged), COUNTED_MAX)?;
        spans = old::days_between(look, reach, to.of(aged))?.max(spans);
    }
    let state = match planned.all() {
        0 => State::Done,
        all if is_usual(all, store::usual(look)?) => State::Runs,
        _ => State::Asks,
    };
    Ok(Plan { day: today, cut, to, spans, planned, state })
}

/// Up to where all is older than the rules say: by what was there on a day that was believed, never by a date that a thing carries.
fn bounds(look: &Snapshot<'_>, cut: Cutoffs) -> Result<Bounds> {
    let (posts, messages) = (old::before(look, cut.posts_ms)?, old::before(look, cut.messages_ms)?);
    Ok(Bounds { posts: posts.item + 1, messages: messages.item + 1, drafts: posts.draft + 1 })
}

/// The next little of a run: posts, then messages, then drafts, then cases.
fn go_on(change: &mut Change<'_>) -> Result<bool> {
    let Some(mut run) = store::newest(change, 1)?.pop().filter(|run| run.state == State::Runs) else {
        return Ok(false);
    };
    for aged in SORTS {
        let (reach, to) = (store::reach(change, aged)?, run.to.of(aged));
        if reach + 1 < to {
            let cleared = leaving::clear(change, aged, reach, to)?;
            store::set_reach(change, aged, cleared.reached)?;
            *run.gone.of(aged) += cleared.gone.len() as i64;
            return went(change, run, &cleared.gone);
        }
        let freed = leaving::clear_kept(change, aged, to)?;
        if !freed.is_empty() {
            *run.gone.of(aged) += freed.len() as i64;
            return went(change, run, &freed);
        }
    }
    let drafts = old::delete_drafts(change, run.to.drafts)?;
    if !drafts.is_empty() {
        run.gone.drafts += drafts.len() as i64;
        return went(change, run, &drafts);
    }
    let cases = old::next_cases(change, run.cut.cases_ms)?;
    if !cases.is_empty() {
        old::delete_cases(change, &cases)?;
        run.gone.cases += cases.len() as i64;
        return went(change, run, &cases.iter().map(|(_, id)| *id).collect::<Vec<_>>());
    }
    end(change, run)
}

fn went(change: &mut Change<'_>, mut run: Run, ids: &[i64]) -> Result<bool> {
    run.hash = hashed(&run.hash, ids);
    store::go_on(change, &run)?;
    Ok(true)
}

/// All went: the record says how much, and a hash of which.
fn end(change: &mut Change<'_>, mut run: Run) -> Result<bool> {
    run.state = State::Done;
    store::go_on(change, &run)?;
    change.becomes(Act::Retain);
    change.about("retention", run.id);
    let Counts { posts, messages, cases, drafts } = run.gone;
    let hash = data_encoding::HEXLOWER.encode(&run.hash);
    let said = format!("posts={posts}; messages={messages}; drafts={drafts}; cases={cases}; ids={hash}");
    change.because("retention", &said);
    Ok(false)
}

/// The hash of all ids that went, in order: of what there was before, and of these.
fn hashed(before: &[u8; 32], ids: &[i64]) -> [u8; 32] {
    let mut hash = blake3::Hasher::new();
    hash.update(before);
    for id in ids {
        hash.update(&id.to_be_bytes());
    }
    *hash.finalize().as_bytes()
}
