//! From claim to live comment.

use super::driver::{Driver, Width};
use super::person::Person;
use super::pod::Pod;

#[test]
fn a_box_is_claimed_and_home_is_live_at_phone_width() {
    let pod = Pod::fresh();
    let driver = Driver::start();
    let fox = Person::at(&driver, &pod, Width::Phone);
    fox.claims(pod.setup_code.as_deref().unwrap(), "Hillview School");
    fox.posts("Hello");
    fox.browser.has_clean_console();
}
