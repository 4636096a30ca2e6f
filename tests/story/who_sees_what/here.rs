//! Who learns that somebody is here: those they share or talk with, unless they hide it, and nobody else.

use crate::harness::{Listener, Person, Site};

/// Who of those who listen hears of the coming of each of these. `bell` comes and goes after them, and all hear that:
/// what was to be told of the others is told by then.
fn heard<'s>(
    ears: &mut [(&'static str, Listener<'s>)],
    comers: &[&Person<'s>],
    bell: &Person<'s>,
) -> Vec<(&'static str, Vec<bool>)> {
    let sign = |person: &Person<'_>| format!("\"presence-{}\"", person.id);
    let _open: Vec<_> = comers.iter().map(|person| person.opens("/everyone").listens()).collect();
    let open_of_bell = bell.opens("/everyone").listens();
    let mut all: Vec<String> = ears.iter_mut().map(|(_, ear)| ear.hears(&sign(bell))).collect();
    drop(open_of_bell);
    for (all, (_, ear)) in all.iter_mut().zip(ears.iter_mut()) {
        all.push_str(&ear.hears(&sign(bell)));
    }
    let of_each = |all: &String| comers.iter().map(|person| all.contains(&sign(person))).collect();
    ears.iter().zip(&all).map(|((who, _), all)| (*who, of_each(all))).collect()
}

#[test]
fn that_somebody_is_here_is_told_to_whom_they_share_with_unless_they_hide_it() {
    let school = Site::school();
    let [mia, una, tom, bob, zoe, bell] =
        ["Mia", "Una", "Tom", "Bob", "Zoe", "Bell"].map(|name| school.pupil(name));
    let fox = school.teacher("Ms Fox");
    for person in [&mia, &una] {
        person.shares_with(&tom);
        person.shares_with(&bob);
        person.blocks(&bob);
    }
    una.opens("/my/presence").presses("Hide it").is_told(200);
    let topics: Vec<String> = [&mia, &una, &bell].map(|person| format!("presence/{}", person.id)).into();
    let topics: Vec<&str> = topics.iter().map(String::as_str).collect();
    let listeners = [("Tom", &tom), ("Bob", &bob), ("Zoe", &zoe), ("Ms Fox", &fox)];
    let mut ears: Vec<_> = listeners
        .into_iter()
        .map(|(who, person)| {
            bell.shares_with(person);
            person.opens("/everyone");
            let since = person.look(|page| page.meta("live-since")).parse().unwrap();
            (who, person.listens_to(&topics, since))
        })
        .collect();
    let found = heard(&mut ears, &[&mia, &una], &bell);
    let agreed = [
        ("Tom", vec![true, false]),
        ("Bob", vec![false, false]),
        ("Zoe", vec![false, false]),
        ("Ms Fox", vec![false, false]),
    ];
    assert_eq!(found, agreed, "Mia shows that she is here, Una does not");
}
