//! Courtyard.
