//! A poll, a search, and the number in the title: what only a real page shows.

use super::chromium::Driver;
use super::driver::{Browser, Width};
use super::paths::post_with;
use super::person::Person;
use super::pod::Pod;
use serde_json::json;

fn holds(browser: &Browser, what: &str) -> bool {
    browser.script(&format!("return !!({what});"), json!([])) == true
}

fn posts(person: &Person, texts: &[&str]) {
    for text in texts {
        person.opens("/everyone");
        person.browser.fills("Your post", text);
        person.browser.presses("Post");
        person.browser.wait_until("the post", |browser| browser.shows(&post_with(text)));
    }
}

#[test]
fn a_poll_whose_result_waits_is_voted_in_and_stands_there_at_once() {
    let pod = Pod::fresh();
    let driver = Driver::start();
    let fox = Person::at(&driver, &pod, Width::Desktop);
    fox.claims(pod.setup_code.as_deref().unwrap(), "Hillview School");
    let slips = ["Ana Berg", "Ben Okafor"].map(|name| fox.makes_account(name));
    fox.opens("/everyone");
    fox.browser.fills("Your post", "Where shall we go?");
    fox.browser.clicks("//summary[contains(.,'Add a poll')]");
    let fill = "const fields = document.querySelectorAll('[name=poll-option]'); \
        ['The river', 'The hills'].forEach((words, place) => { fields[place].value = words; });";
    fox.browser.script(fill, json!([]));
    fox.browser.ticks("People see the result only after they vote");
    fox.sends("Where shall we go?");

    let ana = Person::at(&driver, &pod, Width::Phone);
    ana.arrives_with(&slips[0]);
    let ben = Person::at(&driver, &pod, Width::Phone);
    ben.arrives_with(&slips[1]);
    for person in [&ana, &ben] {
        person.opens("/everyone");
        person.is_live();
        person.browser.sees("You see the result after you vote");
        person.browser.misses("1 vote");
    }
    ana.browser.ticks("The river");
    ana.browser.presses("Vote");
    ana.browser.sees("Your vote");
    ana.browser.sees("1 person voted");
    assert!(!holds(&ana.browser, "document.documentElement.scrollWidth > innerWidth"));
    // Ben has not voted: his open page says nothing of hers.
    ben.browser.reloads();
    ben.browser.sees("You see the result after you vote");
    ben.browser.misses("person voted");
    ben.browser.ticks("The hills");
    ben.browser.presses("Vote");
    ben.browser.sees("2 people voted");
    // Hers follows by itself.
    ana.browser.sees("2 people voted");
    for person in [&fox, &ana, &ben] {
        person.browser.has_clean_console();
    }
}

#[test]
fn any_script_is_searched_for_on_a_phone() {
    let pod = Pod::fresh();
    let driver = Driver::start();
    let mut fox = Person::at(&driver, &pod, Width::Desktop);
    fox.claims(pod.setup_code.as_deref().unwrap(), "Hillview School");
    posts(&fox, &["Élodie saw a heron", "ذهبنا إلى المدرسة", "我们在图书馆看书", "วันนี้ไปห้องสมุด"]);
    fox.browser.resize(Width::Phone);
    let searches = [
        ("ELODIE her", "heron", "Élodie|her"),
        ("مدرسة", "المدرسة", ""),
        ("المَدرسة", "ذهبنا", "المدرسة"),
        ("图书馆", "我们在", "图书馆"),
        ("ห้องสมุด", "วันนี้", "ห้องสมุด"),
    ];
    for (typed, found, marked) in searches {
        fox.opens("/everyone");
        fox.browser.clicks("//a[contains(@class,'search-link')]");
        fox.browser.is_at("/search");
        fox.browser.fills("What are you looking for?", typed);
        fox.browser.types("\u{e007}");
        if marked.is_empty() {
            // Without its article an Arabic word is another word.
            fox.browser.sees("Nothing found");
            continue;
        }
        fox.browser.sees(found);
        for words in marked.split('|') {
            let is_marked = format!(
                "[...document.querySelectorAll('mark')].some((each) => each.textContent.includes('{words}'))"
            );
            fox.browser.wait_until(&is_marked, |browser| holds(browser, &is_marked));
        }
        assert!(holds(&fox.browser, "document.querySelectorAll('.search-line').length === 1"), "{typed}");
        assert!(!holds(&fox.browser, "document.documentElement.scrollWidth > innerWidth"), "{typed} scrolls");
    }
    fox.browser.has_clean_console();
}

#[test]
fn the_number_of_unread_notices_stands_in_the_title_and_follows_by_itself() {
    let pod = Pod::fresh();
    let driver = Driver::start();
    let fox = Person::at(&driver, &pod, Width::Desktop);
    fox.claims(pod.setup_code.as_deref().unwrap(), "Hillview School");
    let slip = fox.makes_account("Ana Berg");
    let ana = Person::at(&driver, &pod, Width::Desktop);
    ana.arrives_with(&slip);
    posts(&fox, &["A heron"]);
    fox.opens("/people");
    fox.is_live();
    let title = |browser: &Browser, words: &str| {
        holds(browser, &format!("document.title === '{words} · Hillview School'"))
    };
    assert!(title(&fox.browser, "People"));
    ana.opens("/everyone");
    ana.browser.clicks(&format!("{}//div[contains(@class,'post-meta')]/a", post_with("A heron")));
    ana.browser.fills("Write a comment", "Mine!");
    ana.browser.presses("Send");
    ana.browser.sees("Mine!");
    fox.browser.wait_until("the number in the title", |browser| title(browser, "(1) People"));
    fox.browser.reloads();
    assert!(title(&fox.browser, "(1) People"), "as the server says it, too");
    fox.opens("/notices");
    assert!(title(&fox.browser, "Notices"), "what is shown is read");
    fox.browser.has_clean_console();
}
