//! The closed list of things that can be done. Each write names one, so each write is audited.

crate::words! {
    /// Something that was done. The word stands in the audit log for ever.
    Act {
        /// The box was claimed with its set-up code.
        ClaimSite = "site.claim",
        /// The house rules were changed.
        ChangeRules = "site.rules",
        /// Staff stopped all writing of members, on the site or in a group.
        Freeze = "site.freeze",
        /// Staff let members write again.
        Unfreeze = "site.unfreeze",
        /// The hours of use of the site or of a group were changed.
        EditHours = "site.hours",
        /// Staff looked at the clock of the box and said that it is right.
        TrustClock = "site.clock",
        /// A new version of the notice of the house was published.
        PublishCharter = "charter.publish",
        /// Somebody said that they have read the notice of the house.
        ReadCharter = "charter.read",
        /// Who has read the notice of the house was taken out as a file.
        ExportCharter = "charter.export",
        /// What was kept long enough was deleted for good.
        Retain = "retention.run",
        /// An owner let more than usual be deleted.
        ConfirmRetention = "retention.confirm",
        /// It was noted how far a deletion is.
        NoteRetention = "retention.note",
        /// A legal hold began.
        BeginHold = "hold.begin",
        /// Somebody looked at a legal hold again, and it stands on.
        ReviewHold = "hold.review",
        /// A legal hold ended.
        EndHold = "hold.end",
        /// Staff said how strict the house is with a group or a person.
        SetLevel = "level.set",
        /// Somebody signed in.
        SignIn = "session.begin",
        /// A sign-in was refused.
        RefuseSignIn = "session.refuse",
        /// Somebody signed out, or ended a session.
        SignOut = "session.end",
        /// A session was noted as used.
        NoteSession = "session.note",
        /// An account was made.
        AddAccount = "account.add",
        /// Several accounts were made from a list.
        AddAccounts = "account.add_many",
        /// An account's name or groups were changed by staff.
        EditAccount = "account.edit",
        /// An account's role or duties were changed by staff.
        ChangeDuties = "account.duties",
        /// An account's standing was changed.
        ChangeStanding = "account.standing",
        /// A new one-time password was made for somebody.
        ResetPassword = "account.reset",
        /// Somebody chose their own password.
        ChoosePassword = "account.choose_password",
        /// Somebody changed how their pages look or read.
        EditPreferences = "account.preferences",
        /// Somebody changed their profile.
        EditProfile = "profile.edit",
        /// A group was made.
        AddGroup = "group.add",
        /// A group was changed.
        EditGroup = "group.edit",
        /// Somebody was put in a group, or made a leader.
        AddMember = "group.member_add",
        /// Somebody was taken out of a group.
        RemoveMember = "group.member_remove",
        /// Somebody came into a group that is open to them.
        JoinGroup = "group.join",
        /// Somebody asked to come into a group.
        AskGroup = "group.ask",
        /// Somebody asks no more to come into a group.
        WithdrawAsk = "group.ask_withdraw",
        /// Somebody who asked to come into a group was refused.
        RefuseAsk = "group.ask_refuse",
        /// People were invited to a group.
        Invite = "group.invite",
        /// Somebody said no to an invitation.
        DeclineInvite = "group.invite_decline",
        /// An invitation was taken back.
        Uninvite = "group.invite_remove",
        /// Somebody left a group.
        LeaveGroup = "group.leave",
        /// A group was taken away.
        RemoveGroup = "group.remove",
        /// Somebody began to share with somebody.
        AddContact = "contact.add",
        /// Somebody stopped sharing with somebody.
        RemoveContact = "contact.remove",
        /// An aspect was made, renamed, filled or emptied.
        EditAspect = "aspect.edit",
        /// An aspect was taken away.
        RemoveAspect = "aspect.remove",
        /// Somebody blocked somebody.
        AddBlock = "block.add",
        /// Somebody lifted a block.
        RemoveBlock = "block.remove",
        /// A post was made.
        AddPost = "post.add",
        /// A post was changed by its author.
        EditPost = "post.edit",
        /// A post was taken away by its author.
        RemovePost = "post.remove",
        /// A post is seen by fewer people than before.
        NarrowPost = "post.narrow",
        /// A post was passed on in another one.
        Reshare = "post.reshare",
        /// Something that is being written was kept, or thrown away, before it was sent.
        KeepDraft = "draft.keep",
        /// Comments under a post were closed.
        LockComments = "post.lock",
        /// Comments under a post were opened again.
        UnlockComments = "post.unlock",
        /// A post was pinned on top of a stream.
        PinPost = "post.pin",
        /// A pinned post was taken down.
        UnpinPost = "post.unpin",
        /// Somebody chose what they hear of a post.
        FollowPost = "post.follow",
        /// A comment was made.
        AddComment = "comment.add",
        /// A comment was changed by its author.
        EditComment = "comment.edit",
        /// A comment was taken away by its author.
        RemoveComment = "comment.remove",
        /// A photo's caption or alternative text was changed by its author.
        EditPhoto = "photo.edit",
        /// An album was made.
        AddAlbum = "album.add",
        /// An album's title, description, cover or audience was changed by its author.
        EditAlbum = "album.edit",
        /// An album was taken away by its author.
        RemoveAlbum = "album.remove",
        /// Photos were put in an album.
        AddPhotos = "photo.add",
        /// A photo was put at another place, or in another album of its author.
        MovePhoto = "photo.move",
        /// A photo was taken out of its album by its author.
        RemovePhoto = "photo.remove",
        /// Somebody was tagged in a photo.
        AddSpot = "photo.tag",
        /// Somebody's tag in a photo was taken away, or refused by them.
        RemoveSpot = "photo.untag",
        /// Somebody let a tag of themselves be seen.
        AllowSpot = "photo.tag_allow",
        /// Somebody reacted to something.
        React = "reaction.set",
        /// Somebody took their reaction back.
        Unreact = "reaction.clear",
        /// Somebody voted in a poll. Who did stands nowhere.
        Vote = "poll.vote",
        /// Somebody reported something to staff.
        Report = "report.add",
        /// A member of staff opened a case and looks at it for some minutes.
        ClaimCase = "case.claim",
        /// Staff decided about what was their own, or again about what they had decided: there was nobody else who could.
        DecideAlone = "case.alone",
        /// A member of staff looked at all that there is about an account.
        ReadTimeline = "timeline.read",
        /// Staff wrote to somebody in a case.
        WriteInCase = "case.write",
        /// Somebody answered to staff in a case.
        AnswerInCase = "case.answer",
        /// Staff closed a report without taking anything away.
        CloseReport = "report.close",
        /// Staff took an item away.
        StaffRemove = "item.staff_remove",
        /// Staff brought an item back.
        StaffRestore = "item.staff_restore",
        /// Staff let a held item be seen.
        Release = "item.release",
        /// A member of staff took their own last decision back.
        Undo = "item.undo",
        /// Staff put a post behind a shield.
        StaffShield = "item.staff_shield",
        /// Staff took their shield from a post.
        StaffUnshield = "item.staff_unshield",
        /// Somebody hid a post for themselves.
        HidePost = "post.hide",
        /// Somebody brought back a post that they hid.
        ShowPost = "post.unhide",
        /// Somebody began or stopped to follow a tag.
        FollowTag = "tag.follow",
        /// Part of the audit log was taken out as a file.
        ExportAudit = "audit.export",
        /// The sheet of a day that is over was made.
        MakeSheet = "sheet.make",
        /// What staff may see of a case, or under a Reading, was taken out as a file that proves itself.
        ExportEvidence = "evidence.export",
        /// Somebody asked for everything they made.
        AskArchive = "archive.ask",
        /// Everything that somebody made was packed for them, or could not be.
        PackArchive = "archive.pack",
        /// Somebody closed their account; it is emptied after some days.
        CloseAccount = "account.close",
        /// Somebody whose account was about to be emptied kept it.
        KeepAccount = "account.keep",
        /// An account was emptied: words, photos, ties and name are gone.
        EmptyAccount = "account.empty",
        /// A part of an account was emptied.
        NoteClosing = "account.note",
        /// It was noted how far an archive is, or one that was kept long enough was cleared away.
        NoteArchive = "archive.note",
        /// An announcement was made.
        AddAnnouncement = "announcement.add",
        /// An announcement was changed by its author.
        EditAnnouncement = "announcement.edit",
        /// An announcement was taken down by its author.
        RemoveAnnouncement = "announcement.remove",
        /// Somebody said that they have read an announcement.
        ReadAnnouncement = "announcement.read",
        /// An event was made.
        AddEvent = "event.add",
        /// An event was changed by its author.
        EditEvent = "event.edit",
        /// An event was called off, or takes place after all.
        CancelEvent = "event.cancel",
        /// An event was taken away by its author.
        RemoveEvent = "event.remove",
        /// Somebody said whether they come.
        AnswerEvent = "event.answer",
        /// A file was put in a group.
        AddFile = "file.add",
        /// What a file is called, or is about, was changed by its author.
        EditFile = "file.edit",
        /// A file was taken out of a group by its author, or by a leader of the group.
        RemoveFile = "file.remove",
        /// A conversation was begun.
        BeginChat = "chat.begin",
        /// The name, the picture or a setting of a conversation was changed.
        EditChat = "chat.edit",
        /// Somebody was taken into a conversation.
        AddToChat = "chat.person_add",
        /// Somebody was taken out of a conversation.
        TakeFromChat = "chat.person_remove",
        /// Somebody left a conversation.
        LeaveChat = "chat.leave",
        /// Somebody read a conversation, muted it or put it away: for themselves.
        NoteChat = "chat.note",
        /// A message was sent.
        AddMessage = "message.add",
        /// A message was changed by its author.
        EditMessage = "message.edit",
        /// A message was taken away by its author.
        RemoveMessage = "message.remove",
        /// Staff let two people talk, or do so no more.
        AllowTalk = "account.talk_pair",
        /// Staff said that somebody may not write privately, or may again.
        StopTalk = "account.no_talk",
        /// Staff said or set something about somebody.
        SetSanction = "sanction.set",
        /// Staff changed what they had set about somebody.
        ChangeSanction = "sanction.change",
        /// Staff lifted what was set about somebody.
        LiftSanction = "sanction.lift",
        /// What was set about somebody has ended by itself.
        EndSanction = "sanction.end",
        /// Somebody asked that another person looks again at what staff decided.
        AddAppeal = "appeal.add",
        /// Staff looked again: it stands, or is undone.
        DecideAppeal = "appeal.decide",
        /// Staff took such an answer back: it waits for one again.
        UndoAppeal = "appeal.undo",
        /// Staff gave a reason to look into private talk; it is open at once, or waits for a second of them.
        OpenReading = "reading.open",
        /// A second member of staff confirmed such a reason.
        ConfirmReading = "reading.confirm",
        /// A second member of staff refused it.
        RefuseReading = "reading.refuse",
        /// Something of private talk was shown to staff: one entry for each thing.
        ShowReading = "reading.show",
        /// Staff closed what they had opened.
        EndReading = "reading.end",
        /// People were told that staff had looked into their talk.
        TellReading = "reading.tell",
        /// A word rule was made.
        AddWatchRule = "watch.add",
        /// A word rule was changed, or switched on or off.
        EditWatchRule = "watch.edit",
        /// A word rule was taken away.
        RemoveWatchRule = "watch.remove",
        /// Word rules were taken in from a file or a list that comes with the box.
        ImportWatchRules = "watch.import",
        /// The word rules were taken out as a file.
        ExportWatchRules = "watch.export",
        /// What somebody wrote was not taken, since a word rule matched.
        RefuseWords = "watch.refuse",
        /// Staff said whether a word rule was right to match.
        JudgeWatch = "watch.judge",
        /// Staff closed what a word rule had brought before them.
        CloseWatch = "watch.close",
        /// Staff keep people apart.
        AddApart = "apart.add",
        /// Staff changed why, how long or what is noted.
        EditApart = "apart.edit",
        /// The day came from which people are kept apart.
        BeginApart = "apart.begin",
        /// People are kept apart no more: staff ended it, or its last day was over.
        EndApart = "apart.end",
        /// Somebody read their notices.
        ReadNotices = "notice.read",
        /// The box was started.
        Start = "box.start",
        /// Something was done at the box's own command line.
        Upkeep = "box.upkeep",
    }
}

