//! Posts that pass others on, and one behind a shield.

use super::School;
use crate::base::{Act, Audience, ItemId, Result};
use crate::db::Change;
use crate::features::posts::{self, Draft};

/// What people say about the poll of the summer trip when they pass it on; nothing is said by the last.
const WORDS: [&str; 3] = ["Vote, all of you! The sea needs two more.", "Has everybody seen this?", ""];

impl School {
    /// Some pass the question of the summer trip on; somebody shows what not everybody likes to see.
    pub(super) async fn pass_on(&mut self, poll: ItemId) -> Result<()> {
        for (who, words) in WORDS.iter().enumerate() {
            let draft = Draft { passes_on: Some(poll), ..Draft::of(*words, Audience::Everyone) };
            self.posts_now(self.staff + 2 + who, Act::Reshare, draft).await?;
        }
        let shield = Some("a spider, close up".to_owned());
        let words = "Found in the bike shed: a house spider as large as my hand. She is back outside now.";
        let spider = Draft { shield, ..Draft::of(words, Audience::Everyone) };
        let spider = self.posts_now(self.staff + 1, Act::AddPost, spider).await?;
        let words = "Brave! I would have called the caretaker.";
        let draft = Draft { passes_on: Some(spider), ..Draft::of(words, Audience::Everyone) };
        self.posts_now(self.staff + 3, Act::Reshare, draft).await?;
        self.count("reshares", WORDS.len() + 1);
        Ok(())
    }

    async fn posts_now(&self, who: usize, act: Act, draft: Draft) -> Result<ItemId> {
        let rules = self.rules.clone();
        let add = move |change: &mut Change<'_>| posts::add(change, &rules, draft);
        Ok(self.db.write(&self.people[who].viewer, act, add).await?.id)
    }
}
