//! HTTP, and nothing about the product.

mod cookie;
mod floor;
mod headers;
mod host;
pub mod live;
mod pace;
mod refusal;
mod reply;
mod routes;
mod same_site;
mod visit;

pub use cookie::{NewSession, token_hash};
pub use floor::Floor;
pub use headers::add_headers;
pub use host::{Hosts, allow_host};
pub use pace::Pace;
pub use reply::Reply;
pub use routes::{Answer, Gate, Route, Routes};
pub use visit::{Done, Visit};
