//! Pages made of the pieces, as features make them: checked for what no page may hold, and written out to be looked at.
//!
//! `COURTYARD_SAMPLES=folder cargo test --lib ui::sample` writes them as files.

use std::collections::BTreeSet;
use std::{env, fs};

use maud::{Markup, PreEscaped, html};

use super::*;
use crate::lang::Lang;

const PICTURES: [(&str, &str); 6] = [
    ("/pictures/0.svg", "A heron at the edge of the pond"),
    ("/pictures/1.svg", "Our tomato plants"),
    ("/pictures/2.svg", ""),
    ("/pictures/3.svg", "The hall with paper lanterns"),
    ("/pictures/4.svg", "A bicycle wheel"),
    ("/pictures/5.svg", "The sky over the court"),
];

pub(super) fn face(id: i64, name: &'static str) -> Face<'static> {
    Face { id, name, picture: None, address: Some("/people/7") }
}

fn mia() -> Me<'static> {
    Me { face: face(12, "Mia Okafor"), same_site: "token" }
}

pub(super) fn frame<'a>(lang: &'a Lang, title: &'a str, place: Place) -> Frame<'a> {
    Frame { me: Some(mia()), place, unread: 3, ..Frame::new(lang, "Hillview School", title) }
}

fn tiles(count: usize) -> Vec<Tile<'static>> {
    (0..count)
        .map(|number| PICTURES[number % PICTURES.len()])
        .map(|(picture, alt)| Tile { picture, page: "/photos/1", alt, width: 1200, height: 800 })
        .collect()
}

fn post(
    lang: &Lang,
    id: i64,
    by: Face<'_>,
    audience: (Icon, &str),
    text: &str,
    pictures: usize,
    under: Markup,
) -> Markup {
    html! {
        article.card.post id={ "post-" (id) } data-author=(by.id) {
            header.post-head {
                (avatar(&by, AvatarSize::Usual))
                div.post-by {
                    (person_name(&by))
                    div.post-meta {
                        a href="/posts/7" { (time("2026-03-05T10:20:00Z", "5 min ago", "5 March 2026, 10:20")) }
                        span.seen { (icon(audience.0)) (audience.1) }
                    }
                }
                (menu("post-menu", &format!("More about {id}"), html! {
                    (menu_link("/posts/7/edit", Icon::Pencil, "Edit"))
                    (menu_link("/posts/7/report", Icon::Flag, "Report"))
                    (menu_button("/posts/7/remove", "token", Icon::Trash, "Delete", true))
                }))
            }
            div.post-text.prose dir="auto" { (PreEscaped(text.to_owned())) }
            (photos(lang, &tiles(pictures), false))
            footer.post-foot {
                div.reactions {
                    @for (kind, sign, count, mine) in [
                        ("heart", (Icon::Heart, "Heart"), 4, id == 1),
                        ("thumb_up", (Icon::ThumbUp, "Thumb up"), 2, false),
                        ("smile", (Icon::MoodSmile, "Smile"), 0, false),
                        ("idea", (Icon::Bulb, "Good idea"), 0, false),
                    ] { (reaction("/posts/1/reactions", kind, sign, count, mine, true)) }
                }
                a.button.button-quiet.button-small href="/posts/7" { (icon(Icon::MessageCircle)) "2 comments" }
            }
            (under)
        }
    }
}

fn comments() -> Markup {
    let comment = |by: Face<'static>, words: &str, held: bool| {
        html! {
            li.comment.comment-held[held] {
                (avatar(&by, AvatarSize::Small))
                div {
                    div.comment-body {
                        div.comment-head { (person_name(&by)) span.post-meta { (time("2026-03-05T10:22:00Z", "3 min ago", "…")) } }
                        div.prose dir="auto" { p { (words) } }
                        @if held { (state(Icon::Hourglass, "Waiting for a teacher, usually by 16:00. Only you see it.")) }
                    }
                }
                (menu("comment-menu", "More about this comment", html! { (menu_link("/c/1/report", Icon::Flag, "Report")) }))
            }
        }
    };
    html! {
        section.comments {
            ol.comment-list {
                (comment(face(3, "Tom Bauer"), "That is the one from the allotment! It stood there for an hour.", false))
                (comment(face(12, "Mia Okafor"), "Here is mine", true))
            }
            form.comment-form method="post" action="/posts/7/comments" {
                (avatar(&mia().face, AvatarSize::Small))
                div.joined {
                    label.unseen for="field-comment-1" { "Write a comment" }
                    textarea.input id="field-comment-1" rows="1" name="body" placeholder="Write a comment" {}
                    button.button.button-main.button-bare aria-label="Send" { (icon_turning(Icon::Send)) }
                }
            }
        }
    }
}

