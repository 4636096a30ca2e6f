//! The quiet sound: once in the whole browser, however many windows are open, and not for what is being read.

use super::chromium::Driver;
use super::driver::{Browser, Width};
use super::person::Person;
use super::pod::Pod;
use super::school::demonstration;
use serde_json::json;

/// A loudspeaker that counts instead of sounding, in the window `w` and any other of the same browser. A browser that
/// nobody touches would keep silent.
const COUNTS: &str = "const w = arguments[0] === 'other' ? window.other : window; \
    w.AudioContext = class { \
      state = 'running'; currentTime = 0; destination = {}; \
      resume() { return Promise.resolve(); } \
      createGain() { const gain = { setValueAtTime() {}, linearRampToValueAtTime() {}, exponentialRampToValueAtTime() {} }; \
        return { gain, connect: (next) => next }; } \
      createOscillator() { localStorage.tones = Number(localStorage.tones ?? 0) + 1; \
        return { frequency: {}, connect: (next) => next, start() {}, stop() {} }; } \
    }; \
    w.document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift' }));";

/// Notes what the windows say to each other, and when it was said last.
const LISTENS: &str = "window.said = []; window.last = performance.now(); \
    window.ear = new BroadcastChannel('quiet-sound'); \
    window.ear.onmessage = ({ data }) => { window.said.push(data); window.last = performance.now(); };";

fn number(browser: &Browser, script: &str) -> i64 {
    browser.script(&format!("return {script}"), json!([])).as_i64().unwrap_or(-1)
}

/// Two who know each other sit down; the first has turned the sound on.
fn two_of_whom_one_wants_sound(driver: &Driver, pod: &Pod, sign_ins: &[[String; 3]]) -> (Person, Person) {
    let sit = |[_, name, password]: &[String; 3]| {
        let person = Person::at(driver, pod, Width::Desktop);
        person.signs_in(name, password);
        person.browser.is_at("/");
        person
    };
    let (ana, ben) = (sit(&sign_ins[2]), sit(&sign_ins[3]));
    ana.opens("/my/preferences");
    ana.browser.ticks("A quiet sound when something new comes");
    ana.browser.presses("Save");
    ana.browser.sees("Saved");
    (ana, ben)
}

/// Says something in the conversation that is open, with the Enter key.
fn writes(person: &Person, words: &str) {
    person.browser.clicks("//textarea[@id='field-body']");
    person.browser.types(words);
    person.browser.types("\u{e007}");
}

#[test]
fn something_new_sounds_once_in_all_windows_and_not_where_it_is_read() {
    let driver = Driver::start();
    let (pod, sign_ins) = demonstration();
    let (ana, ben) = two_of_whom_one_wants_sound(&driver, &pod, &sign_ins);
    ben.opens(&format!("/chat/with/{}", sign_ins[2][1]));
    ben.browser.wait_until("the conversation", |browser| browser.shows("//ol[@id='messages']/li"));
    let writes = |words: &str| writes(&ben, words);
    // Whoever reads it hears nothing.
    ana.opens(&format!("/chat/with/{}", sign_ins[3][1]));
    ana.is_live();
    ana.browser.script(COUNTS, json!(["own"]));
    ana.browser.script(LISTENS, json!([]));
    writes("Do you read this?");
    ana.browser.sees("Do you read this?");
    ana.browser.script("window.last = performance.now()", json!([]));
    let quiet = "performance.now() - window.last > 2500";
    ana.browser.wait_until("it stays quiet", |browser| {
        browser.script(&format!("return {quiet}"), json!([])) == true
    });
    assert_eq!(number(&ana.browser, "Number(localStorage.tones ?? 0)"), 0);

    // Two windows of one browser, neither of which shows the conversation.
    ana.opens("/my");
    ana.is_live();
    ana.browser.script("window.other = window.open('/my/blocks')", json!([]));
    let ready = "return window.other.document.readyState === 'complete' && window.other.document.body.dataset.sound === 'on'";
    ana.browser.wait_until("the other window", |browser| browser.script(ready, json!([])) == true);
    ana.browser.script(COUNTS, json!(["own"]));
    ana.browser.script(COUNTS, json!(["other"]));
    ana.browser.script(LISTENS, json!([]));
    let badge =
        "[window, window.other].every((w) => w.document.querySelector('#chats-unread [aria-hidden]'))";
    writes("And this?");
    ana.browser.wait_until("both know of it", |browser| {
        browser.script(&format!("return {badge}"), json!([])) == true
    });
    ana.browser.wait_until("they have heard each other out", |browser| {
        let done = format!("return window.said.some((said) => said.sounded) && {quiet}");
        browser.script(&done, json!([])) == true
    });
    assert_eq!(number(&ana.browser, "window.said.filter((said) => said.sounded).length"), 1);
    assert_eq!(number(&ana.browser, "Number(localStorage.tones ?? 0)"), 2, "one sound has two tones");
}

