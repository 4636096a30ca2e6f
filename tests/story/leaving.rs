//! Closing one's account: hidden at once, back within days, and then gone for good.

use crate::harness::{FOX, HERON, PASSWORD, Person, Site, number};
use courtyard::base::{Act, Duty, Role};

/// Closes their account by the page, as people do.
fn closes(person: &Person<'_>, comments: &str) {
    person.opens("/my").follows("Close my account").ticks(comments);
    person.fills("Your password now", PASSWORD).presses("Close my account").is_told(200);
    person.sees("Your account closes on");
}

/// So many days pass, as the box counts them, one more for the first look at its clock.
fn days_pass(school: &Site, days: usize) {
    for _ in 0..days {
        school.a_day_passes();
    }
}

#[test]
fn a_closed_account_is_hidden_at_once_and_comes_back_with_everything() {
    let school = Site::school();
    let (mia, tom) = (school.pupil("Mia"), school.pupil("Tom"));
    mia.shares_with(&tom);
    let herons = mia.posts("Two herons").with(HERON).to_everyone();
    let pond = tom.posts("A pond").to_everyone();
    mia.comments_on(&pond, "I know that pond");
    mia.opens(&pond).presses("Heart");
    mia.opens(&herons);
    let photo =
        mia.look(|page| page.attributes("src")).into_iter().find(|src| src.starts_with("/photos/")).unwrap();
    closes(&mia, "Delete them too");
    assert_eq!(tom.status_of(&herons), 404);
    assert_eq!(tom.status_of(&photo), 404);
    assert_eq!(tom.status_of("/people/mia"), 404);
    tom.opens("/everyone").misses("Two herons");
    tom.opens(&pond).misses("I know that pond").misses("Heart 1");
    tom.opens("/search?q=herons").misses("Two herons");
    tom.opens("/people?q=mia").misses("@mia");
    mia.opens("/").sees("Your account closes on").misses("A pond");
    mia.opens("/everyone").sees("Keep my account").misses("A pond");
    let elsewhere = mia.elsewhere();
    elsewhere.signs_in().sees("Your account closes on").presses("Keep my account");
    elsewhere.opens(&herons).sees("Two herons");
    tom.opens("/everyone").sees("Two herons");
    tom.opens(&pond).sees("I know that pond");
    tom.opens("/people/mia").sees("Mia");
    school.noted(Act::CloseAccount, &format!("account {}", mia.id));
    school.noted(Act::KeepAccount, &format!("account {}", mia.id));
}

#[test]
fn after_fourteen_days_words_photos_ties_and_name_are_gone_for_good() {
    let school = Site::school_with_clock();
    let (mia, tom) = (school.pupil("Mia"), school.pupil("Tom"));
    mia.shares_with(&tom);
    tom.shares_with(&mia);
    mia.posts("Two herons of Mia's").with(HERON).to_everyone();
    mia.opens("/albums/new").fills("Title", "Mia's ponds").ticks("Everyone").presses("Make the album");
    mia.attaches(FOX).presses("Send photos").is_told(200);
    let pond = tom.posts("A pond").to_everyone();
    mia.comments_on(&pond, "Words of Mia's");
    assert!(!school.files_in("photos").is_empty());
    closes(&mia, "Delete them too");
    days_pass(&school, 10);
    let holds = |school: &Site, words: &str| {
        let words = words.to_owned();
        school.files_in("").iter().filter(|path| path.ends_with("courtyard.db")).count() == 1
            && school.read(|look| look.any("SELECT 1 FROM seen_account WHERE shown_name = ?1", [words]))
    };
    assert!(holds(&school, "Mia"), "ten days are not fourteen");
    days_pass(&school, 6);
    assert!(!holds(&school, "Mia"));
    school.noted(Act::EmptyAccount, &format!("account {}", mia.id));
    assert!(school.files_in("photos").is_empty(), "no photo is left on the disk");
    let words = school.write(Act::Upkeep, |change| {
        change.run("UPDATE post SET body = body WHERE body LIKE '%Mia''s%'", [])?;
        let posts = change.run("UPDATE post SET locked = locked WHERE body LIKE '%Mia''s%'", [])?;
        let comments = change.run("UPDATE comment SET body = body WHERE body LIKE '%Mia''s%'", [])?;
        let albums = change.run("UPDATE album SET about = about WHERE title LIKE '%Mia''s%'", [])?;
        let ties = change.run("UPDATE contact SET since_at = since_at", [])?;
        let passwords =
            change.run("UPDATE credential SET changed_at = changed_at WHERE account_id = 2", [])?;
        Ok([posts, comments, albums, ties, passwords])
    });
    assert_eq!(words, [0; 5], "posts, comments, albums, contacts, passwords");
    let tom = school.is_in(tom);
    tom.opens(&pond).misses("Words of Mia's").sees("A pond");
    mia.elsewhere().signs_in().sees("do not belong together");
    let new = school.knows("Mia", Role::Member, &[]);
    assert_ne!(new.id, mia.id, "the name is free again");
}

