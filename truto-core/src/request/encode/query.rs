//! The query string: the spelling of values of any shape.
//!
//! Space is `%20`, brackets are encoded, and null is `key=`. Empty lists and objects are dropped
//! (<https://www.truto.one/docs/api-reference/overview/querying.md>). A dropped condition would return too many records, so
//! [`nothing_is_dropped`] is called first.

use serde_json::Value;

use crate::contract::Style;
use crate::util::escaped::Escaped;
use crate::util::percent::push_encoded;
use crate::util::plain_text::{joined, plain_text};

/// A query string under construction.
#[derive(Debug)]
pub(crate) struct Query {
    text: String,
    key: String,
}

impl Query {
    /// Continues `path`, which ends with its query so far, or with `?`.
    pub(crate) fn appending_to(path: String) -> Self {
        Self { text: path, key: String::new() }
    }

    /// Bytes of the path with the query so far.
    pub(crate) fn len(&self) -> usize {
        self.text.len()
    }

    /// The path with the query.
    pub(crate) fn finish(self) -> String {
        self.text
    }

    /// The path with the query. An empty query is left out, with its `?`.
    pub(crate) fn finish_or_none(mut self) -> String {
        if self.text.ends_with('?') {
            self.text.pop();
        }
        self.text
    }

    /// Adds `key=text` without encoding: both have unreserved characters only.
    pub(crate) fn verbatim(&mut self, key: &str, text: &str) {
        self.separate();
        self.text.extend([key, "=", text]);
    }

    /// Adds `key=text`.
    pub(crate) fn text(&mut self, key: &str, text: &str) {
        self.set_key(key);
        self.pair(text);
    }

    /// Adds `key[]=text`.
    pub(crate) fn item(&mut self, key: &str, text: &str) {
        self.set_key(key);
        self.key.push_str("%5B%5D");
        self.pair(text);
    }

    /// Adds `value` under `key`.
    ///
    /// # Errors
    /// Why `style` cannot spell the value.
    pub(crate) fn value(&mut self, key: &str, value: &Value, style: Style) -> Result<(), String> {
        self.set_key(key);
        self.tree(value, style)
    }

    /// Adds one member of an object: `key[name]=value`.
    ///
    /// # Errors
    /// Why the member cannot be spelt.
    pub(crate) fn member(&mut self, key: &str, name: &str, value: &Value, style: Style) -> Result<(), String> {
        self.set_key(key);
        self.push_key(name)?;
        self.tree(value, style)
    }

    fn tree(&mut self, value: &Value, style: Style) -> Result<(), String> {
        match value {
            Value::Object(members) => {
                for (name, member) in members {
                    let outer = self.key.len();
                    self.push_key(name)?;
                    self.tree(member, style)?;
                    self.key.truncate(outer);
                }
                Ok(())
            }
            Value::Array(items) => self.list(items, style),
            plain => {
                self.pair(&plain_text(plain));
                Ok(())
            }
        }
    }

    fn list(&mut self, items: &[Value], style: Style) -> Result<(), String> {
        let nested = items.iter().any(|item| matches!(item, Value::Array(_) | Value::Object(_)));
        match style {
            Style::Brackets if nested => {
                for (index, item) in items.iter().enumerate() {
                    let outer = self.key.len();
                    self.push_brackets(&index.to_string());
                    self.tree(item, style)?;
                    self.key.truncate(outer);
                }
            }
            Style::Brackets => {
                let outer = self.key.len();
                self.push_brackets("");
                self.pairs(items);
                self.key.truncate(outer);
            }
            Style::Repeat | Style::Comma if nested => {
                return Err("a list that holds lists or objects needs `style = brackets`".to_owned());
            }
            Style::Repeat => self.pairs(items),
            Style::Comma if items.is_empty() => {}
            Style::Comma => {
                self.start_pair();
                joined(
                    items,
                    |text| if text == "," { self.text.push(',') } else { push_encoded(&mut self.text, text) },
                )?;
            }
        }
        Ok(())
    }

    fn set_key(&mut self, key: &str) {
        self.key.clear();
        push_encoded(&mut self.key, key);
    }

    fn push_key(&mut self, name: &str) -> Result<(), String> {
        if name.is_empty() || name.contains(['[', ']']) {
            // The server would read such a key as another structure.
            return Err(format!("the key `{}` is empty or has a bracket: nest an object instead", Escaped(name)));
        }
        self.push_brackets(name);
        Ok(())
    }

    fn push_brackets(&mut self, inside: &str) {
        self.key.push_str("%5B");
        push_encoded(&mut self.key, inside);
        self.key.push_str("%5D");
    }

    fn pairs(&mut self, items: &[Value]) {
        for item in items {
            self.pair(&plain_text(item));
        }
    }

    fn pair(&mut self, text: &str) {
        self.start_pair();
        push_encoded(&mut self.text, text);
    }

