//! Staff keep people apart: neither sees the other anywhere, neither is told, and staff see both.

use crate::harness::{Ask, Person, Site, number};
use crate::watching::rule;
use courtyard::base::{Act, Duty};
use courtyard::db::params;

/// Ana and Ben, who know each other and share with each other; Cleo, who knows both; Ms Lark, who holds Safeguard.
struct House<'s> {
    ana: Person<'s>,
    ben: Person<'s>,
    cleo: Person<'s>,
    lark: Person<'s>,
}

fn house(school: &Site) -> House<'_> {
    let (ana, ben, cleo) = (school.pupil("Ana"), school.pupil("Ben"), school.pupil("Cleo"));
    for (one, other) in [(&ana, &ben), (&ana, &cleo), (&ben, &cleo)] {
        one.befriends(other);
    }
    House { ana, ben, cleo, lark: school.staff("Ms Lark", &[Duty::Safeguard]) }
}

/// Everybody may write to everybody.
fn talks(school: &Site) {
    school.head().opens("/admin/rules").ticks("Everybody").presses("Save").is_told(200);
}

/// They come back after a while, and sign in where their session is over.
fn again<'p, 's>(person: &'p Person<'s>) -> &'p Person<'s> {
    if person.opens("/").can_press("Sign in") { person.signs_in() } else { person }
}

/// What stands on a page, as it came.
fn page(person: &Person<'_>, path: &str) -> String {
    person.opens(path).look(|page| page.source.clone())
}

#[test]
fn neither_of_two_finds_the_other_anywhere_and_staff_see_both() {
    let school = Site::school();
    let House { ana, ben, cleo, lark } = house(&school);
    let group = school.has_a_group("Class 5B", &[&ana, &ben, &cleo]);
    let posts = [
        ana.posts("Ana says marzipan").to_everyone(),
        ana.posts("Ana whispers marzipan").to_contacts(),
        ana.posts("Ana tells marzipan").to_group("Class 5B"),
    ];
    let third = cleo.posts("Cleo asks").to_everyone();
    let own = ben.posts("Ben asks").to_everyone();
    ana.comments_on(&own, "Ana knows marzipan");
    ana.comments_on(&third, "Ana answers marzipan");
    ana.opens(&third).presses("Heart").is_told(200);
    ben.opens(&posts[0]).sees("Ana says marzipan");
    ben.opens("/notices").sees("Ana");

    let apart = lark.keeps_apart(&ana, &ben);
    lark.sees("Kept apart").sees("Ana (@ana)").sees("Ben (@ben)");
    school.noted(Act::AddApart, &format!("apart {}", number(&apart)));
    for path in posts.iter().map(String::as_str).chain(["/people/ana", "/chat/with/ana"]) {
        assert_eq!(ben.status_of(path), 404, "{path}");
    }
    let members = format!("/groups/{group}/members");
    for path in ["/", "/everyone", "/people", "/people?q=ana", "/notices", &third, &own, &members] {
        ben.opens(path).is_told(200).misses("marzipan").misses("Ana");
    }
    for words in ["marzipan", "ana"] {
        ben.opens(&format!("/search?q={words}")).sees("Nothing found").misses("@ana");
    }
    assert!(!page(&ben, &third).contains("Heart</span> <span>1<"), "whoever is not here presses no heart");
    cleo.opens(&third).sees("Ana answers marzipan");
    assert!(page(&cleo, &third).contains("Heart</span> <span>1<"));
    ben.opens(&format!("/groups/{group}")).sees("2 people");
    cleo.opens(&format!("/groups/{group}")).sees("3 people");
    ana.opens("/people/ben").is_told(404);
    ana.opens("/search?q=ben").misses("@ben");
    lark.opens("/people/ana").is_told(200);
    lark.opens("/people/ben").is_told(200);
    school.head().opens(&third).sees("Ana answers marzipan");

    // It ends, and nothing was lost.
    lark.opens(&apart).fills("Why does it end?", "The order was lifted").presses("End it now").is_told(200);
    lark.sees("Ended").sees("The order was lifted");
    ben.opens(&posts[1]).sees("Ana whispers marzipan");
    ben.opens(&third).sees("Ana answers marzipan");
    school.noted(Act::EndApart, &format!("apart {}", number(&apart)));
}

