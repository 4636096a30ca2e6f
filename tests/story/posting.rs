//! Posts: who sees them, how they change, and what is refused.

use crate::harness::{Ask, FOX, HERON, Person, Site, picture};
use courtyard::base::{Act, Standing, limits};

/// Mia shares with Tom; Zoe knows neither.
fn three(school: &Site) -> (Person<'_>, Person<'_>, Person<'_>) {
    let (mia, tom, zoe) = (school.pupil("Mia"), school.pupil("Tom"), school.pupil("Zoe"));
    mia.shares_with(&tom);
    (mia, tom, zoe)
}

#[test]
fn a_post_to_everyone_is_seen_by_everyone_who_signed_in() {
    let school = Site::school();
    let (mia, tom, zoe) = three(&school);
    mia.posts("A heron!").to_everyone();
    mia.opens("/everyone").sees("A heron!");
    tom.opens("/everyone").sees("A heron!").sees("Mia");
    zoe.opens("/everyone").sees("A heron!");
    zoe.opens("/").misses("A heron!");
    school.stranger().opens("/everyone").is_at("/sign-in").misses("A heron!");
    school.noted(Act::AddPost, "post 1");
}

#[test]
fn a_post_to_contacts_is_seen_by_those_the_author_shares_with() {
    let school = Site::school();
    let (mia, tom, zoe) = three(&school);
    zoe.shares_with(&mia);
    let heron = mia.posts("A heron!").to_contacts();
    for page in ["/", "/everyone", &heron] {
        zoe.opens(page).misses("A heron!");
    }
    zoe.opens(&heron).is_told(404);
    tom.shares_with(&mia);
    tom.opens("/").sees("A heron!");
    tom.opens(&heron).is_told(200).sees("A heron!");
}

#[test]
fn a_post_to_an_aspect_is_seen_by_those_in_it() {
    let school = Site::school();
    let (mia, tom, zoe) = three(&school);
    mia.shares_with(&zoe);
    mia.has_an_aspect("Birders", &[&tom]);
    let heron = mia.posts("A heron!").to_aspect("Birders");
    tom.opens(&heron).sees("A heron!").misses("Birders");
    zoe.opens(&heron).is_told(404).misses("A heron!");
}

#[test]
fn a_post_to_a_group_is_seen_by_its_members() {
    let school = Site::school();
    let (mia, tom, zoe) = three(&school);
    school.has_a_group("Class 5B", &[&mia, &zoe]);
    let heron = mia.posts("A heron!").to_group("Class 5B");
    zoe.opens(&heron).sees("A heron!").sees("Class 5B");
    zoe.opens("/").sees("A heron!");
    tom.opens(&heron).is_told(404).misses("A heron!");
    tom.opens("/").misses("Class 5B");
}

#[test]
fn a_post_to_certain_people_is_seen_by_them() {
    let school = Site::school();
    let (mia, tom, zoe) = three(&school);
    let heron = mia.posts("A heron!").to_people(&[&tom]);
    tom.opens("/").sees("A heron!");
    zoe.opens(&heron).is_told(404).misses("A heron!");
    school.teacher("Ms Fox").opens(&heron).is_told(404).misses("A heron!");
}

#[test]
fn a_post_to_only_me_is_seen_by_nobody_else() {
    let school = Site::school();
    let (mia, tom, _) = three(&school);
    let heron = mia.posts("A heron!").to_only_me();
    mia.opens(&heron).sees("A heron!");
    tom.opens(&heron).is_told(404).misses("A heron!");
    school.head().opens(&heron).is_told(404).misses("A heron!");
}

#[test]
fn nobody_can_address_what_is_not_theirs_to_address() {
    let school = Site::school();
    let (mia, tom, zoe) = three(&school);
    let group = school.has_a_group("Class 5B", &[&zoe]);
    let aspect = tom.has_an_aspect("Birders", &[]);
    mia.opens("/posts/new");
    let token = mia.token();
    for (kind, name, id) in
        [("groups", "groups", group), ("aspects", "aspects", aspect), ("people", "people", 999)]
    {
        let id = id.to_string();
        let fields = [("same_site", token.as_str()), ("body", "Smuggled"), ("audience", kind), (name, &id)];
        assert_eq!(mia.asks(&Ask::post("/posts", &fields)).status, 422, "{kind}");
        let answer = mia.asks(&Ask::get(&format!("/audience?audience={kind}&{name}={id}")));
        let told = answer.text();
        assert!(!told.contains("Class 5B") && !told.contains("Birders"), "{told}");
    }
    zoe.opens("/").misses("Smuggled");
    mia.opens("/").misses("Smuggled");
}

