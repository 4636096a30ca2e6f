//! Fewer people than before: an author may narrow the audience of a post, and never widen it.

use super::{Post, audience, find, store};
use crate::base::{Audience, AudienceKind, Error, ItemId, Problem, Result, Topic};
use crate::db::Change;
use crate::features::items;

/// May this audience take the place of that one? Only where nobody can see the post who could not before.
fn is_narrower(before: &Audience, after: &Audience) -> bool {
    let fewer = || {
        let (before, after) = (before.targets(), after.targets());
        after.len() < before.len() && after.iter().all(|target| before.contains(target))
    };
    match (before, after) {
        (before, after) if before == after => false,
        (Audience::OnlyMe, _) => false,
        (Audience::Everyone, _) | (_, Audience::OnlyMe) => true,
        (Audience::Contacts, Audience::Aspects(_)) => true,
        (Audience::Groups(_), Audience::Groups(_))
        | (Audience::Aspects(_), Audience::Aspects(_))
        | (Audience::People(_), Audience::People(_)) => fewer(),
        _ => false,
    }
}

/// The sorts of audience that may take the place of this one.
pub(super) fn kinds_below(before: &Audience) -> &'static [AudienceKind] {
    use AudienceKind::{Aspects, Contacts, Groups, OnlyMe, People};
    match before {
        Audience::Everyone => &[Groups, Contacts, Aspects, People, OnlyMe],
        Audience::Contacts => &[Aspects, OnlyMe],
        Audience::Groups(groups) if groups.len() > 1 => &[Groups, OnlyMe],
        Audience::Aspects(aspects) if aspects.len() > 1 => &[Aspects, OnlyMe],
        Audience::People(people) if people.len() > 1 => &[People, OnlyMe],
        Audience::Groups(_) | Audience::Aspects(_) | Audience::People(_) => &[OnlyMe],
        Audience::OnlyMe => &[],
    }
}

/// Makes one's own post seen by fewer people.
///
/// # Errors
/// `NotFound` where it is not seen; `Forbidden` where it is not one's own or staff removed it; `Invalid` for
/// the field `audience` where more or other people would see it.
pub fn narrow(change: &mut Change<'_>, id: ItemId, to: &Audience) -> Result<()> {
    let post: Post = find(change, id)?;
    items::check_mine(change, post.author.id, post.state)?;
    audience::check(change, to)?;
    if !is_narrower(&audience::audience_of(change, &post)?, to) {
        return Err(Error::field("audience", Problem::NotNarrower));
    }
    store::set_audience(change, id, to)?;
    change.about("post", id.0);
    change.because(to.kind().word(), "");
    // Whoever does not see it any more is told that it went.
    change.touch(Topic::Post(id), Some(id));
    change.touch_reshares(id)?;
    if let Some(root) = post.root {
        store::set_passed_narrowly(change, root)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{AccountId, AspectId, GroupId};

    fn samples() -> Vec<Audience> {
        let groups = |ids: &[i64]| Audience::Groups(ids.iter().copied().map(GroupId).collect());
        let aspects = |ids: &[i64]| Audience::Aspects(ids.iter().copied().map(AspectId).collect());
        let people = |ids: &[i64]| Audience::People(ids.iter().copied().map(AccountId).collect());
        let mut all = vec![Audience::Everyone, Audience::Contacts, Audience::OnlyMe];
        for ids in [&[1][..], &[2], &[1, 2], &[1, 3]] {
            all.extend([groups(ids), aspects(ids), people(ids)]);
        }
        all
    }

    #[test]
    fn an_audience_only_ever_shrinks() {
        for before in samples() {
            for after in samples() {
                let back = is_narrower(&before, &after) && is_narrower(&after, &before);
                assert!(!back, "{before:?} and {after:?} cannot each be the narrower");
                if is_narrower(&before, &after) {
                    assert!(
                        kinds_below(&before).contains(&after.kind()),
                        "{before:?} to {after:?} is offered"
                    );
                }
            }
            assert!(!is_narrower(&before, &Audience::Everyone), "{before:?} never becomes everyone");
            assert!(!is_narrower(&Audience::OnlyMe, &before), "nobody is let in again");
        }
        let groups = |ids: &[i64]| Audience::Groups(ids.iter().copied().map(GroupId).collect());
        assert!(is_narrower(&groups(&[1, 2]), &groups(&[1])));
        assert!(!is_narrower(&groups(&[1, 2]), &groups(&[3])));
        assert!(!is_narrower(&groups(&[1]), &Audience::Contacts));
    }
}
