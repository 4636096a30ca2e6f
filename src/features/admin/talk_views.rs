//! The HTML of what staff say about somebody's private talk.

use super::person_views::{Asker, Person};
use crate::base::Talk;
use crate::lang::Lang;
use crate::ui::{self, Button, Field, Form, Icon, Said};
use maud::{Markup, html};

/// With whom they may write privately, where the house lets only pairs.
pub(super) fn talk(
    lang: &Lang,
    asker: &Asker<'_>,
    shown: &Person<'_>,
    rule: Talk,
    typed: &str,
    said: &Said,
) -> Markup {
    html! {
        @if rule == Talk::Pairs || !shown.talk.pairs.is_empty() {
            section.card {
                h2.card-title { (lang.talking_title()) }
                (pairs(lang, asker, shown, rule, typed, said))
            }
        }
    }
}

fn pairs(lang: &Lang, asker: &Asker<'_>, shown: &Person<'_>, rule: Talk, typed: &str, said: &Said) -> Markup {
    let action = format!("/admin/people/{}/pairs", shown.person.id);
    let form = Form { action: &action, same_site: asker.same_site, ..Form::default() };
    let field =
        Field::new("pair", lang.talking_pair()).hint(lang.talking_pair_hint()).value(typed).required();
    html! {
        h3 { (lang.talking_pairs()) }
        @if rule != Talk::Pairs { p.soft { (lang.talking_pairs_idle()) } }
        ul.list role="list" {
            @for other in &shown.talk.pairs {
                li.row {
                    span { bdi { (other.shown_name) } " " bdi.soft { "@" (other.username) } }
                    div.end { (ui::button_form(&format!("{action}/{}/remove", other.id), asker.same_site, &[], Button::Usual, None, lang.talking_part())) }
                }
            }
        }
        (ui::form(lang, &form, html! {
            (ui::text(&field.suggests("/suggest").problem(said.of("pair")).autocomplete("off")))
            (ui::button(Button::Usual, Some(Icon::Plus), lang.talking_pair_add()))
        }))
    }
}
