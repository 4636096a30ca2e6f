//! Every text that members write passes the rules for words, on create and on edit: the schema is asked which there are.

use crate::harness::{HERON, Person, Site};
use crate::watching::rule;
use courtyard::base::Act;
use std::collections::BTreeMap;

/// What each column of text is.
const COLUMNS: &str = include_str!("text_columns.txt");
/// A word of a rule, which every try puts into one field.
const WORD: &str = "clot";

/// Where a text is typed: the page, what else must be typed there, the field, and its name as a form sends it.
struct Try {
    path: String,
    besides: &'static [(&'static str, &'static str)],
    field: &'static str,
    photo: bool,
    document: bool,
}

impl Try {
    fn at(path: &str, field: &'static str) -> Try {
        Try { path: path.to_owned(), besides: &[], field, photo: false, document: false }
    }

    fn with(self, besides: &'static [(&'static str, &'static str)]) -> Try {
        Try { besides, ..self }
    }

    fn with_photo(self) -> Try {
        Try { photo: true, ..self }
    }

    fn with_document(self) -> Try {
        Try { document: true, ..self }
    }

    /// Types the word there and sends the form: it must come back, and say why.
    fn fails_for(&self, person: &Person<'_>, column: &str, when: &str) {
        person.opens(&self.path).is_told(200);
        if self.photo {
            person.attaches_with_words(HERON, WORD);
            // Where the form itself has a field for it, that one counts.
            person.types_into("alt", &format!("A {WORD} here"));
        }
        for (name, text) in self.besides {
            person.types_into(name, text);
        }
        if self.document {
            person.attaches_to("Add documents", &format!("{WORD}.txt"), b"A heron");
        }
        if !self.photo && !self.document {
            person.types_into(self.field, &format!("A {WORD} here"));
        }
        person.insists();
        let (status, said) = person.look(|page| {
            (page.answer.status, page.words.contains("A word rule of this place matched: clot"))
        });
        assert!(
            status == 422 && said,
            "{column} on {when}: {status}\n{}",
            person.look(|page| page.words.clone())
        );
    }
}

/// How a text is made, and how it is changed where it can be.
type Ways = (Option<Try>, Option<Try>);

