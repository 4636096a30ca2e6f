//! The house rules that an owner changes while the site runs.

use super::hours::{Door, Hours, House};
use super::{GroupId, Trust};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use std::sync::Arc;

crate::words! {
    /// What sort of house this is: picks the words and the defaults.
    SiteKind {
        /// Pupils and teachers.
        School = "school",
        /// Residents and officers.
        Prison = "prison",
        /// Members and staff.
        Other = "other",
    }
}

crate::words! {
    /// What waits for staff before others see it (`supervision.md` §2); a later one is stricter.
    Approval {
        /// Nothing waits.
        Open = "open",
        /// What carries a photo waits.
        HoldPhotos = "hold_photos",
        /// Everything by members waits.
        HoldAll = "hold_all",
        /// Members cannot make anything.
        ReadOnly = "read_only",
    }
}

crate::words! {
    /// Who may talk privately with whom (`supervision.md` §5). Staff may with everybody, and be answered.
    Talk {
        /// Nobody: there are the conversations of groups, and those that staff begin.
        Nobody = "nobody",
        /// Pairs whom staff approved.
        Pairs = "pairs",
        /// Those who are in one group.
        Groups = "groups",
        /// Those who share with each other.
        Contacts = "contacts",
        /// Everybody.
        Everyone = "everyone",
    }
}

crate::words! {
    /// When people learn that staff looked into their private talk (`supervision.md` §1).
    TellReadings {
        /// At once.
        AtOnce = "at_once",
        /// After a week.
        Week = "week",
        /// After thirty days.
        Month = "month",
        /// After ninety days.
        Term = "term",
        /// They do not.
        Never = "never",
    }
}

impl TellReadings {
    /// After how many days of the box; none where they are never told.
    pub fn days(self) -> Option<i64> {
        match self {
            TellReadings::AtOnce => Some(0),
            TellReadings::Week => Some(7),
            TellReadings::Month => Some(30),
            TellReadings::Term => Some(90),
            TellReadings::Never => None,
        }
    }
}

crate::words! {
    /// Who may send photos and files, wherever these can be sent.
    Uploads {
        /// Everybody.
        Everyone = "everyone",
        /// Staff, and members who lead a group; files only into groups that they lead.
        Leaders = "leaders",
        /// Staff alone.
        Staff = "staff",
    }
}

/// The house rules, whole, as one snapshot of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rules {
    /// The site's name as people read it.
    pub site_name: String,
    /// What sort of house this is.
    pub kind: SiteKind,
    /// The language of the site, a tag such as `en`: for strangers whose browser asks for none we have.
    pub language: String,
    /// The IANA name of the time zone in which times are shown.
    pub time_zone: String,
    /// What waits for staff.
    pub approval: Approval,
    /// How many things of a new account must be let through before the next appear at once, if nothing else holds them.
    pub first_waits: u32,
    /// Who may send photos and files.
    pub uploads: Uploads,
    /// Megabytes (of a million bytes) that the photos of one person may take.
    pub space_mb: u32,
    /// May people take along a file with everything they made?
    pub downloads: bool,
    /// May people close their own accounts?
    pub closing: bool,
    /// May who closes theirs leave their comments, without a name?
    pub comments_stay: bool,
    /// Who may talk privately with whom.
    pub talk: Talk,
    /// May messages carry documents?
    pub talk_files: bool,
    /// Do people see by whom their messages were read?
    pub show_read: bool,
    /// Do people see who is here and who is typing?
    pub show_presence: bool,
    /// Does it take two members of staff to look into private talk?
    pub two_person_reading: bool,
    /// When people learn that staff did.
    pub tell_readings: TellReadings,
    /// Days for which posts and what belongs to them are kept; none: as usual in this sort of house. 0: for ever.
    pub keep_posts: Option<u32>,
    /// The same of messages.
    pub keep_messages: Option<u32>,
    /// The same of decisions and closed reports.
    pub keep_cases: Option<u32>,
    /// Hours within which staff should decide what is urgent.
    pub due_urgent_h: u32,
    /// Hours within which they should let be seen, or take away, what waits.
    pub due_held_h: u32,
    /// Hours within which they should decide everything else.
    pub due_other_h: u32,
    /// The newest version of the notice of the house, which everybody must have read; 0 where there is none.
    pub charter: i64,
    /// When members may come in.
    pub hours: Arc<House>,
    /// Have staff stopped all writing of members for the moment? No rule of its own, but it stands above all of them.
    pub frozen: bool,
    /// Has an owner claimed the box?
    pub claimed: bool,
}

