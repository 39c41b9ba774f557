//! What builders do alike.

pub mod setter;
pub(crate) mod state;
pub(crate) mod value;

/// Adds the values that a setter of a list was given to those that are there.
///
/// Code written by `#[unified_endpoint]` calls it; it is why a setter takes ids where the field holds
/// [`Reference`](crate::Reference)s.
///
/// ```
/// use truto_core::Reference;
///
/// let mut links: Vec<Reference> = Vec::new();
/// truto_core::extend(&mut links, ["001Ux000003GhNt"]);
/// truto_core::extend(&mut links, ["001Ux000003GhNu"]);
/// assert_eq!((links[0].id.as_str(), links[1].id.as_str()), ("001Ux000003GhNt", "001Ux000003GhNu"));
/// ```
pub fn extend<T>(list: &mut Vec<T>, values: impl IntoIterator<Item: Into<T>>) {
    let values = values.into_iter().map(Into::into);
    if list.is_empty() {
        // The memory of a `Vec` that was given is then used again.
        *list = values.collect();
    } else {
        list.extend(values);
    }
}

/// Hands `builder` on to `set` with the value that there may be, and back where there is none.
///
/// Code written by `#[unified_endpoint]` calls it, for a builder's `maybe_with`.
///
/// ```
/// assert_eq!(truto_core::maybe(1, Some(2), |builder, value| builder + value), 3);
/// assert_eq!(truto_core::maybe(1, None, |builder, value: i32| builder + value), 1);
/// ```
pub fn maybe<B, T>(builder: B, value: Option<T>, set: impl FnOnce(B, T) -> B) -> B {
    match value {
        Some(value) => set(builder, value),
        None => builder,
    }
}
