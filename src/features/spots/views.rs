//! The HTML of people tagged in photos: over the picture, under it, and the pages about them.

use super::pages::Typed;
use super::{Place, Spot, may_remove};
use crate::base::ItemId;
use crate::features::albums::{self, Photo};
use crate::features::items::Author;
use crate::features::posts;
use crate::lang::Lang;
use crate::ui::{self, AvatarSize, Button, Choice, Field, Form, Icon, Said, picture_address};
use crate::web::Visit;
use maud::{Markup, html};

/// Thousandths as a share of the whole: `45.3%`.
fn share(thousandths: i64) -> String {
    format!("{}.{}%", thousandths / 10, thousandths % 10)
}

/// The people of a photo drawn over it. Who cannot see that, or has no pointer, reads the list under it.
pub fn over(photo: ItemId, spots: &[Spot]) -> Markup {
    html! {
        svg.spots-over id={ "spots-over-" (photo) } aria-hidden="true" {
            @for spot in spots { (drawn(spot.place, Some(&spot.person.shown_name), spot.id)) }
        }
    }
}

/// One ring, with a name that stays inside the picture. A place in percent needs no style, which our content policy
/// would refuse.
fn drawn(place: Place, name: Option<&str>, id: i64) -> Markup {
    let (anchor, from) = match place.across {
        ..250 => ("start", "-22"),
        250..=750 => ("middle", "0"),
        _ => ("end", "22"),
    };
    html! {
        svg.spot data-spot=(id) x=(share(place.across)) y=(share(place.down)) overflow="visible" {
            circle.spot-shade r="22" {}
            circle.spot-ring r="22" {}
            @if let Some(name) = name {
                text.spot-name x=(from) y=(if place.down > 650 { "-34" } else { "44" }) text-anchor=(anchor) { (name) }
            }
        }
    }
}

/// Who is in a photo, in words, with what the reader can do about each, who may make something there or not.
pub fn list(lang: &Lang, (me, writes): (i64, bool), photo: ItemId, spots: &[Spot]) -> Markup {
    html! {
        div.spots id={ "spots-" (photo) } {
            @if !spots.is_empty() {
                h2.spots-title id={ "spots-title-" (photo) } { (lang.spots_here()) }
                ul.spot-list role="list" aria-labelledby={ "spots-title-" (photo) } {
                    @for spot in spots { li.spot-line data-spot=(spot.id) { (line(lang, (me, writes), spot)) } }
                }
            }
        }
    }
}

fn line(lang: &Lang, (me, writes): (i64, bool), spot: &Spot) -> Markup {
    let name = spot.person.shown_name.as_str();
    let back = format!("/photos/{}", spot.photo);
    let own = spot.person.id.0 == me;
    html! {
        a.person-name href={ "/people/" (spot.person.username) } { bdi { (name) } }
        @if spot.waits { span.chip.chip-clay { (ui::icon(Icon::Hourglass)) (lang.spots_waits()) } }
        @if spot.waits && own { (decide(lang, spot, &back, writes)) }
        @else if may_remove(me, spot) {
            @let words = lang.spots_remove(name);
            button.button.button-quiet.button-small.spot-remove form="act" formaction={ "/tagged/" (spot.id) "/remove" }
                name="return" value=(back) aria-label=(words) title=(words) { (ui::icon(Icon::X)) }
        }
    }
}

/// Yes or no, for whoever is asked; no alone, for who makes nothing.
fn decide(lang: &Lang, spot: &Spot, back: &str, writes: bool) -> Markup {
    let act = |word: &str| format!("/tagged/{}/{word}", spot.id);
    html! {
        @if writes { (ui::act_button(&act("allow"), Some(("return", back)), Button::Usual, Some(Icon::Check), lang.spots_allow())) }
        (ui::act_button(&act("remove"), Some(("return", back)), Button::Usual, Some(Icon::X), lang.spots_refuse()))
    }
}

/// The people of a photo as they are now, for a page that is open.
pub(super) fn changed(lang: &Lang, me: (i64, bool), photo: ItemId, spots: &[Spot]) -> String {
    html! {
        turbo-stream action="replace" target={ "spots-over-" (photo) } { template { (over(photo, spots)) } }
        turbo-stream action="replace" target={ "spots-" (photo) } { template { (list(lang, me, photo, spots)) } }
    }
    .into_string()
}

/// The form for tagging somebody: a tap on the picture, or one of nine boxes; and who it is.
pub(super) fn form(visit: &Visit, photo: &Photo, spots: &[Spot], typed: &Typed, said: &Said) -> Markup {
    let (lang, same_site, problems) = (visit.lang(), visit.same_site(), said.list());
    let link = format!("/photos/{}", photo.id);
    let (action, suggest) = (format!("{link}/tag"), format!("/suggest?photo={}", photo.id));
    let form = Form { action: &action, same_site: &same_site, problems: &problems, ..Form::default() };
    let person = Field::new("person", lang.spots_who()).hint(lang.spots_who_hint()).value(&typed.person);
    let person = person.suggests(&suggest).autocomplete("off").problem(said.of("person"));
    let place = typed.place();
    html! {
        section.card.spot-page data-spotting {
            h1 { (lang.spots_add()) }
            p.soft data-spot-tap hidden { (lang.spots_tap()) }
            @let picture = html! {
                div.spotted {
                    img.photo-large src={ (link) "/large" } alt=(photo.alt) width=(photo.width) height=(photo.height)
                        loading=[photo.shielded.then_some("lazy")] decoding="async";
                    (over(photo.id, spots))
                    svg.spots-over.spots-new aria-hidden="true" {
                        @if let Some(place) = place { (drawn(place, None, 0)) }
                    }
                }
            };
            @if photo.shielded {
                // Whoever has pointed at somebody in it has looked already.
                (posts::shield_of_photo(lang, visit.rules(), opens_shields(visit) || place.is_some(), &picture))
            } @else { (picture) }
            button.button.button-small type="button" data-spot-keys hidden { (ui::icon(Icon::ArrowUp)) (lang.spots_keys()) }
            (ui::form(lang, &form, html! {
                input type="hidden" name="across" value=(typed.across);
                input type="hidden" name="down" value=(typed.down);
                (boxes(lang, &typed.in_box, said))
                (ui::text(&person))
                div.buttons {
                    (ui::button(Button::Main, None, lang.spots_do()))
                    button.button name="me" value="yes" { (lang.spots_me()) }
                    a.button href=(link) { (lang.cancel()) }
                }
            }))
        }
    }
}

