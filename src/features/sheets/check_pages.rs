//! Routes of comparing the record with a sheet.

use super::keeper::Keeper;
use super::pages::AUDITOR;
use super::{check_views, paper};
use crate::base::spoken::Misread;
use crate::base::text;
use crate::db::Paper;
use crate::ui::Place;
use crate::web::{Answer, Page, Routes, Visit};

pub(super) fn routes() -> Routes {
    Routes::default().get("/sheets/check", AUDITOR, new).post("/sheets/check", AUDITOR, check)
}

async fn new(visit: Visit) -> Answer {
    draw(&visit, &check_views::Checked::Nothing)
}

async fn check(visit: Visit) -> Answer {
    visit.pace("sheet-check", 20, 10.0)?;
    let papers = match typed(visit.form.text("words"), visit.form.text("seq")) {
        Ok(papers) => papers,
        Err(wrong) => return draw(&visit, &check_views::Checked::Wrong(wrong)),
    };
    let found = visit.tool::<Keeper>()?.check(papers).await?;
    draw(&visit, &check_views::Checked::Found(found))
}

/// What was typed; nothing at all checks the record by the sheets that are kept.
fn typed(words: &str, seq: &str) -> Result<Vec<Paper>, check_views::Wrong> {
    // A number is typed as it stands on the sheet, in groups.
    let seq: String =
        text::line(seq).chars().filter(|c| !matches!(c, ',' | '.' | ' ' | '\u{a0}' | '\u{202f}')).collect();
    let number = match seq.is_empty() {
        true => None,
        false => match seq.parse::<u32>() {
            Ok(number) if number > 0 => Some(i64::from(number)),
            _ => return Err(check_views::Wrong::Number),
        },
    };
    if words.trim().is_empty() {
        // A number alone says nothing that could be compared.
        return if number.is_some() {
            Err(check_views::Wrong::Words(Misread::Count(0)))
        } else {
            Ok(Vec::new())
        };
    }
    paper::read(words, number).map_err(check_views::Wrong::Words)
}

fn draw(visit: &Visit, checked: &check_views::Checked) -> Answer {
    let lang = visit.lang();
    let (words, seq) = (visit.form.text("words"), visit.form.text("seq"));
    let main = check_views::check(lang, &visit.same_site(), words, seq, checked);
    let page = Page::new(lang.sheets_check(), Place::Audit, main);
    visit.show(if matches!(checked, check_views::Checked::Wrong(_)) { page.with_problems() } else { page })
}
