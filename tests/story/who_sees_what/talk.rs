//! Rows of talk: conversations of two, of many and of a group, and what is said in them.

use super::world::Things;
use crate::harness::{Ask, HERON, PASSWORD, Person, Site, number};
use courtyard::base::{AccountId, Act, Approval, Duties, GroupId, ItemId, Role, Rules, Talk, TellReadings};
use courtyard::db::{Change, Viewer};
use courtyard::features::moderation::ReadingReason;
use courtyard::features::reactions::ReactionKind;
use courtyard::features::readings::{self, Target};
use courtyard::features::{chat, moderation};

/// People who talk.
pub struct Cast<'p, 's> {
    pub mia: &'p Person<'s>,
    pub tom: &'p Person<'s>,
    pub gil: &'p Person<'s>,
    pub ana: &'p Person<'s>,
    pub nia: &'p Person<'s>,
    pub bob: &'p Person<'s>,
    pub kai: &'p Person<'s>,
    pub lark: &'p Person<'s>,
    /// Those of a group, Mia and Gil among them.
    pub rowers: Vec<&'p Person<'s>>,
}

/// All of it. Everybody may write to everybody from here on.
pub fn talked(things: &mut Things, school: &Site, cast: &Cast<'_, '_>) {
    school.head().opens("/admin/rules").ticks("Everybody").presses("Save").is_told(200);
    let two = of_two(things, school, cast);
    of_many(things, school, cast);
    of_a_group(things, school, cast);
    read_by_staff(things, school, cast, number(&two).parse().map(ItemId).unwrap());
    super::papers::carried(things, school, cast);
}

/// Ms Lark, who holds Safeguard, looks into the conversation of Mia and Tom.
fn read_by_staff(things: &mut Things, school: &Site, cast: &Cast<'_, '_>, two: ItemId) {
    let Cast { mia, lark, .. } = cast;
    let safeguard = Duties::parse("safeguard");
    let viewer = Viewer::account(AccountId(lark.id), Role::Staff, safeguard, "Firefox".into());
    let opens = |target| {
        school.written(&viewer, Act::OpenReading, move |change| {
            readings::open(change, &rules(), target, ReadingReason::Safety, "rr what Ms Lark fears")
        })
    };
    let of_mia = opens(Target::Person(AccountId(mia.id))).unwrap();
    let named = Target::Named { reading: of_mia, conversation: two };
    let ended = opens(named).unwrap();
    school.written(&viewer, Act::EndReading, move |change| readings::end(change, ended)).unwrap();
    let open = opens(named).unwrap();
    lark.opens(&format!("/readings/{open}")).is_told(200); // so it is told to the two
    things.under(
        "Readings of Ms Lark: with whom Mia talks, and the conversation of Mia and Tom, ended and open",
    );
    things.add("that she may see with whom Mia talks", &format!("/readings/{of_mia}"), "Tom");
    things.add("what was said, under the one that is open", &format!("/readings/{open}"), "rr in two");
    things.add("what was said, under the one that ended", &format!("/readings/{ended}"), "rr in two");
    things.add("what was said, without a Reading", &format!("/chat/{two}"), "rr in two");
    things.add(
        "asking for one about that conversation",
        &format!("/readings/new?reading={of_mia}&conversation={two}"),
        "",
    );
    things.add("that staff read it, and why", &format!("/chat/{two}"), "Somebody may not be safe");
    things.add("what she wrote about it", "/readings/all", "rr what Ms Lark fears");
    of_other_sorts(things, school, cast, &viewer);
}

