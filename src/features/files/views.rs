//! The HTML of files: the list of a group, one file, putting one there, its words.

use super::{Sort, StoredFile};
use crate::base::{GroupId, ItemId, State, limits};
use crate::features::groups::Group;
use crate::features::levels::{self, Waits};
use crate::features::posts::{self, Seer};
use crate::lang::Lang;
use crate::ui::{self, Button, Field, Form, Icon, Now, Said, picture_address};
use crate::web::Visit;
use maud::{Markup, html};

/// One thing under another.
pub(super) fn under(top: &Markup, main: &Markup) -> Markup {
    html! { (top) (main) }
}

/// Tells the page to fetch itself anew.
pub(super) fn refresh() -> String {
    html! { turbo-stream action="refresh" {} }.into_string()
}

/// The files of a group, newest first.
pub(super) fn list(
    lang: &Lang,
    now: &Now,
    group: GroupId,
    files: &[StoredFile],
    may: bool,
    older: Option<&str>,
) -> Markup {
    html! {
        div.main-head {
            h2 { (lang.files_title()) }
            @if may { a.button.button-main href={ "/groups/" (group) "/files/new" } { (ui::icon(Icon::Upload)) (lang.files_new()) } }
        }
        @if files.is_empty() {
            (ui::empty(Icon::FileText, lang.files_none(), lang.files_none_words(), None))
        } @else {
            section.card.card-flush { ul.list role="list" { @for file in files { li data-item=(file.id) { (row(lang, now, file)) } } } }
        }
        (ui::pager(lang, None, older))
    }
}

fn row(lang: &Lang, now: &Now, file: &StoredFile) -> Markup {
    html! {
        span.file-sign aria-hidden="true" { (ui::icon(Icon::FileText)) span { (file.sort) } }
        div.person-words {
            a.person-name href={ "/files/" (file.id) } { bdi { (file.name) } }
            @if !file.about.is_empty() { span.soft dir="auto" { (file.about) } }
            span.soft { (lang.bytes(file.bytes)) " · " bdi { (file.author.shown_name) } " · " (now.ago(lang, file.made_at)) }
        }
        div.end.file-end {
            @if file.state == State::Held { span.chip.chip-clay { (ui::icon(Icon::Hourglass)) (lang.waiting()) } }
            a.button.button-small href={ "/files/" (file.id) "/fetch" } download data-turbo="false"
                aria-label=(lang.files_fetch_this(file.name.as_str())) title=(lang.download()) { (ui::icon(Icon::Download)) }
        }
    }
}

/// What the page of a file shows.
pub(super) struct FilePage {
    pub file: StoredFile,
    /// The name of its group, where the viewer still knows it.
    pub group: Option<String>,
    /// The viewer leads it.
    pub leads: bool,
    /// Nobody writes there now.
    pub rests: bool,
}

/// One file.
pub(super) fn file(seer: &Seer<'_>, page: &FilePage) -> Markup {
    let (lang, file) = (seer.lang, &page.file);
    let link = format!("/files/{}", file.id);
    let staff = posts::staff_word(lang, seer.rules.kind);
    html! {
        @if let Some(group) = &page.group { p.soft { a href={ "/groups/" (file.group) "/files" } { bdi { (group) } ": " (lang.files_title()) } } }
        article.card.post .post-held[file.state == State::Held] data-item=(file.id) {
            header.post-head {
                div.post-by {
                    h1.announcement-title { bdi { (file.name) } }
                    (by(seer, file))
                }
                (menu(seer, page))
            }
            @match file.state {
                State::Held => (ui::state(Icon::Hourglass, &lang.post_waiting(staff))),
                State::Removed => (ui::state(Icon::EyeOff, lang.files_removed())),
                State::Shown => {},
            }
            @if !file.about.is_empty() { p dir="auto" { (file.about) } }
            p.soft { (lang.files_sort(file.sort.word().to_uppercase(), lang.bytes(file.bytes))) }
            div.buttons {
                a.button.button-main href={ (link) "/fetch" } download data-turbo="false" { (ui::icon(Icon::Download)) (lang.download()) }
                @if file.sort == Sort::Pdf { a.button href={ (link) "/view" } data-turbo="false" { (ui::icon(Icon::Eye)) (lang.open()) } }
            }
        }
    }
}

