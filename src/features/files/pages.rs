//! Routes of files: the tab of a group, putting one there, its page, fetching it.

use super::views::{self, FilePage};
use super::{NewFile, Sort, StoredFile, check_may_add, find, name, put, store};
use crate::base::{Act, Error, GroupId, ItemId, Kind, Problem, Problems, Result, Topic, limits};
use crate::db::Snapshot;
use crate::features::levels::{self, Waits, Where};
use crate::features::photos::{Name, Placed, Shelf};
use crate::features::{groups, items, posts};
use crate::ui::{Now, Place, Said};
use crate::web::live::Telling;
use crate::web::{Answer, Done, Gate, Page, Reply, Routes, Visit};
use axum::http::{HeaderValue, header};

/// Every route of this feature.
pub fn routes() -> Routes {
    Routes::default()
        .get("/groups/{id}/files", Gate::Member, list)
        .upload("/groups/{id}/files", Gate::Member, create)
        .get("/groups/{id}/files/new", Gate::Member, new)
        .get("/files/{id}", Gate::Member, show)
        .get("/files/{id}/fetch", Gate::Member, fetch)
        .get("/files/{id}/view", Gate::Member, view)
        .get("/files/{id}/edit", Gate::Member, edit)
        .post("/files/{id}/edit", Gate::Member, update)
        .get("/files/{id}/history", Gate::Member, history)
        .post("/files/{id}/remove", Gate::Member, remove)
        .tells(tell)
}

async fn list(visit: Visit) -> Answer {
    let id = visit.part::<GroupId>("id")?;
    let before = visit.query().text("before").parse::<i64>().ok();
    let rules = visit.rules();
    let (group, mut files, may, now) = visit
        .read(|look| {
            let group = groups::find(look, id)?;
            let files = store::of_group(look, id, before.unwrap_or(i64::MAX), limits::LIST_PAGE + 1)?;
            let rests = levels::group_rests(look, id)?;
            let may = !rests && posts::writes(&visit) && check_may_add(look, rules, id).is_ok();
            Ok((group, files, may, look.now_ms()))
        })
        .await?;
    let more = files.len() > limits::LIST_PAGE;
    files.truncate(limits::LIST_PAGE);
    let older = files.last().filter(|_| more).map(|last| format!("/groups/{id}/files?before={}", last.id));
    let now = Now::new(now, &visit.rules().time_zone);
    let top = groups::top(&visit, &group, groups::Tab::Files);
    let main = views::list(visit.lang(), &now, id, &files, may, older.as_deref());
    let page = Page::new(&group.name, Place::Groups, views::under(&top, &main));
    visit.show(page.listens(vec![format!("files/{id}")]))
}

async fn new(visit: Visit) -> Answer {
    let id = visit.part::<GroupId>("id")?;
    match visit.read(|look| check_may_add(look, visit.rules(), id)).await {
        // Whoever comes here all the same is told why not.
        Err(Error::Invalid(problems)) => form_page(&visit, id, "", Some(&problems)).await,
        other => {
            other?;
            form_page(&visit, id, "", None).await
        }
    }
}

async fn form_page(visit: &Visit, group: GroupId, about: &str, problems: Option<&Problems>) -> Answer {
    let (group, waits) = visit
        .read(|look| match check_may_add(look, visit.rules(), group) {
            Ok(()) | Err(Error::Invalid(_)) => {
                let waits = levels::waits(look, visit.rules(), Where::Group(group))?;
                Ok((groups::find(look, group)?, waits))
            }
            Err(error) => Err(error),
        })
        .await?;
    let said = problems.map(|problems| Said::new(visit.lang(), problems)).unwrap_or_default();
    let main = views::new(visit, (&group, waits), about, &said);
    let page = Page::new(visit.lang().files_new(), Place::Groups, main);
    visit.show(if problems.is_some() { page.with_problems() } else { page })
}

async fn create(mut visit: Visit) -> Answer {
    let group = visit.part::<GroupId>("id")?;
    visit.pace("file", 30, 5.0)?;
    let sent = visit.form.files("file");
    let about = visit.form.text("about").to_owned();
    match add(&visit, group, sent, &about).await {
        Ok(made) => {
            let done = if made.waits { Done::Waiting } else { Done::Saved };
            visit.go(&format!("/groups/{group}/files"), Some(done))
        }
        Err(Error::Invalid(problems)) => form_page(&visit, group, &about, Some(&problems)).await,
        Err(error) => Err(error),
    }
}

async fn add(
    visit: &Visit,
    group: GroupId,
    mut sent: Vec<crate::web::upload::UploadedFile>,
    about: &str,
) -> Result<super::Made> {
    // Whether they may at all is asked before a large file is looked through.
    visit.read(|look| check_may_add(look, visit.rules(), group)).await?;
    let file = sent.pop().ok_or_else(|| Error::field("file", Problem::Missing))?;
    if !sent.is_empty() {
        return Err(Error::field("file", Problem::TooMany { limit: 1 }));
    }
    let (shelf, about) = (visit.tool::<Shelf>()?, about.to_owned());
    let work = tokio::task::spawn_blocking(move || put(&shelf, file, &about));
    let (file, held): (NewFile, Placed) =
        work.await.map_err(|_| Error::Broken("a file could not be kept".into()))??;
    let rules = visit.rules().clone();
    let made = visit.write(Act::AddFile, move |change| super::add(change, &rules, group, &file)).await;
    drop(held); // until here nothing may sweep the file
    made
}

