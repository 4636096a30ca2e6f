//! What a photo's files are called: by what is in them, and by how large they are.

use std::fmt;

use data_encoding::HEXLOWER;

/// The name of a photo: BLAKE3 over the bytes of all its sizes. The same picture prepared twice has
/// the same name, so it lies on the disk once.
///
/// A name is no permission: the pages look photos up by their item, as a viewer.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Name([u8; 32]);

impl Name {
    /// The name with these 32 bytes (as the database keeps it).
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The 32 bytes of the name.
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Reads a name from its 64 lower-case hexadecimal digits; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = HEXLOWER.decode(text.as_bytes()).ok()?;
        Some(Self(bytes.try_into().ok()?))
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&HEXLOWER.encode(&self.0))
    }
}

impl fmt::Debug for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Name({self})")
    }
}

/// The sizes a picture is kept in. A picture is never made larger than it came, so each figure is
/// an upper bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Size {
    /// For the light box and the photo's own page: long edge ≤ 2048 pixels.
    Large,
    /// For streams: long edge ≤ 1024 pixels.
    Medium,
    /// For cards and albums: long edge ≤ 400 pixels.
    Small,
    /// A profile picture on its page: a square of ≤ 256 pixels.
    Face,
    /// A profile picture beside a post: a square of ≤ 96 pixels.
    Badge,
}

impl Size {
    /// All sizes. A photo has the first three, a profile picture the last two.
    pub const ALL: [Self; 5] = [Self::Large, Self::Medium, Self::Small, Self::Face, Self::Badge];
    /// The sizes of a photo, largest first.
    pub const PHOTO: [Self; 3] = [Self::Large, Self::Medium, Self::Small];
    /// The sizes of a profile picture, largest first.
    pub const SQUARE: [Self; 2] = [Self::Face, Self::Badge];

    /// The longest its long edge may be, in pixels.
    pub fn long_edge(self) -> u32 {
        match self {
            Self::Large => 2048,
            Self::Medium => 1024,
            Self::Small => 400,
            Self::Face => 256,
            Self::Badge => 96,
        }
    }

    /// The word for this size in file names and addresses.
    pub fn word(self) -> &'static str {
        match self {
            Self::Large => "large",
            Self::Medium => "medium",
            Self::Small => "small",
            Self::Face => "face",
            Self::Badge => "badge",
        }
    }

    /// The size with this word; `None` for any other.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|size| size.word() == word)
    }
}

#[cfg(test)]
mod tests {
    use super::{Name, Size};

    #[test]
    fn a_name_survives_being_written_and_read() {
        let name = Name::from_bytes([0xa7; 32]);
        assert_eq!(Name::parse(&name.to_string()), Some(name));
        for wrong in
            ["", "a7", "../../../../etc/passwd", &"A7".repeat(32), &"zz".repeat(32), &"a7".repeat(33)]
        {
            assert_eq!(Name::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn each_size_is_found_by_its_word() {
        for size in Size::ALL {
            assert_eq!(Size::parse(size.word()), Some(size));
        }
        assert_eq!(Size::parse("huge"), None);
    }
}
