//! What runs as the box until `courtyard serve` announces itself: the announcer alone, in a process of its own.
//!
//! It reads the same environment as the real program, so that the tests need not know which one they run.

use std::path::PathBuf;
use std::process::Command;
use std::{env, fs};

use courtyard::appliance::addresses::Interfaces;
use courtyard::appliance::announce::{Announcer, Settings};

use crate::network::Machine;

/// Set for the process that is to be a box.
const MARK: &str = "COURTYARD_LAN_STAND_IN";

/// The command that runs a box on a machine. Once `serve` announces, this becomes
/// `let mut command = machine.command(env!("CARGO_BIN_EXE_courtyard"));`, and the rest of the file goes.
pub fn command(machine: &Machine) -> Command {
    let mut command = machine.command(&env::current_exe().expect("a program that runs").to_string_lossy());
    command
        .args(["--exact", "stand_in::announce_until_told_to_end", "--ignored", "--nocapture"])
        .env(MARK, "1");
    command
}

#[test]
#[ignore = "not a test: run by the other tests as the box"]
fn announce_until_told_to_end() {
    if env::var_os(MARK).is_none() {
        return;
    }
    let data = PathBuf::from(setting("COURTYARD_DATA"));
    let saved = data.join("label");
    let listen: std::net::SocketAddr = setting("COURTYARD_LISTEN").parse().expect("an address to listen on");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let mut told = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate())
            .expect("a signal to wait for");
        let announcer = Announcer::start(Settings {
            site_name: setting("COURTYARD_NAME"),
            saved_label: fs::read_to_string(&saved).ok(),
            install_id: blake3::hash(data.as_os_str().as_encoded_bytes()).to_hex().to_string(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            port: listen.port(),
            interfaces: Interfaces::named(
                env::var("COURTYARD_INTERFACES").unwrap_or_default().split(',').map(str::to_owned),
            ),
            on_rename: Box::new(move |label| fs::write(&saved, label).expect("the label is saved")),
        })
        .expect("an announcer");
        told.recv().await;
        tokio::task::spawn_blocking(move || announcer.stop()).await.expect("a goodbye");
    });
}

fn setting(name: &str) -> String {
    env::var(name).unwrap_or_else(|_| unreachable!("{name} is not set"))
}
