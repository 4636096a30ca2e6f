//! The people and things of the table: one of each sort.

use super::{offers, talk};
use crate::harness::{Ask, FOX, HERON, PASSWORD, Person, Site, number};
use courtyard::base::{Act, Approval, Duty, Standing};

/// One column.
pub struct Viewer<'s> {
    pub name: &'static str,
    pub who: &'static str,
    pub person: Person<'s>,
}

/// One row: an address, and the words on its page that are the thing. Without an address: a heading.
pub struct Thing {
    pub what: String,
    pub path: String,
    pub marker: String,
}

/// The rows, in their order.
pub struct Things(Vec<Thing>);

impl Things {
    pub fn under(&mut self, heading: &str) {
        self.0.push(Thing { what: heading.into(), path: String::new(), marker: String::new() });
    }

    pub fn add(&mut self, what: &str, path: &str, marker: &str) {
        self.0.push(Thing { what: what.into(), path: path.into(), marker: marker.into() });
    }
}

/// Everybody, in the order of the columns.
fn people(school: &Site) -> Vec<Viewer<'_>> {
    let viewer = |name, who, person| Viewer { name, who, person };
    vec![
        viewer("stranger", "has not signed in", school.stranger()),
        viewer("Mia", "the author", school.pupil("Mia")),
        viewer("Tom", "Mia shares with him", school.pupil("Tom")),
        viewer("Uma", "shares with Mia, and Mia not with her", school.pupil("Uma")),
        viewer("Ana", "Mia shares with her, in the aspect Birders", school.pupil("Ana")),
        viewer("Gil", "in Class 5B with Mia", school.pupil("Gil")),
        viewer("Zoe", "in no group, knows nobody", school.pupil("Zoe")),
        viewer("Nia", "named as the one to see a post", school.pupil("Nia")),
        viewer("Bob", "in Class 5B; Mia blocks him", school.pupil("Bob")),
        viewer("Kai", "in Class 5B; blocks Mia", school.pupil("Kai")),
        viewer("Mr Plum", "staff without a duty", school.staff("Mr Plum", &[])),
        viewer("Ms Fox", "staff: Moderate", school.staff("Ms Fox", &[Duty::Moderate])),
        viewer("Mr Hay", "staff: Accounts", school.staff("Mr Hay", &[Duty::Accounts])),
        viewer("Ms Owl", "staff: Audit", school.staff("Ms Owl", &[Duty::Audit])),
        viewer("Ms Lark", "staff: Safeguard", school.staff("Ms Lark", &[Duty::Safeguard])),
        viewer("Mr Rook", "staff: Settings", school.staff("Mr Rook", &[Duty::Settings])),
        viewer("Dr Wren", "the owner", school.head()),
        viewer("Rex", "read-only, in Class 5B", school.pupil("Rex")),
        viewer("Sue", "suspended, in Class 5B, Mia shares with her", school.pupil("Sue")),
    ]
}

/// Makes everybody and everything.
pub fn make(school: &Site) -> (Vec<Viewer<'_>>, Vec<Thing>) {
    let viewers = people(school);
    let who = |name: &str| &viewers.iter().find(|viewer| viewer.name == name).unwrap().person;
    let (mia, tom, ana, gil, zoe) = (who("Mia"), who("Tom"), who("Ana"), who("Gil"), who("Zoe"));
    let (nia, bob, kai, rex, sue) = (who("Nia"), who("Bob"), who("Kai"), who("Rex"), who("Sue"));
    for other in [tom, ana, nia, sue] {
        mia.shares_with(other);
    }
    who("Uma").shares_with(mia);
    let aspect = mia.has_an_aspect("Birders", &[ana]);
    let group = school.has_a_group("Class 5B", &[mia, gil, bob, kai, rex, sue]);

    let mut things = Things(Vec::new());
    let (open, limited) = audiences(&mut things, mia, tom, ana, gil, nia);
    streams(&mut things);
    searching(&mut things);
    let third = blocked(&mut things, zoe, bob, kai);
    mia.blocks(bob);
    kai.blocks(mia);
    waiting(&mut things, school, mia, tom);
    taken_away(&mut things, mia, tom, who("Ms Fox"));
    changed(&mut things, school, mia);
    polled(&mut things, mia, tom);
    answered(&mut things, mia, tom);
    passed_on(&mut things, mia, zoe, gil);
    albums(&mut things, mia, tom, gil);
    school.has_a_group("Birdwatch", &[mia, gil, bob, kai, rex, sue, who("Mr Plum")]);
    announced(&mut things, who("Mr Plum"), tom);
    planned(&mut things, who("Mr Plum"), gil);
    filed(&mut things, school, mia, who("Ms Fox"), group);
    tagged(&mut things, mia, tom, ana, zoe);
    the_rest(&mut things, mia, tom, group, aspect);
    offers::offered(&mut things, &offers::Cast { mia, tom, zoe, fox: who("Ms Fox") }, &open, &limited);
    clubs(&mut things, school, mia, tom);
    shared_album(&mut things, mia, gil, group);
    reported(&mut things, mia, tom);
    let plum = who("Mr Plum");
    let rowers = vec![mia, gil, bob, kai, rex, sue, plum];
    let lark = who("Ms Lark");
    talk::talked(&mut things, school, &talk::Cast { mia, tom, gil, ana, nia, bob, kai, lark, rowers });
    closed(&mut things, school, &third);
    offices(&mut things, mia, &third);
    school.stands(rex, Standing::ReadOnly);
    school.stands(sue, Standing::Suspended);
    (viewers, things.0)
}

