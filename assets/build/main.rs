//! Prepares what the binary embeds: assets named by hash and pre-compressed, phrases checked against English.

use std::error::Error;

mod embed;
mod phrases;

fn main() -> Result<(), Box<dyn Error>> {
    embed::embed()?;
    phrases::generate()?;
    Ok(())
}
