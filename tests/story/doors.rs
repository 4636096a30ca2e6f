//! The doors of the box: hosts, forms from elsewhere, headers, and what federation asks for.

use crate::harness::{Ask, Site};

#[test]
fn a_name_that_is_not_ours_gets_nothing_not_even_health() {
    let school = Site::school();
    for path in ["/", "/sign-in", "/health", "/setup", "/nothing", "/live"] {
        let answer = school.ask(&Ask::get(path).with("Host", "evil.example"));
        assert_eq!(answer.status, 421, "{path}");
        assert!(!answer.text().contains("Hillview"), "{path}");
    }
    for host in ["courtyard.local", "localhost:8080", "127.0.0.1"] {
        assert_eq!(school.ask(&Ask::get("/health").with("Host", host)).status, 200, "{host}");
    }
}

#[test]
fn federation_finds_nobody_here() {
    let school = Site::school();
    let addresses = [
        "/.well-known/webfinger?resource=acct:dr.wren@courtyard.local",
        "/.well-known/nodeinfo",
        "/.well-known/host-meta",
        "/nodeinfo/2.0",
        "/inbox",
        "/users/dr.wren",
    ];
    for path in addresses {
        assert_eq!(school.ask(&Ask::get(path)).status, 404, "{path}");
    }
}
