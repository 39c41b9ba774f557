//! JSON that stays unparsed until the caller asks for it: `remote_data`.

use core::marker::PhantomData;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_json::value::{RawValue, to_raw_value};

use crate::util::json::from_slice_for_caller;

/// A piece of an answer, unparsed.
///
/// `Debug` shows its size only, because it is a customer's record in the provider's own format.
///
/// ```
/// use truto_core::types::RawJson;
///
/// let record: RawJson = serde_json::from_str(r#"{"Id": "003Ux000004TbQd", "AccountId": null}"#).unwrap();
/// let fields: std::collections::BTreeMap<String, Option<String>> = record.parse().unwrap();
/// assert_eq!(fields["AccountId"], None);
/// ```
#[derive(Clone, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RawJson(Box<RawValue>);

impl RawJson {
    /// The JSON text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.get()
    }

    /// Parses the JSON into a type.
    ///
    /// # Errors
    /// If the record has another shape.
    pub fn parse<T: DeserializeOwned>(&self) -> Result<T, serde_json::Error> {
        from_slice_for_caller(self.as_str().as_bytes(), PhantomData)
    }
}

/// `null` is the record's text if a tree cannot be written, which does not happen.
impl From<&Value> for RawJson {
    fn from(tree: &Value) -> Self {
        Self(to_raw_value(tree).unwrap_or_else(|_| RawValue::NULL.to_owned()))
    }
}

impl From<Value> for RawJson {
    fn from(tree: Value) -> Self {
        Self::from(&tree)
    }
}

impl core::fmt::Debug for RawJson {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "RawJson({} bytes)", self.as_str().len())
    }
}

impl PartialEq for RawJson {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for RawJson {}
