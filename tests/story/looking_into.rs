//! Readings of what somebody posts for few; photos under a Reading; and what the record keeps from whom it is about.

use crate::harness::{Ask, FOX, HERON, Person, Site, number};
use courtyard::base::{Act, Approval, Duty};

const WORDS: &str = "A friend came to me and cried";

/// Mia posts for few; Tom is her contact; Zoe knows neither; Ms Lark holds Safeguard, and nothing else.
struct House<'s> {
    mia: Person<'s>,
    tom: Person<'s>,
    zoe: Person<'s>,
    lark: Person<'s>,
}

fn house(school: &Site) -> House<'_> {
    let (mia, tom, zoe) = (school.pupil("Mia"), school.pupil("Tom"), school.pupil("Zoe"));
    mia.befriends(&tom);
    House { mia, tom, zoe, lark: school.staff("Ms Lark", &[Duty::Safeguard]) }
}

/// Asks to see what somebody posts for few; gives the path of that Reading.
fn asks_for_posts(staff: &Person<'_>, whom: &Person<'_>) -> String {
    staff.opens("/readings").fills("Sign-in name", &whom.username).ticks("What do they post for few people?");
    staff.presses("Next").ticks("Somebody may be bullied").fills("What has happened?", WORDS);
    staff.presses("Open it").is_told(200);
    staff.look(|page| page.path.clone())
}

/// The addresses of photos on the page that is open.
fn photos(person: &Person<'_>, begin: &str) -> Vec<String> {
    let all = person.look(|page| page.attributes("src"));
    all.into_iter().filter(|src| src.starts_with(begin) && src.contains("/photos/")).collect()
}

#[test]
fn what_somebody_posts_for_few_opens_with_a_reason_each_thing_in_the_record() {
    let school = Site::school();
    let House { mia, tom, zoe, lark } = house(&school);
    mia.has_an_aspect("Birders", &[&tom]);
    let secret = mia.posts("Meet me at the pond").with_words(HERON, "The old bridge").to_contacts();
    mia.posts("For birders").to_aspect("Birders");
    mia.posts("For Tom by name").to_people(&[&tom]);
    mia.posts("Dear diary").to_only_me();
    mia.posts("Hello all").to_everyone();
    tom.posts("Of Tom himself").to_contacts();
    tom.opens(&secret)
        .fills("Write a comment", "I will not come")
        .fills("Describe it", "A fox")
        .attaches(FOX);
    tom.presses("Send").is_told(200);
    lark.opens(&secret).is_told(404);
    let reading = asks_for_posts(&lark, &mia);
    lark.sees("What Mia posts for few people").sees("Meet me at the pond").sees("The old bridge");
    lark.sees("For birders").sees("For Tom by name").sees("For Tom").misses("I will not come");
    for closed in ["Dear diary", "Hello all", "Of Tom himself"] {
        lark.misses(closed);
    }
    let under = format!("{reading}/posts/{}", number(&secret));
    let shown = school.entries(Act::ShowReading);
    let count = |kind: &str| shown.iter().filter(|entry| entry.starts_with(kind)).count();
    assert_eq!((count("post "), count("photo "), count("comment ")), (3, 1, 0), "{shown:?}");
    lark.opens(&under).sees("Meet me at the pond").sees("I will not come").sees("A fox").sees("Tom");
    let shown = school.entries(Act::ShowReading);
    let count = |kind: &str| shown.iter().filter(|entry| entry.starts_with(kind)).count();
    assert_eq!((count("post "), count("photo "), count("comment ")), (4, 2, 1), "{shown:?}");

    // Each photo by the address of the Reading alone, and for nobody else.
    let here = photos(&lark, "/readings/");
    assert_eq!(here.len(), 2, "{here:?}");
    mia.opens(&secret);
    let there = photos(&mia, "/photos/");
    let hare = school.staff("Mr Hare", &[Duty::Safeguard]);
    for photo in &here {
        assert_eq!(lark.status_of(photo), 200, "{photo}");
        for person in [&mia, &tom, &zoe, &hare] {
            assert_eq!(person.status_of(photo), 404, "{} and {photo}", person.name);
        }
    }
    assert_eq!(lark.status_of(&there[0]), 404);
    // One post of hers opens no other, and no other's.
    lark.opens(&format!("{reading}/posts/999")).is_told(404);
    let of_tom = tom.posts("Tom's own").to_contacts();
    lark.opens(&format!("{reading}/posts/{}", number(&of_tom))).is_told(404);
    lark.opens("/search?q=pond").misses("Meet me");
    for person in [&mia, &tom, &zoe] {
        person.opens(&reading).is_told(404);
        person.opens(&under).is_told(404);
    }
    lark.opens(&reading).presses("It is confidential: stop").is_told(200).misses("pond");
    let sql = "SELECT reason_code FROM seen_audit WHERE act = 'reading.end' ORDER BY seq DESC LIMIT 1";
    let why: String = school.read(|look| look.found(sql, [], |row| row.get(0)));
    assert_eq!(why, "confidential");
    lark.opens(&under).is_told(404);
    assert_eq!(lark.status_of(&here[0]), 404, "a photo of a closed Reading");
}

