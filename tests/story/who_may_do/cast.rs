//! Everybody who tries, and one of each thing that they try it on.

use super::keeper::Keeper;
use super::row::Of;
use crate::harness::{Answer, Ask, HERON, Person, Site, escaped, picture};
use courtyard::base::{AccountId, Act, Approval, Duty, ItemId, Role, Rules, Standing, Talk};
use courtyard::db::Change;
use courtyard::features::chat;
use std::collections::HashMap;

/// One column: somebody, and what is their own.
pub struct Actor<'s> {
    pub name: &'static str,
    pub who: &'static str,
    pub person: Person<'s>,
    own: HashMap<Of, String>,
    cookies: String,
    token: String,
}

/// Everybody and everything.
pub struct Cast<'s> {
    pub actors: Vec<Actor<'s>>,
    /// Things of others, by their sort and the letter of their cell.
    things: HashMap<(Of, char), String>,
    /// Numbers and words that addresses and forms name.
    names: HashMap<&'static str, String>,
    /// A session of each account.
    sessions: HashMap<String, String>,
}

/// What is sent to an address.
pub type Fields<'a> = &'a [(String, String)];

impl<'s> Actor<'s> {
    fn new(name: &'static str, who: &'static str, person: Person<'s>) -> Actor<'s> {
        let (own, cookies, token) = (HashMap::new(), String::new(), String::new());
        let mut actor = Actor { name, who, person, own, cookies, token };
        actor.arrives();
        actor
    }

    /// Opens a page, for the token that its forms carry.
    fn arrives(&mut self) {
        self.person.opens("/");
        self.token = self.person.token();
        let cookie = |name: &str| format!("{name}={}", self.person.cookie(name));
        self.cookies = format!("{}; {}", cookie("session"), cookie("device"));
    }

    /// Looks at a page. No cookie that comes back is kept.
    pub fn looks_at(&self, path: &str) -> Answer {
        self.person.site.ask(&Ask::get(path).with("Cookie", &self.cookies))
    }

    /// Sends a form as a page of the box would. No cookie that comes back is kept.
    pub fn sends(&self, path: &str, fields: Fields<'_>, file: Option<&str>) -> Answer {
        let site = self.person.site;
        let token = ("same_site".to_owned(), self.token.clone());
        let fields: Vec<&(String, String)> = std::iter::once(&token).chain(fields).collect();
        let (kind, body) = match file {
            Some(field) => multipart(&fields, field),
            None => {
                let pair =
                    |(name, value): &&(String, String)| format!("{}={}", escaped(name), escaped(value));
                let body = fields.iter().map(pair).collect::<Vec<_>>().join("&");
                ("application/x-www-form-urlencoded".to_owned(), body.into_bytes())
            }
        };
        let ask = Ask { method: "POST", path: path.to_owned(), headers: Vec::new(), body };
        let ask = ask.with("Content-Type", &kind).with("Cookie", &self.cookies);
        site.ask(&ask.with("Origin", &format!("http://{}", site.address)))
    }

    /// Makes something by a form, and gives its number, which is the greatest of its kind.
    fn makes(
        &self,
        keeper: &Keeper,
        kind: &str,
        path: &str,
        fields: &[(&str, &str)],
        file: Option<&str>,
    ) -> String {
        let fields: Vec<(String, String)> =
            fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        let answer = self.sends(path, &fields, file);
        assert!(
            matches!(answer.status, 200 | 303),
            "{} {path}: {}\n{}",
            self.name,
            answer.status,
            answer.text()
        );
        keeper.number(&format!("SELECT max(id) FROM item WHERE kind = '{kind}'")).to_string()
    }
}

fn multipart(fields: &[&(String, String)], file: &str) -> (String, Vec<u8>) {
    const BOUNDARY: &str = "----WhoMayDo";
    let mut body = Vec::new();
    for (name, value) in fields {
        let part =
            format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        body.extend(part.into_bytes());
    }
    let (name, kind) = if file == "file" { ("plan.txt", "text/plain") } else { ("heron.jpg", "image/jpeg") };
    let head = format!(
        "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{file}\"; filename=\"{name}\"\r\nContent-Type: {kind}\r\n\r\n"
    );
    body.extend(head.into_bytes());
    body.extend(if file == "file" { b"A plan".to_vec() } else { picture(HERON.1) });
    body.extend(format!("\r\n--{BOUNDARY}--\r\n").into_bytes());
    (format!("multipart/form-data; boundary={BOUNDARY}"), body)
}

impl Cast<'_> {
    /// What the cell of this letter is about, for this actor; none where there is no such thing.
    pub fn target(&self, of: Of, cell: char, actor: &Actor<'_>) -> Option<String> {
        match cell {
            'o' => actor.own.get(&of).cloned(),
            _ => self.things.get(&(of, cell)).cloned(),
        }
    }

