//! The people and things of the table: one of each sort.

use super::{board, doings, offers, pictures, second_looks, talk, watched};
use crate::harness::{FOX, HERON, PASSWORD, Person, Site, number};
use courtyard::base::{Duty, Standing};

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
        viewer("Ned", "in Class 5B; staff keep him and Mia apart", school.pupil("Ned")),
        viewer("Mr Plum", "staff without a duty", school.staff("Mr Plum", &[])),
        viewer("Ms Fox", "staff: Moderate", school.staff("Ms Fox", &[Duty::Moderate])),
        viewer("Mr Hay", "staff: Accounts", school.staff("Mr Hay", &[Duty::Accounts])),
        viewer("Ms Owl", "staff: Audit", school.staff("Ms Owl", &[Duty::Audit])),
        viewer("Ms Lark", "staff: Safeguard", school.staff("Ms Lark", &[Duty::Safeguard])),
        viewer("Mr Rook", "staff: Settings", school.staff("Mr Rook", &[Duty::Settings])),
        viewer("Dr Wren", "the owner", school.head()),
        viewer("Rex", "read-only, in Class 5B", school.pupil("Rex")),
        viewer("Sue", "suspended, in Class 5B, Mia shares with her", school.pupil("Sue")),
        viewer("Ms Ash", "staff: Moderate for Class 5B alone", school.staff("Ms Ash", &[])),
        viewer("Mr Oak", "staff: Accounts for Class 5B alone", school.staff("Mr Oak", &[])),
    ]
}

/// Makes everybody and everything.
pub fn make(school: &Site) -> (Vec<Viewer<'_>>, Vec<Thing>) {
    let viewers = people(school);
    let who = |name: &str| &viewers.iter().find(|viewer| viewer.name == name).unwrap().person;
    let (mia, tom, ana, gil, zoe) = (who("Mia"), who("Tom"), who("Ana"), who("Gil"), who("Zoe"));
    let (nia, bob, kai, rex, sue) = (who("Nia"), who("Bob"), who("Kai"), who("Rex"), who("Sue"));
    let ned = who("Ned");
    for other in [tom, ana, nia, sue] {
        mia.shares_with(other);
    }
    who("Uma").shares_with(mia);
    let aspect = mia.has_an_aspect("Birders", &[ana]);
    let group = school.has_a_group("Class 5B", &[mia, gil, bob, kai, ned, rex, sue]);
    let apart = who("Ms Lark").keeps_apart(mia, ned);

    school.has_charge_of(who("Ms Ash"), Duty::Moderate, group);
    school.has_charge_of(who("Mr Oak"), Duty::Accounts, group);

    let mut things = Things(Vec::new());
    let (open, limited) = audiences(&mut things, mia, tom, ana, gil, nia);
    streams(&mut things);
    searching(&mut things);
    let third = blocked(&mut things, zoe, [bob, kai, ned]);
    mia.blocks(bob);
    kai.blocks(mia);
    doings::waiting(&mut things, school, mia, tom);
    doings::taken_away(&mut things, mia, tom, who("Ms Fox"));
    doings::changed(&mut things, school, mia);
    doings::polled(&mut things, mia, tom);
    doings::answered(&mut things, mia, tom);
    doings::passed_on(&mut things, mia, zoe, gil);
    pictures::albums(&mut things, mia, tom, gil);
    school.has_a_group("Birdwatch", &[mia, gil, bob, kai, rex, sue, who("Mr Plum")]);
    board::announced(&mut things, who("Mr Plum"), tom);
    board::planned(&mut things, who("Mr Plum"), gil);
    board::filed(&mut things, school, mia, who("Ms Fox"), group);
    pictures::tagged(&mut things, mia, tom, ana, zoe);
    the_rest(&mut things, mia, tom, group, aspect);
    offers::offered(&mut things, &offers::Cast { mia, tom, zoe, fox: who("Ms Fox") }, &open, &limited);
    board::clubs(&mut things, school, mia, tom);
    pictures::shared_album(&mut things, mia, gil, group);
    doings::reported(&mut things, school, mia, tom);
    let plum = who("Mr Plum");
    let rowers = vec![mia, gil, bob, kai, rex, sue, plum];
    let lark = who("Ms Lark");
    talk::talked(&mut things, school, &talk::Cast { mia, tom, gil, ana, nia, bob, kai, lark, rowers });
    watched::watched(&mut things, school, zoe, who("Ms Fox"));
    second_looks::asked(&mut things, mia, who("Ms Fox"), who("Dr Wren"));
    closed(&mut things, school, &third);
    offices(&mut things, mia, &third, &apart);
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
fn blocked(things: &mut Things, zoe: &Person<'_>, [bob, kai, ned]: [&Person<'_>; 3]) -> String {
    let third = zoe.posts("xx by Zoe").to_everyone();
    bob.comments_on(&third, "xx comment by Bob");
    kai.comments_on(&third, "xx comment by Kai");
    ned.comments_on(&third, "xx comment by Ned");
    bob.opens(&third).presses("Laugh");
    ned.opens(&third).presses("Wow");
    things.under("Under a post of Zoe's to everyone");
    things.add("the post", &third, "xx by Zoe");
    things.add("comment by Bob, whom Mia blocks", &third, "xx comment by Bob");
    things.add("comment by Kai, who blocks Mia", &third, "xx comment by Kai");
    things.add("comment by Ned, whom staff keep apart from Mia", &third, "xx comment by Ned");
    things.add("Bob's laugh is counted", &third, "Laugh</span> <span>1<");
    things.add("that Ned was surprised is counted", &third, "Wow</span> <span>1<");
    third
}

