//! The HTML over streams of one's own choice, and the list of hidden posts.

use super::store::{Aspect, Hidden};
use crate::base::{ItemId, limits, marks};
use crate::features::posts::{self, Card, Seer};
use crate::lang::Lang;
use crate::ui::{self, AvatarSize, Button, Choice, Field, Form, Icon, Now, Said, picture_address, prose};
use crate::web::Visit;
use maud::{Markup, html};

/// The address of the page of a tag.
pub(super) fn tag_address(name: &str) -> String {
    use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
    format!("/tags/{}", utf8_percent_encode(name, NON_ALPHANUMERIC))
}

/// Over the stream of aspects: which of them are in it.
pub(super) fn aspects(visit: &Visit, title: &str, aspects: &[Aspect]) -> Markup {
    let (lang, same_site) = (visit.lang(), visit.same_site());
    let form = Form { action: "/streams/aspects", same_site: &same_site, ..Form::default() };
    let values: Vec<String> = aspects.iter().map(|aspect| aspect.id.to_string()).collect();
    let rows = aspects.iter().zip(&values);
    let choices: Vec<Choice<'_>> = rows
        .map(|(aspect, value)| Choice { value, label: &aspect.name, hint: None, chosen: aspect.chosen })
        .collect();
    html! {
        section.card {
            h1 { (title) }
            @if aspects.is_empty() {
                p.soft { (lang.stream_aspects_none()) }
                p { a.button href="/aspects" { (ui::icon(Icon::Plus)) (lang.aspect_add()) } }
            } @else {
                (ui::form(lang, &form, html! {
                    (ui::checkboxes(&Field::new("aspects", lang.stream_aspects_choose()), &choices))
                    div.buttons { (ui::button(Button::Usual, Some(Icon::Check), lang.save())) }
                }))
            }
        }
    }
}

/// Over the stream of followed tags: which they are, and a field to follow another.
pub(super) fn tags(visit: &Visit, title: &str, followed: &[String], typed: &str, said: &Said) -> Markup {
    let (lang, same_site, problems) = (visit.lang(), visit.same_site(), said.list());
    let form =
        Form { action: "/streams/tags", same_site: &same_site, problems: &problems, ..Form::default() };
    let field = Field::new("tag", lang.stream_follow_tag()).hint(lang.stream_follow_tag_hint()).value(typed);
    let field = field.letters_max(marks::TAG_CHARS_MAX + 1).autocomplete("off").problem(said.of("tag"));
    html! {
        section.card {
            h1 { (title) }
            @if !followed.is_empty() {
                ul.list role="list" {
                    @for name in followed {
                        li {
                            a href=(tag_address(name)) { bdi { "#" (name) } }
                            div.end {
                                (ui::act_button(&format!("{}/unfollow", tag_address(name)), Some(("return", "/streams/tags")),
                                    Button::Quiet, Some(Icon::X), lang.stream_unfollow()))
                            }
                        }
                    }
                }
            }
            (ui::form(lang, &form, html! {
                (ui::text(&field))
                div.buttons { (ui::button(Button::Usual, Some(Icon::Plus), lang.stream_follow())) }
            }))
        }
    }
}

/// Over the stream of one tag: follow it, or no more.
pub(super) fn tag(visit: &Visit, name: &str, follows: bool) -> Markup {
    let lang = visit.lang();
    let (act, sign, words) = if follows {
        ("unfollow", Icon::X, lang.stream_unfollow())
    } else {
        ("follow", Icon::Plus, lang.stream_follow())
    };
    let action = format!("{}/{act}", tag_address(name));
    html! {
        div.row.row-apart {
            h1 { bdi { "#" (name) } }
            (ui::button_form(&action, &visit.same_site(), &[], Button::Usual, Some(sign), words))
        }
    }
}

/// In the place of a post that was just hidden: the way back.
pub(super) fn hidden_now(lang: &Lang, post: ItemId) -> String {
    html! {
        turbo-stream action="replace" target={ "post-" (post) } { template {
            div.card.hidden-now id={ "post-" (post) } data-item=(post) {
                span role="status" { (ui::icon(Icon::EyeOff)) " " (lang.stream_hidden_now()) }
                button.button.button-small form="act" formaction={ "/posts/" (post) "/unhide" } name="where" value="here" autofocus {
                    (ui::icon(Icon::ArrowBackUp)) (lang.stream_bring_back())
                }
            }
        } }
    }
    .into_string()
}

/// The post again, in its place.
pub(super) fn back(seer: &Seer<'_>, card: &Card) -> String {
    html! {
        turbo-stream action="replace" target={ "post-" (card.post.id) } { template { (posts::card(seer, card, false)) } }
    }
    .into_string()
}

/// The posts that the viewer hid, each with a way back.
pub(super) fn hidden(lang: &Lang, now: &Now, hidden: &[Hidden], older: Option<&str>) -> Markup {
    html! {
        h1 { (lang.stream_hidden()) }
        p.soft { (lang.stream_hidden_about()) }
        @if hidden.is_empty() {
            (ui::empty(Icon::EyeOff, lang.stream_hidden_none(), lang.stream_hidden_none_words(), None))
        } @else {
            section.card.card-flush {
                ul.list role="list" { @for post in hidden { li.search-line { (one(lang, now, post)) } } }
            }
        }
        (ui::pager(lang, None, older))
    }
}

fn one(lang: &Lang, now: &Now, post: &Hidden) -> Markup {
    let author = &post.author;
    let address = format!("/people/{}", author.username);
    let picture = author.picture.as_deref().map(|name| picture_address(author.id, name));
    let by = posts::face(author, &address, picture.as_deref());
    let words = prose::plain(&post.body, limits::EXCERPT_CHARS_MAX);
    html! {
        (ui::avatar(&by, AvatarSize::Small))
        div.search-words {
            p.search-by {
                (ui::person_name(&by))
                span.post-meta { a href={ "/posts/" (post.id) } { (now.ago(lang, post.made_at)) } }
            }
            p.search-text dir="auto" { @if words.is_empty() { (lang.stream_photos_only()) } @else { (words) } }
        }
        div.end {
            (ui::act_button(&format!("/posts/{}/unhide", post.id), None, Button::Usual, None, lang.stream_unhide()))
        }
    }
}
