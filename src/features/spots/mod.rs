//! People tagged in photos: where somebody is in a picture, with their leave. A tag of that sort is called a spot
//! here, since words with # are tags already.

mod pages;
mod store;
mod views;

pub use pages::routes;
pub use store::{Spot, in_photo};
pub use views::{list, over};

use super::albums::{self, Photo};
use super::moderation::{self, Verdict};
use super::notices::{self, NoticeKind};
use crate::base::{AccountId, Error, ItemId, Problem, Result, Role, Rules, State, Topic, limits, text};
use crate::db::Change;

/// A place in a picture, in thousandths of its width and height.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// From the left.
    pub across: i64,
    /// From the top.
    pub down: i64,
}

/// The whole width, and the whole height.
const WHOLE: i64 = 1_000;
/// Boxes in a row, and rows: a place can be chosen as one of them.
const BOXES: i64 = 3;

impl Place {
    /// A place that was pointed at; none where it is not in the picture.
    pub fn pointed(across: &str, down: &str) -> Option<Place> {
        let inside = |number: &str| number.parse::<i64>().ok().filter(|number| (0..=WHOLE).contains(number));
        Some(Place { across: inside(across)?, down: inside(down)? })
    }

    /// The middle of one of nine boxes, counted from 1 as one reads from left to right; none for any other number.
    pub fn in_box(number: &str) -> Option<Place> {
        let place = number.parse::<i64>().ok().filter(|number| (1..=BOXES * BOXES).contains(number))? - 1;
        let middle = |place: i64| (2 * place + 1) * WHOLE / (2 * BOXES);
        Some(Place { across: middle(place % BOXES), down: middle(place / BOXES) })
    }
}

/// A tag as somebody sends it.
#[derive(Clone, Debug)]
pub struct Draft {
    /// A sign-in name, as typed.
    pub person: String,
    /// Where, if that was said.
    pub place: Option<Place>,
}

/// May this person tag people in a photo that they see? Whoever may say something under it may.
pub fn may_tag(rules: &Rules, role: Option<Role>, read_only: bool, photo: State) -> bool {
    photo == State::Shown && !read_only && moderation::approval(rules, role, 0) != Verdict::Block
}

/// May the viewer take this tag away? Its maker, the author of the photo and the tagged person may.
pub fn may_remove(me: i64, spot: &Spot) -> bool {
    [spot.person.id.0, spot.maker.0, spot.author.0].contains(&me)
}

/// Tags somebody in a photo that the viewer sees, and tells them; says whether it waits for that person's word.
///
/// A name that cannot be tagged is refused in one way, whether nobody has it, or they do not see the photo, or
/// a block stands between, or they took such a tag away before: which of these it is, is nobody's business.
///
/// # Errors
/// `NotFound` where the photo is not seen; `Forbidden` where others do not see it, or members may not make
/// anything now; `Invalid` for a missing place or name, too many tags, or a name that cannot be tagged.
pub fn add(change: &mut Change<'_>, rules: &Rules, photo: ItemId, draft: &Draft) -> Result<bool> {
    let found = albums::find_photo(change, photo)?;
    if !may_tag(rules, change.viewer().role(), false, found.state) {
        return Err(Error::Forbidden);
    }
    let (place, name) = fit(draft)?;
    let there = store::in_photo(change, photo)?;
    let person = store::taggable(change, &name)?.ok_or_else(cannot)?;
    let known = there.iter().find(|spot| spot.person.id == person);
    if known.is_none() && there.len() >= limits::SPOTS_MAX {
        return Err(Error::field("person", Problem::TooMany { limit: limits::SPOTS_MAX }));
    }
    change.about("photo", photo.0);
    let me = change.me()?;
    if let Some(spot) = known {
        return again(change, spot, place, me.0);
    }
    if !change.seen_by(person, photo)? || store::insert(change, photo, person, place)? == 0 {
        return Err(cannot());
    }
    let waits = store::waits(change, photo, person)?;
    let kind = if waits { NoticeKind::TagAsk } else { NoticeKind::Tagged };
    notices::tell(change, person, kind, photo)?;
    // What only two people see changes nobody else's page.
    if !waits {
        told(change, photo, person);
    }
    Ok(waits)
}

/// Somebody who is tagged already is put where they are now said to be, by whoever may take the tag away.
fn again(change: &mut Change<'_>, spot: &Spot, place: Place, me: i64) -> Result<bool> {
    if !may_remove(me, spot) {
        return Err(Error::field("person", Problem::Twice));
    }
    store::put(change, spot.id, place)?;
    if spot.waits {
        return Ok(true);
    }
    told(change, spot.photo, spot.person.id);
    Ok(false)
}

