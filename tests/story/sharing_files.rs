//! Files of groups: put there by members, fetched by members, and looked after.

use crate::harness::{Answer, Ask, Person, Site, number};
use courtyard::base::{Act, Approval};

const PDF: &[u8] = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n";

/// Puts a file in a group by the form; gives its path.
fn puts(person: &Person<'_>, group: i64, name: &str, bytes: &[u8]) -> String {
    person.opens(&format!("/groups/{group}/files")).follows("Put a file here").fills("What it is", "A plan");
    person
        .attaches_file(name, "application/octet-stream", bytes.to_vec())
        .presses("Put it here")
        .is_told(200);
    let newest = person.look(|page| page.attributes("data-item"));
    format!("/files/{}", newest.iter().filter_map(|id| id.parse::<i64>().ok()).max().unwrap())
}

fn fetches(person: &Person<'_>, file: &str) -> Answer {
    person.asks(&Ask::get(&format!("{file}/fetch")))
}

fn leads(school: &Site, person: &Person<'_>, group: i64) {
    let person = person.id;
    let sql = "UPDATE membership SET leader = 1 WHERE group_id = ?1 AND account_id = ?2";
    school.write(Act::AddMember, move |change| change.run(sql, [group, person]));
}

#[test]
fn a_file_is_fetched_by_the_members_of_its_group_and_nobody_else() {
    let school = Site::school();
    let (mia, tom, zoe) = (school.pupil("Mia"), school.pupil("Tom"), school.pupil("Zoe"));
    let group = school.has_a_group("Class 5B", &[&mia, &tom]);
    let file = puts(&mia, group, "../Plan \u{202e}of the trip é.PDF", PDF);
    school.noted(Act::AddFile, &file[1..].replace("files/", "file "));
    tom.opens(&format!("/groups/{group}/files")).sees("Plan of the trip é.pdf").sees("A plan").sees("Mia");
    tom.follows("Plan of the trip é.pdf").is_at(&file).sees("PDF");
    let answer = fetches(&tom, &file);
    assert_eq!((answer.status, answer.body.as_slice()), (200, PDF));
    assert_eq!(answer.header("content-type"), "application/pdf");
    assert_eq!(
        answer.header("content-disposition"),
        "attachment; filename=\"Plan of the trip _.pdf\"; filename*=UTF-8''Plan%20of%20the%20trip%20%C3%A9%2Epdf"
    );
    assert_eq!(answer.header("x-content-type-options"), "nosniff");
    assert_eq!(answer.header("content-security-policy"), "default-src 'none'; sandbox");
    let again = Ask::get(&format!("{file}/fetch")).with("If-None-Match", answer.header("etag"));
    assert_eq!(tom.asks(&again).status, 304);
    let part = tom.asks(&Ask::get(&format!("{file}/fetch")).with("Range", "bytes=0-7"));
    assert_eq!((part.status, part.body.as_slice()), (206, &PDF[..8]));
    let shown = tom.asks(&Ask::get(&format!("{file}/view")));
    assert!(
        shown.header("content-disposition").starts_with("inline;"),
        "{}",
        shown.header("content-disposition")
    );
    assert!(shown.header("content-security-policy").contains("default-src 'none'"));
    tom.opens("/search?q=trip&kind=files").sees("Plan of the trip é.pdf");
    zoe.opens("/search?q=trip").misses("Plan of");
    for path in [
        file.clone(),
        format!("{file}/fetch"),
        format!("{file}/view"),
        format!("{file}/edit"),
        format!("{file}/history"),
        format!("/groups/{group}/files"),
        format!("/groups/{group}/files/new"),
    ] {
        assert_eq!(zoe.status_of(&path), 404, "{path}");
    }
    // Who leaves the group can fetch it no longer.
    let gone = tom.id;
    let sql = "DELETE FROM membership WHERE account_id = ?1";
    school.write(Act::RemoveMember, move |change| change.run(sql, [gone]));
    assert_eq!(fetches(&tom, &file).status, 404);
    // Across a block, too.
    let kai = school.pupil("Kai");
    let club = school.has_a_group("Chess club", &[&mia, &kai]);
    let other = puts(&mia, club, "Openings.txt", b"e4 e5");
    assert_eq!(fetches(&kai, &other).header("content-type"), "text/plain; charset=utf-8");
    assert_eq!(kai.status_of(&format!("{other}/view")), 404, "only a PDF is shown");
    kai.blocks(&mia);
    assert_eq!(fetches(&kai, &other).status, 404);
    kai.opens(&format!("/groups/{club}/files")).misses("Openings");
}

