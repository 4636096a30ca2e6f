//! Rows of the notice board, events, files and clubs.

use super::world::Things;
use crate::harness::{HERON, Person, Site};
use courtyard::base::{Act, Approval};

/// An event of Mr Plum's to Birdwatch, to which Gil comes.
pub fn planned(things: &mut Things, plum: &Person<'_>, gil: &Person<'_>) {
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
pub fn filed(things: &mut Things, school: &Site, mia: &Person<'_>, fox: &Person<'_>, group: i64) {
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
pub fn announced(things: &mut Things, plum: &Person<'_>, tom: &Person<'_>) {
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

/// Mia leads a chess club that people ask for, and a choir to which she invites them.
pub fn clubs(things: &mut Things, school: &Site, mia: &Person<'_>, tom: &Person<'_>) {
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
