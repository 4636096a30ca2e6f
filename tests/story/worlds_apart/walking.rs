//! Every page, opened in both boxes: it says the same in both.

use super::drawn;
use super::laying::{Laid, Twins};
use super::surfaces::{Of, SURFACES, filled};
use crate::harness::{Answer, Ask, Browser, Pod};
use courtyard::base::{AccountId, Duties, Role};
use courtyard::db::Viewer;
use proptest::test_runner::TestRunner;
use std::collections::BTreeSet;

/// Things for which a page is opened in one world: one that is there in both boxes, and one that is not.
const EACH: usize = 1;

/// What both boxes need not say alike, and no mark of a stranger stands in it all the same. How much room one's own photos take
/// is one's own affair, wherever they are. Staff decide about what third people made whoever reported it and wherever it
/// stands, and in one of the boxes it is somebody else of the staff who did what a stranger did; so do the rules for words
/// count what third people wrote, wherever it stands; whoever audits counts what the whole house did.
const OWN: &[&str] =
    &["/my/space", "/audit", "/evidence", "/desk", "/readings", "/admin", "/apart", "/watch"];

/// The picture of a thing comes to staff with the desk, whoever brought it there: as above, for staff alone.
const PICTURES: &str = "/photos/{id}/{size}";

/// What was opened.
#[derive(Default)]
pub struct Walked {
    pub opened: usize,
    /// Pages for things that strangers made, or that are under those.
    pub lost: usize,
    /// Routes that showed something.
    pub shown: BTreeSet<&'static str>,
    /// What was not as it should be.
    pub wrong: Vec<String>,
}

impl Walked {
    pub fn and(&mut self, more: Walked) {
        self.opened += more.opened;
        self.lost += more.lost;
        self.shown.extend(more.shown);
        self.wrong.extend(more.wrong);
    }
}

/// Opens every page once, and some for one thing of each sort.
pub fn walks(twins: &Twins, laid: &Laid, chance: &mut TestRunner) -> Walked {
    let mut walked = Walked::default();
    let browsers = [&twins.with, &twins.without].map(|pod| laid.browser(pod, laid.viewer));
    let viewer = viewer(laid);
    for route in twins.with.routes.iter().filter(|route| route.method == "GET") {
        let Some((pattern, of)) = SURFACES.iter().find(|(pattern, _)| *pattern == route.path) else {
            continue;
        };
        if !route.gate.lets(&viewer) {
            continue;
        }
        for (path, is_lost) in paths(twins, pattern, of, chance) {
            let (shows, wrong) = opens(twins, laid, &browsers, pattern, &path);
            walked.wrong.extend(wrong);
            walked.opened += 1;
            walked.lost += usize::from(is_lost);
            if shows {
                walked.shown.insert(pattern);
            }
        }
    }
    walked
}

/// Whoever looks, as the gates see them.
fn viewer(laid: &Laid) -> Viewer {
    let (role, duties) = if laid.staff { (Role::Staff, Duties::all()) } else { (Role::Member, Duties::NONE) };
    Viewer::account(AccountId(laid.numbers.people[laid.viewer]), role, duties, "test".into())
}

/// At which paths a page is opened, and whether what it is about is in one box alone.
fn paths(twins: &Twins, pattern: &str, of: &Of, chance: &mut TestRunner) -> Vec<(String, bool)> {
    let (sql, whole) = match of {
        Of::Nobody(_) => return Vec::new(),
        Of::Itself(asked) => return asked.iter().map(|asked| (format!("{pattern}{asked}"), false)).collect(),
        Of::Each(sql) => (*sql, false),
        Of::At(sql) => (*sql, true),
    };
    let (with, without) = (found(&twins.with, sql), found(&twins.without, sql));
    let (both, lost): (Vec<_>, Vec<_>) = with.into_iter().partition(|parts| without.contains(parts));
    let mut paths = Vec::new();
    for (things, is_lost) in [(both, false), (lost, true)] {
        for _ in 0..EACH.min(things.len()) {
            let parts = &things[drawn(&(0..things.len()), chance)];
            let path = if whole { parts[0].clone() } else { filled(pattern, parts) };
            paths.push((path, is_lost));
        }
    }
    paths
}

