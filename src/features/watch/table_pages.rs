//! Routes of word rules as tables: in, out, and the lists that come with the box.

use super::table::{self, LineProblem};
use super::{starters, store, table_views as views};
use crate::base::{Act, Duty, Error, Problem, Result, limits};
use crate::features::audit;
use crate::ui::Place;
use crate::web::{Answer, Done, Gate, Page, Reply, Routes, Visit};

const KEEPERS: Gate = Gate::Holds(Duty::Settings);

/// Routes of tables.
pub(super) fn routes() -> Routes {
    Routes::default()
        .get("/watch/table", KEEPERS, show)
        .upload("/watch/table", KEEPERS, take_in)
        .post("/watch/table/export", KEEPERS, export)
        .post("/watch/table/starter", KEEPERS, starter)
}

async fn show(visit: Visit) -> Answer {
    page(&visit, "", &[])
}

fn page(visit: &Visit, typed: &str, wrong: &[LineProblem]) -> Answer {
    let lang = visit.lang();
    let main = views::table(lang, &visit.same_site(), typed, wrong);
    let page = Page::new(lang.watch_table(), Place::Admin, main);
    visit.show(if wrong.is_empty() { page } else { page.with_problems() })
}

/// The table that was sent: a file, or else what was pasted.
async fn sent(visit: &mut Visit) -> Result<String, Problem> {
    let pasted = visit.form.text("pasted").to_owned();
    let Some(file) = visit.form.files("file").into_iter().next() else { return Ok(pasted) };
    if file.bytes > limits::WATCH_TABLE_MIB_MAX << 20 {
        return Err(Problem::TooManyBytes { limit_mib: limits::WATCH_TABLE_MIB_MAX });
    }
    let bytes = tokio::fs::read(&file.path).await.map_err(|_| Problem::NotUnderstood)?;
    String::from_utf8(bytes).map_err(|_| Problem::NotUnderstood)
}

async fn take_in(mut visit: Visit) -> Answer {
    visit.pace("watch-table", 10, 10.0)?;
    let enabled = !visit.form.text("enabled").is_empty();
    let text = match sent(&mut visit).await {
        Ok(text) => text,
        Err(problem) => return page(&visit, "", &[(0, "file", problem)]),
    };
    let pasted = visit.form.text("pasted").to_owned();
    let rules = match table::read(&text, enabled) {
        Ok(rules) => rules,
        Err(wrong) => return page(&visit, &pasted, &wrong),
    };
    match visit.write(Act::ImportWatchRules, move |change| super::take_in(change, &rules, "")).await {
        Ok(_) => visit.go("/watch", Some(Done::Saved)),
        Err(Error::Invalid(problems)) => {
            let wrong: Vec<LineProblem> =
                problems.into_iter().map(|(column, problem)| (0, column, problem)).collect();
            page(&visit, &pasted, &wrong)
        }
        Err(error) => Err(error),
    }
}

/// Takes in a list that comes with the box, switched off. What is there already stays as it is.
async fn starter(visit: Visit) -> Answer {
    let list = starters::find(visit.form.text("list")).ok_or(Error::NotFound)?;
    let rules = table::read(list.text, false)
        .map_err(|wrong| Error::Broken(format!("the list {}: {wrong:?}", list.tag)))?;
    match visit.write(Act::ImportWatchRules, move |change| super::take_in(change, &rules, list.tag)).await {
        Ok(_) => visit.go("/watch", Some(Done::Saved)),
        Err(Error::Invalid(problems)) => {
            let wrong: Vec<LineProblem> =
                problems.into_iter().map(|(column, problem)| (0, column, problem)).collect();
            page(&visit, "", &wrong)
        }
        Err(error) => Err(error),
    }
}

/// All rules as one file. That they left the box is in the record.
async fn export(visit: Visit) -> Answer {
    let rules = visit.read(store::all).await?;
    let count = rules.len();
    let file = audit::csv_file(&table::COLUMNS, rules.iter().map(table::row))?;
    visit
        .write(Act::ExportWatchRules, move |change| {
            change.because("export", &format!("{count} rules"));
            Ok(())
        })
        .await?;
    let headers = [
        (axum::http::header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (axum::http::header::CONTENT_DISPOSITION, "attachment; filename=\"word-rules.csv\""),
    ];
    Ok(Reply::other((headers, file)))
}
