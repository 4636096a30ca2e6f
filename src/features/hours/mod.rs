//! Hours of use: when members may come in, by a timetable of the site and of groups; and whether the clock of the box can be believed.
//!
//! The rules are in `base/hours.rs`, what is asked at the door in `Rules::door`, the door itself in `web/closed.rs`.

mod pages;
mod store;
mod views;

pub use pages::routes;
pub use store::{known_ms, load};

use crate::base::hours::{OTHERWISE_MAX, read_day, read_otherwise};
use crate::base::{Error, GroupId, Problem, Problems, Result, Timetable, Topic};
use crate::db::Change;

/// Whose hours: of a group, or of the site.
pub type Scope = Option<GroupId>;

/// The fields of the days of the week.
pub(super) const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// A timetable as it was typed: a line for each day of the week, and lines for days that are otherwise.
#[derive(Clone, Debug, Default)]
pub(super) struct Typed {
    pub week: [String; 7],
    pub otherwise: String,
}

impl Typed {
    /// As a timetable is typed.
    fn of(table: &Timetable) -> Typed {
        let words = table.words();
        let mut lines = words.lines().map(str::to_owned);
        let week = std::array::from_fn(|_| lines.next().unwrap_or_default());
        Typed { week, otherwise: lines.collect::<Vec<_>>().join("\n") }
    }

    /// The timetable, or every problem at once.
    fn read(&self) -> Result<Timetable> {
        let mut problems = Problems::new();
        let mut table = Timetable::default();
        for (place, text) in self.week.iter().enumerate() {
            match read_day(text) {
                Some(day) => table.week[place] = day,
                None => problems.push((DAYS[place], Problem::NotUnderstood)),
            }
        }
        let lines = self.otherwise.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
        for (place, line) in lines {
            match read_otherwise(line) {
                Some((day, _)) if table.otherwise.contains_key(&day) => {
                    problems.push(("otherwise", Problem::Twice));
                }
                Some((day, stretches)) => drop(table.otherwise.insert(day, stretches)),
                None => problems.push(("otherwise", Problem::BadLine { line: place + 1 })),
            }
        }
        if table.otherwise.len() > OTHERWISE_MAX {
            problems.push(("otherwise", Problem::TooMany { limit: OTHERWISE_MAX }));
        }
        // A timetable by which nobody may ever come in is a slip of the hand.
        if problems.is_empty() && table.is_empty() {
            problems.push((DAYS[0], Problem::Missing));
        }
        if problems.is_empty() { Ok(table) } else { Err(Error::Invalid(problems)) }
    }
}

/// Sets the hours of a group or of the site.
///
/// # Errors
/// `NotFound` where there is no such group; `Invalid` with each line that cannot be understood.
fn set(change: &mut Change<'_>, scope: Scope, typed: &Typed) -> Result<()> {
    check(change, scope)?;
    let words = typed.read()?.words();
    store::set(change, scope, &words)?;
    note(change, scope, &words);
    Ok(())
}

/// From now on a group goes by the hours of the site, or the site has none.
///
/// # Errors
/// `NotFound` where it has none.
fn remove(change: &mut Change<'_>, scope: Scope) -> Result<()> {
    check(change, scope)?;
    if store::remove(change, scope)? == 0 {
        return Err(Error::NotFound);
    }
    note(change, scope, "");
    Ok(())
}

fn check(change: &Change<'_>, scope: Scope) -> Result<()> {
    match scope {
        Some(group) => store::name(change, group).map(drop),
        None => Ok(()),
    }
}

fn note(change: &mut Change<'_>, scope: Scope, words: &str) {
    if let Some(group) = scope {
        change.about("group", group.0);
    }
    // In one line: "08:00–12:00 | … | 2026-12-24".
    change.because("hours", &words.split('\n').collect::<Vec<_>>().join(" | "));
    change.touch(Topic::House(None), None);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(typed: &Typed) -> Vec<&'static str> {
        match typed.read() {
            Err(Error::Invalid(problems)) => problems.into_iter().map(|(field, _)| field).collect(),
            _ => Vec::new(),
        }
    }

    #[test]
    fn every_line_that_cannot_be_read_is_told_at_once_and_nothing_at_all_is_no_timetable() {
        let mut typed = Typed { otherwise: "2026-12-24\n\nsoon\n2026-12-24 8-9".into(), ..Typed::default() };
        typed.week[0] = "8-12".into();
        typed.week[3] = "late".into();
        assert_eq!(problems(&typed), ["thu", "otherwise", "otherwise"]);
        assert_eq!(problems(&Typed::default()), ["mon"]);
        typed.week[3].clear();
        typed.otherwise = "2026-12-24".into();
        let table = typed.read().unwrap();
        assert_eq!(Typed::of(&table).week[0], "08:00–12:00");
        assert_eq!(Typed::of(&table).otherwise, "2026-12-24");
    }
}
