//! The program `truto-jobs`: shows people what is in a ledger, and carries out what they decide. It sends nothing itself; workers do.
//!
//! It ends with 0 if all is well, with 1 if what it shows holds something for a person, and with 2 if it cannot do what it was told.

mod program;

use std::process::ExitCode;

fn main() -> ExitCode {
    program::main()
}
