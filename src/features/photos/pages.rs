//! Routes of photo files. The permission of a file is that of the item it belongs to.

use super::{Name, NewPhoto, PhotoProblem, Placed, Shelf, Size, Workshop, store};
use crate::base::{Error, ItemId, Problem, Problems, Result, Rules, Sanction, Until, Uploads, limits};
use crate::features::space;
use crate::web::upload::UploadedFile;
use crate::web::{Answer, Gate, Reply, Routes, Visit};
use std::sync::Arc;

/// Every route of this feature.
pub fn routes() -> Routes {
    Routes::default().get("/photos/{id}/{size}", Gate::Member, show).get(
        "/people/{id}/picture/{name}",
        Gate::Member,
        picture,
    )
}

async fn show(visit: Visit) -> Answer {
    let (id, size) = (visit.part::<ItemId>("id")?, visit.part::<String>("size")?);
    let size = Size::parse(&size).ok_or(Error::NotFound)?;
    let name = visit.read(|look| store::file_of(look, id)).await?;
    send(&visit, &name, size).await
}

async fn picture(visit: Visit) -> Answer {
    let (id, name) = (visit.part::<crate::base::AccountId>("id")?, visit.part::<String>("name")?);
    let kept = visit.read(|look| store::picture_of(look, id)).await?;
    if kept != name {
        return Err(Error::NotFound);
    }
    send(&visit, &kept, Size::Face).await
}

/// Sends the picture of somebody or something by its name on the shelf; whether the viewer may have it was asked.
///
/// # Errors
/// `NotFound` where there is no such file.
pub async fn send_face(visit: &Visit, name: &str) -> Answer {
    send(visit, name, Size::Face).await
}

/// Sends a photo by its name on the shelf in a size by its word; whether the viewer may have it was asked.
///
/// # Errors
/// `NotFound` where there is no such size or file.
pub async fn send_size(visit: &Visit, name: &str, size: &str) -> Answer {
    send(visit, name, Size::parse(size).ok_or(Error::NotFound)?).await
}

/// Sends a file of the shelf with `ETag` and `Range`. What one may see now one may not see tomorrow,
/// so browsers keep it, but ask each time.
async fn send(visit: &Visit, name: &str, size: Size) -> Answer {
    let name = Name::parse(name).ok_or(Error::NotFound)?;
    let tag = format!("\"{name}.{}\"", size.word());
    let path = visit.tool::<Shelf>()?.path(&name, size);
    Reply::file(visit.headers(), &path, "image/jpeg", &tag).await
}

/// Photos that lie on the shelf. While this lives, nothing sweeps them away: keep it until the commit.
pub struct Ready {
    /// What the database is to name, in order.
    pub photos: Vec<NewPhoto>,
    /// Holds them on the shelf.
    pub held: Vec<Placed>,
}

/// May the viewer send photos, by the house rules and by what staff have set?
///
/// # Errors
/// `Invalid` for this field where they may not.
pub fn check_may_send(visit: &Visit, field: &'static str) -> Result<()> {
    let rules = visit.rules();
    if visit.session()?.may_send(rules) {
        return Ok(());
    }
    let stop = visit.session()?.stop(Sanction::NoPhotos);
    let problem =
        stop.map(|stop| Until { at_ms: stop.until_ms, zone: rules.time_zone.clone() }).map(Problem::NoPhotos);
    Err(Error::field(field, problem.unwrap_or_else(|| not_sent(rules))))
}

/// What is wrong where somebody sends photos or files who may not.
pub fn not_sent(rules: &Rules) -> Problem {
    if rules.uploads == Uploads::Leaders { Problem::SentByLeaders } else { Problem::SentByStaff }
}

