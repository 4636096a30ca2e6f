//! What only a browser shows of the notice board and events: a month by keyboard, and a PDF in its own viewer.

use super::chromium::Driver;
use super::driver::{Browser, Width};
use super::person::Person;
use super::pod::Pod;
use serde_json::{Value, json};

const TAB: &str = "\u{e004}";
const ENTER: &str = "\u{e007}";
const PAGE_UP: &str = "\u{e00e}";
const PAGE_DOWN: &str = "\u{e00f}";
const END: &str = "\u{e010}";
const HOME: &str = "\u{e011}";
const LEFT: &str = "\u{e012}";
const UP: &str = "\u{e013}";
const RIGHT: &str = "\u{e014}";
const DOWN: &str = "\u{e015}";

fn focused(browser: &Browser, what: &str) -> Value {
    browser.script(&format!("const it = document.activeElement; return {what};"), json!([]))
}

fn stands_on(browser: &Browser, day: &str) {
    let id = format!("day-{day}");
    browser.wait_until(&format!("the focus is on {day}"), |browser| focused(browser, "it.id") == id.as_str());
}

fn claimed() -> (Pod, Driver) {
    (Pod::fresh(), Driver::start())
}

#[test]
fn a_month_is_walked_through_by_arrow_keys() {
    let (pod, driver) = claimed();
    let fox = Person::at(&driver, &pod, Width::Desktop);
    fox.claims(pod.setup_code.as_deref().unwrap(), "Hillview School");
    fox.opens("/events/new?day=2031-03-12");
    fox.browser.fills("Title", "Trip to the lake");
    fox.browser.presses("Make the event");
    fox.browser.sees("Wednesday, 12 March 2031, the whole day");
    fox.opens("/events?month=2031-03");
    let browser = &fox.browser;
    browser.wait_until("a grid", |browser| {
        browser.script("return document.querySelector('.month').role", json!([])) == "grid"
    });
    // One day of the month is reached by Tab, and what is on it; no other.
    let reached = "return document.querySelectorAll('.month a[tabindex=\"0\"]').length";
    assert_eq!(browser.script(reached, json!([])), 1);
    browser.script("document.querySelector('#day-2031-03-01').focus()", json!([]));
    for (key, day) in [
        (RIGHT, "2031-03-02"),
        (DOWN, "2031-03-09"),
        (LEFT, "2031-03-08"),
        (UP, "2031-03-01"),
        (HOME, "2031-02-24"),
        (END, "2031-03-02"),
        (PAGE_DOWN, "2031-04-02"),
        (PAGE_UP, "2031-03-02"),
        (DOWN, "2031-03-09"),
        (RIGHT, "2031-03-10"),
        (RIGHT, "2031-03-11"),
        (RIGHT, "2031-03-12"),
    ] {
        browser.types(key);
        stands_on(browser, day);
    }
    assert_eq!(focused(browser, "it.getAttribute('aria-label')"), "Wednesday, 12 March 2031, 1 event");
    browser.types(TAB);
    assert_eq!(focused(browser, "it.textContent.trim()"), "Trip to the lake");
    browser.types(ENTER);
    browser.sees("For my own calendar");
    // Beyond the edge the month turns over by itself.
    fox.opens("/events?month=2031-03");
    let browser = &fox.browser;
    browser.wait_until("a grid", |browser| {
        browser.script("return document.querySelector('.month').role", json!([])) == "grid"
    });
    browser.script("document.querySelector('#day-2031-04-06').focus()", json!([]));
    browser.types(RIGHT);
    stands_on(browser, "2031-04-07");
    browser.types(ENTER);
    browser.sees("Nothing on this day.");
    // From right to left the arrow that points onward is the left one.
    browser.speaks("ar");
    fox.opens("/events?month=2031-03");
    let browser = &fox.browser;
    browser.wait_until("a grid", |browser| {
        browser.script("return document.querySelector('.month').role", json!([])) == "grid"
    });
    let first = "return document.querySelector('.month th').getAttribute('abbr')";
    assert_eq!(browser.script(first, json!([])), "السبت", "weeks begin on Saturday");
    browser.script("document.querySelector('#day-2031-03-10').focus()", json!([]));
    browser.types(LEFT);
    stands_on(browser, "2031-03-11");
    browser.has_clean_console();
}

#[test]
fn a_pdf_opens_in_the_browsers_own_viewer_and_may_do_nothing() {
    let (pod, driver) = claimed();
    let fox = Person { browser: driver.whole_browser(Width::Desktop), base: pod.at(""), scripts: true };
    fox.claims(pod.setup_code.as_deref().unwrap(), "Hillview School");
    fox.opens("/groups/new");
    fox.browser.fills("Name", "Class 5B");
    fox.browser.presses("Save");
    fox.browser.is_at("/groups/1/people");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("Plan.pdf");
    std::fs::write(&path, PDF).unwrap();
    fox.opens("/groups/1/files/new");
    fox.browser.attaches(&path);
    fox.browser.presses("Put it here");
    fox.browser.follows("Plan.pdf");
    fox.browser.sees("Download");
    fox.browser.follows("Open");
    let viewer = |browser: &Browser| {
        let all = browser.tell("Target.getTargets", json!({ "filter": [{}] }));
        all.to_string().contains("chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/index.html")
    };
    fox.browser.wait_until("the viewer", viewer);
    assert!(fox.browser.address().ends_with("/view"), "{}", fox.browser.address());
}

/// A page with a line on it.
const PDF: &str = "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n\
3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] >>\nendobj\ntrailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n9\n%%EOF\n";
