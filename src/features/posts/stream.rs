//! Which posts belong in which stream, and the newest of them below a place.

use crate::base::{AccountId, AspectId, GroupId, ItemId, Result};
use crate::db::{Snapshot, params};

/// A stream of posts, newest first.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Stream {
    /// What I follow: my contacts, my groups, staff, and what is to me or names me.
    Home,
    /// What is for everyone.
    Everyone,
    /// What went to a group.
    Group(GroupId),
    /// What those in an aspect of mine made.
    Aspect(AspectId),
    /// What carries a tag, folded as `marks` folds it.
    Tag(String),
    /// What a person made.
    Person(AccountId),
    /// What those in the aspects made that I chose for it.
    Aspects,
    /// What carries one of the tags I follow.
    Tags,
    /// What names me.
    Mentions,
    /// What I reacted to.
    Reacted,
    /// What I commented on.
    Commented,
}

impl Stream {
    /// The name under which a live page listens.
    pub fn topic(&self) -> String {
        match self {
            Stream::Home => "stream/home".into(),
            Stream::Everyone => "stream/everyone".into(),
            Stream::Aspects => "stream/aspects".into(),
            Stream::Tags => "stream/tags".into(),
            Stream::Mentions => "stream/mentions".into(),
            Stream::Reacted => "stream/reacted".into(),
            Stream::Commented => "stream/commented".into(),
            Stream::Group(id) => format!("stream/group/{id}"),
            Stream::Aspect(id) => format!("stream/aspect/{id}"),
            Stream::Tag(name) => format!("stream/tag/{name}"),
            Stream::Person(id) => format!("stream/person/{id}"),
        }
    }

    /// The stream of that name.
    pub fn parse(topic: &str) -> Option<Stream> {
        let name = topic.strip_prefix("stream/")?;
        match name.split_once('/') {
            None if name == "home" => Some(Stream::Home),
            None if name == "everyone" => Some(Stream::Everyone),
            None if name == "aspects" => Some(Stream::Aspects),
            None if name == "tags" => Some(Stream::Tags),
            None if name == "mentions" => Some(Stream::Mentions),
            None if name == "reacted" => Some(Stream::Reacted),
            None if name == "commented" => Some(Stream::Commented),
            Some(("group", id)) => id.parse().ok().map(Stream::Group),
            Some(("aspect", id)) => id.parse().ok().map(Stream::Aspect),
            Some(("person", id)) => id.parse().ok().map(Stream::Person),
            Some(("tag", name)) => Some(Stream::Tag(name.to_owned())),
            _ => None,
        }
    }

    /// The newest posts in this stream below an id, as this viewer sees them.
    ///
    /// Each statement goes down an index; none grows with the number of posts in the pod.
    ///
    /// # Errors
    /// `Broken` if the database fails.
    pub fn below(&self, look: &Snapshot<'_>, before: i64, limit: usize) -> Result<Vec<ItemId>> {
        let limit = limit as i64;
        let id = |row: &crate::db::Row<'_>| row.get(0).map(ItemId);
        match self {
            Stream::Home => super::feed::home_below(look, before, limit as usize),
            Stream::Everyone => look.list(EVERYONE, params![before, limit], id),
            Stream::Group(group) => look.list(GROUP, params![group.0, before, limit], id),
            Stream::Aspect(aspect) => look.list(ASPECT, params![aspect.0, before, limit], id),
            Stream::Tag(name) => look.list(TAG, params![name, before, limit], id),
            Stream::Person(person) => look.list(PERSON, params![person.0, before, limit], id),
            Stream::Aspects => super::feed::aspects_below(look, before, limit as usize),
            Stream::Tags => look.list(TAGS, params![before, limit], id),
            Stream::Mentions => look.list(NAMED_IN, params![look.me()?.0, before, limit], id),
            Stream::Reacted => look.list(REACTED, params![before, limit], id),
            Stream::Commented => look.list(COMMENTED, params![before, limit], id),
        }
    }

    /// Does this post, as this viewer sees it, belong here?
    ///
    /// # Errors
    /// `Broken` if the database fails.
    pub fn has(&self, look: &Snapshot<'_>, post: ItemId) -> Result<bool> {
        match self {
            Stream::Home => look.any(HOME_HAS, params![post.0, look.me()?.0]),
            Stream::Aspects => look.any(ASPECTS_HAS, [post.0]),
            _ => Ok(self.below(look, post.0 + 1, 1)?.first() == Some(&post)),
        }
    }
}

// A removed post stays on its own page for its author, with staff's reason; it is in no stream.
pub(super) const EVERYONE: &str = "SELECT id FROM seen_root
     WHERE audience = 'everyone' AND state <> 'removed' AND id < ?1 ORDER BY id DESC LIMIT ?2";
