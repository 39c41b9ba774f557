//! Measures the peak memory of a program that reads an answer of 4 GiB record by record.
//!
//! `cargo run --release -p truto-benches --bin long_stream [MIB]`. The answer comes from memory, in pieces that are one memory, so
//! that the peak is the client's: everything that the kernel counts for the process, code included.

mod answers;
// Only a part is used.
#[allow(dead_code)]
mod counted;

use std::env;
use std::error::Error;
use std::process::Command;

use truto_core::crm::Contact;
use truto_core::types::RawJson;

use crate::counted::{COUNTED, Counted};

const MIB: u64 = 4096;
/// An answer that is read for what the program needs anyway.
const SMALL: u64 = 1;

fn main() -> Result<(), Box<dyn Error>> {
    if let Some(Counted { operations: mib, argument, .. }) = Counted::from_args() {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let records = (u64::from(mib) << 20) / answers::RECORD_SIZE;
        let count = match &*argument {
            "raw" => runtime.block_on(answers::read::<RawJson>(records))?,
            _ => runtime.block_on(answers::read::<Contact>(records))?,
        };
        assert_eq!(count, records);
        println!("{}", answers::peak_memory()?);
        return Ok(());
    }
    let mib = env::args().nth(1).map_or(Ok(MIB), |text| text.parse())?;
    println!("{:<40}{:>12}{:>12}", "MiB of peak memory, for MiB of records", SMALL, mib);
    for (kind, name) in [("raw", "records as they came"), ("contacts", "contacts")] {
        let (small, large) = (run(kind, SMALL)?, run(kind, mib)?);
        println!("{name:<40}{small:>12.2}{large:>12.2}");
    }
    Ok(())
}

fn run(kind: &str, mib: u64) -> Result<f64, Box<dyn Error>> {
    let output = Command::new(env::current_exe()?).args([COUNTED, "read", &mib.to_string(), kind]).output()?;
    if !output.status.success() {
        return Err(format!("{kind} ended with {}: {}", output.status, String::from_utf8_lossy(&output.stderr)).into());
    }
    let kib: f64 = str::from_utf8(&output.stdout)?.trim().parse()?;
    Ok(kib / 1024.0)
}
