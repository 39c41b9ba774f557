//! The limits of each account: how many calls are on the wire, when its window opens again, and whether its server answers.
//!
//! `Window` and `Health` are pure decisions. [`AccountLimiter`] holds both for one account, beside the line of calls that wait, and
//! [`Limiters`] holds the limiters of all accounts. A call enters in `entering.rs` and leaves by giving its [`Permit`] back.

mod entering;
mod health;
mod limiter;
mod limiters;
mod permit;
mod state;
#[cfg(test)]
mod tests;
mod window;

pub(crate) use entering::{Refusal, Slots};
pub(crate) use limiter::AccountLimiter;
pub(crate) use limiters::Limiters;
pub(crate) use permit::Permit;
pub use state::LimitState;
