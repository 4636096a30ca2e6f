//! Pictures that the demonstration draws itself: hills in the haze, and shapes on paper.

use super::dice::Dice;
use crate::base::{Error, Result};
use jpeg_encoder::{ColorType, Encoder};

/// Quality of the JPEG files, as a phone writes them.
const QUALITY: u8 = 88;

/// A picture as a JPEG file, as a phone would send it: a landscape or a drawing of shapes.
///
/// # Errors
/// `Broken` where a side is 0 or above 65,535 pixels.
pub fn jpeg(seed: u64, width: u32, height: u32, landscape: bool) -> Result<Vec<u8>> {
    let mut dice = Dice::new(seed);
    let pixels = if landscape { hills(&mut dice, width, height) } else { shapes(&mut dice, width, height) };
    let side = |pixels: u32| u16::try_from(pixels).map_err(|_| Error::Broken("a picture too large".into()));
    let mut file = Vec::new();
    Encoder::new(&mut file, QUALITY)
        .encode(&pixels, side(width)?, side(height)?, ColorType::Rgb)
        .map_err(|error| Error::Broken(format!("drawing: {error}")))?;
    Ok(file)
}

type Colour = [f32; 3];

/// Upper sky, lower sky, the nearest ridge; those behind fade into the lower sky.
const LIGHTS: &[(Colour, Colour, Colour)] = &[
    ([96.0, 152.0, 205.0], [228.0, 236.0, 238.0], [34.0, 66.0, 60.0]),
    ([58.0, 62.0, 110.0], [250.0, 170.0, 110.0], [30.0, 24.0, 44.0]),
    ([150.0, 178.0, 190.0], [244.0, 228.0, 208.0], [62.0, 74.0, 52.0]),
    ([22.0, 34.0, 70.0], [120.0, 140.0, 180.0], [8.0, 14.0, 26.0]),
];

fn hills(dice: &mut Dice, width: u32, height: u32) -> Vec<u8> {
    let (upper, lower, near) = dice.pick(LIGHTS);
    let ridges = ridges(dice, width, height);
    let (sun_x, sun_y) = (dice.fraction() * width as f32, (0.1 + 0.3 * dice.fraction()) * height as f32);
    let sun = (0.03 + 0.04 * dice.fraction()) * width as f32;
    let mut pixels = Vec::with_capacity(width as usize * height as usize * 3);
    for y in 0..height {
        let sky = mix(upper, lower, (y as f32 / height as f32 * 1.5).min(1.0));
        for x in 0..width {
            // Nearest first: the first ridge that is above this place hides the rest.
            let behind = ridges.iter().position(|ridge| y as f32 > ridge[x as usize]);
            let colour = match behind {
                Some(depth) => {
                    let below = (y as f32 - ridges[depth][x as usize]) / height as f32;
                    mix(near, lower, (depth as f32 / ridges.len() as f32 + below * 0.7).min(0.92))
                }
                None => {
                    let (dx, dy) = (x as f32 - sun_x, y as f32 - sun_y);
                    let glow = (sun * sun / (dx * dx + dy * dy + 1.0)).min(1.0);
                    mix(sky, [255.0, 246.0, 220.0], glow)
                }
            };
            put(&mut pixels, colour, dice.roll());
        }
    }
    pixels
}

/// For each ridge, nearest first, the height of its line in each column.
fn ridges(dice: &mut Dice, width: u32, height: u32) -> Vec<Vec<f32>> {
    let count = 4 + dice.below(3);
    let mut one = |depth: usize| {
        let base = 0.85 - 0.45 * depth as f32 / count as f32;
        let waves: Vec<(f32, f32, f32)> = (0..7)
            .map(|octave| {
                let finer = (1 << octave) as f32;
                let phase = dice.fraction() * 7.0;
                (finer * (2.0 + 2.0 * dice.fraction()), 0.09 / finer.powf(0.9), phase)
            })
            .collect();
        let line = |x: u32| {
            let along = x as f32 / width as f32;
            let wave: f32 =
                waves.iter().map(|(often, high, phase)| high * (along * often + phase).sin()).sum();
            (base + wave) * height as f32
        };
        (0..width).map(line).collect()
    };
    (0..count).map(&mut one).collect()
}

/// Ground first, then the colours of the shapes.
const PAPERS: &[[Colour; 5]] = &[
    [
        [244.0, 240.0, 230.0],
        [201.0, 72.0, 52.0],
        [38.0, 84.0, 124.0],
        [240.0, 180.0, 60.0],
        [30.0, 30.0, 34.0],
    ],
    [
        [232.0, 238.0, 236.0],
        [20.0, 110.0, 100.0],
        [236.0, 120.0, 90.0],
        [90.0, 60.0, 120.0],
        [250.0, 210.0, 120.0],
    ],
    [
        [28.0, 32.0, 48.0],
        [240.0, 200.0, 90.0],
        [90.0, 180.0, 190.0],
        [230.0, 100.0, 110.0],
        [240.0, 240.0, 235.0],
    ],
];

/// A disc or ring, or a band with soft edges, at a place, of a colour.
struct Shape {
    ring: bool,
    x: f32,
    y: f32,
    reach: f32,
    slope: (f32, f32),
    colour: Colour,
}

fn shapes(dice: &mut Dice, width: u32, height: u32) -> Vec<u8> {
    let paper = dice.pick(PAPERS);
    let one = |dice: &mut Dice| {
        let turn = dice.fraction() * std::f32::consts::TAU;
        Shape {
            ring: dice.percent(60),
            x: dice.fraction() * width as f32,
            y: dice.fraction() * height as f32,
            reach: (0.05 + 0.2 * dice.fraction()) * height as f32,
            slope: (turn.cos(), turn.sin()),
            colour: paper[1 + dice.below(4)],
        }
    };
    let shapes: Vec<Shape> = (0..9).map(|_| one(dice)).collect();
    let mut pixels = Vec::with_capacity(width as usize * height as usize * 3);
    for y in 0..height {
        for x in 0..width {
            let mut colour = paper[0];
            for shape in &shapes {
                let (dx, dy) = (x as f32 - shape.x, y as f32 - shape.y);
                let inside = if shape.ring {
                    let far = dx.hypot(dy);
                    far < shape.reach && far > shape.reach * 0.55
                } else {
                    (dx * shape.slope.0 + dy * shape.slope.1).abs() < shape.reach * 0.16
                };
                if inside {
                    colour = mix(colour, shape.colour, 0.82);
                }
            }
            put(&mut pixels, colour, dice.roll());
        }
    }
    pixels
}

fn mix(one: Colour, other: Colour, part: f32) -> Colour {
    std::array::from_fn(|place| one[place] + (other[place] - one[place]) * part)
}

/// Puts one pixel with a little grain, as every camera and paper has.
fn put(pixels: &mut Vec<u8>, colour: Colour, grain: u64) {
    let grain = (grain & 7) as f32 - 3.5;
    pixels.extend(colour.map(|part| (part + grain).clamp(0.0, 255.0) as u8));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_drawn_is_a_picture_that_our_own_decoder_reads() {
        for (seed, landscape) in [(1, true), (2, false)] {
            let file = jpeg(seed, 96, 64, landscape).unwrap();
            let picture = image::load_from_memory(&file).unwrap();
            assert_eq!((picture.width(), picture.height()), (96, 64));
            assert_eq!(file, jpeg(seed, 96, 64, landscape).unwrap(), "the same seed draws the same");
        }
        assert!(jpeg(1, 70_000, 1, true).is_err());
    }
}
