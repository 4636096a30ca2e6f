//! A small W3C WebDriver client: it steers a real browser as a person would.

use super::paths::{button, field, link, quoted};
use serde_json::{Value, json};
use std::path::Path;
use std::time::{Duration, Instant};

/// Longest that anything may take to show in a page. Nobody waits for it when all is well.
const PATIENCE: Duration = Duration::from_secs(180);
/// Time between two looks at first, and later: looking must not keep a slow machine from what is looked for.
const POLL: [Duration; 2] = [Duration::from_millis(25), Duration::from_millis(400)];
/// The name under which the WebDriver protocol wraps an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// How large the window is, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Width {
    /// 390 × 844.
    Phone,
    /// 1280 × 900.
    Desktop,
}

impl Width {
    pub(super) fn pixels(self) -> (u32, u32) {
        match self {
            Width::Phone => (390, 844),
            Width::Desktop => (1280, 900),
        }
    }

    /// Its word in file names.
    pub fn word(self) -> &'static str {
        match self {
            Width::Phone => "phone",
            Width::Desktop => "desktop",
        }
    }
}

/// Why the browser could not do something: the protocol's word, and its sentence.
#[derive(Clone, Debug)]
pub struct Fault {
    /// Such as `no such element`.
    pub word: String,
    /// What it says to people.
    pub said: String,
}

/// Lets some time pass until the next look: an eighth of what was waited for already.
fn pauses(begun: Instant) {
    std::thread::sleep((begun.elapsed() / 8).clamp(POLL[0], POLL[1]));
}

/// Asks chromedriver for something, and gives what it answers.
pub(super) fn ask(
    agent: &ureq::Agent,
    method: &str,
    address: &str,
    body: Option<Value>,
) -> Result<Value, Fault> {
    let broken = |error: ureq::Error| Fault { word: "no driver".into(), said: error.to_string() };
    let answer = match (method, body) {
        ("POST", body) => agent
            .post(address)
            .header("content-type", "application/json")
            .send(body.unwrap_or_else(|| json!({})).to_string()),
        ("DELETE", _) => agent.delete(address).call(),
        _ => agent.get(address).call(),
    };
    // A screenshot of a long page is larger than the client's usual bound.
    let text = answer
        .and_then(|mut answer| answer.body_mut().with_config().limit(256 << 20).read_to_string())
        .map_err(broken)?;
    let mut answer: Value = serde_json::from_str(&text).unwrap_or_default();
    let value = answer["value"].take();
    match value["error"].as_str() {
        Some(word) => {
            let said = value["message"].as_str().unwrap_or_default().to_owned();
            Err(Fault { word: word.to_owned(), said })
        }
        None => Ok(value),
    }
}

/// One browser window, as one person has it.
pub struct Browser {
    agent: ureq::Agent,
    session: String,
    /// Pieces of console messages that the test brings about on purpose.
    faults_meant: Vec<String>,
}

impl Drop for Browser {
    fn drop(&mut self) {
        let _ = ask(&self.agent, "DELETE", &self.session, None);
    }
}

impl Browser {
    /// Steers the session of this address.
    pub(super) fn of(agent: ureq::Agent, session: String) -> Browser {
        Browser { agent, session, faults_meant: Vec::new() }
    }

    fn post(&self, path: &str, body: Value) -> Result<Value, Fault> {
        ask(&self.agent, "POST", &format!("{}{path}", self.session), Some(body))
    }

    fn get(&self, path: &str) -> Result<Value, Fault> {
        ask(&self.agent, "GET", &format!("{}{path}", self.session), None)
    }

    fn must(&self, what: &str, done: Result<Value, Fault>) -> Value {
        done.unwrap_or_else(|fault| panic!("{what}: {} ({})\n{}", fault.word, fault.said, self.scene()))
    }

    /// Where the browser is and what can be read there: for whoever reads a failed test.
    fn scene(&self) -> String {
        let words =
            self.post("/execute/sync", json!({ "script": "return document.body.innerText", "args": [] }));
        let words = words.ok().and_then(|words| words.as_str().map(str::to_owned)).unwrap_or_default();
        format!("at {}:\n{words}\nconsole: {:?}", self.address(), self.console())
    }

    /// A command of the browser's own debugging protocol.
    pub fn tell(&self, command: &str, parameters: Value) -> Value {
        self.must(command, self.post("/goog/cdp/execute", json!({ "cmd": command, "params": parameters })))
    }

