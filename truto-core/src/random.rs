//! Where random bytes come from: the system, or a test.

/// Fills the slice with random bytes.
pub(crate) type Random = fn(&mut [u8]) -> Result<(), getrandom::Error>;
