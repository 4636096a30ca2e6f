//! Prepares what the binary embeds: assets named by hash and pre-compressed, phrases checked against English.

fn main() {}
