//! Supervision in the browser: a rule from its first try to the key that lets a post through, a reading that takes two, a pause.

use super::chromium::Driver;
use super::driver::Width;
use super::paths::post_with;
use super::person::Person;
use super::pod::Pod;
use super::school::demonstration;

const LINE: &str = "//textarea[@id='field-body']";
const CLOSED: &str = "//*[@id='talk-closed']";
const REASON: &str = "A friend came to me and cried";

/// Somebody signs in on a device of their own.
pub fn sits(driver: &Driver, pod: &Pod, [_, name, password]: &[String; 3], width: Width) -> Person {
    let person = Person::at(driver, pod, width);
    person.signs_in(name, password);
    person.browser.is_at("/");
    person
}

/// Asks for what the page is about, with a reason and words.
fn asks(staff: &Person) {
    staff.browser.ticks("Somebody may be bullied");
    staff.browser.fills("What has happened?", REASON);
    staff.browser.presses("Open it");
}

/// The other one says yes to the newest that waits; what is read they do not see.
fn confirms(other: &Person, words: &str) {
    other.opens("/readings");
    other.browser.sees("Waiting for a second member of staff");
    other.browser.clicks(&format!(
        "(//main//a[starts-with(@href,'/readings/') and contains(normalize-space(.),\"{words}\")])[1]"
    ));
    other.browser.presses("Yes, open it");
    other.browser.wait_until("it is confirmed", |browser| !browser.reads("Yes, open it"));
}

#[test]
fn a_rule_is_tried_on_the_past_holds_a_post_and_a_key_lets_it_through() {
    let driver = Driver::start();
    let (pod, sign_ins) = demonstration();
    let head = sits(&driver, &pod, &sign_ins[0], Width::Desktop);
    let fox = sits(&driver, &pod, &sign_ins[1], Width::Desktop);
    let isla = sits(&driver, &pod, &sign_ins[2], Width::Phone);
    let valeria = sits(&driver, &pod, &sign_ins[3], Width::Phone);
    isla.opens("/everyone");
    isla.browser.fills("Your post", "The trombone is loud");
    isla.sends("The trombone is loud");

    head.opens("/watch/new");
    head.browser.fills("Word or phrase", "trombone");
    head.browser.ticks("Let it wait");
    head.browser.ticks("Urgent");
    head.browser.presses("Save");
    head.browser.sees("It would have matched in 1 text.");
    head.browser.sees("Nothing is saved yet.");
    head.browser.presses("Save");
    head.browser.sees("1 rule in all");

    valeria.opens("/everyone");
    valeria.is_live();
    isla.opens("/everyone");
    isla.browser.fills("Your post", "My tr0mbone, my trombone");
    isla.browser.presses("Post");
    isla.browser.sees("Waiting for teachers");

    fox.opens("/desk");
    let row = "(//main//li[contains(.,'my trombone')]//a[starts-with(@href,'/desk/items/')])[1]";
    fox.browser.clicks(row);
    fox.browser.sees("Rule: trombone");
    assert!(!valeria.browser.reads("1 new post"), "nobody hears of what waits");
    fox.browser.types("a");
    valeria.browser.sees("1 new post");
    valeria.browser.presses("1 new post");
    let shown = post_with("my trombone");
    valeria.browser.wait_until("the post", |browser| browser.shows(&shown));
    isla.opens("/notices");
    isla.browser.sees("can be seen now");
    for person in [&head, &fox, &isla, &valeria] {
        person.browser.has_clean_console();
    }
}

#[test]
fn a_reading_takes_two_and_those_who_talked_are_told() {
    let driver = Driver::start();
    let (pod, sign_ins) = demonstration();
    let head = sits(&driver, &pod, &sign_ins[0], Width::Desktop);
    let (isla, valeria) = (&sign_ins[2][1], &sign_ins[3][1]);
    head.opens(&format!("/admin/people?name={}", sign_ins[1][1]));
    head.browser
        .clicks("(//main//a[starts-with(@href,'/admin/people/') and number(substring(@href,15)) > 0])[1]");
    head.browser.ticks("Safeguarding");
    head.browser.fills("Why", "Two look after private talk");
    head.browser.presses("Save role and duties");
    head.browser.sees("Two look after private talk");
    head.opens("/admin/rules");
    head.browser.ticks("It takes two members of staff");
    head.browser.presses("Save");
    head.browser.sees("Saved");
    let fox = sits(&driver, &pod, &sign_ins[1], Width::Desktop);
    let member = sits(&driver, &pod, &sign_ins[3], Width::Phone);

    fox.opens(&format!("/readings/new?username={isla}"));
    asks(&fox);
    fox.browser.sees("Waits for a second");
    assert!(!fox.browser.reads("Valeria"), "nothing of it is open yet");
    confirms(&head, "Isla");
    fox.browser.reloads();
    fox.browser.sees("Valeria");
    fox.browser.clicks("(//main//li[contains(.,'Valeria')]//a[starts-with(@href,'/readings/new')])[1]");
    fox.browser.fills("What has happened?", REASON);
    fox.browser.presses("Open it");
    fox.browser.sees("Waits for a second");
    let ruler = "If you bring back my ruler";
    assert!(!fox.browser.reads(ruler), "the talk waits, too");
    confirms(&head, "Valeria");
    assert!(!head.browser.reads(ruler), "who only says yes reads nothing");
    fox.browser.reloads();
    fox.browser.sees(ruler);

    member.opens(&format!("/chat/with/{isla}"));
    member.browser.sees("Read by teachers");
    member.opens("/notices");
    member.browser.sees("read");
    assert!(!member.browser.reads(REASON), "the words of the reason are for staff");
    assert_ne!(isla, valeria);
}

#[test]
fn a_pause_closes_the_line_on_open_pages_and_its_end_opens_it() {
    let driver = Driver::start();
    let (pod, sign_ins) = demonstration();
    let fox = sits(&driver, &pod, &sign_ins[1], Width::Desktop);
    let isla = sits(&driver, &pod, &sign_ins[2], Width::Phone);
    isla.opens(&format!("/chat/with/{}", sign_ins[3][1]));
    isla.browser.wait_until("the line", |browser| browser.shows(LINE));
    isla.is_live();
    isla.browser.fills("Write a message", "Half of it");

    fox.opens("/desk");
    fox.browser.follows("Pause all writing");
    fox.browser.fills("What members will read", "Back after lunch.");
    fox.browser.presses("Pause it now");
    isla.browser.wait_until("the line closes", |browser| browser.shows(CLOSED) && !browser.shows(LINE));
    let other = sits(&driver, &pod, &sign_ins[3], Width::Phone);
    other.browser.sees("Back after lunch.");

    fox.opens("/desk");
    fox.browser.presses("Let everybody write again");
    isla.browser.wait_until("the line opens", |browser| browser.shows(LINE) && !browser.shows(CLOSED));
    isla.browser.presses("Send");
    let sent = "//li[contains(@class,'message-own')][@data-place][contains(.,'Half of it')]";
    isla.browser.wait_until("what was typed is sent", |browser| browser.shows(sent));
    other.browser.reloads();
    other.browser.misses("Back after lunch.");
}
