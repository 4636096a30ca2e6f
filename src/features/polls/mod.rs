//! Polls: a question in a post, with answers to choose from. Nobody is ever shown who chose what.

mod form_views;
mod pages;
mod store;
mod views;

pub use form_views::fields;
pub use pages::routes;
pub use store::{Answer, Poll, find, insert, my_votes, polls, words, words_at_desk};
pub use views::{poll, quoted};

use crate::base::{Error, ItemId, Problem, Problems, Result, Rules, State, Topic, limits, text};
use crate::db::Change;
use crate::features::levels::{self, Where};
use crate::web::upload::Form;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

/// A poll as it was typed into a form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    /// The question, where it is not the post's own text.
    pub question: String,
    /// The answers to choose from.
    pub options: Vec<String>,
    /// May one choose several?
    pub several: bool,
    /// Is it seen only after voting how it stands?
    pub hidden: bool,
    /// Can a vote not be changed?
    pub is_final: bool,
    /// When it ends, as a browser sends it: `2026-03-05T14:00`, in the time zone of the site.
    pub ends: String,
}

/// A poll fit to be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPoll {
    /// The question; empty where the post's own text asks.
    pub question: String,
    /// The answers, in order.
    pub options: Vec<String>,
    /// May one choose several?
    pub several: bool,
    /// Is it seen only after voting how it stands?
    pub hidden: bool,
    /// Can a vote not be changed?
    pub is_final: bool,
    /// When it ends, milliseconds since 1970.
    pub ends_at: Option<i64>,
}

impl Typed {
    /// What a form sent.
    pub fn of(form: &Form) -> Typed {
        Typed {
            question: form.text("poll-question").to_owned(),
            options: form.all("poll-option").take(limits::POLL_OPTIONS_MAX + 1).map(str::to_owned).collect(),
            several: !form.text("poll-several").is_empty(),
            hidden: !form.text("poll-hidden").is_empty(),
            is_final: !form.text("poll-final").is_empty(),
            ends: form.text("poll-end").to_owned(),
        }
    }

    /// Was nothing typed that makes a poll?
    pub fn is_empty(&self) -> bool {
        let blank = |text: &String| text.trim().is_empty();
        blank(&self.question) && blank(&self.ends) && self.options.iter().all(blank)
    }

    /// The poll, fit to be kept; none where nothing was typed. `has_text` says whether the post's own text can
    /// be the question.
    ///
    /// # Errors
    /// `Invalid` with every field that has a problem.
    pub fn fit(&self, has_text: bool, zone: &str, now_ms: i64) -> Result<Option<NewPoll>> {
        if self.is_empty() {
            return Ok(None);
        }
        let mut problems = Problems::new();
        let question = text::line(&self.question);
        if question.chars().count() > limits::POLL_CHARS_MAX {
            problems.push(("poll-question", Problem::TooLong { limit: limits::POLL_CHARS_MAX }));
        }
        if question.is_empty() && !has_text {
            problems.push(("poll-question", Problem::Missing));
        }
        let options: Vec<String> = self
            .options
            .iter()
            .map(|option| text::line(option))
            .filter(|option| !option.is_empty())
            .collect();
        if let Some(problem) = problem_of(&options) {
            problems.push(("poll-option", problem));
        }
        let ends_at = match moment(&self.ends, zone) {
            Ok(Some(end)) if end <= now_ms => Err(Problem::Past),
            other => other,
        };
        let ends_at = ends_at.unwrap_or_else(|problem| {
            problems.push(("poll-end", problem));
            None
        });
        if !problems.is_empty() {
            return Err(Error::Invalid(problems));
        }
        let (several, hidden, is_final) = (self.several, self.hidden, self.is_final);
        Ok(Some(NewPoll { question, options, several, hidden, is_final, ends_at }))
    }
}

impl NewPoll {
    /// How it would look before anybody has voted.
    pub fn preview(&self) -> Poll {
        let answer =
            |(place, words): (i64, &String)| Answer { place, words: words.clone(), votes: None, mine: false };
        Poll {
            id: ItemId(0),
            state: State::Shown,
            question: self.question.clone(),
            several: self.several,
            hidden: self.hidden,
            is_final: self.is_final,
            ends_at: self.ends_at,
            ended: false,
            voted: false,
            voters: None,
            answers: (0..).zip(&self.options).map(answer).collect(),
        }
    }

    /// Everything that it says: what is judged with the post.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.question.as_str()).chain(self.options.iter().map(String::as_str))
    }
}

/// What is wrong with these answers.
fn problem_of(options: &[String]) -> Option<Problem> {
    let twice = |place: usize| options[..place].contains(&options[place]);
    if options.len() < limits::POLL_OPTIONS_MIN {
        Some(Problem::TooFew { least: limits::POLL_OPTIONS_MIN })
    } else if options.len() > limits::POLL_OPTIONS_MAX {
        Some(Problem::TooMany { limit: limits::POLL_OPTIONS_MAX })
    } else if options.iter().any(|option| option.chars().count() > limits::POLL_CHARS_MAX) {
        Some(Problem::TooLong { limit: limits::POLL_CHARS_MAX })
    } else {
        (0..options.len()).any(twice).then_some(Problem::Twice)
    }
}

/// The moment that a browser sends as local date and time, in this zone; none where nothing was typed.
fn moment(typed: &str, zone: &str) -> Result<Option<i64>, Problem> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
    let there: DateTime = typed.parse().map_err(|_| Problem::NotUnderstood)?;
    let moment = zone.to_ambiguous_timestamp(there).compatible().map_err(|_| Problem::NotUnderstood)?;
    Ok(Some(moment.as_millisecond()))
}