/// A leader's event and file, with their paths.
fn event_and_file(school: &Site, person: &Person<'_>, group: i64) -> [String; 2] {
    let id = person.id;
    let sql = "UPDATE membership SET leader = 1 WHERE group_id = ?1 AND account_id = ?2";
    school.write(Act::AddMember, move |change| change.run(sql, [group, id]));
    let at = |person: &Person<'_>| person.look(|page| page.path.split('?').next().unwrap().to_owned());
    person.opens(&format!("/groups/{group}/events")).follows("New event").fills("Title", "Mia's tournament");
    person.fills("Day", "2025-03-12").presses("Make the event").is_told(200);
    let event = at(person);
    person.opens(&format!("/groups/{group}/files/new")).attaches_file(
        "Plan.txt",
        "text/plain",
        b"e4".to_vec(),
    );
    person.fills("What it is", "Mia's plan").presses("Put it here").is_told(200).follows("Plan.txt");
    [event, at(person)]
}

#[test]
fn events_files_answers_and_drafts_are_hidden_with_their_account_and_then_gone() {
    let school = Site::school_with_clock();
    let (mia, tom, fox) = (school.pupil("Mia"), school.pupil("Tom"), school.teacher("Ms Fox"));
    let group = school.has_a_group("Chess club", &[&mia, &tom]);
    let things = event_and_file(&school, &mia, group);
    tom.opens(&things[0]).presses("I come").is_told(200);
    fox.opens("/events/new").fills("Title", "School play").fills("Day", "2025-03-14").ticks("Everyone");
    let play = fox.presses("Make the event").look(|page| page.path.split('?').next().unwrap().to_owned());
    mia.opens(&play).presses("I come").sees("1 comes");
    let heron = tom.posts("A heron").to_everyone();
    mia.opens(&format!("{heron}/reshares")).fills("Your words about it", "Mia's words").presses("Reshare");
    mia.opens("/posts/new").fills("Your post", "Mia's half thought").presses("Keep as draft").is_told(200);
    tom.opens("/everyone").sees("Mia's words");
    closes(&mia, "Delete them too");
    for path in [
        things[0].clone(),
        format!("{}/event.ics", things[0]),
        things[1].clone(),
        format!("{}/fetch", things[1]),
    ] {
        assert_eq!(tom.status_of(&path), 404, "{path}");
    }
    tom.opens("/events?month=2025-03").sees("School play").misses("Mia's tournament");
    tom.opens(&format!("/groups/{group}/files")).misses("Plan.txt");
    tom.opens("/search?q=plan").misses("Plan.txt");
    tom.opens("/everyone").misses("Mia's words");
    tom.opens(&play).misses("1 comes").misses("/people/mia");
    mia.opens("/").presses("Keep my account");
    tom.opens(&things[0]).sees("Mia's tournament");
    tom.opens(&play).sees("1 comes");
    closes(&mia, "Delete them too");
    days_pass(&school, 16);
    let left = school.write(Act::Upkeep, |change| {
        let events = change.run("UPDATE event SET about = about WHERE title LIKE '%Mia''s%'", [])?;
        let files = change.run("UPDATE file SET about = about", [])?;
        let answers = change.run("UPDATE event_answer SET answer = answer", [])?;
        let drafts = change.run("UPDATE draft SET word = word", [])?;
        let posts = change.run("UPDATE post SET body = body WHERE body LIKE '%Mia''s%'", [])?;
        Ok([events, files, answers, drafts, posts])
    });
    assert_eq!(left, [0; 5], "events, files, answers (also those of others to hers), drafts, reshares");
    assert!(school.files_in("photos").is_empty(), "no file is left on the disk");
}

