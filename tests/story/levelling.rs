//! How strict the house is with a group or a person beside its own rules, how much somebody may send, and groups in which nobody
//! writes.

use crate::harness::{Ask, HERON, Page, Person, Site, number};
use courtyard::base::{Act, Approval, Duty};

/// Staff say how strict it is there, and how much may be sent: messages a day, others in a conversation, characters.
fn says(staff: &Person<'_>, path: &str, level: &str, limits: [&str; 3]) {
    staff.opens(path).ticks(level);
    staff.fills("Messages a day", limits[0]).fills("Others in a new conversation", limits[1]);
    staff.fills("Characters of a message", limits[2]).presses("Save").is_told(200);
}

fn of_group(group: i64) -> String {
    format!("/groups/{group}/level")
}

fn of_person(person: &Person<'_>) -> String {
    format!("/admin/people/{}/level", person.id)
}

/// What somebody does.
type Deed<'a> = &'a dyn Fn();

const NONE: [&str; 3] = ["", "", ""];

/// Is this field on the page that is open?
fn offers(person: &Person<'_>, label: &str) -> bool {
    let has = |page: &Page| {
        let controls = page.forms.iter().flat_map(|form| form.controls.iter());
        controls.flat_map(|each| each.labels.clone()).any(|each| each == label)
    };
    person.look(has)
}

#[test]
fn what_a_group_holds_waits_there_and_nowhere_else() {
    let school = Site::school();
    let (mia, tom, fox) = (school.pupil("Mia"), school.pupil("Tom"), school.teacher("Ms Fox"));
    let class = school.has_a_group("5b", &[&mia, &tom]);
    let club = school.has_a_group("Club", &[&mia, &tom]);
    let before = fox.id;
    school.write(Act::EditGroup, move |change| {
        let sql = "INSERT INTO membership (group_id, account_id, leader, since_at) VALUES (?1, ?2, 1, 0)";
        change.run(sql, [class, before])
    });
    let lesson = fox.posts("A lesson").to_group("5b");
    fox.opens(&format!("/groups/{class}")).follows("What waits, and how much").sees("Nothing waits");
    says(&fox, &of_group(class), "Everything waits", NONE);
    school.noted(Act::SetLevel, &format!("group {class}"));

    let in_class = mia.posts("For the class").to_group("5b");
    mia.opens(&in_class).sees("Waiting for teachers");
    tom.opens(&in_class).is_told(404);
    mia.opens(&lesson).fills("Write a comment", "What a lesson").presses("Send").is_told(200);
    mia.sees("Waiting for teachers");
    tom.opens(&lesson).misses("What a lesson");
    let open = mia.posts("For all").to_everyone();
    tom.opens(&open).sees("For all").misses("Waiting");
    mia.comments_on(&open, "Under it");
    tom.opens(&open).sees("Under it");
    let club_post = mia.posts("For the club").to_group("Club");
    tom.opens(&club_post).sees("For the club");
    // For two groups the stricter one counts, and staff wait nowhere.
    mia.opens("/posts/new").fills("Your post", "For both").ticks("Groups").ticks("5b").ticks("Club");
    mia.presses("Post").is_told(200);
    tom.opens(&format!("/groups/{club}")).misses("For both");
    fox.posts("Homework").to_group("5b");
    tom.opens(&format!("/groups/{class}")).sees("Homework");
    // What was made elsewhere and is given to the class is looked at there.
    mia.opens("/albums/new").fills("Title", "By the pond").ticks("Only me").presses("Make the album");
    let album = mia.look(|page| page.path.split(['?', '#']).next().unwrap_or_default().to_owned());
    mia.opens(&format!("{album}/edit")).ticks("Groups").ticks("5b").presses("Save").is_told(200);
    tom.opens(&album).is_told(404);
    fox.decides(&album, "Let it be seen");
    tom.opens(&album).sees("By the pond");
    school.releases(&in_class);
    tom.opens(&in_class).sees("For the class");
}

