//! By keyboard alone: the skip link, a focus one can see, the composer, menus.

use super::chromium::Driver;
use super::driver::{Browser, Width};
use super::paths::post_with;
use super::person::Person;
use super::pod::Pod;
use serde_json::{Value, json};

const TAB: &str = "\u{e004}";
const ENTER: &str = "\u{e007}";
const ESCAPE: &str = "\u{e00c}";

/// Something about what has the focus.
fn focused(browser: &Browser, what: &str) -> Value {
    browser.script(&format!("const it = document.activeElement; return {what};"), json!([]))
}

/// Presses Tab until what has the focus is so; fails when the whole page has been gone through.
fn tabs_to(browser: &Browser, what: &str) {
    for _ in 0..80 {
        browser.types(TAB);
        assert_eq!(
            focused(browser, SEEN),
            true,
            "the focus can be seen at {}",
            focused(browser, "it.outerHTML")
        );
        if focused(browser, what) == true {
            return;
        }
    }
    panic!("no Tab leads to {what}");
}

/// Is the focus drawn, and inside the window? A field that a label stands for is drawn by its label.
const SEEN: &str = "(() => { \
    if (it === document.body) return true; \
    const drawn = it.closest('label') ?? it; \
    const place = drawn.getBoundingClientRect(), style = getComputedStyle(it), around = getComputedStyle(drawn); \
    const ring = [style, around].some((each) => (each.outlineStyle !== 'none' && parseFloat(each.outlineWidth) >= 2) || each.boxShadow !== 'none'); \
    const top = document.elementFromPoint(place.x + place.width / 2, place.y + Math.min(place.height / 2, 12)); \
    return ring && place.bottom > 0 && place.top < innerHeight && !!top && (drawn.contains(top) || top.contains(drawn)); })()";

#[test]
fn everything_is_reached_by_keys_alone() {
    let pod = Pod::fresh();
    let driver = Driver::start();
    let fox = Person::at(&driver, &pod, Width::Desktop);
    fox.claims(pod.setup_code.as_deref().unwrap(), "Hillview School");
    let browser = &fox.browser;

    fox.opens("/");
    browser.types(TAB);
    assert_eq!(focused(browser, "it.className"), "skip");
    assert_eq!(focused(browser, SEEN), true, "the skip link shows when it has the focus");
    browser.types(ENTER);
    browser.wait_until("the focus skips to the matter", |browser| focused(browser, "it.id") == "main");

    tabs_to(browser, "it.name === 'body'");
    browser.types("Written with keys alone");
    tabs_to(browser, "it.textContent.trim() === 'Post'");
    browser.types(ENTER);
    browser.wait_until("the post", |browser| browser.shows(&post_with("Written with keys alone")));

    tabs_to(browser, "it.matches('.account > summary')");
    browser.types(ENTER);
    browser.wait_until("an open menu", |browser| focused(browser, "it.parentElement.open") == true);
    browser.types(TAB);
    assert_eq!(focused(browser, "!!it.closest('.menu-list')"), true, "Tab goes into the menu");
    browser.types(ESCAPE);
    browser.wait_until("a closed menu", |browser| {
        focused(browser, "it.matches('.account > summary') && !it.parentElement.open") == true
    });
    browser.has_clean_console();
}
