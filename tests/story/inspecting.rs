//! What an inspector looks at: the record by its filters, files that are taken out of it, and sheets of days.

use crate::harness::{Ask, Person, Site};
use courtyard::base::{Act, Duty, spoken};

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
    are_just(
        &owl,
        &["told staff about something", "opened a case to look at it", "removed something as staff"],
    );
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
    assert_eq!(each.len(), 4, "a head and three entries: {rows}");
    for (place, act) in [(1, "report.add"), (2, "case.claim"), (3, "item.staff_remove")] {
        assert!(each[place].contains(act), "{rows}");
    }
    assert!(each[1].contains("\"'=HYPERLINK(\"\"http://x\"\")\""), "no spreadsheet runs it: {rows}");
    assert!(!rows.contains("post.add") && !rows.contains("fools"), "{rows}");
    assert!(lines.header("content-disposition").ends_with(".jsonl\""), "{:?}", lines.headers);
    let lines: Vec<serde_json::Value> =
        lines.text().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 3);
    assert_eq!(lines[0]["reason"], "=HYPERLINK(\"http://x\")", "as the record holds it");
    assert_eq!(
        (lines[2]["act"].as_str(), lines[2]["reason_code"].as_str()),
        (Some("item.staff_remove"), Some("unkind"))
    );
    assert_eq!(lines[0]["username"], "tom");
    assert_eq!(school.entries(Act::ExportAudit).len(), 2);
    owl.opens("/audit").chooses("What was done", "took part of this record out as a file").presses("Show");
    owl.sees("csv: 3 rows").sees("jsonl: 3 rows").sees("act=group%3Astaff").sees("Ms Owl");
    let fox = school.teacher("Mr Crow");
    fox.opens("/audit").is_told(404);
    let ask = owl.opens("/audit").would_send("Take out as a file (CSV)");
    fox.opens("/posts/new");
    let stolen = Ask::post(&ask.path, &[("same_site", &fox.token()), ("as", "csv")]);
    assert_eq!(fox.asks(&stolen).status, 404);
}

/// The words of the sheet on the page that is open.
fn words_on(person: &Person<'_>) -> Vec<String> {
    let source = person.look(|page| page.source.clone());
    let list =
        source.split("class=\"sheet-words\"").nth(1).and_then(|rest| rest.split("</ol>").next()).unwrap();
    list.split("<li").skip(1).map(|item| item.split(['>', '<']).nth(1).unwrap().to_owned()).collect()
}

fn number_and_hash(school: &Site, act: Act) -> (i64, [u8; 32]) {
    // The newest entry before the first of this act.
    let sql =
        "SELECT seq, hash FROM seen_audit WHERE seq = (SELECT min(seq) - 1 FROM seen_audit WHERE act = ?1)";
    school.read(|look| look.found(sql, [act.word()], |row| Ok((row.get(0)?, row.get(1)?))))
}