#[test]
fn who_moderates_one_group_says_what_waits_there_and_nowhere_else() {
    let school = Site::school();
    let (mia, tom, ash) = (school.pupil("Mia"), school.pupil("Tom"), school.staff("Mr Ash", &[]));
    let class = school.has_a_group("5b", &[&mia, &tom]);
    let other = school.has_a_group("Falcons", &[&mia, &tom]);
    ash.opens(&of_group(class)).is_told(404);
    school.has_charge_of(&ash, Duty::Moderate, class);
    let ash = school.is_in(ash.elsewhere());
    ash.opens(&format!("/groups/{class}")).follows("What waits, and how much").sees("5b");
    says(&ash, &of_group(class), "Everything waits", NONE);
    ash.opens(&of_group(class)).misses("Falcons");
    ash.opens(&of_group(other)).is_told(404);
    let token = ash.opens("/my").token();
    let set = Ask::post(&of_group(other), &[("same_site", &token), ("approval", "read_only")]);
    assert_eq!(ash.asks(&set).status, 404);
    ash.opens(&of_person(&mia)).is_told(404);
    let waits = mia.posts("For the class").to_group("5b");
    tom.opens(&waits).is_told(404);
    let goes = mia.posts("For the others").to_group("Falcons");
    tom.opens(&goes).sees("For the others");
}

#[test]
fn of_site_group_and_person_the_strictest_counts_wherever_somebody_writes() {
    let school = Site::school();
    let (mia, tom, help) =
        (school.pupil("Mia"), school.pupil("Tom"), school.staff("Mr Help", &[Duty::Accounts]));
    mia.befriends(&tom);
    let talk = mia.writes_to(&tom, "Hello");
    help.opens(&format!("/admin/people/{}", mia.id)).follows("What waits, and how much");
    says(&help, &of_person(&mia), "Photos wait", NONE);
    school.noted(Act::SetLevel, &format!("account {}", mia.id));
    let words = mia.posts("Only words").to_everyone();
    tom.opens(&words).sees("Only words");
    let photo = mia.posts("A heron").with(HERON).to_everyone();
    tom.opens(&photo).is_told(404);
    says(&help, &of_person(&mia), "Everything waits", NONE);
    let second = mia.posts("More words").to_everyone();
    tom.opens(&second).is_told(404);
    mia.writes_in(&talk, "Are you there?");
    mia.sees("Waiting for teachers");
    tom.opens(&talk).misses("Are you there?");
    let of_tom = tom.posts("A train").with(HERON).to_everyone();
    mia.opens(&of_tom).sees("A train");
    // The site may be stricter than the person.
    school.rules(Approval::HoldAll);
    says(&help, &of_person(&mia), "Nothing waits", NONE);
    let third = mia.posts("Third").to_everyone();
    tom.opens(&third).is_told(404);
    school.rules(Approval::Open);

    // Who only reads is offered no form; what was open and is sent comes back with its words.
    let page = school.is_in(mia.elsewhere());
    page.opens(&of_tom).fills("Write a comment", "Mine!");
    says(&help, &of_person(&mia), "They only read", NONE);
    page.presses("Send")
        .is_told(422)
        .holds("Write a comment", "Mine!")
        .sees("Nobody can write here just now");
    mia.opens(&of_tom).sees("A train");
    assert!(!offers(&mia, "Write a comment"));
    mia.opens(&talk);
    assert!(!offers(&mia, "Write a message"));
    tom.opens(&of_tom);
    assert!(offers(&tom, "Write a comment"));
    says(&help, &of_person(&mia), "Nothing waits", NONE);
    mia.comments_on(&of_tom, "At last");
    // Nobody says anything of somebody above them, or of themselves; and members of nobody.
    help.opens(&format!("/admin/people/{}/level", school.head().id)).is_told(404);
    help.opens(&of_person(&help)).is_told(404);
    mia.opens(&of_person(&tom)).is_told(404);
    let owl = school.staff("Ms Owl", &[Duty::Moderate]);
    owl.opens(&of_person(&mia)).is_told(404);
}

#[test]
fn the_first_things_of_a_new_account_wait_until_enough_were_let_through() {
    let school = Site::school();
    let (mia, tom, fox) = (school.pupil("Mia"), school.pupil("Tom"), school.teacher("Ms Fox"));
    mia.posts("One").to_everyone();
    mia.posts("Two").to_everyone();
    mia.posts("Three").to_everyone();
    school
        .head()
        .opens("/admin/rules")
        .chooses("New accounts", "The first 3 wait")
        .presses("Save")
        .is_told(200);
    let known = mia.posts("Four").to_everyone();
    tom.opens(&known).sees("Four").misses("Waiting");
    fox.posts("Homework").to_everyone();
    mia.opens("/everyone").sees("Homework");
    let firsts: Vec<String> =
        ["A train", "A tram", "A bus", "A ship"].iter().map(|words| tom.posts(words).to_everyone()).collect();
    for post in &firsts {
        tom.opens(post).sees("Waiting for teachers");
        mia.opens(post).is_told(404);
    }
    school.releases(&firsts[0]);
    school.releases(&firsts[1]);
    let fifth = tom.posts("A plane").to_everyone();
    mia.opens(&fifth).is_told(404);
    // What staff took away teaches nobody to trust it.
    fox.takes_away(&firsts[3], "It was a threat", "");
    let sixth = tom.comments_on(&known, "A bicycle");
    assert!(!sixth.is_empty());
    mia.opens(&known).misses("A bicycle");
    school.releases(&firsts[2]);
    let open = tom.posts("A rocket").to_everyone();
    mia.opens(&open).sees("A rocket");
}