    /// This message in the console is brought about on purpose.
    pub fn means(&mut self, piece: &str) {
        self.faults_meant.push(piece.to_owned());
    }

    /// Opens an address.
    pub fn goes(&self, address: &str) {
        self.must(address, self.post("/url", json!({ "url": address })));
    }

    /// Asks for the page again, as the reload button does.
    pub fn reloads(&self) {
        self.must("reload", self.post("/refresh", json!({})));
    }

    /// The address shown.
    pub fn address(&self) -> String {
        self.get("/url").ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
    }

    /// Runs a script in the page, with arguments; gives what it returns.
    pub fn script(&self, script: &str, arguments: Value) -> Value {
        self.must("script", self.post("/execute/sync", json!({ "script": script, "args": arguments })))
    }

    /// Runs a script that calls back with its last argument.
    pub fn script_that_calls_back(&self, script: &str, arguments: Value) -> Value {
        self.must("script", self.post("/execute/async", json!({ "script": script, "args": arguments })))
    }

    /// Waits until something holds; fails with what could be read when it never does.
    pub fn wait_until(&self, what: &str, mut holds: impl FnMut(&Browser) -> bool) {
        let begun = Instant::now();
        while !holds(self) {
            assert!(begun.elapsed() < PATIENCE, "never: {what}\n{}", self.scene());
            pauses(begun);
        }
    }

    fn find(&self, path: &str) -> Result<String, Fault> {
        let found = self.post("/element", json!({ "using": "xpath", "value": path }))?;
        Ok(found[ELEMENT].as_str().unwrap_or_default().to_owned())
    }

    fn all(&self, path: &str) -> Vec<String> {
        let found = self.post("/elements", json!({ "using": "xpath", "value": path })).unwrap_or_default();
        let ids = found.as_array().into_iter().flatten();
        ids.filter_map(|id| id[ELEMENT].as_str().map(str::to_owned)).collect()
    }

    fn is_shown(&self, id: &str) -> bool {
        self.get(&format!("/element/{id}/displayed")).is_ok_and(|shown| shown == true)
    }

    /// Does something with the first shown element of a path; a page that is just changing is tried again.
    fn with<T>(&self, path: &str, act: impl Fn(&str) -> Result<T, Fault>) -> T {
        let begun = Instant::now();
        loop {
            let shown = self.all(path).into_iter().find(|id| self.is_shown(id));
            let fault = match shown.map(|id| act(&id)) {
                Some(Ok(done)) => return done,
                Some(Err(fault)) => fault,
                None => Fault { word: "not shown".into(), said: path.to_owned() },
            };
            assert!(begun.elapsed() < PATIENCE, "{path}: {} ({})\n{}", fault.word, fault.said, self.scene());
            pauses(begun);
        }
    }

    /// Is anything of this path shown now?
    pub fn shows(&self, path: &str) -> bool {
        self.all(path).iter().any(|id| self.is_shown(id))
    }

    /// The text of the first shown element of a path.
    pub fn text(&self, path: &str) -> String {
        self.with(path, |id| self.get(&format!("/element/{id}/text"))).as_str().unwrap_or_default().to_owned()
    }

