//! Home: what I follow, with my groups and aspects beside it.

mod kept;
mod pages;
mod views;

pub use kept::Besides;
pub use pages::routes;
