//! The menu of aspects by keyboard alone: opened, ticked, saved in its place, closed.

use super::chromium::Driver;
use super::driver::{Browser, Width};
use super::person::Person;
use super::pod::Pod;
use serde_json::{Value, json};

const TAB: &str = "\u{e004}";
const ENTER: &str = "\u{e007}";
const ESCAPE: &str = "\u{e00c}";
const SPACE: &str = " ";

fn focused(browser: &Browser, what: &str) -> Value {
    browser.script(&format!("const it = document.activeElement; return {what};"), json!([]))
}

/// Presses Tab until what has the focus is so.
fn tabs_to(browser: &Browser, what: &str) {
    for _ in 0..60 {
        browser.types(TAB);
        if focused(browser, what) == true {
            return;
        }
    }
    panic!("no Tab leads to {what}, only to {}", focused(browser, "it.outerHTML.slice(0, 200)"));
}

const SUMMARY: &str = "it.matches('.aspects-of summary')";

#[test]
fn aspects_are_chosen_by_keys_alone_and_the_page_stays_where_it_is() {
    let pod = Pod::fresh();
    let driver = Driver::start();
    let mut fox = Person::at(&driver, &pod, Width::Desktop);
    fox.claims(pod.setup_code.as_deref().unwrap(), "Hillview School");
    fox.makes_account("Mia Berg");
    let browser = &fox.browser;
    fox.opens("/people/mia.berg");
    browser.presses("Add to contacts");
    browser.sees("You share with them.");

    fox.opens("/contacts");
    browser.script("window.stays = true", json!([]));
    tabs_to(browser, SUMMARY);
    browser.types(ENTER);
    browser.wait_until("an open menu", |browser| focused(browser, "it.parentElement.open") == true);
    tabs_to(browser, "it.name === 'new_aspect'");
    browser.types("Birders");
    tabs_to(browser, "it.textContent.trim() === 'Save'");
    browser.types(ENTER);
    // Saved in its place: the same page, the menu closed, the focus on it, and it says what is so now.
    let saved = format!("{SUMMARY} && !it.parentElement.open && it.textContent.includes('In 1 aspect')");
    browser.wait_until("a saved menu with the focus", |browser| focused(browser, &saved) == true);
    assert_eq!(
        browser.script("return window.stays === true", json!([])),
        true,
        "the page was not loaded anew"
    );

    browser.types(ENTER);
    browser.types(TAB);
    assert_eq!(focused(browser, "it.name === 'aspects' && it.checked"), true, "the new aspect is ticked");
    browser.types(SPACE);
    assert_eq!(focused(browser, "it.checked"), false, "Space takes the tick away");
    browser.types(ESCAPE);
    browser.wait_until("a closed menu", |browser| {
        focused(browser, &format!("{SUMMARY} && !it.parentElement.open")) == true
    });
    browser.types(ENTER);
    tabs_to(browser, "it.textContent.trim() === 'Save'");
    browser.types(ENTER);
    let none = format!("{SUMMARY} && it.textContent.includes('Aspects')");
    browser.wait_until("no aspect any more", |browser| focused(browser, &none) == true);

    // A name that is too long comes back in the menu, with the focus on what is wrong.
    browser.types(ENTER);
    tabs_to(browser, "it.name === 'new_aspect'");
    browser.script("document.activeElement.removeAttribute('maxlength')", json!([]));
    browser.types(&"x".repeat(65));
    tabs_to(browser, "it.textContent.trim() === 'Save'");
    browser.types(ENTER);
    browser.wait_until("the problem with the focus", |browser| {
        focused(browser, "it.matches('.aspects-of .problems')") == true
    });
    assert_eq!(browser.script("return window.stays === true", json!([])), true);

    // In the card beside the name: the same menu, apart from that of the row.
    fox.opens("/contacts");
    tabs_to(browser, "it.matches('a.person-name')");
    browser.wait_until("the card", |browser| browser.shows("//section[contains(@class,'hover-card')]"));
    tabs_to(browser, "it.matches('.hover-card .aspects-of summary')");
    browser.types(ENTER);
    tabs_to(browser, "it.matches('.hover-card [name=aspects]')");
    browser.types(SPACE);
    tabs_to(browser, "it.textContent.trim() === 'Save'");
    browser.types(ENTER);
    let in_card = "it.matches('.hover-card .aspects-of summary') && it.textContent.includes('In 1 aspect')";
    browser.wait_until("the card says it", |browser| focused(browser, in_card) == true);

    fox.browser.means("status of 422");
    fox.browser.has_clean_console();
}
