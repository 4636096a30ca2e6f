//! Download all: everything somebody made, and what the box knows of them, in one file that any browser opens.
//!
//! It is packed in the background, one at a time: the kinds of things are [`SECTIONS`], each read as its owner into leaves
//! (`leaf.rs`), and everything else is made of those: pages (`book_views.rs`), `data.json`, and the exchange form of the elder
//! network (`diaspora.rs`).

mod beside_store;
mod board_store;
mod book_views;
mod chat_store;
mod depot;
mod diaspora;
mod drafts_store;
mod key;
mod leaf;
mod me_store;
mod others;
mod owner;
mod pack;
mod pages;
mod posts_store;
mod sections;
mod store;
mod talk_store;
mod things_store;
mod views;
mod write;
mod zip;

pub use depot::Depot;
pub use leaf::{Gather, Leaf, Paper, Picture, Section, Words};
pub use pack::{keep_packing, pack_next};
pub use pages::routes;
pub use sections::SECTIONS;
pub use store::Archive;
pub use zip::Zip;

use crate::base::{Act, Error, Problem, Result, Rules};
use crate::db::{Change, Db, Viewer};
use crate::features::days;
use std::sync::Arc;

crate::words! {
    /// How far an archive is.
    State {
        /// It waits, or is being packed.
        Asked = "asked",
        /// It can be fetched.
        Ready = "ready",
        /// It could not be packed.
        Failed = "failed",
    }
}

/// May the viewer ask for one now? Not while one is packed, and one a day.
pub fn may_ask(rules: &Rules, archive: Option<&Archive>, today: i64) -> bool {
    rules.downloads
        && archive.is_none_or(|archive| match archive.state {
            State::Asked => false,
            State::Ready => archive.asked_day < today,
            State::Failed => true,
        })
}

/// The viewer asks for an archive, in this language. Asking again while one waits, or a second time on one day, changes nothing.
///
/// # Errors
/// `Forbidden` where the house does not offer it; `Invalid` where the disk is near full.
fn ask(change: &mut Change<'_>, rules: &Rules, language: &str, has_room: bool) -> Result<()> {
    let (me, archive) = (change.me()?, store::mine(change)?);
    if !rules.downloads {
        return Err(Error::Forbidden);
    }
    change.about("account", me.0);
    if !may_ask(rules, archive.as_ref(), days::today(change)?) {
        change.becomes(Act::NoteArchive);
        return Ok(());
    }
    if !has_room {
        return Err(Error::field("", Problem::DiskFull));
    }
    store::insert(change, language)?;
    Ok(())
}

/// Takes away archives that were kept long enough, and files that nothing names; gives how many files went.
///
/// # Errors
/// Of the disk, or `Broken` if the database fails.
pub async fn sweep(db: &Db, depot: &Arc<Depot>) -> Result<usize> {
    let the_box = Viewer::the_box();
    db.write(&the_box, Act::NoteArchive, store::delete_old).await?;
    let named = db.read(&the_box, store::all).await?;
    let depot = depot.clone();
    let swept = tokio::task::spawn_blocking(move || depot.sweep(&named));
    swept.await.map_err(|_| Error::Broken("the sweep of archives was interrupted".into()))?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_archive_a_day_and_none_where_the_house_says_no() {
        let rules = Rules::default();
        let archive = |state, asked_day| Archive {
            id: 1,
            state,
            percent: 0,
            bytes: 0,
            asked_at: 0,
            asked_day,
            ready_at: None,
            gone_day: None,
        };
        assert!(may_ask(&rules, None, 5));
        assert!(!may_ask(&rules, Some(&archive(State::Asked, 1)), 5), "one is packed");
        assert!(!may_ask(&rules, Some(&archive(State::Ready, 5)), 5), "one a day");
        assert!(may_ask(&rules, Some(&archive(State::Ready, 4)), 5));
        assert!(may_ask(&rules, Some(&archive(State::Failed, 5)), 5));
        assert!(!may_ask(&Rules { downloads: false, ..rules }, None, 5));
    }
}
