//! Pixels in memory: eight bits, grey or colour, never see-through; made smaller, turned, cut.

use fast_image_resize as fir;
use image::metadata::Orientation;
use image::{ColorType, DynamicImage, GrayImage, RgbImage};
use memmap2::MmapMut;

use super::prepare::PhotoProblem;

/// Output rows made at a time. The resizer keeps a strip as high as the input it reads for them;
/// 256 rows keep that strip to some 5 MB for a 12-megapixel photo, where the whole would be 18 MB.
const BAND_ROWS: u32 = 256;

/// Memory for a full picture, straight from the system, so that it goes back at once. The allocator
/// keeps such blocks a while for the next: with 16 photos in a row the process then peaked at 97 to
/// 134 MB and stayed at 85 MB.
pub(super) struct Sheet {
    memory: MmapMut,
    length: usize,
}

impl Sheet {
    /// So many bytes, all zero; `None` when the system has no memory left.
    pub(super) fn new(length: usize) -> Option<Self> {
        Some(Self { memory: MmapMut::map_anon(length.max(1)).ok()?, length })
    }

    /// The bytes, to be filled.
    pub(super) fn bytes_mut(&mut self) -> &mut [u8] {
        &mut self.memory[..self.length]
    }
}

enum Storage {
    Full(Sheet),
    Small(Vec<u8>),
}

/// A picture of eight bits a channel without transparency.
pub(super) struct Pixels {
    pub(super) width: u32,
    pub(super) height: u32,
    /// 1 for grey, 3 for red, green and blue.
    pub(super) channels: usize,
    storage: Storage,
}

impl Pixels {
    /// Takes what a decoder gave, in place: sixteen bits become eight, and transparency is laid on
    /// white.
    ///
    /// On white, because every size is a JPEG: one format and one ending for all photos, no large
    /// lossless files, and nothing that looks different on a dark page. White is what the paint
    /// programs show behind such a drawing, and black strokes stay readable on it.
    ///
    /// # Errors
    /// `Unsupported` for a layout that none of the four formats gives.
    pub(super) fn opaque(
        colour: ColorType,
        width: u32,
        height: u32,
        mut sheet: Sheet,
    ) -> Result<Self, PhotoProblem> {
        let (channels, alpha, wide) = match colour {
            ColorType::L8 => (1, false, false),
            ColorType::La8 => (1, true, false),
            ColorType::Rgb8 => (3, false, false),
            ColorType::Rgba8 => (3, true, false),
            ColorType::L16 => (1, false, true),
            ColorType::La16 => (1, true, true),
            ColorType::Rgb16 => (3, false, true),
            ColorType::Rgba16 => (3, true, true),
            _ => return Err(PhotoProblem::Unsupported),
        };
        match (alpha, wide) {
            (false, false) => {}
            (_, false) => sheet.length = squeeze::<1>(sheet.bytes_mut(), channels, alpha),
            (_, true) => sheet.length = squeeze::<2>(sheet.bytes_mut(), channels, alpha),
        }
        Ok(Self { width, height, channels, storage: Storage::Full(sheet) })
    }

    /// The bytes, row by row.
    pub(super) fn bytes(&self) -> &[u8] {
        match &self.storage {
            Storage::Full(sheet) => &sheet.memory[..sheet.length],
            Storage::Small(bytes) => bytes,
        }
    }

    /// This picture with a long edge of at most `long_edge` pixels; itself where it fits already.
    pub(super) fn within(self, long_edge: u32) -> Result<Self, PhotoProblem> {
        match self.shrunk(long_edge)? {
            Some(smaller) => Ok(smaller),
            None => Ok(self),
        }
    }

    /// A smaller copy with a long edge of `long_edge` pixels; `None` where it fits already.
    pub(super) fn shrunk(&self, long_edge: u32) -> Result<Option<Self>, PhotoProblem> {
        let longest = self.width.max(self.height);
        if longest <= long_edge {
            return Ok(None);
        }
        let edge = |edge: u32| {
            let scaled = (f64::from(edge) * f64::from(long_edge) / f64::from(longest)).round();
            (scaled as u32).clamp(1, long_edge)
        };
        self.scaled(edge(self.width), edge(self.height)).map(Some)
    }

