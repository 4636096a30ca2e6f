//! People tagged in photos: by whom, for whose eyes, and with the leave of whoever is tagged.

use crate::harness::{Ask, FOX, HERON, Person, Site, number};
use courtyard::base::{Act, Approval, Standing, limits};

impl Person<'_> {
    /// Tags somebody by the form, without a script; gives nothing.
    fn tags(&self, photo: &str, who: &str) -> &Self {
        self.opens(&format!("{photo}/tag"))
            .ticks("Top left")
            .fills("Who is it?", who)
            .presses("Tag this person")
    }

    /// The status of pressing what stands under this path, with a form of their own.
    fn sends(&self, path: &str) -> u16 {
        self.opens("/posts/new");
        let token = self.token();
        self.asks(&Ask::post(path, &[("same_site", token.as_str())])).status
    }
}

/// A post with one photo; gives the paths of both.
fn photo_of(person: &Person<'_>, audience: &str) -> (String, String) {
    let post = person.posts("Look").with_words(HERON, "A heron");
    let post = match audience {
        "everyone" => post.to_everyone(),
        "contacts" => post.to_contacts(),
        group => post.to_group(group),
    };
    person.opens(&post);
    let files = person.look(|page| page.attributes("src"));
    let file = files.into_iter().find(|src| src.starts_with("/photos/")).unwrap();
    (post, file.rsplit_once('/').unwrap().0.to_owned())
}

/// The number of the only tag on the page that is open.
fn spot(person: &Person<'_>) -> String {
    person.look(|page| page.attributes("data-spot")).first().cloned().expect("a tag")
}

/// How far from the left each tag is drawn on the page that is open.
fn places(person: &Person<'_>) -> Vec<String> {
    person.look(|page| page.attributes("x")).into_iter().filter(|x| x.ends_with('%')).collect()
}

#[test]
fn a_tag_is_seen_by_whoever_sees_the_photo_and_by_nobody_else() {
    let school = Site::school();
    let (mia, tom, ana, zoe) =
        (school.pupil("Mia"), school.pupil("Tom"), school.pupil("Ana"), school.pupil("Zoe"));
    mia.shares_with(&tom);
    mia.shares_with(&ana);
    let (_, photo) = photo_of(&mia, "contacts");
    let mut of_ana = ana.opens(&photo).listens();
    mia.opens(&photo).follows("Tag somebody").is_at(&format!("{photo}/tag"));
    mia.tags(&photo, "@Tom").sees("In this photo").sees("Tom");
    school.noted(Act::AddSpot, &format!("photo {}", number(&photo)));
    assert!(of_ana.hears("In this photo").contains("/people/tom"));
    assert_eq!(places(ana.opens(&photo).sees("In this photo")), ["16.6%"]);
    tom.opens("/notices")
        .sees("Mia tagged you in a photo")
        .follows("Mia tagged you in a photo")
        .is_at(&photo);
    ana.opens("/notices").misses("tagged");
    for person in [&tom, &ana] {
        person.opens("/people/tom").follows(if person.name == "Tom" {
            "Photos of me"
        } else {
            "Photos of Tom"
        });
        assert_eq!(person.look(|page| page.attributes("href")).iter().filter(|to| **to == photo).count(), 1);
    }
    zoe.opens("/people/tom/tagged").sees("No photos yet").misses(&photo);
    zoe.opens(&photo).is_told(404);
    zoe.opens(&format!("{photo}/tag")).is_told(404);
    ana.opens(&photo);
    let tag = spot(&ana);
    assert_eq!(zoe.sends(&format!("/tagged/{tag}/remove")), 404, "as if it did not exist");
    assert_eq!(ana.sends(&format!("/tagged/{tag}/remove")), 403, "seen, and not hers to take away");
    assert_eq!(ana.sends(&format!("/tagged/{tag}/allow")), 404);
    // Who does not see the photo any more is not in it any more, and is there again when they see it.
    mia.opens("/people/tom").presses("Stop sharing");
    for person in [&mia, &ana] {
        person.opens(&photo).misses("/people/tom");
        person.opens("/people/tom/tagged").misses(&photo);
    }
    mia.shares_with(&tom);
    ana.opens(&photo).sees("In this photo");
}

