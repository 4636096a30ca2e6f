//! Home: what I follow, with my groups and aspects beside it.

mod pages;
mod views;

pub use pages::routes;
