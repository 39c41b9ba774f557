//! Plain values of JSON as text, for the places that have no JSON: a query, a path, a form.

use serde_json::Value;

use crate::util::escaped::Escaped;

/// Gives `push` the items and a comma between each two.
///
/// # Errors
/// A phrase that says which item cannot stand between commas.
pub(crate) fn joined(items: &[Value], mut push: impl FnMut(&str)) -> Result<(), String> {
    for (index, item) in items.iter().enumerate() {
        let text = plain_text(item);
        if text.is_empty() {
            return Err("an empty item cannot be told from none between commas".to_owned());
        }
        if text.contains(',') {
            return Err(format!("the item `{}` holds a comma, which separates items", Escaped(&text)));
        }
        if index > 0 {
            push(",");
        }
        push(&text);
    }
    Ok(())
}

/// The text of a value that is neither a list nor an object.
pub(crate) fn plain_text(value: &Value) -> std::borrow::Cow<'_, str> {
    match value {
        Value::Null => "".into(),
        Value::String(text) => text.into(),
        other => other.to_string().into(),
    }
}
