//! "This topic changed", to everyone listening.
