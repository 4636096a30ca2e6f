//! HTTP, and nothing about the product.

mod arrive;
pub mod assets;
mod closed;
mod cookie;
mod floor;
mod headers;
mod host;
mod listen;
pub mod live;
mod pace;
mod page;
mod refusal;
mod reply;
mod routes;
mod same_site;
mod serve;
pub mod upload;
mod visit;

pub use arrive::nothing_here;
pub use cookie::{NewSession, token_hash};
pub use floor::Floor;
pub use headers::add_headers;
pub use host::{Hosts, allow_host};
pub use listen::listen_on;
pub use pace::Pace;
pub use page::{Page, frozen};
pub use reply::Reply;
pub use routes::{Answer, Gate, Route, Routes};
pub use serve::serve;
pub use visit::{Done, Visit};
