//! My contacts: found by who shares with whom, by aspect and by any part of a name; aspects chosen beside each.

use crate::harness::{Ask, Person, Site};
use courtyard::base::{Act, limits};

/// The names that the page lists, in order.
fn listed(person: &Person<'_>, address: &str, among: &[&str]) -> Vec<String> {
    person.opens(address);
    let mut links = person.look(|page| page.attributes("href"));
    links.dedup(); // a name stands once; its picture may lead there too
    let page_of = |name: &str| format!("/people/{}", name.to_lowercase().replace(' ', "."));
    let name =
        |link: &String| among.iter().find(|name| page_of(name) == *link).map(|name| (*name).to_owned());
    links.iter().filter_map(name).collect()
}

#[test]
fn my_contacts_are_shown_by_who_shares_with_whom_and_nobody_else_sees_them() {
    let school = Site::school();
    let [mia, tom, uma, ana, zoe] = ["Mia", "Tom", "Uma", "Ana", "Zoe"].map(|name| school.pupil(name));
    let all = ["Tom", "Uma", "Ana", "Zoe"];
    mia.opens("/contacts").sees("No contacts yet").sees("You share with nobody yet.").follows("Find people");
    mia.is_at("/people");
    for other in [&tom, &ana] {
        mia.shares_with(other);
    }
    tom.shares_with(&mia);
    uma.shares_with(&mia);
    let birders = mia.has_an_aspect("Birders", &[&ana]);
    assert_eq!(listed(&mia, "/contacts", &all), ["Ana", "Tom"]);
    mia.sees("You share with 2 people.").sees("you share with each other").sees("you share with them");
    assert_eq!(listed(&mia, "/contacts?show=mutual", &all), ["Tom"]);
    assert_eq!(listed(&mia, "/contacts?show=sharing", &all), ["Uma"]);
    mia.sees("they share with you").at("Uma").presses("Add to contacts").is_at("/contacts").sees("Nobody");
    assert_eq!(listed(&mia, "/contacts?show=mutual", &all), ["Tom", "Uma"]);
    assert_eq!(listed(&mia, &format!("/contacts?show=aspect-{birders}"), &all), ["Ana"]);
    assert_eq!(listed(&mia, "/contacts?show=none", &all), ["Tom", "Uma"]);
    // Whom I share with, and my aspects, are mine alone.
    zoe.opens("/contacts").misses("Ana");
    zoe.opens(&format!("/contacts?show=aspect-{birders}")).is_told(404).misses("Birders");
    for word in ["nonsense", "aspect-0", "aspect-x", "aspect-99"] {
        mia.opens(&format!("/contacts?show={word}")).is_told(404);
    }
}

#[test]
fn whom_a_block_keeps_apart_does_not_stand_among_contacts() {
    let school = Site::school();
    let [mia, tom, uma] = ["Mia", "Tom", "Uma"].map(|name| school.pupil(name));
    for (one, other) in [(&mia, &tom), (&tom, &mia), (&mia, &uma), (&uma, &mia)] {
        one.shares_with(other);
    }
    mia.opens(&format!("{}/block", tom.profile())).presses("Block");
    uma.opens(&format!("{}/block", mia.profile())).presses("Block");
    // Tom adds her anew, and does not learn that he is blocked; she does not hear of it.
    tom.opens(&mia.profile()).presses("Add to contacts");
    for show in ["", "?show=mutual", "?show=sharing", "?show=none"] {
        for (person, other) in [(&mia, "Tom"), (&mia, "Uma"), (&uma, "Mia")] {
            let found = listed(person, &format!("/contacts{show}"), &[other]);
            assert!(found.is_empty(), "{} sees {other} with {show}", person.name);
        }
    }
    mia.opens(&format!("{}/aspects", tom.profile())).is_told(404);
}

