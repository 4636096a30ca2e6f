//! Random worlds in which people are kept apart, lived through twice: once with everybody, and once as if those from whom one
//! of them is kept had never been. Whatever that one opens, looks for, is offered, takes along or hears on an open page, and
//! when, is the same in both; and no byte of what the others made, or are called, is in it.

#[path = "../../worlds/mod.rs"]
mod worlds;

mod doings;
mod hearing;
mod laying;
mod surfaces;
mod unpacking;
mod walking;

use crate::harness::Pod;
use courtyard::web::{Gate, Routes};
use hearing::Heard;
use laying::Twins;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use std::collections::{BTreeMap, BTreeSet};
use std::time::Instant;
use surfaces::{Of, SURFACES};
use walking::Walked;
use worlds::World;

/// Worlds that are lived through each time. `COURTYARD_WORLDS=10000` tries so many, `COURTYARD_SEED` says which: a failure
/// gives both. `COURTYARD_FIRST` leaves out those before it.
const WORLDS: u64 = 8;
/// What is done in a world before anybody looks, at most.
const DOINGS_MAX: usize = 70;
/// In one of so many worlds whoever looks is of the staff, and holds every duty.
const STAFF: u64 = 4;
/// In one of so many worlds they take along what they have made.
const PACKED: u64 = 5;

fn asked(name: &str) -> Option<u64> {
    std::env::var(name).ok().and_then(|number| number.parse().ok())
}

/// Which worlds are tried where no others are asked for: always the same, so that what fails fails again.
const SEED: u64 = 1_883_037_477_549_123;

fn seed() -> u64 {
    asked("COURTYARD_SEED").unwrap_or(SEED)
}

/// All chance in one world.
fn chance(seed: u64, number: u64, part: u8) -> TestRunner {
    let mut bytes = [part; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    bytes[8..16].copy_from_slice(&number.to_le_bytes());
    TestRunner::new_with_rng(Config::default(), TestRng::from_seed(RngAlgorithm::ChaCha, &bytes))
}

fn drawn<S: proptest::strategy::Strategy>(strategy: &S, chance: &mut TestRunner) -> S::Value {
    strategy.new_tree(chance).unwrap().current()
}

/// A house in which there is most to see.
fn house() -> Pod {
    Pod::set_up("worlds", |school| {
        let head = school.head();
        head.opens("/admin/rules").ticks("Everybody").ticks("People see who has read their messages");
        head.ticks("People see who is here and who is typing").ticks("Messages may carry documents");
        head.presses("Save").is_told(200);
    })
}

/// What came of all worlds.
#[derive(Default)]
struct Sum {
    walked: Walked,
    heard: Heard,
    worlds: u64,
}

#[test]
fn in_any_world_no_page_and_no_moment_says_anything_of_somebody_kept_apart() {
    let (seed, number) = (seed(), asked("COURTYARD_WORLDS").unwrap_or(WORLDS));
    let first = asked("COURTYARD_FIRST").unwrap_or(0);
    let mut twins = Twins { with: house(), without: house() };
    let (mut sum, begun) = (Sum::default(), Instant::now());
    for number in first..number {
        let mut world = drawn(&worlds::world(DOINGS_MAX), &mut chance(seed, number, 0));
        world.staff = number % STAFF == STAFF - 1;
        let shown = format!("world {number} of seed {seed}: {world:?}");
        let held = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            lives(&mut twins, &world, seed, number, &mut sum);
        }));
        // What differs stands above this.
        assert!(held.is_ok(), "in {shown}");
        if number % 100 == 99 {
            eprintln!(
                "{} worlds of seed {seed}, {} s: {}",
                sum.worlds,
                begun.elapsed().as_secs(),
                sum.said()
            );
        }
    }
    eprintln!("{} worlds of seed {seed}, {} s: {}", sum.worlds, begun.elapsed().as_secs(), sum.said());
    sum.is_enough();
}

fn lives(twins: &mut Twins, world: &World, seed: u64, number: u64, sum: &mut Sum) {
    let laid = twins.lays(world, i64::try_from(number).unwrap());
    let walked = walking::walks(twins, &laid, &mut chance(seed, number, 1));
    assert!(walked.wrong.is_empty(), "{}", walked.wrong.join("\n\n"));
    sum.walked.and(walked);
    if number.is_multiple_of(PACKED) {
        unpacking::takes_along(twins, &laid);
    }
    sum.heard.and(hearing::hears(twins, &laid, &mut chance(seed, number, 2)));
    sum.worlds += 1;
    twins.puts_back();
}

impl Sum {
    fn said(&self) -> String {
        let Walked { opened, shown, .. } = &self.walked;
        let Heard { mine, of_strangers, taken } = &self.heard;
        let routes = shown.len();
        format!(
            "{opened} pages, {routes} routes showed something; {mine} heard, others {of_strangers} of strangers; done {taken:?}"
        )
    }

    /// Was there anything that could have been seen and heard?
    fn is_enough(&self) {
        let worlds = usize::try_from(self.worlds).unwrap();
        assert!(self.walked.opened > worlds * 100, "only {} pages", self.walked.opened);
        assert!(self.walked.lost > worlds * 5, "only {} things were theirs", self.walked.lost);
        assert!(self.heard.mine > worlds && self.heard.of_strangers > 0, "there was nearly nothing to hear");
        if worlds >= 200 {
            let never: Vec<&str> = SURFACES
                .iter()
                .filter(|(route, of)| !matches!(of, Of::Nobody(_)) && !self.walked.shown.contains(route))
                .map(|(route, _)| *route)
                .collect();
            assert!(never.len() < 30, "never shown anything on {never:?}");
        }
    }
}

#[test]
fn every_page_there_is_is_walked_in_random_worlds() {
    let routes: Routes = courtyard::features::routes();
    let known: BTreeMap<&str, &Of> = SURFACES.iter().map(|(route, of)| (*route, of)).collect();
    assert_eq!(known.len(), SURFACES.len(), "a route stands there twice");
    let there: BTreeSet<&str> =
        routes.list().iter().filter(|route| route.method == "GET").map(|route| route.path).collect();
    let missing: Vec<_> = there.iter().filter(|route| !known.contains_key(**route)).collect();
    assert!(missing.is_empty(), "surfaces.rs does not say how to walk {missing:?}");
    let gone: Vec<_> = known.keys().filter(|route| !there.contains(**route)).collect();
    assert!(gone.is_empty(), "there are no such routes: {gone:?}");
    for route in routes.list().iter().filter(|route| route.method == "GET") {
        if let Of::Nobody(why) = known[route.path] {
            let members = matches!(route.gate, Gate::Member | Gate::Leaving);
            assert!(!members, "{} is for members, and not walked because {why}", route.path);
        }
    }
}
