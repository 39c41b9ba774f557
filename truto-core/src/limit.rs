//! The limits of each account: how many calls are on the wire, when its window opens again, and whether its server is there.
//!
//! `Window` and `Health` decide and know neither sockets nor clocks; a `Gate` is where calls of one account wait for
//! what they decide, and [`Gates`] has one for each account that it knows something of.

mod gate;
mod gates;
mod health;
#[cfg(test)]
mod tests;
mod window;

pub(crate) use gate::{Permit, Refusal, Until};
pub(crate) use gates::{GateHandle, Gates};
