//! Was this form sent from a page of ours? A token in each form, and `Origin` against `Host`.

use crate::base::secret;
use axum::http::{HeaderMap, header};
use data_encoding::BASE64URL_NOPAD;

/// The name of the hidden field.
pub const FIELD: &str = "same_site";

/// The token for a form. Masked anew each time, so that a compressed page never repeats it.
pub fn token(tie: &str) -> String {
    let mask = secret::random::<16>();
    let mut bytes = [0; 32];
    for (place, (mask, mac)) in mask.iter().zip(mac(tie)).enumerate() {
        bytes[place] = *mask;
        bytes[16 + place] = mask ^ mac;
    }
    BASE64URL_NOPAD.encode(&bytes)
}

/// Is this a token that a page of ours gave this browser in this session?
pub fn token_holds(tie: &str, token: &str) -> bool {
    let Ok(bytes) = BASE64URL_NOPAD.decode(token.as_bytes()) else { return false };
    let Ok(bytes): Result<[u8; 32], _> = bytes.try_into() else { return false };
    let (mask, masked) = bytes.split_at(16);
    let sent: Vec<u8> = mask.iter().zip(masked).map(|(mask, byte)| mask ^ byte).collect();
    secret::same(&sent, &mac(tie))
}

/// Does `Origin`, where the browser sends one, name the host that was asked?
pub fn origin_holds(headers: &HeaderMap) -> bool {
    let Some(origin) = headers.get(header::ORIGIN) else { return true };
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let Ok(origin) = origin.to_str() else { return false };
    let of_origin = origin.strip_prefix("http://").or_else(|| origin.strip_prefix("https://"));
    of_origin.is_some_and(|of_origin| !host.is_empty() && of_origin.eq_ignore_ascii_case(host))
}

/// The browser's and the session's secrets are the key; nobody without the cookies can make this.
fn mac(tie: &str) -> [u8; 16] {
    let mut mac = [0; 16];
    mac.copy_from_slice(&blake3::derive_key("Courtyard same-site token 1", tie.as_bytes())[..16]);
    mac
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_holds_for_its_own_browser_and_session_only() {
        let made = token("device.session");
        assert!(token_holds("device.session", &made));
        assert!(!token_holds("device.other", &made));
        assert!(!token_holds("device.session", "") && !token_holds("device.session", &made[1..]));
        assert_ne!(made, token("device.session"), "each rendering is masked anew");
    }

    #[test]
    fn another_site_is_told_by_its_origin() {
        let ask = |origin: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::HOST, "linden.local:8080".parse().unwrap());
            headers.insert(header::ORIGIN, origin.parse().unwrap());
            origin_holds(&headers)
        };
        assert!(ask("http://linden.local:8080"));
        assert!(!ask("http://evil.local:8080") && !ask("null") && !ask("http://linden.local"));
    }
}
