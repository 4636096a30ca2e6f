//! `courtyard verify`: walks the audit log, and compares it with what stands on paper.

use super::{Folder, say};
use crate::base::spoken::{Misread, WORDS};
use crate::base::{Error, Result};
use crate::config;
use crate::db::{self, Paper};
use crate::features::evidence;
use crate::features::sheets::{self, Seal};
use clap::Args;
use data_encoding::HEXLOWER;
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
    /// A pack of evidence (.zip) to check, rather than the log of the box
    #[arg(value_name = "PACK", conflicts_with_all = ["sheet", "seq", "sheets"])]
    pack: Option<PathBuf>,
    /// The public key that has to have signed the pack, in digits; that of the box in the data folder where none is given
    #[arg(long, requires = "pack", value_name = "DIGITS")]
    key: Option<String>,
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
    if let Some(pack) = &words.pack {
        return check_pack(pack, words);
    }
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
            if let Some(key) = Seal::public_in(&config::seal(&words.folder.data)) {
                say(&format!("The box signs with the key whose public part is {}", HEXLOWER.encode(&key)));
            }
            Ok(ExitCode::SUCCESS)
        }
        Some(fault) => {
            say(&format!("The audit log does not hold: {fault}"));
            Ok(ExitCode::from(3))
        }
    }
}

/// Checks a pack, says what it proves and what it does not.
fn check_pack(pack: &Path, words: &Words) -> Result<ExitCode> {
    let named = |error: &dyn std::fmt::Display| Error::Broken(format!("{}: {error}", pack.display()));
    let bytes = std::fs::read(pack).map_err(|error| named(&error))?;
    let found = match evidence::check(&bytes) {
        Ok(found) => found,
        Err(Error::Broken(wrong)) => {
            say(&format!("The pack does not hold: {wrong}"));
            return Ok(ExitCode::from(3));
        }
        Err(error) => return Err(error),
    };
    let known = match &words.key {
        Some(digits) => {
            let plain: String = digits.split_whitespace().collect::<String>().to_lowercase();
            let key = HEXLOWER.decode(plain.as_bytes()).ok().and_then(|key| <[u8; 32]>::try_from(key).ok());
            Some(key.ok_or_else(|| Error::Broken("a key has 64 digits, 0 to 9 and a to f".into()))?)
        }
        None => Seal::public_in(&config::seal(&words.folder.data)),
    };
    let same = known.map(|key| key == found.key);
    if same == Some(false) {
        say(&format!("The pack was signed with another key: {}", HEXLOWER.encode(&found.key)));
        return Ok(ExitCode::from(3));
    }
    say(&format!("The pack holds: {}, made {}, for: {}", found.site, found.made_at, found.reason));
    let whose = if same == Some(true) { "the key asked for" } else { "a key to compare with a daily sheet" };
    say(&format!("Signed with {whose}: {}", HEXLOWER.encode(&found.key)));
    say(&format!(
        "{} things, {} of their texts proved by the record; {} photos, {} documents",
        found.said, found.proved, found.media, found.documents
    ));
    say(&format!(
        "{} entries linked to an end of the chain, {} that only the signature vouches for",
        found.linked, found.loose
    ));
    for (seq, head, sheet) in &found.ends {
        let sheet = sheet.as_deref().map_or("no sheet yet".to_owned(), |day| format!("the sheet of {day}"));
        say(&format!("  entry {seq}, {sheet}: {head}"));
    }
    say(NOT_PROVED);
    Ok(ExitCode::SUCCESS)
}

/// What no pack proves.
const NOT_PROVED: &str = "\
It does not prove whose key this is, that the box was honest when it wrote, who sat at a keyboard, that the clock was right, \
or that nothing was left out. Compare key and hashes with the daily sheets on paper.";

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
