//! Requests, in the two directions of one contract: `encode` writes them, and `decode` reads them.

pub(crate) mod decode;
pub(crate) mod encode;