#[test]
fn photos_come_with_their_words_and_only_to_those_who_see_the_post() {
    let school = Site::school();
    let (mia, tom, zoe) = three(&school);
    let heron =
        mia.posts("Look").with_words(HERON, "A heron by the pond").with_words(FOX, "A fox").to_contacts();
    tom.opens(&heron).sees("A heron by the pond").sees("A fox");
    let photos: Vec<String> = tom
        .look(|page| page.attributes("src"))
        .into_iter()
        .filter(|src| src.starts_with("/photos/"))
        .collect();
    assert_eq!(photos.len(), 2);
    for photo in photos {
        let answer = tom.asks(&Ask::get(&photo));
        assert_eq!((answer.status, answer.header("content-type")), (200, "image/jpeg"), "{photo}");
        assert!(image::load_from_memory(&answer.body).is_ok(), "{photo} is a picture");
        assert_eq!(answer.header("cache-control"), "private, no-cache");
        let tag = answer.header("etag").to_owned();
        assert_eq!(tom.asks(&Ask::get(&photo).with("If-None-Match", &tag)).status, 304);
        let part = tom.asks(&Ask::get(&photo).with("Range", "bytes=0-9"));
        assert_eq!((part.status, part.body.as_slice()), (206, &answer.body[..10]));
        assert_eq!(zoe.status_of(&photo), 404, "{photo}");
        assert_eq!(
            zoe.asks(&Ask::get(&photo).with("If-None-Match", &tag)).status,
            404,
            "a known tag tells nothing"
        );
        assert_eq!(school.ask(&Ask::get(&photo)).status, 303, "{photo}");
    }
}

#[test]
fn a_photo_alone_is_a_post() {
    let school = Site::school();
    let mia = school.pupil("Mia");
    let heron = mia.posts("").with(HERON).to_everyone();
    mia.opens(&heron).is_told(200);
    mia.opens("/posts/new")
        .fills("Your post", "  \n ")
        .presses("Post")
        .is_told(422)
        .sees("Please fill this in.");
}

#[test]
fn a_file_that_is_no_picture_is_refused_and_nothing_is_kept() {
    let school = Site::school();
    let (mia, tom, _) = three(&school);
    let whole = picture(HERON.1);
    let hostile: [(&str, &str, Vec<u8>); 6] = [
        ("heron.jpg", "image/jpeg", b"<script>alert(1)</script>".to_vec()),
        ("heron.svg", "image/svg+xml", b"<svg xmlns='http://www.w3.org/2000/svg'/>".to_vec()),
        ("heron.jpg", "image/jpeg", whole[..whole.len() / 3].to_vec()),
        ("heron.png", "image/png", vast_png()),
        ("heron.jpg", "image/jpeg", Vec::new()),
        ("heron.jpg", "image/jpeg", vec![0xff; (limits::PHOTO_MIB_MAX as usize) * 1024 * 1024 + 1]),
    ];
    for (name, kind, bytes) in hostile {
        mia.opens("/posts/new").fills("Your post", "Look what I found").attaches_file(name, kind, bytes);
        mia.presses("Post").is_told(422).holds("Your post", "Look what I found");
    }
    assert!(school.files_in("photos").is_empty(), "{:?}", school.files_in("photos"));
    assert!(school.files_in("uploads").is_empty(), "{:?}", school.files_in("uploads"));
    tom.opens("/everyone").misses("Look what I found");
    assert!(school.entries(Act::AddPost).is_empty());
}

/// A PNG whose header promises 60,000 by 60,000 pixels.
fn vast_png() -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
    bytes.extend(60_000_u32.to_be_bytes());
    bytes.extend(60_000_u32.to_be_bytes());
    bytes.extend([8, 2, 0, 0, 0, 0, 0, 0, 0]);
    bytes
}

