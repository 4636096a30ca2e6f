//! Choosing a language, and its phrases.
