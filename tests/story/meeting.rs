//! Events: made by those who may, seen by those for whom they are; who comes; called off; months, and calendar files.

use crate::harness::{Ask, Person, Site};
use courtyard::base::{Act, Approval};

/// Makes an event on that day by the form; gives its path. The clocks of these sites stand at 3 March 2025.
fn makes(person: &Person<'_>, title: &str, day: &str, begins: &str, group: Option<&str>) -> String {
    person.opens("/events/new").fills("Title", title).fills("Day", day).fills("Begins at", begins);
    person.fills("Place", "Hall").fills("What it is about", "Bring **boots**.");
    match group {
        Some(group) => person.ticks("Groups").ticks(group),
        None => person.ticks("Everyone"),
    };
    person.presses("Make the event").is_told(200);
    person.look(|page| page.path.split('?').next().unwrap().to_owned())
}

fn leads(school: &Site, person: &Person<'_>, group: i64) {
    let person = person.id;
    let sql = "UPDATE membership SET leader = 1 WHERE group_id = ?1 AND account_id = ?2";
    school.write(Act::AddMember, move |change| change.run(sql, [group, person]));
}

#[test]
fn an_event_of_a_class_is_in_the_months_of_that_class_alone() {
    let school = Site::school_with_clock();
    let (mia, zoe, fox) = (school.pupil("Mia"), school.pupil("Zoe"), school.staff("Ms Fox", &[]));
    let group = school.has_a_group("Class 5B", &[&mia, &fox]);
    let trip = makes(&fox, "Trip to the lake", "2025-03-12", "14:00", Some("Class 5B"));
    school.noted(Act::AddEvent, &trip[1..].replace("events/", "event "));
    mia.opens("/events").sees("March 2025").sees("Trip to the lake").sees("14:00");
    mia.opens(&format!("/groups/{group}/events?month=2025-03")).sees("Class 5B").sees("Trip to the lake");
    mia.opens("/events?month=2025-04").misses("Trip to the lake");
    mia.opens("/events?day=2025-03-12").sees("Wednesday, 12 March 2025").sees("Hall");
    mia.opens("/events?day=2025-03-13").sees("Nothing on this day.");
    mia.opens(&trip).sees("Wednesday, 12 March 2025, 14:00").sees("Bring boots.").sees("Hall");
    mia.opens("/search?q=lake&kind=events").sees("Trip to the lake");
    zoe.opens("/events?month=2025-03").misses("Trip to the lake");
    zoe.opens("/search?q=lake").misses("Trip to the lake");
    for path in [
        trip.clone(),
        format!("{trip}/event.ics"),
        format!("{trip}/history"),
        format!("{trip}/edit"),
        format!("/groups/{group}/events"),
        format!("/events/calendar.ics?month=2025-03&group={group}"),
    ] {
        assert_eq!(zoe.status_of(&path), 404, "{path}");
    }
    let calendar = |person: &Person<'_>, path: &str| person.asks(&Ask::get(path)).text();
    assert!(!calendar(&zoe, "/events/calendar.ics?month=2025-03").contains("Trip"));
    assert!(calendar(&mia, "/events/calendar.ics?month=2025-03").contains("SUMMARY:Trip to the lake"));
    // Whoever moderates sees it on the page of the class, and not in their own month.
    let owl = school.teacher("Ms Owl");
    owl.opens(&format!("/groups/{group}/events?month=2025-03")).sees("Trip to the lake");
    owl.opens("/events?month=2025-03").misses("Trip to the lake");
    // Strange addresses are months, too.
    for odd in
        ["month=0000-00", "month=x&day=y", "day=2999-12-31", "day=1970-01-01", "month=2999-12&view=list"]
    {
        mia.opens(&format!("/events?{odd}")).is_told(200);
    }
}

