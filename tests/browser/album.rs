//! An album in a real browser: thirty photos, their order, words and comments, people tagged in them, the light box.

use super::access::Checker;
use super::driver::{Browser, Driver, Width, link};
use super::person::{Person, photo};
use super::pod::Pod;
use super::target;
use serde_json::{Value, json};

const ENTER: &str = "\u{e007}";
const ESCAPE: &str = "\u{e00c}";
const RIGHT: &str = "\u{e014}";
const LEFT: &str = "\u{e012}";
const UP: &str = "\u{e013}";
const DOWN: &str = "\u{e015}";

fn holds(browser: &Browser, what: &str) -> bool {
    browser.script(&format!("return !!({what});"), json!([])) == true
}

fn waits(browser: &Browser, what: &str) {
    browser.wait_until(what, |browser| holds(browser, what));
}

fn number(browser: &Browser, what: &str) -> f64 {
    browser.script(&format!("return {what};"), json!([])).as_f64().expect("a number")
}

/// The addresses of the photos of the page, in order.
fn photos(browser: &Browser) -> Vec<String> {
    let script = "return [...document.querySelectorAll('.album-photos a.photo')].map((each) => each.getAttribute('href'))";
    let found: Value = browser.script(script, json!([]));
    found.as_array().into_iter().flatten().filter_map(|href| href.as_str().map(str::to_owned)).collect()
}

/// Puts photos into a new album of whoever is signed in, through the form; gives their addresses, in order.
fn album(person: &Person, title: &str, count: u8) -> Vec<String> {
    let folder = tempfile::tempdir().expect("a folder");
    person.opens("/albums/new");
    person.browser.fills("Title", title);
    person.browser.presses("Make the album");
    person.browser.sees("No photos in it yet");
    for place in 0..count {
        person.browser.attaches(&photo(folder.path(), &format!("{place}.jpg"), place.wrapping_mul(23)));
    }
    person.browser.presses("Send photos");
    person.browser.wait_until("the photos", |browser| photos(browser).len() == usize::from(count));
    photos(&person.browser)
}

/// The light box shows this photo now, and listens to keys.
fn shown(browser: &Browser, words: &str) {
    waits(browser, "document.activeElement.closest('.pswp')");
    waits(browser, &format!("document.querySelector('.light-box-words')?.textContent.includes('{words}')"));
}

#[test]
fn the_light_box_obeys_keys_and_gives_the_focus_back() {
    let pod = Pod::fresh();
    let (driver, checker) = (Driver::start(), Checker::new());
    let mut fox = Person::at(&driver, &pod, Width::Desktop);
    fox.claims(pod.setup_code.as_deref().unwrap(), "Hillview School");
    let all = album(&fox, "Our trip", 3);
    assert!(
        !holds(
            &fox.browser,
            "performance.getEntriesByType('resource').some((each) => each.name.includes('photoswipe'))"
        ),
        "nothing of it is fetched before it is asked for"
    );
    for width in [Width::Desktop, Width::Phone] {
        fox.browser.resize(width);
        let browser = &fox.browser;
        browser.clicks("(//a[@class='photo'])[1]");
        shown(browser, "1 / 3");
        browser.types(RIGHT);
        shown(browser, "2 / 3");
        browser.types(LEFT);
        shown(browser, "1 / 3");
        browser.types(RIGHT);
        browser.types(RIGHT);
        shown(browser, "3 / 3");
        let faults = checker.faults(browser, &format!("the light box at {} width", width.word()));
        assert!(faults.is_empty(), "{faults:#?}");
        browser.picture(&target().join(format!("screens/light-box-{}.png", width.word())));
        browser.types(ESCAPE);
        waits(browser, "!document.querySelector('.pswp')");
        waits(browser, &format!("document.activeElement.getAttribute('href') === '{}'", all[2]));
        // By keys alone.
        browser.types(ENTER);
        shown(browser, "3 / 3");
        browser.clicks(&link("Page of this photo"));
        browser.is_at(&all[2]);
        browser.script("history.back()", json!([]));
        browser.wait_until("the album again", |browser| photos(browser).len() == 3);
        assert!(!holds(browser, "document.querySelector('.pswp')"));
    }
    fox.browser.has_clean_console();
}

#[test]
fn from_right_to_left_the_next_photo_is_to_the_left() {
    let pod = Pod::fresh();
    let driver = Driver::start();
    let fox = Person::at(&driver, &pod, Width::Phone);
    fox.claims(pod.setup_code.as_deref().unwrap(), "Hillview School");
    album(&fox, "Our trip", 3);
    fox.browser.speaks("ar");
    fox.browser.reloads();
    let browser = &fox.browser;
    waits(browser, "document.documentElement.dir === 'rtl'");
    browser.clicks("(//a[@class='photo'])[1]");
    let at = |place: u8| {
        waits(browser, "document.activeElement.closest('.pswp')");
        waits(
            browser,
            &format!(
                "[...document.querySelectorAll('.light-box-words span')].some((each) => each.textContent.startsWith(({place}).toLocaleString('ar')))"
            ),
        )
    };
    at(1);
    browser.types(LEFT);
    at(2);
    browser.types(RIGHT);
    at(1);
    browser.has_clean_console();
}

