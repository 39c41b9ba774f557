//! What a field of a request can be: the bound on the user's own types.

use core::fmt::Debug;

use serde::Serialize;
use serde::de::DeserializeOwned;

/// What can be a field of a request: whatever can be copied, shown, written as JSON and read back.
///
/// It holds for every type with the four traits; there is nothing to implement.
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
    note = "write `#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]` on it, or turn on the `serde` feature of the crate that it is from",
    note = "`truto_core::Json` holds anything"
)]
pub trait FieldValue: Clone + Debug + Serialize + DeserializeOwned + 'static {}

#[diagnostic::do_not_recommend]
impl<T: Clone + Debug + Serialize + DeserializeOwned + 'static> FieldValue for T {}
