//! Single letters that go through streams and to places, and texts that the device reads aloud.

use super::chromium::Driver;
use super::driver::{Browser, Width};
use super::paths::post_with;
use super::person::Person;
use super::pod::Pod;
use serde_json::{Value, json};

const ENTER: &str = "\u{e007}";
const ESCAPE: &str = "\u{e00c}";

/// Something about what has the focus.
fn focused(browser: &Browser, what: &str) -> Value {
    browser.script(&format!("const it = document.activeElement; return {what};"), json!([]))
}

fn holds(browser: &Browser, what: &str) -> bool {
    browser.script(&format!("return !!({what});"), json!([])) == true
}

fn waits_for(browser: &Browser, what: &str) {
    browser.wait_until(what, |browser| holds(browser, what));
}

/// A box of which Ms Fox is the first, on her desktop.
fn claimed(driver: &Driver, pod: &Pod) -> Person {
    let fox = Person::at(driver, pod, Width::Desktop);
    fox.claims(pod.setup_code.as_deref().unwrap(), "Hillview School");
    fox
}

fn posts(person: &Person, texts: &[&str]) {
    for text in texts {
        person.opens("/");
        person.browser.fills("Your post", text);
        person.browser.presses("Post");
        let plain = text.split(['*', '\n']).next().unwrap();
        person.browser.wait_until("the post", |browser| browser.shows(&post_with(plain)));
    }
}

/// A key as a keyboard of another script sends it: its place is known, and its sign is none of ours.
fn strikes(browser: &Browser, sign: &str, code: &str) {
    let script = "document.activeElement.dispatchEvent(new KeyboardEvent('keydown', \
        { key: arguments[0], code: arguments[1], bubbles: true, cancelable: true }))";
    browser.script(script, json!([sign, code]));
}

const IN_HAND: &str = "it.dataset.item ? it.querySelector('.prose').textContent.trim() : ''";

#[test]
fn letters_go_through_a_stream_and_do_what_the_list_says() {
    let pod = Pod::fresh();
    let driver = Driver::start();
    let fox = claimed(&driver, &pod);
    posts(&fox, &["First heron", "Second heron", "Third heron"]);
    let browser = &fox.browser;
    fox.opens("/everyone");
    browser.types("j");
    assert_eq!(focused(browser, IN_HAND), "Third heron");
    let ring =
        "getComputedStyle(it).outlineStyle === 'solid' && parseFloat(getComputedStyle(it).outlineWidth) >= 2";
    assert_eq!(focused(browser, ring), true, "one sees where one is");
    browser.types("jj");
    assert_eq!(focused(browser, IN_HAND), "First heron");
    browser.types("k");
    assert_eq!(focused(browser, IN_HAND), "Second heron");
    // A keyboard that writes Arabic or Russian: the place of the key counts, and only for other scripts.
    strikes(browser, "ت", "KeyJ");
    assert_eq!(focused(browser, IN_HAND), "First heron");
    strikes(browser, "л", "KeyK");
    assert_eq!(focused(browser, IN_HAND), "Second heron");
    strikes(browser, "é", "KeyK");
    assert_eq!(focused(browser, IN_HAND), "Second heron", "a Latin letter is itself, wherever it stands");

    browser.types("r");
    assert_eq!(focused(browser, "!!it.closest('.reactions')"), true);
    browser.types(ENTER);
    waits_for(browser, "document.querySelector('.reactions [aria-pressed=true]')");
    browser.types("m");
    waits_for(browser, "document.activeElement.parentElement.matches('details.menu[open]')");
    browser.types(ESCAPE);
    browser.types("o");
    browser.wait_until("the page of the post", |browser| browser.address().contains("/posts/"));
    browser.sees("Second heron");
    browser.types("c");
    assert_eq!(focused(browser, "it.closest('form')?.id"), "comment-form");
    browser.types("jogn?");
    assert_eq!(focused(browser, "it.value"), "jogn?", "while one writes they are letters");
    browser.has_clean_console();
}

