//! Routes of passing posts on, and what open pages get to know of it.

use super::{store, views};
use crate::base::{Act, Audience, Error, ItemId, Problems, Result, Topic, limits};
use crate::db::Snapshot;
use crate::features::items;
use crate::features::posts::{self, Card, Draft};
use crate::ui::{Markup, Now, Place, Said};
use crate::web::{Answer, Done, Gate, Page, Routes, Visit, live::Telling};
use std::sync::Arc;

/// Every route of this feature.
pub fn routes() -> Routes {
    Routes::default()
        .get("/posts/{id}/reshares", Gate::Member, list)
        .post("/posts/{id}/reshares", Gate::Member, create)
        .post("/posts/{id}/reshares/preview", Gate::Member, preview)
        .tells(tell)
}

/// What the page of reshares shows of a post.
struct Shown {
    card: Card,
    lines: Vec<store::Line>,
    mine: Option<ItemId>,
    may: bool,
    now: i64,
}

/// The post that is passed on at this address: one that itself passes another on leads to that.
fn look_at(look: &Snapshot<'_>, id: ItemId, before: i64) -> Result<Shown> {
    let card = posts::cards(look, &[id])?.pop().ok_or(Error::NotFound)?;
    if !posts::may_pass_on(&card.post) {
        return Err(Error::NotFound);
    }
    let lines = store::of(look, id, before)?;
    let mine = posts::my_reshare(look, id)?;
    let may = posts::check_reshare(look, id).is_ok();
    Ok(Shown { card, lines, mine, may, now: look.now_ms() })
}

async fn list(visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    let root = visit.read(|look| Ok(posts::find(look, id)?.root)).await?;
    match root {
        Some(root) => visit.go(&format!("/posts/{root}/reshares"), None),
        None => page(&visit, id, &Draft::of("", Audience::Everyone), (None, None)).await,
    }
}

/// The page of reshares, with what was typed; with what was wrong where it came back, or how it would look.
async fn page(
    visit: &Visit,
    id: ItemId,
    typed: &Draft,
    (problems, previewed): (Option<&Problems>, Option<&Markup>),
) -> Answer {
    let before = visit.query().text("before").parse().unwrap_or(i64::MAX);
    let mut shown = visit.read(|look| look_at(look, id, before)).await?;
    let lang = visit.lang();
    let said = problems.map(|problems| Said::new(lang, problems)).unwrap_or_default();
    let more = shown.lines.len() > limits::LIST_PAGE;
    shown.lines.truncate(limits::LIST_PAGE);
    let older = shown.lines.last().filter(|_| more);
    let older = older.map(|last| format!("/posts/{id}/reshares?before={}", last.id));
    let now = Now::new(shown.now, &visit.rules().time_zone);
    let seer = posts::Seer::of(visit, &now);
    let me = visit.session()?;
    let writes = (shown.may || problems.is_some()) && !me.read_only && before == i64::MAX;
    let audience = match writes {
        true => Some(posts::audience_field(visit, &typed.audience, &said).await?),
        false => None,
    };
    let form = audience.map(|audience| views::Writing {
        same_site: visit.same_site(),
        typed: &typed.body,
        previewed,
        audience,
        said: &said,
    });
    let list = views::List { lines: &shown.lines, mine: shown.mine, older: older.as_deref() };
    let main = views::page(&seer, &shown.card, form.as_ref(), &list);
    let page = Page::new(lang.reshare_title(), Place::Home, main);
    visit.show(if problems.is_some() { page.with_problems() } else { page })
}

async fn create(visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    visit.pace("post", 60, 2.0)?;
    let draft = draft_of(&visit, id);
    let (sent, rules) = (draft.clone(), visit.rules().clone());
    match visit.write(Act::Reshare, move |change| posts::add(change, &rules, sent)).await {
        Ok(added) => {
            let done = if added.waits { Done::Waiting } else { Done::Posted };
            visit.go(&format!("/posts/{}", added.id), Some(done))
        }
        Err(Error::Invalid(problems)) => page(&visit, id, &draft, (Some(&problems), None)).await,
        Err(error) => Err(error),
    }
}

/// What was typed about a post that is passed on.
fn draft_of(visit: &Visit, id: ItemId) -> Draft {
    let form = &visit.form;
    Draft { passes_on: Some(id), ..Draft::of(form.text("body"), posts::audience_from(form)) }
}

/// How it would look: in place where the page is open, else above the form.
async fn preview(visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    visit.pace("preview", 60, 1.0)?;
    let (draft, rules) = (draft_of(&visit, id), visit.rules());
    let looked = visit.read(|look| {
        let shown = look_at(look, id, i64::MAX)?;
        let card = posts::previewed(look, rules, &draft)?;
        Ok((Card { original: Some(Arc::new(shown.card)), ..card }, shown.now))
    });
    let (card, now) = match looked.await {
        Ok(looked) => looked,
        Err(Error::Invalid(problems)) if visit.takes_changes() => {
            let said = Said::new(visit.lang(), &problems);
            let words: Vec<&str> = said.list().iter().map(|problem| problem.words).collect();
            return Ok(visit.changes(items::preview_change(&posts::problem(&words.join(" ")))));
        }
        Err(Error::Invalid(problems)) => return page(&visit, id, &draft, (Some(&problems), None)).await,
        Err(error) => return Err(error),
    };
    let now = Now::new(now, &rules.time_zone);
    let drawn = posts::drawn_preview(&posts::Seer::of(&visit, &now), &card, &Markup::default());
    if visit.takes_changes() {
        return Ok(visit.changes(items::preview_change(&drawn)));
    }
    page(&visit, id, &draft, (None, Some(&drawn))).await
}

/// How often a post was passed on, for those who see that it was just now.
fn tell(telling: &Telling<'_>) -> Result<Option<String>> {
    let (Topic::Post(root), Some(one)) = (telling.event.topic, telling.event.item) else { return Ok(None) };
    if root == one || !telling.topics.contains(&format!("post/{root}")) {
        return Ok(None);
    }
    let count = store::count_with(telling.look, root, one)?;
    Ok(count.map(|count| views::counted(telling.lang, root, count)))
}
