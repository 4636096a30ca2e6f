//! Talking in two and three windows: everything one does with messages, a network that goes in the middle, and a box
//! that starts again; every message once, in order, in every window.

use super::chromium::Driver;
use super::driver::{Browser, Width};
use super::person::{Person, photo};
use super::room::{Room, said};
use super::wire::Wire;
use serde_json::json;

fn words(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

/// Losing the line is meant, and what the console says of it.
fn means_to_lose(person: &mut Person) {
    person.browser.means("net::ERR_");
    person.browser.means("WebSocket connection to");
}

#[test]
fn what_is_said_in_one_window_stands_in_the_others_and_can_be_answered_changed_and_taken_back() {
    let room = Room::of_three();
    let driver = Driver::start();
    let ana = room.window(&driver, 0, Width::Desktop);
    let ben = room.window(&driver, 1, Width::Phone);
    let cem = room.window(&driver, 2, Width::Desktop);
    let all = [&ana, &ben, &cem];
    ana.browser.fills("Write a message", "Did you see");
    ben.browser.sees(&format!("{} is typing", room.name(0)));
    ana.browser.fills("Write a message", "Did you see the heron?");
    ana.browser.types("\u{e007}");
    all.iter().for_each(|window| window.shows_exactly(&words(&["Did you see the heron?"])));
    ben.browser.misses("is typing");

    ben.chooses("heron", "Reply");
    ben.says("By the pond!");
    let quote = format!("{}//blockquote[contains(.,'heron')]", said("By the pond!"));
    cem.browser.wait_until("the answer with what it answers", |browser| browser.shows(&quote));
    cem.chooses("By the pond!", "Heart");
    let heart = format!("{}//*[contains(@class,'reactions')]//button[contains(.,'1')]", said("By the pond!"));
    ana.browser.wait_until("Cem's heart", |browser| browser.shows(&heart));

    let folder = tempfile::tempdir().unwrap();
    ana.browser.attaches(&photo(folder.path(), "heron.jpg", 90));
    ana.browser.fills("Describe it", "A heron at the pond");
    ana.says("Here it is");
    let picture = format!("{}//img[@alt='A heron at the pond']", said("Here it is"));
    ben.browser.wait_until("the photo", |browser| browser.shows(&picture));

    ana.chooses("Here it is", "Edit");
    ana.browser.fills("Message", "There it was");
    ana.browser.presses("Save");
    ben.browser.wait_until("what it says now", |browser| browser.shows(&said("There it was")));
    ben.browser.sees("edited");
    ana.browser.is_at(&room.path());
    ben.chooses("By the pond!", "Delete");
    let rest = words(&["Did you see the heron?", "There it was"]);
    all.iter().for_each(|window| window.shows_exactly(&rest));

    cem.chooses("There it was", "Report");
    cem.browser.sees("There it was");
    all.iter().for_each(|window| window.browser.has_clean_console());
}

/// In how many conversations something is new, as the header says.
fn number(browser: &Browser) -> i64 {
    let script = "return Number(document.querySelector('#chats-unread [aria-hidden]')?.textContent ?? 0)";
    browser.script(script, json!([])).as_i64().unwrap_or_default()
}

#[test]
fn what_is_read_in_one_window_is_read_in_the_other() {
    let room = Room::of_three();
    let driver = Driver::start();
    let ana = room.window(&driver, 0, Width::Desktop);
    let ben_at_home = room.at_the_door(&driver, 1, Width::Phone);
    ben_at_home.opens("/");
    ben_at_home.is_live();
    // The demonstration has conversations of its own, which may be new to Ben, too.
    let before = number(&ben_at_home.browser);
    ana.says("One");
    ana.says("Two");
    ben_at_home.browser.wait_until("one more in the header", |browser| number(browser) == before + 1);
    let ben = room.window(&driver, 1, Width::Desktop);
    ben.shows_exactly(&words(&["One", "Two"]));
    ben_at_home.browser.wait_until("the number to go back", |browser| number(browser) == before);
    for window in [&ana, &ben, &ben_at_home] {
        window.browser.has_clean_console();
    }
}

#[test]
fn a_network_that_goes_in_the_middle_of_sending_loses_nothing_and_doubles_nothing() {
    let room = Room::of_three();
    let driver = Driver::start();
    let mut ana = room.window(&driver, 0, Width::Desktop);
    let ben = room.window(&driver, 1, Width::Phone);
    means_to_lose(&mut ana);
    ana.says("Before");
    ben.shows_exactly(&words(&["Before"]));

    // The browser's own switch.
    ana.browser.is_offline(true);
    ana.says("First while away");
    ana.says("Second while away");
    ana.browser.sees("Waiting for the network");
    ben.says("Meanwhile");
    ben.shows_exactly(&words(&["Before", "Meanwhile"]));
    ana.browser.is_offline(false);
    let all = words(&["Before", "Meanwhile", "First while away", "Second while away"]);
    ben.shows_exactly(&all);
    ana.shows_exactly(&all);

    // A reload in the middle goes on sending, too.
    ana.browser.is_offline(true);
    ana.says("Third while away");
    ana.browser.sees("Waiting for the network");
    ana.browser.is_offline(false);
    ana.browser.reloads();
    let all = [all, words(&["Third while away"])].concat();
    ben.shows_exactly(&all);
    ana.shows_exactly(&all);
    ana.browser.has_clean_console();
    ben.browser.has_clean_console();
}

#[test]
fn a_cable_that_is_pulled_between_sending_and_the_answer_loses_nothing_and_doubles_nothing() {
    let room = Room::of_three();
    let driver = Driver::start();
    let wire = Wire::to(room.pod.port);
    let mut ana = room.at_the_door(&driver, 0, Width::Desktop);
    ana.base = wire.base();
    ana.opens(&room.path());
    ana.is_live();
    let ben = room.window(&driver, 1, Width::Phone);
    means_to_lose(&mut ana);
    let mut all = Vec::new();
    for turn in 0..6 {
        let text = format!("Message {turn}");
        ana.says(&text);
        wire.is_pulled_out(); // it has gone, or not; its answer has come, or not
        ana.says(&format!("{text} and more"));
        wire.is_put_back();
        all.extend([text.clone(), format!("{text} and more")]);
        ben.shows_exactly(&all);
    }
    ana.shows_exactly(&all);
    ana.browser.has_clean_console();
    ben.browser.has_clean_console();
}

#[test]
fn a_box_that_starts_again_in_the_middle_loses_nothing_and_doubles_nothing() {
    let mut room = Room::of_three();
    let driver = Driver::start();
    let mut ana = room.window(&driver, 0, Width::Desktop);
    let mut ben = room.window(&driver, 1, Width::Phone);
    let mut cem = room.window(&driver, 2, Width::Desktop);
    for person in [&mut ana, &mut ben, &mut cem] {
        means_to_lose(person);
    }
    ana.says("Before one");
    ben.says("Before two");
    let before = words(&["Before one", "Before two"]);
    for window in [&ana, &ben, &cem] {
        window.browser.wait_until("both", |_| window.messages().len() == 2);
    }
    let _ = before;
    room.pod.restarts(|| {
        ana.says("While it was off, by one");
        ana.says("While it was off, by one again");
        ben.says("While it was off, by two");
    });
    cem.says("After");
    for window in [&ana, &ben, &cem] {
        window.browser.wait_until("all six", |_| {
            let messages = window.messages();
            messages.len() == 6 && !messages.iter().any(|text| text.starts_with('('))
        });
    }
    // The box gave them their order: it is the same everywhere, and each stands in it once.
    let order = cem.messages();
    let mut sorted = order.clone();
    sorted.sort();
    sorted.dedup();
    assert_eq!(sorted.len(), 6, "{order:?}");
    let place = |text: &str| order.iter().position(|each| each == text);
    assert!(place("While it was off, by one") < place("While it was off, by one again"), "{order:?}");
    for window in [&ana, &ben, &cem] {
        window.shows_exactly(&order);
        window.browser.has_clean_console();
    }
}
