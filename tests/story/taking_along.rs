//! What one takes along: everything one made, packed in the background, for its owner alone.

use crate::harness::{Answer, Ask, FOX, HERON, PASSWORD, Person, Site, number};
use courtyard::base::{Act, Audience, ItemId, Kind, Rules, Under};
use courtyard::features::reactions::{self, ReactionKind};
use courtyard::features::{comments, posts};
use serde_json::json;
use std::process::Command;

/// Asks for the file by the page, as people do.
fn asks_for_it(person: &Person<'_>) {
    person.opens("/my").follows("Download everything");
    person.fills("Your password now", PASSWORD).presses("Make my file").is_told(200);
    person.sees("Your file is being made");
}

/// The address of the file on the page.
fn address(person: &Person<'_>) -> String {
    person.opens("/my/archive").sees("Your file is ready");
    let links = person.look(|page| page.attributes("href"));
    links.into_iter().find(|link| link.ends_with("/file")).unwrap()
}

/// Fetches the file and lets the program that opens archives look at it: it has what was put in.
pub fn check(answer: &Answer, expected: &serde_json::Value) -> serde_json::Value {
    assert_eq!(answer.status, 200);
    assert_eq!(answer.header("content-type"), "application/zip");
    let folder = tempfile::tempdir().unwrap();
    let (zip, wanted) = (folder.path().join("archive.zip"), folder.path().join("expected.json"));
    std::fs::write(&zip, &answer.body).unwrap();
    std::fs::write(&wanted, expected.to_string()).unwrap();
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/archive/check.py");
    let said = Command::new("python3").arg(script).args([&zip, &wanted]).output().unwrap();
    let (out, wrong) = (String::from_utf8_lossy(&said.stdout), String::from_utf8_lossy(&said.stderr));
    assert!(said.status.success(), "{out}\n{wrong}");
    serde_json::from_str(out.lines().last().unwrap()).unwrap()
}

#[test]
fn everything_one_made_is_packed_for_oneself_alone() {
    let school = Site::school_with_clock();
    let (mia, tom, zoe) = (school.pupil("Mia"), school.pupil("Tom"), school.pupil("Zoe"));
    mia.shares_with(&tom);
    tom.shares_with(&mia);
    mia.has_an_aspect("Birders", &[&tom]);
    let herons = mia.posts("Look at these #herons, @tom").with_words(HERON, "A grey heron").to_contacts();
    tom.comments_on(&herons, "So grey!");
    tom.opens(&herons).presses("Heart");
    mia.opens(&format!("{herons}/edit")).fills("Your post", "Look at those #herons").presses("Save");
    let toms = tom.posts("A pond, for all").to_everyone();
    mia.comments_on(&toms, "I was there");
    mia.opens(&toms).presses("Thumb up");
    tom.posts("Only for Tom himself").to_only_me();
    zoe.posts("Zoe says something").to_everyone();
    asks_for_it(&mia);
    tom.opens("/my/archive").misses("being made");
    assert_eq!(school.packs(), 1);
    mia.opens("/notices").sees("Your file with everything you made is ready");
    zoe.opens("/notices").misses("Your file");
    let file = address(&mia);
    mia.sees("It stays here until 10 March 2025");
    let expected = json!({
        "counts": {
            "posts": 1, "photos": 1, "comments": 1, "reactions": 1, "contacts": 1, "aspects": 1, "photo_files": 1,
            "exchange_posts": 1, "exchange_comments": 1, "exchange_likes": 1, "exchange_others": 2, "exchange_signed": 2,
            "exchange_strangers": 0, "exchange_photos": 1, "exchange_public": 0,
        },
        "texts": ["Look at those #herons", "So grey!", "I was there", "A grey heron", "A pond, for all", "Birders"],
        "absent": ["Only for Tom himself", "Zoe says something"],
    });
    check(&mia.asks(&Ask::get(&file)), &expected);
    for other in [&tom, &zoe, &school.head(), &school.stranger()] {
        assert_ne!(other.status_of(&file), 200, "{}", other.name);
    }
    assert_eq!(tom.status_of(&file), 404);
    assert_eq!(tom.status_of("/my/archive/999/file"), 404, "as one that never was");
    school.noted(Act::PackArchive, &format!("account {}", mia.id));
}

