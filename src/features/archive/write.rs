//! Writing an archive from what was read: pages, data, photos, and the exchange form, straight into one zip file.

use super::diaspora::Exchange;
use super::leaf::{Leaf, Paper, Picture, iso};
use super::zip::Zip;
use super::{book_views as views, key};
use crate::base::{Result, Rules, secret};
use crate::features::photos::{Name, Shelf, Size};
use crate::lang::Lang;
use flate2::Compression;
use flate2::write::GzEncoder;
use std::collections::HashSet;
use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::Path;

/// Things on one page.
pub(super) const ON_PAGE: usize = 50;

/// A section that was read.
pub(super) struct Gathered {
    pub key: &'static str,
    pub title: &'static str,
    pub count: usize,
    pub pictures: usize,
    /// Files that are no pictures.
    pub papers: usize,
}

impl Gathered {
    /// How many pages it takes.
    pub(super) fn pages(&self) -> usize {
        self.count.div_ceil(ON_PAGE)
    }
}

/// What an archive is made from.
pub(super) struct Sources<'a> {
    /// Where each section lies, a leaf on each line.
    pub folder: &'a Path,
    pub gathered: &'a [Gathered],
    pub lang: &'static Lang,
    pub rules: &'a Rules,
    pub shelf: &'a Shelf,
    /// Of this box: what makes names of things its own.
    pub install_id: &'a str,
    /// Who is in which group of the owner's.
    pub members: &'a [(i64, String)],
    pub now_ms: i64,
}

impl Sources<'_> {
    /// The leaves of a section, one after the other.
    pub(super) fn leaves(&self, key: &str) -> io::Result<impl Iterator<Item = io::Result<Leaf>> + use<>> {
        let lines = BufReader::new(File::open(self.folder.join(key))?).lines();
        Ok(lines.map(|line| serde_json::from_str(&line?).map_err(io::Error::from)))
    }

    /// The only leaf of the profile.
    pub(super) fn profile(&self) -> io::Result<Leaf> {
        self.leaves("profile")?.next().unwrap_or_else(|| Ok(Leaf::default()))
    }

    /// Every picture in every section; some more than once.
    fn pictures(&self, mut each: impl FnMut(&Picture) -> io::Result<()>) -> io::Result<()> {
        for section in self.gathered.iter().filter(|section| section.pictures > 0) {
            for leaf in self.leaves(section.key)? {
                leaf?.photos.iter().try_for_each(&mut each)?;
            }
        }
        Ok(())
    }
}

/// Writes the archive; `tell` hears how much is done, from 0 to 1.
pub(super) fn archive(
    to: &Path,
    sources: &Sources<'_>,
    mut tell: impl FnMut(f64) -> Result<()>,
) -> Result<()> {
    let profile = sources.profile()?;
    let mut zip = Zip::new(BufWriter::with_capacity(256 * 1024, File::create(to)?));
    let index = views::index(sources, &profile).into_string();
    zip.file("index.html", true, |out| out.write_all(index.as_bytes()))?;
    zip.file("style.css", true, |out| out.write_all(views::STYLE.as_bytes()))?;
    for section in sources.gathered {
        pages(&mut zip, sources, section)?;
    }
    tell(0.1)?;
    zip.file("data.json", true, |out| data(out, sources))?;
    tell(0.2)?;
    let whole: usize = sources.gathered.iter().map(|section| section.pictures).sum();
    let (mut done, mut packed) = (0_usize, HashSet::new());
    let mut wanted = Ok(());
    sources.pictures(|picture| {
        done += 1;
        if wanted.is_ok() && packed.insert(picture.file.clone()) {
            shelved(&mut zip, sources.shelf, picture)?;
            wanted = tell(0.2 + 0.4 * done as f64 / whole as f64);
        }
        Ok(())
    })?;
    wanted?;
    papers(&mut zip, sources)?;
    tell(0.65)?;
    exchange(&mut zip, sources, &profile)?;
    let file = zip.finish()?.into_inner().map_err(io::IntoInnerError::into_error)?;
    file.sync_all()?;
    Ok(())
}

