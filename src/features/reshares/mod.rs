//! Passing a post on: a post of one's own that shows another one, with or without words, and who passed on what.

mod pages;
mod store;
mod views;

pub use pages::routes;