impl Rules {
    /// May somebody of that role, who is in these groups, come in at this moment? Staff always may. Where the clock cannot be
    /// believed, a prison lets nobody in who has hours, and any other house everybody.
    pub fn door(&self, role: Option<super::Role>, groups: &[GroupId], now_ms: i64, trust: Trust) -> Door {
        if role != Some(super::Role::Member) || self.hours.is_empty() {
            return Door::Free;
        }
        let zone = TimeZone::get(&self.time_zone).unwrap_or(TimeZone::UTC);
        let now = Timestamp::from_millisecond(now_ms).unwrap_or(Timestamp::UNIX_EPOCH);
        match self.hours.hours(groups, now, &zone) {
            None => Door::Free,
            Some(_) if !trust.is_enough() && self.kind == SiteKind::Prison => Door::ShutUnsure,
            Some(_) if !trust.is_enough() => Door::OpenUnsure,
            Some(Hours::Open(until)) => Door::Open(until),
            Some(Hours::Shut(opens)) => Door::Shut(opens),
        }
    }

    /// The rules as they are for whoever only looks: while all writing is stopped, or staff said so of them, members are offered
    /// none.
    pub fn offered_to(&self, role: Option<super::Role>, own: Approval) -> Rules {
        let approval = match role {
            Some(super::Role::Member) if self.frozen => Approval::ReadOnly,
            Some(super::Role::Member) => self.approval.max(own),
            _ => self.approval,
        };
        Rules { approval, ..self.clone() }
    }
}

impl Default for Rules {
    fn default() -> Rules {
        Rules {
            site_name: "Courtyard".into(),
            kind: SiteKind::School,
            language: "en".into(),
            time_zone: "UTC".into(),
            approval: Approval::Open,
            first_waits: 0,
            uploads: Uploads::Everyone,
            space_mb: super::limits::SPACE_MB,
            downloads: true,
            closing: true,
            comments_stay: true,
            talk: Talk::Contacts,
            talk_files: false,
            show_read: false,
            show_presence: true,
            two_person_reading: false,
            tell_readings: TellReadings::AtOnce,
            keep_posts: None,
            keep_messages: None,
            keep_cases: None,
            due_urgent_h: super::limits::DUE_URGENT_H,
            due_held_h: super::limits::DUE_HELD_H,
            due_other_h: super::limits::DUE_OTHER_H,
            charter: 0,
            hours: Arc::default(),
            frozen: false,
            claimed: false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Role, Timetable};

    #[test]
    fn a_clock_that_nobody_believes_shuts_a_prison_and_opens_any_other_house() {
        let table = Timetable::parse("8-12");
        let hours = Arc::new(House { site: Some(table), ..House::default() });
        let door = |kind, role, trust| {
            let rules = Rules { kind, hours: hours.clone(), ..Rules::default() };
            rules.door(Some(role), &[], 0, trust)
        };
        assert_eq!(door(SiteKind::Prison, Role::Member, Trust::No), Door::ShutUnsure);
        assert_eq!(door(SiteKind::School, Role::Member, Trust::Carried), Door::OpenUnsure);
        assert_eq!(door(SiteKind::Other, Role::Member, Trust::No), Door::OpenUnsure);
        for kind in [SiteKind::Prison, SiteKind::School] {
            assert_eq!(door(kind, Role::Staff, Trust::No), Door::Free);
            assert_eq!(door(kind, Role::Owner, Trust::Rtc), Door::Free);
            assert!(door(kind, Role::Member, Trust::Rtc).is_shut(), "midnight of a Thursday");
        }
        assert_eq!(Rules::default().door(Some(Role::Member), &[], 0, Trust::No), Door::Free);
    }
}
