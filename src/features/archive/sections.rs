//! The sections of an archive, in the order in which they stand on its first page.

use super::leaf::Section;
use super::{board_store, chat_store, drafts_store, me_store, posts_store, talk_store, things_store};

/// Every section. A new kind of thing is one more line here.
pub const SECTIONS: &[Section] = &[
    Section { key: "profile", title: |lang| lang.my_profile(), gather: me_store::profile },
    Section { key: "posts", title: |lang| lang.my_posts(), gather: posts_store::posts },
    Section { key: "drafts", title: |lang| lang.draft_title(), gather: drafts_store::drafts },
    Section { key: "photos", title: |lang| lang.space_photos(), gather: things_store::photos },
    Section { key: "albums", title: |lang| lang.albums_mine(), gather: things_store::albums },
    Section {
        key: "announcements",
        title: |lang| lang.nav_announcements(),
        gather: board_store::announcements,
    },
    Section {
        key: "announcements_read",
        title: |lang| lang.archive_announcements_read(),
        gather: board_store::announcements_read,
    },
    Section { key: "events", title: |lang| lang.archive_events(), gather: board_store::events },
    Section {
        key: "event_answers",
        title: |lang| lang.archive_event_answers(),
        gather: board_store::event_answers,
    },
    Section { key: "files", title: |lang| lang.archive_files(), gather: board_store::files },
    Section { key: "tagged", title: |lang| lang.archive_tagged(), gather: talk_store::tagged },
    Section { key: "comments", title: |lang| lang.archive_comments(), gather: talk_store::comments },
    Section { key: "messages", title: |lang| lang.chat_messages(), gather: chat_store::messages },
    Section { key: "reactions", title: |lang| lang.archive_reactions(), gather: talk_store::reactions },
    Section { key: "votes", title: |lang| lang.archive_votes(), gather: talk_store::votes },
    Section { key: "contacts", title: |lang| lang.archive_contacts(), gather: me_store::contacts },
    Section { key: "aspects", title: |lang| lang.aspect_title(), gather: me_store::aspects },
    Section { key: "groups", title: |lang| lang.group_mine(), gather: me_store::groups },
    Section { key: "group_asks", title: |lang| lang.archive_group_asks(), gather: me_store::group_asks },
    Section { key: "followed_tags", title: |lang| lang.stream_tags(), gather: me_store::followed_tags },
    Section { key: "followed_posts", title: |lang| lang.archive_followed(), gather: talk_store::followed },
    Section { key: "hidden_posts", title: |lang| lang.stream_hidden(), gather: talk_store::hidden },
    Section { key: "blocks", title: |lang| lang.block_list(), gather: me_store::blocks },
    Section { key: "notices", title: |lang| lang.nav_notices(), gather: talk_store::notices },
    Section { key: "reports", title: |lang| lang.archive_reports(), gather: talk_store::reports },
    Section { key: "talk_with_staff", title: |lang| lang.case_talk_mine(), gather: talk_store::with_staff },
    Section { key: "what_staff_did", title: |lang| lang.record_title(), gather: me_store::done_to_things },
    Section { key: "account", title: |lang| lang.record_account(), gather: me_store::done_to_account },
    Section { key: "settings", title: |lang| lang.nav_settings(), gather: me_store::settings },
    Section { key: "sessions", title: |lang| lang.sessions_title(), gather: me_store::sessions },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_section_has_a_key_of_its_own_that_fits_a_file_name_everywhere() {
        let mut keys: Vec<&str> = SECTIONS.iter().map(|section| section.key).collect();
        assert!(keys.iter().all(|key| key.bytes().all(|c| c.is_ascii_lowercase() || c == b'_')), "{keys:?}");
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), SECTIONS.len());
    }
}
