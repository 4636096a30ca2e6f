//! Routes of packs: asking for one, and the file.

use super::gather::{said, things, utc};
use super::lines::Head;
use super::names::Veil;
use super::vault::Vault;
use super::{Source, Told, form_views, index_views, pack, talked, verify_views};
use crate::base::{Act, Duty, Error, ItemId, Problem, Problems, Result, limits, text};
use crate::features::case_talk::{self, Talk};
use crate::features::desk::{self, Exhibit, Who};
use crate::features::readings;
use crate::ui::{Now, Place, Said};
use crate::web::{Answer, Gate, Page, Reply, Routes, Visit};
use axum::http::{HeaderValue, header};
use std::collections::{BTreeMap, HashMap};

/// Every route of this feature. Of a case whoever moderates takes out what its page shows; of a Reading whoever opened it.
pub fn routes() -> Routes {
    let (case, reading) = (Gate::Holds(Duty::Moderate), Gate::Holds(Duty::Safeguard));
    Routes::default()
        .get("/evidence/items/{id}", case, new_case)
        .post("/evidence/items/{id}", case, create_case)
        .get("/evidence/readings/{id}", reading, new_reading)
        .post("/evidence/readings/{id}", reading, create_reading)
}

fn case(visit: &Visit) -> Result<Source> {
    Ok(Source::Case(visit.part("id")?))
}

fn reading(visit: &Visit) -> Result<Source> {
    let asked = if visit.form.text("post").is_empty() { visit.query() } else { &visit.form };
    let post = asked.text("post").parse::<u32>().ok().map(|post| ItemId(i64::from(post)));
    Ok(Source::Reading(visit.part::<ItemId>("id")?.0, post))
}

async fn new_case(visit: Visit) -> Answer {
    draw(&visit, case(&visit)?, &Problems::new()).await
}

async fn new_reading(visit: Visit) -> Answer {
    draw(&visit, reading(&visit)?, &Problems::new()).await
}

async fn create_case(visit: Visit) -> Answer {
    let source = case(&visit)?;
    create(&visit, source).await
}

async fn create_reading(visit: Visit) -> Answer {
    let source = reading(&visit)?;
    create(&visit, source).await
}

/// Who is known to be in it before anything is taken out, with their names.
async fn known(visit: &Visit, source: Source) -> Result<(Vec<i64>, HashMap<i64, Who>)> {
    visit
        .read(|look| {
            let mut ids: Vec<i64> = match source {
                Source::Case(item) => {
                    let authors = desk::exhibits(look, item)?.into_iter().map(|exhibit| exhibit.author.0);
                    authors.chain(talked::people(&case_talk::of_item(look, item)?)).collect()
                }
                Source::Reading(reading, _) => {
                    readings::people_in(look, reading)?.iter().map(|person| person.0).collect()
                }
            };
            ids.sort_unstable();
            ids.dedup();
            let people = desk::people(look, ids.iter().copied())?;
            Ok((ids, people))
        })
        .await
}

async fn draw(visit: &Visit, source: Source, problems: &Problems) -> Answer {
    let (ids, people) = known(visit, source).await?;
    let chosen = chosen(visit, &ids);
    let said = Said::new(visit.lang(), problems);
    let drawn = form_views::Drawn {
        lang: visit.lang(),
        same_site: &visit.same_site(),
        source,
        people: &people,
        chosen: &chosen,
        others: others(visit),
        reason: visit.form.text("reason"),
        said: &said,
    };
    let place = if matches!(source, Source::Case(_)) { Place::Desk } else { Place::Readings };
    let page = Page::new(visit.lang().evidence_title(), place, form_views::form(&drawn));
    visit.show(if problems.is_empty() { page } else { page.with_problems() })
}

/// How each of these people is to stand, as the form says.
fn chosen(visit: &Visit, ids: &[i64]) -> BTreeMap<i64, Told> {
    let told = |id: i64| Told::parse(visit.form.text(&format!("person-{id}"))).unwrap_or(Told::Named);
    ids.iter().map(|id| (*id, told(*id))).collect()
}

/// How those are to stand whom the form did not name.
fn others(visit: &Visit) -> Told {
    Told::parse(visit.form.text("others")).unwrap_or(Told::Named)
}

async fn create(visit: &Visit, source: Source) -> Answer {
    visit.pace("evidence", 5, 30.0)?;
    match reason(visit.form.text("reason")) {
        Ok(reason) => take_out(visit, source, reason).await,
        Err(Error::Invalid(problems)) => draw(visit, source, &problems).await,
        Err(error) => Err(error),
    }
}

