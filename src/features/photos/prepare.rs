//! Turns whatever a person sent into clean pictures in our sizes, or says plainly what is wrong.
//!
//! Everything is made anew from the pixels, so no byte of the sent file lives on: no EXIF, no GPS
//! position, no XMP, no thumbnail, no colour profile. Without its profile a wide-gamut photo
//! (Display P3 from many phones) is shown as sRGB: a little less vivid, never wrong enough to
//! mislead. Converting would cost more than the decoding does.

use std::fs::File;
use std::io::{self, BufReader, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use image::codecs::{gif::GifDecoder, jpeg::JpegDecoder, png::PngDecoder, webp::WebPDecoder};
use image::metadata::Orientation;
use image::{ImageDecoder, ImageError, Limits};
use jpeg_encoder::{ColorType, Encoder, SamplingFactor};

use super::header::{self, Kind};
use super::name::{Name, Size};
use super::pixels::{Pixels, Sheet};

/// The largest file that is read: 20 MB, about twice what phones of 2026 make.
pub const FILE_BYTES_MAX: u64 = 20_000_000;
/// The largest picture that is decoded: 50 megapixels, what the widest phone cameras make.
pub const PIXELS_MAX: u64 = 50_000_000;
/// The longest edge that is decoded, in pixels: a stitched panorama is near 16,000.
const EDGE_MAX: u32 = 30_000;
/// What one decoding may hold, in bytes: 50 megapixels in four channels, or as a progressive JPEG
/// with halved colour, which keeps all its coefficients.
const DECODING_BYTES_MAX: u64 = 320_000_000;
/// JPEG quality of what is kept, of 100: no difference to be seen at arm's length, a third of the
/// bytes of 95.
const QUALITY: u8 = 82;

/// Why a file did not become a photo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhotoProblem {
    /// The file has no bytes.
    Empty,
    /// The file is no picture, whatever it is called.
    NotAPicture,
    /// A picture, but of a kind that is not read here (HEIC, AVIF, TIFF, …).
    Unsupported,
    /// More than [`FILE_BYTES_MAX`].
    TooManyBytes,
    /// More than [`PIXELS_MAX`], or longer or heavier to decode than is allowed.
    TooManyPixels,
    /// It begins as a picture, but is cut off or broken.
    Damaged,
    /// The file could not be read from our own disk; not the sender's fault.
    Unreadable,
}

/// One size of a prepared photo.
#[derive(Clone, PartialEq, Eq)]
pub struct Picture {
    /// Which size it is.
    pub size: Size,
    /// Width in pixels, upright.
    pub width: u32,
    /// Height in pixels, upright.
    pub height: u32,
    /// The file: a JPEG without metadata.
    pub bytes: Vec<u8>,
}

/// A photo in all its sizes, largest first, not yet on the disk.
#[derive(Clone, PartialEq, Eq)]
pub struct Prepared {
    /// The name by content.
    pub name: Name,
    /// The sizes, largest first.
    pub pictures: Vec<Picture>,
}

impl std::fmt::Debug for Prepared {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let sizes = self
            .pictures
            .iter()
            .map(|picture| (picture.size, picture.width, picture.height, picture.bytes.len()));
        f.debug_struct("Prepared")
            .field("name", &self.name)
            .field("pictures", &sizes.collect::<Vec<_>>())
            .finish()
    }
}

/// The square that a person chose of their picture, in fractions of the upright picture. Figures
/// out of range are pushed inside.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Crop {
    /// Left edge, 0 to 1 of the width.
    pub left: f32,
    /// Upper edge, 0 to 1 of the height.
    pub top: f32,
    /// Side, 1/8 to 1 of the shorter edge.
    pub side: f32,
}

/// Reads the file and makes the sizes of a photo: [`Size::PHOTO`], each as it came where it is
/// smaller already.
///
/// 12 megapixels take 60 to 130 ms (a progressive JPEG 240 ms) and some 60 MB, and the allocator
/// may keep 30 MB more for a while (measured in release on an EPYC). Blocks: call it through the [`Workshop`](super::Workshop).
///
/// # Errors
/// A [`PhotoProblem`] that says what is wrong with the file. Never panics.
pub fn prepare(source: &Path) -> Result<Prepared, PhotoProblem> {
    guarded(|| {
        let (pixels, sampling) = read(source, Size::Large)?;
        make(pixels, sampling, &Size::PHOTO)
    })
}