#[test]
fn a_typed_name_of_somebody_kept_apart_is_that_of_nobody() {
    let school = Site::school();
    let House { ana, ben, cleo, lark } = house(&school);
    lark.keeps_apart(&ana, &ben);
    let named = ben.posts("Hello @ana and @nobody.here").to_everyone();
    ben.opens(&named).sees("@ana");
    assert!(!page(&ben, &named).contains("/people/ana"), "no link to somebody who is not here");
    ana.opens("/notices").misses("Ben");
    let by_cleo = cleo.posts("Look, @ana and @ben").to_everyone();
    assert!(page(&cleo, &by_cleo).contains("/people/ana"));
    let seen = page(&ben, &by_cleo);
    assert!(seen.contains("/people/ben") && !seen.contains("/people/ana"), "{seen}");
    for path in ["/suggest?q=an", "/suggest?q=ana", "/suggest?q="] {
        let offered = ben.asks(&Ask::get(path)).text();
        assert!(!offered.contains("ana"), "{path}: {offered}");
    }
    // What a script of one's own could send is answered as for a number that nobody has.
    ben.opens("/people");
    let token = ben.token();
    for path in
        ["/people/ana/block".to_owned(), "/people/ana/share".to_owned(), format!("/report/person/{}", ana.id)]
    {
        let nobody = path.replace("ana", "nobody").replace(&ana.id.to_string(), "99999");
        let fields = [("same_site", token.as_str()), ("reason", "rude")];
        let answers = [&path, &nobody].map(|path| ben.asks(&Ask::post(path, &fields)).status);
        assert_eq!(answers[0], answers[1], "{path}");
        assert_ne!(answers[0], 303, "{path}");
    }
}

#[test]
fn conversations_that_both_are_in_are_closed_or_settled_by_staff() {
    let school = Site::school();
    let House { ana, ben, cleo, lark } = house(&school);
    talks(&school);
    let two = ana.writes_to(&ben, "Meet me at the gate");
    ben.writes_in(&two, "I will not");
    cleo.opens("/chat/new").ticks("Ana").ticks("Ben").fills("Name", "Picnic").presses("Begin").is_told(200);
    let many = cleo.look(|page| page.path.split('?').next().unwrap().to_owned());
    ana.writes_in(&many, "I bring plums");
    ben.opens(&many).sees("I bring plums");

    let apart = lark.keeps_apart(&ana, &ben);
    lark.sees("Their own conversation").sees("The conversation Picnic").misses("plums").misses("gate");
    for person in [&ana, &ben] {
        person.opens(&two).is_told(404);
        person.opens("/chat").misses("gate").misses("I will not");
        person.opens("/chat/find?q=gate").is_told(200).misses("Meet me");
        person.opens("/chat/find?q=will").is_told(200).misses("I will not");
    }
    ben.opens(&many).misses("plums").misses("Ana").sees("2 people");
    ben.opens(&format!("{many}/about")).misses("Ana");
    cleo.opens(&many).sees("plums");
    ana.writes_in(&many, "And some bread");
    ben.opens("/chat").misses("bread").misses("plums");

    lark.opens(&apart).presses("Take out Ana (@ana)").is_told(200).misses("Picnic");
    ana.opens(&many).is_told(404);
    ana.opens("/notices").misses("Picnic");
    cleo.opens(&format!("{many}/about")).misses("Ana").sees("Ben");
    assert_eq!(school.entries(Act::TakeFromChat).len(), 1);
}

#[test]
fn a_vote_and_an_answer_of_somebody_kept_apart_do_not_count() {
    let school = Site::school();
    let House { ana, ben, cleo, lark } = house(&school);
    cleo.opens("/posts/new").fills("Your post", "Which?").fills("Answer 1", "cats").fills("Answer 2", "dogs");
    cleo.ticks("Everyone").presses("Post").is_told(200);
    let newest = cleo.look(|page| page.attributes("data-item"));
    let poll = format!("/posts/{}", newest.iter().filter_map(|id| id.parse::<i64>().ok()).max().unwrap());
    ana.opens(&poll).ticks("cats").presses("Vote").is_told(200);
    cleo.opens(&poll).ticks("cats").presses("Vote").is_told(200);
    lark.keeps_apart(&ana, &ben);
    ben.opens(&poll).ticks("dogs").presses("Vote").is_told(200).sees("2 people voted");
    cleo.opens(&poll).sees("3 people voted");
    ana.opens(&poll).sees("2 people voted");
}

