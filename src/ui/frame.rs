//! The whole document round a page: head, top bar, places, the reading column, what stands beside it.

use maud::{DOCTYPE, Markup, html};

use super::places::{further_links, places, unread_number};
use super::{
    Accent, AvatarSize, Face, Flash, Icon, Place, Room, TextSize, Theme, asset, avatar, flash, icon,
    icon_turning,
};
use crate::lang::Lang;

/// The person who reads the page.
#[derive(Clone, Copy, Debug)]
pub struct Me<'a> {
    /// Face and name; the address is that of their own profile.
    pub face: Face<'a>,
    /// The same-site token of the visit, for the form that signs out.
    pub same_site: &'a str,
}

/// Everything about a page but its matter. Begin with [`Frame::new`] and set what differs.
pub struct Frame<'a> {
    /// The language of the page.
    pub lang: &'a Lang,
    /// The title of the page, translated.
    pub title: &'a str,
    /// The name of the site.
    pub site: &'a str,
    /// The address of the site's logo; none shows Courtyard's own sign.
    pub logo: Option<&'a str>,
    /// Who reads; none before signing in.
    pub me: Option<Me<'a>>,
    /// Which place is marked in the navigation.
    pub place: Place,
    /// Unread notices.
    pub unread: u32,
    /// Conversations in which something is unread.
    pub chats: u32,
    /// One sentence on top.
    pub flash: Option<Flash>,
    /// What stands over every page for the moment.
    pub banners: Vec<super::Banner>,
    /// What stands there of the hours of use.
    pub hours: Vec<super::Banner>,
    /// What stands there of whoever reads alone.
    pub own: Vec<super::Banner>,
    /// What this page listens to, such as `home` or `post/7`; without spaces. Empty opens no socket.
    pub topics: Vec<String>,
    /// The newest sequence that the page already shows.
    pub since: i64,
    /// How far the page has come in topics that have marks, as JSON; empty where it has none.
    pub marks: String,
    /// Light, dark, contrast.
    pub theme: Theme,
    /// The site's accent.
    pub accent: Accent,
    /// How large everything is.
    pub size: TextSize,
    /// Whether single letters do something by themselves.
    pub keys: bool,
    /// Whether something new makes a quiet sound.
    pub sound: bool,
    /// Whether texts have buttons that read them aloud.
    pub aloud: bool,
    /// Whether the reader has a desk.
    pub desk: bool,
    /// Whether the reader keeps accounts or the house rules.
    pub admin: bool,
    /// Whether the reader may read the record.
    pub auditor: bool,
    /// May look into private talk, with a reason.
    pub safeguard: bool,
    /// Uses the whole width: the desk, tables. Such a page has no context.
    pub wide: bool,
    /// What stands beside the reading column, or under it on narrow screens.
    pub context: Option<Markup>,
}

impl<'a> Frame<'a> {
    /// A frame with a title, for nobody in particular.
    pub fn new(lang: &'a Lang, site: &'a str, title: &'a str) -> Self {
        Self {
            lang,
            title,
            site,
            logo: None,
            me: None,
            place: Place::Elsewhere,
            unread: 0,
            chats: 0,
            flash: None,
            banners: Vec::new(),
            hours: Vec::new(),
            own: Vec::new(),
            topics: Vec::new(),
            since: 0,
            marks: String::new(),
            theme: Theme::Auto,
            accent: Accent::Green,
            size: TextSize::Usual,
            keys: true,
            sound: false,
            aloud: false,
            desk: false,
            admin: false,
            auditor: false,
            safeguard: false,
            wide: false,
            context: None,
        }
    }
}

/// Bytes of a frame, about: room for them is made at once.
const FRAME_BYTES: usize = 16 << 10;

/// The document for somebody who is signed in. `main` begins with its own `h1`.
/// For somebody who is not, it is the same as [`gate`].
pub fn page(frame: &Frame<'_>, main: Markup) -> Markup {
    document(frame, frame.me.as_ref(), &main)
}

/// The document before signing in, and for single calm pages: one card in the middle.
pub fn gate(frame: &Frame<'_>, main: Markup) -> Markup {
    document(frame, None, &main)
}

/// All of it in one piece, so that what is long is copied once: in the places of the site for `me`, else as a gate.
fn document(frame: &Frame<'_>, me: Option<&Me<'_>>, main: &Markup) -> Markup {
    let lang = frame.lang;
    let said = frame.flash.as_ref().map(flash);
    html! {
        (Room(main.0.len() + frame.context.as_ref().map_or(0, |context| context.0.len()) + FRAME_BYTES))
        (DOCTYPE)
        html lang=(lang.tag()) dir=(lang.dir()) data-theme=[frame.theme.attribute()]
            data-accent=(frame.accent.name()) data-size=[frame.size.attribute()] {
            (head(frame))
            body data-me=[frame.me.as_ref().map(|me| me.face.id)] data-staff[frame.desk]
                data-keys=[(!frame.keys).then_some("off")] data-sound=[frame.sound.then_some("on")] {
                a.skip href="#main" { (lang.nav_skip()) }
                @if let Some(me) = me {
                    (top_bar(frame, me))
                    div class={ "frame" @if frame.wide { " frame-wide dense" } } {
                        (places(frame))
                        main class={ "main" @if frame.wide { " main-wide" } } id="main" tabindex="-1" {
                            (super::banners("house", &frame.banners))
                            (super::banners("hours", &frame.hours))
                            @if !frame.own.is_empty() { (super::banners("own", &frame.own)) }
                            @if let Some(said) = said { (said) }
                            (main)
                        }
                        @if let Some(context) = &frame.context { aside.context { (context) } }
                        (foot(lang))
                    }
                    // Every small button of the page sends this one form, each to its own address: so pieces of page
                    // need no token of their own, and can be kept and sent to many.
                    form #act method="post" hidden { input type="hidden" name="same_site" value=(me.same_site); }
                    @if !frame.topics.is_empty() {
                        div #live-state .live-state role="status" data-away=(lang.live_away()) {}
                    }
                } @else {
                    div class={ "gate" @if frame.wide { " gate-wide" } } {
                        header.gate-site { (mark(frame)) strong { (frame.site) } (supervised(lang)) }
                        main.main #main tabindex="-1" { @if let Some(said) = said { (said) } (main) }
                        (foot(lang))
                    }
                }
                @if frame.aloud { (aloud(lang)) }
            }
        }
    }
}

