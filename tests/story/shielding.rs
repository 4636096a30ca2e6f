//! Sensitive posts: behind a shield by their author's word or by staff's, wherever they are shown.

use crate::harness::{Ask, FOX, HERON, Person, Site, number};
use courtyard::base::Act;

fn two(school: &Site) -> (Person<'_>, Person<'_>) {
    (school.pupil("Mia"), school.pupil("Tom"))
}

/// A sensitive post with a photo, to everyone; gives its path.
fn spiders(mia: &Person<'_>) -> String {
    mia.opens("/posts/new").fills("Your post", "Eight hairy legs").ticks("Hide it behind a shield");
    mia.fills("What is in it", "spiders")
        .attaches_with_words(FOX, "A tarantula")
        .presses("Post")
        .is_told(200);
    let ids = mia.look(|page| page.attributes("data-item"));
    format!("/posts/{}", ids.iter().filter_map(|id| id.parse::<i64>().ok()).max().unwrap())
}

/// Is every picture of the page fetched only once it comes in sight?
fn is_lazy(person: &Person<'_>) -> bool {
    person.look(|page| {
        let photos = page.source.split("<img").skip(1).filter(|tag| tag.contains("src=\"/photos/"));
        photos.map(|tag| tag.split('>').next().unwrap()).all(|tag| tag.contains("loading=\"lazy\""))
    })
}

/// Does the page open what stands behind a shield?
fn is_open(person: &Person<'_>) -> bool {
    person.look(|page| {
        assert!(page.source.contains("class=\"shield\""), "{}", page.source);
        page.source.contains("class=\"shield\" open")
    })
}

#[test]
fn a_sensitive_post_is_closed_in_every_place_until_somebody_opens_it() {
    let school = Site::school();
    let (mia, tom) = two(&school);
    let post = spiders(&mia);
    for page in ["/everyone", "/people/mia", &post] {
        tom.opens(page).sees("Sensitive: spiders").sees("Look");
        assert!(!is_open(&tom) && is_lazy(&tom), "{page}");
    }
    let photo = tom.opens(&post).look(|page| page.attributes("src"));
    let photo = photo.into_iter().find(|src| src.starts_with("/photos/")).unwrap();
    let photo = photo.rsplit_once('/').unwrap().0.to_owned();
    tom.opens(&photo).sees("Sensitive");
    assert!(!is_open(&tom) && is_lazy(&tom));
    for page in ["/people/mia/photos", "/people/mia/albums", "/search?q=tarantula", "/search?q=hairy"] {
        tom.opens(page).misses("A tarantula").misses("Eight hairy").misses(&format!("{photo}/"));
    }
    tom.opens("/search?q=hairy").sees("Sensitive: spiders");
    tom.opens("/people/mia/photos").follows("Sensitive photo 1").is_at(&photo);
}

#[test]
fn whoever_wants_to_sees_them_open_and_nobody_else() {
    let school = Site::school();
    let (mia, tom) = two(&school);
    let zoe = school.pupil("Zoe");
    let post = spiders(&mia);
    tom.opens("/my/preferences").ticks("Show sensitive posts without asking").presses("Save").is_told(200);
    for page in ["/everyone", "/everyone", &post] {
        tom.opens(page);
        assert!(is_open(&tom), "{page}");
        zoe.opens(page);
        assert!(!is_open(&zoe), "{page}");
    }
    tom.opens("/search?q=hairy").sees("Eight hairy");
    tom.opens("/people/mia/photos").sees("A tarantula");
    zoe.opens("/search?q=hairy").misses("Eight hairy");
    let mut of_tom = tom.opens("/everyone").listens();
    let mut of_zoe = zoe.opens("/everyone").listens();
    spiders(&mia);
    assert!(of_tom.hears("Eight hairy").contains("class=\"shield\" open"));
    assert!(!of_zoe.hears("Eight hairy").contains("class=\"shield\" open"));
}

