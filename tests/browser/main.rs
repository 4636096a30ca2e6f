//! Courtyard in a real Chromium: whole journeys, what is live, accessibility, keys, and what a page weighs.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says what is wrong by failing")]

mod access;
mod album;
mod along;
mod appealing;
mod aspects;
mod board;
mod chat;
mod chromium;
mod device;
mod drafts;
mod driver;
mod edit;
mod elsewhere;
mod evidence;
mod finding;
mod journey;
mod keys;
mod letters;
mod long;
mod obeying;
mod offers;
mod papers;
mod paths;
mod person;
mod pod;
mod resting;
mod room;
mod school;
#[path = "../shelf.rs"]
mod shelf;
mod sound;
mod supervising;
mod talk;
mod tour;
mod weight;
mod wire;

use std::path::PathBuf;

/// Where tools are that `tests/setup` fetched, and where pictures go.
fn target() -> PathBuf {
    let folder = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| "target".into(), PathBuf::from);
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(folder)
}

/// Does somebody want to look at pictures of the pages afterwards? Taking them takes longer than most checks.
fn wants_pictures() -> bool {
    std::env::var_os("COURTYARD_SCREENS").is_some()
}

/// Keeps a picture of the page, where they are wanted.
fn keeps_picture(browser: &driver::Browser, name: &str) {
    if wants_pictures() {
        browser.picture(&target().join(format!("screens/{name}.png")));
    }
}
