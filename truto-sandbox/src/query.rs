//! The query string as a JSON tree, in every spelling that clients of this API send.
//!
//! `a[]=`, `a[0]=`, repeated keys, nested objects, encoded brackets, `+` and `%20`, a bare trailing `?`. All leaves are
//! strings: what they mean is known only to the contract. Depth and number of parameters are bounded.

mod decode;
mod tree;

use serde_json::{Map, Value};

use self::decode::{component, key_path};
use self::tree::Node;

const MAX_PARAMETERS: usize = 1_000;
const MAX_DEPTH: usize = 16;

/// Why a query string could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct QueryError(pub(crate) String);

/// Reads a raw query string.
pub(crate) fn parse(raw: &str) -> Result<Map<String, Value>, QueryError> {
    let mut root = Node::default();
    for (count, pair) in raw.split('&').filter(|pair| !pair.is_empty()).enumerate() {
        if count == MAX_PARAMETERS {
            return Err(QueryError(format!("The query has more than {MAX_PARAMETERS} parameters")));
        }
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        let path = key_path(&component(key));
        if path.len() > MAX_DEPTH {
            return Err(QueryError(format!("A query parameter is nested deeper than {MAX_DEPTH} levels")));
        }
        root.insert(&path, component(value));
    }
    root.into_object()
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
pub(crate) fn boolean(value: &Value) -> Option<bool> {
    match value.as_str()? {
        "true" | "1" => Some(true),
        "false" | "0" | "" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{comma_list, parse};

    fn tree(raw: &str) -> Value {
        Value::Object(parse(raw).unwrap())
    }

    #[test]
    fn every_spelling_of_a_list_is_the_same_list() {
        for raw in [
            "a[]=x&a[]=y",
            "a[0]=x&a[1]=y",
            "a[1]=y&a[0]=x",
            "a=x&a=y",
            "a%5B%5D=x&a%5B%5D=y",
            "a%5B0%5D=x&a%5b1%5d=y",
            "a=x&a[]=y",
            "&a[]=x&&a[]=y&",
        ] {
            assert_eq!(tree(raw), json!({ "a": ["x", "y"] }), "{raw}");
        }
        assert_eq!(tree("a[]=x"), json!({ "a": ["x"] }), "a list of one is a list");
    }

    #[test]
    fn comma_lists_are_split_in_every_spelling() {
        for raw in ["f=a,b", "f[]=a&f[]=b", "f[]=a,b", "f[0]=a&f[1]=b", "f=a&f=b", "f=a%2Cb", "f[x]=a&f[y]=b"] {
            assert_eq!(comma_list(&tree(raw)["f"]), ["a", "b"], "{raw}");
        }
        assert_eq!(comma_list(&tree("id[in]=1,2")["id"]["in"]), ["1", "2"]);
        assert!(comma_list(&tree("f=")["f"]).is_empty());
    }

    #[test]
    fn objects_nest() {
        assert_eq!(
            tree("remote_query[a][b]=1&remote_query[a][c]=2&remote_query[d][]=3&remote_query[e][0][f]=4"),
            json!({ "remote_query": { "a": { "b": "1", "c": "2" }, "d": ["3"], "e": [{ "f": "4" }] } })
        );
        assert_eq!(tree("foo[]=bar&foo[][bar1]=baz1"), json!({ "foo": ["bar", { "bar1": "baz1" }] }));
        assert_eq!(tree("a[0][x]=1&a[0][y]=2&a[1][x]=3"), json!({ "a": [{ "x": "1", "y": "2" }, { "x": "3" }] }));
        assert_eq!(tree("a[0]=x&a[k]=y"), json!({ "a": { "0": "x", "k": "y" } }), "a named key makes it an object");
    }

    #[test]
    fn values_are_decoded_once() {
        assert_eq!(tree("a=x+y%20z%2B"), json!({ "a": "x y z+" }));
        assert_eq!(tree("a=%E2%82%AC&b=%2525"), json!({ "a": "€", "b": "%25" }));
        assert_eq!(tree("a=b=c"), json!({ "a": "b=c" }));
        assert_eq!(tree("a=100%&b=%zz"), json!({ "a": "100%", "b": "%zz" }), "a stray percent stands for itself");
    }

    #[test]
    fn empty_things_are_empty() {
        assert_eq!(tree(""), json!({}));
        assert_eq!(tree("next_cursor="), json!({ "next_cursor": "" }));
        assert_eq!(tree("flag"), json!({ "flag": "" }));
        assert_eq!(tree("a[]="), json!({ "a": [""] }));
    }

    #[test]
    fn brackets_that_are_no_path_stand_for_themselves() {
        assert_eq!(tree("a[b=1"), json!({ "a[b": "1" }));
        assert_eq!(tree("a]=1"), json!({ "a]": "1" }));
        assert_eq!(tree("[a]=1"), json!({ "[a]": "1" }));
        assert_eq!(tree("a[b]c=1"), json!({ "a[b]c": "1" }));
    }

    #[test]
    fn a_value_that_is_also_an_object_is_refused() {
        assert!(parse("a=1&a[b]=2").unwrap_err().0.contains("`a`"));
        assert!(parse("r[a][b]=2&r[a]=1").unwrap_err().0.contains("`r[a]`"));
    }

    #[test]
    fn depth_and_number_are_bounded() {
        let deep = |levels: usize| format!("a{}=1", "[b]".repeat(levels));
        assert!(parse(&deep(15)).is_ok());
        assert!(parse(&deep(16)).is_err());
        let many = |count: usize| vec!["a[]=1"; count].join("&");
        assert!(parse(&many(1_000)).is_ok());
        assert!(parse(&many(1_001)).is_err());
    }

    #[test]
    fn a_huge_index_costs_nothing() {
        assert_eq!(tree("a[4294967295]=x&a[2]=y"), json!({ "a": ["y", "x"] }), "order counts, gaps do not");
        assert_eq!(tree("a[99999999999999999999999]=x"), json!({ "a": { "99999999999999999999999": "x" } }));
    }
}
