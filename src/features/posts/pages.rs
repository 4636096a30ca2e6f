//! Routes of posts and streams.

use super::descriptions::FIELDS;
use super::stream_page::{composer, moment, stream_page};
use super::{Added, Draft, Edit, Feeds, Shield, Stream, audience, form_views, shield, store, views};
use crate::base::{
    AccountId, Act, AspectId, Audience, AudienceKind, Error, GroupId, ItemId, Problems, Result, State,
};
use crate::db::{Change, Snapshot};
use crate::features::levels::{self, Where};
use crate::features::{drafts, items, photos, polls};
use crate::ui::{Markup, Place, Said};
use crate::web::upload::Form;
use crate::web::{Answer, Done, Gate, Page, Routes, Visit, live::Telling};
use std::collections::BTreeMap;

/// Every route of this feature.
pub fn routes() -> Routes {
    Routes::default()
        .get("/everyone", Gate::Member, everyone)
        .get("/audience", Gate::Member, sentence)
        .get("/posts/new", Gate::Member, new)
        .upload("/posts", Gate::Member, create)
        .get("/posts/{id}/edit", Gate::Member, edit)
        .post("/posts/{id}/edit", Gate::Member, update)
        .get("/posts/{id}/history", Gate::Member, history)
        .post("/posts/{id}/remove", Gate::Member, remove)
        .and(super::narrow_pages::routes())
        .and(super::preview_pages::routes())
        .tells(tell)
        .lets_listen(lets_listen)
}

async fn everyone(visit: Visit) -> Answer {
    let title = visit.lang().nav_everyone();
    stream_page(&visit, Stream::Everyone, title, Place::Everyone, None, None).await
}

/// Reads an audience from a form or an address.
pub fn audience_from(form: &Form) -> Audience {
    let ids = |name: &str| -> Vec<i64> {
        let mut ids: Vec<i64> =
            form.all(name).filter_map(|id| id.parse::<u32>().ok()).map(i64::from).collect();
        ids.sort_unstable();
        ids.dedup();
        ids
    };
    match AudienceKind::parse(form.text("audience")).unwrap_or(AudienceKind::Everyone) {
        AudienceKind::Everyone => Audience::Everyone,
        AudienceKind::Contacts => Audience::Contacts,
        AudienceKind::OnlyMe => Audience::OnlyMe,
        AudienceKind::Groups => Audience::Groups(ids("groups").into_iter().map(GroupId).collect()),
        AudienceKind::Aspects => Audience::Aspects(ids("aspects").into_iter().map(AspectId).collect()),
        AudienceKind::People => Audience::People(ids("people").into_iter().map(AccountId).collect()),
    }
}

/// A post as it was typed, without its photos.
pub(super) fn draft_of(form: &Form) -> Draft {
    let draft = Draft::of(form.text("body"), audience_from(form));
    Draft { poll: polls::Typed::of(form), shield: shield::typed(form), ..draft }
}

/// The sentence "Seen by …" for a choice, as text: `audience.js` asks for it after each change.
async fn sentence(visit: Visit) -> Answer {
    let chosen = audience_from(visit.query());
    let (feeds, moment) = (visit.tool::<Feeds>()?, moment(&visit));
    let look_at = |look: &Snapshot<'_>| {
        let waits = levels::waits(look, visit.rules(), Where::To(&chosen))?;
        Ok((audience::reach(look, &chosen, feeds.people(look, moment)?)?, waits))
    };
    let (reach, waits) = visit.read(look_at).await?;
    let words = form_views::seen_by_later(visit.lang(), visit.rules(), chosen.kind(), &reach, waits);
    visit.piece(&views::plain(&words))
}

async fn new(visit: Visit) -> Answer {
    let draft = match drafts::word_of(visit.query()).map(str::to_owned) {
        Some(word) => draft_of(&visit.read(|look| drafts::find(look, &word)).await?.form),
        None => Draft::of("", Audience::Everyone),
    };
    let composer = composer(&visit, &draft, &Said::default(), true).await?;
    let title = visit.lang().nav_write();
    visit.show(Page::new(title, Place::Home, views::titled(title, composer)))
}

