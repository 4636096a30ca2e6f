//! What sort of file it is: as its name says, and as its bytes bear out.

use super::zipped::{self, Zip};
use crate::base::Problem;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;

crate::words! {
    /// The sorts of file that a group takes. The word is the ending of its name.
    Sort {
        /// Pages as printed.
        Pdf = "pdf",
        /// Plain text.
        Txt = "txt",
        /// A table as text.
        Csv = "csv",
        /// Text in Markdown.
        Md = "md",
        /// A text of Word.
        Docx = "docx",
        /// A table of Excel.
        Xlsx = "xlsx",
        /// Slides of PowerPoint.
        Pptx = "pptx",
        /// A text of LibreOffice and others.
        Odt = "odt",
        /// A table of theirs.
        Ods = "ods",
        /// Slides of theirs.
        Odp = "odp",
    }
}

impl Sort {
    /// Its type, as a browser is told.
    pub fn media_type(self) -> &'static str {
        match self {
            Sort::Pdf => "application/pdf",
            Sort::Txt => "text/plain; charset=utf-8",
            Sort::Csv => "text/csv; charset=utf-8",
            Sort::Md => "text/markdown; charset=utf-8",
            Sort::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Sort::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Sort::Pptx => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            Sort::Odt => "application/vnd.oasis.opendocument.text",
            Sort::Ods => "application/vnd.oasis.opendocument.spreadsheet",
            Sort::Odp => "application/vnd.oasis.opendocument.presentation",
        }
    }

    /// All endings, as an `<input type="file">` takes them.
    pub fn accept() -> String {
        Sort::ALL.iter().map(|sort| format!(".{sort}")).collect::<Vec<_>>().join(",")
    }

    /// Does what is in this file bear out that it is of this sort, and of no other at the same time?
    ///
    /// # Errors
    /// `NotWhatItSays`, or `Macros` for a document with a program in it.
    pub fn check(self, file: &Path) -> Result<(), Problem> {
        let mut file = File::open(file).map_err(|_| Problem::NotWhatItSays)?;
        match self {
            Sort::Pdf => pdf(&mut file),
            Sort::Txt | Sort::Csv | Sort::Md => plain(&mut file),
            Sort::Docx | Sort::Xlsx | Sort::Pptx => office(&mut file, self.media_type()),
            Sort::Odt | Sort::Ods | Sort::Odp => open_document(&mut file, self.media_type()),
        }
    }
}

/// Bytes at the beginning, and at the end, in which a PDF says what it is.
const PDF_EDGE: usize = 1024;

fn pdf(file: &mut File) -> Result<(), Problem> {
    let (head, tail) = edges(file, PDF_EDGE).map_err(|_| Problem::NotWhatItSays)?;
    let begins = head.starts_with(b"%PDF-1.") || head.starts_with(b"%PDF-2.");
    let ends = tail.windows(5).any(|piece| piece == b"%%EOF");
    // One that a browser would take for a page, or an archiver for an archive, is two things at once.
    let page = is_page(&String::from_utf8_lossy(&head), false);
    if begins && ends && !page && !zipped::ends_as_archive(file) {
        Ok(())
    } else {
        Err(Problem::NotWhatItSays)
    }
}

/// The first and the last bytes.
fn edges(file: &mut File, most: usize) -> io::Result<(Vec<u8>, Vec<u8>)> {
    let whole = file.metadata()?.len();
    let mut head = Vec::with_capacity(most);
    file.seek(SeekFrom::Start(0))?;
    file.by_ref().take(most as u64).read_to_end(&mut head)?;
    let mut tail = Vec::with_capacity(most);
    file.seek(SeekFrom::Start(whole.saturating_sub(most as u64)))?;
    file.by_ref().take(most as u64).read_to_end(&mut tail)?;
    Ok((head, tail))
}

/// Text is UTF-8 without anything that no text has. It is read piece by piece.
fn plain(file: &mut File) -> Result<(), Problem> {
    let mut piece = vec![0; 64 * 1024];
    let (mut kept, mut first) = (0, true);
    loop {
        let read = file.read(&mut piece[kept..]).map_err(|_| Problem::NotWhatItSays)?;
        let end = kept + read;
        let whole = match std::str::from_utf8(&piece[..end]) {
            Ok(text) => text.len(),
            // A letter may be cut at the end of a piece, and nowhere else.
            Err(error) if error.error_len().is_none() && read > 0 => error.valid_up_to(),
            Err(_) => return Err(Problem::NotWhatItSays),
        };
        let text = std::str::from_utf8(&piece[..whole]).map_err(|_| Problem::NotWhatItSays)?;
        let odd = |letter: char| letter.is_control() && !matches!(letter, '\t' | '\n' | '\r' | '\u{c}');
        if text.chars().any(odd) || (first && is_page(text, true)) {
            return Err(Problem::NotWhatItSays);
        }
        if read == 0 {
            return Ok(());
        }
        first = false;
        piece.copy_within(whole..end, 0);
        kept = end - whole;
    }
}

/// Would a program that looks only at the beginning take it for a web page, a drawing or a PDF?
fn is_page(text: &str, at_once: bool) -> bool {
    const SIGNS: &[&str] = &["<!doctype", "<html", "<head", "<body", "<script", "<svg", "<iframe", "<?xml"];
    let begins: String =
        text.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']).chars().take(1024).collect();
    let begins = begins.to_lowercase();
    if at_once {
        begins.starts_with("%pdf-") || SIGNS.iter().any(|sign| begins.starts_with(sign))
    } else {
        SIGNS.iter().any(|sign| begins.contains(sign))
    }
}

/// Bytes of one entry of an archive that are read.
const ENTRY_BYTES_MAX: u64 = 1 << 20;

/// Word, Excel, PowerPoint: the list of what is inside names the main part, and no program.
fn office(file: &mut File, media_type: &str) -> Result<(), Problem> {
    let mut zip = Zip::open(file).map_err(|_| Problem::NotWhatItSays)?;
    let names: Vec<String> = zip.names().map(str::to_lowercase).collect();
    let types = zip.read("[Content_Types].xml", ENTRY_BYTES_MAX).map_err(|_| Problem::NotWhatItSays)?;
    let types = String::from_utf8(types).map_err(|_| Problem::NotWhatItSays)?.to_lowercase();
    let programs = ["vbaproject", "vbadata", "macrosheet", "activex", "macroenabled"];
    if programs.iter().any(|word| types.contains(word) || names.iter().any(|name| name.contains(word))) {
        return Err(Problem::Macros);
    }
    let main = format!("{}.main+xml", media_type.to_lowercase());
    if types.contains(&main) { Ok(()) } else { Err(Problem::NotWhatItSays) }
}

/// LibreOffice and others: the first entry says what it is, in plain letters.
fn open_document(file: &mut File, media_type: &str) -> Result<(), Problem> {
    let mut zip = Zip::open(file).map_err(|_| Problem::NotWhatItSays)?;
    let says = zip.read("mimetype", 100).map_err(|_| Problem::NotWhatItSays)?;
    let whole = zip.first() == Some("mimetype")
        && says == media_type.as_bytes()
        && zip.names().any(|name| name == "META-INF/manifest.xml");
    if !whole {
        return Err(Problem::NotWhatItSays);
    }
    let program = |name: &str| name.starts_with("Basic/") || name.starts_with("Scripts/");
    if zip.names().any(program) { Err(Problem::Macros) } else { Ok(()) }
}

#[cfg(test)]
#[path = "sort_tests.rs"]
mod tests;
