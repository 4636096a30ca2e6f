//! That random worlds notice: each place of seen.sql that keeps somebody from somebody is taken out in turn, and some world
//! then looks otherwise than it would if the other had never been here.

use super::apart_tests::worlds::{When, World, world};
use super::apart_tests::{House, Marks, Seen, differs, member, staff};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use spoiling::{Spoilt, spoilt};

#[path = "../../tests/worlds/spoiling.rs"]
mod spoiling;

/// Worlds that are tried each time, always the same; what is left is what none of them notices.
/// `COURTYARD_SPOILT=2000` tries so many, and says which of all places is left.
const WORLDS: u64 = 8;
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
    house
        .eyes
        .while_changing(|| house.sql.execute_batch(&format!("SAVEPOINT spoilt; {}", spoilt.sql)))
        .unwrap();
    let (me, as_staff) = (member(world.viewer), staff(world.viewer));
    // The view itself first: mostly it is enough.
    let mut views: Vec<&String> = house.views.iter().filter(|view| spoilt.above.contains(*view)).collect();
    views.sort_by_key(|view| **view != spoilt.view);
    let noticed = views.iter().any(|view| {
        let seen = house.seen_in(&me, std::slice::from_ref(*view));
        marks.leak(&seen).is_some()
            || differs(&seen, without).is_some()
            || marks.leak(&house.seen_in(&as_staff, std::slice::from_ref(*view))).is_some()
    });
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
        let me = member(world.viewer);
        let without = house.laid(&world, When::Without, |house| house.seen_in(&me, &house.views));
        house.laid(&world, When::With, |house| {
            left.retain(|spoilt| !is_noticed(house, spoilt, &world, &marks, &without));
        });
    }
    for spoilt in left.iter().filter(|_| asked.is_some()) {
        eprintln!("not noticed: {}: {}", spoilt.name(), spoilt.said);
    }
    let noticed = all - left.len();
    assert!(all > 120 && noticed * 10 > all * 3, "{noticed} of {all} places");
}
