//! The same product on a box elsewhere: `image/test` runs these inside its network, against a booted image.

use super::chromium::Driver;
use super::driver::Width;
use super::paths::post_with;
use super::person::{PASSWORD, Person, Slip, photo};
use std::path::PathBuf;

/// The box's address, as a person types it.
fn address() -> String {
    std::env::var("COURTYARD_BOX").expect("COURTYARD_BOX says where the box is")
}

fn at_a_browser(driver: &Driver, width: Width) -> Person {
    Person { browser: driver.browser(width), base: address(), scripts: true }
}

fn picture(person: &Person, name: &str) {
    if let Ok(folder) = std::env::var("COURTYARD_PICTURES") {
        person.browser.picture(&PathBuf::from(folder).join(name));
    }
}

#[test]
#[ignore = "needs a box elsewhere: image/test runs it"]
fn a_box_is_claimed_by_its_code_and_used() {
    let driver = Driver::start();
    let fox = at_a_browser(&driver, Width::Desktop);
    let code = std::env::var("COURTYARD_CODE").expect("COURTYARD_CODE is what the console shows");
    fox.claims(&code, "Hillview School");
    let slips: Vec<Slip> = ["Ana Berg", "Ben Okafor"].iter().map(|name| fox.makes_account(name)).collect();
    let ana = at_a_browser(&driver, Width::Phone);
    ana.arrives_with(&slips[0]);
    let ben = at_a_browser(&driver, Width::Desktop);
    ben.arrives_with(&slips[1]);

    ben.opens("/everyone");
    ben.is_live();
    ana.opens("/everyone");
    ana.browser.fills("Your post", "The heron is back");
    let folder = tempfile::tempdir().expect("a folder");
    ana.browser.attaches(&photo(folder.path(), "heron.jpg", 90));
    ana.sends("The heron is back");
    ben.browser.sees("1 new post");
    ben.browser.presses("1 new post");
    let shown = format!("{}//img[contains(@src,'/photos/')]", post_with("The heron is back"));
    ben.browser.wait_until("the photo in the post", |browser| browser.shows(&shown));
    ben.browser.misses("Nothing here yet");
    picture(&ben, "box-desktop.png");
    picture(&ana, "box-phone.png");
}

#[test]
#[ignore = "needs a box elsewhere: image/test runs it"]
fn a_box_has_kept_all_of_it() {
    let driver = Driver::start();
    let fox = at_a_browser(&driver, Width::Phone);
    fox.signs_in("fox", PASSWORD);
    fox.browser.is_at("/");
    fox.opens("/everyone");
    fox.browser.sees("The heron is back");
    let shown = format!("{}//img[contains(@src,'/photos/')]", post_with("The heron is back"));
    fox.browser.wait_until("the photo in the post", |browser| browser.shows(&shown));
    let drawn =
        "return [...document.images].some(one => one.src.includes('/photos/') && one.naturalWidth > 0)";
    fox.browser
        .wait_until("the photo itself", |browser| browser.script(drawn, serde_json::json!([])) == true);
    fox.opens("/admin/people");
    fox.browser.sees("Ana Berg");
    fox.browser.sees("Ben Okafor");
}