    fn scaled(&self, width: u32, height: u32) -> Result<Self, PhotoProblem> {
        let kind = if self.channels == 1 { fir::PixelType::U8 } else { fir::PixelType::U8x3 };
        let source =
            fir::images::ImageRef::new(self.width, self.height, self.bytes(), kind).map_err(broken)?;
        let row_bytes = width as usize * self.channels;
        let mut bytes = vec![0; row_bytes * height as usize];
        let step = f64::from(self.height) / f64::from(height);
        let mut resizer = fir::Resizer::new();
        for (band, rows) in (0_u32..).zip(bytes.chunks_mut(row_bytes * BAND_ROWS as usize)) {
            let count = (rows.len() / row_bytes) as u32;
            let top = f64::from(band * BAND_ROWS) * step;
            // The product may pass the edge by a rounding error, which the resizer would refuse.
            let tall = (f64::from(count) * step).min(f64::from(self.height) - top);
            let options = fir::ResizeOptions::new()
                .resize_alg(fir::ResizeAlg::Convolution(fir::FilterType::CatmullRom))
                .crop(0.0, top, f64::from(self.width), tall);
            let mut target = fir::images::Image::from_slice_u8(width, count, rows, kind).map_err(broken)?;
            resizer.resize(&source, &mut target, &options).map_err(broken)?;
        }
        Ok(Self { width, height, channels: self.channels, storage: Storage::Small(bytes) })
    }

    /// The picture turned and mirrored as its camera said.
    pub(super) fn upright(self, orientation: Orientation) -> Result<Self, PhotoProblem> {
        if orientation == Orientation::NoTransforms {
            return Ok(self);
        }
        let (width, height, channels) = (self.width, self.height, self.channels);
        let bytes = match self.storage {
            Storage::Full(_) => self.bytes().to_vec(),
            Storage::Small(bytes) => bytes,
        };
        let mut image = if channels == 1 {
            GrayImage::from_raw(width, height, bytes).map(DynamicImage::ImageLuma8)
        } else {
            RgbImage::from_raw(width, height, bytes).map(DynamicImage::ImageRgb8)
        }
        .ok_or(PhotoProblem::Damaged)?;
        image.apply_orientation(orientation);
        Ok(Self {
            width: image.width(),
            height: image.height(),
            channels,
            storage: Storage::Small(image.into_bytes()),
        })
    }

    /// A copy of the square of `side` pixels whose corner is at `left`, `top`; pushed and cut so
    /// that it lies inside.
    pub(super) fn cut(&self, left: u32, top: u32, side: u32) -> Self {
        let side = side.clamp(1, self.width.min(self.height).max(1));
        let left = left.min(self.width - side) as usize;
        let top = top.min(self.height - side) as usize;
        let row = self.width as usize * self.channels;
        let wanted = side as usize * self.channels;
        let rows = self.bytes().chunks_exact(row).skip(top).take(side as usize);
        let bytes = rows.flat_map(|row| &row[left * self.channels..][..wanted]).copied().collect();
        Self { width: side, height: side, channels: self.channels, storage: Storage::Small(bytes) }
    }
}

/// The resizer refuses only sizes that do not fit their buffers; ours come from a decoder.
fn broken<E>(_: E) -> PhotoProblem {
    PhotoProblem::Damaged
}

/// Packs pixels of `WIDE` bytes a sample into one byte a sample, front to back in the same memory:
/// what is written never overtakes what is still to be read. Tells the new length.
fn squeeze<const WIDE: usize>(bytes: &mut [u8], channels: usize, alpha: bool) -> usize {
    let stride = (channels + usize::from(alpha)) * WIDE;
    let sample = |bytes: &[u8], at: usize| match WIDE {
        1 => u32::from(bytes[at]),
        // 65535 / 255 = 257 exactly; half of it rounds.
        _ => (u32::from(u16::from_ne_bytes([bytes[at], bytes[at + 1]])) + 128) / 257,
    };
    let pixels = bytes.len() / stride;
    for pixel in 0..pixels {
        let from = pixel * stride;
        let cover = if alpha { sample(bytes, from + channels * WIDE) } else { 255 };
        for channel in 0..channels {
            let ink = sample(bytes, from + channel * WIDE);
            bytes[pixel * channels + channel] = ((ink * cover + 255 * (255 - cover) + 127) / 255) as u8;
        }
    }
    pixels * channels
}
