//! Builds other benches and finds their programs.

use std::path::PathBuf;
use std::process::Command;
use std::{env, io};

/// Builds these benches with the features of this program, and returns the folder of their programs, which is that of this program.
pub(crate) fn build(names: &[&str]) -> io::Result<PathBuf> {
    if cfg!(debug_assertions) {
        return Err(io::Error::other("figures are of optimised programs: run this with `cargo run --release`"));
    }
    let mut folder = env::current_exe()?;
    folder.pop();
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args([
        "build",
        "--release",
        "--quiet",
        "--manifest-path",
        concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml"),
    ]);
    cargo.args(folder.parent().map(|target| format!("--target-dir={}", target.display())));
    if !cfg!(feature = "tls") {
        cargo.arg("--no-default-features");
    }
    for name in names {
        cargo.args(["--bin", name]);
    }
    if !cargo.status()?.success() {
        return Err(io::Error::other("the benches do not compile"));
    }
    Ok(folder)
}
