//! For whom a post is.

use super::{AccountId, AspectId, GroupId};

crate::words! {
    /// The six sorts of audience.
    AudienceKind {
        /// Every signed-in person on this site.
        Everyone = "everyone",
        /// The members of some groups.
        Groups = "groups",
        /// Those the author shares with.
        Contacts = "contacts",
        /// Those in some of the author's aspects.
        Aspects = "aspects",
        /// Named people.
        People = "people",
        /// The author alone.
        OnlyMe = "only_me",
    }
}

/// For whom a post is, whole.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Audience {
    /// Every signed-in person on this site.
    Everyone,
    /// The members of these groups; never empty.
    Groups(Vec<GroupId>),
    /// Those the author shares with, now and later.
    Contacts,
    /// Those in these aspects of the author, now and later; never empty.
    Aspects(Vec<AspectId>),
    /// These people; never empty.
    People(Vec<AccountId>),
    /// The author alone.
    OnlyMe,
}

impl Audience {
    /// Which of the six sorts this is.
    pub fn kind(&self) -> AudienceKind {
        match self {
            Audience::Everyone => AudienceKind::Everyone,
            Audience::Groups(_) => AudienceKind::Groups,
            Audience::Contacts => AudienceKind::Contacts,
            Audience::Aspects(_) => AudienceKind::Aspects,
            Audience::People(_) => AudienceKind::People,
            Audience::OnlyMe => AudienceKind::OnlyMe,
        }
    }

    /// The rows that name to whom this goes: the word of the sort, and the id.
    pub fn targets(&self) -> Vec<(&'static str, i64)> {
        match self {
            Audience::Groups(groups) => groups.iter().map(|id| ("group", id.0)).collect(),
            Audience::Aspects(aspects) => aspects.iter().map(|id| ("aspect", id.0)).collect(),
            Audience::People(people) => people.iter().map(|id| ("person", id.0)).collect(),
            Audience::Everyone | Audience::Contacts | Audience::OnlyMe => Vec::new(),
        }
    }
}
