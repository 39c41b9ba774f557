//! What builders do alike.

/// What a setter takes: anything that becomes a `T`.
///
/// It is [`Into`] under a name that says in an error what is expected.
///
/// ```
/// # use truto_core::crm::CreateAssociation;
/// let _ = CreateAssociation::builder().entity_id("00Q1");
/// let _ = CreateAssociation::builder().entity_id(17_u32.to_string());
/// ```
#[diagnostic::on_unimplemented(
    message = "expected `{T}`, found `{Self}`",
    label = "does not become a `{T}`",
    note = "to leave a field out, do not call its setter: `if let Some(value) = value {{ builder = builder.name(value) }}`",
    note = "what a `Patch` holds is cleared by another setter: `builder.clear_name()`"
)]
pub trait ValueOf<T>: Into<T> {}

#[diagnostic::do_not_recommend]
impl<T, V: Into<T>> ValueOf<T> for V {}

/// What the setter of a list takes: an array, a `Vec`, an iterator, anything whose items become `T`.
///
/// It is [`IntoIterator`] under a name that says in an error what is expected.
///
/// ```
/// # use truto_core::crm::{CreateAssociation, crm_entity};
/// let ids = vec!["0031".to_owned(), "0032".to_owned()];
/// let lead = || CreateAssociation::builder().entity(crm_entity::Leads);
/// let _ = lead().contacts(["0031"]);
/// let _ = lead().contacts(ids.iter().filter(|id| id.len() == 4));
/// let _ = lead().contacts(ids);
/// ```
#[diagnostic::on_unimplemented(
    message = "expected a list of `{T}`, found `{Self}`",
    label = "not a list of `{T}`",
    note = "every item has to become a `{T}`; one value is written `[value]`"
)]
pub trait ListOf<T>: IntoIterator<Item: Into<T>> {}

#[diagnostic::do_not_recommend]
impl<T, I: IntoIterator<Item: Into<T>>> ListOf<T> for I {}

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
pub fn extend<T>(list: &mut Vec<T>, values: impl ListOf<T>) {
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
