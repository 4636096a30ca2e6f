//! Documents in messages: who can send them, who fetches them, and what becomes of them.

use crate::harness::{Answer, Ask, PASSWORD, Person, Site, number};
use courtyard::base::{Act, Approval, Duty};
use serde_json::json;

const PDF: &[u8] = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n";
const NOTES: &[u8] = b"Feed the heron at six";

/// The head lets messages carry documents, or no more.
fn rule(school: &Site, on: bool) {
    let head = school.head();
    head.opens("/admin/rules");
    let rule = "Messages may carry documents";
    if on {
        head.ticks(rule)
    } else {
        head.unticks(rule)
    };
    head.presses("Save").is_told(200);
}

/// Mia and Tom share with each other; Zoe knows neither; messages may carry documents.
fn three(school: &Site) -> (Person<'_>, Person<'_>, Person<'_>) {
    let (mia, tom, zoe) = (school.pupil("Mia"), school.pupil("Tom"), school.pupil("Zoe"));
    mia.befriends(&tom);
    rule(school, true);
    (mia, tom, zoe)
}

/// Sends a document in the conversation of this path, with or without words; gives the path under which it is fetched.
fn sends(person: &Person<'_>, talk: &str, name: &str, bytes: &[u8], words: &str) -> String {
    person.opens(talk).attaches_to("Add documents", name, bytes).fills("Write a message", words);
    person.presses("Send").is_told(200);
    document(person)
}

/// The document that stands last on the page.
fn document(person: &Person<'_>) -> String {
    let links = person.look(|page| page.attributes("href"));
    let mut documents = links.into_iter().filter(|link| link.ends_with("/fetch"));
    documents.next_back().unwrap_or_else(|| person.fails("finds no document"))
}

fn fetches(person: &Person<'_>, document: &str) -> Answer {
    person.asks(&Ask::get(document))
}

/// The number of the message that stands last on the page.
fn last_message(person: &Person<'_>) -> String {
    person.look(|page| page.attributes("data-item").pop()).unwrap()
}

/// The author takes the message back that stands last on the page.
fn takes_back(person: &Person<'_>, talk: &str) {
    let message = last_message(person.opens(talk));
    let remove = Ask::post(&format!("/messages/{message}/remove"), &[("same_site", &person.token())]);
    assert_eq!(person.asks(&remove).status, 303);
}

#[test]
fn a_document_travels_with_a_message_and_whoever_sees_the_message_fetches_it() {
    let school = Site::school();
    let (mia, tom, zoe) = three(&school);
    let talk = mia.writes_to(&tom, "Here is the plan");
    let mut of_tom = tom.opens(&talk).listens();
    let plan = sends(&mia, &talk, "../Plan \u{202e}of the trip é.PDF", PDF, "");
    mia.sees("Plan of the trip é.pdf");
    let heard = of_tom.hears("Plan of the trip é.pdf");
    assert!(heard.contains(&plan), "the other's page knows where it is: {heard}");
    let answer = fetches(&tom, &plan);
    assert_eq!((answer.status, answer.body.as_slice()), (200, PDF));
    assert_eq!(answer.header("content-type"), "application/pdf");
    assert_eq!(
        answer.header("content-disposition"),
        "attachment; filename=\"Plan of the trip _.pdf\"; filename*=UTF-8''Plan%20of%20the%20trip%20%C3%A9%2Epdf"
    );
    assert_eq!(answer.header("x-content-type-options"), "nosniff");
    assert_eq!(answer.header("content-security-policy"), "default-src 'none'; sandbox");
    let part = tom.asks(&Ask::get(&plan).with("Range", "bytes=0-7"));
    assert_eq!((part.status, part.body.as_slice()), (206, &PDF[..8]));
    let view = plan.replace("/fetch", "/view");
    let shown = fetches(&tom, &view);
    assert!(shown.header("content-disposition").starts_with("inline;"));
    assert_eq!(shown.header("content-security-policy"), "default-src 'none'; sandbox");
    for path in [&plan, &view] {
        assert_eq!(zoe.status_of(path), 404, "{path}");
        assert_eq!(school.head().status_of(path), 404, "staff neither, without a reason: {path}");
        assert_eq!(school.stranger().status_of(path), 303, "{path}");
    }
    // In the list, above an answer, and where nothing is to be looked at in the browser.
    tom.opens("/chat").sees("A document");
    let of_plan = last_message(&mia);
    tom.opens(&format!("{talk}?reply={of_plan}")).fills("Write a message", "Thank you").presses("Send");
    mia.opens(&talk).at("Thank you").sees("Mia A document");
    let notes = sends(&tom, &talk, "Notes.txt", NOTES, "And mine");
    assert_eq!(mia.status_of(&notes.replace("/fetch", "/view")), 404, "only a PDF is shown");
    assert_eq!(fetches(&mia, &notes).header("content-type"), "text/plain; charset=utf-8");
}

