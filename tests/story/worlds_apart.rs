//! Random worlds in which people are kept apart, walked through the real pages: whatever one of them opens, looks for,
//! is offered or takes along, no byte of what the other made, or is called, is in it.

#[path = "../worlds/mod.rs"]
mod worlds;

use crate::harness::{Answer, Ask, PASSWORD, Page, Person, Site};
use courtyard::base::Act;
use courtyard::db::Value as Sql;
use courtyard::web::Gate;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use std::collections::{BTreeSet, VecDeque};
use worlds::{Numbers, PEOPLE, Value, When, World};

/// Worlds that are walked each time. `COURTYARD_WORLDS=10000`, which tries so many through the views
/// (`db::apart_tests`), walks a fiftieth of them: 200.
const WORLDS: usize = 2;
const SHARE: usize = 50;
/// Pages that are opened by going from link to link, in one world.
const PAGES_MAX: usize = 150;
/// Things of strangers for which each route is asked.
const THINGS_MAX: usize = 6;

/// Everything in an archive, with what is packed in it once more.
const UNPACK: &str = "
import gzip, sys, zipfile
whole = zipfile.ZipFile(sys.argv[1])
for name in whole.namelist():
    held = whole.read(name)
    sys.stdout.buffer.write(name.encode() + held + (gzip.decompress(held) if name.endswith('.gz') else b''))
";

struct Walk<'s> {
    site: &'s Site,
    me: Person<'s>,
    tokens: Vec<String>,
    opened: usize,
}

impl Walk<'_> {
    /// Asks, and looks at each byte that comes.
    fn asks(&mut self, path: &str) -> Answer {
        let answer = self.me.asks(&Ask::get(path));
        self.opened += 1;
        assert!(answer.status < 500, "{path} is told {}", answer.status);
        let said = format!("{:?}{}", answer.headers, answer.text()).to_lowercase();
        self.says_nothing(path, &said);
        answer
    }

    fn says_nothing(&self, path: &str, said: &str) {
        for token in &self.tokens {
            if let Some(at) = said.find(token) {
                let round: String = said[..at].chars().rev().take(300).collect();
                let round: String = round.chars().rev().collect();
                panic!("{path} says {token}: …{round}{}", said[at..].chars().take(100).collect::<String>());
            }
        }
    }

    /// From Home on, each link once.
    fn follows_links(&mut self) {
        let mut known = BTreeSet::new();
        let searches = ["says", "before", "qq", "club"].map(|words| format!("/search?q={words}"));
        let places = [
            "/",
            "/everyone",
            "/people",
            "/contacts",
            "/groups",
            "/chat",
            "/notices",
            "/announcements",
            "/my/photos",
            "/my/record",
        ];
        let offered = [
            "/suggest?q=",
            "/suggest?q=qq",
            "/suggest?q=qqb",
            "/suggest?kind=tags&q=c",
            "/chat/find?q=says",
            "/events?month=2031-03",
        ];
        let mut next: VecDeque<String> =
            places.iter().chain(&offered).map(|path| (*path).to_owned()).chain(searches).collect();
        let mut left = PAGES_MAX;
        while let Some(path) = next.pop_front().filter(|_| left > 0) {
            if !known.insert(path.clone()) {
                continue;
            }
            left -= 1;
            let page = Page::read(&path, self.asks(&path));
            let links = page.links.iter().map(|link| link.to.clone()).chain(page.attributes("src"));
            let own = |link: &String| {
                link.starts_with('/') && !link.starts_with("/assets") && !link.starts_with("//")
            };
            next.extend(links.filter(own).filter_map(|link| link.split('#').next().map(str::to_owned)));
        }
    }

    /// Every route that may be looked at, asked for what strangers made and are.
    fn knocks(&mut self, numbers: &[i64], names: &[String]) {
        let routes: Vec<&str> = self
            .site
            .routes
            .iter()
            .filter(|route| route.method == "GET" && route.path.contains('{'))
            .filter(|route| !matches!(route.gate, Gate::Holds(_) | Gate::HoldsEither(..)))
            .map(|route| route.path)
            .collect();
        assert!(routes.len() > 40, "{routes:?}");
        for route in routes {
            let fill = |number: &str, name: &str| {
                let parts = route.split('/').map(|part| match part {
                    "{username}" => name,
                    "{size}" => "large",
                    "{name}" | "{word}" => "x",
                    part if part.starts_with('{') => number,
                    part => part,
                });
                parts.collect::<Vec<_>>().join("/")
            };
            let paths: BTreeSet<String> = numbers
                .iter()
                .flat_map(|number| names.iter().map(move |name| (number.to_string(), name)))
                .map(|(number, name)| fill(&number, name))
                .collect();
            for path in paths {
                // The path itself may come back in the answer where it was typed: a name is not asked for twice.
                let answer = self.me.asks(&Ask::get(&path));
                self.opened += 1;
                assert!(answer.status < 500, "{path} is told {}", answer.status);
                let said = answer.text().to_lowercase().replace(&path, "");
                self.says_nothing(&path, &said);
                assert!(!(path.contains("/people/") && answer.status == 200), "{path} is there");
            }
        }
    }

    /// What they take along.
    fn takes_along(&mut self) {
        self.me.opens("/my/archive").fills("Your password now", PASSWORD).presses("Make my file");
        self.site.packs();
        self.me.opens("/my/archive");
        let links = self.me.look(|page| page.attributes("href"));
        let Some(file) = links.into_iter().find(|link| link.ends_with("/file")) else { return };
        let folder = tempfile::tempdir().unwrap();
        let zip = folder.path().join("archive.zip");
        std::fs::write(&zip, self.me.asks(&Ask::get(&file)).body).unwrap();
        let told = std::process::Command::new("python3").args(["-c", UNPACK]).arg(&zip).output().unwrap();
        assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
        let said = String::from_utf8_lossy(&told.stdout).to_lowercase();
        assert!(said.len() > 1_000, "an archive without words");
        self.says_nothing("the archive", &said);
    }
}

