//! What the operator fixes before boot: flags and environment.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

/// How one box is run.
#[derive(Clone, Debug)]
pub struct Config {
    /// The folder that holds the database and the pictures.
    pub data: PathBuf,
    /// The address to listen on.
    pub listen: SocketAddr,
    /// A name that is also ours, besides those found by themselves.
    pub name: Option<String>,
    /// Announce the name on the local network?
    pub mdns: bool,
    /// Announce on these interfaces only; empty: on all real ones.
    pub interfaces: Vec<String>,
}

impl Config {
    /// The database file.
    pub fn database(&self) -> PathBuf {
        database(&self.data)
    }

    /// The folder of pictures.
    pub fn photos(&self) -> PathBuf {
        self.data.join("photos")
    }

    /// The folder of what people asked to have packed.
    pub fn archives(&self) -> PathBuf {
        self.data.join("archives")
    }

    /// The key with which the box signs.
    pub fn seal(&self) -> PathBuf {
        seal(&self.data)
    }

    /// The folder of uploads that are not finished; emptied at each start.
    pub fn uploads(&self) -> PathBuf {
        self.data.join("uploads")
    }
}

/// The database file in a data folder.
pub fn database(data: &Path) -> PathBuf {
    data.join("courtyard.db")
}

/// The key with which the box of a data folder signs.
pub fn seal(data: &Path) -> PathBuf {
    data.join("seal.key")
}
