//! The SQL of what there is about one account: each sort down an index of its own.

use super::{Cursor, Line, Sort, merge};
use crate::base::{AccountId, Result};
use crate::db::{Snapshot, params};
use crate::features::readings;

/// Reports that are counted, at most.
const COUNTED_MAX: i64 = 1_000;

/// The statement of a sort: number, what, reason, words, thing, time. Readings have their own slice.
pub(super) fn sql(sort: Sort) -> Option<&'static str> {
    Some(match sort {
        Sort::Decisions => {
            "SELECT id, kind, reason, note, item_id, made_at FROM seen_decision
             WHERE about_id = ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3"
        }
        Sort::Set => {
            "SELECT id, kind, reason, words, NULL, made_at FROM seen_sanction
             WHERE account_id = ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3"
        }
        Sort::Appeals => {
            "SELECT id, coalesce(outcome, ''), '', words, NULL, made_at FROM seen_appeal
             WHERE account_id = ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3"
        }
        Sort::Reports => {
            "SELECT id, CASE WHEN closed_at IS NULL THEN 'open' ELSE 'closed' END, reason, note, NULL, made_at FROM seen_report
             WHERE account_id = ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3"
        }
        Sort::Words => {
            "SELECT id, action, surface, note, item_id, made_at FROM seen_watch_case
             WHERE account_id = ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3"
        }
        Sort::SignIns => {
            "SELECT seq, '', '', device, NULL, at FROM seen_audit
             WHERE item = ?1 AND seq < ?2 AND kind = 'account' AND act = 'session.refuse' ORDER BY seq DESC LIMIT ?3"
        }
        Sort::Readings => return None,
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
    let Some(sql) = sql(sort) else {
        let looked = readings::about(look, account, before, limit)?;
        let line = |(id, of_posts, reason, at_ms): (i64, bool, String, i64)| {
            let what = if of_posts { "posts" } else { "person" }.to_owned();
            Line { sort, id, what, reason, words: String::new(), item: None, at_ms }
        };
        return Ok(looked.into_iter().map(line).collect());
    };
    look.list(sql, params![account.0, before, limit as i64], |row| {
        Ok(Line {
            sort,
            id: row.get(0)?,
            what: row.get(1)?,
            reason: row.get(2)?,
            words: row.get(3)?,
            item: row.get(4)?,
            at_ms: row.get(5)?,
        })
    })
}

/// Whose page it is: the shown name and sign-in name.
pub(super) fn named(look: &Snapshot<'_>, account: AccountId) -> Result<(String, String)> {
    look.found("SELECT shown_name, username FROM seen_person WHERE id = ?1", [account.0], |row| {
        Ok((row.get(0)?, row.get(1)?))
    })
}

/// How many reports there are about somebody, and from them, counted up to a thousand.
pub(super) fn counts(look: &Snapshot<'_>, account: AccountId) -> Result<(i64, i64)> {
    let about = "SELECT count(*) FROM (SELECT id FROM seen_report WHERE account_id = ?1 LIMIT ?2)";
    let from = "SELECT count(*) FROM (SELECT id FROM seen_report_from WHERE reporter_id = ?1 LIMIT ?2)";
    Ok((look.number(about, [account.0, COUNTED_MAX])?, look.number(from, [account.0, COUNTED_MAX])?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Clock, Duties, Role};
    use crate::db::{Db, Viewer};

    #[tokio::test]
    async fn each_sort_goes_down_an_index_and_is_never_sorted() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("courtyard.db");
        let db = Db::open(&file, 1, Clock::real(), |_, _| ()).expect("a database");
        let fox = Viewer::account(AccountId(1), Role::Owner, Duties::all(), String::new());
        let plans = db.read(&fox, |look| {
            Sort::ALL
                .iter()
                .filter_map(|sort| sql(*sort))
                .map(|sql| look.plan(sql, [1, 9, 50]))
                .collect::<Result<Vec<_>>>()
        });
        for plan in plans.await.expect("plans") {
            let first = plan.first().cloned().unwrap_or_default();
            assert!(
                first.starts_with("SEARCH")
                    && !plan.iter().any(|line| line.contains("TEMP B-TREE FOR ORDER")),
                "{plan:#?}"
            );
        }
        db.close();
    }
}
