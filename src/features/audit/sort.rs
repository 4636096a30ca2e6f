//! Acts in groups: what somebody looks for in the record is seldom one act alone.

use crate::base::Act;

crate::words! {
    /// A group of acts, as the form of filters offers them. Every act is in exactly one.
    Sort {
        /// Signing in and out.
        SignIn = "sign-in",
        /// Accounts, slips, profiles, and what people take along.
        Accounts = "accounts",
        /// Groups, and who is in them.
        Groups = "groups",
        /// Whom people share with, what they block, hide and follow.
        Ties = "ties",
        /// Posts, comments, photos and what is done with them.
        Posts = "posts",
        /// Announcements, events and files.
        Board = "board",
        /// Conversations and messages.
        Talk = "talk",
        /// Reports, and what staff decided.
        Staff = "staff",
        /// Looks of staff into private talk.
        Readings = "readings",
        /// What was taken out of the record, and the sheets of days.
        Record = "record",
        /// The box and its rules.
        Box = "box",
        /// Everything else.
        Other = "other",
    }
}

impl Sort {
    /// The group of an act, by the word before its dot: the closed list of acts is named so.
    pub fn of(act: Act) -> Sort {
        match act.word().split('.').next().unwrap_or_default() {
            "session" => Sort::SignIn,
            "account" | "profile" | "archive" => Sort::Accounts,
            "group" => Sort::Groups,
            "contact" | "aspect" | "block" | "tag" | "notice" => Sort::Ties,
            "post" | "comment" | "photo" | "album" | "reaction" | "poll" | "draft" => Sort::Posts,
            "announcement" | "event" | "file" => Sort::Board,
            "chat" | "message" => Sort::Talk,
            "report" | "item" | "sanction" | "apart" => Sort::Staff,
            "reading" => Sort::Readings,
            "audit" | "sheet" | "evidence" => Sort::Record,
            "site" | "box" => Sort::Box,
            _ => Sort::Other,
        }
    }

    /// The acts of this group that leave an entry, in the order of the closed list.
    pub fn acts(self) -> impl Iterator<Item = Act> {
        Act::ALL.iter().copied().filter(move |act| act.is_recorded() && Sort::of(*act) == self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_recorded_act_is_found_in_its_group_and_in_no_other() {
        let recorded: Vec<Act> = Act::ALL.iter().copied().filter(|act| act.is_recorded()).collect();
        let mut grouped: Vec<Act> = Sort::ALL.iter().flat_map(|sort| sort.acts()).collect();
        grouped.sort();
        let mut sorted = recorded.clone();
        sorted.sort();
        assert_eq!(grouped, sorted);
        assert_eq!(Sort::of(Act::StaffRemove), Sort::Staff);
        assert_eq!(Sort::of(Act::ShowReading), Sort::Readings);
        assert_eq!(Sort::of(Act::ExportAudit), Sort::Record);
        assert!(!Sort::Posts.acts().any(|act| act == Act::Vote), "who voted stands nowhere");
    }
}
