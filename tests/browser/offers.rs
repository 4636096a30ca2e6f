//! What is offered beside what one does: names while typing, and a card beside a name.

use super::chromium::Driver;
use super::driver::{Browser, Width};
use super::paths::post_with;
use super::person::Person;
use super::pod::Pod;
use serde_json::json;

const ENTER: &str = "\u{e007}";
const ESCAPE: &str = "\u{e00c}";
const DOWN: &str = "\u{e015}";

fn holds(browser: &Browser, what: &str) -> bool {
    browser.script(&format!("return !!({what});"), json!([])) == true
}

/// Is this the name that Enter would take?
fn chosen(name: &str) -> String {
    format!(
        "document.getElementById(document.activeElement.getAttribute('aria-activedescendant'))?.dataset.name === '{name}'"
    )
}

#[test]
fn names_are_offered_while_one_types_and_taken_by_keys() {
    let pod = Pod::fresh();
    let driver = Driver::start();
    let fox = Person::at(&driver, &pod, Width::Desktop);
    fox.claims(pod.setup_code.as_deref().unwrap(), "Hillview School");
    fox.makes_account("Tara Ana");
    fox.makes_account("Tara Bea");
    let browser = &fox.browser;
    fox.opens("/");
    browser.fills("Your post", "Hello @tar");
    browser.wait_until("the first name", |browser| holds(browser, &chosen("@tara.ana")));
    assert!(holds(browser, "document.getElementById('suggest-said').textContent.includes('2 names')"));
    browser.types(DOWN);
    browser.wait_until("the second name", |browser| holds(browser, &chosen("@tara.bea")));
    browser.types(ENTER);
    let text = "document.querySelector('#composer textarea').value";
    browser.wait_until("the name in the text", |browser| {
        holds(browser, &format!("{text} === 'Hello @tara.bea '"))
    });
    browser.types("and @ta");
    browser.wait_until("names again", |browser| holds(browser, &chosen("@tara.ana")));
    browser.types(ESCAPE);
    browser.wait_until("no names", |browser| holds(browser, "!document.querySelector('.suggest')"));
    assert!(holds(browser, &format!("{text}.endsWith('and @ta')")), "Escape takes nothing");
    // Without a list Enter is a line end.
    browser.types(ENTER);
    assert!(holds(browser, &format!("{text}.endsWith('\\n')")));
    browser.has_clean_console();
}

#[test]
fn a_name_that_has_the_focus_shows_a_card_and_escape_closes_it() {
    let pod = Pod::fresh();
    let driver = Driver::start();
    let fox = Person::at(&driver, &pod, Width::Desktop);
    fox.claims(pod.setup_code.as_deref().unwrap(), "Hillview School");
    let browser = &fox.browser;
    fox.opens("/");
    browser.fills("Your post", "A heron");
    browser.presses("Post");
    browser.wait_until("the post", |browser| browser.shows(&post_with("A heron")));
    let name = "document.querySelector('article .person-name')";
    let pointer = "new PointerEvent('pointerover', { bubbles: true, pointerType: 'POINTER' })";
    let touch = format!("{name}.dispatchEvent({})", pointer.replace("POINTER", "touch"));
    browser.script(&touch, json!([]));
    browser.script(&format!("{name}.focus({{ focusVisible: true }})"), json!([]));
    browser.wait_until("the card", |browser| {
        holds(browser, &format!("{name}.nextElementSibling?.matches('.hover-card')"))
    });
    assert!(holds(browser, "document.querySelectorAll('.hover-card').length === 1"));
    browser.types(ESCAPE);
    browser.wait_until("no card", |browser| holds(browser, "!document.querySelector('.hover-card')"));
    browser.script(&format!("{name}.dispatchEvent({})", pointer.replace("POINTER", "mouse")), json!([]));
    browser.wait_until("the card under the pointer", |browser| {
        holds(browser, "document.querySelector('.hover-card')")
    });
    browser.has_clean_console();
}
