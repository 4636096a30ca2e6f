//! Plays a schedule: the same on the real program and in the model, and compares.

use super::Step;
use super::model::{Message, Model, State};
use crate::harness::{Ask, Site, TalkPage, at_once};
use courtyard::base::{AccountId, Act, Approval, Duties, ItemId, Role, Rules, Talk};
use courtyard::db::{Change, Viewer};
use courtyard::features::{chat, moderation, people};
use std::time::Duration;

/// How a page is not as it should be.
pub type Wrong = String;

/// Messages of one schedule at most: all of them stand on one page.
pub const MESSAGES_MAX: usize = 40;

/// Somebody in the schedule.
pub struct Player {
    pub id: i64,
    username: String,
    pub page: TalkPage,
    /// What of whom may stand on their page as it was, since a block came or went after it was opened.
    pub stale: Vec<usize>,
    /// The newest message when they left.
    pub newest_when_gone: i64,
}

/// A schedule that is played.
pub struct Play<'s> {
    pub site: &'s mut Site,
    talk: i64,
    pub model: Model,
    pub players: Vec<Player>,
    story: Vec<String>,
    pub sent: usize,
    /// How long what should come is waited for.
    pub patience: Duration,
}

impl<'s> Play<'s> {
    /// New people begin a conversation, and open it.
    pub fn begin(site: &'s mut Site, count: usize, patience: Duration) -> Play<'s> {
        static SCHEDULE: std::sync::atomic::AtomicUsize = std::sync::atomic::AtomicUsize::new(0);
        let schedule = SCHEDULE.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        let there: &Site = site;
        let people: Vec<_> = (0..count).map(|n| there.pupil(&format!("P{n} of{schedule}"))).collect();
        let others: Vec<AccountId> = people[1..].iter().map(|person| AccountId(person.id)).collect();
        let rules = rules(false);
        let talk = there.write_as(&people[0], Act::BeginChat, move |change| {
            chat::begin(change, &rules, &others, "", false)
        });
        let players = people.iter().map(|person| {
            let mut page = TalkPage::open(person, talk.0);
            page.connects(there);
            Player {
                id: person.id,
                username: person.username.clone(),
                page,
                stale: Vec::new(),
                newest_when_gone: 0,
            }
        });
        let players = players.collect();
        let mut play = Play {
            talk: talk.0,
            model: Model::new(count),
            players,
            story: Vec::new(),
            sent: 0,
            patience,
            site,
        };
        play.hold(false);
        play
    }

    /// What was done so far, for whoever looks into a failure.
    pub fn told(&self) -> String {
        self.story.join("\n")
    }

    /// One step, on both sides.
    pub fn does(&mut self, step: &Step) -> Result<(), Wrong> {
        let people = self.players.len();
        let there: Vec<usize> = (0..people).filter(|who| self.model.is_in(*who)).collect();
        let one_of = |n: usize| there.get(n % there.len().max(1)).copied();
        let messages = self.model.messages.len();
        let message = |n: usize| (messages > 0).then(|| n % messages);
        match *step {
            Step::Send { who } => one_of(who).map_or(Ok(()), |who| self.send(who, true)),
            Step::SendUnanswered { who } => one_of(who).map_or(Ok(()), |who| self.send(who, false)),
            Step::SendTwice { who } => one_of(who).map_or(Ok(()), |who| self.send_twice(who)),
            Step::Retry { which } => message(which).map_or(Ok(()), |which| self.retry(which)),
            Step::Edit { which } => message(which).map_or(Ok(()), |which| self.edit(which)),
            Step::TakeBack { which } => message(which).map_or(Ok(()), |which| self.take_back(which, None)),
            Step::TakeAnothers { who, which } => {
                message(which).map_or(Ok(()), |which| self.take_back(which, Some(who % people)))
            }
            Step::React { who, which } => {
                message(which).map_or(Ok(()), |which| self.react(who % people, which))
            }
            Step::Cut { who } => {
                self.note(format!("{who} is cut", who = who % people));
                self.players[who % people].page.is_cut();
                Ok(())
            }
            Step::Reconnect { who } => {
                self.reconnect(who % people);
                Ok(())
            }
            Step::Reload { who } => {
                self.reload(who % people);
                Ok(())
            }
            Step::Restart => {
                self.restart();
                Ok(())
            }
            Step::Hold { all } => {
                self.hold(all);
                Ok(())
            }
            Step::LetThrough { which } => message(which).map_or(Ok(()), |which| self.let_through(which)),
            Step::TakeAway { which } => message(which).map_or(Ok(()), |which| self.take_away(which)),
            Step::Block { who, whom } => {
                self.block(who % people, whom % people, true);
                Ok(())
            }
            Step::Unblock { who, whom } => {
                self.block(who % people, whom % people, false);
                Ok(())
            }
            Step::Leave { who } => {
                one_of(who).filter(|_| there.len() > 2).into_iter().for_each(|who| self.leave(who));
                Ok(())
            }
            Step::Add { who, whom } => one_of(who).map_or(Ok(()), |who| self.add(who, whom % people)),
        }
    }

    fn note(&mut self, what: String) {
        self.story.push(what);
    }

    // --- writing --------------------------------------------------------------------------------

    fn new_message(&mut self, who: usize) -> Option<(String, String)> {
        if self.sent >= MESSAGES_MAX {
            return None;
        }
        self.sent += 1;
        let text = format!("m{} of {who}", self.sent);
        Some((text, format!("key-{}-{}-{}", self.talk, who, self.sent)))
    }

    fn form(&self, who: usize, text: &str, key: &str) -> Ask {
        let path = format!("/chat/{}/messages", self.talk);
        self.players[who].page.form(self.site, &path, &[("body", text), ("key", key)])
    }

    pub fn send(&mut self, who: usize, answered: bool) -> Result<(), Wrong> {
        let Some((text, key)) = self.new_message(who) else { return Ok(()) };
        self.note(format!("{who} sends “{text}”{}", if answered { "" } else { ", and hears no answer" }));
        let answer = self.site.ask(&self.form(who, &text, &key));
        if answer.status != 200 {
            return Err(format!("{who} may send, and is told {}", answer.status));
        }
        let id = self.newest(&key);
        if answered {
            self.players[who].page.applies(&answer.text());
        }
        self.model.sends(id, who, &text, &key);
        Ok(())
    }

    fn send_twice(&mut self, who: usize) -> Result<(), Wrong> {
        let Some((text, key)) = self.new_message(who) else { return Ok(()) };
        self.note(format!("{who} sends “{text}” twice at once"));
        let told = at_once(self.site, [self.form(who, &text, &key), self.form(who, &text, &key)]);
        if told != [200, 200] {
            return Err(format!("{who} may send it, and is told {told:?}"));
        }
        let id = self.newest(&key);
        self.model.sends(id, who, &text, &key);
        Ok(())
    }

    /// The id of the message that was sent by this key.
    fn newest(&self, key: &str) -> i64 {
        let key = key.to_owned();
        let who = key.split('-').nth(2).and_then(|who| who.parse::<usize>().ok()).unwrap_or(0);
        self.as_player(who, move |change| {
            let sql = "SELECT id FROM seen_my_message WHERE author_id = viewer() AND sent_key = ?1";
            change.found(sql, [key], |row| row.get(0))
        })
        .unwrap_or(0)
    }

    fn retry(&mut self, which: usize) -> Result<(), Wrong> {
        let Message { author, text, key, id, .. } = self.model.messages[which].clone();
        self.note(format!("{author} sends “{text}” again, by its key"));
        let answer = self.site.ask(&self.form(author, &text, &key));
        let may = self.model.is_in(author);
        if (answer.status == 200) != may {
            return Err(format!(
                "{author} sends again where they {may:?} may, and is told {}",
                answer.status
            ));
        }
        if may && self.newest(&key) != id {
            return Err(format!("the key of {id} names another message now"));
        }
        if may {
            self.players[author].page.applies(&answer.text());
        }
        Ok(())
    }

    fn edit(&mut self, which: usize) -> Result<(), Wrong> {
        let author = self.model.messages[which].author;
        let text = format!("{} changed", self.model.messages[which].text);
        self.note(format!("{author} changes it to “{text}”"));
        let (id, rules, new) = (ItemId(self.model.messages[which].id), rules(self.model.holds), text.clone());
        let done =
            self.as_player_by(author, Act::EditMessage, move |change| chat::edit(change, &rules, id, &new));
        let may = self.model.may_change(author, which);
        if done.is_ok() != may {
            return Err(format!("{author} changes “{text}”: they may: {may}; {done:?}"));
        }
        if may {
            self.model.edits(which, &text);
            self.reload(author); // the form leads back to the page
        }
        Ok(())
    }

    fn take_back(&mut self, which: usize, by: Option<usize>) -> Result<(), Wrong> {
        let Message { author, id, text, .. } = self.model.messages[which].clone();
        let who = by.unwrap_or(author);
        self.note(format!("{who} takes “{text}” back"));
        let form = self.players[who].page.form(self.site, &format!("/messages/{id}/remove"), &[]);
        let told = self.site.ask(&form).status;
        let may = self.model.may_change(who, which);
        if [200, 303].contains(&told) != may {
            return Err(format!("{who} takes “{text}” back: they may: {may}, and are told {told}"));
        }
        if may {
            self.model.messages[which].state = State::TakenBack;
            self.reload(who);
        }
        Ok(())
    }

    fn react(&mut self, who: usize, which: usize) -> Result<(), Wrong> {
        let Message { id, text, .. } = self.model.messages[which].clone();
        self.note(format!("{who} presses the heart under “{text}”"));
        let path = format!("/messages/{id}/reactions");
        let form = self.players[who].page.form(self.site, &path, &[("kind", "heart")]);
        let answer = self.site.ask(&form);
        let may = self.model.may_react(who, which);
        if (answer.status == 200) != may {
            return Err(format!("{who} reacts to “{text}”: they may: {may}, and are told {}", answer.status));
        }
        if may {
            self.model.reacts(who, which);
            self.players[who].page.applies(&answer.text());
        }
        Ok(())
    }

    // --- coming and going -----------------------------------------------------------------------

    pub fn reconnect(&mut self, who: usize) {
        if !self.players[who].page.is_connected() {
            self.note(format!("{who} connects again"));
            self.players[who].page.connects(self.site);
        }
    }

    fn reload(&mut self, who: usize) {
        if self.model.is_in(who) {
            self.note(format!("{who} opens the page anew"));
            self.players[who].stale.clear();
            assert!(self.players[who].page.reloads(self.site), "{who} does not find the conversation");
        }
    }

    fn restart(&mut self) {
        self.note("the box starts again".into());
        let connected: Vec<usize> =
            (0..self.players.len()).filter(|who| self.players[*who].page.is_connected()).collect();
        self.players.iter_mut().for_each(|player| player.page.is_cut());
        self.site.restarts();
        connected.into_iter().for_each(|who| self.reconnect(who));
    }

    fn leave(&mut self, who: usize) {
        self.note(format!("{who} leaves"));
        let talk = ItemId(self.talk);
        self.as_player_by(who, Act::LeaveChat, move |change| chat::leave(change, talk)).unwrap();
        self.model.leaves(who);
        // What was on its way when they left may still come; what is said from now on may not.
        self.players[who].newest_when_gone = self.model.messages.last().map_or(0, |message| message.id);
    }

    fn add(&mut self, who: usize, whom: usize) -> Result<(), Wrong> {
        if self.model.is_in(whom) {
            return Ok(());
        }
        self.note(format!("{who} takes {whom} in again"));
        let (talk, rules, them) =
            (ItemId(self.talk), rules(self.model.holds), AccountId(self.players[whom].id));
        let done = self
            .as_player_by(who, Act::AddToChat, move |change| chat::add_people(change, &rules, talk, &[them]));
        let may = !self.model.keeps_apart(who, whom);
        if done.is_ok() != may {
            return Err(format!("{who} takes {whom} in: they may: {may}; {done:?}"));
        }
        if may {
            self.model.comes(whom);
            self.reload(whom);
        }
        Ok(())
    }

    fn block(&mut self, who: usize, whom: usize, on: bool) {
        if who == whom || self.model.blocks.contains(&(who, whom)) == on {
            return;
        }
        self.note(format!("{who} {} {whom}", if on { "blocks" } else { "no longer blocks" }));
        let name = self.players[whom].username.clone();
        let act = if on { Act::AddBlock } else { Act::RemoveBlock };
        let block = move |change: &mut Change<'_>| {
            if on { people::block(change, &name) } else { people::unblock(change, &name) }
        };
        self.as_player_by(who, act, block).unwrap();
        if on {
            self.model.blocks.insert((who, whom))
        } else {
            self.model.blocks.remove(&(who, whom))
        };
        for (one, other) in [(who, whom), (whom, who)] {
            self.players[one].stale.push(other);
        }
        self.reload(who); // the form of a block leads elsewhere: they come back to the page
    }

