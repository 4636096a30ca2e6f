//! Routes of pinning a post and taking it down.

use crate::base::{Act, Error, ItemId};
use crate::web::{Answer, Done, Gate, Routes, Visit};

/// Every route of this feature.
pub fn routes() -> Routes {
    Routes::default().post("/posts/{id}/pin", Gate::Member, create).post(
        "/posts/{id}/unpin",
        Gate::Member,
        remove,
    )
}

async fn create(visit: Visit) -> Answer {
    set(visit, true).await
}

async fn remove(visit: Visit) -> Answer {
    set(visit, false).await
}

async fn set(visit: Visit, pins: bool) -> Answer {
    let post = visit.part::<ItemId>("id")?;
    let stream: u32 = visit.form.text("stream").parse().map_err(|_| Error::NotFound)?;
    visit.write(Act::PinPost, move |change| super::set(change, post, i64::from(stream), pins)).await?;
    visit.go(&format!("/posts/{post}"), Some(Done::Saved))
}
