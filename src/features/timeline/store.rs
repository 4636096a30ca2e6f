//! The SQL of what there is about one account: each sort down an index of its own.

use super::{Cursor, Ended, Line, Sort, merge};
use crate::base::{AccountId, Error, ItemId, Kind, Result};
use crate::db::{Row, Snapshot, params};
use crate::features::desk::Head;
use crate::features::moderation::CaseSort;
use crate::features::{apart, readings};
use std::collections::HashMap;

/// Reports that are counted, at most.
const COUNTED_MAX: i64 = 1_000;

/// The statement of a sort: number, what, reason, words, who, thing, case, time, until when, end, by whom, its words, and a
/// number. Readings and keeping apart have their own slices. What staff decided where nothing waited stands among the decisions alone.
pub(super) fn sql(sort: Sort) -> Option<&'static str> {
    Some(match sort {
        Sort::Cases => {
            "SELECT id, sort, coalesce(outcome, ''), '', NULL, item_id, id, opened_at, due_at, closed_at, closed_by, '', origins
             FROM seen_case WHERE account_id = ?1 AND id < ?2 AND origins <> 8 ORDER BY id DESC LIMIT ?3"
        }
        Sort::Decisions => {
            "SELECT id, kind, reason, note, decided_by, item_id, NULL, made_at, NULL, NULL, NULL, '', undoes IS NOT NULL
             FROM seen_decision WHERE about_id = ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3"
        }
        Sort::Set => {
            "SELECT id, kind, reason, words, made_by, NULL, NULL, made_at, CASE unsure WHEN 0 THEN until_at END, over_at, lifted_by,
                    lifted_why, stands
             FROM seen_sanction WHERE account_id = ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3"
        }
        Sort::Appeals => {
            "SELECT id, coalesce(outcome, ''), '', words, account_id, NULL, NULL, made_at, NULL, decided_at, decided_by, answer, 0
             FROM seen_appeal WHERE account_id = ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3"
        }
        Sort::Reports => {
            "SELECT id, coalesce(outcome, ''), reason, note, reporter_id, item_id, case_id, made_at, NULL, closed_at, closed_by, '', 0
             FROM seen_report WHERE about_id = ?1 AND id < ?2 AND decides ORDER BY id DESC LIMIT ?3"
        }
        Sort::Sent => {
            "SELECT id, coalesce(outcome, ''), reason, note, from_id, item_id, case_id, made_at, NULL, closed_at, closed_by, '', 0
             FROM seen_report_from WHERE from_id = ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3"
        }
        Sort::Talk => {
            "SELECT id, CASE by_staff WHEN 1 THEN 'staff' ELSE 'answer' END, '', words, author_id, NULL, case_id, made_at, NULL, NULL, NULL, '', 0
             FROM seen_said_in_case WHERE account_id = ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3"
        }
        Sort::Words => {
            "SELECT id, action, surface, '', NULL, item_id, NULL, made_at, NULL, closed_at, closed_by, note, 0
             FROM seen_watch_case WHERE account_id = ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3"
        }
        Sort::Readings | Sort::Apart => return None,
        Sort::Duties => {
            "SELECT id, duty, coalesce(group_name, ''), why, given_by, NULL, NULL, given_at, NULL, ended_at, ended_by, ended_why,
                    group_id IS NOT NULL
             FROM seen_duty WHERE account_id = ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3"
        }
        Sort::Groups => {
            "SELECT id, group_name, coalesce(how, ''), '', begun_by, NULL, NULL, begun_at, NULL, ended_at, ended_by, '', group_id
             FROM seen_stay WHERE account_id = ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3"
        }
        Sort::Holds => {
            "SELECT id, CASE WHEN item_id IS NULL THEN 'person' ELSE 'thing' END, '', reason, begun_by, item_id, NULL, begun_at, review_at,
                    ended_at, ended_by, '', 0
             FROM seen_hold_about WHERE about_id = ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3"
        }
        Sort::Account => {
            "SELECT seq, act, '', coalesce(reason, ''), actor, NULL, NULL, at, NULL, NULL, NULL, '', 0
             FROM seen_account_act WHERE account_id = ?1 AND seq < ?2 ORDER BY seq DESC LIMIT ?3"
        }
    })
}

