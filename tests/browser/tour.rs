//! A tour of every page: each is checked for accessibility; `COURTYARD_SCREENS=1` keeps pictures to look at.

use super::access::{Checker, WIDTHS};
use super::chromium::Driver;
use super::driver::Width;
use super::person::Person;
use super::pod::Pod;
use super::school::demonstration;
use super::{keeps_picture, wants_pictures};

/// One person's tour: opens each page at each width, checks it, and keeps pictures.
struct Guide<'a> {
    person: Person,
    checker: &'a Checker,
    faults: Vec<String>,
}

impl Guide<'_> {
    fn shows(&mut self, name: &str, path: &str) {
        self.person.opens(path);
        self.looks(name);
    }

    fn becomes(&mut self, name: &str, password: &str) {
        self.person.browser.tell("Network.clearBrowserCookies", serde_json::json!({}));
        self.person.signs_in(name, password);
        self.person.browser.is_at("/");
    }

    /// Each of one's conversations, and the people in it.
    fn talks(&mut self) {
        self.person.opens("/chat");
        let script = "return [...document.querySelectorAll('.chat-row-name')].map((each) => each.pathname)";
        let found = self.person.browser.script(script, serde_json::json!([]));
        let paths: Vec<String> = serde_json::from_value(found).unwrap_or_default();
        if paths.len() < 3 {
            self.faults.push(format!("only {} conversations", paths.len()));
        }
        for (number, path) in paths.iter().enumerate() {
            self.shows(&format!("chat-{number}"), path);
        }
        if let Some(path) = paths.first() {
            self.shows("chat-about", &format!("{path}/about"));
        }
    }

    /// The frame from right to left: who has chosen no language gets that of the browser.
    fn in_arabic(&mut self, [_, name, password]: &[String; 3]) {
        self.becomes(name, password);
        self.person.browser.speaks("ar");
        self.shows("arabic-home", "/");
        self.person.opens("/chat");
        self.person.browser.clicks("//a[contains(@class,'chat-row-name')]");
        self.person.browser.wait_until("a conversation", |browser| browser.shows("//ol[@id='messages']/li"));
        self.looks("arabic-chat");
        let side = "return document.documentElement.dir";
        assert_eq!(self.person.browser.script(side, serde_json::json!([])), "rtl");
        self.person.browser.tell("Network.clearBrowserCookies", serde_json::json!({}));
        self.shows("arabic-sign-in", "/sign-in");
    }

    /// What the owner prints, from right to left: slips, and the recovery sheet.
    fn prints_in_arabic(&mut self, [_, name, password]: &[String; 3]) {
        self.person.browser.speaks("en");
        self.becomes(name, password);
        self.person.makes_account("Nour Haddad");
        self.looks("slips");
        self.person.browser.speaks("ar");
        self.person.browser.reloads();
        self.looks("arabic-slips");
        self.shows("arabic-recovery-sheet", "/setup/sheet");
        self.shows("arabic-desk", "/desk");
        self.shows("arabic-apart-new", "/apart/new");
    }

    /// What somebody posts for few, and their albums for few, as they open under a Reading.
    fn looks_into(&mut self, username: &str) {
        self.person.opens(&format!("/readings/new?username={username}&what=posts"));
        self.person.browser.ticks("Somebody may be bullied");
        self.person.browser.fills("What has happened?", "A friend came to me and cried");
        self.person.browser.presses("Open it");
        self.person.browser.sees("What they post for few people");
        self.looks("reading-posts");
        for (page, words) in [
            ("reading-albums", "Their albums for few people"),
            ("reading-album", "See the photos"),
            ("reading-photo", "Read the comments"),
        ] {
            self.person.browser.follows(words);
            self.person
                .browser
                .wait_until(words, |browser| browser.shows("//section[contains(@class,'card')]"));
            self.looks(page);
        }
    }

    /// Staff keep two people apart: the form as it is, sent empty and filled, and what comes of it.
    fn keeps_apart(&mut self, one: &str, other: &str) {
        self.shows("apart-none", "/apart");
        self.person.browser.follows("Keep people apart");
        self.person.browser.is_at("/apart/new");
        self.looks("apart-new");
        self.person.browser.presses("Keep them apart");
        self.person.browser.sees("Please fill this in");
        self.looks("apart-problem");
        let fill = |guide: &Guide<'_>, one: &str, other: &str, days: [&str; 3]| {
            guide.person.browser.fills("One person", one);
            guide.person.browser.fills("The other person", other);
            guide.person.browser.fills("Number of the paper", "F 112/26, family court");
            guide.person.browser.fills("Note for staff", "Ask Ms Fox before anything is changed.");
            guide.person.browser.script(DAYS, serde_json::json!(days));
        };
        fill(self, one, other, ["", "2099-03-31", "2020-01-31"]);
        self.person.browser.ticks("A court said so");
        self.person.browser.presses("Keep them apart");
        self.person.browser.sees("What both are in");
        self.looks("apart");
        let path = self.person.browser.script("return location.pathname", serde_json::json!([]));
        self.shows("apart-edit", &format!("{}/edit", path.as_str().unwrap_or_default()));
        self.person.opens("/apart/new");
        fill(self, one, "fox", ["2099-01-01", "", ""]);
        self.person.browser.ticks("How somebody behaved");
        self.person.browser.presses("Keep them apart");
        self.person.browser.sees("once it is in force");
        self.looks("apart-later");
        self.shows("apart-list", "/apart");
    }

    /// Pages of single things, reached as people reach them: by a link on a list.
    fn goes_deeper(&mut self, name: &str, of_this_tour: impl Fn(&str) -> bool) {
        for (page, list, beginning) in DEEPER.iter().filter(|(page, ..)| of_this_tour(page)) {
            let list = list.replace("PROFILE", name);
            let Some(path) = first_link(&self.person, &list, beginning) else {
                self.faults.push(format!("{list} has no link that begins with {beginning}"));
                continue;
            };
            self.shows(page, &path);
            if *page == "staff-case" {
                let pack =
                    first_link(&self.person, &path, "/evidence/").expect("a way to a pack of evidence");
                self.shows("staff-evidence", &pack);
            }
            for part in ["who", "reshares"].iter().filter(|_| *page == "post") {
                self.shows(&format!("post-{part}"), &format!("{path}/{part}"));
            }
        }
    }

    /// The end of a tour: no fault, and nothing in the console but what pages that are not there say.
    fn ends(&mut self) {
        self.person.browser.means("status of 404");
        self.person.browser.has_clean_console();
        assert!(self.faults.is_empty(), "{} faults:\n{}", self.faults.len(), self.faults.join("\n"));
    }

    /// Checks and pictures what is on the screen now.
    fn looks(&mut self, name: &str) {
        for width in WIDTHS {
            self.person.browser.resize(width);
            let here = format!("{name} at {} width", width.word());
            let wide = self.person.browser.script(WIDER, serde_json::json!([]));
            if wide != 0 {
                self.faults.push(format!("{here}: scrolls sideways by {wide} px"));
            }
            self.faults.extend(self.checker.faults(&self.person.browser, &here));
            let schemes: &[&str] = if wants_pictures() { &["light", "dark", "contrast"] } else { &[] };
            for scheme in schemes {
                self.wears(scheme);
                keeps_picture(&self.person.browser, &format!("{name}-{}-{scheme}", width.word()));
                self.wears("light");
            }
        }
    }

    /// The scheme that a device asks for, or the theme that only a person can choose.
    fn wears(&self, scheme: &str) {
        let (device, theme) = if scheme == "contrast" { ("light", scheme) } else { (scheme, "") };
        self.person.browser.device_asks_for(device);
        self.person.browser.script(THEME, serde_json::json!([theme]));
    }
}

