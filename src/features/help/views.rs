//! The HTML of the books, of who can see what, and of asking for help.

use super::find::Found;
use super::{Title, WHOLE};
use crate::base::{Approval, Duty, Role, Rules, TellReadings, limits};
use crate::features::accounts::Held;
use crate::features::posts::staff_word;
use crate::features::retention;
use crate::features::search::Stretch;
use crate::lang::Lang;
use crate::ui::{self, Book, Button, Field, Form, Icon, Now, Said};
use maud::{Markup, html};

/// All help there is for this reader.
pub(super) fn list(lang: &Lang, rules: &Rules, role: Option<Role>) -> Markup {
    let staff = staff_word(lang, rules.kind);
    html! {
        h1 { (lang.help_title()) }
        section.card {
            h2.card-title { (lang.help_need_title()) }
            @if role.is_some() {
                p { (lang.help_need_about(staff)) }
                p { a class=(Button::Main.class()) href="/help/need" { (ui::icon(Icon::Lifebuoy)) (lang.help_need_open(staff)) } }
                p { (lang.worry_help()) }
                p { a.button href="/people" { (ui::icon(Icon::Search)) (lang.worry_find()) } }
            } @else { p { (lang.help_need_stranger()) } }
            p.soft { (lang.help_need_now()) }
        }
        (search_form(lang, ""))
        section.card {
            h2.card-title { (lang.help_books()) }
            ul.list {
                @for title in Title::ALL.iter().filter(|title| title.is_for(role)) { (line(lang, *title)) }
                li { div {
                    a href="/supervision" { (lang.help_supervision_title()) }
                    p.soft { (lang.help_supervision_about(staff)) }
                } }
                @if role.is_some() {
                    li { div { a href="/help/keys" { (lang.keys_title()) } p.soft { (lang.keys_about()) } } }
                }
            }
        }
    }
}

fn search_form(lang: &Lang, typed: &str) -> Markup {
    let field = Field::new("q", lang.help_search()).value(typed).autocomplete("off");
    let field = field.hint(lang.help_search_hint()).letters_max(limits::SEARCH_CHARS_MAX);
    html! {
        form.card.search-form action="/help" method="get" role="search" {
            div.filters {
                (ui::search(&field))
                div.buttons { (ui::button(Button::Main, Some(Icon::Search), lang.search())) }
            }
        }
    }
}

/// Where the books say what was looked for.
pub(super) fn found(lang: &Lang, typed: &str, found: &[Found<'_>]) -> Markup {
    html! {
        h1 { (lang.help_title()) }
        (search_form(lang, typed))
        @if found.is_empty() {
            (ui::empty(Icon::Search, lang.help_search_nothing(), lang.help_search_nothing_words(), Some(("/help", lang.help_book_all()))))
        } @else {
            section.search-found {
                h2 { (lang.help_search_found(found.len() as i64)) }
                div.card.card-flush {
                    ul.list role="list" {
                        @for part in found { li.search-line lang=(part.tag) dir=(part.dir()) { div.search-words {
                            p.search-by { a href=(part.address) { (marked(&part.heading)) } span.post-meta { (part.book) } }
                            p.search-text { (marked(&part.text)) }
                        } } }
                    }
                }
            }
            p.no-print { a href="/help" { (lang.help_book_all()) } }
        }
    }
}

fn marked(stretches: &[Stretch]) -> Markup {
    html! { @for stretch in stretches { @if stretch.marked { mark { (stretch.words) } } @else { (stretch.words) } } }
}

fn line(lang: &Lang, title: Title) -> Markup {
    let (words, about) = match title {
        Title::Member => (lang.help_book_member(), lang.help_book_member_about()),
        Title::Supervisor => (lang.help_book_supervisor(), lang.help_book_supervisor_about()),
        Title::Installer => (lang.help_book_installer(), lang.help_book_installer_about()),
    };
    html! { li { div { a href=(title.address()) { (words) } p.soft { (about) } } } }
}

/// One book in one of its languages, whatever that of the page; `own` is the one its reader gets by themselves.
pub(super) fn book(lang: &Lang, book: &Book, title: Title, tag: &str, own: &str) -> Markup {
    let dir = Lang::find(tag).map_or("ltr", Lang::dir);
    html! {
        h1 lang=(tag) dir=(dir) { (book.title) }
        @if tag != WHOLE {
            p.soft { (lang.help_book_short()) " " a href={ (title.address()) "?in=" (WHOLE) } { (lang.help_book_whole()) } }
        } @else if own != WHOLE {
            p.soft { a href=(title.address()) { (lang.help_book_own()) } }
        }
        details.card open {
            summary { strong { (lang.help_book_contents()) } }
            ul lang=(tag) dir=(dir) {
                @for chapter in &book.chapters { li { a href={ "#" (chapter.id) } { (chapter.words) } } }
            }
        }
        article.card { div.prose.book lang=(tag) dir=(dir) { (book.body) } }
        p.no-print { a href="/help" { (lang.help_book_all()) } }
    }
}

/// Who reads it, and how many are trusted with what.
pub(super) struct Reader<'a> {
    pub signed_in: bool,
    pub staff: bool,
    pub numbers: &'a [Held],
}

