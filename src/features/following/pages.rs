//! The route of following and muting a post.

use super::Wish;
use crate::base::{Act, Error, ItemId};
use crate::web::{Answer, Done, Gate, Routes, Visit};

/// Every route of this feature.
pub fn routes() -> Routes {
    Routes::default().post("/posts/{id}/follow", Gate::Member, update)
}

async fn update(visit: Visit) -> Answer {
    let post = visit.part::<ItemId>("id")?;
    let wish = Wish::parse(visit.form.text("wish")).ok_or(Error::NotFound)?;
    visit.pace("follow", 60, 1.0)?;
    visit.write(Act::FollowPost, move |change| super::wish(change, post, wish)).await?;
    visit.go(&format!("/posts/{post}"), Some(Done::Saved))
}
