//! Routes of legal holds.

use super::holds_store::{self as store, Held};
use super::holds_views as views;
use crate::base::{Act, Duty, Error, Problem, Problems, Result, limits, text};
use crate::db::{Change, Snapshot};
use crate::ui::{Now, Place, Said};
use crate::web::upload::Form;
use crate::web::{Answer, Done, Gate, Page, Routes, Visit};
use jiff::civil::Date;

pub(super) fn routes() -> Routes {
    let may = Gate::HoldsEither(Duty::Safeguard, Duty::Settings);
    Routes::default()
        .get("/admin/holds", may, list)
        .post("/admin/holds", may, create)
        .post("/admin/holds/{id}/review", may, review)
        .post("/admin/holds/{id}/end", may, remove)
}

/// A hold as it was typed.
#[derive(Clone, Debug, Default)]
pub(super) struct Typed {
    /// `person`, `group` or `thing`.
    pub sort: String,
    /// A sign-in name, the name of a group, or the number of a conversation or a thing.
    pub what: String,
    pub reason: String,
    /// The day of the next look, as a browser sends it.
    pub review: String,
}

impl Typed {
    fn of(form: &Form) -> Typed {
        let line = |name: &str| text::line(form.text(name));
        Typed {
            sort: line("sort"),
            what: line("what"),
            reason: text::tidy(form.text("reason")),
            review: line("review"),
        }
    }
}

async fn list(visit: Visit) -> Answer {
    page(&visit, &Typed::default(), &Said::default()).await
}

async fn page(visit: &Visit, typed: &Typed, said: &Said) -> Answer {
    let zone = &visit.rules().time_zone;
    let look = |look: &Snapshot<'_>| Ok((store::all(look)?, Now::new(look.now_ms(), zone)));
    let (holds, now) = visit.read(look).await?;
    let main = views::list(visit.lang(), &visit.same_site(), &holds, typed, &now, said);
    let page = Page::new(visit.lang().holds_title(), Place::Admin, main);
    visit.show(if said.list().is_empty() { page } else { page.with_problems() })
}

/// The day of the next look, which must be soon: milliseconds since 1970 at its beginning.
fn review_at(typed: &str, now: &Now) -> Result<i64, Problem> {
    let day: Date = typed.parse().map_err(|_| Problem::NotUnderstood)?;
    let today = now.day_at(now.ms());
    if day <= today {
        return Err(Problem::Past);
    }
    let days = today.until(day).map_or(i32::MAX, |span| span.get_days());
    if i64::from(days) > limits::HOLD_REVIEW_DAYS {
        return Err(Problem::TooMany { limit: limits::HOLD_REVIEW_DAYS as usize });
    }
    now.begins(day).ok_or(Problem::NotUnderstood)
}

/// Before which words of an address the number of a thing stands; that of a person or a group means something else.
const THINGS: &[&str] = &["chat", "posts", "photos", "albums", "events", "files", "announcements", "items"];

/// The number of a thing: alone, or in its address.
fn number(what: &str) -> Option<u32> {
    if let Ok(number) = what.parse() {
        return Some(number);
    }
    let path = what.split(['?', '#']).next().unwrap_or_default();
    let pieces: Vec<&str> = path.split('/').collect();
    pieces.windows(2).rev().find(|two| THINGS.contains(&two[0])).and_then(|two| two[1].parse().ok())
}

fn held(look: &Snapshot<'_>, typed: &Typed) -> Result<Option<Held>> {
    Ok(match typed.sort.as_str() {
        "person" => {
            let name = typed.what.trim_start_matches('@').to_lowercase();
            store::person(look, &name)?.map(Held::Person)
        }
        "group" => store::group(look, &typed.what)?.map(Held::Group),
        "thing" => {
            let number = number(&typed.what);
            number.map_or(Ok(None), |id| store::thing(look, i64::from(id)))?.map(Held::Thing)
        }
        _ => None,
    })
}

