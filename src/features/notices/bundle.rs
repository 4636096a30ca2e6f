//! Notices of the same thing, put together: "Ana and 3 others commented on your post".

use super::NoticeKind;
use crate::base::{AccountId, GroupId, ItemId};

/// One notice as it was written.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub id: i64,
    pub kind: NoticeKind,
    pub actor: Option<AccountId>,
    pub item: Option<ItemId>,
    /// The post that the item is, or stands under, as far as it is seen.
    pub root: Option<ItemId>,
    pub group: Option<GroupId>,
    pub reason: String,
    pub made_at: i64,
    pub unread: bool,
    /// The talk in a case that it is about.
    pub talk: Option<i64>,
}

/// Notices of one kind about one thing; what is shown is the newest of them.
#[derive(Clone, Debug)]
pub(super) struct Bundle {
    pub newest: Line,
    /// Who did it, each once, newest first.
    pub actors: Vec<AccountId>,
}

/// Puts the notices of a page together, newest first. What is unread never hides among what was read.
pub(super) fn bundled(lines: &[Line]) -> Vec<Bundle> {
    let mut bundles: Vec<Bundle> = Vec::new();
    for line in lines {
        match bundles.iter_mut().find(|bundle| belongs(&bundle.newest, line)) {
            Some(bundle) => add(bundle, line),
            None => bundles.push(Bundle { newest: line.clone(), actors: line.actor.into_iter().collect() }),
        }
    }
    bundles
}

fn add(bundle: &mut Bundle, line: &Line) {
    if let Some(actor) = line.actor.filter(|actor| !bundle.actors.contains(actor)) {
        bundle.actors.push(actor);
    }
}

/// Comments go together by their post, who asks by the group, reactions and reshares by what they are about, and
/// people who share with me now; all else stands by itself.
fn belongs(newest: &Line, line: &Line) -> bool {
    let same_thing = match line.kind {
        NoticeKind::Comment => line.root.is_some() && newest.root == line.root,
        NoticeKind::Ask => line.group.is_some() && newest.group == line.group,
        NoticeKind::Reaction | NoticeKind::Reshare => line.item.is_some() && newest.item == line.item,
        NoticeKind::Contact => true,
        _ => false,
    };
    same_thing && newest.kind == line.kind && newest.unread == line.unread
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(id: i64, kind: NoticeKind, actor: i64, item: i64, root: i64, unread: bool) -> Line {
        Line {
            id,
            kind,
            actor: Some(AccountId(actor)),
            item: Some(ItemId(item)),
            root: Some(ItemId(root)),
            group: None,
            reason: String::new(),
            made_at: id,
            unread,
            talk: None,
        }
    }

    fn shape(lines: &[Line]) -> Vec<(i64, Vec<i64>)> {
        let actors = |bundle: &Bundle| bundle.actors.iter().map(|actor| actor.0).collect();
        bundled(lines).iter().map(|bundle| (bundle.newest.id, actors(bundle))).collect()
    }

    #[test]
    fn comments_under_one_post_are_one_line_that_names_each_person_once() {
        use NoticeKind::Comment;
        let lines = [
            line(9, Comment, 1, 30, 7, true),
            line(8, Comment, 2, 29, 7, true),
            line(7, Comment, 1, 28, 7, true),
            line(6, Comment, 3, 27, 5, true),
        ];
        assert_eq!(shape(&lines), [(9, vec![1, 2]), (6, vec![3])]);
    }

    #[test]
    fn reactions_to_a_post_and_to_a_comment_under_it_stay_apart() {
        use NoticeKind::Reaction;
        let lines = [
            line(9, Reaction, 1, 7, 7, true),
            line(8, Reaction, 2, 30, 7, true),
            line(7, Reaction, 3, 7, 7, true),
        ];
        assert_eq!(shape(&lines), [(9, vec![1, 3]), (8, vec![2])]);
    }

    #[test]
    fn people_who_share_with_me_now_are_one_line() {
        let lines = [
            line(9, NoticeKind::Contact, 1, 0, 0, true),
            line(8, NoticeKind::Reaction, 2, 7, 7, true),
            line(7, NoticeKind::Contact, 3, 0, 0, true),
            line(6, NoticeKind::Contact, 4, 0, 0, false),
        ];
        assert_eq!(shape(&lines), [(9, vec![1, 3]), (8, vec![2]), (6, vec![4])]);
    }

    #[test]
    fn what_is_unread_never_hides_among_what_was_read() {
        use NoticeKind::Comment;
        let lines = [line(9, Comment, 1, 30, 7, true), line(8, Comment, 2, 29, 7, false)];
        assert_eq!(shape(&lines), [(9, vec![1]), (8, vec![2])]);
    }

    #[test]
    fn each_mention_and_each_decision_stands_by_itself() {
        let lines = [
            line(9, NoticeKind::Mention, 1, 30, 7, true),
            line(8, NoticeKind::Mention, 2, 30, 7, true),
            line(7, NoticeKind::Removed, 1, 7, 7, true),
            line(6, NoticeKind::Removed, 1, 7, 7, true),
        ];
        assert_eq!(bundled(&lines).len(), 4);
    }
}
