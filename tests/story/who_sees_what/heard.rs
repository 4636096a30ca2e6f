//! What comes over the socket to whom, event by event: not only what it says, but that something comes at all.

use crate::harness::{Listener, Person, Site};
use courtyard::base::{AccountId, Act, Approval, Duties, Duty, ItemId, Role, Rules, Talk};
use courtyard::db::{Change, Viewer};
use courtyard::features::{chat, moderation};
use std::fmt::Write;

const TABLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/story/who_sees_what/heard.txt");

const HEAD: &str = "\
Who hears what over the socket, of a conversation that Mia began. Everybody listens to it, as far as they are let.

● its words come   ○ something comes, without its words   · nothing comes at all

";

/// Somebody with an open page.
struct Ear<'s> {
    who: &'static str,
    person: Person<'s>,
    page: Listener<'s>,
}

/// The conversation, and everybody who listens.
struct Scene<'s> {
    school: &'s Site,
    talk: ItemId,
    ears: Vec<Ear<'s>>,
    bell: Person<'s>,
    rung: usize,
    table: String,
}

#[test]
fn who_hears_what() {
    let school = Site::school();
    school.head().opens("/admin/rules").ticks("Everybody").presses("Save").is_told(200);
    let found = Scene::of(&school).plays();
    if std::env::var_os("COURTYARD_BLESS").is_some() {
        std::fs::write(TABLE, &found).unwrap();
    }
    let agreed = std::fs::read_to_string(TABLE).unwrap_or_default();
    assert!(found == agreed, "who hears what has changed:\n{found}");
}

fn rules(approval: Approval) -> Rules {
    Rules { approval, talk: Talk::Everyone, ..Rules::default() }
}

impl<'s> Scene<'s> {
    fn of(school: &'s Site) -> Scene<'s> {
        let people = [
            ("in it: Mia, who writes", school.pupil("Mia")),
            ("in it: Tom", school.pupil("Tom")),
            ("in it: Bob, whom Mia blocks", school.pupil("Bob")),
            ("in it: Ned, whom staff keep apart from Mia", school.pupil("Ned")),
            ("was in it: Ana, who left", school.pupil("Ana")),
            ("not in it: Zoe", school.pupil("Zoe")),
            ("staff with Moderate: Ms Fox", school.staff("Ms Fox", &[Duty::Moderate])),
            ("staff with Safeguard: Ms Lark", school.staff("Ms Lark", &[Duty::Safeguard])),
            ("the owner: Dr Wren", school.head()),
        ];
        let them: Vec<AccountId> = people[1..5].iter().map(|(_, person)| AccountId(person.id)).collect();
        let begin =
            move |change: &mut Change<'_>| chat::begin(change, &rules(Approval::Open), &them, "", true);
        let talk = school.write_as(&people[0].1, Act::BeginChat, begin);
        people[0].1.blocks(&people[2].1);
        school.staff("Mr Hare", &[Duty::Safeguard]).keeps_apart(&people[0].1, &people[3].1);
        let topics = [format!("chat/{talk}"), "stream/everyone".to_owned()];
        let topics: Vec<&str> = topics.iter().map(String::as_str).collect();
        let ears = people.into_iter().map(|(who, person)| {
            person.opens("/everyone");
            let since = person.look(|page| page.meta("live-since")).parse().unwrap();
            let page = person.listens_to(&topics, since);
            Ear { who, person, page }
        });
        let ears = ears.collect();
        let mut scene =
            Scene { school, talk, ears, bell: school.pupil("Bell"), rung: 0, table: String::from(HEAD) };
        for (place, ear) in scene.ears.iter().enumerate() {
            let _ = writeln!(scene.table, "{}  {}", letter(place), ear.who);
        }
        let letters: String = (0..scene.ears.len()).map(|place| format!("{} ", letter(place))).collect();
        let _ = writeln!(scene.table, "\n{:<52}{}", "", letters.trim_end());
        scene.rings();
        let leave = move |change: &mut Change<'_>| chat::leave(change, talk);
        school.write_as(&scene.ears[4].person, Act::LeaveChat, leave);
        scene.rings();
        scene
    }

    /// What has come to each by now. A post comes to everybody; once a second has, all that was told before the first
    /// is there.
    fn rings(&mut self) -> Vec<String> {
        let mut heard = vec![String::new(); self.ears.len()];
        for _ in 0..2 {
            self.rung += 1;
            let words = format!("bell {} rings", self.rung);
            self.bell.posts(&words).to_everyone();
            for (heard, ear) in heard.iter_mut().zip(&mut self.ears) {
                // What stands in the frame of the bell itself is not what is listened for.
                heard.push_str(&ear.page.hears(&words));
            }
        }
        heard
    }

    /// Notes who heard something of what just happened.
    fn note(&mut self, what: &str, words: &str) {
        self.note_more(what, words, &[]);
    }

    /// The same, where some heard something of it already.
    fn note_more(&mut self, what: &str, words: &str, before: &[(usize, String)]) {
        let mut heard = self.rings();
        before.iter().for_each(|(place, words)| heard[*place].push_str(words));
        let _ = write!(self.table, "{what:<52}");
        for heard in &heard {
            let about =
                ["message-", "typing", "presence", "talk"].iter().any(|sign| of_talk(heard).contains(sign));
            let mark = if heard.contains(words) {
                '●'
            } else if about {
                '○'
            } else {
                '·'
            };
            let _ = write!(self.table, "{mark} ");
        }
        self.table.truncate(self.table.trim_end().len());
        self.table.push('\n');
    }

    fn mia(&self) -> &Person<'s> {
        &self.ears[0].person
    }

