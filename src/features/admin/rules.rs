//! Routes of the house rules.

use super::rules_views as views;
use crate::base::{
    Act, Approval, Duty, Error, Problem, Result, Rules, SiteKind, Talk, TellReadings, Uploads, limits, text,
};
use crate::features::setup;
use crate::lang::Lang;
use crate::ui::{Place, Said};
use crate::web::{Answer, Done, Gate, Page, Routes, Visit};

/// Routes of the house rules.
pub(super) fn routes() -> Routes {
    Routes::default().get("/admin/rules", Gate::Holds(Duty::Settings), show).post(
        "/admin/rules",
        Gate::Holds(Duty::Settings),
        update,
    )
}

async fn show(visit: Visit) -> Answer {
    let rules = visit.rules().clone();
    page(&visit, &rules, &Said::default(), false)
}

fn page(visit: &Visit, rules: &Rules, said: &Said, failed: bool) -> Answer {
    let lang = visit.lang();
    let main = views::rules(lang, &visit.same_site(), rules, said);
    let page = Page::new(lang.admin_rules(), Place::Admin, main);
    visit.show(if failed { page.with_problems() } else { page })
}

/// What was typed, checked or not; what is no choice at all stays as it was.
fn typed(visit: &Visit) -> Rules {
    let (form, now) = (&visit.form, visit.rules());
    Rules {
        site_name: text::line(form.text("site_name")),
        kind: SiteKind::parse(form.text("kind")).unwrap_or(now.kind),
        language: Lang::find(form.text("language"))
            .map_or(now.language.clone(), |lang| lang.tag().to_owned()),
        time_zone: text::line(form.text("time_zone")),
        approval: Approval::parse(form.text("approval")).unwrap_or(now.approval),
        first_waits: form.text("first_waits").parse().ok().filter(known_first).unwrap_or(now.first_waits),
        uploads: Uploads::parse(form.text("uploads")).unwrap_or(now.uploads),
        space_mb: form.text("space_mb").parse().ok().filter(known_space).unwrap_or(now.space_mb),
        downloads: !form.text("downloads").is_empty(),
        closing: !form.text("closing").is_empty(),
        comments_stay: !form.text("comments_stay").is_empty(),
        talk: Talk::parse(form.text("talk")).unwrap_or(now.talk),
        talk_files: !form.text("talk_files").is_empty(),
        show_read: !form.text("show_read").is_empty(),
        show_presence: !form.text("show_presence").is_empty(),
        two_person_reading: !form.text("two_person_reading").is_empty(),
        tell_readings: TellReadings::parse(form.text("tell_readings")).unwrap_or(now.tell_readings),
        keep_posts: now.keep_posts,
        keep_messages: now.keep_messages,
        keep_cases: now.keep_cases,
        due_urgent_h: hours(form.text("due_urgent_h")).unwrap_or(now.due_urgent_h),
        due_held_h: hours(form.text("due_held_h")).unwrap_or(now.due_held_h),
        due_other_h: hours(form.text("due_other_h")).unwrap_or(now.due_other_h),
        charter: now.charter,
        hours: now.hours.clone(),
        frozen: now.frozen,
        claimed: now.claimed,
    }
}

fn yes_or_no(yes: bool) -> String {
    if yes { "yes" } else { "no" }.to_owned()
}

fn known_first(count: &u32) -> bool {
    limits::FIRST_WAITS.contains(count)
}

fn known_space(mb: &u32) -> bool {
    limits::SPACES_MB.contains(mb)
}

fn hours(typed: &str) -> Option<u32> {
    typed.parse().ok().filter(|hours| limits::DUE_CHOICES_H.contains(hours))
}

fn check(rules: &Rules) -> Result<()> {
    text::needed("site_name", rules.site_name.clone(), limits::SITE_NAME_CHARS_MAX)?;
    let zone = jiff::tz::TimeZone::get(&rules.time_zone);
    zone.map(|_| ()).map_err(|_| Error::field("time_zone", Problem::NotUnderstood))
}

/// The rules that differ: name and new value.
fn changed(before: &Rules, after: &Rules) -> Vec<(&'static str, String)> {
    let words = |rules: &Rules| {
        [
            ("site_name", rules.site_name.clone()),
            ("kind", rules.kind.to_string()),
            ("language", rules.language.clone()),
            ("time_zone", rules.time_zone.clone()),
            ("approval", rules.approval.to_string()),
            ("first_waits", rules.first_waits.to_string()),
            ("uploads", rules.uploads.to_string()),
            ("space_mb", rules.space_mb.to_string()),
            ("downloads", yes_or_no(rules.downloads)),
            ("closing", yes_or_no(rules.closing)),
            ("comments_stay", yes_or_no(rules.comments_stay)),
            ("talk", rules.talk.to_string()),
            ("talk_files", yes_or_no(rules.talk_files)),
            ("show_read", yes_or_no(rules.show_read)),
            ("show_presence", yes_or_no(rules.show_presence)),
            ("two_person_reading", yes_or_no(rules.two_person_reading)),
            ("tell_readings", rules.tell_readings.to_string()),
            ("due_urgent_h", rules.due_urgent_h.to_string()),
            ("due_held_h", rules.due_held_h.to_string()),
            ("due_other_h", rules.due_other_h.to_string()),
        ]
    };
    words(after)
        .into_iter()
        .zip(words(before))
        .filter(|(after, before)| after != before)
        .map(|(after, _)| after)
        .collect()
}

async fn update(visit: Visit) -> Answer {
    let rules = typed(&visit);
    match check(&rules) {
        Err(Error::Invalid(problems)) => {
            return page(&visit, &rules, &Said::new(visit.lang(), &problems), true);
        }
        other => other?,
    }
    let saved = visit
        .write(Act::ChangeRules, move |change| {
            let changed = changed(&setup::load_rules(change)?, &rules);
            for (name, value) in &changed {
                setup::save_rule(change, name, value)?;
            }
            let words: Vec<String> = changed.iter().map(|(name, value)| format!("{name}={value}")).collect();
            change.because("rules", &words.join("; "));
            setup::load_rules(change)
        })
        .await?;
    visit.rules_are(saved);
    visit.go("/admin/rules", Some(Done::Saved))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_differs_is_written_and_named_in_the_log() {
        let before = Rules::default();
        assert!(changed(&before, &before).is_empty());
        let after = Rules { approval: Approval::HoldAll, language: "es".into(), ..before.clone() };
        assert_eq!(
            changed(&before, &after),
            [("language", "es".to_owned()), ("approval", "hold_all".to_owned())]
        );
    }

    #[test]
    fn a_name_that_is_empty_and_a_zone_that_is_nowhere_are_refused() {
        assert!(check(&Rules::default()).is_ok());
        assert!(check(&Rules { site_name: String::new(), ..Rules::default() }).is_err());
        assert!(check(&Rules { time_zone: "Mars/Olympus".into(), ..Rules::default() }).is_err());
    }
}
