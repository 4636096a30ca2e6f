//! Polls: who is asked, how one stands and for whom, and that nobody learns who chose what.

use crate::harness::{Ask, Person, Site, number};
use courtyard::base::{Act, Approval, Duty, Standing};

/// Mia shares with Tom; Zoe knows neither.
fn three(school: &Site) -> (Person<'_>, Person<'_>, Person<'_>) {
    let (mia, tom, zoe) = (school.pupil("Mia"), school.pupil("Tom"), school.pupil("Zoe"));
    mia.shares_with(&tom);
    (mia, tom, zoe)
}

/// A post that is being written, with a poll of two answers in it.
fn asks<'p, 's>(person: &'p Person<'s>, text: &str) -> &'p Person<'s> {
    person.opens("/posts/new").fills("Your post", text).fills("Answer 1", "Cats").fills("Answer 2", "Dogs")
}

/// Sends it, and gives its path.
fn sent(person: &Person<'_>) -> String {
    person.presses("Post").is_told(200);
    let ids = person.look(|page| page.attributes("data-item"));
    format!("/posts/{}", ids.iter().filter_map(|id| id.parse::<i64>().ok()).max().unwrap())
}

/// The vote that a program could send, whatever the page offers.
fn votes(person: &Person<'_>, post: &str, places: &[&str]) -> u16 {
    person.opens("/posts/new");
    let (token, name) = (person.token(), format!("answer-{}", number(post)));
    let mut fields = vec![("same_site", token.as_str())];
    fields.extend(places.iter().map(|place| (name.as_str(), *place)));
    person.asks(&Ask::post(&format!("{post}/vote"), &fields)).status
}

#[test]
fn who_sees_the_post_votes_once_and_sees_how_it_stands() {
    let school = Site::school();
    let (mia, tom, zoe) = three(&school);
    asks(&mia, "Which is better?").ticks("My contacts");
    let poll = sent(&mia);
    tom.opens(&poll).sees("Cats").sees("Nobody has voted yet").ticks("Cats").presses("Vote");
    tom.is_at(&format!("{poll}#poll-{}", number(&poll)))
        .sees("Cats Your vote 1 vote · 100%")
        .sees("1 person voted");
    tom.opens(&poll)
        .ticks("Dogs")
        .presses("Vote")
        .sees("Dogs Your vote 1 vote · 100%")
        .sees("Cats 0 votes · 0%");
    tom.sees("1 person voted");
    mia.opens(&poll).ticks("Cats").presses("Vote").sees("Cats Your vote 1 vote · 50%").sees("2 people voted");
    zoe.opens(&poll).is_told(404).misses("Cats");
    assert_eq!(votes(&zoe, &poll, &["0"]), 404);
    mia.opens(&poll).sees("2 people voted");
}

#[test]
fn nobody_learns_who_voted() {
    let school = Site::school();
    let (mia, tom, zoe) = three(&school);
    let head = school.head();
    asks(&mia, "Which is better?").ticks("Everyone");
    let poll = sent(&mia);
    tom.opens(&poll).ticks("Cats").presses("Vote").is_told(200);
    for person in [&mia, &zoe, &head, &school.staff("Ms Fox", &[Duty::Moderate])] {
        person.opens(&poll).sees("Cats 1 vote · 100%").misses("Tom").misses("/people/tom");
        person.opens("/notices").misses("/people/tom");
    }
    head.opens("/audit").misses("voted");
    assert!(school.entries(Act::Vote).is_empty(), "no row of the record says who voted");
    // Not even by what is missing: a block changes no number.
    mia.blocks(&tom);
    mia.opens(&poll).sees("Cats 1 vote · 100%");
}

#[test]
fn a_result_can_wait_until_one_voted() {
    let school = Site::school();
    let gil = school.pupil("Gil");
    let (mia, tom, zoe) = three(&school);
    asks(&mia, "Which is better?").ticks("People see the result only after they vote").ticks("Everyone");
    let poll = sent(&mia);
    tom.opens(&poll).ticks("Dogs").presses("Vote").sees("Dogs Your vote 1 vote · 100%");
    for person in [&mia, &zoe, &school.head()] {
        person
            .opens(&poll)
            .sees("You see the result after you vote")
            .misses("1 vote")
            .misses("100%")
            .misses("person voted");
        person.opens("/everyone").misses("1 vote").misses("width=\"100\"");
    }
    zoe.opens(&poll).ticks("Cats").presses("Vote").sees("Dogs 1 vote · 50%");
    // Tom's card, just drawn for him, is not the one that Mia gets.
    tom.opens("/everyone").sees("Dogs Your vote 1 vote · 50%");
    for person in [&mia, &gil] {
        person.opens("/everyone").sees("Which is better?").misses("Your vote").misses("50%");
    }
}

