//! Photos: from whatever bytes a person sends to clean pictures on the disk.
//!
//! The way of a file: [`prepare()`] or [`square`] reads it (on a place in the [`Workshop`], never on
//! the async runtime), the [`Shelf`] keeps it, and only then may the database name it.

#[cfg(test)]
mod corpus;
mod header;
mod name;
mod pages;
mod pixels;
mod prepare;
mod shelf;
mod store;
mod sweep;
mod workshop;

pub use name::{Name, Size};
pub use pages::{
    Ready, check_may_send, not_sent, prepared, prepared_each, prepared_face, routes, send_face, send_size,
};
pub use prepare::{Crop, FILE_BYTES_MAX, PIXELS_MAX, PhotoProblem, Picture, Prepared, prepare, square};
pub use shelf::{Placed, Shelf};
pub use store::file_of;
pub use sweep::sweep;
pub use workshop::Workshop;

/// A photo that lies on the shelf already, and is about to be named by a post or an album.
#[derive(Clone, Debug)]
pub struct NewPhoto {
    /// Its name on the shelf.
    pub name: String,
    /// Alternative text, as typed.
    pub alt: String,
    /// Width of the large size, pixels.
    pub width: u32,
    /// Height of the large size, pixels.
    pub height: u32,
    /// What all its sizes take on the disk, bytes.
    pub bytes: u64,
}
