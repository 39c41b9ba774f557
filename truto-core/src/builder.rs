//! What builders do alike.

/// Collects the values that a setter of a list was given.
pub fn collect<T>(values: impl IntoIterator<Item: Into<T>>) -> Vec<T> {
    values.into_iter().map(Into::into).collect()
}