fn drafted(lang: &Lang, text: &str, problems: &[Problem<'_>]) -> Markup {
    let groups = [
        Choice { value: "1", label: "Class 5B", hint: Some("28 people"), chosen: true },
        Choice { value: "2", label: "Chess club", hint: Some("11 people"), chosen: false },
        Choice { value: "3", label: "Garden group", hint: Some("9 people"), chosen: false },
    ];
    let kind = |value, label, sign, chosen| AudienceKind { value, label, sign, chosen, parts: &[] };
    let kinds = [
        kind("everyone", "Everyone", Icon::World, false),
        AudienceKind { parts: &groups, ..kind("groups", "Groups", Icon::UsersGroup, true) },
        kind("contacts", "My contacts", Icon::Users, false),
        kind("aspects", "Some contacts", Icon::Circles, false),
        kind("people", "Certain people", Icon::At, false),
        kind("only_me", "Only me", Icon::Lock, false),
    ];
    composer(
        lang,
        &Composer {
            kept: &[],
            photos: true,
            action: "/posts",
            same_site: "token",
            text,
            letters_max: 10_000,
            photos_max: 20,
            photo_bytes_max: 20_000_000,
            alt_letters_max: 500,
            audience: AudiencePicker {
                kinds: &kinds,
                sentence: "Seen by: Class 5B, 28 people, and supervisors",
                address: "/audience",
                problem: problems.iter().find(|each| each.field == "audience").map(|each| each.words),
            },
            problems,
            autofocus: false,
            draft: "ABCD",
            keep: "/drafts",
            preview: "/posts/preview",
        },
        &html! {},
    )
}

fn home(lang: &Lang) -> Markup {
    let mut whole = frame(lang, lang.nav_home(), Place::Home);
    whole.topics = vec!["home".into()];
    whole.since = 41;
    whole.context = Some(html! {
        (titled_card("My groups", html! {
            ul.link-list {
                li { a href="/groups/1" { (avatar(&face(1, "Class 5B"), AvatarSize::Small)) "Class 5B" } }
                li { a href="/groups/2" { (avatar(&face(2, "Chess club"), AvatarSize::Small)) "Chess club" } }
            }
        }))
        (titled_card("Staff notice", html! { p { "The library stays open until five this week." } }))
    });
    let heron = "<p>A heron! It stood by the pond behind the gym for <em>ten whole minutes</em> and nobody but \
        <a class=\"mention\" href=\"/people/3\">@tom</a> and me saw it. <a class=\"hashtag\" href=\"/tags/birds\">#birds</a></p>";
    let notes = "<h2>Chess on Thursday</h2><p>We meet in room 12. Please bring:</p><ul><li>a board, if you have one</li>\
        <li>something to drink</li></ul><blockquote><p>The threat is stronger than the execution.</p></blockquote>";
    let matter = html! {
        h1.unseen { (lang.nav_home()) }
        (drafted(lang, "", &[]))
        (new_posts_bar(lang, "stream"))
        div.stream #stream {
            (post(lang, 1, face(12, "Mia Okafor"), (Icon::UsersGroup, "Class 5B"), heron, 1, comments()))
            (post(lang, 2, face(9, "Ms Fox"), (Icon::World, "Everyone"), notes, 0, html! {}))
            (post(lang, 3, face(22, "ليلى حسن"), (Icon::Users, "Contacts"), "<p>صور من رحلتنا إلى المتحف يوم الأحد</p>", 5, html! {}))
            (post(lang, 4, face(17, "Jonas Weber"), (Icon::UsersGroup, "Garden group"), "<p>Everything that grew.</p>", 20, html! {}))
            (post(lang, 5, face(5, "Aiko Tanaka"), (Icon::World, "Everyone"), "<p>Before and after</p>", 2, html! {}))
        }
        (pager(lang, None, Some("/?before=9")))
    };
    page(&whole, matter)
}

fn sign_in(lang: &Lang) -> Markup {
    let name = Field::new("name", "Sign-in name").value("mia.okafor").autocomplete("username").required();
    let secret = Field::new("password", "Password").autocomplete("current-password").required();
    let secret =
        secret.problem(Some("Name and password do not fit together. Look at your slip, or ask a teacher."));
    let problems = [Problem { field: "password", words: "Name and password do not fit together." }];
    let whole = Form {
        action: "/sign-in",
        same_site: "token",
        problems: &problems,
        whole_page: true,
        ..Form::default()
    };
    gate(
        &Frame::new(lang, "Hillview School", lang.nav_sign_in()),
        html! {
            section.card {
                h1 { (lang.nav_sign_in()) }
                (form(lang, &whole, html! {
                    (text(&name)) (password(&secret))
                    button.button.button-main.button-wide { (lang.nav_sign_in()) }
                }))
            }
        },
    )
}

