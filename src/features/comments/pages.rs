//! Routes of comments, and of the page of one post.

use super::thread_views::{self, Talk, Thread, Writing};
use super::{live, may_write, photo_pages, preview_pages, store, views};
use crate::base::{Act, Error, ItemId, Problem, Problems, Result, Rules, State, Under, limits};
use crate::db::{Change, Snapshot};
use crate::features::levels::{self, Where};
use crate::features::{drafts, following, items, moderation, photos, pins, posts};
use crate::ui::{Markup, Now, Place, Said};
use crate::web::upload::{Form, UploadedFile};
use crate::web::{Answer, Done, Gate, Page, Routes, Visit};

/// Every route of this feature.
pub fn routes() -> Routes {
    Routes::default()
        .get("/posts/{id}", Gate::Member, show)
        .upload("/posts/{id}/comments", Gate::Member, create)
        .get("/comments/{id}", Gate::Member, lead)
        .get("/comments/{id}/edit", Gate::Member, edit)
        .post("/comments/{id}/edit", Gate::Member, update)
        .get("/comments/{id}/history", Gate::Member, history)
        .post("/comments/{id}/remove", Gate::Member, remove)
        .and(photo_pages::routes())
        .and(preview_pages::routes())
        .tells(live::tell)
}

async fn show(visit: Visit) -> Answer {
    let post = visit.part::<ItemId>("id")?;
    thread_page(&visit, post, &Typed::default(), None).await
}

/// The page of one post; with what was typed and its problems where a comment came back.
pub(super) async fn thread_page(
    visit: &Visit,
    post: ItemId,
    typed: &Typed,
    problems: Option<&Problems>,
) -> Answer {
    let before = before_of(visit, problems);
    let (feeds, moment) = (visit.tool::<posts::Feeds>()?, posts::moment(visit));
    let everyone = |look: &Snapshot<'_>| feeds.people(look, moment);
    let (thread, now) = visit.read(|look| look_at(visit, look, post, before, everyone)).await?;
    let answering = answering(visit, Under::Post(post), typed).await?;
    let now = Now::new(now, &visit.rules().time_zone);
    let (lang, same_site) = (visit.lang(), visit.same_site());
    let seer = posts::Seer::of(visit, &now).where_it(thread.talk.rests);
    let said = problems.map(|problems| Said::new(lang, problems)).unwrap_or_default();
    let me = visit.session()?;
    let (rules, role, now) = (visit.rules(), visit.viewer().role(), &thread.card.post);
    let may = may_write(rules, role, me.read_only, now.state, now.locked) && !thread.talk.rests;
    // What was typed is given back even where comments were closed meanwhile.
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
        waits: thread.talk.waits,
    });
    let main = thread_views::page(&seer, &thread, writing.as_ref());
    let title = lang.thread_title(thread.card.post.author.shown_name.as_str());
    let mut topics = vec![format!("post/{post}")];
    if before.is_none() {
        topics.push(format!("comments/{post}"));
    }
    let page = Page::new(&title, Place::Home, main).context(thread_views::context(&seer, &thread));
    let page = page.listens(topics);
    visit.show(if problems.is_some() { page.with_problems() } else { page })
}

/// Below which comment the page begins. A comment that came back stands under the newest ones.
pub(super) fn before_of(visit: &Visit, problems: Option<&Problems>) -> Option<i64> {
    visit.query().text("before").parse::<i64>().ok().filter(|_| problems.is_none())
}

/// One page of the comments under something that the viewer sees.
pub(super) fn talk(look: &Snapshot<'_>, rules: &Rules, under: Under, before: Option<i64>) -> Result<Talk> {
    let mut lines = store::under(look, under, before.unwrap_or(i64::MAX), limits::COMMENTS_PAGE + 1)?;
    let more = lines.len() > limits::COMMENTS_PAGE;
    if more {
        lines.remove(0);
    }
    let earlier = if more { lines.first().map(|line| line.comment.id) } else { None };
    let lines = store::arranged(lines);
    Ok(Talk {
        under,
        lines,
        earlier,
        is_earlier: before.is_some(),
        locked: false,
        rests: levels::rests(look, under.id())?,
        waits: levels::waits(look, rules, Where::Under(under.id()))?,
    })
}

