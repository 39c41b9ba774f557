//! What it costs to keep a JSON value, in bytes: near enough to bound memory with.

use serde_json::Value;

const ENTRY: usize = size_of::<(String, Value)>();
/// A node of a B-tree has room for so many entries, used or not.
const NODE: usize = 11;

/// Bytes of a value and of everything in it.
pub(crate) fn weight(value: &Value) -> usize {
    let inside = match value {
        Value::Null | Value::Bool(_) | Value::Number(_) => 0,
        Value::String(text) => text.len(),
        Value::Array(items) => items.iter().map(weight).sum(),
        Value::Object(entries) if entries.is_empty() => 0,
        Value::Object(entries) => {
            let unused = NODE.saturating_sub(entries.len()) * ENTRY;
            let used = entries.iter().map(|(key, value)| size_of::<String>() + key.len() + weight(value));
            unused + used.sum::<usize>()
        }
    };
    size_of::<Value>() + inside
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::weight;

    #[test]
    fn keys_and_text_weigh_wherever_they_are() {
        let long = "x".repeat(1000);
        for value in [json!(long), json!([long]), json!({ "a": { "b": [long] } }), json!({ "a": { (long): null } })] {
            assert!(weight(&value) > 1000, "{value}");
        }
    }

    #[test]
    fn small_values_weigh_more_than_their_text() {
        let objects: Value = (0..100).map(|_| json!({ "a": 1 })).collect();
        assert!(weight(&objects) > 100 * 500);
        assert!(weight(&json!(vec![0; 100])) > 100 * 8);
    }
}