#[test]
fn what_is_no_document_comes_back_with_the_reason_and_nothing_stays_on_the_disk() {
    let school = Site::school();
    let mia = school.pupil("Mia");
    let group = school.has_a_group("Class 5B", &[&mia]);
    let tries = |name: &str, bytes: &[u8], why: &str| {
        mia.opens(&format!("/groups/{group}/files/new")).fills("What it is", "A plan");
        mia.attaches_file(name, "application/pdf", bytes.to_vec())
            .presses("Put it here")
            .is_told(422)
            .sees(why);
        mia.holds("What it is", "A plan");
    };
    tries("game.exe", PDF, "This sort of file cannot be put here.");
    tries("plan.pdf", b"<html><script>alert(1)</script>", "does not fit its name");
    tries("plan.docx", PDF, "does not fit its name");
    tries("plan.txt", b"a\0b", "does not fit its name");
    tries("empty.txt", b"", "Please fill this in.");
    let large = vec![b'a'; (20 << 20) + 1];
    tries("large.txt", &large, "20");
    mia.opens(&format!("/groups/{group}/files")).sees("No files yet");
    assert!(school.files_in("uploads").is_empty());
    let left = school.files_in("photos");
    assert!(left.is_empty(), "{left:?}");
    // Twenty megabytes exactly are taken.
    puts(&mia, group, "large.txt", &large[..20 << 20]);
}

#[test]
fn a_file_waits_where_photos_wait_and_staff_can_look_at_it() {
    let school = Site::school();
    let (mia, tom) = (school.pupil("Mia"), school.pupil("Tom"));
    let group = school.has_a_group("Class 5B", &[&mia, &tom]);
    school.rules(Approval::HoldPhotos);
    let file = puts(&mia, group, "Plan.pdf", PDF);
    mia.opens(&file).sees("Waiting for");
    assert_eq!((fetches(&mia, &file).status, fetches(&tom, &file).status), (200, 404));
    tom.opens(&format!("/groups/{group}/files")).misses("Plan.pdf");
    let fox = school.teacher("Ms Fox");
    fox.opens("/desk").sees("Plan.pdf");
    fox.opens(&format!("/desk/items/{}", number(&file))).sees("Plan.pdf").sees("Download");
    assert_eq!(fetches(&fox, &file).status, 200);
    school.releases(&file);
    assert_eq!(fetches(&tom, &file).status, 200);
    mia.opens("/notices").sees("Your file can be seen now");
    tom.reports(&file, "It is mean to somebody", "");
    fox.takes_away(&file, "It was mean to somebody", "");
    assert_eq!((fetches(&tom, &file).status, fetches(&fox, &file).status), (404, 200));
    mia.opens("/notices").sees("removed your file");
}

#[test]
fn leaders_take_any_file_out_and_members_only_their_own() {
    let school = Site::school();
    let (mia, tom, lea) = (school.pupil("Mia"), school.pupil("Tom"), school.pupil("Lea"));
    let group = school.has_a_group("Class 5B", &[&mia, &tom, &lea]);
    leads(&school, &lea, group);
    let (first, second) = (puts(&mia, group, "First.txt", b"one"), puts(&mia, group, "Second.txt", b"two"));
    let token = tom.opens(&first).token();
    assert!(!tom.can_press("Take it out"));
    assert_eq!(tom.asks(&Ask::post(&format!("{first}/remove"), &[("same_site", &token)])).status, 403);
    mia.opens(&first).presses("Take it out").is_at(&format!("/groups/{group}/files")).misses("First.txt");
    lea.opens(&second).presses("Take it out").misses("Second.txt");
    mia.opens("/notices").sees("Lea took your file out of the group");
    mia.opens(&second).sees("It was taken out of the group. Only you see it.");
    assert_eq!(tom.status_of(&second), 404);
    assert_eq!(mia.status_of(&first), 404);
}

#[test]
fn a_file_keeps_its_sort_when_it_is_renamed_and_what_it_was_called() {
    let school = Site::school();
    let (mia, tom) = (school.pupil("Mia"), school.pupil("Tom"));
    let group = school.has_a_group("Class 5B", &[&mia, &tom]);
    let file = puts(&mia, group, "Plan.pdf", PDF);
    mia.opens(&format!("{file}/edit"))
        .holds("Name", "Plan.pdf")
        .fills("Name", "Trip.exe")
        .presses("Save")
        .is_at(&file);
    tom.opens(&file).sees("Trip.exe.pdf");
    tom.opens(&format!("{file}/history")).sees("Plan.pdf");
    assert!(fetches(&tom, &file).header("content-disposition").contains("Trip.exe.pdf"));
    assert_eq!(tom.status_of(&format!("{file}/edit")), 404);
    mia.opens(&format!("{file}/edit")).fills("Name", " ").insists().is_told(422);
}

#[test]
fn open_lists_hear_of_files_and_other_groups_hear_nothing() {
    let school = Site::school();
    let (mia, tom, zoe) = (school.pupil("Mia"), school.pupil("Tom"), school.pupil("Zoe"));
    let group = school.has_a_group("Class 5B", &[&mia, &tom]);
    school.has_a_group("Class 6A", &[&zoe]);
    let mut of_tom = tom.opens(&format!("/groups/{group}/files")).listens();
    let asked = [format!("files/{group}"), "notices".into(), "stream/everyone".into()];
    let mut of_zoe = zoe.listens_to(&asked.each_ref().map(String::as_str), 0);
    puts(&mia, group, "Plan.pdf", PDF);
    of_tom.hears("action=\"refresh\"");
    mia.posts("For all").to_everyone();
    let heard = of_zoe.hears("For all");
    assert!(!heard.contains("action=\"refresh\""), "not even that something changed: {heard}");
}
