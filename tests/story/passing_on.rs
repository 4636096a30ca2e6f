//! Passing posts on: what may be, who sees it, and that nothing of the first post stays when it goes.

use crate::harness::{Ask, HERON, Person, Site, number};
use courtyard::base::{Act, Approval};

/// Tom and Zoe share with each other; Mia knows neither.
fn three(school: &Site) -> (Person<'_>, Person<'_>, Person<'_>) {
    let (mia, tom, zoe) = (school.pupil("Mia"), school.pupil("Tom"), school.pupil("Zoe"));
    tom.shares_with(&zoe);
    zoe.shares_with(&tom);
    (mia, tom, zoe)
}

/// Passes a post on through its form, to everyone; gives the path of the new post.
fn reshares(person: &Person<'_>, post: &str, words: &str) -> String {
    person.opens(&format!("{post}/reshares")).fills("Your words about it", words).presses("Reshare");
    person.is_told(200);
    person.look(|page| page.path.split('?').next().unwrap().to_owned())
}

/// The status of passing a post on as a program would send it.
fn tries(person: &Person<'_>, post: &str) -> u16 {
    person.opens("/posts/new");
    let fields = [("same_site", person.token()), ("body", String::new()), ("audience", "everyone".into())];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    person.asks(&Ask::post(&format!("{post}/reshares"), &fields)).status
}

#[test]
fn a_post_is_passed_on_with_words_and_shows_the_first_one() {
    let school = Site::school();
    let (mia, tom, zoe) = three(&school);
    let heron = mia.posts("A heron by the pond").with_words(HERON, "Grey and tall").to_everyone();
    tom.opens("/everyone").at("A heron by the pond").follows("Reshare").is_at(&format!("{heron}/reshares"));
    let passed = reshares(&tom, &heron, "Look at this!");
    for page in ["/", "/everyone", &passed, "/people/tom"] {
        zoe.opens(page).sees("Look at this!").sees("A heron by the pond").sees("Grey and tall");
    }
    zoe.opens(&passed).follows("See the post").is_at(&heron).sees("1 reshare");
    zoe.follows("1 reshare").sees("Who reshared it").sees("Tom");
    mia.opens("/notices").sees("Tom reshared your post");
    school.noted(Act::Reshare, &passed[1..].replace("posts/", "post "));
    zoe.opens("/search?q=pond").sees("Mia").misses("Tom");
}

#[test]
fn passing_on_what_passes_on_leads_to_the_first_post() {
    let school = Site::school();
    let (mia, tom, zoe) = three(&school);
    let heron = mia.posts("A heron by the pond").to_everyone();
    let of_tom = reshares(&tom, &heron, "Tom's words");
    zoe.opens(&format!("{of_tom}/reshares")).is_at(&format!("{heron}/reshares"));
    let of_zoe = reshares(&zoe, &of_tom, "");
    mia.opens(&of_zoe).sees("A heron by the pond").misses("Tom's words");
    mia.opens(&heron).sees("2 reshares");
    mia.opens("/notices").sees("Zoe and Tom reshared your post");
}

#[test]
fn each_passes_a_post_on_once_and_can_take_it_back() {
    let school = Site::school();
    let (mia, tom, zoe) = three(&school);
    let heron = mia.posts("A heron!").to_everyone();
    let passed = reshares(&tom, &heron, "");
    assert_eq!(tries(&tom, &heron), 422);
    tom.opens(&format!("{heron}/reshares")).sees("You have reshared this post").presses("Take it back");
    for person in [&mia, &tom, &zoe] {
        person.opens(&passed).is_told(404);
        person.opens(&heron).misses("1 reshare");
    }
    mia.opens("/notices").misses("Tom");
    assert_eq!(tries(&tom, &heron), 303, "and again");
}

