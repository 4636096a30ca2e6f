//! Routes of reporting: an item or a person, in three taps.

use super::{ReportReason, store, views};
use crate::base::{AccountId, Act, Error, ItemId, Kind, Problem, Result};
use crate::ui::{Place, Said};
use crate::web::{Answer, Done, Gate, Page, Routes, Visit};

/// Every route of this feature.
pub fn routes() -> Routes {
    Routes::default()
        .get("/report/{id}", Gate::Member, new)
        .post("/report/{id}", Gate::Member, create)
        .get("/report/person/{id}", Gate::Member, new_about_person)
        .post("/report/person/{id}", Gate::Member, create_about_person)
        .and(super::worry_pages::routes())
}

/// What the page is about, as words and a picture.
pub(super) struct About {
    pub what: views::What,
    pub reported_before: bool,
    pub otherwise: String,
}

/// The item that the address names, where it is seen.
pub(super) async fn item(visit: &Visit) -> Result<(ItemId, About)> {
    let id = visit.part::<ItemId>("id")?;
    let about = visit.read(|look| {
        if let Some(name) = store::conversation(look, id)? {
            return Ok(About {
                otherwise: Kind::Conversation.address(id),
                what: views::What::Talk { id, name },
                reported_before: store::reported_by_me(look, id, ReportReason::Other)?,
            });
        }
        let found = store::reported(look, id)?;
        Ok(About {
            otherwise: found.kind.address(id),
            what: views::What::Item(id, found),
            reported_before: store::reported_by_me(look, id, ReportReason::Other)?,
        })
    });
    Ok((id, about.await?))
}

/// The person that the address names.
pub(super) async fn person(visit: &Visit) -> Result<(AccountId, About)> {
    let id = visit.part::<AccountId>("id")?;
    let (username, name) = visit.read(|look| store::person(look, id)).await?;
    let otherwise = format!("/people/{username}");
    Ok((id, About { what: views::What::Person { id, name, username }, reported_before: false, otherwise }))
}

async fn new(visit: Visit) -> Answer {
    let (_, about) = item(&visit).await?;
    page(&visit, &about, &came_from(&visit).unwrap_or_default(), &Said::default(), false)
}

async fn new_about_person(visit: Visit) -> Answer {
    let (_, about) = person(&visit).await?;
    page(&visit, &about, &came_from(&visit).unwrap_or_default(), &Said::default(), false)
}

fn page(visit: &Visit, about: &About, back: &str, said: &Said, failed: bool) -> Answer {
    let lang = visit.lang();
    let drawn = views::Report {
        what: &about.what,
        reported_before: about.reported_before,
        action: visit.path(),
        same_site: &visit.same_site(),
        back: if back.is_empty() { &about.otherwise } else { back },
        reason: ReportReason::parse(visit.form.text("reason")),
        note: visit.form.text("note"),
        said,
    };
    let page = Page::new(lang.report_title(), Place::Elsewhere, views::report(lang, visit.rules(), &drawn));
    visit.show(if failed { page.with_problems() } else { page })
}

async fn create(visit: Visit) -> Answer {
    visit.pace("report", 10, 30.0)?;
    let (id, about) = item(&visit).await?;
    let sent = match sent(&visit) {
        Ok((reason, note)) => {
            visit.write(Act::Report, move |change| super::report(change, id, reason, &note)).await
        }
        Err(error) => Err(error),
    };
    finish(&visit, &about, sent)
}

async fn create_about_person(visit: Visit) -> Answer {
    visit.pace("report", 10, 30.0)?;
    let (id, about) = person(&visit).await?;
    let sent = match sent(&visit) {
        Ok((reason, note)) => {
            visit.write(Act::Report, move |change| super::report_person(change, id, reason, &note)).await
        }
        Err(error) => Err(error),
    };
    finish(&visit, &about, sent)
}

fn sent(visit: &Visit) -> Result<(ReportReason, String)> {
    let reason = ReportReason::parse(visit.form.text("reason"));
    let reason = reason.ok_or_else(|| Error::field("reason", Problem::Missing))?;
    Ok((reason, visit.form.text("note").to_owned()))
}

/// Where a report leads that was sent, or not.
pub(super) fn finish(visit: &Visit, about: &About, sent: Result<()>) -> Answer {
    let back = own_path(visit.form.text("return"));
    match sent {
        Ok(()) => visit.go(back.unwrap_or(&about.otherwise), Some(Done::Reported)),
        Err(Error::Invalid(problems)) => {
            let said = Said::new(visit.lang(), &problems);
            page(visit, about, back.unwrap_or_default(), &said, true)
        }
        Err(error) => Err(error),
    }
}

/// A path of ours, and nothing that leads elsewhere or back to reporting.
fn own_path(to: &str) -> Option<&str> {
    let ours = to.starts_with('/') && !to.starts_with("//") && !to.contains(['\\', '\r', '\n']);
    (ours && !to.starts_with("/report/") && !to.starts_with("/worried/") && to.len() <= 500).then_some(to)
}

/// The page of ours on which the link was pressed.
pub(super) fn came_from(visit: &Visit) -> Option<String> {
    let from = visit.headers().get("referer")?.to_str().ok()?;
    let (_, rest) = from.split_once("://")?;
    let (host, path) = rest.split_at(rest.find('/')?);
    if host != visit.host() {
        return None;
    }
    own_path(path).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::own_path;

    #[test]
    fn one_goes_back_to_a_page_of_ours_and_nowhere_else() {
        assert_eq!(own_path("/tags/birds?before=3"), Some("/tags/birds?before=3"));
        for elsewhere in
            ["", "//evil.example/", "https://evil.example", "/\\evil", "/a\r\nb", "/report/7", "/worried/7"]
        {
            assert_eq!(own_path(elsewhere), None, "{elsewhere}");
        }
    }
}
