//! The acts of the record in plain words.

use crate::base::Act;
use crate::lang::Lang;

/// What was done, as it stands after a name: "posted".
pub(super) fn act_words(lang: &Lang, act: Act) -> &str {
    match act {
        Act::ClaimSite => lang.act_site_claim(),
        Act::ChangeRules => lang.act_site_rules(),
        Act::SignIn => lang.act_session_begin(),
        Act::RefuseSignIn => lang.act_session_refuse(),
        Act::SignOut => lang.act_session_end(),
        Act::NoteSession => lang.act_session_note(),
        Act::AddAccount => lang.act_account_add(),
        Act::AddAccounts => lang.act_account_add_many(),
        Act::EditAccount => lang.act_account_edit(),
        Act::ChangeDuties => lang.act_account_duties(),
        Act::ChangeStanding => lang.act_account_standing(),
        Act::ResetPassword => lang.act_account_reset(),
        Act::ChoosePassword => lang.act_account_choose_password(),
        Act::EditPreferences => lang.act_account_preferences(),
        Act::EditProfile => lang.act_profile_edit(),
        Act::AddGroup => lang.act_group_add(),
        Act::EditGroup => lang.act_group_edit(),
        Act::JoinGroup => lang.act_group_join(),
        Act::AskGroup => lang.act_group_ask(),
        Act::WithdrawAsk => lang.act_group_ask_withdraw(),
        Act::RefuseAsk => lang.act_group_ask_refuse(),
        Act::Invite => lang.act_group_invite(),
        Act::DeclineInvite => lang.act_group_invite_decline(),
        Act::Uninvite => lang.act_group_invite_remove(),
        Act::LeaveGroup => lang.act_group_leave(),
        Act::RemoveGroup => lang.act_group_remove(),
        Act::AddMember => lang.act_group_member_add(),
        Act::RemoveMember => lang.act_group_member_remove(),
        Act::AddContact => lang.act_contact_add(),
        Act::RemoveContact => lang.act_contact_remove(),
        Act::EditAspect => lang.act_aspect_edit(),
        Act::RemoveAspect => lang.act_aspect_remove(),
        Act::AddBlock => lang.act_block_add(),
        Act::RemoveBlock => lang.act_block_remove(),
        Act::ExportAudit => lang.act_audit_export(),
        Act::MakeSheet => lang.act_sheet_make(),
        Act::ExportEvidence => lang.act_evidence_export(),
        Act::ReadNotices => lang.act_notice_read(),
        Act::CloseAccount => lang.act_account_close(),
        Act::KeepAccount => lang.act_account_keep(),
        Act::EmptyAccount => lang.act_account_empty(),
        Act::NoteClosing => lang.act_account_note(),
        Act::AskArchive => lang.act_archive_ask(),
        Act::PackArchive => lang.act_archive_pack(),
        Act::NoteArchive => lang.act_archive_note(),
        Act::Start => lang.act_box_start(),
        Act::Upkeep => lang.act_box_upkeep(),
        made => made_words(lang, made)
            .or_else(|| board_words(lang, made))
            .or_else(|| chat_words(lang, made))
            .or_else(|| watch_words(lang, made))
            .or_else(|| house_words(lang, made))
            .unwrap_or_default(),
    }
}

/// What was done, by the word of the act; a word that this version does not know stands as it is.
pub fn act_words_of<'a>(lang: &'a Lang, word: &'a str) -> &'a str {
    Act::parse(word).map_or(word, |act| act_words(lang, act))
}

/// The same, of what governs the house as a whole; none for any other act.
fn house_words(lang: &Lang, act: Act) -> Option<&str> {
    Some(match act {
        Act::Freeze => lang.act_site_freeze(),
        Act::Unfreeze => lang.act_site_unfreeze(),
        Act::EditHours => lang.act_site_hours(),
        Act::TrustClock => lang.act_site_clock(),
        Act::PublishCharter => lang.act_charter_publish(),
        Act::ReadCharter => lang.act_charter_read(),
        Act::ExportCharter => lang.act_charter_export(),
        Act::Retain => lang.act_retention_run(),
        Act::ConfirmRetention => lang.act_retention_confirm(),
        Act::NoteRetention => lang.act_retention_note(),
        Act::BeginHold => lang.act_hold_begin(),
        Act::ReviewHold => lang.act_hold_review(),
        Act::EndHold => lang.act_hold_end(),
        _ => return None,
    })
}

