//! The macros from outside: declarations in, code out.

// Helpers fail as their tests do.
#![allow(clippy::panic, clippy::unwrap_used, clippy::expect_used)]

mod broken;
mod declaration;
mod expansion;
mod generated;
mod slips;
