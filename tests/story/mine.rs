//! What is mine to choose: what I hear of, reading aloud, keys.

use crate::harness::{Ask, Site};
use courtyard::base::Act;

#[test]
fn what_one_chose_not_to_hear_of_becomes_no_notice_and_all_else_does() {
    let school = Site::school();
    let (mia, tom, zoe) = (school.pupil("Mia"), school.pupil("Tom"), school.pupil("Zoe"));
    let heron = mia.posts("A heron!").to_everyone();
    mia.opens("/notices").follows("Choose").is_at("/my/notices").unticks("Reactions");
    mia.presses("Save").is_told(200).sees("Saved");
    school.noted(Act::EditPreferences, &format!("account {}", mia.id));

    tom.opens(&heron).presses("Heart");
    mia.opens("/");
    assert!(mia.look(|page| !page.source.contains("1 new notice")), "nor does the badge count it");
    mia.opens("/notices").misses("reacted");
    tom.comments_on(&heron, "Mine!");
    mia.opens("/notices").sees("Mine!");
    // Each chooses for themselves.
    let train = zoe.posts("A train!").to_everyone();
    tom.opens(&train).presses("Heart");
    zoe.opens("/notices").sees("reacted");

    // What was not told is not told later; what comes from now on is.
    mia.opens("/my/notices").ticks("Reactions").presses("Save").is_told(200);
    mia.opens("/notices").misses("reacted");
    zoe.opens(&heron).presses("Heart");
    mia.opens("/notices").sees("Zoe reacted to your post").misses("Tom reacted");
}

#[test]
fn who_hears_of_no_mentions_hears_of_a_comment_that_names_them_as_of_any_other() {
    let school = Site::school();
    let (mia, tom, zoe) = (school.pupil("Mia"), school.pupil("Tom"), school.pupil("Zoe"));
    for person in [&mia, &zoe] {
        person.opens("/my/notices").unticks("Mentions").presses("Save").is_told(200);
    }
    let heron = mia.posts("A heron!").to_everyone();
    tom.comments_on(&heron, "Look @mia and @zoe");
    mia.opens("/notices").sees("Tom commented on your post").misses("named you");
    zoe.opens("/notices").misses("Tom");
    mia.opens("/my/notices").unticks("Comments and answers").presses("Save").is_told(200);
    tom.comments_on(&heron, "Again @mia");
    mia.opens("/notices").misses("Again");
}

#[test]
fn contacts_and_groups_are_told_or_not_as_one_chose() {
    let school = Site::school();
    let (mia, tom, fox) = (school.pupil("Mia"), school.pupil("Tom"), school.teacher("Ms Fox"));
    mia.opens("/my/notices").unticks("Contacts").presses("Save").is_told(200);
    for person in [&mia, &fox] {
        tom.opens(&person.profile()).presses("Add to contacts").is_told(200);
    }
    let zoe = school.pupil("Zoe");
    zoe.opens(&fox.profile()).presses("Add to contacts").is_told(200);
    mia.opens("/notices").misses("Tom");
    fox.opens("/notices").follows("Zoe and Tom share with you now").sees("Zoe").sees("Tom");
}

#[test]
fn decisions_are_always_told_whatever_a_form_says() {
    let school = Site::school();
    let (mia, fox) = (school.pupil("Mia"), school.teacher("Ms Fox"));
    let rude = mia.posts("Rude words").to_everyone();
    // Nothing ticked at all, and the decisions named as if they were a choice.
    mia.opens("/my/notices").sees("You are always told");
    let token = mia.token();
    let nothing = mia.asks(&Ask::post("/my/notices", &[("same_site", token.as_str())]));
    assert_eq!(nothing.status, 303);
    let invented = [("same_site", token.as_str()), ("hear", "everything")];
    assert_eq!(mia.asks(&Ask::post("/my/notices", &invented)).status, 422);
    fox.takes_away(&rude, "It was rude or about sex", "");
    mia.opens("/notices").sees("Teachers removed your post");
}

#[test]
fn buttons_that_read_aloud_are_there_for_who_asked_and_for_nobody_else() {
    let school = Site::school();
    let (mia, tom) = (school.pupil("Mia"), school.pupil("Tom"));
    let heron = mia.posts("A heron!").to_everyone();
    let offered = |source: &str| (source.contains("/assets/aloud."), source.contains("id=\"aloud\""));
    assert_eq!(mia.opens(&heron).look(|page| offered(&page.source)), (false, false));
    mia.opens("/my/preferences").ticks("“Read aloud” buttons").presses("Save").is_told(200).sees("Saved");
    assert_eq!(mia.opens(&heron).look(|page| offered(&page.source)), (true, true));
    assert_eq!(tom.opens(&heron).look(|page| offered(&page.source)), (false, false));
    mia.opens("/my/preferences").unticks("“Read aloud” buttons").presses("Save");
    assert_eq!(mia.opens(&heron).look(|page| offered(&page.source)), (false, false));
}

#[test]
fn keys_that_act_by_themselves_can_be_switched_off() {
    let school = Site::school();
    let (mia, fox) = (school.pupil("Mia"), school.teacher("Ms Fox"));
    let off = |source: &str| source.contains("data-keys=\"off\"");
    assert!(!mia.opens("/").look(|page| off(&page.source)));
    mia.opens("/help/keys").sees("Go to its signs").misses("At the desk").misses("switched these keys off");
    fox.opens("/help").follows("Keys").is_at("/help/keys").sees("At the desk");
    mia.follows("Switch on or off")
        .is_at("/my/preferences#field-keys")
        .unticks("Keys that act")
        .presses("Save");
    assert!(mia.opens("/").look(|page| off(&page.source)));
    mia.opens("/help/keys").sees("switched these keys off");
    assert!(!fox.opens("/").look(|page| off(&page.source)));
}

#[test]
fn the_look_one_chose_holds_where_nothing_is_found_too() {
    let school = Site::school();
    let mia = school.pupil("Mia");
    mia.opens("/my/preferences").ticks("Larger").ticks("High contrast").presses("Save").is_told(200);
    for path in ["/", "/there/is/nothing", "/posts/999999"] {
        let page = mia.opens(path).look(|page| page.source.clone());
        assert!(page.contains("data-size=\"larger\"") && page.contains("data-theme=\"contrast\""), "{path}");
    }
}