    /// The number or word of this name.
    pub fn named(&self, name: &str) -> String {
        if let Some(username) = name.strip_prefix('@') {
            return username.to_owned();
        }
        self.names.get(name).unwrap_or_else(|| panic!("nothing in the cast is called “{name}”")).clone()
    }

    /// A session of this account.
    pub fn session_of(&self, account: &str) -> String {
        self.sessions.get(account).cloned().unwrap_or_else(|| "1".to_owned())
    }

    /// A text with each `{name}` in it said.
    pub fn said(&self, text: &str, target: &str) -> String {
        let mut said = String::new();
        for (place, piece) in text.split('{').enumerate() {
            match piece.split_once('}') {
                Some((name, rest)) if place > 0 => {
                    said.push_str(&if name == "id" { target.to_owned() } else { self.named(name) });
                    said.push_str(rest);
                }
                _ => said.push_str(piece),
            }
        }
        said
    }
}

/// Everybody who tries, from the least to the most.
fn actors(school: &Site) -> Vec<Actor<'_>> {
    let staff = |name, duties: &[Duty]| school.staff(name, duties);
    vec![
        Actor::new("stranger", "has not signed in", school.stranger()),
        Actor::new("Sue", "suspended, in class A", school.pupil("Sue")),
        Actor::new("Rex", "read-only, in class A", school.pupil("Rex")),
        Actor::new("Tom", "in class A", school.pupil("Tom")),
        Actor::new("Gil", "leads class A", school.pupil("Gil")),
        Actor::new("Mr Plum", "staff without a duty", staff("Mr Plum", &[])),
        Actor::new("Ms Owl", "auditor: Audit", staff("Ms Owl", &[Duty::Audit])),
        Actor::new("Mr Rook", "staff: Settings", staff("Mr Rook", &[Duty::Settings])),
        Actor::new("Mr Hay", "helpdesk: Accounts", staff("Mr Hay", &[Duty::Accounts])),
        Actor::new(
            "Ms Lark",
            "safeguarding lead: Moderate, Safeguard",
            staff("Ms Lark", &[Duty::Moderate, Duty::Safeguard]),
        ),
        Actor::new(
            "Ms Fox",
            "supervisor: Moderate, Accounts",
            staff("Ms Fox", &[Duty::Moderate, Duty::Accounts]),
        ),
        Actor::new("Dr Wren", "an owner", school.head()),
    ]
}

/// The rules of a house in which everybody may talk.
fn rules() -> Rules {
    Rules { approval: Approval::Open, talk: Talk::Everyone, ..Rules::default() }
}

