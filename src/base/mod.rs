//! Words everybody uses: no I/O, no SQL, no HTML.
