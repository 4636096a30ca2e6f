//! The SQL of reactions.

use super::ReactionKind;
use crate::base::{AccountId, Error, ItemId, Kind, Result, State, Under};
use crate::db::{Change, Snapshot, params};

/// What somebody reacts to.
pub(super) struct Target {
    pub author: AccountId,
    /// The post or photo itself, or what a comment stands under.
    pub root: Under,
    pub state: State,
}

/// A post, photo or comment, as this viewer sees it.
pub(super) fn target(look: &Snapshot<'_>, kind: Kind, item: ItemId) -> Result<Target> {
    let sql = match kind {
        Kind::Post => "SELECT author_id, id, state, 'post' FROM seen_root WHERE id = ?1",
        Kind::Photo => "SELECT author_id, id, state, 'photo' FROM seen_photo WHERE id = ?1",
        Kind::Comment => {
            "SELECT author_id, post_id, state, 'post' FROM seen_comment WHERE id = ?1
             UNION ALL SELECT author_id, photo_id, state, 'photo' FROM seen_photo_comment WHERE id = ?1 LIMIT 1"
        }
        Kind::Album | Kind::Announcement | Kind::Event | Kind::File => return Err(Error::NotFound),
        // Messages are reacted to in their conversation (chat).
        Kind::Message | Kind::Conversation => return Err(Error::NotFound),
    };
    look.found(sql, [item.0], |row| {
        Ok(Target {
            author: AccountId(row.get(0)?),
            root: Under::of(
                Kind::parse(row.get_ref(3)?.as_str()?).unwrap_or(Kind::Post),
                ItemId(row.get(1)?),
            ),
            state: State::parse(row.get_ref(2)?.as_str()?).unwrap_or(State::Removed),
        })
    })
}

/// What the viewer has pressed there.
pub(super) fn mine(look: &Snapshot<'_>, item: ItemId) -> Result<Option<ReactionKind>> {
    let sql = "SELECT kind FROM seen_my_reaction WHERE item_id = ?1";
    let word = look.one(sql, [item.0], |row| row.get::<_, String>(0))?;
    Ok(word.as_deref().and_then(ReactionKind::parse))
}

pub(super) fn set(change: &mut Change<'_>, item: ItemId, kind: ReactionKind) -> Result<()> {
    let (me, now) = (change.me()?, change.now_ms());
    change.run(
        "INSERT INTO reaction (item_id, account_id, kind, made_at) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (item_id, account_id) DO UPDATE SET kind = excluded.kind, made_at = excluded.made_at",
        params![item.0, me.0, kind.word(), now],
    )?;
    Ok(())
}

pub(super) fn remove(change: &mut Change<'_>, item: ItemId) -> Result<()> {
    let me = change.me()?;
    change.run("DELETE FROM reaction WHERE item_id = ?1 AND account_id = ?2", params![item.0, me.0])?;
    Ok(())
}