#[test]
fn whoever_closes_their_account_asks_and_reads_no_more() {
    let school = Site::school();
    let (mia, tom, fox) = (school.pupil("Mia"), school.pupil("Tom"), school.teacher("Ms Fox"));
    fox.opens("/groups/new").fills("Name", "Chess club").ticks("Club").ticks("On request").presses("Save");
    let club = fox.look(|page| page.path.split("/people").next().unwrap().to_owned());
    fox.fills("Or paste sign-in names", "tom").presses("Add to the group").is_told(200);
    fox.opens(&format!("{club}/members")).at("Tom").presses("Make leader").sees("leader");
    mia.opens(&club).fills("A word to those who lead it", "I play, too").presses("Ask to join").is_at(&club);
    tom.opens(&format!("{club}/members")).sees("I play, too");
    fox.opens("/announcements/new").fills("Title", "Fire drill").fills("Text", "At ten.").ticks("Everyone");
    let drill =
        fox.presses("Put it on the board").look(|page| page.path.split('?').next().unwrap().to_owned());
    mia.opens(&drill).presses("I have read this").is_told(200);
    fox.opens(&format!("{drill}/receipts")).sees("1 of 3");
    closes(&mia, "Delete them too");
    tom.opens(&format!("{club}/members")).misses("I play, too").misses("Mia");
    fox.opens(&format!("{drill}/receipts")).sees("0 of 2").misses("Mia");
    mia.opens("/").presses("Keep my account");
    tom.opens(&format!("{club}/members")).sees("I play, too");
    fox.opens(&format!("{drill}/receipts")).sees("1 of 3");
}

#[test]
fn comments_can_stay_under_somebody_who_left() {
    let school = Site::school_with_clock();
    let (mia, tom, ana) = (school.pupil("Mia"), school.pupil("Tom"), school.pupil("Ana"));
    let pond = tom.posts("A pond").to_everyone();
    mia.comments_on(&pond, "I know that pond");
    ana.comments_on(&pond, "Me too");
    mia.posts("Two herons").to_everyone();
    closes(&mia, "Leave them there without my name");
    closes(&ana, "Leave them there without my name");
    tom.opens(&pond).misses("I know that pond");
    days_pass(&school, 16);
    let tom = school.is_in(tom);
    tom.opens(&pond)
        .sees("I know that pond")
        .sees("Me too")
        .sees("Somebody who left")
        .misses("Mia")
        .misses("Ana");
    tom.opens("/everyone").misses("Two herons");
    tom.opens("/people").misses("Somebody who left");
    school.head().opens("/admin/rules").unticks("Comments may stay").presses("Save").is_told(200);
    tom.opens("/my/close").misses("Leave them there");
}

#[test]
fn a_clock_that_jumps_closes_nothing_for_good() {
    let school = Site::school_with_clock();
    let mia = school.pupil("Mia");
    mia.posts("Two herons").to_everyone();
    closes(&mia, "Delete them too");
    school.runs_for(60_000);
    school.waits_ms(20 * 365 * 24 * 60 * 60 * 1000);
    school.runs_for(60_000);
    school.runs_for(60_000);
    let mia = school.is_in(mia);
    mia.opens("/").presses("Keep my account").opens("/everyone").sees("Two herons");
}

#[test]
fn what_was_reported_is_kept_for_staff_until_they_are_done() {
    let school = Site::school_with_clock();
    let (mia, tom, fox) = (school.pupil("Mia"), school.pupil("Tom"), school.teacher("Ms Fox"));
    let threat = mia.posts("You will be sorry").to_everyone();
    let calm = mia.posts("A calm pond").to_everyone();
    tom.reports(&threat, "It is a threat", "");
    closes(&mia, "Delete them too");
    days_pass(&school, 16);
    let case = format!("/desk/items/{}", number(&threat));
    let (tom, fox) = (school.is_in(tom), school.is_in(fox));
    fox.opens(&case).sees("You will be sorry");
    assert_eq!(tom.status_of(&threat), 404);
    assert_eq!(tom.status_of(&calm), 404);
    fox.takes_away(&threat, "It was a threat", "");
    school.runs_for(60_000);
    let left = school.write(Act::Upkeep, |change| {
        change.run("UPDATE post SET body = body WHERE body LIKE '%sorry%' OR body LIKE '%calm%'", [])
    });
    assert_eq!(left, 0);
    fox.opens(&case).misses("You will be sorry");
}

