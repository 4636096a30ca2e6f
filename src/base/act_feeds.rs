//! Which acts may change who sees what older item: feeds that were worked out are worked out anew after them.

use super::Act;

impl Act {
    /// May this act change who sees what older item?
    ///
    /// Feeds that were worked out before such an act are worked out anew. The safe answer is yes.
    pub fn changes_feeds(self) -> bool {
        let on_the_board = matches!(
            self,
            Act::RemoveAnnouncement | Act::ReadAnnouncement | Act::RemoveEvent | Act::RemoveFile
        );
        if self.is_on_the_board() || on_the_board || self.is_chat() {
            return false;
        }
        !matches!(
            self,
            Act::SignIn
                | Act::Freeze
                | Act::Unfreeze
                | Act::AskArchive
                | Act::PackArchive
                | Act::NoteArchive
                | Act::RefuseSignIn
                | Act::SignOut
                | Act::NoteSession
                | Act::AskGroup
                | Act::WithdrawAsk
                | Act::RefuseAsk
                | Act::Invite
                | Act::DeclineInvite
                | Act::Uninvite
                | Act::AddPost
                | Act::Reshare
                | Act::KeepDraft
                | Act::PinPost
                | Act::UnpinPost
                | Act::LockComments
                | Act::UnlockComments
                | Act::FollowPost
                | Act::AddComment
                | Act::EditComment
                | Act::RemoveComment
                | Act::AddAlbum
                | Act::EditAlbum
                | Act::RemoveAlbum
                | Act::AddPhotos
                | Act::MovePhoto
                | Act::RemovePhoto
                | Act::AddSpot
                | Act::RemoveSpot
                | Act::AllowSpot
                | Act::React
                | Act::Unreact
                | Act::Vote
                | Act::Report
                | Act::CloseReport
                | Act::ExportAudit
                | Act::MakeSheet
                | Act::ReadNotices
                | Act::HidePost
                | Act::ShowPost
                | Act::FollowTag
                | Act::EditPreferences
                | Act::ChoosePassword
                | Act::Start
        )
    }
}
