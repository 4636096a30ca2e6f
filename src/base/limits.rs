//! Every number, with its unit.

/// Characters of a post's text.
pub const POST_CHARS_MAX: usize = 10_000;
/// Characters of a comment's text.
pub const COMMENT_CHARS_MAX: usize = 5_000;
/// Characters of a shown name.
pub const SHOWN_NAME_CHARS_MAX: usize = 64;
/// Characters of a username, at least and at most.
pub const USERNAME_CHARS: std::ops::RangeInclusive<usize> = 2..=32;
/// Characters of a profile's text.
pub const BIO_CHARS_MAX: usize = 2_000;
/// Characters of one short line of a profile (pronouns, place).
pub const LINE_CHARS_MAX: usize = 100;
/// Characters of the name of a group or an aspect.
pub const GROUP_NAME_CHARS_MAX: usize = 64;
/// Characters of a group's description.
pub const GROUP_ABOUT_CHARS_MAX: usize = 2_000;
/// Characters of the word that goes with asking to come into a group.
pub const ASK_CHARS_MAX: usize = 300;
/// People who ask to come into one group and were not answered yet.
pub const GROUP_ASKS_MAX: usize = 200;
/// People who are invited to one group and did not answer yet.
pub const GROUP_INVITES_MAX: usize = 200;
/// Groups that one person asks to come into at a time.
pub const MY_ASKS_MAX: usize = 20;
/// Leaders of a group who are told that somebody asks.
pub const LEADERS_TOLD_MAX: usize = 20;
/// Milliseconds after which somebody who was refused, or taken out by staff, can ask again: a day.
pub const ASK_AGAIN_MS: i64 = 24 * 60 * 60 * 1000;
/// Milliseconds after which somebody who said no to an invitation can be invited again: a week.
pub const INVITE_AGAIN_MS: i64 = 7 * 24 * 60 * 60 * 1000;
/// Characters of a photo's alternative text.
pub const ALT_CHARS_MAX: usize = 500;
/// Characters of an album's title.
pub const ALBUM_TITLE_CHARS_MAX: usize = 100;
/// Characters of an album's description.
pub const ALBUM_ABOUT_CHARS_MAX: usize = 2_000;
/// Characters of a photo's caption.
pub const CAPTION_CHARS_MAX: usize = 500;
/// Albums of one person.
pub const ALBUMS_MAX: usize = 200;
/// Photos in one album; a request brings at most as many as a post has.
pub const ALBUM_PHOTOS_MAX: usize = 2_000;
/// Photos on one page of an album.
pub const ALBUM_PAGE: usize = 60;
/// People tagged in one photo.
pub const SPOTS_MAX: usize = 30;
/// Characters of the reason that goes with a report or a decision.
pub const REASON_CHARS_MAX: usize = 2_000;
/// Characters of what staff write to somebody with a sanction, and with its end.
pub const SANCTION_CHARS_MAX: usize = 500;
/// Characters of asking that somebody looks again at what staff decided.
pub const APPEAL_CHARS_MAX: usize = 2_000;
/// Days of the box within which one can ask.
pub const APPEAL_DAYS: i64 = 20;
/// How long staff can take back what they decided, milliseconds: a day.
pub const UNDO_MS: i64 = 24 * 60 * 60 * 1000;
/// What one message inside a case says, letters.
pub const CASE_MESSAGE_CHARS_MAX: usize = 2_000;
/// Messages of staff and one person in one case.
pub const CASE_MESSAGES_MAX: usize = 200;
/// Sanctions that end in one write of the box.
pub const SANCTIONS_ENDED_AT_ONCE: i64 = 50;
/// Days for which a sanction can be set with an end: two years.
pub const SANCTION_DAYS_MAX: i64 = 730;
/// Characters of the site's name.
pub const SITE_NAME_CHARS_MAX: usize = 40;
/// Photos in one post.
pub const POST_PHOTOS_MAX: usize = 20;
/// Answers to choose from in a poll, at least.
pub const POLL_OPTIONS_MIN: usize = 2;
/// Answers to choose from in a poll, at most.
pub const POLL_OPTIONS_MAX: usize = 12;
/// Characters of the question of a poll, and of each answer.
pub const POLL_CHARS_MAX: usize = 255;
/// Groups, aspects or people that one post can name.
pub const AUDIENCE_TARGETS_MAX: usize = 100;
/// Aspects of one person.
pub const ASPECTS_MAX: usize = 50;
/// Contacts of one person.
pub const CONTACTS_MAX: usize = 2_000;
/// Tags, and mentions, that one text can carry; later ones stay plain text.
pub const MARKS_MAX: usize = 30;
/// Lines of a pasted list of people.
pub const PASTED_PEOPLE_MAX: usize = 1_000;
/// Characters of a member's password, at least.
pub const PASSWORD_CHARS_MIN: usize = 8;
/// Characters of a staff member's password, at least (`supervision.md` §6).
pub const STAFF_PASSWORD_CHARS_MIN: usize = 15;
/// Characters of a password, at most: hashing reads all of it.
pub const PASSWORD_CHARS_MAX: usize = 256;
/// Posts on one page of a stream.
pub const STREAM_PAGE: usize = 20;
/// Comments on one page under a post.
pub const COMMENTS_PAGE: usize = 100;
/// Earlier commenters under a post who are told of a new comment.
pub const COMMENTERS_TOLD_MAX: usize = 20;
/// Posts on top of one stream.
pub const PINS_MAX: usize = 3;
/// People who follow a post and are told of a new comment.
pub const FOLLOWERS_TOLD_MAX: usize = 200;
/// Unread notices that are counted; a badge says "99+" beyond 99.
pub const UNREAD_COUNTED_MAX: i64 = 100;
/// Characters of an item that a notice quotes.
pub const EXCERPT_CHARS_MAX: usize = 120;
/// Rows on one page of a list (people, audit, desk).
pub const LIST_PAGE: usize = 50;
/// Bytes of a form without files.
pub const FORM_BYTES_MAX: u64 = 256 * 1024;
/// Mebibytes of one uploaded photo.
pub const PHOTO_MIB_MAX: u64 = 20;
/// Megapixels of one uploaded photo, read from its header before decoding.
pub const PHOTO_MEGAPIXELS_MAX: u32 = 50;
/// Milliseconds after which an unused session ends: a class of 20 minutes and some grace is too
/// short for a first version without kiosk mode, so 8 hours is the absolute end and 2 hours the idle one.
pub const SESSION_IDLE_MS: i64 = 2 * 60 * 60 * 1000;
/// Milliseconds after which every session ends (`supervision.md` §6: 8 h at most).
pub const SESSION_WHOLE_MS: i64 = 8 * 60 * 60 * 1000;
/// Milliseconds between two notes of "this session was used": a page view writes nothing in between.
pub const SESSION_NOTE_MS: i64 = 60 * 1000;
/// Writes that share one commit.
pub const WRITER_BATCH_MAX: usize = 256;
/// Writes that may wait for the writer before others are told the box is busy.
pub const WRITER_QUEUE_MAX: usize = 1024;
/// Milliseconds a write waits for a place in the queue before it answers `Busy`.
pub const WRITER_WAIT_MS: u64 = 5_000;
/// Topics that one live page may listen to: a page of the list of conversations has a hundred people on it.
pub const LIVE_TOPICS_MAX: usize = 128;
/// Live pages of one person at a time: with one more, the oldest is let go.
pub const LIVE_SOCKETS_PER_PERSON: usize = 12;
/// Live pages of the whole site at a time.
pub const LIVE_SOCKETS_MAX: usize = 4_000;
/// Characters of what is typed into a search; the rest is not looked at.
pub const SEARCH_CHARS_MAX: usize = 200;
/// Words and phrases of one search; later ones are not asked for.
pub const SEARCH_PHRASES_MAX: usize = 12;
/// Posts, comments and photos on one page of what was found.
pub const SEARCH_PAGE: usize = 20;
/// Characters of a text that a search shows round what was found.
pub const SEARCH_EXCERPT_CHARS: usize = 240;
/// Names offered while somebody types `@` or `#`.
pub const SUGGESTIONS_MAX: usize = 8;
/// Tags that one person follows.
pub const FOLLOWED_TAGS_MAX: usize = 100;
/// Posts that one person hides; the oldest come back when there are more.
pub const HIDDEN_MAX: usize = 2_000;
/// Posts that pass one on whose open pages are told at once when it changes.
pub const RESHARES_TOLD_MAX: i64 = 200;
/// Characters of the word that says why a post is behind a shield.
pub const SHIELD_WHY_CHARS_MAX: usize = 60;
/// Things that one person has begun to write and not sent.
pub const DRAFTS_MAX: i64 = 20;
/// Bytes of one of them, with everything that stands in its form.
pub const DRAFT_BYTES_MAX: usize = 64 * 1024;
/// Characters of the title of an announcement or an event, and of a file's name.
pub const TITLE_CHARS_MAX: usize = 120;
/// Characters of an announcement.
pub const ANNOUNCEMENT_CHARS_MAX: usize = 5_000;
/// Characters of an announcement that Home shows; the rest is one press away.
pub const ANNOUNCEMENT_EXCERPT_CHARS: usize = 400;
/// Announcements that Home shows at once; the others are counted.
pub const ANNOUNCEMENTS_ON_HOME: usize = 3;
/// Announcements that are current at one time: what Home looks through.
pub const ANNOUNCEMENTS_CURRENT_MAX: usize = 100;
/// Rows (a person in a group) on one page of read receipts.
pub const RECEIPTS_MAX: usize = 2_000;
/// Megabytes (of a million bytes) that the photos of one person may take, where the house rules say nothing else: some 1,500 photos.
pub const SPACE_MB: u32 = 1_000;
/// Megabytes of space that the house rules offer. With the most, an archive with each photo twice stays within the
/// 4 GiB that every program opens.
pub const SPACES_MB: [u32; 4] = [100, 250, 500, SPACE_MB];
/// Characters of what an event is about.
pub const EVENT_ABOUT_CHARS_MAX: usize = 5_000;
/// Days that one event can take: what a month looks back for those that are not over.
pub const EVENT_DAYS_MAX: usize = 62;
/// Events on one page of a month.
pub const EVENTS_SHOWN_MAX: usize = 500;
/// People whom the page of an event names; the others are counted.
pub const GUESTS_SHOWN_MAX: usize = 100;
/// Mebibytes of one file in a group.
pub const FILE_MIB_MAX: u64 = 20;
/// Characters of the line about a file.
pub const FILE_ABOUT_CHARS_MAX: usize = 500;
/// Mebibytes of all files in one group. What a person may take is a rule of the house ([`SPACE_MB`]).
pub const FILES_GROUP_MIB_MAX: u64 = 2_000;
/// Days of the box for which an archive is kept after it is ready.
pub const ARCHIVE_DAYS: i64 = 7;
/// Days of the box in which somebody who closed their account can come back.
pub const CLOSING_DAYS: i64 = 14;
/// Characters of one message in a conversation.
pub const MESSAGE_CHARS_MAX: usize = 5_000;
/// Photos in one message.
pub const MESSAGE_PHOTOS_MAX: usize = 10;
/// Documents in one message.
pub const MESSAGE_FILES_MAX: usize = 5;
/// Milliseconds in which one can change a message, or take it away.
pub const MESSAGE_EDIT_MS: i64 = 15 * 60 * 1000;
/// Messages on one page of a conversation.
pub const MESSAGES_PAGE: usize = 50;
/// Messages that are told one by one to a page that was away; one that missed more is told to refresh.
pub const MESSAGES_TOLD_MAX: usize = 100;
/// Characters of the name of a conversation.
pub const CHAT_NAME_CHARS_MAX: usize = 64;
/// People in one conversation that no group has.
pub const CHAT_PEOPLE_MAX: usize = 200;
/// People taken into a conversation at a time.
pub const CHAT_ADDED_MAX: usize = 50;
/// Conversations of one person that are looked through when they search, the newest first.
pub const CHATS_MAX: usize = 500;
/// Conversations on one page of the list.
pub const CHATS_PAGE: usize = 100;
/// People of a conversation whom its page shows: a whole group may be in it.
pub const CHAT_SHOWN: usize = 500;
/// Conversations that stand beside an open one.
pub const CHATS_BESIDE: usize = 30;
/// People whom one looks through at a time to choose some for a conversation.
pub const CHAT_CANDIDATES: usize = 50;
/// Conversations that one person can begin among many.
pub const CHATS_BEGUN_MAX: i64 = 200;
/// Characters with which a page may name a message that it sends, at most.
pub const SENT_KEY_CHARS_MAX: usize = 40;
/// Unread messages of one conversation that are counted.
pub const UNREAD_MESSAGES_COUNTED: i64 = 100;
/// Characters of the words that go with a reason to look into private talk, at least (`supervision.md` §1).
pub const READING_WORDS_CHARS_MIN: usize = 10;
/// Pairs of people whom one keep-apart of two groups may part when it is set: each is two rows, all in one write.
pub const APART_PAIRS_MAX: i64 = 40_000;
/// Milliseconds for which it is open: a day.
pub const READING_MS: i64 = 24 * 60 * 60 * 1000;
/// Milliseconds for which others see that a member of staff looks at a case, after they opened it (`supervision.md` §3).
pub const CLAIM_MS: i64 = 10 * 60 * 1000;
/// Cases that are counted for the number beside a list of the desk.
pub const CASES_COUNTED: i64 = 100;
/// Hours within which cases should be decided, where a house says nothing else: what is urgent, what waits to be seen, and
/// everything else (`supervision.md` §3). The triggers of `0032_cases.sql` say the same.
pub const DUE_URGENT_H: u32 = 1;
/// What waits to be seen.
pub const DUE_HELD_H: u32 = 24;
/// Everything else.
pub const DUE_OTHER_H: u32 = 72;
/// Hours among which a house chooses.
pub const DUE_CHOICES_H: [u32; 9] = [1, 2, 4, 8, 24, 48, 72, 120, 168];
/// Characters of the pattern of a word rule, or of one of its exceptions (`supervision.md` §2).
pub const WATCH_PATTERN_CHARS_MAX: usize = 100;
/// Exceptions of one word rule.
pub const WATCH_EXCEPTIONS_MAX: usize = 50;
/// Word rules in all.
pub const WATCH_RULES_MAX: usize = 10_000;
/// Mebibytes of a table of word rules.
pub const WATCH_TABLE_MIB_MAX: u64 = 4;
/// Word rules of one action that are switched on.
pub const WATCH_ENABLED_MAX: usize = 2_000;

