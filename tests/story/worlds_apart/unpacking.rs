//! What somebody takes along in a random world: no byte of strangers is in it, however it is packed.

use super::laying::{Laid, Twins};
use crate::harness::Ask;
use courtyard::base::Act;
use std::io::Read;

/// Has everything packed that whoever looks has made, and looks through it.
pub fn takes_along(twins: &Twins, laid: &Laid) {
    let (pod, me) = (&twins.with, laid.numbers.people[laid.viewer]);
    let sql = "INSERT INTO archive (account_id, state, language, asked_at, asked_day) VALUES (?1, 'asked', 'en', 0, 0)";
    let id = pod.write(Act::NoteArchive, move |change| change.insert(sql, [me]));
    pod.packs();
    let file = pod.asks(&laid.browser(pod, laid.viewer), &Ask::get(&format!("/my/archive/{id}/file")));
    assert_eq!(file.status, 200);
    let entries = entries(&file.body);
    assert!(entries.len() > 3, "an archive without anything in it");
    for (name, held) in entries {
        let mut said = format!("{name}{}", String::from_utf8_lossy(&held));
        if name.ends_with(".gz") {
            let mut unpacked = Vec::new();
            flate2::read::GzDecoder::new(held.as_slice()).read_to_end(&mut unpacked).unwrap();
            said.push_str(&String::from_utf8_lossy(&unpacked));
        }
        let said = said.to_lowercase();
        assert_eq!(laid.mark_in(&said), None, "in {name}, which is taken along");
    }
}

/// What is in a zip file, by its table of contents.
fn entries(zip: &[u8]) -> Vec<(String, Vec<u8>)> {
    let short = |at: usize| usize::from(u16::from_le_bytes(zip[at..at + 2].try_into().unwrap()));
    let long = |at: usize| u32::from_le_bytes(zip[at..at + 4].try_into().unwrap()) as usize;
    let end = (0..zip.len() - 21).rev().find(|at| zip[*at..].starts_with(b"PK\x05\x06")).unwrap();
    let (mut at, mut entries) = (long(end + 16), Vec::new());
    for _ in 0..short(end + 10) {
        assert!(zip[at..].starts_with(b"PK\x01\x02"));
        let (name_len, extra, note) = (short(at + 28), short(at + 30), short(at + 32));
        let name = String::from_utf8(zip[at + 46..at + 46 + name_len].to_vec()).unwrap();
        let (packed, local) = (long(at + 20), long(at + 42));
        let begin = local + 30 + short(local + 26) + short(local + 28);
        let held = &zip[begin..begin + packed];
        let mut whole = Vec::new();
        match short(at + 10) {
            0 => whole.extend(held),
            _ => drop(flate2::read::DeflateDecoder::new(held).read_to_end(&mut whole).unwrap()),
        }
        assert_eq!(whole.len(), long(at + 24), "{name}");
        entries.push((name, whole));
        at += 46 + name_len + extra + note;
    }
    entries
}