/// Nine boxes, as they lie in the picture.
fn boxes(lang: &Lang, chosen: &str, said: &Said) -> Markup {
    let labels = [
        lang.spots_top_left(),
        lang.spots_top(),
        lang.spots_top_right(),
        lang.spots_left(),
        lang.spots_middle(),
        lang.spots_right(),
        lang.spots_bottom_left(),
        lang.spots_bottom(),
        lang.spots_bottom_right(),
    ];
    let choices = labels.iter().zip(["1", "2", "3", "4", "5", "6", "7", "8", "9"]);
    let choices: Vec<Choice<'_>> =
        choices.map(|(label, value)| Choice { value, label, hint: None, chosen: value == chosen }).collect();
    let field = Field::new("box", lang.spots_where()).problem(said.of("box"));
    html! { div.spot-boxes { (ui::radios(&field, &choices)) } }
}

/// The tags of the reader that wait for their word, and whether they are asked at all.
pub(super) fn mine(visit: &Visit, spots: &[Spot], asks: bool, older: Option<&str>) -> Markup {
    let (lang, same_site) = (visit.lang(), visit.same_site());
    let form = Form { action: "/my/tags", same_site: &same_site, ..Form::default() };
    let me = visit.someone().map(|me| me.username.as_str()).unwrap_or_default();
    html! {
        h1 { (lang.spots_mine()) }
        p { a href={ "/people/" (me) "/tagged" } { (lang.spots_of_me()) } }
        section.card {
            h2.card-title { (lang.spots_waiting()) }
            @if spots.is_empty() { p.soft { (lang.spots_waiting_none()) } }
            @else { ul.list role="list" { @for spot in spots { li.spot-asked { (asked(lang, spot, opens_shields(visit), posts::writes(visit))) } } } }
        }
        (ui::pager(lang, None, older))
        section.card {
            h2.card-title { (lang.nav_settings()) }
            (ui::form(lang, &form, html! {
                (ui::checkbox(&Field::new("ask", lang.spots_ask()).hint(lang.spots_ask_hint()), asks))
                (ui::button(Button::Usual, None, lang.save()))
            }))
        }
    }
}

/// Does the reader see without asking what stands behind a shield?
fn opens_shields(visit: &Visit) -> bool {
    visit.someone().is_some_and(|me| me.open_shields)
}

/// The picture in which somebody would like to tag the reader, and yes or no.
fn asked(lang: &Lang, spot: &Spot, opens: bool, writes: bool) -> Markup {
    html! {
        @if spot.shielded && !opens {
            // Its picture is not even fetched.
            a.spot-asked-photo.photo-behind href={ "/photos/" (spot.photo) } aria-label=(lang.shield_the_photo()) { (ui::icon(Icon::EyeOff)) }
        } @else {
            a.spot-asked-photo href={ "/photos/" (spot.photo) } {
                img src={ "/photos/" (spot.photo) "/small" } alt=(lang.spots_the_photo()) loading="lazy" decoding="async";
            }
        }
        div.spot-asked-words {
            p { (lang.notice_tag_ask(spot.maker_name.as_str())) }
            div.buttons { (decide(lang, spot, "/my/tags", writes)) }
        }
    }
}

/// The photos in which somebody is tagged.
pub(super) fn of(visit: &Visit, who: &Author, photos: &[Photo], older: Option<&str>) -> Markup {
    let (lang, own) = (visit.lang(), visit.viewer().id() == Some(who.id));
    let address = format!("/people/{}", who.username);
    let picture = who.picture.as_deref().map(|name| picture_address(who.id, name));
    let face = posts::face(who, &address, picture.as_deref());
    html! {
        div.person.spots-of { (ui::avatar(&face, AvatarSize::Small)) (ui::person_name(&face)) }
        h1 { @if own { (lang.spots_of_me()) } @else { (lang.spots_of(who.shown_name.as_str())) } }
        @if photos.is_empty() {
            (ui::empty(Icon::Photo, lang.spots_of_none(), if own { lang.spots_of_me_none_words() } else { lang.spots_of_none_words() }, None))
        } @else { section.card { (albums::tiles(lang, photos, opens_shields(visit))) } }
        (ui::pager(lang, None, older))
        @if own { p { a.button.button-small href="/my/tags" { (ui::icon(Icon::Settings)) (lang.spots_mine()) } } }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_drawn_in_percent_and_its_name_stays_inside() {
        assert_eq!((share(0), share(453), share(1000)), ("0.0%".into(), "45.3%".into(), "100.0%".into()));
        let right = drawn(Place { across: 980, down: 990 }, Some("<Mia>"), 3).into_string();
        assert!(right.contains("text-anchor=\"end\"") && right.contains("y=\"-34\""), "{right}");
        assert!(right.contains("&lt;Mia&gt;"), "{right}");
    }
}