#[test]
fn only_who_sees_the_photo_can_be_tagged_and_why_not_is_never_said() {
    let school = Site::school();
    let (mia, tom, zoe) = (school.pupil("Mia"), school.pupil("Tom"), school.pupil("Zoe"));
    let (bob, kai) = (school.pupil("Bob"), school.pupil("Kai"));
    for friend in [&tom, &bob, &kai] {
        mia.shares_with(friend);
    }
    tom.blocks(&bob);
    kai.blocks(&tom);
    let (_, photo) = photo_of(&mia, "contacts");
    for nobody in ["zoe", "bob", "kai", "nobody.here", "zo e <b>"] {
        tom.tags(&photo, nobody).is_told(422).holds("Who is it?", nobody);
        tom.sees("Nobody of that name can be tagged in this photo. Check the name.");
    }
    for (person, kind) in [(&zoe, "tagged"), (&bob, "tagged"), (&kai, "tagged")] {
        person.opens("/notices").misses(kind);
    }
    mia.opens(&photo).misses("In this photo");
    // Everything that is wrong is said at once, and what was right stays.
    tom.opens(&format!("{photo}/tag")).presses("Tag this person").is_told(422).sees("Please fill this in.");
    tom.opens(&format!("{photo}/tag")).fills("Who is it?", "mia").presses("Tag this person").is_told(422);
    tom.holds("Who is it?", "mia");
    tom.opens(&format!("{photo}/tag"))
        .ticks("Middle")
        .presses("This is me")
        .is_at(&format!("{photo}#spots-{}", number(&photo)));
    mia.opens(&photo).sees("In this photo");
    assert_eq!(places(&mia), ["50.0%"]);
    // A place that was pointed at goes before a box; nonsense is no place.
    mia.opens("/posts/new");
    let token = mia.token();
    for (across, down, status) in [("250", "999", 303), ("1001", "5", 422), ("-1", "", 422), ("x", "y", 422)]
    {
        let fields = [("same_site", token.as_str()), ("person", "bob"), ("across", across), ("down", down)];
        assert_eq!(mia.asks(&Ask::post(&format!("{photo}/tag"), &fields)).status, status, "{across}");
    }
    mia.opens(&photo);
    assert_eq!(places(&mia), ["50.0%", "25.0%"]);
}

#[test]
fn a_block_hides_a_tag_from_both_and_what_one_made_of_the_other_from_all() {
    let school = Site::school();
    let (mia, tom, ana) = (school.pupil("Mia"), school.pupil("Tom"), school.pupil("Ana"));
    let fox = school.teacher("Ms Fox");
    let (_, photo) = photo_of(&mia, "everyone");
    mia.tags(&photo, "tom");
    let (_, other) = photo_of(&mia, "everyone");
    ana.tags(&other, "tom");
    tom.blocks(&ana);
    ana.opens(&photo).misses("/people/tom");
    ana.opens("/people/tom/tagged").misses(&photo);
    mia.opens(&photo).sees("In this photo");
    fox.opens(&photo).sees("In this photo");
    // Ana's tag of Tom is nobody's to see while the block stands; not even hers.
    for person in [&mia, &tom, &ana, &fox] {
        person.opens(&other).misses("In this photo");
    }
    tom.opens("/people/ana").presses("Unblock");
    ana.opens(&other).sees("In this photo");
}

#[test]
fn each_of_three_can_take_a_tag_away_and_what_the_tagged_person_took_stays_away() {
    let school = Site::school();
    let (mia, tom, ana, zoe) =
        (school.pupil("Mia"), school.pupil("Tom"), school.pupil("Ana"), school.pupil("Zoe"));
    let (_, photo) = photo_of(&mia, "everyone");
    // Who made it, and whose photo it is; after either it can be made again.
    for person in [&tom, &mia] {
        tom.tags(&photo, "ana").sees("In this photo");
        ana.opens("/notices").sees("Tom tagged you in a photo");
        zoe.opens(&photo).sees("Ana");
        assert!(!zoe.can_press("Remove the tag of Ana"));
        tom.tags(&photo, "ana").sees("In this photo");
        zoe.tags(&photo, "ana").is_told(422).sees("Who is it?:");
        person.opens(&photo).presses("Remove the tag of Ana").is_at(&photo).misses("In this photo");
    }
    school.noted(Act::RemoveSpot, &format!("photo {}", number(&photo)));
    tom.tags(&photo, "ana");
    let mut of_zoe = zoe.opens(&photo).listens();
    ana.opens(&photo).presses("Remove the tag of Ana").misses("In this photo");
    assert!(!of_zoe.hears("spots-over").contains("/people/ana"));
    for person in [&tom, &mia, &zoe] {
        person.tags(&photo, "ana").is_told(422).sees("Nobody of that name can be tagged in this photo");
    }
    ana.opens(&format!("{photo}/tag")).ticks("Right").presses("This is me");
    zoe.opens(&photo).sees("In this photo");
    mia.opens(&photo).presses("Remove the tag of Ana").misses("In this photo");
}

