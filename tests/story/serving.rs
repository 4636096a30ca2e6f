//! The program as systemd and the screen of the box know it: a process of its own.

use std::io::{BufRead, BufReader};
use std::os::unix::net::UnixDatagram;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// Longest that anything may take. Nobody waits for it when all is well.
const PATIENCE: Duration = Duration::from_secs(60);

/// `courtyard serve` on a folder, listening to this machine only.
fn serve(data: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_courtyard"));
    command.args(["serve", "--no-mdns", "--log", "error", "--listen", "127.0.0.1:0", "--data"]).arg(data);
    command.stdout(Stdio::piped());
    command
}

/// Asks the program to stop.
fn asks_to_stop(process: &Child) {
    let told = Command::new("kill").args(["-TERM", &process.id().to_string()]).status().expect("kill");
    assert!(told.success());
}

/// Sees it end well.
fn ends(mut process: Child) {
    assert!(process.wait().expect("it ends").success(), "it stops well when it is asked to");
}

#[test]
fn systemd_hears_that_the_box_needs_time_is_ready_lives_and_stops() {
    let folder = tempfile::tempdir().expect("a folder");
    let socket = UnixDatagram::bind(folder.path().join("notify")).expect("a socket");
    socket.set_read_timeout(Some(PATIENCE)).expect("a time-out");
    let hears = |wanted: &str| {
        let mut heard = Vec::new();
        loop {
            let mut words = [0; 512];
            let length = socket.recv(&mut words).unwrap_or_else(|_| panic!("no {wanted} after {heard:?}"));
            let words = String::from_utf8_lossy(&words[..length]).into_owned();
            if words.lines().any(|line| line == wanted) {
                return heard;
            }
            heard.push(words);
        }
    };
    let mut command = serve(&folder.path().join("data"));
    command.env("NOTIFY_SOCKET", folder.path().join("notify")).env("WATCHDOG_USEC", "600000");
    let process = command.env_remove("WATCHDOG_PID").spawn().expect("courtyard starts");

    hears("EXTEND_TIMEOUT_USEC=30000000");
    let before = hears("READY=1");
    assert!(!before.iter().any(|words| words.contains("WATCHDOG")), "alive before it is ready: {before:?}");
    hears("WATCHDOG=1");
    hears("WATCHDOG=1");
    asks_to_stop(&process);
    hears("STOPPING=1");
    hears("EXTEND_TIMEOUT_USEC=30000000");
    ends(process);
}

#[test]
fn the_screen_shows_the_code_of_a_fresh_box_and_the_name_of_a_claimed_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let (fresh, claimed) = (folder.path().join("fresh"), folder.path().join("claimed"));
    let made = Command::new(env!("CARGO_BIN_EXE_courtyard"))
        .args(["demo", "--members", "20", "--posts", "20", "--photos", "1", "--data"])
        .arg(&claimed)
        .stdout(Stdio::null())
        .status();
    assert!(made.expect("courtyard demo runs").success());

    let (printed, page) = shown(&fresh, &folder.path().join("screen-1"));
    let code =
        printed.iter().find_map(|line| line.strip_prefix("and type the set-up code  ")).expect("a code");
    assert!(page.contains(code), "{page}");
    let (printed, page) = shown(&claimed, &folder.path().join("screen-2"));
    assert!(printed.iter().all(|line| !line.contains("set-up code")), "{printed:?}");
    assert!(page.contains("Hillview School") && !page.contains("set-up code"), "{page}");
}

/// What a box prints at its start, and what it puts on its screen.
fn shown(data: &Path, screen: &Path) -> (Vec<String>, String) {
    let mut process = serve(data).arg("--screen").arg(screen).spawn().expect("courtyard starts");
    let output = process.stdout.take().expect("its output is ours");
    // The file comes whole and at once, after what is printed.
    let begun = std::time::Instant::now();
    while !screen.exists() {
        assert!(begun.elapsed() < PATIENCE, "nothing is put on the screen");
        std::thread::yield_now();
    }
    let page = std::fs::read_to_string(screen).expect("a page");
    asks_to_stop(&process);
    ends(process);
    (BufReader::new(output).lines().map(|line| line.expect("UTF-8")).collect(), page)
}
