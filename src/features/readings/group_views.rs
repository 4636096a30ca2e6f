//! The HTML of the conversation of a group, as staff read it; and of turning its pages.

use crate::base::{AccountId, GroupId, ItemId};
use crate::features::chat::{self, Overseeing, Overseen, Span};
use crate::features::desk::Who;
use crate::lang::Lang;
use crate::ui::{self, Icon, Now};
use maud::{Markup, html};
use std::collections::HashMap;

/// One page of a conversation, and the places where its neighbours begin.
pub(super) struct Turn {
    pub messages: Vec<Overseen>,
    pub earlier: Option<i64>,
    pub later: Option<i64>,
}

impl Turn {
    /// Of one message more than a page has.
    pub(super) fn of(mut messages: Vec<Overseen>, span: Span, page: usize) -> Turn {
        let more = messages.len() > page;
        match span {
            Span::After(_) => messages.truncate(page),
            Span::UpTo(_) if more => drop(messages.remove(0)),
            Span::UpTo(_) => {}
        }
        let first = messages.first().map(|message| message.place);
        let last = messages.last().map(|message| message.place);
        match span {
            Span::UpTo(i64::MAX) => Turn { earlier: first.filter(|_| more), later: None, messages },
            Span::UpTo(place) => {
                Turn { earlier: first.filter(|_| more), later: last.or(Some(place)), messages }
            }
            Span::After(place) => {
                Turn { earlier: first.or(Some(place)), later: last.filter(|_| more), messages }
            }
        }
    }
}

/// The way to the messages before these.
pub(super) fn earlier(lang: &Lang, here: &str, turn: &Turn) -> Markup {
    html! {
        @if let Some(place) = turn.earlier {
            p { a.button.button-small href={ (here) "?before=" (place) } rel="prev" { (ui::icon(Icon::ArrowUp)) (lang.chat_earlier()) } }
        }
    }
}

/// The way to those after them.
pub(super) fn later(lang: &Lang, here: &str, turn: &Turn) -> Markup {
    html! {
        @if let Some(place) = turn.later {
            p { a.button.button-small href={ (here) "?after=" (place) } rel="next" { (ui::icon(Icon::ArrowDown)) (lang.chat_later()) } }
        }
    }
}

/// The shown name of somebody, who may have left.
pub(super) fn name(lang: &Lang, people: &HashMap<i64, Who>, id: AccountId) -> String {
    people.get(&id.0).map_or_else(|| lang.desk_somebody().to_owned(), |who| who.shown_name.clone())
}

/// The whole page.
pub(super) fn talk(
    lang: &Lang,
    now: &Now,
    group: GroupId,
    group_name: &str,
    turn: Option<&Turn>,
    people: &HashMap<i64, Who>,
) -> Markup {
    let named = |id: AccountId| name(lang, people, id);
    let photo = |id: ItemId, size: &str| format!("/photos/{id}/{size}");
    let file = |id: i64, how: &str| format!("/documents/{id}/{how}");
    let acts = |message: &Overseen| {
        html! { p { a.button.button-quiet.button-small href={ "/desk/items/" (message.id) } { (ui::icon(Icon::ShieldCheck)) (lang.readings_decide()) } } }
    };
    let drawn = Overseeing { lang, now, name: &named, photo: &photo, file: &file, here: None, acts: &acts };
    let here = format!("/groups/{group}/talk");
    html! {
        div.main-head {
            h1 { (lang.readings_group_talk_title(group_name)) }
            a.button href={ "/groups/" (group) } { (ui::icon_turning(Icon::ArrowLeft)) (lang.back()) }
        }
        @match turn {
            None => (ui::empty(Icon::Messages, lang.readings_group_talk_none(), "", None)),
            Some(turn) => {
                p.soft { (lang.readings_group_talk_about()) }
                (earlier(lang, &here, turn))
                section.card {
                    @if turn.messages.is_empty() { p.soft { (lang.readings_nothing_said()) } }
                    (chat::overseen(&drawn, &turn.messages))
                }
                (later(lang, &here, turn))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::State;

    fn messages(places: std::ops::RangeInclusive<i64>) -> Vec<Overseen> {
        let of = |place| Overseen {
            id: ItemId(place),
            author: AccountId(1),
            state: State::Shown,
            by_author: false,
            place,
            at_ms: 0,
            edited: false,
            body: String::new(),
            answers: None,
            photos: Vec::new(),
            files: Vec::new(),
            earlier: Vec::new(),
        };
        places.map(of).collect()
    }

    fn shape(turn: &Turn) -> (Vec<i64>, Option<i64>, Option<i64>) {
        (turn.messages.iter().map(|message| message.place).collect(), turn.earlier, turn.later)
    }

    #[test]
    fn one_message_more_than_a_page_says_that_there_is_another_page() {
        let turn = Turn::of(messages(4..=6), Span::UpTo(i64::MAX), 2);
        assert_eq!(shape(&turn), (vec![5, 6], Some(5), None));
        let turn = Turn::of(messages(3..=4), Span::UpTo(4), 2);
        assert_eq!(shape(&turn), (vec![3, 4], None, Some(4)));
        let turn = Turn::of(messages(5..=7), Span::After(4), 2);
        assert_eq!(shape(&turn), (vec![5, 6], Some(5), Some(6)));
        let turn = Turn::of(messages(7..=7), Span::After(6), 2);
        assert_eq!(shape(&turn), (vec![7], Some(7), None));
    }
}
