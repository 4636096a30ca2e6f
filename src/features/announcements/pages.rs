//! Routes of the notice board: the board, one announcement, making and changing one, who has read it.

use super::views::{self, Shown};
use super::{Announcement, Draft, audience, find, last_day, receipts, receipts_views, store};
use crate::base::{Act, AudienceKind, Duty, Error, GroupId, ItemId, Kind, Problems, Result, Topic, limits};
use crate::db::Snapshot;
use crate::features::{items, posts};
use crate::ui::{Now, Place, Said};
use crate::web::live::Telling;
use crate::web::{Answer, Done, Gate, Page, Routes, Visit};

/// Every route of this feature.
pub fn routes() -> Routes {
    Routes::default()
        .get("/announcements", Gate::Member, list)
        .post("/announcements", Gate::Member, create)
        .get("/announcements/new", Gate::Member, new)
        .get("/announcements/{id}", Gate::Member, show)
        .get("/announcements/{id}/edit", Gate::Member, edit)
        .post("/announcements/{id}/edit", Gate::Member, update)
        .get("/announcements/{id}/history", Gate::Member, history)
        .post("/announcements/{id}/remove", Gate::Member, remove)
        .post("/announcements/{id}/read", Gate::Member, read)
        .get("/announcements/{id}/receipts", Gate::Member, show_receipts)
        .tells(tell)
}

/// The groups of each, beside them.
fn with_groups(look: &Snapshot<'_>, list: Vec<Announcement>) -> Result<Vec<Shown>> {
    // What is for everyone goes to no group.
    let to_groups = list.iter().filter(|each| each.audience == AudienceKind::Groups);
    let ids: Vec<ItemId> = to_groups.map(|each| each.id).collect();
    let mut groups = store::groups_of(look, &ids)?;
    let shown = |each: Announcement| {
        let groups = groups.remove(&each.id).unwrap_or_default();
        Shown { announcement: each, groups }
    };
    Ok(list.into_iter().map(shown).collect())
}

async fn list(visit: Visit) -> Answer {
    let before = visit.query().text("before").parse::<i64>().ok();
    let ((current, mut past, may), now) = visit
        .read(|look| {
            let current = match before {
                None => with_groups(look, store::current(look)?)?,
                Some(_) => Vec::new(),
            };
            let past = store::past(look, before.unwrap_or(i64::MAX), limits::LIST_PAGE + 1)?;
            let past = with_groups(look, past)?;
            let may = posts::writes(&visit) && !audience::addressable(look)?.is_nobody();
            Ok(((current, past, may), look.now_ms()))
        })
        .await?;
    let more = past.len() > limits::LIST_PAGE;
    past.truncate(limits::LIST_PAGE);
    let older = past.last().filter(|_| more);
    let older = older.map(|last| format!("/announcements?before={}", last.announcement.id));
    let now = Now::new(now, &visit.rules().time_zone);
    let seer = posts::Seer::of(&visit, &now);
    let main = views::list(&seer, &current, &past, may, before.is_some(), older.as_deref());
    let page = Page::new(visit.lang().nav_announcements(), Place::Announcements, main);
    visit.show(page.listens(vec!["announcements".into()]))
}

async fn show(visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    let (shown, now) = visit
        .read(|look| {
            let mut shown = with_groups(look, vec![find(look, id)?])?;
            Ok((shown.pop().ok_or(Error::NotFound)?, look.now_ms()))
        })
        .await?;
    let now_ms = now;
    let now = Now::new(now, &visit.rules().time_zone);
    let seer = posts::Seer::of(&visit, &now);
    let whole = views::Whole {
        shown: &shown,
        current: store::is_current(&shown.announcement, now_ms),
        last_day: last_day(shown.announcement.until_at, &visit.rules().time_zone),
        receipts: may_see_receipts(&visit, &shown.announcement),
    };
    let main = views::whole(&seer, &whole);
    let page = Page::new(&shown.announcement.title, Place::Announcements, main);
    visit.show(page.listens(vec!["announcements".into()]))
}

/// The view decides who sees receipts; this only decides who is offered them.
fn may_see_receipts(visit: &Visit, announcement: &Announcement) -> bool {
    let own = visit.viewer().id() == Some(announcement.author.id) && visit.viewer().is_staff();
    own || visit.holds(Duty::Moderate)
}

fn draft_of(visit: &Visit) -> Draft {
    Draft {
        title: visit.form.text("title").to_owned(),
        body: visit.form.text("body").to_owned(),
        audience: posts::audience_from(&visit.form),
        until: visit.form.text("until").to_owned(),
        read_anew: !visit.form.text("anew").is_empty(),
    }
}

async fn new(visit: Visit) -> Answer {
    let group = visit.query().text("group").parse::<GroupId>().ok();
    let may = visit.read(audience::addressable).await?;
    if may.is_nobody() {
        return Err(Error::NotFound);
    }
    let audience = may.first(group);
    let (title, body, until) = (String::new(), String::new(), String::new());
    let draft = Draft { title, body, audience, until, read_anew: false };
    form_page(&visit, None, &draft, None).await
}