fn found(pod: &Pod, sql: &str) -> Vec<Vec<String>> {
    let mut asked = pod.file().prepare_cached(sql).unwrap();
    let columns = asked.column_count();
    let text = |row: &rusqlite::Row<'_>, at| {
        Ok(match row.get::<_, courtyard::db::Value>(at)? {
            courtyard::db::Value::Integer(number) => number.to_string(),
            courtyard::db::Value::Text(text) => text,
            other => panic!("no part of a path: {other:?}"),
        })
    };
    let rows = asked.query_map([], |row| (0..columns).map(|at| text(row, at)).collect()).unwrap();
    let mut rows: Vec<Vec<String>> = rows.map(Result::unwrap).collect();
    rows.sort_unstable();
    rows
}

/// Opens one page in both; says whether there was one, and what is wrong with it.
fn opens(
    twins: &Twins,
    laid: &Laid,
    browsers: &[Browser; 2],
    pattern: &str,
    path: &str,
) -> (bool, Option<String>) {
    let ask = Ask::get(path);
    let with = twins.with.asks(&browsers[0], &ask);
    let mut wrong = (with.status >= 500).then(|| format!("{path} is told {}", with.status));
    // What was typed may come back: no page says what the path itself does not.
    let said = format!("{:?}{}", with.headers, with.text()).to_lowercase().replace(&path.to_lowercase(), "");
    if let Some(mark) = laid.mark_in(&said) {
        wrong = Some(format!("{path} says {mark}: {}", round(&said, said.find(mark).unwrap_or_default())));
    }
    let without = twins.without.asks(&browsers[1], &ask);
    let marks_alone = OWN.iter().any(|own| pattern.starts_with(own)) || (laid.staff && pattern == PICTURES);
    if wrong.is_none() && !marks_alone && !is_own(twins, laid, path) {
        wrong = differs(path, &with, &without);
    }
    (with.status == 200, wrong)
}

/// Is this about something that whoever looks made in a place of strangers? What is one's own stays.
fn is_own(twins: &Twins, laid: &Laid, path: &str) -> bool {
    let table = if path.starts_with("/documents/") { "message_file" } else { "item" };
    let id = path.split('/').find_map(|part| part.parse::<i64>().ok());
    let made = |pod: &Pod| {
        let sql = format!("SELECT count(*) FROM {table} WHERE id = ?1 AND author_id = ?2");
        let made = pod.file().prepare_cached(&sql);
        made.unwrap().query_row((id, laid.numbers.people[laid.viewer]), |row| row.get::<_, i64>(0)).unwrap()
    };
    made(&twins.with) > made(&twins.without)
}

/// What both boxes do not say alike, but for what is another each time.
fn differs(path: &str, with: &Answer, without: &Answer) -> Option<String> {
    let head = |answer: &Answer| {
        let named = ["content-type", "location", "content-disposition"];
        (answer.status, named.map(|name| answer.header(name).to_owned()))
    };
    let (one, other) = (plain(&with.text()), plain(&without.text()));
    if (head(with), &one) == (head(without), &other) {
        return None;
    }
    let differs = one.bytes().zip(other.bytes()).position(|(one, other)| one != other);
    let at = differs.unwrap_or(one.len().min(other.len()));
    let (with, without) = (head(with), head(without));
    Some(format!(
        "{path} differs: with them {with:?} {}\nwithout {without:?} {}",
        round(&one, at),
        round(&other, at)
    ))
}

/// The text without what is drawn anew each time: the tokens of forms, the words of drafts, and how many things happened in
/// the whole house.
pub fn plain(text: &str) -> String {
    let mut plain = text.to_owned();
    for (begin, end) in [
        ("name=\"same_site\" value=\"", '"'),
        ("name=\"draft\" value=\"", '"'),
        ("draft=", '"'),
        ("name=\"live-since\" content=\"", '"'),
        ("name=\"key\" value=\"", '"'),
        ("\"seq\":", ','),
        ("/sessions/", '/'),
    ] {
        let mut pieces = plain.split(begin);
        let mut left = pieces.next().unwrap_or_default().to_owned();
        for piece in pieces {
            left.push_str(begin);
            let rest = piece.find([end, '}']).map_or("", |at| &piece[at..]);
            left.push_str(rest);
        }
        plain = left;
    }
    plain
}

/// What stands round this place.
fn round(text: &str, at: usize) -> String {
    let before: Vec<char> = text.get(..at).unwrap_or_default().chars().rev().take(400).collect();
    let before: String = before.into_iter().rev().collect();
    let after: String = text.get(at..).unwrap_or_default().chars().take(200).collect();
    format!("{before}⟦here⟧{after}")
}
