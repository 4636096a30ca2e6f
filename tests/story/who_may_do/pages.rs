//! Who may look at which page: every registered page, with what stands in class A where it is about one thing.

use super::cast::Cast;
use super::keeper::Keeper;
use super::row::Of;
use super::{agreed, heading, letter, mark};
use crate::harness::Site;
use courtyard::web::Route;
use std::fmt::Write;

/// Pages that stay open or give other than a page each time.
const LEFT_OUT: &[&str] = &["/live"];

/// What the number in an address is, by the words before it; the first that fits.
const SORTS: &[(&str, Of)] = &[
    ("/posts/{id}", Of::Post),
    ("/comments/{id}", Of::Comment),
    ("/albums/{id}", Of::Album),
    ("/photos/{id}", Of::Photo),
    ("/events/{id}", Of::Event),
    ("/announcements/{id}", Of::Announcement),
    ("/files/{id}", Of::File),
    ("/chat/{id}", Of::Talk),
    ("/messages/{id}", Of::Message),
    ("/groups/{id}", Of::Group),
    ("/admin/hours/groups/{id}", Of::Group),
    ("/admin/people/{id}", Of::Account),
    ("/report/person/{id}", Of::Account),
    ("/report/{id}", Of::Post),
    ("/desk/items/{id}", Of::Post),
    ("/evidence/items/{id}", Of::Post),
];

fn address(route: &Route, cast: &Cast<'_>) -> String {
    let anybody = &cast.actors[0];
    let sort = SORTS.iter().find(|(path, _)| route.path.starts_with(path)).map(|(_, of)| *of);
    let mut before = "";
    let mut made = Vec::new();
    for part in route.path.split('/') {
        made.push(match part.strip_prefix('{').and_then(|part| part.strip_suffix('}')) {
            None => part.to_owned(),
            Some("id") if sort.is_some() => sort.and_then(|of| cast.target(of, 'a', anybody)).unwrap(),
            Some("id") if route.path.starts_with("/desk/people/") => cast.named("person report"),
            Some("username") => "ben".into(),
            Some("name") if before == "tags" => "herons".into(),
            Some("size") => "small".into(),
            Some("book") => "member".into(),
            Some("picture" | "name") => "0".repeat(64),
            Some("word") => "ABCD-EFGH".into(),
            Some(_) => "1".into(),
        });
        before = part;
    }
    made.join("/")
}

#[test]
fn who_may_look_at_which_page() {
    let school = Site::school();
    let keeper = Keeper::of(&school);
    let cast = super::cast::make(&school, &keeper);
    let mut table = heading(
        "Who may look at which page; where it is about one thing, that stands in class A.",
        &cast.actors,
    );
    let letters: String = (0..cast.actors.len()).map(|place| format!("{} ", letter(place))).collect();
    let _ = writeln!(table, "\n  {:<50}{}", "", letters.trim_end());
    let mut pages: Vec<&Route> = school.routes.iter().filter(|route| route.method == "GET").collect();
    pages.retain(|route| !LEFT_OUT.contains(&route.path));
    pages.sort_by_key(|route| route.path);
    for route in pages {
        let path = address(route, &cast);
        let _ = write!(table, "  {:<50}", route.path);
        for actor in &cast.actors {
            let recorded = keeper.recorded();
            let answer = actor.looks_at(&path);
            assert!(answer.status < 500, "{} breaks {path}: {}", actor.name, answer.text());
            let _ = write!(table, "{} ", mark(&answer, keeper.recorded() > recorded));
        }
        table.truncate(table.trim_end().len());
        table.push('\n');
    }
    agreed("pages.txt", &table, "who may look at which page");
}
