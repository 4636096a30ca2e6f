//! What stands in place of a page: outside the hours of use, and, of pages that are there only to write, while all writing rests.

use super::{Answer, Gate, Page, Visit};
use crate::base::hours::Door;
use crate::base::{ItemId, Result, Role, Sanction, limits};
use crate::lang::Lang;
use crate::ui::{self, Banner, Icon, Now, Place};
use axum::http::Method;

/// The routes of pages that only write. What stands on a page beside other things goes by the house rules of that look
/// (`Rules::offered_to`); what one had begun to write is kept, and is there again afterwards.
pub(super) const WRITING: &[&str] = &[
    "/posts/new",
    "/posts/{id}/edit",
    "/comments/{id}/edit",
    "/messages/{id}/edit",
    "/chat/new",
    "/photos/{id}/edit",
    "/albums/new",
    "/albums/{id}/edit",
    "/groups/{id}/albums/new",
    "/groups/{id}/files/new",
    "/groups/{id}/edit",
    "/files/{id}/edit",
    "/events/new",
    "/events/{id}/edit",
    "/announcements/new",
    "/announcements/{id}/edit",
];

/// The routes that stay open outside the hours, besides those that are open to everybody: going away, a password that must
/// be chosen, and help.
pub(super) const ALWAYS: &[&str] = &["/sign-out", "/password", "/help/need"];

/// Where drafts are kept: a little longer than it is open.
const DRAFTS: &str = "/drafts";

const MINUTE_MS: i64 = 60_000;

/// What stands in place of the answer of this route, where it is closed to whoever asks for it.
pub(super) fn in_place_of(path: &str, gate: Gate, visit: &Visit) -> Option<Answer> {
    let door = visit.door();
    if door.is_shut() && gate != Gate::Open && !ALWAYS.contains(&path) && !keeps_a_draft(path, visit) {
        return Some(shut(visit, door));
    }
    if let Some(closed) = only_reads(path, visit) {
        return Some(closed);
    }
    let stopped = visit.someone()?.frozen.iter().find(|each| each.group.is_none())?;
    if visit.viewer().role() != Some(Role::Member) || visit.method != Method::GET || !WRITING.contains(&path)
    {
        return None;
    }
    let lang = visit.lang();
    let words = format!("{} {}", stopped.words, lang.freeze_kept());
    let main = ui::dead_end(Icon::Lock, lang.freeze_now(), &words, Some(("/", lang.refusal_go_home())));
    Some(visit.show(Page::new(lang.freeze_now(), Place::Elsewhere, main).closed()))
}

/// What stands in place of a page that only writes, in a group that rests: of those the reader is in, or of what is theirs. Of
/// anything else it says nothing, since that is not there for them.
pub(super) async fn resting(path: &str, visit: &Visit) -> Result<Option<Answer>> {
    let looks = visit.method == Method::GET && WRITING.contains(&path) && path.contains("{id}");
    if !looks || visit.viewer().role() != Some(Role::Member) {
        return Ok(None);
    }
    let Ok(id) = visit.part::<ItemId>("id") else { return Ok(None) };
    let in_group = path.starts_with("/groups/");
    if !visit.read(|look| look.rests(in_group, id.0)).await? {
        return Ok(None);
    }
    let lang = visit.lang();
    let main = ui::dead_end(
        Icon::Lock,
        lang.freeze_now(),
        lang.problem_only_read(),
        Some(("/", lang.refusal_go_home())),
    );
    Ok(Some(visit.show(Page::new(lang.freeze_now(), Place::Elsewhere, main).closed())))
}

/// Staff have set that this account reads and does not write: until when.
fn only_reads(path: &str, visit: &Visit) -> Option<Answer> {
    let me = visit.someone()?;
    if !me.read_only || visit.method != Method::GET || !WRITING.contains(&path) {
        return None;
    }
    let (lang, until_ms) = (visit.lang(), me.stop(Sanction::ReadOnly).and_then(|stop| stop.until_ms));
    let title = ui::stop_words(lang, Sanction::ReadOnly, until_ms, &visit.rules().time_zone)?;
    let home = Some(("/", lang.refusal_go_home()));
    let main = ui::dead_end(Icon::Lock, &title, lang.sanction_stop_where(), home);
    Some(visit.show(Page::new(&title, Place::Elsewhere, main).closed()))
}

