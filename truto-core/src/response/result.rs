//! The answer of a custom method: the API documents `{"result": …}`, and some methods answer without it.

use core::fmt;

use serde::de::{Deserialize, DeserializeOwned, Deserializer, Error, MapAccess, Visitor};
use serde_json::value::RawValue;

/// The value of `result`, if the text is an object without another member.
pub(super) fn only_result(text: &[u8]) -> Option<&[u8]> {
    // The parser reads the whole text, so what cannot be such an object does not reach it.
    let is_object = text.trim_ascii_start().first() == Some(&b'{');
    let Only(value) = is_object.then(|| serde_json::from_slice(text).ok())??;
    Some(value.get().as_bytes())
}

/// Whether `T` has a member `result` of its own, so that it is the whole `text`, although it can be read from the `result` too: a
/// type whose members are all optional can be read from any object, and would be empty.
pub(super) fn is_whole<T: DeserializeOwned>(text: &[u8], result: &[u8]) -> bool {
    // `None` if the type cannot be read.
    let skips = |text: &[u8], member: Option<&str>| {
        let mut skips = false;
        let mut json = serde_json::Deserializer::from_slice(text);
        let read: Result<T, _> = serde_ignored::deserialize(&mut json, |path| {
            skips |= member.is_none_or(|member| path.to_string().trim_start_matches("?.") == member);
        });
        read.ok().map(|_| skips)
    };
    skips(text, Some("result")) == Some(false) && skips(result, None) == Some(true)
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
    use super::{is_whole, only_result};

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

    #[test]
    fn a_type_with_a_result_of_its_own_is_the_whole_answer() {
        #[derive(serde::Deserialize)]
        #[expect(dead_code, reason = "only its names matter")]
        struct Envelope {
            result: Option<Record>,
        }

        #[derive(serde::Deserialize)]
        #[expect(dead_code, reason = "only its names matter")]
        struct Record {
            id: Option<String>,
        }

        let (text, result) = (br#"{"result": {"id": "1", "later": 1}}"#, br#"{"id": "1", "later": 1}"#);
        assert!(is_whole::<Envelope>(text, result) && is_whole::<Option<Envelope>>(text, result));
        assert!(!is_whole::<Record>(text, result) && !is_whole::<Option<Record>>(text, result));
        assert!(!is_whole::<serde_json::Value>(text, result) && !is_whole::<()>(text, result));
    }
}