#[test]
fn whoever_wants_to_be_asked_is_asked_first() {
    let school = Site::school();
    let (mia, tom, ana) = (school.pupil("Mia"), school.pupil("Tom"), school.pupil("Ana"));
    let (_, photo) = photo_of(&mia, "everyone");
    ana.opens("/my").follows("Tags of me").ticks("Ask me first").presses("Save").is_at("/my/tags");
    let mut of_mia = mia.opens(&photo).listens();
    tom.tags(&photo, "ana").sees("Waiting for their yes");
    for person in [&mia, &school.teacher("Ms Fox")] {
        person.opens(&photo).misses("/people/ana").misses("In this photo");
        person.opens("/people/ana/tagged").misses(&photo);
    }
    mia.tags(&photo, "ana").is_told(422);
    ana.opens("/people/ana/tagged").misses(&photo);
    ana.opens("/notices").sees("Tom would like to tag you in a photo");
    ana.follows("Tom would like to tag you in a photo").is_at("/my/tags");
    let tag = number(
        ana.look(|page| page.attributes("formaction"))
            .iter()
            .find(|to| to.ends_with("/allow"))
            .unwrap()
            .trim_end_matches("/allow"),
    )
    .to_owned();
    assert_eq!(mia.sends(&format!("/tagged/{tag}/allow")), 404);
    assert_eq!(mia.sends(&format!("/tagged/{tag}/remove")), 404);
    assert_eq!(tom.sends(&format!("/tagged/{tag}/allow")), 404, "his own asking is not hers");
    ana.opens("/my/tags").presses("Yes, show it").is_at("/my/tags").sees("Nothing waits.");
    school.noted(Act::AllowSpot, &format!("photo {}", number(&photo)));
    assert!(of_mia.hears("In this photo").contains("/people/ana"));
    mia.opens("/people/ana/tagged").look(|page| assert!(page.attributes("href").contains(&photo)));
    // What she refuses is gone for whoever asked, too, and is not asked again.
    let (_, other) = photo_of(&mia, "everyone");
    tom.tags(&other, "ana").sees("Waiting for their yes");
    ana.opens(&other).presses("No").is_at(&other).misses("In this photo");
    tom.opens(&other).misses("In this photo");
    tom.tags(&other, "ana").is_told(422);
    ana.opens("/notices").look(|page| assert_eq!(page.source.matches("would like to tag").count(), 1));
    // Herself she does not ask.
    ana.opens(&format!("{other}/tag")).ticks("Middle").presses("This is me");
    mia.opens(&other).sees("In this photo");
}

#[test]
fn whoever_may_not_comment_may_not_tag_and_there_is_an_end() {
    let school = Site::school();
    let (mia, tom, rex) = (school.pupil("Mia"), school.pupil("Tom"), school.pupil("Rex"));
    let (post, photo) = photo_of(&mia, "everyone");
    school.stands(&rex, Standing::ReadOnly);
    rex.opens(&photo).misses("Tag somebody");
    rex.opens(&format!("{photo}/tag")).is_told(404);
    rex.opens("/notices");
    let fields = [("person", "tom"), ("box", "5")];
    let with = |person: &Person<'_>| {
        let token = person.opens("/my/preferences").token();
        let fields: Vec<_> = [("same_site", token.as_str())].into_iter().chain(fields).collect();
        person.asks(&Ask::post(&format!("{photo}/tag"), &fields)).status
    };
    assert_eq!(with(&rex), 403);
    school.rules(Approval::ReadOnly);
    tom.opens(&photo).misses("Tag somebody");
    assert_eq!(with(&tom), 403);
    school.rules(Approval::Open);
    for number in 0..limits::SPOTS_MAX {
        school.pupil(&format!("Pupil {number:02}"));
        let token = mia.opens("/my/preferences").token();
        let name = format!("pupil.{number:02}");
        let fields = [("same_site", token.as_str()), ("person", name.as_str()), ("box", "5")];
        assert_eq!(mia.asks(&Ask::post(&format!("{photo}/tag"), &fields)).status, 303, "{name}");
    }
    mia.tags(&photo, "tom").is_told(422).sees("At most 30");
    // With the post everything goes.
    mia.opens(&post).presses("Delete");
    tom.opens("/people/pupil.01/tagged").misses(&photo);
    tom.opens(&photo).is_told(404);
}

