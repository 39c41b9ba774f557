//! The memory of a JSON value: an estimate that is good enough to bound a log.

use serde_json::Value;

const ENTRY: usize = size_of::<(String, Value)>();
/// Entries that a node of a B-tree has room for, used or not.
const NODE: usize = 11;

/// Estimates the bytes of a value with its content.
pub(crate) fn cost_of(value: &Value) -> usize {
    let inside = match value {
        Value::Null | Value::Bool(_) | Value::Number(_) => 0,
        Value::String(text) => text.len(),
        Value::Array(items) => items.iter().map(cost_of).sum(),
        Value::Object(entries) if entries.is_empty() => 0,
        Value::Object(entries) => {
            let unused = NODE.saturating_sub(entries.len()) * ENTRY;
            let used = entries.iter().map(|(key, value)| size_of::<String>() + key.len() + cost_of(value));
            unused + used.sum::<usize>()
        }
    };
    size_of::<Value>() + inside
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::cost_of;

    #[test]
    fn keys_and_texts_count_at_any_depth() {
        let long = "x".repeat(1000);
        for value in [json!(long), json!([long]), json!({ "a": { "b": [long] } }), json!({ "a": { (long): null } })] {
            assert!(cost_of(&value) > 1000, "{value}");
        }
    }

    #[test]
    fn small_values_cost_more_than_their_text() {
        let objects: Value = (0..100).map(|_| json!({ "a": 1 })).collect();
        assert!(cost_of(&objects) > 100 * 500);
        assert!(cost_of(&json!(vec![0; 100])) > 100 * 8);
    }
}
