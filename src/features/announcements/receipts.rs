//! Who has read an announcement and who has not, group by group, each once in each.

use super::store::Receipt;
use std::collections::HashSet;

/// Those of one group, or those in no group that the reader knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Section {
    /// Number and name.
    pub group: Option<(i64, String)>,
    pub unread: Vec<Receipt>,
    pub read: Vec<Receipt>,
}

/// What the page of receipts shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Receipts {
    /// How many people have read it.
    pub read: usize,
    /// To how many it goes.
    pub all: usize,
    pub sections: Vec<Section>,
}

/// Puts the rows, which come in the order of groups, into sections. Somebody in a group that the reader does not
/// know stands among the others, once, and only where no known group has them.
pub(super) fn sections(rows: Vec<Receipt>) -> Receipts {
    let known: HashSet<i64> = rows.iter().filter(|row| row.group.is_some()).map(|row| row.account).collect();
    let mut receipts = Receipts::default();
    let (mut counted, mut others) = (HashSet::new(), HashSet::new());
    for row in rows {
        if row.group.is_none() && (known.contains(&row.account) || !others.insert(row.account)) {
            continue;
        }
        if counted.insert(row.account) {
            receipts.all += 1;
            receipts.read += usize::from(row.read_at.is_some());
        }
        if receipts.sections.last().is_none_or(|section| section.group != row.group) {
            let group = row.group.clone();
            receipts.sections.push(Section { group, unread: Vec::new(), read: Vec::new() });
        }
        let Some(section) = receipts.sections.last_mut() else { continue };
        if row.read_at.is_some() { section.read.push(row) } else { section.unread.push(row) }
    }
    receipts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(account: i64, group: Option<i64>, read: bool) -> Receipt {
        Receipt {
            account,
            username: format!("p{account}"),
            shown_name: format!("P{account}"),
            group: group.map(|id| (id, format!("G{id}"))),
            read_at: read.then_some(1),
        }
    }

    #[test]
    fn each_stands_once_in_each_of_their_groups_and_is_counted_once_in_all() {
        let rows = vec![
            row(1, Some(5), false),
            row(2, Some(5), true),
            row(2, Some(6), true),
            row(2, None, true), // by a group that the reader does not know
            row(3, None, false),
            row(3, None, false),
        ];
        let made = sections(rows);
        assert_eq!((made.read, made.all), (1, 3));
        let shape: Vec<(Option<i64>, usize, usize)> = made
            .sections
            .iter()
            .map(|section| {
                (section.group.as_ref().map(|(id, _)| *id), section.unread.len(), section.read.len())
            })
            .collect();
        assert_eq!(shape, [(Some(5), 1, 1), (Some(6), 0, 1), (None, 1, 0)]);
    }
}
