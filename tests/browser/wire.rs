//! A network cable between a browser and the box, which a test can pull out and put back.

use std::io;
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::sync::{Arc, Mutex};

/// The cable. What travels on it goes to the box as it is.
pub struct Wire {
    port: u16,
    cut: Arc<AtomicBool>,
    ends: Arc<Mutex<Vec<TcpStream>>>,
}

impl Wire {
    /// Lays a cable to the box that listens on this port of our own machine.
    pub fn to(box_port: u16) -> Wire {
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
        let port = listener.local_addr().expect("its port").port();
        let (cut, ends) = (Arc::new(AtomicBool::new(false)), Arc::new(Mutex::new(Vec::new())));
        let wire = Wire { port, cut: cut.clone(), ends: ends.clone() };
        std::thread::spawn(move || {
            for near in listener.incoming().flatten() {
                if !cut.load(SeqCst) {
                    let _ = join(near, box_port, &ends);
                }
            }
        });
        wire
    }

    /// Where a browser finds the box through this cable.
    pub fn base(&self) -> String {
        format!("http://localhost:{}", self.port)
    }

    /// Pulls the cable out: whatever is open breaks, and nothing new gets through.
    pub fn is_pulled_out(&self) {
        self.cut.store(true, SeqCst);
        for end in self.ends.lock().unwrap().drain(..) {
            let _ = end.shutdown(Shutdown::Both);
        }
    }

    /// Puts it back.
    pub fn is_put_back(&self) {
        self.cut.store(false, SeqCst);
    }
}

/// Carries one connection, each way in a thread of its own.
fn join(near: TcpStream, box_port: u16, ends: &Mutex<Vec<TcpStream>>) -> io::Result<()> {
    let far = TcpStream::connect(("127.0.0.1", box_port))?;
    ends.lock().unwrap().extend([near.try_clone()?, far.try_clone()?]);
    for (mut from, mut to) in [(near.try_clone()?, far.try_clone()?), (far, near)] {
        std::thread::spawn(move || {
            let _ = io::copy(&mut from, &mut to);
            let _ = to.shutdown(Shutdown::Both);
        });
    }
    Ok(())
}