/// Counts in the window `w` how often the number of conversations came, the same or another.
const COUNTS_NUMBERS: &str = "const w = arguments[0] === 'other' ? window.other : window; w.numbers = 0; \
    w.document.addEventListener('turbo:before-stream-render', (event) => { \
      if (event.target.target === 'chats-unread') w.numbers += 1; });";

/// Waits until the windows have heard each other out, and longer than whatever waits to sound.
fn all_is_quiet(browser: &Browser) {
    browser.script("window.last = performance.now()", json!([]));
    browser.wait_until("all is quiet", |browser| {
        browser.script("return performance.now() - window.last > 9000", json!([])) == true
    });
}

#[test]
fn what_is_muted_and_what_somebody_looks_at_make_no_sound_in_any_window() {
    let driver = Driver::start();
    let (pod, sign_ins) = demonstration();
    let (ana, ben) = two_of_whom_one_wants_sound(&driver, &pod, &sign_ins);
    ana.opens(&format!("/chat/with/{}", sign_ins[3][1]));
    ana.browser.wait_until("the conversation", |browser| browser.shows("//ol[@id='messages']/li"));
    let talk = ana.browser.address().splitn(4, '/').nth(3).unwrap().to_owned();
    ben.opens(&format!("/{talk}"));
    ben.browser.wait_until("the conversation", |browser| browser.shows("//ol[@id='messages']/li"));
    ben.is_live();
    let writes = |words: &str| writes(&ben, words);
    let tones = || number(&ana.browser, "Number(localStorage.tones ?? 0)");
    let two_windows = |path: &str| {
        ana.opens(path);
        ana.is_live();
        // Somebody looks at this one, whichever lies on top.
        ana.browser.tell("Emulation.setFocusEmulationEnabled", json!({ "enabled": true }));
        ana.browser.script("window.other = window.open('/my/blocks')", json!([]));
        let ready = "return window.other.document.readyState === 'complete' && window.other.document.body.dataset.sound === 'on'";
        ana.browser.wait_until("the other window", |browser| browser.script(ready, json!([])) == true);
        for window in ["own", "other"] {
            ana.browser.script(COUNTS, json!([window]));
            ana.browser.script(COUNTS_NUMBERS, json!([window]));
        }
        ana.browser.script(LISTENS, json!([]));
    };
    let closes_the_other = || ana.browser.script("window.other.close()", json!([]));

    // In the window at which somebody looks, also where much comes together.
    two_windows(&format!("/{talk}"));
    for words in ["One", "Two", "Three", "Four"] {
        writes(words);
    }
    ana.browser.sees("Four");
    all_is_quiet(&ana.browser);
    assert_eq!(tones(), 0, "what is read makes no sound");
    closes_the_other();

    // In a conversation that is muted, where nobody looks at it.
    ana.opens(&format!("/{talk}/about"));
    ana.browser.presses("Mute");
    ana.browser.sees("Saved");
    two_windows("/my");
    writes("Are you there?");
    let told = "return window.numbers > 0 && window.other.numbers > 0";
    ana.browser.wait_until("both have been told", |browser| browser.script(told, json!([])) == true);
    all_is_quiet(&ana.browser);
    assert_eq!(tones(), 0, "what is muted makes no sound");
    closes_the_other();

    // The same, muted no more: once in both windows.
    ana.opens(&format!("/{talk}/about"));
    ana.browser.presses("Not muted any more");
    ana.browser.sees("Saved");
    two_windows("/my");
    writes("And now?");
    ana.browser.wait_until("it sounds", |_| tones() > 0);
    all_is_quiet(&ana.browser);
    assert_eq!(tones(), 2, "one sound has two tones");
}