    fn separate(&mut self) {
        if !self.text.ends_with('?') {
            self.text.push('&');
        }
    }

    fn start_pair(&mut self) {
        self.separate();
        self.text.push_str(&self.key);
        self.text.push('=');
    }
}

/// Refuses a value with an empty list or object at any depth, because a query would leave it out.
///
/// # Errors
/// Which part would be left out.
pub(crate) fn nothing_is_dropped(value: &Value) -> Result<(), String> {
    let empty = match value {
        Value::Array(items) if items.is_empty() => "list",
        Value::Object(members) if members.is_empty() => "object",
        Value::Array(items) => return items.iter().try_for_each(nothing_is_dropped),
        Value::Object(members) => return members.values().try_for_each(nothing_is_dropped),
        _ => return Ok(()),
    };
    Err(format!(
        "an empty {empty} would be left out of the query, and the request would list everything: leave the field unset"
    ))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn spelt(value: &Value, style: Style) -> Result<String, String> {
        let mut query = Query::appending_to("/p?".to_owned());
        query.value("k", value, style)?;
        Ok(query.finish())
    }

    fn brackets(value: &Value) -> String {
        spelt(value, Style::Brackets).unwrap()
    }

    #[test]
    fn plain_values_are_byte_exact() {
        for (value, wire) in [
            (json!("a b"), "/p?k=a%20b"),
            (json!("a&b=c%d+e"), "/p?k=a%26b%3Dc%25d%2Be"),
            (json!("'q\"[]#/?:@"), "/p?k=%27q%22%5B%5D%23%2F%3F%3A%40"),
            (json!("-._~"), "/p?k=-._~"),
            (json!("Łódź 🦀"), "/p?k=%C5%81%C3%B3d%C5%BA%20%F0%9F%A6%80"),
            (json!(""), "/p?k="),
            (json!(null), "/p?k="),
            (json!(0), "/p?k=0"),
            (json!(-1.5), "/p?k=-1.5"),
            (json!(9_007_199_254_740_993_u64), "/p?k=9007199254740993"),
            (json!(true), "/p?k=true"),
        ] {
            assert_eq!(brackets(&value), wire, "{value}");
        }
    }

    #[test]
    fn trees_are_spelt_with_encoded_brackets() {
        for (value, wire) in [
            (json!({"a": "x", "b": {"c": 1}}), "/p?k%5Ba%5D=x&k%5Bb%5D%5Bc%5D=1"),
            (json!(["a", null, 2]), "/p?k%5B%5D=a&k%5B%5D=&k%5B%5D=2"),
            (json!([{"a": 1}, "b"]), "/p?k%5B0%5D%5Ba%5D=1&k%5B1%5D=b"),
            (json!([["a", "b"], []]), "/p?k%5B0%5D%5B%5D=a&k%5B0%5D%5B%5D=b"),
            (json!({"a b&": "é"}), "/p?k%5Ba%20b%26%5D=%C3%A9"),
            (json!([]), "/p?"),
            (json!({"a": {}, "b": []}), "/p?"),
        ] {
            assert_eq!(brackets(&value), wire, "{value}");
        }
    }

    #[test]
    fn what_would_be_dropped_is_found_at_any_depth() {
        for value in [json!([]), json!({}), json!([["a"], []]), json!({"a": "b", "c": []}), json!([{"a": {}}])] {
            let refused = nothing_is_dropped(&value).unwrap_err();
            assert!(refused.contains("would list everything"), "{value}: {refused}");
        }
        for value in [json!(null), json!(""), json!([null]), json!({"a": ""}), json!([[0]])] {
            assert_eq!(nothing_is_dropped(&value), Ok(()), "{value}");
        }
    }

    #[test]
    fn the_other_styles_keep_to_their_rules() {
        assert_eq!(spelt(&json!(["a b", "c"]), Style::Repeat).unwrap(), "/p?k=a%20b&k=c");
        assert_eq!(spelt(&json!(["a b", "c"]), Style::Comma).unwrap(), "/p?k=a%20b,c");
        assert_eq!(spelt(&json!({"in": ["a", "b"]}), Style::Comma).unwrap(), "/p?k%5Bin%5D=a,b");
        assert_eq!(spelt(&json!([]), Style::Comma).unwrap(), "/p?");
        assert!(spelt(&json!(["a,b"]), Style::Comma).unwrap_err().contains("comma"));
        for empty in [json!([""]), json!(["a", ""]), json!([null]), json!({"in": ["", "a"]})] {
            assert!(spelt(&empty, Style::Comma).unwrap_err().contains("empty"), "{empty}");
        }
        assert!(spelt(&json!([["a"]]), Style::Repeat).unwrap_err().contains("brackets"));
    }

    #[test]
    fn a_key_that_would_change_the_structure_is_refused() {
        assert!(spelt(&json!({"a[b": 1}), Style::Brackets).is_err());
        assert!(spelt(&json!({"": 1}), Style::Brackets).is_err());
    }
}
