//! Pieces of page shared by features: pure functions to Markup.