#[test]
fn a_poll_ends_when_its_author_said() {
    let school = Site::school_with_clock();
    let (mia, tom, zoe) = three(&school);
    asks(&mia, "Which is better?").ticks("People see the result only after they vote").ticks("Everyone");
    mia.fills("When the poll ends (optional)", "2025-03-03T08:00").presses("Post").is_told(422);
    mia.sees("Choose a time that is still to come.")
        .fills("When the poll ends (optional)", "2025-03-03T10:00");
    let poll = sent(&mia);
    tom.opens(&poll).sees("Ends 3 March 2025, 10:00").ticks("Cats").presses("Vote").is_told(200);
    zoe.opens(&poll).misses("100%").ticks("Dogs");
    school.waits_ms(61 * 60 * 1000);
    zoe.presses("Vote").is_told(422).sees("This has ended.").sees("Cats 1 vote · 100%");
    zoe.opens(&poll).sees("Ended 3 March 2025, 10:00").sees("Cats 1 vote · 100%");
    assert!(!zoe.can_press("Vote"));
}

#[test]
fn a_vote_stays_where_the_author_chose_so_and_several_count_where_they_may() {
    let school = Site::school();
    let (mia, tom, _) = three(&school);
    asks(&mia, "Which?")
        .ticks("A vote cannot be changed")
        .ticks("People may choose several answers")
        .ticks("Everyone");
    let poll = sent(&mia);
    tom.opens(&poll).presses("Vote").is_told(422).sees("Choose an answer.");
    tom.opens(&poll).ticks("Cats").ticks("Dogs").presses("Vote").is_told(200);
    tom.sees("Cats Your vote 1 vote · 100%").sees("Dogs Your vote 1 vote · 100%").sees("1 person voted");
    assert!(!tom.can_press("Vote"));
    assert_eq!(votes(&tom, &poll, &["0"]), 422, "what the page does not offer is refused");
    tom.opens(&poll).sees("Dogs Your vote 1 vote");
    asks(&mia, "One of them").ticks("Everyone");
    let single = sent(&mia);
    for wrong in [&["0", "1"][..], &["2"], &["-1"], &["x"], &[]] {
        assert_eq!(votes(&tom, &single, wrong), 422, "{wrong:?}");
    }
    tom.opens(&single).sees("Nobody has voted yet");
}

#[test]
fn a_poll_that_cannot_be_comes_back_with_everything_typed() {
    let school = Site::school();
    let mia = school.pupil("Mia");
    mia.opens("/posts/new").fills("Question", "Which?").fills("Answer 1", "Cats").presses("Post");
    mia.is_told(422).sees("At least 2.").holds("Question", "Which?").holds("Answer 1", "Cats");
    mia.fills("Answer 12", "Cats").presses("Post").is_told(422).sees("The same stands there twice.");
    mia.holds("Answer 12", "Cats").fills("Answer 12", "Dogs").fills("Question", "").presses("Post");
    mia.is_told(422).sees("Please fill this in.").fills("Question", "Which?");
    let poll = sent(&mia);
    mia.opens(&poll).sees("Which?").sees("Dogs");
    mia.opens(&format!("{poll}/edit")).fills("Your post", "With words now").presses("Save").is_told(200);
}

#[test]
fn what_was_voted_on_stays_as_it_was() {
    let school = Site::school();
    let (mia, tom, _) = three(&school);
    asks(&mia, "Cats or dogs?").ticks("Everyone");
    let poll = sent(&mia);
    mia.opens(&format!("{poll}/edit")).fills("Your post", "Which?").presses("Save").is_at(&poll);
    tom.opens(&poll).ticks("Cats").presses("Vote").is_told(200);
    mia.opens(&format!("{poll}/edit"))
        .fills("Your post", "Whom shall we expel?")
        .presses("Save")
        .is_told(422);
    mia.sees("People have voted on these words").holds("Your post", "Whom shall we expel?");
    tom.opens(&poll).sees("Which?").misses("expel");
    // A question of its own leaves the words beside it free.
    asks(&mia, "My pets").fills("Question", "Which?").ticks("Everyone");
    let own = sent(&mia);
    tom.opens(&own).ticks("Cats").presses("Vote").is_told(200);
    mia.opens(&format!("{own}/edit")).fills("Your post", "My two pets").presses("Save").is_at(&own);
    tom.opens(&own).sees("My two pets").sees("Which?").sees("Cats Your vote 1 vote");
}

