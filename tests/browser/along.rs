//! The file with everything, as its owner opens it at home: from a folder, at phone width, without a server.

use super::chromium::Driver;
use super::driver::Width;
use super::person::{PASSWORD, Person, photo};
use super::pod::Pod;
use data_encoding::BASE64;
use serde_json::json;
use std::process::Command;

/// Fetches the file of the page's link as the browser would, and gives it as text.
const FETCH: &str = "const done = arguments[arguments.length - 1]; const link = document.querySelector('a[download]').href; \
    fetch(link).then((answer) => answer.blob()).then((blob) => { const reader = new FileReader(); \
    reader.onload = () => done(reader.result.split(',')[1]); reader.readAsDataURL(blob); });";

/// What a page asked for besides itself, what of it did not come, and by how much it is wider than its window.
const ASKED: &str = "return { asked: performance.getEntriesByType('resource').map((each) => each.name), \
    pictures: [...document.images].map((each) => (each.loading = 'eager', each)).length, \
    wider: Math.max(0, document.documentElement.scrollWidth - innerWidth), \
    links: [...document.querySelectorAll('a')].map((each) => each.href), \
    paper: getComputedStyle(document.body).backgroundColor, title: document.title }";

#[test]
fn a_file_with_everything_opens_at_home_without_a_server() {
    let pod = Pod::fresh();
    let driver = Driver::start();
    let fox = Person::at(&driver, &pod, Width::Phone);
    fox.claims(pod.setup_code.as_deref().expect("a code"), "Hillview School");
    let folder = tempfile::tempdir().expect("a folder");
    fox.opens("/everyone");
    fox.browser.fills("Your post", "The heron is back #birds");
    fox.browser.attaches(&photo(folder.path(), "heron.jpg", 90));
    fox.sends("The heron is back");
    fox.opens("/my/archive");
    fox.is_live();
    fox.browser.fills("Your password now", PASSWORD);
    fox.browser.presses("Make my file");
    fox.browser.sees("Your file is ready");
    let file = fox.browser.script_that_calls_back(FETCH, json!([]));
    let zip = folder.path().join("all.zip");
    std::fs::write(&zip, BASE64.decode(file.as_str().expect("a file").as_bytes()).expect("base 64"))
        .expect("written");
    let home = folder.path().join("home");
    let unpacked =
        Command::new("python3").args(["-m", "zipfile", "-e"]).args([&zip, &home]).status().expect("python3");
    assert!(unpacked.success());
    let mut waiting = vec![format!("file://{}/index.html", home.display())];
    let mut seen = Vec::new();
    while let Some(address) = waiting.pop() {
        if seen.contains(&address) || !address.ends_with(".html") {
            continue;
        }
        fox.browser.goes(&address);
        let found = fox.browser.script(ASKED, json!([]));
        let own = |list: &serde_json::Value| {
            let list = list
                .as_array()
                .expect("a list")
                .iter()
                .map(|each| each.as_str().expect("an address").to_owned());
            list.collect::<Vec<String>>()
        };
        for asked in own(&found["asked"]).iter().chain(&own(&found["links"])) {
            assert!(asked.starts_with(&format!("file://{}/", home.display())), "{address} leads to {asked}");
        }
        assert_eq!(found["wider"], 0, "{address} scrolls sideways");
        assert_ne!(found["paper"], "rgba(0, 0, 0, 0)", "{address} has its style sheet");
        waiting.extend(own(&found["links"]));
        seen.push(address);
    }
    assert!(seen.len() > 4, "{seen:?}");
    fox.browser.goes(&format!("file://{}/posts-1.html", home.display()));
    fox.browser.sees("The heron is back #birds");
    fox.browser.wait_until("the photo", |browser| {
        browser.script(
            "return [...document.images].every((each) => each.complete && each.naturalWidth > 0)",
            json!([]),
        ) == true
    });
    fox.browser.has_clean_console();
}
