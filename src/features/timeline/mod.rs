//! All that there is about one account on one page, for staff: cases, decisions, what was set and asked, reports about them and from
//! them, what word rules brought up, looks into talk, duties, groups, whom they are kept apart from, legal holds, and what was done to the account. Each
//! reader sees of it what their duties let them see elsewhere, and each look is in the record.

mod pages;
mod store;
mod views;
mod words_views;

pub use pages::routes;

use crate::base::AccountId;

crate::words! {
    /// Where a line comes from.
    Sort {
        /// What waited for staff, and how long.
        Cases = "cases",
        /// What was decided about their things, and about them.
        Decisions = "decisions",
        /// What was said and set about them.
        Set = "set",
        /// That they asked for a second look.
        Appeals = "appeals",
        /// That somebody reported them, or something of theirs.
        Reports = "reports",
        /// What they reported.
        Sent = "sent",
        /// What staff and they wrote to each other in cases.
        Talk = "talk",
        /// What word rules brought up of theirs.
        Words = "words",
        /// That staff looked with whom they talk, or what they post for few.
        Readings = "readings",
        /// What they were trusted with.
        Duties = "duties",
        /// In which groups they are and were.
        Groups = "groups",
        /// From whom they are kept apart.
        Apart = "apart",
        /// What is kept of theirs, whatever its age.
        Holds = "holds",
        /// What was done to the account, and that somebody tried to sign in as them and was refused.
        Account = "account",
    }
}

/// How something ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ended {
    /// When, milliseconds since 1970.
    pub at_ms: i64,
    /// Who ended it; nobody where it ended by itself, or it is not for the reader to know.
    pub by: Option<AccountId>,
    /// With which words; perhaps none.
    pub words: String,
}

/// One line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Where it comes from.
    pub sort: Sort,
    /// Its number there.
    pub id: i64,
    /// A word for what it is, among those of its sort.
    pub what: String,
    /// The word of a reason, or of an outcome; perhaps none.
    pub reason: String,
    /// What was written; perhaps nothing.
    pub words: String,
    /// Who did it; nobody where it was the box, or it is not for the reader to know.
    pub by: Option<AccountId>,
    /// The thing that it is about, where it is about one.
    pub item: Option<i64>,
    /// The case that it belongs to, where it names one.
    pub case: Option<i64>,
    /// When, milliseconds since 1970. A label: it only decides between sorts.
    pub at_ms: i64,
    /// Until when it holds or should be decided, milliseconds since 1970.
    pub until_ms: Option<i64>,
    /// How it ended, where it did.
    pub ended: Option<Ended>,
    /// A number whose meaning is that of the sort: why a case came, whether a decision takes one back.
    pub more: i64,
}

/// Where a page ended in each sort: the next begins before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cursor([i64; Sort::ALL.len()]);

impl Cursor {
    /// The newest of everything.
    pub const START: Cursor = Cursor([i64::MAX; Sort::ALL.len()]);

    /// As it stands in an address; `*` for a sort of which nothing was shown yet.
    pub fn words(self) -> String {
        let each = self.0.iter().map(|id| if *id == i64::MAX { "*".to_owned() } else { id.to_string() });
        each.collect::<Vec<_>>().join("-")
    }

    /// Reads what [`Cursor::words`] wrote; anything else is the beginning.
    pub fn parse(text: &str) -> Cursor {
        let read = |part: &str| {
            if part == "*" {
                Some(i64::MAX)
            } else {
                part.parse::<u64>().ok().and_then(|id| i64::try_from(id).ok())
            }
        };
        let ids: Option<Vec<i64>> = text.split('-').map(read).collect();
        ids.and_then(|ids| ids.try_into().ok()).map_or(Cursor::START, Cursor)
    }

    /// Before which number of this sort a page begins.
    pub fn before(self, sort: Sort) -> i64 {
        self.0.get(sort as usize).copied().unwrap_or(i64::MAX)
    }
}

/// One page out of the newest lines of each sort, which stand in order; and where the next begins, if there is more. Within
/// a sort its own order counts, and the time only between sorts: a clock that ran backwards loses nothing.
pub fn merge(from: Cursor, sorts: Vec<Vec<Line>>, most: usize) -> (Vec<Line>, Option<Cursor>) {
    let mut rows: Vec<std::iter::Peekable<std::vec::IntoIter<Line>>> =
        sorts.into_iter().map(|lines| lines.into_iter().peekable()).collect();
    let (mut page, mut ended) = (Vec::with_capacity(most), from);
    loop {
        let times = rows.iter_mut().enumerate().filter_map(|(at, row)| Some((row.peek()?.at_ms, at)));
        let Some((_, newest)) = times.max_by_key(|(at_ms, at)| (*at_ms, usize::MAX - at)) else {
            return (page, None);
        };
        if page.len() == most {
            return (page, Some(ended));
        }
        if let Some(line) = rows.get_mut(newest).and_then(Iterator::next) {
            if let Some(id) = ended.0.get_mut(line.sort as usize) {
                *id = line.id;
            }
            page.push(line);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(sort: Sort, id: i64, at_ms: i64) -> Line {
        let (what, reason, words) = (String::new(), String::new(), String::new());
        let (by, item, case, until_ms, ended) = (None, None, None, None, None);
        Line { sort, id, what, reason, words, by, item, case, at_ms, until_ms, ended, more: 0 }
    }

    #[test]
    fn the_newest_of_all_sorts_come_first_and_the_next_page_begins_where_this_one_ended() {
        let decisions = vec![line(Sort::Decisions, 9, 50), line(Sort::Decisions, 4, 10)];
        let set = vec![line(Sort::Set, 3, 40), line(Sort::Set, 2, 30)];
        let (page, next) = merge(Cursor::START, vec![decisions, set], 3);
        assert_eq!(page.iter().map(|line| line.id).collect::<Vec<_>>(), [9, 3, 2]);
        let next = next.expect("there is more");
        assert_eq!(Cursor::parse(&next.words()), next);
        assert_eq!((next.before(Sort::Decisions), next.before(Sort::Set)), (9, 2));
        assert_eq!(next.before(Sort::Words), i64::MAX);
        let (page, next) = merge(next, vec![vec![line(Sort::Decisions, 4, 10)], vec![]], 3);
        assert_eq!((page.len(), next), (1, None));
    }

    #[test]
    fn a_clock_that_ran_backwards_changes_no_order_within_a_sort() {
        let set = vec![line(Sort::Set, 3, 10), line(Sort::Set, 2, 90)];
        let (page, _) = merge(Cursor::START, vec![set], 9);
        assert_eq!(page.iter().map(|line| line.id).collect::<Vec<_>>(), [3, 2]);
    }

    #[test]
    fn an_address_that_says_nothing_useful_is_the_beginning() {
        for text in
            ["", "1", "*-*", "a-b-c-d-e-f-g-h-i-j-k", "-1-*-*-*-*-*-*-*-*-*-*", "*-*-*-*-*-*-*-*-*-*-*-*"]
        {
            assert_eq!(Cursor::parse(text), Cursor::START, "{text}");
        }
    }
}
