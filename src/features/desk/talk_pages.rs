//! Routes of the picture of a conversation that staff see in a case.

use crate::base::{Act, Duty, Error, ItemId};
use crate::features::{chat, photos};
use crate::web::{Answer, Done, Gate, Routes, Visit};

pub(super) fn routes() -> Routes {
    let staff = Gate::HoldsSomewhere(Duty::Moderate);
    Routes::default().get("/desk/items/{id}/picture", staff, picture).post(
        "/desk/items/{id}/picture/remove",
        staff,
        take,
    )
}

async fn picture(visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    let talk = visit.read(|look| chat::talk_in_case(look, id)).await?.ok_or(Error::NotFound)?;
    photos::send_face(&visit, &talk.picture.ok_or(Error::NotFound)?).await
}

async fn take(visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    visit.write(Act::EditChat, move |change| chat::take_picture(change, id)).await?;
    visit.go(&format!("/desk/items/{id}"), Some(Done::Removed))
}