/// A post to each audience, a comment under each; gives those to everyone and to contacts.
fn audiences(
    things: &mut Things,
    mia: &Person<'_>,
    tom: &Person<'_>,
    ana: &Person<'_>,
    gil: &Person<'_>,
    nia: &Person<'_>,
) -> (String, String) {
    let made = [
        ("everyone", mia.posts("zz everyone #zebra").to_everyone(), tom),
        ("Class 5B", mia.posts("zz group #zebra").to_group("Class 5B"), gil),
        (
            "contacts",
            mia.posts("zz contacts #zebra").with_words(HERON, "zz words on the photo").to_contacts(),
            tom,
        ),
        ("the aspect Birders", mia.posts("zz aspect #zebra").to_aspect("Birders"), ana),
        ("Nia by name", mia.posts("zz person #zebra").to_people(&[nia]), nia),
        ("only me", mia.posts("zz only me #zebra").to_only_me(), mia),
    ];
    things.under("Posts, by audience");
    let markers = ["zz everyone", "zz group", "zz contacts", "zz aspect", "zz person", "zz only me"];
    for ((audience, path, _), marker) in made.iter().zip(markers) {
        things.add(&format!("post to {audience}"), path, marker);
    }
    things.under("A comment under each of them");
    for (audience, path, commenter) in &made {
        let text = format!("yy under {}", number(path));
        commenter.comments_on(path, &text);
        things.add(&format!("comment by {} under the post to {audience}", commenter.name), path, &text);
    }
    tom.opens(&made[2].1).presses("Heart");
    things.under("With the post to contacts");
    let path = &made[2].1;
    mia.opens(path);
    let photo =
        mia.look(|page| page.attributes("src")).into_iter().find(|src| src.starts_with("/photos/")).unwrap();
    things.add("the words on its photo", path, "zz words on the photo");
    for size in ["large", "medium", "small"] {
        things.add(
            &format!("the file of its photo, {size}"),
            &format!("{}/{size}", photo.rsplit_once('/').unwrap().0),
            "",
        );
    }
    things.add("a heart on it by Tom", path, "Heart</span> <span>1<");
    let [(_, open, _), _, (_, limited, _), ..] = made;
    (open, limited)
}

fn streams(things: &mut Things) {
    things.under("Streams: is it in there?");
    for (page, path) in
        [("Home", "/"), ("Everyone", "/everyone"), ("Mia's page", "/people/mia"), ("tag", "/tags/zebra")]
    {
        for (audience, marker) in [
            ("to everyone", "zz everyone"),
            ("to Class 5B", "zz group"),
            ("to contacts", "zz contacts"),
            ("to the aspect", "zz aspect"),
            ("to Nia", "zz person"),
            ("only me", "zz only me"),
        ] {
            things.add(&format!("{page}: post {audience}"), path, marker);
        }
    }
}

fn searching(things: &mut Things) {
    things.under("Searching for a word of theirs: is it found?");
    for (audience, marker) in [
        ("to everyone", "everyone"),
        ("to Class 5B", "group"),
        ("to contacts", "contacts"),
        ("to the aspect", "aspect"),
        ("to Nia", "person"),
        ("only me", "only me"),
    ] {
        things.add(&format!("post {audience}"), "/search?q=zz", &format!("<mark>zz</mark> {marker} #zebra"));
    }
    things.add("the words on the photo to contacts", "/search?q=zz", "<mark>zz</mark> words on the photo");
    things.add(
        "comment under Zoe's post by Bob, whom Mia blocks",
        "/search?q=xx",
        "<mark>xx</mark> comment by Bob",
    );
    things.add(
        "comment under Zoe's post by Kai, who blocks Mia",
        "/search?q=xx",
        "<mark>xx</mark> comment by Kai",
    );
    things.add("held post to everyone", "/search?q=ww", "<mark>ww</mark> held post");
    things.add("held comment of Tom's under Mia's post", "/search?q=ww", "<mark>ww</mark> held comment");
    things.add("post removed by staff", "/search?q=vv", "<mark>vv</mark> removed by staff");
    things.add("comment of Tom's removed by staff", "/search?q=vv", "<mark>vv</mark> comment removed");
    things.add("post deleted by Mia", "/search?q=vv", "<mark>vv</mark> deleted by Mia");
    things.add("what a post to contacts said before", "/search?q=first", "<mark>first</mark> words");
    things.add("what it says now", "/search?q=second", "<mark>second</mark> words");
    things.add("Class 5B", "/search?q=5b", "<bdi>Class 5B</bdi>");
    things.add("the tag", "/search?q=zebra", "#zebra</bdi>");
    things.add("Mia herself", "/search?q=mia", "href=\"/people/mia\"");
}

