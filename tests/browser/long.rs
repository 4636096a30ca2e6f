//! A window of a long conversation that is read far back and stays open: it holds some three hundred messages, and what it
//! let go of can be had again.

use super::chromium::Driver;
use super::driver::{Browser, Width};
use super::room::{Room, said};
use serde_json::{Value, json};

const MANY: i64 = 1_000;
/// What the script keeps, and a page more while it is fetched.
const SHOWN_MAX: i64 = 300;

fn numbers(browser: &Browser) -> Vec<i64> {
    let script = "return [...document.querySelectorAll('#messages > .message[data-place]')].map((each) => \
        Number(/Number (\\d+)\\./.exec(each.querySelector('.message-bubble > .prose')?.textContent)?.[1] ?? 0)).filter((each) => each)";
    serde_json::from_value(browser.script(script, json!([]))).unwrap_or_default()
}

fn count(browser: &Browser) -> i64 {
    let script = "return document.querySelectorAll('#messages > .message').length";
    browser.script(script, json!([])).as_i64().unwrap()
}

/// The first message that is wholly in sight, and how far from the top of the list it stands.
fn in_sight(browser: &Browser) -> (String, f64) {
    let script = "const box = document.getElementById('talk-scroll').getBoundingClientRect(); \
        const all = [...document.querySelectorAll('#messages > .message[data-place]')]; \
        const first = all.find((each) => each.getBoundingClientRect().top >= box.top); \
        return [first.id, first.getBoundingClientRect().top - box.top]";
    serde_json::from_value(browser.script(script, json!([]))).unwrap()
}

fn top_of(browser: &Browser, id: &str) -> f64 {
    let script = "return document.getElementById(arguments[0]).getBoundingClientRect().top - \
        document.getElementById('talk-scroll').getBoundingClientRect().top";
    browser.script(script, json!([id])).as_f64().unwrap()
}

/// Presses a link that brings more, with the edge of what is shown in sight; it stays where it was.
fn brings(browser: &Browser, words: &str) {
    let before = numbers(browser);
    let edge = if words.starts_with("Earlier") { 0 } else { -1 };
    let script = "const edge = [...document.querySelectorAll('#messages > .message[data-place]')].at(arguments[0]); \
        edge.scrollIntoView({ block: 'center', behavior: 'instant' }); return edge.id";
    let id = browser.script(script, json!([edge])).as_str().unwrap().to_owned();
    let stood = top_of(browser, &id);
    let press = "[...document.querySelectorAll('.talk-more a')].find((each) => each.textContent.includes(arguments[0])).click()";
    browser.script(press, json!([words]));
    browser.wait_until(words, |browser| {
        let now = numbers(browser);
        if edge == 0 { now.first() < before.first() } else { now.last() > before.last() }
    });
    let stands = top_of(browser, &id);
    assert!((stood - stands).abs() < 2.0, "{words}: what is read stays where it is: {stood} and {stands}");
    let now = numbers(browser);
    assert!(count(browser) <= SHOWN_MAX, "{} messages are kept", count(browser));
    assert!(now.windows(2).all(|two| two[0] + 1 == two[1]), "without a gap: {now:?}");
}

fn button(browser: &Browser) -> String {
    let script =
        "const bar = document.getElementById('talk-new'); return bar.hidden ? '' : bar.textContent.trim()";
    browser.script(script, json!([])).as_str().unwrap_or_default().to_owned()
}

fn line(browser: &Browser) -> Value {
    let script = "const line = document.getElementById('unread-line'); \
        return [line?.previousElementSibling?.querySelector('.message-bubble > .prose')?.textContent.trim() ?? null, \
                line?.nextElementSibling?.querySelector('.message-bubble > .prose')?.textContent.trim() ?? null]";
    browser.script(script, json!([]))
}

#[test]
fn a_window_of_a_thousand_messages_holds_three_hundred_and_loses_none_of_them() {
    // Ana has read all but the last ten.
    let room = Room::of_three_who_said(MANY, 10);
    let driver = Driver::start();
    let ana = room.window(&driver, 0, Width::Desktop);
    let ben = room.window(&driver, 1, Width::Phone);
    assert_eq!(numbers(&ana.browser).last(), Some(&MANY));
    let stands = json!([format!("Number {}.", MANY - 10), format!("Number {}.", MANY - 9)]);
    assert_eq!(line(&ana.browser), stands);

    // Far back: the newest are let go of.
    for _ in 0..8 {
        brings(&ana.browser, "Earlier messages");
    }
    let far = numbers(&ana.browser);
    assert!(far[0] <= MANY - 440 && far.last() < Some(&MANY), "{far:?}");
    assert_eq!(line(&ana.browser), json!([null, null]));

    // What comes now is counted, and not put at the end of a window whose end is not shown.
    let seen = in_sight(&ana.browser);
    for words in ["First news", "Second news"] {
        ben.says(words);
    }
    ana.browser.wait_until("both are counted", |browser| button(browser) == "New messages: 2");
    assert_eq!(numbers(&ana.browser), far);
    assert_eq!(in_sight(&ana.browser), seen, "nothing moves under the eyes");
    // A change of something that is not shown changes nothing here.
    assert!(!ana.browser.shows(&said("First news")));

    // And forth again: without a gap, with the line where it was, to the end.
    let mut pages = 0;
    while ana.browser.shows("//a[@rel='next'][contains(.,'Later messages')]") {
        if numbers(&ana.browser).last() >= Some(&(MANY - 40)) {
            break;
        }
        brings(&ana.browser, "Later messages");
        pages += 1;
        assert!(pages < 20);
    }
    let script = "[...document.querySelectorAll('.talk-more a')].find((each) => each.rel === 'next').click()";
    ana.browser.script(script, json!([]));
    ana.browser.wait_until("the end", |browser| {
        browser.script("return !document.getElementById('messages').hasAttribute('data-later')", json!([]))
            == true
    });
    assert_eq!(line(&ana.browser), stands);
    assert!(count(&ana.browser) <= SHOWN_MAX);
    ana.browser.script("document.getElementById('talk-scroll').scrollTop = 0", json!([]));
    ana.browser.wait_until("the news", |browser| browser.shows(&said("Second news")));

    // An open window does not grow with what comes, and what one says while one reads far back stands at the end.
    for _ in 0..7 {
        brings(&ana.browser, "Earlier messages");
    }
    assert!(
        ana.browser
            .script("return document.getElementById('messages').hasAttribute('data-later')", json!([]))
            == true
    );
    ana.says("My own word");
    ana.browser.wait_until("the end with it", |browser| {
        browser.shows(&said("My own word")) && browser.shows(&said("Second news"))
    });
    ben.browser.wait_until("it arrives", |browser| browser.shows(&said("My own word")));
    // What an answer answers is found, though the page does not hold it.
    ana.browser.goes(&format!("{}{}", ana.base, room.path()));
    ana.is_live();
    ana.browser.wait_until("the quote", |browser| browser.shows("//blockquote//a[contains(.,'Number 3.')]"));
    ana.browser.clicks("//blockquote//a[contains(.,'Number 3.')]");
    ana.browser.wait_until("what it answers", |browser| {
        browser.shows("//li[@data-place]//div[contains(@class,'prose')][.='Number 3.']")
    });
    for window in [&ana, &ben] {
        window.browser.has_clean_console();
    }
}