fn line(sort: Sort, row: &Row<'_>) -> rusqlite::Result<Line> {
    let account = |at: usize| -> rusqlite::Result<Option<AccountId>> {
        Ok(row.get::<_, Option<i64>>(at)?.filter(|id| *id > 0).map(AccountId))
    };
    let ended: Option<i64> = row.get(9)?;
    let ended = match ended {
        Some(at_ms) => Some(Ended { at_ms, by: account(10)?, words: row.get(11)? }),
        None => None,
    };
    Ok(Line {
        sort,
        id: row.get(0)?,
        what: row.get(1)?,
        reason: row.get(2)?,
        words: row.get(3)?,
        by: account(4)?,
        item: row.get(5)?,
        case: row.get(6)?,
        at_ms: row.get(7)?,
        until_ms: row.get(8)?,
        ended,
        more: row.get(12)?,
    })
}

/// The newest lines of these sorts, and where the next page begins.
pub(super) fn lines(
    look: &Snapshot<'_>,
    account: AccountId,
    sorts: &[Sort],
    from: Cursor,
    most: usize,
) -> Result<(Vec<Line>, Option<Cursor>)> {
    let mut found = Vec::with_capacity(sorts.len());
    for sort in sorts {
        found.push(of(look, account, *sort, from.before(*sort), most + 1)?);
    }
    Ok(merge(from, found, most))
}

fn of(look: &Snapshot<'_>, account: AccountId, sort: Sort, before: i64, limit: usize) -> Result<Vec<Line>> {
    if let Some(sql) = sql(sort) {
        return look.list(sql, params![account.0, before, limit as i64], |row| line(sort, row));
    }
    if sort == Sort::Apart {
        return Ok(apart::about(look, account, before, limit)?.into_iter().map(parting).collect());
    }
    Ok(readings::about(look, account, before, limit)?.into_iter().map(reading).collect())
}

fn parting(found: apart::About) -> Line {
    let (by, words) = (found.ended_by, found.ended_why);
    Line {
        sort: Sort::Apart,
        id: found.id,
        what: found.kind,
        reason: String::new(),
        words: found.reference,
        by: Some(found.by),
        item: None,
        case: None,
        at_ms: found.at_ms,
        until_ms: None,
        ended: found.ended_ms.map(|at_ms| Ended { at_ms, by, words }),
        more: 0,
    }
}

fn reading(found: readings::Looked) -> Line {
    Line {
        sort: Sort::Readings,
        id: found.id,
        what: if found.of_posts { "posts" } else { "person" }.to_owned(),
        reason: found.reason,
        words: found.words,
        by: Some(found.by),
        item: None,
        case: None,
        at_ms: found.at_ms,
        until_ms: None,
        ended: found.ended_ms.map(|at_ms| Ended { at_ms, by: found.ended_by, words: String::new() }),
        more: 0,
    }
}

/// Is there such an account whose timeline the viewer may look at?
///
/// # Errors
/// `NotFound` where there is not.
pub(super) fn check(look: &Snapshot<'_>, account: AccountId) -> Result<()> {
    let may = look.any("SELECT 1, id FROM seen_looked_after WHERE id = ?1", [account.0])?;
    if may { Ok(()) } else { Err(Error::NotFound) }
}

/// Whose page it is: the shown name and sign-in name.
pub(super) fn named(look: &Snapshot<'_>, account: AccountId) -> Result<(String, String)> {
    look.found("SELECT shown_name, username FROM seen_person WHERE id = ?1", [account.0], |row| {
        Ok((row.get(0)?, row.get(1)?))
    })
}

/// How many reports there are about somebody, and from them, counted up to a thousand.
pub(super) fn counts(look: &Snapshot<'_>, account: AccountId) -> Result<(i64, i64)> {
    Ok((look.number(ABOUT, [account.0, COUNTED_MAX])?, look.number(FROM, [account.0, COUNTED_MAX])?))
}

