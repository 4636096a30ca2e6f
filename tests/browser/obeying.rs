//! The line one writes in closes on a page that is open, and opens again with what was typed, chosen and answered.

use super::chromium::Driver;
use super::driver::{Browser, Width};
use super::person::{Person, photo};
use super::pod::Pod;
use super::school::demonstration;
use serde_json::json;

const LINE: &str = "//textarea[@id='field-body']";
const CLOSED: &str = "//*[@id='talk-closed']";

fn typed(browser: &Browser) -> String {
    let script = "return document.querySelector('#field-body')?.value ?? ''";
    browser.script(script, json!([])).as_str().unwrap_or_default().to_owned()
}

fn has_focus(browser: &Browser, id: &str) -> bool {
    browser.script("return document.activeElement?.id === arguments[0]", json!([id])) == true
}

fn sits(driver: &Driver, pod: &Pod, [_, name, password]: &[String; 3]) -> Person {
    let person = Person::at(driver, pod, Width::Desktop);
    person.signs_in(name, password);
    person.browser.is_at("/");
    person
}

/// The owner says who may talk with whom.
fn rule_is(owner: &Person, words: &str) {
    owner.opens("/admin/rules");
    owner.browser.ticks(words);
    owner.browser.presses("Save");
    owner.browser.sees("Saved");
}

const NOBODY: &str = "Nobody: groups have their conversations";
const EVERYBODY: &str = "Everybody";

fn closes(browser: &Browser) {
    browser.wait_until("the line closes", |browser| browser.shows(CLOSED) && !browser.shows(LINE));
}

fn opens(browser: &Browser) {
    browser.wait_until("the line opens", |browser| browser.shows(LINE) && !browser.shows(CLOSED));
}

#[test]
fn what_was_typed_waits_behind_a_line_that_closes_and_stands_there_when_it_opens() {
    let driver = Driver::start();
    let (pod, sign_ins) = demonstration();
    let owner = sits(&driver, &pod, &sign_ins[0]);
    let mut ana = sits(&driver, &pod, &sign_ins[2]);
    rule_is(&owner, EVERYBODY);
    ana.opens(&format!("/chat/with/{}", sign_ins[3][1]));
    ana.browser.wait_until("the conversation", |browser| browser.shows("//ol[@id='messages']/li"));
    ana.is_live();
    let folder = tempfile::tempdir().unwrap();
    ana.browser.attaches(&photo(folder.path(), "heron.jpg", 90));
    ana.browser.fills("Describe it", "A heron at the pond");
    ana.browser.fills("Write a message", "Half a sent");
    ana.browser.clicks(LINE);

    rule_is(&owner, NOBODY);
    closes(&ana.browser);
    assert!(has_focus(&ana.browser, "talk-closed"), "whoever was writing is told");
    rule_is(&owner, EVERYBODY);
    opens(&ana.browser);
    assert!(has_focus(&ana.browser, "field-body"), "and goes on where they were");
    assert_eq!(typed(&ana.browser), "Half a sent");
    assert!(ana.browser.shows("//*[@data-picked]/li"), "the photo is there");
    ana.browser.types("ence");
    ana.browser.presses("Send");
    let sent = "//li[contains(@class,'message-own')][contains(.,'Half a sentence')]//img[@alt='A heron at the pond']";
    ana.browser.wait_until("all of it arrives", |browser| browser.shows(sent));

    // A page that is fetched anew while it is closed, and one that was away when it opened.
    ana.browser.fills("Write a message", "Not forgotten");
    rule_is(&owner, NOBODY);
    closes(&ana.browser);
    ana.browser.reloads();
    closes(&ana.browser);
    rule_is(&owner, EVERYBODY);
    opens(&ana.browser);
    assert_eq!(typed(&ana.browser), "Not forgotten");
    ana.browser.means("ERR_INTERNET_DISCONNECTED");
    ana.browser.means("/live");
    ana.browser.is_offline(true);
    rule_is(&owner, NOBODY);
    assert!(ana.browser.shows(LINE), "it does not know yet");
    ana.browser.is_offline(false);
    closes(&ana.browser);
    ana.browser.is_offline(true);
    rule_is(&owner, EVERYBODY);
    ana.browser.is_offline(false);
    opens(&ana.browser);
    assert_eq!(typed(&ana.browser), "Not forgotten");
    // A form that came by the line is as good as the one that the page had.
    ana.browser.presses("Send");
    let sent = "//li[contains(@class,'message-own')][@data-place][contains(.,'Not forgotten')]";
    ana.browser.wait_until("it arrives", |browser| browser.shows(sent));
    ana.browser.has_clean_console();
}
