//! Whose open line closes and opens by what, and who is told nothing at all: a line that stays as it was says nothing.

use crate::harness::{Listener, Person, Site, number};
use courtyard::base::Duty;
use std::fmt::Write;

const TABLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/story/who_sees_what/voices.txt");

const HEAD: &str = "\
Whose open line closes and opens. Mia talks with Tom, and with Zoe; Gil leads a club in whose conversation is Nia.

▼ it closes   ▲ it opens   ↻ the page fetches itself anew, and is not there any more   · nothing comes at all

";

/// An open page.
struct Ear<'s> {
    who: &'static str,
    page: Listener<'s>,
}

/// Everybody, their pages, and the table so far.
struct Scene<'s> {
    school: &'s Site,
    mia: Person<'s>,
    tom: Person<'s>,
    gil: Person<'s>,
    fox: Person<'s>,
    bell: Person<'s>,
    group: i64,
    ears: Vec<Ear<'s>>,
    rung: usize,
    table: String,
}

#[test]
fn whose_line_closes_and_opens() {
    let school = Site::school();
    let found = Scene::of(&school).plays();
    if std::env::var_os("COURTYARD_BLESS").is_some() {
        std::fs::write(TABLE, &found).unwrap();
    }
    let agreed = std::fs::read_to_string(TABLE).unwrap_or_default();
    assert!(found == agreed, "whose line closes and opens has changed:\n{found}");
}

impl<'s> Scene<'s> {
    fn of(school: &'s Site) -> Scene<'s> {
        let [mia, tom, zoe, nia, gil] = ["Mia", "Tom", "Zoe", "Nia", "Gil"].map(|name| school.pupil(name));
        let fox = school.staff("Ms Fox", &[Duty::Moderate, Duty::Accounts, Duty::Settings]);
        mia.befriends(&tom);
        mia.befriends(&zoe);
        let (of_tom, of_zoe) = (mia.writes_to(&tom, "Hello"), mia.writes_to(&zoe, "Hello"));
        let group = school.has_a_group("Chess club", &[&gil, &nia]);
        fox.opens(&format!("/groups/{group}/members")).at("Gil").presses("Make leader");
        gil.opens(&format!("/groups/{group}/chat")).presses("Switch the conversation on");
        gil.follows("To the conversation");
        let club = gil.look(|page| page.path.split(['?', '#']).next().unwrap_or_default().to_owned());
        let all = [&of_tom, &of_zoe, &club].map(|talk| format!("voice/{}", number(talk)));
        let opens = |person: &Person<'s>, talk: &str| {
            let mine = all.iter().find(|topic| number(topic) == number(talk)).unwrap();
            person.opens("/everyone");
            let mut topics = vec![mine.as_str(), "stream/everyone"];
            let since = person.look(|page| page.meta("live-since")).parse().unwrap();
            if person.status_of(talk) == 404 {
                topics = all.iter().map(String::as_str).chain(["stream/everyone"]).collect();
            }
            person.listens_having(&topics, since, serde_json::json!({ (mine.as_str()): 0 }))
        };
        let ears = vec![
            Ear { who: "Mia, where she talks with Tom", page: opens(&mia, &of_tom) },
            Ear { who: "Tom, where he talks with Mia", page: opens(&tom, &of_tom) },
            Ear { who: "Zoe, where she talks with Mia", page: opens(&zoe, &of_zoe) },
            Ear { who: "Nia, in the conversation of the club", page: opens(&nia, &club) },
            Ear { who: "Gil, in the conversation of the club", page: opens(&gil, &club) },
            Ear { who: "staff with Moderate, Accounts and Settings", page: opens(&fox, &of_tom) },
            Ear { who: "the owner", page: opens(&school.head(), &of_tom) },
        ];
        let mut table = String::from(HEAD);
        for (place, ear) in ears.iter().enumerate() {
            let _ = writeln!(table, "{}  {}", letter(place), ear.who);
        }
        let letters: String = (0..ears.len()).map(|place| format!("{} ", letter(place))).collect();
        let _ = writeln!(table, "\n{:<52}{}", "", letters.trim_end());
        let bell = school.teacher("Bell"); // who rings where members may not
        let mut scene = Scene { school, mia, tom, gil, fox, bell, group, ears, rung: 0, table };
        scene.rings();
        scene
    }

