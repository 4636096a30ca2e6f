//! Every format, every turn, and everything that can be wrong with a file.

use std::io::Write;

use image::codecs::gif::GifEncoder;
use image::{DynamicImage, Frame, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};
use jpeg_encoder::{ColorType, Encoder};
use proptest::prelude::{any, prop, proptest};

use super::super::header;
use super::{Crop, FILE_BYTES_MAX, PhotoProblem, Prepared, prepare, square};
use crate::features::photos::Size;
use crate::features::photos::corpus::{
    BLUE, GREEN, RED, YELLOW, bomb, jpeg, progressive, quarters, with_exif, written,
};

fn asked<T>(bytes: &[u8], ask: impl FnOnce(&std::path::Path) -> T) -> T {
    let mut file = tempfile::Builder::new().suffix(".wrong").tempfile().expect("a file");
    file.write_all(bytes).expect("written");
    file.flush().expect("written");
    ask(file.path())
}

fn prepared(bytes: &[u8]) -> Result<Prepared, PhotoProblem> {
    asked(bytes, prepare)
}

fn pixels(photo: &Prepared, size: Size) -> RgbImage {
    let picture = photo.pictures.iter().find(|picture| picture.size == size).expect("this size");
    let image = image::load_from_memory_with_format(&picture.bytes, ImageFormat::Jpeg).expect("a JPEG");
    assert_eq!((image.width(), image.height()), (picture.width, picture.height));
    image.to_rgb8()
}

/// The colours in the middles of the four quarters.
fn corners(image: &RgbImage) -> [[u8; 3]; 4] {
    let (width, height) = image.dimensions();
    [(1, 1), (3, 1), (1, 3), (3, 3)].map(|(x, y)| image.get_pixel(width * x / 4, height * y / 4).0)
}

fn alike(seen: [[u8; 3]; 4], wanted: [[u8; 3]; 4], within: u8) {
    let pairs = seen.iter().flatten().zip(wanted.iter().flatten());
    assert!(
        pairs.into_iter().all(|(seen, wanted)| seen.abs_diff(*wanted) <= within),
        "{seen:?} is not {wanted:?}"
    );
}

/// Walks a JPEG's markers: only what a decoder needs may be there.
fn says_nothing_but_pixels(bytes: &[u8]) {
    let mut at = 2;
    loop {
        assert_eq!(bytes[at], 0xff);
        let marker = bytes[at + 1];
        let length = usize::from(u16::from_be_bytes([bytes[at + 2], bytes[at + 3]]));
        assert!(matches!(marker, 0xe0 | 0xdb | 0xc0 | 0xc4 | 0xda), "marker {marker:x}");
        if marker == 0xe0 {
            assert_eq!((&bytes[at + 4..at + 9], length), (&b"JFIF\0"[..], 16));
        }
        if marker == 0xda {
            return;
        }
        at += 2 + length;
    }
}

#[test]
fn every_format_is_read_by_its_content_and_made_a_jpeg() {
    let image = quarters(640, 480);
    let sent = [
        jpeg(640, 480),
        progressive(640, 480),
        written(image.clone(), ImageFormat::Png),
        written(image.clone(), ImageFormat::WebP),
        written(image, ImageFormat::Gif),
    ];
    for (index, bytes) in sent.iter().enumerate() {
        let photo = prepared(bytes).expect("a photo");
        let sizes: Vec<_> =
            photo.pictures.iter().map(|picture| (picture.size, picture.width, picture.height)).collect();
        assert_eq!(
            sizes,
            [(Size::Large, 640, 480), (Size::Medium, 640, 480), (Size::Small, 400, 300)],
            "{index}"
        );
        for size in Size::PHOTO {
            alike(corners(&pixels(&photo, size)), [RED, GREEN, BLUE, YELLOW], 14);
        }
        for picture in &photo.pictures {
            says_nothing_but_pixels(&picture.bytes);
        }
    }
}

#[test]
fn a_large_photo_comes_in_three_sizes_and_a_small_one_is_never_made_larger() {
    let dimensions =
        |photo: Prepared| photo.pictures.iter().map(|it| (it.width, it.height)).collect::<Vec<_>>();
    assert_eq!(
        dimensions(prepared(&jpeg(4000, 3000)).expect("a photo")),
        [(2048, 1536), (1024, 768), (400, 300)]
    );
    assert_eq!(
        dimensions(prepared(&jpeg(900, 2500)).expect("a photo")),
        [(737, 2048), (369, 1024), (144, 400)]
    );
    assert_eq!(dimensions(prepared(&jpeg(30, 20)).expect("a photo")), [(30, 20); 3]);
    assert_eq!(dimensions(prepared(&jpeg(1, 1)).expect("a photo")), [(1, 1); 3]);
    assert_eq!(dimensions(prepared(&jpeg(20_000, 2)).expect("a photo")), [(2048, 1), (1024, 1), (400, 1)]);
}