fn reason(typed: &str) -> Result<String> {
    let words = text::within("reason", text::tidy(typed), limits::REASON_CHARS_MAX)?;
    let least = limits::READING_WORDS_CHARS_MIN;
    if words.chars().count() < least {
        return Err(Error::field("reason", Problem::TooShort { least }));
    }
    Ok(words)
}

/// Gathers, notes in the record that it was taken out and why, and only then makes the file.
async fn take_out(visit: &Visit, source: Source, reason: String) -> Answer {
    let (ids, _) = known(visit, source).await?;
    let exhibits: Vec<Exhibit> = match source {
        Source::Case(item) => visit.read(|look| desk::exhibits(look, item)).await?,
        Source::Reading(reading, post) => {
            visit.write(Act::ShowReading, move |change| readings::exhibits(change, reading, post)).await?
        }
    };
    let (of, number) = match source {
        Source::Case(item) => ("case", item.0),
        Source::Reading(reading, _) => ("reading", reading),
    };
    let kind = exhibits.iter().find(|exhibit| exhibit.id.0 == number).map(|exhibit| exhibit.kind.word());
    let kind = if of == "reading" { "reading" } else { kind.unwrap_or("conversation") };
    let why = reason.clone();
    visit
        .write(Act::ExportEvidence, move |change| {
            change.about(kind, number);
            change.because("evidence", &why);
            Ok(())
        })
        .await?;
    let mut chosen = chosen(visit, &ids);
    for exhibit in &exhibits {
        chosen.entry(exhibit.author.0).or_insert(others(visit));
    }
    let file = file(visit, source, (of, number, kind), &exhibits, &chosen, &reason).await?;
    let name = format!("attachment; filename=\"courtyard-evidence-{of}-{number}.zip\"");
    let name = HeaderValue::from_str(&name).map_err(|_| Error::Broken("a name for a pack".into()))?;
    let reply = Reply::file(visit.headers(), file.path(), "application/zip", "\"pack\"").await?;
    Ok(reply.with(header::CONTENT_DISPOSITION, name))
}

async fn file(
    visit: &Visit,
    source: Source,
    (of, number, kind): (&str, i64, &'static str),
    exhibits: &[Exhibit],
    chosen: &BTreeMap<i64, Told>,
    reason: &str,
) -> Result<tempfile::NamedTempFile> {
    let (lang, rules) = (visit.lang(), visit.rules());
    let (people, now_ms, talks): (_, _, Vec<Talk>) = visit
        .read(|look| {
            let talks = match source {
                Source::Case(item) => case_talk::of_item(look, item)?,
                Source::Reading(..) => Vec::new(),
            };
            Ok((desk::people(look, chosen.keys().copied())?, look.now_ms(), talks))
        })
        .await?;
    let veil = Veil::new(chosen, &people, |number| lang.evidence_person(number));
    let vault = visit.tool::<Vault>()?;
    let mut things = things(exhibits);
    things.push((kind, number));
    things.extend(talked::things(&talks));
    let (pieces, install_id) = vault.pieces(source, &things, &veil).await?;
    let (mut said, attached) = said(exhibits, &people, &veil, &pieces, lang.evidence_nobody());
    said.extend(talked::said(&talks, &people, &veil, &pieces, lang.evidence_nobody()));
    let head = Head {
        format: "courtyard-evidence".into(),
        version: 1,
        site: rules.site_name.clone(),
        install_id,
        made_at: utc(now_ms),
        of: of.to_owned(),
        number,
        by: veil.over(&visit.session()?.shown_name),
        reason: veil.over(reason),
        veiled: chosen.keys().filter_map(|id| veil.label(*id)).map(str::to_owned).collect(),
        key: data_encoding::HEXLOWER.encode(&vault.seal.public()?),
    };
    let now = Now::new(now_ms, &rules.time_zone);
    let index = index_views::index(lang, &now, &head, &said, &pieces).into_string();
    let verify = verify_views::verify(lang).into_string();
    let made = tokio::task::spawn_blocking(move || {
        let mut file = tempfile::NamedTempFile::new_in(&vault.folder)?;
        let contents = pack::Contents { head: &head, index, verify, said: &said, pieces: &pieces };
        let out = std::io::BufWriter::with_capacity(256 * 1024, &mut file);
        pack::write(out, &contents, &attached, &vault.shelf, &vault.seal)?;
        Ok(file)
    });
    made.await.map_err(|_| Error::Broken("a pack was not made".into()))?
}
