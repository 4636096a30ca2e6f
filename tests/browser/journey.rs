//! From claim to live comment, as one story: on a phone, on a desktop, and with JavaScript off.

use super::chromium::Driver;
use super::driver::Width;
use super::paths::post_with;
use super::person::{Person, Slip, photo};
use super::pod::Pod;
use super::wire::Wire;

/// A school on its first day: a supervisor who claimed the box, and two pupils who have arrived.
struct School {
    // In this order they go: windows first, then what drives them, then the box.
    fox: Person,
    ana: Person,
    ben: Person,
    _driver: Driver,
    pod: Pod,
}

/// Claims a box, makes two people, and lets them arrive with their slips.
fn first_day(sit_down: impl Fn(&Driver, &Pod) -> Person) -> School {
    let pod = Pod::fresh();
    let driver = Driver::start();
    let fox = sit_down(&driver, &pod);
    fox.claims(pod.setup_code.as_deref().expect("a fresh box has a code"), "Hillview School");
    let slips: Vec<Slip> = ["Ana Berg", "Ben Okafor"].iter().map(|name| fox.makes_account(name)).collect();
    let [ana, ben] = [&slips[0], &slips[1]].map(|slip| {
        let person = sit_down(&driver, &pod);
        person.arrives_with(slip);
        person
    });
    School { fox, ana, ben, _driver: driver, pod }
}

impl School {
    /// Ana posts a photo with words; Ben sees it come, opens it, and gives the path of its own page.
    fn a_photo_arrives(&self) -> String {
        let (ana, ben) = (&self.ana, &self.ben);
        ben.opens("/everyone");
        ben.is_live();
        ana.opens("/everyone");
        ana.browser.fills("Your post", "The heron is back");
        let folder = tempfile::tempdir().expect("a folder");
        ana.browser.attaches(&photo(folder.path(), "heron.jpg", 90));
        if ana.scripts {
            ana.browser.fills("Describe it", "A grey heron on one leg");
        }
        ana.sends("The heron is back");
        ana.browser.wait_until("the photo in the post", |browser| {
            browser.shows(&format!("{}//img[contains(@src,'/photos/')]", post_with("The heron is back")))
        });

        if ben.scripts {
            ben.browser.sees("1 new post");
            assert!(!ben.browser.reads("The heron is back"), "nothing moves under a reader's eyes");
            ben.browser.presses("1 new post");
        }
        ben.sees_soon("The heron is back");
        ben.browser.misses("Nothing here yet");
        if ana.scripts {
            let alt = "//img[@alt='A grey heron on one leg']";
            ben.browser.wait_until("the photo with its words", |browser| browser.shows(alt));
        }
        ben.browser
            .clicks(&format!("{}//div[contains(@class,'post-meta')]/a", post_with("The heron is back")));
        ben.browser.sees("Write a comment");
        let address = ben.browser.address();
        let path = format!("/{}", address.splitn(4, '/').nth(3).expect("a path"));
        assert!(path.starts_with("/posts/"), "{path}");
        path
    }

    /// Ana comments and reacts; Ben's open page follows.
    fn talk_arrives(&self, post: &str) {
        let (ana, ben) = (&self.ana, &self.ben);
        ben.is_live();
        ana.opens(post);
        ana.browser.fills("Write a comment", "It stood there for an hour!");
        ana.browser.presses("Send");
        ana.browser.sees("It stood there for an hour!");
        ben.sees_soon("It stood there for an hour!");

        ana.browser.clicks(&thumb("false"));
        ana.browser.wait_until("her own reaction", |browser| browser.shows(&thumb("true")));
        ben.sees_soon_path(&format!("{}[contains(.,'1')]", thumb("false")));
    }