#[test]
fn what_is_confidential_closes_for_all_and_takes_two_to_open_again() {
    let school = Site::school();
    let House { mia, tom, lark, .. } = house(&school);
    let hare = school.staff("Mr Hare", &[Duty::Safeguard]);
    mia.posts("Dear lawyer").to_contacts();
    tom.posts("Of Tom himself").to_contacts();
    let (mine, his) = (asks_for_posts(&lark, &mia), asks_for_posts(&hare, &mia));
    let of_tom = asks_for_posts(&hare, &tom);
    hare.opens(&his).sees("Dear lawyer");
    let stop = Ask::post(&format!("{mine}/confidential"), &[("same_site", &hare.token())]);
    assert_eq!(hare.asks(&stop).status, 404, "each stops their own");
    lark.opens(&mine).presses("It is confidential: stop").is_told(200).misses("Dear lawyer");
    hare.opens(&his).misses("Dear lawyer");
    hare.opens(&of_tom).sees("Of Tom himself");
    // Not for good: with a new reason, and a second one who says yes. The house asks for no second else.
    lark.opens("/readings").fills("Sign-in name", "mia").ticks("What do they post for few people?");
    lark.presses("Next").sees("met something confidential").ticks("Somebody may be bullied");
    lark.fills("What has happened?", WORDS).presses("Open it").is_told(200).misses("Dear lawyer");
    let anew = lark.look(|page| page.path.clone());
    lark.sees("Waits for a second");
    assert!(!lark.can_press("It is confidential: stop"), "nothing is open");
    hare.opens(&anew).presses("Yes, open it").is_told(200);
    lark.opens(&anew).sees("Dear lawyer");
}

#[test]
fn whoever_posted_is_told_and_nobody_who_commented() {
    let school = Site::school();
    let House { mia, tom, lark, .. } = house(&school);
    let secret = mia.posts("Meet me at the pond").to_contacts();
    tom.comments_on(&secret, "I will not come");
    let reading = asks_for_posts(&lark, &mia);
    lark.opens(&format!("{reading}/posts/{}", number(&secret))).sees("I will not come");
    mia.opens("/notices")
        .sees("Teachers read what you posted for few people")
        .sees("Somebody may be bullied");
    mia.misses("Lark").misses("looked with whom");
    mia.opens("/my/record").sees("Staff read what you posted for few people").misses("Lark").misses("cried");
    tom.opens("/notices").misses("for few people");
    tom.opens("/my/record").misses("for few people");
}

#[test]
fn a_reading_of_posts_opens_no_talk_and_one_of_talk_no_posts() {
    let school = Site::school();
    let House { mia, tom, lark, .. } = house(&school);
    let secret = mia.posts("Meet me at the pond").with(HERON).to_contacts();
    let talk = mia.writes_to(&tom, "In the dark");
    let of_posts = asks_for_posts(&lark, &mia);
    lark.opens(&of_posts).sees("Meet me at the pond").misses("Of two people");
    let photo = photos(&lark, "/readings/").remove(0).replace(&of_posts, "");
    let named = format!("/readings/new?reading={}&conversation={}", number(&of_posts), number(&talk));
    lark.opens(&named).is_told(404);
    lark.opens(&format!("/readings/new?person={}", mia.id)).ticks("Another reason");
    lark.fills("What has happened?", WORDS).presses("Open it").is_told(200);
    let of_talk = lark.look(|page| page.path.clone());
    assert_ne!(of_posts, of_talk);
    lark.sees("Of two people").misses("pond");
    lark.opens(&format!("{of_talk}/posts/{}", number(&secret))).is_told(404);
    assert_eq!(lark.status_of(&format!("{of_talk}{photo}")), 404);
    let token = lark.opens(&of_talk).token();
    let desk = Ask::post(&format!("{of_talk}/desk/{}", number(&secret)), &[("same_site", &token)]);
    assert_eq!(lark.asks(&desk).status, 404);
}

