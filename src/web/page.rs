//! A whole page: what a feature drew, in the frame that every page has.

use super::live::offers;
use super::{Answer, Done, Reply, Visit, closed};
use crate::base::Sanction;
use crate::base::hours::Door;
use crate::db::{Frozen, Session, Stop};
use crate::ui::{self, Face, Flash, Frame, Markup, Me, Place, TextSize, Theme, Tone, picture_address};
use axum::http::{StatusCode, header};

/// The kind of what changes a page that is open.
const STREAM: &str = "text/vnd.turbo-stream.html";

/// What a feature drew, and how it wants to stand in the frame.
pub struct Page<'a> {
    title: &'a str,
    place: Place,
    main: Markup,
    context: Option<Markup>,
    topics: Vec<String>,
    marks: Vec<(String, i64)>,
    wide: bool,
    unread: Option<i64>,
    alone: bool,
    aloud: bool,
    status: StatusCode,
}

impl<'a> Page<'a> {
    /// A page with a title, at a place of the navigation.
    pub fn new(title: &'a str, place: Place, main: Markup) -> Page<'a> {
        Page {
            title,
            place,
            main,
            context: None,
            topics: Vec::new(),
            marks: Vec::new(),
            wide: false,
            unread: None,
            alone: false,
            aloud: false,
            status: StatusCode::OK,
        }
    }

    /// What stands beside the reading column.
    pub fn context(mut self, context: Markup) -> Page<'a> {
        self.context = Some(context);
        self
    }

    /// What the page listens to while it is open.
    pub fn listens(mut self, topics: Vec<String>) -> Page<'a> {
        self.topics = topics;
        self
    }

    /// How far the page has come in topics that have marks: `chat/12` and the newest message it shows. A page that was
    /// away catches up from there.
    pub fn marks(mut self, marks: Vec<(String, i64)>) -> Page<'a> {
        self.marks = marks;
        self
    }

    /// A page of tables: takes the whole width.
    pub fn wide(mut self) -> Page<'a> {
        self.wide = true;
        self
    }

    /// How many notices are unread now, where this page itself has changed that.
    pub fn unread(mut self, unread: i64) -> Page<'a> {
        self.unread = Some(unread);
        self
    }

    /// A page without the places of the site round it: for one thing alone.
    pub fn alone(mut self) -> Page<'a> {
        self.alone = true;
        self
    }

    /// A page that can be read aloud by whoever never asked for that: what everybody must know.
    pub fn aloud(mut self) -> Page<'a> {
        self.aloud = true;
        self
    }

    /// A page that says that something is closed for now.
    pub fn closed(mut self) -> Page<'a> {
        self.status = StatusCode::FORBIDDEN;
        self
    }

    /// A form that comes back with problems beside its fields.
    pub fn with_problems(mut self) -> Page<'a> {
        self.status = StatusCode::UNPROCESSABLE_ENTITY;
        self
    }
}

impl Visit {
    /// The whole page, in the reader's language, theme and text size.
    ///
    /// # Errors
    /// None; the type is that of every handler.
    pub fn show(&self, page: Page<'_>) -> Answer {
        let lang = self.lang();
        let rules = self.rules();
        let same_site = self.same_site();
        let session = self.someone();
        let address = session.map(|session| format!("/people/{}", session.username));
        // Of an account that closes nobody is shown anything, not even its owner their face.
        let picture = session.filter(|session| !session.closing).and_then(|session| {
            session.picture.as_deref().map(|name| picture_address(session.account, name))
        });
        let mut drawn = Frame::new(lang, &rules.site_name, page.title);
        drawn.me = session.map(|session| Me {
            face: Face {
                id: session.account.0,
                name: &session.shown_name,
                picture: picture.as_deref(),
                address: address.as_deref(),
            },
            same_site: &same_site,
        });
        drawn.place = page.place;
        let unread = page.unread.or(session.map(|session| session.unread)).unwrap_or(0);
        drawn.unread = u32::try_from(unread).unwrap_or(0);
        drawn.chats = session.map_or(0, |session| u32::try_from(session.chats).unwrap_or(0));
        drawn.banners = self.stopped_said(page.status);
        drawn.hours = self.hours_said();
        drawn.own = self.set_said();
        drawn.flash = self.flash().map(|done| said(done, lang));
        drawn.since = self.newest_event();
        (drawn.theme, drawn.size) = session.map_or((Theme::Auto, TextSize::Usual), look);
        drawn.sound = session.is_some_and(|session| session.quiet_sound);
        drawn.keys = session.is_none_or(|session| session.keys);
        drawn.aloud = page.aloud || session.is_some_and(|session| session.read_aloud);
        drawn.desk = self.viewer.holds_somewhere(crate::base::Duty::Moderate)
            || self.holds(crate::base::Duty::Safeguard);
        drawn.admin = self.viewer.holds_somewhere(crate::base::Duty::Accounts)
            || self.holds(crate::base::Duty::Settings);
        drawn.safeguard = self.holds(crate::base::Duty::Safeguard);
        drawn.auditor = self.holds(crate::base::Duty::Audit);
        drawn.wide = page.wide;
        drawn.context = page.context;
        drawn.topics = page.topics;
        let mut marks = page.marks;
        let whole = if let Some(session) = session.filter(|_| !page.alone) {
            // Who has not chosen a password yet is told nothing live.
            if !session.must_choose && !session.closing {
                drawn.topics.extend(["notices", "chats", offers::TOPIC].map(String::from));
                marks.push((offers::TOPIC.into(), self.offered()));
            }
            drawn.marks = words_of(marks);
            ui::page(&drawn, page.main)
        } else {
            drawn.marks = words_of(marks);
            ui::gate(&drawn, page.main)
        };
        Ok(self.html(page.status, whole.into_string()))
    }