#[test]
fn only_what_is_for_everyone_and_somebody_elses_is_passed_on() {
    let school = Site::school();
    let (mia, tom, zoe) = three(&school);
    let own = mia.posts("Mine").to_everyone();
    assert_eq!(tries(&mia, &own), 403);
    tom.shares_with(&mia);
    let contacts = tom.posts("For contacts").to_contacts();
    mia.opens(&contacts).sees("For contacts").misses("Reshare");
    mia.opens(&format!("{contacts}/reshares")).is_told(404);
    assert_eq!(tries(&mia, &contacts), 403);
    assert_eq!(tries(&school.pupil("Uma"), &contacts), 404);
    school.rules(Approval::HoldAll);
    let held = tom.posts("Held").to_everyone();
    school.rules(Approval::Open);
    assert_eq!(tries(&zoe, &held), 404);
    mia.blocks(&tom);
    let of_tom = tom.posts("For all").to_everyone();
    assert_eq!(tries(&mia, &of_tom), 404);
    assert_eq!(tries(&tom, &own), 404);
}

#[test]
fn when_the_first_post_goes_nothing_of_it_stays() {
    let school = Site::school();
    let (mia, tom, zoe) = three(&school);
    type Goes = fn(&Site, &Person<'_>, &str);
    let ways: [(&str, Goes); 4] = [
        ("deleted", |_, mia, post| {
            mia.opens(post).presses("Delete").is_told(200);
        }),
        ("removed", |school, _, post| {
            school.teacher("Ms Fox").takes_away(post, "It was mean to somebody", "");
        }),
        ("narrowed", |_, mia, post| {
            mia.opens(&format!("{post}/audience")).ticks("Only me").presses("Save").is_told(200);
        }),
        ("held", |school, mia, post| {
            school.rules(Approval::HoldAll);
            mia.opens(&format!("{post}/edit")).fills("Your post", "secret heron, changed").presses("Save");
            school.rules(Approval::Open);
        }),
    ];
    for (way, goes) in ways {
        let heron = mia.posts(&format!("secret heron {way}")).with_words(HERON, "secret alt").to_everyone();
        let bare = reshares(&tom, &heron, "");
        zoe.opens(&bare).sees("secret heron");
        let worded = reshares(&zoe, &heron, &format!("Zoe says {way}"));
        tom.comments_on(&bare, "under the bare one");
        goes(&school, &mia, &heron);
        for person in [&tom, &zoe] {
            for page in ["/", "/everyone", "/people/tom", "/search?q=secret", "/search?q=bare"] {
                person.opens(page).misses("secret alt").misses(&format!("heron {way}"));
            }
            person.opens(&bare).is_told(404);
            person.opens(&worded).sees(&format!("Zoe says {way}")).sees("The post that was here is gone.");
            person.opens(&worded).misses("secret").misses("/photos/").misses("Mia");
            person.opens(&format!("{worded}/reshares")).is_told(404);
        }
        zoe.opens(&worded).presses("Delete");
    }
}

#[test]
fn a_first_post_that_is_for_fewer_now_is_shown_to_nobody_in_another() {
    let school = Site::school();
    let (mia, tom, zoe) = three(&school);
    mia.shares_with(&tom);
    let heron = mia.posts("secret heron").to_everyone();
    let worded = reshares(&zoe, &heron, "Zoe says look");
    mia.opens(&format!("{heron}/audience")).ticks("My contacts").presses("Save").is_told(200);
    // Tom still sees the first post where it stands. Were it in the other, too, a card that was drawn for him would
    // be kept for Zoe.
    tom.opens(&heron).sees("secret heron");
    for person in [&tom, &mia, &zoe, &tom] {
        person
            .opens("/people/zoe")
            .sees("Zoe says look")
            .sees("The post that was here is gone.")
            .misses("secret");
        person.opens(&worded).sees("The post that was here is gone.").misses("secret");
    }
}

#[test]
fn a_block_between_the_reader_and_the_first_author_hides_it() {
    let school = Site::school();
    let (mia, tom, zoe) = three(&school);
    let heron = mia.posts("A heron by the pond").to_everyone();
    let bare = reshares(&tom, &heron, "");
    zoe.opens("/everyone").sees("A heron by the pond");
    zoe.blocks(&mia);
    zoe.opens("/everyone").misses("A heron by the pond").misses("Mia");
    zoe.opens(&bare).is_told(404);
    tom.opens(&bare).sees("A heron by the pond");
    tom.opens(&format!("{bare}/edit")).fills("Your post", "My own words").presses("Save");
    zoe.opens(&bare)
        .sees("My own words")
        .sees("The post that was here is gone.")
        .misses("heron")
        .misses("Mia");
    mia.opens(&bare).sees("My own words").sees("A heron by the pond");
}

#[test]
fn a_post_passed_on_to_a_group_is_counted_for_its_members_alone() {
    let school = Site::school();
    let (mia, tom, zoe) = three(&school);
    let gil = school.pupil("Gil");
    school.has_a_group("Class 5B", &[&tom, &gil]);
    let heron = mia.posts("A heron!").to_everyone();
    zoe.opens("/everyone").misses("1 reshare");
    tom.opens(&format!("{heron}/reshares")).fills("Your words about it", "For us").ticks("Groups");
    tom.ticks("Class 5B").presses("Reshare").is_told(200);
    for _ in 0..2 {
        gil.opens("/everyone").at("A heron!").sees("1 reshare");
        zoe.opens("/everyone").misses("1 reshare").misses("For us");
    }
    gil.opens(&format!("{heron}/reshares")).sees("Tom");
    zoe.opens(&format!("{heron}/reshares")).misses("/people/tom");
    mia.opens("/notices").misses("Tom");
    mia.opens(&heron).misses("1 reshare");
}

#[test]
fn what_waits_is_told_when_it_is_let_through() {
    let school = Site::school();
    let (mia, tom, zoe) = three(&school);
    let heron = mia.posts("A heron!").to_everyone();
    school.rules(Approval::HoldAll);
    let passed = reshares(&tom, &heron, "Held words");
    zoe.opens(&passed).is_told(404);
    zoe.opens(&heron).misses("1 reshare");
    mia.opens("/notices").misses("reshared");
    school.releases(&passed);
    zoe.opens(&passed).sees("Held words").sees("A heron!");
    mia.opens("/notices").sees("Tom reshared your post");
}

#[test]
fn open_pages_follow_what_is_passed_on() {
    let school = Site::school();
    let (mia, tom, zoe) = three(&school);
    let heron = mia.posts("A heron!").to_everyone();
    let mut of_zoe = zoe.opens(&heron).listens();
    let bare = reshares(&tom, &heron, "");
    let heard = of_zoe.hears("reshares-");
    assert!(heard.contains("1 reshare"), "{heard}");
    let mut on_bare = zoe.opens(&bare).listens();
    mia.opens(&format!("{heron}/edit")).fills("Your post", "A stork!").presses("Save");
    assert!(on_bare.hears("A stork!").contains(&format!("post-{}", number(&bare))));
    mia.opens(&heron).presses("Delete");
    assert!(on_bare.hears("remove").contains(&format!("post-{}", number(&bare))));
}

#[test]
fn a_kept_card_changes_with_what_it_passes_on() {
    let school = Site::school();
    let (mia, tom, zoe) = three(&school);
    let heron = mia.posts("A heron!").to_everyone();
    reshares(&tom, &heron, "Look");
    for _ in 0..2 {
        zoe.opens("/people/tom").sees("Look").sees("A heron!");
    }
    mia.opens(&format!("{heron}/edit")).fills("Your post", "A stork!").presses("Save");
    zoe.opens("/people/tom").sees("A stork!").misses("A heron!");
    // Who hid the first post does not get it back from others, unless they say something of their own.
    let bare = reshares(&school.pupil("Uma"), &heron, "");
    zoe.opens("/people/uma").sees("A stork!");
    zoe.opens("/people/mia").presses("Hide this post").is_told(200);
    zoe.opens("/people/uma").misses("A stork!");
    zoe.opens("/people/tom").sees("Look");
    zoe.opens(&bare).sees("A stork!");
}

#[test]
fn a_poll_that_is_passed_on_is_voted_in_its_own_place() {
    let school = Site::school();
    let (mia, tom, zoe) = three(&school);
    mia.opens("/posts/new").fills("Your post", "Which?").fills("Answer 1", "Cats").fills("Answer 2", "Dogs");
    mia.presses("Post").is_told(200);
    let passed = reshares(&tom, "/posts/1", "");
    zoe.opens(&passed).sees("Cats").sees("Nobody has voted yet");
    assert!(!zoe.can_press("Vote"));
    zoe.follows("Vote in the post").is_at("/posts/1").ticks("Cats").presses("Vote").is_told(200);
    zoe.opens(&passed).sees("1 person voted").sees("Your vote");
    tom.opens(&passed).misses("Your vote");
    // In a stream, too, where cards are kept: each as their reader voted, and as it stands now.
    let both = "Cats Your vote 1 vote · 100%";
    for _ in 0..2 {
        zoe.opens("/people/tom").sees(both);
        mia.opens("/people/tom").sees("Cats 1 vote · 100%").misses("Your vote");
    }
    mia.opens("/posts/1").ticks("Dogs").presses("Vote").is_told(200);
    mia.opens("/people/tom").sees("Dogs Your vote 1 vote · 50%").misses("Cats Your vote");
    zoe.opens("/people/tom").sees("Cats Your vote 1 vote · 50%");
}

#[test]
fn an_open_page_counts_a_reshare_no_more_when_it_is_taken_back() {
    let school = Site::school();
    let (mia, tom, zoe) = three(&school);
    let gil = school.pupil("Gil");
    school.has_a_group("Class 5B", &[&tom, &gil]);
    let heron = mia.posts("A heron!").to_everyone();
    let bare = reshares(&tom, &heron, "");
    for _ in 0..2 {
        zoe.opens("/everyone").at("A heron!").sees("1 reshare");
    }
    let mut of_zoe = zoe.opens(&heron).listens();
    tom.opens(&bare).presses("Delete").is_told(200);
    let heard = of_zoe.hears("reshares-");
    assert!(heard.contains("Reshare") && !heard.contains("1 reshare"), "{heard}");
    // A card that was kept for others counts anew, too.
    zoe.opens("/everyone").at("A heron!").misses("1 reshare");
    // One for a class is counted, and counted no more, on the pages of that class alone.
    let (mut of_zoe, mut of_gil) = (zoe.opens(&heron).listens(), gil.opens(&heron).listens());
    tom.opens(&format!("{heron}/reshares")).fills("Your words about it", "For us").ticks("Groups");
    tom.ticks("Class 5B").presses("Reshare").is_told(200);
    let worded = tom.look(|page| page.path.split('?').next().unwrap().to_owned());
    of_gil.hears(">1 reshare<");
    school.teacher("Ms Fox").takes_away(&worded, "It was mean to somebody", "");
    of_gil.hears(">Reshare<");
    tom.comments_on(&heron, "Anyhow");
    assert!(!of_zoe.hears("Anyhow").contains("reshares-"), "Zoe never saw that one");
}

#[test]
fn how_a_reshare_will_look_is_seen_before_it_is_sent() {
    let school = Site::school();
    let (mia, tom, zoe) = three(&school);
    let heron = mia.posts("A heron by the pond").with_words(HERON, "Grey and tall").to_everyone();
    let form = format!("{heron}/reshares");
    tom.opens(&form).fills("Your words about it", "**Look**, @zoe").ticks("My contacts").presses("Preview");
    tom.is_told(200).sees("This is how it will look").holds("Your words about it", "**Look**, @zoe");
    tom.look(|page| {
        assert!(page.source.contains("<strong>Look</strong>"));
        assert!(page.links.iter().any(|link| link.to == "/people/zoe"));
    });
    tom.at("Look, @zoe").sees("A heron by the pond").sees("Grey and tall");
    assert!(school.entries(Act::Reshare).is_empty());
    zoe.opens("/").misses("Look");
    tom.opens(&form).presses("Preview").at("This is how it will look").misses("There are no words yet");
    tom.opens(&form);
    let long = "x".repeat(courtyard::base::limits::POST_CHARS_MAX + 1);
    tom.forces("Your words about it", &long)
        .presses("Preview")
        .is_told(422)
        .holds("Your words about it", &long);
    tom.fills("Your words about it", "Look").presses("Reshare").is_told(200).sees("A heron by the pond");
    let fields = [("same_site", zoe.opens("/posts/new").token()), ("body", "x".to_owned())];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let preview = |post: &str| Ask::post(&format!("{post}/reshares/preview"), &fields);
    let live = preview(&heron).with("Accept", "text/vnd.turbo-stream.html");
    assert!(zoe.asks(&live).text().contains("<turbo-stream action=\"update\" target=\"preview\">"));
    for hidden in [mia.posts("For me").to_only_me(), mia.posts("For mine").to_contacts()] {
        assert_eq!(zoe.asks(&preview(&hidden)).status, 404);
    }
}
