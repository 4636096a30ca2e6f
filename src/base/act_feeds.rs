//! Which acts may change who sees what older item: feeds that were worked out are worked out anew after them.

use super::Act;

impl Act {
    /// May this act change who sees what older item?
    ///
    /// Feeds that were worked out before such an act are worked out anew. The safe answer is yes.
    pub fn changes_feeds(self) -> bool {
        use Act::{
            AddAlbum, AddPhotos, AddSpot, AllowSpot, EditAlbum, MovePhoto, RemoveAlbum, RemovePhoto,
            RemoveSpot,
        };
        use Act::{AddComment, AddPost, EditComment, KeepDraft, RemoveComment, Reshare};
        use Act::{AskArchive, ChoosePassword, EditPreferences, NoteArchive, PackArchive};
        use Act::{AskGroup, DeclineInvite, Invite, RefuseAsk, Uninvite, WithdrawAsk};
        use Act::{CloseReport, ExportAudit, ExportEvidence, Freeze, MakeSheet, Report, Start, Unfreeze};
        use Act::{
            FollowPost, FollowTag, HidePost, LockComments, PinPost, ShowPost, UnlockComments, UnpinPost,
        };
        use Act::{NoteSession, React, ReadNotices, RefuseSignIn, SignIn, SignOut, Unreact, Vote};
        use Act::{ReadAnnouncement, RemoveAnnouncement, RemoveEvent, RemoveFile};
        let harmless = matches!(self, RemoveAnnouncement | ReadAnnouncement | RemoveEvent | RemoveFile)
            || matches!(
                self,
                SignIn | SignOut | RefuseSignIn | NoteSession | EditPreferences | ChoosePassword
            )
            || matches!(self, AskArchive | PackArchive | NoteArchive | Freeze | Unfreeze | Start)
            || matches!(self, AskGroup | WithdrawAsk | RefuseAsk | Invite | DeclineInvite | Uninvite)
            || matches!(self, AddPost | Reshare | KeepDraft | PinPost | UnpinPost | LockComments)
            || matches!(self, UnlockComments | FollowPost | HidePost | ShowPost | FollowTag)
            || matches!(self, AddComment | EditComment | RemoveComment | React | Unreact | Vote)
            || matches!(self, AddAlbum | EditAlbum | RemoveAlbum | AddPhotos | MovePhoto | RemovePhoto)
            || matches!(self, AddSpot | RemoveSpot | AllowSpot | ReadNotices)
            || matches!(self, Report | CloseReport | ExportAudit | MakeSheet | ExportEvidence)
            || matches!(self, Act::RefuseWords | Act::ClaimCase | Act::ReadTimeline);
        !(harmless || self.is_on_the_board() || self.is_chat() || self.is_of_house())
    }
}