/// The same, of what is done with what people make; none for any other act.
fn made_words(lang: &Lang, act: Act) -> Option<&str> {
    Some(match act {
        Act::AddPost => lang.act_post_add(),
        Act::EditPost => lang.act_post_edit(),
        Act::RemovePost => lang.act_post_remove(),
        Act::NarrowPost => lang.act_post_narrow(),
        Act::Reshare => lang.act_post_reshare(),
        Act::KeepDraft => lang.act_draft_keep(),
        Act::LockComments => lang.act_post_lock(),
        Act::UnlockComments => lang.act_post_unlock(),
        Act::PinPost => lang.act_post_pin(),
        Act::UnpinPost => lang.act_post_unpin(),
        Act::FollowPost => lang.act_post_follow(),
        Act::AddComment => lang.act_comment_add(),
        Act::EditComment => lang.act_comment_edit(),
        Act::RemoveComment => lang.act_comment_remove(),
        Act::EditPhoto => lang.act_photo_edit(),
        Act::AddAlbum => lang.act_album_add(),
        Act::EditAlbum => lang.act_album_edit(),
        Act::RemoveAlbum => lang.act_album_remove(),
        Act::AddPhotos => lang.act_photo_add(),
        Act::MovePhoto => lang.act_photo_move(),
        Act::RemovePhoto => lang.act_photo_remove(),
        Act::AddSpot => lang.act_photo_tag(),
        Act::RemoveSpot => lang.act_photo_untag(),
        Act::AllowSpot => lang.act_photo_tag_allow(),
        Act::React => lang.act_reaction_set(),
        Act::Unreact => lang.act_reaction_clear(),
        Act::Vote => lang.act_poll_vote(),
        Act::Report => lang.act_report_add(),
        Act::ClaimCase => lang.act_case_claim(),
        Act::DecideAlone => lang.act_case_alone(),
        Act::ReadTimeline => lang.act_timeline_read(),
        Act::WriteInCase => lang.act_case_write(),
        Act::AnswerInCase => lang.act_case_answer(),
        Act::CloseReport => lang.act_report_close(),
        Act::StaffRemove => lang.act_item_staff_remove(),
        Act::StaffRestore => lang.act_item_staff_restore(),
        Act::Release => lang.act_item_release(),
        Act::Undo => lang.act_item_undo(),
        Act::StaffShield => lang.act_item_staff_shield(),
        Act::StaffUnshield => lang.act_item_staff_unshield(),
        Act::HidePost => lang.act_post_hide(),
        Act::ShowPost => lang.act_post_unhide(),
        Act::FollowTag => lang.act_tag_follow(),
        _ => return None,
    })
}

/// The same, of announcements, events and files.
fn board_words(lang: &Lang, act: Act) -> Option<&str> {
    Some(match act {
        Act::AddAnnouncement => lang.act_announcement_add(),
        Act::EditAnnouncement => lang.act_announcement_edit(),
        Act::RemoveAnnouncement => lang.act_announcement_remove(),
        Act::ReadAnnouncement => lang.act_announcement_read(),
        Act::AddEvent => lang.act_event_add(),
        Act::EditEvent => lang.act_event_edit(),
        Act::CancelEvent => lang.act_event_cancel(),
        Act::RemoveEvent => lang.act_event_remove(),
        Act::AnswerEvent => lang.act_event_answer(),
        Act::AddFile => lang.act_file_add(),
        Act::EditFile => lang.act_file_edit(),
        Act::RemoveFile => lang.act_file_remove(),
        _ => return None,
    })
}

/// The same, of conversations and messages.
fn chat_words(lang: &Lang, act: Act) -> Option<&str> {
    Some(match act {
        Act::BeginChat => lang.act_chat_begin(),
        Act::EditChat => lang.act_chat_edit(),
        Act::AddToChat => lang.act_chat_person_add(),
        Act::TakeFromChat => lang.act_chat_person_remove(),
        Act::LeaveChat => lang.act_chat_leave(),
        Act::NoteChat => lang.act_chat_note(),
        Act::AddMessage => lang.act_message_add(),
        Act::EditMessage => lang.act_message_edit(),
        Act::RemoveMessage => lang.act_message_remove(),
        Act::AddAppeal => lang.act_appeal_add(),
        Act::DecideAppeal => lang.act_appeal_decide(),
        Act::UndoAppeal => lang.act_appeal_undo(),
        Act::SetSanction => lang.act_sanction_set(),
        Act::ChangeSanction => lang.act_sanction_change(),
        Act::LiftSanction => lang.act_sanction_lift(),
        Act::EndSanction => lang.act_sanction_end(),
        Act::AllowTalk => lang.act_account_talk_pair(),
        Act::StopTalk => lang.act_account_no_talk(),
        Act::OpenReading => lang.act_reading_open(),
        Act::ConfirmReading => lang.act_reading_confirm(),
        Act::RefuseReading => lang.act_reading_refuse(),
        Act::ShowReading => lang.act_reading_show(),
        Act::SetLevel => lang.act_level_set(),
        Act::EndReading => lang.act_reading_end(),
        Act::TellReading => lang.act_reading_tell(),
        Act::AddApart => lang.act_apart_add(),
        Act::EditApart => lang.act_apart_edit(),
        Act::BeginApart => lang.act_apart_begin(),
        Act::EndApart => lang.act_apart_end(),
        _ => return None,
    })
}

/// The same, of the rules for words.
fn watch_words(lang: &Lang, act: Act) -> Option<&str> {
    Some(match act {
        Act::AddWatchRule => lang.act_watch_add(),
        Act::EditWatchRule => lang.act_watch_edit(),
        Act::RemoveWatchRule => lang.act_watch_remove(),
        Act::ImportWatchRules => lang.act_watch_import(),
        Act::ExportWatchRules => lang.act_watch_export(),
        Act::RefuseWords => lang.act_watch_refuse(),
        Act::JudgeWatch => lang.act_watch_judge(),
        Act::CloseWatch => lang.act_watch_close(),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_act_has_words() {
        for act in Act::ALL {
            assert!(!act_words(Lang::english(), *act).is_empty(), "{act:?}");
        }
    }
}