#[test]
fn groups_are_kept_apart_member_by_member_and_not_the_staff_who_lead_them() {
    let school = Site::school();
    let House { ana, ben, cleo, lark } = house(&school);
    let (dan, plum) = (school.pupil("Dan"), school.staff("Mr Plum", &[]));
    let north = school.has_a_group("Wing North", &[&ana, &plum]);
    school.has_a_group("Wing South", &[&ben]);
    lark.opens("/apart/new")
        .chooses("Or one group", "Wing North")
        .chooses("Or the other group", "Wing South");
    lark.ticks("How somebody behaved")
        .presses("Keep them apart")
        .is_told(200)
        .sees("Wing North and Wing South");
    ben.opens("/people/ana").is_told(404);
    ben.opens("/people/mr.plum").is_told(200);
    ben.opens("/people/dan").is_told(200);
    let (group, newcomer) = (north, dan.id);
    let put_in = "INSERT INTO membership (group_id, account_id, since_at) VALUES (?1, ?2, 0)";
    school.write(Act::AddMember, move |change| change.run(put_in, params![group, newcomer]));
    ben.opens("/people/dan").is_told(404);
    dan.opens("/people/ben").is_told(404);
    dan.opens("/people/ana").is_told(200);
    let take_out = "DELETE FROM membership WHERE group_id = ?1 AND account_id = ?2";
    school.write(Act::RemoveMember, move |change| change.run(take_out, params![group, newcomer]));
    ben.opens("/people/dan").is_told(200);
    cleo.opens("/people/ana").is_told(200);
}

#[test]
fn only_who_holds_safeguard_keeps_apart_and_nobody_learns_of_their_own() {
    let school = Site::school();
    let House { ana, ben, lark, .. } = house(&school);
    let (fox, hare) =
        (school.staff("Ms Fox", &[Duty::Moderate]), school.staff("Mr Hare", &[Duty::Safeguard, Duty::Audit]));
    let apart = lark.keeps_apart(&ana, &ben);
    for person in [&ana, &ben, &fox] {
        for path in ["/apart", "/apart/new", &apart] {
            person.opens(path).is_told(404);
        }
    }
    hare.opens("/apart").sees("Ana (@ana) and Ben (@ben)");
    // What is about himself Mr Hare finds neither in the list nor in the record, and the other is not there for him.
    let own = lark.keeps_apart(&ana, &hare);
    hare.opens("/apart").misses("Ben").sees("There are none");
    hare.opens(&own).is_told(404);
    hare.opens("/people/ana").is_told(404);
    hare.opens("/audit?act=apart.add").misses(&format!("apart {}", number(&own)));
    hare.opens("/audit?act=apart.add").sees("kept people apart");
    lark.opens("/apart/new")
        .fills("One person", "ms.lark")
        .fills("The other person", "ana")
        .ticks("Another reason");
    lark.presses("Keep them apart").is_told(403);
}

#[test]
fn what_is_wrong_with_the_form_is_said_beside_its_fields_and_nothing_is_lost() {
    let school = Site::school();
    let House { lark, .. } = house(&school);
    school.has_a_group("Wing North", &[]);
    lark.opens("/apart/new").presses("Keep them apart").is_told(422).sees("Please fill this in");
    lark.opens("/apart/new").fills("One person", "nobody.here").fills("The other person", "dr.wren");
    lark.chooses("Or the other group", "Wing North")
        .fills("Number of the paper", "F 12/26")
        .fills("Last day", "2020-01-01");
    lark.fills("Note for staff", "See the file").presses("Keep them apart").is_told(422);
    lark.sees("Nobody is called so here").sees("Choose one of the two").sees("It would end before it begins");
    lark.holds("Number of the paper", "F 12/26")
        .holds("Note for staff", "See the file")
        .holds("One person", "nobody.here");
    lark.opens("/apart/new")
        .fills("One person", "ana")
        .fills("The other person", "@Ana")
        .ticks("Another reason");
    lark.presses("Keep them apart").is_told(422).sees("The same stands there twice");
    lark.opens("/apart/new")
        .fills("One person", "ana")
        .fills("The other person", "dr.wren")
        .ticks("Another reason");
    lark.presses("Keep them apart").is_told(422).sees("An owner runs this site");
}