/// Makes everybody and everything.
pub fn make<'s>(school: &'s Site, keeper: &Keeper) -> Cast<'s> {
    school.head().opens("/admin/rules").ticks("Everybody").presses("Save").is_told(200);
    let actors = actors(school);
    let others = ["Mia", "Nia", "Zed", "Ben", "Bea", "Zoe"].map(|name| school.pupil(name));
    let [mia, nia, zed, ben, bea, zoe] = &others;
    let elm = school.staff("Mr Elm", &[]);
    let yew = school.staff("Mr Yew", &[Duty::Accounts]);
    let dove = school.staff("Ms Dove", &[Duty::Moderate, Duty::Safeguard]);
    let kite = school.is_in(school.knows("Dr Kite", Role::Owner, &[]));
    let who = |name: &str| &actors.iter().find(|actor| actor.name == name).unwrap().person;
    let (tom, gil, rex, sue) = (who("Tom"), who("Gil"), who("Rex"), who("Sue"));
    let a = school.has_a_group("Class A", &[sue, rex, tom, gil, mia, ben, bea]);
    let b = school.has_a_group("Class B", &[mia, nia, zed, bea]);
    let leaders = [(a, gil.id), (a, mia.id), (b, mia.id)];
    school.write(Act::EditGroup, move |change| {
        for (group, account) in leaders {
            let sql = "UPDATE membership SET leader = 1 WHERE group_id = ?1 AND account_id = ?2";
            change.run(sql, [group, account])?;
        }
        change.run("UPDATE \"group\" SET joining = 'ask', leaving = 1", [])
    });
    mia.shares_with(nia);
    let mut names: HashMap<&'static str, String> = HashMap::new();
    for (name, id) in
        [("A", a), ("B", b), ("mia", mia.id), ("nia", nia.id), ("zoe", zoe.id), ("one", 1), ("seven", 7)]
    {
        names.insert(name, id.to_string());
    }
    names.insert("a tag", "herons".into());
    names.insert("a draft", "ABCD-EFGH".into());
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap().as_secs();
    let now = jiff::Timestamp::from_second(i64::try_from(now).unwrap()).unwrap();
    let soon = jiff::tz::TimeZone::UTC.to_datetime(now).date().saturating_add(jiff::Span::new().days(30));
    names.insert("in a month", soon.to_string());
    let mut things: HashMap<(Of, char), String> = HashMap::new();
    for (cell, person) in [('a', ben), ('b', zed), ('h', &yew), ('s', &dove), ('w', &kite)] {
        things.insert((Of::Person, cell), person.username.clone());
        things.insert((Of::Account, cell), person.id.to_string());
    }
    things.insert((Of::Group, 'a'), a.to_string());
    things.insert((Of::Group, 'b'), b.to_string());
    let mut cast = Cast { actors, things, names, sessions: HashMap::new() };
    let author = Actor::new("Mia", "the author", school.known("Mia", "mia", mia.id));
    let elm = Actor::new("Mr Elm", "staff", school.known("Mr Elm", "mr.elm", elm.id));
    of_mia(&mut cast, keeper, &author, nia);
    on_the_board(&mut cast, keeper, &author, &elm);
    talks(&mut cast, school, &author, [nia, zed]);
    let mut actors = std::mem::take(&mut cast.actors);
    for actor in actors.iter_mut().filter(|actor| actor.person.id > 0) {
        owns(actor, school, keeper, [mia, nia], &cast);
    }
    cast.actors = actors;
    before_staff(&mut cast, school, keeper, &author);
    of_others(&mut cast, school, keeper, &author);
    cast.sessions = keeper.sessions();
    let who = |name: &str| &cast.actors.iter().find(|actor| actor.name == name).unwrap().person;
    school.stands(who("Rex"), Standing::ReadOnly);
    school.stands(who("Sue"), Standing::Suspended);
    cast.actors.iter_mut().for_each(Actor::arrives);
    cast
}

/// A post with a poll, a comment under it, an album and a photo in it: for class A, class B, everyone, and few.
fn of_mia(cast: &mut Cast<'_>, keeper: &Keeper, mia: &Actor<'_>, nia: &Person<'_>) {
    let (a, b, nia) = (cast.named("A"), cast.named("B"), nia.id.to_string());
    let audiences: [(char, [(&str, &str); 2]); 4] = [
        ('a', [("audience", "groups"), ("groups", &a)]),
        ('b', [("audience", "groups"), ("groups", &b)]),
        ('e', [("audience", "everyone"), ("groups", "")]),
        ('f', [("audience", "people"), ("people", &nia)]),
    ];
    for (cell, audience) in audiences {
        let things = made(mia, keeper, audience);
        for (of, id) in things {
            cast.things.insert((of, cell), id);
        }
    }
    cast.names.insert("few", cast.things[&(Of::Post, 'f')].clone());
}

/// A post with its comment, an album with its photo.
fn made(by: &Actor<'_>, keeper: &Keeper, audience: [(&str, &str); 2]) -> [(Of, String); 5] {
    let [kind, part] = audience;
    let poll = [("body", "words #herons"), ("poll-option", "cats"), ("poll-option", "dogs")];
    let post = by.makes(keeper, "post", "/posts", &[&poll[..], &[kind, part]].concat(), None);
    let comment = by.makes(keeper, "comment", &format!("/posts/{post}/comments"), &[("body", "words")], None);
    let album = by.makes(keeper, "album", "/albums", &[("title", "Pond"), kind, part], None);
    let photo = by.makes(keeper, "photo", &format!("/albums/{album}/photos"), &[], Some("photo"));
    let case = post.clone();
    [(Of::Post, post), (Of::Comment, comment), (Of::Album, album), (Of::Photo, photo), (Of::Case, case)]
}

