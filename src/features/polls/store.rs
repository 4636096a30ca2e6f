//! The SQL of polls.

use super::NewPoll;
use crate::base::{Error, ItemId, Result, State};
use crate::db::{Change, Row, Snapshot, params};
use crate::features::items::id_list;
use std::collections::HashMap;

/// A poll as its viewer sees it.
#[derive(Clone, Debug)]
pub struct Poll {
    /// The post it is in.
    pub id: ItemId,
    /// The state of that post.
    pub state: State,
    /// The question; empty where the post's own text asks.
    pub question: String,
    /// May one choose several answers?
    pub several: bool,
    /// Is it seen only after voting, or after the end, how it stands?
    pub hidden: bool,
    /// Can a vote not be changed?
    pub is_final: bool,
    /// When it ends, milliseconds since 1970.
    pub ends_at: Option<i64>,
    /// Is it over?
    pub ended: bool,
    /// Has the viewer voted?
    pub voted: bool,
    /// How many people voted, where the viewer may see how it stands.
    pub voters: Option<i64>,
    /// The answers, in order.
    pub answers: Vec<Answer>,
}

/// One answer of a poll.
#[derive(Clone, Debug)]
pub struct Answer {
    /// Its place: what a vote sends.
    pub place: i64,
    /// What it says.
    pub words: String,
    /// How many chose it, where the viewer may see how it stands.
    pub votes: Option<i64>,
    /// Did the viewer?
    pub mine: bool,
}

impl Poll {
    /// The viewer's own votes, a bit for each answer.
    pub fn votes(&self) -> i64 {
        self.answers.iter().filter(|answer| answer.mine).fold(0, |bits, answer| bits | 1 << answer.place)
    }

    /// When it looks different without anybody's doing: at its end, while that is to come.
    pub fn changes_at(&self) -> Option<i64> {
        self.ends_at.filter(|_| !self.ended)
    }
}

fn poll(row: &Row<'_>) -> rusqlite::Result<Poll> {
    Ok(Poll {
        id: ItemId(row.get(0)?),
        state: State::parse(row.get_ref(1)?.as_str()?).unwrap_or(State::Removed),
        question: row.get(2)?,
        several: row.get(3)?,
        hidden: row.get(4)?,
        is_final: row.get(5)?,
        ends_at: row.get(6)?,
        ended: row.get::<_, Option<bool>>(7)?.unwrap_or(false),
        voted: row.get(8)?,
        voters: row.get(9)?,
        answers: Vec::new(),
    })
}

/// The polls of these posts, as this viewer sees them. Two statements, however many.
///
/// # Errors
/// `Broken` if the database fails.
pub fn polls(look: &Snapshot<'_>, posts: &[ItemId]) -> Result<HashMap<ItemId, Poll>> {
    if posts.is_empty() {
        return Ok(HashMap::new());
    }
    let list = id_list(posts);
    let found = look.list(
        "SELECT id, state, question, several, hidden, final, ends_at, ended, voted, voters FROM seen_poll
         WHERE id IN (SELECT value FROM json_each(?1))",
        [&list],
        poll,
    )?;
    let mut found: HashMap<ItemId, Poll> = found.into_iter().map(|poll| (poll.id, poll)).collect();
    let answers = look.list(
        "SELECT poll_id, place, words, votes, mine FROM seen_poll_option
         WHERE poll_id IN (SELECT value FROM json_each(?1)) ORDER BY poll_id, place",
        [&list],
        |row| {
            let answer =
                Answer { place: row.get(1)?, words: row.get(2)?, votes: row.get(3)?, mine: row.get(4)? };
            Ok((ItemId(row.get(0)?), answer))
        },
    )?;
    for (id, answer) in answers {
        if let Some(poll) = found.get_mut(&id) {
            poll.answers.push(answer);
        }
    }
    Ok(found)
}

