//! Ids that cannot be mixed up: each kind of row has its own type.

macro_rules! id {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
        pub struct $name(pub i64);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = std::num::ParseIntError;

            /// Reads a positive decimal number, nothing else.
            fn from_str(text: &str) -> Result<$name, Self::Err> {
                Ok($name(i64::from(text.parse::<u32>()?)))
            }
        }
    };
}

id! {
    /// A person here. The box itself acts as account 0, which no row has.
    AccountId
}
id! {
    /// Anything a person makes. Also its place in the sequence: a greater id was made later.
    ItemId
}
id! {
    /// A class, wing or club.
    GroupId
}
id! {
    /// Somebody's named set of contacts.
    AspectId
}
