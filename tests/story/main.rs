//! What people do here, told as stories: real pages, real forms, a real port, one box a story.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a story ends where something is not as it should be")]
#![allow(clippy::wrong_self_convention, reason = "`posts(…).to_contacts()` reads as it is said, and is sent")]

mod albums;
mod announcing;
mod approval;
mod asking;
mod at_home;
mod chat_model;
mod chatting;
mod choosing;
mod contacts;
mod describing;
mod doors;
mod drafting;
mod harness;
mod helping;
mod joining;
mod keeping_apart;
mod leaving;
mod live;
mod looking_after;
mod looking_into;
mod meeting;
mod mine;
mod my_space;
mod overseeing;
mod passing_on;
mod people;
mod pinning;
mod polling;
mod posting;
mod quieting;
mod reading;
mod replying;
mod searching;
mod sending;
mod serving;
mod setting_up;
mod sharing_albums;
mod sharing_files;
#[path = "../shelf.rs"]
mod shelf;
mod shielding;
mod signing_in;
mod strangers;
mod suggesting;
mod tagging;
mod taking_along;
mod talking;
mod telling;
mod tending;
mod who_sees_what;
mod worlds_apart;
