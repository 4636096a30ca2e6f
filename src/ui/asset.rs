//! Where browsers fetch the embedded files: each name with the hash of its content, so that it may be kept for ever.

include!(concat!(env!("OUT_DIR"), "/asset_names.rs"));

/// The address of an embedded file, from its plain name: `app.css` gives `/assets/app.0123456789.css`.
///
/// A name that does not exist gives an address that answers 404; a debug build stops at once.
pub fn asset(name: &str) -> &'static str {
    let found = address_of(name);
    debug_assert!(found.is_some(), "no asset is called {name}");
    found.unwrap_or("/assets/unknown")
}

#[cfg(test)]
mod tests {
    use super::{NAMES, asset};

    #[test]
    fn every_asset_has_an_address_with_ten_digits_of_hash() {
        assert!(NAMES.contains(&"app.css") && NAMES.contains(&"icons.svg"));
        for name in NAMES {
            let (stem, ending) = name.split_once('.').expect("an ending");
            let address = asset(name);
            let hash = address.strip_prefix(&format!("/assets/{stem}.")).expect("the stem");
            let hash = hash.strip_suffix(&format!(".{ending}")).expect("the ending");
            assert!(hash.len() == 10 && hash.bytes().all(|digit| digit.is_ascii_hexdigit()), "{address}");
        }
    }
}