    fn says(&self, text: &str) -> ItemId {
        let draft = chat::Draft::of(text);
        let (talk, approval) =
            (self.talk, if text.contains("waits") { Approval::HoldAll } else { Approval::Open });
        self.school
            .write_as(self.mia(), Act::AddMessage, move |change| {
                chat::send(change, &rules(approval), talk, &draft)
            })
            .id
    }

    fn decides(&self, id: ItemId, act: Act) {
        let owner = Viewer::account(AccountId(1), Role::Owner, Duties::all(), "Firefox".into());
        let why = moderation::DecisionReason::Rude;
        let decide = move |change: &mut Change<'_>| {
            moderation::decide(change, id, act, why, "")?;
            chat::decided(change, id, act)
        };
        self.school.written(&owner, act, decide).unwrap();
    }

    fn plays(mut self) -> String {
        let id = self.says("vv spoken");
        self.note("Mia says something", "vv spoken");
        let react = move |change: &mut Change<'_>| {
            let heart = courtyard::features::reactions::ReactionKind::Heart;
            chat::react(change, &rules(Approval::Open), id, heart)
        };
        self.school.write_as(&self.ears[1].person, Act::React, react);
        self.note("Tom presses a heart under it", "vv spoken");
        let edit =
            move |change: &mut Change<'_>| chat::edit(change, &rules(Approval::Open), id, "vv changed");
        self.school.write_as(self.mia(), Act::EditMessage, edit);
        self.note("Mia changes it", "vv changed");
        self.school.write_as(self.mia(), Act::RemoveMessage, move |change| {
            chat::remove(change, &Rules::default(), id)
        });
        self.note("Mia takes it back", "vv changed");
        let held = self.says("vv waits");
        self.note("Mia says something that waits", "vv waits");
        let edit =
            move |change: &mut Change<'_>| chat::edit(change, &rules(Approval::HoldAll), held, "vv still");
        self.school.write_as(self.mia(), Act::EditMessage, edit);
        self.note("Mia changes what waits", "vv still");
        self.decides(held, Act::Release);
        self.note("staff let it through", "vv still");
        self.reported(held);
        self.decides(held, Act::StaffRemove);
        self.note("staff take it away, which Tom reported", "vv still");
        self.decides(held, Act::StaffRestore);
        self.note("staff bring it back", "vv still");
        let refused = self.says("vv waits in vain");
        self.note("Mia says something else that waits", "vv waits in vain");
        self.decides(refused, Act::StaffRemove);
        self.note("staff take that away", "vv waits in vain");
        self.ears[0].page.types(&format!("chat/{}", self.talk));
        let typing = self.ears[1].page.hears("Mia is typing"); // it comes by a way of its own
        self.note_more("Mia is typing", "Mia is typing", &[(1, typing)]);
        self.table
    }

    fn reported(&self, id: ItemId) {
        let (who, id) = (self.ears[1].person.id, id.0);
        let sql = "INSERT INTO report (item_id, reporter_id, reason, made_at) VALUES (?1, ?2, 'rude', 0)";
        self.school.write(Act::Report, move |change| change.run(sql, [id, who]));
    }
}

/// What was heard, without the posts by which it is known that all is heard.
fn of_talk(heard: &str) -> String {
    let posts = heard.split("<turbo-stream").filter(|part| !part.contains("bell "));
    posts.collect()
}

fn letter(place: usize) -> char {
    char::from(b'a' + u8::try_from(place).unwrap())
}
