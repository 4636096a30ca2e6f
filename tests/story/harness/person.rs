//! A person with a browser: opens pages, fills in what is on them, presses, and says what they see.

use super::form::{Form, IN_PLACE, Kind};
use super::http::{self, Answer, Ask};
use super::page::Page;
use super::site::{PASSWORD, Site};
use ego_tree::NodeId;
use std::cell::RefCell;
use std::collections::BTreeMap;

/// How many times a browser is sent on before it gives up.
const SENT_ON_MAX: usize = 5;

/// Somebody who uses the site.
pub struct Person<'s> {
    pub site: &'s Site,
    pub name: String,
    pub username: String,
    pub id: i64,
    agent: ureq::Agent,
    jar: RefCell<BTreeMap<String, String>>,
    page: RefCell<Option<Page>>,
    pub(super) near: RefCell<Option<NodeId>>,
}

impl<'s> Person<'s> {
    pub(super) fn new(site: &'s Site, name: &str, username: &str, id: i64) -> Person<'s> {
        Person {
            site,
            name: name.to_owned(),
            username: username.to_owned(),
            id,
            agent: http::agent(),
            jar: RefCell::default(),
            page: RefCell::default(),
            near: RefCell::default(),
        }
    }

    /// The same person at another computer, not signed in there.
    pub fn elsewhere(&self) -> Person<'s> {
        Person::new(self.site, &self.name, &self.username, self.id)
    }

    /// The path of their profile.
    pub fn profile(&self) -> String {
        format!("/people/{}", self.username)
    }

    // --- going to pages -------------------------------------------------------------------------

    /// Opens a path of the site, and goes where it sends them on.
    pub fn opens(&self, path: &str) -> &Self {
        self.goes(Ask::get(path))
    }

    /// Follows the link of these words.
    pub fn follows(&self, words: &str) -> &Self {
        let to = self.look(|page| {
            let near = *self.near.borrow();
            let fits = |link: &&super::page::Link| {
                near.is_none_or(|near| link.within.contains(&near)) && said(&link.labels, words)
            };
            page.links.iter().find(fits).map(|link| link.to.clone())
        });
        let to = to.unwrap_or_else(|| self.fails(&format!("finds no link “{words}”")));
        self.opens(&to)
    }

    /// From here on only what stands in the post, comment or row that says this.
    pub fn at(&self, text: &str) -> &Self {
        let thing = self.look(|page| page.thing(text));
        if thing.is_none() {
            self.fails(&format!("finds nothing that says “{text}”"));
        }
        *self.near.borrow_mut() = thing;
        self
    }

    fn goes(&self, ask: Ask) -> &Self {
        let (mut ask, mut path) = (ask.clone(), ask.path);
        for _ in 0..SENT_ON_MAX {
            let answer = self.asks(&ask);
            let to = answer.header("location").to_owned();
            if !(300..304).contains(&answer.status) || to.is_empty() {
                let status = answer.status;
                if status == 200 && ask.method == "POST" {
                    self.is_shown_by_turbo(&ask);
                }
                *self.page.borrow_mut() = Some(Page::read(&path, answer));
                *self.near.borrow_mut() = None;
                if status >= 500 {
                    self.fails("breaks it");
                }
                return self;
            }
            assert!(to.starts_with('/'), "{} is sent elsewhere: {to}", self.name);
            path.clone_from(&to);
            ask = Ask::get(&to);
        }
        self.fails("is sent round in circles")
    }

    /// Turbo shows nothing of a page that answers a form well: it wants a way to a page, changes to this one, or problems.
    fn is_shown_by_turbo(&self, ask: &Ask) {
        if ask.headers.iter().any(|(name, _)| name == IN_PLACE) {
            let again =
                ask.clone().with("Accept", "text/vnd.turbo-stream.html, text/html, application/xhtml+xml");
            let answer = self.asks(&again);
            let page = answer.status == 200 && answer.header("content-type").starts_with("text/html");
            assert!(!page, "{} would see nothing of what {} answers, with scripts", self.name, ask.path);
        }
    }