#[test]
fn a_contact_is_found_by_any_part_of_a_name_in_any_script() {
    let school = Site::school();
    let mia = school.pupil("Mia");
    let names = ["Élodie Brandt", "李小龙", "محمد علي", "Tom Heron", "Ana-Maria Fox"];
    for name in names {
        let other = school.pupil(name);
        mia.shares_with(&other);
    }
    school.pupil("Tom Stranger");
    for (typed, expected) in [
        ("elo", vec!["Élodie Brandt"]),
        ("brandt", vec!["Élodie Brandt"]),
        ("小龙", vec!["李小龙"]),
        ("علي", vec!["محمد علي"]),
        ("مُحَمَّد", vec!["محمد علي"]),
        ("maria", vec!["Ana-Maria Fox"]),
        ("tom her", vec!["Tom Heron"]),
        ("tom", vec!["Tom Heron"]),
        ("%", names.to_vec()),
        ("rand", vec![]),
    ] {
        let mut expected = expected;
        let query: String = typed.bytes().map(|byte| format!("%{byte:02X}")).collect();
        let mut found = listed(&mia, &format!("/contacts?q={query}"), &names);
        found.sort();
        expected.sort_unstable();
        assert_eq!(found, expected, "{typed}");
    }
    mia.opens("/contacts?q=rand").sees("Nobody found");
}

#[test]
fn contacts_come_in_pages_by_name() {
    let school = Site::school();
    let mia = school.pupil("Mia");
    let count = limits::LIST_PAGE + 7;
    let me = mia.id;
    school.write(Act::AddContact, move |change| {
        for number in 0..count {
            let id = change.insert(
                "INSERT INTO account (username, shown_name, role, made_at) VALUES (?1, ?2, 'member', 0)",
                (format!("p{number}"), format!("Person {number:03}")),
            )?;
            change.run("INSERT INTO contact (owner_id, person_id, since_at) VALUES (?1, ?2, 0)", [me, id])?;
        }
        Ok(())
    });
    mia.opens("/contacts").sees("Person 000").sees("Person 049").misses("Person 050").follows("Show more");
    mia.sees("Person 050").sees("Person 056").misses("Person 049").misses("Show more");
}

#[test]
fn aspects_are_chosen_beside_a_contact_and_a_new_one_is_made_there() {
    let school = Site::school();
    let [mia, tom, zoe] = ["Mia", "Tom", "Zoe"].map(|name| school.pupil(name));
    for other in [&tom, &zoe] {
        mia.shares_with(other);
    }
    let birders = mia.has_an_aspect("Birders", &[]);
    mia.opens("/contacts")
        .at("Tom")
        .ticks("Birders")
        .fills("New aspect", "Chess")
        .presses("Save")
        .is_at("/contacts");
    mia.sees("In 2 aspects");
    mia.opens("/aspects").sees("Birders").sees("Chess");
    let heron = mia.posts("A heron!").to_aspect("Birders");
    let game = mia.posts("A game!").to_aspect("Chess");
    for path in [&heron, &game] {
        tom.opens(path).is_told(200);
        zoe.opens(path).is_told(404);
    }
    // The same menu on the profile; the name of an aspect that is there is that aspect.
    mia.opens(&zoe.profile()).fills("New aspect", "Chess").presses("Save").is_at(&zoe.profile());
    zoe.opens(&game).is_told(200);
    zoe.opens(&heron).is_told(404);
    let chess = (birders + 1).to_string();
    let token = mia.opens(&tom.profile()).token();
    let only = Ask::post("/people/tom/share", &[("same_site", token.as_str()), ("aspects", chess.as_str())]);
    assert_eq!(mia.asks(&only).status, 303);
    mia.opens(&tom.profile()).sees("In 1 aspect");
    tom.opens(&game).is_told(200);
    tom.opens(&heron).is_told(404).misses("A heron!");
    // A name that is too long comes back, and nothing was changed.
    let long = "x".repeat(limits::GROUP_NAME_CHARS_MAX + 1);
    mia.opens(&format!("{}/aspects", tom.profile()))
        .ticks("Birders")
        .forces("New aspect", &long)
        .presses("Save");
    mia.is_told(422).holds("New aspect", &long);
    tom.opens(&heron).is_told(404);
    // Somebody else's aspect is none.
    let token = zoe.opens("/contacts").token();
    let fields = [("same_site", token.as_str()), ("aspects", &birders.to_string())];
    assert_eq!(zoe.asks(&Ask::post("/people/tom/share", &fields)).status, 404);
}

