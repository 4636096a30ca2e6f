//! The HTML of the picture of a conversation: where it comes from, and changing it.

use super::people_views::About;
use super::store::Picture;
use super::views::face;
use crate::ui::{self, AvatarSize, Button, Field, Form, Icon, Said, picture_address};
use crate::web::Visit;
use maud::{Markup, html};

/// Where the picture is fetched that stands for a conversation.
pub(super) fn address(picture: &Picture) -> String {
    match picture {
        Picture::Person(id, name) => picture_address(*id, name),
        Picture::Group(id, name) => format!("/groups/{id}/picture/{name}"),
        Picture::Talk(id, name) => format!("/chat/{id}/picture/{name}"),
    }
}

/// Setting, changing and taking away the picture, for who leads the conversation.
pub(super) fn form(visit: &Visit, about: &About, said: &Said) -> Markup {
    let (lang, same_site, problems) = (visit.lang(), visit.same_site(), said.list());
    let action = format!("/chat/{}/picture", about.talk.id);
    let form =
        Form { action: &action, same_site: &same_site, problems: &problems, files: true, ..Form::default() };
    let field = Field::new("picture", lang.my_picture()).hint(lang.chat_picture_hint());
    let may_send =
        visit.someone().is_some_and(|me| me.may_send(visit.rules())) || said.of("picture").is_some();
    html! {
        @if may_send || about.talk.picture.is_some() {
            section.card {
                h2.card-title { (lang.my_picture()) }
                @if about.talk.picture.is_some() {
                    div.row {
                        (face(lang, &about.named, AvatarSize::Large))
                        (ui::act_button(&format!("{action}/remove"), None, Button::Usual, Some(Icon::Trash), lang.my_picture_remove()))
                    }
                }
                @if may_send {
                    (ui::form(lang, &form, html! {
                        (ui::file(&field.required().problem(said.of("picture")), "image/*", false))
                        div.buttons { (ui::button(Button::Usual, None, lang.save())) }
                    }))
                }
            }
        }
    }
}

/// The picture of a conversation as staff see it: blurred and grey until somebody asks to see it.
pub fn shielded_picture(lang: &crate::lang::Lang, address: &str) -> Markup {
    html! {
        label.photo-shield {
            input.unseen type="checkbox" aria-label=(lang.desk_show_photo());
            img src=(address) alt=(lang.chat_picture_of()) loading="lazy" decoding="async";
            span.photo-shield-words { (ui::icon(Icon::Eye)) (lang.desk_show_photo()) }
        }
    }
}
