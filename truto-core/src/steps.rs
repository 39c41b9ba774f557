//! What takes more than one call of the [`platform`](crate::platform): connecting an account, a run of a sync job, new tokens.
//!
//! ```no_run
//! use std::time::Duration;
//!
//! use truto_core::platform::CreateLinkToken;
//! use truto_core::steps::Connecting;
//! use truto_core::Client;
//!
//! # async fn example(client: &Client) -> Result<(), Box<dyn std::error::Error>> {
//! let connecting = Connecting::begin(client, CreateLinkToken::builder().tenant_id("acme").build()).await?;
//! println!("send the customer to {}", connecting.url());
//! let connected = connecting.wait(Duration::from_secs(15 * 60)).await?;
//! println!("{} can do {} methods", connected.record.id, connected.capabilities.unified.len());
//! # Ok(()) }
//! ```

mod connect;
mod error;
mod poll;
mod run;
#[cfg(test)]
mod tests;
mod token;

pub use self::connect::{Connected, Connecting};
pub use self::error::{ConnectError, RotateError, RunError};
pub use self::run::SyncRun;
pub use self::token::{account_tokens, rotate_mcp_token};
