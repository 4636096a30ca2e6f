//! What a file says of itself before anything is decoded: its kind, and for a JPEG its outline.

use super::prepare::PhotoProblem;

/// Passes over one JPEG: real files have about ten, and each pass walks the whole picture, so many
/// small passes in one file are an attack on our time.
const SCANS_MAX: usize = 100;

/// The formats that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Jpeg,
    Png,
    Gif,
    WebP,
}

/// Tells the kind by the first bytes, never by a name or a declared type.
///
/// # Errors
/// `Unsupported` for pictures of kinds that are not read, `NotAPicture` for everything else.
pub(super) fn kind(bytes: &[u8]) -> Result<Kind, PhotoProblem> {
    match bytes {
        [0xff, 0xd8, 0xff, ..] => Ok(Kind::Jpeg),
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Ok(Kind::Png),
        [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => Ok(Kind::Gif),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Ok(Kind::WebP),
        // HEIC, AVIF and their kin; JPEG XL; TIFF and most raw formats; BMP; Photoshop.
        [_, _, _, _, b'f', b't', b'y', b'p', brand @ ..] if is_still_picture(brand) => {
            Err(PhotoProblem::Unsupported)
        }
        [0xff, 0x0a, ..] | [0, 0, 0, 0x0c, b'J', b'X', b'L', b' ', ..] => Err(PhotoProblem::Unsupported),
        [b'I', b'I', b'*', 0, ..] | [b'M', b'M', 0, b'*', ..] => Err(PhotoProblem::Unsupported),
        [b'B', b'M', _, _, _, _, 0, 0, 0, 0, ..] | [b'8', b'B', b'P', b'S', ..] => {
            Err(PhotoProblem::Unsupported)
        }
        _ => Err(PhotoProblem::NotAPicture),
    }
}

/// Whether an ISO base media file (`ftyp`) of this brand is a still picture and no film.
fn is_still_picture(brand: &[u8]) -> bool {
    const BRANDS: [&[u8]; 8] = [b"heic", b"heix", b"heim", b"heis", b"mif1", b"msf1", b"avif", b"avis"];
    BRANDS.iter().any(|known| brand.starts_with(known))
}

/// What the markers of a JPEG say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Outline {
    /// Passes over the picture. A baseline file has one, a progressive one about ten.
    scans: usize,
    /// Components (1 grey, 3 colour, 4 print).
    pub(super) components: u64,
    /// Whether its passes refine each other.
    progressive: bool,
    /// Whether some passes leave channels out.
    apart: bool,
    /// Whether some channels are coarser than others.
    sampled: bool,
}

impl Outline {
    /// Whether the decoder must hold every coefficient of the picture at once.
    pub(super) fn holds_all(&self) -> bool {
        self.progressive || self.apart
    }

    /// Whether the decoder would give wrong colours without saying so: zune-jpeg 0.5.15 does for
    /// sequential files with coarser colour and a pass for each channel. They are rare, and a plain
    /// refusal is better than a spoilt photo. A test draws such a file and will tell when it is read.
    pub(super) fn misread(&self) -> bool {
        !self.progressive && self.apart && self.sampled
    }
}

/// Walks the markers of a JPEG to its end-of-image marker, decoding nothing.
///
/// The decoder is lenient: it fills what is missing with grey. A cut-off upload must not become a
/// half-grey photo, so a file without its end is refused here.
///
/// # Errors
/// `Damaged` when the markers do not lead to an end, or through more passes than any real file has.
pub(super) fn jpeg_outline(bytes: &[u8]) -> Result<Outline, PhotoProblem> {
    let mut outline = Outline { scans: 0, components: 0, progressive: false, apart: false, sampled: false };
    let mut at = 2;
    loop {
        let marker = next_marker(bytes, &mut at).ok_or(PhotoProblem::Damaged)?;
        match marker {
            0xd9 if outline.scans > 0 && outline.components > 0 => return Ok(outline),
            0xd8 | 0xd9 => return Err(PhotoProblem::Damaged),
            // Restart markers inside a scan, and the one marker without a body.
            0x01 | 0xd0..=0xd7 => continue,
            _ => {}
        }
        let body = segment(bytes, &mut at).ok_or(PhotoProblem::Damaged)?;
        match marker {
            0xc0..=0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf => {
                outline.components = u64::from(*body.get(5).ok_or(PhotoProblem::Damaged)?);
                outline.progressive = marker == 0xc2;
                outline.sampled = body.iter().skip(7).step_by(3).any(|factors| *factors != 0x11);
            }
            0xda => {
                outline.scans += 1;
                if outline.scans > SCANS_MAX {
                    return Err(PhotoProblem::Damaged);
                }
                let in_scan = u64::from(*body.first().ok_or(PhotoProblem::Damaged)?);
                outline.apart |= in_scan < outline.components;
            }
            _ => {}
        }
    }
}

/// The next marker at or after `at`: passes over picture data, stuffed zeros and fill bytes.
fn next_marker(bytes: &[u8], at: &mut usize) -> Option<u8> {
    loop {
        let rest = bytes.get(*at..)?;
        let found = rest.iter().position(|byte| *byte == 0xff)?;
        *at += found + 1;
        match bytes.get(*at)? {
            0x00 => *at += 1,
            0xff => {}
            marker => {
                *at += 1;
                return Some(*marker);
            }
        }
    }
}

/// The body of the segment whose two length bytes stand at `at`.
fn segment<'b>(bytes: &'b [u8], at: &mut usize) -> Option<&'b [u8]> {
    let length = bytes.get(*at..*at + 2)?;
    let length = usize::from(u16::from_be_bytes([length[0], length[1]]));
    let body = bytes.get(*at + 2..*at + length.max(2))?;
    *at += length.max(2);
    Some(body)
}
