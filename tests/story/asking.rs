//! Who can see this?, asked of each thing: in full for its author, and never more than one may know for others.

use crate::harness::{Ask, HERON, Site, number};

#[test]
fn an_author_is_told_in_full_and_others_as_far_as_they_may_know() {
    let school = Site::school();
    let (mia, tom, zoe) = (school.pupil("Mia"), school.pupil("Tom"), school.pupil("Zoe"));
    mia.shares_with(&tom);
    mia.has_an_aspect("Birders", &[&tom]);
    school.has_a_group("Class 5B", &[&mia, &tom]);
    school.has_a_group("Choir", &[&mia, &zoe]);
    let aspect = mia.posts("For birders").to_aspect("Birders");
    mia.opens(&aspect).follows("Some contacts").is_at(&format!("{aspect}/who")).sees("Birders, 1 person");
    tom.opens(&format!("{aspect}/who")).sees("Mia").misses("Birders").misses("1 person");
    zoe.opens(&format!("{aspect}/who")).is_told(404);

    mia.opens("/posts/new")
        .fills("Your post", "For two groups")
        .ticks("Groups")
        .ticks("Class 5B")
        .ticks("Choir");
    mia.presses("Post").is_told(200);
    let both = format!("/posts/{}", mia.look(|page| page.attribute("For two groups", "data-item")).unwrap());
    mia.opens(&format!("{both}/who")).sees("Class 5B, 2 people").sees("Choir, 2 people").sees("teachers");
    tom.opens(&format!("{both}/who")).sees("Class 5B, 2 people").misses("Choir");
    zoe.opens(&format!("{both}/who")).sees("Choir, 2 people").misses("Class 5B");
    school.pupil("Uma").opens(&format!("{both}/who")).is_told(404).misses("Choir");
}

#[test]
fn photos_and_comments_are_seen_with_what_they_belong_to() {
    let school = Site::school();
    let (mia, tom, zoe) = (school.pupil("Mia"), school.pupil("Tom"), school.pupil("Zoe"));
    mia.shares_with(&tom);
    let heron = mia.posts("A heron!").with(HERON).to_contacts();
    let comment = tom.comments_on(&heron, "Mine");
    let photo =
        tom.look(|page| page.attributes("src")).into_iter().find(|src| src.starts_with("/photos/")).unwrap();
    let photo = photo.rsplit_once('/').unwrap().0.to_owned();
    tom.opens(&format!("{comment}/who")).sees("everybody who sees the post it stands under").sees("Mia");
    tom.opens(&format!("{photo}/who")).sees("everybody who sees the post it is in");
    mia.opens("/albums/new").fills("Title", "Birds").ticks("Only me").presses("Make the album").is_told(200);
    let album = mia.look(|page| page.path.split('?').next().unwrap().to_owned());
    mia.follows("Who can see this?").sees("only me");
    for thing in [format!("{comment}/who"), format!("{photo}/who"), format!("{album}/who")] {
        zoe.opens(&thing).is_told(404);
    }
    tom.opens(&format!("/albums/{}/who", number(&album))).is_told(404);
}

#[test]
fn a_post_that_was_just_hidden_is_brought_back_in_its_place() {
    let school = Site::school();
    let (mia, tom) = (school.pupil("Mia"), school.pupil("Tom"));
    let heron = mia.posts("A heron!").to_everyone();
    let token = tom.opens("/everyone").token();
    let live = |act: &str, fields: &[(&str, &str)]| {
        let mut all = vec![("same_site", token.as_str())];
        all.extend(fields);
        let ask = Ask::post(&format!("{heron}/{act}"), &all).with("Accept", "text/vnd.turbo-stream.html");
        tom.asks(&ask).text()
    };
    let hidden = live("hide", &[]);
    assert!(hidden.contains("Hidden for you.") && hidden.contains("Bring it back"), "{hidden}");
    assert!(!hidden.contains("A heron!"), "{hidden}");
    tom.opens("/everyone").misses("A heron!");
    let back = live("unhide", &[("where", "here")]);
    assert!(
        back.contains("A heron!") && back.contains(&format!("target=\"post-{}\"", number(&heron))),
        "{back}"
    );
    tom.opens("/everyone").sees("A heron!");
}
