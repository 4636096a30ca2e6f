//! The key pairs of one archive: that of its owner, given away in it, and that which vouches for everybody else, of which
//! only the public half is. Neither is kept.

use crate::base::{Error, Result};
use data_encoding::BASE64;
use getrandom::SysRng;
use rsa::PrivateKey;
use rsa::sha2::Sha256;
use rsa::traits::{PrivateKeyParts, PublicKeyParts};

/// Bits of the key, as the exchange form asks. Making one took 0.2 to 0.9 s on one core of a PC (2026, release build).
const BITS: usize = 4096;

/// Bits of the key that vouches for others. It is used for minutes and then nobody has it, so what counts is that each of
/// thousands of comments is signed quickly on a small box: nobody will guess 2048 bits, and they sign several times as fast.
const VOUCHER_BITS: usize = 2048;

/// The name of this sort of key inside a public one, as DER has it: rsaEncryption, and nothing beside it (RFC 3279).
const RSA_NAME: [u8; 15] = [0x30, 13, 6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 1, 5, 0];

/// The pair that vouches for everybody but the owner in one archive. Its private half lives in this value alone and is
/// wiped with it: it stands in no file, and nobody can sign with it once the archive is packed.
pub(super) struct Voucher {
    key: PrivateKey,
    public: String,
}

impl Voucher {
    /// A new pair.
    ///
    /// # Errors
    /// `Broken` where none can be made.
    pub(super) fn new() -> Result<Voucher> {
        let key = PrivateKey::new(&mut SysRng, VOUCHER_BITS).map_err(broken)?;
        let public = pem("PUBLIC KEY", &public(&key.n_bytes(), &key.e_bytes()));
        Ok(Voucher { key, public })
    }

    /// The public half, as the text in which such keys are exchanged (PEM).
    pub(super) fn public(&self) -> &str {
        &self.public
    }

    /// A signature over these words: RSA-SHA256, PKCS#1 v1.5, in Base64.
    ///
    /// # Errors
    /// `Broken` where it cannot be made.
    pub(super) fn sign(&self, words: &str) -> Result<String> {
        let made = self.key.pkcs1v15_sign_with_rng::<Sha256, _>(&mut SysRng, words.as_bytes());
        Ok(BASE64.encode(&made.map_err(broken)?))
    }
}

fn broken(error: rsa::Error) -> Error {
    Error::Broken(format!("a key: {error}"))
}

/// The two numbers of a public key with the name of their sort, as DER has them.
fn public(modulus: &[u8], exponent: &[u8]) -> Vec<u8> {
    let mut bits = vec![0]; // none of the last byte is left over
    bits.extend(sequence(&[modulus.into(), exponent.into()]));
    let mut inside = RSA_NAME.to_vec();
    inside.extend(tagged(0x03, &bits));
    tagged(0x30, &inside)
}

/// A new private key, as the text in which such keys are exchanged (PKCS#1, PEM).
///
/// # Errors
/// `Broken` where none can be made.
pub(super) fn new_private() -> Result<String> {
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
    Ok(pem("RSA PRIVATE KEY", &sequence(&parts)))
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

fn pem(title: &str, der: &[u8]) -> String {
    let text = BASE64.encode(der);
    let mut out = format!("-----BEGIN {title}-----\n");
    for line in text.as_bytes().chunks(64) {
        out.extend(line.iter().copied().map(char::from));
        out.push('\n');
    }
    out.push_str("-----END ");
    out.push_str(title);
    out.push_str("-----\n");
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

    #[test]
    fn the_public_half_opens_what_the_private_half_signed_and_no_other_words() {
        let voucher = Voucher::new().unwrap();
        let made = BASE64.decode(voucher.sign("tom;1;So grey!").unwrap().as_bytes()).unwrap();
        let half = voucher.key.as_public_key();
        assert!(half.pkcs1v15_verify::<Sha256>(b"tom;1;So grey!", &made).is_ok());
        assert!(half.pkcs1v15_verify::<Sha256>(b"tom;1;So green!", &made).is_err());
        assert!(voucher.public().starts_with("-----BEGIN PUBLIC KEY-----\nMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A"));
    }
}