async fn create(mut visit: Visit) -> Answer {
    visit.pace("post", 60, 2.0)?;
    let files = visit.form.files("photo");
    let alts: Vec<String> = visit.form.all("alt").map(str::to_owned).collect();
    if drafts::word_of(&visit.form).is_none() {
        visit.form.fields.push(("draft".to_owned(), drafts::new_word()));
    }
    let (draft, kept) = (draft_of(&visit.form), drafts::chosen(&visit.form));
    let (ready, mut problems) = drafts::prepare(&visit, files, &alts, kept.len()).await?;
    // Those that were kept while one still might are not sent either.
    if let Err(Error::Invalid(found)) = photos::check_may_send(&visit, "photo") {
        problems = if kept.is_empty() { problems } else { found };
    }
    if problems.is_empty() {
        match add(&visit, &ready, kept, &draft).await {
            Ok(added) => {
                let done = if added.waits { Done::Waiting } else { Done::Posted };
                return visit.go(own_return(&visit.form, "/"), Some(done));
            }
            Err(Error::Invalid(found)) => problems = found,
            Err(error) => return Err(error),
        }
    }
    if !ready.photos.is_empty() || !drafts::left_out(&visit.form).is_empty() {
        // A form that comes back cannot hold files, so what was chosen waits with the draft.
        problems.append(&mut drafts::keep_ready(&visit, ready).await?.problems);
    }
    compose_again(&visit, &draft, &problems).await
}

async fn add(visit: &Visit, ready: &photos::Ready, kept: Vec<(i64, String)>, draft: &Draft) -> Result<Added> {
    let (fresh, draft, rules) = (ready.photos.clone(), draft.clone(), visit.rules().clone());
    let word = drafts::word_of(&visit.form).unwrap_or_default().to_owned();
    let add = move |change: &mut Change<'_>| {
        let mut photos = drafts::taken(change, &word, &kept)?;
        photos.extend(fresh);
        let added = super::add(change, &rules, Draft { photos, ..draft })?;
        // What is sent is kept no more.
        drafts::remove(change, &word)?;
        Ok(added)
    };
    // The caller holds the files: until then nothing may sweep them.
    visit.write(Act::AddPost, add).await
}

pub(super) async fn compose_again(visit: &Visit, draft: &Draft, problems: &Problems) -> Answer {
    let said = Said::new(visit.lang(), problems);
    let composer = composer(visit, draft, &said, true).await?;
    let title = visit.lang().nav_write();
    visit.show(Page::new(title, Place::Home, views::titled(title, composer)).with_problems())
}

/// Back to where the form stood: a path of ours, or the given one.
pub fn own_return<'a>(form: &'a Form, otherwise: &'a str) -> &'a str {
    let to = form.text("return");
    if to.starts_with('/') && !to.starts_with("//") && !to.contains(['\\', '\r', '\n']) {
        to
    } else {
        otherwise
    }
}

async fn edit(visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    let (post, photos) = visit.read(|look| Ok((super::find(look, id)?, store::described(look, id)?))).await?;
    if !items::is_mine_to_change(visit.viewer(), post.author.id, post.state) {
        return Err(Error::NotFound);
    }
    let why = post.shield.as_ref().filter(|shield| shield.by_author).map(|shield| shield.why.clone());
    let typed = Edit { body: post.body, shield: why, ..Edit::default() };
    edit_page(&visit, id, &typed, (&photos, post.shield.as_ref()), (None, None))
}

/// The form for changing a post; with what was wrong where it came back, or how it would look.
pub(super) fn edit_page(
    visit: &Visit,
    id: ItemId,
    typed: &Edit,
    (photos, shield): (&[store::Described], Option<&Shield>),
    (problems, previewed): (Option<&Problems>, Option<&Markup>),
) -> Answer {
    let lang = visit.lang();
    let said = problems.map(|problems| Said::new(lang, problems)).unwrap_or_default();
    let editing = form_views::Editing {
        id,
        body: &typed.body,
        photos,
        shield: typed.shield.as_deref(),
        shielded_by_staff: shield.is_some_and(|shield| shield.by_staff),
        previewed,
        said: &said,
    };
    let main = form_views::edit(lang, visit.rules(), &visit.same_site(), &editing);
    let page = Page::new(lang.post_edit_title(), Place::Home, main);
    visit.show(if problems.is_some() { page.with_problems() } else { page })
}

/// What was typed into the fields for descriptions that the form had.
fn descriptions_of(form: &Form) -> BTreeMap<usize, String> {
    let typed = |(place, field): (usize, &&str)| {
        form.all(field).next().map(|description| (place, description.to_owned()))
    };
    FIELDS.iter().enumerate().filter_map(typed).collect()
}

