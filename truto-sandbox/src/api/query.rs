//! Reads the parameters of a query that no endpoint declares. The core parses the query itself.

use serde_json::{Map, Value};
use truto_core::server::ReceivedQuery;

use crate::answer::refusal::Refusal;

/// Parses a raw query string.
pub(crate) fn parse(raw: &str) -> Result<ReceivedQuery, Refusal> {
    ReceivedQuery::parse(raw).map_err(|error| Refusal::bad_request(error.to_string()))
}

/// Parses a raw query string into JSON whose leaves are strings.
pub(crate) fn parameters(raw: &str) -> Result<Map<String, Value>, Refusal> {
    parse(raw).map(|query| query.to_json())
}

/// Reads a list in any spelling: an array, a single value, or values joined by commas.
pub(crate) fn comma_list(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => text.split(',').map(str::trim).filter(|item| !item.is_empty()).map(Into::into).collect(),
        Value::Array(items) => items.iter().flat_map(comma_list).collect(),
        // Some parsers turn a long list with indices into an object.
        Value::Object(items) => items.values().flat_map(comma_list).collect(),
        _ => Vec::new(),
    }
}

/// Reads a boolean parameter.
pub(crate) fn parse_bool(text: &str) -> Option<bool> {
    match text {
        "true" | "1" => Some(true),
        "false" | "0" | "" => Some(false),
        _ => None,
    }
}

/// The text of a string, or the JSON of any other value.
pub(crate) fn plain_text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::{comma_list, parameters};

    #[test]
    fn comma_lists_are_split_in_every_spelling() {
        for raw in ["f=a,b", "f[]=a&f[]=b", "f[]=a,b", "f[0]=a&f[1]=b", "f=a&f=b", "f=a%2Cb", "f[x]=a&f[y]=b"] {
            assert_eq!(comma_list(&parameters(raw).unwrap()["f"]), ["a", "b"], "{raw}");
        }
        assert_eq!(comma_list(&parameters("id[in]=1,2").unwrap()["id"]["in"]), ["1", "2"]);
        assert!(comma_list(&parameters("f=").unwrap()["f"]).is_empty());
    }
}