/// Puts a theme on the page, or takes it off again.
const THEME: &str = "if (arguments[0]) document.documentElement.dataset.theme = arguments[0]; \
    else if (document.documentElement.dataset.theme === 'contrast') delete document.documentElement.dataset.theme;";

/// Sets the days of a keep-apart: what is typed into a field of dates goes by the language of the browser.
const DAYS: &str = "['from', 'until', 'review'].forEach((name, at) => \
    { document.querySelector(`[name=${name}]`).value = arguments[at]; })";

/// By how many pixels a page is wider than its window.
const WIDER: &str = "return Math.max(0, document.documentElement.scrollWidth - innerWidth)";

/// The address of the first link of a page that begins so.
fn first_link(person: &Person, page: &str, beginning: &str) -> Option<String> {
    person.opens(page);
    let script = "return [...document.querySelectorAll('main a')].map((each) => each.getAttribute('href'))\
        .find((each) => each?.startsWith(arguments[0]) && /[0-9]/.test(each)) ?? null";
    person.browser.script(script, serde_json::json!([beginning])).as_str().map(str::to_owned)
}

/// Somebody's tour of the school full of people, with what they are, their name and password.
fn tours(tour: impl Fn(&mut Guide<'_>, &dyn Fn(&str) -> [String; 3])) {
    let (pod, sign_ins) = demonstration();
    let (driver, checker) = (Driver::start(), Checker::new());
    let person = Person::at(&driver, &pod, Width::Desktop);
    let mut guide = Guide { person, checker: &checker, faults: Vec::new() };
    // `second member`: the other of those that the demonstration names so.
    tour(&mut guide, &|what| {
        let mut those = sign_ins.iter().filter(|[each, ..]| what.ends_with(each.as_str()));
        let found = if what.starts_with("second") { those.nth(1) } else { those.next() };
        found.expect("a sign-in").clone()
    });
    guide.ends();
}

#[test]
fn no_page_of_a_member_stands_in_anybodys_way() {
    tours(|guide, of| {
        guide.shows("sign-in", "/sign-in");
        guide.person.browser.fills("Sign-in name", "nobody");
        guide.person.browser.fills("Password", "not this one");
        guide.person.browser.presses("Sign in");
        guide.person.browser.sees("do not belong together");
        guide.looks("sign-in-refused");
        let [_, name, password] = of("member");
        guide.becomes(&name, &password);
        for (page, path) in MEMBER {
            guide.shows(page, path);
        }
    });
}

#[test]
fn no_page_of_staff_stands_in_anybodys_way() {
    tours(|guide, of| {
        let [_, name, password] = of("owner");
        guide.becomes(&name, &password);
        guide.shows("owner-profile", &format!("/people/{name}"));
        for (page, path) in STAFF {
            guide.shows(page, path);
        }
        guide.goes_deeper(&name, |page| page.starts_with("staff"));
        let [_, other, _] = of("second member");
        guide.looks_into(&other);
        guide.keeps_apart(&of("member")[1], &other);
    });
}

#[test]
fn no_page_of_one_thing_stands_in_anybodys_way() {
    tours(|guide, of| {
        let [_, name, password] = of("member");
        guide.becomes(&name, &password);
        guide.shows("member-profile", &format!("/people/{name}"));
        guide.person.opens("/posts/new");
        guide.person.browser.presses("Post");
        guide.person.browser.sees("Please fill this in.");
        guide.looks("compose-problem");
        guide.talks();
        guide.goes_deeper(&name, |page| !page.starts_with("staff"));
    });
}

#[test]
fn no_page_stands_in_the_way_from_right_to_left() {
    tours(|guide, of| {
        guide.in_arabic(&of("member"));
        guide.prints_in_arabic(&of("owner"));
    });
}

#[test]
fn claiming_stands_in_nobodys_way() {
    let pod = Pod::fresh();
    let (driver, checker) = (Driver::start(), Checker::new());
    let person = Person::at(&driver, &pod, Width::Desktop);
    let mut guide = Guide { person, checker: &checker, faults: Vec::new() };
    guide.shows("claim-1-code", "/");
    guide.person.browser.fills("Set-up code", "0000-0000-0000");
    guide.person.browser.presses("Go on");
    guide.person.browser.sees("This is not the code on the box.");
    guide.looks("claim-1-wrong");
    guide.person.browser.fills("Set-up code", pod.setup_code.as_deref().expect("a code"));
    guide.person.browser.presses("Go on");
    guide.person.browser.is_at("/setup/site");
    guide.looks("claim-2-site");
    guide.person.browser.fills("Name of the site", "Hillview School");
    guide.person.browser.presses("Go on");
    guide.person.browser.is_at("/setup/owner");
    guide.looks("claim-3-owner");
    guide.ends();
}

/// What a member opens: the name of the picture, and the path.
const MEMBER: &[(&str, &str)] = &[
    ("home", "/"),
    ("everyone", "/everyone"),
    ("chats", "/chat"),
    ("chat-new", "/chat/new"),
    ("chat-away", "/chat/away"),
    ("chat-find", "/chat/find?q=the"),
    ("presence", "/my/presence"),
    ("search", "/search?q=the&kind=all&by=&from=2020-01-01"),
    ("search-names", "/search?q=a"),
    ("stream-aspects", "/streams/aspects"),
    ("stream-tags", "/streams/tags"),
    ("tag", "/tags/birds"),
    ("hidden", "/my/hidden"),
    ("compose", "/posts/new"),
    ("drafts", "/drafts"),
    ("notices", "/notices"),
    ("my-sessions", "/my/sessions"),
    ("password", "/password"),
    ("people", "/people"),
    ("contacts", "/contacts"),
    ("contact-aspects", "/people/fox/aspects"),
    ("groups", "/groups"),
    ("group-outside", "/groups/3"),
    ("group-asks", "/groups/4/members"),
    ("group-edit", "/groups/4/edit"),
    ("group-photos", "/groups/2/photos"),
    ("my-pages", "/my"),
    ("my-profile", "/my/profile"),
    ("my-preferences", "/my/preferences"),
    ("my-notices", "/my/notices"),
    ("my-aspects", "/aspects"),
    ("my-space", "/my/space"),
    ("my-photos", "/my/photos"),
    ("my-record", "/my/record"),
    ("my-archive", "/my/archive"),
    ("my-close", "/my/close"),
    ("album-new", "/albums/new"),
    ("announcements", "/announcements"),
    ("events", "/events"),
    ("events-list", "/events?view=list"),
    ("my-tags", "/my/tags"),
    ("help", "/help"),
    ("help-member", "/help/member"),
    ("help-need", "/help/need"),
    ("help-keys", "/help/keys"),
    ("help-found", "/help?q=photo"),
    ("help-nothing", "/help?q=zeppelin"),
    ("supervision", "/supervision"),
    ("not-found", "/nothing/here"),
];

/// What staff open besides.
const STAFF: &[(&str, &str)] = &[
    ("admin", "/admin"),
    ("admin-people", "/admin/people"),
    ("admin-new", "/admin/people/new"),
    ("admin-paste", "/admin/people/paste"),
    ("admin-rules", "/admin/rules"),
    ("admin-hours", "/admin/hours"),
    ("admin-hours-site", "/admin/hours/site"),
    ("admin-notice", "/admin/notice"),
    ("admin-notice-readers", "/admin/notice/readers"),
    ("watch", "/watch"),
    ("watch-new", "/watch/new"),
    ("watch-table", "/watch/table"),
    ("freeze", "/desk/freeze"),
    ("desk", "/desk"),
    ("desk-done", "/desk/done"),
    ("desk-urgent", "/desk?list=urgent"),
    ("desk-several", "/desk/several"),
    ("desk-coverage", "/desk/coverage"),
    ("desk-appeals", "/desk/appeals"),
    ("admin-duties", "/admin/duties"),
    ("admin-duties-past", "/admin/duties/past"),
    ("admin-retention", "/admin/retention"),
    ("admin-holds", "/admin/holds"),
    ("audit", "/audit"),
    ("sheets", "/sheets"),
    ("sheet-today", "/sheets/today"),
    ("sheet-check", "/sheets/check"),
    ("readings", "/readings"),
    ("readings-new", "/readings/new?username=fox"),
    ("readings-all", "/readings/all"),
    ("recovery-sheet", "/setup/sheet"),
    ("staff-announcement-new", "/announcements/new"),
    ("staff-event-new", "/events/new"),
];

/// Pages of one thing: where a link to it stands, and how that begins.
const DEEPER: &[(&str, &str, &str)] = &[
    ("post", "/everyone", "/posts/"),
    ("photo", "/everyone", "/photos/"),
    ("album", "/people/PROFILE/albums", "/albums/"),
    ("photo-with-tags", "/people/PROFILE/tagged", "/photos/"),
    ("announcement", "/announcements", "/announcements/"),
    ("event", "/events", "/events/"),
    ("file", "/search?q=packing&kind=files", "/files/"),
    ("staff-announcement", "/announcements", "/announcements/"),
    ("report", "/everyone", "/report/"),
    ("group", "/groups", "/groups/"),
    ("staff-person", "/admin/people", "/admin/people/"),
    ("staff-case", "/desk", "/desk/items/"),
    ("staff-audit-entry", "/audit", "/audit/"),
];
