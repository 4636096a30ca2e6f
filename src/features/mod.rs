//! The features, in the order in which they may use each other.
//!
//! A blank line keeps the order: within a group the formatter sorts by name.

pub mod accounts;
pub mod moderation;
pub mod notices;
pub mod photos;
pub mod posts;
pub mod sessions;

pub mod desk;

pub mod audit;

pub mod setup;

use crate::web::Routes;

/// Every route of every feature.
pub fn routes() -> Routes {
    Routes::default()
        .and(sessions::routes())
        .and(setup::routes())
        .and(photos::routes())
        .and(posts::routes())
        .and(moderation::routes())
        .and(desk::routes())
        .and(audit::routes())
}