/// Readings that are over by the one clock and by the other, one that waits for a second, one of what is posted for few,
/// and one that is about who holds the record.
fn of_other_sorts(things: &mut Things, school: &Site, cast: &Cast<'_, '_>, lark: &Viewer) {
    let Cast { mia, gil, nia, .. } = cast;
    let opens = |target, rules: Rules| {
        let open = move |change: &mut Change<'_>| {
            readings::open(change, &rules, target, ReadingReason::Safety, "rr more that she fears")
        };
        school.written(lark, Act::OpenReading, open).unwrap()
    };
    let person = |person: &Person<'_>| Target::Person(AccountId(person.id));
    let over = |set: &'static str, id: i64| {
        school.write(Act::Upkeep, move |change| {
            change.run(&format!("UPDATE reading SET {set} WHERE id = ?1"), [id])
        });
    };
    let shown = opens(person(gil), rules());
    over("until_at = from_at + 1", shown);
    let by_running = opens(person(nia), rules());
    over("until_up_ms = up_ms()", by_running);
    let by_boot = opens(person(cast.ana), rules());
    over("boot = boot - 1", by_boot);
    let waits = opens(person(cast.kai), Rules { two_person_reading: true, ..rules() });
    let refused = opens(person(cast.bob), Rules { two_person_reading: true, ..rules() });
    let (owner, no) = (Viewer::account(AccountId(1), Role::Owner, Duties::all(), "Firefox".into()), refused);
    school.written(&owner, Act::ConfirmReading, move |change| readings::answer(change, no, false)).unwrap();
    let posts = opens(Target::Posts(AccountId(mia.id)), rules());
    let quiet = Rules { tell_readings: TellReadings::Never, ..rules() };
    let owl = school.read(|look| look.number("SELECT id FROM seen_person WHERE username = 'ms.owl'", []));
    let about = Target::Person(AccountId(owl));
    let open = move |change: &mut Change<'_>| {
        readings::open(change, &quiet, about, ReadingReason::Crime, "rr about Ms Owl herself")
    };
    school.written(lark, Act::OpenReading, open).unwrap();
    for (what, id) in [
        ("with whom Gil talks, whose day is over by the clock", shown),
        ("with whom Nia talks, whose day is over by running time", by_running),
        ("with whom Ana talks, opened before the last start", by_boot),
        ("with whom Kai talks, which waits for a second", waits),
        ("with whom Bob talks, which a second refused", refused),
    ] {
        things.add(what, &format!("/readings/{id}"), "Their conversations");
        things.add("that she asked, and how it stands", &format!("/readings/{id}"), "rr more that she fears");
    }
    let reading = format!("/readings/{posts}");
    things.add("what Mia posts to contacts", &reading, "zz contacts");
    things.add("what Mia posts to Nia by name", &reading, "zz person");
    things.add("what Mia posts to only me", &reading, "zz only me");
    things.add("what Mia posts to everyone, there", &reading, "zz everyone");
    let albums = format!("{reading}/albums");
    things.add("an album of Mia for her contacts", &albums, "rr contacts");
    things.add("her album for Class 5B, there", &albums, "rr group");
    things.add(
        "that staff read it, in Mia's notices",
        "/notices?only=decisions",
        "read what you posted for few people",
    );
    things.add("the one about Ms Owl, in the list of all", "/readings/all", "rr about Ms Owl herself");
    things.add("the one about Ms Owl, in the record", "/audit?act=reading.open", "rr about Ms Owl herself");
}

/// The newest message that this person sent.
pub fn newest(school: &Site, person: &Person<'_>) -> i64 {
    let viewer = Viewer::account(AccountId(person.id), Role::Member, Duties::NONE, "Firefox".into());
    let sql = "SELECT max(id) FROM message WHERE author_id = viewer()";
    let found = school.written(&viewer, Act::NoteChat, move |change| {
        change.found(&sql.replace("message", "seen_message"), [], |row| row.get(0))
    });
    found.unwrap()
}

fn rules() -> Rules {
    Rules { talk: Talk::Everyone, ..Rules::default() }
}

