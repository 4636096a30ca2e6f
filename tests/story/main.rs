//! What people do here, told as stories: real pages, real forms, a real port, one box a story.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a story ends where something is not as it should be")]

mod doors;
mod harness;
mod helping;
mod posting;
mod setting_up;
mod signing_in;
