//! Comments under a post or a photo, and the page of one post, and of one photo, where they stand.

mod live;
mod pages;
mod photo_pages;
mod photo_views;
mod preview_pages;
mod store;
mod thread_views;
mod views;

pub use pages::routes;
pub use store::{Comment, find};

use super::following;
use super::items;
use super::moderation::{self, Part, Verdict};
use super::notices::{self, NoticeKind};
use super::photos::NewPhoto;
use super::{albums, posts};
use crate::base::watch::Surface;
use crate::base::{
    AccountId, Error, ItemId, Problem, Result, Role, Rules, State, Topic, Under, limits, text,
};
use crate::db::{Change, Snapshot};
use crate::features::levels::Where;

/// A comment as its author sends it.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    /// Markdown, as typed.
    pub body: String,
    /// The comment that it answers.
    pub answers: Option<ItemId>,
    /// Its photo.
    pub photo: Option<NewPhoto>,
}

/// What became of a comment that was written or changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Added {
    /// The comment.
    pub id: ItemId,
    /// The post or photo it stands under.
    pub under: Under,
    /// It waits for staff.
    pub waits: bool,
}

/// What comments stand under, as far as they need it.
struct Parent {
    author: AccountId,
    state: State,
    locked: bool,
}

fn parent(look: &Snapshot<'_>, under: Under) -> Result<Parent> {
    match under {
        Under::Post(id) => {
            let post = posts::find(look, id)?;
            Ok(Parent { author: post.author.id, state: post.state, locked: post.locked })
        }
        Under::Photo(id) => {
            let photo = albums::find_photo(look, id)?;
            Ok(Parent { author: photo.author.id, state: photo.state, locked: false })
        }
    }
}

/// Adds the viewer's comment under a post or photo they see. The house rules decide whether it appears at once
/// or waits for staff.
///
/// # Errors
/// `NotFound` where that is not seen; `Forbidden` where it is not shown, or members may not make
/// anything now; `Invalid` for a text that is empty, where there is no photo, or too long, and where what it
/// answers is not there any more.
pub fn add(change: &mut Change<'_>, rules: &Rules, under: Under, draft: &Draft) -> Result<Added> {
    let parent = parent(change, under)?;
    if parent.state != State::Shown {
        return Err(Error::Forbidden);
    }
    if parent.locked {
        return Err(Error::field("body", Problem::Locked));
    }
    let body = fit(&draft.body, draft.photo.is_some())?;
    let alt = draft.photo.as_ref().map_or("", |photo| photo.alt.as_str());
    let alt = text::within("alt", text::line(alt), limits::ALT_CHARS_MAX)?;
    let answered = answered(change, under, draft.answers)?;
    let photos = usize::from(draft.photo.is_some());
    let words = all_words(&body, &alt);
    moderation::check_photos(change, rules, "photo", photos)?;
    let judged = moderation::judge(change, rules, Where::Under(under.id()), &parts(&body, &alt), photos)?;
    let state = judged.state();
    let top = answered.as_ref().map(|comment| comment.top.unwrap_or(comment.id));
    let id = store::insert(change, under, top, state, &body)?;
    if let Some(photo) = &draft.photo {
        store::insert_photo(change, id, photo, &alt)?;
    }
    judged.note(change, Some(id))?;
    let named = items::mark_people(change, id, &body, state == State::Shown)?;
    change.about("comment", id.0);
    change.text(None, Some(&words));
    match state {
        State::Shown => {
            let me = change.me()?;
            let answered = answered.map(|comment| comment.author.id);
            tell_others(change, me, (under, parent.author), id, answered, named)?;
            change.touch(under.topic(), Some(id));
        }
        // Who cannot see it must not even learn that something came.
        _ => change.touch(Topic::Desk, Some(id)),
    }
    Ok(Added { id, under, waits: state == State::Held })
}

/// A comment that waited can be seen now: tells whom it would have told when it was written.
///
/// # Errors
/// `Broken` if the database fails.
pub fn let_through(change: &mut Change<'_>, id: ItemId) -> Result<()> {
    // Under a post for contacts or named people, staff do not see the thread as people do: they tell nobody.
    let Ok(comment) = find(change, id) else { return Ok(()) };
    let parent = parent(change, comment.under)?;
    let named = items::tell_named(change, comment.author.id, id)?;
    let answered = match comment.top.map(|top| find(change, top)) {
        Some(Ok(top)) => Some(top.author.id),
        _ => None,
    };
    tell_others(change, comment.author.id, (comment.under, parent.author), id, answered, named)
}