#[test]
fn bands_of_a_tall_picture_meet_without_a_seam() {
    let slope = RgbImage::from_fn(64, 4000, |_, y| Rgb([(y * 255 / 3999) as u8; 3]));
    let photo = prepared(&written(slope, ImageFormat::Png)).expect("a photo");
    let large = pixels(&photo, Size::Large);
    for y in 1..large.height() {
        let step = i32::from(large.get_pixel(9, y)[0]) - i32::from(large.get_pixel(9, y - 1)[0]);
        assert!((-2..=3).contains(&step), "row {y}: {step}");
    }
}

#[test]
fn all_eight_turns_come_out_upright() {
    let upright = [RED, GREEN, BLUE, YELLOW];
    // How a camera held that way lays the quarters down.
    let turns: [fn(&RgbImage) -> RgbImage; 8] = [
        Clone::clone,
        image::imageops::flip_horizontal,
        image::imageops::rotate180,
        image::imageops::flip_vertical,
        |image| image::imageops::flip_horizontal(&image::imageops::rotate90(image)),
        image::imageops::rotate270,
        |image| image::imageops::flip_horizontal(&image::imageops::rotate270(image)),
        image::imageops::rotate90,
    ];
    for (orientation, laid) in (1_u16..).zip(turns) {
        let image = laid(&quarters(600, 300));
        let mut bytes = Vec::new();
        Encoder::new(&mut bytes, 95)
            .encode(image.as_raw(), image.width() as u16, image.height() as u16, ColorType::Rgb)
            .expect("encoded");
        let photo = prepared(&with_exif(&bytes, orientation)).expect("a photo");
        assert_eq!((photo.pictures[0].width, photo.pictures[0].height), (600, 300), "{orientation}");
        alike(corners(&pixels(&photo, Size::Small)), upright, 14);
    }
    for strange in [0, 9, 77, 6 << 8] {
        let photo = prepared(&with_exif(&jpeg(600, 300), strange)).expect("a photo");
        alike(corners(&pixels(&photo, Size::Large)), upright, 14);
    }
}

#[test]
fn no_position_and_no_camera_survives() {
    let sent = with_exif(&jpeg(640, 480), 1);
    let holds = |bytes: &[u8], word: &[u8]| bytes.windows(word.len()).any(|at| at == word);
    let place: Vec<u8> = [52_u32, 1, 31, 1, 12, 1].iter().flat_map(|part| part.to_be_bytes()).collect();
    let traces = [&b"Exif"[..], b"SpyCam7", b"SECRET-PLACE", b"ns.adobe.com", &place];
    for trace in traces {
        assert!(holds(&sent, trace), "the sent file has it");
    }
    let photo = prepared(&sent).expect("a photo");
    for picture in &photo.pictures {
        says_nothing_but_pixels(&picture.bytes);
        for trace in traces {
            assert!(!holds(&picture.bytes, trace));
        }
    }
    assert_eq!(photo.name, prepared(&jpeg(640, 480)).expect("a photo").name, "only pixels make the name");
}

#[test]
fn what_is_see_through_is_laid_on_white() {
    let drawing = RgbaImage::from_fn(64, 64, |x, y| match (x < 32, y < 32) {
        (true, true) => Rgba([0, 0, 0, 0]),
        (false, true) => Rgba([0, 0, 0, 128]),
        (true, false) => Rgba([200, 0, 0, 255]),
        (false, false) => Rgba([10, 200, 10, 0]),
    });
    let wanted = [[255; 3], [127; 3], [200, 0, 0], [255; 3]];
    let wide = DynamicImage::ImageRgba8(drawing.clone()).to_rgba16();
    for image in [DynamicImage::from(drawing), DynamicImage::from(wide)] {
        let photo = prepared(&written(image, ImageFormat::Png)).expect("a photo");
        alike(corners(&pixels(&photo, Size::Large)), wanted, 6);
    }
}

