//! The database: one writer, guarded readers, one page that says who sees what.
