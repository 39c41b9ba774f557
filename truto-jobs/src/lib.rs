//! Durable bulk work over Truto's unified API.
pub mod error;
pub mod moment;
pub mod owned;
pub mod row;
mod db;
mod key;
pub use error::Error;