/// Gives the path of the conversation.
fn of_two(things: &mut Things, school: &Site, Cast { mia, tom, .. }: &Cast<'_, '_>) -> String {
    let talk = mia.writes_to(tom, "rr in two");
    let first = newest(school, mia);
    let heart =
        move |change: &mut Change<'_>| chat::react(change, &rules(), ItemId(first), ReactionKind::Heart);
    school.write_as(tom, Act::React, heart);
    mia.opens(&talk)
        .attaches_with_words(HERON, "rr on the photo")
        .fills("Write a message", "rr with a photo");
    mia.presses("Send").is_told(200);
    mia.opens(&talk);
    let photos = mia.look(|page| page.attributes("src"));
    let photo = photos.into_iter().find(|src| src.starts_with("/photos/")).unwrap();
    things.under("A conversation of Mia and Tom, in which only Mia wrote");
    things.add("that there is something new, on Home", "/", "with something new");
    things.add("the conversation", &talk, "rr in two");
    things.add("it is in the list of conversations", "/chat", "rr with a photo");
    things.add("who is in it", &format!("{talk}/about"), "/people/tom");
    things.add("Tom's heart under Mia's message", &talk, "Heart</span> <span>1<");
    things.add("the words on its photo", &talk, "rr on the photo");
    for size in ["large", "medium", "small"] {
        let file = format!("{}/{size}", photo.rsplit_once('/').unwrap().0);
        things.add(&format!("the file of its photo, {size}"), &file, "");
    }
    things.add("a message, searched for", "/chat/find?q=rr", "<mark>rr</mark> in two");
    things.add("who can see a message", &format!("/messages/{first}/who"), "");
    things.add("changing a message", &format!("/messages/{first}/edit"), "rr in two");
    things.add("reporting a message", &format!("/report/{first}"), "rr in two");
    things.add("the case of a message that nobody reported", &format!("/desk/items/{first}"), "rr in two");
    things.add("the page on which one begins to talk with Mia", "/chat/with/mia", "");
    talk
}

/// Staff decide about a message.
pub fn decide(school: &Site, id: i64, act: Act) {
    let (id, owner) =
        (ItemId(id), Viewer::account(AccountId(1), Role::Owner, Duties::all(), "Firefox".into()));
    let decide = move |change: &mut Change<'_>| {
        moderation::decide(change, id, act, moderation::DecisionReason::Rude, "")?;
        chat::decided(change, id, act)
    };
    school.written(&owner, act, decide).unwrap();
}

