//! The features, in the order in which they may use each other.

pub mod accounts;
pub mod moderation;
pub mod notices;
pub mod photos;
pub mod posts;
pub mod sessions;
pub mod setup;

// Last: it may speak of everything.
pub mod help;

use crate::web::Routes;

/// Every route of every feature.
pub fn routes() -> Routes {
    Routes::default()
        .and(sessions::routes())
        .and(setup::routes())
        .and(photos::routes())
        .and(posts::routes())
        .and(help::routes())
}
