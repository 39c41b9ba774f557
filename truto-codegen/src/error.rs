//! What can go wrong, in words.

use core::fmt;

/// Why no declarations were written.
#[derive(Debug)]
pub struct Error {
    message: String,
}

impl Error {
    /// An error with this message: what happened, why, and what to do.
    pub fn new(message: impl Into<String>) -> Self {
        Self { message: message.into() }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl core::error::Error for Error {}