/// The pattern from which `aloud.js` gives each text its buttons.
fn aloud(lang: &Lang) -> Markup {
    let states = [
        ("idle", Icon::Volume, lang.aloud_start()),
        ("speaking", Icon::PlayerPause, lang.aloud_pause()),
        ("paused", Icon::PlayerPlay, lang.aloud_on()),
    ];
    html! {
        template #aloud {
            div.aloud.no-print data-state="idle" {
                button.button.button-quiet.button-small type="button" data-aloud="start" {
                    @for (state, sign, words) in states { span data-when=(state) { (icon(sign)) (words) } }
                }
                button.button.button-quiet.button-small type="button" data-aloud="stop" hidden {
                    (icon(Icon::PlayerStop)) (lang.aloud_stop())
                }
            }
        }
    }
}

fn head(frame: &Frame<'_>) -> Markup {
    html! {
        head {
            meta charset="utf-8";
            meta name="viewport" content="width=device-width, initial-scale=1";
            title data-plain={ (frame.title) " · " (frame.site) } {
                @if frame.unread + frame.chats > 0 { "(" (unread_number(frame.unread + frame.chats)) ") " }
                (frame.title) " · " (frame.site)
            }
            link rel="preload" href=(asset("text.woff2")) as="font" type="font/woff2" crossorigin;
            link rel="stylesheet" href=(asset("app.css")) data-turbo-track="reload";
            link rel="modulepreload" href=(asset("turbo.js"));
            script type="module" src=(asset("app.js")) data-turbo-track="reload" {}
            @if frame.aloud { script type="module" src=(asset("aloud.js")) data-turbo-track="reload" {} }
            link rel="icon" href=(asset("favicon.svg")) type="image/svg+xml";
            meta name="color-scheme" content="light dark";
            meta name="turbo-prefetch" content="false";
            meta name="turbo-refresh-method" content="morph";
            meta name="turbo-refresh-scroll" content="preserve";
            // Shared tablets: no page of an earlier moment is shown while the true one is fetched.
            meta name="turbo-cache-control" content="no-preview";
            @if !frame.topics.is_empty() {
                meta name="live-topics" content=(frame.topics.join(" "));
                meta name="live-since" content=(frame.since);
                @if !frame.marks.is_empty() {
                    meta name="live-marks" content=(frame.marks);
                }
            }
        }
    }
}

fn mark(frame: &Frame<'_>) -> Markup {
    html! {
        img.site-mark src=(frame.logo.unwrap_or(asset("favicon.svg"))) alt="" width="28" height="28";
    }
}

fn top_bar(frame: &Frame<'_>, me: &Me<'_>) -> Markup {
    let lang = frame.lang;
    html! {
        header.top {
            div.top-inner {
                a.site href="/" { (mark(frame)) span.site-name { (frame.site) } }
                div.top-end {
                    (supervised(lang))
                    form.top-search role="search" method="get" action="/search" {
                        label.unseen for="top-search" { (lang.nav_search()) }
                        input #top-search .input type="search" name="q" dir="auto" placeholder=(lang.nav_search_hint());
                    }
                    a.top-icon.search-link href="/search" aria-label=(lang.nav_search()) title=(lang.nav_search()) { (icon(Icon::Search)) }
                    (account_menu(frame, me))
                }
            }
        }
    }
}

/// The sign that this place is supervised; it leads to who can see what.
fn supervised(lang: &Lang) -> Markup {
    html! {
        a.supervised href="/supervision" title=(lang.supervised_about()) { (icon(Icon::Eye)) (lang.supervised_sign()) }
    }
}

fn account_menu(frame: &Frame<'_>, me: &Me<'_>) -> Markup {
    let lang = frame.lang;
    html! {
        details.menu.account {
            summary {
                (avatar(&me.face, AvatarSize::Small))
                span.unseen { (lang.nav_menu_of(me.face.name)) }
            }
            div.menu-list {
                p.menu-who { strong { bdi { (me.face.name) } } }
                @if let Some(address) = me.face.address { a href=(address) { (icon(Icon::User)) (lang.nav_my_page()) } }
                a href="/my" { (icon(Icon::Settings)) (lang.nav_settings()) }
                (further_links(frame))
                hr;
                form method="post" action="/sign-out" data-turbo="false" {
                    input type="hidden" name="same_site" value=(me.same_site);
                    button data-leave { (icon_turning(Icon::Logout)) (lang.nav_sign_out()) }
                }
            }
        }
    }
}

/// Small links that every page has: who sees this, and help from a person.
fn foot(lang: &Lang) -> Markup {
    html! {
        footer.foot {
            ul role="list" {
                li { a href="/supervision" { (lang.foot_who_sees()) } }
                li { a href="/help" { (lang.foot_need_help()) } }
            }
        }
    }
}
