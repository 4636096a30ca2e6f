//! What stood in the form of filters, and what it asks for.

use super::{Filter, Sort, What, store};
use crate::base::{Act, Result, text};
use crate::db::Snapshot;
use crate::web::upload::Form;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// What stands before the word of a group of acts, where one act could stand.
pub(super) const GROUP: &str = "group:";
/// Characters of one field that are looked at.
const FIELD_CHARS_MAX: usize = 64;

/// What stood in the form of filters, to be shown again.
#[derive(Clone, Default)]
pub(super) struct Typed {
    pub who: String,
    pub act: String,
    pub kind: String,
    pub item: String,
    pub reason: String,
    pub from: String,
    pub until: String,
    pub trust: String,
}

impl Typed {
    pub(super) fn of(form: &Form) -> Typed {
        let field = |name| -> String { text::line(form.text(name)).chars().take(FIELD_CHARS_MAX).collect() };
        Typed {
            who: field("who"),
            act: field("act"),
            kind: field("kind"),
            item: field("item"),
            reason: field("reason"),
            from: field("from"),
            until: field("until"),
            trust: field("trust"),
        }
    }

    /// Name and value of each field that was filled in.
    pub(super) fn fields(&self) -> Vec<(&'static str, &str)> {
        let all = [
            ("who", &self.who),
            ("act", &self.act),
            ("kind", &self.kind),
            ("item", &self.item),
            ("reason", &self.reason),
            ("from", &self.from),
            ("until", &self.until),
            ("trust", &self.trust),
        ];
        all.into_iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(name, value)| (name, value.as_str()))
            .collect()
    }

    /// The same as the end of an address, for the next page.
    pub(super) fn query(&self) -> String {
        let escaped =
            |value| percent_encoding::utf8_percent_encode(value, percent_encoding::NON_ALPHANUMERIC);
        self.fields().iter().map(|(name, value)| format!("&{name}={}", escaped(value))).collect()
    }

    /// What is asked for; nothing where no entry can fit: an unknown name, a day that is none.
    pub(super) fn filter(&self, look: &Snapshot<'_>, zone: &str) -> Result<Option<Filter>> {
        let given = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let mut filter = Filter {
            kind: given(&self.kind),
            reason: given(&self.reason),
            trust: given(&self.trust),
            ..Filter::default()
        };
        if let Some(number) = self.who.strip_prefix('#') {
            let Ok(number) = number.parse::<u32>() else { return Ok(None) };
            filter.actor = Some(i64::from(number));
        } else if !self.who.is_empty() {
            let name = self.who.trim_start_matches('@').to_lowercase();
            let Some(number) = store::number_of(look, &name)? else { return Ok(None) };
            filter.actor = Some(number);
        }
        if !self.act.is_empty() {
            let Some(what) = what(&self.act) else { return Ok(None) };
            filter.what = Some(what);
        }
        if !self.item.is_empty() {
            let Ok(number) = self.item.parse::<u32>() else { return Ok(None) };
            filter.item = Some(i64::from(number));
        }
        for (text, bound, after) in
            [(&self.from, &mut filter.from_ms, 0), (&self.until, &mut filter.until_ms, 1)]
        {
            if !text.is_empty() {
                let Some(at) = day(text, zone, after) else { return Ok(None) };
                *bound = Some(at);
            }
        }
        Ok(Some(filter))
    }
}

/// An act, or a group of them.
fn what(word: &str) -> Option<What> {
    match word.strip_prefix(GROUP) {
        Some(group) => Sort::parse(group).map(What::Any),
        None => Act::parse(word).map(What::One),
    }
}

/// The beginning of a day (`2026-03-05`), or of one some days after it, in the site's time zone.
fn day(text: &str, zone: &str, after: i64) -> Option<i64> {
    let day: Date = text.parse().ok()?;
    let day = day.checked_add(jiff::Span::new().days(after)).ok()?;
    let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
    Some(day.to_zoned_datetime(zone).ok()?.timestamp().as_millisecond())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_begins_at_midnight_where_the_site_is() {
        assert_eq!(day("1970-01-01", "UTC", 0), Some(0));
        assert_eq!(day("1970-01-01", "UTC", 1), Some(86_400_000));
        assert_eq!(day("1970-01-01", "Europe/Berlin", 0), Some(-3_600_000));
        for nonsense in ["", "yesterday", "2026-02-30", "2026-13-01"] {
            assert_eq!(day(nonsense, "UTC", 0), None, "{nonsense}");
        }
    }

    #[test]
    fn one_act_or_a_group_of_them_is_asked_for_and_nothing_else() {
        assert_eq!(what("post.add"), Some(What::One(Act::AddPost)));
        assert_eq!(what("group:staff"), Some(What::Any(Sort::Staff)));
        for nonsense in ["group:", "group:herons", "staff", "post.fly"] {
            assert_eq!(what(nonsense), None, "{nonsense}");
        }
    }
}