#[test]
fn deep_grey_and_printers_colours_are_read() {
    let image = DynamicImage::from(quarters(64, 64));
    let deep = prepared(&written(image.to_rgb16(), ImageFormat::Png)).expect("16 bits");
    alike(corners(&pixels(&deep, Size::Large)), [RED, GREEN, BLUE, YELLOW], 6);
    let greys = corners(&DynamicImage::from(image.to_luma8()).to_rgb8());
    for grey in [
        DynamicImage::from(image.to_luma8()),
        image.to_luma16().into(),
        image.to_luma_alpha8().into(),
        image.to_luma_alpha16().into(),
    ] {
        let photo = prepared(&written(grey, ImageFormat::Png)).expect("grey");
        alike(corners(&pixels(&photo, Size::Large)), greys, 4);
    }
    let ink = |pixel: &Rgb<u8>| [255 - pixel[0], 255 - pixel[1], 255 - pixel[2], 0];
    let inks: Vec<u8> = quarters(64, 64).pixels().flat_map(ink).collect();
    for colour in [ColorType::Cmyk, ColorType::CmykAsYcck] {
        let mut bytes = Vec::new();
        Encoder::new(&mut bytes, 95).encode(&inks, 64, 64, colour).expect("encoded");
        let photo = prepared(&bytes).expect("a printer's picture");
        alike(corners(&pixels(&photo, Size::Large)), [RED, GREEN, BLUE, YELLOW], 20);
    }
    let mut grey = Vec::new();
    Encoder::new(&mut grey, 90).encode(&[90; 64 * 64], 64, 64, ColorType::Luma).expect("encoded");
    alike(corners(&pixels(&prepared(&grey).expect("grey"), Size::Large)), [[90; 3]; 4], 3);
}

#[test]
fn of_a_moving_picture_the_first_frame_is_kept() {
    let mut bytes = Vec::new();
    let mut encoder = GifEncoder::new(&mut bytes);
    let frame = |colour: [u8; 3]| {
        Frame::new(RgbaImage::from_pixel(40, 40, Rgba([colour[0], colour[1], colour[2], 255])))
    };
    encoder.encode_frames([RED, GREEN, BLUE].map(frame)).expect("encoded");
    drop(encoder);
    alike(corners(&pixels(&prepared(&bytes).expect("a photo"), Size::Large)), [RED; 4], 6);
}

#[test]
fn a_huge_claim_is_refused_by_the_header() {
    let too_large = [
        bomb(60_000, 60_000),
        bomb(0x7fff_ffff, 0x7fff_ffff),
        bomb(40_000, 1),
        bomb(1, 40_000),
        bomb(7072, 7072),
        {
            let mut bytes = jpeg(8, 8);
            let at = bytes.windows(2).position(|at| at == [0xff, 0xc0]).expect("a frame header");
            bytes[at + 5..at + 9].copy_from_slice(&[0xff, 0xff, 0xff, 0xff]);
            bytes
        },
        {
            let mut bytes = written(quarters(8, 8), ImageFormat::Gif);
            bytes[6..10].copy_from_slice(&[0xff; 4]);
            bytes
        },
    ];
    for (index, bytes) in too_large.iter().enumerate() {
        assert_eq!(prepared(bytes), Err(PhotoProblem::TooManyPixels), "{index}");
    }
    assert_eq!(prepared(&bomb(7071, 7071)), Err(PhotoProblem::Damaged), "within bounds, but not there");
    assert_eq!(prepared(&bomb(0, 9)), Err(PhotoProblem::Damaged));
}

#[test]
fn a_file_too_large_is_refused_unread() {
    let file = tempfile::NamedTempFile::new().expect("a file");
    file.as_file().set_len(FILE_BYTES_MAX + 1).expect("stretched");
    assert_eq!(prepare(file.path()), Err(PhotoProblem::TooManyBytes));
}