pub(super) const GROUP: &str = "SELECT item_id FROM seen_post_target
     WHERE kind = 'group' AND target_id = ?1 AND item_id < ?2 AND state <> 'removed' ORDER BY item_id DESC LIMIT ?3";
pub(super) const PERSON: &str = "SELECT id FROM seen_root
     WHERE author_id = ?1 AND id < ?2 AND state <> 'removed' ORDER BY id DESC LIMIT ?3";
pub(super) const TO_ME: &str = "SELECT item_id FROM seen_post_target
     WHERE kind = 'person' AND target_id = ?1 AND item_id < ?2 AND state <> 'removed' ORDER BY item_id DESC LIMIT ?3";
pub(super) const NAMES_ME: &str = "SELECT item_id FROM seen_post_mention
     WHERE account_id = ?1 AND item_id < ?2 AND state <> 'removed' ORDER BY item_id DESC LIMIT ?3";
// Also where only a comment names me.
pub(super) const NAMED_IN: &str = "SELECT DISTINCT post_id FROM seen_named_in
     WHERE account_id = ?1 AND post_id < ?2 ORDER BY post_id DESC LIMIT ?3";
pub(super) const TAG: &str = "SELECT item_id FROM seen_post_tag
     WHERE name = ?1 AND item_id < ?2 AND state <> 'removed' ORDER BY item_id DESC LIMIT ?3";
// Each person's newest first, then the newest of those: one short walk down an index a person.
pub(super) const ASPECT: &str = "SELECT r.id FROM seen_aspect_person AS p CROSS JOIN seen_root AS r
     WHERE p.aspect_id = ?1
       AND r.id IN (SELECT n.id FROM seen_root AS n WHERE n.author_id = p.person_id AND n.id < ?2
                    AND n.state <> 'removed' ORDER BY n.id DESC LIMIT ?3)
     ORDER BY r.id DESC LIMIT ?3";
pub(super) const TAGS: &str = "SELECT DISTINCT r.id FROM seen_followed_tag AS f CROSS JOIN seen_root AS r
     WHERE r.id IN (SELECT n.item_id FROM seen_post_tag AS n WHERE n.name = f.name AND n.item_id < ?1
                    AND n.state <> 'removed' ORDER BY n.item_id DESC LIMIT ?2)
     ORDER BY r.id DESC LIMIT ?2";
pub(super) const REACTED: &str =
    "SELECT m.item_id FROM seen_my_reaction AS m CROSS JOIN seen_root AS r ON r.id = m.item_id
     WHERE m.item_id < ?1 AND r.state <> 'removed' ORDER BY m.item_id DESC LIMIT ?2";
pub(super) const COMMENTED: &str =
    "SELECT DISTINCT c.post_id FROM seen_my_comment AS c CROSS JOIN seen_root AS r ON r.id = c.post_id
     WHERE c.post_id < ?1 AND r.state <> 'removed' ORDER BY c.post_id DESC LIMIT ?2";
pub(super) const ASPECTS_HAS: &str = "SELECT 1 FROM seen_root AS r WHERE r.id = ?1 AND r.state <> 'removed'
       AND EXISTS (SELECT 1 FROM seen_aspect_person AS p JOIN seen_stream_aspect AS a ON a.id = p.aspect_id
                   WHERE p.person_id = r.author_id)";
/// Is the post `r` one of Home's, for the account in `?2`?
macro_rules! home {
    ($before:literal, $after:literal) => {
        concat!(
            $before,
            " AND r.state <> 'removed' AND (r.author_id = ?2
               OR EXISTS (SELECT 1 FROM seen_contact WHERE owner_id = ?2 AND person_id = r.author_id)
               OR EXISTS (SELECT 1 FROM seen_person WHERE id = r.author_id AND role <> 'member')
               OR EXISTS (SELECT 1 FROM seen_post_mention WHERE item_id = r.id AND account_id = ?2)
               OR EXISTS (SELECT 1 FROM seen_post_target AS t WHERE t.item_id = r.id AND (
                     (t.kind = 'person' AND t.target_id = ?2)
                  OR (t.kind = 'group'
                      AND EXISTS (SELECT 1 FROM seen_membership WHERE group_id = t.target_id AND account_id = ?2)))))",
            $after
        )
    };
}

const HOME_HAS: &str = home!("SELECT 1 FROM seen_root AS r WHERE r.id = ?1", "");
/// The same over a window of ids, newest first.
pub(super) const HOME_WINDOW: &str =
    home!("SELECT r.id FROM seen_root AS r WHERE r.id >= ?1 AND r.id < ?3", " ORDER BY r.id DESC LIMIT ?4");

#[cfg(test)]
#[path = "stream_tests.rs"]
mod tests;
