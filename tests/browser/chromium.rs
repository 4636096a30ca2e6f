//! Chromium and its driver: started for one test, on ports that were free, gone with it.

use super::driver::{Browser, Width, ask};
use serde_json::json;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// Chromium without its own windows and menus, which hardly a test sees: it starts with a third of the work. Debian's
/// script before it is passed by: stopping that leaves the browser running.
const BARE: &str = "/usr/lib/chromium/chromium-headless-shell";
/// All of Chromium, its viewer of PDF files, too.
const WHOLE: &str = "/usr/bin/chromium";

/// Browsers fill the machine: where tests share a process, one at a time has them.
static TURN: Mutex<()> = Mutex::new(());

/// A running chromedriver; it ends with this value.
pub struct Driver {
    _turn: MutexGuard<'static, ()>,
    process: Child,
    address: String,
    agent: ureq::Agent,
}

impl Driver {
    /// Starts chromedriver on a free port.
    pub fn start() -> Driver {
        let turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
        let mut process = Command::new("chromedriver")
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("chromedriver starts (tests/setup installs it)");
        let mut lines = BufReader::new(process.stdout.take().expect("its output is ours")).lines();
        let port = lines
            .find_map(|line| {
                let line = line.expect("chromedriver speaks UTF-8");
                Some(line.split_once("started successfully on port ")?.1.trim_end_matches('.').to_owned())
            })
            .expect("chromedriver says its port");
        // What it says later must not fill the pipe and stop it.
        std::thread::spawn(move || lines.for_each(drop));
        let agent = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(Duration::from_secs(120)))
            .build()
            .into();
        Driver { _turn: turn, process, address: format!("http://127.0.0.1:{port}"), agent }
    }

    /// Opens a fresh browser with its own cookies and cache.
    pub fn browser(&self, width: Width) -> Browser {
        self.opens(BARE, width)
    }

    /// The same with everything that Chromium brings besides pages.
    pub fn whole_browser(&self, width: Width) -> Browser {
        self.opens(WHOLE, width)
    }

    fn opens(&self, program: &str, width: Width) -> Browser {
        let (wide, high) = width.pixels();
        let arguments = [
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-default-apps",
            "--disable-extensions",
            "--hide-scrollbars",
            "--lang=en",
            &format!("--window-size={wide},{high}"),
        ];
        let wanted = json!({ "capabilities": { "alwaysMatch": {
            "browserName": "chrome",
            "goog:chromeOptions": { "binary": program, "args": arguments },
            "goog:loggingPrefs": { "browser": "ALL" },
            "unhandledPromptBehavior": "accept",
            "timeouts": { "pageLoad": 90_000, "script": 90_000 },
        } } });
        let made = ask(&self.agent, "POST", &format!("{}/session", self.address), Some(wanted))
            .unwrap_or_else(|fault| panic!("no browser: {fault:?}"));
        let session = made["sessionId"].as_str().expect("a session").to_owned();
        let mut browser = Browser::of(self.agent.clone(), format!("{}/session/{session}", self.address));
        browser.resize(width);
        browser
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