    // --- staff ----------------------------------------------------------------------------------

    pub fn hold(&mut self, all: bool) {
        if all != self.model.holds {
            self.note(if all { "everything waits for staff" } else { "nothing waits" }.into());
            self.site.rules(if all { Approval::HoldAll } else { Approval::Open });
            self.model.holds = all;
        }
    }

    fn decide(&self, which: usize, act: Act) -> bool {
        let id = ItemId(self.model.messages[which].id);
        let reason = if act == Act::StaffRemove {
            moderation::DecisionReason::Unkind
        } else {
            moderation::DecisionReason::Fine
        };
        let owner = Viewer::account(AccountId(1), Role::Owner, Duties::all(), "Firefox".into());
        let decided = self.site.written(&owner, act, move |change| {
            moderation::decide(change, id, act, reason, "")?;
            chat::decided(change, id, act)
        });
        decided.is_ok()
    }

    fn let_through(&mut self, which: usize) -> Result<(), Wrong> {
        let message = self.model.messages[which].clone();
        let act = if message.state == State::TakenAway { Act::StaffRestore } else { Act::Release };
        self.note(format!("staff let “{}” be seen", message.text));
        let (may, done) = (self.model.may_be_let_through(which), self.decide(which, act));
        if may != done {
            return Err(format!("staff let “{}” be seen: may: {may}, did: {done}", message.text));
        }
        if may {
            self.model.is_let_through(which);
        }
        Ok(())
    }

