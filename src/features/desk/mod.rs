//! The desk: what waits for staff in one list, each case whole on one page, and what was decided.

mod case_store;
mod case_views;
mod exhibits;
mod pages;
mod photo_pages;
mod photo_views;
mod shield_views;
mod store;
mod talk;
mod talk_pages;
mod talk_views;
mod views;
mod watch_pages;
mod watch_store;
mod watch_views;

pub use exhibits::{Exhibit, exhibits, named};
pub use pages::routes;
pub use store::{Who, people};

use crate::base::{AccountId, ItemId};

/// What one line of the desk is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Matter {
    /// A post, comment or photo that was reported.
    Reported(ItemId),
    /// A person who was reported; with the report that stands for all of them.
    Person(AccountId, i64),
    /// An item that waits to be seen.
    Held(ItemId),
    /// What a word rule brought up: the item, where it is one to decide about, and the case.
    Watched(Option<ItemId>, i64),
}

/// One line of the desk, before it is filled with words.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Head {
    /// 0 for fear for somebody and what is urgent, 1 for a concern, 2 for what is only good to know: a lower one stands
    /// first.
    pub rank: i64,
    /// The id of the report, of the case of a word rule, or of the held item: its place in its own row of waiting.
    pub id: i64,
    /// Since when, milliseconds since 1970. A label: it only decides between rows of waiting.
    pub since_ms: i64,
    /// What it is about.
    pub matter: Matter,
}

/// Where a page of the desk ended: the next one begins after it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Cursor {
    /// Whether the last report was without urgency: 0 or 1.
    pub calm: i64,
    /// The last report.
    pub report: i64,
    /// The last held item.
    pub held: i64,
    /// The rank of the last case of a word rule.
    pub rank: i64,
    /// The last case of a word rule.
    pub watched: i64,
}

impl Cursor {
    /// The beginning.
    pub const START: Cursor = Cursor { calm: 0, report: 0, held: 0, rank: 0, watched: 0 };

    /// As it stands in an address: `1-57-903-1-12`.
    pub fn words(self) -> String {
        format!("{}-{}-{}-{}-{}", self.calm, self.report, self.held, self.rank, self.watched)
    }

    /// Reads what [`Cursor::words`] wrote; anything else is the beginning.
    pub fn parse(text: &str) -> Cursor {
        let numbers: Vec<i64> =
            text.split('-').filter_map(|part| part.parse::<u32>().ok()).map(i64::from).collect();
        match numbers[..] {
            [calm, report, held, rank, watched] => Cursor { calm, report, held, rank, watched },
            _ => Cursor::START,
        }
    }
}

/// One page of the desk from three rows of waiting (reports, cases of word rules, held items), each already in its own
/// order: what is urgent first, then what waits longest. Gives also where the next page begins, if there is more.
pub fn merge(after: Cursor, rows: [Vec<Head>; 3], rows_max: usize) -> (Vec<Head>, Option<Cursor>) {
    let mut rows = rows.map(|row| row.into_iter().peekable());
    let (mut page, mut end) = (Vec::with_capacity(rows_max), after);
    while page.len() < rows_max {
        let first = rows
            .iter_mut()
            .enumerate()
            .filter_map(|(number, row)| row.peek().map(|head| ((head.rank, head.since_ms), number)));
        let Some((_, number)) = first.min() else { return (page, None) };
        let Some(head) = rows.get_mut(number).and_then(Iterator::next) else { break };
        match number {
            0 => (end.calm, end.report) = (head.rank, head.id),
            1 => (end.rank, end.watched) = (head.rank, head.id),
            _ => end.held = head.id,
        }
        page.push(head);
    }
    let more = rows.iter_mut().any(|row| row.peek().is_some());
    (page, more.then_some(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(id: i64, urgent: bool, since_ms: i64) -> Head {
        Head { rank: i64::from(!urgent), id, since_ms, matter: Matter::Reported(ItemId(id + 100)) }
    }

    fn held(id: i64, since_ms: i64) -> Head {
        Head { rank: 1, id, since_ms, matter: Matter::Held(ItemId(id)) }
    }

    fn watched(id: i64, severity: i64, since_ms: i64) -> Head {
        Head { rank: 3 - severity, id, since_ms, matter: Matter::Watched(None, id) }
    }

    fn ids(page: &[Head]) -> Vec<i64> {
        page.iter().map(|head| head.id).collect()
    }

    #[test]
    fn fear_for_somebody_comes_first_and_then_what_waits_longest() {
        let reports = vec![report(9, true, 900), report(2, false, 200), report(5, false, 500)];
        let (page, more) = merge(Cursor::START, [reports, vec![], vec![held(40, 100), held(41, 300)]], 10);
        assert_eq!(ids(&page), [9, 40, 2, 41, 5]);
        assert_eq!(more, None);
    }

    #[test]
    fn what_word_rules_bring_up_stands_by_its_severity_and_then_its_age() {
        let cases = vec![watched(70, 3, 950), watched(71, 2, 250), watched(72, 1, 10)];
        let reports = vec![report(9, true, 900), report(2, false, 200)];
        let (page, _) = merge(Cursor::START, [reports, cases, vec![held(40, 100)]], 10);
        assert_eq!(ids(&page), [9, 70, 40, 2, 71, 72]);
    }

    #[test]
    fn a_clock_that_ran_backwards_changes_no_order_within_a_row() {
        let reports = vec![report(1, false, 900), report(2, false, 100)];
        let (page, _) = merge(Cursor::START, [reports, vec![], vec![]], 10);
        assert_eq!(ids(&page), [1, 2]);
    }

    #[test]
    fn the_next_page_begins_where_this_one_ended() {
        let reports = vec![report(3, true, 5), report(1, false, 1), report(2, false, 4)];
        let cases = vec![watched(8, 3, 6)];
        let (page, more) = merge(Cursor::START, [reports, cases, vec![held(7, 2), held(8, 3)]], 4);
        assert_eq!(ids(&page), [3, 8, 1, 7]);
        let end = more.expect("there is more");
        assert_eq!(end, Cursor { calm: 1, report: 1, held: 7, rank: 0, watched: 8 });
        assert_eq!(Cursor::parse(&end.words()), end);
        // A page of held items alone does not forget how far the reports were.
        let (_, more) = merge(end, [vec![report(2, false, 9)], vec![], vec![held(8, 3)]], 1);
        assert_eq!(more, Some(Cursor { held: 8, ..end }));
    }

    #[test]
    fn an_address_that_says_nothing_useful_is_the_beginning() {
        for text in ["", "1", "a-b-c-d-e", "1-2-3-4", "1-2-3-4-5-6", "1--2"] {
            assert_eq!(Cursor::parse(text), Cursor::START, "{text}");
        }
    }
}
