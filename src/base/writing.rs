//! Which acts put something where others see it: refused to who may only read, and to members while all writing rests.

use super::Act;

impl Act {
    /// Does this act make or change something that others can see? Refused to who may only read.
    pub fn makes_things(self) -> bool {
        use Act::{AddAlbum, AddPhotos, AddSpot, AllowSpot, EditAlbum, MovePhoto};
        use Act::{
            AddComment, AddContact, AddPost, EditComment, EditPhoto, EditPost, EditProfile, React, Reshare,
            Vote,
        };
        use Act::{AskGroup, EditGroup, Invite, JoinGroup};
        matches!(
            self,
            AddPost
                | EditPost
                | AddComment
                | EditComment
                | EditPhoto
                | EditProfile
                | React
                | Reshare
                | AddContact
                | Vote
        ) || matches!(self, AddAlbum | EditAlbum | AddPhotos | MovePhoto | AddSpot | AllowSpot)
            || matches!(self, AskGroup | EditGroup | Invite | JoinGroup)
            || self.is_on_the_board()
            || matches!(
                self,
                Act::BeginChat
                    | Act::EditChat
                    | Act::AddToChat
                    | Act::TakeFromChat
                    | Act::AddMessage
                    | Act::EditMessage
            )
    }

    /// Is this refused to an account that only reads before it is looked at? A sign that one gave can be taken back all the same,
    /// and only there is known whether it was given.
    pub fn is_refused_to_readers(self) -> bool {
        self.makes_things() && self != Act::React
    }

    /// Does this act put words or pictures where others see them? Refused to members while staff have stopped all
    /// writing. What takes things away, asks for help, or only says whom one knows or where one belongs goes on.
    pub fn is_writing(self) -> bool {
        self.makes_things()
            && !matches!(self, Act::AddContact | Act::JoinGroup | Act::Invite | Act::TakeFromChat)
    }

    /// Is this about the house as a whole: when it is open, what rests, what everybody must know, what is kept? Who sees what
    /// older thing does not change by it.
    pub(super) fn is_of_house(self) -> bool {
        use Act::{BeginHold, ConfirmRetention, EndHold, ReviewHold};
        use Act::{EditHours, ExportCharter, Freeze, PublishCharter, ReadCharter, TrustClock, Unfreeze};
        matches!(
            self,
            BeginHold
                | ReviewHold
                | EndHold
                | ConfirmRetention
                | Freeze
                | Unfreeze
                | EditHours
                | TrustClock
                | PublishCharter
                | ReadCharter
                | ExportCharter
        )
    }
}
