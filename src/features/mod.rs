//! The features, in the order in which they may use each other.

// Each stands apart, so that the formatter leaves the order alone.
pub mod accounts;

pub mod levels;

pub mod moderation;

pub mod freeze;

pub mod notices;

pub mod sanctions;

pub mod space;

pub mod days;

pub mod photos;

pub mod drafts;

pub mod items;

pub mod polls;

pub mod pins;

pub mod posts;

pub mod reshares;

pub mod following;

pub mod albums;

pub mod spots;

pub mod comments;

pub mod who;

pub mod reactions;

pub mod sessions;

pub mod people;

pub mod groups;

pub mod announcements;

pub mod events;

pub mod files;

pub mod chat;

pub mod appeals;

pub mod case_talk;

pub mod record;

pub mod streams;

pub mod search;

pub mod home;

pub mod desk;

pub mod readings;

pub mod apart;

pub mod audit;

pub mod timeline;

pub mod hours;
pub mod sheets;

pub mod charter;

pub mod setup;

pub mod archive;

pub mod evidence;

pub mod leaving;

pub mod retention;

pub mod admin;

pub mod watch;

// Last: it may speak of everything.
pub mod help;

use crate::web::Routes;

/// Every route of every feature.
pub fn routes() -> Routes {
    Routes::default()
        .and(sessions::routes())
        .and(setup::routes())
        .and(space::routes())
        .and(photos::routes())
        .and(drafts::routes())
        .and(polls::routes())
        .and(pins::routes())
        .and(posts::routes())
        .and(reshares::routes())
        .and(following::routes())
        .and(notices::routes())
        .and(albums::routes())
        .and(spots::routes())
        .and(comments::routes())
        .and(who::routes())
        .and(reactions::routes())
        .and(people::routes())
        .and(groups::routes())
        .and(announcements::routes())
        .and(events::routes())
        .and(files::routes())
        .and(chat::routes())
        .and(appeals::routes())
        .and(case_talk::routes())
        .and(record::routes())
        .and(archive::routes())
        .and(leaving::routes())
        .and(retention::routes())
        .and(streams::routes())
        .and(search::routes())
        .and(home::routes())
        .and(admin::routes())
        .and(sanctions::routes())
        .and(timeline::routes())
        .and(watch::routes())
        .and(levels::routes())
        .and(moderation::routes())
        .and(desk::routes())
        .and(freeze::routes())
        .and(hours::routes())
        .and(charter::routes())
        .and(readings::routes())
        .and(apart::routes())
        .and(audit::routes())
        .and(sheets::routes())
        .and(evidence::routes())
        .and(help::routes())
}