fn composing(lang: &Lang) -> Markup {
    let problems = [
        Problem { field: "body", words: "Write something, or add a photo." },
        Problem { field: "audience", words: "Choose at least one group." },
    ];
    let mut whole = frame(lang, lang.nav_write(), Place::Home);
    whole.flash = Some(Flash { tone: Tone::Attention, words: "Posting is slower than usual today.".into() });
    page(
        &whole,
        html! {
            h1 { (lang.nav_write()) }
            (drafted(lang, "", &problems))
            section.card {
                h2.card-title { "Fields" }
                (form(lang, &Form { action: "/x", same_site: "token", ..Form::default() }, html! {
                    (select(&Field::new("language", "Language"), &[Choice { value: "en", label: "English", hint: None, chosen: true }]))
                    (radios(&Field::new("theme", "Theme").hint("You can change it at any time."), &[
                        Choice { value: "auto", label: "As this device", hint: None, chosen: true },
                        Choice { value: "contrast", label: "High contrast", hint: Some("Black on white, strong lines"), chosen: false },
                    ]))
                    (checkbox(&Field::new("searchable", "Let people find me by name"), true))
                    (text(&Field::new("pronouns", "Pronouns").optional(lang.form_optional()).short()))
                    (file(&Field::new("picture", "Picture").hint("JPEG or PNG, up to 20 MB"), "image/*", false))
                    div.buttons {
                        (button(Button::Main, Some(Icon::Check), "Save")) (button(Button::Usual, None, "Preview"))
                        (button(Button::Quiet, None, "Cancel")) (button(Button::Harm, Some(Icon::Trash), "Delete"))
                    }
                }))
            }
        },
    )
}

fn profile(lang: &Lang) -> Markup {
    let mut whole = frame(lang, "Tom Bauer", Place::People);
    whole.flash = Some(Flash { tone: Tone::Good, words: "You share with Tom now.".into() });
    whole.context = Some(titled_card(
        "About",
        html! {
            dl.facts { dt { "Pronouns" } dd { "he/him" } dt { "Place" } dd { "House B" } dt { "Birthday" } dd { "4 May" } }
        },
    ));
    page(
        &whole,
        html! {
            section.card.profile-head {
                (avatar(&face(3, "Tom Bauer"), AvatarSize::Large))
                div { h1 { "Tom Bauer" } p.soft { "@tom.bauer · Class 5B" } }
                div.prose { p { "Birds, bicycles and bad jokes. Ask me about the heron." } }
                div.buttons {
                    (button_form("/contacts", "token", &[("account", "3")], Button::Main, Some(Icon::UserPlus), "Add to contacts"))
                    a class=(Button::Usual.class()) href="/block" { (icon(Icon::Ban)) "Block" }
                }
            }
            ul.tabs role="list" { li { a href="/people/3" aria-current="page" { "Posts" } } li { a href="/photos" { "Photos" } } li { a href="/groups" { "Groups" } } }
            (empty(Icon::Photo, "No posts yet", "What Tom writes for you or for everybody will be here.", Some(("/", "Back to Home"))))
        },
    )
}

/// Every sample, by name.
fn samples(lang: &Lang) -> Vec<(&'static str, String)> {
    let pages = [
        ("home", home(lang)),
        ("sign-in", sign_in(lang)),
        ("composer", composing(lang)),
        ("profile", profile(lang)),
        ("desk", sample_staff::desk(lang)),
        ("audit", sample_staff::audit(lang)),
        ("slips", sample_staff::slips(lang)),
    ];
    pages.map(|(name, page)| (name, page.into_string())).into()
}

#[test]
fn no_page_holds_what_the_content_policy_refuses_or_the_same_id_twice() {
    for lang in Lang::all() {
        for (name, page) in samples(lang) {
            for refused in
                [" style=", "<style", " onclick=", " onload=", "javascript:", "http://", "https://"]
            {
                assert!(!page.contains(refused), "{name} holds {refused}");
            }
            assert_eq!(
                page.matches("<script").count(),
                page.matches("<script type=\"module\" src=\"/assets/").count()
            );
            let mut seen = BTreeSet::new();
            for id in page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
                assert!(seen.insert(id), "{name} ({}) has the id {id} twice", lang.tag());
            }
            if let Ok(folder) = env::var("COURTYARD_SAMPLES") {
                fs::create_dir_all(&folder).expect("a folder for samples");
                fs::write(format!("{folder}/{name}.{}.html", lang.tag()), page).expect("a sample written");
            }
        }
    }
}

#[test]
fn somebody_who_is_not_signed_in_gets_no_places_and_no_socket() {
    let frame = Frame { topics: vec!["home".into()], ..Frame::new(Lang::english(), "School", "Home") };
    let mut signed_in = Frame { me: Some(mia()), ..frame };
    let page_of_mia = page(&signed_in, html! {}).into_string();
    assert!(page_of_mia.contains("class=\"places\"") && page_of_mia.contains("live-state"));
    signed_in.me = None;
    let page_of_nobody = page(&signed_in, html! {}).into_string();
    assert!(!page_of_nobody.contains("class=\"places\"") && !page_of_nobody.contains("live-state"));
}

#[test]
fn the_desk_is_offered_to_staff_alone() {
    let mut whole = frame(Lang::english(), "Home", Place::Home);
    assert!(!page(&whole, html! {}).into_string().contains("/desk"));
    whole.desk = true;
    assert!(page(&whole, html! {}).into_string().contains("/desk"));
}
