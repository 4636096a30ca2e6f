//! Reads what a form sends, fields and files, within bounds and without holding files in memory.

use std::path::PathBuf;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::task::{Context, Poll};

use axum::body::Bytes;
use futures_util::{Stream, StreamExt};
use multer::{Constraints, Field, Multipart, SizeLimit};
use tempfile::TempPath;
use tokio::io::AsyncWriteExt;

/// What stands between two parts (preamble, boundary, headers), in bytes: browsers send some 200.
const HEADERS_BYTES_MAX: u64 = 16 * 1024;
/// The longest name of a field or of a sent file that is kept, in bytes.
const NAME_BYTES_MAX: usize = 255;

/// How much a form may send.
#[derive(Clone, Debug)]
pub struct Bounds {
    /// Where files go while they are read: a folder on the data disk.
    pub folder: PathBuf,
    /// The whole body, in bytes.
    pub total_bytes_max: u64,
    /// One file, in bytes.
    pub file_bytes_max: u64,
    /// How many files.
    pub files_max: usize,
    /// One text field, in bytes.
    pub text_bytes_max: usize,
    /// How many text fields.
    pub fields_max: usize,
    /// How many parts of any kind, empty ones counted.
    pub parts_max: usize,
}

/// Why a form could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UploadProblem {
    /// The body is of no kind that a form sends.
    NotAForm,
    /// The body breaks the rules of its kind, or ended too soon.
    Malformed,
    /// The whole body, or what stands between two parts, is too large.
    TooLarge,
    /// One file is too large.
    FileTooLarge,
    /// More files than allowed.
    TooManyFiles,
    /// One text field is too large.
    TextTooLarge,
    /// More fields or parts than allowed.
    TooManyFields,
    /// The sender went away, or the line broke.
    Interrupted,
    /// Our own disk could not take the file.
    Disk,
}

/// A file that was sent, lying in the temporary folder. It is removed with this value.
#[derive(Debug)]
pub struct UploadedFile {
    /// The field it was sent in.
    pub field: String,
    /// What the sender called it, without folders. Only for showing back: it decides nothing.
    pub file_name: String,
    /// Where it lies now.
    pub path: TempPath,
    /// Its length.
    pub bytes: u64,
}

/// What a form sent, in its order.
#[derive(Debug, Default)]
pub struct Form {
    /// Text fields: name and text.
    pub fields: Vec<(String, String)>,
    /// Files.
    pub files: Vec<UploadedFile>,
}

impl Form {
    /// The text of the first field of this name; empty when there is none.
    pub fn text(&self, name: &str) -> &str {
        self.fields.iter().find(|(field, _)| field == name).map_or("", |(_, text)| text)
    }

    /// The texts of all fields of this name.
    pub fn all<'f>(&'f self, name: &'f str) -> impl Iterator<Item = &'f str> {
        self.fields.iter().filter(move |(field, _)| field == name).map(|(_, text)| text.as_str())
    }

    /// Takes the files of this field out of the form, in their order.
    pub fn files(&mut self, name: &str) -> Vec<UploadedFile> {
        self.files.extract_if(.., |file| file.field == name).collect()
    }
}

/// Reads a form of either kind: `multipart/form-data` or `application/x-www-form-urlencoded`.
///
/// Holds about two pieces of the body and the text fields in memory, whatever is sent. When it
/// fails, or is dropped half-way, the files read so far are removed.
///
/// # Errors
/// An [`UploadProblem`]; nothing is kept then.
pub async fn read<S, E>(content_type: Option<&str>, body: S, bounds: &Bounds) -> Result<Form, UploadProblem>
where
    S: Stream<Item = Result<Bytes, E>> + Send + Unpin,
    E: Into<Box<dyn std::error::Error + Send + Sync>> + 'static,
{
    let content_type = content_type.unwrap_or_default();
    let essence = content_type.split(';').next().unwrap_or_default().trim();
    if essence.eq_ignore_ascii_case("application/x-www-form-urlencoded") {
        urlencoded(body, bounds).await
    } else if essence.eq_ignore_ascii_case("multipart/form-data") {
        multipart(content_type, body, bounds).await
    } else {
        Err(UploadProblem::NotAForm)
    }
}