/// The comment that another one answers.
fn answered(change: &Change<'_>, under: Under, id: Option<ItemId>) -> Result<Option<Comment>> {
    let Some(id) = id else { return Ok(None) };
    match find(change, id) {
        Ok(comment) if comment.under == under && comment.state == State::Shown => Ok(Some(comment)),
        Ok(_) | Err(Error::NotFound) => Err(Error::field("body", Problem::Gone)),
        Err(error) => Err(error),
    }
}

/// The texts of a comment, each with where it stands and the field in which it was typed.
fn parts<'a>(body: &'a str, alt: &'a str) -> [Part<'a>; 2] {
    [Part::of(Surface::Comment, "body", body), Part::of(Surface::Alt, "alt", alt)]
}

/// Everything that a comment says: its text, then what its photo shows.
fn all_words(body: &str, alt: &str) -> String {
    if alt.is_empty() { body.to_owned() } else { format!("{body}\n{alt}") }
}

/// Changes one's own comment; what it said before is kept and can be read.
///
/// # Errors
/// `NotFound` where it is not seen; `Forbidden` where it is not one's own or staff removed it;
/// `Invalid` as for [`add`].
pub fn edit(change: &mut Change<'_>, rules: &Rules, id: ItemId, body: &str, alt: &str) -> Result<Added> {
    let comment = find(change, id)?;
    items::check_mine(change, comment.author.id, comment.state)?;
    let (body, alt) = fit_both(body, if comment.has_photo { alt } else { "" }, comment.has_photo)?;
    let same = Added { id, under: comment.under, waits: comment.state == State::Held };
    let alt_before = if comment.has_photo { store::photo_words(change, id)? } else { String::new() };
    if body == comment.body && alt == alt_before {
        return Ok(same);
    }
    let (before, after) = (all_words(&comment.body, &alt_before), all_words(&body, &alt));
    let photos = usize::from(comment.has_photo);
    let judged = moderation::judge(change, rules, Where::Under(id), &parts(&body, &alt), photos)?;
    let state = items::after_edit(comment.state, &judged);
    items::keep(change, id, &before, comment.state)?;
    store::set_body(change, id, &body)?;
    if comment.has_photo {
        store::set_photo_words(change, id, &alt)?;
    }
    items::changed(change, id, state)?;
    judged.note(change, Some(id))?;
    items::mark_people(change, id, &body, false)?;
    change.about("comment", id.0);
    change.text(Some(&before), Some(&after));
    if comment.state == State::Shown {
        change.touch(comment.under.topic(), Some(id));
    }
    if state == State::Held {
        change.touch(Topic::Desk, Some(id));
    }
    Ok(Added { waits: state == State::Held, ..same })
}

/// Takes one's own comment away; gives what it stood under. It stays for what staff must look at,
/// until retention ends.
///
/// # Errors
/// `NotFound` where it is not seen; `Forbidden` where it is not one's own or staff removed it.
pub fn remove(change: &mut Change<'_>, id: ItemId) -> Result<Under> {
    let comment = find(change, id)?;
    items::check_mine(change, comment.author.id, comment.state)?;
    let alt = if comment.has_photo { store::photo_words(change, id)? } else { String::new() };
    items::remove(change, id)?;
    change.about("comment", id.0);
    change.text(Some(&all_words(&comment.body, &alt)), None);
    match comment.state {
        State::Shown => change.touch(comment.under.topic(), Some(id)),
        _ => change.touch(Topic::Desk, Some(id)),
    }
    Ok(comment.under)
}

/// May this person write under something in this state at all? Decides whether the form is drawn.
pub fn may_write(rules: &Rules, role: Option<Role>, read_only: bool, above: State, locked: bool) -> bool {
    above == State::Shown && !locked && !read_only && moderation::approval(rules, role, 0) != Verdict::Block
}

fn fit(body: &str, has_photo: bool) -> Result<String> {
    let (body, most) = (text::tidy(body), limits::COMMENT_CHARS_MAX);
    if has_photo { text::within("body", body, most) } else { text::needed("body", body, most) }
}

