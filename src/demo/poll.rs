//! What a school asks itself: a poll with votes in it, an answer to a comment, and a talk that was closed.

use super::School;
use crate::base::{Act, Audience, ItemId, Result, Under};
use crate::db::Change;
use crate::features::comments;
use crate::features::polls::{self, Typed};
use crate::features::posts::{self, Draft};

/// The poll on top of everybody's first page, its answers with how many of ten vote for each.
const QUESTION: &str = "Where shall the summer trip go? We decide on Friday.";
const ANSWERS: [(&str, usize); 4] =
    [("To the sea", 4), ("To the mountains", 3), ("To the science museum", 2), ("Camping in the woods", 1)];

impl School {
    /// One poll, one exchange under it, and one post whose comments are closed.
    pub(super) async fn ask_everybody(&mut self) -> Result<()> {
        self.set_time(998, 1_000);
        let poll = self.poll().await?;
        let members = self.people.len() - self.staff;
        for voter in 0..members.min(20) {
            let place = (0_i64..)
                .zip(ANSWERS)
                .flat_map(|(place, (_, share))| std::iter::repeat_n(place, share))
                .nth(voter * 3 % 10)
                .unwrap_or(0);
            let rules = self.rules.clone();
            let vote = move |change: &mut Change<'_>| polls::vote(change, &rules, poll, &[place]);
            self.db.write(&self.people[self.staff + voter].viewer, Act::Vote, vote).await?;
        }
        let sea = self.says(1, poll, "How far is it to the sea?", None).await?;
        self.says(0, poll, "Two hours by train. We would be there at ten.", Some(sea)).await?;
        self.says(2, poll, "Mountains! I can bring a tent.", None).await?;
        let draft = Draft::of("Lost and found is open on Tuesdays at noon, room 3.", Audience::Everyone);
        let rules = self.rules.clone();
        let add = move |change: &mut Change<'_>| posts::add(change, &rules, draft);
        let closed = self.db.write(&self.people[1].viewer, Act::AddPost, add).await?.id;
        let lock = move |change: &mut Change<'_>| posts::lock(change, closed, true);
        self.db.write(&self.people[1].viewer, Act::LockComments, lock).await?;
        self.count("polls", 1);
        self.pass_on(poll).await?;
        Ok(())
    }

    async fn poll(&self) -> Result<ItemId> {
        let options = ANSWERS.iter().map(|(words, _)| (*words).to_owned()).collect();
        let poll = Typed { options, ..Typed::default() };
        let draft = Draft { poll, ..Draft::of(QUESTION, Audience::Everyone) };
        let rules = self.rules.clone();
        let add = move |change: &mut Change<'_>| posts::add(change, &rules, draft);
        Ok(self.db.write(&self.people[1].viewer, Act::AddPost, add).await?.id)
    }

    async fn says(&self, who: usize, post: ItemId, body: &str, answers: Option<ItemId>) -> Result<ItemId> {
        let draft = comments::Draft { body: body.to_owned(), answers, photo: None };
        let rules = self.rules.clone();
        let add = move |change: &mut Change<'_>| comments::add(change, &rules, Under::Post(post), &draft);
        Ok(self.db.write(&self.people[self.staff + who].viewer, Act::AddComment, add).await?.id)
    }
}