#[test]
fn an_author_puts_the_shield_up_and_takes_it_down_again() {
    let school = Site::school();
    let (mia, tom) = two(&school);
    let post = mia.posts("Eight hairy legs").to_everyone();
    mia.opens(&format!("{post}/edit")).ticks("Hide it behind a shield").fills("What is in it", "spiders");
    mia.presses("Save").is_told(200);
    tom.opens(&post).sees("Sensitive: spiders").misses("edited");
    mia.opens(&format!("{post}/edit")).holds("What is in it", "spiders");
    let token = mia.token();
    let plain = Ask::post(&format!("{post}/edit"), &[("same_site", &token), ("body", "Eight hairy legs")]);
    assert_eq!(mia.asks(&plain).status, 303);
    tom.opens(&post).misses("Sensitive");
    mia.opens(&format!("{post}/edit")).ticks("Hide it behind a shield");
    mia.forces("What is in it", &"x".repeat(61)).presses("Save").is_told(422).sees("At most 60 characters");
}

#[test]
fn staff_put_a_shield_up_with_a_reason_and_only_they_take_it_down() {
    let school = Site::school();
    let (mia, tom) = two(&school);
    let fox = school.teacher("Ms Fox");
    let post = mia.posts("Eight hairy legs").with(HERON).to_everyone();
    fox.opens(&format!("/desk/items/{}", number(&post))).presses("Put it behind a shield").is_told(422);
    fox.chooses("Reason for the shield", "It was rude or about sex").presses("Put it behind a shield");
    fox.is_told(200).sees("It is behind a shield by staff").sees("Shielded");
    tom.opens(&post).sees("Sensitive, say teachers");
    mia.opens("/notices").sees("Teachers put your post behind a shield").sees("It is rude.");
    mia.opens(&format!("{post}/edit"))
        .sees("Sensitive, say teachers")
        .fills("Your post", "Legs")
        .presses("Save");
    tom.opens(&post).sees("Sensitive, say teachers");
    mia.opens(&post).sees("Put behind a shield");
    school.noted(Act::StaffShield, &post[1..].replace("posts/", "post "));

    for person in [&mia, &tom] {
        person.opens("/posts/new");
        let token = person.token();
        let address = format!("/desk/items/{}/shield", number(&post));
        let lift = Ask::post(&address, &[("same_site", &token), ("act", "lift")]);
        assert_eq!(person.asks(&lift).status, 404, "{}", person.name);
    }
    fox.opens(&format!("/desk/items/{}", number(&post))).presses("Take the shield away").is_told(200);
    tom.opens(&post).misses("Sensitive");
    school.noted(Act::StaffUnshield, &post[1..].replace("posts/", "post "));
}

#[test]
fn a_shield_goes_with_a_post_that_is_passed_on_and_into_no_notice() {
    let school = Site::school();
    let (mia, tom) = two(&school);
    let zoe = school.pupil("Zoe");
    mia.opens("/posts/new").fills("Your post", "Eight legs, @zoe").ticks("Hide it behind a shield");
    mia.presses("Post").is_told(200);
    tom.opens("/posts/1/reshares").fills("Your words about it", "See").presses("Reshare").is_told(200);
    zoe.opens("/people/tom").sees("See").sees("Sensitive");
    assert!(!is_open(&zoe));
    zoe.opens("/notices").sees("Mia named you in a post").misses("Eight legs");
}

#[test]
fn the_pages_of_tags_keep_the_shield_before_a_photo() {
    let school = Site::school();
    let (mia, tom) = two(&school);
    let post = spiders(&mia);
    let sources = mia.opens(&post).look(|page| page.attributes("src"));
    let source = sources.into_iter().find(|src| src.starts_with("/photos/")).unwrap();
    let photo = source.rsplit_once('/').unwrap().0.to_owned();
    let tags = format!("{photo}/tag");
    tom.opens("/my/tags").ticks("Ask me first").presses("Save");
    mia.opens(&tags);
    assert!(!is_open(&mia) && is_lazy(&mia));
    // Who has pointed at a place in it has looked: what comes back with a problem stays open.
    mia.ticks("Top left").fills("Who is it?", "nobody").presses("Tag this person").is_told(422);
    assert!(is_open(&mia));
    mia.fills("Who is it?", "tom").presses("Tag this person").sees("Waiting for their yes");
    tom.opens("/my/tags").misses(&format!("{photo}/small"));
    tom.follows("Sensitive photo").is_at(&photo);
    // Whoever wants to see such things without asking does, here too.
    tom.opens("/my/preferences").ticks("Show sensitive posts without asking").presses("Save");
    tom.opens("/my/tags").look(|page| assert!(page.attributes("src").contains(&format!("{photo}/small"))));
    tom.opens(&tags);
    assert!(is_open(&tom));
}