/// A changed post as it was typed.
pub(super) fn edit_of(form: &Form) -> Edit {
    Edit {
        body: form.text("body").to_owned(),
        descriptions: descriptions_of(form),
        shield: shield::typed(form),
    }
}

/// A post with its photos, each with the description that was typed.
pub(super) async fn as_typed(
    visit: &Visit,
    id: ItemId,
    typed: &Edit,
) -> Result<(super::Post, Vec<store::Described>)> {
    let (post, mut photos) =
        visit.read(|look| Ok((super::find(look, id)?, store::described(look, id)?))).await?;
    for photo in &mut photos {
        if let Some(description) = typed.descriptions.get(&photo.place) {
            photo.alt.clone_from(description);
        }
    }
    Ok((post, photos))
}

async fn update(visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    visit.pace("edit", 60, 2.0)?;
    let edit = edit_of(&visit.form);
    let (typed, rules) = (edit.clone(), visit.rules().clone());
    match visit.write(Act::EditPost, move |change| super::edit(change, &rules, id, &edit)).await {
        Ok(edited) => {
            let done = if edited.waits { Done::Waiting } else { Done::Saved };
            visit.go(&format!("/posts/{id}"), Some(done))
        }
        Err(Error::Invalid(problems)) => {
            let (post, photos) = as_typed(&visit, id, &typed).await?;
            edit_page(&visit, id, &typed, (&photos, post.shield.as_ref()), (Some(&problems), None))
        }
        Err(error) => Err(error),
    }
}

async fn history(visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    let lang = visit.lang();
    let look_at = |look: &Snapshot<'_>| {
        let post = super::find(look, id)?;
        let photos = store::described(look, id)?;
        let ids: Vec<ItemId> = photos.iter().map(|photo| photo.id).collect();
        let text = items::versions(look, &[id])?.remove(&id).unwrap_or_default();
        let mut of_photos = items::versions(look, &ids)?;
        let mut parts = Vec::new();
        // Where only descriptions changed, only they are shown.
        if !text.is_empty() || of_photos.is_empty() {
            parts.push(items::Part { name: None, now: post.body, versions: text });
        }
        for photo in photos {
            let Some(versions) = of_photos.remove(&photo.id) else { continue };
            let name = Some(lang.photos_described(photo.number()));
            parts.push(items::Part { name, now: photo.alt, versions });
        }
        Ok((parts, format!("/posts/{id}")))
    };
    items::history(&visit, look_at).await
}

async fn remove(visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    visit.write(Act::RemovePost, move |change| super::remove(change, id)).await?;
    visit.go("/", Some(Done::Removed))
}

/// Is this post newer than all that the page shows?
fn is_newest(telling: &Telling<'_>, id: ItemId) -> bool {
    let shown = telling.topics.iter().filter_map(|topic| topic.strip_prefix("post/")?.parse::<i64>().ok());
    shown.max().is_none_or(|newest| newest < id.0)
}

/// A page follows a post only while its reader sees it: else it would learn when things happen to it.
fn lets_listen(look: &Snapshot<'_>, topic: &str) -> Result<bool> {
    match topic.strip_prefix("post/").map(str::parse::<ItemId>) {
        None => Ok(true),
        Some(Err(_)) => Ok(false),
        Some(Ok(post)) => Error::is_there(super::find(look, post)),
    }
}

/// What a live page gets to know of a post that came, changed or went.
fn tell(telling: &Telling<'_>) -> Result<Option<String>> {
    use crate::base::Topic;
    let Some(id) = telling.event.item else { return Ok(None) };
    match telling.event.topic {
        Topic::Streams => {
            let card = super::cards(telling.look, &[id])?.pop();
            let Some(card) = card.filter(|card| card.post.state == State::Shown) else {
                return Ok(telling.topics.contains(&format!("post/{id}")).then(|| views::gone(id)));
            };
            if !is_newest(telling, id) {
                return Ok(None); // brought back or let through: it stands at its own place after a reload
            }
            for stream in telling.topics.iter().filter_map(Stream::parse) {
                if stream.has(telling.look, id)? {
                    return Ok(Some(views::came(telling, &card)?));
                }
            }
            Ok(None)
        }
        // What happens under a post is told by comments and reactions.
        Topic::Post(post) if post == id && telling.topics.contains(&format!("post/{post}")) => {
            match super::cards(telling.look, &[post])?.pop() {
                Some(card) if card.post.state != State::Removed => Ok(Some(views::changed(telling, &card)?)),
                _ => Ok(Some(views::gone(post))),
            }
        }
        _ => Ok(None),
    }
}