#[test]
fn it_begins_and_ends_on_its_days_whatever_the_clock_does_meanwhile() {
    let school = Site::school_with_clock();
    let House { ana, ben, lark, .. } = house(&school);
    let post = ana.posts("Ana says marzipan").to_everyone();
    lark.opens("/apart/new")
        .fills("One person", "ana")
        .fills("The other person", "ben")
        .ticks("A court said so");
    lark.fills("First day", "2025-03-05")
        .fills("Last day", "2025-03-07")
        .fills("Look at it again on", "2025-03-06");
    lark.presses("Keep them apart").is_told(200).sees("From 5 March 2025");
    let apart = lark.look(|page| page.path.split('?').next().unwrap().to_owned());
    ben.opens(&post).is_told(200);
    school.a_day_passes(); // 4 March
    ben.opens(&post).is_told(200);
    again(&lark).opens("/apart").misses("Look at these now");
    school.a_day_passes(); // 5 March
    again(&ben).opens(&post).is_told(404);
    school.noted(Act::BeginApart, &format!("apart {}", number(&apart)));
    school.a_day_passes(); // 6 March
    again(&lark).opens("/apart").sees("Look at these now").sees("To be looked at since 6 March 2025");
    school.a_day_passes(); // 7 March: its last day
    again(&ben).opens(&post).is_told(404);
    // The clock jumps by a year for a moment: that ends nothing.
    school.waits_ms(365 * 24 * 60 * 60 * 1000);
    school.runs_for(60_000);
    again(&ben).opens(&post).is_told(404);
    again(&lark).opens(&apart).sees("Its last day is past");
    school.waits_ms(-365 * 24 * 60 * 60 * 1000);
    school.a_day_passes(); // 8 March: the box counted a day less than the calendar, since it counts from its first look
    again(&ben).opens(&post).is_told(404);
    school.a_day_passes();
    again(&ben).opens(&post).is_told(200);
    again(&lark).opens(&apart).sees("Its last day was over");
    ben.opens("/notices").misses("kept apart").sees("Nothing yet");
}

#[test]
fn how_a_report_of_somebody_kept_apart_ended_is_not_told() {
    let school = Site::school();
    let House { ana, ben, cleo, lark } = house(&school);
    let fox = school.teacher("Ms Fox");
    let [early, late] = ["marzipan", "nougat"].map(|words| ana.posts(words).to_everyone());
    for who in [&ben, &cleo] {
        who.reports(&early, "It is mean to somebody", "");
        who.reports(&late, "It is mean to somebody", "");
        who.opens(&format!("/report/person/{}", ana.id)).ticks("It is mean to somebody").presses("Send");
        who.is_told(200);
    }
    fox.takes_away(&early, "It was mean to somebody", "");
    ben.opens("/notices").sees("looked at what you reported").sees("It was removed.");
    let apart = lark.keeps_apart(&ana, &ben);
    // Of what Ana made nothing is told, of before neither; and an open page hears of no number of anything.
    ben.opens("/notices").misses("looked at what you reported");
    let mut of_ben = ben.opens("/everyone").listens();
    let mut of_cleo = cleo.opens("/notices").listens();
    fox.takes_away(&late, "It was mean to somebody", "");
    of_cleo.hears("target=\"unread\"");
    fox.opens("/desk").sees("Ana");
    let case =
        fox.look(|page| page.attributes("href")).into_iter().find(|href| href.starts_with("/desk/people/"));
    fox.opens(&case.expect("a case of hers")).presses("Close").is_told(200);
    cleo.opens("/notices").sees("It was removed.").sees("It was looked at.");
    cleo.posts("the bell rings").to_everyone();
    for message in of_ben.hears_each("the bell rings") {
        assert!(!message.contains("target=\"unread\""), "{message}");
    }
    ben.opens("/notices").misses("looked at what you reported");
    // Once it is over, what was told before is there again.
    lark.opens(&apart).fills("Why does it end?", "The order was lifted").presses("End it now").is_told(200);
    ben.opens("/notices").sees("It was removed.").misses("It was looked at. Nothing");
}

#[test]
fn rules_for_words_count_nothing_of_somebody_from_whom_their_keeper_is_kept() {
    let school = Site::school();
    let House { ana, ben, lark, .. } = house(&school);
    let owl = school.staff("Ms Owl", &[Duty::Settings]);
    rule(&school, "clot", "Bring it before staff", "Concern");
    ana.posts("You clot").to_everyone();
    owl.opens("/watch").sees("Matches in 7, 30 and 90 days: 1, 1, 1");
    let apart = lark.keeps_apart(&ana, &owl);
    owl.opens("/watch").sees("Word").misses("Matches");
    ben.posts("A clot of cream").to_everyone();
    owl.opens("/watch").sees("days: 1, 1, 1").follows("Change").sees("days: 1, 1, 1");
    school.head().opens("/watch").sees("days: 2, 2, 2");
    lark.opens(&apart).fills("Why does it end?", "The order was lifted").presses("End it now").is_told(200);
    owl.opens("/watch").sees("days: 2, 2, 2");
}