#[test]
fn a_day_that_is_over_has_a_sheet_that_is_printed_again_and_compared_with_the_record() {
    let school = Site::school_with_clock();
    let owl = a_case(&school);
    owl.opens("/sheets").sees("There is no sheet yet").follows("Today so far").sees("This day is not over");
    let so_far = words_on(&owl);
    assert_eq!(so_far.len(), spoken::WORDS);
    school.pupil("Ben").posts("Good night").to_everyone();
    school.a_day_passes();
    let owl = school.known("Ms Owl", "ms.owl", owl.id);
    owl.opens("/sheets").follows("3 March 2025").sees("Hillview School").sees("Ms Fox").misses("not over");
    assert!(owl.look(|page| page.source.contains("<svg class=\"qr\"")), "for a phone");
    let words = words_on(&owl);
    let (seq, hash) = number_and_hash(&school, Act::MakeSheet);
    assert_eq!(spoken::read(&words.join(" ")), Ok(hash), "the hash of the last entry of the day");
    assert_ne!(so_far, words, "more happened that day");
    let line = format!("courtyard-sheet 1 {seq} {}", data_encoding::HEXLOWER.encode(&hash));
    let path = owl.look(|page| page.path.clone());
    let file = owl.asks(&Ask::get(&format!("{path}/file"))).text();
    assert!(file.lines().next().is_some_and(|first| first.starts_with(&line)), "{file}");
    owl.opens(&path);
    assert_eq!(words_on(&owl), words, "it is printed again as it was");

    let compares = |seq: &str, words: &str| {
        owl.opens("/sheets/check")
            .fills("Last entry on the sheet", seq)
            .fills("The words, the digits", words);
        owl.presses("Compare");
    };
    let seq = seq.to_string();
    compares(&seq, &words.join(" "));
    owl.is_told(200).sees("The record holds").sees("It fits 2 sheets");
    compares("", &file);
    owl.is_told(200).sees("The record holds");
    compares("", "");
    owl.is_told(200).sees("It fits 1 sheet");
    // Of another time, of another box, and mistyped.
    compares("2", &words.join(" "));
    owl.is_told(200).sees("something from entry 1 to entry 2 was changed").sees("Keep the paper");
    compares("99999", &words.join(" "));
    owl.sees("The end of the record was cut off").sees("99,999");
    compares("99,999", &words.join(" "));
    owl.sees("99,999");
    compares("", &spoken::words(&[7; 32]).join(" "));
    owl.sees("No entry has the hash on the sheet");
    let mut swapped = words.clone();
    let other = (1..swapped.len()).find(|at| swapped[*at] != swapped[0]).unwrap();
    swapped.swap(0, other);
    compares(&seq, &swapped.join(" "));
    owl.is_told(422).sees("two changed places").holds("The words, the digits", &swapped.join(" "));
    compares("x", &words.join(" "));
    owl.is_told(422).sees("no number of an entry");
    compares(&seq, "acorn pelican");
    owl.is_told(422).sees("“pelican” is none of the words");
    compares(&seq, "acorn");
    owl.is_told(422).sees("This is 1 word");
    let crow = school.teacher("Mr Crow");
    for path in ["/sheets", "/sheets/today", "/sheets/check", &path, &format!("{path}/file")] {
        crow.opens(path).is_told(404);
    }
}

#[test]
fn each_day_has_one_sheet_and_every_entry_is_on_one() {
    let school = Site::school_with_clock();
    let mia = school.pupil("Mia");
    mia.posts("A heron!").to_everyone();
    school.runs_for(60_000);
    assert!(school.entries(Act::MakeSheet).is_empty(), "the day is not over");
    for _ in 0..3 {
        school.a_day_passes();
        school.runs_for(60_000);
    }
    // The clock falls back by two days, as one without a battery does.
    school.waits_ms(-2 * 24 * 60 * 60 * 1000);
    school.runs_for(60_000);
    let ranges: Vec<(i64, i64)> = school.read(|look| {
        let sql = "SELECT first_seq, last_seq FROM seen_sheet ORDER BY id";
        look.list(sql, [], |row| Ok((row.get(0)?, row.get(1)?)))
    });
    assert_eq!(ranges.len(), 4, "{ranges:?}");
    assert_eq!(ranges[0].0, 1);
    assert!(ranges.windows(2).all(|pair| pair[0].1 + 1 == pair[1].0), "{ranges:?}");
    assert_eq!(school.entries(Act::MakeSheet).len(), 4);
    let owl = school.staff("Ms Owl", &[Duty::Audit]);
    owl.opens("/audit").chooses("What was done", "made the sheet of a day").presses("Show").sees("sheet 4");
    owl.opens("/sheets/check").presses("Compare").sees("It fits 4 sheets");
}

#[test]
fn who_is_looked_at_does_not_learn_by_whom_from_a_sheet() {
    let school = Site::school_with_clock();
    let (mia, lark) = (school.pupil("Mia"), school.staff("Ms Lark", &[Duty::Safeguard]));
    let (owl, wren) = (school.staff("Mr Owl", &[Duty::Audit]), school.staff("Mr Wren", &[Duty::Audit]));
    school.head().opens("/admin/rules").ticks("After a week").presses("Save").is_told(200);
    owl.posts("For my friends alone").to_contacts();
    mia.posts("For my friends").to_contacts();
    lark.opens("/readings")
        .fills("Sign-in name", "mr.owl")
        .ticks("What do they post for few people?")
        .presses("Next");
    lark.ticks("Somebody may be bullied").fills("What has happened?", "A friend came to me and cried");
    lark.presses("Open it").is_told(200).sees("For my friends alone");
    owl.opens("/sheets/today").sees("Not shown to you");
    wren.opens("/sheets/today").misses("Not shown to you");
}