fn of_many(things: &mut Things, school: &Site, cast: &Cast<'_, '_>) {
    let Cast { mia, gil, ana, nia, bob, kai, .. } = cast;
    let lou = school.pupil("Lou");
    let people: Vec<AccountId> =
        [*mia, *bob, *kai, *ana, &lou].iter().map(|person| AccountId(person.id)).collect();
    let begin = move |change: &mut Change<'_>| chat::begin(change, &rules(), &people, "", false);
    let id = school.write_as(gil, Act::BeginChat, begin);
    let talk = format!("/chat/{id}");
    mia.writes_in(&talk, "rr before Nia");
    bob.writes_in(&talk, "rr by Bob");
    kai.writes_in(&talk, "rr by Kai");
    lou.writes_in(&talk, "rr by Lou");
    school.write_as(ana, Act::LeaveChat, move |change| chat::leave(change, id));
    let them = [AccountId(nia.id)];
    school.write_as(gil, Act::AddToChat, move |change| chat::add_people(change, &rules(), id, &them));
    mia.writes_in(&talk, "rr after Nia");
    school.rules(Approval::HoldAll);
    let held = says(school, mia, &talk, "rr held");
    let through = says(school, mia, &talk, "rr let through");
    school.rules(Approval::Open);
    let removed = says(school, mia, &talk, "rr removed by staff");
    let back = says(school, mia, &talk, "rr taken back");
    decide(school, through, Act::Release);
    let who = gil.id;
    let sql = "INSERT INTO report (item_id, reporter_id, reason, note, made_at) VALUES (?1, ?2, 'rude', 'rr note of Gil', 0)";
    school.write(Act::Report, move |change| change.run(sql, [removed, who]));
    decide(school, removed, Act::StaffRemove);
    mia.opens(&talk);
    mia.asks(&Ask::post(&format!("/messages/{back}/remove"), &[("same_site", &mia.token())]));
    lou.opens("/my/close").fills("Your password now", PASSWORD).presses("Close my account").is_told(200);
    things.under(
        "Gil's conversation with Mia, Bob, Kai, Nia who came later, Ana who left, Lou whose account closes",
    );
    for (what, words) in [
        ("Mia's message, before Nia came", "rr before Nia"),
        ("Mia's message, after Nia came and Ana left", "rr after Nia"),
        ("message by Bob, whom Mia blocks", "rr by Bob"),
        ("message by Kai, who blocks Mia", "rr by Kai"),
        ("message by Lou, whose account closes", "rr by Lou"),
        ("Mia's message that waits", "rr held"),
        ("Mia's message that waited and was let through", "rr let through"),
        ("Mia's message that staff removed", "rr removed by staff"),
        ("Mia's message that she took back", "rr taken back"),
    ] {
        things.add(what, &talk, words);
    }
    for (what, words) in [
        ("Mia's message, before Nia came", "before Nia"),
        ("message by Bob, whom Mia blocks", "by Bob"),
        ("message by Lou, whose account closes", "by Lou"),
        ("Mia's message that waits", "held"),
        ("Mia's message that staff removed", "removed by staff"),
    ] {
        things.add(&format!("{what}: searched for"), "/chat/find?q=rr", &format!("<mark>rr</mark> {words}"));
    }
    for (who, address) in [("Bob", "/people/bob"), ("Lou", "/people/lou"), ("Ana", "/people/ana")] {
        things.add(&format!("that {who} is in it"), &format!("{talk}/about"), address);
    }
    for (what, id, words) in [
        ("the one that waits", held, "rr held"),
        ("the one that Gil reported", removed, "rr removed by staff"),
        ("the one that Mia took back", back, "rr taken back"),
    ] {
        things.add(&format!("{what}: its case at the desk"), &format!("/desk/items/{id}"), words);
    }
    things.add("Gil's note about it", &format!("/desk/items/{removed}"), "rr note of Gil");
    let quiet = says(school, bob, &talk, "rr quiet");
    things.add("another message of it, at the desk", &format!("/desk/items/{quiet}"), "rr quiet");
    things.add("those who could be added", &format!("{talk}/people"), "");
}

/// Sends it; gives its id.
fn says(school: &Site, person: &Person<'_>, talk: &str, text: &str) -> i64 {
    person.writes_in(talk, text);
    newest(school, person)
}

fn of_a_group(things: &mut Things, school: &Site, Cast { mia, gil, rowers, .. }: &Cast<'_, '_>) {
    let group = school.has_a_group("Rowers", rowers);
    let me = mia.id;
    school.write(Act::EditGroup, move |change| {
        change.run("UPDATE membership SET leader = 1 WHERE group_id = ?1 AND account_id = ?2", [group, me])
    });
    let id =
        school.write_as(mia, Act::BeginChat, move |change| chat::open_group(change, GroupId(group), true));
    let talk = format!("/chat/{id}");
    mia.writes_in(&talk, "rr to the rowers");
    gil.writes_in(&talk, "rr by Gil");
    things.under("The conversation of a group: the members of Class 5B, and Mr Plum");
    things.add("Mia's message", &talk, "rr to the rowers");
    things.add("Mia's message, searched for", "/chat/find?q=rr", "<mark>rr</mark> to the rowers");
    things.add("it is in the list of conversations", "/chat", "rr by Gil");
    things.add("a way to write there", &talk, "name=\"body\"");
    things.add("the way to it from the group", &format!("/groups/{group}/chat"), "");
}
