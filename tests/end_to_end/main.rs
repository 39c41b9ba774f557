//! Calls from end to end. Tests use a socket and the sandbox if the server's behaviour matters, and an in-process service
//! if they check the bytes of the request or script the response.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "clippy allows these in tests, but not in their helpers"
)]

mod answers;
mod associations;
mod blocking;
mod clocks;
mod dates;
mod decoding;
mod dynamic;
mod encoding;
mod errors;
mod every_shape;
mod formats;
mod lists;
mod openapi;
mod own_endpoints;
mod properties;
mod providers;
mod proxies;
mod queries;
mod readme;
mod received;
mod records;
mod sandbox_shapes;
mod saved;
mod schemas;
mod secrets;
mod sending;
mod setters;
mod settings;
mod shapes;
mod support;
mod telemetry;
mod tower;
mod uploads;
mod webhooks;
mod wire;
