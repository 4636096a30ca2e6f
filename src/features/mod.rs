//! The features, in the order in which they may use each other.

pub mod accounts;
pub mod moderation;
pub mod notices;
pub mod photos;
pub mod posts;

// Apart, so that it stays behind `posts`.
pub mod comments;
pub mod reactions;
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
        .and(notices::routes())
        .and(comments::routes())
        .and(reactions::routes())
        .and(admin::routes())
}
