//! Pictures that people attach: real files, drawn here.

use std::io::Cursor;

/// A picture of a heron: its file name and colour.
pub const HERON: (&str, [u8; 3]) = ("heron.jpg", [90, 140, 200]);
/// A picture of a fox.
pub const FOX: (&str, [u8; 3]) = ("fox.jpg", [210, 110, 40]);

/// The bytes of a JPEG of that colour, 64 by 48 pixels.
pub fn picture(colour: [u8; 3]) -> Vec<u8> {
    let drawn = image::RgbImage::from_fn(64, 48, |x, y| {
        image::Rgb([colour[0], colour[1].wrapping_add((x / 8) as u8), colour[2].wrapping_sub((y / 8) as u8)])
    });
    let mut bytes = Cursor::new(Vec::new());
    drawn.write_to(&mut bytes, image::ImageFormat::Jpeg).unwrap();
    bytes.into_inner()
}