/// The text and what the photo shows, or all that is wrong with them.
fn fit_both(body: &str, alt: &str, has_photo: bool) -> Result<(String, String)> {
    let alt = text::within("alt", text::line(alt), limits::ALT_CHARS_MAX);
    match (fit(body, has_photo), alt) {
        (Ok(body), Ok(alt)) => Ok((body, alt)),
        (Err(Error::Invalid(first)), Err(Error::Invalid(second))) => {
            Err(Error::Invalid(first.into_iter().chain(second).collect()))
        }
        (Err(error), _) | (_, Err(error)) => Err(error),
    }
}

/// Tells whom the comment answers, the author of what it stands under, and some who commented before and still see
/// it, each once: whom the comment names has been told already. Of a post, whoever muted it is told nothing, and
/// whoever follows it everything.
fn tell_others(
    change: &mut Change<'_>,
    author: AccountId,
    (under, maker): (Under, AccountId),
    comment: ItemId,
    answered: Option<AccountId>,
    mut told: Vec<AccountId>,
) -> Result<()> {
    let muters = match under {
        Under::Post(post) => following::muters(change, post)?,
        Under::Photo(_) => Vec::new(),
    };
    if let Some(who) = answered.filter(|who| !told.contains(who)) {
        if !muters.contains(&who) {
            notices::tell_of(change, author, who, NoticeKind::Reply, comment)?;
        }
        told.push(who);
    }
    let mut others = vec![maker];
    others.extend(store::earlier_commenters(change, under, comment)?);
    let mut listeners = once_each(&others, &told);
    if let Under::Post(post) = under {
        listeners = following::listeners(change, post, &listeners)?;
        listeners.retain(|who| !told.contains(who));
    }
    for who in listeners {
        notices::tell_of(change, author, who, NoticeKind::Comment, comment)?;
    }
    Ok(())
}

/// Each person once, in order, without those told already; the author of what is above and at most
/// [`limits::COMMENTERS_TOLD_MAX`] others.
fn once_each(others: &[AccountId], told: &[AccountId]) -> Vec<AccountId> {
    let mut list: Vec<AccountId> = Vec::new();
    for who in others {
        if !list.contains(who) && list.len() <= limits::COMMENTERS_TOLD_MAX {
            list.push(*who);
        }
    }
    list.retain(|who| !told.contains(who));
    list
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_comment_tells_each_person_once_and_not_those_it_names() {
        let ids = |list: &[i64]| list.iter().copied().map(AccountId).collect::<Vec<_>>();
        assert_eq!(once_each(&ids(&[7, 3, 7, 4, 3]), &ids(&[4])), ids(&[7, 3]));
        let crowd: Vec<i64> = (1..=100).collect();
        assert_eq!(once_each(&ids(&crowd), &[]).len(), limits::COMMENTERS_TOLD_MAX + 1);
    }

    #[test]
    fn the_form_is_offered_only_to_who_may_write() {
        let open = Rules::default();
        let member = Some(Role::Member);
        assert!(may_write(&open, member, false, State::Shown, false));
        assert!(!may_write(&open, member, true, State::Shown, false), "an account that may only read");
        assert!(!may_write(&open, member, false, State::Held, false), "a post that waits");
        assert!(!may_write(&open, member, false, State::Shown, true), "a post whose comments are closed");
        let silent = Rules { approval: crate::base::Approval::ReadOnly, ..Rules::default() };
        assert!(!may_write(&silent, member, false, State::Shown, false));
        assert!(may_write(&silent, Some(Role::Staff), false, State::Shown, false));
    }

    #[test]
    fn a_comment_has_words_and_not_too_many() {
        assert_eq!(fit(" hello \r\n", false).ok().as_deref(), Some("hello"));
        assert!(fit(" \n ", false).is_err());
        assert!(fit(" \n ", true).is_ok(), "a photo needs none");
        for has_photo in [false, true] {
            assert!(fit(&"x".repeat(limits::COMMENT_CHARS_MAX), has_photo).is_ok());
            assert!(fit(&"x".repeat(limits::COMMENT_CHARS_MAX + 1), has_photo).is_err());
        }
    }
}
