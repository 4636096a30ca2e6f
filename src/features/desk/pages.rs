//! Routes of the desk.

use super::looking::{self, Looking};
use super::{
    Cursor, Queue, appeal_pages, case_store, case_views, coverage_pages, hearing_pages, many_pages,
    person_pages, photo_pages, queue_store, store, talk_pages, undo_pages, views, watch_pages, watch_store,
};
use crate::base::{AccountId, Act, Duty, Error, ItemId, Kind, Problem, Result, Rules, Topic, limits};
use crate::db::Change;
use crate::features::moderation::{self, CaseSort, Decider, DecisionReason, Find, Origin};
use crate::features::{announcements, appeals, chat, comments, events, files, posts, sanctions};
use crate::ui::{Now, Place, Said};
use crate::web::live::Telling;
use crate::web::{Answer, Done, Gate, Page, Routes, Visit};

/// Who moderates some groups alone finds there what was posted to those.
const STAFF: Gate = Gate::HoldsSomewhere(Duty::Moderate);
/// Whoever holds Safeguard alone finds there whom they should look after, and what is overdue.
pub(super) const EITHER: Gate = Gate::EitherSomewhere(Duty::Moderate, Duty::Safeguard);

/// Every route of this feature.
pub fn routes() -> Routes {
    Routes::default()
        .get("/desk", EITHER, list)
        .get("/desk/done", STAFF, done)
        .get("/desk/next", EITHER, next)
        .get("/desk/items/{id}", EITHER, show)
        .post("/desk/items/{id}", EITHER, decide)
        .post("/desk/items/{id}/shield", STAFF, shield)
        .and(person_pages::routes())
        .and(appeal_pages::routes())
        .and(hearing_pages::routes())
        .and(many_pages::routes())
        .and(coverage_pages::routes())
        .and(undo_pages::routes())
        .and(photo_pages::routes())
        .and(watch_pages::routes())
        .and(talk_pages::routes())
        .tells(tell)
}

async fn list(visit: Visit) -> Answer {
    let after = Cursor::parse(visit.query().text("after"));
    let queue = Queue::parse(visit.query().text("list")).unwrap_or(Queue::All);
    if queue == Queue::Appeals {
        return visit.go("/desk/appeals", None);
    }
    let (list, counts, last) = visit
        .read(|look| {
            let counts = queue_store::counts(look)?;
            Ok((filled(look, queue, after)?, counts, moderation::undoable(look)?))
        })
        .await?;
    let now = now(&visit).await?;
    let lang = visit.lang();
    let state = views::Standing {
        is_later: after != Cursor::START,
        moderates: visit.holds(Duty::Moderate),
        decides: visit.viewer().holds_somewhere(Duty::Moderate),
        frozen: visit.is_frozen(None),
        counts,
    };
    let last = last.map_or_else(Default::default, |last| views::undo(lang, &visit.same_site(), &last));
    let main = views::open(lang, &now, &list, state, last);
    let page = Page::new(lang.nav_desk(), Place::Desk, main).wide();
    // Only the first page of all is kept up to date: what is new is urgent, or stands at the end.
    let first = after == Cursor::START && queue == Queue::All;
    visit.show(if first { page.listens(vec!["desk".into()]) } else { page })
}

pub(super) async fn now(visit: &Visit) -> Result<Now> {
    visit.read(|look| Ok(Now::new(look.now_ms(), &visit.rules().time_zone))).await
}

/// One page of a list, with the words of each line.
pub(super) fn filled(look: &crate::db::Snapshot<'_>, queue: Queue, after: Cursor) -> Result<views::List> {
    let (heads, next) = queue_store::page(look, queue, after, limits::LIST_PAGE)?;
    let items: Vec<i64> = heads.iter().filter_map(|head| head.item).map(|item| item.0).collect();
    let cases: Vec<i64> = heads.iter().map(|head| head.id).collect();
    let shorts = store::shorts(look, &items)?;
    let reasons = store::reasons(look, &cases)?;
    let behind = heads.iter().filter(|head| matches!(head.sort, CaseSort::Words | CaseSort::Help));
    let behind: Vec<i64> = behind.map(|head| head.refers).collect();
    let matched =
        heads.iter().filter(|head| head.sort == CaseSort::Item && Origin::Words.is_in(head.origins));
    let matched: Vec<i64> = matched.filter_map(|head| head.item).map(|item| item.0).collect();
    let watched = watch_store::lines(look, &behind, &matched)?;
    let asked = heads.iter().filter(|head| head.sort == CaseSort::Appeal).map(|head| head.refers);
    let appeals = appeals::lines(look, &asked.collect::<Vec<_>>())?;
    let me = look.me()?;
    let own = match heads.iter().any(|head| head.person == me) {
        true => moderation::decider(look, me)?,
        false => Decider::Usual,
    };
    let named = heads.iter().flat_map(|head| [Some(head.person), head.looker]).flatten().map(|id| id.0);
    let people = store::people(look, named)?;
    Ok(views::List { queue, heads, next, shorts, reasons, people, watched, appeals, me: me.0, own })
}

