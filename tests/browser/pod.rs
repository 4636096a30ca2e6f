//! The pod under test: the real program, on a folder of its own and a port that was free.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// A running Courtyard; it ends, and its folder goes, with this value.
pub struct Pod {
    process: Child,
    folder: tempfile::TempDir,
    /// Where it listens, on our own machine.
    pub port: u16,
    /// With which a fresh box is claimed.
    pub setup_code: Option<String>,
}

impl Pod {
    /// A fresh box that nobody has claimed.
    pub fn fresh() -> Pod {
        let folder = tempfile::tempdir().expect("a folder");
        let (process, port, setup_code) = start(folder.path(), 0, true);
        Pod { process, folder, port, setup_code }
    }

    /// A box on a folder that something else has filled.
    pub fn on(folder: tempfile::TempDir) -> Pod {
        let (process, port, setup_code) = start(folder.path(), 0, false);
        Pod { process, folder, port, setup_code }
    }

    /// The folder of its data.
    pub fn data(&self) -> &Path {
        self.folder.path()
    }

    /// The address of a page of this pod.
    pub fn at(&self, path: &str) -> String {
        format!("http://localhost:{}{path}", self.port)
    }

    /// Stops the program as the system does, does something in between, and starts it again where it was.
    pub fn restarts(&mut self, meanwhile: impl FnOnce()) {
        let id = self.process.id().to_string();
        let told = Command::new("kill").args(["-TERM", &id]).status().expect("kill");
        assert!(told.success());
        assert!(self.process.wait().expect("it ends").success(), "it stops well when it is asked to");
        meanwhile();
        (self.process, self.port, self.setup_code) = start(self.folder.path(), self.port, false);
    }
}

impl Drop for Pod {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Starts the program and reads the port and the set-up code from what it prints.
fn start(folder: &Path, port: u16, fresh: bool) -> (Child, u16, Option<String>) {
    let mut process = Command::new(env!("CARGO_BIN_EXE_courtyard"))
        .args(["serve", "--no-mdns", "--log", "warn", "--listen", &format!("127.0.0.1:{port}"), "--data"])
        .arg(folder)
        .stdout(Stdio::piped())
        .spawn()
        .expect("courtyard starts");
    let mut lines = BufReader::new(process.stdout.take().expect("its output is ours")).lines();
    let mut next = || lines.next().map(|line| line.expect("UTF-8"));
    while let Some(line) = next() {
        if line.ends_with("is ready.") {
            break;
        }
    }
    let address = next().expect("courtyard says where it is; it ended instead");
    let port = address.trim().rsplit_once(':').expect("a port").1.parse().expect("a number");
    // A claimed box says nothing more until it stops, so a code is looked for only on a fresh one.
    let code = fresh.then(|| {
        loop {
            let line = next().expect("a set-up code");
            if let Some((_, code)) = line.split_once("type the set-up code") {
                break code.trim().to_owned();
            }
        }
    });
    std::thread::spawn(move || lines.for_each(drop));
    (process, port, code)
}