#[test]
fn more_photos_than_fit_are_refused_and_the_words_are_kept() {
    let school = Site::school();
    let mia = school.pupil("Mia");
    mia.opens("/posts/new").fills("Your post", "All of them");
    for _ in 0..=limits::POST_PHOTOS_MAX {
        mia.attaches(HERON);
    }
    mia.presses("Post").is_told(422).holds("Your post", "All of them");
    assert!(school.files_in("uploads").is_empty());
    assert!(school.entries(Act::AddPost).is_empty());
}

#[test]
fn a_text_that_is_too_long_comes_back_whole() {
    let school = Site::school();
    let mia = school.pupil("Mia");
    let long = "heron ".repeat(limits::POST_CHARS_MAX / 6 + 1);
    mia.opens("/posts/new").forces("Your post", &long).ticks("Only me").presses("Post");
    mia.is_told(422).sees("At most 10,000 characters.").holds("Your post", &long);
    let kept = mia.look(|page| {
        let controls = page.forms.iter().flat_map(|form| &form.controls);
        controls
            .filter(|control| control.name == "audience" && control.on)
            .map(|control| control.value.clone())
            .next()
    });
    assert_eq!(kept.as_deref(), Some("only_me"), "whom it was for is kept as well");
}

#[test]
fn an_edit_keeps_what_was_said_before() {
    let school = Site::school();
    let (mia, tom, zoe) = three(&school);
    let heron = mia.posts("A heron!").to_contacts();
    mia.opens(&format!("{heron}/edit"))
        .holds("Your post", "A heron!")
        .fills("Your post", "A stork!")
        .presses("Save");
    mia.is_at(&heron).sees("A stork!").sees("edited");
    tom.opens(&heron).sees("A stork!").misses("A heron!");
    tom.opens(&format!("{heron}/history")).sees("A heron!").sees("A stork!");
    for path in ["/edit", "/history"] {
        zoe.opens(&format!("{heron}{path}")).is_told(404).misses("A heron!").misses("A stork!");
    }
    tom.opens(&format!("{heron}/edit")).is_told(404);
    school.noted(Act::EditPost, "post 1");
}

#[test]
fn only_the_author_edits_and_deletes() {
    let school = Site::school();
    let (mia, tom, zoe) = three(&school);
    let heron = mia.posts("A heron!").to_contacts();
    for (person, expected) in [(&tom, 403), (&zoe, 404), (&school.head(), 404)] {
        person.opens("/posts/new");
        let token = person.token();
        let edit = Ask::post(&format!("{heron}/edit"), &[("same_site", &token), ("body", "Mine now")]);
        let remove = Ask::post(&format!("{heron}/remove"), &[("same_site", &token)]);
        assert_eq!(person.asks(&edit).status, expected, "{}", person.name);
        assert_eq!(person.asks(&remove).status, expected, "{}", person.name);
    }
    tom.opens(&heron).sees("A heron!").misses("Mine now");
}

#[test]
fn a_deleted_post_is_gone_for_everybody_with_its_photos() {
    let school = Site::school();
    let (mia, tom, _) = three(&school);
    let heron = mia.posts("A heron!").with(HERON).to_everyone();
    tom.opens("/everyone").sees("A heron!");
    let photo =
        tom.look(|page| page.attributes("src")).into_iter().find(|src| src.starts_with("/photos/")).unwrap();
    mia.opens("/everyone").at("A heron!").presses("Delete").sees("Removed.");
    for person in [&mia, &tom, &school.head()] {
        person.opens("/everyone").misses("A heron!");
        person.opens(&heron).is_told(404);
        assert_eq!(person.status_of(&photo), 404, "{}", person.name);
    }
    school.noted(Act::RemovePost, "post 1");
}

#[test]
fn a_tag_leads_to_what_one_may_see_with_it() {
    let school = Site::school();
    let (mia, tom, zoe) = three(&school);
    mia.posts("A heron! #Birds").to_contacts();
    mia.posts("A wren #birds").to_everyone();
    tom.opens("/everyone").follows("#birds").is_at("/tags/birds").sees("A heron!").sees("A wren");
    zoe.opens("/tags/Birds").sees("A wren").misses("A heron!");
    zoe.opens("/tags/nothing").is_told(200).sees("Nothing with this tag");
}

