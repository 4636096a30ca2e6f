//! Evidence for somebody outside: a file that reads without the site, proves itself, and holds no more than was chosen.

use crate::harness::{Ask, HERON, Person, Site, number};
use courtyard::base::{Act, Duty};
use courtyard::features::evidence::{Checked, check};
use std::io::Write;

const WHY: &str = "The police asked for it, number 17";
/// A name that is found nowhere else in a pack.
const NAME: &str = "Zebulon Quartermain";

/// Somebody of that name wrote a threat to everyone, Mia answered, Tom reported it, and Ms Fox is at the desk.
fn a_case(school: &Site) -> (String, Person<'_>) {
    let (zeb, mia, tom) = (school.pupil(NAME), school.pupil("Mia"), school.pupil("Tom"));
    let fox = school.teacher("Ms Fox");
    let threat = zeb.posts("I will find you").with_words(HERON, "The bridge at night").to_everyone();
    mia.comments_on(&threat, "Leave us alone, Zebulon! @zebulon.quartermain");
    zeb.comments_on(&threat, "Nevermore");
    tom.reports(&threat, "It is a threat", "Quartermain means Mia");
    (threat, fox)
}

/// Fills in the form that is open and takes the pack out; `how` is chosen for the person named.
fn takes_out(staff: &Person<'_>, how: Option<(&str, &str)>) -> Vec<u8> {
    staff.fills("What is it for?", WHY);
    if let Some((whom, how)) = how {
        staff.chooses(whom, how);
    }
    let answer = staff.asks(&staff.would_send("Take it out"));
    assert_eq!((answer.status, answer.header("content-type")), (200, "application/zip"), "{}", answer.text());
    answer.body
}

fn pack(school: &Site) -> Vec<u8> {
    let (threat, fox) = a_case(school);
    fox.opens(&format!("/desk/items/{}", number(&threat))).follows("Take out as evidence");
    takes_out(&fox, None)
}

fn holds(pack: &[u8]) -> Checked {
    check(pack).unwrap_or_else(|wrong| panic!("the pack does not hold: {wrong}"))
}

fn says(pack: &[u8], words: &str) -> bool {
    let (low, words) = (pack.to_ascii_lowercase(), words.to_lowercase());
    low.windows(words.len()).any(|window| window == words.as_bytes())
}

#[test]
fn a_case_is_taken_out_with_a_reason_and_the_pack_proves_itself() {
    let school = Site::school();
    let (threat, fox) = a_case(&school);
    let case = format!("/evidence/items/{}", number(&threat));
    fox.opens(&format!("/desk/items/{}", number(&threat))).follows("Take out as evidence").is_at(&case);
    fox.fills("What is it for?", "because")
        .chooses("Mia", "As “Person 1”, with their words")
        .presses("Take it out");
    fox.is_told(422).holds("What is it for?", "because").holds("Mia", "veiled");
    assert!(school.entries(Act::ExportEvidence).is_empty());
    fox.opens(&case);
    let pack = takes_out(&fox, None);
    assert_eq!(school.entries(Act::ExportEvidence), [format!("post {}", number(&threat))]);
    let found = holds(&pack);
    assert_eq!((found.said, found.proved, found.media), (3, 3, 1), "{found:?}");
    assert_eq!((found.reason.as_str(), found.site.as_str(), found.loose), (WHY, "Hillview School", 0));
    // The making of each of the three, the report, and that it was taken out.
    assert!(found.linked >= 5, "{found:?}");
    assert_eq!(found.ends.len(), 1);
    assert_eq!(found.ends[0].2, None, "that day is not over");
    for words in [NAME, "I will find you", "The bridge at night", "Nevermore", WHY] {
        assert!(says(&pack, words), "{words}");
    }
    assert!(!says(&pack, "http://") && !says(&pack, "https://www"), "nothing in it calls out");
    for person in [
        &school.pupil("Ben"),
        &school.staff("Ms Owl", &[Duty::Audit]),
        &school.staff("Ms Lark", &[Duty::Safeguard]),
    ] {
        person.opens(&case).is_told(404);
    }
    let crow = school.teacher("Mr Crow");
    crow.opens("/audit").is_told(404);
    school.head().opens("/audit?act=evidence.export").sees("took evidence out").sees(WHY).sees("Ms Fox");
}

