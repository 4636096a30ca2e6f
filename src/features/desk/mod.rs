//! The desk: what waits for staff in one list, each case whole on one page, and what was decided.

mod case_store;
mod case_views;
mod pages;
mod photo_pages;
mod photo_views;
mod shield_views;
mod store;
mod talk;
mod talk_pages;
mod talk_views;
mod views;

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
}

/// One line of the desk, before it is filled with words.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Head {
    /// Fear for somebody: stands before everything else.
    pub urgent: bool,
    /// The id of the report, or of the held item: its place in its own row of waiting.
    pub id: i64,
    /// Since when, milliseconds since 1970. A label: it only decides between a report and a held item.
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
}

impl Cursor {
    /// The beginning.
    pub const START: Cursor = Cursor { calm: 0, report: 0, held: 0 };

    /// As it stands in an address: `1-57-903`.
    pub fn words(self) -> String {
        format!("{}-{}-{}", self.calm, self.report, self.held)
    }

    /// Reads what [`Cursor::words`] wrote; anything else is the beginning.
    pub fn parse(text: &str) -> Cursor {
        let numbers: Vec<i64> =
            text.split('-').filter_map(|part| part.parse::<u32>().ok()).map(i64::from).collect();
        match numbers[..] {
            [calm, report, held] => Cursor { calm, report, held },
            _ => Cursor::START,
        }
    }
}

/// One page of the desk from two rows of waiting, each already in its own order: what is urgent first,
/// then what waits longest. Gives also where the next page begins, if there is more.
pub fn merge(
    after: Cursor,
    reports: Vec<Head>,
    held: Vec<Head>,
    rows_max: usize,
) -> (Vec<Head>, Option<Cursor>) {
    let (mut reports, mut held) = (reports.into_iter().peekable(), held.into_iter().peekable());
    let (mut page, mut end) = (Vec::with_capacity(rows_max), after);
    while page.len() < rows_max {
        let report_first = match (reports.peek(), held.peek()) {
            (None, None) => return (page, None),
            (Some(_), None) => true,
            (None, Some(_)) => false,
            (Some(report), Some(item)) => report.urgent || report.since_ms <= item.since_ms,
        };
        let Some(head) = (if report_first { reports.next() } else { held.next() }) else { break };
        if report_first {
            (end.calm, end.report) = (i64::from(!head.urgent), head.id);
        } else {
            end.held = head.id;
        }
        page.push(head);
    }
    let more = reports.peek().is_some() || held.peek().is_some();
    (page, more.then_some(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(id: i64, urgent: bool, since_ms: i64) -> Head {
        Head { urgent, id, since_ms, matter: Matter::Reported(ItemId(id + 100)) }
    }

    fn held(id: i64, since_ms: i64) -> Head {
        Head { urgent: false, id, since_ms, matter: Matter::Held(ItemId(id)) }
    }

    #[test]
    fn fear_for_somebody_comes_first_and_then_what_waits_longest() {
        let reports = vec![report(9, true, 900), report(2, false, 200), report(5, false, 500)];
        let (page, more) = merge(Cursor::START, reports, vec![held(40, 100), held(41, 300)], 10);
        assert_eq!(page.iter().map(|head| head.id).collect::<Vec<_>>(), [9, 40, 2, 41, 5]);
        assert_eq!(more, None);
    }

    #[test]
    fn a_clock_that_ran_backwards_changes_no_order_within_a_row() {
        let reports = vec![report(1, false, 900), report(2, false, 100)];
        let (page, _) = merge(Cursor::START, reports, vec![], 10);
        assert_eq!(page.iter().map(|head| head.id).collect::<Vec<_>>(), [1, 2]);
    }

    #[test]
    fn the_next_page_begins_where_this_one_ended() {
        let reports = vec![report(3, true, 5), report(1, false, 1), report(2, false, 4)];
        let (page, more) = merge(Cursor::START, reports, vec![held(7, 2), held(8, 3)], 3);
        assert_eq!(page.iter().map(|head| head.id).collect::<Vec<_>>(), [3, 1, 7]);
        let end = more.expect("there is more");
        assert_eq!(end, Cursor { calm: 1, report: 1, held: 7 });
        assert_eq!(Cursor::parse(&end.words()), end);
        // A page of held items alone does not forget how far the reports were.
        let (_, more) = merge(end, vec![report(2, false, 9)], vec![held(8, 3)], 1);
        assert_eq!(more, Some(Cursor { calm: 1, report: 1, held: 8 }));
    }

    #[test]
    fn an_address_that_says_nothing_useful_is_the_beginning() {
        for text in ["", "1", "a-b-c", "1-2-3-4", "1--2"] {
            assert_eq!(Cursor::parse(text), Cursor::START, "{text}");
        }
    }
}
