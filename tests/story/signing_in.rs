//! Coming in and going out: passwords, sessions, and who is slowed.

use crate::harness::{Ask, PASSWORD, Site};
use courtyard::base::{AccountId, Act, Role, Standing};
use courtyard::features::accounts;

#[test]
fn a_pupil_comes_in_to_the_page_she_asked_for_and_goes_out() {
    let school = Site::school();
    let mia = school.knows("Mia", Role::Member, &[]);
    mia.opens("/everyone").is_at("/sign-in").misses("Everyone here");
    mia.fills("Sign-in name", " MIA ").fills("Password", PASSWORD).presses("Sign in").is_at("/everyone");
    school.noted(Act::SignIn, "account 2");

    let token = mia.cookie("session");
    mia.presses("Sign out").is_at("/sign-in").sees("You are signed out.");
    mia.opens("/everyone").is_at("/sign-in");
    mia.has_cookie("session", &token);
    mia.opens("/everyone").is_at("/sign-in");
    school.noted(Act::SignOut, "account 2");
}

#[test]
fn a_wrong_password_and_an_unknown_name_are_told_the_same() {
    let school = Site::school();
    let mia = school.knows("Mia", Role::Member, &[]);
    mia.signs_in_with("not her password").is_told(422);
    mia.sees("The name and the password do not belong together.").holds("Sign-in name", "mia");
    mia.misses("not her password");
    let told = mia.look(|page| page.words.clone());

    let nobody = school.stranger();
    nobody
        .opens("/sign-in")
        .fills("Sign-in name", "nobody")
        .fills("Password", "x")
        .presses("Sign in")
        .is_told(422);
    assert_eq!(nobody.look(|page| page.words.clone()), told);
    assert_eq!(school.entries(Act::RefuseSignIn), ["account 2", ""]);
    mia.opens("/").is_at("/sign-in");
}

#[test]
fn whoever_guesses_is_slowed_and_the_owner_of_the_name_is_not_locked_out() {
    let school = Site::school();
    let mia = school.knows("Mia", Role::Member, &[]);
    let guesser = mia.elsewhere();
    for _ in 0..8 {
        guesser.signs_in_with("a guess").is_told(422);
    }
    guesser.signs_in_with("a guess").is_told(429);
    guesser.signs_in_with(PASSWORD).is_told(429);
    mia.signs_in().is_told(200).is_at("/");
}

#[test]
fn a_suspended_pupil_is_out_at_once_and_cannot_come_in() {
    let school = Site::school();
    let mia = school.pupil("Mia");
    mia.opens("/").is_told(200).is_at("/");
    school.stands(&mia, Standing::Suspended);
    mia.opens("/").is_at("/sign-in");
    mia.signs_in_with("a guess").is_told(422).sees("The name and the password do not belong together.");
    mia.signs_in().is_told(403).sees("You cannot come in for now").misses("The name and the password");
    mia.opens("/").is_at("/sign-in");
    school.stands(&mia, Standing::Active);
    mia.signs_in().is_at("/");
}

#[test]
fn a_password_from_a_slip_opens_one_page_only_until_it_is_replaced() {
    let school = Site::school();
    let mia = school.knows("Mia", Role::Member, &[]);
    has_a_slip(&school, mia.id);
    mia.signs_in().is_at("/password").sees("Choose a password");
    for path in ["/", "/everyone", "/my/sessions", "/audience"] {
        mia.opens(path).is_at("/password");
    }
    let new = "seven red foxes";
    let tries = [
        ("short", "short", "At least 8"),
        (new, "seven red fox", "not the same"),
        (PASSWORD, PASSWORD, "easy to guess"),
    ];
    for (new, again, problem) in tries {
        mia.fills("The password on your slip", PASSWORD).fills("New password", new);
        mia.fills("New password, once more", again).presses("Set password").is_told(422).sees(problem);
    }
    mia.fills("The password on your slip", "not it at all").fills("New password", new);
    mia.fills("New password, once more", new).presses("Set password").is_told(422).sees("not your password");

    mia.fills("The password on your slip", PASSWORD).fills("New password", new);
    mia.fills("New password, once more", new)
        .presses("Set password")
        .is_at("/")
        .sees("Your new password is set.");
    mia.elsewhere().signs_in().is_told(422);
    mia.elsewhere().signs_in_with(new).is_at("/");
}