#[test]
fn people_are_tagged_by_a_click_and_by_keys_and_take_their_tags_away() {
    let pod = Pod::fresh();
    let (driver, checker) = (Driver::start(), Checker::new());
    let mut fox = Person::at(&driver, &pod, Width::Desktop);
    fox.claims(pod.setup_code.as_deref().unwrap(), "Hillview School");
    let slip = fox.makes_account("Tara Ana");
    fox.makes_account("Tara Bea");
    let all = album(&fox, "Our trip", 1);
    let mut faults = Vec::new();
    {
        let browser = &fox.browser;
        fox.opens(&all[0]);
        browser.follows("Tag somebody");
        browser.is_at(&format!("{}/tag", all[0]));
        // In the middle of the picture, as a click falls.
        browser.clicks("//*[contains(@class,'spotted')]");
        waits(browser, "document.activeElement.name === 'person'");
        assert!(
            (number(browser, "Number(document.querySelector('[name=across]').value)") - 500.0).abs() < 15.0
        );
        assert!(
            (number(browser, "Number(document.querySelector('[name=down]').value)") - 500.0).abs() < 15.0
        );
        browser.types("tara");
        waits(browser, "document.querySelectorAll('.suggest [role=option]').length === 2");
        browser.types(DOWN);
        browser.types(ENTER);
        waits(browser, "document.querySelector('[name=person]').value === 'tara.bea'");
        browser.presses("Tag this person");
        browser.sees("In this photo");
        browser.sees("Tara Bea");
        // By keys: a box, then two steps up.
        fox.opens(&format!("{}/tag", all[0]));
        waits(browser, "!document.querySelector('[data-spot-keys]').hidden");
        browser.script("document.querySelector('[name=box][value=\"1\"]').focus()", json!([]));
        browser.types(" ");
        browser.script("document.querySelector('[data-spot-keys]').focus()", json!([]));
        browser.types(UP);
        browser.types(UP);
        waits(browser, "document.querySelector('[name=down]').value === '147'");
        browser.script("document.querySelector('[name=person]').focus()", json!([]));
        browser.types("tara.");
        waits(browser, "document.querySelector('.suggest')");
        browser.types("ana");
        waits(browser, "!document.querySelector('.suggest')");
    }
    for width in [Width::Phone, Width::Desktop] {
        fox.browser.resize(width);
        faults.extend(checker.faults(&fox.browser, &format!("tagging at {} width", width.word())));
        fox.browser.picture(&target().join(format!("screens/tagging-{}.png", width.word())));
    }
    fox.browser.presses("Tag this person");
    fox.browser.sees("Tara Ana");

    let mut ana = Person::at(&driver, &pod, Width::Phone);
    ana.arrives_with(&slip);
    ana.opens("/notices");
    ana.browser.sees("Ms Fox tagged you in a photo");
    ana.opens("/people/tara.ana/tagged");
    ana.browser.clicks("(//a[@class='photo'])[1]");
    ana.browser.types(ESCAPE);
    ana.opens(&all[0]);
    // What a finger or a pointer does: the names appear in the picture.
    let seen = "getComputedStyle(document.querySelector('.spotted .spot')).opacity === '1'";
    assert!(!holds(&ana.browser, seen));
    ana.browser.clicks("//*[contains(@class,'spotted')]");
    waits(&ana.browser, seen);
    for width in [Width::Desktop, Width::Phone] {
        ana.browser.resize(width);
        faults.extend(checker.faults(&ana.browser, &format!("a photo with tags at {} width", width.word())));
        ana.browser.picture(&target().join(format!("screens/tagged-{}.png", width.word())));
    }
    let ring = "(() => { const ring = document.querySelectorAll('.spotted .spot circle')[1].getBoundingClientRect(), \
        picture = document.querySelector('.photo-large').getBoundingClientRect(); \
        return Math.abs(ring.x + ring.width / 2 - picture.x - picture.width / 2) / picture.width; })()";
    assert!(number(&ana.browser, ring) < 0.02, "the ring stands where the click fell, at another width, too");
    fox.opens(&all[0]);
    fox.is_live();
    ana.browser.presses("Remove the tag of Tara Ana");
    ana.browser.misses("Remove the tag of Tara Ana");
    fox.browser.wait_until("the tag to go by itself", |browser| {
        !browser.reads("Tara Ana") && browser.reads("Tara Bea")
    });
    assert!(faults.is_empty(), "{faults:#?}");
    fox.browser.has_clean_console();
    ana.browser.has_clean_console();
}
