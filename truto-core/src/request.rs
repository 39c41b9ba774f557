//! Requests, in both directions of one contract: `encode` writes what is sent, `decode` reads what was written.

pub(crate) mod decode;
pub(crate) mod encode;
