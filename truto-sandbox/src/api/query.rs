//! What the sandbox itself reads of a query, as the core parsed it: parameters that no endpoint declares.

use serde_json::{Map, Value};
use truto_core::server::ReceivedQuery;

use crate::answer::refusal::Refusal;

/// Reads a raw query string.
pub(crate) fn parse(raw: &str) -> Result<ReceivedQuery, Refusal> {
    ReceivedQuery::parse(raw).map_err(|error| Refusal::bad_request(error.to_string()))
}

/// The parameters of a raw query string, whose leaves are strings.
pub(crate) fn parameters(raw: &str) -> Result<Map<String, Value>, Refusal> {
    parse(raw).map(|query| query.to_json())
}

/// A parameter that is a list in any spelling: an array, one value, or values joined by commas.
pub(crate) fn comma_list(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => text.split(',').map(str::trim).filter(|item| !item.is_empty()).map(Into::into).collect(),
        Value::Array(items) => items.iter().flat_map(comma_list).collect(),
        // More than a few indices turn into an object in some parsers; the values are what counts.
        Value::Object(items) => items.values().flat_map(comma_list).collect(),
        _ => Vec::new(),
    }
}

/// A boolean parameter; `None` where the text is neither.
pub(crate) fn truth(text: &str) -> Option<bool> {
    match text {
        "true" | "1" => Some(true),
        "false" | "0" | "" => Some(false),
        _ => None,
    }
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
