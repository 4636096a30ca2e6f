//! Pages that stay open: each hears what its own viewer may see, when they may see it, and nothing else.

use crate::harness::{Person, Site, number};
use courtyard::base::{Approval, Standing, limits};

fn three(school: &Site) -> (Person<'_>, Person<'_>, Person<'_>) {
    let (mia, tom, zoe) = (school.pupil("Mia"), school.pupil("Tom"), school.pupil("Zoe"));
    mia.shares_with(&tom);
    (mia, tom, zoe)
}

#[test]
fn a_comment_comes_to_the_open_pages_of_those_who_see_it_and_to_no_other() {
    let school = Site::school();
    let (mia, tom, zoe) = three(&school);
    let heron = mia.posts("A heron!").to_contacts();
    let mut of_tom = tom.opens(&heron).listens();
    // Zoe's own script asks for what her page would never ask for.
    let asked =
        [format!("post/{}", number(&heron)), "stream/everyone".into(), "notices".into(), "desk".into()];
    let mut of_zoe = zoe.listens_to(&asked.each_ref().map(String::as_str), 0);

    mia.comments_on(&heron, "Mine!");
    let heard = of_tom.hears("Mine!");
    assert!(!heard.contains("same_site\" value=\"Z") && !heard.contains("(refresh)"), "{heard}");

    mia.posts("For all").to_everyone();
    let heard = of_zoe.hears("For all");
    assert!(!heard.contains("Mine!") && !heard.contains("A heron!"), "{heard}");
    assert!(
        !heard.contains(&format!("post-{}\"", number(&heron))),
        "not even that something changed: {heard}"
    );
}

#[test]
fn what_waits_comes_when_it_is_released_and_not_before() {
    let school = Site::school();
    let (mia, tom, zoe) = three(&school);
    let heron = mia.posts("A heron!").to_everyone();
    school.rules(Approval::HoldAll);
    let mut of_zoe = zoe.opens(&heron).listens();
    let waiting = tom.comments_on(&heron, "Mine!");
    school.teacher("Ms Fox").comments_on(&heron, "A stork, Tom.");
    let heard = of_zoe.hears("A stork, Tom.");
    assert!(
        !heard.contains("Mine!") && !heard.contains(&format!("comment-{}\"", number(&waiting))),
        "{heard}"
    );
    school.releases(&waiting);
    assert!(of_zoe.hears("Mine!").contains(&format!("comment-{}", number(&waiting))));
}

#[test]
fn what_is_removed_goes_from_open_pages() {
    let school = Site::school();
    let (mia, tom, zoe) = three(&school);
    let heron = mia.posts("A heron!").to_everyone();
    let comment = tom.comments_on(&heron, "Ugly thing");
    let mut of_zoe = zoe.opens(&heron).listens();
    // What was there before she listened may come once more.
    mia.comments_on(&heron, "By the way");
    of_zoe.hears("By the way");
    school.teacher("Ms Fox").takes_away(&comment, "It was mean to somebody", "");
    let heard = of_zoe.hears("remove");
    assert!(
        heard.contains(&format!("comment-{}", number(&comment))) && !heard.contains("Ugly thing"),
        "{heard}"
    );
}

#[test]
fn a_blocked_persons_doings_reach_no_open_page() {
    let school = Site::school();
    let (mia, tom, zoe) = three(&school);
    let train = zoe.posts("A train!").to_everyone();
    mia.blocks(&tom);
    let mut of_mia = mia.opens(&train).listens();
    tom.comments_on(&train, "Choo choo");
    tom.posts("By Tom").to_everyone();
    zoe.comments_on(&train, "All aboard");
    let heard = of_mia.hears("All aboard");
    assert!(
        !heard.contains("Choo choo") && !heard.contains("By Tom") && !heard.contains("/people/tom"),
        "{heard}"
    );
}

