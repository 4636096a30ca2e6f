//! "Who can see this?", answered in words for each thing: to its author in full, to others as far as they may know.

mod pages;
mod store;
mod views;

pub use pages::routes;
