//! Routes of closing one's account, and of coming back in time.

use super::{Comments, days_left, store, views};
use crate::base::{Act, Error, Problems};
use crate::features::{days, sessions};
use crate::ui::{Now, Place, Said};
use crate::web::{Answer, Done, Gate, Page, Routes, Visit};

/// Every route of this feature.
pub fn routes() -> Routes {
    Routes::default().get("/my/close", Gate::Leaving, show).post("/my/close", Gate::Member, create).post(
        "/my/close/stay",
        Gate::Leaving,
        remove,
    )
}

async fn show(visit: Visit) -> Answer {
    page(&visit, &Problems::new()).await
}

async fn page(visit: &Visit, problems: &Problems) -> Answer {
    let lang = visit.lang();
    let (closing, today, now_ms) =
        visit.read(|look| Ok((store::find(look, look.me()?)?, days::today(look)?, look.now_ms()))).await?;
    let now = Now::new(now_ms, &visit.rules().time_zone);
    let same_site = visit.same_site();
    let main = match &closing {
        Some(closing) => {
            let day = now.day_after(lang, days_left(closing, today));
            views::closes(lang, &same_site, &day)
        }
        None => {
            let said = Said::new(lang, problems);
            let form =
                views::Asked { same_site: &same_site, rules: visit.rules(), form: &visit.form, said: &said };
            views::close(lang, &form)
        }
    };
    let page = Page::new(lang.leaving_title(), Place::Me, main);
    visit.show(if problems.is_empty() { page } else { page.with_problems() })
}

async fn create(visit: Visit) -> Answer {
    let comments = if visit.form.text("comments") == "stay" { Comments::Stay } else { Comments::Go };
    let (rules, session) = (visit.rules().clone(), visit.session()?.id);
    let closed = match sessions::prove(&visit, "password").await {
        Ok(()) => {
            visit
                .write(Act::CloseAccount, move |change| super::close(change, &rules, comments, session))
                .await
        }
        Err(error) => Err(error),
    };
    match closed {
        Ok(()) => visit.go("/my/close", None),
        Err(Error::Invalid(problems)) => page(&visit, &problems).await,
        Err(error) => Err(error),
    }
}

async fn remove(visit: Visit) -> Answer {
    visit.write(Act::KeepAccount, super::stay).await?;
    visit.go("/", Some(Done::Saved))
}