/// What those do whom a block keeps apart, under a third person's post.
fn blocked(things: &mut Things, zoe: &Person<'_>, bob: &Person<'_>, kai: &Person<'_>) -> String {
    let third = zoe.posts("xx by Zoe").to_everyone();
    bob.comments_on(&third, "xx comment by Bob");
    kai.comments_on(&third, "xx comment by Kai");
    bob.opens(&third).presses("Laugh");
    things.under("Under a post of Zoe's to everyone");
    things.add("the post", &third, "xx by Zoe");
    things.add("comment by Bob, whom Mia blocks", &third, "xx comment by Bob");
    things.add("comment by Kai, who blocks Mia", &third, "xx comment by Kai");
    things.add("Bob's laugh is counted", &third, "Laugh</span> <span>1<");
    third
}

fn waiting(things: &mut Things, school: &Site, mia: &Person<'_>, tom: &Person<'_>) {
    let open = mia.posts("ww open").to_everyone();
    school.rules(Approval::HoldAll);
    let post = mia.posts("ww held post").with(FOX).to_everyone();
    let comment = tom.comments_on(&open, "ww held comment");
    school.rules(Approval::Open);
    mia.opens(&post);
    let photo =
        mia.look(|page| page.attributes("src")).into_iter().find(|src| src.starts_with("/photos/")).unwrap();
    things.under("What waits for staff, to everyone");
    things.add("held post", &post, "ww held post");
    things.add("the file of its photo", &photo, "");
    things.add("held post, in the stream Everyone", "/everyone", "ww held post");
    things.add("held post, at the desk", &format!("/desk/items/{}", number(&post)), "ww held post");
    things.add("held comment of Tom's, under Mia's post", &open, "ww held comment");
    things.add("held comment, at the desk", &format!("/desk/items/{}", number(&comment)), "ww held comment");
}

fn taken_away(things: &mut Things, mia: &Person<'_>, tom: &Person<'_>, fox: &Person<'_>) {
    let by_staff = mia.posts("vv removed by staff").with(FOX).to_everyone();
    let open = mia.posts("vv open").to_everyone();
    let comment = tom.comments_on(&open, "vv comment removed");
    mia.opens(&by_staff);
    let photo =
        mia.look(|page| page.attributes("src")).into_iter().find(|src| src.starts_with("/photos/")).unwrap();
    fox.takes_away(&by_staff, "It was rude or about sex", "vv note of staff");
    fox.takes_away(&comment, "It was rude or about sex", "");
    let own = mia.posts("vv deleted by Mia").to_everyone();
    mia.opens(&own).presses("Delete");
    things.under("What was taken away, to everyone");
    things.add("post removed by staff", &by_staff, "vv removed by staff");
    things.add("the note of staff about it", &by_staff, "vv note of staff");
    things.add("the file of its photo", &photo, "");
    things.add(
        "post removed by staff, at the desk",
        &format!("/desk/items/{}", number(&by_staff)),
        "vv removed by staff",
    );
    things.add("comment of Tom's removed by staff", &open, "vv comment removed");
    things.add("post deleted by its author", &own, "vv deleted by Mia");
    things.add(
        "post deleted by its author, at the desk",
        &format!("/desk/items/{}", number(&own)),
        "vv deleted by Mia",
    );
}

fn changed(things: &mut Things, school: &Site, mia: &Person<'_>) {
    let changed = mia.posts("ss first words").to_contacts();
    mia.opens(&format!("{changed}/edit")).fills("Your post", "ss second words").presses("Save");
    let photo = mia.posts("ss photo").with_words(HERON, "ss first description").to_contacts();
    mia.opens(&format!("{photo}/edit")).fills("Describe photo 1", "ss second description").presses("Save");
    school.rules(Approval::HoldAll);
    let waited = mia.posts("ss waited").with_words(FOX, "ss description that waited").to_everyone();
    mia.opens(&format!("{waited}/edit")).fills("Your post", "ss let through");
    mia.fills("Describe photo 1", "ss description let through").presses("Save");
    school.releases(&waited);
    school.rules(Approval::Open);
    things.under("What it said before");
    things.add("history of a post to contacts", &format!("{changed}/history"), "ss first words");
    things.add("editing it", &format!("{changed}/edit"), "ss second words");
    let history = format!("{photo}/history");
    things.add("history of the words on a photo, to contacts", &history, "ss first description");
    things.add("editing them", &format!("{photo}/edit"), "ss second description");
    things.add("a post to everyone that waited, and was changed", &waited, "ss let through");
    let history = format!("{waited}/history");
    things.add("its history: what nobody let through", &history, "ss waited");
    things.add("the same, of the words on its photo", &history, "ss description that waited");
}

