//! The features, in the order in which they may use each other.

pub mod photos;
