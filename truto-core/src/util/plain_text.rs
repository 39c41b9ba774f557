//! Plain JSON values as text, for places that are not JSON: a query, a path, a form.

use serde_json::Value;

use crate::util::escaped::Escaped;

/// Passes the items to `push`, with commas between them. The error says which item cannot stand between commas.
pub(crate) fn joined(items: &[Value], mut push: impl FnMut(&str)) -> Result<(), String> {
    for (index, item) in items.iter().enumerate() {
        let text = plain_text(item);
        if text.is_empty() {
            return Err("an empty item cannot be sent in a comma list".to_owned());
        }
        if text.contains(',') {
            return Err(format!("the item `{}` contains a comma, which separates items", Escaped(&text)));
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