#[test]
fn what_waits_was_changed_or_taken_away_is_marked_and_can_be_brought_to_the_desk() {
    let school = Site::school();
    let House { mia, tom, .. } = house(&school);
    let fox = school.staff("Ms Fox", &[Duty::Moderate, Duty::Safeguard]);
    let secret = mia.posts("Meet me at the pond").to_contacts();
    mia.opens(&format!("{secret}/edit")).fills("Your post", "Meet me at home").presses("Save").is_told(200);
    let gone = mia.posts("Or I tell them").to_contacts();
    mia.opens(&gone).presses("Delete");
    school.rules(Approval::HoldAll);
    mia.posts("This one waits").to_contacts();
    school.rules(Approval::Open);
    let reading = asks_for_posts(&fox, &mia);
    fox.sees("Meet me at home").sees("Said before").sees("Meet me at the pond");
    fox.sees("Or I tell them").sees("Deleted by its author").sees("This one waits").sees("Waits to be seen");
    fox.opens(&reading)
        .at("Meet me at home")
        .presses("Bring it to the desk")
        .is_told(200)
        .sees("Meet me at home");
    fox.chooses("Reason for removing", "It was a threat").presses("Remove");
    tom.opens(&secret).is_told(404);
    let token = fox.token();
    let guess = Ask::post(&format!("{reading}/desk/{}", 999), &[("same_site", &token)]);
    assert_eq!(fox.asks(&guess).status, 404);
}

#[test]
fn many_posts_are_paged_and_each_page_is_in_the_record() {
    let school = Site::school();
    let House { mia, lark, .. } = house(&school);
    for turn in 0..=courtyard::base::limits::LIST_PAGE {
        let sql = "INSERT INTO item (kind, author_id, audience, state, made_at) VALUES ('post', ?1, 'contacts', 'shown', 0)";
        let who = mia.id;
        school.write(Act::AddPost, move |change| {
            let id = change.insert(sql, [who])?;
            change.run("INSERT INTO post (id, body) VALUES (?1, 'turn ' || ?2 || '!')", [id, turn as i64])
        });
    }
    asks_for_posts(&lark, &mia);
    lark.sees("turn 1!").misses("turn 0!").follows("Older").sees("turn 0!").misses("turn 1!");
    assert_eq!(school.entries(Act::ShowReading).len(), courtyard::base::limits::LIST_PAGE + 1);
}

#[test]
fn a_photo_of_private_talk_opens_at_the_desk_and_under_a_reading_and_nowhere_else() {
    let school = Site::school();
    let House { mia, tom, zoe, lark } = house(&school);
    let fox = school.teacher("Ms Fox");
    let talk = mia.writes_to(&tom, "Look");
    mia.opens(&talk).attaches_with_words(HERON, "The old bridge").fills("Write a message", "Here");
    mia.presses("Send").is_told(200);
    mia.opens(&talk);
    let photo = photos(&mia, "/photos/").remove(0);
    for person in [&fox, &lark, &zoe] {
        assert_eq!(person.status_of(&photo), 404, "{}", person.name);
    }
    lark.opens(&format!("/readings/new?person={}", tom.id)).ticks("Another reason");
    lark.fills("What has happened?", WORDS).presses("Open it").at("Mia").follows("Look into it");
    lark.fills("What has happened?", WORDS).presses("Open it").sees("The old bridge");
    let under = photos(&lark, "/readings/").remove(0);
    assert_eq!(lark.status_of(&under), 200);
    for person in [&fox, &mia, &zoe] {
        assert_eq!(person.status_of(&under), 404, "{}", person.name);
    }
    assert_eq!(lark.status_of(&photo), 404, "in its own place it is closed even then");
    let message = mia.look(|page| {
        let piece = page.source.split("id=\"message-").find(|piece| piece.contains("The old bridge"));
        piece.and_then(|piece| piece.split('"').next()).unwrap().to_owned()
    });
    tom.reports(&format!("/messages/{message}"), "It is mean", "");
    fox.opens(&format!("/desk/items/{message}")).sees("The old bridge");
    assert_eq!(fox.status_of(&photos(&fox, "/photos/")[0]), 200);
    assert_eq!(zoe.status_of(&photo), 404);
}

