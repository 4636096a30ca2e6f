//! The features, in the order in which they may use each other.

pub mod accounts;
pub mod help;
pub mod moderation;
pub mod notices;
pub mod photos;
pub mod posts;
pub mod sessions;
pub mod setup;

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
