//! What is typed, as phrases; excerpts; and that no search reads a table from end to end.

use super::excerpt::{Stretch, excerpt};
use super::query::{Phrase, Query};
use super::store::{GROUPS, ITEMS, PEOPLE, TAGS};
use super::talk_store::MESSAGES;
use crate::base::{AccountId, Clock, Duties, Role, limits};
use crate::db::{Db, Value, Viewer};
use rusqlite::params_from_iter;

fn phrase(terms: &[&str], beginning: bool) -> Phrase {
    Phrase { terms: terms.iter().map(|term| (*term).to_owned()).collect(), beginning }
}

#[test]
fn words_quotes_and_an_unfinished_word_are_understood() {
    let read = |typed| Query::read(typed).phrases;
    assert_eq!(read("Grey Her"), [phrase(&["grey"], false), phrase(&["her"], true)]);
    assert_eq!(read("\"Grey Her\""), [phrase(&["grey", "her"], false)]);
    assert_eq!(read("don't"), [phrase(&["don", "t"], false)], "one letter is no beginning");
    assert_eq!(read("我喜欢"), [phrase(&["我喜", "喜欢"], true)]);
    assert_eq!(read("喜"), [phrase(&["喜"], true)]);
    assert_eq!(read("手机abc"), [phrase(&["手机"], false), phrase(&["abc"], true)]);
    assert_eq!(read("\"手机 中文\""), [phrase(&["手机"], false), phrase(&["中文"], false)]);
}

#[test]
fn nothing_that_is_typed_is_an_error_of_the_engine() {
    for typed in [
        "",
        "\"",
        "\"\"",
        "AND OR NOT",
        "a* OR (b",
        "NEAR(x, 2)",
        "text : who",
        "-a +b ^c",
        "~e \u{0}",
        "''--;",
    ] {
        let asked = Query::read(typed).items(&["~e".into()], &[]);
        let sql = rusqlite::Connection::open_in_memory().unwrap();
        sql.execute_batch(
            "CREATE VIRTUAL TABLE found USING fts5(text, who, tokenize=\"ascii tokenchars '~'\")",
        )
        .unwrap();
        let count = sql.query_row("SELECT count(*) FROM found WHERE found MATCH ?1", [&asked], |row| {
            row.get::<_, i64>(0)
        });
        assert_eq!(count.unwrap(), 0, "{typed}: {asked}");
    }
    assert!(Query::read(&"a ".repeat(1000)).phrases.len() <= limits::SEARCH_PHRASES_MAX);
}

fn marked(text: &str, typed: &str) -> String {
    let write = |stretch: Stretch| {
        if stretch.marked { format!("[{}]", stretch.words) } else { stretch.words }
    };
    excerpt(text, &Query::read(typed)).into_iter().map(write).collect()
}

#[test]
fn an_excerpt_marks_what_was_looked_for() {
    assert_eq!(marked("A grey heron.", "GREY her"), "A [grey] [heron].");
    assert_eq!(marked("A grey heron, a heron", "\"grey heron\""), "A [grey heron], a heron");
    assert_eq!(marked("我喜欢中文。", "中文"), "我喜欢[中文]。");
    assert_eq!(marked("我喜欢中文。", "喜欢中"), "我[喜欢中]文。");
    assert_eq!(marked("كتابُ مُحَمَّدٍ", "محمد"), "كتابُ [مُحَمَّدٍ]");
    assert_eq!(marked("nothing here", "heron"), "nothing here");
    let long = format!("{} heron {}", "word ".repeat(100), "more ".repeat(100));
    let found = marked(&long, "heron");
    assert!(found.starts_with("…word") && found.contains("[heron]") && found.ends_with('…'), "{found}");
    assert!(found.chars().count() <= limits::SEARCH_EXCERPT_CHARS + 4);
    let found = marked(&"长".repeat(5000), "长长");
    assert!(found.chars().count() <= limits::SEARCH_EXCERPT_CHARS + 4, "{found}");
}

#[tokio::test]
async fn no_search_reads_a_table_from_end_to_end() {
    let folder = tempfile::tempdir().unwrap();
    let db = Db::open(&folder.path().join("courtyard.db"), 1, Clock::real(), |_, _| ()).unwrap();
    let member = Viewer::account(AccountId(2), Role::Member, Duties::NONE, "test".into());
    let owner = Viewer::account(AccountId(1), Role::Owner, Duties::all(), "test".into());
    let mut scans = Vec::new();
    for viewer in [member, owner] {
        for (name, sql, values) in [
            ("ITEMS", ITEMS, 5),
            ("PEOPLE", PEOPLE, 2),
            ("GROUPS", GROUPS, 2),
            ("TAGS", TAGS, 2),
            ("MESSAGES", MESSAGES, 6),
        ] {
            let values = vec![Value::Integer(1); values];
            let plan = db.read(&viewer, |look| look.plan(sql, params_from_iter(values))).await.unwrap();
            // The index itself is walked along the rows of its words ("M"), newest first.
            let scan = |step: &&String| {
                step.starts_with("SCAN") && !(step.contains("VIRTUAL TABLE INDEX") && step.contains('M'))
            };
            scans.extend(plan.iter().filter(scan).map(|step| format!("{name}: {step}")));
            if matches!(name, "ITEMS" | "MESSAGES") {
                scans.extend(
                    plan.iter()
                        .filter(|step| step.contains("TEMP B-TREE"))
                        .map(|step| format!("{name}: {step}")),
                );
            }
        }
    }
    assert!(scans.is_empty(), "{scans:#?}");
}
