//! `courtyard verify`: walks the audit log, and compares it with what stands on paper.

use super::{Folder, say};
use crate::base::spoken::{Misread, WORDS};
use crate::base::{Error, Result};
use crate::config;
use crate::db::{self, Paper};
use crate::features::sheets;
use clap::Args;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// What `courtyard verify --help` says.
pub(super) const ABOUT: &str = "\
Walks the audit log from its first entry and names the first place that does not hold: an entry that was changed, taken \
out or put elsewhere. It is compared with the daily sheets that the box keeps itself, and with those that you have: a log \
whose end was cut off, or that was changed and made anew, holds by itself and does not fit the paper.\n\n\
The box may be serving meanwhile. Nothing is written. Exit codes: 0 it holds; 1 it could not be checked, the reason is on \
standard error; 3 it does not hold, or is not the log on the paper.";

/// Bytes of a file of sheets that are looked at, and files in one folder: a sheet a day for decades.
const FILE_BYTES_MAX: u64 = 64 * 1024;
/// See [`FILE_BYTES_MAX`].
const FILES_MAX: usize = 20_000;

#[derive(Args)]
pub(super) struct Words {
    #[command(flatten)]
    folder: Folder,
    /// What stands on a sheet: its 33 words (of each the first four letters are enough), the hash in digits, or the line in
    /// its square of dots
    #[arg(long, num_args = 1.., value_name = "WORDS")]
    sheet: Vec<String>,
    /// The number of the last entry on that sheet; without it the hash is looked for among all entries
    #[arg(long, requires = "sheet", value_name = "N", value_parser = clap::value_parser!(i64).range(1..))]
    seq: Option<i64>,
    /// A folder with sheets that were saved as files
    #[arg(long, value_name = "FOLDER")]
    sheets: Option<PathBuf>,
}

/// Walks, compares, and says what came of it.
pub(super) fn run(words: &Words) -> Result<ExitCode> {
    let mut papers = Vec::new();
    if !words.sheet.is_empty() {
        papers
            .extend(sheets::read_paper(&words.sheet.join(" "), words.seq).map_err(|wrong| misread(&wrong))?);
    }
    if let Some(folder) = &words.sheets {
        papers.extend(in_folder(folder)?);
    }
    let found = db::verify_file(&config::database(&words.folder.data), &papers)?;
    match found.fault {
        None => {
            say(&format!("The audit log holds: {} entries, head {}", found.entries, found.head));
            say(&format!(
                "It fits {} sheets: {} of yours, the others kept by the box",
                found.papers,
                papers.len()
            ));
            Ok(ExitCode::SUCCESS)
        }
        Some(fault) => {
            say(&format!("The audit log does not hold: {fault}"));
            Ok(ExitCode::from(3))
        }
    }
}

/// The sheets of every file `*.txt` in a folder.
fn in_folder(folder: &Path) -> Result<Vec<Paper>> {
    let named = |path: &Path, what: &str| Error::Broken(format!("{}: {what}", path.display()));
    let entries = std::fs::read_dir(folder).map_err(|error| named(folder, &error.to_string()))?;
    let mut papers = Vec::new();
    for entry in entries.take(FILES_MAX) {
        let path = entry?.path();
        if !path.is_file() || path.extension().is_none_or(|ending| ending != "txt") {
            continue;
        }
        if std::fs::metadata(&path)?.len() > FILE_BYTES_MAX {
            return Err(named(&path, "is too large for a sheet"));
        }
        let text = String::from_utf8_lossy(&std::fs::read(&path)?).into_owned();
        papers.extend(sheets::read_paper(&text, None).map_err(|_| named(&path, "is no sheet"))?);
    }
    if papers.is_empty() {
        return Err(named(folder, "there is no sheet in it"));
    }
    Ok(papers)
}

fn misread(wrong: &Misread) -> Error {
    Error::Broken(match wrong {
        Misread::Unknown(word) => format!("“{word}” is none of the words: look at the sheet again"),
        Misread::Count(count) => format!("these are {count} words, and a sheet has {WORDS}"),
        Misread::Check => {
            "one of the words is another one, or two changed places: look at the sheet again".into()
        }
    })
}