/// The desk of whoever has it open: read anew as they see it.
fn tell(telling: &Telling<'_>) -> Result<Option<String>> {
    let asks = telling.event.topic == Topic::Desk && telling.topics.contains("desk");
    // Who is not at the desk learns nothing, not even that something happened.
    let viewer = telling.look.viewer();
    if !asks || !(viewer.holds_somewhere(Duty::Moderate) || viewer.holds(Duty::Safeguard)) {
        return Ok(None);
    }
    let list = filled(telling.look, Queue::All, Cursor::START)?;
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

/// The case after the given one, for the key N: the address says which one is open now.
async fn next(visit: Visit) -> Answer {
    let case = visit.query().text("case").parse().unwrap_or(0);
    let next = visit.read(|look| queue_store::after(look, case)).await?;
    visit.go(&next.map_or("/desk".to_owned(), |head| views::address(&head)), None)
}

async fn show(visit: Visit) -> Answer {
    item_page(&visit, &Said::default(), false).await
}

async fn item_page(visit: &Visit, said: &Said, failed: bool) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    let case = visit.read(|look| case_store::case(look, id)).await?;
    let stance = stance(visit, case.item.author).await?;
    let looking = looking::at(visit, Find::Item(id), stance.decides()).await?;
    let (now, same_site, lang) = (now(visit).await?, visit.same_site(), visit.lang());
    let desk = desk(visit, &now, &same_site, looking.as_ref(), said).standing(stance);
    let page = Page::new(lang.nav_desk(), Place::Desk, case_views::item(&desk, &case)).wide();
    visit.show(if failed { page.with_problems() } else { page })
}

/// How the viewer stands to what this person made, or to them.
pub(super) async fn stance(visit: &Visit, about: AccountId) -> Result<case_views::Stance> {
    visit
        .read(|look| {
            let (decider, sets) = (moderation::decider(look, about)?, sanctions::may_about(look, about)?);
            Ok(case_views::Stance { decider, sets })
        })
        .await
}

/// Who is at the desk, and what they typed before.
pub(super) fn desk<'a>(
    visit: &'a Visit,
    now: &'a Now,
    same_site: &'a str,
    looking: Option<&'a Looking>,
    said: &'a Said,
) -> case_views::Desk<'a> {
    case_views::Desk {
        lang: visit.lang(),
        now,
        same_site,
        me: visit.viewer().id().map_or(0, |id| id.0),
        keeps_accounts: visit.holds(Duty::Accounts),
        safeguards: visit.holds(Duty::Safeguard),
        moderates: visit.viewer().holds_somewhere(Duty::Moderate),
        takes_out: visit.holds(Duty::Moderate),
        looking,
        stance: case_views::Stance::default(),
        reason: visit.form.text("reason"),
        note: visit.form.text("note"),
        said,
    }
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
        follows(change, &rules, id, kind, act)
    };
    visit.write(act, decide).await.map(|()| done)
}

/// What follows for a thing of this kind from such a decision.
pub(super) fn follows(
    change: &mut Change<'_>,
    rules: &Rules,
    id: ItemId,
    kind: Kind,
    act: Act,
) -> Result<()> {
    match (act, kind) {
        (_, Kind::Message) => chat::decided(change, id, act),
        (Act::Release, Kind::Comment) => comments::let_through(change, id),
        (Act::Release, Kind::Post) => posts::let_through(change, id),
        (Act::StaffRemove | Act::StaffRestore, Kind::Post) => posts::counts_anew(change, id),
        (Act::Release, Kind::Event) => events::let_through(change, rules, id),
        (Act::Release, Kind::File) => files::let_through(change, id),
        (Act::Release, Kind::Announcement) => announcements::let_through(change, id),
        _ => Ok(()),
    }
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
