//! What makes the box a box: its name on the network, its health, its nightly work.

pub mod addresses;
pub mod announce;
pub mod screen;
pub mod service;
pub mod time;