impl Act {
    /// Does this act leave a row in the audit log? What only notes that somebody looked does not:
    /// a thousand people reading would bury what staff did under a million rows. Nor does a vote: who voted is
    /// nobody's business. Nor does what somebody writes and has not sent: each few seconds it is kept again.
    pub fn is_recorded(self) -> bool {
        use Act::{
            KeepDraft, NoteArchive, NoteChat, NoteClosing, NoteRetention, NoteSession, ReadAnnouncement,
            ReadNotices, Vote,
        };
        !matches!(
            self,
            NoteChat
                | NoteSession
                | ReadNotices
                | ReadAnnouncement
                | Vote
                | NoteArchive
                | NoteClosing
                | NoteRetention
                | KeepDraft
        )
    }

    /// Is this done in chat, or with what was said there? Of the streams it changes nothing.
    pub(super) fn is_chat(self) -> bool {
        use Act::{AddMessage, AddToChat, BeginChat, EditChat, EditMessage};
        use Act::{AllowTalk, LeaveChat, NoteChat, RemoveMessage, StopTalk, TakeFromChat};
        use Act::{ConfirmReading, EndReading, OpenReading, RefuseReading, ShowReading, TellReading};
        matches!(self, OpenReading | ConfirmReading | RefuseReading | ShowReading | EndReading | TellReading)
            || matches!(self, BeginChat | EditChat | AddToChat | TakeFromChat | LeaveChat | NoteChat)
            || matches!(self, AddMessage | EditMessage | RemoveMessage | AllowTalk | StopTalk)
    }