#[test]
fn who_left_or_came_later_or_is_kept_apart_fetches_only_what_they_see() {
    let school = Site::school();
    let (mia, tom, zoe) = three(&school);
    let (ana, kai) = (school.pupil("Ana"), school.pupil("Kai"));
    for friend in [&ana, &kai, &zoe] {
        mia.befriends(friend);
    }
    mia.opens("/chat/new").ticks("Tom").ticks("Ana").ticks("Kai").presses("Begin").is_told(200);
    let talk = mia.look(|page| page.path.split(['?', '#']).next().unwrap_or_default().to_owned());
    let first = sends(&mia, &talk, "First.txt", b"first", "Before Zoe");
    mia.opens(&format!("{talk}/about")).follows("Add people").ticks("Zoe").presses("Add");
    assert_eq!((fetches(&tom, &first).status, fetches(&zoe, &first).status), (200, 404));
    ana.opens(&format!("{talk}/about")).presses("Leave");
    assert_eq!(fetches(&ana, &first).status, 404);
    let second = sends(&mia, &talk, "Second.txt", b"second", "With Zoe");
    assert_eq!((fetches(&zoe, &second).status, fetches(&ana, &second).status), (200, 404));
    kai.opens("/people/mia").follows("Block").presses("Block").is_told(200);
    for each in [&first, &second] {
        assert_eq!((fetches(&kai, each).status, fetches(&tom, each).status), (404, 200), "{each}");
    }
    // Taken back, it is gone for everybody.
    takes_back(&mia, &talk);
    for each in [&mia, &tom, &zoe, &kai] {
        assert_eq!(fetches(each, &second).status, 404, "{}", each.name);
    }
}

#[test]
fn what_is_no_document_or_too_much_comes_back_with_the_reason_and_the_words() {
    let school = Site::school();
    let (mia, tom, _) = three(&school);
    let talk = mia.writes_to(&tom, "Wait");
    let tries = |files: &[(&str, &[u8])], why: &str| {
        mia.opens(&talk).fills("Write a message", "With words");
        for (name, bytes) in files {
            mia.attaches_to("Add documents", name, bytes);
        }
        mia.presses("Send").is_told(422).sees(why);
        mia.holds("Write a message", "With words");
        tom.opens(&talk).misses("With words");
    };
    tries(&[("game.exe", PDF)], "This sort of file cannot be put here.");
    tries(&[("good.pdf", PDF), ("plan.pdf", b"<html><script>alert(1)</script>")], "does not fit its name");
    tries(&[("empty.txt", b"")], "Please fill this in.");
    let large = vec![b'a'; (20 << 20) + 1];
    tries(&[("large.txt", &large)], "20");
    let six: Vec<(&str, &[u8])> = vec![("notes.txt", NOTES); 6];
    tries(&six, "5");
    assert!(school.files_in("uploads").is_empty());
    school.sweeps();
    assert!(school.files_in("photos").is_empty(), "nothing stays on the disk that nothing names");
    // Five are taken, and their order kept.
    mia.opens(&talk);
    for name in ["a.txt", "b.txt", "c.txt", "d.txt", "e.txt"] {
        mia.attaches_to("Add documents", name, name.as_bytes());
    }
    mia.presses("Send").is_told(200);
    tom.opens(&talk);
    assert_eq!(fetches(&tom, &document(&tom)).body, b"e.txt");
    // Nor does a wrong one begin a conversation in which nothing was said yet.
    let ana = school.pupil("Ana");
    ana.befriends(&tom);
    ana.opens("/chat/with/tom").attaches_to("Add documents", "game.exe", PDF).presses("Send").is_told(422);
    tom.opens("/chat").misses("Ana");
    ana.fills("Write a message", "Words then").presses("Send").is_told(200);
    tom.opens("/chat").sees("Ana").sees("Words then");
}

