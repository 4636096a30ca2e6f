//! The SQL of cards: a post with everything its card shows, in a fixed number of statements.

use super::may_pass_on;
use super::store::{POST, Post, post};
use crate::base::{AudienceKind, ItemId, Kind, Result};
use crate::db::Snapshot;
use crate::features::items::{self, id_list};
use crate::features::polls::{self, Poll};
use std::collections::HashMap;
use std::sync::Arc;

/// One photo of a post.
#[derive(Clone, Debug)]
pub struct PhotoLine {
    /// Its id: the address of its files.
    pub id: ItemId,
    /// Its place in the post, from 0.
    pub place: usize,
    /// Alternative text, perhaps none.
    pub alt: String,
    /// Width of the large size, pixels.
    pub width: u32,
    /// Height of the large size, pixels.
    pub height: u32,
}

/// A post with everything that its card shows.
#[derive(Clone, Debug)]
pub struct Card {
    /// The post.
    pub post: Post,
    /// Its photos in order.
    pub photos: Vec<PhotoLine>,
    /// The groups it went to that the viewer may know of: id and name.
    pub groups: Vec<(i64, String)>,
    /// How many comments the viewer sees under it.
    pub comments: i64,
    /// How many of each kind of reaction.
    pub reactions: Vec<(String, i64)>,
    /// The viewer's own reaction.
    pub mine: Option<String>,
    /// Sign-in names that the text may link, each with its shown name.
    pub mentions: HashMap<String, String>,
    /// Its poll.
    pub poll: Option<Poll>,
    /// The post that it passes on, where it passes one on and the viewer sees that as everybody does.
    pub original: Option<Arc<Card>>,
    /// How many posts that the viewer sees pass it on.
    pub reshares: i64,
}

impl Card {
    pub(super) fn of(post: Post) -> Card {
        Card {
            post,
            photos: Vec::new(),
            groups: Vec::new(),
            comments: 0,
            reactions: Vec::new(),
            mine: None,
            mentions: HashMap::new(),
            poll: None,
            original: None,
            reshares: 0,
        }
    }

    /// The poll that it shows: its own, or that of the post it passes on.
    pub(super) fn shown_poll(&self) -> Option<&Poll> {
        self.poll.as_ref().or(self.original.as_ref().and_then(|original| original.poll.as_ref()))
    }

    /// Is its number of reshares, and what it passes on, the same for all who see it?
    fn is_passed_on_alike(&self) -> bool {
        let two_polls = self.poll.is_some() && self.original.as_ref().is_some_and(|card| card.poll.is_some());
        !self.post.passed_narrowly && !two_polls
    }

    /// Does it look the same for all who see it and have no block between them and anybody? Not where it
    /// names several groups: each reader knows only their own.
    pub(super) fn is_alike_for_all(&self) -> bool {
        self.is_passed_on_alike() && (self.post.audience != AudienceKind::Groups || self.post.targets == 1)
    }
}

/// The cards of these posts, newest first; what the viewer does not see is left out.
///
/// A fixed number of statements, however many posts.
///
/// # Errors
/// `Broken` if the database fails.
pub fn cards(look: &Snapshot<'_>, ids: &[ItemId]) -> Result<Vec<Card>> {
    let list = id_list(ids);
    let posts = look.list(
        &format!("{POST} WHERE p.id IN (SELECT value FROM json_each(?1)) ORDER BY p.id DESC"),
        [&list],
        post,
    )?;
    let mut cards: Vec<Card> = posts.into_iter().map(Card::of).collect();
    fill_photos(look, &mut cards)?;
    fill_groups(look, &mut cards)?;
    fill_counts(look, &list, &mut cards)?;
    fill_reactions(look, &mut cards)?;
    fill_polls(look, &mut cards)?;
    fill_mentions(look, &mut cards)?;
    fill_reshares(look, &list, &mut cards)?;
    fill_originals(look, &mut cards)?;
    Ok(cards)
}

fn fill_mentions(look: &Snapshot<'_>, cards: &mut [Card]) -> Result<()> {
    let mut mentions =
        items::mentions(look, cards.iter().map(|card| (card.post.id, card.post.body.as_str())))?;
    for card in cards {
        card.mentions = mentions.remove(&card.post.id).unwrap_or_default();
    }
    Ok(())
}

/// How many pass each of them on: only what is for everyone can be.
fn fill_reshares(look: &Snapshot<'_>, list: &str, cards: &mut [Card]) -> Result<()> {
    if !cards.iter().any(|card| may_pass_on(&card.post)) {
        return Ok(());
    }
    let counts = look.list(
        "SELECT root_id, count(*) FROM seen_reshare
         WHERE root_id IN (SELECT value FROM json_each(?1)) AND state = 'shown' GROUP BY root_id",
        [list],
        |row| Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?)),
    )?;
    for (post, count) in counts {
        if let Some(card) = card_of(cards, post) {
            card.reshares = count;
        }
    }
    Ok(())
}