fn by(seer: &Seer<'_>, file: &StoredFile) -> Markup {
    let (lang, author) = (seer.lang, &file.author);
    let address = format!("/people/{}", author.username);
    let picture = author.picture.as_deref().map(|name| picture_address(author.id, name));
    let face = posts::face(author, &address, picture.as_deref());
    html! {
        div.post-meta {
            (ui::person_name(&face))
            @if author.staff { (posts::staff_sign(seer)) }
            (seer.now.ago(lang, file.made_at))
            @if file.edited_at.is_some() { a href={ "/files/" (file.id) "/history" } { (lang.post_edited()) } }
        }
    }
}

fn menu(seer: &Seer<'_>, page: &FilePage) -> Markup {
    let (lang, file) = (seer.lang, &page.file);
    let (link, own) = (format!("/files/{}", file.id), file.author.id.0 == seer.me);
    let entries = html! {
        @if seer.writes && own && file.state != State::Removed { (ui::menu_link(&format!("{link}/edit"), Icon::Pencil, lang.files_edit())) }
        @if (own && file.state != State::Removed) || (page.leads && file.state == State::Shown) {
            (ui::menu_act(&format!("{link}/remove"), Icon::Trash, lang.files_take_out(), true))
        }
        @if !own { (ui::menu_link(&format!("/report/{}", file.id), Icon::Flag, lang.report_it())) }
        @if seer.moderates && !own {
            (ui::menu_link(&format!("/desk/items/{}", file.id), Icon::Gavel, lang.desk_decide()))
        }
    };
    ui::menu("post-menu", &lang.files_more_about(file.name.as_str()), entries)
}

/// Putting a file in a group.
pub(super) fn new(visit: &Visit, (group, waits): (&Group, Waits), about: &str, said: &Said) -> Markup {
    let (lang, same_site, problems) = (visit.lang(), visit.same_site(), said.list());
    let action = format!("/groups/{}/files", group.id);
    let form =
        Form { action: &action, same_site: &same_site, problems: &problems, files: true, ..Form::default() };
    let hint = lang.files_hint(limits::FILE_MIB_MAX as i64);
    let file = Field::new("file", lang.files_choose()).hint(&hint).required().problem(said.of("file"));
    let line = Field::new("about", lang.files_about()).value(about).optional(lang.form_optional());
    html! {
        section.card {
            h1 { (lang.files_new()) }
            p.soft { bdi { (group.name) } }
            (ui::form(lang, &form, html! {
                (ui::file(&file, &Sort::accept(), false))
                (ui::text(&line.letters_max(limits::FILE_ABOUT_CHARS_MAX).problem(said.of("about"))))
                (levels::waits_line(lang, waits, posts::staff_word(lang, visit.rules().kind)))
                div.buttons {
                    (ui::button(Button::Main, Some(Icon::Upload), lang.files_put()))
                    a.button href=(action) { (lang.cancel()) }
                }
            }))
        }
    }
}

/// Changing what a file is called, and the line about it.
pub(super) fn edit(
    visit: &Visit,
    (id, waits): (ItemId, Waits),
    name: &str,
    about: &str,
    said: &Said,
) -> Markup {
    let (lang, same_site, problems) = (visit.lang(), visit.same_site(), said.list());
    let action = format!("/files/{id}/edit");
    let form =
        Form { action: &action, same_site: &same_site, problems: &problems, guard: true, ..Form::default() };
    let called = Field::new("name", lang.files_name()).value(name).required().problem(said.of("name"));
    let line = Field::new("about", lang.files_about()).value(about).optional(lang.form_optional());
    html! {
        section.card {
            h1 { (lang.files_edit()) }
            (ui::form(lang, &form, html! {
                (ui::text(&called.letters_max(limits::TITLE_CHARS_MAX).autofocus()))
                (ui::text(&line.letters_max(limits::FILE_ABOUT_CHARS_MAX).problem(said.of("about"))))
                (levels::waits_line(lang, waits, posts::staff_word(lang, visit.rules().kind)))
                div.buttons {
                    (ui::button(Button::Main, None, lang.save()))
                    a.button href={ "/files/" (id) } { (lang.cancel()) }
                }
            }))
        }
    }
}
