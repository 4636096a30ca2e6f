//! Talking: what is written is there at once, arrives live, and survives a network that fails.

use super::chromium::Driver;
use super::driver::{Browser, Width};
use super::person::Person;
use super::pod::Pod;
use super::school::demonstration;
use serde_json::json;

/// The words of each message on the page, in their order; with those that are on their way.
fn said(browser: &Browser) -> Vec<String> {
    let script = "return [...document.querySelectorAll('.message')].map((each) => \
        (each.matches('.message-sending') ? '… ' : '') + each.querySelector('.prose').innerText)";
    let words = browser.script(script, json!([]));
    words.as_array().into_iter().flatten().filter_map(|word| word.as_str().map(str::to_owned)).collect()
}

fn ends(browser: &Browser, words: &[&str]) -> bool {
    let said = said(browser);
    said.len() >= words.len() && said[said.len() - words.len()..].iter().eq(words)
}

fn writes(person: &Person, words: &str) {
    person.browser.clicks("//textarea[@id='field-body']");
    person.browser.types(words);
    person.browser.types("\u{e007}");
}

/// In how many conversations something is new, as the page says it.
fn unread(browser: &Browser) -> i64 {
    let script =
        "return parseInt(document.querySelector('#chats-unread [aria-hidden]')?.textContent ?? '0', 10)";
    browser.script(script, json!([])).as_i64().unwrap_or(-1)
}

fn is_offline(person: &Person, offline: bool) {
    person.browser.tell("Network.enable", json!({}));
    let speed = json!({ "offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
    person.browser.tell("Network.emulateNetworkConditions", speed);
}

/// Two members of the demonstration in the conversation of the two.
fn two(driver: &Driver, pod: &Pod, sign_ins: &[[String; 3]]) -> (Person, Person) {
    let sit = |number: usize, width| {
        let person = Person::at(driver, pod, width);
        person.signs_in(&sign_ins[number][1], &sign_ins[number][2]);
        person.browser.is_at("/");
        person
    };
    let (ana, ben) = (sit(2, Width::Desktop), sit(3, Width::Desktop));
    ana.opens(&format!("/chat/with/{}", sign_ins[3][1]));
    ben.opens(&format!("/chat/with/{}", sign_ins[2][1]));
    for each in [&ana, &ben] {
        each.browser.wait_until("the conversation", |browser| browser.shows("//ol[@id='messages']/li"));
        each.is_live();
    }
    (ana, ben)
}

#[test]
fn what_is_written_without_a_network_arrives_once_and_in_order_when_it_is_back() {
    let driver = Driver::start();
    let (pod, sign_ins) = demonstration();
    let (mut ana, ben) = two(&driver, &pod, &sign_ins);
    ana.browser.means("ERR_INTERNET_DISCONNECTED");
    ana.browser.means("/live");
    writes(&ana, "One");
    ben.browser.wait_until("it arrives live", |browser| ends(browser, &["One"]));
    is_offline(&ana, true);
    for words in ["Two", "Three", "Four"] {
        writes(&ana, words);
    }
    ana.browser.wait_until("they are shown as on their way", |browser| {
        ends(browser, &["One", "… Two", "… Three", "… Four"])
    });
    ana.browser.sees("Waiting for the network");
    assert!(ends(&ben.browser, &["One"]));
    is_offline(&ana, false);
    for each in [&ana, &ben] {
        each.browser
            .wait_until("each is there once", |browser| ends(browser, &["One", "Two", "Three", "Four"]));
    }
    // What was on its way when the page was left is sent from the next.
    is_offline(&ana, true);
    writes(&ana, "Five");
    ana.browser.wait_until("it waits", |browser| ends(browser, &["… Five"]));
    is_offline(&ana, false);
    ana.browser.reloads();
    for each in [&ana, &ben] {
        each.browser.wait_until("it is sent all the same", |browser| ends(browser, &["Four", "Five"]));
    }
}

#[test]
fn the_number_of_conversations_with_something_new_comes_and_goes_by_itself() {
    let driver = Driver::start();
    let (pod, sign_ins) = demonstration();
    let (ana, ben) = two(&driver, &pod, &sign_ins);
    let talk = ana.browser.address();
    ana.opens("/chat");
    let other = Person::at(&driver, &pod, Width::Phone);
    other.signs_in(&sign_ins[2][1], &sign_ins[2][2]);
    other.browser.is_at("/");
    other.is_live();
    let before = unread(&other.browser);
    writes(&ben, "Are you there?");
    other.browser.wait_until("one more", |browser| unread(browser) == before + 1);
    ana.browser.wait_until("the list", |browser| browser.reads("Are you there?"));
    ana.browser.goes(&talk);
    ana.browser.wait_until("the message", |browser| ends(browser, &["Are you there?"]));
    other.browser.wait_until("read on one device, read on all", |browser| unread(browser) == before);
}
