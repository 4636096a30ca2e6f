//! Values as words: times, problems, the address of a picture.

use maud::Markup;

use super::{Problem as Shown, time};
use crate::base::watch::Fit;
use crate::base::{AccountId, Problem, Problems, Sanction, Until, limits};
use crate::lang::Lang;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ZonedDateTime};

/// The moment at which a page is made, in the site's time zone: all its times are seen from here.
#[derive(Clone, Debug)]
pub struct Now(ZonedDateTime);

impl Now {
    /// From milliseconds since 1970 and the IANA name of a zone; an unknown zone is UTC.
    pub fn new(now_ms: i64, zone: &str) -> Now {
        let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
        Now(ZonedDateTime::new(instant(now_ms), zone))
    }

    /// Milliseconds since 1970.
    pub fn ms(&self) -> i64 {
        self.0.timestamp().as_millisecond()
    }

    /// "5 min ago", with the whole time behind it.
    pub fn ago(&self, lang: &Lang, then_ms: i64) -> Markup {
        let then = instant(then_ms);
        time(&then.to_string(), &lang.ago(&self.0, then), &lang.moment(then, self.0.time_zone()))
    }

    /// "5 min ago", the words alone.
    pub fn ago_words<'l>(&self, lang: &'l Lang, then_ms: i64) -> std::borrow::Cow<'l, str> {
        lang.ago(&self.0, instant(then_ms))
    }

    /// The day that is so many days from now: "12 March 2026".
    pub fn day_after(&self, lang: &Lang, days: i64) -> String {
        let then = self.0.date().checked_add(jiff::Span::new().days(days.clamp(0, 36_500)));
        lang.date(then.unwrap_or(self.0.date()))
    }

    /// The time of day: "14:05".
    pub fn clock(&self) -> String {
        format!("{:02}:{:02}", self.0.hour(), self.0.minute())
    }

    /// The time of day at that moment, "14:05", with the whole time behind it.
    pub fn clock_at(&self, lang: &Lang, then_ms: i64) -> Markup {
        let zoned = self.at(then_ms);
        let words = format!("{:02}:{:02}", zoned.hour(), zoned.minute());
        time(&zoned.timestamp().to_string(), &words, &self.moment(lang, then_ms))
    }

    /// The time of day at that moment, the words alone: "14:05".
    pub fn clock_of(&self, then_ms: i64) -> String {
        let zoned = self.at(then_ms);
        format!("{:02}:{:02}", zoned.hour(), zoned.minute())
    }

    /// The day of that moment here.
    pub fn day_at(&self, then_ms: i64) -> jiff::civil::Date {
        self.at(then_ms).date()
    }

    /// The moment at which a day begins here, milliseconds since 1970.
    pub fn begins(&self, day: jiff::civil::Date) -> Option<i64> {
        let begins = self.0.time_zone().to_ambiguous_timestamp(day.at(0, 0, 0, 0)).compatible().ok()?;
        Some(begins.as_millisecond())
    }

    fn at(&self, then_ms: i64) -> ZonedDateTime {
        ZonedDateTime::new(instant(then_ms), self.0.time_zone().clone())
    }

    /// The whole time: "12 March 2026, 14:05".
    pub fn moment(&self, lang: &Lang, then_ms: i64) -> String {
        lang.moment(instant(then_ms), self.0.time_zone())
    }
}

fn instant(ms: i64) -> Timestamp {
    Timestamp::from_millisecond(ms).unwrap_or(Timestamp::UNIX_EPOCH)
}

