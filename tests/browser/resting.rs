//! Pages that are open when what somebody writes begins to wait, when they only read from then on, and when a case is closed: they
//! change by themselves, and what was typed stays.

use super::chromium::Driver;
use super::driver::{Browser, Width};
use super::person::Person;
use super::school::demonstration;
use super::supervising::sits;
use serde_json::json;

const LINE: &str = "//textarea[@id='field-body']";
const CLOSED: &str = "//*[@id='talk-closed']";
const ANSWER: &str = "//textarea[@id='field-words']";
const CASE_CLOSED: &str = "//*[contains(@class,'case-closed')]";
const ENTER: &str = "\u{e007}";
const ALL: &str = "What you write here waits until teachers have looked at it.";

/// What the script says, as words.
fn said(browser: &Browser, script: &str) -> String {
    browser.script(&format!("return String({script})"), json!([])).as_str().unwrap_or_default().to_owned()
}

fn focus(browser: &Browser) -> String {
    said(browser, "document.activeElement?.id")
}

/// The page on which staff say how strict the house is with this person.
fn level_of(head: &Person, name: &str) -> String {
    head.opens(&format!("/admin/people?name={name}"));
    let first = "(//main//a[starts-with(@href,'/admin/people/') and number(substring(@href,15)) > 0])[1]";
    head.browser.wait_until("the account", |browser| browser.shows(first));
    let path = "document.evaluate(`//main//a[starts-with(@href,'/admin/people/') and number(substring(@href,15)) > 0]`, \
                document, null, 9, null).singleNodeValue.getAttribute('href')";
    format!("{}/level", said(&head.browser, path))
}

fn level_is(head: &Person, level: &str, words: &str) {
    head.opens(level);
    head.browser.ticks(words);
    head.browser.presses("Save");
    head.browser.sees("Saved");
}

#[test]
fn the_line_says_by_itself_that_what_is_written_begins_to_wait_and_closes_under_the_keys_of_who_only_reads() {
    let driver = Driver::start();
    let (pod, sign_ins) = demonstration();
    let head = sits(&driver, &pod, &sign_ins[0], Width::Desktop);
    let isla = sits(&driver, &pod, &sign_ins[2], Width::Phone);
    let level = level_of(&head, &sign_ins[2][1]);
    isla.opens(&format!("/chat/with/{}", sign_ins[3][1]));
    isla.browser.wait_until("the line", |browser| browser.shows(LINE));
    isla.is_live();
    isla.browser.clicks(LINE);
    isla.browser.types("Half of ");
    level_is(&head, &level, "Everything waits");
    isla.browser.sees(ALL);
    assert_eq!(focus(&isla.browser), "field-body", "nobody is put elsewhere while they type");
    isla.browser.types("it");
    isla.browser.types(ENTER);
    let own = |words: &str| format!("//li[contains(@class,'message-own')][contains(.,'{words}')]");
    isla.browser.wait_until("it is sent, and waits", |browser| browser.shows(&own("Half of it")));
    isla.browser.types("More of it");
    level_is(&head, &level, "They only read");
    isla.browser.wait_until("the line closes", |browser| browser.shows(CLOSED) && !browser.shows(LINE));
    level_is(&head, &level, "Nothing waits");
    isla.browser.wait_until("the line opens", |browser| browser.shows(LINE) && !browser.shows(CLOSED));
    assert_eq!(said(&isla.browser, "document.querySelector('#field-body').value"), "More of it");
    isla.browser.misses(ALL);
    isla.browser.clicks(LINE);
    isla.browser.types(ENTER);
    isla.browser.wait_until("it is sent", |browser| browser.shows(&own("More of it")));
    isla.browser.has_clean_console();
}

#[test]
fn a_page_whose_reader_only_reads_loses_its_buttons_by_itself_and_keeps_what_was_typed() {
    let driver = Driver::start();
    let (pod, sign_ins) = demonstration();
    let head = sits(&driver, &pod, &sign_ins[0], Width::Desktop);
    let isla = sits(&driver, &pod, &sign_ins[2], Width::Desktop);
    let level = level_of(&head, &sign_ins[2][1]);
    isla.opens("/everyone");
    isla.is_live();
    let hearts = |browser: &Browser| {
        said(browser, "!!document.querySelector('main [formaction*=\"/reactions\"]')") == "true"
    };
    isla.browser.wait_until("hearts", hearts);
    isla.browser.fills("Your post", "Half a heron");
    level_is(&head, &level, "They only read");
    isla.browser.wait_until("no hearts", |browser| !hearts(browser));
    let typed = "document.querySelector('#composer textarea')?.value";
    assert_eq!(said(&isla.browser, typed), "Half a heron");
    level_is(&head, &level, "Nothing waits");
    isla.browser.wait_until("hearts again", hearts);
    assert_eq!(said(&isla.browser, typed), "Half a heron");
    isla.sends("Half a heron");
    isla.browser.has_clean_console();
}

#[test]
fn a_talk_closes_with_its_case_under_whoever_types_and_goes_on_when_the_case_is_open_again() {
    let driver = Driver::start();
    let (pod, sign_ins) = demonstration();
    let fox = sits(&driver, &pod, &sign_ins[1], Width::Desktop);
    let isla = sits(&driver, &pod, &sign_ins[2], Width::Phone);
    let valeria = sits(&driver, &pod, &sign_ins[3], Width::Phone);
    isla.opens("/everyone");
    isla.browser.fills("Your post", "You are all fools");
    isla.sends("You are all fools");
    // The page may just be changing.
    let id = "[...document.querySelectorAll('article[data-item]')].find((each) => each.innerText.includes('You are all fools'))?.dataset.item";
    isla.browser.wait_until("its number", |browser| said(browser, id).parse::<i64>().is_ok());
    let post = said(&isla.browser, id);
    valeria.opens(&format!("/report/{post}"));
    valeria.browser.ticks("It is mean to somebody");
    valeria.browser.presses("Send");
    valeria.browser.sees("Staff have been told.");
    fox.opens(&format!("/desk/items/{post}"));
    fox.browser.follows("Write to somebody about this");
    let first = "(//select[@name='to']/option[@value!=''])[1]";
    fox.browser.clicks(first);
    fox.browser.fills("What you write", "Will you say sorry?");
    fox.browser.presses("Send");
    fox.browser.sees("Will you say sorry?");

    // The first talk of the house.
    isla.opens("/talks/1");
    isla.browser.sees("Will you say sorry?");
    isla.is_live();
    isla.browser.clicks(ANSWER);
    isla.browser.types("Because I was");
    fox.opens(&format!("/desk/items/{post}"));
    fox.browser.selects("Reason for removing", "It was mean to somebody");
    fox.browser.clicks("//*[contains(@class,'decision')]//button[contains(.,'Remove')]");
    isla.browser.wait_until("it closes", |browser| browser.shows(CASE_CLOSED) && !browser.shows(ANSWER));
    isla.browser.sees("Because I was");
    assert!(said(&isla.browser, "document.activeElement?.className").contains("case-closed"));
    super::keeps_picture(&isla.browser, "talk-closed");
    fox.opens("/desk");
    fox.browser.clicks("//main//button[contains(.,'Take back your last decision')]");
    isla.browser.wait_until("it opens", |browser| browser.shows(ANSWER) && !browser.shows(CASE_CLOSED));
    isla.browser.types(" angry");
    isla.browser.presses("Send");
    isla.browser.sees("Because I was angry");
    isla.browser.has_clean_console();
}