/// The viewer chooses these answers, in place of those they chose before.
///
/// # Errors
/// `NotFound` where the poll is not seen; `Forbidden` where its post is not shown, or the viewer makes nothing there; `Invalid` for the field
/// `answer` where it ended, where a vote cannot be changed, or for answers that it does not have.
pub fn vote(change: &mut Change<'_>, rules: &Rules, post: ItemId, chosen: &[i64]) -> Result<()> {
    let poll = find(change, post)?;
    if poll.state != State::Shown {
        return Err(Error::Forbidden);
    }
    levels::check_may_make(change, rules, Where::Under(post))?;
    let places = chosen_of(&poll, chosen).map_err(|problem| Error::field("answer", problem))?;
    store::replace_vote(change, post, poll.voted, &places)?;
    change.about("post", post.0);
    change.touch(Topic::Poll(post), Some(post));
    Ok(())
}

/// The answers that a vote is for, each once.
fn chosen_of(poll: &Poll, chosen: &[i64]) -> Result<Vec<i64>, Problem> {
    let mut places = chosen.to_vec();
    places.sort_unstable();
    places.dedup();
    if poll.ended {
        return Err(Problem::Over);
    }
    if poll.voted && poll.is_final {
        return Err(Problem::Final);
    }
    if places.is_empty() {
        return Err(Problem::NothingChosen);
    }
    let known = |place: &i64| poll.answers.iter().any(|answer| answer.place == *place);
    if !places.iter().all(known) || (!poll.several && places.len() > 1) {
        return Err(Problem::NotUnderstood);
    }
    Ok(places)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(options: &[&str]) -> Typed {
        Typed { options: options.iter().map(|option| (*option).to_owned()).collect(), ..Typed::default() }
    }

    fn problems(typed: &Typed, has_text: bool) -> Problems {
        match typed.fit(has_text, "Europe/Berlin", 0) {
            Err(Error::Invalid(problems)) => problems,
            _ => Vec::new(),
        }
    }

    #[test]
    fn a_poll_has_a_question_and_two_to_twelve_different_answers() {
        assert_eq!(typed(&["", "  "]).fit(true, "UTC", 0).ok(), Some(None), "nothing typed is no poll");
        assert!(problems(&typed(&["Cats", " Dogs "]), true).is_empty());
        assert_eq!(problems(&typed(&["Cats", "Dogs"]), false), [("poll-question", Problem::Missing)]);
        assert_eq!(problems(&typed(&["Cats", " "]), true), [("poll-option", Problem::TooFew { least: 2 })]);
        assert_eq!(problems(&typed(&["Cats", " Cats"]), true), [("poll-option", Problem::Twice)]);
        let many: Vec<String> = (0..13).map(|number| number.to_string()).collect();
        let many = Typed { options: many, ..Typed::default() };
        assert_eq!(problems(&many, true), [("poll-option", Problem::TooMany { limit: 12 })]);
        let long = "x".repeat(limits::POLL_CHARS_MAX + 1);
        assert_eq!(
            problems(&typed(&["Cats", &long]), true),
            [("poll-option", Problem::TooLong { limit: 255 })]
        );
    }

    #[test]
    fn an_end_is_read_in_the_time_zone_of_the_site_and_lies_ahead() {
        assert_eq!(moment("1970-01-02T01:00", "Europe/Berlin"), Ok(Some(24 * 60 * 60 * 1000)));
        assert_eq!(moment(" ", "Europe/Berlin"), Ok(None));
        for bad in ["tomorrow", "2026-13-40T99:00", "9999999-01-01T00:00", "2026-03-05T14:00\0"] {
            assert_eq!(moment(bad, "Europe/Berlin"), Err(Problem::NotUnderstood), "{bad}");
        }
        let past = Typed { ends: "1970-01-01T00:30".into(), ..typed(&["Cats", "Dogs"]) };
        assert_eq!(problems(&past, true), [("poll-end", Problem::Past)]);
    }

    #[test]
    fn a_vote_is_for_answers_that_are_there_and_only_while_one_may_vote() {
        let answer = |place| Answer { place, words: String::new(), votes: None, mine: false };
        let open = Poll {
            id: ItemId(1),
            state: State::Shown,
            question: String::new(),
            several: false,
            hidden: false,
            is_final: false,
            ends_at: None,
            ended: false,
            voted: false,
            voters: None,
            answers: vec![answer(0), answer(1)],
        };
        assert_eq!(chosen_of(&open, &[1, 1]), Ok(vec![1]));
        assert_eq!(chosen_of(&open, &[0, 1]), Err(Problem::NotUnderstood));
        assert_eq!(chosen_of(&open, &[7]), Err(Problem::NotUnderstood));
        assert_eq!(chosen_of(&open, &[]), Err(Problem::NothingChosen));
        assert_eq!(chosen_of(&Poll { several: true, ..open.clone() }, &[1, 0]), Ok(vec![0, 1]));
        assert_eq!(chosen_of(&Poll { ended: true, ..open.clone() }, &[0]), Err(Problem::Over));
        let voted = Poll { voted: true, ..open };
        assert!(chosen_of(&voted, &[0]).is_ok(), "a vote can be changed");
        assert_eq!(chosen_of(&Poll { is_final: true, ..voted }, &[0]), Err(Problem::Final));
    }
}
