//! What a page weighs on the wire: little the first time, next to nothing after.

use super::driver::{Driver, Width};
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

#[test]
fn home_is_small() {
    let pod = Pod::fresh();
    let driver = Driver::start();
    let fox = Person::at(&driver, &pod, Width::Phone);
    fox.claims(pod.setup_code.as_deref().unwrap(), "Hillview School");
    for number in 1..=20 {
        fox.posts(&format!(
            "Post number {number}: the heron was back at the pond this morning, and stayed until the bell."
        ));
    }

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
