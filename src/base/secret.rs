//! Random secrets, and comparing them without telling how far they matched.

use subtle::ConstantTimeEq;

/// Crockford's base 32: no I, L, O, U, so that a code read aloud is a code typed right.
const CROCKFORD: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Bytes of which a code is made at a time.
const CODE_BYTES: usize = 16;

/// Bytes from the operating system's generator.
///
/// The system generator failing means a machine that cannot keep any secret: the process ends.
pub fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).expect("the operating system gives random bytes");
    bytes
}

/// A code of `chars` characters of Crockford's base 32, 5 bits each, in groups of four joined by `-`.
pub fn code(chars: usize) -> String {
    let mut code = String::with_capacity(chars + chars / 4);
    let mut bytes = [0; CODE_BYTES];
    for place in 0..chars {
        // Asked for many at a time: each question is a call of the system.
        if place % CODE_BYTES == 0 {
            bytes = random();
        }
        if place > 0 && place % 4 == 0 {
            code.push('-');
        }
        code.push(char::from(CROCKFORD[usize::from(bytes[place % CODE_BYTES] & 31)]));
    }
    code
}

/// A typed code in the form in which it was made: upper case, look-alikes mapped, signs dropped.
pub fn plain_code(typed: &str) -> String {
    let same = |c: char| match c.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    typed.chars().map(same).filter(|c| c.is_ascii_alphanumeric()).collect()
}

/// Are these equal? Takes the same time wherever they differ.
pub fn same(a: &[u8], b: &[u8]) -> bool {
    a.ct_eq(b).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_of_a_long_code_is_its_own() {
        let made = plain_code(&code(4 * CODE_BYTES));
        let parts: std::collections::BTreeSet<&[u8]> = made.as_bytes().chunks(CODE_BYTES).collect();
        assert_eq!((made.len(), parts.len()), (4 * CODE_BYTES, 4), "{made}");
    }

    #[test]
    fn a_code_typed_carelessly_is_the_same_code() {
        let made = code(12);
        assert_eq!(made.len(), 14);
        let careless = made.to_lowercase().replace('-', " ").replace('0', "o").replace('1', "l");
        assert_eq!(plain_code(&careless), plain_code(&made));
        assert!(!same(plain_code(&code(12)).as_bytes(), plain_code(&made).as_bytes()));
    }
}
