//! Who learns that somebody is here: those they share or talk with, unless they hide it, and nobody else.

use crate::harness::{Listener, Person, Site};

/// What each hears of somebody's coming. `bell` comes and goes after that, and all hear it: what was to be told of the
/// other is told by then.
fn heard<'s>(
    ears: &mut [(&'static str, Listener<'s>)],
    mia: &Person<'s>,
    bell: &Person<'s>,
) -> Vec<(&'static str, bool)> {
    let _mia_is_here = mia.opens("/everyone").listens();
    let bell_is_here = bell.opens("/everyone").listens();
    let (sign, of_bell) = (format!("\"presence-{}\"", mia.id), format!("\"presence-{}\"", bell.id));
    let mut all = vec![String::new(); ears.len()];
    for (all, (_, ear)) in all.iter_mut().zip(ears.iter_mut()) {
        all.push_str(&ear.hears(&of_bell));
    }
    drop(bell_is_here);
    for (all, (_, ear)) in all.iter_mut().zip(ears.iter_mut()) {
        all.push_str(&ear.hears(&of_bell));
    }
    ears.iter().zip(all).map(|((who, _), all)| (*who, all.contains(&sign))).collect()
}

#[test]
fn that_somebody_is_here_is_told_to_whom_they_share_with_unless_they_hide_it() {
    let school = Site::school();
    let [mia, tom, bob, zoe, bell] = ["Mia", "Tom", "Bob", "Zoe", "Bell"].map(|name| school.pupil(name));
    let fox = school.teacher("Ms Fox");
    mia.shares_with(&tom);
    mia.shares_with(&bob);
    mia.blocks(&bob);
    let listeners = [("Tom", &tom), ("Bob", &bob), ("Zoe", &zoe), ("Ms Fox", &fox)];
    let topics = [format!("presence/{}", mia.id), format!("presence/{}", bell.id)];
    let topics: Vec<&str> = topics.iter().map(String::as_str).collect();
    let mut ears: Vec<_> = listeners
        .into_iter()
        .map(|(who, person)| {
            bell.shares_with(person);
            person.opens("/everyone");
            let since = person.look(|page| page.meta("live-since")).parse().unwrap();
            (who, person.listens_to(&topics, since))
        })
        .collect();
    let shown = heard(&mut ears, &mia, &bell);
    assert_eq!(shown, [("Tom", true), ("Bob", false), ("Zoe", false), ("Ms Fox", false)]);
    mia.opens("/my/presence").presses("Hide it").is_told(200);
    let hidden = heard(&mut ears, &mia, &bell);
    assert_eq!(hidden, [("Tom", false), ("Bob", false), ("Zoe", false), ("Ms Fox", false)]);
}
