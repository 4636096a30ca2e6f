//! The record of a real school under the hands of somebody who has its file: whatever they do shows, and where.

use crate::harness::{Ask, HERON, Person, Site};
use courtyard::base::{Act, Duty};
use courtyard::db::{Fault, Line, Paper, verify_file};
use rusqlite::types::Value;
use rusqlite::{Connection, Row, params, params_from_iter};
use std::path::{Path, PathBuf};

/// Every column of the log: one that is added later is tried, too.
fn columns(sql: &Connection) -> Vec<String> {
    let mut asked = sql.prepare("SELECT name FROM pragma_table_info('audit')").unwrap();
    asked.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

/// Two days of a school, each with its sheet: everything that an entry can hold is in one of them.
fn two_days(school: &Site) {
    let (mia, tom, fox) = (school.pupil("Mia"), school.pupil("Tom"), school.teacher("Ms Fox"));
    let lark = school.staff("Ms Lark", &[Duty::Safeguard]);
    let fools = mia.posts("You are all fools").with(HERON).to_everyone();
    mia.opens(&format!("{fools}/edit")).fills("Your post", "You are all herons").presses("Save").is_told(200);
    tom.comments_on(&fools, "That hurts");
    tom.reports(&fools, "It is mean to somebody", "He means Zoë");
    fox.takes_away(&fools, "It was mean to somebody", "Please be kind");
    tom.elsewhere().signs_in_with("wrong");
    school.a_day_passes();
    let (mia, tom) = (school.known("Mia", "mia", mia.id), school.known("Tom", "tom", tom.id));
    let lark = school.known("Ms Lark", "ms.lark", lark.id);
    mia.befriends(&tom);
    let secret = mia.posts("Meet me at the pond").to_contacts();
    lark.opens("/readings")
        .fills("Sign-in name", "mia")
        .ticks("What do they post for few people?")
        .presses("Next");
    lark.ticks("Somebody may be bullied").fills("What has happened?", "A friend came to me and cried");
    lark.presses("Open it").is_told(200).sees("Meet me at the pond");
    mia.opens(&secret).presses("Delete");
    let owl = school.staff("Ms Owl", &[Duty::Audit]);
    assert_eq!(owl.opens("/audit").asks(&owl.would_send("Take out as a file (CSV)")).status, 200);
    school.a_day_passes();
    assert_eq!(school.entries(Act::MakeSheet), ["sheet 1", "sheet 2"]);
}

/// A copy of the school's file that fears no triggers, in a folder of its own.
struct Copy {
    sql: Connection,
    file: PathBuf,
    _folder: tempfile::TempDir,
}

impl Copy {
    fn of(school: &Site) -> Copy {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("copy.db");
        let whole = school.files_in("").into_iter().find(|path| path.ends_with("courtyard.db")).unwrap();
        Connection::open(whole).unwrap().execute("VACUUM INTO ?1", [file.to_string_lossy()]).unwrap();
        let sql = Connection::open(&file).unwrap();
        let triggers = "DROP TRIGGER audit_is_never_changed; DROP TRIGGER audit_is_never_shortened;
                        DROP TRIGGER audit_is_only_added_to; DROP TRIGGER sheet_is_never_changed;
                        DROP TRIGGER sheet_is_never_removed; PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF;";
        sql.execute_batch(triggers).unwrap();
        Copy { sql, file, _folder: folder }
    }

    fn number(&self, sql: &str) -> i64 {
        self.sql.query_row(sql, [], |row| row.get(0)).unwrap()
    }

    /// What a walk over it finds, within what was not committed, too.
    fn fault(&self, papers: &[Paper]) -> Option<Fault> {
        courtyard::db::verify(&self.sql, papers).unwrap().fault
    }

    /// Does something, gives what a walk finds then, and takes it back.
    fn after(&self, papers: &[Paper], forge: impl FnOnce(&Connection)) -> Option<Fault> {
        self.sql.execute_batch("SAVEPOINT whole").unwrap();
        forge(&self.sql);
        let fault = self.fault(papers);
        self.sql.execute_batch("ROLLBACK TO whole; RELEASE whole").unwrap();
        fault
    }

    /// What stands on the sheets.
    fn papers(&self) -> Vec<Paper> {
        let mut asked = self.sql.prepare("SELECT last_seq, head FROM sheet ORDER BY id").unwrap();
        let papers =
            asked.query_map([], |row| Ok(Paper { seq: Some(row.get(0)?), head: row.get(1)? })).unwrap();
        papers.map(Result::unwrap).collect()
    }
}

/// The value with one of its bytes changed, and the SQL that writes it: a text may then be none any more.
fn with_another_byte(value: &Value, at: usize) -> Option<(&'static str, Value)> {
    match value {
        Value::Null | Value::Real(_) => None,
        Value::Integer(number) => (at < 8).then(|| ("?1", Value::Integer(number ^ (1 << (8 * at))))),
        Value::Text(text) => {
            changed(text.as_bytes(), at).map(|bytes| ("CAST(?1 AS TEXT)", Value::Blob(bytes)))
        }
        Value::Blob(bytes) => changed(bytes, at).map(|bytes| ("?1", Value::Blob(bytes))),
    }
}

fn changed(bytes: &[u8], at: usize) -> Option<Vec<u8>> {
    let mut bytes = bytes.to_vec();
    *bytes.get_mut(at)? ^= 0x81;
    Some(bytes)
}

#[test]
fn one_changed_byte_of_any_column_of_any_kind_of_entry_shows_with_its_place() {
    let school = Site::school_with_clock();
    two_days(&school);
    let copy = Copy::of(&school);
    let papers = copy.papers();
    assert_eq!((copy.fault(&papers), papers.len()), (None, 2));
    let mut asked =
        copy.sql.prepare("SELECT min(seq) FROM audit GROUP BY act, kind, reason IS NULL").unwrap();
    let rows: Vec<i64> = asked.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    assert!(rows.len() > 15, "all kinds of entries: {rows:?}");
    let columns = columns(&copy.sql);
    let mut tried = std::collections::BTreeMap::new();
    for seq in rows {
        for column in &columns {
            let read = format!("SELECT \"{column}\" FROM audit WHERE seq = ?1");
            let value: Value = copy.sql.query_row(&read, [seq], |row| row.get(0)).unwrap();
            for at in 0.. {
                let Some((put, forged)) = with_another_byte(&value, at) else { break };
                let write = format!("UPDATE OR REPLACE audit SET \"{column}\" = {put} WHERE seq = ?2");
                let fault = copy.after(&papers, |sql| {
                    sql.execute(&write, params_from_iter([forged, Value::Integer(seq)])).unwrap();
                });
                let place = match fault {
                    Some(Fault::Changed(place) | Fault::Order(place)) => place,
                    Some(Fault::Gap { expected, .. }) if column == "seq" => expected,
                    other => panic!("{column} of entry {seq}, byte {at}: {other:?}"),
                };
                // A number that was moved over another one takes that away, too.
                let named = place == seq || (column == "seq" && place < seq);
                assert!(named, "{column} of entry {seq}, byte {at}: {fault:?}");
                *tried.entry(column.clone()).or_insert(0) += 1;
            }
        }
    }
    for column in &columns {
        assert!(tried.contains_key(column), "no entry has anything in {column}: {tried:?}");
    }
    assert_eq!(copy.fault(&papers), None, "every forgery was undone");
}

#[test]
fn an_entry_taken_out_two_that_changed_places_and_a_cut_end_show_with_their_place() {
    let school = Site::school_with_clock();
    two_days(&school);
    let copy = Copy::of(&school);
    let papers = copy.papers();
    let newest = copy.number("SELECT max(seq) FROM audit");
    let pinned = papers.last().unwrap().seq.unwrap();
    for seq in 1..newest {
        let gone = copy.after(&papers, |sql| {
            sql.execute("DELETE FROM audit WHERE seq = ?1", [seq]).unwrap();
        });
        assert_eq!(gone, Some(Fault::Gap { expected: seq, found: seq + 1 }));
        let swapped = copy.after(&papers, |sql| {
            for (from, to) in [(seq, -1), (seq + 1, seq), (-1, seq + 1)] {
                sql.execute("UPDATE audit SET seq = ?2 WHERE seq = ?1", [from, to]).unwrap();
            }
        });
        assert_eq!(swapped, Some(Fault::Order(seq)));
        let cut = copy.after(&papers, |sql| {
            sql.execute("DELETE FROM audit WHERE seq > ?1", [seq]).unwrap();
        });
        let paper = papers.iter().filter_map(|paper| paper.seq).filter(|paper| *paper > seq).min();
        match paper {
            // The first paper that knows more than is left names what is missing.
            Some(_) => assert!(
                matches!(cut, Some(Fault::Cut { newest, paper }) if newest == seq && paper > seq),
                "{cut:?}"
            ),
            None => {
                assert_eq!((cut, seq >= pinned), (None, true), "what no paper knows yet can be cut: {seq}")
            }
        }
    }
    // The sheets that the box keeps tell, too, unless they are taken out with the rest.
    copy.sql.execute("DELETE FROM audit WHERE seq >= ?1", [pinned]).unwrap();
    assert_eq!(
        verify_file(&copy.file, &[]).unwrap().fault,
        Some(Fault::Cut { newest: pinned - 1, paper: pinned })
    );
    copy.sql.execute("DELETE FROM sheet", []).unwrap();
    assert_eq!(
        verify_file(&copy.file, &[]).unwrap().fault,
        None,
        "a chain alone does not see that its end was cut"
    );
    assert_eq!(
        verify_file(&copy.file, &papers).unwrap().fault,
        Some(Fault::Cut { newest: pinned - 1, paper: pinned }),
        "the paper does"
    );
}

/// Computes the chain anew from this entry on, as somebody would who knows how.
fn computed_anew(sql: &Connection, from: i64) {
    let read = "SELECT seq, boot, monotonic_ms, at, time_trust, actor, actor_role, device, act, kind, item, \"case\", reason_code,
        reason, before_hash, after_hash, form, salt FROM audit WHERE seq = ?1";
    let mut prev: Vec<u8> = match from {
        1 => vec![0; 32],
        from => sql.query_row("SELECT hash FROM audit WHERE seq = ?1", [from - 1], |row| row.get(0)).unwrap(),
    };
    let newest: i64 = sql.query_row("SELECT max(seq) FROM audit", [], |row| row.get(0)).unwrap();
    for seq in from..=newest {
        let hash = sql.query_row(read, [seq], |row| hashed(row, &prev)).unwrap();
        let write = "UPDATE audit SET prev_hash = ?2, hash = ?3 WHERE seq = ?1";
        sql.execute(write, params![seq, prev, &hash[..]]).unwrap();
        prev = hash.to_vec();
    }
}

fn hashed(row: &Row<'_>, prev: &[u8]) -> rusqlite::Result<[u8; 32]> {
    let text = |at: usize| row.get::<_, Option<String>>(at);
    let bytes = |at: usize| row.get::<_, Option<Vec<u8>>>(at);
    let (trust, role, device, act) = (text(4)?, text(6)?, text(7)?, text(8)?);
    let (kind, code, reason) = (text(9)?, text(12)?, text(13)?);
    let (before, after, salt) = (bytes(14)?, bytes(15)?, bytes(17)?);
    let line = Line {
        form: row.get(16)?,
        seq: row.get(0)?,
        boot: row.get(1)?,
        monotonic_ms: row.get(2)?,
        at: row.get(3)?,
        time_trust: trust.as_deref().unwrap_or_default(),
        actor: row.get(5)?,
        actor_role: role.as_deref().unwrap_or_default(),
        device: device.as_deref().unwrap_or_default(),
        act: act.as_deref().unwrap_or_default(),
        kind: kind.as_deref(),
        item: row.get(10)?,
        case: row.get(11)?,
        reason_code: code.as_deref(),
        reason: reason.as_deref(),
        before: before.as_deref(),
        after: after.as_deref(),
        salt: salt.as_deref(),
        prev,
    };
    Ok(line.hash())
}

#[test]
fn a_chain_that_was_computed_anew_holds_by_itself_and_does_not_fit_the_paper() {
    let school = Site::school_with_clock();
    two_days(&school);
    let copy = Copy::of(&school);
    let papers = copy.papers();
    let (first, second) = (papers[0].seq.unwrap(), papers[1].seq.unwrap());
    let newest = copy.number("SELECT max(seq) FROM audit");
    assert_eq!(copy.after(&papers, |sql| computed_anew(sql, 1)), None, "the same again is the same");
    for seq in 1..=newest {
        let forge = |sql: &Connection| {
            sql.execute("UPDATE audit SET actor = actor + 1 WHERE seq = ?1", [seq]).unwrap();
            computed_anew(sql, seq);
        };
        assert_eq!(copy.after(&[], forge), None, "by itself it holds: {seq}");
        let expected = match seq {
            seq if seq <= first => Some(Fault::Anew { after: 0, paper: first }),
            seq if seq <= second => Some(Fault::Anew { after: first, paper: second }),
            _ => None,
        };
        assert_eq!(copy.after(&papers, forge), expected, "entry {seq}");
        let loose: Vec<Paper> = papers.iter().map(|paper| Paper { seq: None, ..*paper }).collect();
        let nowhere = expected.map(|_| Fault::Nowhere);
        assert_eq!(copy.after(&loose, forge), nowhere, "entry {seq}, without the numbers");
    }
    // An entry that was taken out, with all numbers after it moved up.
    let closed = |sql: &Connection| {
        sql.execute("DELETE FROM audit WHERE seq = ?1", [first + 2]).unwrap();
        sql.execute("UPDATE audit SET seq = -seq WHERE seq > ?1", [first + 2]).unwrap();
        sql.execute("UPDATE audit SET seq = -seq - 1 WHERE seq < 0", []).unwrap();
        computed_anew(sql, first + 2);
    };
    assert_eq!(copy.after(&[], closed), None);
    assert_eq!(copy.after(&papers, closed), Some(Fault::Anew { after: first, paper: second }));
}

/// Runs the program itself; gives its exit code and what it said.
fn courtyard(words: &[&str]) -> (i32, String) {
    let program = std::process::Command::new(env!("CARGO_BIN_EXE_courtyard")).args(words).output().unwrap();
    let said =
        String::from_utf8_lossy(&program.stdout).into_owned() + &String::from_utf8_lossy(&program.stderr);
    (program.status.code().unwrap(), said)
}

fn in_folder(path: &Path) -> String {
    path.parent().unwrap().to_string_lossy().into_owned()
}

#[test]
fn the_program_compares_the_record_with_words_digits_and_a_folder_of_sheets() {
    let school = Site::school_with_clock();
    two_days(&school);
    let owl: Person<'_> = school.staff("Mr Owl", &[Duty::Audit]);
    let copy = Copy::of(&school);
    let papers = copy.papers();
    let paper = papers[1];
    let seq = paper.seq.unwrap().to_string();
    let words = courtyard::base::spoken::words(&paper.head).join(" ");
    let digits = data_encoding::HEXLOWER.encode(&paper.head);
    let stick = tempfile::tempdir().unwrap();
    for id in [1, 2] {
        let file = owl.asks(&Ask::get(&format!("/sheets/{id}/file")));
        assert_eq!(file.status, 200);
        std::fs::write(stick.path().join(format!("{id}.txt")), &file.body).unwrap();
    }
    let data = in_folder(&copy.file);
    std::fs::rename(&copy.file, copy.file.with_file_name("courtyard.db")).unwrap();
    let sql = Connection::open(copy.file.with_file_name("courtyard.db")).unwrap();
    sql.execute("DELETE FROM sheet", []).unwrap();
    let folder = stick.path().to_string_lossy().into_owned();
    let asked: [Vec<&str>; 5] = [
        vec!["verify", "--data", &data],
        vec!["verify", "--data", &data, "--seq", &seq, "--sheet", &words],
        vec!["verify", "--data", &data, "--seq", &seq, "--sheet", &digits],
        vec!["verify", "--data", &data, "--sheet", &words],
        vec!["verify", "--data", &data, "--sheets", &folder],
    ];
    for words in &asked {
        let (code, said) = courtyard(words);
        assert!(code == 0 && said.contains("The audit log holds"), "{words:?}: {code} {said}");
    }
    sql.execute("DELETE FROM audit WHERE seq >= ?1", [paper.seq.unwrap()]).unwrap();
    assert_eq!(courtyard(&asked[0]).0, 0, "by itself it holds");
    for words in &asked[1..] {
        let (code, said) = courtyard(words);
        let known = if words.contains(&"--seq") || words.contains(&"--sheets") {
            format!("the paper knows entry {seq}")
        } else {
            "no entry has the hash".into()
        };
        assert!(code == 3 && said.contains(&known), "{words:?}: {code} {said}");
    }
    let (code, said) =
        courtyard(&["verify", "--data", &data, "--sheet", &words.replacen(' ', " pelican ", 1)]);
    assert!(code == 1 && said.contains("“pelican” is none of the words"), "{code} {said}");
}