/// Who can see what, under the rules as they are now.
pub(super) fn supervision(lang: &Lang, rules: &Rules, now: &Now, reader: &Reader<'_>) -> Markup {
    let kept = kept(lang, rules, now);
    let staff = staff_word(lang, rules.kind);
    html! {
        h1 { (lang.help_supervision_title()) }
        p.lead { (lang.help_supervision_about(staff)) }
        (who_sees(lang, staff))
        (part(lang.readings_title(), &reading(lang, rules, staff).iter().map(String::as_str).collect::<Vec<_>>()))
        (part(lang.help_waits_title(), &[waits(lang, rules.approval, staff).as_str()]))
        (part(&lang.help_do_title(staff), &[
            lang.help_do_remove(), lang.help_do_restore(), lang.help_do_accounts(), lang.help_do_password(),
            lang.help_do_record(),
        ]))
        (part(lang.help_kept_title(), &[
            lang.help_kept_items(staff).as_str(), kept[0].as_str(), kept[1].as_str(), lang.retention_help_longer(staff).as_str(),
            lang.help_kept_deleted(staff).as_str(), lang.help_kept_edits(), lang.help_kept_record(),
        ]))
        (part(lang.help_complain_title(), &[
            lang.help_complain_report(), lang.help_complain_decision(staff).as_str(), lang.help_need_now(),
        ]))
        @if !reader.numbers.is_empty() { (numbers(lang, reader)) }
        @if reader.signed_in {
            section.card {
                h2.card-title { (lang.help_data_title()) }
                p { (lang.help_data_words()) }
                ul.stack-small {
                    li { a href="/my/sessions" { (lang.help_data_sessions()) } }
                    li { a href="/my/record" { (lang.record_title()) } }
                    @if rules.charter > 0 { li { a href="/notice" { (lang.charter_title()) } } }
                }
            }
        }
        p.no-print { a href="/help" { (lang.help_book_all()) } }
    }
}

/// How many people are trusted with what, and for staff the way to who they are.
fn numbers(lang: &Lang, reader: &Reader<'_>) -> Markup {
    let word = |duty: Option<Duty>| match duty {
        None => lang.duties_owner(),
        Some(Duty::Moderate) => lang.admin_duty_moderate(),
        Some(Duty::Accounts) => lang.admin_duty_accounts(),
        Some(Duty::Safeguard) => lang.admin_duty_safeguard(),
        Some(Duty::Audit) => lang.admin_duty_audit(),
        Some(Duty::Settings) => lang.admin_duty_settings(),
    };
    ui::titled_card(
        lang.duties_number_title(),
        html! {
            ul.stack-small {
                @for held in reader.numbers {
                    li {
                        @if held.in_groups { (lang.duties_number_groups(word(held.duty), held.people)) }
                        @else { (lang.duties_number_site(word(held.duty), held.people)) }
                    }
                }
            }
            p.soft { (lang.duties_who_about()) }
            @if reader.staff { p { a href="/admin/duties" { (lang.duties_title()) } } }
        },
    )
}

/// What of posts and of messages is deleted by its age, as the house has it now.
fn kept(lang: &Lang, rules: &Rules, now: &Now) -> [String; 2] {
    let cut = retention::cutoffs(rules, now.ms());
    let day = |ms: i64| lang.date(now.day_at(ms));
    let posts = match cut.posts_ms {
        0 => lang.retention_help_no_posts().to_owned(),
        ms => lang.retention_help_posts(day(ms)),
    };
    let messages = match cut.messages_ms {
        0 => lang.retention_help_no_messages().to_owned(),
        ms => lang.retention_help_messages(day(ms)),
    };
    [posts, messages]
}