#[test]
fn a_document_waits_where_photos_wait_and_staff_look_at_it_at_the_desk() {
    let school = Site::school();
    let (mia, tom, zoe) = three(&school);
    let talk = mia.writes_to(&tom, "Hello");
    school.rules(Approval::HoldPhotos);
    let plan = sends(&mia, &talk, "Plan.pdf", PDF, "");
    mia.sees("Waiting for");
    let message = last_message(&mia);
    let fox = school.teacher("Ms Fox");
    let lark = school.staff("Ms Lark", &[Duty::Safeguard]);
    assert_eq!((fetches(&mia, &plan).status, fetches(&tom, &plan).status), (200, 404));
    assert_eq!((fetches(&fox, &plan).status, fetches(&lark, &plan).status), (200, 404));
    tom.opens(&talk).misses("Plan.pdf");
    tom.opens("/chat/find?q=plan").misses("Plan.pdf");
    fox.opens("/desk").sees("Plan.pdf");
    fox.opens(&format!("/desk/items/{message}")).look(|page| {
        assert!(page.attributes("href").contains(&plan), "{:?}", page.attributes("href"));
    });
    school.releases(&format!("/messages/{message}"));
    assert_eq!((fetches(&tom, &plan).status, fetches(&zoe, &plan).status), (200, 404));
    // Taken away by staff: its author sees it still, as their message.
    tom.reports(&format!("/messages/{message}"), "It is mean", "");
    fox.takes_away(&format!("/messages/{message}"), "It was mean to somebody", "");
    assert_eq!((fetches(&tom, &plan).status, fetches(&mia, &plan).status), (404, 200));
    assert_eq!(fetches(&fox, &plan).status, 200);
    // Words alone do not wait, and neither does changing those beside a document of before.
    mia.writes_in(&talk, "Only words");
    tom.opens(&talk).sees("Only words");
}

#[test]
fn who_may_send_is_a_rule_of_the_house_and_what_was_sent_stays_when_it_changes() {
    let school = Site::school();
    let (mia, tom, _) = three(&school);
    let talk = mia.writes_to(&tom, "Hello");
    let plan = sends(&mia, &talk, "Plan.pdf", PDF, "Take this");
    let asks = |person: &Person<'_>, to: &str| {
        person.opens(to).attaches_to("Add documents", "More.txt", NOTES);
    };
    asks(&mia, &talk);
    rule(&school, false);
    mia.presses("Send").is_told(422).sees("Documents cannot be sent in messages here.");
    mia.opens(&talk).look(|page| assert!(!page.attributes("name").contains(&"document".to_owned())));
    assert_eq!(fetches(&tom, &plan).status, 200, "it was sent when it could be");
    tom.opens(&talk).sees("Plan.pdf");
    rule(&school, true);
    let group = school.has_a_group("Chess club", &[&mia, &tom]);
    let leader = tom.id;
    let sql = "UPDATE membership SET leader = 1 WHERE account_id = ?1";
    school.write(Act::EditGroup, move |change| change.run(sql, [leader]));
    tom.opens(&format!("/groups/{group}/chat")).presses("Switch the conversation on");
    tom.follows("To the conversation");
    let of_group = tom.look(|page| page.path.split(['?', '#']).next().unwrap_or_default().to_owned());
    let other = school.has_a_group("Rowers", &[&mia, &tom]);
    asks(&mia, &of_group);
    school.head().opens("/admin/rules").ticks("Staff, and who leads a group").presses("Save").is_told(200);
    mia.presses("Send").is_told(422).sees("Only staff, and who leads a group");
    sends(&tom, &of_group, "Rules.txt", NOTES, "The rules of chess");
    sends(&tom, &talk, "Mine.txt", NOTES, "As a leader");
    let id = school.write_as(&mia, Act::BeginChat, {
        let (other, leader) = (courtyard::base::GroupId(other), mia.id);
        move |change| {
            change.run(
                "UPDATE membership SET leader = 1 WHERE group_id = ?1 AND account_id = ?2",
                [other.0, leader],
            )?;
            courtyard::features::chat::open_group(change, other, true)
        }
    });
    // In the conversation of a group that somebody else leads, a leader sends none.
    tom.opens(&format!("/chat/{id}")).look(|page| {
        assert!(!page.attributes("name").contains(&"document".to_owned()));
    });
    school.head().opens("/admin/rules").ticks("Only staff").presses("Save").is_told(200);
    tom.opens(&talk).look(|page| assert!(!page.attributes("name").contains(&"document".to_owned())));
    assert_eq!(fetches(&tom, &plan).status, 200);
}

