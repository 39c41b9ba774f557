//! The bound on the types of fields, and how a builder takes a value.

use core::fmt::Debug;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::contract::builder::setter::{ListOf, PlainListOf, ReferenceListOf, TextListOf};

/// A type that a field of a request can have: it is `Clone`, `Debug`, `Serialize` and `Deserialize`.
///
/// It is implemented for every such type.
///
/// ```
/// use serde::{Deserialize, Serialize};
/// use truto_core::unified_endpoint;
///
/// #[derive(Clone, Debug, Serialize, Deserialize)]
/// pub struct Address { city: String }
///
/// #[unified_endpoint(POST, "/unified/crm/contacts")]
/// pub struct CreateContact {
///     pub address: Option<Address>,
/// }
/// # let _ = CreateContact::builder().address(Address { city: "Oslo".into() }).build();
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a field of a request",
    label = "expected `Clone`, `Debug`, `Serialize` and `Deserialize`",
    note = "write `#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]` on it, or enable the `serde` feature of its crate",
    note = "`truto_core::Json` holds anything"
)]
pub trait FieldValue: Clone + Debug + Serialize + DeserializeOwned + 'static {}

#[diagnostic::do_not_recommend]
impl<T: Clone + Debug + Serialize + DeserializeOwned + 'static> FieldValue for T {}

/// Appends the values of a setter to a list, converted to the type of its items.
pub fn extend<T>(list: &mut Vec<T>, values: impl IntoIterator<Item: Into<T>>) {
    let values = values.into_iter().map(Into::into);
    if list.is_empty() {
        // Reuses the memory of a given `Vec`.
        *list = values.collect();
    } else {
        list.extend(values);
    }
}

/// Functions that are `extend` under the bound of one setter. A setter that calls `extend` itself makes the compiler derive the bounds of
/// `extend` from its own, in each declaration.
macro_rules! extends {
    ($($name:ident $of:path;)+) => {$(
        /// Appends the values of a setter to a list.
        pub fn $name<T>(list: &mut Vec<T>, values: impl $of) {
            extend(list, values);
        }
    )+};
}

extends! {
    extend_list ListOf<T>;
    extend_texts TextListOf<T>;
    extend_plain PlainListOf<T>;
}

/// Appends references to a list, as `extend_list` does.
pub fn extend_references<R, T>(list: &mut Vec<T>, values: impl ReferenceListOf<R, T>) {
    extend(list, values);
}

/// Passes `builder` to `set` if there is a value, and returns it as it is otherwise.
pub fn maybe<B, T>(builder: B, value: Option<T>, set: impl FnOnce(B, T) -> B) -> B {
    match value {
        Some(value) => set(builder, value),
        None => builder,
    }
}
