//! Random schedules of talking against the whole program: what everybody's open page shows in the end is what a fresh
//! page shows, and what a small model says: exactly the messages that they may see, once, in order.

mod end;
mod model;
mod play;

use crate::harness::Site;
use play::Play;
use proptest::prelude::{Just, Strategy, any, prop, prop_oneof};
use proptest::test_runner::{Config, TestCaseError, TestError, TestRunner};
use std::cell::{Cell, RefCell};
use std::time::Duration;

/// How many schedules, unless `COURTYARD_SCHEDULES` says; others each time. Whoever changes chat plays hundreds.
const SCHEDULES: u32 = 40;
const STEPS: std::ops::Range<usize> = 10..60;

/// Something that happens. Who and which are numbers that fit whatever there is at that moment.
#[derive(Clone, Debug)]
pub enum Step {
    Send {
        who: usize,
    },
    /// The answer never comes: their page does not know whether it was sent.
    SendUnanswered {
        who: usize,
    },
    /// Sends again, by the same key, what was sent once.
    Retry {
        which: usize,
    },
    /// The same message from two connections in the same moment.
    SendTwice {
        who: usize,
    },
    Edit {
        which: usize,
    },
    TakeBack {
        which: usize,
    },
    /// Of somebody else's; it is refused.
    TakeAnothers {
        who: usize,
        which: usize,
    },
    React {
        who: usize,
        which: usize,
    },
    Cut {
        who: usize,
    },
    Reconnect {
        who: usize,
    },
    Reload {
        who: usize,
    },
    Restart,
    Hold {
        all: bool,
    },
    LetThrough {
        which: usize,
    },
    TakeAway {
        which: usize,
    },
    Block {
        who: usize,
        whom: usize,
    },
    Unblock {
        who: usize,
        whom: usize,
    },
    Leave {
        who: usize,
    },
    Add {
        who: usize,
        whom: usize,
    },
}

fn step() -> impl Strategy<Value = Step> {
    let n = || any::<prop::sample::Index>().prop_map(|index| index.index(1 << 16));
    prop_oneof![
        14 => n().prop_map(|who| Step::Send { who }),
        3 => n().prop_map(|who| Step::SendUnanswered { who }),
        4 => n().prop_map(|which| Step::Retry { which }),
        1 => n().prop_map(|who| Step::SendTwice { who }),
        5 => n().prop_map(|which| Step::Edit { which }),
        4 => n().prop_map(|which| Step::TakeBack { which }),
        1 => (n(), n()).prop_map(|(who, which)| Step::TakeAnothers { who, which }),
        6 => (n(), n()).prop_map(|(who, which)| Step::React { who, which }),
        7 => n().prop_map(|who| Step::Cut { who }),
        6 => n().prop_map(|who| Step::Reconnect { who }),
        1 => n().prop_map(|who| Step::Reload { who }),
        1 => Just(Step::Restart),
        3 => any::<bool>().prop_map(|all| Step::Hold { all }),
        5 => n().prop_map(|which| Step::LetThrough { which }),
        3 => n().prop_map(|which| Step::TakeAway { which }),
        2 => (n(), n()).prop_map(|(who, whom)| Step::Block { who, whom }),
        2 => (n(), n()).prop_map(|(who, whom)| Step::Unblock { who, whom }),
        2 => n().prop_map(|who| Step::Leave { who }),
        3 => (n(), n()).prop_map(|(who, whom)| Step::Add { who, whom }),
    ]
}

#[test]
fn whatever_happens_each_page_ends_with_what_its_reader_may_see_once_and_in_order() {
    let number = |name: &str| std::env::var(name).ok().and_then(|count| count.parse().ok());
    let config = Config {
        cases: number("COURTYARD_SCHEDULES").unwrap_or(SCHEDULES),
        failure_persistence: None,
        // Long enough to make a failing schedule short, and short enough to wait for.
        max_shrink_time: number("COURTYARD_SHRINK_MS").unwrap_or(60_000),
        max_shrink_iters: 500,
        ..Config::default()
    };
    let school = RefCell::new(Site::school_with_clock());
    school.borrow().head().opens("/admin/rules").ticks("Everybody").presses("Save").is_told(200);
    let schedules = (3_usize..=5, proptest::collection::vec(step(), STEPS));
    // Once one has failed, the shorter ones are not waited for so long.
    let patience = Cell::new(Duration::from_secs(30));
    let found = TestRunner::new(config).run(&schedules, |(people, steps)| {
        let mut school = school.borrow_mut();
        let mut play = Play::begin(&mut school, people, patience.get());
        let played = steps.iter().try_for_each(|step| play.does(step)).and_then(|()| play.ends());
        played.map_err(|wrong| {
            patience.set(Duration::from_millis(400));
            TestCaseError::fail(format!("{wrong}\n\n{}", play.told()))
        })
    });
    match found {
        Ok(()) => (),
        Err(TestError::Fail(wrong, (people, _))) => panic!("{people} people: {wrong}"),
        Err(other) => panic!("{other}"),
    }
}
