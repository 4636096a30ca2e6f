//! A post as it would look, before it is there.

use super::{Card, Draft, Post, Shield, shield, store};
use crate::base::{Audience, ItemId, Result, Rules, State, limits, text};
use crate::db::Snapshot;
use crate::features::items;

/// The card of a post that was typed and not sent. Its photos are not in it: they are drawn beside it, from where they are kept.
///
/// # Errors
/// `Invalid` as for sending it, but for what is missing.
pub fn card(look: &Snapshot<'_>, rules: &Rules, draft: &Draft) -> Result<Card> {
    let body = text::within("body", text::tidy(&draft.body), limits::POST_CHARS_MAX)?;
    let poll = draft.poll.fit(!body.is_empty(), &rules.time_zone, look.now_ms())?;
    let why = shield::fit(draft.shield.as_deref())?;
    let mut groups = Vec::new();
    if let Audience::Groups(chosen) = &draft.audience {
        for group in chosen.iter().take(limits::AUDIENCE_TARGETS_MAX) {
            groups.extend(store::target_name(look, "group", group.0)?.map(|name| (group.0, name)));
        }
    }
    let mentions = items::would_name(look, &body)?;
    let post = Post {
        id: ItemId(0),
        author: store::myself(look)?,
        audience: draft.audience.kind(),
        state: State::Shown,
        made_at: look.now_ms(),
        edited_at: None,
        body,
        photos: 0,
        targets: draft.audience.targets().len() as i64,
        has_poll: poll.is_some(),
        locked: false,
        root: None,
        passed_narrowly: false,
        shield: why.map(|why| Shield { by_author: true, by_staff: false, why }),
        watched: 0,
    };
    Ok(Card {
        poll: poll.as_ref().map(crate::features::polls::NewPoll::preview),
        groups,
        mentions,
        ..Card::of(post)
    })
}