    /// Ben reports the comment's post; the supervisor removes it; it goes from both pages.
    fn the_supervisor_takes_it_away(&self, post: &str) {
        let (fox, ana, ben) = (&self.fox, &self.ana, &self.ben);
        let id = post.rsplit('/').next().expect("an id");
        ben.opens(post);
        ben.browser.clicks(&format!("//article[@id='post-{id}']//summary[starts-with(@title,'More about')]"));
        ben.browser.follows("Report");
        ben.browser.ticks("It shows something private");
        ben.browser.presses("Send");
        ben.browser.sees("Thank you. Staff have been told.");
        ben.opens("/everyone");
        ben.browser.sees("The heron is back");
        ben.is_live();
        ana.opens("/everyone");
        ana.browser.sees("The heron is back");
        ana.is_live();

        fox.opens("/desk");
        fox.browser.sees("The heron is back");
        fox.browser.clicks(&format!("//a[contains(@href,'/desk/items/{id}')]"));
        fox.browser.sees("It shows something private");
        fox.browser.selects("Reason for removing", "It showed something private");
        fox.browser.clicks("//*[contains(@class,'decision')]//button[contains(.,'Remove')]");
        fox.browser.misses("Reason for removing");
        ben.misses_soon("The heron is back");
        ana.misses_soon("The heron is back");
        ben.opens(post);
        ben.browser.sees("There is nothing here");
    }

    fn consoles_are_clean(&mut self) {
        for person in [&mut self.fox, &mut self.ana, &mut self.ben] {
            person.browser.means("status of 404"); // what one may not see is not found
            person.browser.has_clean_console();
        }
    }
}

/// The button of one reaction to the post, pressed by the reader or not.
fn thumb(pressed: &str) -> String {
    format!("//article//button[@title='Thumb up' and @aria-pressed='{pressed}']")
}

fn the_whole_journey(sit_down: impl Fn(&Driver, &Pod) -> Person) {
    let mut school = first_day(sit_down);
    let post = school.a_photo_arrives();
    school.talk_arrives(&post);
    school.the_supervisor_takes_it_away(&post);
    school.consoles_are_clean();
}

#[test]
fn from_claim_to_live_comment_on_a_phone() {
    the_whole_journey(|driver, pod| Person::at(driver, pod, Width::Phone));
}

#[test]
fn from_claim_to_live_comment_on_a_desktop() {
    the_whole_journey(|driver, pod| Person::at(driver, pod, Width::Desktop));
}

#[test]
fn the_same_journey_without_scripts_on_a_phone() {
    the_whole_journey(|driver, pod| Person::without_scripts(driver, pod, Width::Phone));
}

#[test]
fn the_same_journey_without_scripts_on_a_desktop() {
    the_whole_journey(|driver, pod| Person::without_scripts(driver, pod, Width::Desktop));
}

#[test]
fn a_page_that_was_cut_off_catches_up() {
    let mut school = first_day(|driver, pod| Person::at(driver, pod, Width::Desktop));
    let wire = Wire::to(school.pod.port);
    school.ben.base = wire.base();
    school.ben.opens("/everyone");
    school.ben.is_live();
    school.ben.browser.means("net::ERR_");
    school.ben.browser.means("WebSocket connection to");
    wire.is_pulled_out();
    school.ana.opens("/everyone");
    for words in ["Written while Ben was away", "And one more"] {
        school.ana.browser.fills("Your post", words);
        school.ana.sends(words);
    }
    assert!(!school.ben.browser.reads("new post"), "nothing comes through a line that is cut");
    wire.is_put_back();
    school.ben.browser.sees("2 new posts");
    school.ben.browser.presses("2 new posts");
    school.ben.browser.sees("Written while Ben was away");

    // The box is switched off and on again, with the page open all the while.
    school.ana.browser.means("net::ERR_");
    school.ana.browser.means("WebSocket connection to");
    school.fox.browser.means("WebSocket connection to");
    school.pod.restarts(|| ());
    school.ana.opens("/everyone");
    school.ana.browser.fills("Your post", "After the box was off");
    school.ana.sends("After the box was off");
    school.ben.browser.wait_until("the post, or the sign of it", |browser| {
        browser.reads("1 new post") || browser.reads("After the box was off")
    });
    school.consoles_are_clean();
}