#[test]
fn my_own_order_of_aspects_is_the_order_everywhere() {
    let school = Site::school();
    let mia = school.pupil("Mia");
    for name in ["Alpha", "Bravo", "Carol"] {
        mia.has_an_aspect(name, &[]);
    }
    let order = |address: &str| {
        mia.opens(address);
        let text = mia.look(|page| page.answer.text());
        let mut found: Vec<(usize, &str)> =
            ["Alpha", "Bravo", "Carol"].into_iter().map(|name| (text.find(name).unwrap(), name)).collect();
        found.sort_unstable();
        found.into_iter().map(|(_, name)| name).collect::<Vec<_>>()
    };
    mia.opens("/aspects").presses("Move Carol up");
    mia.presses("Move Carol up").is_at("/aspects");
    for address in ["/aspects", "/", "/posts/new", "/streams/aspects", "/contacts"] {
        assert_eq!(order(address), ["Carol", "Alpha", "Bravo"], "{address}");
    }
}

#[test]
fn one_writes_from_the_list_to_whom_one_may_write() {
    let school = Site::school();
    let [mia, tom, uma, ana] = ["Mia", "Tom", "Uma", "Ana"].map(|name| school.pupil(name));
    mia.befriends(&tom);
    mia.shares_with(&uma);
    mia.befriends(&ana);
    let fox = school.teacher("Ms Fox");
    fox.shares_with(&uma);
    let writes = |person: &Person<'_>| {
        let links = person.opens("/contacts").look(|page| page.attributes("href"));
        links
            .into_iter()
            .filter_map(|to| to.strip_prefix("/chat/with/").map(str::to_owned))
            .collect::<Vec<_>>()
    };
    assert_eq!(writes(&mia), ["ana", "tom"], "who share with each other");
    assert_eq!(writes(&fox), ["uma"], "staff write to everybody");
    mia.opens("/contacts").follows("Write Tom").is_told(200).sees("Write a message");
    let rule = |words: &str| {
        school.head().opens("/admin/rules").ticks(words).presses("Save").is_told(200);
    };
    school.rules(courtyard::base::Approval::ReadOnly);
    assert!(writes(&mia).is_empty(), "nobody posts now");
    school.rules(courtyard::base::Approval::Open);
    rule("Nobody: groups have their conversations");
    assert!(writes(&mia).is_empty());
    rule("Everybody");
    assert_eq!(writes(&mia), ["ana", "tom", "uma"]);
    rule("Only pairs that staff approve");
    assert!(writes(&mia).is_empty());
    rule("People in the same group");
    assert!(writes(&mia).is_empty());
    school.has_a_group("Chess club", &[&mia, &uma]);
    assert_eq!(writes(&mia), ["uma"]);
    rule("Everybody");
    ana.opens(&format!("{}/block", mia.profile())).presses("Block");
    assert_eq!(writes(&mia), ["tom", "uma"], "a block lies between them");
    fox.sets_about(&mia, "No private messages", "One day", "Please stop writing to them.");
    assert!(writes(&mia).is_empty());
}

#[test]
fn a_block_looks_like_any_other_reason_for_which_one_may_not_write() {
    let school = Site::school();
    let [mia, tom, zoe] = ["Mia", "Tom", "Zoe"].map(|name| school.pupil(name));
    mia.befriends(&tom);
    tom.opens(&mia.profile()).sees("Write a message");
    zoe.opens(&mia.profile()).misses("Write a message");
    mia.opens(&format!("{}/block", tom.profile())).presses("Block").is_told(200);
    for person in [&tom, &zoe] {
        person.opens(&mia.profile()).misses("Write a message");
        person.opens("/chat/with/mia").is_told(200).sees("You cannot write here now.");
    }
    school.head().opens("/admin/rules").ticks("Everybody").presses("Save").is_told(200);
    for person in [&tom, &zoe] {
        person.opens(&mia.profile()).sees("Write a message");
    }
    tom.opens("/chat/with/mia").is_told(200).sees("You cannot write here now.");
    mia.opens(&tom.profile()).misses("Write a message");
    zoe.opens("/chat/with/mia").fills("Write a message", "Hello").presses("Send").is_told(200);
    school.head().sets_about(&zoe, "No private messages", "One day", "Please stop writing to them.");
    zoe.opens(&tom.profile()).misses("Write a message");
}
