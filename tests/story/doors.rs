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

#[test]
fn a_form_that_no_page_of_ours_gave_does_nothing() {
    let school = Site::school();
    let (mia, tom) = (school.pupil("Mia"), school.pupil("Tom"));
    mia.opens("/posts/new").fills("Your post", "Made by hand");
    let real = mia.would_send("Post");
    let of_tom = tom.opens("/posts/new").look(|page| {
        let controls = page.forms.iter().flat_map(|form| &form.controls);
        controls
            .filter(|control| control.name == "same_site")
            .map(|control| control.value.clone())
            .next()
            .unwrap()
    });

    for token in ["", "AAAA", &of_tom] {
        let made_up =
            Ask::post("/posts", &[("same_site", token), ("body", "Made by hand"), ("audience", "everyone")]);
        let answer = mia.asks(&made_up);
        assert_eq!(answer.status, 403, "{token}");
        assert!(answer.text().contains("Please try that again"), "{token}");
    }
    for origin in ["http://evil.example", "null", "http://127.0.0.1", "https://127.0.0.1:1"] {
        assert_eq!(mia.asks(&real.clone().with("Origin", origin)).status, 403, "{origin}");
    }
    tom.opens("/everyone").misses("Made by hand");

    assert_eq!(mia.asks(&real).status, 303);
    tom.opens("/everyone").sees("Made by hand");
}

#[test]
fn a_form_from_before_signing_in_again_does_nothing() {
    let school = Site::school();
    let mia = school.pupil("Mia");
    mia.opens("/posts/new").fills("Your post", "From an old page");
    let old = mia.would_send("Post");
    mia.presses("Sign out").signs_in().is_at("/");
    assert_eq!(mia.asks(&old).status, 403);
    mia.opens("/everyone").misses("From an old page");
}

#[test]
fn a_body_of_an_unknown_kind_is_refused() {
    let school = Site::school();
    let mia = school.pupil("Mia");
    for kind in ["application/json", "text/plain", "multipart/form-data", ""] {
        let ask = Ask { method: "POST", path: "/posts".into(), headers: Vec::new(), body: b"{}".to_vec() };
        assert_eq!(mia.asks(&ask.with("Content-Type", kind)).status, 403, "{kind}");
    }
    for method in ["PUT", "DELETE", "PATCH"] {
        let ask = Ask { method, path: "/posts".into(), headers: Vec::new(), body: Vec::new() };
        assert_eq!(mia.asks(&ask).status, 404, "{method}");
    }
}

#[test]
fn every_answer_says_what_it_may_load_and_that_nobody_keeps_it() {
    let school = Site::school();
    let mia = school.pupil("Mia");
    for path in ["/", "/everyone", "/sign-in", "/nothing", "/health", "/my/sessions"] {
        let answer = mia.asks(&Ask::get(path));
        let policy = answer.header("content-security-policy");
        assert!(
            policy.contains("default-src 'none'") && policy.contains("script-src 'self'"),
            "{path}: {policy}"
        );
        assert!(
            !policy.contains("unsafe") && !policy.contains("http:") && !policy.contains('*'),
            "{path}: {policy}"
        );
        assert!(policy.contains("frame-ancestors 'none'") && policy.contains("form-action 'self'"), "{path}");
        let fixed = [
            ("cache-control", "no-store"),
            ("x-content-type-options", "nosniff"),
            ("x-frame-options", "DENY"),
            ("referrer-policy", "same-origin"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-resource-policy", "same-origin"),
        ];
        for (name, value) in fixed {
            assert_eq!(answer.header(name), value, "{name} of {path}");
        }
    }
    let answer = school.ask(&Ask::get("/").with("Host", "evil.example"));
    assert_eq!(answer.status, 421);
}

#[test]
fn cookies_are_for_this_site_and_no_script() {
    let school = Site::school();
    let mia = school.knows("Mia", courtyard::base::Role::Member, &[]);
    mia.opens("/sign-in").fills("Sign-in name", "mia").fills("Password", crate::harness::PASSWORD);
    let answer = mia.asks(&mia.would_send("Sign in"));
    let set: Vec<&str> =
        answer.headers.get_all("set-cookie").iter().map(|value| value.to_str().unwrap()).collect();
    assert!(set.iter().any(|cookie| cookie.starts_with("session=")), "{set:?}");
    for cookie in set {
        assert!(
            cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && cookie.contains("Path=/"),
            "{cookie}"
        );
    }
}

#[test]
fn signing_out_empties_what_the_browser_kept() {
    let school = Site::school();
    let mia = school.pupil("Mia");
    mia.opens("/");
    let answer = mia.asks(&mia.would_send("Sign out"));
    assert_eq!((answer.status, answer.header("clear-site-data")), (303, "\"cache\""));
}