/// The things that there are, and for each judged column its ways.
fn ways(school: &Site, mia: &Person<'_>, tom: &Person<'_>) -> BTreeMap<&'static str, Ways> {
    let group = school.has_a_group("Class 5B", &[mia, tom]);
    let id = mia.id;
    school.write(Act::AddMember, move |change| {
        change.run("UPDATE membership SET leader = 1 WHERE group_id = ?1 AND account_id = ?2", [group, id])
    });
    let club = school.has_a_group("Birds", &[tom]);
    school.write(Act::EditGroup, move |change| {
        change.run("UPDATE \"group\" SET joining = 'ask' WHERE id = ?1", [club])
    });
    let post = mia.posts("A heron").with_words(HERON, "A bird").to_everyone();
    let comment = mia.comments_on(&post, "Look");
    let here =
        |person: &Person<'_>| person.look(|page| page.path.split(['?', '#']).next().unwrap().to_owned());
    mia.opens(&post).fills("Write a comment", "See").attaches_with_words(HERON, "A bird").presses("Send");
    let shown =
        format!("/comments/{}", mia.opens(&post).look(|page| page.attribute("See", "data-item")).unwrap());
    mia.opens("/albums/new").fills("Title", "Birds").ticks("Everyone").presses("Make the album").is_told(200);
    let album = here(mia);
    mia.opens(&album).attaches_with_words(HERON, "A bird").insists().is_told(200);
    let hrefs = mia.look(|page| page.attributes("href"));
    let photo = hrefs.iter().find_map(|to| to.strip_prefix("/photos/")).unwrap().to_owned();
    school.head().opens("/admin/rules").ticks("Messages may carry documents").presses("Save").is_told(200);
    mia.befriends(tom);
    let talk = mia.writes_to(tom, "Hello");
    let message = mia.look(|page| page.attributes("data-item").pop()).unwrap();
    mia.opens(&format!("/groups/{group}/files/new")).attaches_file(
        "bird.pdf",
        "application/pdf",
        b"%PDF-1.7\n%%EOF\n".to_vec(),
    );
    mia.presses("Put it here").is_told(200);
    let file = format!("/files/{}", mia.look(|page| page.attribute("bird.pdf", "data-item")).unwrap());
    let in_class = format!("/announcements/new?group={group}");
    mia.opens(&in_class).types_into("title", "Bird walk");
    mia.ticks("Class 5B").insists().is_told(200);
    let announcement = here(mia);
    mia.opens(&format!("/events/new?group={group}")).types_into("title", "Bird walk");
    mia.types_into("first", "2090-03-05");
    mia.ticks("Class 5B").insists().is_told(200);
    let event = here(mia);
    let zoe = school.pupil("Zoe");
    mia.befriends(&zoe);
    mia.opens("/chat/new").ticks("Tom").ticks("Zoe").insists().is_told(200);
    let many = here(mia);
    let edit = |path: &str| format!("{path}/edit");
    let message = format!("/messages/{message}");
    let both = |new: Try, old: Try| (Some(new), Some(old));
    BTreeMap::from([
        ("account.bio", both(Try::at("/my/profile", "bio"), Try::at("/my/profile", "bio"))),
        ("account.place", both(Try::at("/my/profile", "place"), Try::at("/my/profile", "place"))),
        ("account.pronouns", both(Try::at("/my/profile", "pronouns"), Try::at("/my/profile", "pronouns"))),
        ("album.title", both(Try::at("/albums/new", "title"), Try::at(&edit(&album), "title"))),
        (
            "album.about",
            both(Try::at("/albums/new", "about").with(&[("title", "Owls")]), Try::at(&edit(&album), "about")),
        ),
        ("announcement.title", both(Try::at(&in_class, "title"), Try::at(&edit(&announcement), "title"))),
        (
            "announcement.body",
            both(
                Try::at(&in_class, "body").with(&[("title", "Owls")]),
                Try::at(&edit(&announcement), "body"),
            ),
        ),
        ("comment.body", both(Try::at(&post, "body"), Try::at(&edit(&comment), "body"))),
        ("comment_photo.alt", both(Try::at(&post, "alt").with_photo(), Try::at(&edit(&shown), "alt"))),
        ("conversation.name", both(Try::at("/chat/new", "name"), Try::at(&format!("{many}/about"), "name"))),
        (
            "event.title",
            both(
                Try::at("/events/new", "title").with(&[("first", "2090-03-06")]),
                Try::at(&edit(&event), "title"),
            ),
        ),
        (
            "event.about",
            both(
                Try::at("/events/new", "about").with(&[("title", "Owls"), ("first", "2090-03-06")]),
                Try::at(&edit(&event), "about"),
            ),
        ),
        (
            "event.place",
            both(
                Try::at("/events/new", "place").with(&[("title", "Owls"), ("first", "2090-03-06")]),
                Try::at(&edit(&event), "place"),
            ),
        ),
        ("file.about", (None, Some(Try::at(&edit(&file), "about")))),
        ("file.name", (None, Some(Try::at(&edit(&file), "name")))),
        ("group.about", (None, Some(Try::at(&format!("/groups/{group}/edit"), "about")))),
        ("group_ask.words", (Some(Try::at(&format!("/groups/{club}"), "words")), None)),
        ("message.body", both(Try::at(&talk, "body"), Try::at(&edit(&message), "body"))),
        ("message_file.name", (Some(Try::at(&talk, "document").with_document()), None)),
        ("message_photo.alt", (Some(Try::at(&talk, "alt").with_photo()), None)),
        (
            "photo.alt",
            both(Try::at(&album, "alt").with_photo(), Try::at(&format!("/photos/{photo}/edit"), "alt")),
        ),
        ("photo.caption", (None, Some(Try::at(&format!("/photos/{photo}/edit"), "caption")))),
        (
            "poll.question",
            (
                Some(Try::at("/posts/new", "poll-question").with(&[
                    ("body", "Which?"),
                    ("poll-option", "One"),
                    ("poll-option", "Two"),
                ])),
                None,
            ),
        ),
        (
            "poll_option.words",
            (
                Some(
                    Try::at("/posts/new", "poll-option").with(&[("body", "Which?"), ("poll-option", "One")]),
                ),
                None,
            ),
        ),
        ("post.body", both(Try::at("/posts/new", "body"), Try::at(&edit(&post), "body"))),
        (
            "post.shield_why",
            both(
                Try::at("/posts/new", "shield-why").with(&[("body", "A heron"), ("shield", "yes")]),
                Try::at(&edit(&post), "shield-why").with(&[("shield", "yes")]),
            ),
        ),
    ])
}

