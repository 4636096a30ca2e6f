//! The conversation of a group, for staff who moderate: they read it as they read what is posted to the group.

use super::{group_views, store};
use crate::base::{Duty, GroupId, limits};
use crate::features::chat::{self, Span};
use crate::features::desk;
use crate::ui::{Now, Place};
use crate::web::{Answer, Gate, Page, Routes, Visit};

pub(super) fn routes() -> Routes {
    Routes::default().get("/groups/{id}/talk", Gate::HoldsSomewhere(Duty::Moderate), show)
}

/// Where a page of a conversation begins: `?before=` and `?after=` are places.
pub(super) fn span(visit: &Visit) -> Span {
    let place = |name: &str| visit.query().text(name).parse::<i64>().ok();
    match (place("after"), place("before")) {
        (Some(after), _) => Span::After(after),
        (None, Some(before)) => Span::UpTo(before.saturating_sub(1)),
        (None, None) => Span::UpTo(i64::MAX),
    }
}

async fn show(visit: Visit) -> Answer {
    let group = visit.part::<GroupId>("id")?;
    let span = span(&visit);
    let read = visit
        .read(|look| {
            let name = store::group_name(look, group)?;
            let messages = match chat::of_group_by_staff(look, group)? {
                Some(id) => {
                    Some(chat::overseen_in(look, &chat::OF_GROUP, id, span, limits::MESSAGES_PAGE + 1)?)
                }
                None => None,
            };
            let named = messages.iter().flatten().map(|message| message.author.0);
            let people = desk::people(look, named)?;
            Ok((name, messages, people, look.now_ms()))
        })
        .await?;
    let (name, messages, people, now_ms) = read;
    let now = Now::new(now_ms, &visit.rules().time_zone);
    let lang = visit.lang();
    let turn = messages.map(|messages| group_views::Turn::of(messages, span, limits::MESSAGES_PAGE));
    let main = group_views::talk(lang, &now, group, &name, turn.as_ref(), &people);
    visit.show(Page::new(lang.readings_group_talk(), Place::Groups, main))
}
