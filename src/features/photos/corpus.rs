//! The pictures that the tests send: drawn in code, so that each says what is special about it.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use jpeg_encoder::{ColorType, Encoder};

pub(super) const RED: [u8; 3] = [220, 30, 30];
pub(super) const GREEN: [u8; 3] = [30, 180, 40];
pub(super) const BLUE: [u8; 3] = [30, 40, 210];
pub(super) const YELLOW: [u8; 3] = [230, 220, 30];

/// Four quarters: red, green over blue, yellow.
pub(super) fn quarters(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        Rgb(match (x < width / 2, y < height / 2) {
            (true, true) => RED,
            (false, true) => GREEN,
            (true, false) => BLUE,
            (false, false) => YELLOW,
        })
    })
}

pub(super) fn written(image: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    image.into().write_to(&mut bytes, format).expect("encoded");
    bytes.into_inner()
}

pub(super) fn jpeg(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let encoder = Encoder::new(&mut bytes, 95);
    encoder
        .encode(quarters(width, height).as_raw(), width as u16, height as u16, ColorType::Rgb)
        .expect("encoded");
    bytes
}

pub(super) fn progressive(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, 90);
    encoder.set_progressive(true);
    encoder
        .encode(quarters(width, height).as_raw(), width as u16, height as u16, ColorType::Rgb)
        .expect("encoded");
    bytes
}

/// EXIF with an orientation and a position: 52° 31′ 12″ N, and a camera's name.
pub(super) fn exif(orientation: u16) -> Vec<u8> {
    let mut tiff = b"MM\0*\0\0\0\x08\0\x03".to_vec();
    let mut entry = |tag: u16, kind: u16, count: u32, value: [u8; 4]| {
        tiff.extend([&tag.to_be_bytes()[..], &kind.to_be_bytes(), &count.to_be_bytes(), &value].concat());
    };
    entry(0x010f, 2, 8, 50_u32.to_be_bytes());
    entry(0x0112, 3, 1, [(orientation >> 8) as u8, orientation as u8, 0, 0]);
    entry(0x8825, 4, 1, 58_u32.to_be_bytes());
    tiff.extend(0_u32.to_be_bytes());
    tiff.extend(b"SpyCam7\0");
    tiff.extend(2_u16.to_be_bytes());
    tiff.extend([&1_u16.to_be_bytes()[..], &2_u16.to_be_bytes(), &2_u32.to_be_bytes(), b"N\0\0\0"].concat());
    tiff.extend(
        [&2_u16.to_be_bytes()[..], &5_u16.to_be_bytes(), &3_u32.to_be_bytes(), &88_u32.to_be_bytes()]
            .concat(),
    );
    tiff.extend(0_u32.to_be_bytes());
    for part in [52_u32, 1, 31, 1, 12, 1] {
        tiff.extend(part.to_be_bytes());
    }
    tiff
}

/// A JPEG with its metadata put in after the first marker.
pub(super) fn with_exif(jpeg: &[u8], orientation: u16) -> Vec<u8> {
    let body = [b"Exif\0\0".to_vec(), exif(orientation)].concat();
    let xmp = [&b"http://ns.adobe.com/xap/1.0/\0"[..], b"<x:xmpmeta>SECRET-PLACE</x:xmpmeta>"].concat();
    let mut bytes = jpeg[..2].to_vec();
    for segment in [body, xmp] {
        bytes.extend([0xff, 0xe1]);
        bytes.extend((segment.len() as u16 + 2).to_be_bytes());
        bytes.extend(segment);
    }
    bytes.extend(&jpeg[2..]);
    bytes
}

/// A PNG that claims to be this large and has no pixels to show for it.
pub(super) fn bomb(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = written(quarters(8, 8), ImageFormat::Png);
    bytes[16..20].copy_from_slice(&width.to_be_bytes());
    bytes[20..24].copy_from_slice(&height.to_be_bytes());
    let mut sum = flate2::Crc::new();
    sum.update(&bytes[12..29]);
    bytes[29..33].copy_from_slice(&sum.sum().to_be_bytes());
    bytes
}