fn the_rest(things: &mut Things, mia: &Person<'_>, tom: &Person<'_>, group: i64, aspect: i64) {
    mia.opens("/my/profile").fills("Place", "uu Heron Island").presses("Save").is_told(200);
    things.under("Mia, her groups and aspects");
    things.add("her name on her page", "/people/mia", "Mia");
    things.add("her place on her page", "/people/mia", "uu Heron Island");
    things.add("she is in the list of people", "/people?q=mia", "/people/mia");
    things.add("the page of Class 5B", &format!("/groups/{group}"), "Class 5B");
    things.add("who is in Class 5B", &format!("/groups/{group}/members"), "/people/gil");
    things.add("that Mia is in Class 5B", &format!("/groups/{group}/members"), "/people/mia");
    things.add("that Ned is in Class 5B", &format!("/groups/{group}/members"), "/people/ned");
    things.add("Ned is in the list of people", "/people?q=ned", "/people/ned");
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

fn offices(things: &mut Things, mia: &Person<'_>, third: &str, apart: &str) {
    things.under("What is for staff");
    things.add("the desk", "/desk", "");
    things.add("what was decided", "/desk/done", "");
    things.add(
        "the case of a post that nobody reported",
        &format!("/desk/items/{}", number(third)),
        "xx by Zoe",
    );
    things.add("whom staff keep apart", "/apart", "Ned (@ned)");
    things.add("why, and what both are in", apart, "A court said so");
    things.add("changing it", &format!("{apart}/edit"), "");
    things.add("keeping others apart", "/apart/new", "");
    things.add("the record", "/audit", "");
    things.add("that it was set, in the record", "/audit?act=apart.add", "kept people apart");
    things.add("the hub of managing", "/admin", "");
    things.add("the accounts", "/admin/people", "mia");
    things.add("Mia's account", &format!("/admin/people/{}", mia.id), "Mia");
    things.add("the rules of the house", "/admin/rules", "");
    things.add("making an account", "/admin/people/new", "");
    things.add("making a group", "/groups/new", "");
    things.add("the recovery sheet", "/setup/sheet", "");
    things.add("claiming the box", "/setup", "");
}