#[test]
fn who_is_named_is_told_if_they_see_it() {
    let school = Site::school();
    let (mia, tom, zoe) = three(&school);
    let heron = mia.posts("Look, @tom and @zoe").to_contacts();
    tom.opens("/notices").sees("Mia");
    zoe.opens("/notices").misses("Mia");
    zoe.opens(&heron).is_told(404);
    tom.opens(&heron).follows("@tom").is_at("/people/tom");
}

#[test]
fn writing_is_not_markup() {
    let school = Site::school();
    let mia = school.pupil("Mia");
    mia.posts("**Loud** <script>alert(1)</script> ![x](http://evil.example/x.png) [go](javascript:alert(1))")
        .to_everyone();
    mia.opens("/everyone").sees("Loud").sees("<script>alert(1)</script>");
    mia.look(|page| {
        assert!(!page.source.contains("<script>") && !page.source.contains("src=\"http"), "{}", page.source);
        assert!(
            page.links.iter().all(|link| !link.to.starts_with("javascript:") && !link.to.contains("evil"))
        );
    });
}

#[test]
fn streams_come_in_pages_newest_first() {
    let school = Site::school();
    let mia = school.pupil("Mia");
    mia.opens("/posts/new");
    let token = mia.token();
    for number in 1..=45 {
        let text = format!("Post number {number}.");
        let ask = Ask::post("/posts", &[("same_site", &token), ("body", &text), ("audience", "everyone")]);
        assert_eq!(mia.asks(&ask).status, 303);
    }
    for stream in ["/everyone", "/"] {
        mia.opens(stream).sees("number 45.").sees("number 26.").misses("number 25.");
        mia.follows("Older").sees("number 25.").sees("number 6.").misses("number 26.").misses("number 5.");
        mia.follows("Older").sees("number 5.").sees("number 1.").misses("number 6.");
        let newest = mia.opens(stream).look(|page| page.attributes("data-item"));
        let mut sorted = newest.clone();
        sorted.sort_by_key(|id| std::cmp::Reverse(id.parse::<i64>().unwrap()));
        assert_eq!(newest, sorted, "{stream}");
    }
}

#[test]
fn who_may_only_read_reads_and_makes_nothing() {
    let school = Site::school();
    let (mia, tom, _) = three(&school);
    let heron = mia.posts("A heron!").to_everyone();
    // Pages that were open before: what they send is refused where it is written.
    let (at_new, at_edit) = (school.is_in(mia.elsewhere()), school.is_in(mia.elsewhere()));
    at_new.opens("/posts/new").fills("Your post", "One more").ticks("Everyone");
    at_edit.opens(&format!("{heron}/edit")).fills("Your post", "A stork!");
    school.stands(&mia, Standing::ReadOnly);
    at_new.presses("Post").is_told(403);
    at_edit.presses("Save").is_told(403);
    mia.opens(&heron).sees("A heron!");
    for closed in ["/posts/new".to_owned(), format!("{heron}/edit")] {
        mia.opens(&closed).is_told(403).sees("You can read, but not write, for now.");
    }
    tom.opens("/everyone").sees("A heron!").misses("One more").misses("A stork!");
}

#[test]
fn a_block_hides_each_from_the_other_and_neither_is_told() {
    let school = Site::school();
    let (mia, tom, zoe) = three(&school);
    let of_mia = mia.posts("A heron!").to_everyone();
    let of_tom = tom.posts("A train!").to_everyone();
    mia.blocks(&tom);
    mia.opens("/everyone").sees("A heron!").misses("A train!");
    tom.opens("/everyone").sees("A train!").misses("A heron!");
    mia.opens(&of_tom).is_told(404);
    tom.opens(&of_mia).is_told(404);
    zoe.opens("/everyone").sees("A heron!").sees("A train!");
    tom.posts("Hello @mia").to_everyone();
    mia.opens("/notices").misses("Tom");
    tom.opens("/notices").misses("Mia");
}
