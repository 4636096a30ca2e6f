//! Routes of reactions, and what open pages get to know of them.

use super::{ReactionKind, store, views};
use crate::base::{Act, Error, ItemId, Kind, Result, Topic, Under};
use crate::db::Snapshot;
use crate::features::{items, levels, moderation, posts};
use crate::web::{Answer, Gate, Routes, Visit, live::Telling};

/// Every route of this feature.
pub fn routes() -> Routes {
    Routes::default()
        .post("/posts/{id}/reactions", Gate::Member, to_post)
        .post("/comments/{id}/reactions", Gate::Member, to_comment)
        .post("/photos/{id}/reactions", Gate::Member, to_photo)
        .tells(tell)
}

async fn to_post(visit: Visit) -> Answer {
    press(visit, Kind::Post).await
}

async fn to_comment(visit: Visit) -> Answer {
    press(visit, Kind::Comment).await
}

async fn to_photo(visit: Visit) -> Answer {
    press(visit, Kind::Photo).await
}

async fn press(visit: Visit, kind: Kind) -> Answer {
    let item = visit.part::<ItemId>("id")?;
    let pressed = ReactionKind::parse(visit.form.text("kind")).ok_or(Error::NotFound)?;
    visit.pace("react", 60, 0.5)?;
    let rules = visit.rules().clone();
    visit.write(Act::React, move |change| super::react(change, &rules, kind, item, pressed)).await?;
    if !visit.takes_changes() {
        return visit.go(posts::own_return(&visit.form, &kind.address(item)), None);
    }
    let (counts, rests) = visit
        .read(|look| {
            let root = store::target(look, kind, item)?.root;
            Ok((counts(look, kind, root, item)?, levels::rests(look, root.id())?))
        })
        .await?;
    let writes = posts::writes(&visit) && !rests;
    let changes = views::bar_change(visit.lang(), kind, item, &counts, writes);
    Ok(visit.changes(changes))
}

/// What is pressed under one thing, as this viewer sees it.
fn counts(look: &Snapshot<'_>, kind: Kind, root: Under, item: ItemId) -> Result<items::Reactions> {
    let mut found = match kind {
        Kind::Comment => items::comment_reactions(look, root, &[item])?,
        _ => items::reactions(look, kind, &[item])?,
    };
    Ok(found.remove(&item).unwrap_or_default())
}

/// The counts under a post, photo or comment, for whoever sees it.
fn tell(telling: &Telling<'_>) -> Result<Option<String>> {
    let Topic::Reactions(root) = telling.event.topic else { return Ok(None) };
    let Some(item) = telling.event.item else { return Ok(None) };
    let listens = |page: &str| telling.topics.contains(&format!("{page}/{root}"));
    let kind = match item {
        item if item != root => Kind::Comment,
        _ if listens("photo") => Kind::Photo,
        _ => Kind::Post,
    };
    if !listens(if kind == Kind::Comment { "comments" } else { kind.word() }) {
        return Ok(None);
    }
    match store::target(telling.look, kind, item) {
        Ok(target) => {
            let counts = counts(telling.look, kind, target.root, item)?;
            let role = telling.look.viewer().role();
            let writes = moderation::may_make(telling.rules, role, telling.only_reads)
                && !levels::rests(telling.look, target.root.id())?;
            Ok(Some(views::bar_change(telling.lang, kind, item, &counts, writes)))
        }
        Err(Error::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}
