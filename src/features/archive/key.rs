//! A key pair for one archive: made when it is packed, given away in it, and kept nowhere.

use crate::base::{Error, Result};
use data_encoding::BASE64;
use getrandom::SysRng;
use rsa::PrivateKey;
use rsa::traits::{PrivateKeyParts, PublicKeyParts};

/// Bits of the key, as the exchange form asks. Making one took 0.2 to 0.9 s on one core of a PC (2026, release build).
const BITS: usize = 4096;

/// A new private key, as the text in which such keys are exchanged (PKCS#1, PEM).
///
/// # Errors
/// `Broken` where none can be made.
pub(super) fn new_private() -> Result<String> {
    let broken = |error: rsa::Error| Error::Broken(format!("a key: {error}"));
    let key = PrivateKey::new(&mut SysRng, BITS).map_err(broken)?;
    let [p, q] = key.primes() else { return Err(Error::Broken("a key of more than two primes".into())) };
    let (Some(dp), Some(dq), Some(inverse)) = (key.dp(), key.dq(), key.crt_coefficient()) else {
        return Err(Error::Broken("a key without what makes it quick".into()));
    };
    let bytes = |number: &rsa::BoxedUint| number.to_be_bytes_trimmed_vartime();
    let parts = [
        vec![0].into(),
        key.n_bytes(),
        key.e_bytes(),
        bytes(key.d()),
        bytes(p.as_ref()),
        bytes(q.as_ref()),
        bytes(dp),
        bytes(dq),
        bytes(&inverse),
    ];
    Ok(pem(&sequence(&parts)))
}

/// Whole numbers in a row, as DER has them.
fn sequence(numbers: &[Box<[u8]>]) -> Vec<u8> {
    let inside: Vec<u8> = numbers.iter().flat_map(|number| integer(number)).collect();
    tagged(0x30, &inside)
}

/// One whole number that is not negative: a leading zero where its first bit would say otherwise.
fn integer(bytes: &[u8]) -> Vec<u8> {
    let start = bytes.iter().position(|byte| *byte != 0).unwrap_or(bytes.len().saturating_sub(1));
    let plain = bytes.get(start..).unwrap_or_default();
    let mut content = Vec::with_capacity(plain.len() + 1);
    if plain.first().is_none_or(|first| first & 0x80 != 0) {
        content.push(0);
    }
    content.extend_from_slice(plain);
    tagged(0x02, &content)
}

fn tagged(tag: u8, content: &[u8]) -> Vec<u8> {
    let mut out = vec![tag];
    let length = content.len();
    if length < 0x80 {
        out.push(length as u8);
    } else {
        let bytes = length.to_be_bytes();
        let plain = &bytes[bytes.iter().position(|byte| *byte != 0).unwrap_or(0)..];
        out.push(0x80 | plain.len() as u8);
        out.extend_from_slice(plain);
    }
    out.extend_from_slice(content);
    out
}

fn pem(der: &[u8]) -> String {
    let text = BASE64.encode(der);
    let mut out = String::from("-----BEGIN RSA PRIVATE KEY-----\n");
    for line in text.as_bytes().chunks(64) {
        out.extend(line.iter().copied().map(char::from));
        out.push('\n');
    }
    out.push_str("-----END RSA PRIVATE KEY-----\n");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_der_wants_them() {
        assert_eq!(integer(&[0]), [2, 1, 0]);
        assert_eq!(integer(&[0, 0, 5]), [2, 1, 5]);
        assert_eq!(integer(&[0x80]), [2, 2, 0, 0x80]);
        assert_eq!(tagged(4, &[7; 200])[..3], [4, 0x81, 200]);
        assert_eq!(tagged(4, &[7; 600])[..4], [4, 0x82, 2, 88]);
    }
}