/// What they pass on, each once, with what is shown of it inside another card.
fn fill_originals(look: &Snapshot<'_>, cards: &mut [Card]) -> Result<()> {
    let roots: Vec<ItemId> = cards.iter().filter_map(|card| card.post.root).collect();
    if roots.is_empty() {
        return Ok(());
    }
    let posts = look.list(
        &format!(
            "{POST} WHERE p.id IN (SELECT value FROM json_each(?1)) AND p.audience = 'everyone' AND p.state = 'shown'
             ORDER BY p.id DESC"
        ),
        [id_list(&roots)],
        post,
    )?;
    let mut originals: Vec<Card> = posts.into_iter().map(Card::of).collect();
    fill_photos(look, &mut originals)?;
    fill_polls(look, &mut originals)?;
    fill_mentions(look, &mut originals)?;
    let originals: HashMap<ItemId, Arc<Card>> =
        originals.into_iter().map(|card| (card.post.id, Arc::new(card))).collect();
    for card in cards {
        card.original = card.post.root.and_then(|root| originals.get(&root).cloned());
    }
    Ok(())
}

fn card_of(cards: &mut [Card], id: i64) -> Option<&mut Card> {
    // Newest first, so the ids go down.
    let place = cards.binary_search_by(|card| id.cmp(&card.post.id.0)).ok()?;
    cards.get_mut(place)
}

fn fill_photos(look: &Snapshot<'_>, cards: &mut [Card]) -> Result<()> {
    let with: Vec<ItemId> =
        cards.iter().filter(|card| card.post.photos > 0).map(|card| card.post.id).collect();
    if with.is_empty() {
        return Ok(());
    }
    let rows = look.list(
        "SELECT parent_id, id, place, alt, width, height FROM seen_photo
         WHERE parent_id IN (SELECT value FROM json_each(?1)) ORDER BY parent_id, place",
        [id_list(&with)],
        |row| {
            let photo = PhotoLine {
                id: ItemId(row.get(1)?),
                place: row.get::<_, i64>(2)? as usize,
                alt: row.get(3)?,
                width: row.get(4)?,
                height: row.get(5)?,
            };
            Ok((row.get::<_, i64>(0)?, photo))
        },
    )?;
    for (post, photo) in rows {
        if let Some(card) = card_of(cards, post) {
            card.photos.push(photo);
        }
    }
    Ok(())
}

fn fill_polls(look: &Snapshot<'_>, cards: &mut [Card]) -> Result<()> {
    let with: Vec<ItemId> = cards.iter().filter(|card| card.post.has_poll).map(|card| card.post.id).collect();
    let mut found = polls::polls(look, &with)?;
    for card in cards.iter_mut().filter(|card| card.post.has_poll) {
        card.poll = found.remove(&card.post.id);
    }
    Ok(())
}

fn fill_groups(look: &Snapshot<'_>, cards: &mut [Card]) -> Result<()> {
    let to_groups = |card: &&Card| card.post.audience == AudienceKind::Groups;
    let with: Vec<ItemId> = cards.iter().filter(to_groups).map(|card| card.post.id).collect();
    if with.is_empty() {
        return Ok(());
    }
    let rows = look.list(
        "SELECT t.item_id, g.id, g.name FROM seen_post_target AS t JOIN seen_group AS g ON g.id = t.target_id
         WHERE t.kind = 'group' AND t.item_id IN (SELECT value FROM json_each(?1)) ORDER BY g.name",
        [id_list(&with)],
        |row| Ok((row.get::<_, i64>(0)?, (row.get(1)?, row.get(2)?))),
    )?;
    for (post, group) in rows {
        if let Some(card) = card_of(cards, post) {
            card.groups.push(group);
        }
    }
    Ok(())
}

fn fill_counts(look: &Snapshot<'_>, list: &str, cards: &mut [Card]) -> Result<()> {
    let comments = look.list(
        "SELECT post_id, count(*) FROM seen_comment
         WHERE post_id IN (SELECT value FROM json_each(?1)) AND state = 'shown' GROUP BY post_id",
        [list],
        |row| Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?)),
    )?;
    for (post, count) in comments {
        if let Some(card) = card_of(cards, post) {
            card.comments = count;
        }
    }
    Ok(())
}

fn fill_reactions(look: &Snapshot<'_>, cards: &mut [Card]) -> Result<()> {
    let ids: Vec<ItemId> = cards.iter().map(|card| card.post.id).collect();
    let mut reactions = items::reactions(look, Kind::Post, &ids)?;
    for card in cards {
        let under = reactions.remove(&card.post.id).unwrap_or_default();
        (card.reactions, card.mine) = (under.each, under.mine);
    }
    Ok(())
}