async fn multipart<S, E>(content_type: &str, body: S, bounds: &Bounds) -> Result<Form, UploadProblem>
where
    S: Stream<Item = Result<Bytes, E>> + Send + Unpin,
    E: Into<Box<dyn std::error::Error + Send + Sync>> + 'static,
{
    let boundary = multer::parse_boundary(content_type).map_err(|_| UploadProblem::Malformed)?;
    // RFC 2046: 1 to 70 characters. An empty one would be found everywhere.
    if boundary.is_empty() || boundary.len() > 70 {
        return Err(UploadProblem::Malformed);
    }
    let unread = Arc::new(AtomicU64::new(0));
    let body = Paced { body, rest: false, unread: unread.clone() };
    let limit = SizeLimit::new().whole_stream(bounds.total_bytes_max);
    let mut parts = Multipart::with_constraints(body, boundary, Constraints::new().size_limit(limit));
    let mut form = Form::default();
    let mut count = 0;
    loop {
        unread.store(HEADERS_BYTES_MAX, Ordering::Relaxed);
        let Some(part) = parts.next_field().await.map_err(problem)? else { return Ok(form) };
        unread.store(u64::MAX, Ordering::Relaxed);
        count += 1;
        if count > bounds.parts_max {
            return Err(UploadProblem::TooManyFields);
        }
        let name = part.name().unwrap_or_default().to_owned();
        if name.len() > NAME_BYTES_MAX {
            return Err(UploadProblem::Malformed);
        }
        match part.file_name().map(without_folders) {
            Some(file_name) => {
                form.files.extend(file(part, name, file_name, form.files.len(), bounds).await?)
            }
            None if form.fields.len() == bounds.fields_max => return Err(UploadProblem::TooManyFields),
            None => form.fields.push((name, text(part, bounds).await?)),
        }
    }
}

async fn text(mut part: Field<'_>, bounds: &Bounds) -> Result<String, UploadProblem> {
    let mut bytes = Vec::new();
    while let Some(piece) = part.chunk().await.map_err(problem)? {
        if bytes.len() + piece.len() > bounds.text_bytes_max {
            return Err(UploadProblem::TextTooLarge);
        }
        bytes.extend_from_slice(&piece);
    }
    Ok(lossy(bytes))
}

/// Streams one file into the temporary folder. `None` for a part without name and bytes, which is
/// what browsers send where no file was chosen.
async fn file(
    mut part: Field<'_>,
    field: String,
    file_name: String,
    before: usize,
    bounds: &Bounds,
) -> Result<Option<UploadedFile>, UploadProblem> {
    let Some(first) = some_bytes(&mut part).await? else {
        if file_name.is_empty() {
            return Ok(None);
        }
        let (_, path) = temporary(bounds, before).await?;
        return Ok(Some(UploadedFile { field, file_name, path, bytes: 0 }));
    };
    let (mut file, path) = temporary(bounds, before).await?;
    let mut bytes = 0;
    let mut piece = Some(first);
    while let Some(some) = piece {
        bytes += some.len() as u64;
        if bytes > bounds.file_bytes_max {
            return Err(UploadProblem::FileTooLarge);
        }
        file.write_all(&some).await.map_err(|_| UploadProblem::Disk)?;
        piece = some_bytes(&mut part).await?;
    }
    // The last write runs in the background until it is waited for.
    file.flush().await.map_err(|_| UploadProblem::Disk)?;
    Ok(Some(UploadedFile { field, file_name, path, bytes }))
}

/// The next piece of a part that is not empty; `None` at its end.
async fn some_bytes(part: &mut Field<'_>) -> Result<Option<Bytes>, UploadProblem> {
    while let Some(piece) = part.chunk().await.map_err(problem)? {
        if !piece.is_empty() {
            return Ok(Some(piece));
        }
    }
    Ok(None)
}

/// A new file in the temporary folder, unless there are enough already.
async fn temporary(bounds: &Bounds, before: usize) -> Result<(tokio::fs::File, TempPath), UploadProblem> {
    if before >= bounds.files_max {
        return Err(UploadProblem::TooManyFiles);
    }
    let folder = bounds.folder.clone();
    let made = tokio::task::spawn_blocking(move || tempfile::NamedTempFile::new_in(folder)).await;
    let (file, path) = made.ok().and_then(Result::ok).ok_or(UploadProblem::Disk)?.into_parts();
    Ok((tokio::fs::File::from_std(file), path))
}

