//! The demonstration's notice board.

use super::{DAY_MS, School};
use crate::base::{Act, Audience, Result};
use crate::db::Change;
use crate::features::announcements::{self, Draft};
use std::sync::atomic::Ordering;

/// Who, title, text, whether for one group only, and how many days ago.
type Notice = (usize, &'static str, &'static str, bool, i64);

const NOTICES: [Notice; 2] = [
    (
        0,
        "School photos next week",
        "The photographer comes on **Wednesday**. Please bring the form, signed.\n\n- Years 5 and 6: from nine\n- Years 7 and 8: after break",
        false,
        2,
    ),
    (
        1,
        "Boots for the lake",
        "The path is wet. Bring boots, a *dry* pair of socks and something to eat.",
        true,
        1,
    ),
];

impl School {
    /// Two announcements; some have read the first.
    pub(super) async fn fill_board(&mut self) -> Result<()> {
        for (who, title, body, for_group, days) in NOTICES {
            self.hand.store(self.now_ms - days * DAY_MS, Ordering::Relaxed);
            let group = self.people[self.staff].groups.first().copied();
            let audience = match group.filter(|_| for_group) {
                Some(group) => Audience::Groups(vec![group]),
                None => Audience::Everyone,
            };
            let (title, body) = (title.to_owned(), body.to_owned());
            let draft = Draft { title, body, audience, until: String::new(), read_anew: false };
            let rules = self.rules.clone();
            let add = move |change: &mut Change<'_>| announcements::add(change, &rules, &draft);
            let made = self.db.write(&self.people[who].viewer, Act::AddAnnouncement, add).await?;
            self.count("announcements", 1);
            if for_group {
                continue;
            }
            for reader in self.people.iter().skip(2).step_by(3) {
                let read = move |change: &mut Change<'_>| announcements::read(change, made.id);
                self.db.write(&reader.viewer, Act::ReadAnnouncement, read).await?;
            }
        }
        Ok(())
    }
}
