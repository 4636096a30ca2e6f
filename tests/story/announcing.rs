//! The notice board: seen by those for whom it is, until they have read it; who has read it is for staff alone.

use crate::harness::{Ask, Person, Site};
use courtyard::base::{Act, Approval, Duty};

/// Puts an announcement up by the form; gives its path.
fn announces(person: &Person<'_>, title: &str, text: &str, group: Option<&str>) -> String {
    person.opens("/announcements/new").fills("Title", title).fills("Text", text);
    match group {
        Some(group) => person.ticks("Groups").ticks(group),
        None => person.ticks("Everyone"),
    };
    person.presses("Put it on the board").is_told(200);
    person.look(|page| page.path.split('?').next().unwrap().to_owned())
}

/// This person leads that group.
fn leads(school: &Site, person: &Person<'_>, group: i64) {
    let person = person.id;
    let sql = "UPDATE membership SET leader = 1 WHERE group_id = ?1 AND account_id = ?2";
    school.write(Act::AddMember, move |change| change.run(sql, [group, person]));
}

#[test]
fn what_staff_announce_stands_on_every_home_until_it_was_read() {
    let school = Site::school();
    let (mia, tom) = (school.pupil("Mia"), school.pupil("Tom"));
    let fox = school.staff("Ms Fox", &[]);
    let drill = announces(&fox, "Fire drill", "On **Friday** at ten.", None);
    school.noted(Act::AddAnnouncement, &drill[1..].replace("announcements/", "announcement "));
    mia.opens("/").at("Fire drill").sees("On Friday at ten.").presses("I have read this").is_at("/");
    mia.misses("Fire drill");
    // It is on the board all the same, and Tom still has it.
    mia.opens("/announcements").sees("Fire drill").sees("Read");
    tom.opens("/").sees("Fire drill");
    fox.opens("/").misses("Fire drill");
    tom.opens("/notices").sees("Ms Fox put something on the notice board").sees("Fire drill");
    tom.opens(&drill).presses("I have read this").is_at(&drill).sees("You read this");
    tom.opens("/search?q=drill&kind=announcements").sees("Fire drill");
    school.stranger().opens(&drill).is_at("/sign-in");
}

#[test]
fn an_announcement_to_a_class_is_for_that_class_alone() {
    let school = Site::school();
    let (mia, zoe) = (school.pupil("Mia"), school.pupil("Zoe"));
    let fox = school.staff("Ms Fox", &[]);
    school.has_a_group("Class 5B", &[&mia, &fox]);
    let trip = announces(&fox, "Trip to the lake", "Bring boots.", Some("Class 5B"));
    mia.opens("/").sees("Trip to the lake").sees("Class 5B");
    zoe.opens("/").misses("Trip to the lake");
    zoe.opens("/announcements").misses("Trip to the lake");
    zoe.opens("/notices").misses("Trip");
    zoe.opens("/search?q=lake").misses("Trip to the lake");
    for path in [trip.clone(), format!("{trip}/history"), format!("{trip}/receipts"), format!("{trip}/edit")]
    {
        assert_eq!(zoe.status_of(&path), 404, "{path}");
        assert_eq!(zoe.status_of("/announcements/4000"), 404);
    }
    let read = Ask::post(&format!("{trip}/read"), &[("same_site", &zoe.opens("/posts/new").token())]);
    assert_eq!(zoe.asks(&read).status, 404);
}