fn begin(change: &mut Change<'_>, typed: &Typed, now: &Now) -> Result<()> {
    let mut problems = Problems::new();
    let held = held(change, typed)?;
    if held.is_none() {
        problems.push(("what", Problem::NotUnderstood));
    }
    match typed.reason.chars().count() {
        0 => problems.push(("reason", Problem::Missing)),
        count if count < limits::HOLD_REASON_LEAST => {
            problems.push(("reason", Problem::TooShort { least: limits::HOLD_REASON_LEAST }));
        }
        count if count > limits::REASON_CHARS_MAX => {
            problems.push(("reason", Problem::TooLong { limit: limits::REASON_CHARS_MAX }));
        }
        _ => (),
    }
    let review = review_at(&typed.review, now).map_err(|problem| problems.push(("review", problem)));
    let (Some(held), Ok(review), true) = (held, review, problems.is_empty()) else {
        return Err(Error::Invalid(problems));
    };
    let id = store::insert(change, held, &typed.reason, review)?;
    change.about("hold", id);
    change.because("hold", &typed.reason);
    Ok(())
}

async fn create(visit: Visit) -> Answer {
    let typed = Typed::of(&visit.form);
    let (sent, zone) = (typed.clone(), visit.rules().time_zone.clone());
    let begun = visit.write(Act::BeginHold, move |change| {
        let now = Now::new(change.now_ms(), &zone);
        begin(change, &sent, &now)
    });
    match begun.await {
        Ok(()) => visit.go("/admin/holds", Some(Done::Saved)),
        Err(Error::Invalid(problems)) => page(&visit, &typed, &Said::new(visit.lang(), &problems)).await,
        Err(error) => Err(error),
    }
}

/// Somebody looked again, and it stands on: for as long as a hold may without a look.
async fn review(visit: Visit) -> Answer {
    let (id, zone) = (i64::from(visit.part::<u32>("id")?), visit.rules().time_zone.clone());
    visit
        .write(Act::ReviewHold, move |change| {
            let now = Now::new(change.now_ms(), &zone);
            let day = now.day_at(now.ms()).checked_add(jiff::Span::new().days(limits::HOLD_REVIEW_DAYS));
            let at = day.ok().and_then(|day| now.begins(day)).ok_or(Error::NotFound)?;
            if store::review(change, id, at)? == 0 {
                return Err(Error::NotFound);
            }
            change.about("hold", id);
            Ok(())
        })
        .await?;
    visit.go("/admin/holds", Some(Done::Saved))
}

async fn remove(visit: Visit) -> Answer {
    let id = i64::from(visit.part::<u32>("id")?);
    visit
        .write(Act::EndHold, move |change| {
            if store::end(change, id)? == 0 {
                return Err(Error::NotFound);
            }
            change.about("hold", id);
            Ok(())
        })
        .await?;
    visit.go("/admin/holds", Some(Done::Saved))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thing_is_found_by_its_number_or_its_address_and_no_person_is_taken_for_one() {
        let known =
            ["12", "/chat/12", "http://10.0.0.5/posts/12?page=2#last", "/desk/items/12", "/photos/12/large"];
        assert!(known.iter().all(|what| number(what) == Some(12)));
        let others = ["", "/desk/people/12", "/groups/12", "/readings/12", "mia", "/posts/x", "-3"];
        assert!(others.iter().all(|what| number(what).is_none()));
    }

    #[test]
    fn somebody_must_look_again_within_ninety_days() {
        let now = Now::new(1_740_992_400_000, "UTC"); // 3 March 2025
        assert!(review_at("2025-03-04", &now).is_ok() && review_at("2025-06-01", &now).is_ok());
        assert_eq!(review_at("2025-03-03", &now), Err(Problem::Past));
        assert_eq!(review_at("2025-06-02", &now), Err(Problem::TooMany { limit: 90 }));
        assert_eq!(review_at("soon", &now), Err(Problem::NotUnderstood));
    }
}