#[test]
fn staff_read_what_a_poll_that_waits_asks() {
    let school = Site::school();
    let (mia, tom, _) = three(&school);
    school.rules(Approval::HoldAll);
    asks(&mia, "").fills("Question", "Which?").ticks("Everyone");
    let poll = sent(&mia);
    tom.opens(&poll).is_told(404);
    assert_eq!(votes(&mia, &poll, &["0"]), 403, "not even its author votes before others can");
    let fox = school.teacher("Ms Fox");
    fox.opens(&format!("/desk/items/{}", number(&poll))).sees("Which?").sees("Cats").sees("Dogs");
    school.releases(&poll);
    tom.opens(&poll).ticks("Dogs").presses("Vote").sees("Dogs Your vote 1 vote");
}

#[test]
fn who_may_only_read_does_not_vote() {
    let school = Site::school();
    let (mia, tom, _) = three(&school);
    asks(&mia, "Which?").ticks("Everyone");
    let poll = sent(&mia);
    school.stands(&tom, Standing::ReadOnly);
    assert_eq!(votes(&tom, &poll, &["0"]), 403);
    mia.opens(&poll).sees("Nobody has voted yet");
}

#[test]
fn open_pages_of_those_who_may_see_it_hear_how_it_stands() {
    let school = Site::school();
    let (mia, tom, zoe) = three(&school);
    asks(&mia, "Which?").ticks("People see the result only after they vote").ticks("Everyone");
    let poll = sent(&mia);
    mia.opens(&poll).ticks("Cats").presses("Vote").is_told(200);
    let (mut of_mia, mut of_tom) = (mia.opens(&poll).listens(), tom.opens(&poll).listens());
    zoe.opens(&poll).ticks("Dogs").presses("Vote").is_told(200);
    let heard = of_mia.hears("2 people voted");
    assert!(heard.contains("Your vote") && !heard.contains("(refresh)"), "{heard}");
    zoe.comments_on(&poll, "Done");
    let heard = of_tom.hears("Done");
    assert!(!heard.contains("poll-results") && !heard.contains("voted"), "{heard}");
}

#[test]
fn a_card_that_was_drawn_before_a_vote_or_an_end_is_drawn_anew() {
    let school = Site::school_with_clock();
    let (mia, tom, zoe) = three(&school);
    asks(&mia, "Which?")
        .ticks("People see the result only after they vote")
        .fills("When the poll ends (optional)", "2025-03-03T10:15")
        .ticks("Everyone");
    let poll = sent(&mia);
    for person in [&tom, &zoe, &tom, &zoe] {
        person.opens("/everyone").sees("You see the result after you vote").misses("people voted");
    }
    tom.opens(&poll).ticks("Cats").presses("Vote").is_told(200);
    tom.opens("/everyone").sees("Cats Your vote 1 vote · 100%");
    zoe.opens("/everyone").misses("100%").misses("1 person");
    mia.opens(&poll).ticks("Dogs").presses("Vote").is_told(200);
    tom.opens("/everyone").sees("Cats Your vote 1 vote · 50%").sees("2 people voted");
    mia.opens("/everyone").sees("Dogs Your vote 1 vote · 50%").misses("Cats Your vote");
    // An hour ago it was, both before the end and after it.
    school.waits_ms(61 * 60 * 1000);
    zoe.opens("/everyone").misses("50%");
    school.waits_ms(30 * 60 * 1000);
    zoe.opens("/everyone").sees("Cats 1 vote · 50%").misses("Your vote");
    assert!(!zoe.can_press("Vote"));
}

#[test]
fn a_page_that_was_away_hears_of_the_votes_it_missed() {
    let school = Site::school();
    let (mia, tom, zoe) = three(&school);
    asks(&mia, "Which?").ticks("Everyone");
    let poll = sent(&mia);
    mia.opens(&poll).ticks("Cats").presses("Vote").is_told(200);
    // Tom's page is made, and its socket comes only after somebody voted: nothing recorded happened between.
    tom.opens(&poll);
    let since = tom.look(|page| page.meta("live-since")).parse().unwrap();
    zoe.opens(&poll).ticks("Dogs").presses("Vote").is_told(200);
    let heard = tom.listens_to(&[&format!("post/{}", number(&poll))], since).hears("2 people voted");
    assert!(!heard.contains("(refresh)"), "{heard}");
}
