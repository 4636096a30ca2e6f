//! How much room somebody's photos take on the box, and how much they may take.

mod pages;
mod store;
mod views;

pub use pages::{room_bytes, routes};
pub use store::{Part, taken};

use crate::base::Rules;

/// Bytes that one person's things may take.
pub fn most_bytes(rules: &Rules) -> u64 {
    u64::from(rules.space_mb) * 1_000_000
}

/// Bytes of all parts together.
pub fn sum(parts: &[Part]) -> u64 {
    parts.iter().map(|part| part.bytes).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_megabyte_is_a_million_bytes_as_on_every_page() {
        assert_eq!(most_bytes(&Rules { space_mb: 3, ..Rules::default() }), 3_000_000);
        let part = |bytes| Part { kind: "photo".into(), count: 1, bytes };
        assert_eq!(sum(&[part(3), part(4)]), 7);
        assert_eq!(sum(&[]), 0);
    }
}
