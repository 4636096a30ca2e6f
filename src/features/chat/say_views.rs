//! The HTML round one message: changing it, and who sees it.

use super::talk_store::Message;
use crate::base::limits;
use crate::features::items::{self, Author};
use crate::features::posts;
use crate::lang::Lang;
use crate::ui::{self, Icon, Said, picture_address};
use maud::{Markup, html};

/// The form for changing a message.
pub(super) fn edit(
    lang: &Lang,
    same_site: &str,
    message: &Message,
    body: &str,
    said: &Said,
    previewed: Option<&Markup>,
) -> Markup {
    let form = items::EditForm {
        title: lang.chat_edit_title(),
        about: lang.chat_edit_about(),
        action: &format!("/messages/{}/edit", message.id),
        same_site,
        label: lang.chat_message(),
        body,
        letters_max: limits::MESSAGE_CHARS_MAX,
        rows: 4,
        back: &format!("/messages/{}", message.id),
        suggest: &format!("/suggest?chat={}", message.conversation),
        preview: &format!("/messages/{}/edit/preview", message.id),
        previewed,
        said,
    };
    items::edit(lang, &form, &html! {})
}

/// The form for changing a message where it stands: `chat-edit.js` puts it into the message.
pub(super) fn edit_here(lang: &Lang, same_site: &str, message: &Message, body: &str, said: &Said) -> Markup {
    let (id, problem) = (message.id, said.of("body"));
    html! {
        form.message-edit method="post" action={ "/messages/" (id) "/edit" } data-edit-here data-guard=(lang.form_leave())
            data-not-taken=(lang.composer_not_taken()) data-no-network=(lang.composer_no_network()) {
            input type="hidden" name="same_site" value=(same_site);
            input type="hidden" name="here" value="yes";
            label.unseen for={ "edit-" (id) } { (lang.chat_message()) }
            div.talk-field {
                textarea.input id={ "edit-" (id) } name="body" rows="1" dir="auto" maxlength=(limits::MESSAGE_CHARS_MAX)
                    data-suggest={ "/suggest?chat=" (message.conversation) } enterkeyhint="enter"
                    aria-describedby={ "edit-" (id) "-problem" } aria-invalid=[problem.map(|_| "true")] {
                    "\n" (body)
                }
            }
            p.problem id={ "edit-" (id) "-problem" } role="alert" data-problem hidden[problem.is_none()] {
                (ui::icon(Icon::AlertCircle)) span data-words { @if let Some(words) = problem { (words) } }
            }
            div.buttons {
                button.button.button-small.button-main { (lang.save()) }
                button.button.button-small type="button" data-edit-none { (lang.cancel()) }
            }
        }
    }
}

/// Who sees a message, and who has read it, where that may be told.
pub(super) fn who(lang: &Lang, message: &Message, sentence: &str, readers: Option<&[Author]>) -> Markup {
    html! {
        section.card {
            h1 { (lang.foot_who_sees()) }
            p.seen-by { (ui::icon(Icon::Eye)) span { (sentence) } }
            @if let Some(readers) = readers {
                h2.card-title { (lang.chat_seen(readers.len() as i64)) }
                ul.list role="list" {
                    @for reader in readers {
                        @let address = format!("/people/{}", reader.username);
                        @let picture = reader.picture.as_deref().map(|name| picture_address(reader.id, name));
                        li { (ui::person(&posts::face(reader, &address, picture.as_deref()), None)) }
                    }
                }
            }
            p { a href={ "/messages/" (message.id) } data-turbo="false" { (lang.chat_to_message()) } }
        }
    }
}

/// In how many conversations something is new, in its place in every open page.
pub(super) fn badge(lang: &Lang, chats: i64) -> String {
    let badge = ui::chats_badge(lang, u32::try_from(chats).unwrap_or(0));
    html! { turbo-stream action="replace" target="chats-unread" { template { (badge) } } }.into_string()
}
