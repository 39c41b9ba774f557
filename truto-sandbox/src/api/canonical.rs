//! JSON in the one spelling of everything that says the same, to tell whether two requests do.

use std::fmt;

use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;

/// The text with its members sorted, without blanks and with one way to escape; other bytes as they are.
///
/// A number is what it is spelt as: a tree would round one that is too long, and take it for its neighbour. Members of one name
/// stay in their order, because the last one holds.
pub(crate) fn of(body: &[u8]) -> Vec<u8> {
    let mut out = String::with_capacity(body.len());
    let written = std::str::from_utf8(body).ok().and_then(|json| write(json, &mut out, 0).ok());
    written.map_or_else(|| body.to_vec(), |()| out.into_bytes())
}

/// How deep a text may nest; each level is read once more by those around it.
const DEEPEST: usize = 128;

fn write(json: &str, out: &mut String, depth: usize) -> serde_json::Result<()> {
    if depth > DEEPEST {
        return Err(serde::de::Error::custom("it nests too deep"));
    }
    match json.trim_start().as_bytes().first() {
        Some(b'{') => {
            let Members(mut members) = serde_json::from_str(json)?;
            members.sort_by(|(one, _), (other, _)| one.cmp(other));
            out.push('{');
            for (name, value) in members {
                out.push_str(&serde_json::to_string(&name)?);
                out.push(':');
                write(value.get(), out, depth + 1)?;
                out.push(',');
            }
            out.push('}');
        }
        Some(b'[') => {
            let items: Vec<&RawValue> = serde_json::from_str(json)?;
            out.push('[');
            for item in items {
                write(item.get(), out, depth + 1)?;
                out.push(',');
            }
            out.push(']');
        }
        Some(b'"') => out.push_str(&serde_json::to_string(&serde_json::from_str::<String>(json)?)?),
        _ => out.push_str(serde_json::from_str::<&RawValue>(json)?.get()),
    }
    Ok(())
}

/// The members of an object, as often as they come.
struct Members<'a>(Vec<(String, &'a RawValue)>);

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Object;

        impl<'de> Visitor<'de> for Object {
            type Value = Members<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Self::Value, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = object.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }

        deserializer.deserialize_map(Object)
    }
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn what_says_the_same_has_one_spelling() {
        for (one, other) in [
            (
                r#"{"a":1,"b":{"c":[1,{"d":null,"e":""}]}}"#,
                " {\"b\" : {\"c\":[1 ,{\"e\":\"\",\n\"d\":null}]},\"a\": 1}\n",
            ),
            (r#"{"é":"\/A"}"#, r#"{"\u00e9":"/\u0041"}"#),
            ("[]", " [ ] "),
            (r#"{"a":1,"a":2,"b":3}"#, r#"{"b":3,"a":1,"a":2}"#),
        ] {
            assert_eq!(of(one.as_bytes()), of(other.as_bytes()), "{one} {other}");
        }
    }

    #[test]
    fn what_says_something_else_has_another() {
        for (one, other) in [
            ("[1,2]", "[2,1]"),
            ("1", "1.0"),
            ("12345678901234567890123", "12345678901234567890124"),
            (r#"{"a":1,"a":2}"#, r#"{"a":2,"a":1}"#),
            (r#"{"a":1,"a":2}"#, r#"{"a":2}"#),
            (r#"{"a":null}"#, "{}"),
            (r#"["a","b"]"#, r#"["a,b"]"#),
            (r#""1""#, "1"),
            ("{", "{ "),
            ("", "null"),
        ] {
            assert_ne!(of(one.as_bytes()), of(other.as_bytes()), "{one} {other}");
        }
        let deep = |levels: usize| "[".repeat(levels) + &"]".repeat(levels);
        assert_ne!(of(deep(20_000).as_bytes()), of(deep(20_001).as_bytes()));
        assert_eq!(of(&[0xff, b'{']), [0xff, b'{']);
    }
}
