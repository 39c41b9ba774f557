//! Builds other benches and finds their programs.

use std::path::PathBuf;
use std::process::Command;
use std::{env, io};

/// Builds these benches and returns the folder of their programs, which is that of this program.
pub(crate) fn build(names: &[&str]) -> io::Result<PathBuf> {
    if cfg!(debug_assertions) {
        return Err(io::Error::other("figures are of optimised programs: run this with `cargo run --release`"));
    }
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args([
        "build",
        "--release",
        "--quiet",
        "--manifest-path",
        concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml"),
    ]);
    if !cfg!(feature = "tls") {
        cargo.arg("--no-default-features");
    }
    for name in names {
        cargo.args(["--bin", name]);
    }
    if !cargo.status()?.success() {
        return Err(io::Error::other("the benches do not compile"));
    }
    let mut folder = env::current_exe()?;
    folder.pop();
    Ok(folder)
}
