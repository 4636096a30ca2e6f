//! The run of each day: planned when the box counts a new one, a little at a time, its end in the record.

use super::run_store::{self as store, COUNTED_MAX, Plan, Run, State};
use super::{cutoffs, is_usual};
use crate::base::{Act, Result, Rules};
use crate::db::{Change, Db, Snapshot, Viewer};
use crate::features::{days, leaving};

/// The kinds of things that go together, and the word by which it is kept how far it came.
const POSTS: (&str, &[&str]) = ("posts", &["post", "comment", "photo", "announcement", "event", "file"]);
const MESSAGES: (&str, &[&str]) = ("messages", &["message"]);

/// One little step of what is due, a write of its own, so that nobody waits long and a box that stops goes on where it was.
/// Gives whether there is more to do at once.
///
/// # Errors
/// `Broken` if the database fails.
pub async fn work(db: &Db, rules: &Rules) -> Result<bool> {
    if !db.clock().trust().is_enough() {
        return Ok(false);
    }
    let rules = rules.clone();
    let step = move |change: &mut Change<'_>| {
        let today = days::today(change)?;
        let run = store::newest(change, 1)?.pop();
        match run {
            Some(run) if run.state == State::Runs => go_on(change, run),
            Some(run) if run.day >= today => Ok(false),
            _ => plan(change, &rules, today),
        }
    };
    db.write(&Viewer::the_box(), Act::NoteRetention, step).await
}

/// What would go today. Where it is too much, an owner is asked; where it is nothing, the day is over.
fn plan(change: &mut Change<'_>, rules: &Rules, today: i64) -> Result<bool> {
    let cut = cutoffs(rules, change.now_ms());
    let (posts, messages) = (span(change, POSTS, cut.posts_ms)?, span(change, MESSAGES, cut.messages_ms)?);
    let planned = [
        leaving::count_between(change, POSTS.1, posts.0, posts.1, COUNTED_MAX)?,
        leaving::count_between(change, MESSAGES.1, messages.0, messages.1, COUNTED_MAX)?,
        store::cases(change, cut.cases_ms)?,
    ];
    let all: i64 = planned.iter().sum();
    let state = match all {
        0 => "done",
        all if is_usual(all, store::usual(change)?) => "runs",
        _ => "asks",
    };
    store::begin(change, &Plan { day: today, cut, to: [posts.1, messages.1], planned, state })?;
    Ok(state == "runs")
}

/// Between which items all are older: from where the last run came to up to the first that is not. Older by the order in which
/// things were made, too: what a wrong clock dated long ago stands after what is young, and stays.
fn span(look: &Snapshot<'_>, sort: (&str, &[&str]), before_ms: i64) -> Result<(i64, i64)> {
    let from = store::reach(look, sort.0)?;
    Ok((from, leaving::first_made_at(look, sort.1, from, before_ms)?))
}

/// The next little of a run: posts, then messages, then cases.
fn go_on(change: &mut Change<'_>, mut run: Run) -> Result<bool> {
    for (place, sort) in [POSTS, MESSAGES].into_iter().enumerate() {
        let cleared = leaving::clear(change, sort.1, store::reach(change, sort.0)?, run.to[place])?;
        if let Some(last) = cleared.last {
            run.gone[place] += cleared.gone.len() as i64;
            run.hash = hashed(&run.hash, &cleared.gone);
            store::set_reach(change, sort.0, last)?;
            store::go_on(change, &run)?;
            return Ok(true);
        }
    }
    let cases = store::next_cases(change, run.cut.cases_ms)?;
    if !cases.is_empty() {
        store::delete_cases(change, &cases)?;
        run.gone[2] += cases.len() as i64;
        run.hash = hashed(&run.hash, &cases.iter().map(|(_, id)| *id).collect::<Vec<_>>());
        store::go_on(change, &run)?;
        return Ok(true);
    }
    run.state = State::Done;
    store::go_on(change, &run)?;
    change.becomes(Act::Retain);
    change.about("retention", run.id);
    let [posts, messages, cases] = run.gone;
    let hash = data_encoding::HEXLOWER.encode(&run.hash);
    change.because("retention", &format!("posts={posts}; messages={messages}; cases={cases}; ids={hash}"));
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