#[test]
fn members_announce_nothing_and_leaders_only_to_the_groups_they_lead() {
    let school = Site::school();
    let (mia, tom) = (school.pupil("Mia"), school.pupil("Tom"));
    let led = school.has_a_group("Chess club", &[&mia, &tom]);
    let other = school.has_a_group("Class 5B", &[&mia, &tom]);
    assert_eq!(mia.status_of("/announcements/new"), 404);
    mia.opens("/announcements").misses("New announcement");
    let token = mia.opens("/posts/new").token();
    let sends = |audience: &[(&str, &str)]| {
        let mut fields = vec![("same_site", token.as_str()), ("title", "Party!")];
        fields.extend_from_slice(audience);
        mia.asks(&Ask::post("/announcements", &fields)).status
    };
    assert_eq!(sends(&[("audience", "everyone")]), 403);
    leads(&school, &mia, led);
    let (led, other) = (led.to_string(), other.to_string());
    assert_eq!(sends(&[("audience", "everyone")]), 422);
    assert_eq!(sends(&[("audience", "only_me")]), 422);
    assert_eq!(sends(&[("audience", "groups"), ("groups", &other)]), 422);
    assert_eq!(sends(&[("audience", "groups"), ("groups", &led), ("groups", &other)]), 422);
    tom.opens("/").misses("Party!");
    assert_eq!(sends(&[("audience", "groups"), ("groups", &led)]), 303);
    tom.opens("/").sees("Party!");
    // A member who leads a group learns nothing of who has read it.
    let path = tom.follows("Party!").look(|page| page.path.clone());
    assert_eq!(mia.status_of(&format!("{path}/receipts")), 404);
    assert_eq!(school.teacher("Ms Fox").status_of(&format!("{path}/receipts")), 200);
}

#[test]
fn staff_see_by_group_who_has_read_it_and_nobody_else_does() {
    let school = Site::school();
    let (mia, tom, zoe) = (school.pupil("Mia"), school.pupil("Tom"), school.pupil("Zoe"));
    let fox = school.staff("Ms Fox", &[]);
    school.has_a_group("Class 5B", &[&mia, &tom, &fox]);
    school.has_a_group("Class 6A", &[&zoe]);
    let trip = announces(&fox, "Trip", "Bring boots.", Some("Class 5B"));
    mia.opens(&trip).presses("I have read this");
    fox.opens(&trip).follows("Who has read it").sees("1 of 2 people have read it.").sees("Class 5B");
    let words = fox.look(|page| page.words.clone());
    let (not_yet, read) = (words.find("Not yet").unwrap(), words.rfind("Read").unwrap());
    assert!(words[not_yet..read].contains("Tom") && words[read..].contains("Mia"), "{words}");
    fox.misses("Zoe");
    let receipts = format!("{trip}/receipts");
    for other in [&mia, &tom, &zoe, &school.staff("Mr Plum", &[]), &school.staff("Mr Hay", &[Duty::Accounts])]
    {
        assert_eq!(other.status_of(&receipts), 404, "{}", other.name);
    }
    mia.opens(&trip).misses("Who has read it");
    school.staff("Ms Owl", &[Duty::Moderate]).opens(&receipts).sees("1 of 2");
}

#[test]
fn a_change_is_kept_and_can_be_asked_to_be_read_anew() {
    let school = Site::school();
    let mia = school.pupil("Mia");
    let fox = school.staff("Ms Fox", &[]);
    let drill = announces(&fox, "Fire drill", "On Friday.", None);
    mia.opens(&drill).presses("I have read this");
    fox.opens(&format!("{drill}/edit"))
        .holds("Text", "On Friday.")
        .fills("Text", "On Monday.")
        .presses("Save");
    mia.opens("/").misses("Fire drill");
    mia.opens(&format!("{drill}/history")).sees("On Monday.").sees("On Friday.");
    fox.opens(&format!("{drill}/edit")).ticks("Ask everybody to read it again").presses("Save").is_at(&drill);
    mia.opens("/").at("Fire drill").sees("On Monday.");
    fox.opens(&drill).presses("Take it down").is_at("/announcements").misses("Fire drill");
    mia.opens("/").misses("Fire drill");
    mia.opens(&drill).is_told(404);
    mia.opens("/search?q=drill").misses("Fire drill");
}

#[test]
fn it_leaves_the_board_after_its_last_day_and_can_be_looked_up() {
    let school = Site::school_with_clock();
    let mia = school.pupil("Mia");
    let fox = school.staff("Ms Fox", &[]);
    fox.opens("/announcements/new").fills("Title", "Late buses").fills("Last day", "2025-03-02");
    fox.presses("Put it on the board").is_told(422).sees("still to come").holds("Title", "Late buses");
    fox.fills("Last day", "2025-03-03").presses("Put it on the board").is_told(200).sees("3 March 2025");
    mia.opens("/").sees("Late buses");
    school.waits_ms(15 * 60 * 60 * 1000); // midnight
    let tom = school.pupil("Tom");
    tom.opens("/").misses("Late buses");
    tom.opens("/announcements").sees("From before").follows("Late buses").sees("This is over.");
}

