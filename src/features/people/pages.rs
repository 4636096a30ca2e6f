//! Routes of people: the list, profiles, sharing and blocking from there.

use super::list_views::{self, PeoplePage};
use super::{With, aspects_pages, own_pages, store, views};
use crate::base::{AccountId, Act, AspectId, Error, Result, text};
use crate::features::posts::{self, Stream};
use crate::ui::Place;
use crate::web::{Answer, Done, Gate, Page, Routes, Visit};

/// Every route of this feature.
pub fn routes() -> Routes {
    Routes::default()
        .get("/people", Gate::Member, list)
        .get("/contacts", Gate::Member, contacts)
        .get("/people/{username}", Gate::Member, show)
        .get("/people/{username}/card", Gate::Member, card)
        .post("/people/{username}/share", Gate::Member, share)
        .post("/people/{username}/unshare", Gate::Member, unshare)
        .get("/people/{username}/block", Gate::Member, block)
        .post("/people/{username}/block", Gate::Member, blocked)
        .post("/people/{username}/unblock", Gate::Member, unblock)
        .and(aspects_pages::routes())
        .and(own_pages::routes())
}

/// Letters of a search that are looked at.
const TYPED_MAX: usize = 64;

/// What was typed into a search, tidy and bounded.
pub fn typed(visit: &Visit) -> String {
    text::line(visit.query().text("q")).trim_start_matches('@').chars().take(TYPED_MAX).collect()
}

fn with(word: &str) -> Result<With> {
    match word {
        "" => Ok(With::Everybody),
        "contacts" => Ok(With::Contacts),
        "sharing" => Ok(With::Sharing),
        other => {
            let id = other.strip_prefix("aspect-").and_then(|id| id.parse::<AspectId>().ok());
            id.map(With::Aspect).ok_or(Error::NotFound)
        }
    }
}

async fn list(visit: Visit) -> Answer {
    let word = visit.query().text("with").to_owned();
    let (with, typed) = (with(&word)?, typed(&visit));
    let after = visit.query().text("after").parse::<AccountId>().ok();
    let (aspects, (people, next)) =
        visit.read(|look| Ok((super::aspects(look)?, store::page(look, with, &typed, after)?))).await?;
    if let With::Aspect(id) = with
        && !aspects.iter().any(|aspect| aspect.id == id)
    {
        return Err(Error::NotFound);
    }
    let more = next.map(|after| {
        let query: String = url_query(&[("with", &word), ("q", &typed), ("after", &after.to_string())]);
        format!("/people?{query}")
    });
    let page = PeoplePage {
        with,
        word: &word,
        typed: &typed,
        aspects: &aspects,
        people: &people,
        more: more.as_deref(),
    };
    visit.show(Page::new(visit.lang().nav_people(), Place::People, list_views::people(&visit, &page)))
}

/// Names and values as the query of an address; empty ones are left out.
pub fn url_query(pairs: &[(&str, &str)]) -> String {
    use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
    let filled = pairs.iter().filter(|(_, value)| !value.is_empty());
    let written =
        filled.map(|(name, value)| format!("{name}={}", utf8_percent_encode(value, NON_ALPHANUMERIC)));
    written.collect::<Vec<_>>().join("&")
}

async fn contacts(visit: Visit) -> Answer {
    visit.go("/people?with=contacts", None)
}

async fn show(visit: Visit) -> Answer {
    let username = visit.part::<String>("username")?;
    let profile = visit.read(|look| super::profile(look, &username)).await?;
    let person = &profile.person;
    let own = visit.viewer().id() == Some(person.id);
    let place = if own { Place::Me } else { Place::People };
    let head = views::head(&visit, &profile);
    posts::stream_page(&visit, Stream::Person(person.id), &person.shown_name, place, Some(head), None).await
}

/// A small piece of somebody's page, for `hover.js`: what it shows is what the page itself would.
async fn card(visit: Visit) -> Answer {
    visit.pace("card", 60, 0.5)?;
    let username = visit.part::<String>("username")?;
    let (profile, groups) = visit
        .read(|look| {
            let profile = super::profile(look, &username)?;
            let groups = store::shared_groups(look, profile.person.id)?;
            Ok((profile, groups))
        })
        .await?;
    visit.piece(&views::small(&visit, &profile, &groups))
}

fn profile_of(username: &str) -> String {
    format!("/people/{username}")
}

async fn share(visit: Visit) -> Answer {
    visit.pace("share", 100, 2.0)?;
    let username = visit.part::<String>("username")?;
    let ids = visit.form.all("aspects").map(|id| id.parse::<AspectId>().map_err(|_| Error::NotFound));
    let aspects = ids.collect::<Result<Vec<_>>>()?;
    let to = profile_of(&username);
    let new = visit.write(Act::AddContact, move |change| super::share(change, &username, &aspects)).await?;
    visit.go(&to, Some(if new { Done::Added } else { Done::Saved }))
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
