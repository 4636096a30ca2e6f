//! Prepares what the binary embeds: assets named by hash and pre-compressed, phrases checked against English.

use std::error::Error;

mod phrases;

fn main() -> Result<(), Box<dyn Error>> {
    phrases::generate()?;
    Ok(())
}