#[test]
fn a_leaders_words_wait_where_everything_waits_and_then_everybody_is_told() {
    let school = Site::school();
    let (mia, tom) = (school.pupil("Mia"), school.pupil("Tom"));
    let club = school.has_a_group("Chess club", &[&mia, &tom]);
    leads(&school, &mia, club);
    school.rules(Approval::HoldAll);
    let open = announces(&mia, "Chess on Tuesday", "", Some("Chess club"));
    mia.opens(&open).sees("Waiting for");
    tom.opens("/").misses("Chess on Tuesday");
    tom.opens(&open).is_told(404);
    school.teacher("Ms Fox").opens("/desk").sees("Chess on Tuesday");
    school.releases(&open);
    tom.opens("/").sees("Chess on Tuesday");
    tom.opens("/notices").sees("Mia put something on the notice board");
    // A block hides what a member announces, and not what staff do.
    tom.blocks(&mia);
    tom.opens("/").misses("Chess on Tuesday");
    let fox = school.staff("Mr Fox", &[]);
    tom.blocks(&fox);
    announces(&fox, "Fire drill", "", None);
    tom.opens("/").sees("Fire drill");
}

#[test]
fn it_comes_to_open_homes_and_goes_from_them_and_others_hear_nothing() {
    let school = Site::school();
    let (mia, zoe) = (school.pupil("Mia"), school.pupil("Zoe"));
    let fox = school.staff("Ms Fox", &[]);
    school.has_a_group("Class 5B", &[&mia, &fox]);
    let mut of_mia = mia.opens("/").listens();
    let mut of_zoe = zoe.opens("/").listens();
    let trip = announces(&fox, "Trip to the lake", "", Some("Class 5B"));
    let heard = of_mia.hears("Trip to the lake");
    assert!(heard.contains("target=\"board\""), "{heard}");
    fox.opens(&trip).presses("Take it down");
    fox.posts("For all").to_everyone();
    of_mia.hears("For all");
    let heard = of_zoe.hears("For all");
    assert!(!heard.contains("board"), "not even that something changed: {heard}");
    mia.opens("/").misses("Trip to the lake");
}

#[test]
fn a_reported_announcement_comes_to_the_desk_and_can_be_removed() {
    let school = Site::school();
    let (mia, tom) = (school.pupil("Mia"), school.pupil("Tom"));
    let fox = school.staff("Ms Fox", &[]);
    let drill = announces(&fox, "Fire drill", "You are all silly.", None);
    tom.reports(&drill, "It is mean to somebody", "");
    let owl = school.teacher("Ms Owl");
    owl.opens("/desk").sees("Fire drill");
    owl.takes_away(&drill, "It was mean to somebody", "");
    mia.opens("/").misses("Fire drill");
    mia.opens(&drill).is_told(404);
    fox.opens("/notices").sees("removed your announcement");
    fox.opens(&drill).sees("Removed by").misses("Take it down");
    owl.decides(&drill, "Bring it back");
    mia.opens("/").sees("Fire drill");
}

#[test]
fn who_chose_not_to_hear_of_the_board_has_it_on_home_and_no_notice() {
    let school = Site::school();
    let (mia, tom) = (school.pupil("Mia"), school.pupil("Tom"));
    let silent = mia.id;
    let sql = "INSERT INTO silence (account_id, sort) VALUES (?1, 'board')";
    school.write(Act::EditPreferences, move |change| change.run(sql, [silent]));
    announces(&school.staff("Ms Fox", &[]), "Fire drill", "", None);
    mia.opens("/notices").misses("Fire drill");
    mia.opens("/").sees("Fire drill");
    tom.opens("/notices").sees("Fire drill");
}