/// Makes the world in this house; gives its numbers.
fn lays(school: &Site, world: &World, number: i64, people: &[Person<'_>]) -> Numbers {
    let mut ids = [0; PEOPLE];
    ids.iter_mut().zip(people).for_each(|(id, person)| *id = person.id);
    let numbers = Numbers {
        world: number,
        staff: 1,
        people: ids,
        groups: 1_000 * (number + 1),
        items: 100_000 * (number + 1),
        others: 100_000 * (number + 1),
    };
    let rows = world.rows(numbers, false);
    school.write(Act::Upkeep, move |change| {
        for row in rows.iter().filter(|row| row.when != When::Without) {
            let values = row.values.iter().map(|value| match value {
                Value::Null => Sql::Null,
                Value::Int(number) => Sql::Integer(*number),
                Value::Text(text) => Sql::Text(text.clone()),
            });
            change.run(&row.sql, rusqlite::params_from_iter(values))?;
        }
        Ok(())
    });
    numbers
}

#[test]
fn in_any_world_no_page_says_anything_of_somebody_kept_apart() {
    let asked = std::env::var("COURTYARD_WORLDS").ok().and_then(|number| number.parse::<usize>().ok());
    let worlds = asked.map_or(WORLDS, |number| (number / SHARE).max(WORLDS));
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig::default());
    let mut school = house();
    let mut opened = 0;
    for number in 0..worlds {
        // A house that fills up gets slow: a new one now and then.
        if number > 0 && number.is_multiple_of(20) {
            school = house();
        }
        let world = worlds::world(70).new_tree(&mut runner).unwrap().current();
        let shown = format!("{world:?}");
        opened += walks(&school, &world, number as i64, &shown);
    }
    assert!(opened > worlds * 100, "only {opened} pages of {worlds} worlds");
}

/// One in which people see who has read what they wrote, and who is here.
fn house() -> Site {
    let school = Site::school();
    let head = school.head();
    head.opens("/admin/rules").ticks("People see who has read their messages");
    head.ticks("People see who is here and who is typing").presses("Save").is_told(200);
    school
}

/// Walks through one world; gives how many pages that were.
fn walks(school: &Site, world: &World, number: i64, shown: &str) -> usize {
    let blank = Numbers { world: number, staff: 1, people: [0; PEOPLE], groups: 0, items: 0, others: 0 };
    let people: Vec<Person<'_>> =
        (0..PEOPLE).map(|who| school.pupil(&format!("{} n", blank.token(who)))).collect();
    let numbers = lays(school, world, number, &people);
    let strangers: Vec<usize> = (0..PEOPLE).filter(|who| world.strangers()[*who]).collect();
    let tokens = strangers.iter().map(|who| numbers.token(*who)).collect();
    let names: Vec<String> = strangers.iter().map(|who| people[*who].username.clone()).collect();
    let accounts: Vec<i64> = strangers.iter().map(|who| people[*who].id).collect();
    let theirs = numbers.items..numbers.items + world.doings.len() as i64;
    let of_strangers = school.read(|look| {
        let list = format!("[{}]", accounts.iter().map(i64::to_string).collect::<Vec<_>>().join(","));
        look.list(
            "SELECT id FROM seen_top WHERE author_id IN (SELECT value FROM json_each(?1)) AND id >= ?2 AND id < ?3
             UNION SELECT id FROM seen_comment WHERE author_id IN (SELECT value FROM json_each(?1)) AND id >= ?2 AND id < ?3",
            (&list, theirs.start, theirs.end),
            |row| row.get::<_, i64>(0),
        )
    });
    let things: Vec<i64> = of_strangers.into_iter().take(THINGS_MAX).chain(accounts).collect();
    let me = people.into_iter().nth(world.viewer).unwrap();
    let mut walk = Walk { site: school, me, tokens, opened: 0 };
    let held = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        walk.follows_links();
        walk.knocks(&things, &names);
        walk.takes_along();
    }));
    // What leaked stands above this.
    assert!(held.is_ok(), "in this world: {shown}");
    walk.opened
}