    /// Sends one request with this browser's cookies, and keeps those that come back. The page stays.
    pub fn asks(&self, ask: &Ask) -> Answer {
        let mut ask = ask.clone();
        let has =
            |ask: &Ask, name: &str| ask.headers.iter().any(|(known, _)| known.eq_ignore_ascii_case(name));
        let path = ask.path.split('#').next().unwrap_or_default().to_owned();
        ask.path = path;
        if !self.cookies().is_empty() && !has(&ask, "cookie") {
            ask = ask.with("Cookie", &self.cookies());
        }
        if ask.method != "GET" && !has(&ask, "origin") {
            ask = ask.with("Origin", &format!("http://{}", self.site.address));
        }
        let answer = http::send(&self.agent, self.site.address, &ask);
        for set in answer.headers.get_all("set-cookie") {
            let cookie = cookie::Cookie::parse(set.to_str().unwrap().to_owned()).unwrap();
            if cookie.max_age().is_some_and(|age| age.is_zero()) {
                self.jar.borrow_mut().remove(cookie.name());
            } else {
                self.has_cookie(cookie.name(), cookie.value());
            }
        }
        answer
    }

    /// The status with which a path answers, without being sent on.
    pub fn status_of(&self, path: &str) -> u16 {
        self.asks(&Ask::get(path)).status
    }

    /// What the browser sends with each request.
    pub(super) fn cookies(&self) -> String {
        let jar = self.jar.borrow();
        jar.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("; ")
    }

    pub fn has_cookie(&self, name: &str, value: &str) {
        self.jar.borrow_mut().insert(name.to_owned(), value.to_owned());
    }

    /// The value of a cookie; empty where there is none.
    pub fn cookie(&self, name: &str) -> String {
        self.jar.borrow().get(name).cloned().unwrap_or_default()
    }

    // --- sending --------------------------------------------------------------------------------

    /// Presses the button of these words.
    pub fn presses(&self, words: &str) -> &Self {
        let near = *self.near.borrow();
        let ask = self.look(|page| {
            let button = |form: &Form| {
                form.controls.iter().position(|control| {
                    control.kind == Kind::Button
                        && near.is_none_or(|near| control.within.contains(&near))
                        && said(&control.labels, words)
                })
            };
            let touched = page.forms.iter().filter(|form| form.touched);
            let found = touched.chain(&page.forms).find_map(|form| Some((form, button(form)?)));
            found.map(|(form, button)| (form.refusal(), form.request(Some(button))))
        });
        self.sends_off(ask.unwrap_or_else(|| self.fails(&format!("finds no button “{words}”"))))
    }

    /// As a browser that checks nothing, or a program: sends the form whatever it says.
    pub fn insists(&self) -> &Self {
        let ask =
            self.look(|page| page.forms.iter().find(|form| form.touched).map(|form| form.request(None)));
        let ask = ask.unwrap_or_else(|| self.fails("has filled in nothing"));
        self.goes(ask)
    }

    /// The request that pressing this button would make, not sent.
    pub fn would_send(&self, words: &str) -> Ask {
        let ask = self.look(|page| {
            page.forms.iter().find_map(|form| {
                let fits = |control: &super::form::Control| {
                    control.kind == Kind::Button && said(&control.labels, words)
                };
                form.controls.iter().position(fits).map(|button| form.request(Some(button)))
            })
        });
        ask.unwrap_or_else(|| self.fails(&format!("finds no button “{words}”")))
    }

    fn sends_off(&self, (refusal, ask): (Option<String>, Ask)) -> &Self {
        if let Some(refusal) = refusal {
            self.fails(&refusal);
        }
        self.goes(ask)
    }

    /// Signs in at the door, by the form there.
    pub fn signs_in(&self) -> &Self {
        self.signs_in_with(PASSWORD)
    }

    /// Tries to sign in with this password.
    pub fn signs_in_with(&self, password: &str) -> &Self {
        self.opens("/sign-in")
            .fills("Sign-in name", &self.username)
            .fills("Password", password)
            .presses("Sign in")
    }

