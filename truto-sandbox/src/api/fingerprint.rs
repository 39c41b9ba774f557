//! The fingerprint of a request: two requests with one idempotency key must have the same.
//!
//! The order of members and parameters, blanks, escapes and the boundary of a form do not count.

use std::fmt;
use std::hash::{DefaultHasher, Hash, Hasher};

use http::Method;
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;
use serde_json::{Map, Value};

use crate::api::options::EXCLUDE_FIELDS;
use crate::state::accounts::ACCOUNT;
use crate::state::idempotency::Fingerprint;

pub(crate) fn fingerprint(method: &Method, query: &Map<String, Value>, body: &[u8]) -> Fingerprint {
    let mut hasher = DefaultHasher::new();
    method.hash(&mut hasher);
    let mut query = query.clone();
    // A key belongs to its account already.
    query.remove(ACCOUNT);
    if let Some(Value::Array(names)) = query.get_mut(EXCLUDE_FIELDS) {
        // The parameter is a set of names.
        names.sort_by_cached_key(Value::to_string);
    }
    canonical(Value::Object(query).to_string().as_bytes()).hash(&mut hasher);
    let body = canonical(body);
    body.hash(&mut hasher);
    Fingerprint { digest: hasher.finish(), length: body.len() }
}

/// Sorts the members, removes blanks and unifies escapes. Bytes that are not JSON stay as they are.
///
/// A number keeps its spelling: a tree of values would round a long number to its neighbour. Members with the same name keep
/// their order, because the last one counts.
fn canonical(body: &[u8]) -> Vec<u8> {
    let mut out = String::with_capacity(body.len());
    let written = std::str::from_utf8(body).ok().and_then(|json| write(json, &mut out, 0).ok());
    written.map_or_else(|| body.to_vec(), |()| out.into_bytes())
}

/// The deepest nesting. Each level is read again by all levels around it.
const MAX_DEPTH: usize = 128;

fn write(json: &str, out: &mut String, depth: usize) -> serde_json::Result<()> {
    if depth > MAX_DEPTH {
        return Err(serde::de::Error::custom("too deeply nested"));
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

/// The members of an object, including members with the same name.
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
    use super::canonical;

    #[test]
    fn equal_bodies_have_one_spelling() {
        for (one, other) in [
            (
                r#"{"a":1,"b":{"c":[1,{"d":null,"e":""}]}}"#,
                " {\"b\" : {\"c\":[1 ,{\"e\":\"\",\n\"d\":null}]},\"a\": 1}\n",
            ),
            (r#"{"é":"\/A"}"#, r#"{"\u00e9":"/\u0041"}"#),
            ("[]", " [ ] "),
            (r#"{"a":1,"a":2,"b":3}"#, r#"{"b":3,"a":1,"a":2}"#),
        ] {
            assert_eq!(canonical(one.as_bytes()), canonical(other.as_bytes()), "{one} {other}");
        }
    }

    #[test]
    fn different_bodies_have_different_spellings() {
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
            assert_ne!(canonical(one.as_bytes()), canonical(other.as_bytes()), "{one} {other}");
        }
        let deep = |levels: usize| "[".repeat(levels) + &"]".repeat(levels);
        assert_ne!(canonical(deep(20_000).as_bytes()), canonical(deep(20_001).as_bytes()));
        assert_eq!(canonical(&[0xff, b'{']), [0xff, b'{']);
    }
}
