//! What one takes along: everything one made, packed in the background, for its owner alone.

use crate::harness::{Answer, Ask, FOX, HERON, PASSWORD, Person, Site};
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
fn check(answer: &Answer, expected: &serde_json::Value) -> serde_json::Value {
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
            "exchange_posts": 1, "exchange_comments": 1, "exchange_likes": 1, "exchange_others": 2, "exchange_photos": 1,
            "exchange_public": 0,
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
        let post = *post;
        school.write_as(&mia, Act::React, move |change| {
            reactions::react(change, Kind::Post, post, ReactionKind::Heart)
        });
    }
    let album = {
        mia.opens("/albums/new").fills("Title", "By the pond").ticks("Everyone").presses("Make the album");
        mia.look(|page| page.path.split('?').next().unwrap().to_owned())
    };
    mia.opens(&album).attaches(HERON).attaches(FOX).presses("Send photos").is_told(200);
    asks_for_it(&mia);
    assert_eq!(school.packs(), 1);
    let mut texts: Vec<String> = (0..200).map(|count| format!("said {count}")).collect();
    texts.push("By the pond".into());
    let expected = json!({
        "counts": {
            "posts": 200, "comments": 200, "reactions": 100, "albums": 1, "photos": 2, "photo_files": 2,
            "exchange_posts": 201, "exchange_comments": 200, "exchange_likes": 100, "exchange_photos": 2,
        },
        "texts": texts,
    });
    check(&mia.asks(&Ask::get(&address(&mia))), &expected);
}
