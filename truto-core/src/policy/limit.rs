//! The limits of each account: how many calls are on the wire, when its window opens again, and whether its server is there.
//!
//! `Window` and `Health` decide, and know neither sockets nor clocks. A `AccountLimiter` holds them for one account, together with the
//! line of calls that wait for what they decide; [`Limiters`] has one for each account that something is known of. A call
//! waits in the line (`entering.rs`), and goes out with its [`Permit`].

mod entering;
mod health;
mod limiter;
mod limiters;
mod permit;
#[cfg(test)]
mod tests;
mod window;

pub(crate) use entering::{Refusal, Until};
pub(crate) use limiters::{LimiterHandle, Limiters};
pub(crate) use permit::Permit;