/// The poll of one post, as this viewer sees it.
///
/// # Errors
/// `NotFound` where there is none for this viewer.
pub fn find(look: &Snapshot<'_>, post: ItemId) -> Result<Poll> {
    polls(look, &[post])?.remove(&post).ok_or(Error::NotFound)
}

/// The viewer's own votes in the polls of these posts, a bit for each answer. One statement, however many.
///
/// # Errors
/// `Broken` if the database fails.
pub fn my_votes(look: &Snapshot<'_>, posts: &[ItemId]) -> Result<HashMap<ItemId, i64>> {
    if posts.is_empty() {
        return Ok(HashMap::new());
    }
    let votes = look.list(
        "SELECT poll_id, sum(1 << place) FROM seen_my_vote
         WHERE poll_id IN (SELECT value FROM json_each(?1)) GROUP BY poll_id",
        [id_list(posts)],
        |row| Ok((ItemId(row.get(0)?), row.get(1)?)),
    )?;
    Ok(votes.into_iter().collect())
}

/// Everything that the poll of a post says, as its viewer sees it: its question, if it has one of its own, and
/// its answers.
///
/// # Errors
/// `Broken` if the database fails.
pub fn words(look: &Snapshot<'_>, post: ItemId) -> Result<Vec<String>> {
    Ok(match polls(look, &[post])?.remove(&post) {
        Some(poll) => std::iter::once(poll.question)
            .chain(poll.answers.into_iter().map(|answer| answer.words))
            .collect(),
        None => Vec::new(),
    })
}

/// As [`words`], of a post at the desk, or one that whoever works there sees as a person.
///
/// # Errors
/// `Broken` if the database fails.
pub fn words_at_desk(look: &Snapshot<'_>, post: ItemId) -> Result<Vec<String>> {
    let found = look.list(
        "SELECT words FROM seen_poll_at_desk WHERE id = ?1 ORDER BY place LIMIT 13",
        [post.0],
        |row| row.get(0),
    )?;
    if found.is_empty() { words(look, post) } else { Ok(found) }
}

/// Adds a poll to a post.
///
/// # Errors
/// `Broken` if the database fails.
pub fn insert(change: &mut Change<'_>, post: ItemId, poll: &NewPoll) -> Result<()> {
    change.run(
        "INSERT INTO poll (id, question, several, hidden, final, ends_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![post.0, poll.question, poll.several, poll.hidden, poll.is_final, poll.ends_at],
    )?;
    for (place, words) in (0_i64..).zip(&poll.options) {
        change.run(
            "INSERT INTO poll_option (poll_id, place, words) VALUES (?1, ?2, ?3)",
            params![post.0, place, words],
        )?;
    }
    change.run("UPDATE post SET poll = 1 WHERE id = ?1", [post.0])?;
    Ok(())
}

/// The viewer's vote is for these answers from now on. `voted`: they had voted before.
pub(super) fn replace_vote(change: &mut Change<'_>, post: ItemId, voted: bool, places: &[i64]) -> Result<()> {
    let me = change.me()?;
    if voted {
        change.run(
            "UPDATE poll_option SET votes = votes - 1 WHERE poll_id = ?1
               AND place IN (SELECT place FROM poll_vote WHERE poll_id = ?1 AND account_id = ?2)",
            params![post.0, me.0],
        )?;
        change.run("DELETE FROM poll_vote WHERE poll_id = ?1 AND account_id = ?2", params![post.0, me.0])?;
    } else {
        change.run("UPDATE poll SET voters = voters + 1 WHERE id = ?1", [post.0])?;
    }
    for place in places {
        change.run(
            "INSERT INTO poll_vote (poll_id, account_id, place) VALUES (?1, ?2, ?3)",
            params![post.0, me.0, place],
        )?;
        change.run(
            "UPDATE poll_option SET votes = votes + 1 WHERE poll_id = ?1 AND place = ?2",
            params![post.0, place],
        )?;
    }
    Ok(())
}