const PDF: &str = "%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n";

/// Leads the group, and does there what leaders do: makes an event, puts a file; gives the number of the file.
fn leads_a_group(school: &Site, person: &Person<'_>, group: i64) -> String {
    let id = person.id;
    let sql = "UPDATE membership SET leader = 1 WHERE group_id = ?1 AND account_id = ?2";
    school.write(Act::AddMember, move |change| change.run(sql, [group, id]));
    person.opens(&format!("/groups/{group}/events")).follows("New event").fills("Title", "Tournament");
    person.fills("Day", "2025-03-12").fills("Place", "Gym").presses("Make the event").is_told(200);
    person.opens(&format!("/groups/{group}/files/new")).fills("What it is", "Who plays whom");
    person.attaches_file("Plan #1 é.pdf", "application/pdf", PDF.into()).presses("Put it here").is_told(200);
    person.follows("Plan #1 é.pdf");
    person.look(|page| number(page.path.split('?').next().unwrap()).to_owned())
}

/// Passes a post on through its form.
fn reshares(person: &Person<'_>, post: &str, words: &str) {
    person.opens(&format!("{post}/reshares")).fills("Your words about it", words).presses("Reshare");
    person.is_told(200);
}

#[test]
fn what_one_passed_on_began_answered_and_put_into_groups_is_packed_too() {
    let school = Site::school_with_clock();
    let (mia, tom, fox) = (school.pupil("Mia"), school.pupil("Tom"), school.staff("Ms Fox", &[]));
    let group = school.has_a_group("Chess club", &[&mia, &tom]);
    let file = leads_a_group(&school, &mia, group);
    tom.opens("/events?day=2025-03-12").follows("Tournament").presses("Maybe").is_told(200);
    tom.opens(&format!("/groups/{group}/files/new")).attaches_file("Toms.txt", "text/plain", b"e4".to_vec());
    tom.fills("What it is", "Tom's openings").presses("Put it here").is_told(200);
    fox.opens("/events/new").fills("Title", "School play").fills("Day", "2025-03-14").ticks("Everyone");
    let play = fox.presses("Make the event").look(|page| page.path.split('?').next().unwrap().to_owned());
    mia.opens(&play).presses("I come").is_told(200);
    fox.opens("/announcements/new").fills("Title", "Fire drill").fills("Text", "At ten.").ticks("Everyone");
    fox.presses("Put it on the board").is_told(200);
    mia.opens("/").presses("I have read this").is_told(200);
    let [with_words, bare, goes] =
        ["A pond of Tom's", "A fox of Tom's", "Tom regrets this"].map(|words| tom.posts(words).to_everyone());
    reshares(&mia, &with_words, "Look at this pond");
    reshares(&mia, &bare, "");
    reshares(&mia, &goes, "Tom said something");
    tom.opens(&goes).presses("Delete").is_told(200);
    mia.opens("/posts/new").fills("Your post", "Eight legs").ticks("Hide it behind a shield");
    mia.fills("What is in it", "spiders").presses("Post").is_told(200);
    mia.opens("/posts/new")
        .fills("Your post", "Half a thought")
        .attaches(HERON)
        .presses("Keep as draft")
        .is_told(200);
    tom.opens("/posts/new").fills("Your post", "Tom's half thought").presses("Keep as draft").is_told(200);
    asks_for_it(&mia);
    assert_eq!(school.packs(), 1);
    let expected = json!({
        "counts": {
            "posts": 4, "reshares": 3, "reshares_gone": 1, "sensitive": 1, "drafts": 1, "events": 1, "answers": 1,
            "event_answers": 1, "announcements_read": 1, "files": 1, "photo_files": 1,
            "exchange_posts": 5, "exchange_reshares": 2, "exchange_public": 0,
        },
        "texts": [
            "Look at this pond", "A pond of Tom's", "A fox of Tom's", "spiders", "Half a thought", "Tournament", "Gym",
            "School play", "Fire drill", "Plan #1 é.pdf", "Who plays whom",
        ],
        "contents": { format!("files/{file}-Plan #1 é.pdf"): PDF },
        "absent": ["Tom regrets this", "Tom's half thought", "Tom's openings"],
    });
    check(&mia.asks(&Ask::get(&address(&mia))), &expected);
}

