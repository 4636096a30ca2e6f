//! The pages inside an archive: plain HTML that any browser opens from a stick, without a server and without a script.

use super::leaf::Leaf;
use super::write::{Gathered, Sources};
use crate::ui::{self, Now};
use maud::{DOCTYPE, Markup, PreEscaped, html};

/// The style sheet inside.
pub(super) const STYLE: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/archive/style.css"));

/// The name of a page of a section.
pub(super) fn page_name(key: &str, number: usize) -> String {
    format!("{}-{number}.html", key.replace('_', "-"))
}

/// The first page: whose it is, from where, and the way to all else.
pub(super) fn index(sources: &Sources<'_>, profile: &Leaf) -> Markup {
    let lang = sources.lang;
    let now = Now::new(sources.now_ms, &sources.rules.time_zone);
    let title = lang.archive_book_title(profile.head.as_str());
    let (empty, filled): (Vec<&Gathered>, Vec<&Gathered>) =
        sources.gathered.iter().partition(|section| section.count == 0);
    let main = html! {
        h1 { (title) }
        p.soft { (lang.archive_book_from(sources.rules.site_name.as_str(), now.moment(lang, sources.now_ms))) }
        nav aria-label=(lang.archive_book_contents()) {
            ul.contents {
                @for section in filled {
                    li { a href=(page_name(section.key, 1)) {
                        span { (section.title) } " " span.count { (lang.number(section.count as i64)) }
                    } }
                }
            }
        }
        @if !empty.is_empty() {
            p.soft { (lang.archive_book_empty(lang.list(&empty.iter().map(|section| section.title).collect::<Vec<_>>()))) }
        }
        section {
            h2 { (lang.archive_book_more()) }
            ul.plain {
                li { (lang.archive_book_photos()) " " code dir="ltr" { "photos/" } }
                li { (lang.archive_book_files()) " " code dir="ltr" { "files/" } }
                li { (lang.archive_book_data()) " " code dir="ltr" { "data.json" } }
                li { (lang.archive_book_diaspora()) " " code dir="ltr" { "diaspora/" } }
            }
            p.soft { (lang.archive_book_care()) }
        }
    };
    whole(sources, &title, main)
}

/// One page of a section.
pub(super) fn page(sources: &Sources<'_>, section: &Gathered, number: usize, leaves: &[Leaf]) -> Markup {
    let lang = sources.lang;
    let now = Now::new(sources.now_ms, &sources.rules.time_zone);
    let pages = section.pages();
    let way = html! {
        nav.pager aria-label=(lang.archive_book_pages()) {
            @if number > 1 { a rel="prev" href=(page_name(section.key, number - 1)) { (lang.archive_book_back()) } }
            @if pages > 1 { span.soft { (lang.archive_book_page(number, pages)) } }
            @if number < pages { a rel="next" href=(page_name(section.key, number + 1)) { (lang.archive_book_on()) } }
        }
    };
    let main = html! {
        p { a href="index.html" { (lang.archive_book_contents()) } }
        h1 { (section.title) }
        @for each in leaves { (leaf(sources, &now, each, true)) }
        @if pages > 1 { (way) }
    };
    whole(sources, section.title, main)
}

fn whole(sources: &Sources<'_>, title: &str, main: Markup) -> Markup {
    let lang = sources.lang;
    html! {
        (DOCTYPE)
        html lang=(lang.tag()) dir=(lang.dir()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (title) " · " (sources.rules.site_name) }
                link rel="stylesheet" href="style.css";
            }
            body { main { (main) } }
        }
    }
}

fn leaf(sources: &Sources<'_>, now: &Now, each: &Leaf, top: bool) -> Markup {
    html! {
        article.leaf.leaf-under[!top] {
            @if !each.head.is_empty() { h2 dir="auto" { (each.head) } }
            @if let Some(at_ms) = each.at_ms { p.when { (now.moment(sources.lang, at_ms)) } }
            @if !each.text.is_empty() { div.prose dir="auto" { (prose(&each.text)) } }
            @if !each.photos.is_empty() {
                div.photos {
                    @for photo in &each.photos {
                        a href=(photo.file) { img src=(photo.file) alt=(photo.alt) loading="lazy"; }
                    }
                }
                @for photo in each.photos.iter().filter(|photo| !photo.alt.is_empty()) { p.alt dir="auto" { (photo.alt) } }
            }
            @for paper in &each.papers { p { a href=(address(&paper.file)) { (paper.name) } } }
            @if !each.facts.is_empty() {
                dl { @for (label, words) in &each.facts { div { dt { (label) } dd dir="auto" { (words) } } } }
            }
            @for under in &each.under { (leaf(sources, now, under, false)) }
        }
    }
}

/// The place of a file as an address beside the page: a name may have any letter.
fn address(file: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    let letter = |byte: u8| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") };
    file.bytes().map(letter).collect()
}

/// A text as it was shown, without its links: the pages that they led to are not in the archive.
fn prose(text: &str) -> Markup {
    PreEscaped(unlinked(&ui::prose::prose(text, &|_| None).into_string()))
}

/// Drops every link and keeps its words. Each tag was written by `ui::prose`, and holds no bare `>`.
fn unlinked(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(start) = rest.find("<a ") {
        out.push_str(&rest[..start]);
        rest = rest[start..].split_once('>').map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    out.replace("</a>", "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_keeps_its_words_and_marks_and_leads_nowhere() {
        let text = "Look at #herons with @tom, [here](/posts/7), **now**, <b>not</b> https://example.org/x";
        let html = prose(text).into_string();
        assert!(
            html.contains("#herons") && html.contains("@tom") && html.contains("<strong>now</strong>"),
            "{html}"
        );
        assert!(!html.contains("<a") && !html.contains("</a>") && !html.contains("href"), "{html}");
        assert!(html.contains("&lt;b&gt;") && html.contains("here"), "{html}");
    }

    #[test]
    fn a_file_is_found_whatever_it_is_called() {
        assert_eq!(address("files/7-a #1 50%é.pdf"), "files/7-a%20%231%2050%25%C3%A9.pdf");
    }

    #[test]
    fn the_style_sheet_asks_for_nothing_from_elsewhere() {
        for mark in ["http", "@import", "url("] {
            assert!(!STYLE.contains(mark), "{mark}");
        }
    }
}