#[test]
fn who_holds_the_record_learns_of_a_look_at_themselves_when_they_are_told_and_not_before() {
    let school = Site::school_with_clock();
    let House { mia, lark, .. } = house(&school);
    let owl = school.staff("Mr Owl", &[Duty::Audit]);
    let wren = school.staff("Mr Wren", &[Duty::Audit]);
    school.head().opens("/admin/rules").ticks("After a week").presses("Save").is_told(200);
    let talk = owl.writes_to(&mia, "Tell nobody");
    mia.writes_in(&talk, "I am afraid");
    lark.opens(&format!("/readings/new?person={}", mia.id)).ticks("Another reason");
    lark.fills("What has happened?", WORDS).presses("Open it").at("Mr Owl").follows("Look into it");
    lark.fills("What has happened?", "She is afraid of him").presses("Open it").sees("I am afraid");
    wren.opens("/readings/all").sees("She is afraid of him").sees("Mr Owl");
    wren.opens("/audit").sees("She is afraid of him").misses("about a look at something of yours");
    owl.opens("/readings/all").sees(WORDS).misses("She is afraid of him");
    owl.opens("/audit").misses("She is afraid of him").sees("about a look at something of yours");
    owl.opens("/audit?act=reading.open").sees(WORDS).misses("She is afraid of him");
    let hidden =
        school.read(|look| look.number("SELECT max(seq) FROM seen_audit WHERE act = 'reading.open'", []));
    owl.opens(&format!("/audit/{hidden}")).is_told(404);
    for _ in 0..8 {
        school.a_day_passes();
    }
    let owl = school.known("Mr Owl", "mr.owl", owl.id);
    owl.opens("/readings/all").sees("She is afraid of him");
    owl.opens("/audit?act=reading.open").sees("She is afraid of him");
    owl.opens("/audit").misses("about a look at something of yours");
}

#[test]
fn two_ask_at_once_and_neither_opens_what_the_other_asked_for() {
    let school = Site::school();
    let House { mia, lark, .. } = house(&school);
    let hare = school.staff("Mr Hare", &[Duty::Safeguard]);
    let secret = mia.posts("Meet me at the pond").to_contacts();
    let reading = asks_for_posts(&lark, &mia);
    hare.opens(&reading).is_told(404);
    hare.opens(&format!("{reading}/posts/{}", number(&secret))).is_told(404);
    let token = hare.opens("/readings").token();
    for act in ["end", "confirm", "refuse", &format!("desk/{}", number(&secret))] {
        let ask = Ask::post(&format!("{reading}/{act}"), &[("same_site", &token)]);
        assert_eq!(hare.asks(&ask).status, 404, "{act}");
    }
    let own = asks_for_posts(&hare, &mia);
    assert_ne!(own, reading);
    // Who loses the duty while a Reading is open loses the Reading.
    let who = lark.id;
    school.write(Act::ChangeDuties, move |change| {
        change.run("UPDATE duty SET ended_at = 0 WHERE account_id = ?1 AND ended_at IS NULL", [who])
    });
    assert_ne!(lark.status_of(&reading), 200);
}

#[test]
fn what_waits_for_a_second_opens_no_post_and_the_second_reads_none_either() {
    let school = Site::school();
    let House { mia, lark, .. } = house(&school);
    let hare = school.staff("Mr Hare", &[Duty::Safeguard]);
    school.head().opens("/admin/rules").ticks("It takes two members of staff").presses("Save").is_told(200);
    let secret = mia.posts("Meet me at the pond").with(HERON).to_contacts();
    let reading = asks_for_posts(&lark, &mia);
    lark.sees("Waits for a second").misses("pond");
    let under = format!("{reading}/posts/{}", number(&secret));
    lark.opens(&under).is_told(404);
    hare.opens(&reading).presses("Yes, open it").is_told(200).misses("pond");
    lark.opens(&under).sees("Meet me at the pond");
    let photo = photos(&lark, "/readings/").remove(0);
    assert_eq!(lark.status_of(&photo), 200);
    hare.opens(&under).is_told(404);
    assert_eq!(hare.status_of(&photo), 404);
}
