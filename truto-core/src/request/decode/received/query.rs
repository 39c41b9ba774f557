//! The query string of a received request.

use core::fmt;

use percent_encoding::percent_decode_str;
use serde_json::{Map, Value};

use super::key;
use super::query_node::QueryNode;
use crate::error::sentence_first;

/// Limits that bound the cost of a hostile query: the number of parameters, and the depth of each.
const MOST_PARAMETERS: usize = 1_000;
const DEEPEST: usize = 16;

/// A query string as a tree, in every spelling that clients of the API send: `a[]=`, `a[0]=`, repeated keys, nested objects,
/// encoded brackets, `+` and `%20`, a bare trailing `?` (<https://www.truto.one/docs/api-reference/overview/querying.md>).
///
/// ```
/// use truto_core::json;
/// use truto_core::server::ReceivedQuery;
///
/// let tree = |raw| serde_json::Value::from(ReceivedQuery::parse(raw).unwrap().to_json());
/// assert_eq!(tree("a[]=x&a[]=y"), json!({"a": ["x", "y"]}));
/// assert_eq!(tree("a=x&a=y"), tree("a%5B0%5D=x&a%5B1%5D=y"));
/// assert_eq!(tree("remote_query[a][b]=1"), json!({"remote_query": {"a": {"b": "1"}}}));
/// ```
#[derive(Clone, Debug, Default)]
pub struct ReceivedQuery {
    root: QueryNode,
}

impl ReceivedQuery {
    /// Reads a raw query string.
    ///
    /// # Errors
    /// If the query has more than 1,000 parameters, or a parameter nests deeper than 16 levels.
    pub fn parse(raw: &str) -> Result<Self, QueryError> {
        let mut root = QueryNode::default();
        for (count, pair) in raw.split('&').filter(|pair| !pair.is_empty()).enumerate() {
            if count == MOST_PARAMETERS {
                return Err(QueryError(format!("The query has more than {MOST_PARAMETERS} parameters")));
            }
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            let steps = key::steps(&decoded(key));
            if steps.len() > DEEPEST {
                return Err(QueryError(format!("A query parameter is nested deeper than {DEEPEST} levels")));
            }
            root.insert(&steps, decoded(value));
        }
        Ok(Self { root })
    }

    /// The tree as JSON. All leaves are strings, because only the type of a field knows their meaning.
    #[must_use]
    pub fn to_json(&self) -> Map<String, Value> {
        self.root.to_members()
    }

    /// The texts under this name, each with the names that lead to it, in the order of the query. A JSON object would lose the
    /// order, which `sort_by` needs.
    ///
    /// ```
    /// use truto_core::server::ReceivedQuery;
    ///
    /// let query = ReceivedQuery::parse("sort_by[name]=asc&limit=5&sort_by[created_at]=desc").unwrap();
    /// let order: Vec<_> = query.leaves("sort_by").into_iter().map(|(names, text)| (names.join("."), text)).collect();
    /// assert_eq!(order, [("name".to_owned(), "asc".to_owned()), ("created_at".to_owned(), "desc".to_owned())]);
    /// ```
    #[must_use]
    pub fn leaves(&self, name: &str) -> Vec<(Vec<String>, String)> {
        let mut found = Vec::new();
        if let Some(node) = self.get(name) {
            node.leaves(&[], &mut found);
        }
        found
    }

    /// The node of this name, which may have brackets.
    pub(crate) fn get(&self, name: &str) -> Option<&QueryNode> {
        self.root.find(&key::steps(name))
    }
}

/// Decodes `+` and percent escapes. Bytes that are not UTF-8 become the replacement character.
fn decoded(raw: &str) -> String {
    percent_decode_str(&raw.replace('+', " ")).decode_utf8_lossy().into_owned()
}

/// A query string that exceeds a limit.
///
/// ```
/// use truto_core::server::ReceivedQuery;
///
/// let error = ReceivedQuery::parse(&"a=1&".repeat(1_001)).unwrap_err();
/// assert_eq!(error.to_string(), "The query has more than 1000 parameters");
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct QueryError(String);

impl fmt::Display for QueryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        crate::util::escaped::Escaped(&self.0).fmt(f)
    }
}

impl fmt::Debug for QueryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        sentence_first(f, self, |f| f.write_str("QueryError"))
    }
}

impl core::error::Error for QueryError {}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::ReceivedQuery;

    fn tree(raw: &str) -> Value {
        Value::Object(ReceivedQuery::parse(raw).unwrap().to_json())
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
    fn what_is_a_value_and_an_object_is_both() {
        assert_eq!(tree("a=1&a[b]=2"), json!({ "a": ["1", { "b": "2" }] }));
        assert_eq!(tree("r[a][b]=2&r[a]=1"), json!({ "r": { "a": ["1", { "b": "2" }] } }));
    }

    #[test]
    fn depth_and_number_are_bounded() {
        let deep = |levels: usize| format!("a{}=1", "[b]".repeat(levels));
        assert!(ReceivedQuery::parse(&deep(15)).is_ok());
        assert!(ReceivedQuery::parse(&deep(16)).is_err());
        let many = |count: usize| vec!["a[]=1"; count].join("&");
        assert!(ReceivedQuery::parse(&many(1_000)).is_ok());
        assert!(ReceivedQuery::parse(&many(1_001)).is_err());
    }

    #[test]
    fn a_huge_index_costs_nothing() {
        assert_eq!(tree("a[4294967295]=x&a[2]=y"), json!({ "a": ["y", "x"] }), "order counts, gaps do not");
        assert_eq!(tree("a[99999999999999999999999]=x"), json!({ "a": { "99999999999999999999999": "x" } }));
        assert_eq!(tree("a[007]=x"), json!({ "a": { "007": "x" } }));
    }
}