    /// Does this act make or change an announcement, an event or a file?
    pub(super) fn is_on_the_board(self) -> bool {
        use Act::{AddAnnouncement, AddEvent, AddFile};
        use Act::{AnswerEvent, CancelEvent, EditAnnouncement, EditEvent, EditFile};
        matches!(self, AddAnnouncement | EditAnnouncement | AddFile | EditFile)
            || matches!(self, AddEvent | EditEvent | CancelEvent | AnswerEvent)
    }

    /// May this act end a session, or change what somebody may see or hold by role, standing or duty?
    ///
    /// After such an act each open page asks for its session anew before anything else is sent. The safe answer is
    /// yes: here stand only acts that are frequent and do none of it.
    pub fn changes_people(self) -> bool {
        use Act::{AddComment, AddPost, EditComment, EditPost, KeepDraft, React, Reshare, Unreact, Vote};
        use Act::{AddMessage, BeginChat, EditChat, EditMessage, NoteChat, RemoveMessage};
        use Act::{AddPhotos, AnswerEvent, FollowPost, HidePost, ReadAnnouncement, ReadNotices, ShowPost};
        use Act::{
            EditPreferences, NoteArchive, NoteSession, RefuseSignIn, RemoveComment, RemovePost, SignIn,
        };
        !matches!(
            self,
            AddPost
                | EditPost
                | RemovePost
                | Reshare
                | AddComment
                | EditComment
                | RemoveComment
                | React
                | Unreact
                | Vote
                | KeepDraft
        ) && !matches!(
            self,
            AddPhotos | AnswerEvent | FollowPost | HidePost | ShowPost | ReadNotices | ReadAnnouncement
        ) && !matches!(
            self,
            SignIn
                | RefuseSignIn
                | NoteSession
                | NoteArchive
                | EditPreferences
                | Act::ClaimCase
                | Act::ReadTimeline
                | Act::ReadCharter
                | Act::RefuseWords
        ) && !matches!(self, AddMessage | EditMessage | RemoveMessage | BeginChat | EditChat | NoteChat)
    }
}

#[cfg(test)]
mod tests;
