//! The record taken out as a file: what is filtered, bounded, and itself recorded.

use super::pages::named;
use super::store::{self, Entry, Way};
use super::typed::Typed;
use super::views::hex;
use super::{Cells, EXPORT_ROWS_MAX, csv_file};
use crate::base::{Act, Result};
use crate::features::desk::{self, Who};
use crate::web::{Answer, Reply, Visit};
use axum::http::header;
use serde_json::json;
use std::collections::HashMap;

/// Entries that are read in one look: others get their turn in between.
const PAGE: usize = 1_000;
/// Looks for one file, at most: where little fits, it ends before its rows are full.
const LOOKS_MAX: usize = 200;

/// The filtered range as a file. That it was taken out, with which filter and how much, is recorded first.
pub(super) async fn export(visit: Visit) -> Answer {
    visit.pace("audit-export", 5, 60.0)?;
    let typed = Typed::of(&visit.form);
    let lines = visit.form.text("as") == "jsonl";
    let (mut entries, people) = gather(&visit, &typed).await?;
    entries.reverse();
    let (first, last) = (entries.first().map_or(0, |row| row.seq), entries.last().map_or(0, |row| row.seq));
    let count = entries.len();
    let (file, kind, ending) = if lines {
        (json_lines(&entries, &people), "application/x-ndjson; charset=utf-8", "jsonl")
    } else {
        let rows = entries.iter().map(|entry| cells(entry, people.get(&entry.actor)));
        (csv_file(CELLS, rows)?, "text/csv; charset=utf-8", "csv")
    };
    let words = format!("{ending}: {count} rows, {first} to {last}{}", typed.query().replace('&', ", "));
    visit
        .write(Act::ExportAudit, move |change| {
            change.because("export", &words);
            Ok(())
        })
        .await?;
    let name = format!("attachment; filename=\"audit-{first}-{last}.{ending}\"");
    Ok(Reply::other(([(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, name)], file)))
}

/// What fits, newest first, and the people whom it names.
async fn gather(visit: &Visit, typed: &Typed) -> Result<(Vec<Entry>, HashMap<i64, Who>)> {
    let zone = visit.rules().time_zone.clone();
    let Some(filter) = visit.read(|look| typed.filter(look, &zone)).await? else {
        return Ok((Vec::new(), HashMap::new()));
    };
    let (mut entries, mut people): (Vec<Entry>, HashMap<i64, Who>) = Default::default();
    let mut before = i64::MAX;
    for _ in 0..LOOKS_MAX {
        let rows = PAGE.min(EXPORT_ROWS_MAX - entries.len());
        let (found, some) = visit
            .read(|look| {
                let found = store::page(look, &filter, Way::Before(before), rows)?;
                let some = desk::people(look, named(&found.entries))?;
                Ok((found, some))
            })
            .await?;
        let full = found.entries.len() == rows;
        let on = found.stopped.or(found.entries.last().filter(|_| full).map(|entry| entry.seq));
        entries.extend(found.entries);
        people.extend(some);
        match on {
            Some(seq) if entries.len() < EXPORT_ROWS_MAX => before = seq,
            _ => break,
        }
    }
    Ok((entries, people))
}

/// The head of a file.
const CELLS: &[&str] = &[
    "seq",
    "time_utc",
    "time_trust",
    "boot",
    "monotonic_ms",
    "actor",
    "username",
    "role",
    "device",
    "act",
    "kind",
    "item",
    "case",
    "reason_code",
    "reason",
    "before_hash",
    "after_hash",
    "prev_hash",
    "hash",
];

/// One entry as a row of a file.
fn cells(entry: &Entry, who: Option<&Who>) -> Cells {
    let hash = |bytes: &Option<Vec<u8>>| bytes.as_deref().map(hex).unwrap_or_default();
    vec![
        entry.seq.to_string(),
        utc(entry.at),
        entry.time_trust.clone(),
        entry.boot.to_string(),
        entry.monotonic_ms.to_string(),
        entry.actor.to_string(),
        who.map_or_else(String::new, |who| who.username.clone()),
        entry.actor_role.clone(),
        entry.device.clone(),
        entry.act.clone(),
        entry.kind.clone().unwrap_or_default(),
        entry.item.map_or_else(String::new, |item| item.to_string()),
        entry.case.map_or_else(String::new, |case| case.to_string()),
        entry.reason_code.clone().unwrap_or_default(),
        entry.reason.clone().unwrap_or_default(),
        hash(&entry.before),
        hash(&entry.after),
        hex(&entry.prev),
        hex(&entry.hash),
    ]
}

/// A moment as every program reads it.
fn utc(ms: i64) -> String {
    jiff::Timestamp::from_millisecond(ms).map_or_else(|_| ms.to_string(), |at| at.to_string())
}

/// One object a line, each value as the record holds it: for programs, nothing is defused.
fn json_lines(entries: &[Entry], people: &HashMap<i64, Who>) -> Vec<u8> {
    let mut file = Vec::new();
    for entry in entries {
        let hash = |bytes: &Option<Vec<u8>>| bytes.as_deref().map(hex);
        let line = json!({
            "seq": entry.seq, "time_utc": utc(entry.at), "time_trust": entry.time_trust, "boot": entry.boot,
            "monotonic_ms": entry.monotonic_ms, "actor": entry.actor,
            "username": people.get(&entry.actor).map(|who| &who.username), "role": entry.actor_role,
            "device": entry.device, "act": entry.act, "kind": entry.kind, "item": entry.item, "case": entry.case,
            "reason_code": entry.reason_code, "reason": entry.reason, "before_hash": hash(&entry.before),
            "after_hash": hash(&entry.after), "prev_hash": hex(&entry.prev), "hash": hex(&entry.hash),
        });
        file.extend_from_slice(line.to_string().as_bytes());
        file.push(b'\n');
    }
    file
}
