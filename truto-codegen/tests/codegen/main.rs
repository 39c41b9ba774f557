//! The generator: what it reads, what it writes, and that what it wrote still fits.

// Clippy allows these in tests, but not in their helpers.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod answers;
mod bad_input;
mod calls;
mod closure;
mod contracts;
mod crm;
mod fixtures;
mod generated;
mod parity;
mod platform;
mod routes;
mod sound;
mod support;
