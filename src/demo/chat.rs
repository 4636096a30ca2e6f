//! What people say to each other in conversations: two friends, the cast of a play, and a class.

use super::School;
use crate::base::{AccountId, Act, ItemId, Result};
use crate::db::Change;
use crate::features::chat::{self, Draft};
use crate::features::moderation::ReadingReason;
use crate::features::reactions::ReactionKind;
use crate::features::readings::{self, Target};
use crate::features::{groups, people};
use std::sync::atomic::Ordering;

/// Minutes between two messages.
const STEP_MS: i64 = 4 * 60 * 1000;

/// Who says what, by their place among those in the conversation.
type Said = &'static [(usize, &'static str)];

const TWO: Said = &[
    (0, "Did you see the heron at the pond this morning?"),
    (1, "Yes! It stood there for a *whole* hour."),
    (1, "And then it flew up to the roof of the gym."),
    (0, "I drew it in art. Ms Fox says it can hang in the hall."),
    (1, "🎉"),
    (1, "Can I see it before that?"),
    (0, "Come to the library at noon, I have it in my bag."),
    (1, "I will be there. Bring your blue pencils, too?"),
    (0, "If you bring back my ruler 😄"),
];

const MANY: Said = &[
    (0, "Who paints the moon for the last scene?"),
    (1, "Me, if somebody helps with the big brush."),
    (2, "I can help on Thursday after four."),
    (0, "Good. The costumes are in the blue box behind the stage."),
    (3, "My crown does not fit any more. Has somebody got tape?"),
    (2, "I have. It is silver, even."),
    (0, "Rehearsal is at three tomorrow, **not** at two."),
    (1, "Thank you for saying so, I had it wrong."),
];

const CLASS: Said = &[
    (0, "The bus to the museum leaves at half past eight. Bring something to eat."),
    (1, "Do we need a pencil?"),
    (0, "Yes, and your notebook. No pens in the museum."),
    (2, "Is there a place to keep our bags?"),
    (0, "There are lockers. They cost nothing."),
];

impl School {
    /// Conversations of the last days: of two who share with each other, of several, and of a class.
    pub(super) async fn talk_together(&mut self) -> Result<()> {
        let first = self.staff;
        let cast: Vec<usize> = (first..first + 4).collect();
        self.set_time(199, 200);
        for other in &cast[1..] {
            self.befriend(first, *other).await?;
        }
        let (rules, theirs) = (self.rules.clone(), self.people[first + 1].id);
        let begin = move |change: &mut Change<'_>| chat::with(change, &rules, theirs);
        let two = self.db.write(&self.people[first].viewer, Act::BeginChat, begin).await?;
        self.say(two, &cast[..2], TWO).await?;
        let rules = self.rules.clone();
        let people: Vec<AccountId> = cast[1..].iter().map(|place| self.people[*place].id).collect();
        let begin = move |change: &mut Change<'_>| chat::begin(change, &rules, &people, "The play", true);
        let many = self.db.write(&self.people[first].viewer, Act::BeginChat, begin).await?;
        self.say(many, &cast, MANY).await?;
        self.talk_in_class().await?;
        self.count("conversations", 3);
        self.look_into(first + 1).await?;
        Ok(())
    }

    /// The owner asked to see with whom somebody talks, and what they post for few; one of the two was closed by hand. (The
    /// other is over when the box starts: no start keeps a Reading open.)
    async fn look_into(&self, person: usize) -> Result<()> {
        let (about, owner) = (self.people[person].id, self.people[0].viewer.clone());
        let open = |target, words: &'static str| {
            let rules = self.rules.clone();
            let open = move |change: &mut Change<'_>| {
                readings::open(change, &rules, target, ReadingReason::Bullying, words)
            };
            self.db.write(&owner, Act::OpenReading, open)
        };
        let talk =
            open(Target::Person(about), "A friend said that he gets messages that frighten him").await?;
        self.db.write(&owner, Act::EndReading, move |change| readings::end(change, talk)).await?;
        open(Target::Posts(about), "Drawings of a classmate go round, says a parent").await?;
        Ok(())
    }

    /// Each shares with the other, whatever was before.
    async fn befriend(&self, one: usize, other: usize) -> Result<()> {
        for (from, to) in [(one, other), (other, one)] {
            let username = self.people[to].username.clone();
            let share = move |change: &mut Change<'_>| people::share(change, &username, &[]).map(|_| ());
            self.db.write(&self.people[from].viewer, Act::AddContact, share).await?;
        }
        Ok(())
    }

    /// The class of the first member talks, and a teacher leads it.
    async fn talk_in_class(&mut self) -> Result<()> {
        let Some(class) = self.people[self.staff].groups.first().copied() else { return Ok(()) };
        let inside = |place: &usize| self.people[*place].groups.contains(&class);
        let pupils: Vec<usize> = (self.staff..self.people.len()).filter(inside).take(2).collect();
        let (teacher, username) = (self.people[1].id, self.people[1].username.clone());
        let lead = move |change: &mut Change<'_>| {
            groups::add_people(change, class, &[teacher], "")?;
            groups::lead(change, class, &username, true)
        };
        self.db.write(&self.people[0].viewer, Act::AddMember, lead).await?;
        let open = move |change: &mut Change<'_>| chat::open_group(change, class, true);
        let talk = self.db.write(&self.people[1].viewer, Act::BeginChat, open).await?;
        let who: Vec<usize> = std::iter::once(1).chain(pupils).collect();
        self.say(talk, &who, CLASS).await
    }

    /// They say it one after the other; somebody likes the third thing, and the fifth answers it.
    async fn say(&mut self, talk: ItemId, who: &[usize], said: Said) -> Result<()> {
        let mut sent = Vec::new();
        for (number, (speaker, words)) in said.iter().enumerate() {
            let Some(place) = who.get(*speaker).copied() else { continue };
            self.hand.store(self.now_ms - (said.len() - number) as i64 * STEP_MS, Ordering::Relaxed);
            let answers = if number == 4 { sent.get(2).copied() } else { None };
            let (rules, draft) = (self.rules.clone(), Draft { answers, ..Draft::of(*words) });
            let send = move |change: &mut Change<'_>| chat::send(change, &rules, talk, &draft);
            sent.push(self.db.write(&self.people[place].viewer, Act::AddMessage, send).await?.id);
        }
        if let (Some(third), Some(place)) = (sent.get(2).copied(), who.first().copied()) {
            let rules = self.rules.clone();
            let react =
                move |change: &mut Change<'_>| chat::react(change, &rules, third, ReactionKind::Heart);
            self.db.write(&self.people[place].viewer, Act::React, react).await?;
        }
        self.count("messages", sent.len());
        Ok(())
    }
}