#[test]
fn somebody_suspended_stays_in_a_photo_and_somebody_who_left_does_not() {
    let school = Site::school();
    let (mia, tom, sue, lea) =
        (school.pupil("Mia"), school.pupil("Tom"), school.pupil("Sue"), school.pupil("Lea"));
    let (_, photo) = photo_of(&mia, "everyone");
    for who in ["sue", "lea"] {
        mia.tags(&photo, who);
    }
    school.stands(&sue, Standing::Suspended);
    school.stands(&lea, Standing::Left);
    tom.opens(&photo).sees("Sue").misses("/people/lea");
    tom.tags(&photo, "lea").is_told(422);
}

#[test]
fn names_are_offered_of_people_who_see_the_photo() {
    let school = Site::school();
    let mia = school.pupil("Mia");
    let (ana, bea, cleo) = (school.pupil("Tara Ana"), school.pupil("Tara Bea"), school.pupil("Tara Cleo"));
    mia.shares_with(&ana);
    mia.shares_with(&bea);
    let (_, photo) = photo_of(&mia, "contacts");
    let offered = |person: &Person<'_>| {
        let answer = person.asks(&Ask::get(&format!("/suggest?kind=people&q=tara&photo={}", number(&photo))));
        let text = answer.text();
        let names = text.split("data-name=\"").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned());
        names.collect::<Vec<_>>()
    };
    assert_eq!(offered(&mia), ["@tara.ana", "@tara.bea"]);
    assert!(offered(&ana).is_empty(), "whom Mia shares with is hers to know");
    mia.tags(&photo, "tara.bea");
    assert_eq!(offered(&ana), ["@tara.bea"]);
    assert!(offered(&cleo).is_empty());
    ana.blocks(&bea);
    assert!(offered(&ana).is_empty());
}

#[test]
fn in_the_album_of_a_group_its_members_are_tagged_and_only_members_see_it() {
    let school = Site::school();
    let [mia, tom, lea, gil, zoe] = ["Mia", "Tom", "Lea", "Gil", "Zoe"].map(|name| school.pupil(name));
    let group = school.has_a_group("Class 5B", &[&mia, &tom, &lea, &gil]);
    gil.blocks(&lea);
    mia.opens(&format!("/groups/{group}/photos")).follows("New album").fills("Title", "Our trip");
    mia.presses("Make the album").is_told(200);
    let album = mia.look(|page| page.path.split('?').next().unwrap().to_owned());
    tom.opens(&album).attaches_with_words(FOX, "A fox").presses("Send photos").is_told(200);
    let files = tom.look(|page| page.attributes("src"));
    let photo = files.iter().find_map(|src| src.strip_suffix("/small")).unwrap().to_owned();
    // Mia tags Lea in Tom's photo: each of them is in the group, and none is the photo's or the tag's alone.
    mia.tags(&photo, "lea").sees("In this photo").sees("Lea");
    lea.opens("/notices").sees("Mia tagged you in a photo").follows("Mia tagged you").is_at(&photo);
    for person in [&mia, &tom, &lea] {
        person.opens(&photo).sees("In this photo");
        person.opens("/people/lea/tagged").look(|page| assert!(page.attributes("href").contains(&photo)));
    }
    mia.tags(&photo, "zoe").is_told(422);
    zoe.opens(&photo).is_told(404);
    zoe.opens("/people/lea/tagged").misses(&photo);
    gil.opens(&photo).sees("A fox").misses("In this photo").misses("/people/lea");
    tom.tags(&photo, "gil").sees("Gil");
    lea.opens(&photo).misses("/people/gil");
    // Who is in the group no more is in its photos no more.
    let leaver = lea.id;
    let sql = "DELETE FROM membership WHERE group_id = ?1 AND account_id = ?2";
    school.write(Act::RemoveMember, move |change| change.run(sql, [group, leaver]));
    for person in [&mia, &tom] {
        person.opens(&photo).misses("/people/lea");
        person.opens("/people/lea/tagged").misses(&photo);
    }
    lea.opens("/people/lea/tagged").misses(&photo);
}
