//! The words of a line: what it is, why, and what became of it.

use super::{Line, Sort};
use crate::base::watch::Surface;
use crate::base::{Act, Duty, Kind, Sanction};
use crate::features::moderation::{self, CaseSort, Origin, ReportReason};
use crate::features::{appeals, audit, sanctions};
use crate::lang::Lang;
use crate::ui::Now;

pub(super) fn sort_words(lang: &Lang, sort: Sort) -> &str {
    match sort {
        Sort::Cases => lang.timeline_cases(),
        Sort::Decisions => lang.timeline_decisions(),
        Sort::Set => lang.timeline_set(),
        Sort::Appeals => lang.timeline_appeals(),
        Sort::Reports => lang.timeline_reports(),
        Sort::Sent => lang.timeline_sent(),
        Sort::Talk => lang.timeline_talk(),
        Sort::Words => lang.timeline_words(),
        Sort::Readings => lang.timeline_readings(),
        Sort::Duties => lang.timeline_duties(),
        Sort::Groups => lang.timeline_groups(),
        Sort::Apart => lang.timeline_apart(),
        Sort::Holds => lang.timeline_holds(),
        Sort::Account => lang.timeline_account(),
    }
}

/// What happened, in a few words.
pub(super) fn what(lang: &Lang, line: &Line, kind: Option<Kind>) -> String {
    let words: &str = match (line.sort, line.what.as_str()) {
        (Sort::Cases, sort) => return case(lang, sort, line.more),
        (Sort::Decisions, _) if line.more == 1 => lang.timeline_undone(),
        (Sort::Decisions, word) => decision(lang, word),
        (Sort::Set, kind) => sanctions::kind_words(lang, Sanction::parse(kind).unwrap_or(Sanction::Note)),
        (Sort::Appeals, outcome) => appeals::Outcome::parse(outcome)
            .map_or(lang.appeal_open(), |outcome| appeals::outcome_words(lang, outcome)),
        (Sort::Reports, _) if line.item.is_none() => lang.timeline_report_person(),
        (Sort::Reports, _) => lang.timeline_report_thing(),
        (Sort::Sent, _) if line.item.is_none() => lang.timeline_sent_person(),
        (Sort::Sent, _) => lang.timeline_sent_thing(),
        (Sort::Talk, "staff") => lang.timeline_talk_staff(),
        (Sort::Talk, _) => lang.timeline_talk_answer(),
        (Sort::Words, _) if kind.is_some() => lang.timeline_matched(),
        (Sort::Words, _) => {
            moderation::surface_words(lang, Surface::parse(&line.reason).unwrap_or(Surface::Post))
        }
        (Sort::Readings, "posts") => lang.timeline_read_posts(),
        (Sort::Readings, _) => lang.timeline_read_person(),
        (Sort::Duties, duty) => return duties(lang, duty, line),
        (Sort::Groups, group) => return lang.timeline_member(group),
        (Sort::Holds, "person") => lang.timeline_hold_all(),
        (Sort::Holds, _) => lang.timeline_hold_thing(),
        (Sort::Apart, "court") => lang.apart_kind_court(),
        (Sort::Apart, "safeguarding") => lang.apart_kind_safeguarding(),
        (Sort::Apart, "conduct") => lang.apart_kind_conduct(),
        (Sort::Apart, _) => lang.apart_kind_other(),
        (Sort::Account, act) if act == Act::RefuseSignIn.word() => lang.timeline_refused(),
        (Sort::Account, act) => audit::act_words_of(lang, act),
    };
    words.to_owned()
}

/// What a case is about, and what brought it before staff.
fn case(lang: &Lang, sort: &str, origins: i64) -> String {
    let about = match CaseSort::parse(sort) {
        Some(CaseSort::Person) => Some(lang.coverage_people()),
        Some(CaseSort::Worry) => Some(lang.coverage_worry()),
        Some(CaseSort::Words) => Some(lang.coverage_words()),
        Some(CaseSort::Help) => Some(lang.coverage_help()),
        Some(CaseSort::Appeal) => Some(lang.coverage_appeals()),
        Some(CaseSort::Item) | None => None,
    };
    if let Some(about) = about {
        return about.to_owned();
    }
    let each = [
        (Origin::Report, lang.timeline_origin_report()),
        (Origin::Held, lang.timeline_origin_held()),
        (Origin::Words, lang.timeline_origin_words()),
        (Origin::Staff, lang.timeline_origin_staff()),
    ];
    let each: Vec<&str> =
        each.iter().filter(|(origin, _)| origin.is_in(origins)).map(|(_, words)| *words).collect();
    lang.list(&each)
}