#[test]
fn an_open_page_ends_with_its_session() {
    let school = Site::school();
    let (mia, tom, zoe) = three(&school);
    let heron = mia.posts("A heron!").to_everyone();
    let (mut of_tom, mut of_zoe) = (tom.opens(&heron).listens(), zoe.opens(&heron).listens());
    mia.comments_on(&heron, "First");
    of_tom.hears("First");
    of_zoe.hears("First");
    school.stands(&tom, Standing::Suspended);
    zoe.presses("Sign out");
    mia.comments_on(&heron, "Second");
    assert!(!of_tom.is_let_go().contains("Second"));
    assert!(!of_zoe.is_let_go().contains("Second"));
}

#[test]
fn an_open_conversation_ends_with_its_session() {
    let school = Site::school();
    let (mia, tom, zoe) = three(&school);
    tom.shares_with(&mia);
    let talk = mia.writes_to(&tom, "First");
    let (mut of_mia, mut of_tom) = (mia.opens(&talk).listens(), tom.opens(&talk).listens());
    // Zoe's own script asks for what her page would never ask for.
    let mut of_zoe = zoe.listens_to(&[&talk[1..], "stream/everyone"], 0);
    mia.writes_in(&talk, "Second");
    of_tom.hears("Second");
    tom.presses("Sign out");
    mia.writes_in(&talk, "Third");
    of_mia.hears("Third");
    assert!(!of_tom.is_let_go().contains("Third"));
    mia.posts("For all").to_everyone();
    let heard = of_zoe.hears("For all");
    assert!(!heard.contains("Second") && !heard.contains("Third"), "{heard}");
}

#[test]
fn what_no_longer_is_for_somebody_reaches_them_no_longer() {
    let school = Site::school();
    let (mia, tom, _) = three(&school);
    let heron = mia.posts("A heron!").to_contacts();
    let mut of_tom = tom.opens(&heron).listens();
    mia.opens(&tom.profile()).presses("Stop sharing");
    let mut everyone = tom.listens_to(&["stream/everyone", &format!("post/{}", number(&heron))], 0);
    mia.comments_on(&heron, "Now without Tom");
    mia.posts("For all").to_everyone();
    assert!(!everyone.hears("For all").contains("without Tom"));
    // The first that the page hears which was open all the while is a notice of something else.
    mia.posts("Look, @tom").to_everyone();
    let heard = of_tom.hears("target=\"unread\"");
    assert!(!heard.contains("without Tom") && !heard.contains(&format!("-{}\"", number(&heron))), "{heard}");
}

#[test]
fn no_socket_opens_for_strangers_or_for_pages_of_elsewhere() {
    let school = Site::school();
    let (mia, tom, _) = three(&school);
    let ours = format!("http://{}", school.address);
    assert_eq!(school.stranger().connects(Some(&ours)).err(), Some(404));
    assert_eq!(mia.connects(None).err(), Some(404));
    assert_eq!(mia.connects(Some("http://evil.example")).err(), Some(404));
    school.stands(&tom, Standing::Suspended);
    assert_eq!(tom.connects(Some(&ours)).err(), Some(404));
    assert!(mia.connects(Some(&ours)).is_ok());
}

#[test]
fn with_one_page_too_many_the_oldest_is_let_go_and_comes_back_only_when_it_is_looked_at() {
    let school = Site::school();
    let (mia, tom, _) = three(&school);
    let heron = mia.posts("A heron!").to_everyone();
    tom.opens(&heron);
    let mut of_tom: Vec<_> = (0..limits::LIVE_SOCKETS_PER_PERSON).map(|_| tom.listens()).collect();
    let mut of_mia = mia.opens(&heron).listens();
    let mut newest = tom.listens();
    assert_eq!(of_tom.remove(0).is_let_go_as(), Some(4001));
    mia.comments_on(&heron, "Mine!");
    of_mia.hears("Mine!");
    newest.hears("Mine!");
    of_tom.iter_mut().for_each(|page| drop(page.hears("Mine!")));
}