/// Messages on one day that staff can allow somebody at most, where they say a number at all.
pub const LEVEL_MESSAGES_DAY_MAX: usize = 500;

/// People in a new conversation that staff can allow somebody at most, where they say a number at all (`supervision.md` §5).
pub const LEVEL_PEOPLE_MAX: usize = 10;

/// So many messages before the last of a day it is said how many are left.
pub const MESSAGES_LEFT_SAID: i64 = 5;

/// How many first things of a new account can wait, as a house chooses; 0: none for being new.
pub const FIRST_WAITS: [u32; 7] = [0, 1, 3, 5, 10, 20, 50];

/// Things that may be deleted on one day without an owner who says yes, whatever is usual.
pub const RETENTION_LITTLE: i64 = 20;

/// Days for which things can be kept, as a house chooses; 0: for ever.
pub const KEPT_DAYS: [u32; 8] = [30, 60, 90, 180, 365, 730, 1825, 0];

/// Days after which somebody must look at a legal hold again.
pub const HOLD_REVIEW_DAYS: i64 = 90;

/// Characters of the reason of a legal hold, at least.
pub const HOLD_REASON_LEAST: usize = 10;

/// Characters of the notice of the house in one language.
pub const CHARTER_CHARS_MAX: usize = 20_000;

/// Minutes before the end of its hours from which an open page says so.
pub const CLOSING_SAID_MIN: i64 = 10;

/// Minutes after the end of the hours in which what somebody was writing can still be kept as a draft.
pub const CLOSING_DRAFTS_MIN: i64 = 5;

/// Characters of what members are told while all writing is stopped.
pub const FREEZE_CHARS_MAX: usize = 300;

/// Stopped groups that stand over a page, besides the site; whoever is in more sees the newest.
pub const FROZEN_SHOWN_MAX: i64 = 4;