/// The problems of a form, in the reader's language.
#[derive(Clone, Debug, Default)]
pub struct Said(Vec<(&'static str, String)>);

impl Said {
    /// Says each problem.
    pub fn new(lang: &Lang, problems: &Problems) -> Said {
        Said(problems.iter().map(|(field, problem)| (*field, problem_words(lang, problem))).collect())
    }

    /// What is wrong with one field.
    pub fn of(&self, field: &str) -> Option<&str> {
        self.0.iter().find(|(name, _)| *name == field).map(|(_, words)| words.as_str())
    }

    /// All of them, for the list on top of the form.
    pub fn list(&self) -> Vec<Shown<'_>> {
        self.0.iter().map(|(field, words)| Shown { field, words }).collect()
    }
}

/// What somebody may not do for now, in words to themselves, with its end where there is one; nothing of what holds nobody
/// back, or lets nobody in to read it.
pub fn stop_words(lang: &Lang, kind: Sanction, until_ms: Option<i64>, zone: &str) -> Option<String> {
    let until = until_ms.map(|at_ms| Now::new(at_ms, zone).moment(lang, at_ms));
    Some(match (kind, until) {
        (Sanction::ReadOnly, None) => lang.sanction_stop_writing().to_owned(),
        (Sanction::ReadOnly, Some(when)) => lang.sanction_stop_writing_until(when),
        (Sanction::NoMessages, None) => lang.sanction_stop_messages().to_owned(),
        (Sanction::NoMessages, Some(when)) => lang.sanction_stop_messages_until(when),
        (Sanction::NoPhotos, None) => lang.sanction_stop_photos().to_owned(),
        (Sanction::NoPhotos, Some(when)) => lang.sanction_stop_photos_until(when),
        _ => return None,
    })
}

fn stopped(lang: &Lang, kind: Sanction, until: &Until) -> String {
    stop_words(lang, kind, until.at_ms, &until.zone).unwrap_or_default()
}

/// One problem in the reader's language.
fn problem_words(lang: &Lang, problem: &Problem) -> String {
    let plain = match problem {
        Problem::Missing => lang.problem_missing(),
        Problem::Taken => lang.problem_taken(),
        Problem::NotUnderstood => lang.problem_not_understood(),
        Problem::TooCommon => lang.problem_too_common(),
        Problem::NotTheSame => lang.problem_not_the_same(),
        Problem::WrongSignIn => lang.problem_wrong_sign_in(),
        Problem::WrongCode => lang.problem_wrong_code(),
        Problem::WrongPassword => lang.problem_wrong_password(),
        Problem::BadUsername => lang.problem_bad_username(),
        Problem::NotAPicture => lang.problem_not_a_picture(),
        Problem::Damaged => lang.problem_damaged(),
        Problem::DiskFull => lang.problem_disk_full(),
        Problem::EndsFirst => lang.problem_ends_first(),
        Problem::NoDocuments => lang.problem_no_documents(),
        Problem::NotADocument => lang.problem_not_a_document(),
        Problem::NotWhatItSays => lang.problem_not_what_it_says(),
        Problem::Macros => lang.problem_macros(),
        Problem::NotYet => lang.problem_not_yet(),
        Problem::ForStaff => lang.problem_for_staff(),
        Problem::SentByStaff => lang.problem_sent_by_staff(),
        Problem::SentByLeaders => lang.problem_sent_by_leaders(),
        Problem::RuleThere => lang.problem_rule_there(),
        Problem::Twice => lang.problem_twice(),
        Problem::Past => lang.problem_past(),
        Problem::Gone => lang.problem_gone(),
        Problem::Locked => lang.problem_locked(),
        Problem::TooLate => lang.chat_too_late(),
        Problem::NoVoice => lang.chat_no_voice(),
        Problem::Frozen => lang.problem_frozen(),
        Problem::OnlyRead => lang.problem_only_read(),
        Problem::AlreadySet => lang.problem_already_set(),
        Problem::Asked => lang.problem_asked(),
        Problem::AskedLate => lang.problem_asked_late(),
        Problem::NotTagged => lang.problem_not_tagged(),
        Problem::NotNarrower => lang.problem_not_narrower(),
        Problem::Over => lang.problem_over(),
        Problem::OneOfTwo => lang.problem_one_of_two(),
        Problem::NobodyOfThatName => lang.problem_nobody_of_that_name(),
        Problem::SeesEverything => lang.problem_sees_everything(),
        Problem::Final => lang.problem_final(),
        Problem::NothingChosen => lang.problem_nothing_chosen(),
        Problem::VotedOn => lang.problem_voted_on(),
        Problem::LastOwner => lang.problem_last_owner(),
        Problem::NoRoom { .. } | Problem::NoSpace { .. } => return bound_words(lang, problem),
        Problem::TooFew { .. } | Problem::UsedUp { .. } => return bound_words(lang, problem),
        Problem::TooLong { .. } | Problem::TooShort { .. } => return bound_words(lang, problem),
        Problem::TooMany { .. } | Problem::TooManyBytes { .. } => return bound_words(lang, problem),
        Problem::TooManyPixels { .. } => return bound_words(lang, problem),
        Problem::Pattern(fit) => return pattern_words(lang, *fit),
        Problem::NoMessages(_) | Problem::NoPhotos(_) => return bound_words(lang, problem),
        Problem::Watched { words } => return lang.problem_watched(words.as_str()),
        Problem::WatchedHere { words } => return lang.problem_watched_here(words.as_str()),
        Problem::BadLine { line } => return lang.problem_bad_line(*line as i64),
    };
    plain.to_owned()
}

/// What is more or less than a bound, or stopped until some time: said in numbers; of all else nothing.
fn bound_words(lang: &Lang, problem: &Problem) -> String {
    match problem {
        Problem::NoRoom { limit_mib } => lang.problem_no_room(*limit_mib as i64),
        Problem::NoSpace { limit_mb } => lang.problem_no_space(lang.bytes(u64::from(*limit_mb) * 1_000_000)),
        Problem::TooFew { least } => lang.problem_too_few(*least as i64),
        Problem::UsedUp { limit } => lang.problem_used_up(*limit as i64),
        Problem::TooLong { limit } => lang.problem_too_long(*limit as i64),
        Problem::TooShort { least } => lang.problem_too_short(*least as i64),
        Problem::TooMany { limit } => lang.problem_too_many(*limit as i64),
        Problem::TooManyBytes { limit_mib } => lang.problem_too_many_bytes(*limit_mib as i64),
        Problem::TooManyPixels { limit } => lang.problem_too_many_pixels(i64::from(*limit)),
        Problem::NoMessages(until) => stopped(lang, Sanction::NoMessages, until),
        Problem::NoPhotos(until) => stopped(lang, Sanction::NoPhotos, until),
        _ => String::new(),
    }
}

/// Why something can be no pattern of a word rule.
fn pattern_words(lang: &Lang, fit: Fit) -> String {
    match fit {
        Fit::Well | Fit::Empty => lang.problem_missing().to_owned(),
        Fit::Long => lang.problem_too_long(limits::WATCH_PATTERN_CHARS_MAX as i64),
        Fit::Star => lang.problem_pattern_star().to_owned(),
        Fit::Words => lang.problem_pattern_words().to_owned(),
        Fit::OneWord => lang.problem_pattern_one_word().to_owned(),
        Fit::FewLetters => lang.problem_pattern_few_letters().to_owned(),
    }
}

/// The address of a profile picture. Its name is that of its content, so it never changes.
pub fn picture_address(account: AccountId, name: &str) -> String {
    format!("/people/{account}/picture/{name}")
}