#[test]
fn messages_of_a_day_are_counted_by_the_box_and_a_clock_that_jumps_gives_none() {
    let site = Site::school_with_clock();
    let (mia, tom) = (site.pupil("Mia"), site.pupil("Tom"));
    let head = site.head();
    site.runs_for(0);
    mia.befriends(&tom);
    let class = site.has_a_group("5b", &[&mia]);
    let talk = mia.writes_to(&tom, "First");
    // The group says four, the person more: the least counts, and what went before it was said does too.
    says(&head, &of_group(class), "Nothing waits", ["4", "", ""]);
    says(&head, &of_person(&mia), "Nothing waits", ["20", "", ""]);
    let open = site.is_in(mia.elsewhere());
    open.opens(&talk).sees("You can send 3 more messages today").fills("Write a message", "Typed before");
    let mut page = mia.opens(&talk).listens();
    mia.writes_in(&talk, "Second");
    page.hears("You can send 2 more messages today");
    mia.writes_in(&talk, "Third");
    mia.writes_in(&talk, "Fourth");
    page.hears("You have sent all the messages of today");
    mia.opens(&talk).sees("You have sent all the messages of today");
    assert!(!offers(&mia, "Write a message"));
    open.presses("Send").is_told(422).holds("Write a message", "Typed before");
    open.sees("You can send 4 messages a day").sees("What you typed is still here");
    // What was sent can be put right, and others are not bound by it.
    mia.opens(&talk).follows("Edit").fills("Message", "First!").presses("Save").is_told(200);
    for turn in 0..5 {
        tom.writes_in(&talk, &format!("Of Tom {turn}"));
    }
    site.waits_ms(400 * 24 * 60 * 60 * 1000);
    let mia = site.is_in(mia.elsewhere());
    mia.opens(&talk).sees("You have sent all the messages of today");
    site.a_day_passes();
    // What others send today is theirs.
    let (mia, tom) = (site.is_in(mia.elsewhere()), site.is_in(tom.elsewhere()));
    for turn in 0..3 {
        tom.writes_in(&talk, &format!("Of Tom, the next day {turn}"));
    }
    mia.opens(&talk).sees("You can send 4 more messages today");
    mia.writes_in(&talk, "A new day");
    mia.opens(&talk).sees("You can send 3 more messages today");
    tom.opens(&talk).sees("A new day");
}

#[test]
fn how_many_people_and_how_many_letters_is_said_beside_the_field() {
    let school = Site::school();
    let (mia, tom) = (school.pupil("Mia"), school.pupil("Tom"));
    let (ana, ben) = (school.pupil("Ana"), school.pupil("Ben"));
    for other in [&tom, &ana, &ben] {
        mia.befriends(other);
    }
    let head = school.head();
    head.opens(&of_person(&mia)).fills("Others in a new conversation", "11").presses("Save").is_told(422);
    head.sees("At most 10").holds("Others in a new conversation", "11");
    says(&head, &of_person(&mia), "Nothing waits", ["", "2", "20"]);
    mia.opens("/chat/new")
        .ticks("Tom")
        .ticks("Ana")
        .ticks("Ben")
        .fills("Name of the conversation", "The play");
    mia.presses("Begin").is_told(422).sees("At most 2").holds("Name of the conversation", "The play");
    mia.opens("/chat/new").ticks("Tom").ticks("Ana").fills("Name of the conversation", "The play");
    mia.presses("Begin").is_told(200);
    let talk = mia.look(|page| page.path.split(['?', '#']).next().unwrap_or_default().to_owned());
    let long = "One and twenty letters";
    mia.opens(&talk)
        .fills("Write a message", long)
        .presses("Send")
        .is_told(422)
        .holds("Write a message", long);
    mia.fills("Write a message", "A few").presses("Send").is_told(200);
    // Nor by and by.
    mia.opens(&format!("{talk}/people")).ticks("Ben").presses("Add").is_told(422).sees("At most 2");
    ana.befriends(&ben);
    ana.opens(&talk).fills("Write a message", long).presses("Send").is_told(200);
}

