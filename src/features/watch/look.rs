//! Looking back: what a rule would have matched in the last thirty days, among what whoever asks may see.

use super::{New, store};
use crate::base::watch::{Engine, Rule, Surfaces};
use crate::base::{Kind, Result};
use crate::db::Snapshot;

/// How far back.
pub(super) const DAYS: i64 = 30;
/// Texts that are looked through at most, the newest of each sort.
const TEXTS_MAX: usize = 5_000;
/// Texts that are shown.
const SAMPLES_MAX: usize = 20;

/// One text in which the rule would have matched.
#[derive(Clone, Debug)]
pub(super) struct Sample {
    pub address: String,
    pub text: String,
    /// Bytes from and to.
    pub spans: Vec<(usize, usize)>,
    pub possible: bool,
}

/// What looking back gave.
#[derive(Clone, Debug, Default)]
pub(super) struct Past {
    /// Texts that were looked through.
    pub looked: i64,
    /// Texts in which the rule would have matched.
    pub matched: i64,
    pub samples: Vec<Sample>,
}

/// Looks through what people wrote for Everyone or for groups that whoever asks may see. Private talk, and what is for few,
/// is not looked through: a rule must not be a way to search it.
pub(super) fn back(look: &Snapshot<'_>, new: &New) -> Result<Past> {
    let rule = Rule {
        id: 0,
        pattern: new.pattern.clone(),
        kind: new.kind,
        action: new.action,
        severity: new.severity,
        surfaces: Surfaces::parse(&new.surfaces),
        exceptions: new.exceptions.clone(),
        until_ms: None,
    };
    let engine = Engine::new(&[rule]);
    let since = look.now_ms() - DAYS * 24 * 60 * 60 * 1000;
    let mut past = Past::default();
    for (kind, surface, sql) in store::RECENT {
        for (id, text) in store::recent(look, sql, since, TEXTS_MAX)? {
            past.looked += 1;
            let hits = engine.scan(&text, surface, look.now_ms());
            if hits.is_empty() {
                continue;
            }
            past.matched += 1;
            if past.samples.len() < SAMPLES_MAX {
                let possible = hits.iter().all(|hit| hit.possible);
                let address = Kind::address(kind, id);
                let spans = hits.iter().map(|hit| (hit.from, hit.to)).collect();
                past.samples.push(Sample { address, text, spans, possible });
            }
        }
    }
    Ok(past)
}
