//! A pod to measure: the real program as a process of its own, on a demonstration it was given.

use std::fs;
use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// Minutes for which a demonstration is used again: its sessions end after two idle hours.
const KEPT_MINUTES: u64 = 75;

/// How large a demonstration to measure.
#[derive(Clone, Copy)]
pub struct Size {
    pub members: usize,
    pub posts: usize,
    pub photos: usize,
}

/// A copy of a demonstration, and who is signed in there.
pub struct Data {
    folder: tempfile::TempDir,
    pub sessions: Vec<(String, String)>,
}

impl Data {
    /// A fresh copy of a demonstration of this size; makes it where there is none yet.
    pub fn of(size: Size) -> io::Result<Data> {
        Data::with_album(size, 0)
    }

    /// The same with an album of so many photos.
    pub fn with_album(size: Size, album: usize) -> io::Result<Data> {
        let pods = pods()?;
        let Size { members, posts, photos } = size;
        let more = if album > 0 { format!("-a{album}") } else { String::new() };
        let kept = pods.join(format!("m{members}-p{posts}-f{photos}{more}"));
        if !is_fresh(&kept)? {
            let _ = fs::remove_dir_all(&kept);
            fs::create_dir_all(&kept)?;
            let begun = Instant::now();
            let mut demo = Command::new(program()?);
            demo.arg("demo")
                .arg("--data")
                .arg(kept.join("data"))
                .arg("--sessions")
                .arg(kept.join("sessions"));
            demo.args(["--members", &members.to_string(), "--posts", &posts.to_string()]);
            demo.args(["--album", &album.to_string()]);
            demo.args(["--photos", &photos.to_string()]).stdout(Stdio::null());
            well(demo.status()?, "the demonstration was not made")?;
            say(&format!(
                "(made a demonstration of {posts} posts in {:.1} s)",
                begun.elapsed().as_secs_f64()
            ));
            fs::write(kept.join("done"), "")?;
        }
        let folder = tempfile::Builder::new().prefix("run-").tempdir_in(&pods)?;
        let copied = Command::new("cp").arg("-a").arg(kept.join("data")).arg(folder.path()).status()?;
        well(copied, "the demonstration was not copied")?;
        let sessions = fs::read_to_string(kept.join("sessions"))?;
        let sessions = sessions.lines().filter_map(|line| line.split_once(' '));
        let sessions = sessions.map(|(name, token)| (name.to_owned(), token.to_owned())).collect();
        Ok(Data { folder, sessions })
    }

    /// The data folder.
    pub fn path(&self) -> PathBuf {
        self.folder.path().join("data")
    }
}

fn is_fresh(kept: &Path) -> io::Result<bool> {
    let Ok(done) = fs::metadata(kept.join("done")) else { return Ok(false) };
    let (made, built) = (done.modified()?, fs::metadata(program()?)?.modified()?);
    let age = made.elapsed().unwrap_or(Duration::MAX);
    Ok(made > built && age < Duration::from_secs(KEPT_MINUTES * 60))
}

/// The folder of demonstrations, beside the program: on the disk that is measured.
fn pods() -> io::Result<PathBuf> {
    let built = program()?.parent().and_then(Path::parent).map(Path::to_owned).unwrap_or_default();
    let pods = built.join("load-pods");
    fs::create_dir_all(&pods)?;
    Ok(pods)
}

/// The program that is measured: found beside this one, built by nobody here.
pub fn program() -> io::Result<PathBuf> {
    let own = std::env::current_exe()?;
    let program =
        own.parent().and_then(Path::parent).map(|built| built.join("courtyard")).unwrap_or_default();
    if program.is_file() {
        return Ok(program);
    }
    Err(io::Error::other(format!("{} is not there: run cargo build --release first", program.display())))
}

/// A running pod. It is killed when this is dropped.
pub struct Pod {
    child: Child,
    pub address: SocketAddr,
    /// Milliseconds from starting the process to the first byte of its first page.
    pub start_ms: f64,
    /// Mebibytes resident then.
    pub start_mb: f64,
}

impl Pod {
    /// Starts the program on a data folder and waits for its first page.
    pub fn start(data: &Path) -> io::Result<Pod> {
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let address = SocketAddr::from(([127, 0, 0, 1], port));
        let mut serve = Command::new(program()?);
        serve.arg("serve").arg("--data").arg(data).args(["--listen", &address.to_string(), "--no-mdns"]);
        serve.args(["--log", "error"]).stdout(Stdio::null());
        let begun = Instant::now();
        let mut child = serve.spawn()?;
        while let Err(error) = first_byte(address) {
            if begun.elapsed() > Duration::from_secs(30) || child.try_wait()?.is_some() {
                let _ = child.kill();
                return Err(io::Error::other(format!("the pod did not start: {error}")));
            }
            std::thread::sleep(Duration::from_micros(200));
        }
        let start_ms = begun.elapsed().as_secs_f64() * 1000.0;
        let mut pod = Pod { child, address, start_ms, start_mb: 0.0 };
        pod.start_mb = pod.resident_mb();
        Ok(pod)
    }

    /// Mebibytes resident at this moment.
    pub fn resident_mb(&self) -> f64 {
        self.status("VmRSS:")
    }

    /// Mebibytes resident at most so far.
    pub fn peak_mb(&self) -> f64 {
        self.status("VmHWM:")
    }

    /// Milliseconds of processor time used so far, on all cores: the same on a machine that others use too.
    pub fn processor_ms(&self) -> f64 {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.child.id())).unwrap_or_default();
        let after_name = stat.rsplit_once(')').map(|(_, rest)| rest).unwrap_or_default();
        let ticks =
            after_name.split_whitespace().skip(11).take(2).filter_map(|field| field.parse::<f64>().ok());
        ticks.sum::<f64>() * 10.0
    }

    fn status(&self, name: &str) -> f64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix(name));
        let kib =
            line.and_then(|line| line.split_whitespace().next()).and_then(|kib| kib.parse::<f64>().ok());
        kib.unwrap_or(0.0) / 1024.0
    }

    /// Kills the program as a pulled plug would.
    pub fn kill(mut self) -> io::Result<()> {
        self.child.kill()?;
        self.child.wait().map(|_| ())
    }

    /// Asks the program to stop, and waits for it.
    pub fn stop(mut self) -> io::Result<()> {
        well(
            Command::new("kill").arg(self.child.id().to_string()).status()?,
            "the pod was not told to stop",
        )?;
        self.child.wait().map(|_| ())
    }
}

impl Drop for Pod {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn first_byte(address: SocketAddr) -> io::Result<()> {
    let mut stream = TcpStream::connect(address)?;
    let request = format!("GET /sign-in HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes())?;
    let mut first = [0; 12];
    stream.read_exact(&mut first)?;
    if first.starts_with(b"HTTP/1.1 200") { Ok(()) } else { Err(io::ErrorKind::InvalidData.into()) }
}

/// Runs `courtyard verify` on a data folder.
pub fn verify(data: &Path) -> io::Result<()> {
    let status =
        Command::new(program()?).arg("verify").arg("--data").arg(data).stdout(Stdio::null()).status()?;
    well(status, "the audit log does not hold")
}

fn well(status: std::process::ExitStatus, otherwise: &str) -> io::Result<()> {
    if status.success() { Ok(()) } else { Err(io::Error::other(otherwise.to_owned())) }
}

/// A line for the person who measures.
pub fn say(line: &str) {
    let _ = writeln!(io::stdout(), "{line}");
}