#[test]
fn people_say_whether_they_come_and_a_block_hides_them_from_each_other() {
    let school = Site::school_with_clock();
    let (mia, tom, bob) = (school.pupil("Mia"), school.pupil("Tom"), school.pupil("Bob"));
    let play = makes(&school.staff("Ms Fox", &[]), "School play", "2025-03-12", "18:00", None);
    mia.opens(&play).presses("I come").is_at(&play).sees("1 comes").sees("Mia");
    bob.opens(&play).presses("Maybe").is_at(&play);
    tom.opens(&play).sees("1 comes").sees("1 maybe").sees("Bob").presses("I do not come").sees("1 does not");
    mia.blocks(&bob);
    mia.opens(&play).sees("0 maybe").misses("/people/bob");
    bob.opens(&play).sees("0 come").misses("/people/mia");
    // What was said can be changed, and taken back.
    tom.opens(&play)
        .presses("I come")
        .sees("2 come")
        .presses("I come")
        .sees("1 comes")
        .misses("/people/tom\"> Tom");
    let token = tom.token();
    let says = |path: &str, word: &str| {
        tom.asks(&Ask::post(&format!("{path}/answer"), &[("same_site", &token), ("answer", word)])).status
    };
    assert_eq!(says(&play, "always"), 403);
    assert_eq!(says("/events/4000", "yes"), 404);
    school.waits_ms(10 * 24 * 60 * 60 * 1000);
    let tom = school.pupil("Tim");
    tom.opens(&play).sees("This is over.");
    assert!(!tom.can_press("I come"));
}

#[test]
fn an_event_that_is_called_off_stays_and_those_who_come_are_told() {
    let school = Site::school_with_clock();
    let (mia, tom, zoe) = (school.pupil("Mia"), school.pupil("Tom"), school.pupil("Zoe"));
    let fox = school.staff("Ms Fox", &[]);
    let play = makes(&fox, "School play", "2025-03-12", "18:00", None);
    mia.opens(&play).presses("I come");
    tom.opens(&play).presses("I do not come");
    fox.opens(&play).presses("Call it off").is_at(&play).sees("Called off");
    mia.opens("/notices").sees("Ms Fox called off an event").sees("School play");
    tom.opens("/notices").misses("called off");
    zoe.opens("/notices").misses("called off");
    zoe.opens("/events?day=2025-03-12").sees("Called off").follows("School play").sees("Called off");
    assert!(!zoe.can_press("I come"));
    let file = mia.asks(&Ask::get(&format!("{play}/event.ics"))).text();
    assert!(file.contains("STATUS:CANCELLED") && file.contains("SEQUENCE:1"), "{file}");
    mia.opens(&format!("{play}/history"));
    fox.opens(&play).presses("It takes place after all").is_at(&play).misses("Called off");
    mia.opens("/notices").sees("takes place after all");
    assert_eq!(mia.status_of(&format!("{play}/edit")), 404);
}

#[test]
fn another_time_or_place_is_kept_and_told() {
    let school = Site::school_with_clock();
    let (mia, fox) = (school.pupil("Mia"), school.staff("Ms Fox", &[]));
    let play = makes(&fox, "School play", "2025-03-12", "18:00", None);
    mia.opens(&play).presses("Maybe");
    fox.opens(&format!("{play}/edit"))
        .holds("Begins at", "18:00")
        .fills("What it is about", "A comedy.")
        .presses("Save");
    mia.opens("/notices").misses("changed when or where");
    fox.opens(&format!("{play}/edit"))
        .fills("Day", "2025-03-13")
        .fills("Ends at", "20:00")
        .presses("Save")
        .is_at(&play);
    mia.opens("/notices").sees("Ms Fox changed when or where an event is");
    mia.opens(&play).sees("Thursday, 13 March 2025, 18:00 to 20:00").sees("1 maybe");
    mia.opens(&format!("{play}/history")).sees("2025-03-12 18:00").sees("2025-03-13 18:00").sees("A comedy.");
    fox.opens(&play).presses("Delete event").is_at("/events").misses("School play");
    mia.opens(&play).is_told(404);
    mia.opens("/search?q=play").misses("School play");
}