fn part(title: &str, sentences: &[&str]) -> Markup {
    ui::titled_card(
        title,
        html! {
            @if let [only] = sentences { p { (only) } }
            @else { ul.stack-small { @for sentence in sentences { li { (sentence) } } } }
        },
    )
}

fn who_sees(lang: &Lang, staff: &str) -> Markup {
    let (yes, sometimes) = (lang.help_staff_yes(), lang.help_staff_if());
    let rows = [
        (lang.audience_everyone(), lang.help_sees_everyone(), yes),
        (lang.audience_groups(), lang.help_sees_groups(), yes),
        (lang.audience_contacts(), lang.help_sees_contacts(), sometimes),
        (lang.audience_aspects(), lang.help_sees_aspects(), sometimes),
        (lang.audience_people(), lang.help_sees_named(), sometimes),
        (lang.audience_only_me(), lang.help_sees_only_me(), sometimes),
    ];
    let of_staff = lang.help_sees_staff(staff);
    html! {
        section.card {
            h2.card-title { (lang.help_sees_title()) }
            table.table.table-cards {
                thead { tr {
                    th scope="col" { (lang.help_sees_whom()) }
                    th scope="col" { (lang.help_sees_people()) }
                    th scope="col" { (of_staff) }
                } }
                tbody {
                    @for (choice, people, also) in rows {
                        tr {
                            th scope="row" { (choice) }
                            td data-label=(lang.help_sees_people()) { (people) }
                            td data-label=(of_staff) { (also) }
                        }
                    }
                }
            }
            ul.stack-small {
                li { (lang.help_sees_comments()) }
                li { (lang.help_sees_context(staff)) }
                li { (lang.readings_help_groups(staff)) }
                li { (lang.readings_help_case(staff)) }
                li { (lang.help_sees_strangers()) }
            }
        }
    }
}

/// When staff open private talk, and what the house tells of it.
fn reading(lang: &Lang, rules: &Rules, staff: &str) -> Vec<String> {
    let mut sentences = vec![lang.readings_help_open(staff), lang.readings_help_posts().to_owned()];
    sentences.push(lang.readings_help_record().to_owned());
    if rules.two_person_reading {
        sentences.push(lang.readings_help_two().to_owned());
    }
    sentences.push(match rules.tell_readings {
        TellReadings::AtOnce => lang.readings_help_at_once().to_owned(),
        TellReadings::Never => lang.readings_help_never().to_owned(),
        later => lang.readings_help_later(later.days().unwrap_or(0)),
    });
    sentences
}

fn waits(lang: &Lang, approval: Approval, staff: &str) -> String {
    match approval {
        Approval::Open => lang.help_waits_open().to_owned(),
        Approval::HoldPhotos => lang.help_waits_photos(staff),
        Approval::HoldAll => lang.help_waits_all(staff),
        Approval::ReadOnly => lang.help_waits_read_only(staff),
    }
}

/// Asking staff for help, in a few words.
pub(super) fn need(lang: &Lang, rules: &Rules, same_site: &str, note: &str, said: &Said) -> Markup {
    let staff = staff_word(lang, rules.kind);
    let problems = said.list();
    let form = Form { action: "/help/need", same_site, problems: &problems, guard: true, ..Form::default() };
    let field = Field::new("note", lang.help_need_note())
        .hint(lang.help_need_note_hint())
        .value(note)
        .letters_max(limits::REASON_CHARS_MAX)
        .problem(said.of("note"))
        .required();
    html! {
        section.card {
            h1 { (lang.help_need_title()) }
            p { (lang.help_need_about(staff)) }
            p { strong { (lang.help_need_now()) } }
            (ui::form(lang, &form, html! {
                (ui::textarea(&field, 6))
                p.soft { (lang.help_need_who(staff)) }
                div.buttons {
                    (ui::button(Button::Main, Some(Icon::Send), lang.send()))
                    a class=(Button::Quiet.class()) href="/help" { (lang.cancel()) }
                }
            }))
        }
    }
}
