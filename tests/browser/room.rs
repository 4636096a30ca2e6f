//! A conversation in several windows: who sits there, what each window shows, and a network that can be switched off.

use super::chromium::Driver;
use super::driver::{Browser, Width};
use super::person::Person;
use super::pod::Pod;
use rusqlite::Connection;
use serde_json::{Value, json};
use std::path::Path;
use std::process::{Command, Stdio};

/// A box with a conversation of three people in it.
pub struct Room {
    pub pod: Pod,
    pub talk: i64,
    /// Sign-in name, name that others see, and the token of a session of theirs.
    pub people: Vec<(String, String, String)>,
}

impl Room {
    /// A small demonstration, in which three members have a conversation of their own.
    pub fn of_three() -> Room {
        Room::with_rules(&[])
    }

    /// The same in a house with these rules, by name and value.
    pub fn with_rules(rules: &[(&str, &str)]) -> Room {
        let folder = tempfile::tempdir().expect("a folder");
        let sessions = folder.path().join("sessions");
        let told = Command::new(env!("CARGO_BIN_EXE_courtyard"))
            .args(["demo", "--members", "6", "--posts", "12", "--photos", "1", "--data"])
            .arg(folder.path())
            .arg("--sessions")
            .arg(&sessions)
            .stdout(Stdio::null())
            .status()
            .expect("courtyard demo runs");
        assert!(told.success());
        let sessions = std::fs::read_to_string(&sessions).expect("the sessions");
        let sessions = sessions.lines().filter_map(|line| line.split_once(' '));
        let (talk, people) =
            lay(folder.path(), rules, sessions.map(|(name, token)| (name.into(), token.into())).collect());
        Room { pod: Pod::on(folder), talk, people }
    }

    /// A window of one of the three, with the conversation open.
    pub fn window(&self, driver: &Driver, who: usize, width: Width) -> Person {
        let person = self.at_the_door(driver, who, width);
        person.opens(&self.path());
        person.is_live();
        person
    }

    /// A window of one of the three, who is signed in.
    pub fn at_the_door(&self, driver: &Driver, who: usize, width: Width) -> Person {
        let person = Person::at(driver, &self.pod, width);
        let cookie = json!({ "name": "session", "value": self.people[who].2, "url": self.pod.at("/") });
        person.browser.tell("Network.enable", json!({}));
        person.browser.tell("Network.setCookie", cookie);
        person
    }

    pub fn path(&self) -> String {
        format!("/chat/{}", self.talk)
    }

    /// The name that others see.
    pub fn name(&self, who: usize) -> &str {
        &self.people[who].1
    }
}

type Member = (String, String, String);

/// Lays the conversation into the folder, before its box starts.
fn lay(folder: &Path, rules: &[(&str, &str)], sessions: Vec<(String, String)>) -> (i64, Vec<Member>) {
    let sql = Connection::open(folder.join("courtyard.db")).expect("the database");
    for (name, value) in rules {
        let rule = "INSERT INTO rule (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = excluded.value";
        sql.execute(rule, [name, value]).expect("a rule");
    }
    let member = |(name, token): (String, String)| {
        let shown = "SELECT shown_name FROM account WHERE username = ?1 AND role = 'member' AND (language IS NULL OR language = 'en')";
        let shown = sql.query_row(shown, [&name], |row| row.get::<_, String>(0)).ok()?;
        Some((name, shown, token))
    };
    let people: Vec<Member> = sessions.into_iter().filter_map(member).take(3).collect();
    assert_eq!(people.len(), 3, "there are three members");
    let id = |name: &str| -> i64 {
        sql.query_row("SELECT id FROM account WHERE username = ?1", [name], |row| row.get(0))
            .expect("a member")
    };
    let item = "INSERT INTO item (kind, author_id, audience, state, made_at) VALUES ('conversation', ?1, 'people', 'shown', 0)";
    sql.execute(item, [id(&people[0].0)]).expect("an item");
    let talk = sql.last_insert_rowid();
    sql.execute("INSERT INTO conversation (id, sort, name) VALUES (?1, 'many', 'Three')", [talk])
        .expect("a conversation");
    for (name, _, _) in &people {
        let seat = "INSERT INTO participant (conversation_id, account_id, since, read) VALUES (?1, ?2, 0, 0)";
        sql.execute(seat, [talk, id(name)]).expect("a seat");
    }
    (talk, people)
}

impl Person {
    /// Writes in the open conversation and presses Enter, as at a desk; or the button, as on a phone.
    pub fn says(&self, text: &str) {
        self.browser.fills("Write a message", text);
        self.browser.presses("Send");
    }

    /// Chooses from the menu of the message that says this.
    pub fn chooses(&self, text: &str, entry: &str) {
        let at = said(text);
        self.browser.clicks(&format!("{at}//summary"));
        self.browser.clicks(&format!(
            "{at}//details//*[self::a or self::button][normalize-space(.)='{entry}' or @title='{entry}']"
        ));
    }

    /// The words of all messages, as they stand in the window, those on their way with a sign before them.
    pub fn messages(&self) -> Vec<String> {
        let script = "return [...document.querySelectorAll('#messages > .message')].map((each) =>
            (each.dataset.place ? '' : '(on its way) ') + (each.querySelector('.prose')?.textContent.trim() ?? ''))";
        texts(self.browser.script(script, json!([])))
    }

    /// The window shows exactly these messages, each once, in this order.
    pub fn shows_exactly(&self, texts: &[String]) {
        self.browser.wait_until(&format!("exactly {texts:?}, and not {:?}", self.messages()), |_| {
            self.messages() == texts
        });
        let places = self.browser.script(
            "const all = [...document.querySelectorAll('#messages > .message[data-place]')];
             return [all.map((each) => Number(each.dataset.place)), new Set(all.map((each) => each.id)).size]",
            json!([]),
        );
        let places: (Vec<i64>, usize) = serde_json::from_value(places).expect("places");
        assert!(places.0.is_sorted(), "in the order of their places: {places:?}");
        assert_eq!(places.0.len(), places.1, "no id twice");
    }
}

fn texts(value: Value) -> Vec<String> {
    serde_json::from_value(value).unwrap_or_default()
}

/// A path to the message that says this.
pub fn said(text: &str) -> String {
    format!("//li[contains(@class,'message') and @data-place and contains(.,'{text}')]")
}

impl Browser {
    /// The browser's own switch for working offline.
    pub fn is_offline(&self, off: bool) {
        self.tell("Network.enable", json!({}));
        let speed = json!({ "offline": off, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
        self.tell("Network.emulateNetworkConditions", speed);
    }
}
