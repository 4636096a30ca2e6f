//! Passwords: Argon2id on a few own threads, each with one block of memory that it keeps.

use crate::base::{Error, Result, secret};
use argon2::{Algorithm, Argon2, Block, Params, Version};
use data_encoding::BASE64_NOPAD;
use std::sync::{Arc, Mutex, PoisonError, mpsc};
use std::time::Duration;
use tokio::sync::oneshot;

/// Kibibytes of memory a hash: 19 MiB, as OWASP gives it for t=2, p=1.
const MEMORY_KIB: u32 = 19_456;
/// Passes over the memory.
const PASSES: u32 = 2;
/// Bytes of the hash.
const HASH_BYTES: usize = 32;
/// Hashes that may wait; a school that signs in at once is 300.
const QUEUE: usize = 512;

/// How long a thread without work keeps its block of memory.
const IDLE: Duration = Duration::from_secs(60);

/// What somebody typed. Never printed.
#[derive(Clone)]
pub struct Password(pub String);

impl std::fmt::Debug for Password {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Password(…)")
    }
}

enum Work {
    Hash(Password, oneshot::Sender<String>),
    Verify(Password, Option<String>, oneshot::Sender<bool>),
}

/// The threads that hash. A fresh block of 19 MiB for each hash would never be given back by the
/// allocator under load; here each thread has one block, for as long as there is something to hash.
pub struct Hashers {
    queue: mpsc::SyncSender<Work>,
}

impl Hashers {
    /// Starts this many threads, at least one.
    ///
    /// # Errors
    /// `Broken` where the system gives no thread.
    pub fn start(threads: usize) -> Result<Hashers> {
        let (queue, work) = mpsc::sync_channel(QUEUE);
        let work = Arc::new(Mutex::new(work));
        for number in 0..threads.max(1) {
            let work = work.clone();
            std::thread::Builder::new()
                .name(format!("hasher {number}"))
                .spawn(move || hash_what_comes(&work))?;
        }
        Ok(Hashers { queue })
    }

    /// The PHC string of a password, with a salt of its own.
    ///
    /// # Errors
    /// `Busy` where too many hashes wait.
    pub async fn hash(&self, password: Password) -> Result<String> {
        let (tell, told) = oneshot::channel();
        self.queue.try_send(Work::Hash(password, tell)).map_err(|_| Error::Busy)?;
        told.await.map_err(|_| Error::Broken("a hashing thread is gone".into()))
    }

    /// Is this the password of that PHC string? `None`, for a name that nobody has, takes as long.
    ///
    /// # Errors
    /// `Busy` where too many hashes wait.
    pub async fn verify(&self, password: Password, phc: Option<String>) -> Result<bool> {
        let (tell, told) = oneshot::channel();
        self.queue.try_send(Work::Verify(password, phc, tell)).map_err(|_| Error::Busy)?;
        told.await.map_err(|_| Error::Broken("a hashing thread is gone".into()))
    }
}

fn hash_what_comes(work: &Mutex<mpsc::Receiver<Work>>) {
    let Ok(params) = Params::new(MEMORY_KIB, PASSES, 1, Some(HASH_BYTES)) else { return };
    let blocks = params.block_count();
    let hasher = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    let mut memory = Vec::new();
    loop {
        let next = work.lock().unwrap_or_else(PoisonError::into_inner).recv_timeout(IDLE);
        let work = match next {
            Ok(work) => work,
            Err(mpsc::RecvTimeoutError::Timeout) => {
                memory = Vec::new();
                continue;
            }
            Err(mpsc::RecvTimeoutError::Disconnected) => return,
        };
        memory.resize(blocks, Block::default());
        hash_one(&hasher, work, &mut memory);
    }
}

fn hash_one(hasher: &Argon2<'_>, work: Work, memory: &mut [Block]) {
    match work {
        Work::Hash(password, tell) => {
            let salt = secret::random::<16>();
            let hash = digest(hasher, &password, &salt, memory);
            let _ = tell.send(phc(&salt, &hash)); // who asked may have gone
        }
        Work::Verify(password, phc, tell) => {
            let known = phc.as_deref().and_then(parse);
            let (salt, kept) = known.clone().unwrap_or_else(|| (vec![0; 16], vec![0; HASH_BYTES]));
            let hash = digest(hasher, &password, &salt, memory);
            let _ = tell.send(known.is_some() && secret::same(&hash, &kept));
        }
    }
}

fn digest(hasher: &Argon2<'_>, password: &Password, salt: &[u8], memory: &mut [Block]) -> [u8; HASH_BYTES] {
    let mut hash = [0; HASH_BYTES];
    let done = hasher.hash_password_into_with_memory(password.0.as_bytes(), salt, &mut hash, memory);
    if done.is_err() {
        // Cannot be for these fixed sizes; a hash of random bytes matches nothing.
        hash = secret::random();
    }
    hash
}

fn phc(salt: &[u8], hash: &[u8]) -> String {
    let (salt, hash) = (BASE64_NOPAD.encode(salt), BASE64_NOPAD.encode(hash));
    format!("$argon2id$v=19$m={MEMORY_KIB},t={PASSES},p=1${salt}${hash}")
}

/// Salt and hash of a PHC string of our own parameters.
fn parse(phc: &str) -> Option<(Vec<u8>, Vec<u8>)> {
    let rest = phc.strip_prefix(&format!("$argon2id$v=19$m={MEMORY_KIB},t={PASSES},p=1$"))?;
    let (salt, hash) = rest.split_once('$')?;
    Some((BASE64_NOPAD.decode(salt.as_bytes()).ok()?, BASE64_NOPAD.decode(hash.as_bytes()).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn only_the_right_password_is_right() {
        let hashers = Hashers::start(1).unwrap();
        let phc = hashers.hash(Password("seven grey herons".into())).await.unwrap();
        assert!(phc.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        assert!(hashers.verify(Password("seven grey herons".into()), Some(phc.clone())).await.unwrap());
        assert!(!hashers.verify(Password("seven grey heron".into()), Some(phc)).await.unwrap());
        assert!(!hashers.verify(Password("seven grey herons".into()), None).await.unwrap());
    }
}
