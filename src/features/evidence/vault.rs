//! What a pack is made with: the record as the box sees it, the key, the shelf of photos, and room on the disk.

use super::lines::Piece;
use super::names::Veil;
use super::{Source, slice, store};
use crate::base::Result;
use crate::db::{Db, Viewer};
use crate::features::photos::Shelf;
use crate::features::setup;
use crate::features::sheets::Seal;
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

/// What a pack is made with.
pub struct Vault {
    db: Arc<Db>,
    pub(super) seal: Arc<Seal>,
    pub(super) shelf: Arc<Shelf>,
    /// Where a pack is put together; what is left there goes at the next start.
    pub(super) folder: PathBuf,
}

impl Vault {
    /// Of this box; `folder` is that of uploads that are not finished.
    pub fn new(db: Arc<Db>, seal: Arc<Seal>, shelf: Arc<Shelf>, folder: PathBuf) -> Vault {
        Vault { db, seal, shelf, folder }
    }

    /// The entries of the record that belong to these things, and the name of this box among all.
    ///
    /// They are read with the eyes of the box: whoever takes a case out need not hold The record, and what is not about the
    /// case stands in the pack as a hash that tells nothing.
    pub(super) async fn pieces(
        &self,
        source: Source,
        things: &[(&'static str, i64)],
        veil: &Veil,
    ) -> Result<(Vec<Piece>, String)> {
        self.db
            .read(&Viewer::the_box(), |look| {
                let mut numbers: BTreeSet<i64> = store::about(look, things)?.into_iter().collect();
                if let Source::Reading(reading, _) = source {
                    numbers.extend(store::about_reading(look, reading)?);
                }
                Ok((slice::pieces(look, &numbers, veil)?, setup::site(look)?.install_id))
            })
            .await
    }
}