#[test]
fn a_form_that_makes_no_sense_comes_back_as_it_was() {
    let school = Site::school_with_clock();
    let fox = school.staff("Ms Fox", &[]);
    fox.opens("/events/new?day=2025-03-12").holds("Day", "2025-03-12").fills("Title", "Play");
    fox.fills("Begins at", "18:00").fills("Ends at", "17:00").presses("Make the event").is_told(422);
    fox.sees("It would end before it begins.")
        .holds("Title", "Play")
        .holds("Begins at", "18:00")
        .holds("Day", "2025-03-12");
    fox.fills("Ends at", "").fills("Last day", "2026-03-12").presses("Make the event").is_told(422);
    fox.fills("Last day", "")
        .fills("Begins at", "")
        .presses("Make the event")
        .is_told(200)
        .sees("the whole day");
}

#[test]
fn members_make_no_events_and_leaders_only_in_the_groups_they_lead() {
    let school = Site::school_with_clock();
    let (mia, tom) = (school.pupil("Mia"), school.pupil("Tom"));
    let club = school.has_a_group("Chess club", &[&mia, &tom]);
    assert_eq!(mia.status_of("/events/new"), 404);
    mia.opens("/events").misses("New event");
    let token = mia.opens("/posts/new").token();
    let fields = [
        ("same_site", token.as_str()),
        ("title", "Party"),
        ("first", "2025-03-12"),
        ("audience", "everyone"),
    ];
    assert_eq!(mia.asks(&Ask::post("/events", &fields)).status, 403);
    leads(&school, &mia, club);
    assert_eq!(mia.asks(&Ask::post("/events", &fields)).status, 422);
    school.rules(Approval::HoldAll);
    mia.opens(&format!("/groups/{club}/events"))
        .follows("New event")
        .fills("Title", "Tournament")
        .fills("Day", "2025-03-12");
    mia.presses("Make the event").is_told(200).sees("Waiting for");
    let path = mia.look(|page| page.path.split('?').next().unwrap().to_owned());
    tom.opens("/events?month=2025-03").misses("Tournament");
    assert_eq!(tom.status_of(&format!("{path}/event.ics")), 404);
    school.teacher("Ms Fox").opens("/desk").sees("Tournament");
    school.releases(&path);
    tom.opens("/events?month=2025-03").sees("Tournament");
    mia.opens("/notices").sees("Your event can be seen now");
}

#[test]
fn open_months_and_pages_hear_of_events_and_others_hear_nothing() {
    let school = Site::school_with_clock();
    let (mia, tom, zoe) = (school.pupil("Mia"), school.pupil("Tom"), school.pupil("Zoe"));
    let fox = school.staff("Ms Fox", &[]);
    school.has_a_group("Class 5B", &[&mia, &tom, &fox]);
    let mut of_zoe = zoe.opens("/events").listens();
    let mut of_mia = mia.opens("/events").listens();
    let trip = makes(&fox, "Trip", "2025-03-12", "14:00", Some("Class 5B"));
    of_mia.hears("action=\"refresh\"");
    let mut of_tom = tom.opens(&trip).listens();
    mia.opens(&trip).presses("I come");
    let heard = of_tom.hears("1 comes");
    assert!(heard.contains("/people/mia"), "{heard}");
    fox.opens(&trip).presses("Delete event");
    of_tom.hears("action=\"refresh\"");
    makes(&fox, "Play", "2025-03-12", "14:00", None);
    let heard = of_zoe.hears("action=\"refresh\"");
    assert_eq!(heard.matches("refresh").count(), 1, "not even that something changed: {heard}");
    // Who asks for what is not theirs is sent away, and told nothing.
    let number = trip.rsplit('/').next().unwrap();
    let mut asks = zoe.listens_to(&[&format!("event/{number}")], 0);
    asks.hears("(refresh)");
}