async fn urlencoded<S, E>(mut body: S, bounds: &Bounds) -> Result<Form, UploadProblem>
where
    S: Stream<Item = Result<Bytes, E>> + Send + Unpin,
{
    // Such a body has no files, so it cannot be larger than its fields. Percent signs make three
    // bytes of one; 300 for each name and its punctuation.
    let fields = bounds.fields_max as u64;
    let most = fields.saturating_mul(3 * bounds.text_bytes_max as u64 + 300).min(bounds.total_bytes_max);
    let mut bytes = Vec::new();
    while let Some(piece) = body.next().await {
        let piece = piece.map_err(|_| UploadProblem::Interrupted)?;
        if (bytes.len() + piece.len()) as u64 > most {
            return Err(UploadProblem::TooLarge);
        }
        bytes.extend_from_slice(&piece);
    }
    let mut form = Form::default();
    for pair in bytes.split(|byte| *byte == b'&').filter(|pair| !pair.is_empty()) {
        if form.fields.len() == bounds.fields_max {
            return Err(UploadProblem::TooManyFields);
        }
        let mut halves = pair.splitn(2, |byte| *byte == b'=');
        let name = decoded(halves.next().unwrap_or_default());
        let text = decoded(halves.next().unwrap_or_default());
        if text.len() > bounds.text_bytes_max {
            return Err(UploadProblem::TextTooLarge);
        }
        if name.len() > NAME_BYTES_MAX {
            return Err(UploadProblem::Malformed);
        }
        form.fields.push((name, text));
    }
    Ok(form)
}

/// Takes the plus signs and percent signs of one half of a pair away.
fn decoded(half: &[u8]) -> String {
    let spaced: Vec<u8> = half.iter().map(|byte| if *byte == b'+' { b' ' } else { *byte }).collect();
    lossy(percent_encoding::percent_decode(&spaced).collect())
}

/// Our pages are UTF-8, so a form is; what is not gets the replacement sign.
fn lossy(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap_or_else(|wrong| String::from_utf8_lossy(wrong.as_bytes()).into_owned())
}

/// The last part of a path of either kind of system, cut to the longest name that is kept.
fn without_folders(path: &str) -> String {
    let name = path.rsplit(['/', '\\']).next().unwrap_or_default();
    let end = name.floor_char_boundary(NAME_BYTES_MAX);
    name[..end].to_owned()
}

fn problem(error: multer::Error) -> UploadProblem {
    match error {
        multer::Error::StreamSizeExceeded { .. } => UploadProblem::TooLarge,
        multer::Error::StreamReadFailed(cause) if cause.is::<Headless>() => UploadProblem::TooLarge,
        multer::Error::StreamReadFailed(_) => UploadProblem::Interrupted,
        _ => UploadProblem::Malformed,
    }
}

/// Said when a part does not begin within [`HEADERS_BYTES_MAX`].
#[derive(Debug)]
struct Headless;

impl std::fmt::Display for Headless {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("no part begins here")
    }
}

impl std::error::Error for Headless {}

/// Gives the body one piece at a time. The multipart reader takes whatever is ready before it looks
/// at any of it: a fast sender would have it hold the whole body, and a body that never begins a
/// part would have it hold that too.
struct Paced<S> {
    body: S,
    /// Whether the next look finds nothing, so that the reader works on what it has.
    rest: bool,
    /// How many bytes may yet come until a part begins.
    unread: Arc<AtomicU64>,
}

impl<S, E> Stream for Paced<S>
where
    S: Stream<Item = Result<Bytes, E>> + Unpin,
    E: Into<Box<dyn std::error::Error + Send + Sync>>,
{
    type Item = Result<Bytes, Box<dyn std::error::Error + Send + Sync>>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if std::mem::take(&mut self.rest) {
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        let piece = match Pin::new(&mut self.body).poll_next(context) {
            Poll::Ready(Some(Ok(piece))) => piece,
            Poll::Ready(Some(Err(error))) => return Poll::Ready(Some(Err(error.into()))),
            Poll::Ready(None) => return Poll::Ready(None),
            Poll::Pending => return Poll::Pending,
        };
        self.rest = true;
        let unread = self.unread.load(Ordering::Relaxed);
        // A whole piece is let through that begins within what is left: it may hold the part too.
        if unread == 0 {
            return Poll::Ready(Some(Err(Box::new(Headless))));
        }
        if unread != u64::MAX {
            self.unread.store(unread.saturating_sub(piece.len() as u64), Ordering::Relaxed);
        }
        Poll::Ready(Some(Ok(piece)))
    }
}

#[cfg(test)]
#[path = "upload_tests.rs"]
mod tests;