#[test]
fn a_pack_fails_whichever_byte_of_it_is_another_one() {
    let school = Site::school();
    let pack = pack(&school);
    holds(&pack);
    // Every file in turn is met at several places, and so are the heads between them: steps of a prime from several begins.
    let (mut tried, step) = (0, 997);
    for begin in [0, 13, 101] {
        for at in (begin..pack.len()).step_by(step) {
            let mut wrong = pack.clone();
            wrong[at] ^= 0x20;
            assert!(check(&wrong).is_err(), "byte {at} of {}", pack.len());
            tried += 1;
        }
    }
    // And each byte of the last of it: list, signature, table of contents.
    for at in pack.len() - 900..pack.len() {
        let mut wrong = pack.clone();
        wrong[at] ^= 1;
        assert!(check(&wrong).is_err(), "byte {at} of {}", pack.len());
    }
    assert!(tried > 300, "{tried}");
    for cut in [1, 22, 1_000] {
        assert!(check(&pack[..pack.len() - cut]).is_err());
    }
}

#[test]
fn a_pack_in_which_somebody_is_not_named_holds_no_byte_of_their_name() {
    let school = Site::school();
    let (threat, fox) = a_case(&school);
    let case = format!("/evidence/items/{}", number(&threat));
    let veiled = {
        fox.opens(&case);
        takes_out(&fox, Some((NAME, "As “Person 1”, with their words")))
    };
    let found = holds(&veiled);
    assert_eq!((found.said, found.media), (3, 1));
    for name in ["zebulon", "quartermain"] {
        assert!(!says(&veiled, name), "{name}");
    }
    assert!(
        says(&veiled, "Leave us alone, Person 1!")
            && says(&veiled, "I will find you")
            && says(&veiled, "Mia")
    );
    assert_eq!(
        found.proved, 0,
        "what proves their words is an entry of theirs, and the other text is not whole: {found:?}"
    );
    fox.opens(&case);
    let out = takes_out(&fox, Some((NAME, "As “Person 1”, their words left out")));
    let found = holds(&out);
    assert_eq!((found.said, found.media), (3, 0));
    for gone in ["zebulon", "quartermain", "I will find you", "The bridge at night", "Nevermore"] {
        assert!(!says(&out, gone), "{gone}");
    }
    assert!(says(&out, "Left out") && says(&out, "Leave us alone"));
}

#[test]
fn what_a_reading_opens_is_taken_out_by_whoever_opened_it_thing_by_thing_in_the_record() {
    let school = Site::school();
    let (mia, tom, lark) =
        (school.pupil("Mia"), school.pupil("Tom"), school.staff("Ms Lark", &[Duty::Safeguard]));
    mia.befriends(&tom);
    let talk = mia.writes_to(&tom, "Meet me at the pond");
    tom.writes_in(&talk, "I am afraid");
    lark.opens(&format!("/readings/new?person={}", mia.id)).ticks("Another reason");
    lark.fills("What has happened?", "A friend came to me and cried")
        .presses("Open it")
        .at("Tom")
        .follows("Look into it");
    lark.fills("What has happened?", "A friend came to me and cried").presses("Open it").sees("I am afraid");
    let reading = lark.look(|page| page.path.clone());
    let before = school.entries(Act::ShowReading).len();
    lark.follows("Take out as evidence").sees("thing by thing in the record");
    let pack = takes_out(&lark, None);
    let found = holds(&pack);
    assert_eq!((found.said, found.proved), (2, 2), "{found:?}");
    assert!(says(&pack, "Meet me at the pond") && says(&pack, "I am afraid"));
    assert_eq!(school.entries(Act::ShowReading).len(), before + 2);
    assert_eq!(school.entries(Act::ExportEvidence), [format!("reading {}", number(&reading))]);
    let form = format!("/evidence/readings/{}", number(&reading));
    let (hare, fox) = (school.staff("Mr Hare", &[Duty::Safeguard]), school.teacher("Ms Fox"));
    for person in [&mia, &tom, &hare, &fox] {
        person.opens(&form).is_told(404);
    }
    lark.opens(&reading).presses("Close it now").is_told(200);
    lark.opens(&form).is_told(404);
    // Posts for few, all of them and one with what is under it.
    let secret = mia.posts("For my friends").with_words(HERON, "The old bridge").to_contacts();
    tom.comments_on(&secret, "I will not come");
    lark.opens("/readings")
        .fills("Sign-in name", "mia")
        .ticks("What do they post for few people?")
        .presses("Next");
    lark.ticks("Somebody may be bullied").fills("What has happened?", "A friend came to me and cried");
    lark.presses("Open it").sees("For my friends").follows("Take out as evidence");
    let all = takes_out(&lark, Some(("Everybody else", "As “Person 1”, with their words")));
    assert_eq!((holds(&all).said, holds(&all).media), (1, 1));
    assert!(says(&all, "The old bridge") && !says(&all, "I will not come"));
    let posts = lark
        .opens("/readings")
        .look(|page| {
            page.links
                .iter()
                .map(|link| link.to.clone())
                .filter(|to| to.starts_with("/readings/") && to[10..].parse::<i64>().is_ok())
                .max()
        })
        .unwrap();
    lark.opens(&format!("{posts}/posts/{}", number(&secret))).follows("Take out as evidence");
    let one = takes_out(&lark, Some(("Everybody else", "As “Person 1”, with their words")));
    assert_eq!(holds(&one).said, 2);
    assert!(
        says(&one, "I will not come") && !says(&one, "\"Tom\""),
        "who is not on the form is one of all the others"
    );
}

