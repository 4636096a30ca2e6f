//! Routes of the record.

use super::store::{self, Entry, Way};
use super::{EXPORT_ROWS_MAX, Filter, csv_file, views};
use crate::base::{Act, Duty, Error, Result, limits, text};
use crate::features::desk;
use crate::ui::{Now, Place};
use crate::web::upload::Form;
use crate::web::{Answer, Gate, Page, Reply, Routes, Visit};
use jiff::civil::Date;
use jiff::tz::TimeZone;

const AUDITOR: Gate = Gate::Holds(Duty::Audit);

/// Every route of this feature.
pub fn routes() -> Routes {
    Routes::default().get("/audit", AUDITOR, list).get("/audit/{seq}", AUDITOR, show).post(
        "/audit/export",
        AUDITOR,
        export,
    )
}

/// What stood in the form of filters, to be shown again.
#[derive(Clone, Default)]
pub(super) struct Typed {
    pub who: String,
    pub act: String,
    pub kind: String,
    pub item: String,
    pub from: String,
    pub until: String,
}

impl Typed {
    fn of(form: &Form) -> Typed {
        let field = |name| -> String { text::line(form.text(name)).chars().take(64).collect() };
        Typed {
            who: field("who"),
            act: field("act"),
            kind: field("kind"),
            item: field("item"),
            from: field("from"),
            until: field("until"),
        }
    }

