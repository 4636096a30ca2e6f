//! What only a browser shows of posting: a draft that keeps itself, a preview in place, a shield that holds pictures back.

use super::chromium::Driver;
use super::driver::{Browser, Width};
use super::person::{PASSWORD, Person, photo};
use super::pod::Pod;
use serde_json::json;

const ENTER: &str = "\u{e007}";

fn holds(browser: &Browser, what: &str) -> bool {
    browser.script(&format!("return !!({what});"), json!([])) == true
}

/// A supervisor in front of a fresh box.
fn fox(driver: &Driver, pod: &Pod) -> Person {
    let fox = Person::at(driver, pod, Width::Desktop);
    fox.claims(pod.setup_code.as_deref().unwrap(), "Hillview School");
    fox
}

const TEXT: &str = "document.querySelector('#composer textarea').value";

#[test]
fn what_is_typed_keeps_itself_and_waits_on_another_device() {
    let pod = Pod::fresh();
    let driver = Driver::start();
    let fox = fox(&driver, &pod);
    fox.opens("/");
    fox.browser.fills("Your post", "Half a thought");
    fox.browser.sees("Kept as a draft at");
    // Leaving asks nothing, since nothing is lost.
    fox.opens("/drafts");
    fox.browser.sees("Half a thought");
    let tablet = Person::at(&driver, &pod, Width::Phone);
    tablet.signs_in("fox", PASSWORD);
    tablet.browser.is_at("/");
    tablet.browser.sees("You have begun to write:");
    tablet.browser.follows("Go on writing");
    tablet.browser.wait_until("the text", |browser| holds(browser, &format!("{TEXT} === 'Half a thought'")));
    tablet.browser.fills("Your post", "Half a thought, and the other half");
    tablet.browser.presses("Post");
    tablet.browser.is_at("/");
    tablet.browser.sees("and the other half");
    fox.opens("/drafts");
    fox.browser.sees("No drafts");
    fox.browser.has_clean_console();
    tablet.browser.has_clean_console();
}

#[test]
fn a_post_is_looked_at_in_place_and_nothing_is_lost() {
    let pod = Pod::fresh();
    let driver = Driver::start();
    let fox = fox(&driver, &pod);
    let browser = &fox.browser;
    fox.opens("/posts/new");
    browser.fills("Your post", "**Loud** and clear");
    let folder = tempfile::tempdir().unwrap();
    browser.attaches(&photo(folder.path(), "heron.jpg", 90));
    browser.fills("Describe it", "A heron");
    browser.presses("Preview");
    browser.sees("This is how it will look");
    let loud = "document.querySelector('#preview strong')?.textContent === 'Loud'";
    browser.wait_until("the preview", |browser| holds(browser, loud));
    assert!(holds(browser, &format!("{TEXT} === '**Loud** and clear'")));
    // It travelled when it was chosen: the preview shows it, and it waits with its words.
    browser.wait_until("the picture in the preview", |browser| {
        holds(browser, "document.querySelector('#preview .photos img')?.naturalWidth > 0")
    });
    assert!(holds(
        browser,
        "document.querySelector('[data-kept-photos] [name=kept-alt]').value === 'A heron'"
    ));
    assert!(holds(browser, "!document.querySelector('[data-picked] li')"));
    browser.is_at("/posts/new");
    browser.presses("Post");
    browser.is_at("/");
    browser.wait_until("the photo", |browser| browser.shows("//article//img[@alt='A heron']"));
    browser.has_clean_console();
}

#[test]
fn chosen_photos_wait_on_another_device_with_their_words() {
    let pod = Pod::fresh();
    let driver = Driver::start();
    let fox = fox(&driver, &pod);
    let browser = &fox.browser;
    let folder = tempfile::tempdir().unwrap();
    fox.opens("/posts/new");
    for (name, hue) in [("heron.jpg", 90), ("fox.jpg", 10), ("owl.jpg", 50)] {
        browser.attaches(&photo(folder.path(), name, hue));
    }
    let rows = "[...document.querySelectorAll('[data-kept-photos] > li:not([hidden])')]";
    browser.wait_until("three photos", |browser| holds(browser, &format!("{rows}.length === 3")));
    // Words typed beside one are kept, and one that is taken out is gone.
    browser.script(
        &format!(
            "const [first, second] = {rows};
             const alt = first.querySelector('[name=kept-alt]');
             alt.value = 'A grey heron';
             alt.dispatchEvent(new Event('input', {{ bubbles: true }}));
             second.querySelector('[data-leave-out]').click();"
        ),
        json!([]),
    );
    browser
        .wait_until("that it is kept", |browser| holds(browser, "document.querySelector('form[data-kept]')"));
    let tablet = Person::at(&driver, &pod, Width::Phone);
    tablet.signs_in("fox", PASSWORD);
    tablet.browser.is_at("/");
    tablet.opens("/drafts");
    tablet.browser.sees("2 photos");
    tablet.browser.follows("Go on writing");
    let there =
        format!("{rows}.length === 2 && {rows}[0].querySelector('[name=kept-alt]').value === 'A grey heron'");
    tablet.browser.wait_until("the photos", |browser| holds(browser, &there));
    tablet.browser.fills("Your post", "By the pond");
    tablet.browser.presses("Post");
    tablet.browser.is_at("/");
    tablet.browser.wait_until("the photos of the post", |browser| {
        holds(browser, "document.querySelectorAll('article .photos img').length === 2")
    });
    assert!(tablet.browser.shows("//article//img[@alt='A grey heron']"));
    fox.opens("/drafts");
    browser.sees("No drafts");
    browser.has_clean_console();
    tablet.browser.has_clean_console();
}

#[test]
fn a_picture_behind_a_shield_is_not_fetched_before_somebody_looks() {
    let pod = Pod::fresh();
    let driver = Driver::start();
    let fox = fox(&driver, &pod);
    let browser = &fox.browser;
    let folder = tempfile::tempdir().unwrap();
    let posts = |words: &str, hue: u8, shield: bool| {
        fox.opens("/posts/new");
        browser.fills("Your post", words);
        if shield {
            browser.clicks("//summary[contains(.,'Sensitive')]");
            browser.ticks("Hide it behind a shield");
        }
        browser.attaches(&photo(folder.path(), &format!("{hue}.jpg"), hue));
        fox.sends(words);
    };
    posts("Open to all", 10, false);
    posts("Behind it", 90, true);
    fox.opens("/everyone");
    let loaded = |place: &str| format!("document.querySelector('{place} img')?.naturalWidth > 0");
    let (open, closed) = (loaded("article:not(:has(.shield)) .photos"), loaded(".shield"));
    browser.wait_until("the open picture", |browser| holds(browser, &open));
    assert!(!holds(browser, &closed), "nothing behind the shield is fetched");
    let fetched =
        "performance.getEntriesByType('resource').filter((each) => each.name.includes('/photos/')).length";
    assert!(holds(browser, &format!("{fetched} === 1")));
    browser.script("document.querySelector('.shield > summary').focus();", json!([]));
    browser.types(ENTER);
    browser.wait_until("the picture behind it", |browser| holds(browser, &closed));
    browser.has_clean_console();
}
