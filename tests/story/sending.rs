//! Who may send photos and files: the house says so, and every way in obeys.

use crate::harness::{Answer, Ask, FOX, HERON, Person, Site};
use courtyard::base::Act;

/// The head chooses who may send photos and files.
fn rule(school: &Site, words: &str) {
    school.head().opens("/admin/rules").ticks(words).presses("Save").is_told(200);
}

fn leads(school: &Site, person: &Person<'_>, group: i64) {
    let person = person.id;
    let sql = "UPDATE membership SET leader = 1 WHERE group_id = ?1 AND account_id = ?2";
    school.write(Act::AddMember, move |change| change.run(sql, [group, person]));
}

fn file_form<'p, 's>(person: &'p Person<'s>, group: i64) -> &'p Person<'s> {
    person.opens(&format!("/groups/{group}/files/new")).attaches_file(
        "Plan.txt",
        "text/plain",
        b"e4".to_vec(),
    )
}

/// Everything with a photo or a file that somebody could send, from forms that are open.
fn all_ways(person: &Person<'_>, post: &str, album: &str, group: i64) -> Vec<(&'static str, Ask)> {
    let mut ways = Vec::new();
    person.opens("/posts/new").fills("Your post", "Waits").attaches(FOX).presses("Keep as draft");
    ways.push(("what a draft kept", person.follows("Go on writing").would_send("Post")));
    person.opens("/posts/new").fills("Your post", "Look").attaches(HERON);
    for button in ["Post", "Preview", "Keep as draft"] {
        ways.push((button, person.would_send(button)));
    }
    ways.push((
        "a comment",
        person.opens(post).fills("Write a comment", "Look").attaches(HERON).would_send("Send"),
    ));
    ways.push(("an album", person.opens(album).attaches(HERON).would_send("Send photos")));
    ways.push(("a picture", person.opens("/my/profile").attaches(HERON).would_send("Save")));
    person.opens("/chat/with/tom").fills("Write a message", "Look").attaches(HERON);
    ways.push(("a message", person.would_send("Send")));
    person.opens("/chat/with/tom").attaches_to("Add documents", "Plan.txt", b"e4");
    ways.push(("a document in a message", person.would_send("Send")));
    ways.push(("a file", file_form(person, group).would_send("Put it here")));
    ways
}

fn is_refused(answer: &Answer, why: &str, what: &str) {
    assert_eq!(answer.status, 422, "{what}");
    assert!(answer.text().contains(why), "{what}: {}", answer.text());
}

#[test]
fn where_only_staff_send_photos_and_files_no_other_way_in_is_left() {
    let school = Site::school();
    let (mia, tom, fox) = (school.pupil("Mia"), school.pupil("Tom"), school.teacher("Ms Fox"));
    let group = school.has_a_group("Class 5B", &[&mia, &tom, &fox]);
    leads(&school, &mia, group);
    mia.befriends(&tom);
    school.head().opens("/admin/rules").ticks("Messages may carry documents").presses("Save").is_told(200);
    let heron = tom.posts("A heron stood there").with(HERON).to_everyone();
    mia.opens("/albums/new").fills("Title", "By the pond").ticks("Everyone").presses("Make the album");
    let album = mia.look(|page| page.path.split('?').next().unwrap().to_owned());
    let ways = all_ways(&mia, &heron, &album, group);
    let before = school.files_in("photos");
    rule(&school, "Only staff");
    assert!(!school.entries(Act::ChangeRules).is_empty());
    for (what, ask) in &ways {
        is_refused(&mia.asks(ask), "Only staff can send photos and files here.", what);
    }
    assert_eq!(school.files_in("photos"), before, "nothing came to the disk");
    assert!(school.files_in("uploads").is_empty());
    for act in [Act::AddComment, Act::AddPhotos, Act::AddMessage, Act::AddFile, Act::EditProfile] {
        assert!(school.entries(act).is_empty(), "{act:?}");
    }
    tom.opens("/everyone").misses("Look").misses("Waits");
    // Nobody is offered what they may not do; words go as ever, and what is there stays.
    mia.opens("/posts/new").misses("Add photos").misses("what your photos show");
    mia.opens(&heron).misses("Add a photo").sees("A heron stood there");
    mia.opens(&album).misses("Send photos");
    mia.opens("/chat/with/tom").misses("Add photos").misses("Add documents");
    mia.opens("/my/profile").misses("It is cut to a square");
    mia.opens(&format!("/groups/{group}/edit")).misses("It is cut to a square");
    mia.opens(&format!("/groups/{group}/files")).misses("Put a file here");
    mia.comments_on(&mia.posts("Words alone").to_everyone(), "More words");
    // Staff go on.
    fox.posts("A fox").with(FOX).to_everyone();
    file_form(&fox, group).presses("Put it here").is_told(200);
    rule(&school, "Everyone");
    assert_eq!(mia.asks(&ways[1].1).status, 303);
    tom.opens("/everyone").sees("Look");
}

#[test]
fn who_leads_a_group_sends_photos_and_puts_files_into_that_group_alone() {
    let school = Site::school();
    let (mia, tom) = (school.pupil("Mia"), school.pupil("Tom"));
    let chess = school.has_a_group("Chess club", &[&mia, &tom]);
    let class = school.has_a_group("Class 5B", &[&mia, &tom]);
    leads(&school, &mia, chess);
    rule(&school, "Staff, and who leads a group");
    let why = "Only staff, and who leads a group, can send photos and files here.";
    mia.posts("A heron").with(HERON).to_everyone();
    file_form(&mia, chess).presses("Put it here").is_told(200);
    mia.opens(&format!("/groups/{class}/files")).misses("Put a file here");
    file_form(&mia, class).presses("Put it here").is_told(422).sees(why);
    tom.opens("/posts/new").misses("Add photos");
    for group in [chess, class] {
        tom.opens(&format!("/groups/{group}/files")).misses("Put a file here");
        file_form(&tom, group).presses("Put it here").is_told(422).sees(why);
    }
    // Who leads it no more sends no more.
    let (group, person) = (chess, mia.id);
    let sql = "UPDATE membership SET leader = 0 WHERE group_id = ?1 AND account_id = ?2";
    school.write(Act::AddMember, move |change| change.run(sql, [group, person]));
    mia.opens("/posts/new").misses("Add photos");
}