#[test]
fn the_password_is_asked_and_one_file_a_day_is_made() {
    let school = Site::school_with_clock();
    let mia = school.pupil("Mia");
    mia.opens("/my/archive").fills("Your password now", "not this one").presses("Make my file").is_told(422);
    mia.sees("This is not your password.");
    assert_eq!(school.packs(), 0);
    asks_for_it(&mia);
    mia.misses("Make my file");
    assert_eq!(school.packs(), 1);
    mia.opens("/my/archive").sees("Your file is ready").misses("Make my file");
    school.a_day_passes();
    school.a_day_passes();
    let mia = school.is_in(mia);
    let old = address(&mia);
    mia.sees("Ask for a new one").fills("Your password now", PASSWORD).presses("Make my file").is_told(200);
    assert_eq!(mia.status_of(&old), 404, "the new one takes its place");
    assert_eq!(school.packs(), 1);
    let new = address(&mia);
    assert_eq!(mia.status_of(&new), 200);
}

#[test]
fn a_file_is_kept_for_seven_days_and_a_clock_that_jumps_takes_it_no_sooner() {
    let school = Site::school_with_clock();
    let mia = school.pupil("Mia");
    asks_for_it(&mia);
    school.packs();
    let file = address(&mia);
    school.waits_ms(10 * 365 * 24 * 60 * 60 * 1000);
    school.runs_for(60_000);
    let mia = school.is_in(mia);
    assert_eq!(mia.status_of(&file), 200, "ten years passed in a minute, says the clock");
    for _ in 0..6 {
        school.a_day_passes();
    }
    let mia = school.is_in(mia);
    assert_eq!(mia.status_of(&file), 200);
    assert_eq!(school.files_in("archives").len(), 1);
    school.a_day_passes();
    school.a_day_passes();
    let mia = school.is_in(mia);
    assert_eq!(mia.status_of(&file), 404);
    assert!(school.files_in("archives").is_empty(), "and the file is gone from the disk");
    mia.opens("/my/archive").misses("Your file is ready");
}

#[test]
fn what_waited_when_the_box_stopped_is_packed_after_it_starts_again() {
    let mut school = Site::school();
    let (name, id) = {
        let mia = school.pupil("Mia");
        mia.posts("A heron").to_everyone();
        asks_for_it(&mia);
        (mia.username.clone(), mia.id)
    };
    school.restarts();
    assert_eq!(school.packs(), 1);
    let mia = school.known("Mia", &name, id);
    let file = address(&mia);
    check(&mia.asks(&Ask::get(&file)), &json!({ "counts": { "posts": 1 }, "texts": ["A heron"] }));
}

#[test]
fn a_house_that_does_not_offer_it_says_so_and_makes_none() {
    let school = Site::school();
    let mia = school.pupil("Mia");
    mia.opens("/my/archive");
    let ask = mia.fills("Your password now", PASSWORD).would_send("Make my file");
    school.head().opens("/admin/rules").unticks("Download everything").presses("Save").is_told(200);
    mia.opens("/my/archive").sees("This house does not offer this").misses("Make my file");
    assert_eq!(mia.asks(&ask).status, 403);
    assert_eq!(school.packs(), 0);
}

#[test]
fn somebody_who_was_shut_out_meanwhile_gets_nothing() {
    let school = Site::school();
    let mia = school.pupil("Mia");
    asks_for_it(&mia);
    school.stands(&mia, courtyard::base::Standing::Suspended);
    assert_eq!(school.packs(), 1);
    assert!(school.files_in("archives").is_empty());
}

