//! JSON that stays unparsed until the caller asks for it: `remote_data`.

use core::fmt;
use core::marker::PhantomData;

use serde::de::value::MapAccessDeserializer;
use serde::de::{DeserializeOwned, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use serde_json::value::{RawValue, to_raw_value};

use crate::util::json::from_slice_for_caller;

/// A piece of an answer, unparsed.
///
/// `Debug` shows its size only, because it is a customer's record in the provider's own format. Inside of `#[serde(untagged)]`,
/// `tag` or `flatten`, serde parses everything before: there it is the value, and not the text as the server spelt it.
///
/// ```
/// use truto_core::types::RawJson;
///
/// let record: RawJson = serde_json::from_str(r#"{"Id": "003Ux000004TbQd", "AccountId": null}"#).unwrap();
/// let fields: std::collections::BTreeMap<String, Option<String>> = record.parse().unwrap();
/// assert_eq!(fields["AccountId"], None);
/// ```
#[derive(Clone, Serialize)]
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

impl<'de> Deserialize<'de> for RawJson {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(RAW, Raw)
    }
}

/// The name by which `serde_json` knows that the text is wanted. Another deserializer gives the value.
const RAW: &str = "$serde_json::private::RawValue";

struct Raw;

impl<'de> Visitor<'de> for Raw {
    type Value = RawJson;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON")
    }

    fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<RawJson, A::Error> {
        Box::<RawValue>::deserialize(MapAccessDeserializer::new(members)).map(RawJson)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<RawJson, D::Error> {
        Value::deserialize(deserializer).map(RawJson::from)
    }
}

impl fmt::Debug for RawJson {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RawJson({} bytes)", self.as_str().len())
    }
}

impl PartialEq for RawJson {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for RawJson {}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::RawJson;

    #[test]
    fn the_text_stays_as_it_is() {
        for text in ["1.50", r#"{"b": 1, "a": [null]}"#, r#""\u0061""#, "null", "18446744073709551616"] {
            let raw: RawJson = serde_json::from_str(text).unwrap();
            assert_eq!(raw.as_str(), text);
            assert_eq!(serde_json::to_string(&raw).unwrap(), text);
        }
    }

    #[test]
    fn a_buffer_of_serde_gives_the_value() {
        #[derive(Debug, PartialEq, Deserialize)]
        #[serde(untagged)]
        enum Either {
            Text(String),
            Raw { raw: RawJson },
        }

        for value in ["1", "null", r#"{"a":[1,"b"]}"#, "[{}]", "\"c\""] {
            let read: Either = serde_json::from_str(&format!(r#"{{"raw": {value}}}"#)).unwrap();
            let Either::Raw { raw } = read else { panic!("{read:?}") };
            assert_eq!(raw.as_str(), value);
            let tree: serde_json::Value = serde_json::from_str(value).unwrap();
            assert_eq!(serde_json::from_value::<RawJson>(tree).unwrap(), raw);
        }
    }
}
