//! Prepares what the binary embeds: assets named by hash and pre-compressed, phrases checked against English.

use std::error::Error;

mod embed;

fn main() -> Result<(), Box<dyn Error>> {
    embed::embed()?;
    Ok(())
}
