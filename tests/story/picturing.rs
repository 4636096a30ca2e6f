//! The picture of a conversation of many: who sets it, who sees it, and who takes it away.

use crate::harness::{FOX, HERON, Person, Site, number};
use courtyard::base::{Act, Approval, Duty};

/// Mia leads a conversation with Tom and Ana; Zoe is in none.
struct Cast<'s> {
    mia: Person<'s>,
    tom: Person<'s>,
    ana: Person<'s>,
    zoe: Person<'s>,
    talk: String,
}

fn cast(school: &Site) -> Cast<'_> {
    let (mia, tom) = (school.pupil("Mia"), school.pupil("Tom"));
    let (ana, zoe) = (school.pupil("Ana"), school.pupil("Zoe"));
    mia.befriends(&tom);
    mia.befriends(&ana);
    mia.opens("/chat/new")
        .ticks("Tom")
        .ticks("Ana")
        .fills("Name of the conversation", "The play")
        .presses("Begin");
    mia.fills("Write a message", "Who paints the moon?").presses("Send").is_told(200);
    let talk = mia.look(|page| page.path.split(['?', '#']).next().unwrap_or_default().to_owned());
    Cast { mia, tom, ana, zoe, talk }
}

fn sets(person: &Person<'_>, talk: &str, photo: (&str, [u8; 3])) {
    person.opens(&format!("{talk}/about")).attaches(photo).presses("Save").is_told(200);
}

/// The address of the picture of this conversation on the page that is open.
fn picture(person: &Person<'_>, talk: &str) -> Option<String> {
    let start = format!("{talk}/picture/");
    person.look(|page| page.attributes("src").into_iter().find(|src| src.starts_with(&start)))
}

#[test]
fn who_leads_a_conversation_gives_it_a_picture_and_only_those_in_it_see_it() {
    let school = Site::school();
    let Cast { mia, tom, ana, zoe, talk } = cast(&school);
    assert_eq!(picture(mia.opens(&talk), &talk), None);
    sets(&mia, &talk, HERON);
    school.noted(Act::EditChat, &talk[1..].replace("chat/", "conversation "));
    let first = picture(tom.opens(&talk), &talk).unwrap();
    assert_eq!(picture(tom.opens("/chat"), &talk).as_ref(), Some(&first), "in the list, too");
    assert_eq!((mia.status_of(&first), ana.status_of(&first), zoe.status_of(&first)), (200, 200, 404));
    assert_eq!((school.head().status_of(&first), school.stranger().status_of(&first)), (404, 303));
    // Nobody else changes it.
    tom.opens(&format!("{talk}/about")).misses("It is cut to a square");
    assert!(!tom.can_press("Remove picture"));
    let remove = crate::harness::Ask::post(&format!("{talk}/picture/remove"), &[("same_site", &tom.token())]);
    assert_eq!(tom.asks(&remove).status, 403);
    // Changed, the one of before is nobody's any more; nor does who left fetch one.
    sets(&mia, &talk, FOX);
    let second = picture(tom.opens(&talk), &talk).unwrap();
    assert_ne!(first, second);
    assert_eq!((tom.status_of(&first), tom.status_of(&second)), (404, 200));
    assert!(school.sweeps() >= 1, "the file of the first is swept away");
    assert_eq!(tom.status_of(&second), 200, "and that of the second is not");
    ana.opens(&format!("{talk}/about")).presses("Leave");
    assert_eq!(ana.status_of(&second), 404);
    mia.opens(&format!("{talk}/about")).presses("Remove picture").is_told(200);
    assert_eq!(picture(tom.opens(&talk), &talk), None);
    assert_eq!(tom.status_of(&second), 404);
}

#[test]
fn a_picture_that_would_wait_or_may_not_be_sent_or_is_none_comes_back_with_the_reason() {
    let school = Site::school();
    let Cast { mia, tom, talk, .. } = cast(&school);
    let about = format!("{talk}/about");
    mia.opens(&about).attaches_to("Picture", "heron.jpg", b"no picture").presses("Save").is_told(422);
    mia.sees("This is not a picture that can be shown here.");
    school.rules(Approval::HoldPhotos);
    mia.opens(&about).attaches(HERON).presses("Save").is_told(422).sees("staff");
    school.rules(Approval::Open);
    mia.opens(&about).attaches(HERON);
    school.head().opens("/admin/rules").ticks("Only staff").presses("Save").is_told(200);
    mia.presses("Save").is_told(422).sees("Only staff can send photos and files here.");
    mia.opens(&about).misses("It is cut to a square");
    assert_eq!(picture(tom.opens(&talk), &talk), None);
    // Of two, and of a group, there is none to set.
    let of_two = mia.writes_to(&tom, "Hello");
    mia.opens(&format!("{of_two}/about")).misses("Name and newcomers").misses("Remove picture");
}

#[test]
fn staff_see_the_picture_in_a_case_and_under_a_reading_and_take_it_away() {
    let school = Site::school();
    let Cast { mia, tom, talk, .. } = cast(&school);
    sets(&mia, &talk, HERON);
    let fox = school.staff("Ms Fox", &[Duty::Moderate, Duty::Safeguard]);
    let case = format!("/desk/items/{}", number(&talk));
    assert_eq!(fox.status_of(&format!("{case}/picture")), 404, "nobody reported it");
    let reads = |path: &str| {
        fox.opens(path)
            .ticks("Somebody may be bullied")
            .fills("What has happened?", "A friend came to me and cried");
        fox.presses("Open it").is_told(200);
        fox.look(|page| page.path.clone())
    };
    let of_mia = reads(&format!("/readings/new?person={}", mia.id));
    let pictured = format!("{of_mia}/pictures/{}", number(&talk));
    fox.look(|page| assert!(page.attributes("src").contains(&pictured), "beside its name"));
    assert_eq!((fox.status_of(&pictured), mia.status_of(&pictured)), (200, 404));
    let reading = reads(&format!(
        "/readings/new?{}&conversation={}",
        of_mia[1..].replace("readings/", "reading="),
        number(&talk)
    ));
    let under = format!("{reading}/pictures/{}", number(&talk));
    fox.look(|page| assert!(page.attributes("src").contains(&under)));
    assert_eq!(fox.status_of(&under), 200);
    let things = school.entries(Act::ShowReading);
    let about = talk[1..].replace("chat/", "conversation ");
    assert_eq!(
        things.iter().filter(|thing| **thing == about).count(),
        2,
        "each showing is in the record: {things:?}"
    );
    fox.opens(&reading).presses("Close it now");
    assert_eq!(fox.status_of(&under), 404);

    tom.reports(&talk, "It is mean", "");
    fox.opens(&case).look(|page| assert!(page.attributes("src").contains(&format!("{case}/picture"))));
    assert_eq!(
        (fox.status_of(&format!("{case}/picture")), tom.status_of(&format!("{case}/picture"))),
        (200, 404)
    );
    let lark = school.staff("Ms Lark", &[Duty::Accounts]);
    assert_eq!(lark.status_of(&format!("{case}/picture")), 404, "only who moderates");
    fox.presses("Remove picture").is_told(200).misses("Remove picture");
    assert_eq!(picture(tom.opens(&talk), &talk), None);
    school.noted(Act::EditChat, &about);
}