#[test]
fn an_older_case_is_linked_to_the_sheet_of_its_day_and_bares_nothing_of_others() {
    let school = Site::school_with_clock();
    let (threat, fox) = a_case(&school);
    let ben = school.pupil("Benjamin Underhill");
    ben.posts("My own secret thoughts").to_only_me();
    school.a_day_passes();
    school.a_day_passes();
    let fox = school.known("Ms Fox", "ms.fox", fox.id);
    fox.opens(&format!("/evidence/items/{}", number(&threat)));
    let pack = takes_out(&fox, None);
    let found = holds(&pack);
    let sheets: Vec<(i64, String)> = school.read(|look| {
        look.list("SELECT last_seq, lower(hex(head)) FROM seen_sheet ORDER BY id", [], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
    });
    assert_eq!(found.ends[0].0, sheets[0].0, "{:?}", found.ends);
    assert_eq!(
        (found.ends[0].1.as_str(), found.ends[0].2.as_deref()),
        (sheets[0].1.as_str(), Some("2025-03-03"))
    );
    assert_eq!(found.ends.last().unwrap().2, None, "that it was taken out is of a day that is not over");
    for others in ["Underhill", "secret thoughts", "box.start", "session.begin"] {
        assert!(!says(&pack, others), "{others}");
    }
}

#[test]
fn nobody_takes_out_a_case_about_something_of_their_own() {
    let school = Site::school();
    let (fox, tom) = (school.teacher("Ms Fox"), school.pupil("Tom"));
    let post = fox.posts("Silence, all of you").to_everyone();
    tom.reports(&post, "It is mean to somebody", "");
    fox.opens(&format!("/desk/items/{}", number(&post))).misses("Take out as evidence");
    fox.opens(&format!("/evidence/items/{}", number(&post))).is_told(403);
    school.teacher("Mr Crow").opens(&format!("/evidence/items/{}", number(&post))).is_told(200);
}

#[test]
fn the_program_checks_a_pack_and_the_key_of_the_box() {
    let school = Site::school();
    let pack = pack(&school);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("pack.zip");
    std::fs::File::create(&file).unwrap().write_all(&pack).unwrap();
    let seal = school.files_in("").into_iter().find(|path| path.ends_with("seal.key")).unwrap();
    let data = seal.parent().unwrap().to_string_lossy().into_owned();
    let nowhere = folder.path().to_string_lossy().into_owned();
    let name = file.to_string_lossy().into_owned();
    let run = |words: &[&str]| {
        let program =
            std::process::Command::new(env!("CARGO_BIN_EXE_courtyard")).args(words).output().unwrap();
        let said =
            String::from_utf8_lossy(&program.stdout).into_owned() + &String::from_utf8_lossy(&program.stderr);
        (program.status.code().unwrap(), said)
    };
    let key = data_encoding::HEXLOWER.encode(&holds(&pack).key);
    let (code, said) = run(&["verify", &name, "--data", &data]);
    assert!(
        code == 0 && said.contains("Signed with the key asked for") && said.contains(&key),
        "{code} {said}"
    );
    assert!(said.contains("It does not prove"), "{said}");
    let (code, said) = run(&["verify", &name, "--data", &nowhere]);
    assert!(code == 0 && said.contains("a key to compare with a daily sheet"), "{code} {said}");
    let (code, said) = run(&["verify", &name, "--data", &nowhere, "--key", &key.to_uppercase()]);
    assert!(code == 0, "{code} {said}");
    let (code, said) = run(&["verify", &name, "--data", &data, "--key", &"0".repeat(64)]);
    assert!(code == 3 && said.contains("another key"), "{code} {said}");
    let owl = school.staff("Mr Owl", &[Duty::Audit]);
    let grouped: Vec<String> =
        key.as_bytes().chunks(4).map(|some| String::from_utf8_lossy(some).into_owned()).collect();
    owl.opens("/sheets/today").sees(&grouped.join(" "));
    let mut wrong = pack.clone();
    let at = wrong.len() / 2;
    wrong[at] ^= 1;
    std::fs::write(&file, wrong).unwrap();
    let (code, said) = run(&["verify", &name, "--data", &data]);
    assert!(code == 3 && said.contains("does not hold"), "{code} {said}");
    assert_eq!(owl.asks(&Ask::get("/seal.key")).status, 404);
}
