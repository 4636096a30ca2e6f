//! Packing: one archive at a time, on a thread of its own that lets everybody else go first.

use super::leaf::{Leaf, Words};
use super::store::Asked;
use super::write::{Gathered, Sources};
use super::{Depot, SECTIONS, store, write};
use crate::base::{Act, Error, Result, Rules, Topic};
use crate::db::{Db, Snapshot, Viewer};
use crate::features::{notices, setup};
use crate::lang::Lang;
use crate::ui::Now;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::runtime::Handle;

/// Things that are read in one look. Each page of them is a look of its own, so that the log of the database can be
/// moved into the file in between: an archive is true page by page, and not of one moment.
const PAGE: usize = 200;
/// How much less of the processor the packer asks for than a page does: the most that there is.
const NICE: i32 = 19;
/// How often it is noted how far it is.
const NOTE_EVERY: Duration = Duration::from_secs(1);
/// How much of the work is reading, in per cent.
const READING: i64 = 40;

/// Packs whatever is asked for, as long as the box runs; what waited when it stopped is begun again.
pub async fn keep_packing(db: Arc<Db>, depot: Arc<Depot>) {
    loop {
        match pack_next(&db, &depot).await {
            Ok(true) => continue,
            Ok(false) => (),
            Err(error) => tracing::warn!(%error, "an archive could not be packed"),
        }
        depot.asked.notified().await;
    }
}

/// Packs the archive that waits longest; no where none does.
///
/// # Errors
/// `Broken` if the database fails. An archive that cannot be packed is no error: its owner is told.
pub async fn pack_next(db: &Arc<Db>, depot: &Arc<Depot>) -> Result<bool> {
    let the_box = Viewer::the_box();
    let Some(asked) = db.read(&the_box, store::next).await? else { return Ok(false) };
    let (told, packed) = tokio::sync::oneshot::channel();
    let (own_db, own_depot, own_asked) = (db.clone(), depot.clone(), asked.clone());
    let runtime = Handle::current();
    std::thread::Builder::new().name("packer".into()).spawn(move || {
        // Of this thread alone. Where the system does not let us, it takes its turn as everybody does.
        let _ = rustix::process::setpriority_process(None, NICE);
        let packer = Packer { db: &own_db, runtime: &runtime, depot: &own_depot, asked: &own_asked };
        let _ = told.send(packer.pack());
    })?;
    let packed = packed.await.unwrap_or_else(|_| Err(Error::Broken("the packer ended in the middle".into())));
    if let Err(error) = &packed {
        tracing::warn!(%error, "an archive could not be packed");
    }
    let id = asked.id;
    let done = db.write(&the_box, Act::PackArchive, move |change| {
        let ready = packed.ok();
        let changed = match ready {
            Some(bytes) => store::set_ready(change, id, bytes)?,
            None => store::set_failed(change, id)?,
        };
        if changed > 0 && ready.is_some() {
            notices::tell_of_box(change, asked.account, notices::NoticeKind::Archive)?;
        }
        change.touch(Topic::Notices(asked.account), None);
        change.about("account", asked.account.0);
        Ok(changed > 0)
    });
    if !done.await? {
        let _ = std::fs::remove_file(depot.file(id)); // it was taken back; the sweep would find it too
    }
    Ok(true)
}

struct Packer<'a> {
    db: &'a Db,
    runtime: &'a Handle,
    depot: &'a Depot,
    asked: &'a Asked,
}

impl Packer<'_> {
    /// Reads, writes, and puts the file in its place; gives its size.
    fn pack(&self) -> Result<u64> {
        let work = self.depot.work().join(self.asked.id.to_string());
        let _ = std::fs::remove_dir_all(&work);
        std::fs::create_dir_all(&work)?;
        let done = self.pack_in(&work);
        let _ = std::fs::remove_dir_all(&work);
        done
    }

    fn pack_in(&self, work: &std::path::Path) -> Result<u64> {
        let lang = Lang::find(&self.asked.language).unwrap_or(Lang::english());
        if !self.look(store::stands)? {
            return Err(Error::Forbidden);
        }
        let (rules, site, now_ms) =
            self.look(|look| Ok((setup::load_rules(look)?, setup::site(look)?.install_id, look.now_ms())))?;
        let members = self.look(store::members)?;
        let gathered = self.gather(work, lang, &rules, now_ms)?;
        let made = work.join("archive.zip");
        let sources = Sources {
            folder: work,
            gathered: &gathered,
            lang,
            rules: &rules,
            shelf: &self.depot.shelf,
            install_id: &site,
            members: &members,
            now_ms,
        };
        let mut noted = Instant::now();
        let tell = |part: f64| self.note(&mut noted, READING + (part * (99 - READING) as f64) as i64);
        write::archive(&made, &sources, tell)?;
        let bytes = std::fs::metadata(&made)?.len();
        std::fs::rename(&made, self.depot.file(self.asked.id))?;
        Ok(bytes)
    }

    /// Reads every section into a file of its own, a leaf on each line: what is made of them needs no second look, and a
    /// great many things are never in memory together.
    fn gather(
        &self,
        work: &std::path::Path,
        lang: &'static Lang,
        rules: &Rules,
        now_ms: i64,
    ) -> Result<Vec<Gathered>> {
        let words = Words { lang, rules, now: Now::new(now_ms, &rules.time_zone) };
        let mut gathered = Vec::with_capacity(SECTIONS.len());
        let mut noted = Instant::now();
        for (number, section) in SECTIONS.iter().enumerate() {
            let mut file = BufWriter::new(File::create(work.join(section.key))?);
            let mut found =
                Gathered { key: section.key, title: (section.title)(lang), count: 0, pictures: 0, papers: 0 };
            let mut after = 0;
            loop {
                let leaves: Vec<Leaf> = self.look(|look| (section.gather)(look, &words, after, PAGE))?;
                let Some(last) = leaves.last() else { break };
                after = last.id;
                for leaf in &leaves {
                    serde_json::to_writer(&mut file, leaf).map_err(std::io::Error::from)?;
                    file.write_all(b"\n")?;
                    found.count += 1;
                    found.pictures += leaf.photos.len();
                    found.papers += leaf.papers.len();
                }
            }
            file.flush()?;
            gathered.push(found);
            self.note(&mut noted, (number as i64 + 1) * READING / SECTIONS.len() as i64)?;
        }
        Ok(gathered)
    }

    /// One look as the owner: what they see as people, whatever duties they hold.
    fn look<T>(&self, look: impl FnOnce(&Snapshot<'_>) -> Result<T>) -> Result<T> {
        self.runtime.block_on(self.db.read(&Viewer::themselves(self.asked.account), look))
    }

    /// Notes how far it is, now and then; ends where the box stops, or it is wanted no more.
    fn note(&self, noted: &mut Instant, percent: i64) -> Result<()> {
        if noted.elapsed() < NOTE_EVERY {
            return Ok(());
        }
        *noted = Instant::now();
        let (id, account) = (self.asked.id, self.asked.account);
        let the_box = Viewer::the_box();
        let write = self.db.write(&the_box, Act::NoteArchive, move |change| {
            change.touch(Topic::Notices(account), None);
            store::set_percent(change, id, percent)
        });
        if self.runtime.block_on(write)? == 0 { Err(Error::NotFound) } else { Ok(()) }
    }
}