/// Reads the file and makes the sizes of a profile picture: [`Size::SQUARE`], of the square `crop`,
/// or of the middle.
///
/// # Errors
/// As [`prepare`].
pub fn square(source: &Path, crop: Option<Crop>) -> Result<Prepared, PhotoProblem> {
    guarded(|| {
        let (pixels, sampling) = read(source, Size::Large)?;
        let short = pixels.width.min(pixels.height);
        let cut = match crop {
            None => pixels.cut((pixels.width - short) / 2, (pixels.height - short) / 2, short),
            Some(crop) => {
                // A float cast to an integer keeps inside and makes 0 of "not a number".
                let part = |fraction: f32, of: u32| (fraction.clamp(0.0, 1.0) * of as f32) as u32;
                let side = part(crop.side.max(0.125), short);
                pixels.cut(part(crop.left, pixels.width), part(crop.top, pixels.height), side)
            }
        };
        drop(pixels);
        make(cut.within(Size::Face.long_edge())?, sampling, &Size::SQUARE)
    })
}

/// The decoders promise not to panic on hostile bytes; if one breaks its promise, it is that
/// file that is refused.
fn guarded(work: impl FnOnce() -> Result<Prepared, PhotoProblem>) -> Result<Prepared, PhotoProblem> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or(Err(PhotoProblem::Damaged))
}

/// The file's picture, upright and within `size`. The full picture is let go in here.
fn read(source: &Path, size: Size) -> Result<(Pixels, SamplingFactor), PhotoProblem> {
    let mut file = File::open(source).map_err(unreadable)?;
    let bytes = file.metadata().map_err(unreadable)?.len();
    if bytes > FILE_BYTES_MAX {
        return Err(PhotoProblem::TooManyBytes);
    }
    let mut head = Vec::with_capacity(16);
    file.by_ref().take(16).read_to_end(&mut head).map_err(unreadable)?;
    if head.is_empty() {
        return Err(PhotoProblem::Empty);
    }
    let kind = header::kind(&head)?;
    // Opened anew, so that nothing depends on where the first reading stopped.
    let open = || File::open(source).map(BufReader::new).map_err(unreadable);
    // Photographs get halved colour; drawings and screenshots, which come lossless, keep it whole:
    // thin red lettering would blur.
    let (pixels, orientation, sampling) = match kind {
        Kind::Jpeg => jpeg(source).map(|(pixels, turn)| (pixels, turn, SamplingFactor::F_2_2))?,
        Kind::Png => {
            let decoder = PngDecoder::with_limits(open()?, limits()).map_err(problem)?;
            decoded(decoder).map(|(pixels, turn)| (pixels, turn, SamplingFactor::F_1_1))?
        }
        Kind::Gif => {
            let decoder = GifDecoder::new(open()?).map_err(problem)?;
            decoded(decoder).map(|(pixels, turn)| (pixels, turn, SamplingFactor::F_1_1))?
        }
        Kind::WebP => {
            let decoder = WebPDecoder::new(open()?).map_err(problem)?;
            decoded(decoder).map(|(pixels, turn)| (pixels, turn, SamplingFactor::F_2_2))?
        }
    };
    // Smaller first, turned after: a twelfth of the work, and the full picture is gone sooner.
    Ok((pixels.within(size.long_edge())?.upright(orientation)?, sampling))
}

/// Reads a JPEG, which wants a look at its markers first.
fn jpeg(source: &Path) -> Result<(Pixels, Orientation), PhotoProblem> {
    let bytes = std::fs::read(source).map_err(unreadable)?;
    let outline = header::jpeg_outline(&bytes)?;
    drop(bytes);
    if outline.misread() {
        return Err(PhotoProblem::Unsupported);
    }
    let file = File::open(source).map_err(unreadable)?;
    let decoder = JpegDecoder::new(BufReader::new(file)).map_err(problem)?;
    let (width, height) = decoder.dimensions();
    let samples = u64::from(width) * u64::from(height) * outline.components;
    // Two bytes a coefficient, beside the picture itself.
    if outline.holds_all() && samples * 2 + decoder.total_bytes() > DECODING_BYTES_MAX {
        return Err(PhotoProblem::TooManyPixels);
    }
    decoded(decoder)
}

