//! The answer of a custom method: the API documents `{"result": …}`, and some methods answer without it.

use core::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};
use serde_json::value::RawValue;

/// The value of `result`, if the text is an object without another member.
pub(super) fn only_result(text: &[u8]) -> Option<&[u8]> {
    // The parser reads the whole text, so what cannot be such an object does not reach it.
    let is_object = text.trim_ascii_start().first() == Some(&b'{');
    let Only(value) = is_object.then(|| serde_json::from_slice(text).ok())??;
    Some(value.get().as_bytes())
}

struct Only<'a>(&'a RawValue);

impl<'de> Deserialize<'de> for Only<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(OnlyVisitor)
    }
}

struct OnlyVisitor;

impl<'de> Visitor<'de> for OnlyVisitor {
    type Value = Only<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object whose only member is `result`")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Self::Value, A::Error> {
        // The first other member ends the parser.
        let value = match members.next_key()? {
            Some(Member::Result) => members.next_value()?,
            _ => return Err(A::Error::custom("another member")),
        };
        match members.next_key::<Member>()? {
            None => Ok(Only(value)),
            Some(_) => Err(A::Error::custom("a further member")),
        }
    }
}

#[derive(serde::Deserialize)]
#[serde(field_identifier, rename_all = "snake_case")]
enum Member {
    Result,
    #[serde(other)]
    Other,
}

#[cfg(test)]
mod tests {
    use super::only_result;

    #[test]
    fn only_an_object_without_another_member_is_unwrapped() {
        for (text, inner) in [
            (r#"{"result": {"id": "1"}}"#, r#"{"id": "1"}"#),
            (" {\n\"result\" :[ 1 ] } ", "[ 1 ]"),
            (r#"{"result":null}"#, "null"),
            (r#"{"re\u0073ult": 1.50}"#, "1.50"),
        ] {
            assert_eq!(only_result(text.as_bytes()), Some(inner.as_bytes()), "{text}");
        }
        for text in [
            "{}",
            "[1]",
            "null",
            r#"{"id": "1", "result": 1}"#,
            r#"{"result": 1, "next_cursor": null}"#,
            r#"{"result": 1, "result": 2}"#,
            r#"{"results": 1}"#,
            r#"{"result": 1"#,
            r#"{"result": 1} 2"#,
        ] {
            assert_eq!(only_result(text.as_bytes()), None, "{text}");
        }
    }
}
