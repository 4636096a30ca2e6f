//! A whole box on a port of its own, and people who use it with browsers of their own.

mod form;
mod http;
mod live;
mod page;
mod person;
mod picture;
mod site;
mod talk;

pub use http::{Answer, Ask, escaped};
pub use person::{Person, number};
pub use picture::{FOX, HERON, picture};
pub use site::{PASSWORD, Site};
