//! Who is here: told calmly, to those who may know it, in the conversation of the two and in the list.

use crate::harness::{Person, Site};

fn sign(person: &Person<'_>) -> String {
    format!("presence-{}", person.id)
}

/// Does the page that is open show this person as here?
fn shows_here(reader: &Person<'_>, person: &Person<'_>) -> bool {
    let place = format!("presence-{}\">", person.id);
    reader.look(|page| {
        let mut after = page.source.split(&place).skip(1);
        after.any(|rest| rest.starts_with("<span class=\"here\">"))
    })
}

#[test]
fn whoever_comes_is_here_for_those_they_share_with_until_they_go() {
    let school = Site::school();
    let (mia, tom) = (school.pupil("Mia"), school.pupil("Tom"));
    mia.befriends(&tom);
    let talk = mia.writes_to(&tom, "Hello");
    let mut in_talk = tom.opens(&talk).listens();
    let mut in_list = tom.opens("/chat").listens();
    assert!(!shows_here(&tom, &mia));
    let of_mia = mia.opens("/").listens();
    for page in [&mut in_talk, &mut in_list] {
        assert!(page.hears("Here now").contains(&sign(&mia)));
    }
    // A page that is opened now shows it from the beginning, and is not told again.
    tom.opens("/chat");
    assert!(shows_here(&tom, &mia));
    let mut later = tom.listens();
    tom.opens(&talk);
    assert!(shows_here(&tom, &mia));
    drop(of_mia);
    for page in [&mut in_talk, &mut in_list, &mut later] {
        let heard = page.hears(&sign(&mia));
        assert!(!heard.contains("Here now"), "{heard}");
    }
    tom.opens("/chat");
    assert!(!shows_here(&tom, &mia));
}

#[test]
fn whoever_hides_it_or_blocks_somebody_goes_from_pages_that_show_them() {
    let school = Site::school();
    let (mia, tom, zoe) = (school.pupil("Mia"), school.pupil("Tom"), school.pupil("Zoe"));
    mia.befriends(&tom);
    mia.befriends(&zoe);
    let (of_tom, of_zoe) = (mia.writes_to(&tom, "Hello"), mia.writes_to(&zoe, "Hello"));
    let mut with_tom = tom.opens(&of_tom).listens();
    let mut with_zoe = zoe.opens(&of_zoe).listens();
    let _of_mia = mia.opens("/").listens();
    with_tom.hears("Here now");
    with_zoe.hears("Here now");
    mia.opens("/people/tom/block").presses("Block").is_at("/people/tom");
    let heard = with_tom.hears(&sign(&mia));
    assert!(!heard.contains("Here now"), "{heard}");
    tom.opens("/chat");
    assert!(!shows_here(&tom, &mia));
    zoe.opens("/chat");
    assert!(shows_here(&zoe, &mia));
    mia.opens("/my/presence").presses("Hide it").sees("Nobody sees that you are here");
    let _at_once = mia.listens();
    let heard = with_zoe.hears(&sign(&mia));
    assert!(!heard.contains("Here now"), "{heard}");
    zoe.opens("/chat");
    assert!(!shows_here(&zoe, &mia));
}

#[test]
fn where_the_house_shows_nobody_as_here_open_pages_let_go_of_it() {
    let school = Site::school();
    let (mia, tom) = (school.pupil("Mia"), school.pupil("Tom"));
    mia.befriends(&tom);
    let talk = mia.writes_to(&tom, "Hello");
    let mut of_tom = tom.opens(&talk).listens();
    let _of_mia = mia.opens("/").listens();
    of_tom.hears("Here now");
    school.head().opens("/admin/rules").unticks("People see who is here").presses("Save").is_told(200);
    let heard = of_tom.hears(&sign(&mia));
    assert!(!heard.contains("Here now"), "{heard}");
    tom.opens("/chat").look(|page| assert!(!page.source.contains("presence-")));
}
