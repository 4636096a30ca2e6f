//! Random secrets, and comparing them without telling how far they matched.

use subtle::ConstantTimeEq;

/// Crockford's base 32: no I, L, O, U, so that a code read aloud is a code typed right.
const CROCKFORD: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

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
    for place in 0..chars {
        if place > 0 && place % 4 == 0 {
            code.push('-');
        }
        let [byte] = random::<1>();
        code.push(char::from(CROCKFORD[usize::from(byte & 31)]));
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
    fn a_code_typed_carelessly_is_the_same_code() {
        let made = code(12);
        assert_eq!(made.len(), 14);
        let careless = made.to_lowercase().replace('-', " ").replace('0', "o").replace('1', "l");
        assert_eq!(plain_code(&careless), plain_code(&made));
        assert!(!same(plain_code(&code(12)).as_bytes(), plain_code(&made).as_bytes()));
    }
}