#[test]
fn a_document_is_found_by_its_name_and_an_edit_of_the_words_keeps_it() {
    let school = Site::school();
    let (mia, tom, zoe) = three(&school);
    let talk = mia.writes_to(&tom, "Hello");
    let plan = sends(&mia, &talk, "Heronry plan.pdf", PDF, "Look at thsi");
    tom.opens("/chat/find?q=heronry").sees("Look at thsi").sees("plan.pdf");
    tom.opens(&format!("{talk}/find?q=heronry")).sees("plan.pdf");
    tom.opens("/search?q=heronry").sees("plan.pdf");
    zoe.opens("/chat/find?q=heronry").sees("Nothing found");
    zoe.opens("/search?q=heronry").misses("plan.pdf");
    let edit = format!("/messages/{}/edit", last_message(mia.opens(&talk)));
    mia.opens(&edit).fills("Message", "Look at this").presses("Save");
    tom.opens(&talk).sees("Look at this").sees("Heronry plan.pdf");
    assert_eq!(fetches(&tom, &plan).status, 200);
    tom.opens("/chat/find?q=heronry").sees("Look at this").sees("plan.pdf");
    // One without words keeps none, either.
    mia.opens(&edit).fills("Message", "").presses("Save").is_told(200);
    tom.opens("/chat/find?q=heronry").sees("plan.pdf").misses("Look at this");
    takes_back(&mia, &talk);
    tom.opens("/chat/find?q=heronry").sees("Nothing found");
}

#[test]
fn the_same_message_sent_again_under_its_name_carries_its_document_once() {
    let school = Site::school();
    let (mia, tom, _) = three(&school);
    let talk = mia.writes_to(&tom, "Hello");
    let once = || {
        mia.opens(&talk).attaches_to("Add documents", "Plan.pdf", PDF);
        mia.sets("key", "k7").presses("Send").is_told(200);
    };
    once();
    once();
    let links = tom.opens(&talk).look(|page| page.attributes("href"));
    assert_eq!(links.iter().filter(|link| link.ends_with("/fetch")).count(), 1);
}

#[test]
fn documents_take_space_until_they_are_taken_back() {
    let school = Site::school();
    let (mia, tom, _) = three(&school);
    let talk = mia.writes_to(&tom, "Hello");
    sends(&mia, &talk, "Plan.pdf", PDF, "Take this");
    mia.opens("/my/space").sees("1 document in messages");
    tom.opens("/my/space").sees("0 bytes of").misses("document in messages");
    school.write(Act::Upkeep, |change| change.run("UPDATE message_file SET bytes = 999999990", []));
    mia.opens(&talk).attaches_to("Add documents", "More.txt", NOTES).presses("Send").is_told(422);
    mia.sees("Your space of 1 GB has no room for this");
    tom.opens(&talk).misses("More.txt");
    takes_back(&mia, &talk);
    mia.opens("/my/space").sees("0 bytes of").misses("document in messages");
    sends(&mia, &talk, "More.txt", NOTES, "");
}

