//! What was measured: times and errors of a run, and the report of a scenario.

use crate::pod::{Pod, program, say};
use serde_json::{Map, Value, json};
use std::time::{Duration, Instant};

/// The times of one run. An error is counted, and its time is not.
pub struct Tally {
    begun: Instant,
    took: Duration,
    micros: Vec<u32>,
    pub errors: usize,
    /// The pod's processor time for the whole run, milliseconds, where it was measured.
    pub processor_ms: f64,
}

impl Tally {
    /// Begins now.
    pub fn new() -> Tally {
        Tally {
            begun: Instant::now(),
            took: Duration::ZERO,
            micros: Vec::new(),
            errors: 0,
            processor_ms: 0.0,
        }
    }

    /// Notes one answer.
    pub fn note(&mut self, since: Instant, well: bool) {
        if well {
            self.took(since.elapsed());
        } else {
            self.errors += 1;
        }
    }

    /// Notes how long something took.
    pub fn took(&mut self, time: Duration) {
        self.micros.push(u32::try_from(time.as_micros()).unwrap_or(u32::MAX));
    }

    /// Takes in what another one of the same run noted.
    pub fn add(&mut self, other: Tally) {
        self.micros.extend(other.micros);
        self.errors += other.errors;
    }

    /// Ends the run.
    pub fn end(mut self) -> Tally {
        self.took = self.begun.elapsed();
        self.micros.sort_unstable();
        self
    }

    /// Milliseconds below which so many of a thousand are.
    pub fn milliseconds(&self, of_thousand: usize) -> f64 {
        let place = (self.micros.len() * of_thousand / 1000).min(self.micros.len().saturating_sub(1));
        self.micros.get(place).map_or(0.0, |micros| f64::from(*micros) / 1000.0)
    }

    fn json(&self) -> Value {
        json!({
            "count": self.micros.len(),
            "errors": self.errors,
            "per_s": round(self.micros.len() as f64 / self.took.as_secs_f64()),
            "p50_ms": round(self.milliseconds(500)),
            "p99_ms": round(self.milliseconds(990)),
            "max_ms": round(self.milliseconds(1000)),
            "pod_cpu_ms_each": (self.processor_ms / self.micros.len().max(1) as f64 * 1000.0).round() / 1000.0,
        })
    }
}

/// Two digits behind the point.
pub fn round(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

/// What a scenario found.
pub struct Report {
    runs: Map<String, Value>,
    keys: Map<String, Value>,
}

impl Report {
    /// An empty report of a scenario.
    pub fn new(scenario: &str) -> Report {
        let mut keys = Map::new();
        keys.insert("scenario".into(), json!(scenario));
        say(&format!(
            "{:<14}{:>9}{:>8}{:>11}{:>10}{:>10}{:>10}{:>10}",
            scenario, "count", "errors", "per s", "p50 ms", "p99 ms", "max ms", "cpu ms"
        ));
        Report { runs: Map::new(), keys }
    }

    /// Adds one run, and says it.
    pub fn run(&mut self, name: &str, tally: &Tally) {
        let run = tally.json();
        let figure = |key: &str| run[key].as_f64().unwrap_or(0.0);
        say(&format!(
            "{name:<14}{:>9}{:>8}{:>11.1}{:>10.2}{:>10.2}{:>10.2}{:>10.3}",
            run["count"].as_u64().unwrap_or(0),
            figure("errors"),
            figure("per_s"),
            figure("p50_ms"),
            figure("p99_ms"),
            figure("max_ms"),
            figure("pod_cpu_ms_each")
        ));
        self.runs.insert(name.to_owned(), run);
    }

    /// Adds a figure of this scenario's own, and says it.
    pub fn figure(&mut self, name: &str, value: f64) {
        say(&format!("{name:<32}{:>10}", round(value)));
        self.keys.insert(name.to_owned(), json!(round(value)));
    }

    /// What every scenario says of the pod.
    pub fn pod(&mut self, pod: &Pod) {
        let (start, peak) = (round(pod.start_mb), round(pod.peak_mb()));
        say(&format!(
            "resident {start} MB after the start, {peak} MB at most; started in {:.1} ms",
            pod.start_ms
        ));
        self.keys.insert("resident_mb".into(), json!({ "start": start, "peak": peak }));
        self.keys.insert("start_ms".into(), json!(round(pod.start_ms)));
    }

    /// The whole as one JSON object.
    pub fn json(mut self) -> Value {
        let bytes = program().and_then(std::fs::metadata).map_or(0, |file| file.len());
        self.keys.insert("binary_mb".into(), json!(round(bytes as f64 / (1024.0 * 1024.0))));
        self.keys.insert("runs".into(), Value::Object(self.runs));
        Value::Object(self.keys)
    }
}
