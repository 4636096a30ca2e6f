//! Who hears that somebody is here, and that they went: those they share or talk with, as far as they want to be seen.

use crate::harness::{Listener, Person, Site};
use courtyard::base::{AccountId, Act, Duty, Rules, Talk};
use courtyard::db::Change;
use courtyard::features::chat;
use std::fmt::Write;

const TABLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/story/who_sees_what/presence.txt");

const HEAD: &str = "\
Who hears that Mia is here. Everybody listens to it, as far as they are let.

● is told that she is here   ○ is told that she is not shown as here any more   ◐ first ○, then ●   · nothing comes at all

";

/// Somebody with an open page.
struct Ear<'s> {
    who: &'static str,
    page: Listener<'s>,
}

/// Mia, everybody who listens, and Bell, whose coming and going all hear.
struct Scene<'s> {
    school: &'s Site,
    mia: Person<'s>,
    bell: Person<'s>,
    gil: Person<'s>,
    ears: Vec<Ear<'s>>,
    table: String,
}

#[test]
fn who_hears_that_somebody_is_here() {
    let school = Site::school();
    let found = Scene::of(&school).plays();
    if std::env::var_os("COURTYARD_BLESS").is_some() {
        std::fs::write(TABLE, &found).unwrap();
    }
    let agreed = std::fs::read_to_string(TABLE).unwrap_or_default();
    assert!(found == agreed, "who hears that somebody is here has changed:\n{found}");
}

