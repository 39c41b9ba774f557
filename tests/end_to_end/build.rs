//! Writes the Rust blocks of the README as functions, so that they compile with the tests.

use std::path::Path;
use std::{env, fs};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let readme = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../README.md");
    println!("cargo::rerun-if-changed={}", readme.display());
    let code = functions(&fs::read_to_string(readme)?);
    fs::write(Path::new(&env::var("OUT_DIR")?).join("readme.rs"), code)?;
    Ok(())
}

/// Each block is the body of a function that returns a `Result`. `asserted` runs those with an assertion, and returns how many they are.
fn functions(readme: &str) -> String {
    let blocks = readme.split("```rust\n").skip(1).filter_map(|rest| rest.split("```").next());
    let mut code = String::from("type Done<T> = Result<T, Box<dyn std::error::Error>>;\n");
    let mut asserted = String::from("pub async fn asserted() -> Done<usize> {\n");
    let mut count = 0;
    for (number, block) in blocks.enumerate() {
        let start = format!("async fn block_{number}() -> Done<()> {{\n");
        code.extend([&*start, block, "\nOk(())\n}\n"]);
        if block.contains("assert") {
            asserted.extend(["block_", &number.to_string(), "().await?;\n"]);
            count += 1;
        }
    }
    code + &asserted + &format!("Ok({count})\n}}\n")
}