#[test]
fn in_a_group_that_rests_or_is_there_to_read_no_form_is_offered_and_open_pages_are_told() {
    let school = Site::school();
    let (mia, tom, zoe, fox) =
        (school.pupil("Mia"), school.pupil("Tom"), school.pupil("Zoe"), school.teacher("Ms Fox"));
    let class = school.has_a_group("5b", &[&mia, &tom, &fox]);
    let group = format!("/groups/{class}");
    let (in_class, open) = (mia.posts("For the class").to_group("5b"), mia.posts("For all").to_everyone());
    let id = fox.id;
    let sql = "UPDATE membership SET leader = 1 WHERE group_id = ?1 AND account_id = ?2";
    school.write(Act::EditGroup, move |change| change.run(sql, [class, id]));
    fox.opens(&format!("{group}/chat")).presses("Switch the conversation on").is_told(200);
    mia.opens(&format!("{group}/chat"));
    let talk = mia.look(|page| page.path.split(['?', '#']).next().unwrap_or_default().to_owned());
    mia.opens(&format!("{group}/albums/new"))
        .fills("Title", "The trip")
        .presses("Make the album")
        .is_told(200);
    let album = mia.look(|page| page.path.split(['?', '#']).next().unwrap_or_default().to_owned());
    let may_write = |person: &Person<'_>, may: bool, how: &str| {
        for (path, label) in
            [(&in_class, "Write a comment"), (&talk, "Write a message"), (&group, "Your post")]
        {
            person.opens(path).is_told(200);
            assert_eq!(offers(person, label), may, "{label} at {path}: {how}");
        }
        let photos = person.opens(&album).look(|page| page.words.contains("Send photos"));
        assert_eq!(photos, may, "{album}: {how}");
        let files =
            person.opens(&format!("{group}/files")).look(|page| page.words.contains("Put a file here"));
        assert_eq!(files, may, "{how}");
    };
    may_write(&tom, true, "before");
    let stopped: [(&str, Deed<'_>, Deed<'_>); 2] = [
        (
            "it rests",
            &|| {
                fox.opens(&group).follows("Pause all writing").fills("What members will read", "Calm down.");
                fox.presses("Pause it now").is_told(200);
            },
            &|| {
                fox.opens(&group).presses("Let everybody write again").is_told(200);
            },
        ),
        ("it is there to read", &|| says(&fox, &of_group(class), "Nobody posts", NONE), &|| {
            says(&fox, &of_group(class), "Nothing waits", NONE)
        }),
    ];
    for (how, stop, go_on) in stopped {
        let page = school.is_in(tom.elsewhere());
        page.opens(&in_class).fills("Write a comment", "Mine!");
        let said = school.is_in(tom.elsewhere());
        said.opens(&talk).fills("Write a message", "My words");
        let mut of_tom = tom.opens(&talk).listens();
        stop();
        of_tom.hears("Nobody can write here just now");
        may_write(&tom, false, how);
        tom.opens(&in_class).sees("Nobody can write here just now");
        page.presses("Send").is_told(422).holds("Write a comment", "Mine!");
        said.presses("Send").is_told(422).holds("Write a message", "My words");
        for path in [format!("{in_class}/edit"), format!("{group}/albums/new"), format!("{album}/edit")] {
            mia.opens(&path).is_told(403).sees("Nobody can write here just now");
        }
        // Elsewhere all goes on; staff go on here; and outside nobody learns of it.
        tom.opens(&open);
        assert!(offers(&tom, "Write a comment"), "{how}");
        may_write(&fox, true, how);
        for path in [format!("{in_class}/edit"), format!("{group}/albums/new"), format!("{album}/edit")] {
            zoe.opens(&path).is_told(404);
        }
        tom.opens(&format!("/posts/{}/edit", number(&in_class))).misses("Nobody can write here just now");
        go_on();
        of_tom.hears("Write a message");
        may_write(&tom, true, how);
    }
    let token = zoe.opens("/my").token();
    let set = Ask::post(&of_group(class), &[("same_site", &token), ("approval", "read_only")]);
    assert_eq!(zoe.asks(&set).status, 404);
    assert_eq!(tom.asks(&Ask::get(&of_group(class))).status, 404);
}