    /// The token of a form of the page that is open.
    pub fn token(&self) -> String {
        self.look(|page| {
            let controls = page.forms.iter().flat_map(|form| &form.controls);
            let mut tokens = controls.filter(|control| control.name == "same_site");
            tokens.next().map(|control| control.value.clone()).unwrap_or_default()
        })
    }

    // --- what they see --------------------------------------------------------------------------

    /// The page says this.
    pub fn sees(&self, text: &str) -> &Self {
        if !self.look(|page| page.words.contains(text)) {
            self.fails(&format!("does not see “{text}”"));
        }
        self
    }

    /// Nothing on the page says this, not even its source.
    pub fn misses(&self, text: &str) -> &Self {
        let source = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        if self.look(|page| page.words.contains(text) || page.source.contains(&source)) {
            self.fails(&format!("sees “{text}”, and should not"));
        }
        self
    }

    /// The page came with this status.
    pub fn is_told(&self, status: u16) -> &Self {
        let told = self.look(|page| page.answer.status);
        if told != status {
            self.fails(&format!("is told {told}, not {status}"));
        }
        self
    }

    /// They stand at this path.
    pub fn is_at(&self, path: &str) -> &Self {
        let at = self.look(|page| page.path.clone());
        if at != path && at.split('?').next() != Some(path) {
            self.fails(&format!("is at {at}, not at {path}"));
        }
        self
    }

    /// The field of this label holds this text.
    pub fn holds(&self, label: &str, text: &str) -> &Self {
        let held = self.look(|page| {
            let controls = page.forms.iter().flat_map(|form| &form.controls);
            let mut fit = controls.filter(|control| {
                matches!(control.kind, Kind::Text | Kind::Select) && said(&control.labels, label)
            });
            fit.next().map(|control| control.value.clone())
        });
        // A browser drops the first line end of a text field, and the parser here does not.
        let held = held.map(|held| held.strip_prefix('\n').map_or(held.clone(), str::to_owned));
        if held.as_deref() != Some(text) {
            self.fails(&format!("finds {held:?} in “{label}”, not {text:?}"));
        }
        self
    }

    /// There is a button of these words.
    pub fn can_press(&self, words: &str) -> bool {
        let near = *self.near.borrow();
        self.look(|page| {
            page.forms.iter().flat_map(|form| &form.controls).any(|control| {
                control.kind == Kind::Button
                    && near.is_none_or(|near| control.within.contains(&near))
                    && said(&control.labels, words)
            })
        })
    }

    /// The page as it stands.
    pub fn look<T>(&self, look: impl FnOnce(&Page) -> T) -> T {
        let page = self.page.borrow();
        look(page.as_ref().unwrap_or_else(|| panic!("{} has no page open", self.name)))
    }

    pub(super) fn change<T>(&self, change: impl FnOnce(&mut Vec<Form>) -> T) -> T {
        let mut page = self.page.borrow_mut();
        change(&mut page.as_mut().unwrap_or_else(|| panic!("{} has no page open", self.name)).forms)
    }

    /// Ends the story here, with the page that was open.
    pub fn fails(&self, how: &str) -> ! {
        let page = self.page.borrow();
        match page.as_ref() {
            Some(page) => {
                panic!("{} {how}, at {} ({}):\n{}\n", self.name, page.path, page.answer.status, page.words)
            }
            None => panic!("{} {how}", self.name),
        }
    }
}

/// Are these the words of one of the labels?
pub(super) fn is(labels: &[String], words: &str) -> bool {
    labels.iter().any(|label| label == words)
}

/// Does one of the labels begin so? A hint or a count may follow.
pub(super) fn begins(labels: &[String], words: &str) -> bool {
    labels.iter().any(|label| label.starts_with(words))
}

/// As a button that has a key before its words, or a count behind them.
fn said(labels: &[String], words: &str) -> bool {
    is(labels, words) || begins(labels, words) || labels.iter().any(|label| label.ends_with(words))
}
