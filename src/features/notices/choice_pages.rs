//! Routes of what somebody wants to hear of.

use super::{Sort, choice_views, store};
use crate::base::{Act, Problem, Problems};
use crate::ui::{Place, Said};
use crate::web::{Answer, Done, Gate, Page, Routes, Visit};

pub(super) fn routes() -> Routes {
    Routes::default().get("/my/notices", Gate::Member, edit).post("/my/notices", Gate::Member, update)
}

async fn edit(visit: Visit) -> Answer {
    let silent = visit.read(store::silent).await?;
    let heard: Vec<Sort> = Sort::asked().filter(|sort| !silent.contains(sort)).collect();
    page(&visit, &heard, &Said::default(), false)
}

fn page(visit: &Visit, heard: &[Sort], said: &Said, failed: bool) -> Answer {
    let lang = visit.lang();
    let main = choice_views::choices(lang, &visit.same_site(), heard, said);
    let page = Page::new(lang.hear_title(), Place::Notices, main);
    visit.show(if failed { page.with_problems() } else { page })
}

async fn update(visit: Visit) -> Answer {
    let words: Vec<Option<Sort>> = visit.form.all("hear").map(Sort::parse).collect();
    let heard: Vec<Sort> = words.iter().copied().flatten().collect();
    if heard.len() < words.len() {
        let problems: Problems = vec![("hear", Problem::NotUnderstood)];
        return page(&visit, &heard, &Said::new(visit.lang(), &problems), true);
    }
    match visit.write(Act::EditPreferences, move |change| super::choose(change, &heard)).await {
        Ok(()) => visit.go("/my/notices", Some(Done::Saved)),
        Err(error) => Err(error),
    }
}
