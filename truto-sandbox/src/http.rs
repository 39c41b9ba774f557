//! The wire: a server on a socket, and a service without a socket.

pub(crate) mod connection;
pub(crate) mod server;
pub(crate) mod service;