    /// The number of what the page offers (`live/offers.rs`). That all writing rests is no part of it.
    fn offered(&self) -> i64 {
        let house = self.floor.rules().approval;
        self.someone().map_or(0, |me| offers::number(Some(me.role), me.makes_nothing(), house, &me.resting))
    }

    /// What stands over the page while writing rests.
    fn stopped_said(&self, status: StatusCode) -> Vec<ui::Banner> {
        let mut said = self.someone().map(|me| frozen(self.lang(), &me.frozen)).unwrap_or_default();
        if status == StatusCode::UNPROCESSABLE_ENTITY {
            // Not every form has a place for what is wrong with none of its fields.
            said.iter_mut()
                .for_each(|each| each.words = format!("{} {}", each.words, self.lang().freeze_typed()));
        }
        said
    }

    /// What staff have set about whoever reads, and until when.
    fn set_said(&self) -> Vec<ui::Banner> {
        let (lang, zone) = (self.lang(), &self.rules().time_zone);
        let banner = |stop: &Stop| {
            let kind = Sanction::parse(&stop.kind)?;
            let title = ui::stop_words(lang, kind, stop.until_ms, zone)?;
            Some(ui::Banner { sign: ui::Icon::Lock, title, words: lang.sanction_stop_where().to_owned() })
        };
        self.someone().map(|me| me.stops.iter().filter_map(banner).collect()).unwrap_or_default()
    }

    /// What stands over the page of the hours of use. Who keeps the rules learns of a clock that cannot be believed.
    fn hours_said(&self) -> Vec<ui::Banner> {
        let keeps = self.holds(crate::base::Duty::Settings);
        let unsure = keeps && !self.rules().hours.is_empty() && !self.trust().is_enough();
        let door = if unsure { Door::OpenUnsure } else { self.door() };
        match door {
            Door::Free | Door::Open(None) => Vec::new(),
            door => closed::said(self.lang(), door, &ui::Now::new(self.now_ms(), &self.rules().time_zone)),
        }
    }

    /// A piece of a page: for a frame that asks for itself, or a script.
    ///
    /// # Errors
    /// None; the type is that of every handler.
    pub fn piece(&self, piece: &Markup) -> Result<Reply, crate::base::Error> {
        Ok(self.html(StatusCode::OK, piece.0.clone()))
    }

    /// The same for a form that comes back with problems.
    ///
    /// # Errors
    /// None; the type is that of every handler.
    pub fn piece_with_problems(&self, piece: &Markup) -> Result<Reply, crate::base::Error> {
        Ok(self.html(StatusCode::UNPROCESSABLE_ENTITY, piece.0.clone()))
    }

    /// Does the browser take a change of its page instead of a whole one?
    pub fn takes_changes(&self) -> bool {
        let accepted = self.headers().get(header::ACCEPT).and_then(|accept| accept.to_str().ok());
        accepted.is_some_and(|accept| accept.contains(STREAM))
    }

    /// A change of the page that is open: stream elements, as a socket would send them.
    pub fn changes(&self, elements: String) -> Reply {
        Reply::other(([(header::CONTENT_TYPE, format!("{STREAM}; charset=utf-8"))], elements))
    }
}

/// Marks as the script reads them; empty where there are none.
fn words_of(marks: Vec<(String, i64)>) -> String {
    if marks.is_empty() {
        return String::new();
    }
    let marks = marks.into_iter().map(|(topic, mark)| (topic, mark.into()));
    serde_json::Value::Object(marks.collect()).to_string()
}

/// What staff have stopped for the moment, as it stands over the pages of whoever sees it.
pub fn frozen(lang: &crate::lang::Lang, list: &[Frozen]) -> Vec<ui::Banner> {
    let banner = |each: &Frozen| {
        let title = match &each.group {
            None => lang.freeze_now().to_owned(),
            Some((_, name)) => lang.freeze_now_in(name.as_str()),
        };
        ui::Banner { sign: ui::Icon::Lock, title, words: each.words.clone() }
    };
    list.iter().map(banner).collect()
}

/// Theme and size of text as somebody chose them: for pages of errors, too.
pub(super) fn look(session: &Session) -> (Theme, TextSize) {
    (theme(&session.theme), text_size(&session.text_size))
}

/// The theme of that word; an unknown word is as the device has it.
pub fn theme(word: &str) -> Theme {
    match word {
        "light" => Theme::Light,
        "dark" => Theme::Dark,
        "contrast" => Theme::Contrast,
        _ => Theme::Auto,
    }
}

fn text_size(word: &str) -> TextSize {
    match word {
        "large" => TextSize::Large,
        "larger" => TextSize::Larger,
        _ => TextSize::Usual,
    }
}

fn said(done: Done, lang: &crate::lang::Lang) -> Flash {
    let (tone, words) = match done {
        Done::Saved => (Tone::Good, lang.done_saved()),
        Done::Posted => (Tone::Good, lang.done_posted()),
        Done::Waiting => (Tone::Attention, lang.done_waiting()),
        Done::Removed => (Tone::Good, lang.done_removed()),
        Done::Restored => (Tone::Good, lang.done_restored()),
        Done::Reported => (Tone::Good, lang.done_reported()),
        Done::Made => (Tone::Good, lang.done_made()),
        Done::Added => (Tone::Good, lang.done_added()),
        Done::PasswordChosen => (Tone::Good, lang.done_password()),
        Done::SignedOut => (Tone::Good, lang.done_signed_out()),
    };
    Flash { tone, words: words.to_owned() }
}
