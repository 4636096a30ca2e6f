//! From a report to a second look in the browser: three taps of a member, a case, a day of only reading, a wish, an answer.

use super::access::Checker;
use super::chromium::Driver;
use super::driver::Width;
use super::paths::post_with;
use super::person::Person;
use super::school::demonstration;
use super::supervising::sits;
use super::{keeps_picture, wants_pictures};
use serde_json::json;

const POST: &str = "Your trombone sounds like a dying goose";
const WISH: &str = "It was about my own trombone";

/// Looks at each page on the way: no fault of accessibility, and pictures where they are wanted.
struct Eyes {
    checker: Checker,
    faults: Vec<String>,
}

impl Eyes {
    fn look(&mut self, person: &Person, name: &str) {
        self.faults.extend(self.checker.faults(&person.browser, name));
        if !wants_pictures() {
            return;
        }
        for theme in ["light", "dark"] {
            person.browser.script("document.documentElement.dataset.theme = arguments[0]", json!([theme]));
            keeps_picture(&person.browser, &format!("second-look-{name}-{theme}"));
        }
        person.browser.script("delete document.documentElement.dataset.theme", json!([]));
    }

    /// From right to left, for who has chosen no language: only to be looked at.
    fn look_in_arabic(&mut self, person: &Person, name: &str) {
        if wants_pictures() {
            person.browser.speaks("ar");
            person.browser.reloads();
            self.look(person, &format!("arabic-{name}"));
            person.browser.speaks("en");
            person.browser.reloads();
        }
    }
}

/// The line of the desk that says this.
fn row(words: &str) -> String {
    format!("(//main//li[contains(.,\"{words}\")]//a[starts-with(@href,'/desk/')])[1]")
}

/// The author's post, reported by a member in three taps behind its dots.
fn is_reported(author: &Person, reporter: &Person, eyes: &mut Eyes) {
    author.opens("/everyone");
    author.browser.fills("Your post", POST);
    author.sends(POST);
    reporter.opens("/everyone");
    reporter.browser.clicks(&format!("{}//summary[starts-with(@title,'More about')]", post_with(POST)));
    reporter.browser.follows("Report");
    reporter.browser.sees("What is wrong?");
    eyes.look(reporter, "report");
    reporter.browser.ticks("It is mean to somebody");
    reporter.browser.presses("Send");
    reporter.browser.sees("Thank you");
}

/// From the case the supervisor sets that the author only reads for a day, and keeps the post.
fn is_read_only(supervisor: &Person, eyes: &mut Eyes) {
    supervisor.opens("/desk");
    supervisor.browser.sees(POST);
    eyes.look(supervisor, "queue");
    supervisor.browser.clicks(&row(POST));
    supervisor.browser.sees("It is mean to somebody");
    eyes.look(supervisor, "case");
    supervisor.browser.follows("Say or set something");
    supervisor.browser.ticks("Read-only");
    supervisor.browser.ticks("One day");
    supervisor.browser.ticks("It was mean to somebody");
    supervisor.browser.fills("To them", "Look on for a day, and think of how it sounds to others.");
    eyes.look(supervisor, "sanction");
    supervisor.browser.presses("Do it and tell them");
    supervisor.browser.sees("Read-only holds now");
    supervisor.opens("/desk");
    supervisor.browser.clicks(&row(POST));
    supervisor.browser.sees("What stands round it");
    supervisor.browser.types("a");
    supervisor.browser.is_at("/desk");
    supervisor.browser.misses(POST);
}

/// The author reads why and until when, and asks for a second look.
fn asks_again(author: &Person, eyes: &mut Eyes) {
    author.opens("/");
    author.browser.sees("You can read, but not write");
    assert!(!author.browser.shows("//textarea[@name='body']"), "they could write");
    eyes.look(author, "author");
    author.opens("/my/record");
    author.browser.sees("think of how it sounds");
    eyes.look(author, "record");
    author.browser.follows("Ask somebody to look again");
    author.browser.fills("What should they know?", WISH);
    eyes.look(author, "wish");
    eyes.look_in_arabic(author, "wish");
    author.opens("/my/record");
    author.browser.follows("Ask somebody to look again");
    author.browser.fills("What should they know?", WISH);
    author.browser.presses("Send");
    author.browser.sees("They have not answered yet.");
    eyes.look(author, "waits");
}

/// Who set it is not offered the wish; somebody else answers it, and it is undone.
fn is_answered(supervisor: &Person, other: &Person, eyes: &mut Eyes) {
    supervisor.opens("/desk");
    supervisor.browser.sees("Somebody else decides this");
    supervisor.browser.clicks(&row(WISH));
    supervisor.browser.sees("Somebody else decides this: you decided it before");
    assert!(!supervisor.browser.reads("Decide and tell them"), "they decide again");
    eyes.look(supervisor, "not-theirs");
    other.opens("/desk/appeals");
    eyes.look(other, "wishes");
    eyes.look_in_arabic(other, "wishes");
    other.opens("/desk");
    other.browser.clicks(&row(WISH));
    other.browser.sees("To be decided by");
    eyes.look(other, "answer");
    eyes.look_in_arabic(other, "answer");
    other.browser.ticks("Looked at again: it is undone");
    other.browser.fills("To them", "You are right, it was your own.");
    other.browser.presses("Decide and tell them");
    other.browser.is_at("/desk");
    other.browser.misses(WISH);
}

#[test]
fn a_report_in_three_taps_a_day_of_reading_a_second_look_and_everybody_learns_how_it_ended() {
    let driver = Driver::start();
    let (pod, sign_ins) = demonstration();
    let head = sits(&driver, &pod, &sign_ins[0], Width::Desktop);
    let fox = sits(&driver, &pod, &sign_ins[1], Width::Desktop);
    let isla = sits(&driver, &pod, &sign_ins[2], Width::Phone);
    let valeria = sits(&driver, &pod, &sign_ins[3], Width::Phone);
    let mut eyes = Eyes { checker: Checker::new(), faults: Vec::new() };

    is_reported(&isla, &valeria, &mut eyes);
    is_read_only(&fox, &mut eyes);
    asks_again(&isla, &mut eyes);
    is_answered(&fox, &head, &mut eyes);

    isla.opens("/notices");
    isla.browser.sees("looked again: it is undone");
    eyes.look(&isla, "told");
    isla.opens("/everyone");
    isla.browser.fills("Your post", "My trombone is loud again");
    isla.sends("My trombone is loud again");
    isla.opens("/my/record");
    isla.browser.sees("You are right, it was your own.");
    eyes.look(&isla, "record-after");
    valeria.opens("/notices");
    valeria.browser.sees("looked at what you reported");
    eyes.look(&valeria, "outcome");

    for person in [&head, &fox, &isla, &valeria] {
        person.browser.has_clean_console();
    }
    assert!(eyes.faults.is_empty(), "{:#?}", eyes.faults);
}
