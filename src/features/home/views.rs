//! The HTML beside Home.

use crate::base::AspectId;
use crate::features::groups::{self, Mine};
use crate::lang::Lang;
use crate::ui::{self, AvatarSize, Icon};
use maud::{Markup, PreEscaped, html};

/// The title, which the composer makes needless to see, and the notice board.
pub(super) fn head(lang: &Lang, board: &str) -> Markup {
    html! { h1.unseen { (lang.nav_home()) } (PreEscaped(board)) }
}

/// What was drawn before, as a piece of page.
pub(super) fn kept(html: &str) -> Markup {
    PreEscaped(html.to_owned())
}

/// My groups and my aspects, each a way to its stream.
pub(super) fn beside(lang: &Lang, groups: &[Mine], aspects: &[(AspectId, String)]) -> Markup {
    html! {
        @if !groups.is_empty() {
            (ui::titled_card(lang.group_mine(), html! {
                ul.link-list {
                    @for group in groups {
                        li {
                            a href={ "/groups/" (group.id) } {
                                (groups::sign(group.id, &group.name, group.picture.as_deref(), AvatarSize::Small)) bdi { (group.name) }
                            }
                        }
                    }
                }
            }))
        }
        (ui::titled_card(lang.stream_more(), html! {
            ul.link-list {
                @for (address, sign, words) in [
                    ("/streams/aspects", Icon::Circles, lang.stream_aspects()),
                    ("/streams/tags", Icon::Hash, lang.stream_tags()),
                    ("/streams/mentions", Icon::At, lang.stream_mentions()),
                    ("/streams/reacted", Icon::Heart, lang.stream_reacted()),
                    ("/streams/commented", Icon::MessageCircle, lang.stream_commented()),
                ] { li { a href=(address) { (ui::icon(sign)) (words) } } }
            }
        }))
        (ui::titled_card(lang.aspect_title(), html! {
            ul.link-list {
                @for (id, name) in aspects {
                    li { a href={ "/aspects/" (id) } { (ui::icon(Icon::Circles)) bdi { (name) } } }
                }
                li { a href="/aspects" { (ui::icon(Icon::Plus)) (lang.aspect_add()) } }
            }
        }))
    }
}