/// Whatever the exchange form has a field for, at least once. Mia knows Tom; Zoe says and presses something, too.
fn has_something_of_each_field(school: &Site, mia: &Person<'_>, tom: &Person<'_>, toms: &str) {
    let (zoe, eve) = (school.pupil("Zoe"), school.pupil("Eve"));
    let id = mia.id;
    let sql = "UPDATE account SET shown_name = 'Mia Lane' WHERE id = ?1";
    school.write(Act::EditAccount, move |change| change.run(sql, [id]));
    mia.shares_with(tom);
    mia.has_an_aspect("Birders", &[tom]);
    mia.blocks(&eve);
    mia.opens("/my/profile").fills("Pronouns", "she/her").fills("Place", "Heron Island");
    mia.chooses("Birthday: day", "5")
        .chooses("Birthday: month", "March")
        .fills("About me", "I count #herons and play #chess");
    mia.attaches(HERON).presses("Save").is_told(200);
    mia.opens("/posts/new").fills("Your post", "Which?").fills("Answer 1", "Grey").fills("Answer 2", "White");
    mia.ticks("My contacts").presses("Post").is_told(200);
    let poll =
        mia.look(|page| page.attributes("data-item")).into_iter().filter_map(|id| id.parse::<i64>().ok());
    let poll = format!("/posts/{}", poll.max().unwrap());
    mia.opens(&poll).ticks("Grey").presses("Vote").is_told(200);
    let photo = mia.posts("Look").with_words(HERON, "A stork").to_everyone();
    mia.opens(&format!("{photo}/edit")).fills("Your post", "Look here").fills("Describe photo 1", "A heron");
    mia.presses("Save").is_told(200);
    for (person, words) in [(tom, "So grey; so tall!"), (&zoe, "¿Dónde?")] {
        let comment = person.comments_on(&photo, words);
        person.opens(&format!("{comment}/edit")).fills("Your comment", &format!("{words} …")).presses("Save");
        person.opens(&photo).presses("Heart").is_told(200);
    }
    let mine = mia.comments_on(toms, "I was there");
    mia.opens(&format!("{mine}/edit")).fills("Your comment", "I was there, too").presses("Save").is_told(200);
    mia.opens(toms).presses("Tell me of all").is_told(200);
    reshares(mia, toms, "");
    mia.opens("/streams/tags").fills("Follow a tag", "birds").presses("Follow").is_told(200);
}

#[test]
fn five_hundred_things_are_all_there() {
    let school = Site::school();
    let (mia, tom) = (school.pupil("Mia"), school.pupil("Tom"));
    let rules = Rules::default();
    let tom_posts: Vec<ItemId> = (0..100)
        .map(|count| {
            let (rules, draft) =
                (rules.clone(), posts::Draft::of(format!("tom {count}"), Audience::Everyone));
            school.write_as(&tom, Act::AddPost, move |change| posts::add(change, &rules, draft)).id
        })
        .collect();
    for count in 0..200 {
        let (rules, draft) =
            (rules.clone(), posts::Draft::of(format!("mia {count} *end*"), Audience::Everyone));
        school.write_as(&mia, Act::AddPost, move |change| posts::add(change, &rules, draft));
    }
    for (count, post) in tom_posts.iter().cycle().take(200).enumerate() {
        let (rules, post) = (rules.clone(), *post);
        let draft = comments::Draft { body: format!("said {count}"), ..comments::Draft::default() };
        school.write_as(&mia, Act::AddComment, move |change| {
            comments::add(change, &rules, Under::Post(post), &draft)
        });
    }
    for post in &tom_posts {
        let (post, rules) = (*post, rules.clone());
        school.write_as(&mia, Act::React, move |change| {
            reactions::react(change, &rules, Kind::Post, post, ReactionKind::Heart)
        });
    }
    let album = {
        mia.opens("/albums/new").fills("Title", "By the pond").ticks("Everyone").presses("Make the album");
        mia.look(|page| page.path.split('?').next().unwrap().to_owned())
    };
    mia.opens(&album).attaches(HERON).attaches(FOX).presses("Send photos").is_told(200);
    has_something_of_each_field(&school, &mia, &tom, &format!("/posts/{}", tom_posts[0]));
    asks_for_it(&mia);
    assert_eq!(school.packs(), 1);
    let mut texts: Vec<String> = (0..200).map(|count| format!("said {count}")).collect();
    texts.push("By the pond".into());
    let expected = json!({
        "counts": {
            "posts": 203, "comments": 201, "reactions": 100, "albums": 1, "photos": 3, "photo_files": 4, "votes": 1,
            "exchange_posts": 204, "exchange_comments": 201, "exchange_likes": 100, "exchange_photos": 4,
            "exchange_votes": 1, "exchange_others": 4, "exchange_signed": 4, "exchange_strangers": 1,
        },
        "every_field": true,
        "texts": texts,
    });
    check(&mia.asks(&Ask::get(&address(&mia))), &expected);
}