async fn form_page(visit: &Visit, id: Option<ItemId>, draft: &Draft, problems: Option<&Problems>) -> Answer {
    let lang = visit.lang();
    let said = problems.map(|problems| Said::new(lang, problems)).unwrap_or_default();
    let audience = audience::audience_field(visit, &draft.audience, &said).await?;
    let title = if id.is_some() { lang.announcement_edit() } else { lang.announcement_new() };
    let main = views::form(visit, id, draft, &said, &audience);
    let page = Page::new(title, Place::Announcements, main);
    visit.show(if problems.is_some() { page.with_problems() } else { page })
}

fn done(visit: &Visit, made: super::Made) -> Answer {
    let done = if made.waits { Done::Waiting } else { Done::Saved };
    visit.go(&format!("/announcements/{}", made.id), Some(done))
}

async fn create(visit: Visit) -> Answer {
    visit.pace("announcement", 20, 10.0)?;
    let (draft, rules) = (draft_of(&visit), visit.rules().clone());
    let sent = draft.clone();
    match visit.write(Act::AddAnnouncement, move |change| super::add(change, &rules, &sent)).await {
        Ok(made) => done(&visit, made),
        Err(Error::Invalid(problems)) => form_page(&visit, None, &draft, Some(&problems)).await,
        Err(error) => Err(error),
    }
}

async fn edit(visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    let zone = visit.rules().time_zone.clone();
    let draft = visit
        .read(|look| {
            let found = find(look, id)?;
            if !items::is_mine_to_change(look.viewer(), found.author.id, found.state) {
                return Err(Error::NotFound);
            }
            let audience = store::audience_of(look, id)?;
            let until = last_day(found.until_at, &zone).map(|day| day.to_string()).unwrap_or_default();
            Ok(Draft { title: found.title, body: found.body, audience, until, read_anew: false })
        })
        .await?;
    form_page(&visit, Some(id), &draft, None).await
}

async fn update(visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    visit.pace("edit", 60, 2.0)?;
    let (draft, rules) = (draft_of(&visit), visit.rules().clone());
    let sent = draft.clone();
    let write = move |change: &mut crate::db::Change<'_>| super::edit(change, &rules, id, &sent);
    match visit.write(Act::EditAnnouncement, write).await {
        Ok(made) => done(&visit, made),
        Err(Error::Invalid(problems)) => form_page(&visit, Some(id), &draft, Some(&problems)).await,
        Err(error) => Err(error),
    }
}

async fn history(visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    items::history(&visit, |look| {
        let found = find(look, id)?;
        let versions = items::versions(look, &[id])?.remove(&id).unwrap_or_default();
        let now = super::all_words(&found.title, &found.body);
        Ok((vec![items::Part { name: None, now, versions }], Kind::Announcement.address(id)))
    })
    .await
}

async fn remove(visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    visit.write(Act::RemoveAnnouncement, move |change| super::remove(change, id)).await?;
    visit.go("/announcements", Some(Done::Removed))
}

async fn read(visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    visit.write(Act::ReadAnnouncement, move |change| super::read(change, id)).await?;
    visit.go(posts::own_return(&visit.form, "/announcements"), None)
}

async fn show_receipts(visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    let (found, mut rows, now) = visit
        .read(|look| {
            let found = find(look, id)?;
            let rows = store::receipts(look, id, limits::RECEIPTS_MAX + 1)?;
            Ok((found, rows, look.now_ms()))
        })
        .await?;
    if !may_see_receipts(&visit, &found) {
        return Err(Error::NotFound);
    }
    let cut = rows.len() > limits::RECEIPTS_MAX;
    rows.truncate(limits::RECEIPTS_MAX);
    let now = Now::new(now, &visit.rules().time_zone);
    let main = receipts_views::page(visit.lang(), &now, &found, &receipts::sections(rows), cut);
    visit.show(Page::new(visit.lang().receipts_title(), Place::Announcements, main).wide())
}

/// The board of Home anew, or the whole page of the board, for whoever sees what changed or did before.
fn tell(telling: &Telling<'_>) -> Result<Option<String>> {
    let (Topic::Board(Kind::Announcement), Some(id)) = (telling.event.topic, telling.event.item) else {
        return Ok(None);
    };
    let (home, board) = (telling.topics.contains("stream/home"), telling.topics.contains("announcements"));
    if !(home || board) || !store::concerns(telling.look, id)? {
        return Ok(None);
    }
    if board {
        return Ok(Some(views::refresh()));
    }
    let (list, all) = super::unread(telling.look)?;
    let shown = with_groups(telling.look, list)?;
    let now = Now::new(telling.look.now_ms(), &telling.rules.time_zone);
    Ok(Some(views::board_anew(&posts::Seer::live(telling, &now), &shown, all)))
}

/// The board as it stands on top of Home.
///
/// # Errors
/// `Broken` if the database fails.
pub fn on_home(look: &Snapshot<'_>) -> Result<(Vec<Shown>, usize)> {
    let (list, all) = super::unread(look)?;
    Ok((with_groups(look, list)?, all))
}