/// Gives her account back to the state in which staff hand out a slip.
fn has_a_slip(school: &Site, id: i64) {
    school.write(Act::ResetPassword, move |change| {
        let hash: String =
            change.found("SELECT password_hash FROM seen_sign_in WHERE id = ?1", [id], |row| row.get(0))?;
        accounts::reset(change, AccountId(id), &hash, true)
    });
}

#[test]
fn a_new_password_ends_every_other_session() {
    let school = Site::school();
    let mia = school.pupil("Mia");
    let phone = mia.elsewhere();
    phone.signs_in().is_at("/");
    let new = "seven red foxes";
    mia.opens("/password").fills("Your password now", PASSWORD).fills("New password", new);
    mia.fills("New password, once more", new).presses("Set password").is_at("/").is_told(200);
    mia.opens("/everyone").is_at("/everyone");
    phone.opens("/everyone").is_at("/sign-in");
}

#[test]
fn my_sessions_are_mine_to_see_and_to_end() {
    let school = Site::school();
    let (mia, tom) = (school.pupil("Mia"), school.pupil("Tom"));
    let phone = mia.elsewhere();
    phone.signs_in().is_at("/");

    mia.opens("/my/sessions").sees("this one");
    let ends = |person: &crate::harness::Person<'_>| {
        person.look(|page| {
            page.forms
                .iter()
                .filter(|form| form.action.ends_with("/end"))
                .map(|form| form.action.clone())
                .collect::<Vec<_>>()
        })
    };
    assert_eq!(ends(&mia).len(), 2);
    tom.opens("/my/sessions");
    assert_eq!(ends(&tom).len(), 1, "nobody else's are among them");

    let token = tom.look(|page| {
        page.forms
            .iter()
            .flat_map(|form| &form.controls)
            .find(|each| each.name == "same_site")
            .unwrap()
            .value
            .clone()
    });
    for of_mia in ends(&mia) {
        assert_eq!(tom.asks(&Ask::post(&of_mia, &[("same_site", &token)])).status, 404);
    }
    phone.opens("/").is_at("/");

    mia.opens("/my/sessions").at("Browser 127").presses("End").is_at("/my/sessions");
    phone.opens("/").is_at("/sign-in");
    mia.opens("/").is_at("/");
}

#[test]
fn a_session_ends_when_it_is_not_used_and_after_a_day_at_school() {
    const MINUTE_MS: i64 = 60_000;
    let school = Site::school_with_clock();
    let (mia, tom) = (school.pupil("Mia"), school.pupil("Tom"));
    for _ in 0..6 {
        school.waits_ms(70 * MINUTE_MS);
        mia.opens("/my/sessions").is_at("/my/sessions");
        // That she was here is noted a moment later, by a write of its own.
        mia.presses("End").is_at("/sign-in");
        mia.signs_in().is_at("/");
    }
    tom.opens("/").is_at("/sign-in");
    school.waits_ms(121 * MINUTE_MS);
    mia.opens("/").is_at("/sign-in");
}

#[test]
fn signing_in_leads_to_no_other_site() {
    let school = Site::school();
    let mia = school.knows("Mia", Role::Member, &[]);
    for next in ["//evil.example/", "https://evil.example/", "/%5Cevil.example"] {
        mia.opens(&format!("/sign-in?next={next}"));
        mia.fills("Sign-in name", "mia").fills("Password", PASSWORD).presses("Sign in").is_at("/");
        mia.presses("Sign out");
    }
}
