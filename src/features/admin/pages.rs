//! Routes of the hub, the list of people, and the slips.

use super::slips::{KEPT_MINUTES, Slip, Slips};
use super::views;
use crate::base::{AccountId, Duty, Error, Result, limits, text};
use crate::features::accounts::{self, Hashers, Known, Password};
use crate::ui::Place;
use crate::web::{Answer, Gate, Page, Routes, Visit};
use futures_util::{StreamExt, TryStreamExt};
use std::time::{Duration, Instant};

/// Hashes that one request has waiting at a time: whoever signs in meanwhile waits for no more than these.
const HASHES_AT_ONCE: usize = 4;

/// Routes of the hub, the list and the slips.
pub(super) fn routes() -> Routes {
    Routes::default()
        .get("/admin", Gate::EitherSomewhere(Duty::Accounts, Duty::Settings), hub)
        .get("/admin/people", Gate::HoldsSomewhere(Duty::Accounts), list)
        .get("/admin/slips/{key}", Gate::HoldsSomewhere(Duty::Accounts), slips)
}

async fn hub(visit: Visit) -> Answer {
    let attention = if visit.viewer().holds_somewhere(Duty::Accounts) {
        let look = |look: &crate::db::Snapshot<'_>| {
            Ok(views::Attention {
                unused_slips: accounts::unused_slips_count(look)?,
                stopped: accounts::stopped_count(look)?,
                keeps: look.viewer().holds(Duty::Accounts),
            })
        };
        Some(visit.read(look).await?)
    } else {
        None
    };
    let main = views::hub(visit.lang(), attention.as_ref(), visit.holds(Duty::Settings));
    visit.show(Page::new(visit.lang().nav_admin(), Place::Admin, main).wide())
}

/// Which people the list shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Which {
    /// All, or those whose name begins as asked.
    All,
    /// Those who still have the password of a slip.
    Unused,
    /// Those who are read-only, suspended or gone.
    Stopped,
}

async fn list(visit: Visit) -> Answer {
    let query = visit.query();
    let (asked, after) = (text::line(query.text("name")), query.text("after").to_owned());
    let which = match query.text("show") {
        "slip" => Which::Unused,
        "stopped" => Which::Stopped,
        _ => Which::All,
    };
    let most = limits::LIST_PAGE + 1;
    let after_id = || AccountId(after.parse::<u32>().unwrap_or(0).into());
    let mut people = visit
        .read(|look| match which {
            Which::Unused => accounts::unused_slips(look, after_id(), most),
            Which::Stopped => accounts::stopped(look, after_id(), most),
            Which::All if asked.is_empty() => accounts::by_username(look, &after, most),
            Which::All => accounts::by_prefix(look, &asked, &after, most),
        })
        .await?;
    let more = people.len() > limits::LIST_PAGE;
    people.truncate(limits::LIST_PAGE);
    let next = people.last().filter(|_| more).map(|last| next_page(which, &asked, last));
    let shown = views::Listed {
        people: &people,
        which,
        asked: &asked,
        next: next.as_deref(),
        first: after.is_empty(),
        kind: visit.rules().kind,
        keeps: visit.holds(Duty::Accounts),
    };
    let main = views::list(visit.lang(), &shown);
    visit.show(Page::new(visit.lang().admin_people(), Place::Admin, main).wide())
}

fn next_page(which: Which, asked: &str, last: &Known) -> String {
    let asked = percent_encoding::utf8_percent_encode(asked, percent_encoding::NON_ALPHANUMERIC);
    match which {
        Which::All => format!("/admin/people?name={asked}&after={}", last.username),
        Which::Unused => format!("/admin/people?show=slip&after={}", last.id),
        Which::Stopped => format!("/admin/people?show=stopped&after={}", last.id),
    }
}

async fn slips(visit: Visit) -> Answer {
    let maker = visit.viewer().id().ok_or(Error::SignIn)?;
    let key: String = visit.part("key")?;
    let slips = visit.tool::<Slips>()?.find(maker, &key, Instant::now()).ok_or(Error::NotFound)?;
    let main = views::slips(visit.lang(), &visit.rules().site_name, visit.host(), &slips);
    visit.show(Page::new(visit.lang().admin_slips(), Place::Admin, main).wide())
}

/// Keeps slips for the one who made them, and answers with the way to them.
pub(super) fn show_slips(visit: &Visit, slips: Vec<Slip>) -> Answer {
    let maker = visit.viewer().id().ok_or(Error::SignIn)?;
    let sheets = visit.tool::<Slips>()?;
    let key = sheets.keep(maker, slips, Instant::now());
    // Also when nobody asks again: what is secret does not lie in memory longer than was said.
    tokio::spawn(async move {
        tokio::time::sleep(Duration::from_secs(KEPT_MINUTES * 60 + 1)).await;
        sheets.sweep(Instant::now());
    });
    visit.go(&format!("/admin/slips/{key}"), None)
}

/// The PHC strings of these one-time passwords, in their order: outside of the writer, since one takes
/// some 16 ms of a core.
///
/// # Errors
/// `Busy` where too many others sign in at this moment.
pub(super) async fn hashed(visit: &Visit, passwords: &[String]) -> Result<Vec<String>> {
    let hashers = visit.tool::<Hashers>()?;
    futures_util::stream::iter(passwords.to_vec())
        .map(|password| {
            let hashers = hashers.clone();
            async move { hashers.hash(Password(password)).await }
        })
        .buffered(HASHES_AT_ONCE)
        .try_collect()
        .await
}
