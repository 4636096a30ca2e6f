//! A box on a machine of the network: the real program, on a data folder of its own.

use std::net::SocketAddr;
use std::path::Path;

use courtyard::app::{App, AtRest};
use courtyard::base::{Act, Clock, Duties, Role};
use courtyard::config::Config;
use courtyard::db::Viewer;
use courtyard::features::{accounts, sessions, setup};
use courtyard::web::NewSession;
use tempfile::TempDir;

use crate::network::Machine;
use crate::program::Program;

/// The site's name of every box that is claimed when it starts.
pub const SITE: &str = "St. Linden School";

/// Where each box listens. Fixed, since the network is the test's own.
pub const PORT: u16 = 8080;

/// A box on a machine, with its own data folder.
pub struct Pod {
    data: TempDir,
    machine: Machine,
    running: Option<Program>,
    /// The token of the first owner's session; empty on a box that nobody had claimed.
    pub session: String,
}

impl Pod {
    /// A box whose site is [`SITE`], running.
    pub fn starts_on(machine: &Machine) -> Self {
        let data = tempfile::tempdir().expect("a data folder");
        let session = claim(data.path());
        let mut one = Self { data, machine: machine.clone(), running: None, session };
        one.starts(&[]);
        one
    }

    /// A box fresh from its packet, running.
    pub fn fresh_on(machine: &Machine) -> Self {
        let data = tempfile::tempdir().expect("a data folder");
        let mut one = Self { data, machine: machine.clone(), running: None, session: String::new() };
        one.starts(&[]);
        one
    }

    /// Starts the program, with these words besides the folder and the port.
    pub fn starts(&mut self, words: &[&str]) {
        let mut command = self.machine.command(env!("CARGO_BIN_EXE_courtyard"));
        command.args(["serve", "--listen", &format!("0.0.0.0:{PORT}"), "--data"]).arg(self.data.path());
        command.args(words).env("COURTYARD_LOG", "debug");
        self.running = Some(Program::start(command));
    }

    /// Asks the program to end, as the system does, and waits until it has ended well.
    pub fn stops(&mut self) {
        self.running.take().expect("a box that runs").end();
    }

    /// Waits until the box takes its name for settled: only then it tells of its web pages.
    pub fn has_settled(&mut self) {
        self.running.as_mut().expect("a box that runs").says("_http._tcp");
    }

    /// The set-up code that a fresh box prints at its start.
    pub fn setup_code(&mut self) -> String {
        let line = self.running.as_mut().expect("a box that runs").says("type the set-up code");
        line.rsplit("code").next().unwrap_or_default().trim().to_owned()
    }

    /// The label that the box has kept for its next start. Only of a box that does not run.
    pub fn kept_label(&self) -> Option<String> {
        let rest = AtRest::open(self.data.path()).expect("a box at rest");
        let stranger = Viewer::stranger().on("box");
        let site = runtime().block_on(rest.db.read(&stranger, setup::site)).expect("the site");
        rest.close();
        site.label
    }
}

/// Makes a box in the folder, named [`SITE`], with an owner who is signed in; gives the session's token.
fn claim(data: &Path) -> String {
    let config = Config {
        data: data.to_owned(),
        listen: SocketAddr::from(([127, 0, 0, 1], 0)),
        name: None,
        mdns: false,
        interfaces: Vec::new(),
    };
    let session = NewSession::new();
    let hash = session.hash();
    runtime().block_on(async {
        let app = App::open(&config, Clock::real()).await.expect("a box");
        let owner = accounts::NewAccount {
            username: "dr.wren".to_owned(),
            shown_name: "Dr Wren".to_owned(),
            role: Role::Owner,
            duties: Duties::all(),
        };
        let the_box = Viewer::stranger().on("box");
        let claimed = app.db.write(&the_box, Act::ClaimSite, move |change| {
            setup::save_rule(change, "site_name", SITE)?;
            let id = setup::claim(change, &owner, "nobody signs in with this")?;
            sessions::begin(change, id, hash, "Firefox", "127.0.0.1")
        });
        claimed.await.expect("a claimed box");
        app.close();
    });
    session.token().to_owned()
}

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime")
}
