//! The HTML of the answer to who can see something.

use super::store::Group;
use crate::base::{AudienceKind, Kind};
use crate::lang::Lang;
use crate::ui::{self, Icon};
use maud::{Markup, html};

/// Everything that the answer says.
pub(super) struct Who<'a> {
    /// What was asked about.
    pub kind: Kind,
    /// With what it is seen: a post or an album.
    pub of: Kind,
    pub back: String,
    pub own: bool,
    pub audience: AudienceKind,
    pub waits: bool,
    pub staff: &'a str,
    pub sentence: &'a str,
    pub groups: &'a [Group],
    /// How many staff see it, because they work at the desk.
    pub at_desk: i64,
}

pub(super) fn who(lang: &Lang, who: &Who<'_>) -> Markup {
    let with = match (who.kind, who.of) {
        (Kind::Comment, Kind::Album) => Some(lang.who_comment_album()),
        (Kind::Comment, _) => Some(lang.who_comment_post()),
        (Kind::Photo, Kind::Album) => Some(lang.who_photo_album()),
        (Kind::Photo, _) => Some(lang.who_photo_post()),
        _ => None,
    };
    let open = matches!(who.audience, AudienceKind::Everyone | AudienceKind::Groups);
    let staff = if open { lang.who_staff_open(who.staff) } else { lang.who_staff_limited(who.staff) };
    html! {
        section.card.stack {
            h1 { (lang.foot_who_sees()) }
            @if let Some(with) = with { p { (with) } }
            (ui::seen_by("who-seen-by", who.sentence))
            @if who.waits { (ui::state(Icon::Hourglass, &lang.who_waits(who.staff))) }
            @if !who.groups.is_empty() {
                ul.link-list role="list" {
                    @for group in who.groups {
                        li { a href={ "/groups/" (group.id) "/members" } {
                            (ui::icon(Icon::UsersGroup)) span { (lang.who_group(group.people, group.name.as_str())) }
                        } }
                    }
                }
            }
            ul.who-rules {
                li { (staff) @if open { " " (lang.duties_number_desk(who.at_desk)) } }
                @if who.audience == AudienceKind::Contacts || who.audience == AudienceKind::Aspects {
                    li { @if who.own { (lang.who_later_mine()) } @else { (lang.who_later()) } }
                }
                li { (lang.who_blocked()) }
            }
            p { a href="/supervision" { (lang.supervised_about()) } }
            p { a.button href=(who.back) data-turbo=[(who.kind == Kind::Comment).then_some("false")] { (lang.back()) } }
        }
    }
}