#[test]
fn letters_lead_to_places_and_to_their_list_and_can_be_switched_off() {
    let pod = Pod::fresh();
    let driver = Driver::start();
    let fox = claimed(&driver, &pod);
    let browser = &fox.browser;
    fox.opens("/everyone");
    browser.types("gn");
    browser.is_at("/notices");
    browser.types("gd");
    browser.is_at("/desk");
    browser.types("ga");
    browser.is_at("/announcements");
    browser.types("gh");
    browser.is_at("/");
    browser.types("n");
    assert_eq!(focused(browser, "it.closest('form')?.id"), "composer");
    fox.opens("/everyone");
    browser.types("/");
    assert_eq!(focused(browser, "it.id"), "top-search");
    fox.opens("/everyone");
    browser.types("?");
    waits_for(browser, "document.querySelector('dialog[open].keys-dialog')");
    browser.sees("Go to its signs");
    assert_eq!(focused(browser, "!!it.closest('dialog')"), true, "the window has the focus");
    browser.types("gn");
    browser.types(ESCAPE);
    waits_for(browser, "!document.querySelector('dialog')");
    browser.is_at("/everyone");

    fox.opens("/my/preferences");
    browser.ticks("Keys that act by themselves");
    browser.presses("Save");
    browser.sees("Saved");
    fox.opens("/everyone");
    browser.types("?gn");
    assert!(!holds(browser, "document.querySelector('dialog')"));
    browser.is_at("/everyone");
    browser.has_clean_console();
}

/// A device with two voices of its own, and one that sends what it reads somewhere.
const VOICES: &str = "{ \
    const voices = [ \
      { name: 'Far', lang: 'en-US', localService: false, default: true }, \
      { name: 'Near', lang: 'en-GB', localService: true }, \
      { name: 'Arabic', lang: 'ar-SA', localService: true }, \
      { name: 'Far Greek', lang: 'el-GR', localService: false }]; \
    const said = window.said = []; \
    const told = new EventTarget(); \
    let ready = false, spoken = null; \
    window.arrive = () => { ready = true; told.dispatchEvent(new Event('voiceschanged')); }; \
    window.ends = () => { const last = spoken; spoken = null; last?.onend?.(); }; \
    window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } }; \
    Object.defineProperty(window, 'speechSynthesis', { value: { \
      getVoices: () => (ready ? voices : []), \
      speak: (piece) => { said.push(`${piece.voice.name}: ${piece.text.trim()}`); spoken = piece; }, \
      cancel: () => { spoken = null; }, \
      addEventListener: (...what) => told.addEventListener(...what) } }); }";

fn said(browser: &Browser) -> Vec<String> {
    let said = browser.script("return window.said", json!([]));
    said.as_array().into_iter().flatten().filter_map(|each| each.as_str().map(str::to_owned)).collect()
}

#[test]
fn texts_are_read_aloud_by_a_voice_of_the_device_itself_and_by_no_other() {
    let pod = Pod::fresh();
    let driver = Driver::start();
    let fox = claimed(&driver, &pod);
    posts(&fox, &["Look, a heron: **grey**.\n\nIt stood there.", "مرحبا بالجميع", "Καλημέρα σε όλους"]);
    let browser = &fox.browser;
    browser.tell("Page.addScriptToEvaluateOnNewDocument", json!({ "source": VOICES }));
    fox.opens("/everyone");
    browser.script("window.arrive()", json!([]));
    assert!(!holds(browser, "document.querySelector('.aloud')"), "nobody asked for it");

    fox.opens("/my/preferences");
    browser.ticks("“Read aloud” buttons");
    browser.presses("Save");
    browser.sees("Saved");
    fox.opens("/everyone");
    waits_for(browser, "document.querySelector('script[src*=aloud]') && document.readyState === 'complete'");
    assert!(!holds(browser, "document.querySelector('.aloud')"), "no button before there is a voice");
    browser.script("window.arrive()", json!([]));
    waits_for(browser, "document.querySelectorAll('article .aloud').length === 2");
    let of = |words: &str| format!("{}//*[contains(@class,'aloud')]//button", post_with(words));
    assert!(!browser.shows(&of("Καλημέρα")), "a voice from elsewhere is no voice");

    browser.clicks(&of("heron"));
    assert_eq!(said(browser), ["Near: Look, a heron: grey."], "without marks, by the near voice");
    assert_eq!(browser.text(&of("heron")), "Pause");
    browser.types(ENTER);
    assert_eq!(browser.text(&of("heron")), "Go on");
    browser.script("window.ends()", json!([]));
    assert_eq!(said(browser).len(), 1, "what was stopped does not go on by itself");
    browser.types(ENTER);
    browser.script("window.ends()", json!([]));
    assert_eq!(
        said(browser),
        ["Near: Look, a heron: grey.", "Near: Look, a heron: grey.", "Near: It stood there."]
    );
    browser.script("window.ends()", json!([]));
    assert_eq!(browser.text(&of("heron")), "Read aloud", "at its end it can begin again");

    browser.clicks(&of("مرحبا"));
    assert_eq!(said(browser).last().map(String::as_str), Some("Arabic: مرحبا بالجميع"));
    // Another page, and it is silent.
    browser.types("gn");
    browser.is_at("/notices");
    assert!(holds(browser, "window.ends() || true"));
    assert_eq!(said(browser).len(), 4);
    browser.has_clean_console();
}
