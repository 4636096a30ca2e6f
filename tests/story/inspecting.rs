//! What an inspector looks at: the record by its filters, and files that are taken out of it.

use crate::harness::{Person, Site};
use courtyard::base::{Act, Duty};

/// The rows of the table on the page that is open, without its head.
fn rows(person: &Person<'_>) -> Vec<String> {
    person.look(|page| page.rows().into_iter().skip(1).collect())
}

/// Does each row say one of these, and is each of these said by one?
fn are_just(person: &Person<'_>, said: &[&str]) {
    let rows = rows(person);
    let fits = |row: &&String| said.iter().any(|words| row.contains(words));
    assert!(rows.iter().all(|row| fits(&row)), "{said:?}: {rows:#?}");
    assert!(said.iter().all(|words| rows.iter().any(|row| row.contains(words))), "{said:?}: {rows:#?}");
}

/// Mia posted something mean, Tom reported it with a note that a spreadsheet would run, and Ms Fox took it away.
fn a_case(school: &Site) -> Person<'_> {
    let (mia, tom, fox) = (school.pupil("Mia"), school.pupil("Tom"), school.teacher("Ms Fox"));
    let fools = mia.posts("You are all fools").to_everyone();
    tom.comments_on(&fools, "That hurts");
    tom.reports(&fools, "It is mean to somebody", "=HYPERLINK(\"http://x\")");
    fox.takes_away(&fools, "It was mean to somebody", "Please be kind");
    school.staff("Ms Owl", &[Duty::Audit])
}

#[test]
fn the_record_is_filtered_by_what_was_done_to_what_why_and_how_the_clock_stood() {
    let school = Site::school();
    let owl = a_case(&school);
    owl.opens("/audit").chooses("What was done", "Reports and decisions: everything").presses("Show");
    owl.is_told(200).holds("What was done", "group:staff");
    are_just(&owl, &["told staff about something", "removed something as staff"]);
    owl.fills("Who", "tom").presses("Show");
    are_just(&owl, &["told staff about something"]);
    owl.opens("/audit").chooses("Reason", "It is mean to somebody").presses("Show");
    are_just(&owl, &["told staff about something", "removed something as staff"]);
    owl.opens("/audit").chooses("To what", "comment").presses("Show");
    are_just(&owl, &["commented"]);
    owl.chooses("What was done", "posted").presses("Show").sees("No entry fits");
    owl.opens("/audit").chooses("How far the time can be trusted", "clock of the box").presses("Show");
    owl.sees("No entry fits");
    owl.opens("/audit").chooses("How far the time can be trusted", "clock not checked").presses("Show");
    owl.sees("told staff about something");
    // What nobody can have done is nothing, and not everything.
    for nonsense in ["act=herons", "act=group:herons", "who=nobody.here", "item=x", "from=yesterday"] {
        owl.opens(&format!("/audit?{nonsense}")).is_told(200).sees("No entry fits");
    }
}

#[test]
fn what_is_filtered_is_taken_out_as_rows_or_lines_and_that_is_recorded_with_the_filter() {
    let school = Site::school();
    let owl = a_case(&school);
    owl.opens("/audit").chooses("What was done", "Reports and decisions: everything").presses("Show");
    let rows = owl.asks(&owl.would_send("Take out as a file (CSV)"));
    let lines = owl.asks(&owl.would_send("Take out for programs (JSON lines)"));
    assert_eq!((rows.status, rows.header("content-type")), (200, "text/csv; charset=utf-8"));
    let rows = rows.text();
    let each: Vec<&str> = rows.split("\r\n").filter(|row| !row.is_empty()).collect();
    assert_eq!(each.len(), 3, "a head and two entries: {rows}");
    assert!(each[1].contains("report.add") && each[2].contains("item.staff_remove"), "{rows}");
    assert!(each[1].contains("\"'=HYPERLINK(\"\"http://x\"\")\""), "no spreadsheet runs it: {rows}");
    assert!(!rows.contains("post.add") && !rows.contains("fools"), "{rows}");
    assert!(lines.header("content-disposition").ends_with(".jsonl\""), "{:?}", lines.headers);
    let lines: Vec<serde_json::Value> =
        lines.text().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 2);
    assert_eq!(lines[0]["reason"], "=HYPERLINK(\"http://x\")", "as the record holds it");
    assert_eq!(
        (lines[1]["act"].as_str(), lines[1]["reason_code"].as_str()),
        (Some("item.staff_remove"), Some("unkind"))
    );
    assert_eq!(lines[0]["username"], "tom");
    assert_eq!(school.entries(Act::ExportAudit).len(), 2);
    owl.opens("/audit").chooses("What was done", "took part of this record out as a file").presses("Show");
    owl.sees("csv: 2 rows").sees("jsonl: 2 rows").sees("act=group%3Astaff").sees("Ms Owl");
    let fox = school.teacher("Mr Crow");
    fox.opens("/audit").is_told(404);
    let ask = owl.opens("/audit").would_send("Take out as a file (CSV)");
    fox.opens("/posts/new");
    let stolen = crate::harness::Ask::post(&ask.path, &[("same_site", &fox.token()), ("as", "csv")]);
    assert_eq!(fox.asks(&stolen).status, 404);
}
