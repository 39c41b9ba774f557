//! The README's Rust compiles: what a stranger copies first has to work.

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

/// The Rust blocks of the README, each as the body of a function that returns a `Result`.
fn program() -> String {
    let readme = include_str!("../README.md");
    let blocks: Vec<&str> = readme.split("```rust\n").skip(1).filter_map(|rest| rest.split("```").next()).collect();
    assert!(blocks.len() >= 2, "the README shows a declaration and a second endpoint");
    let mut program = String::from("#![allow(dead_code, unused)]\nfn main() {}\n");
    for (number, block) in blocks.iter().enumerate() {
        let imports = if block.contains("use truto_core::") { "" } else { "use truto_core::*; type Contact = Json;" };
        let _ = writeln!(
            program,
            "async fn block_{number}() -> Result<(), truto_core::Error> {{ {imports}\n{block}\nOk(()) }}"
        );
    }
    program
}

#[test]
fn every_rust_block_compiles() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("readme");
    fs::create_dir_all(&folder).unwrap();
    let file = folder.join("readme.rs");
    fs::write(&file, program()).unwrap();
    trybuild::TestCases::new().pass(&file);
}
