//! An album in a real browser: thirty photos, their order, words and comments, people tagged in them, the light box.

use super::access::Checker;
use super::chromium::Driver;
use super::driver::{Browser, Width};
use super::keeps_picture;
use super::paths::link;
use super::person::{Person, photo};
use super::pod::Pod;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

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
        keeps_picture(browser, &format!("light-box-{}", width.word()));
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
        keeps_picture(&fox.browser, &format!("tagging-{}", width.word()));
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
        keeps_picture(&ana.browser, &format!("tagged-{}", width.word()));
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

/// A picture as a phone makes it: a sky over a field, with the grain that makes its file large.
fn grainy((wide, high): (u32, u32)) -> Vec<u8> {
    let mut grain = 0x9e37_79b9_u32;
    let picture = image::RgbImage::from_fn(wide, high, |x, y| {
        grain = grain.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let noise = (grain >> 26) as u8;
        if y < high / 2 {
            image::Rgb([40, (y / 8) as u8 + 60 + noise, 180 + noise])
        } else {
            image::Rgb([90 + noise, (x / 16) as u8 + noise, 30 + noise])
        }
    });
    picture.into_raw()
}

/// Photos of one size that differ in a band of colour. The picture is made once and written by the library's own code:
/// what is compiled for a test by itself is slow.
fn grainy_photos(folder: &Path, size: (u32, u32), numbers: std::ops::Range<u8>) -> Vec<PathBuf> {
    let mut bytes = grainy(size);
    let band = 3 * size.0 as usize * 40;
    let write = |number: u8| {
        bytes[..band].fill(number.wrapping_mul(8));
        let file = folder.join(format!("photo-{number}.jpg"));
        image::save_buffer(&file, &bytes, size.0, size.1, image::ColorType::Rgb8).expect("room for a photo");
        file
    };
    numbers.map(write).collect()
}

/// Presses the mouse on the middle of one thing, and lets it go at the top of another.
fn drags(browser: &Browser, from: &str, to: &str) {
    let place = |what: &str, down: &str| {
        let x = number(browser, &format!("(({what}).getBoundingClientRect().left + 20)"));
        let y = number(browser, &format!("(({what}).getBoundingClientRect().top + {down})"));
        (x, y)
    };
    let mouse = |kind: &str, (x, y): (f64, f64)| {
        let event = json!({ "type": kind, "x": x, "y": y, "button": "left", "buttons": 1, "clickCount": 1 });
        browser.tell("Input.dispatchMouseEvent", event);
    };
    let (begin, end) = (place(from, "20"), place(to, "8"));
    mouse("mousePressed", begin);
    for step in 1..=8 {
        let part = f64::from(step) / 8.0;
        mouse("mouseMoved", (begin.0, begin.1 + (end.1 - begin.1) * part));
    }
    mouse("mouseReleased", end);
}

/// The photos of the order page, as they stand.
fn order(browser: &Browser) -> Vec<String> {
    let script = "return [...document.querySelectorAll('[data-order] > li')].map((each) => `/photos/${each.dataset.photo}`)";
    let found: Value = browser.script(script, json!([]));
    found.as_array().into_iter().flatten().filter_map(|id| id.as_str().map(str::to_owned)).collect()
}

#[test]
fn an_album_of_thirty_photos_is_filled_ordered_and_talked_about() {
    let pod = Pod::fresh();
    let (driver, checker) = (Driver::start(), Checker::new());
    let mut fox = Person::at(&driver, &pod, Width::Desktop);
    fox.claims(pod.setup_code.as_deref().unwrap(), "Hillview School");
    let folder = tempfile::tempdir().expect("a folder");
    // Five as large as phones make them; the rest only fills the album, which a slow machine then does in a minute.
    let mut files = grainy_photos(folder.path(), (1600, 1200), 0..5);
    let bytes: u64 = files.iter().map(|file| file.metadata().expect("a file").len()).sum();
    assert!(bytes / 5 > 300_000, "as large as phones make them: {} bytes each", bytes / 5);
    files.extend(grainy_photos(folder.path(), (480, 360), 5..30));
    fox.opens("/albums/new");
    fox.browser.fills("Title", "The whole year");
    fox.browser.presses("Make the album");
    fox.browser.sees("No photos in it yet");
    let path = fox.browser.script("return location.pathname", json!([])).as_str().unwrap().to_owned();
    // Five at a time: a slow machine takes some seconds for each.
    for (turn, some) in files.chunks(5).enumerate() {
        let all = 5 * (turn + 1);
        for file in some {
            fox.browser.attaches(file);
        }
        // How far they have travelled is shown while they travel.
        fox.browser.script(PROGRESS, json!([]));
        fox.browser.presses("Send photos");
        fox.browser.wait_until("the photos", |browser| photos(browser).len() == all);
        assert!(number(&fox.browser, "window.progressSeen.length") > 0.0, "the progress was shown");
    }
    let mut faults = Vec::new();
    for width in [Width::Phone, Width::Desktop] {
        fox.browser.resize(width);
        for (name, path) in [
            ("album-30", path.clone()),
            ("album-30-order", format!("{path}/order")),
            ("album-30-edit", format!("{path}/edit")),
        ] {
            fox.opens(&path);
            faults.extend(checker.faults(&fox.browser, &format!("{name} at {} width", width.word())));
            keeps_picture(&fox.browser, &format!("{name}-{}", width.word()));
        }
    }
    fox.opens(&format!("{path}/order"));
    let browser = &fox.browser;
    let begun = order(browser);
    waits(browser, "!document.querySelector('[data-grip]').hidden");
    // By keys: the focus stays with the photo, and what happened is said.
    browser.script("document.querySelector('[data-order] > li button[value=down]').focus()", json!([]));
    browser.types(ENTER);
    browser.wait_until("the second place", |browser| order(browser)[1] == begun[0]);
    waits(browser, "document.querySelector('[data-order-said]').textContent === 'Now at place 2'");
    browser.types(ENTER);
    browser.wait_until("the third place", |browser| order(browser)[2] == begun[0]);
    waits(browser, "document.querySelector('[data-order-said]').textContent === 'Now at place 3'");
    // With the mouse.
    drags(
        browser,
        "document.querySelectorAll('[data-grip]')[4]",
        "document.querySelector('[data-order] > li')",
    );
    waits(browser, "document.querySelector('[data-order-said]').textContent === 'Now at place 1'");
    let ordered = order(browser);
    assert_eq!(ordered[0], begun[4], "{begun:?} {ordered:?}");
    fox.opens(&path);
    assert_eq!(photos(browser), ordered, "the box keeps the order");

    fox.opens(&format!("{}/edit", ordered[0]));
    browser.fills("Caption", "The best of them");
    browser.presses("Save");
    browser.is_at(&ordered[0]);
    browser.fills("Write a comment", "This one should hang in the hall");
    browser.presses("Send");
    browser.sees("This one should hang in the hall");
    fox.opens(&path);
    browser.clicks("(//a[@class='photo'])[1]");
    shown(browser, "The best of them");
    shown(browser, "1 / 30");
    browser.types(RIGHT);
    shown(browser, "2 / 30");
    browser.types(ESCAPE);
    waits(browser, "!document.querySelector('.pswp')");
    assert!(faults.is_empty(), "{faults:#?}");
    fox.browser.has_clean_console();
}

/// Remembers what the bar of an upload showed.
const PROGRESS: &str = "window.progressSeen = []; \
    const bar = document.querySelector('form[data-upload] progress'); \
    new MutationObserver(() => bar.hidden || window.progressSeen.push(bar.value)).observe(bar, { attributes: true });";
