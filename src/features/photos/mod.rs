//! Photos: from whatever bytes a person sends to clean pictures on the disk.
//!
//! The way of a file: [`prepare()`] or [`square`] reads it (on a place in the [`Workshop`], never on
//! the async runtime), the [`Shelf`] keeps it, and only then may the database name it.

#[cfg(test)]
mod corpus;
mod header;
mod name;
mod pixels;
mod prepare;
mod shelf;
mod workshop;

pub use name::{Name, Size};
pub use prepare::{Crop, FILE_BYTES_MAX, PIXELS_MAX, PhotoProblem, Picture, Prepared, prepare, square};
pub use shelf::{Placed, Shelf};
pub use workshop::Workshop;