/// A poll for Mia's contacts, in which Tom voted; how it stands is seen after voting.
fn polled(things: &mut Things, mia: &Person<'_>, tom: &Person<'_>) {
    mia.opens("/posts/new")
        .fills("Your post", "rr poll")
        .fills("Answer 1", "rr cats")
        .fills("Answer 2", "rr dogs");
    mia.ticks("People see the result only after they vote").ticks("My contacts").presses("Post").is_told(200);
    let newest = mia.look(|page| page.attributes("data-item"));
    let poll = format!("/posts/{}", newest.iter().filter_map(|id| id.parse::<i64>().ok()).max().unwrap());
    tom.opens(&poll).ticks("rr cats").presses("Vote").is_told(200);
    things.under("A poll to contacts, in which Tom voted");
    things.add("its answers", &poll, "rr cats");
    things.add("how it stands", &poll, "1 person voted");
    things.add("that one vote is one's own", &poll, "Your vote");
}

/// Posts that pass one of Mia's on: Zoe without words, Gil with words and to his group; one whose first post went.
fn passed_on(things: &mut Things, mia: &Person<'_>, zoe: &Person<'_>, gil: &Person<'_>) {
    let post = |text: &str| mia.posts(text).to_everyone();
    let passes_on = |person: &Person<'_>, post: &str, words: &str, group: bool| {
        person.opens(&format!("{post}/reshares")).fills("Your words about it", words);
        if group {
            person.ticks("Groups").ticks("Class 5B");
        }
        person.presses("Reshare").is_told(200);
        person.look(|page| page.path.split('?').next().unwrap().to_owned())
    };
    let first = post("oo passed on");
    let bare = passes_on(zoe, &first, "", false);
    let worded = passes_on(gil, &first, "oo words of Gil", true);
    let lost = post("oo lost");
    let (lost_bare, lost_worded) =
        (passes_on(zoe, &lost, "", false), passes_on(gil, &lost, "oo Gil lost it", false));
    mia.opens(&lost).presses("Delete");
    things.under("Posts of others that pass one of Mia's on");
    things.add("by Zoe, without words, to everyone", &bare, "oo passed on");
    things.add("by Gil, with words, to Class 5B", &worded, "oo words of Gil");
    things.add("what it passes on", &worded, "oo passed on");
    things.add("that Zoe passed it on", &format!("{first}/reshares"), "href=\"/people/zoe\"");
    things.add("that Gil passed it on", &format!("{first}/reshares"), "href=\"/people/gil\"");
    things.add("in the stream Everyone, by Zoe", "/everyone", &format!("id=\"post-{}\"", number(&bare)));
    things.add("by Zoe, whose first post went", &lost_bare, "");
    things.add("by Gil with words, whose first post went", &lost_worded, "oo Gil lost it");
    things.add("what the first post said", &lost_worded, "oo lost");
    things.add("found by a word of the first post that went", "/search?q=lost", "oo lost");
}

/// A comment to contacts with a photo and an answer under it, and pages that are the author's own.
fn answered(things: &mut Things, mia: &Person<'_>, tom: &Person<'_>) {
    let post = mia.posts("qq post").to_contacts();
    tom.opens(&post).fills("Write a comment", "qq comment").fills("Describe it", "qq fox").attaches(FOX);
    tom.presses("Send").is_told(200);
    let photo =
        tom.look(|page| page.attributes("src")).into_iter().find(|src| src.starts_with("/photos/")).unwrap();
    tom.opens(&post);
    let comment = tom.look(|page| page.attribute("qq comment", "data-item")).unwrap();
    mia.opens(&format!("{post}?reply={comment}")).fills("Write a comment", "qq answer").presses("Send");
    things.under("Under a post to contacts: a comment by Tom with a photo, and Mia's answer");
    things.add("the comment", &post, "qq comment");
    things.add("the words on its photo", &post, "qq fox");
    things.add("the file of its photo", &photo, "");
    things.add("the answer", &post, "qq answer");
    things.add("answering it", &format!("{post}?reply={comment}"), "You reply to");
    things.add("letting fewer see the post", &format!("{post}/audience"), "Let fewer people see it");
    things.add("who can see the post", &format!("{post}/who"), "");
    things.add("how many people that are", &format!("{post}/who"), "4 people");
    mia.opens("/posts/new")
        .fills("Your post", "qq draft")
        .attaches(FOX)
        .presses("Keep as draft")
        .is_told(200);
    let photo =
        mia.look(|page| page.attributes("src")).into_iter().find(|src| src.starts_with("/drafts/photos/"));
    things.add("what Mia writes and has not sent, in her drafts", "/drafts", "qq draft");
    let word =
        mia.look(|page| page.links.iter().find_map(|link| Some(link.to.split_once("draft=")?.1.to_owned())));
    things.add("going on with it", &format!("/posts/new?draft={}", word.unwrap()), "qq draft");
    things.add("the file of the photo in it", &photo.unwrap(), "");
}

