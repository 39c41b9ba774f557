//! The id of an integrated account, as the ledger keeps it.

use crate::error::Error;

/// The id in small letters.
///
/// # Errors
/// [`Error::Refused`] if it is another text than a UUID: no worker could send a row of such an account.
pub(crate) fn account_id(id: &str) -> Result<String, Error> {
    let is_dash = |at| matches!(at, 8 | 13 | 18 | 23);
    let is_good = |(at, byte): (usize, u8)| if is_dash(at) { byte == b'-' } else { byte.is_ascii_hexdigit() };
    if id.len() == 36 && id.bytes().enumerate().all(is_good) {
        return Ok(id.to_ascii_lowercase());
    }
    Err(Error::refused(format!("`{}` is not the id of an integrated account: expected a UUID", id.escape_debug())))
}