/// What was decided, by its word; for a case, that nothing waits any more.
fn decision<'l>(lang: &'l Lang, word: &str) -> &'l str {
    match word {
        "remove" => lang.record_removed(),
        "restore" => lang.record_restored(),
        "release" => lang.record_released(),
        "shield" => lang.shield_decided(),
        "unshield" => lang.shield_lifted(),
        "gone" => lang.timeline_gone(),
        "close" => lang.desk_closed(),
        "upheld" => lang.appeal_stands(),
        "changed" => lang.appeal_changed(),
        _ => lang.timeline_kept(),
    }
}

fn duties(lang: &Lang, word: &str, line: &Line) -> String {
    let duty = match Duty::parse(word) {
        Some(Duty::Moderate) => lang.admin_duty_moderate(),
        Some(Duty::Accounts) => lang.admin_duty_accounts(),
        Some(Duty::Safeguard) => lang.admin_duty_safeguard(),
        Some(Duty::Audit) => lang.admin_duty_audit(),
        Some(Duty::Settings) => lang.admin_duty_settings(),
        None => lang.duties_owner(),
    };
    if line.more == 1 {
        format!("{duty} ({})", lang.duties_of_group(line.reason.as_str()))
    } else {
        format!("{duty} ({})", lang.duties_of_site())
    }
}

/// Why, where there is a reason.
pub(super) fn why<'l>(lang: &'l Lang, line: &Line) -> Option<&'l str> {
    match line.sort {
        Sort::Decisions if line.more == 1 => None,
        Sort::Decisions | Sort::Set => Some(sanctions::reason_word(lang, &line.reason)),
        Sort::Reports | Sort::Sent => {
            ReportReason::parse(&line.reason).map(|reason| moderation::report_reason(lang, reason).1)
        }
        Sort::Readings => Some(moderation::reading_reason(lang, &line.reason)),
        Sort::Cases
        | Sort::Appeals
        | Sort::Talk
        | Sort::Words
        | Sort::Duties
        | Sort::Groups
        | Sort::Apart
        | Sort::Holds
        | Sort::Account => None,
    }
}

/// What became of it, and when; of what is open, until when it holds or is due.
pub(super) fn became(lang: &Lang, now: &Now, line: &Line) -> Option<String> {
    let Some(ended) = &line.ended else {
        if let (Sort::Holds, Some(review)) = (line.sort, line.until_ms) {
            return Some(lang.holds_look_again(lang.date(now.day_at(review))));
        }
        let until = line.until_ms.map(|until| now.moment(lang, until));
        return match (line.sort, until) {
            (Sort::Cases, Some(until)) => Some(lang.desk_due(until)),
            (Sort::Set, Some(until)) if line.more == 1 => Some(lang.sanction_until(until)),
            (Sort::Set, Some(until)) => Some(lang.sanction_ended(until)),
            (Sort::Reports | Sort::Sent, _) => Some(lang.timeline_waits().to_owned()),
            _ => None,
        };
    };
    let at = now.moment(lang, ended.at_ms);
    Some(match line.sort {
        Sort::Cases => format!("{} · {at}", decision(lang, &line.reason)),
        Sort::Set if ended.by.is_some() => lang.sanction_lifted(at),
        Sort::Set => lang.sanction_ended(at),
        Sort::Groups => format!("{} · {at}", went(lang, &line.reason)),
        _ => format!("{} · {at}", lang.timeline_over()),
    })
}

/// How somebody went from a group.
fn went<'l>(lang: &'l Lang, how: &str) -> &'l str {
    match how {
        "left" => lang.timeline_left(),
        "gone" => lang.timeline_group_gone(),
        _ => lang.timeline_taken(),
    }
}
