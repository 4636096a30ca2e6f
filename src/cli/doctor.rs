//! `courtyard doctor`: looks at the box and says, point by point, what is well and what is not.

use super::{Folder, say};
use crate::app;
use crate::base::{Error, Result};
use crate::config;
use crate::db::{self, SCHEMA_VERSION, SQLITE_OLDEST, Sickbed};
use crate::features::photos::{Name, Shelf, Size};
use crate::lang::Lang;
use clap::Args;
use std::collections::HashSet;
use std::path::Path;
use std::process::ExitCode;

/// What `courtyard doctor --help` says.
pub(super) const ABOUT: &str = "\
Checks the box point by point and says of each: ok, warn or fail. Nothing is written, and the box may be \
serving meanwhile. Exit code 3 where a check fails, 0 otherwise; warnings do not count.";

/// Log of the database above which it should long have been moved into the file: 64 MiB, as its limit.
const WAL_BYTES_MANY: u64 = 64 << 20;
/// Free space below which the box should get a larger disk, and below which it stops working.
const FREE_BYTES_FEW: u64 = 1 << 30;
/// See [`FREE_BYTES_FEW`]: 100 MiB.
const FREE_BYTES_LEAST: u64 = 100 << 20;
/// Photos named by nothing above which the nightly look does not do its work.
const ORPHANS_MANY: usize = 1_000;

#[derive(Args)]
pub(super) struct Words {
    #[command(flatten)]
    folder: Folder,
    /// Print one JSON object rather than lines: {"result": "ok|warn|fail", "checks": [{"name", "result", "words"}]}
    #[arg(long)]
    json: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Found {
    Ok,
    Warn,
    Fail,
}

impl Found {
    fn word(self) -> &'static str {
        match self {
            Found::Ok => "ok",
            Found::Warn => "warn",
            Found::Fail => "fail",
        }
    }
}

struct Check {
    name: &'static str,
    found: Found,
    words: String,
}

/// Runs every check and prints them.
pub(super) fn run(words: &Words) -> Result<ExitCode> {
    let checks = look_at(&words.folder.data);
    let worst = checks.iter().map(|check| check.found).max().unwrap_or(Found::Ok);
    if words.json {
        let list: Vec<_> = checks
            .iter()
            .map(|each| serde_json::json!({"name": each.name, "result": each.found.word(), "words": each.words}))
            .collect();
        say(&serde_json::json!({"result": worst.word(), "checks": list}).to_string());
    } else {
        for (number, check) in (1..).zip(&checks) {
            say(&format!("{number:>2}  {:<4}  {:<14} {}", check.found.word(), check.name, check.words));
        }
    }
    Ok(if worst == Found::Fail { ExitCode::from(3) } else { ExitCode::SUCCESS })
}

fn look_at(data: &Path) -> Vec<Check> {
    let mut checks = vec![
        check("program", Found::Ok, format!("Courtyard {}", env!("CARGO_PKG_VERSION"))),
        sqlite(),
        free_space(data),
    ];
    let file = config::database(data);
    match Sickbed::open(&file) {
        Err(error) => {
            checks.push(check("file", Found::Fail, format!("The database cannot be read: {}", plain(&error))))
        }
        Ok(bed) => {
            let bytes = std::fs::metadata(&file).map_or(0, |file| file.len());
            checks.push(check("file", Found::Ok, format!("{} can be read, {}", file.display(), size(bytes))));
            checks.push(schema(&bed));
            checks.push(said("pages", bed.quick_check(), "Every page of the file is sound"));
            checks.push(references(&bed));
            checks.push(audit(&bed));
            checks.push(last_stop(&bed, app::is_in_use(data)));
            checks.push(log_size(&file));
            checks.push(photos(&bed, data));
        }
    }
    checks
}

fn check(name: &'static str, found: Found, words: impl Into<String>) -> Check {
    Check { name, found, words: words.into() }
}

fn said(name: &'static str, done: Result<()>, well: &str) -> Check {
    match done {
        Ok(()) => check(name, Found::Ok, well),
        Err(error) => check(name, Found::Fail, plain(&error)),
    }
}

/// The cause of a fault, without the word for its kind.
fn plain(error: &Error) -> String {
    match error {
        Error::Broken(cause) => cause.clone(),
        other => other.to_string(),
    }
}

fn size(bytes: u64) -> String {
    Lang::english().bytes(bytes)
}

fn sqlite() -> Check {
    let (number, version) = db::sqlite_version();
    let found = if number >= SQLITE_OLDEST { Found::Ok } else { Found::Fail };
    check("sqlite", found, format!("SQLite {version}; 3.51.3 or newer is needed"))
}