    /// Clicks the first shown element of a path, in the middle of the window, as people scroll it there:
    /// by itself chromedriver is content with a place under the bar of a phone.
    pub fn clicks(&self, path: &str) {
        self.with(path, |id| {
            let script = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })";
            self.post("/execute/sync", json!({ "script": script, "args": [{ (ELEMENT): id }] }))?;
            self.post(&format!("/element/{id}/click"), json!({}))
        });
    }

    /// Presses the button of that name.
    pub fn presses(&self, name: &str) {
        self.clicks(&button(name));
    }

    /// Follows the link of that name.
    pub fn follows(&self, name: &str) {
        self.clicks(&link(name));
    }

    /// Types into a field, in place of what it held.
    pub fn fills(&self, label: &str, text: &str) {
        self.with(&field(label), |id| {
            self.post(&format!("/element/{id}/clear"), json!({}))?;
            self.post(&format!("/element/{id}/value"), json!({ "text": text }))
        });
    }

    /// Chooses from a list by what is read there.
    pub fn selects(&self, label: &str, choice: &str) {
        self.clicks(&format!("{}/option[normalize-space(.)={}]", field(label), quoted(choice)));
    }

    /// Ticks a box or a round button by its words.
    pub fn ticks(&self, label: &str) {
        self.clicks(&format!("//label[starts-with(normalize-space(.),{})]", quoted(label)));
    }

    /// Gives a file to the page's file field, which its own button covers.
    pub fn attaches(&self, file: &Path) {
        self.attaches_at("//input[@type='file']", file);
    }

    /// Chooses a file in the field at this path.
    pub fn attaches_at(&self, path: &str, file: &Path) {
        let id = self.find(path).unwrap_or_else(|fault| panic!("no file field: {fault:?}"));
        let body = json!({ "text": file.to_string_lossy() });
        self.must("attach", self.post(&format!("/element/{id}/value"), body));
    }

    /// Presses keys on whatever has the focus. Tab is `\u{e004}`, Enter `\u{e007}`, Escape `\u{e00c}`.
    pub fn types(&self, keys: &str) {
        let strokes: Vec<Value> = keys
            .chars()
            .flat_map(|key| {
                ["keyDown", "keyUp"].map(|kind| json!({ "type": kind, "value": key.to_string() }))
            })
            .collect();
        let keyboard = json!({ "type": "key", "id": "keyboard", "actions": strokes });
        self.must("keys", self.post("/actions", json!({ "actions": [keyboard] })));
    }

    /// Waits until the page shows these words somewhere.
    pub fn sees(&self, words: &str) {
        self.wait_until(&format!("sees “{words}”"), |browser| browser.reads(words));
    }

    /// Waits until the page shows these words nowhere.
    pub fn misses(&self, words: &str) {
        self.wait_until(&format!("misses “{words}”"), |browser| !browser.reads(words));
    }

    /// Do these words stand in the page now, for eyes?
    pub fn reads(&self, words: &str) -> bool {
        let script = "return document.body.innerText.includes(arguments[0])";
        self.post("/execute/sync", json!({ "script": script, "args": [words] }))
            .is_ok_and(|found| found == true)
    }

    /// Waits until the path of the address is this.
    pub fn is_at(&self, path: &str) {
        self.wait_until(&format!("is at {path}"), |browser| {
            let address = browser.address();
            let rest = address.splitn(4, '/').nth(3).unwrap_or_default();
            format!("/{}", rest.split(['?', '#']).next().unwrap_or_default()) == path
        });
    }

    /// A picture of the whole page, as long as it is.
    pub fn picture(&self, file: &Path) {
        let metrics = self.tell("Page.getLayoutMetrics", json!({}));
        let size = &metrics["cssContentSize"];
        let high = size["height"].as_f64().unwrap_or(900.0).min(4000.0);
        let clip = json!({ "x": 0, "y": 0, "width": size["width"], "height": high, "scale": 1 });
        // Beyond the window one also gets what a page from right to left hides beside it, and everything moves by so much.
        let beyond = high > metrics["cssLayoutViewport"]["clientHeight"].as_f64().unwrap_or(0.0);
        let options = json!({ "captureBeyondViewport": beyond, "clip": clip });
        self.keep(&self.tell("Page.captureScreenshot", options)["data"], file);
    }

    fn keep(&self, picture: &Value, file: &Path) {
        let picture = picture.as_str().expect("a picture").as_bytes();
        let picture = data_encoding::BASE64.decode(picture).expect("base64");
        std::fs::create_dir_all(file.parent().expect("a folder")).expect("a folder for pictures");
        std::fs::write(file, picture).expect("room for a picture");
    }

    /// What the console has said since it was last asked: level, source and words.
    fn console(&self) -> Vec<(String, String, String)> {
        let lines = self.post("/se/log", json!({ "type": "browser" })).unwrap_or_default();
        let word = |line: &Value, name: &str| line[name].as_str().unwrap_or_default().to_owned();
        let lines = lines.as_array().into_iter().flatten();
        lines.map(|line| (word(line, "level"), word(line, "source"), word(line, "message"))).collect()
    }

    /// Fails if a script failed, the content policy refused something, or something was not found.
    /// A form that comes back with problems (422) is no fault.
    pub fn has_clean_console(&self) {
        let bad: Vec<_> = self
            .console()
            .into_iter()
            .filter(|(level, _, words)| {
                let meant = self.faults_meant.iter().any(|piece| words.contains(piece.as_str()));
                level == "SEVERE" && !meant && !words.contains("status of 422")
            })
            .collect();
        assert!(bad.is_empty(), "the console at {} says {bad:#?}", self.address());
    }
}
