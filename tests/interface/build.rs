//! Generates the declarations that the test compiles.
//!
//! `TRUTO_FUZZ_DECLARATIONS` is the seed of other declarations.

#[path = "dice.rs"]
mod dice;
#[path = "generator.rs"]
mod generator;

use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=dice.rs");
    println!("cargo::rerun-if-changed=generator.rs");
    println!("cargo::rerun-if-env-changed=TRUTO_FUZZ_DECLARATIONS");
    let seed = match env::var("TRUTO_FUZZ_DECLARATIONS") {
        Ok(seed) => seed.parse().map_err(io::Error::other)?,
        Err(_) => 8,
    };
    let folder = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("cargo names a folder"))?;
    fs::write(Path::new(&folder).join("declarations.rs"), generator::declarations(seed))
}
