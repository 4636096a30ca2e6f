//! A program running on a machine of the network: its lines, waited for with a deadline, and its end.

use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

/// How long anything may take before the test fails. Far above what it takes (seconds), for busy machines; and above the
/// 120 s for which a neighbour may keep an address whose end it did not hear (RFC 6762, section 10).
pub const DEADLINE: Duration = Duration::from_secs(180);

/// A running program. Dropping it kills it.
pub struct Program {
    child: Child,
    lines: Receiver<String>,
    seen: Vec<String>,
}

impl Program {
    /// Starts `command` and reads all it says.
    pub fn start(mut command: Command) -> Self {
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap_or_else(|error| unreachable!("{command:?} does not start: {error}"));
        let (teller, lines) = mpsc::channel();
        listen(child.stdout.take().expect("a piped output"), teller.clone());
        listen(child.stderr.take().expect("a piped output"), teller);
        Self { child, lines, seen: Vec::new() }
    }

    /// Waits for a line that holds `text`, and gives it.
    pub fn says(&mut self, text: &str) -> String {
        let deadline = Instant::now() + DEADLINE;
        loop {
            match self.lines.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
                Ok(line) => {
                    self.seen.push(line.clone());
                    if line.contains(text) {
                        return line;
                    }
                }
                Err(problem) => {
                    assert!(false_because(), "no line with {text:?} ({problem}) in {:#?}", self.seen)
                }
            }
        }
    }

    /// Asks the program to end (SIGTERM) and waits until it has.
    pub fn end(mut self) {
        let id = self.child.id().to_string();
        assert!(Command::new("kill").args(["-TERM", &id]).status().expect("kill runs").success());
        let deadline = Instant::now() + DEADLINE;
        loop {
            match self.lines.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
                Ok(line) => self.seen.push(line),
                Err(RecvTimeoutError::Disconnected) => break,
                Err(RecvTimeoutError::Timeout) => {
                    assert!(false_because(), "it does not end: {:#?}", self.seen)
                }
            }
        }
        let status = self.child.wait().expect("a child to wait for");
        assert!(status.success(), "it ended with {status}: {:#?}", self.seen);
    }
}

/// `assert!(false, …)` by a name that says why: the lints forbid `panic!` everywhere.
fn false_because() -> bool {
    false
}

impl Drop for Program {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

fn listen(from: impl Read + Send + 'static, teller: Sender<String>) {
    thread::spawn(move || {
        for line in BufReader::new(from).lines().map_while(Result::ok) {
            if teller.send(line).is_err() {
                return;
            }
        }
    });
}

/// Tries until it succeeds or [`DEADLINE`] has passed; each try waits by itself.
pub fn eventually<T>(what: &str, mut attempt: impl FnMut() -> Option<T>) -> T {
    let deadline = Instant::now() + DEADLINE;
    loop {
        if let Some(found) = attempt() {
            return found;
        }
        assert!(Instant::now() < deadline, "in {DEADLINE:?} not seen: {what}");
    }
}
