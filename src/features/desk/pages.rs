//! Routes of the desk.

use super::{
    Cursor, Matter, case_store, case_views, photo_pages, store, talk_pages, views, watch_pages, watch_store,
};
use crate::base::{Act, Duty, Error, ItemId, Kind, Problem, Result, Topic, limits};
use crate::db::Change;
use crate::features::moderation::{self, DecisionReason};
use crate::features::{announcements, chat, comments, events, files, posts};
use crate::ui::{Now, Place, Said};
use crate::web::live::Telling;
use crate::web::{Answer, Done, Gate, Page, Routes, Visit};

/// Who moderates some groups alone finds there what was posted to those.
const STAFF: Gate = Gate::HoldsSomewhere(Duty::Moderate);
/// What is about people is for those who moderate the site.
const OF_SITE: Gate = Gate::Holds(Duty::Moderate);
/// Whoever holds Safeguard alone finds there what a rule for help brought up.
const EITHER: Gate = Gate::EitherSomewhere(Duty::Moderate, Duty::Safeguard);

/// Every route of this feature.
pub fn routes() -> Routes {
    Routes::default()
        .get("/desk", EITHER, list)
        .get("/desk/done", STAFF, done)
        .get("/desk/next", EITHER, next)
        .get("/desk/items/{id}", STAFF, show)
        .post("/desk/items/{id}", STAFF, decide)
        .post("/desk/items/{id}/shield", STAFF, shield)
        .get("/desk/people/{id}", OF_SITE, show_person)
        .post("/desk/people/{id}", OF_SITE, close_person)
        .and(photo_pages::routes())
        .and(watch_pages::routes())
        .and(talk_pages::routes())
        .tells(tell)
}

async fn list(visit: Visit) -> Answer {
    let after = Cursor::parse(visit.query().text("after"));
    let list = visit.read(|look| filled(look, after)).await?;
    let now = now(&visit).await?;
    let lang = visit.lang();
    let state = views::Standing {
        is_later: after != Cursor::START,
        moderates: visit.holds(Duty::Moderate),
        frozen: visit.is_frozen(None),
    };
    let main = views::open(lang, &now, &list, state);
    let page = Page::new(lang.nav_desk(), Place::Desk, main).wide();
    // Only the first page is kept up to date: what is new is urgent, or stands at the end.
    visit.show(if after == Cursor::START { page.listens(vec!["desk".into()]) } else { page })
}

async fn now(visit: &Visit) -> Result<Now> {
    visit.read(|look| Ok(Now::new(look.now_ms(), &visit.rules().time_zone))).await
}

/// One page of what waits, with the words of each line.
fn filled(look: &crate::db::Snapshot<'_>, after: Cursor) -> Result<views::List> {
    let (heads, next) = store::open(look, after, limits::LIST_PAGE)?;
    let items: Vec<i64> = heads
        .iter()
        .filter_map(|head| match head.matter {
            Matter::Reported(item) | Matter::Held(item) | Matter::Watched(Some(item), _) => Some(item.0),
            Matter::Person(..) | Matter::Watched(None, _) => None,
        })
        .collect();
    let reported: Vec<i64> = heads
        .iter()
        .filter_map(|head| match head.matter {
            Matter::Person(person, _) => Some(person.0),
            _ => None,
        })
        .collect();
    let shorts = store::shorts(look, &items)?;
    let reasons = store::reasons(look, &items, &reported)?;
    let cases = heads.iter().filter_map(|head| match head.matter {
        Matter::Watched(_, case) => Some(case),
        _ => None,
    });
    let watched = watch_store::lines(look, &cases.collect::<Vec<_>>())?;
    let named = shorts.values().map(|short| short.author).chain(reported.iter().copied());
    let named = named.chain(watched.values().map(|line| line.author));
    let people = store::people(look, named)?;
    Ok(views::List { heads, next, shorts, reasons, people, watched })
}

/// The desk of whoever has it open: read anew as they see it.
fn tell(telling: &Telling<'_>) -> Result<Option<String>> {
    let asks = telling.event.topic == Topic::Desk && telling.topics.contains("desk");
    // Who is not at the desk learns nothing, not even that something happened.
    let viewer = telling.look.viewer();
    if !asks || !(viewer.holds_somewhere(Duty::Moderate) || viewer.holds(Duty::Safeguard)) {
        return Ok(None);
    }
    let list = filled(telling.look, Cursor::START)?;
    let now = Now::new(telling.look.now_ms(), &telling.rules.time_zone);
    Ok(Some(views::told(telling.lang, &now, &list)))
}