/// What was being written when it closed is kept by its script some moments later.
fn keeps_a_draft(path: &str, visit: &Visit) -> bool {
    let before = visit.now_ms() - limits::CLOSING_DRAFTS_MIN * MINUTE_MS;
    path == DRAFTS && visit.method == Method::POST && !visit.door_at(before).is_shut()
}

/// When it opens again, in the reader's language; with what they sent, which was not taken.
fn shut(visit: &Visit, door: Door) -> Answer {
    let (lang, zone) = (visit.lang(), &visit.rules().time_zone);
    let words = match door {
        Door::Shut(Some(opens)) => {
            lang.shut_until(Now::new(visit.now_ms(), zone).moment(lang, opens.as_millisecond()))
        }
        Door::ShutUnsure => lang.shut_unsure().to_owned(),
        _ => lang.shut_later().to_owned(),
    };
    let main = ui::shut(lang, &visit.same_site(), &words, visit.form.text("body"));
    visit.show(Page::new(lang.shut_title(), Place::Elsewhere, main).alone().closed())
}

/// What stands over every page of the hours: that they end soon, that the clock cannot be believed, or that it is closed.
pub(super) fn said(lang: &Lang, door: Door, now: &Now) -> Vec<Banner> {
    let banner = |sign, title: String, words: &str| vec![Banner { sign, title, words: words.to_owned() }];
    match door {
        Door::Open(Some(until)) if ends_soon(until.as_millisecond(), now.ms()) => {
            let time = now.clock_of(until.as_millisecond());
            banner(Icon::Clock, lang.shut_soon(time), lang.shut_soon_words())
        }
        Door::OpenUnsure => {
            banner(Icon::AlertTriangle, lang.shut_unsure_title().to_owned(), lang.shut_unsure_words())
        }
        Door::Shut(Some(opens)) => {
            let words = lang.shut_until(now.moment(lang, opens.as_millisecond()));
            banner(Icon::Clock, lang.shut_now().to_owned(), &words)
        }
        Door::Shut(None) => banner(Icon::Clock, lang.shut_now().to_owned(), lang.shut_later()),
        Door::ShutUnsure => banner(Icon::Clock, lang.shut_now().to_owned(), lang.shut_unsure()),
        Door::Free | Door::Open(_) => Vec::new(),
    }
}

fn ends_soon(until_ms: i64, now_ms: i64) -> bool {
    until_ms - now_ms <= limits::CLOSING_SAID_MIN * MINUTE_MS
}

/// From which moment on an open page must look again what it says of the hours, milliseconds since 1970.
pub(super) fn look_again_at(door: Door, now_ms: i64) -> i64 {
    match door {
        Door::Open(Some(until)) if ends_soon(until.as_millisecond(), now_ms) => until.as_millisecond(),
        Door::Open(Some(until)) => until.as_millisecond() - limits::CLOSING_SAID_MIN * MINUTE_MS,
        _ => i64::MAX,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_of_these_pages_is_there() {
        let routes = crate::features::routes();
        let is_there = |path: &str, method: &Method| {
            routes.list().iter().any(|route| route.path == path && route.method == *method)
        };
        for path in WRITING {
            assert!(is_there(path, &Method::GET), "{path} is no page");
        }
        assert!(ALWAYS.iter().chain(&[DRAFTS]).all(|path| is_there(path, &Method::POST)));
    }

    #[test]
    fn a_page_looks_again_when_its_hours_begin_to_end_and_when_they_end() {
        let ends = Door::Open(Some(jiff::Timestamp::from_millisecond(3_600_000).unwrap()));
        let first = look_again_at(ends, 0);
        assert_eq!(first, 3_600_000 - 10 * MINUTE_MS);
        assert_eq!(look_again_at(ends, first), 3_600_000);
        assert_eq!(look_again_at(Door::Free, 0), i64::MAX);
    }
}
