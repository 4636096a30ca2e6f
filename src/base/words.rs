//! One way to give a closed list of names: the word in the database, in a form and in an address.

/// Declares an enum whose every value has one fixed word.
///
/// The word is what stands in the database (`CHECK`), in forms and in addresses; it never
/// changes once released. `parse` answers `None` to any other word.
#[macro_export]
macro_rules! words {
    ($(#[$outer:meta])* $name:ident { $($(#[$inner:meta])* $value:ident = $word:literal),+ $(,)? }) => {
        $(#[$outer])*
        #[derive(Clone, Copy, PartialEq, Eq, Debug, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[$inner])* $value),+ }

        impl $name {
            /// Every value, in the order of declaration.
            pub const ALL: &'static [$name] = &[$($name::$value),+];

            /// The fixed word of this value.
            pub fn word(self) -> &'static str {
                match self { $($name::$value => $word),+ }
            }

            /// The value with this word, or nothing.
            pub fn parse(word: &str) -> Option<$name> {
                match word { $($word => Some($name::$value),)+ _ => None }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.word())
            }
        }
    };
}