    /// Name and value of each field that was filled in.
    pub fn fields(&self) -> Vec<(&'static str, &str)> {
        let all = [
            ("who", &self.who),
            ("act", &self.act),
            ("kind", &self.kind),
            ("item", &self.item),
            ("from", &self.from),
            ("until", &self.until),
        ];
        all.into_iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(name, value)| (name, value.as_str()))
            .collect()
    }

    /// The same as the end of an address, for the next page.
    fn query(&self) -> String {
        let escaped =
            |value| percent_encoding::utf8_percent_encode(value, percent_encoding::NON_ALPHANUMERIC);
        self.fields().iter().map(|(name, value)| format!("&{name}={}", escaped(value))).collect()
    }

    /// What is asked for; nothing where no entry can fit: an unknown name, a day that is none.
    fn filter(&self, look: &crate::db::Snapshot<'_>, zone: &str) -> Result<Option<Filter>> {
        let mut filter = Filter::default();
        if let Some(number) = self.who.strip_prefix('#') {
            let Ok(number) = number.parse::<u32>() else { return Ok(None) };
            filter.actor = Some(i64::from(number));
        } else if !self.who.is_empty() {
            let name = self.who.trim_start_matches('@').to_lowercase();
            let Some(number) = store::number_of(look, &name)? else { return Ok(None) };
            filter.actor = Some(number);
        }
        filter.act = Act::parse(&self.act);
        if !self.item.is_empty() {
            let Ok(number) = self.item.parse::<u32>() else { return Ok(None) };
            filter.item = Some((self.kind.clone(), i64::from(number)));
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

/// The beginning of a day (`2026-03-05`), or of one some days after it, in the site's time zone.
fn day(text: &str, zone: &str, after: i64) -> Option<i64> {
    let day: Date = text.parse().ok()?;
    let day = day.checked_add(jiff::Span::new().days(after)).ok()?;
    let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
    Some(day.to_zoned_datetime(zone).ok()?.timestamp().as_millisecond())
}

async fn list(visit: Visit) -> Answer {
    let typed = Typed::of(visit.query());
    let place = |name: &str| visit.query().text(name).parse::<u32>().ok().map(i64::from);
    let way = match (place("after"), place("before")) {
        (Some(after), _) => Way::After(after),
        (None, before) => Way::Before(before.unwrap_or(i64::MAX)),
    };
    let zone = visit.rules().time_zone.clone();
    let shown = visit
        .read(|look| {
            let mut entries = match typed.filter(look, &zone)? {
                Some(filter) => store::page(look, &filter, way, limits::LIST_PAGE + 1)?,
                None => Vec::new(),
            };
            let more = entries.len() > limits::LIST_PAGE;
            entries.truncate(limits::LIST_PAGE);
            if matches!(way, Way::After(_)) {
                entries.reverse();
            }
            let people = desk::people(look, named(&entries))?;
            Ok(views::Shown {
                entries,
                people,
                head: store::newest(look)?,
                newest: matches!(way, Way::Before(i64::MAX)),
                more,
                now: Now::new(look.now_ms(), &zone),
            })
        })
        .await?;
    let (first, last) = (shown.entries.first().map(|row| row.seq), shown.entries.last().map(|row| row.seq));
    let (newer, older) = match way {
        Way::After(_) => (first.filter(|_| shown.more), last),
        Way::Before(i64::MAX) => (None, last.filter(|_| shown.more)),
        Way::Before(_) => (first, last.filter(|_| shown.more)),
    };
    let query = typed.query();
    let newer = newer.map(|seq| format!("/audit?after={seq}{query}"));
    let older = older.map(|seq| format!("/audit?before={seq}{query}"));
    let reader = reader(&visit);
    let same_site = visit.same_site();
    let main = views::list(&reader, &same_site, &typed, &shown, newer.as_deref(), older.as_deref());
    visit.show(Page::new(visit.lang().nav_audit(), Place::Audit, main).wide())
}

fn reader(visit: &Visit) -> views::Reader<'_> {
    views::Reader {
        lang: visit.lang(),
        rules: visit.rules(),
        moderates: visit.holds(Duty::Moderate),
        keeps_accounts: visit.holds(Duty::Accounts),
    }
}

/// Everybody whom these entries name.
fn named(entries: &[Entry]) -> Vec<i64> {
    let about = |entry: &Entry| entry.item.filter(|_| entry.kind.as_deref() == Some("account"));
    entries.iter().flat_map(|entry| [Some(entry.actor), about(entry)]).flatten().collect()
}

async fn show(visit: Visit) -> Answer {
    let seq: u32 = visit.part("seq")?;
    let zone = visit.rules().time_zone.clone();
    let shown = visit
        .read(|look| {
            let entries = vec![store::find(look, i64::from(seq))?];
            let people = desk::people(look, named(&entries))?;
            Ok(views::Shown {
                entries,
                people,
                head: None,
                newest: false,
                more: false,
                now: Now::new(look.now_ms(), &zone),
            })
        })
        .await?;
    let main = views::entry(&reader(&visit), &shown).ok_or(Error::NotFound)?;
    visit.show(Page::new(visit.lang().nav_audit(), Place::Audit, main).wide())
}

/// The filtered range as a file. That it was taken out, with which filter and how much, is recorded first.
async fn export(visit: Visit) -> Answer {
    visit.pace("audit-export", 5, 60.0)?;
    let typed = Typed::of(&visit.form);
    let zone = visit.rules().time_zone.clone();
    let (mut entries, people) = visit
        .read(|look| {
            let entries = match typed.filter(look, &zone)? {
                Some(filter) => store::page(look, &filter, Way::Before(i64::MAX), EXPORT_ROWS_MAX)?,
                None => Vec::new(),
            };
            let people = desk::people(look, named(&entries))?;
            Ok((entries, people))
        })
        .await?;
    entries.reverse();
    let (first, last) = (entries.first().map_or(0, |row| row.seq), entries.last().map_or(0, |row| row.seq));
    let count = entries.len();
    let rows = entries.iter().map(|entry| views::cells(entry, people.get(&entry.actor)));
    let file = csv_file(views::CELLS, rows)?;
    let words = format!("{count} rows, {first} to {last}{}", typed.query().replace('&', ", "));
    visit
        .write(Act::ExportAudit, move |change| {
            change.because("export", &words);
            Ok(())
        })
        .await?;
    let name = format!("attachment; filename=\"audit-{first}-{last}.csv\"");
    Ok(Reply::other((
        [
            (axum::http::header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
            (axum::http::header::CONTENT_DISPOSITION, name),
        ],
        file,
    )))
}

#[cfg(test)]
mod tests {
    use super::day;

    #[test]
    fn a_day_begins_at_midnight_where_the_site_is() {
        assert_eq!(day("1970-01-01", "UTC", 0), Some(0));
        assert_eq!(day("1970-01-01", "UTC", 1), Some(86_400_000));
        assert_eq!(day("1970-01-01", "Europe/Berlin", 0), Some(-3_600_000));
        for nonsense in ["", "yesterday", "2026-02-30", "2026-13-01"] {
            assert_eq!(day(nonsense, "UTC", 0), None, "{nonsense}");
        }
    }
}