/// Events and announcements for both classes and for everyone, and a file in each class.
fn on_the_board(cast: &mut Cast<'_>, keeper: &Keeper, mia: &Actor<'_>, elm: &Actor<'_>) {
    let (a, b) = (cast.named("A"), cast.named("B"));
    for (cell, by, audience) in [
        ('a', mia, [("audience", "groups"), ("groups", a.as_str())]),
        ('b', mia, [("audience", "groups"), ("groups", b.as_str())]),
        ('e', elm, [("audience", "everyone"), ("groups", "")]),
    ] {
        cast.things.insert((Of::Event, cell), event(by, keeper, audience));
        cast.things.insert((Of::Announcement, cell), announcement(by, keeper, audience));
    }
    for (cell, group) in [('a', &a), ('b', &b)] {
        let file = mia.makes(keeper, "file", &format!("/groups/{group}/files"), &[], Some("file"));
        cast.things.insert((Of::File, cell), file);
    }
}

fn event(by: &Actor<'_>, keeper: &Keeper, audience: [(&str, &str); 2]) -> String {
    let words = [("title", "Walk"), ("first", "2031-03-12")];
    by.makes(keeper, "event", "/events", &[words, audience].concat(), None)
}

fn announcement(by: &Actor<'_>, keeper: &Keeper, audience: [(&str, &str); 2]) -> String {
    let words = [("title", "Drill"), ("body", "words")];
    by.makes(keeper, "announcement", "/announcements", &[words, audience].concat(), None)
}

/// The conversations of both classes and one of three people, with a message of Mia's in each.
fn talks(cast: &mut Cast<'_>, school: &Site, mia: &Actor<'_>, others: [&Person<'_>; 2]) {
    for (cell, group) in [('a', cast.named("A")), ('b', cast.named("B"))] {
        let group = courtyard::base::GroupId(group.parse().unwrap());
        let open = move |change: &mut Change<'_>| chat::open_group(change, group, true);
        let talk = school.write_as(&mia.person, Act::BeginChat, open);
        talk_in(cast, cell, talk, says(school, &mia.person, talk));
    }
    let talk = begins(school, &mia.person, others);
    talk_in(cast, 'f', talk, says(school, &mia.person, talk));
}

fn talk_in(cast: &mut Cast<'_>, cell: char, talk: ItemId, message: ItemId) {
    cast.things.insert((Of::Talk, cell), talk.to_string());
    cast.things.insert((Of::Message, cell), message.to_string());
}

fn begins(school: &Site, by: &Person<'_>, others: [&Person<'_>; 2]) -> ItemId {
    let others = others.map(|other| AccountId(other.id));
    school.write_as(by, Act::BeginChat, move |change| chat::begin(change, &rules(), &others, "", true))
}

fn says(school: &Site, by: &Person<'_>, talk: ItemId) -> ItemId {
    let draft = chat::Draft::of("words");
    school.write_as(by, Act::AddMessage, move |change| chat::send(change, &rules(), talk, &draft)).id
}

