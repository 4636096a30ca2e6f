//! Routes of people: the list, profiles, sharing and blocking from there.

use super::{Profile, With, aspects_pages, contacts_pages, list_views, own_pages, store, talk, views};
use crate::base::{AccountId, Act, Error, Result, text};
use crate::db::Snapshot;
use crate::features::posts::{self, Stream};
use crate::ui::Place;
use crate::web::{Answer, Done, Gate, Page, Routes, Visit};

/// Every route of this feature.
pub fn routes() -> Routes {
    Routes::default()
        .get("/people", Gate::Member, list)
        .get("/people/{username}", Gate::Member, show)
        .get("/people/{username}/card", Gate::Member, card)
        .post("/people/{username}/unshare", Gate::Member, unshare)
        .get("/people/{username}/block", Gate::Member, block)
        .post("/people/{username}/block", Gate::Member, blocked)
        .post("/people/{username}/unblock", Gate::Member, unblock)
        .and(contacts_pages::routes())
        .and(aspects_pages::routes())
        .and(own_pages::routes())
}

/// Letters of a search that are looked at.
const TYPED_MAX: usize = 64;

/// What was typed into a search, tidy and bounded.
pub fn typed(visit: &Visit) -> String {
    text::line(visit.query().text("q")).trim_start_matches('@').chars().take(TYPED_MAX).collect()
}

async fn list(visit: Visit) -> Answer {
    let typed = typed(&visit);
    let after = visit.query().text("after").parse::<AccountId>().ok();
    let (people, next) = visit.read(|look| store::page(look, With::Everybody, &typed, after)).await?;
    let more = next.map(|after| {
        let query: String = url_query(&[("q", &typed), ("after", &after.to_string())]);
        format!("/people?{query}")
    });
    let main = list_views::people(&visit, &people, &typed, more.as_deref());
    visit.show(Page::new(visit.lang().nav_people(), Place::People, main))
}

/// Names and values as the query of an address; empty ones are left out.
pub fn url_query(pairs: &[(&str, &str)]) -> String {
    use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
    let filled = pairs.iter().filter(|(_, value)| !value.is_empty());
    let written =
        filled.map(|(name, value)| format!("{name}={}", utf8_percent_encode(value, NON_ALPHANUMERIC)));
    written.collect::<Vec<_>>().join("&")
}

async fn show(visit: Visit) -> Answer {
    let username = visit.part::<String>("username")?;
    let (profile, writes) = visit
        .read(|look| {
            let profile = super::profile(look, &username)?;
            let writes = is_writable(&visit, look, &profile)?;
            Ok((profile, writes))
        })
        .await?;
    let person = &profile.person;
    let own = visit.viewer().id() == Some(person.id);
    let place = if own { Place::Me } else { Place::People };
    let head = views::head(&visit, &profile, writes);
    posts::stream_page(&visit, Stream::Person(person.id), &person.shown_name, place, Some(head), None).await
}

/// A small piece of somebody's page, for `hover.js`: what it shows is what the page itself would.
async fn card(visit: Visit) -> Answer {
    visit.pace("card", 60, 0.5)?;
    let username = visit.part::<String>("username")?;
    let (profile, groups, writes) = visit
        .read(|look| {
            let profile = super::profile(look, &username)?;
            let groups = store::shared_groups(look, profile.person.id)?;
            let writes = is_writable(&visit, look, &profile)?;
            Ok((profile, groups, writes))
        })
        .await?;
    visit.piece(&views::small(&visit, &profile, &groups, writes))
}

fn is_writable(visit: &Visit, look: &Snapshot<'_>, profile: &Profile) -> Result<bool> {
    let person = std::slice::from_ref(&profile.person);
    Ok(talk::writable(look, visit.rules(), person)?.contains(&profile.person.id))
}

fn profile_of(username: &str) -> String {
    format!("/people/{username}")
}

async fn unshare(visit: Visit) -> Answer {
    let username = visit.part::<String>("username")?;
    let to = profile_of(&username);
    visit.write(Act::RemoveContact, move |change| super::unshare(change, &username)).await?;
    visit.go(&to, Some(Done::Saved))
}

async fn block(visit: Visit) -> Answer {
    let username = visit.part::<String>("username")?;
    let person = visit.read(|look| store::find(look, &username)).await?;
    if visit.viewer().id() == Some(person.id) {
        return Err(Error::NotFound);
    }
    visit.show(Page::new(visit.lang().block_do(), Place::People, views::block(&visit, &person)))
}

async fn blocked(visit: Visit) -> Answer {
    visit.pace("block", 100, 2.0)?;
    let username = visit.part::<String>("username")?;
    let to = profile_of(&username);
    visit.write(Act::AddBlock, move |change| super::block(change, &username)).await?;
    visit.go(&to, Some(Done::Saved))
}

async fn unblock(visit: Visit) -> Answer {
    let username = visit.part::<String>("username")?;
    let to = if visit.form.text("return") == "blocks" { "/my/blocks".into() } else { profile_of(&username) };
    visit.write(Act::RemoveBlock, move |change| super::unblock(change, &username)).await?;
    visit.go(&to, Some(Done::Saved))
}