/// An album for contacts and one for a group, a photo in each, and what is said under the first.
fn albums(things: &mut Things, mia: &Person<'_>, tom: &Person<'_>, gil: &Person<'_>) {
    let made = |title: &str, kind: &str, part: Option<&str>| {
        mia.opens("/albums/new").fills("Title", title).ticks(kind);
        if let Some(part) = part {
            mia.ticks(part);
        }
        mia.presses("Make the album").is_told(200);
        let album = mia.look(|page| page.path.split('?').next().unwrap().to_owned());
        mia.attaches_with_words(HERON, "rr words").presses("Send photos").is_told(200);
        let src = mia.look(|page| page.attributes("src"));
        let file = src.into_iter().find(|src| src.starts_with("/photos/")).unwrap();
        (album, file.rsplit_once('/').unwrap().0.to_owned())
    };
    let (contacts, photo) = made("rr contacts", "My contacts", None);
    let (group, other) = made("rr group", "Groups", Some("Class 5B"));
    tom.comments_on(&photo, "rr under the photo");
    gil.comments_on(&other, "rr under the other");
    things.under("Albums, and photos with pages of their own");
    things.add("album for contacts", &contacts, "rr contacts");
    things.add("it is in the list of Mia's albums", "/people/mia/albums", "rr contacts");
    things.add("its photo's page", &photo, "rr words");
    things.add("the file of its photo", &format!("{photo}/small"), "");
    things.add("comment by Tom under its photo", &photo, "rr under the photo");
    things.add("changing its photo's words", &format!("{photo}/edit"), "rr words");
    things.add("putting it in order", &format!("{contacts}/order"), "rr words");
    things.add("album for Class 5B", &group, "rr group");
    things.add("its photo's page", &other, "rr words");
    things.add("comment by Gil under its photo", &other, "rr under the other");
    things.add(
        "the case of its photo, which nobody reported",
        &format!("/desk/items/{}", number(&other)),
        "rr words",
    );
    things.add("the photos of Mia's posts", "/people/mia/photos", "zz words on the photo");
}

/// An event of Mr Plum's to Birdwatch, to which Gil comes.
fn planned(things: &mut Things, plum: &Person<'_>, gil: &Person<'_>) {
    plum.opens("/events/new").fills("Title", "oo walk").fills("Day", "2031-03-12").fills("Place", "oo hide");
    plum.ticks("Groups").ticks("Birdwatch").presses("Make the event").is_told(200);
    let event = plum.look(|page| page.path.split('?').next().unwrap().to_owned());
    gil.opens(&event).presses("I come");
    things.under("An event of Mr Plum's to Birdwatch, to which Gil comes");
    things.add("the event", &event, "oo walk");
    things.add("that Gil comes", &event, "/people/gil");
    things.add("in one's own month", "/events?month=2031-03", "oo walk");
    things.add("searched for", "/search?q=oo", "<mark>oo</mark> walk");
    things.add("as a calendar file", &format!("{event}/event.ics"), "oo walk");
    things.add("one's own month as a calendar file", "/events/calendar.ics?month=2031-03", "oo walk");
    things.add("changing it", &format!("{event}/edit"), "oo walk");
    things.add("making one", "/events/new", "");
}