/// Decodes after the header's figures were found to be within bounds.
fn decoded(mut decoder: impl ImageDecoder) -> Result<(Pixels, Orientation), PhotoProblem> {
    let (width, height) = decoder.dimensions();
    if width == 0 || height == 0 {
        return Err(PhotoProblem::Damaged);
    }
    let pixels = u64::from(width) * u64::from(height);
    let too_many = pixels > PIXELS_MAX || width > EDGE_MAX || height > EDGE_MAX;
    if too_many || decoder.total_bytes() > DECODING_BYTES_MAX {
        return Err(PhotoProblem::TooManyPixels);
    }
    decoder.set_limits(limits()).map_err(problem)?;
    // A picture whose metadata is broken is still a picture: it stays as it lies.
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let colour = decoder.color_type();
    let bytes = usize::try_from(decoder.total_bytes()).map_err(|_| PhotoProblem::TooManyPixels)?;
    let mut sheet = Sheet::new(bytes).ok_or(PhotoProblem::Unreadable)?;
    decoder.read_image(sheet.bytes_mut()).map_err(problem)?;
    Ok((Pixels::opaque(colour, width, height, sheet)?, orientation))
}

/// Encodes each size, every one from the one before.
fn make(mut pixels: Pixels, sampling: SamplingFactor, sizes: &[Size]) -> Result<Prepared, PhotoProblem> {
    let mut pictures: Vec<Picture> = Vec::with_capacity(sizes.len());
    let mut hasher = blake3::Hasher::new();
    for size in sizes {
        let smaller = pixels.shrunk(size.long_edge())?;
        let bytes = match (pictures.last(), smaller) {
            (Some(same), None) => same.bytes.clone(),
            (_, smaller) => {
                pixels = smaller.unwrap_or(pixels);
                encoded(&pixels, sampling)?
            }
        };
        hasher.update(size.word().as_bytes()).update(&(bytes.len() as u64).to_le_bytes()).update(&bytes);
        pictures.push(Picture { size: *size, width: pixels.width, height: pixels.height, bytes });
    }
    Ok(Prepared { name: Name::from_bytes(*hasher.finalize().as_bytes()), pictures })
}

/// A JPEG of these pixels and nothing else. Not with Huffman tables made to measure: with halved
/// colour the encoder then writes one pass for each channel, which our own decoder misreads.
fn encoded(pixels: &Pixels, sampling: SamplingFactor) -> Result<Vec<u8>, PhotoProblem> {
    let edge = |edge: u32| u16::try_from(edge).map_err(|_| PhotoProblem::TooManyPixels);
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, QUALITY);
    encoder.set_sampling_factor(sampling);
    let colour = if pixels.channels == 1 { ColorType::Luma } else { ColorType::Rgb };
    let done = encoder.encode(pixels.bytes(), edge(pixels.width)?, edge(pixels.height)?, colour);
    done.map_err(|_| PhotoProblem::Damaged)?;
    bytes.shrink_to_fit();
    Ok(bytes)
}

fn limits() -> Limits {
    let mut limits = Limits::no_limits();
    limits.max_image_width = Some(EDGE_MAX);
    limits.max_image_height = Some(EDGE_MAX);
    limits.max_alloc = Some(DECODING_BYTES_MAX);
    limits
}

fn unreadable(_: io::Error) -> PhotoProblem {
    PhotoProblem::Unreadable
}

fn problem(error: ImageError) -> PhotoProblem {
    match error {
        ImageError::Limits(_) => PhotoProblem::TooManyPixels,
        ImageError::Unsupported(_) => PhotoProblem::Unsupported,
        _ => PhotoProblem::Damaged,
    }
}

#[cfg(test)]
#[path = "prepare_tests.rs"]
mod tests;
