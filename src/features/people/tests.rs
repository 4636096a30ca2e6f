//! What the rules of people promise, without a browser.

use super::*;

#[test]
fn a_birthday_is_a_day_that_there_is_or_nothing() {
    assert_eq!(birthday("", " ").ok().as_deref(), Some(""));
    assert_eq!(birthday("29", "2").ok().as_deref(), Some("02-29"));
    assert_eq!(birthday("4", "12").ok().as_deref(), Some("12-04"));
    for (day, month, field) in [
        ("30", "2", "birth_day"),
        ("31", "4", "birth_day"),
        ("0", "1", "birth_day"),
        ("", "4", "birth_day"),
        ("4", "", "birth_month"),
        ("4", "13", "birth_month"),
        ("4", "0", "birth_month"),
        ("x", "4", "birth_day"),
    ] {
        let Err(Error::Invalid(problems)) = birthday(day, month) else { panic!("{day}.{month}. was taken") };
        assert_eq!(problems[0].0, field, "{day}.{month}.");
    }
}

#[test]
fn every_problem_of_a_profile_is_said_at_once() {
    let long = "x".repeat(limits::BIO_CHARS_MAX + 1);
    let draft = ProfileDraft {
        pronouns: "x".repeat(limits::LINE_CHARS_MAX + 1),
        birth_day: "3".into(),
        bio: long,
        ..ProfileDraft::default()
    };
    let problems = fit_profile(&draft).err().unwrap_or_default();
    let fields: Vec<&str> = problems.iter().map(|(field, _)| *field).collect();
    assert_eq!(fields, ["pronouns", "birth_month", "bio"]);
}

#[test]
fn a_name_is_found_however_its_letters_are_written() {
    assert_eq!(beginnings("tom"), ["tom"], "the index folds a to z by itself");
    assert_eq!(beginnings("élodie m"), ["élodie m", "Élodie M"]);
    assert_eq!(beginnings("ÉLO"), ["ÉLO", "élo"], "É with small letters is the first again");
    assert_eq!(beginnings("ليلى"), ["ليلى"]);
}
