//! The transports: a server on a socket, and a service without one.

pub(crate) mod server;
pub(crate) mod service;
