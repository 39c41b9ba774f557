//! Measures how much CPU time `cargo check` takes for one declared endpoint, compared with the same fields with serde's two derives,
//! and with bon and serde; and an incremental check after a field of one in 200 declarations is renamed.
//!
//! `cargo run --release -p truto-benches --bin compile_time [ROUNDS]`

mod crates;
mod peers;

use std::io;

use crate::peers::PEERS;

/// Declarations of the crate in which a field is renamed.
const DECLARATIONS: u32 = 200;

fn main() -> io::Result<()> {
    let slopes = crates::slopes(&PEERS, &[50, 100, 200, 400])?;
    println!("truto against serde's two derives: {:.2} (goal 0.85)", slopes[0] / slopes[1]);
    println!("truto against bon with serde:      {:.2} (goal 0.50)", slopes[0] / slopes[2]);
    let seconds = crates::renames(&PEERS[..2], DECLARATIONS, "entity_id", "entity_number")?;
    let (ours, serde) = (crates::fastest(&seconds[0]), crates::fastest(&seconds[1]));
    println!("seconds of CPU after a field is renamed: truto {ours:.2}, serde {serde:.2}");
    println!("truto against serde after a rename: {:.2} (goal 1.20)", ours / serde);
    Ok(())
}
