//! The route of photos that are kept with drafts, and keeping a form with its photos.

use super::photos::{self, Keeping, KeptPhoto};
use super::{fields_of, is_typed, photo_store, store, word_of};
use crate::base::{Act, Error, Problem, Problems, Result, limits};
use crate::features::photos::{self as shelved, Ready};
use crate::ui::Now;
use crate::web::upload::{Form, UploadedFile};
use crate::web::{Answer, Gate, Routes, Visit};

pub(super) fn routes() -> Routes {
    Routes::default().get("/drafts/photos/{id}/{size}", Gate::Member, show)
}

/// What became of a form that was to be kept.
pub struct Outcome {
    /// The time of day at which it is kept; none where it was empty.
    pub at: Option<String>,
    /// The photos that came to it.
    pub photos: Vec<KeptPhoto>,
    /// How many photos stood in it before.
    pub before: usize,
    /// What is wrong with what could not be kept.
    pub problems: Problems,
}

/// Prepares those photos of a form that fit beside what is kept; says what is wrong with the others.
///
/// # Errors
/// Of the disk or the database.
pub async fn prepare(
    visit: &Visit,
    mut files: Vec<UploadedFile>,
    alts: &[String],
    kept: usize,
) -> Result<(Ready, Problems)> {
    let room = limits::POST_PHOTOS_MAX.saturating_sub(kept);
    let too_many = files.len() > room;
    files.truncate(room);
    let (ready, mut problems) = shelved::prepared_each(visit, files, alts).await?;
    if too_many {
        problems.push(("photo", Problem::TooMany { limit: limits::POST_PHOTOS_MAX }));
    }
    Ok((ready, problems))
}

/// Keeps what stands in the form of this visit with its photos. What cannot be kept does not keep the rest from it.
///
/// # Errors
/// `NotFound` for a form without a name of ours; of the disk or the database.
pub async fn keep_whole(visit: &mut Visit) -> Result<Outcome> {
    let files = visit.form.files("photo");
    let alts: Vec<String> = visit.form.all("alt").map(str::to_owned).collect();
    if files.is_empty() {
        visit.pace("draft", 30, 3.0)?;
    } else {
        visit.pace("draft-photo", 60, 2.0)?;
    }
    let word = word_of(&visit.form).ok_or(Error::NotFound)?.to_owned();
    let left_out = photos::left_out(&visit.form);
    let there = visit.read(|look| photo_store::photos(look, &word)).await?;
    let stays = there.iter().filter(|photo| !left_out.contains(&photo.id)).count();
    let (ready, problems) = prepare(visit, files, &alts, stays).await?;
    let mut outcome = keep_ready(visit, ready).await?;
    outcome.problems.splice(0..0, problems);
    Ok(outcome)
}

/// As [`keep_whole`], with photos that lie on the shelf already.
///
/// # Errors
/// As [`keep_whole`].
pub async fn keep_ready(visit: &Visit, ready: Ready) -> Result<Outcome> {
    let word = word_of(&visit.form).ok_or(Error::NotFound)?.to_owned();
    let (fields, mut problems) = match fields_of(&visit.form) {
        Ok(fields) => (fields, Problems::new()),
        // More than a draft holds. With photos the beginning of it is kept, so that they are.
        Err(Error::Invalid(problems)) if !ready.photos.is_empty() => {
            (fields_of(&shortened(&visit.form))?, problems)
        }
        Err(Error::Invalid(problems)) => {
            return Ok(Outcome { at: None, photos: Vec::new(), before: 0, problems });
        }
        Err(error) => return Err(error),
    };
    let (alts, left_out) = (photos::chosen(&visit.form), photos::left_out(&visit.form));
    let asked = word.clone();
    let (kept, there, now) = visit
        .read(|look| Ok((store::fields(look, &asked)?, photo_store::photos(look, &asked)?, look.now_ms())))
        .await?;
    let is_typed = is_typed(&visit.form);
    let keeping = Keeping { word, fields, is_typed, alts, left_out, photos: ready.photos };
    let said = |photo: &KeptPhoto| (photo.id, photo.alt.clone());
    let stays = there.iter().filter(|photo| !keeping.left_out.contains(&photo.id)).count();
    let is_kept = is_typed || stays > 0 || !keeping.photos.is_empty();
    // What is kept already is not written again.
    let same = keeping.photos.is_empty()
        && stays == there.len()
        && is_kept == kept.is_some()
        && kept.is_none_or(|kept| kept == keeping.fields)
        && keeping.alts.iter().all(|typed| there.iter().map(said).any(|kept| kept == *typed));
    let mut outcome = Outcome { at: None, photos: Vec::new(), before: stays, problems: Problems::new() };
    if !same {
        match visit.write(Act::KeepDraft, move |change| photos::keep(change, &keeping)).await {
            Ok(photos) => outcome.photos = photos,
            Err(Error::Invalid(found)) => {
                outcome.problems = found;
                return Ok(outcome);
            }
            Err(error) => return Err(error),
        }
    }
    drop(ready.held); // until here nothing may sweep the files
    outcome.problems.append(&mut problems);
    outcome.at = is_kept.then(|| Now::new(now, &visit.rules().time_zone).clock());
    Ok(outcome)
}

/// The form of a comment comes back, which cannot hold a file: its photo waits for the comment to be sent again, in the
/// place of the one that waited before.
///
/// # Errors
/// `Forbidden` for who may only read; `Broken` if the database fails.
pub async fn keep_of_comment(visit: &Visit, ready: Ready) -> Result<()> {
    let photos = ready.photos;
    visit.write(Act::KeepDraft, move |change| photos::keep_of_comment(change, &photos)).await?;
    drop(ready.held); // until here nothing may sweep the file
    Ok(())
}

/// The same form with as much of its text as a draft holds.
fn shortened(form: &Form) -> Form {
    let cut = |(name, text): &(String, String)| {
        (name.clone(), text.chars().take(limits::POST_CHARS_MAX).collect::<String>())
    };
    let fields = form.fields.iter().filter(|(name, _)| super::FIELDS.contains(&name.as_str()));
    let body = fields.clone().filter(|(name, _)| name == "body").map(cut);
    let rest = fields.filter(|(name, text)| name != "body" && text.len() < 256).cloned();
    Form { fields: body.chain(rest).collect(), files: Vec::new() }
}

async fn show(visit: Visit) -> Answer {
    let (id, size) = (visit.part::<i64>("id")?, visit.part::<String>("size")?);
    let name = visit.read(|look| photo_store::file_of(look, id)).await?;
    shelved::send_size(&visit, &name, &size).await
}
