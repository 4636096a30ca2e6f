//! The first boot: whoever stands beside the box claims it, once.

use crate::harness::{PASSWORD, Site};

#[test]
fn a_fresh_box_leads_everybody_to_its_set_up() {
    let site = Site::fresh();
    let passer_by = site.stranger();
    for path in ["/", "/everyone", "/audience", "/sign-in", "/my/sessions"] {
        passer_by.opens(path).is_at("/setup").sees("Set-up code");
    }
}

#[test]
fn a_wrong_code_opens_nothing() {
    let site = Site::fresh();
    let passer_by = site.stranger();
    passer_by.opens("/setup").fills("Set-up code", "0000-0000-0000").presses("Go on");
    passer_by.is_told(422).sees("This is not the code on the box.").misses(site.code());
    for step in ["/setup/site", "/setup/owner"] {
        passer_by.opens(step).is_at("/setup");
    }
}

#[test]
fn a_code_typed_carelessly_is_taken() {
    let site = Site::fresh();
    let head = site.stranger();
    head.opens("/setup").fills("Set-up code", &site.code().to_lowercase().replace('-', " ")).presses("Go on");
    head.is_at("/setup/site").sees("Name of the site");
}

#[test]
fn guessing_codes_is_slowed_for_everybody() {
    let site = Site::fresh();
    let (guesser, head) = (site.stranger(), site.stranger());
    for _ in 0..10 {
        guesser.opens("/setup").fills("Set-up code", "1111-1111-1111").presses("Go on").is_told(422);
    }
    guesser.opens("/setup").fills("Set-up code", "1111-1111-1111").presses("Go on").is_told(429);
    head.opens("/setup").fills("Set-up code", site.code()).presses("Go on").is_told(429);
}

#[test]
fn set_up_can_be_left_and_found_again() {
    let site = Site::fresh();
    let head = site.stranger();
    head.opens("/setup").fills("Set-up code", site.code()).presses("Go on");
    head.fills("Name of the site", "Hillview School").ticks("Prison").presses("Go on").is_at("/setup/owner");

    head.opens("/").is_at("/setup/site").holds("Name of the site", "Hillview School");
    head.opens("/setup/owner").is_at("/setup/owner").sees("The first owner");
    site.stranger().opens("/setup/owner").is_at("/setup");
}

#[test]
fn a_name_or_password_that_will_not_do_keeps_what_was_typed() {
    let site = Site::fresh();
    let head = site.stranger();
    head.opens("/setup").fills("Set-up code", site.code()).presses("Go on");
    head.fills("Name of the site", "Hillview School").presses("Go on");
    let tries = [
        ("dr.wren", "too short", "too short", "At least 15 characters."),
        ("dr.wren", PASSWORD, "three grey herons fly", "The two are not the same."),
        ("Dr Wren!", PASSWORD, PASSWORD, "Use 2 to 32 small letters"),
    ];
    for (username, password, again, problem) in tries {
        head.fills("Name that others see", "Dr Wren").fills("Sign-in name", username);
        head.fills("Password", password).fills("New password, once more", again).presses("Claim this box");
        head.is_told(422).sees(problem).holds("Name that others see", "Dr Wren").misses(password);
    }
    site.stranger().opens("/").is_at("/setup");
}

#[test]
fn the_first_owner_is_in_and_gets_a_recovery_sheet() {
    let site = Site::fresh();
    let head = site.is_claimed();
    head.is_at("/setup/sheet").sees("dr.wren").misses(PASSWORD);
    head.follows("To my site").is_at("/").sees("Hillview School");
    site.noted(courtyard::base::Act::ClaimSite, "account 1");
}

#[test]
fn a_second_claim_is_refused() {
    let site = Site::fresh();
    let late = site.stranger();
    late.opens("/setup").fills("Set-up code", site.code()).presses("Go on");
    late.fills("Name of the site", "Elsewhere").presses("Go on");
    late.fills("Name that others see", "Late").fills("Sign-in name", "late");
    late.fills("Password", PASSWORD).fills("New password, once more", PASSWORD);

    site.is_claimed();

    late.presses("Claim this box").is_told(404);
    late.opens("/setup").is_told(404);
    site.stranger().opens("/").is_at("/sign-in").sees("Hillview School").misses("Elsewhere");
}

#[test]
fn only_the_owner_sees_the_recovery_sheet() {
    let school = Site::school();
    school.head().opens("/setup/sheet").is_told(200).sees("dr.wren");
    school.pupil("Mia").opens("/setup/sheet").is_told(404).misses("dr.wren");
    school.teacher("Ms Fox").opens("/setup/sheet").is_told(404).misses("dr.wren");
}
