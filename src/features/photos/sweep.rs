//! The sweep: photos on the shelf that nothing names, such as those of a form that came back, go.

use super::{Name, Shelf, store};
use crate::base::{Error, Result};
use crate::db::{Db, Viewer};
use std::collections::HashSet;
use std::sync::Arc;

/// Removes every photo from the shelf that no row of the database names and no upload holds; gives how many
/// went. Safe at any time: the shelf asks once more under the lock that uploads take, so a picture that is being
/// sent at this moment keeps its files.
///
/// # Errors
/// Of the disk, or `Broken` if the database fails. What went until then is gone, and nothing else.
pub async fn sweep(db: &Arc<Db>, shelf: &Shelf) -> Result<usize> {
    let (on_shelf, asked) = (shelf.clone(), shelf.clone());
    let lying = tokio::task::spawn_blocking(move || on_shelf.names()).await.map_err(lost)??;
    // After the shelf was looked at: what is named by now is no candidate.
    let named: HashSet<String> = db.read(&Viewer::stranger(), store::all_named).await?.into_iter().collect();
    let loose: Vec<Name> = lying.into_iter().filter(|name| !named.contains(&name.to_string())).collect();
    let (db, runtime) = (db.clone(), tokio::runtime::Handle::current());
    let clear = move || {
        let mut gone = 0;
        for name in loose {
            let word = name.to_string();
            let still = || {
                let the_box = Viewer::stranger();
                let asks = db.read(&the_box, |look| store::is_named(look, &word));
                // Where the database does not answer, the files stay.
                runtime.block_on(asks).unwrap_or(true)
            };
            gone += usize::from(asked.drop_name(&name, still)?);
        }
        Ok::<usize, std::io::Error>(gone)
    };
    Ok(tokio::task::spawn_blocking(clear).await.map_err(lost)??)
}

fn lost(_: tokio::task::JoinError) -> Error {
    Error::Broken("the sweep of the shelf was interrupted".into())
}

#[cfg(test)]
mod tests {
    use super::super::{Picture, Prepared, Size};
    use super::*;
    use crate::base::{Act, Clock};
    use crate::db::params;

    fn photo(seed: u8) -> Prepared {
        let picture = |size| Picture { size, width: 1, height: 1, bytes: vec![seed; 100] };
        Prepared { name: Name::from_bytes([seed; 32]), pictures: Size::PHOTO.map(picture).into() }
    }

    fn sorted(shelf: &Shelf) -> Vec<Name> {
        let mut names = shelf.names().unwrap();
        names.sort_by_key(ToString::to_string);
        names
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn only_what_nothing_names_and_nobody_holds_is_swept_away() {
        let folder = tempfile::tempdir().unwrap();
        let db = Db::open(&folder.path().join("courtyard.db"), 1, Clock::real(), |_, _| ()).unwrap();
        let db = Arc::new(db);
        let shelf = Shelf::open(&folder.path().join("photos")).unwrap();
        let named = shelf.put(&photo(1)).unwrap().name();
        let loose = shelf.put(&photo(2)).unwrap().name();
        let in_flight = shelf.put(&photo(3)).unwrap();
        let in_a_comment = shelf.put(&photo(4)).unwrap().name();
        let of_a_group = shelf.put(&photo(5)).unwrap().name();
        let (picture, shown, grouped) = (named.to_string(), in_a_comment.to_string(), of_a_group.to_string());
        let add = move |change: &mut crate::db::Change<'_>| {
            let mia = change.insert(
                "INSERT INTO account (username, shown_name, role, picture, made_at) VALUES ('mia', 'Mia', 'member', ?1, 0)",
                params![picture],
            )?;
            let post = change.insert(
                "INSERT INTO item (kind, author_id, audience, state, made_at) VALUES ('post', ?1, 'everyone', 'shown', 0)",
                params![mia],
            )?;
            let comment = change.insert(
                "INSERT INTO item (kind, author_id, parent_id, state, made_at) VALUES ('comment', ?1, ?2, 'shown', 0)",
                params![mia, post],
            )?;
            change.run(
                "INSERT INTO \"group\" (name, kind, picture, made_at) VALUES ('Choir', 'club', ?1, 0)",
                params![grouped],
            )?;
            change.run(
                "INSERT INTO comment_photo (id, name, width, height) VALUES (?1, ?2, 1, 1)",
                params![comment, shown],
            )
        };
        db.write(&Viewer::stranger(), Act::Upkeep, add).await.unwrap();
        assert_eq!(sweep(&db, &shelf).await.unwrap(), 1);
        assert_eq!(sorted(&shelf), [named, in_flight.name(), in_a_comment, of_a_group]);
        assert!(shelf.open_size(&loose, Size::Large).is_err());
        drop(in_flight);
        assert_eq!(sweep(&db, &shelf).await.unwrap(), 1);
        assert_eq!(sorted(&shelf), [named, in_a_comment, of_a_group]);
        db.close();
    }
}