#[test]
fn what_is_no_picture_is_told_so() {
    for no_picture in
        [&b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>"[..], b"<html><img src=x>", b"%PDF-1.7", b"MZ", b"\0"]
    {
        assert_eq!(prepared(no_picture), Err(PhotoProblem::NotAPicture));
    }
    let film = b"\0\0\0\x18ftypisom\0\0\0\0isommp42";
    assert_eq!(prepared(film), Err(PhotoProblem::NotAPicture));
    for other in [
        &b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"[..],
        b"\0\0\0\x1cftypavif\0\0\0\0",
        b"II*\0\x08\0\0\0",
        b"BM\x46\0\0\0\0\0\0\0\x36\0",
    ] {
        assert_eq!(prepared(other), Err(PhotoProblem::Unsupported));
    }
    assert_eq!(prepared(b""), Err(PhotoProblem::Empty));
    assert_eq!(prepare(std::path::Path::new("/nowhere/at/all")), Err(PhotoProblem::Unreadable));
}

#[test]
fn a_cut_off_file_is_damaged_wherever_it_ends() {
    let image = quarters(200, 160);
    let sent = [
        ("jpeg", with_exif(&jpeg(200, 160), 6)),
        ("progressive", progressive(200, 160)),
        ("png", written(image.clone(), ImageFormat::Png)),
        ("webp", written(image.clone(), ImageFormat::WebP)),
        ("gif", written(image, ImageFormat::Gif)),
    ];
    for (kind, bytes) in sent {
        // The last chunk of a PNG and the last byte of a GIF hold no pixels.
        let pixels_end = bytes.len() - if kind == "png" { 13 } else { 2 };
        for end in (16..pixels_end).step_by(pixels_end / 97 + 1) {
            assert_eq!(prepared(&bytes[..end]), Err(PhotoProblem::Damaged), "{kind} cut at {end}");
        }
    }
}

#[test]
fn a_jpeg_of_endless_passes_is_refused_before_they_are_made() {
    let bytes = progressive(64, 64);
    let scan = bytes.windows(2).position(|at| at == [0xff, 0xda]).expect("a scan");
    let end = bytes.len() - 2;
    let many = [&bytes[..scan], &bytes[scan..end].repeat(60), &bytes[end..]].concat();
    assert!(header::jpeg_outline(&bytes).is_ok());
    assert_eq!(header::jpeg_outline(&many), Err(PhotoProblem::Damaged));
    assert_eq!(prepared(&many), Err(PhotoProblem::Damaged));
}

#[test]
fn a_jpeg_that_the_decoder_misreads_is_refused() {
    let image = quarters(64, 64);
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, 90);
    encoder.set_sampling_factor(jpeg_encoder::SamplingFactor::F_2_2);
    encoder.set_optimized_huffman_tables(true);
    encoder.encode(image.as_raw(), 64, 64, ColorType::Rgb).expect("encoded");
    assert_eq!(prepared(&bytes), Err(PhotoProblem::Unsupported));
    let seen = image::load_from_memory(&bytes).expect("decoded").to_rgb8();
    assert!(corners(&seen)[0][0].abs_diff(RED[0]) > 100, "the decoder reads it now: refuse it no longer");
}

#[test]
fn a_profile_picture_is_the_middle_or_what_was_chosen() {
    let bytes = jpeg(900, 600);
    let middle = asked(&bytes, |path| square(path, None)).expect("a face");
    let sizes: Vec<_> = middle.pictures.iter().map(|it| (it.size, it.width, it.height)).collect();
    assert_eq!(sizes, [(Size::Face, 256, 256), (Size::Badge, 96, 96)]);
    alike(corners(&pixels(&middle, Size::Badge)), [RED, GREEN, BLUE, YELLOW], 14);
    let chosen = Crop { left: 0.6, top: 0.6, side: 0.3 };
    let corner = asked(&bytes, |path| square(path, Some(chosen))).expect("a face");
    assert_eq!(corner.pictures[0].width, 180);
    alike(corners(&pixels(&corner, Size::Face)), [YELLOW; 4], 14);
    for odd in [f32::NAN, f32::INFINITY, -5.0, 99.0] {
        let crop = Crop { left: odd, top: odd, side: odd };
        assert!(asked(&bytes, |path| square(path, Some(crop))).is_ok());
    }
    let tiny = asked(&jpeg(40, 30), |path| square(path, None)).expect("a face");
    assert_eq!((tiny.pictures[0].width, tiny.pictures[1].width), (30, 30));
}

proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { cases: 256, failure_persistence: None, ..Default::default() })]

    #[test]
    fn no_changed_byte_makes_it_panic(
        kind in 0_usize..5,
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
        end in any::<prop::sample::Index>(),
        cut in any::<bool>(),
    ) {
        let image = quarters(48, 40);
        let mut bytes = match kind {
            0 => with_exif(&jpeg(48, 40), 5),
            1 => progressive(48, 40),
            2 => written(image, ImageFormat::Png),
            3 => written(image, ImageFormat::WebP),
            _ => written(image, ImageFormat::Gif),
        };
        for (at, value) in changes {
            let at = at.index(bytes.len());
            bytes[at] = value;
        }
        if cut {
            bytes.truncate(end.index(bytes.len()));
        }
        if let Ok(photo) = prepared(&bytes) {
            for picture in &photo.pictures {
                assert!(picture.width.max(picture.height) <= picture.size.long_edge());
                says_nothing_but_pixels(&picture.bytes);
            }
        }
    }
}