    /// What has come to each by now: once a post has come to everybody twice, all that was told before is there.
    fn rings(&mut self) -> Vec<String> {
        let mut heard = vec![String::new(); self.ears.len()];
        for _ in 0..2 {
            self.rung += 1;
            let words = format!("bell {} rings", self.rung);
            self.bell.posts(&words).to_everyone();
            for (heard, ear) in heard.iter_mut().zip(&mut self.ears) {
                heard.push_str(&ear.page.hears(&words));
            }
        }
        heard
    }

    /// Notes whom it reached.
    fn note(&mut self, what: &str) {
        let _ = write!(self.table, "{what:<52}");
        for heard in self.rings() {
            let voices = heard.matches("action=\"voice\"").count();
            let mark = match (voices, heard.contains("(refresh)")) {
                (0, false) => '·',
                (0, true) => '↻',
                (1, false) if heard.contains("id=\"talk-closed\"") => '▼',
                (1, false) if heard.contains("id=\"message-form\"") => '▲',
                _ => '?',
            };
            let _ = write!(self.table, "{mark} ");
        }
        self.table.truncate(self.table.trim_end().len());
        self.table.push('\n');
    }

    fn account(&self, person: &Person<'_>) -> &Person<'s> {
        self.fox.opens(&format!("/admin/people/{}", person.id))
    }

    fn rule(&mut self, words: &str, what: &str) {
        self.school.head().opens("/admin/rules").ticks(words).presses("Save").is_told(200);
        self.note(what);
    }

    fn plays(mut self) -> String {
        self.fox.sets_about(&self.mia, "No private messages", "One day", "Please stop writing to Tom.");
        self.note("staff say that Mia may not write privately");
        self.fox.lifts(&self.mia, "No private messages", "");
        self.note("staff take it back");
        self.rule("Nobody: groups have their conversations", "the house lets nobody talk privately");
        self.mia.opens("/people/zoe/block").presses("Block").is_told(200);
        self.note("Mia blocks Zoe meanwhile");
        self.rule("People who share with each other", "the house lets those talk who share");
        self.tom.opens("/people/mia").presses("Stop sharing").is_told(200);
        self.note("Tom shares with Mia no more");
        self.tom.opens("/people/mia").presses("Add to contacts").is_told(200);
        self.note("Tom shares with her again");
        self.mia.opens("/people/tom/block").presses("Block").is_told(200);
        self.note("Mia blocks Tom");
        self.mia.opens("/people/tom").presses("Unblock").is_told(200);
        self.note("Mia ends it; nobody shares any more");
        self.rule("Only pairs that staff approve", "the house lets approved pairs talk");
        self.account(&self.mia).fills("Sign-in name", "tom").presses("Let them talk").is_told(200);
        self.note("staff approve Mia and Tom");
        self.account(&self.tom).at("@mia").presses("No longer").is_told(200);
        self.note("staff part them");
        self.rule("Everybody", "the house lets everybody talk");
        self.mia.opens("/people/zoe").presses("Unblock").is_told(200);
        self.note("Mia ends the block of Zoe");
        self.switches("off");
        self.note("Gil switches the conversation of the club off");
        self.switches("on");
        self.note("Gil switches it on");
        self.rule("Nobody posts", "the house lets members make nothing");
        self.rule("Nothing waits", "the house lets them again");
        self.fox.sets_about(&self.tom, "Read-only", "One day", "Look on for a day.");
        self.note("staff let Tom read only");
        self.fox.lifts(&self.tom, "Read-only", "");
        self.note("staff let him write again");
        self.fox.opens(&format!("/groups/{}/members", self.group)).at("Nia").presses("Take out of the group");
        self.note("staff take Nia out of the club");
        self.school.staff("Ms Lark", &[Duty::Safeguard]).keeps_apart(&self.mia, &self.tom);
        self.note("staff keep Mia and Tom apart");
        self.table
    }

    fn switches(&self, to: &str) {
        let words = format!("Switch the conversation {to}");
        self.gil.opens(&format!("/groups/{}/chat", self.group)).presses(&words).is_told(200);
    }
}

fn letter(place: usize) -> char {
    char::from(b'a' + u8::try_from(place).unwrap())
}