impl<'s> Scene<'s> {
    fn of(school: &'s Site) -> Scene<'s> {
        let (mia, bell) = (school.pupil("Mia"), school.pupil("Bell"));
        let people = [
            ("Tom: the two share with each other", school.pupil("Tom")),
            ("Uma: Mia shares with her", school.pupil("Uma")),
            ("Nia: she shares with Mia", school.pupil("Nia")),
            ("Gil: both are in one conversation", school.pupil("Gil")),
            ("Ana: was in it, and left", school.pupil("Ana")),
            ("Bob: in it, and Mia blocks him", school.pupil("Bob")),
            ("Kai: in it, and blocks Mia", school.pupil("Kai")),
            ("Zoe: nothing of all that", school.pupil("Zoe")),
            ("staff with Moderate and Safeguard", school.staff("Ms Fox", &[Duty::Moderate, Duty::Safeguard])),
            ("the owner", school.head()),
        ];
        let [tom, uma, nia, gil, ana, bob, kai] = [0, 1, 2, 3, 4, 5, 6].map(|place: usize| &people[place].1);
        mia.befriends(tom);
        mia.shares_with(uma);
        nia.shares_with(&mia);
        let them: Vec<AccountId> = [gil, ana, bob, kai].map(|person| AccountId(person.id)).into();
        let rules = Rules { talk: Talk::Everyone, ..Rules::default() };
        let begin = move |change: &mut Change<'_>| chat::begin(change, &rules, &them, "", true);
        let talk = school.write_as(&mia, Act::BeginChat, begin);
        school.write_as(ana, Act::LeaveChat, move |change| chat::leave(change, talk));
        mia.blocks(bob);
        kai.blocks(&mia);
        let topics = [&mia, &bell].map(|person| format!("presence/{}", person.id));
        let topics: Vec<&str> = topics.iter().map(String::as_str).collect();
        let ears = people.iter().map(|(who, person)| {
            bell.shares_with(person);
            person.opens("/everyone");
            let since = person.look(|page| page.meta("live-since")).parse().unwrap();
            Ear { who, page: person.listens_to(&topics, since) }
        });
        let ears: Vec<Ear<'s>> = ears.collect();
        let mut table = String::from(HEAD);
        for (place, ear) in ears.iter().enumerate() {
            let _ = writeln!(table, "{}  {}", letter(place), ear.who);
        }
        let letters: String = (0..ears.len()).map(|place| format!("{} ", letter(place))).collect();
        let _ = writeln!(table, "\n{:<52}{}", "", letters.trim_end());
        let (_, gil) = people.into_iter().nth(3).unwrap();
        Scene { school, mia, bell, gil, ears, table }
    }

    /// What has come to each by now. Bell comes after whatever is asked for, is here when three seconds of calm are over,
    /// and goes as calmly: by then whatever was to be told of Mia is told.
    fn rings(&mut self) -> Vec<String> {
        let sign = format!("presence-{}\"", self.bell.id);
        let open = self.bell.opens("/everyone").listens();
        let mut heard: Vec<String> = self.ears.iter_mut().map(|ear| ear.page.hears(&sign)).collect();
        drop(open);
        for (heard, ear) in heard.iter_mut().zip(&mut self.ears) {
            heard.push_str(&ear.page.hears(&sign));
        }
        heard
    }

    fn note(&mut self, what: &str) {
        self.note_more(what, &[]);
    }

    /// The same, where some heard something of it already.
    fn note_more(&mut self, what: &str, before: &[(usize, String)]) {
        let _ = write!(self.table, "{what:<52}");
        let sign = format!("presence-{}\"", self.mia.id);
        let mut heard = self.rings();
        before.iter().for_each(|(place, told)| heard[*place].insert_str(0, told));
        for heard in heard {
            let told: Vec<bool> = heard
                .split("<turbo-stream")
                .filter(|part| part.contains(&sign))
                .map(|part| part.contains("Here now"))
                .collect();
            let mark = match told[..] {
                [] => '·',
                [true] => '●',
                [false] => '○',
                [false, true] => '◐',
                _ => '?',
            };
            let _ = write!(self.table, "{mark} ");
        }
        self.table.truncate(self.table.trim_end().len());
        self.table.push('\n');
    }

    fn shows(&self, yes: bool) {
        let mia = self.mia.opens("/my/presence");
        if yes { mia.presses("Show it") } else { mia.presses("Hide it") }.is_told(200);
    }

    fn rule(&self, yes: bool) {
        let head = self.school.head();
        let page = head.opens("/admin/rules");
        let words = "People see who is here";
        if yes { page.ticks(words) } else { page.unticks(words) }.presses("Save").is_told(200);
    }

    fn plays(mut self) -> String {
        let first = self.mia.opens("/").listens();
        self.note("Mia opens a page");
        let second = self.mia.opens("/everyone").listens();
        drop(first);
        self.note("she opens another, and closes the first");
        drop(second);
        self.note("she closes that one, too");
        self.shows(false);
        let hidden = self.mia.opens("/").listens();
        self.note("she hides herself, and opens a page");
        drop(hidden);
        self.shows(true);
        let open = self.mia.opens("/").listens();
        self.note("she shows herself again");
        self.mia.opens("/people/tom/block").presses("Block").is_told(200);
        self.note("she blocks Tom");
        self.mia.opens("/people/uma").presses("Stop sharing").is_told(200);
        self.note("she shares with Uma no more");
        drop(open);
        self.note("she closes her page");
        let open = self.mia.opens("/").listens();
        self.note("she opens one again");
        self.rule_is_off();
        let lark = self.school.staff("Ms Lark", &[Duty::Safeguard]);
        let apart = lark.keeps_apart(&self.mia, &self.gil);
        self.note("staff keep Mia and Gil apart");
        lark.opens(&apart).fills("Why does it end?", "It is over").presses("End it now").is_told(200);
        self.note("they end it");
        drop(open);
        self.table
    }

    /// While the house shows nobody as here, Bell is not heard either: what came is noted when it shows people again.
    fn rule_is_off(&mut self) {
        let (gil, sign) = (3, format!("presence-{}\"", self.mia.id));
        self.rule(false);
        let mut told = self.ears[gil].page.hears(&sign);
        self.rule(true);
        told.push_str(&self.ears[gil].page.hears(&sign));
        self.note_more("the house shows nobody as here, and does again", &[(gil, told)]);
    }
}

fn letter(place: usize) -> char {
    char::from(b'a' + u8::try_from(place).unwrap())
}