#[test]
fn under_a_reading_each_document_and_each_look_into_it_is_in_the_record() {
    let school = Site::school();
    let (mia, tom, _) = three(&school);
    let talk = mia.writes_to(&tom, "Meet me");
    let plan = sends(&mia, &talk, "Plan.pdf", PDF, "");
    let own = number(plan.trim_end_matches("/fetch")).to_owned();
    let other = {
        let ana = school.pupil("Ana");
        ana.befriends(&tom);
        let elsewhere = ana.writes_to(&tom, "Elsewhere");
        let document = sends(&ana, &elsewhere, "Other.txt", NOTES, "");
        number(document.trim_end_matches("/fetch")).to_owned()
    };
    let fox = school.staff("Ms Fox", &[Duty::Moderate, Duty::Safeguard]);
    let reads = |path: &str| {
        fox.opens(path)
            .ticks("Somebody may be bullied")
            .fills("What has happened?", "A friend came to me and cried");
        fox.presses("Open it").is_told(200);
        fox.look(|page| page.path.clone())
    };
    let of_mia = reads(&format!("/readings/new?person={}", mia.id));
    assert_eq!(fetches(&fox, &plan).status, 404, "whom she talks with opens nothing of what is said");
    let conversation = number(&talk);
    let reading = reads(&format!(
        "/readings/new?{}&conversation={conversation}",
        of_mia[1..].replace("readings/", "reading=")
    ));
    fox.sees("Plan.pdf");
    school.noted(Act::ShowReading, &format!("document {own}"));
    let count =
        || school.entries(Act::ShowReading).iter().filter(|entry| entry.starts_with("document ")).count();
    assert_eq!(count(), 1, "it was named once");
    assert_eq!(fetches(&fox, &plan).status, 404, "only by the address of the Reading");
    let under = format!("{reading}/documents/{own}/fetch");
    let answer = fetches(&fox, &under);
    assert_eq!((answer.status, answer.body.as_slice()), (200, PDF));
    assert_eq!(count(), 2, "and looked into once");
    assert_eq!(fox.status_of(&format!("{reading}/documents/{other}/fetch")), 404, "no other conversation's");
    for person in [&mia, &tom, &school.staff("Mr Hare", &[Duty::Safeguard])] {
        assert_eq!(person.status_of(&under), 404, "{}", person.name);
    }
    // Taken back by its author, it is still shown under a Reading; and no more when that is closed.
    takes_back(&mia, &talk);
    fox.opens(&reading).sees("Plan.pdf");
    assert_eq!(fox.status_of(&under), 200);
    fox.opens(&reading).presses("Close it now");
    assert_eq!(fox.status_of(&under), 404);
}

#[test]
fn documents_are_taken_along_by_who_sent_them_and_go_with_their_account() {
    let school = Site::school_with_clock();
    let (mia, tom, _) = three(&school);
    let talk = mia.writes_to(&tom, "Hello");
    let plan = sends(&mia, &talk, "Plan #1 50%é.pdf", PDF, "By Mia");
    let notes = sends(&tom, &talk, "Notes of Tom.txt", NOTES, "By Tom");
    mia.opens("/my").follows("Download everything");
    mia.fills("Your password now", PASSWORD).presses("Make my file").is_told(200);
    assert_eq!(school.packs(), 1);
    let links = mia.opens("/my/archive").look(|page| page.attributes("href"));
    let file = links.into_iter().find(|link| link.ends_with("/file")).unwrap();
    let expected = json!({
        "counts": { "messages": 3 },
        "texts": ["Plan #1 50%é.pdf", "Notes of Tom.txt"],
    });
    let packed = mia.asks(&Ask::get(&file));
    crate::taking_along::check(&packed, &expected);
    let holds = |bytes: &[u8]| packed.body.windows(bytes.len()).any(|piece| piece == bytes);
    assert!(holds(PDF) && !holds(NOTES), "her own goes along, and Tom's is only named");

    mia.opens("/my").follows("Close my account").ticks("Delete them too");
    mia.fills("Your password now", PASSWORD).presses("Close my account").is_told(200);
    tom.opens(&talk).misses("Plan #1").sees("Notes of Tom.txt");
    assert_eq!(fetches(&tom, &plan).status, 404);
    let before = school.files_in("photos").len();
    for _ in 0..16 {
        school.a_day_passes();
    }
    tom.signs_in();
    tom.opens("/chat/find?q=plan").sees("Nothing found");
    assert_eq!(fetches(&tom, &notes).status, 200);
    assert_eq!((before, school.files_in("photos").len()), (2, 1), "no file stays that nothing names");
}