/// Files of Mia's in Class 5B: one as it should be, one that waits, one that staff removed.
fn filed(things: &mut Things, school: &Site, mia: &Person<'_>, fox: &Person<'_>, group: i64) {
    let puts = |name: &str, words: &str| {
        mia.opens(&format!("/groups/{group}/files/new"));
        mia.attaches_file(name, "text/plain", words.into()).presses("Put it here").is_told(200);
        let newest = mia.look(|page| page.attributes("data-item"));
        format!("/files/{}", newest.iter().filter_map(|id| id.parse::<i64>().ok()).max().unwrap())
    };
    let plan = puts("nn plan.txt", "nn words");
    school.rules(Approval::HoldPhotos);
    let held = puts("nn held.txt", "nn words held");
    school.rules(Approval::Open);
    let removed = puts("nn removed.txt", "nn words removed");
    fox.takes_away(&removed, "It was rude or about sex", "");
    things.under("Files of Mia's in Class 5B");
    for (what, path, name, words) in [
        ("a file", &plan, "nn plan.txt", "nn words"),
        ("one that waits", &held, "nn held.txt", "nn words held"),
        ("one removed by staff", &removed, "nn removed.txt", "nn words removed"),
    ] {
        things.add(&format!("{what}: its page"), path, name);
        things.add(&format!("{what}: what is in it"), &format!("{path}/fetch"), words);
        things.add(&format!("{what}: in the list of the class"), &format!("/groups/{group}/files"), name);
        things.add(&format!("{what}: searched for"), "/search?q=nn", &name.replace("nn", "<mark>nn</mark>"));
    }
    things.add("putting one there", &format!("/groups/{group}/files/new"), "");
}

/// Announcements by a teacher without a duty, to everyone and to a group of his; Tom read one.
fn announced(things: &mut Things, plum: &Person<'_>, tom: &Person<'_>) {
    let puts_up = |title: &str, part: Option<&str>| {
        plum.opens("/announcements/new").fills("Title", title).fills("Text", "pp text");
        match part {
            Some(part) => plum.ticks("Groups").ticks(part),
            None => plum.ticks("Everyone"),
        };
        plum.presses("Put it on the board").is_told(200);
        plum.look(|page| page.path.split('?').next().unwrap().to_owned())
    };
    let (everyone, class) = (puts_up("pp everyone", None), puts_up("pp class", Some("Birdwatch")));
    tom.opens(&everyone).presses("I have read this");
    plum.opens(&format!("{class}/edit")).fills("Text", "pp second").presses("Save");
    things.under("Announcements by Mr Plum; Birdwatch is the members of Class 5B and he");
    for (what, path) in [("everyone", &everyone), ("Birdwatch", &class)] {
        let title = if what == "everyone" { "pp everyone" } else { "pp class" };
        things.add(&format!("to {what}"), path, title);
        things.add(&format!("to {what}, on Home, unread"), "/", title);
        things.add(&format!("to {what}, on the board"), "/announcements", title);
        things.add(
            &format!("to {what}, searched for"),
            "/search?q=pp",
            &title.replace("pp", "<mark>pp</mark>"),
        );
        things.add(&format!("who has read the one to {what}"), &format!("{path}/receipts"), "/people/");
        things.add(&format!("changing the one to {what}"), &format!("{path}/edit"), title);
    }
    things.add("what the one to Birdwatch said before", &format!("{class}/history"), "pp text");
    things.add("making one", "/announcements/new", "");
}

/// People in photos: of Mia's for contacts, and in one of Zoe's for everyone.
fn tagged(things: &mut Things, mia: &Person<'_>, tom: &Person<'_>, ana: &Person<'_>, zoe: &Person<'_>) {
    let photo_of = |post: String, person: &Person<'_>| {
        person.opens(&post);
        let src = person.look(|page| page.attributes("src"));
        let file = src.into_iter().find(|src| src.starts_with("/photos/")).unwrap();
        file.rsplit_once('/').unwrap().0.to_owned()
    };
    let tags = |person: &Person<'_>, photo: &str, who: &str| {
        let form = person.opens(&format!("{photo}/tag")).ticks("Middle").fills("Who is it?", who);
        form.presses("Tag this person").is_told(200);
    };
    let contacts = photo_of(mia.posts("pp with tags").with(HERON).to_contacts(), mia);
    let open = photo_of(zoe.posts("pp with tags").with(FOX).to_everyone(), zoe);
    tags(mia, &contacts, "tom");
    tags(zoe, &open, "mia");
    ana.opens("/my/tags").ticks("Ask me first").presses("Save").is_told(200);
    tags(tom, &contacts, "ana");
    things.under("People in photos");
    things.add("Tom in a photo of Mia's for contacts", &contacts, "/people/tom\"><bdi>Tom</bdi></a>");
    things.add("tagging somebody there", &format!("{contacts}/tag"), "Tag this person");
    things.add("it is among the photos of Tom", "/people/tom/tagged", &contacts);
    things.add(
        "Ana in it, tagged by Tom, not yet with her yes",
        &contacts,
        "/people/ana\"><bdi>Ana</bdi></a>",
    );
    things.add("it is among the photos of Ana", "/people/ana/tagged", &contacts);
    things.add("Mia in a photo of Zoe's for everyone", &open, "/people/mia\"><bdi>Mia</bdi></a>");
    things.add("it is among the photos of Mia", "/people/mia/tagged", &open);
    things.add("each one's own waiting tags", "/my/tags", &format!("{contacts}\""));
}