/// What is this actor's own: one of each sort, as far as they may make it.
fn owns(actor: &mut Actor<'_>, school: &Site, keeper: &Keeper, others: [&Person<'_>; 2], cast: &Cast<'_>) {
    let everyone = [("audience", "everyone"), ("groups", "")];
    let mut own = HashMap::from(made(actor, keeper, everyone));
    let a = cast.named("A");
    let audience = match actor.name {
        "Gil" => Some([("audience", "groups"), ("groups", a.as_str())]),
        _ if actor.person.username.contains('.') => Some(everyone),
        _ => None,
    };
    if let Some(audience) = audience {
        own.insert(Of::Event, event(actor, keeper, audience));
        own.insert(Of::Announcement, announcement(actor, keeper, audience));
    }
    if ["Sue", "Rex", "Tom", "Gil"].contains(&actor.name) {
        let path = format!("/groups/{a}/files");
        own.insert(Of::File, actor.makes(keeper, "file", &path, &[], Some("file")));
    }
    let talk = begins(school, &actor.person, others);
    own.insert(Of::Message, says(school, &actor.person, talk).to_string());
    own.insert(Of::Talk, talk.to_string());
    own.insert(Of::Person, actor.person.username.clone());
    own.insert(Of::Account, actor.person.id.to_string());
    own.insert(Of::Aspect, actor.person.has_an_aspect("Birders", &[]).to_string());
    let me = actor.person.id;
    own.insert(
        Of::Session,
        keeper.number(&format!("SELECT max(id) FROM session WHERE account_id = {me}")).to_string(),
    );
    let photo: i64 = cast.things[&(Of::Photo, 'e')].parse().unwrap();
    own.insert(Of::Spot, spot(school, photo, me, others[0].id).to_string());
    actor.own = own;
}

/// Somebody is said to be in a photo, and was asked.
fn spot(school: &Site, photo: i64, person: i64, maker: i64) -> i64 {
    let sql = "INSERT INTO spot (photo_id, person_id, maker_id, across, down, state, made_at)
               VALUES (?1, ?2, ?3, 500, 500, 'asked', 0)";
    school.write(Act::AddSpot, move |change| change.insert(sql, [photo, person, maker]))
}

/// What staff have before them: reports of each post, of a message and of a person, and what a word rule refused.
fn before_staff(cast: &mut Cast<'_>, school: &Site, keeper: &Keeper, mia: &Actor<'_>) {
    let posts = "abef".chars().map(|cell| cast.things[&(Of::Post, cell)].clone());
    let own = cast.actors.iter().filter_map(|actor| actor.own.get(&Of::Post).cloned());
    let (message, talk) = (cast.things[&(Of::Message, 'f')].clone(), cast.things[&(Of::Talk, 'f')].clone());
    let reported = posts.chain(own).chain([message.clone(), talk.clone()]);
    let reported: Vec<i64> = reported.map(|id| id.parse().unwrap()).collect();
    let (mia_id, zoe) = (mia.person.id, cast.named("zoe").parse::<i64>().unwrap());
    school.write(Act::Report, move |change| {
        for id in &reported {
            let sql = "INSERT INTO report (item_id, reporter_id, reason, made_at, at_place) VALUES (?1, ?2, 'rude', 0, 1)";
            change.run(sql, [*id, zoe])?;
        }
        let sql = "INSERT INTO report (account_id, reporter_id, reason, made_at) VALUES (?1, ?2, 'worried', 0)";
        change.run(sql, [mia_id, zoe])
    });
    let person_report = keeper.number("SELECT max(id) FROM report").to_string();
    cast.names.extend([
        ("reported message", message),
        ("reported talk", talk),
        ("person report", person_report),
    ]);
    crate::watching::rule(school, "wolf", "Do not take it", "Concern");
    assert_eq!(mia.sends("/posts", &[("body".into(), "A wolf!".into())], None).status, 422);
    let head = cast.actors.last().unwrap();
    let notice = head.sends("/admin/notice", &[("en".into(), "The notice of the house".into())], None);
    assert_eq!(notice.status, 303, "{}", notice.text());
    school.write(Act::ReadCharter, |change| {
        change.run("INSERT OR IGNORE INTO charter_read SELECT id, 1, 0 FROM account", [])
    });
}

/// What is another's where there is one of each: an aspect, a session, being tagged.
fn of_others(cast: &mut Cast<'_>, school: &Site, keeper: &Keeper, mia: &Actor<'_>) {
    let aspect = mia.person.has_an_aspect("Birders", &[]);
    cast.things.insert((Of::Aspect, 'x'), aspect.to_string());
    let session = format!("SELECT max(id) FROM session WHERE account_id = {}", mia.person.id);
    cast.things.insert((Of::Session, 'x'), keeper.number(&session).to_string());
    let (photo, nia) = (&cast.things[&(Of::Photo, 'e')], cast.named("nia"));
    let spot = spot(school, photo.parse().unwrap(), nia.parse().unwrap(), mia.person.id);
    cast.things.insert((Of::Spot, 'x'), spot.to_string());
}