#[test]
fn the_last_owner_cannot_close_and_a_wrong_password_closes_nothing() {
    let school = Site::school();
    let head = school.head();
    head.opens("/my/close").fills("Your password now", PASSWORD).presses("Close my account").is_told(422);
    head.sees("You are the last owner");
    head.opens("/").misses("Your account closes on");
    let mia = school.pupil("Mia");
    mia.opens("/my/close")
        .ticks("Leave them there")
        .fills("Your password now", "wrong")
        .presses("Close my account");
    mia.is_told(422).sees("This is not your password.");
    mia.opens("/").misses("Your account closes on");
    head.opens("/my/close");
    head.opens("/admin/rules").unticks("Close one’s own account").presses("Save").is_told(200);
    mia.opens("/my/close").sees("In this house only staff close accounts").misses("Your password now");
}

#[test]
fn staff_who_mark_somebody_as_gone_close_the_account_and_can_bring_it_back_in_time() {
    let school = Site::school_with_clock();
    let (mia, tom) = (school.pupil("Mia"), school.pupil("Tom"));
    let hay = school.staff("Mr Hay", &[Duty::Accounts]);
    mia.posts("Two herons").to_everyone();
    let page = format!("/admin/people/{}", mia.id);
    hay.opens(&page)
        .presses("Mark as gone")
        .is_told(200)
        .sees("everything of this account is deleted for good");
    tom.opens("/everyone").misses("Two herons");
    mia.elsewhere().signs_in().sees("do not belong together");
    hay.opens(&page).presses("Make active").is_told(200).misses("This account closes");
    tom.opens("/everyone").sees("Two herons");
    hay.opens(&page).presses("Mark as gone");
    days_pass(&school, 16);
    let hay = school.is_in(hay);
    hay.opens(&page).sees("This account was emptied");
    hay.presses("Make active").is_told(403);
}

/// A club by invitation that this person leads; gives its path.
fn leads_a_club(school: &Site, person: &Person<'_>) -> String {
    let fox = school.teacher("Ms Fox");
    fox.opens("/groups/new").fills("Name", "Chess club").ticks("Club").ticks("On request").presses("Save");
    let path = fox.look(|page| page.path.split("/people").next().unwrap().to_owned());
    fox.fills("Or paste sign-in names", &person.username).presses("Add to the group").is_told(200);
    fox.opens(&format!("{path}/members")).at(&person.name).presses("Make leader").sees("leader");
    path
}

#[test]
fn what_somebody_asked_of_others_waits_unseen_while_their_account_closes() {
    let school = Site::school();
    let [mia, tom, zoe] = ["Mia", "Tom", "Zoe"].map(|name| school.pupil(name));
    let club = leads_a_club(&school, &mia);
    mia.opens(&format!("{club}/invite")).fills("Or paste sign-in names", "tom").presses("Invite them");
    zoe.opens(&club).fills("A word to those who lead it", "I play").presses("Ask to join").is_at(&club);
    let photo = tom.posts("A heron").with(HERON).to_everyone();
    let files = tom.opens(&photo).look(|page| page.attributes("src"));
    let photo =
        files.iter().find(|src| src.starts_with("/photos/")).unwrap().rsplit_once('/').unwrap().0.to_owned();
    tom.opens("/my/tags").ticks("Ask me first").presses("Save");
    for person in [&mia, &zoe] {
        person.opens(&format!("{photo}/tag")).ticks("Middle").fills("Who is it?", "tom");
        person.presses("Tag this person").is_told(if person.name == "Mia" { 200 } else { 422 });
    }
    let all = |there: bool| {
        let says = |page: &str, words: &str| {
            if there {
                tom.opens(page).sees(words)
            } else {
                tom.opens(page).misses(words)
            };
        };
        says(&club, "Mia invites you");
        says("/my/tags", "Mia");
        says("/notices", "Mia invites you");
        says("/notices", "would like to tag you");
    };
    all(true);
    mia.opens(&format!("{club}/members")).sees("I play");
    closes(&mia, "Delete them too");
    all(false);
    mia.opens("/").presses("Keep my account");
    all(true);
    // Whoever asked is seen by those who lead no more than anybody else who closes.
    closes(&zoe, "Delete them too");
    mia.opens(&format!("{club}/members")).misses("I play").misses("Zoe");
    zoe.opens("/").presses("Keep my account");
    mia.opens(&format!("{club}/members")).sees("I play").sees("Zoe");
}