/// The pages of one section.
fn pages<W: Write>(zip: &mut Zip<W>, sources: &Sources<'_>, section: &Gathered) -> io::Result<()> {
    let mut leaves = sources.leaves(section.key)?;
    for number in 1..=section.pages() {
        let some: Vec<Leaf> = leaves.by_ref().take(ON_PAGE).collect::<io::Result<_>>()?;
        let page = views::page(sources, section, number, &some).into_string();
        zip.file(&views::page_name(section.key, number), true, |out| out.write_all(page.as_bytes()))?;
    }
    Ok(())
}

/// Everything for programs: one list a section.
fn data(out: &mut dyn Write, sources: &Sources<'_>) -> io::Result<()> {
    write!(
        out,
        "{{\"format\":\"courtyard-archive\",\"version\":1,\"made_at\":\"{}\",\"site\":",
        iso(sources.now_ms)
    )?;
    serde_json::to_writer(&mut *out, &sources.rules.site_name)?;
    for section in sources.gathered {
        write!(out, ",\n\"{}\":[", section.key)?;
        for (place, leaf) in sources.leaves(section.key)?.enumerate() {
            out.write_all(if place > 0 { b",\n" } else { b"\n" })?;
            serde_json::to_writer(&mut *out, &leaf?.data)?;
        }
        out.write_all(b"]")?;
    }
    out.write_all(b"}\n")
}

/// A picture from the shelf. One that is not there any more is left out: the rest is worth having.
fn shelved<W: Write>(zip: &mut Zip<W>, shelf: &Shelf, picture: &Picture) -> io::Result<()> {
    match largest(shelf, &picture.shelf) {
        Some((name, size)) => zip.stored(&picture.file, || shelf.open_size(&name, size)),
        None => Ok(()),
    }
}

/// The files that are no pictures, each copied from the shelf piece by piece. One that is not there any more is left out.
fn papers<W: Write>(zip: &mut Zip<W>, sources: &Sources<'_>) -> io::Result<()> {
    let mut paper = |paper: &Paper| {
        let path = Name::parse(&paper.shelf).map(|name| sources.shelf.file_path(&name));
        match path.filter(|path| path.is_file()) {
            Some(path) => zip.stored(&paper.file, || File::open(&path)),
            None => Ok(()),
        }
    };
    for section in sources.gathered.iter().filter(|section| section.papers > 0) {
        for leaf in sources.leaves(section.key)? {
            leaf?.papers.iter().try_for_each(&mut paper)?;
        }
    }
    Ok(())
}

/// The largest size in which a picture lies on the shelf.
fn largest(shelf: &Shelf, name: &str) -> Option<(Name, Size)> {
    let name = Name::parse(name)?;
    [Size::Large, Size::Face]
        .into_iter()
        .map(|size| (name, size))
        .find(|(name, size)| shelf.open_size(name, *size).is_ok())
}

/// The exchange form: the data, and a zip file of the photos under the names that the data give them.
fn exchange<W: Write>(zip: &mut Zip<W>, sources: &Sources<'_>, profile: &Leaf) -> Result<()> {
    let exchange = Exchange::new(sources, profile, key::new_private()?, key::Voucher::new()?)?;
    let (name, token) = (exchange.username(), data_encoding::HEXLOWER.encode(&secret::random::<16>()));
    zip.file(&format!("diaspora/diaspora_{name}_data_{token}.json.gz"), false, |out| {
        let mut squeezed = GzEncoder::new(out, Compression::default());
        exchange.write(&mut squeezed)?;
        squeezed.finish().map(drop)
    })?;
    zip.file(&format!("diaspora/diaspora_{name}_photos_{token}.zip"), false, |out| {
        let mut inner = Zip::new(out);
        for picture in &profile.photos {
            let named = Picture { file: exchange.picture_name(), ..picture.clone() };
            shelved(&mut inner, sources.shelf, &named)?;
        }
        for leaf in sources.leaves("photos")? {
            let leaf = leaf?;
            for picture in leaf.photos.iter().filter(|_| exchange.takes(&leaf)) {
                let named = Picture { file: exchange.photo_name(leaf.id), ..picture.clone() };
                shelved(&mut inner, sources.shelf, &named)?;
            }
        }
        inner.finish().map(drop)
    })?;
    Ok(())
}
