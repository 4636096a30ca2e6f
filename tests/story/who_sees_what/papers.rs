//! Rows of documents in messages: whoever sees the message fetches them, and nobody else.

use super::talk::{Cast, decide, newest};
use super::world::Things;
use crate::harness::{Ask, Person, Site};
use courtyard::base::{AccountId, Act, Approval, Duties, ItemId, Role, Rules, Talk};
use courtyard::db::{Change, Viewer};
use courtyard::features::chat;
use courtyard::features::moderation::ReadingReason;
use courtyard::features::readings::{self, Target};

/// What stands in each of them.
const WORDS: &[u8] = b"rr on paper";

fn rules() -> Rules {
    Rules { talk: Talk::Everyone, talk_files: true, ..Rules::default() }
}

/// Sends one in the conversation of this path; gives the path under which it is fetched.
fn sends(person: &Person<'_>, talk: &str, name: &str) -> String {
    person.opens(talk).attaches_to("Add documents", name, WORDS).presses("Send").is_told(200);
    let links = person.look(|page| page.attributes("href"));
    links.into_iter().rfind(|link| link.ends_with("/fetch")).unwrap()
}

/// Gil's conversation of before, once more, with documents.
pub fn carried(things: &mut Things, school: &Site, cast: &Cast<'_, '_>) {
    let Cast { mia, gil, ana, nia, bob, kai, .. } = cast;
    school.head().opens("/admin/rules").ticks("Messages may carry documents").presses("Save").is_told(200);
    let people: Vec<AccountId> = [*mia, *bob, *kai, *ana].iter().map(|person| AccountId(person.id)).collect();
    let begin = move |change: &mut Change<'_>| chat::begin(change, &rules(), &people, "", false);
    let id = school.write_as(gil, Act::BeginChat, begin);
    let talk = format!("/chat/{id}");
    let before = sends(mia, &talk, "rr early.txt");
    let (of_bob, of_kai) = (sends(bob, &talk, "rr bob.txt"), sends(kai, &talk, "rr kai.txt"));
    school.write_as(ana, Act::LeaveChat, move |change| chat::leave(change, id));
    let them = [AccountId(nia.id)];
    school.write_as(gil, Act::AddToChat, move |change| chat::add_people(change, &rules(), id, &them));
    let after = sends(mia, &talk, "rr late.txt");
    // So much further down that what waits and what was decided there opens nothing of these.
    school.write_as(gil, Act::AddMessage, move |change| {
        for number in 1..=12 {
            chat::send(change, &rules(), id, &chat::Draft::of(format!("Further down {number}")))?;
        }
        Ok(())
    });
    let removed = sends(mia, &talk, "rr removed.txt");
    decide_on(school, mia, &removed);
    let back = sends(mia, &talk, "rr back.txt");
    let message = newest(school, mia);
    mia.asks(&Ask::post(&format!("/messages/{message}/remove"), &[("same_site", &mia.token())]));
    school.rules(Approval::HoldPhotos);
    let held = sends(mia, &talk, "rr held.txt");
    let case = newest(school, mia);
    school.rules(Approval::Open);
    things.under("Gil's conversation with Mia, Bob, Kai, Nia who came later and Ana who left: documents");
    for (what, path) in [
        ("Mia's document, before Nia came", &before),
        ("Mia's document, after Nia came and Ana left", &after),
        ("document by Bob, whom Mia blocks", &of_bob),
        ("document by Kai, who blocks Mia", &of_kai),
        ("Mia's document that waits", &held),
        ("Mia's document that staff removed with its message", &removed),
        ("Mia's document that she took back", &back),
    ] {
        things.add(what, path, "rr on paper");
    }
    things.add("the name of the one before Nia came", &talk, "rr early.txt");
    things.add("the name of the one that waits", &talk, "rr held.txt");
    things.add("that one, searched for", "/chat/find?q=held", "<mark>held</mark>.txt");
    things.add("the one before Nia came, searched for", "/chat/find?q=early", "<mark>early</mark>.txt");
    things.add("the one that waits, in its case at the desk", &format!("/desk/items/{case}"), &held);
    under_a_reading(things, school, cast, id, &before);
}

/// Staff took away the message of a document, which somebody had reported.
fn decide_on(school: &Site, mia: &Person<'_>, document: &str) {
    let message = newest(school, mia);
    let reporter = mia.id;
    let sql =
        "INSERT INTO report (item_id, reporter_id, reason, note, made_at) VALUES (?1, ?2, 'rude', '', 0)";
    school.write(Act::Report, move |change| change.run(sql, [message, reporter]));
    decide(school, message, Act::StaffRemove);
    assert!(document.starts_with("/documents/"), "{document}");
}

/// Ms Lark looks into it.
fn under_a_reading(things: &mut Things, school: &Site, cast: &Cast<'_, '_>, id: ItemId, document: &str) {
    let (mia, lark) = (cast.mia, cast.lark);
    let viewer =
        Viewer::account(AccountId(lark.id), Role::Staff, Duties::parse("safeguard"), "Firefox".into());
    let opens = |target| {
        let open = move |change: &mut Change<'_>| {
            readings::open(change, &rules(), target, ReadingReason::Safety, "rr what Ms Lark fears")
        };
        school.written(&viewer, Act::OpenReading, open).unwrap()
    };
    let of_mia = opens(Target::Person(AccountId(mia.id)));
    let open = opens(Target::Named { reading: of_mia, conversation: id });
    let there = document.trim_start_matches("/documents/");
    things.add(
        "Mia's document, under a Reading of Ms Lark",
        &format!("/readings/{open}/documents/{there}"),
        "rr on paper",
    );
    things.add("its name, under that Reading", &format!("/readings/{open}"), "rr early.txt");
}
