//! The desk at a size that no house has: 50,000 open cases, and a record of a million entries.

use crate::client::Client;
use crate::pages::LARGE;
use crate::pod::{Data, Pod};
use crate::tally::{Report, Tally};
use rusqlite::functions::FunctionFlags;
use rusqlite::{Connection, params};
use std::io;
use std::path::Path;
use std::time::{Duration, Instant};

/// Open cases, and entries of the record.
const CASES: i64 = 50_000;
const ENTRIES: i64 = 1_000_000;
/// Of so many cases one is urgent.
const URGENT_IN: i64 = 50;
/// The lists that are asked for in turn besides the first page of all: urgent, by due time, of one's groups, and a page far
/// down.
const LISTS: [&str; 4] =
    ["/desk?list=urgent", "/desk?list=oldest", "/desk?list=groups", "/desk?after=1-40000"];

/// The first page of the desk at 1 and 16, and its other lists at 16, by staff who lead a group.
pub async fn run(seconds: u64) -> io::Result<Report> {
    let mut report = Report::new("desk");
    let data = Data::of(LARGE)?;
    let staff = &data.sessions[0];
    let begun = Instant::now();
    let (cases, entries) = fill(&data.path().join("courtyard.db"), &staff.0).map_err(io::Error::other)?;
    if cases < CASES || entries < ENTRIES {
        return Err(io::Error::other(format!("{cases} cases and {entries} entries: the pod is too small")));
    }
    report.figure("cases", cases as f64);
    report.figure("audit_rows", entries as f64);
    report.figure("laid_s", begun.elapsed().as_secs_f64().round());
    let pod = Pod::start(&data.path())?;
    asked(&pod, &staff.1, &["/desk"], 16, 1).await?; // so that nothing is measured cold
    report.run("c1", &asked(&pod, &staff.1, &["/desk"], 1, seconds).await?);
    report.run("c16", &asked(&pod, &staff.1, &["/desk"], 16, seconds).await?);
    report.run("lists_c16", &asked(&pod, &staff.1, &LISTS, 16, seconds).await?);
    report.run("coverage_c1", &asked(&pod, &staff.1, &["/desk/coverage"], 1, seconds).await?);
    report.pod(&pod);
    pod.stop()?;
    Ok(report)
}

/// Asks for these pages in turn, by so many at once, for so long. A page without lines is an error.
async fn asked(
    pod: &Pod,
    token: &str,
    paths: &'static [&'static str],
    at_once: usize,
    seconds: u64,
) -> io::Result<Tally> {
    let (address, processor_ms) = (pod.address, pod.processor_ms());
    let until = Instant::now() + Duration::from_secs(seconds);
    let tasks = (0..at_once).map(|_| {
        let token = token.to_owned();
        tokio::spawn(async move {
            let mut tally = Tally::new();
            let mut client = Client::signed_in(address, 0, &token);
            for path in paths.iter().cycle() {
                let asked = Instant::now();
                if asked >= until {
                    break;
                }
                let well = client.get(path).await.is_ok_and(|answer| answer.status == 200);
                let full = !path.starts_with("/desk?") && *path != "/desk" || has_lines(client.body());
                tally.note(asked, well && full);
            }
            tally
        })
    });
    let mut tally = Tally::new();
    for task in tasks.collect::<Vec<_>>() {
        tally.add(task.await?);
    }
    tally.processor_ms = pod.processor_ms() - processor_ms;
    Ok(tally.end())
}

fn has_lines(page: &[u8]) -> bool {
    let line = b"class=\"desk-row";
    page.windows(line.len()).any(|window| window == line)
}

/// Lays reports on so many posts, some of them in a group that this person leads, who becomes staff; and fills the record.
/// What is laid opens its cases by the triggers of the database, as everywhere. The entries are no chain that holds:
/// nothing here verifies it. Gives how many cases are open, and how many entries there are.
fn fill(file: &Path, username: &str) -> rusqlite::Result<(i64, i64)> {
    let mut sql = Connection::open(file)?;
    // The triggers of search want it; what is laid here is looked for by nobody.
    sql.create_scalar_function("find_terms", 1, FunctionFlags::SQLITE_UTF8, |_| Ok(String::new()))?;
    let step = sql.transaction()?;
    step.execute("UPDATE account SET role = 'staff' WHERE username = ?1", [username])?;
    let staff: i64 =
        step.query_row("SELECT id FROM account WHERE username = ?1", [username], |row| row.get(0))?;
    step.execute(
        "INSERT INTO duty (account_id, duty, given_at) VALUES (?1, 'moderate', 0), (?1, 'safeguard', 0)",
        [staff],
    )?;
    step.execute("INSERT INTO \"group\" (name, kind, made_at) VALUES ('Measured', 'class', 0)", [])?;
    let group = step.last_insert_rowid();
    step.execute(
        "INSERT INTO membership (group_id, account_id, leader, since_at) VALUES (?1, ?2, 1, 0)",
        [group, staff],
    )?;
    step.execute(
        "INSERT INTO report (item_id, reporter_id, reason, made_at)
         SELECT id, ?1, CASE WHEN id % ?2 = 0 THEN 'threat' ELSE 'rude' END, made_at
         FROM item WHERE kind = 'post' AND state = 'shown' ORDER BY id LIMIT ?3",
        params![staff, URGENT_IN, CASES],
    )?;
    step.execute(
        "INSERT OR IGNORE INTO item_to (item_id, kind, target_id)
         SELECT item_id, 'group', ?1 FROM \"case\" WHERE id % 20 = 0 AND closed_at IS NULL",
        [group],
    )?;
    step.execute(
        "INSERT INTO audit (seq, boot, monotonic_ms, at, time_trust, actor, actor_role, device, act, kind, item, prev_hash, hash)
         WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?1)
         SELECT (SELECT coalesce(max(seq), 0) FROM audit) + i, 1, i, i, 'none', ?2, 'member', 'load', 'post.add', 'post', i,
                randomblob(32), randomblob(32) FROM n",
        [ENTRIES, staff],
    )?;
    step.commit()?;
    let cases =
        sql.query_row("SELECT count(*) FROM \"case\" WHERE closed_at IS NULL", [], |row| row.get(0))?;
    let entries = sql.query_row("SELECT count(*) FROM audit", [], |row| row.get(0))?;
    Ok((cases, entries))
}
