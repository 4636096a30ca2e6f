//! Changing a message where it stands: Escape, an error, saving, and what comes live meanwhile.

use super::chromium::Driver;
use super::driver::{Browser, Width};
use super::room::{Room, said};
use serde_json::json;

const FORM: &str = "//form[@data-edit-here]";
const TEXT: &str = "//form[@data-edit-here]//textarea";

fn value(browser: &Browser) -> String {
    let script = "return document.querySelector('form[data-edit-here] textarea')?.value ?? ''";
    browser.script(script, json!([])).as_str().unwrap_or_default().to_owned()
}

/// Has the text of the form the focus?
fn is_in_text(browser: &Browser) -> bool {
    let script = "return document.activeElement?.matches('form[data-edit-here] textarea') ?? false";
    browser.script(script, json!([])) == true
}

/// Has the sign of three dots of the message that says this the focus?
fn is_at_dots(browser: &Browser, text: &str) -> bool {
    let script = "const at = document.activeElement; \
        return at.matches('.message-menu > summary') && at.closest('.message').textContent.includes(arguments[0])";
    browser.script(script, json!([text])) == true
}

#[test]
fn edit_turns_a_message_into_its_form_where_it_stands_and_back() {
    let room = Room::of_three();
    let driver = Driver::start();
    let mut ana = room.window(&driver, 0, Width::Desktop);
    let ben = room.window(&driver, 1, Width::Phone);
    ana.says("See you at foru");
    ana.says("By the pond");
    ben.browser.sees("By the pond");

    // Escape goes back, and nothing is changed.
    ana.chooses("foru", "Edit");
    ana.browser.wait_until("the form", |browser| browser.shows(TEXT) && is_in_text(browser));
    assert_eq!(value(&ana.browser), "See you at foru");
    ana.browser.is_at(&room.path());
    ana.browser.types(" or so");
    ana.browser.types("\u{e00c}");
    ana.browser.wait_until("the message", |browser| !browser.shows(FORM) && is_at_dots(browser, "foru"));
    assert!(ana.browser.shows(&said("See you at foru")) && !ana.browser.reads("or so"));

    // What comes of it meanwhile leaves the form alone, and is there afterwards.
    ana.chooses("foru", "Edit");
    ana.browser.wait_until("the form", is_in_text);
    ana.browser.types(", Ben");
    ben.chooses("foru", "Heart");
    ben.says("I like it");
    ana.browser.wait_until("Ben's word", |browser| browser.shows(&said("I like it")));
    assert!(is_in_text(&ana.browser));
    assert_eq!(value(&ana.browser), "See you at foru, Ben");
    ana.browser.presses("Cancel");
    let heart = format!("{}//*[contains(@class,'reactions')]//button[contains(.,'1')]", said("foru"));
    ana.browser.wait_until("Ben's heart", |browser| browser.shows(&heart) && is_at_dots(browser, "foru"));

    // An error comes back in its place, with what was typed.
    ana.chooses("foru", "Edit");
    ana.browser.wait_until("the form", is_in_text);
    ana.browser.script("document.activeElement.value = '   '", json!([]));
    ana.browser.types("\u{e007}");
    ana.browser.wait_until("the problem of an empty text", |browser| {
        browser.shows(&format!("{FORM}//*[@data-problem][contains(.,'fill')]"))
    });
    assert!(is_in_text(&ana.browser));
    ana.browser.means("ERR_INTERNET_DISCONNECTED");
    ana.browser.means("/live");
    ana.browser.is_offline(true);
    ana.browser.script("document.activeElement.value = 'See you at four'", json!([]));
    ana.browser.types("\u{e007}");
    ana.browser.wait_until("the problem of the network", |browser| {
        browser.shows(&format!("{FORM}//*[@data-problem][contains(.,'connection')]"))
    });
    assert_eq!(value(&ana.browser), "See you at four");
    ana.browser.is_offline(false);
    ana.browser.types("\u{e007}");
    ana.browser.wait_until("what it says now", |browser| {
        !browser.shows(FORM) && browser.shows(&said("See you at four")) && is_at_dots(browser, "four")
    });
    ben.browser.wait_until("what it says now", |browser| browser.shows(&said("See you at four")));

    // The arrow up in an empty line takes the last of one's own.
    ana.browser.clicks("//textarea[@id='field-body']");
    ana.browser.types("\u{e013}");
    ana.browser
        .wait_until("the form of the last", |browser| is_in_text(browser) && value(browser) == "By the pond");
    ana.browser.types("\u{e00c}");
    ana.browser.wait_until("the message", |browser| !browser.shows(FORM));
    for window in [&ana, &ben] {
        window.browser.has_clean_console();
    }
}
