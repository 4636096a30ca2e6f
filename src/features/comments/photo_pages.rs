//! Routes of the page of one photo, where its comments stand.

use super::may_write;
use super::pages::{Typed, answering, before_of, is_well, talk, write};
use super::photo_views::{self, PhotoPage};
use super::thread_views::Writing;
use crate::base::{Error, ItemId, Problems, Under};
use crate::features::{albums, moderation, posts, spots};
use crate::ui::{Now, Place, Said};
use crate::web::{Answer, Gate, Page, Routes, Visit};

pub(super) fn routes() -> Routes {
    Routes::default().get("/photos/{id}", Gate::Member, show).upload(
        "/photos/{id}/comments",
        Gate::Member,
        create,
    )
}

async fn show(visit: Visit) -> Answer {
    let photo = visit.part::<ItemId>("id")?;
    photo_page(&visit, photo, &Typed::default(), None).await
}

async fn create(mut visit: Visit) -> Answer {
    let photo = visit.part::<ItemId>("id")?;
    let (files, typed) = (visit.form.files("photo"), Typed::of(&visit.form));
    let came = !files.is_empty();
    match write(&visit, files, Under::Photo(photo), &typed).await {
        Err(Error::Invalid(problems)) => {
            let typed = typed.with_photo(&visit, came && is_well(&problems)).await?;
            photo_page(&visit, photo, &typed, Some(&problems)).await
        }
        answer => answer,
    }
}

/// The page of one photo; with what was typed and its problems where a comment came back.
pub(super) async fn photo_page(
    visit: &Visit,
    photo: ItemId,
    typed: &Typed,
    problems: Option<&Problems>,
) -> Answer {
    let before = before_of(visit, problems);
    let (rules, role, read_only) = (visit.rules(), visit.viewer().role(), visit.session()?.read_only);
    let (page, now) = visit
        .read(|look| {
            let shown = albums::shown(look, photo)?;
            let own = Some(shown.photo.author.id) == look.viewer().id();
            let decisions = if own { moderation::decisions_about_mine(look, photo)? } else { Vec::new() };
            let talk = talk(look, rules, Under::Photo(photo), before)?;
            let spots = spots::in_photo(look, photo)?;
            let may_tag = spots::may_tag(rules, role, read_only, shown.photo.state) && !talk.rests;
            Ok((PhotoPage { shown, talk, decisions, spots, may_tag }, look.now_ms()))
        })
        .await?;
    let answering = answering(visit, Under::Photo(photo), typed).await?;
    let now = Now::new(now, &visit.rules().time_zone);
    let (lang, same_site) = (visit.lang(), visit.same_site());
    let seer = posts::Seer::of(visit, &now).where_it(page.talk.rests);
    let said = problems.map(|problems| Said::new(lang, problems)).unwrap_or_default();
    let me = visit.session()?;
    let state = page.shown.photo.state;
    let may = may_write(visit.rules(), visit.viewer().role(), me.read_only, state, false) && !page.talk.rests;
    // What was typed is given back even where one can write no more.
    let writes = problems.is_some() || before.is_none() && may;
    let writing = writes.then_some(Writing {
        me,
        same_site: &same_site,
        typed: &typed.body,
        alt: &typed.alt,
        answering: answering.as_ref(),
        said: &said,
        focus: problems.is_some() || answering.is_some(),
        previewed: typed.previewed.as_ref(),
        kept: &typed.kept,
        waits: page.talk.waits,
    });
    let main = photo_views::page(&seer, &page, writing.as_ref());
    let title = albums::photo_title(lang, &page.shown.photo);
    let mut topics = vec![format!("photo/{photo}")];
    if page.shown.album.is_some() {
        topics.extend([format!("album/{}", page.shown.photo.parent), format!("beside/{photo}")]);
    }
    if before.is_none() {
        topics.push(format!("comments/{photo}"));
    }
    let shown = Page::new(&title, Place::People, main).listens(topics);
    visit.show(if problems.is_some() { shown.with_problems() } else { shown })
}
