//! What builders do alike.

use crate::setter::ListOf;

/// Collects the values that a setter of a list was given.
///
/// Code written by `#[unified_endpoint]` calls it; it is why a setter takes ids where the field holds
/// [`Reference`](crate::Reference)s.
///
/// ```
/// use truto_core::Reference;
///
/// let links: Vec<Reference> = truto_core::collect(["001Ux000003GhNt", "001Ux000003GhNu"]);
/// assert_eq!(links[1].id, "001Ux000003GhNu");
/// ```
pub fn collect<T>(values: impl ListOf<T>) -> Vec<T> {
    values.into_iter().map(Into::into).collect()
}