/// The viewer lets a tag of themselves be seen; gives the photo.
///
/// # Errors
/// `NotFound` where none of theirs waits there.
pub fn allow(change: &mut Change<'_>, id: i64) -> Result<ItemId> {
    let spot = store::find(change, id)?;
    if !spot.waits || spot.person.id != change.me()? {
        return Err(Error::NotFound);
    }
    store::set_state(change, id, "shown")?;
    change.about("photo", spot.photo.0);
    told(change, spot.photo, spot.person.id);
    Ok(spot.photo)
}

/// Who is in a photo is otherwise now. Whoever is kept from that person sees nothing new, and hears nothing of it.
fn told(change: &mut Change<'_>, photo: ItemId, person: AccountId) {
    change.touch_at(Topic::Photo(photo), Some(photo), person.0);
}

/// Takes a tag away, or refuses it; gives the photo. What the tagged person took away nobody but they can put there
/// again.
///
/// # Errors
/// `NotFound` where it is not seen; `Forbidden` where it is not the viewer's to take away.
pub fn remove(change: &mut Change<'_>, id: i64) -> Result<ItemId> {
    let (spot, me) = (store::find(change, id)?, change.me()?);
    if !may_remove(me.0, &spot) {
        return Err(Error::Forbidden);
    }
    if spot.person.id == me {
        store::set_state(change, id, "refused")?;
    } else {
        store::delete(change, id)?;
    }
    notices::take_back_tag(change, spot.person.id, spot.photo)?;
    change.about("photo", spot.photo.0);
    if !spot.waits {
        told(change, spot.photo, spot.person.id);
    }
    Ok(spot.photo)
}

/// From now on the viewer is asked before they are tagged, or is not.
///
/// # Errors
/// `Broken` if the database fails.
pub fn ask_first(change: &mut Change<'_>, ask: bool) -> Result<()> {
    let me = change.me()?;
    store::set_asks(change, ask)?;
    change.about("account", me.0);
    Ok(())
}

fn cannot() -> Error {
    Error::field("person", Problem::NotTagged)
}

/// The place and the name, or all that is wrong with them.
fn fit(draft: &Draft) -> Result<(Place, String)> {
    let name = text::line(&draft.person).trim_start_matches('@').to_lowercase();
    let mut problems = Vec::new();
    if name.is_empty() {
        problems.push(("person", Problem::Missing));
    }
    match draft.place {
        Some(place) if problems.is_empty() => Ok((place, name)),
        Some(_) => Err(Error::Invalid(problems)),
        None => {
            problems.push(("box", Problem::NothingChosen));
            Err(Error::Invalid(problems))
        }
    }
}

/// A page of photos, as the lists below give it.
pub(super) struct Photos {
    photos: Vec<Photo>,
    /// Below which photo the next page begins.
    older: Option<ItemId>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_one_of_nine_boxes_or_what_was_pointed_at() {
        assert_eq!(Place::in_box("1"), Some(Place { across: 166, down: 166 }));
        assert_eq!(Place::in_box("5"), Some(Place { across: 500, down: 500 }));
        assert_eq!(Place::in_box("6"), Some(Place { across: 833, down: 500 }));
        assert_eq!(Place::in_box("9"), Some(Place { across: 833, down: 833 }));
        for wrong in ["0", "10", "-1", "", "x"] {
            assert_eq!(Place::in_box(wrong), None, "{wrong}");
        }
        assert_eq!(Place::pointed("0", "1000"), Some(Place { across: 0, down: 1000 }));
        for (across, down) in [("", ""), ("1", ""), ("-1", "5"), ("1001", "5"), ("5", "1e2"), ("NaN", "5")] {
            assert_eq!(Place::pointed(across, down), None, "{across} {down}");
        }
    }

    #[test]
    fn a_tag_needs_a_place_and_a_name_and_says_so_at_once() {
        let draft = |person: &str, place| Draft { person: person.into(), place };
        let middle = Place::in_box("5");
        assert_eq!(fit(&draft(" @Mia.Fox ", middle)).ok().map(|(_, name)| name).as_deref(), Some("mia.fox"));
        let Err(Error::Invalid(problems)) = fit(&draft(" @ ", None)) else { panic!("taken") };
        assert_eq!(problems, [("person", Problem::Missing), ("box", Problem::NothingChosen)]);
        assert!(fit(&draft("mia", None)).is_err() && fit(&draft("", middle)).is_err());
    }

    #[test]
    fn whoever_may_say_something_may_tag() {
        let open = Rules::default();
        assert!(may_tag(&open, Some(Role::Member), false, State::Shown));
        assert!(!may_tag(&open, Some(Role::Member), true, State::Shown), "an account that may only read");
        assert!(!may_tag(&open, Some(Role::Member), false, State::Held), "a photo that waits");
        let silent = Rules { approval: crate::base::Approval::ReadOnly, ..Rules::default() };
        assert!(!may_tag(&silent, Some(Role::Member), false, State::Shown));
        assert!(may_tag(&silent, Some(Role::Staff), false, State::Shown));
    }
}