/// Prepares the photos of a form and puts them on the shelf, before any database row names them.
///
/// # Errors
/// `Invalid` for the field `photo`, naming what is wrong with those that cannot be used.
pub async fn prepared(visit: &Visit, files: Vec<UploadedFile>, alts: &[String]) -> Result<Ready> {
    match prepared_each(visit, files, alts).await? {
        (ready, problems) if problems.is_empty() => Ok(ready),
        (_, problems) => Err(Error::Invalid(problems)),
    }
}

/// As [`prepared`], but those that can be used are there whatever is wrong with the others: for a form that keeps what
/// it can.
///
/// # Errors
/// Of the disk or the database.
pub async fn prepared_each(
    visit: &Visit,
    files: Vec<UploadedFile>,
    alts: &[String],
) -> Result<(Ready, Problems)> {
    let (workshop, shelf) = (visit.tool::<Workshop>()?, visit.tool::<Shelf>()?);
    let mut ready = Ready { photos: Vec::with_capacity(files.len()), held: Vec::with_capacity(files.len()) };
    let mut problems = Problems::new();
    if files.is_empty() {
        return Ok((ready, problems));
    }
    match check_may_send(visit, "photo") {
        Err(Error::Invalid(found)) => return Ok((ready, found)),
        other => other?,
    }
    let mut note = |found: Problems| {
        for problem in found {
            if !problems.contains(&problem) {
                problems.push(problem);
            }
        }
    };
    let mut room = space::room_bytes(visit).await?;
    for (place, file) in files.into_iter().enumerate() {
        // Before the work, where nothing fits at all; and after it, where this one is too large.
        let full = || vec![("photo", Problem::NoSpace { limit_mb: visit.rules().space_mb })];
        if room == 0 {
            note(full());
            break;
        }
        let photo = match workshop.prepare(file.path).await.map_err(said) {
            Ok(photo) => photo,
            Err(Error::Invalid(found)) => {
                note(found);
                continue;
            }
            Err(error) => return Err(error),
        };
        let bytes = photo.pictures.iter().map(|picture| picture.bytes.len() as u64).sum();
        let Some(left) = room.checked_sub(bytes) else {
            note(full());
            continue;
        };
        room = left;
        let (width, height) = photo.pictures.first().map_or((0, 0), |large| (large.width, large.height));
        let placed = put(shelf.clone(), photo).await?;
        let (name, alt) = (placed.name().to_string(), alts.get(place).cloned().unwrap_or_default());
        ready.photos.push(NewPhoto { name, alt, width, height, bytes });
        ready.held.push(placed);
    }
    Ok((ready, problems))
}

/// Prepares a profile picture and puts it on the shelf; keep it until the commit.
///
/// # Errors
/// As [`prepared`], for the field `picture`.
pub async fn prepared_face(visit: &Visit, file: UploadedFile) -> Result<Placed> {
    check_may_send(visit, "picture")?;
    let (workshop, shelf) = (visit.tool::<Workshop>()?, visit.tool::<Shelf>()?);
    let photo = workshop.square(file.path, None).await.map_err(|problem| match said(problem) {
        Error::Invalid(problems) => {
            Error::Invalid(problems.into_iter().map(|(_, problem)| ("picture", problem)).collect())
        }
        other => other,
    })?;
    put(shelf, photo).await
}

async fn put(shelf: Arc<Shelf>, photo: super::Prepared) -> Result<Placed> {
    let placed = tokio::task::spawn_blocking(move || shelf.put(&photo));
    placed.await.map_err(|_| Error::Broken("a photo could not be kept".into()))?.map_err(Error::from)
}

fn said(problem: PhotoProblem) -> Error {
    let problem = match problem {
        PhotoProblem::TooManyBytes => Problem::TooManyBytes { limit_mib: limits::PHOTO_MIB_MAX },
        PhotoProblem::TooManyPixels => Problem::TooManyPixels { limit: limits::PHOTO_MEGAPIXELS_MAX },
        PhotoProblem::Damaged => Problem::Damaged,
        _ => Problem::NotAPicture,
    };
    Error::field("photo", problem)
}
