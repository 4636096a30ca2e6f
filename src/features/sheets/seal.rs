//! The key with which the box signs: made at first use, kept in the data folder, its public part on every sheet.

use crate::base::{Error, Result, secret};
use data_encoding::HEXLOWER;
use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// The key of one box.
pub struct Seal {
    file: PathBuf,
    key: OnceLock<SigningKey>,
}

impl Seal {
    /// The key that this file holds, or will hold.
    pub fn in_file(file: PathBuf) -> Seal {
        Seal { file, key: OnceLock::new() }
    }

    /// The public part, where the key was made already; nothing is made.
    pub fn public_in(file: &Path) -> Option<[u8; 32]> {
        read(file).ok().flatten().map(|key| key.verifying_key().to_bytes())
    }

    /// The public part: whoever has it can tell what this box signed from what it did not.
    ///
    /// # Errors
    /// Of the disk, or `Broken` where the file holds no key.
    pub fn public(&self) -> Result<[u8; 32]> {
        Ok(self.key()?.verifying_key().to_bytes())
    }

    /// Signs.
    ///
    /// # Errors
    /// As [`Seal::public`].
    pub fn sign(&self, message: &[u8]) -> Result<[u8; 64]> {
        let signature =
            self.key()?.try_sign(message).map_err(|error| Error::Broken(format!("signing: {error}")))?;
        Ok(signature.to_bytes())
    }

    fn key(&self) -> Result<&SigningKey> {
        if let Some(key) = self.key.get() {
            return Ok(key);
        }
        let key = match read(&self.file)? {
            Some(key) => key,
            None => make(&self.file)?,
        };
        Ok(self.key.get_or_init(|| key))
    }
}

/// Was this signed with the key of this public part?
pub fn is_signed(public: &[u8; 32], message: &[u8], signature: &[u8; 64]) -> bool {
    VerifyingKey::from_bytes(public)
        .is_ok_and(|key| key.verify_strict(message, &Signature::from_bytes(signature)).is_ok())
}

fn read(file: &Path) -> Result<Option<SigningKey>> {
    let text = match fs::read_to_string(file) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error.into()),
    };
    let seed = HEXLOWER.decode(text.trim().as_bytes()).ok().and_then(|seed| <[u8; 32]>::try_from(seed).ok());
    let seed = seed.ok_or_else(|| Error::Broken(format!("{} holds no key", file.display())))?;
    Ok(Some(SigningKey::from_bytes(&seed)))
}

/// A new key, whole on the disk before anybody uses it. Who comes second takes that of the first.
fn make(file: &Path) -> Result<SigningKey> {
    let seed = secret::random::<32>();
    let unfinished = file.with_extension(format!("unfinished-{}", HEXLOWER.encode(&secret::random::<8>())));
    let mut new = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&unfinished)?;
    new.write_all(format!("{}\n", HEXLOWER.encode(&seed)).as_bytes())?;
    new.sync_all()?;
    let linked = fs::hard_link(&unfinished, file);
    fs::remove_file(&unfinished)?;
    match linked {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => Err(error.into()),
        _ => {
            if let Some(folder) = file.parent() {
                fs::File::open(folder)?.sync_all()?;
            }
            read(file)?.ok_or_else(|| Error::Broken(format!("{} is gone", file.display())))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn a_key_is_made_once_and_kept_from_others() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("seal.key");
        assert_eq!(Seal::public_in(&file), None);
        let (one, two) = (Seal::in_file(file.clone()), Seal::in_file(file.clone()));
        let public = one.public().unwrap();
        assert_eq!((two.public().unwrap(), Seal::public_in(&file)), (public, Some(public)));
        assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing unfinished is left");
        let signature = two.sign(b"heron").unwrap();
        assert!(is_signed(&public, b"heron", &signature) && !is_signed(&public, b"Heron", &signature));
        let mut wrong = signature;
        wrong[0] ^= 1;
        assert!(!is_signed(&public, b"heron", &wrong) && !is_signed(&[7; 32], b"heron", &signature));
    }

    #[test]
    fn a_file_that_holds_no_key_is_said_to_and_not_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("seal.key");
        fs::write(&file, "heron").unwrap();
        assert!(Seal::in_file(file.clone()).public().is_err());
        assert_eq!(fs::read_to_string(&file).unwrap(), "heron");
    }
}