fn the_rest(things: &mut Things, mia: &Person<'_>, tom: &Person<'_>, group: i64, aspect: i64) {
    mia.opens("/my/profile").fills("Place", "uu Heron Island").presses("Save").is_told(200);
    things.under("Mia, her groups and aspects");
    things.add("her name on her page", "/people/mia", "Mia");
    things.add("her place on her page", "/people/mia", "uu Heron Island");
    things.add("she is in the list of people", "/people?q=mia", "/people/mia");
    things.add("the page of Class 5B", &format!("/groups/{group}"), "Class 5B");
    things.add("who is in Class 5B", &format!("/groups/{group}/members"), "/people/gil");
    things.add("her aspect", &format!("/aspects/{aspect}"), "Birders");
    things.add("who is in her aspect", &format!("/aspects/{aspect}/people"), "Ana");
    things.under("What staff did about oneself, on a page of one's own");
    things.add("that a post of Mia's was removed", "/my/record", "vv removed by staff");
    things.add("the note of staff about it", "/my/record", "vv note of staff");
    mia.opens("/my/archive").fills("Your password now", PASSWORD).presses("Make my file").is_told(200);
    mia.site.packs();
    mia.opens("/my/archive");
    let links = mia.look(|page| page.attributes("href"));
    let file = links.into_iter().find(|link| link.ends_with("/file")).unwrap();
    things.under("Everything that Mia made, in one file");
    things.add("the file", &file, "index.html");
    things.add("the page on which it can be fetched", "/my/archive", &file);
    things.under("Each one's own notices");
    things.add(&format!("that {} commented on Mia's post", tom.name), "/notices", "/people/tom");
}

fn reported(things: &mut Things, mia: &Person<'_>, tom: &Person<'_>) {
    let secret = mia.posts("tt reported, to contacts").with(FOX).to_contacts();
    mia.opens(&secret);
    let photo =
        mia.look(|page| page.attributes("src")).into_iter().find(|src| src.starts_with("/photos/")).unwrap();
    let quiet = mia.posts("tt not reported, to contacts").to_contacts();
    tom.reports(&secret, "It is a threat", "tt note of Tom");
    things.under("A post to contacts that Tom reported");
    things.add("the post in its place", &secret, "tt reported");
    things.add("the file of its photo", &photo, "");
    things.add("the page for reporting it", &format!("/report/{}", number(&secret)), "tt reported");
    things.add("in the list of the desk", "/desk", "tt reported");
    let case = format!("/desk/items/{}", number(&secret));
    things.add("its case at the desk", &case, "tt reported");
    things.add("Tom's note, and that it was Tom", &case, "tt note of Tom");
    things.add(
        "another post to contacts, at the desk",
        &format!("/desk/items/{}", number(&quiet)),
        "tt not reported",
    );
    tom.opens("/posts/new");
    let fields = [("same_site", tom.token()), ("reason", "worried".into()), ("note", "tt worried".into())];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    tom.asks(&Ask::post(&format!("/report/person/{}", mia.id), &fields));
    things.add("the case of a report about Mia herself", "/desk/people/2", "tt worried");
}

/// An album that Class 5B fills together: made by Mia, with a photo of hers and one of Gil's.
fn shared_album(things: &mut Things, mia: &Person<'_>, gil: &Person<'_>, group: i64) {
    mia.opens(&format!("/groups/{group}/albums/new")).fills("Title", "pp together").presses("Make the album");
    let album = mia.look(|page| page.path.split('?').next().unwrap().to_owned());
    for (person, photo, words) in [(mia, HERON, "pp of Mia"), (gil, FOX, "pp of Gil")] {
        person.opens(&album).attaches_with_words(photo, words).presses("Send photos").is_told(200);
    }
    let files = gil.look(|page| page.attributes("src"));
    let of_gil = files.iter().rev().find(|src| src.starts_with("/photos/")).unwrap().clone();
    let page = of_gil.strip_suffix("/small").unwrap();
    let photos = format!("/groups/{group}/photos");
    things.under("An album that Class 5B fills together, made by Mia, with a photo of Gil's");
    things.add("the album, by its page", &album, "pp together");
    things.add("the album, among the photos of the class", &photos, "pp together");
    things.add("Gil's photo in it", &album, "pp of Gil");
    things.add("Gil's photo, by its page", page, "pp of Gil");
    things.add("Gil's photo, its file", &of_gil, "");
    things.add("a way to put a photo in", &album, "name=\"photo\"");
    things.add("the words on it, searched for", "/search?q=pp", "<mark>pp</mark> of Gil");
    things.add("photos of posts to the class", &photos, "/photos/");
    things.under("Each one's own contacts");
    things.add("Mia, among those they share with", "/contacts", "/people/mia");
    things.add("Mia, among those who alone share", "/contacts?show=sharing", "/people/mia");
    things.add("Tom, among those they share with", "/contacts", "/people/tom");
}

