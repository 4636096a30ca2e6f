//! The route of what staff did about me.

use super::{About, Done, store, views};
use crate::base::limits;
use crate::features::sanctions::{self, Given};
use crate::features::{appeals, case_talk, days};
use crate::ui::{Now, Place};
use crate::web::{Answer, Gate, Page, Routes, Visit};

/// Every route of this feature.
pub fn routes() -> Routes {
    Routes::default().get("/my/record", Gate::Member, show)
}

async fn show(visit: Visit) -> Answer {
    let place = |name: &str| visit.query().text(name).parse::<i64>().unwrap_or(i64::MAX);
    let (account_before, things_before) = (place("account"), place("things"));
    let set_before = place("set");
    let most = limits::LIST_PAGE + 1;
    let (mut set, mut account, mut things, looked, asked, talks, today, now_ms) = visit
        .read(|look| {
            let account = store::about_account(look, account_before, most)?;
            let things = store::about_things(look, things_before, most)?;
            let set = sanctions::mine(look, set_before, most)?;
            let decided: Vec<i64> = things.iter().map(|done| done.id).collect();
            let given: Vec<i64> = set.iter().map(|given| given.id).collect();
            let asked = appeals::of_mine(look, &decided, &given)?;
            let looked = store::looked(look, limits::LIST_PAGE)?;
            let talks = case_talk::mine(look)?;
            Ok((set, account, things, looked, asked, talks, days::today(look)?, look.now_ms()))
        })
        .await?;
    let more_set = cut(&mut set, |given: &Given| given.id);
    let more_account = cut(&mut account, |about: &About| about.seq);
    let more_things = cut(&mut things, |done: &Done| done.id);
    let shown = views::Shown {
        asked: &asked,
        today,
        set: &set,
        account: &account,
        things: &things,
        looked: &looked,
        talks: &talks,
        older_set: more_set.map(|id| format!("/my/record?set={id}")),
        older_account: more_account.map(|seq| format!("/my/record?account={seq}")),
        older_things: more_things.map(|id| format!("/my/record?things={id}")),
        now: &Now::new(now_ms, &visit.rules().time_zone),
    };
    visit.show(Page::new(visit.lang().record_title(), Place::Me, views::record(visit.lang(), &shown)))
}

/// One page of a list; where the next begins, if there is more.
fn cut<T>(list: &mut Vec<T>, place: impl Fn(&T) -> i64) -> Option<i64> {
    let more = list.len() > limits::LIST_PAGE;
    list.truncate(limits::LIST_PAGE);
    list.last().filter(|_| more).map(place)
}