    /// Staff see what waits, and what somebody reported: so somebody does who sees it.
    fn take_away(&mut self, which: usize) -> Result<(), Wrong> {
        let Message { text, id, author, .. } = self.model.messages[which].clone();
        let reports = |who: &usize| *who != author && self.model.sees(*who, &self.model.messages[which]);
        let reporter = (0..self.players.len()).find(reports);
        if let Some(reporter) = reporter {
            let (who, sql) = (
                self.players[reporter].id,
                "INSERT INTO report (item_id, reporter_id, reason, made_at) VALUES (?1, ?2, 'rude', 0)",
            );
            self.site.write(Act::Report, move |change| change.run(sql, [id, who]));
        } else if self.model.messages[which].state == State::Shown {
            return Ok(());
        }
        self.note(format!("staff take “{text}” away"));
        let (may, done) = (self.model.may_be_taken_away(which), self.decide(which, Act::StaffRemove));
        if may != done {
            return Err(format!("staff take “{text}” away: may: {may}, did: {done}"));
        }
        if may {
            self.model.messages[which].state = State::TakenAway;
        }
        Ok(())
    }

    // --- without a page -------------------------------------------------------------------------

    fn as_player<T: Send + 'static>(
        &self,
        who: usize,
        look: impl FnOnce(&mut Change<'_>) -> courtyard::base::Result<T> + Send + 'static,
    ) -> courtyard::base::Result<T> {
        self.as_player_by(who, Act::NoteChat, look)
    }

    fn as_player_by<T: Send + 'static>(
        &self,
        who: usize,
        act: Act,
        change: impl FnOnce(&mut Change<'_>) -> courtyard::base::Result<T> + Send + 'static,
    ) -> courtyard::base::Result<T> {
        let id = AccountId(self.players[who].id);
        let viewer = Viewer::account(id, Role::Member, Duties::NONE, "Firefox".into());
        self.site.written(&viewer, act, change)
    }
}

fn rules(holds: bool) -> Rules {
    let approval = if holds { Approval::HoldAll } else { Approval::Open };
    Rules { approval, talk: Talk::Everyone, ..Rules::default() }
}
