//! What a page weighs on the wire: little the first time, next to nothing after.

use super::chromium::Driver;
use super::driver::Width;
use super::person::Person;
use super::pod::Pod;
use serde_json::json;

/// First visit of Home without photos, in bytes.
const FIRST_MAX: u64 = 150_000;
/// Each later page, in bytes.
const LATER_MAX: u64 = 15_000;

/// Bytes that came over the wire for the page shown, headers and all; nothing for what was kept.
fn transferred(person: &Person) -> u64 {
    let loaded = "return performance.getEntriesByType('navigation')[0].loadEventEnd > 0 && document.fonts.status === 'loaded'";
    person.browser.wait_until("a loaded page", |browser| browser.script(loaded, json!([])) == true);
    let sum = "return [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]\
        .map((each) => each.transferSize).reduce((sum, each) => sum + each, 0)";
    person.browser.script(sum, json!([])).as_u64().expect("a number")
}

/// Sends the composer of Home twenty times.
const TWENTY_POSTS: &str = "const done = arguments[0], form = document.getElementById('composer'); \
    (async () => { for (let number = 1; number <= 20; number += 1) { \
        const post = new FormData(form); \
        post.set('body', `Post ${number}: the heron was back at the pond this morning, and stayed until the bell.`); \
        post.delete('photo'); \
        await fetch(form.action, { method: 'POST', body: post }); \
    } })().then(done);";

#[test]
fn home_is_small() {
    let pod = Pod::fresh();
    let driver = Driver::start();
    let fox = Person::at(&driver, &pod, Width::Phone);
    fox.claims(pod.setup_code.as_deref().unwrap(), "Hillview School");
    fox.opens("/");
    fox.browser.script_that_calls_back(TWENTY_POSTS, json!([]));

    fox.opens("/");
    let posts = fox.browser.script("return document.querySelectorAll('article.post').length", json!([]));
    assert_eq!(posts, 20);
    fox.browser.tell("Network.clearBrowserCache", json!({}));
    fox.opens("/");
    let first = transferred(&fox);
    fox.opens("/");
    let later = transferred(&fox);
    println!("Home with 20 posts: {first} bytes on a first visit, {later} on a later one");
    assert!(first > 20_000, "a first visit brings style sheet, script and font: {first} bytes");
    assert!(first <= FIRST_MAX, "a first visit of Home: {first} bytes");
    assert!(later <= LATER_MAX, "a later visit of Home: {later} bytes");
    fox.browser.has_clean_console();
}