/// Mia leads a chess club that people ask for, and a choir to which she invites them.
fn clubs(things: &mut Things, school: &Site, mia: &Person<'_>, tom: &Person<'_>) {
    let clubs = [("Chess club", "ask"), ("Choir", "invite")].map(|(name, joining)| {
        let (id, me) = (school.has_a_group(name, &[mia]), mia.id);
        school.write(Act::EditGroup, move |change| {
            change.run("UPDATE \"group\" SET joining = ?2 WHERE id = ?1", (id, joining))?;
            change.run("UPDATE membership SET leader = 1 WHERE group_id = ?1 AND account_id = ?2", [id, me])
        });
        let page = format!("/groups/{id}");
        mia.opens(&format!("{page}/edit")).attaches(HERON).presses("Save").is_told(200);
        page
    });
    let picture = |page: &String| {
        mia.opens(page);
        mia.look(|found| found.attributes("src")).into_iter().find(|src| src.starts_with(page)).unwrap()
    };
    let [chess, choir] = &clubs;
    tom.opens(chess).fills("A word to those who lead it", "qq of Tom").presses("Ask to join").is_told(200);
    mia.opens(&format!("{choir}/invite")).fills("Or paste sign-in names", "nia").presses("Invite them");
    things.under("Mia leads a chess club that people ask for, and a choir to which she invited Nia");
    things.add("the chess club, by its page", chess, "Chess club");
    things.add("the chess club, in the list of groups", "/groups", "Chess club");
    things.add("the chess club, found by its name", "/search?q=chess", "<bdi>Chess club</bdi>");
    things.add("the picture of the chess club", &picture(chess), "");
    things.add("who is in the chess club", &format!("{chess}/members"), "/people/mia");
    things.add("what Tom says, who asks to come into it", &format!("{chess}/members"), "qq of Tom");
    things.add("the choir, by its page", choir, "Choir");
    things.add("the choir, in the list of groups", "/groups", "Choir");
    things.add("the choir, found by its name", "/search?q=choir", "<bdi>Choir</bdi>");
    things.add("the picture of the choir", &picture(choir), "");
    things.add("that Nia is invited", &format!("{choir}/members"), "/people/nia");
    things.add("the notice of Tom's wish", "/notices", "Tom asks to come into Chess club");
    things.add("the notice of Nia's invitation", "/notices", "Mia invites you to Choir");
}

/// What Lea made, whose account closes: nobody sees it, and only the desk what was reported.
fn closed(things: &mut Things, school: &Site, third: &str) {
    let (lea, tom) = (school.pupil("Lea"), school.pupil("Ted"));
    let post = lea.posts("oo post of Lea's").with(FOX).to_everyone();
    let reported = lea.posts("oo reported post of Lea's").to_everyone();
    lea.comments_on(third, "oo comment of Lea's");
    lea.opens(&post);
    let photo =
        lea.look(|page| page.attributes("src")).into_iter().find(|src| src.starts_with("/photos/")).unwrap();
    tom.reports(&reported, "It is a threat", "");
    lea.opens("/my/close").fills("Your password now", PASSWORD).presses("Close my account").is_told(200);
    things.under("What Lea made, whose account closes");
    things.add("post to everyone", &post, "oo post of Lea");
    things.add("the file of its photo", &photo, "");
    things.add("post to everyone, in the stream Everyone", "/everyone", "oo post of Lea");
    things.add("comment under Zoe's post", third, "oo comment of Lea");
    things.add("the post, by searching", "/search?q=oo", "<mark>oo</mark> post of Lea");
    things.add("her page", "/people/lea", "Lea");
    things.add("her account", &format!("/admin/people/{}", lea.id), "This account closes");
    things.add("a reported post of hers, in its place", &reported, "oo reported");
    things.add("the same, at the desk", &format!("/desk/items/{}", number(&reported)), "oo reported");
}

fn offices(things: &mut Things, mia: &Person<'_>, third: &str) {
    things.under("What is for staff");
    things.add("the desk", "/desk", "");
    things.add("what was decided", "/desk/done", "");
    things.add(
        "the case of a post that nobody reported",
        &format!("/desk/items/{}", number(third)),
        "xx by Zoe",
    );
    things.add("the record", "/audit", "");
    things.add("the hub of managing", "/admin", "");
    things.add("the accounts", "/admin/people", "mia");
    things.add("Mia's account", &format!("/admin/people/{}", mia.id), "Mia");
    things.add("the rules of the house", "/admin/rules", "");
    things.add("making an account", "/admin/people/new", "");
    things.add("making a group", "/groups/new", "");
    things.add("the recovery sheet", "/setup/sheet", "");
    things.add("claiming the box", "/setup", "");
}
