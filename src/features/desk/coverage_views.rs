//! The HTML of coverage: small charts, drawn by the box itself, with the table that they show behind them.

use super::coverage::{Share, WEEKS};
use super::coverage_store::Open;
use crate::features::moderation::CaseSort;
use crate::lang::Lang;
use crate::ui::{self, Icon, Now};
use maud::{Markup, html};

/// Height of the chart of weeks, and how far its bars stand from each other.
const HIGH: i64 = 100;
const STEP: i64 = 20;

/// Everything that the page shows.
pub(super) struct Drawn<'a> {
    pub now: &'a Now,
    pub weeks: &'a [(i64, i64)],
    pub by_week: [Share; WEEKS],
    pub by_sort: Vec<(CaseSort, Share, Option<Open>)>,
}

/// The whole page.
pub(super) fn coverage(lang: &Lang, drawn: &Drawn<'_>) -> Markup {
    html! {
        div.main-head {
            h1 { (lang.coverage_title()) }
            a.button href="/desk" { (ui::icon_turning(Icon::ArrowLeft)) (lang.nav_desk()) }
        }
        p.soft { (lang.coverage_about()) }
        section.card {
            h2.card-title { (lang.coverage_by_week()) }
            @if drawn.by_week.iter().all(|week| week.all() == 0) { p.soft { (lang.coverage_none()) } }
            @else {
                (chart(lang, &drawn.by_week))
                p.chart-key { span.chip { (swatch("chart-good")) (lang.coverage_in_time()) } " " span.chip { (swatch("chart-late")) (lang.coverage_late()) } }
            }
            details open { summary { (lang.coverage_numbers()) } (weeks(lang, drawn)) }
        }
        section.card {
            h2.card-title { (lang.coverage_by_sort()) }
            @if drawn.by_sort.is_empty() { p.soft { (lang.coverage_none()) } } @else { (sorts(lang, drawn)) }
        }
    }
}

fn swatch(class: &str) -> Markup {
    html! { svg.chart-swatch viewBox="0 0 10 10" aria-hidden="true" { rect class=(class) width="10" height="10" {} } }
}

/// A bar for each week, the oldest first: in time below, late above. It is read aloud as the table that stands behind it.
fn chart(lang: &Lang, weeks: &[Share; WEEKS]) -> Markup {
    let most = weeks.iter().map(|week| week.all()).max().unwrap_or(0).max(1);
    let wide = STEP * WEEKS as i64;
    html! {
        svg.chart role="img" aria-label=(lang.coverage_by_week()) viewBox={ "0 0 " (wide) " " (HIGH) } {
            @for (place, week) in (0..).zip(weeks) {
                @let (good, late) = (week.in_time * HIGH / most, week.late * HIGH / most);
                rect.chart-good x=(place * STEP + 3) y=(HIGH - good) width=(STEP - 6) height=(good) {}
                rect.chart-late x=(place * STEP + 3) y=(HIGH - good - late) width=(STEP - 6) height=(late) {}
            }
            line.chart-ground x1="0" y1=(HIGH) x2=(wide) y2=(HIGH) {}
        }
    }
}

fn percent(lang: &Lang, share: Share) -> String {
    share.percent().map_or_else(|| "–".to_owned(), |percent| lang.coverage_percent(percent))
}

fn weeks(lang: &Lang, drawn: &Drawn<'_>) -> Markup {
    html! {
        div.table-wrap tabindex="0" role="region" aria-label=(lang.coverage_by_week()) {
            table.table {
                thead { tr { th { (lang.coverage_week()) } th { (lang.coverage_in_time()) } th { (lang.coverage_late()) } th { (lang.coverage_share()) } } }
                tbody {
                    @for ((from, _), week) in drawn.weeks.iter().zip(&drawn.by_week) {
                        tr {
                            th scope="row" { (lang.short_date(drawn.now.day_at(*from))) }
                            td { (lang.number(week.in_time)) }
                            td { (lang.number(week.late)) }
                            td { (percent(lang, *week)) }
                        }
                    }
                }
            }
        }
    }
}

/// One line for each sort, with a bar of its share.
fn sorts(lang: &Lang, drawn: &Drawn<'_>) -> Markup {
    html! {
        div.table-wrap tabindex="0" role="region" aria-label=(lang.coverage_by_sort()) {
            table.table {
                thead {
                    tr {
                        th { (lang.coverage_sort()) } th { (lang.coverage_share()) } th { (lang.coverage_in_time()) } th { (lang.coverage_late()) }
                        th { (lang.coverage_open()) } th { (lang.desk_overdue()) } th { (lang.coverage_oldest()) }
                    }
                }
                tbody {
                    @for (sort, share, open) in &drawn.by_sort {
                        tr {
                            th scope="row" { (sort_words(lang, *sort)) }
                            td { (bar(*share)) " " (percent(lang, *share)) }
                            td { (lang.number(share.in_time)) }
                            td { (lang.number(share.late)) }
                            td { (lang.number(open.map_or(0, |open| open.all))) }
                            td { (lang.number(open.map_or(0, |open| open.overdue))) }
                            td { @if let Some(open) = open { (drawn.now.ago(lang, open.oldest_ms)) } @else { "–" } }
                        }
                    }
                }
            }
        }
    }
}

/// A share as a bar; the number stands beside it.
fn bar(share: Share) -> Markup {
    let percent = share.percent().unwrap_or(0);
    html! {
        @if share.all() > 0 {
            svg.chart-bar viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" {
                rect.chart-late width="100" height="10" {}
                rect.chart-good width=(percent) height="10" {}
            }
        }
    }
}

fn sort_words(lang: &Lang, sort: CaseSort) -> &str {
    match sort {
        CaseSort::Item => lang.coverage_items(),
        CaseSort::Person => lang.coverage_people(),
        CaseSort::Worry => lang.coverage_worry(),
        CaseSort::Words => lang.coverage_words(),
        CaseSort::Help => lang.coverage_help(),
        CaseSort::Appeal => lang.coverage_appeals(),
    }
}
