//! Open pages of whoever only reads from now on, or writes again, fetch themselves anew; nobody else's do, nor can tell.

use crate::harness::{Listener, Person, Site};
use courtyard::base::{Approval, Duty};

const ANEW: &str = "action=\"anew\"";

/// A page that is open, and what its reader sees when it is fetched again.
struct Open<'p, 's> {
    person: &'p Person<'s>,
    page: Listener<'s>,
}

/// The same page, open at each of them.
fn at<'p, 's>(page: &str, people: &[&'p Person<'s>]) -> Vec<Open<'p, 's>> {
    let open = |person: &&'p Person<'s>| Open { person, page: person.opens(page).listens() };
    people.iter().map(open).collect()
}

impl Open<'_, '_> {
    /// It is told to fetch itself anew, and is that page from then on. Gives after how many milliseconds.
    fn turns(&mut self) -> u64 {
        let told = self.page.hears(ANEW);
        let wait = told.rsplit("wait=\"").next().and_then(|rest| rest.split('"').next());
        let path = self.person.look(|page| page.path.clone());
        self.page = self.person.opens(&path).listens();
        wait.and_then(|wait| wait.parse().ok()).unwrap_or_else(|| panic!("no moment: {told}"))
    }

    fn offers(&self, word: &str) -> bool {
        self.person.can_press(word)
    }
}

/// None of these pages was told that it is to fetch itself anew: whatever came before the second of two comments has come.
fn are_told_nothing(by: &Person<'_>, post: &str, pages: &mut [Open<'_, '_>]) {
    let words = [0, 1].map(|_| {
        let words = format!("Sentinel {}", next());
        by.comments_on(post, &words);
        words
    });
    for open in pages {
        let heard = open.page.hears(&words[1]);
        assert!(heard.contains(&words[0]) && !heard.contains(ANEW), "{}: {heard}", open.person.name);
    }
}

/// Another number each time.
fn next() -> u64 {
    use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
    static NEXT: AtomicU64 = AtomicU64::new(1);
    NEXT.fetch_add(1, Relaxed)
}

#[test]
fn what_staff_set_about_one_person_turns_the_open_pages_of_that_person_at_once_and_no_others() {
    let school = Site::school();
    let (mia, tom) = (school.pupil("Mia"), school.pupil("Tom"));
    let fox = school.staff("Ms Fox", &[Duty::Moderate, Duty::Accounts]);
    let post = mia.posts("A heron").to_everyone();
    let level = format!("/admin/people/{}/level", tom.id);
    let staff = school.is_in(fox.elsewhere());
    let mut of_tom = at(&post, &[&tom]);
    let mut others = at(&post, &[&mia, &fox]);
    for by_level in [false, true] {
        assert!(of_tom[0].offers("Send"));
        if by_level {
            staff.opens(&level).ticks("They only read").presses("Save").is_told(200);
        } else {
            staff.sets_about(&tom, "Read-only", "One day", "Look on for a day.");
        }
        assert_eq!(of_tom[0].turns(), 0, "it is about one account");
        assert!(!of_tom[0].offers("Send") && !of_tom[0].offers("Heart"));
        if by_level {
            staff.opens(&level).ticks("Nothing waits").presses("Save").is_told(200);
        } else {
            staff.lifts(&tom, "Read-only", "");
        }
        assert_eq!(of_tom[0].turns(), 0);
        assert!(of_tom[0].offers("Send"));
    }
    // What takes nothing away turns no page, not even of whom it is about.
    staff.opens(&level).ticks("Everything waits").presses("Save").is_told(200);
    staff.sets_about(&tom, "Warning", "One day", "Be kind.");
    are_told_nothing(&mia, &post, &mut of_tom);
    are_told_nothing(&mia, &post, &mut others);
}

#[test]
fn a_group_that_rests_turns_the_pages_of_its_members_each_at_a_moment_of_their_own() {
    let school = Site::school();
    let (mia, tom, zoe) = (school.pupil("Mia"), school.pupil("Tom"), school.pupil("Zoe"));
    let fox = school.staff("Ms Fox", &[Duty::Moderate]);
    let class = school.has_a_group("5b", &[&mia, &tom, &fox]);
    let post = zoe.posts("For all").to_everyone();
    let staff = school.is_in(fox.elsewhere());
    let group = format!("/groups/{class}");
    let mut members = at(&post, &[&mia, &tom]);
    let mut others = at(&post, &[&zoe, &fox]);
    let turn = |number: usize| match number {
        0 => staff.opens(&group).follows("Pause all writing").presses("Pause it now").is_told(200),
        1 => staff.opens(&group).presses("Let everybody write again").is_told(200),
        2 => staff.opens(&format!("{group}/level")).ticks("Nobody posts").presses("Save").is_told(200),
        _ => staff.opens(&format!("{group}/level")).ticks("Nothing waits").presses("Save").is_told(200),
    };
    for number in 0..4 {
        turn(number);
        let moments: Vec<u64> = members.iter_mut().map(Open::turns).collect();
        assert!(moments[0] != moments[1] && moments.iter().all(|ms| *ms < 10_000), "{moments:?}");
    }
    // Two reasons at once are one: the second turns nothing.
    turn(0);
    for open in &mut members {
        open.turns();
    }
    turn(2);
    are_told_nothing(&zoe, &post, &mut members);
    are_told_nothing(&zoe, &post, &mut others);
}

#[test]
fn a_house_in_which_nobody_posts_turns_the_pages_of_members_and_a_pause_of_all_leaves_them_as_they_are() {
    let school = Site::school();
    let (mia, tom) = (school.pupil("Mia"), school.pupil("Tom"));
    let fox = school.staff("Ms Fox", &[Duty::Moderate]);
    let post = fox.posts("For all").to_everyone();
    let mut members = at(&post, &[&mia, &tom]);
    let mut of_fox = at(&post, &[&fox]);
    for (rule, offered) in [(Approval::ReadOnly, false), (Approval::Open, true)] {
        school.rules(rule);
        for open in &mut members {
            assert!(open.turns() < 10_000);
            assert_eq!(open.offers("Send"), offered);
        }
    }
    let staff = school.is_in(fox.elsewhere());
    are_told_nothing(&staff, &post, &mut of_fox);
    // A pause of all is said over the pages, which stay as they are; so do those that were fetched while it held.
    staff.opens("/desk/freeze").presses("Pause it now").is_told(200);
    are_told_nothing(&staff, &post, &mut members);
    let mut meanwhile = at(&post, &[&mia, &tom]);
    assert!(!meanwhile[0].offers("Send"));
    staff.opens("/desk").presses("Let everybody write again").is_told(200);
    are_told_nothing(&staff, &post, &mut meanwhile);
    are_told_nothing(&staff, &post, &mut members);
}
