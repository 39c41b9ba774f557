//! Lenient reading: a member of another type than expected counts as missing.

use serde_json::Value;

/// A JSON value whose members are read leniently. A value that is not an object has no members.
#[derive(Clone, Copy)]
pub(super) struct Block<'a>(pub(super) &'a Value);

impl<'a> Block<'a> {
    pub(super) fn get(self, key: &str) -> Option<&'a Value> {
        self.0.get(key).filter(|value| !value.is_null())
    }

    /// A nested block; empty if it is missing.
    pub(super) fn block(self, key: &str) -> Self {
        Self(self.get(key).unwrap_or(&Value::Null))
    }

    fn first<T>(self, keys: &[&str], read: impl Fn(&'a Value) -> Option<T>) -> Option<T> {
        keys.iter().find_map(|key| read(self.get(key)?))
    }

    /// The text of the first of these members that has one.
    pub(super) fn text(self, keys: &[&str]) -> Option<String> {
        self.first(keys, text)
    }

    pub(super) fn flag(self, key: &str) -> Option<bool> {
        self.get(key)?.as_bool()
    }

    pub(super) fn count(self, keys: &[&str]) -> Option<u64> {
        self.first(keys, Value::as_u64)
    }

    pub(super) fn number(self, keys: &[&str]) -> Option<f64> {
        self.first(keys, Value::as_f64)
    }

    /// The texts of a list.
    pub(super) fn texts(self, key: &str) -> Vec<String> {
        self.list(key).iter().filter_map(text).collect()
    }

    /// The items of a list; empty if it is missing.
    pub(super) fn list(self, key: &str) -> &'a [Value] {
        self.get(key).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default()
    }
}

/// The rows of a block: a list, or an object with the list in `resources`. `None` if it is neither.
pub(super) fn rows(block: &Value) -> Option<&[Value]> {
    block.as_array().or_else(|| block.get("resources")?.as_array()).map(Vec::as_slice)
}

/// A text that is not empty. An id may be a number.
pub(super) fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) if !text.is_empty() => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}
