//! That random worlds notice: each place of seen.sql that keeps somebody from somebody is taken out in turn, and some world
//! then looks otherwise than it would if the other had never been here.

use super::apart_tests::worlds::{World, world};
use super::apart_tests::{House, Marks, Seen, differs, member, staff};
use super::apart_tests::worlds::When;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use spoiling::{Spoilt, spoilt};

#[path = "../../tests/worlds/spoiling.rs"]
mod spoiling;

/// Worlds that are tried each time, always the same; what is left is what none of them notices.
/// `COURTYARD_SPOILT=2000` tries so many, and says which of all places is left.
const WORLDS: u64 = 60;
/// What people do in one, at most.
const DOINGS_MAX: usize = 90;

fn drawn(number: u64) -> World {
    let mut bytes = [7; 32];
    bytes[8..16].copy_from_slice(&number.to_le_bytes());
    let seed = TestRng::from_seed(RngAlgorithm::ChaCha, &bytes);
    world(DOINGS_MAX).new_tree(&mut TestRunner::new_with_rng(Config::default(), seed)).unwrap().current()
}

/// Does whoever is kept from somebody see that this view is spoilt?
fn is_noticed(house: &House, spoilt: &Spoilt, world: &World, marks: &Marks, without: &Seen) -> bool {
    house.eyes.while_changing(|| house.sql.execute_batch(&format!("SAVEPOINT spoilt; {}", spoilt.sql))).unwrap();
    let views: Vec<String> =
        house.views.iter().filter(|view| spoilt.above.contains(*view)).cloned().collect();
    let seen = house.seen_in(&member(world.viewer), &views);
    let noticed = marks.leak(&seen).is_some()
        || differs(&seen, without).is_some()
        || marks.leak(&house.seen_in(&staff(world.viewer), &views)).is_some();
    house.sql.execute_batch("ROLLBACK TO spoilt; RELEASE spoilt").unwrap();
    noticed
}

#[test]
fn random_worlds_notice_each_view_that_leaves_nobody_out() {
    let asked = std::env::var("COURTYARD_SPOILT").ok().and_then(|number| number.parse().ok());
    let (house, mut left) = (House::open(), spoilt(include_str!("seen.sql")));
    let all = left.len();
    for number in 0..asked.unwrap_or(WORLDS) {
        let world = drawn(number);
        let marks = Marks::of(&world);
        let without = house.laid(&world, When::Without, |house| house.seen_in(&member(world.viewer), &house.views));
        house.laid(&world, When::With, |house| {
            left.retain(|spoilt| !is_noticed(house, spoilt, &world, &marks, &without));
        });
    }
    for spoilt in left.iter().filter(|_| asked.is_some()) {
        eprintln!("not noticed: {}: {}", spoilt.name(), spoilt.said);
    }
    assert!(all > 120, "only {all} places");
}
