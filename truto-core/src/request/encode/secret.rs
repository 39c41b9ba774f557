//! The texts of a secret field that no error may repeat: every text in its value, and larger pieces of the value if a text is
//! too short to be searched for by itself.

use percent_encoding::percent_decode_str;
use serde_json::Value;

use crate::contract::{Field, Place};
use crate::redact::SHORTEST;
use crate::request::encode::RequestView;
use crate::request::encode::field_ref::FieldRef;
use crate::request::encode::query::Query;
use crate::types::file::File;
use crate::util::encoder::Encoder;
use crate::util::plain_text::plain_text;

impl RequestView<'_> {
    /// Every text of a secret field that an error or an answer could repeat.
    pub(super) fn secrets(&self) -> Vec<String> {
        let mut secrets = Vec::new();
        for (field, value) in self.fields_where(Field::is_secret) {
            secrets.extend(value.files().iter().flat_map(File::secrets));
            let mut sent = Vec::new();
            if let FieldRef::Value(value) = value
                && value.encode(Encoder::field(&mut sent)).is_ok_and(|written| written)
                && let Ok(sent) = String::from_utf8(sent)
            {
                // The tree may round a number. Its digits are in the whole text, which is kept too.
                secrets.extend(serde_json::from_str(&sent).iter().flat_map(|tree| texts(field, tree)));
                secrets.push(sent);
            }
        }
        secrets
    }
}

/// The texts in the value of `field`.
fn texts(field: &Field, value: &Value) -> Vec<String> {
    let mut found = Vec::new();
    collect(value, &mut found);
    if field.place() == Place::Query && is_compound(value) && has_short_text(value) {
        let mut query = Query::appending_to("?".to_owned());
        // A value that cannot be spelt is not sent.
        if query.value(field.wire_name(), value, field.query_style()).is_ok() {
            let pairs = query.finish();
            found.push(percent_decode_str(pairs.trim_start_matches('?')).decode_utf8_lossy().into_owned());
        }
    }
    found
}

fn collect(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Null | Value::Bool(_) => {}
        // A message may show the number without its sign.
        Value::Number(number) => found.push(number.to_string().trim_start_matches('-').to_owned()),
        Value::String(text) => found.push(text.clone()),
        Value::Array(items) => items.iter().for_each(|item| collect(item, found)),
        Value::Object(members) => {
            for (name, member) in members {
                found.push(name.clone());
                collect(member, found);
                // A filter joins the items of its list.
                if let ("in" | "nin", Value::String(items)) = (name.as_str(), member) {
                    found.extend(items.split(',').map(str::to_owned));
                }
            }
        }
    }
    if is_compound(value) && has_short_text(value) {
        found.push(value.to_string());
        if let Value::Array(items) = value {
            let items: Vec<_> = items.iter().map(plain_text).collect();
            found.extend([",", ", "].map(|comma| items.join(comma)));
        }
    }
}

fn is_compound(value: &Value) -> bool {
    value.is_array() || value.is_object()
}

fn has_short_text(value: &Value) -> bool {
    match value {
        Value::Array(items) => items.iter().any(has_short_text),
        Value::Object(members) => members.iter().any(|(name, member)| name.len() < SHORTEST || has_short_text(member)),
        plain => plain_text(plain).len() < SHORTEST || plain.is_boolean(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::texts;
    use crate::contract::{Field, Kind};

    #[test]
    fn long_texts_stand_for_themselves_and_short_ones_for_each_other() {
        let body = Field::optional("k", Kind::Any);
        for (value, all) in [
            (json!(null), &[][..]),
            (json!(true), &[]),
            (json!("text"), &["text"]),
            (json!(-12345), &["12345"]),
            (json!(["first", "second"]), &["first", "second"]),
            (json!({"name": {"key": "x"}}), &["name", "key", "x", r#"{"key":"x"}"#, r#"{"name":{"key":"x"}}"#]),
            (json!([1, 22]), &["1", "22", "[1,22]", "1,22", "1, 22"]),
            (json!({"in": "a,b", "nin": "c"}), &["in", "a,b", "a", "b", "nin", "c", "c", r#"{"in":"a,b","nin":"c"}"#]),
        ] {
            assert_eq!(texts(&body, &value), all, "{value}");
        }
        let query = body.query();
        assert_eq!(texts(&query, &json!([1, 2])).last().unwrap(), "k[]=1&k[]=2");
        assert_eq!(texts(&query, &json!("12")), ["12"]);
    }
}