async fn done(visit: Visit) -> Answer {
    let before = visit.query().text("before").parse().unwrap_or(i64::MAX);
    let list = visit
        .read(|look| {
            let mut rows = store::done(look, before, limits::LIST_PAGE + 1)?;
            let more = rows.len() > limits::LIST_PAGE;
            rows.truncate(limits::LIST_PAGE);
            let items: Vec<i64> = rows.iter().filter_map(|row| row.item).collect();
            let shorts = store::shorts(look, &items)?;
            let people = store::people(look, rows.iter().flat_map(|row| [row.about, row.by]))?;
            let now = Now::new(look.now_ms(), &visit.rules().time_zone);
            Ok(views::Done { rows, more, shorts, people, now })
        })
        .await?;
    let lang = visit.lang();
    visit.show(Page::new(lang.nav_desk(), Place::Desk, views::done(lang, &list)).wide())
}

/// The line after the given one, for the key N: the address says which one is open now.
async fn next(visit: Visit) -> Answer {
    let asked = |name: &str| visit.query().text(name).parse().ok();
    let (item, person, case) = (asked("item"), asked("report"), asked("words"));
    let (heads, _) = visit.read(|look| store::open(look, Cursor::START, limits::LIST_PAGE)).await?;
    let here = heads.iter().position(|head| match head.matter {
        Matter::Reported(id) | Matter::Held(id) | Matter::Watched(Some(id), _) => item == Some(id.0),
        Matter::Person(_, report) => person == Some(report),
        Matter::Watched(None, id) => case == Some(id),
    });
    let following = heads.get(here.map_or(0, |place| place + 1));
    visit.go(&following.map_or("/desk".to_owned(), |head| views::address(head.matter)), None)
}

async fn show(visit: Visit) -> Answer {
    item_page(&visit, &Said::default(), false).await
}

async fn item_page(visit: &Visit, said: &Said, failed: bool) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    let (case, now) = visit
        .read(|look| Ok((case_store::case(look, id)?, Now::new(look.now_ms(), &visit.rules().time_zone))))
        .await?;
    let lang = visit.lang();
    let same_site = visit.same_site();
    let desk = case_views::Desk {
        lang,
        now: &now,
        same_site: &same_site,
        me: visit.viewer().id().map_or(0, |id| id.0),
        keeps_accounts: visit.holds(Duty::Accounts),
        safeguards: visit.holds(Duty::Safeguard),
        takes_out: visit.holds(Duty::Moderate),
        reason: visit.form.text("reason"),
        note: visit.form.text("note"),
        said,
    };
    let page = Page::new(lang.nav_desk(), Place::Desk, case_views::item(&desk, &case)).wide();
    visit.show(if failed { page.with_problems() } else { page })
}

async fn decide(visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    let note = visit.form.text("note").to_owned();
    let reason = DecisionReason::parse(visit.form.text("reason"));
    let decided = match visit.form.text("act") {
        "keep" => visit
            .write(Act::CloseReport, move |change| moderation::keep(change, id, &note))
            .await
            .map(|()| Done::Saved),
        "release" => decided(&visit, id, Act::Release, DecisionReason::Fine, note, Done::Saved).await,
        "restore" => {
            decided(&visit, id, Act::StaffRestore, DecisionReason::Mistake, note, Done::Restored).await
        }
        "remove" => match reason {
            Some(reason) => decided(&visit, id, Act::StaffRemove, reason, note, Done::Removed).await,
            None => Err(Error::field("reason", Problem::Missing)),
        },
        _ => Err(Error::NotOurs),
    };
    match decided {
        Ok(done) => visit.go("/desk", Some(done)),
        Err(Error::Invalid(problems)) => item_page(&visit, &Said::new(visit.lang(), &problems), true).await,
        // Somebody else was quicker: the page says what they decided.
        Err(Error::NotFound) => {
            visit.read(|look| case_store::case(look, id)).await?;
            visit.go(&format!("/desk/items/{id}"), None)
        }
        Err(error) => Err(error),
    }
}