/// The columns of text that the schema has.
fn columns(school: &Site) -> Vec<String> {
    let sql = "SELECT t.name || '.' || c.name FROM sqlite_schema AS t JOIN pragma_table_info(t.name) AS c
               WHERE t.type = 'table' AND c.type = 'TEXT' AND t.name NOT LIKE 'found%' ORDER BY 1";
    school.read(|look| look.list(sql, [], |row| row.get(0)))
}

#[test]
fn every_text_that_a_member_writes_passes_the_rules_for_words() {
    let school = Site::school();
    let listed: BTreeMap<&str, &str> = COLUMNS
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| line.split_once(' ').map(|(column, what)| (column, what.trim())).unwrap())
        .collect();
    let there = columns(&school);
    let unknown: Vec<&String> = there.iter().filter(|column| !listed.contains_key(column.as_str())).collect();
    assert!(unknown.is_empty(), "say in text_columns.txt what these are: {unknown:?}");
    let gone: Vec<&&str> = listed.keys().filter(|column| !there.iter().any(|name| name == *column)).collect();
    assert!(gone.is_empty(), "these are in text_columns.txt and not in the schema: {gone:?}");

    let (mia, tom) = (school.pupil("Mia"), school.pupil("Tom"));
    let ways = ways(&school, &mia, &tom);
    rule(&school, WORD, "Do not take it", "Information");
    let judged = |what: &str| what.starts_with("judged");
    for (column, what) in listed.iter().filter(|(_, what)| judged(what)) {
        let Some((new, old)) = ways.get(column) else {
            panic!("{column} is judged: say in `ways` how it is written")
        };
        assert_eq!(*what == "judged", old.is_some(), "{column}: can it be changed?");
        for (way, when) in [(new, "create"), (old, "edit")] {
            if let Some(way) = way {
                way.fails_for(&mia, column, when);
            }
        }
    }
    for column in ways.keys() {
        assert!(
            listed.get(column).is_some_and(|what| judged(what)),
            "{column} is tried and not listed as judged"
        );
    }
    // Nothing of it is anywhere but in the record of what was refused, and in what only its author sees: a form that came
    // back keeps its photos so.
    let file = school.files_in("").into_iter().find(|file| file.ends_with("courtyard.db")).unwrap();
    let raw =
        rusqlite::Connection::open_with_flags(&file, rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    let of_others = |column: &&String| !column.starts_with("watch_") && listed[column.as_str()] != "own";
    for column in there.iter().filter(of_others) {
        let (table, name) = column.split_once('.').unwrap();
        let sql = format!("SELECT count(*) FROM \"{table}\" WHERE \"{name}\" LIKE '%{WORD}%'");
        let kept: i64 = raw.query_row(&sql, [], |row| row.get(0)).unwrap();
        assert_eq!(kept, 0, "{column} holds the word");
    }
}
