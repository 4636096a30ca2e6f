//! Who sees which post, in random small worlds, against the rule in plain Rust.

use super::*;
use crate::base::{AccountId, Act, Clock, Duties, Result, Role};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// People of a world; ids 1 to this.
const PEOPLE: i64 = 5;

/// One post of a world.
#[derive(Clone, Debug)]
struct Made {
    author: i64,
    audience: usize,
    targets: BTreeSet<i64>,
    state: usize,
}

/// A world: who shares with whom, who is in which group or aspect, who blocked whom, and the posts.
/// Groups are 1 and 2; aspect N belongs to person N.
#[derive(Clone, Debug)]
struct World {
    contacts: BTreeSet<(i64, i64)>,
    members: BTreeSet<(i64, i64)>,
    aspects: BTreeSet<(i64, i64)>,
    blocks: BTreeSet<(i64, i64)>,
    posts: Vec<Made>,
}

const AUDIENCES: [&str; 6] = ["everyone", "groups", "contacts", "aspects", "people", "only_me"];
const STATES: [&str; 3] = ["shown", "held", "removed"];

fn pairs(first: i64, second: i64, most: usize) -> impl Strategy<Value = BTreeSet<(i64, i64)>> {
    let pair = (1..=first, 1..=second);
    proptest::collection::btree_set(pair, 0..most)
}

fn world() -> impl Strategy<Value = World> {
    let made = (1..=PEOPLE, 0..6usize, proptest::collection::btree_set(1..=PEOPLE, 1..3), 0..3usize)
        .prop_map(|(author, audience, targets, state)| Made { author, audience, targets, state });
    let others = |set: BTreeSet<(i64, i64)>| set.into_iter().filter(|(a, b)| a != b).collect::<BTreeSet<_>>();
    let posts = proptest::collection::vec(made, 1..12);
    (
        pairs(PEOPLE, PEOPLE, 10),
        pairs(2, PEOPLE, 6),
        pairs(PEOPLE, PEOPLE, 8),
        pairs(PEOPLE, PEOPLE, 4),
        posts,
    )
        .prop_map(move |(contacts, members, aspects, blocks, posts)| World {
            contacts: others(contacts),
            members,
            aspects,
            blocks: others(blocks),
            posts,
        })
}

/// The rule, said once more in plain words.
fn sees(world: &World, viewer: i64, post: &Made) -> bool {
    if post.author == viewer {
        return STATES[post.state] != "removed"; // removed by themselves, in these worlds
    }
    let blocked =
        world.blocks.contains(&(viewer, post.author)) || world.blocks.contains(&(post.author, viewer));
    let reached = match AUDIENCES[post.audience] {
        "everyone" => true,
        "groups" => post.targets.iter().any(|group| world.members.contains(&(*group, viewer))),
        "contacts" => world.contacts.contains(&(post.author, viewer)),
        "aspects" => post.targets.iter().any(|aspect| world.aspects.contains(&(*aspect, viewer))),
        "people" => post.targets.contains(&viewer),
        _ => false,
    };
    reached && !blocked && STATES[post.state] == "shown"
}

fn fill(change: &mut Change<'_>, world: &World) -> Result<()> {
    for table in [
        "mention",
        "item_to",
        "case_group",
        "\"case\"",
        "post",
        "item",
        "aspect_person",
        "aspect",
        "block",
        "contact",
        "membership",
    ] {
        change.run(&format!("DELETE FROM {table}"), [])?;
    }
    for person in 1..=PEOPLE {
        change.run("INSERT INTO aspect (id, owner_id, name) VALUES (?1, ?1, 'mine')", [person])?;
    }
    let rows: [(&str, &BTreeSet<(i64, i64)>); 4] = [
        ("INSERT INTO contact (owner_id, person_id, since_at) VALUES (?1, ?2, 0)", &world.contacts),
        ("INSERT INTO membership (group_id, account_id, since_at) VALUES (?1, ?2, 0)", &world.members),
        ("INSERT INTO aspect_person (aspect_id, person_id) VALUES (?1, ?2)", &world.aspects),
        ("INSERT INTO block (owner_id, person_id, since_at) VALUES (?1, ?2, 0)", &world.blocks),
    ];
    for (sql, pairs) in rows {
        for (one, other) in pairs {
            change.run(sql, [one, other])?;
        }
    }
    for (id, post) in (1_i64..).zip(&world.posts) {
        let (audience, state) = (AUDIENCES[post.audience], STATES[post.state]);
        let by = (state == "removed").then_some(post.author);
        change.run(
            "INSERT INTO item (id, kind, author_id, audience, state, removed_by, made_at)
             VALUES (?1, 'post', ?2, ?3, ?4, ?5, 0)",
            params![id, post.author, audience, state, by],
        )?;
        change.run("INSERT INTO post (id, body) VALUES (?1, 'x')", [id])?;
        let kind = match audience {
            "groups" => "group",
            "aspects" => "aspect",
            "people" => "person",
            _ => continue,
        };
        for target in &post.targets {
            change.run("INSERT INTO item_to VALUES (?1, ?2, ?3)", params![id, kind, target])?;
        }
    }
    Ok(())
}

fn viewer(id: i64) -> Viewer {
    Viewer::account(AccountId(id), Role::Member, Duties::NONE, "test".into())
}

#[test]
fn in_any_world_everybody_sees_exactly_what_the_rule_says() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let db = Db::open(&folder.path().join("courtyard.db"), 1, Clock::real(), |_, _| ()).unwrap();
    let first = viewer(1);
    let people = db.write(&first, Act::AddAccounts, |change| {
        for id in 1..=PEOPLE {
            change.run(
                "INSERT INTO account (id, username, shown_name, role, made_at) VALUES (?1, 'p' || ?1, 'P', 'member', 0)",
                [id],
            )?;
        }
        for id in 1..=2 {
            change.run("INSERT INTO \"group\" (id, name, kind, made_at) VALUES (?1, 'g' || ?1, 'club', 0)", [id])?;
        }
        Ok(())
    });
    runtime.block_on(people).unwrap();
    let mut runner =
        proptest::test_runner::TestRunner::new(ProptestConfig { cases: 200, ..ProptestConfig::default() });
    let held = runner.run(&world(), |world| {
        let laid = world.clone();
        runtime.block_on(db.write(&first, Act::Upkeep, move |change| fill(change, &laid))).unwrap();
        for id in 0..=PEOPLE {
            let who = if id == 0 { Viewer::stranger() } else { viewer(id) };
            let seen = runtime.block_on(db.read(&who, |look| {
                look.list("SELECT id FROM seen_root ORDER BY id", [], |row| row.get::<_, i64>(0))
            }));
            let expected: Vec<i64> = (1..)
                .zip(&world.posts)
                .filter(|(_, post)| id > 0 && sees(&world, id, post))
                .map(|(number, _)| number)
                .collect();
            prop_assert_eq!(seen.unwrap(), expected, "viewer {}", id);
        }
        Ok(())
    });
    held.unwrap();
    db.close();
}