async fn show(visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    let (page, now) = visit
        .read(|look| {
            let file = find(look, id)?;
            let group = match groups::find(look, file.group) {
                Err(Error::NotFound) => None,
                group => Some(group?.name),
            };
            let leads = store::leads(look, file.group)?;
            let rests = levels::rests(look, id)?;
            Ok((FilePage { file, group, leads, rests }, look.now_ms()))
        })
        .await?;
    let now = Now::new(now, &visit.rules().time_zone);
    let main = views::file(&posts::Seer::of(&visit, &now).where_it(page.rests), &page);
    visit.show(
        Page::new(&page.file.name, Place::Groups, main).listens(vec![format!("files/{}", page.file.group)]),
    )
}

/// What a file may do in a browser: nothing. A PDF is drawn all the same, by the browser's own viewer, which is no part
/// of the page and asks for nothing of it.
const POLICY: HeaderValue = HeaderValue::from_static("default-src 'none'; sandbox");

async fn fetch(visit: Visit) -> Answer {
    send_this(&visit, How::Attachment).await
}

/// A PDF, in the browser's own viewer. Of any other sort there is nothing here.
async fn view(visit: Visit) -> Answer {
    send_this(&visit, How::Inline).await
}

async fn send_this(visit: &Visit, how: How) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    let found = visit.read(|look| store::fetch(look, id)).await?;
    send(visit, &found, how).await
}

/// How a file is sent.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum How {
    /// To be kept.
    Attachment,
    /// To be looked at: only a PDF is.
    Inline,
}

/// Sends a file by its name, its sort and its name on the shelf, with `ETag` and `Range`; whether the viewer may have it was
/// asked. What one may see now one may not see tomorrow, so browsers keep it, but ask each time.
///
/// # Errors
/// `NotFound` where there is no such file, or it cannot be looked at.
pub async fn send(visit: &Visit, (called, sort, shelf_name): &(String, Sort, String), how: How) -> Answer {
    let word = if how == How::Inline { "inline" } else { "attachment" };
    if how == How::Inline && *sort != Sort::Pdf {
        return Err(Error::NotFound);
    }
    let content = Name::parse(shelf_name).ok_or(Error::NotFound)?;
    let path = visit.tool::<Shelf>()?.file_path(&content);
    let tag = format!("\"{content}.{sort}\"");
    let reply = Reply::file(visit.headers(), &path, sort.media_type(), &tag).await?;
    let disposition = HeaderValue::from_str(&name::disposition(word, called));
    let disposition = disposition.unwrap_or(HeaderValue::from_static("attachment"));
    Ok(reply.with(header::CONTENT_DISPOSITION, disposition).with(header::CONTENT_SECURITY_POLICY, POLICY))
}

async fn edit(visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    let (file, waits) = mine(&visit, id).await?;
    edit_page(&visit, (id, waits), &file.name, &file.about, None)
}

/// One's own file, and whether what one says of it waits.
async fn mine(visit: &Visit, id: ItemId) -> Result<(StoredFile, Waits)> {
    visit
        .read(|look| {
            let file = find(look, id)?;
            let own = items::is_mine_to_change(look.viewer(), file.author.id, file.state);
            let waits = levels::waits(look, visit.rules(), Where::Under(id))?.of_words();
            if own { Ok((file, waits)) } else { Err(Error::NotFound) }
        })
        .await
}

fn edit_page(
    visit: &Visit,
    (id, waits): (ItemId, Waits),
    name: &str,
    about: &str,
    problems: Option<&Problems>,
) -> Answer {
    let said = problems.map(|problems| Said::new(visit.lang(), problems)).unwrap_or_default();
    let page = Page::new(
        visit.lang().files_edit(),
        Place::Groups,
        views::edit(visit, (id, waits), name, about, &said),
    );
    visit.show(if problems.is_some() { page.with_problems() } else { page })
}

async fn update(visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    visit.pace("edit", 60, 2.0)?;
    let (name, about) = (visit.form.text("name").to_owned(), visit.form.text("about").to_owned());
    let (rules, typed) = (visit.rules().clone(), (name.clone(), about.clone()));
    let write = move |change: &mut crate::db::Change<'_>| super::edit(change, &rules, id, &typed.0, &typed.1);
    match visit.write(Act::EditFile, write).await {
        Ok(made) => {
            let done = if made.waits { Done::Waiting } else { Done::Saved };
            visit.go(&format!("/files/{id}"), Some(done))
        }
        Err(Error::Invalid(problems)) => {
            let (_, waits) = mine(&visit, id).await?;
            edit_page(&visit, (id, waits), &name, &about, Some(&problems))
        }
        Err(error) => Err(error),
    }
}

async fn history(visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    items::history(&visit, |look: &Snapshot<'_>| {
        let found = find(look, id)?;
        let versions = items::versions(look, &[id])?.remove(&id).unwrap_or_default();
        let now = super::all_words(&found.name, &found.about);
        Ok((vec![items::Part { name: None, now, versions }], Kind::File.address(id)))
    })
    .await
}

async fn remove(visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    let group = visit.write(Act::RemoveFile, move |change| super::remove(change, id)).await?;
    visit.go(&format!("/groups/{group}/files"), Some(Done::Removed))
}

/// The list of a group, and the pages of its files, hear of what came and went there.
fn tell(telling: &Telling<'_>) -> Result<Option<String>> {
    let (Topic::Board(Kind::File), Some(id)) = (telling.event.topic, telling.event.item) else {
        return Ok(None);
    };
    let open =
        telling.topics.iter().filter_map(|topic| topic.strip_prefix("files/")?.parse::<GroupId>().ok());
    for group in open {
        if store::concerns(telling.look, id, group)? {
            return Ok(Some(views::refresh()));
        }
    }
    Ok(None)
}