fn free_space(data: &Path) -> Check {
    match rustix::fs::statvfs(data) {
        Err(error) => check("space", Found::Fail, format!("{} cannot be looked at: {error}", data.display())),
        Ok(disk) => {
            let free = disk.f_bavail.saturating_mul(disk.f_frsize);
            let found = match free {
                free if free < FREE_BYTES_LEAST => Found::Fail,
                free if free < FREE_BYTES_FEW => Found::Warn,
                _ => Found::Ok,
            };
            check("space", found, format!("{} free on the disk of the data folder", size(free)))
        }
    }
}

fn schema(bed: &Sickbed) -> Check {
    match bed.schema() {
        Err(error) => check("schema", Found::Fail, plain(&error)),
        Ok(now) if now == SCHEMA_VERSION => check("schema", Found::Ok, format!("Schema version {now}")),
        Ok(now) if now < SCHEMA_VERSION => {
            let words = format!("Schema version {now}; the next start brings it to {SCHEMA_VERSION}");
            check("schema", Found::Warn, words)
        }
        Ok(now) => {
            let words =
                format!("Schema version {now} is of a newer Courtyard; this one knows {SCHEMA_VERSION}");
            check("schema", Found::Fail, words)
        }
    }
}

fn references(bed: &Sickbed) -> Check {
    match bed.broken_references() {
        Err(error) => check("references", Found::Fail, plain(&error)),
        Ok(0) => check("references", Found::Ok, "Every reference leads to its row"),
        Ok(count) => check("references", Found::Fail, format!("{count} references lead nowhere")),
    }
}

fn audit(bed: &Sickbed) -> Check {
    match bed.audit() {
        Err(error) => check("audit log", Found::Fail, plain(&error)),
        Ok(db::Verified { entries, head, fault: None, .. }) => {
            check("audit log", Found::Ok, format!("{entries} entries hold, head {}", &head[..16]))
        }
        Ok(db::Verified { fault: Some(fault), .. }) => {
            check("audit log", Found::Fail, format!("The audit log does not hold: {fault}"))
        }
    }
}

fn last_stop(bed: &Sickbed, in_use: bool) -> Check {
    match bed.stops() {
        Err(error) => check("last stop", Found::Fail, plain(&error)),
        Ok(_) if in_use => check("last stop", Found::Ok, "The box is running now"),
        Ok(stops) if stops.starts == 0 => check("last stop", Found::Ok, "The box was never started"),
        Ok(stops) if stops.last_clean => check("last stop", Found::Ok, "The box was stopped in order"),
        Ok(_) => {
            let words = "The box was not stopped in order: the power went, or the program was ended. \
                         What was acknowledged is there; use its switch the next time";
            check("last stop", Found::Warn, words)
        }
    }
}

fn log_size(file: &Path) -> Check {
    let mut wal = file.as_os_str().to_owned();
    wal.push("-wal");
    let bytes = std::fs::metadata(wal).map_or(0, |wal| wal.len());
    let found = if bytes > WAL_BYTES_MANY { Found::Warn } else { Found::Ok };
    check("write log", found, format!("{} wait to be moved into the file", size(bytes)))
}

fn photos(bed: &Sickbed, data: &Path) -> Check {
    let named = match bed.photos() {
        Ok(named) => named,
        Err(error) => return check("photos", Found::Fail, plain(&error)),
    };
    let shelf = Shelf::look(&data.join("photos"));
    let there = match shelf.names() {
        Ok(there) => there,
        Err(_) if named.is_empty() => return check("photos", Found::Ok, "There are no photos yet"),
        Err(error) => {
            return check("photos", Found::Fail, format!("The photos cannot be looked at: {error}"));
        }
    };
    let sound = |name: &Name, sizes: &[Size]| sizes.iter().all(|size| shelf.path(name, *size).is_file());
    let parsed = |name: &String| Name::parse(name);
    let lost = named.photos.iter().filter(|n| !parsed(n).is_some_and(|n| sound(&n, &Size::PHOTO))).count()
        + named.faces.iter().filter(|n| !parsed(n).is_some_and(|n| sound(&n, &Size::SQUARE))).count();
    let known: HashSet<Name> = named.photos.iter().chain(&named.faces).filter_map(parsed).collect();
    let orphans = there.iter().filter(|name| !known.contains(name)).count();
    let found = match (lost, orphans) {
        (1.., _) => Found::Fail,
        (_, orphans) if orphans > ORPHANS_MANY => Found::Warn,
        _ => Found::Ok,
    };
    let count = named.photos.len() + named.faces.len();
    let words =
        format!("{count} pictures named, {lost} of them without their files; {orphans} named by nothing");
    check("photos", found, words)
}
