//! The features, in the order in which they may use each other.

pub mod accounts;
pub mod moderation;
pub mod notices;
pub mod photos;
pub mod posts;
pub mod sessions;
pub mod setup;

// Apart, so that it stays behind `setup`, whose rules it changes.
pub mod admin;

use crate::web::Routes;

/// Every route of every feature.
pub fn routes() -> Routes {
    Routes::default()
        .and(sessions::routes())
        .and(setup::routes())
        .and(photos::routes())
        .and(posts::routes())
        .and(admin::routes())
}