const ABOUT: &str =
    "SELECT count(*) FROM (SELECT id FROM seen_report WHERE about_id = ?1 AND decides LIMIT ?2)";
const FROM: &str = "SELECT count(*) FROM (SELECT id FROM seen_report_from WHERE from_id = ?1 LIMIT ?2)";

/// What these lines are about, as far as the viewer sees it at the desk: the kinds of things, and the cases. Two statements.
pub(super) fn about(look: &Snapshot<'_>, lines: &[Line]) -> Result<(HashMap<i64, Kind>, HashMap<i64, Head>)> {
    let list = |ids: Vec<i64>| serde_json::Value::from(ids).to_string();
    let items = list(lines.iter().filter_map(|line| line.item).collect());
    let kinds = look.list(ITEMS, [items], |row| {
        Ok((row.get(0)?, Kind::parse(row.get_ref(1)?.as_str()?).unwrap_or(Kind::Post)))
    })?;
    let cases = list(lines.iter().filter_map(|line| line.case).collect());
    let heads = look.list(CASES, [cases], |row| {
        let id = row.get(0)?;
        let head = Head {
            id,
            sort: CaseSort::parse(row.get_ref(1)?.as_str()?).unwrap_or(CaseSort::Person),
            rank: 0,
            item: row.get::<_, Option<i64>>(2)?.map(ItemId),
            person: AccountId(row.get(3)?),
            refers: row.get::<_, Option<i64>>(4)?.unwrap_or(0),
            origins: row.get(5)?,
            since_ms: 0,
            due_ms: 0,
            looker: None,
        };
        Ok((id, head))
    })?;
    Ok((kinds.into_iter().collect(), heads.into_iter().collect()))
}

const ITEMS: &str = "SELECT id, kind FROM seen_at_desk WHERE id IN (SELECT value FROM json_each(?1))";
const CASES: &str = "SELECT id, sort, item_id, account_id, ref, origins FROM seen_case
     WHERE id IN (SELECT value FROM json_each(?1))";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Clock, Duties, Duty, Role};
    use crate::db::{Db, Viewer};

    #[tokio::test]
    async fn each_sort_goes_down_an_index_of_the_account_and_is_never_sorted() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("courtyard.db");
        let db = Db::open(&file, 1, Clock::real(), |_, _| ()).expect("a database");
        let owner = Viewer::account(AccountId(1), Role::Owner, Duties::all(), String::new());
        let some: Duties = [Duty::Accounts].into_iter().collect();
        let keeper = Viewer::account(AccountId(2), Role::Staff, some, String::new());
        for viewer in [owner, keeper] {
            for sort in Sort::ALL {
                let Some(sql) = sql(*sort) else { continue };
                let plan = db.read(&viewer, |look| look.plan(sql, [1, 9, 50])).await.expect("a plan");
                let all = plan.join("\n");
                assert!(!all.contains("TEMP B-TREE"), "{sort}: {all}");
                let walks = |line: &&String| line.starts_with("SCAN") && !line.contains("CONSTANT ROW");
                assert!(!plan.iter().any(|line| walks(&line)), "{sort}: {all}");
                let index = match sort {
                    Sort::Cases => "case_of_account",
                    Sort::Decisions => "decision_of_account",
                    Sort::Reports => "report_about",
                    Sort::Sent => "report_of_reporter",
                    Sort::Account => "audit_of_account",
                    Sort::Holds => "hold_about (about_id=? AND ",
                    Sort::Talk => "case_message_with (with_id=? AND ",
                    _ => "(account_id=? AND ",
                };
                assert!(all.contains(index), "{sort}: {all}");
            }
            for sql in [ABOUT, FROM] {
                let plan = db.read(&viewer, |look| look.plan(sql, [1, 9])).await.expect("a plan").join("\n");
                assert!(plan.contains("INDEX report_"), "{plan}");
            }
            for sql in [ITEMS, CASES] {
                let plan = db.read(&viewer, |look| look.plan(sql, ["[1]"])).await.expect("a plan").join("\n");
                assert!(plan.contains("USING INTEGER PRIMARY KEY (rowid=?)"), "{plan}");
            }
        }
        db.close();
    }
}