fn look_at(
    visit: &Visit,
    look: &Snapshot<'_>,
    post: ItemId,
    before: Option<i64>,
    everyone: impl Fn(&Snapshot<'_>) -> Result<i64>,
) -> Result<(Thread, i64)> {
    let card = posts::cards(look, &[post])?.pop().ok_or(Error::NotFound)?;
    let mut talk = talk(look, visit.rules(), Under::Post(post), before)?;
    let own = Some(card.post.author.id) == look.viewer().id();
    let decisions = if own { moderation::decisions_about_mine(look, post)? } else { Vec::new() };
    let (lang, rules) = (visit.lang(), visit.rules());
    let seen_by = if own {
        let audience = posts::audience_of(look, &card.post)?;
        posts::seen_by(lang, rules, audience.kind(), &posts::reach(look, &audience, everyone(look)?)?)
    } else {
        thread_views::seen_by_others(lang, posts::staff_word(lang, rules.kind), &card)
    };
    talk.locked = card.post.locked;
    let following = following::following(look, post)?;
    let spots = pins::spots(look, post)?;
    let thread = Thread { card, talk, seen_by, decisions, following, spots };
    Ok((thread, look.now_ms()))
}

/// What was typed into the form.
#[derive(Default)]
pub(super) struct Typed {
    pub body: String,
    pub answers: Option<ItemId>,
    pub alt: String,
    /// Its photo, where the form came back with one.
    pub kept: Vec<drafts::KeptPhoto>,
    /// How it would look, where that was asked for.
    pub previewed: Option<Markup>,
}

impl Typed {
    pub(super) fn of(form: &Form) -> Typed {
        let text = |name: &str| form.text(name).to_owned();
        let (body, alt) = (text("body"), text("alt"));
        Typed { body, answers: text("answers").parse().ok(), alt, ..Typed::default() }
    }

    /// What was typed, with the photo that waits for it: the one that came with this form, or that stood in it already.
    pub(super) async fn with_photo(mut self, visit: &Visit, came: bool) -> Result<Typed> {
        let waiting = visit.read(|look| drafts::photos(look, drafts::OF_COMMENT)).await?;
        let stood = drafts::chosen(&visit.form);
        self.kept = drafts::as_typed(waiting, &visit.form);
        self.kept.retain(|photo| came || stood.iter().any(|(id, _)| *id == photo.id));
        if came && !self.kept.is_empty() {
            self.alt.clear(); // it stands beside the photo now
        }
        Ok(self)
    }
}

/// The comment that is being answered, by the form or by the address, where it can be.
pub(super) async fn answering(visit: &Visit, under: Under, typed: &Typed) -> Result<Option<super::Comment>> {
    let asked = typed.answers.or_else(|| visit.query().text("reply").parse().ok());
    let Some(id) = asked else { return Ok(None) };
    match visit.read(|look| super::find(look, id)).await {
        Ok(comment) => {
            Ok(Some(comment).filter(|comment| comment.under == under && comment.state == State::Shown))
        }
        Err(Error::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}

async fn add(
    visit: &Visit,
    mut files: Vec<UploadedFile>,
    under: Under,
    typed: &Typed,
) -> Result<super::Added> {
    let too_many = files.len() > 1;
    files.truncate(1);
    let (ready, mut problems) = photos::prepared_each(visit, files, std::slice::from_ref(&typed.alt)).await?;
    if too_many {
        problems.push(("photo", Problem::TooMany { limit: 1 }));
    }
    let kept = drafts::chosen(&visit.form);
    if !kept.is_empty() && problems.is_empty() {
        photos::check_may_send(visit, "photo")?;
    }
    if problems.is_empty() {
        let (body, answers, fresh) = (typed.body.clone(), typed.answers, ready.photos.clone());
        let rules = visit.rules().clone();
        let add = move |change: &mut Change<'_>| {
            // A new one takes the place of the one that waited.
            let photo =
                drafts::taken(change, drafts::OF_COMMENT, &kept)?.into_iter().chain(fresh).next_back();
            let added = super::add(change, &rules, under, &super::Draft { body, answers, photo })?;
            drafts::forget_of_comment(change)?;
            Ok(added)
        };
        match visit.write(Act::AddComment, add).await {
            Err(Error::Invalid(found)) => problems = found,
            done => return done,
        }
    }
    if is_well(&problems) && !ready.photos.is_empty() {
        drafts::keep_of_comment(visit, ready).await?;
    }
    Err(Error::Invalid(problems))
}

/// Is the photo itself well? Then it waits for the comment to be sent again.
pub(super) fn is_well(problems: &Problems) -> bool {
    problems.iter().all(|(field, _)| *field != "photo")
}

async fn create(mut visit: Visit) -> Answer {
    let post = visit.part::<ItemId>("id")?;
    let (files, typed) = (visit.form.files("photo"), Typed::of(&visit.form));
    let came = !files.is_empty();
    match write(&visit, files, Under::Post(post), &typed).await {
        Err(Error::Invalid(problems)) => {
            let typed = typed.with_photo(&visit, came && is_well(&problems)).await?;
            thread_page(&visit, post, &typed, Some(&problems)).await
        }
        answer => answer,
    }
}

/// Adds the comment of a form, and leads to it.
pub(super) async fn write(visit: &Visit, files: Vec<UploadedFile>, under: Under, typed: &Typed) -> Answer {
    visit.pace("comment", 60, 2.0)?;
    let added = add(visit, files, under, typed).await?;
    if visit.takes_changes() {
        return written(visit, added.id).await;
    }
    let done = if added.waits { Done::Waiting } else { Done::Posted };
    visit.go(&format!("{}#comment-{}", under.address(), added.id), Some(done))
}

/// The new comment in its place, without loading the page anew.
async fn written(visit: &Visit, comment: ItemId) -> Answer {
    let look_at = |look: &Snapshot<'_>| {
        let line = store::line(look, comment)?.ok_or(Error::NotFound)?;
        let count = store::count(look, line.comment.under)?;
        let place = live::place(look, &line)?;
        let waits = levels::waits(look, visit.rules(), Where::Under(line.comment.under.id()))?;
        Ok((line, place, (count, waits), look.now_ms()))
    };
    let (line, place, (count, waits), now) = visit.read(look_at).await?;
    let now = Now::new(now, &visit.rules().time_zone);
    let (said, same_site) = (Said::default(), visit.same_site());
    let writing = Writing {
        me: visit.session()?,
        same_site: &same_site,
        typed: "",
        alt: "",
        answering: None,
        said: &said,
        focus: true,
        previewed: None,
        kept: &[],
        waits,
    };
    let changes = thread_views::written(&posts::Seer::of(visit, &now), &line, &place, &writing, count);
    Ok(visit.changes(changes))
}

/// The address of one comment leads to its place in the page of its post.
async fn lead(visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    let (under, before) = visit
        .read(|look| {
            let under = super::find(look, id)?.under;
            Ok((under, store::page_before(look, under, id)?))
        })
        .await?;
    let page = before.map(|id| format!("?before={id}")).unwrap_or_default();
    visit.go(&format!("{}{page}#comment-{id}", under.address()), None)
}

/// A comment, and what its photo shows where it has one.
pub(super) fn with_photo_words(look: &Snapshot<'_>, id: ItemId) -> Result<(super::Comment, Option<String>)> {
    let comment = super::find(look, id)?;
    let alt = if comment.has_photo { Some(store::photo_words(look, id)?) } else { None };
    Ok((comment, alt))
}

async fn edit(visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    let (comment, alt) = visit.read(|look| with_photo_words(look, id)).await?;
    if !items::is_mine_to_change(visit.viewer(), comment.author.id, comment.state) {
        return Err(Error::NotFound);
    }
    edit_page(&visit, &comment, (&comment.body, alt.as_deref()), &Said::default(), None)
}

pub(super) fn edit_page(
    visit: &Visit,
    comment: &super::Comment,
    typed: (&str, Option<&str>),
    said: &Said,
    previewed: Option<&Markup>,
) -> Answer {
    let lang = visit.lang();
    let failed = !said.list().is_empty();
    let main = views::edit(lang, &visit.same_site(), comment, typed, said, previewed);
    let page = Page::new(lang.comment_edit_title(), Place::Home, main);
    visit.show(if failed { page.with_problems() } else { page })
}

async fn update(visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    visit.pace("edit", 60, 2.0)?;
    let text = |name: &str| visit.form.text(name).to_owned();
    let (body, alt, rules) = (text("body"), text("alt"), visit.rules().clone());
    let typed = (body.clone(), alt.clone());
    match visit.write(Act::EditComment, move |change| super::edit(change, &rules, id, &body, &alt)).await {
        Ok(edited) => {
            let done = if edited.waits { Done::Waiting } else { Done::Saved };
            visit.go(&format!("{}#comment-{id}", edited.under.address()), Some(done))
        }
        Err(Error::Invalid(problems)) => {
            let (comment, alt) = visit.read(|look| with_photo_words(look, id)).await?;
            let alt = alt.map(|_| typed.1.as_str());
            edit_page(&visit, &comment, (&typed.0, alt), &Said::new(visit.lang(), &problems), None)
        }
        Err(error) => Err(error),
    }
}

async fn history(visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    let look_at = |look: &Snapshot<'_>| {
        let (comment, alt) = with_photo_words(look, id)?;
        let versions = items::versions(look, &[id])?.remove(&id).unwrap_or_default();
        let now = super::all_words(&comment.body, &alt.unwrap_or_default());
        let part = items::Part { name: None, now, versions };
        Ok((vec![part], format!("{}#comment-{id}", comment.under.address())))
    };
    items::history(&visit, look_at).await
}

async fn remove(visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    let under = visit.write(Act::RemoveComment, move |change| super::remove(change, id)).await?;
    visit.go(&format!("{}#comments", under.address()), Some(Done::Removed))
}