/// One decision of staff, and what follows from it.
pub(super) async fn decided(
    visit: &Visit,
    id: ItemId,
    act: Act,
    reason: DecisionReason,
    note: String,
    done: Done,
) -> Result<Done> {
    let rules = visit.rules().clone();
    let decide = move |change: &mut Change<'_>| {
        let kind = moderation::decide(change, id, act, reason, &note)?;
        match (act, kind) {
            (_, Kind::Message) => chat::decided(change, id, act),
            (Act::Release, Kind::Comment) => comments::let_through(change, id),
            (Act::Release, Kind::Post) => posts::let_through(change, id),
            (Act::StaffRemove | Act::StaffRestore, Kind::Post) => posts::counts_anew(change, id),
            (Act::Release, Kind::Event) => events::let_through(change, &rules, id),
            (Act::Release, Kind::File) => files::let_through(change, id),
            (Act::Release, Kind::Announcement) => announcements::let_through(change, id),
            _ => Ok(()),
        }
    };
    visit.write(act, decide).await.map(|()| done)
}

/// Puts a post behind a shield, or takes that of staff away.
async fn shield(visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    let (act, reason) = match visit.form.text("act") {
        "lift" => (Act::StaffUnshield, Some(DecisionReason::Fine)),
        _ => (Act::StaffShield, DecisionReason::parse(visit.form.text("shield-reason"))),
    };
    let Some(reason) = reason else {
        let problems = vec![("shield-reason", Problem::Missing)];
        return item_page(&visit, &Said::new(visit.lang(), &problems), true).await;
    };
    match visit.write(act, move |change| moderation::shield(change, id, act, reason, "")).await {
        Ok(()) => visit.go(&format!("/desk/items/{id}"), Some(Done::Saved)),
        // Somebody else was quicker: the page says what is so.
        Err(Error::NotFound) => {
            visit.read(|look| case_store::case(look, id)).await?;
            visit.go(&format!("/desk/items/{id}"), None)
        }
        Err(error) => Err(error),
    }
}

async fn show_person(visit: Visit) -> Answer {
    person_page(&visit, &Said::default(), false).await
}

async fn person_page(visit: &Visit, said: &Said, failed: bool) -> Answer {
    let report: u32 = visit.part("id")?;
    let (case, now) = visit
        .read(|look| {
            let case = case_store::person_case(look, i64::from(report))?;
            Ok((case, Now::new(look.now_ms(), &visit.rules().time_zone)))
        })
        .await?;
    let lang = visit.lang();
    let same_site = visit.same_site();
    let desk = case_views::Desk {
        lang,
        now: &now,
        same_site: &same_site,
        me: visit.viewer().id().map_or(0, |id| id.0),
        keeps_accounts: visit.holds(Duty::Accounts),
        safeguards: visit.holds(Duty::Safeguard),
        takes_out: visit.holds(Duty::Moderate),
        reason: "",
        note: visit.form.text("note"),
        said,
    };
    let main = case_views::person(&desk, &case, i64::from(report));
    let page = Page::new(lang.nav_desk(), Place::Desk, main).wide();
    visit.show(if failed { page.with_problems() } else { page })
}

/// Closes the reports that stood on the page, each with its own audit entry; one that came later stays open.
async fn close_person(visit: Visit) -> Answer {
    let report: u32 = visit.part("id")?;
    let about = visit.read(|look| case_store::person_case(look, i64::from(report))).await?;
    let shown: Vec<i64> = visit.form.all("report").filter_map(|id| id.parse().ok()).collect();
    let open = about.reports.iter().filter(|report| report.open && shown.contains(&report.id));
    for id in open.map(|report| report.id).collect::<Vec<_>>() {
        let note = visit.form.text("note").to_owned();
        let close =
            move |change: &mut crate::db::Change<'_>| moderation::close_person_report(change, id, &note);
        match visit.write(Act::CloseReport, close).await {
            // Somebody else closed it meanwhile.
            Ok(()) | Err(Error::NotFound) => (),
            Err(Error::Invalid(problems)) => {
                return person_page(&visit, &Said::new(visit.lang(), &problems), true).await;
            }
            Err(error) => return Err(error),
        }
    }
    visit.go("/desk", Some(Done::Saved))
}

#[cfg(test)]
mod tests {
    use super::case_views;
    use crate::base::State;

    #[test]
    fn a_state_offers_one_way_to_approve() {
        assert_eq!(case_views::approval(State::Held, false, true), Some("release"));
        assert_eq!(case_views::approval(State::Shown, false, true), Some("keep"));
        assert_eq!(case_views::approval(State::Shown, false, false), None);
        assert_eq!(case_views::approval(State::Removed, false, true), Some("restore"));
        // What its author took away is not for staff to bring back.
        assert_eq!(case_views::approval(State::Removed, true, false), None);
        assert_eq!(case_views::approval(State::Removed, true, true), Some("keep"));
    }
}
