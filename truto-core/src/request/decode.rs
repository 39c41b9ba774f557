//! A request from JSON, or as a server received it: the values sorted into the contract's fields, every failure collected.
//!
//! A document has path, query and header fields at top level under their wire names, and body fields where the body
//! has them. An unknown key is a failure, at any depth: a link lost to a typo is a lost link. A request that was received
//! has each field in its place, and all but those of the body are text.

#[cfg(feature = "server")]
pub(crate) mod received;
// No request is received without the feature: the names are there, and no value.
#[cfg(not(feature = "server"))]
#[path = "decode/not_received.rs"]
mod received;

use core::fmt;
use std::collections::HashSet;

use serde::Deserializer;
use serde::de::{self, DeserializeOwned, DeserializeSeed, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

use crate::contract::common::{Common, REMOTE_DATA};
use crate::contract::rules;
use crate::contract::shape::Shape;
use crate::contract::{Contract, Field, Kind, Place, Presence};
use crate::error::{Failure, Problem};
#[cfg(feature = "server")]
use crate::request::decode::received::Received;
use crate::request::decode::received::Spelt;
use crate::types::patch::Patch;
use crate::util::escaped::Escaped;
use crate::util::json::{self, WIDE, kind_of};
use crate::util::plain::Plain;

/// The values of one document, by field of the contract.
///
/// Code written by `#[unified_endpoint]` takes them out by index and puts the request together.
///
/// Only derived code uses it. Nothing is taken before everything was looked at, so every failure is reported at once:
///
/// ```
/// use truto_core::{Endpoint, Error, crm::CreateAssociation};
///
/// let row = br#"{"entity": "contact", "entity_Id": "003Ux000004TbQd"}"#;
/// let Err(Error::Invalid(invalid)) = CreateAssociation::from_json(row) else { panic!("it is wrong") };
/// let paths: Vec<&str> = invalid.failures().iter().map(|failure| failure.path()).collect();
/// assert_eq!(paths, ["entity_Id", "entity_id", "entity"]);
/// ```
pub struct Fields {
    contract: &'static Contract,
    values: Vec<Option<Given>>,
    failures: Vec<Failure>,
    /// Whether this is a request that a server received, and not a document.
    received: bool,
}

/// What there is for a field.
#[derive(Clone)]
enum Given {
    Json(Value),
    /// Text, which the field's type decides how to read.
    #[cfg_attr(not(feature = "server"), expect(dead_code, reason = "only a request that a server received has any"))]
    Spelt(Spelt),
}

impl Given {
    fn is_null(&self) -> bool {
        matches!(self, Self::Json(Value::Null))
    }

    fn as_text(&self) -> Option<&str> {
        match self {
            Self::Json(value) => value.as_str(),
            Self::Spelt(spelt) => spelt.as_text(),
        }
    }
}

impl Fields {
    /// Sorts `document` into the fields of `contract`.
    pub(crate) fn new(contract: &'static Contract, document: Map<String, Value>) -> Self {
        let values = vec![None; contract.fields().len()];
        let mut fields = Self { contract, values, failures: Vec::new(), received: false };
        fields.sort(document, &[]);
        fields
    }

    /// Takes what was received for each field of `contract` from the field's place.
    #[cfg(feature = "server")]
    pub(crate) fn received(contract: &'static Contract, received: Received<'_>) -> Self {
        let text = |name: &str, of: &Map<String, Value>| of.get(name).and_then(Value::as_str).map(Spelt::text);
        let values = contract.fields().iter().map(|field| {
            let name = field.wire_name();
            let spelt = match field.place() {
                Place::Path => text(field.name(), received.path),
                Place::Query => received.query.get(name).cloned(),
                Place::Header => {
                    received.headers.get(name).map(|value| Spelt::text(String::from_utf8_lossy(value.as_bytes())))
                }
                Place::Body if field.objects().is_empty() => text(name, received.parts),
                Place::Body => None,
            };
            spelt.map(Given::Spelt)
        });
        let mut fields = Self { contract, values: values.collect(), failures: Vec::new(), received: true };
        fields.sort(received.body.clone(), &[]);
        fields
    }

    /// Whether the document that is sorted may hold this field: a body holds none of another place.
    fn may_hold(&self, field: &Field) -> bool {
        !self.received || field.place() == Place::Body
    }

    /// The common parameters that the document may hold.
    fn common(&self) -> impl Iterator<Item = &'static str> {
        let received = self.received;
        Common::names(self.contract).filter(move |name| !received || *name == REMOTE_DATA)
    }

    fn sort(&mut self, object: Map<String, Value>, within: &[&'static str]) {
        for (key, value) in object {
            let all = self.contract.fields();
            let is_it = |field: &Field| field.objects() == within && field.wire_name() == key && self.may_hold(field);
            let here: Vec<usize> = (0..all.len()).filter(|index| is_it(&all[*index])).collect();
            if !here.is_empty() {
                // One name may stand for a field of the body and for one of the query.
                for index in here {
                    self.values[index] = Some(Given::Json(value.clone()));
                }
                continue;
            }
            match nested_object(all, within, &key) {
                Some(name) => match value {
                    Value::Object(inner) => {
                        let mut deeper = within.to_vec();
                        deeper.push(name);
                        self.sort(inner, &deeper);
                    }
                    Value::Null => {}
                    other => {
                        let reason = format!("expected an object, found {}", kind_of(&other));
                        self.failures.push(Failure::value(join(within, &key), reason));
                    }
                },
                None if within.is_empty() && self.received && self.common().any(|name| name == key) => {
                    if !value.is_object() && !value.is_null() {
                        let reason = format!("expected an object, found {}", kind_of(&value));
                        self.failures.push(Failure::value(key, reason));
                    }
                }
                None if within.is_empty() && self.common().any(|name| name == key) => {
                    // Only a parameter that says nothing can be accepted without losing it.
                    if !is_nothing(&value) {
                        self.failures.push(Failure::value(key, NO_ROOM));
                    }
                }
                None => {
                    let suggestion = self.nearest(within, &key);
                    self.fail(join(within, &key), Problem::Unknown { suggestion });
                }
            }
        }
    }

    fn nearest(&self, within: &[&'static str], key: &str) -> Option<String> {
        let depth = within.len();
        let all = || self.contract.fields().iter().filter(|field| self.may_hold(field));
        let mut here: Vec<&str> = all()
            .filter(|field| field.objects().starts_with(within))
            .map(|field| field.objects().get(depth).copied().unwrap_or(field.wire_name()))
            .chain(self.common().filter(|_| within.is_empty()))
            .collect();
        let mut seen = HashSet::new();
        here.retain(|name| seen.insert(*name));
        if let Some(near) = truto_names::nearest(key, &here) {
            return Some(join(within, near));
        }
        // The right name in the wrong place: `contacts` beside `associations` and not in it.
        let elsewhere: Vec<String> = all().filter(|field| field.wire_name() == key).map(Field::json_path).collect();
        match <[String; 1]>::try_from(elsewhere) {
            Ok([path]) => Some(path),
            Err(_) => None,
        }
    }

    pub(crate) fn fail_all(&mut self, mut failures: Vec<Failure>) {
        self.failures.append(&mut failures);
    }

    fn fail(&mut self, path: impl Into<String>, problem: Problem) {
        self.failures.push(Failure::new(path, problem));
    }

    /// The entity rules that the document breaks, as far as it can be read. Asked for before anything is taken out.
    pub(crate) fn rule_violations(&self) -> Vec<Failure> {
        let fields = self.contract.fields();
        let entity = fields.iter().position(|field| field.kind() == Kind::Entity);
        let name = entity.and_then(|index| self.values[index].as_ref()?.as_text());
        let id = self.contract.entity_names().iter().find(|entity| Some(entity.wire) == name).map(|entity| entity.id);
        rules::violations(self.contract, id, |index| match &self.values[index] {
            None => false,
            Some(Given::Json(Value::Null)) => fields[index].presence() == Presence::Patch,
            Some(Given::Json(Value::Array(items))) => !items.is_empty() || fields[index].presence() != Presence::List,
            Some(Given::Json(_) | Given::Spelt(_)) => true,
        })
    }

    pub(crate) fn into_failures(self) -> Vec<Failure> {
        self.failures
    }

    /// A field that has to be there.
    pub fn required<T: DeserializeOwned>(&mut self, index: usize) -> Option<T> {
        if let Some(value) = self.take(index) {
            return self.decode(index, value);
        }
        let field = self.contract.fields().get(index)?;
        // An empty list or object is there, and a query has no way to say so.
        let nothing = if self.received && field.place() == Place::Query { received::read_nothing() } else { None };
        // An alias of `Option` is left out if it is `None`.
        let nothing = nothing.or_else(|| T::deserialize(Nothing).ok());
        if nothing.is_none() {
            self.fail(field.json_path(), Problem::Required);
        }
        nothing
    }

    /// A field that may be missing or `null`.
    pub fn optional<T: DeserializeOwned>(&mut self, index: usize) -> Option<Option<T>> {
        match self.take(index) {
            None => Some(None),
            // `null` is a value where it can be one: a key with nothing in it was sent, and is sent again.
            Some(value) if value.is_null() => Some(serde_json::from_value(Value::Null).ok()),
            Some(Given::Spelt(spelt)) if self.may_be_null(index, &spelt) => {
                // The empty text is a value where it can be one, and otherwise `null`.
                let style = self.contract.fields().get(index)?.query_style();
                Some(received::read(&spelt, style).value.ok())
            }
            Some(value) => self.decode(index, value).map(Some),
        }
    }

    /// Whether a text may stand for `null`: the empty one does, but for a part of a body, which can be the JSON `null`.
    fn may_be_null(&self, index: usize, spelt: &Spelt) -> bool {
        let in_body = self.contract.fields().get(index).is_some_and(|field| field.place() == Place::Body);
        !in_body && spelt.is_empty_text()
    }

    /// A list that may be missing or `null`.
    pub fn list<T: DeserializeOwned>(&mut self, index: usize) -> Option<Vec<T>> {
        self.optional(index).map(Option::unwrap_or_default)
    }

    /// A field with three states: missing, `null`, a value.
    pub fn patch<T: DeserializeOwned>(&mut self, index: usize) -> Option<Patch<T>> {
        match self.take(index) {
            None => Some(Patch::Leave),
            Some(value) if value.is_null() => Some(Patch::Clear),
            Some(Given::Spelt(spelt)) if self.may_be_null(index, &spelt) => Some(Patch::Clear),
            Some(value) => self.decode(index, value).map(Patch::Set),
        }
    }

    /// A field that has a default.
    pub fn defaulted<T: DeserializeOwned + Default>(&mut self, index: usize) -> Option<T> {
        self.optional(index).map(Option::unwrap_or_default)
    }

    fn take(&mut self, index: usize) -> Option<Given> {
        self.values.get_mut(index).and_then(Option::take)
    }

    fn decode<T: DeserializeOwned>(&mut self, index: usize, value: Given) -> Option<T> {
        let field = self.contract.fields()[index];
        // What a file says of itself never repeats its content, and what serde says of any other value repeats the value.
        let reason = match (field.shape(), &value) {
            (Shape::File, _) | (Shape::List(Shape::File), Given::Json(Value::Array(_))) => None,
            (Shape::List(Shape::File), _) => Some("expected a list of files"),
            _ if field.is_secret() => Some("the value of this secret field cannot be taken"),
            _ => None,
        };
        let Read { value, ignored } = match value {
            Given::Json(value) => read_from(Plain(value)),
            Given::Spelt(spelt) => received::read(&spelt, field.query_style()),
        };
        if field.is_secret() && !ignored.is_empty() {
            self.failures.push(Failure::value(field.json_path(), "the value of this secret field has an unknown key"));
        } else {
            for path in ignored {
                self.fail(format!("{}.{path}", field.json_path()), Problem::Unknown { suggestion: None });
            }
        }
        match value {
            Ok(value) => Some(value),
            Err(error) => {
                let reason = reason.map_or(error, str::to_owned);
                self.failures.push(Failure::value(field.json_path(), reason));
                None
            }
        }
    }
}

/// A value, and the paths of what its type ignored.
pub(crate) struct Read<T> {
    pub(crate) value: Result<T, String>,
    pub(crate) ignored: Vec<String>,
}

/// The value that `deserializer` holds.
pub(crate) fn read_from<'de, T: DeserializeOwned, D: Deserializer<'de, Error: fmt::Display>>(
    deserializer: D,
) -> Read<T> {
    let mut ignored = Vec::new();
    let value = serde_ignored::deserialize(deserializer, |path| ignored.push(path.to_string()));
    Read { value: value.map_err(|error| error.to_string()), ignored }
}

/// What is not there, as serde reads it: only an option takes it.
struct Nothing;

impl<'de> Deserializer<'de> for Nothing {
    type Error = de::value::Error;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Self::Error> {
        Err(de::Error::custom("there is nothing"))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        visitor.visit_none()
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

/// The values may be secrets.
impl fmt::Debug for Fields {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Fields").field("contract", &self.contract.name()).finish_non_exhaustive()
    }
}

const NO_ROOM: &str =
    "is a common parameter, which the request itself has no field for: read a `truto_core::Call` of it to keep it";

fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Object(members) => members.is_empty(),
        _ => false,
    }
}

/// The nested object called `key` that some field directly or indirectly stands in.
fn nested_object(fields: &[Field], within: &[&'static str], key: &str) -> Option<&'static str> {
    fields.iter().find_map(|field| {
        let next = field.objects().strip_prefix(within)?.first()?;
        (*next == key).then_some(*next)
    })
}

fn join(within: &[&str], key: &str) -> String {
    let mut path = within.join(".");
    if !path.is_empty() {
        path.push('.');
    }
    path.push_str(key);
    path
}

/// What is known of the numbers of a document.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Numbers {
    /// Each is the one that was written.
    AsWritten,
    /// A large one may have been an integer, which its reader rounded: only a field of floats takes it.
    MayBeRounded,
}

/// Reads a JSON object in which no key occurs twice, at any depth: of two values one would be lost.
pub(crate) fn document<'de, D: Deserializer<'de>>(
    contract: &Contract,
    numbers: Numbers,
    deserializer: D,
) -> Result<Map<String, Value>, D::Error> {
    match (Strict { contract, numbers, depth: Some(0), secret: false }).deserialize(deserializer)? {
        Value::Object(object) => Ok(object),
        other => Err(de::Error::custom(format_args!("expected an object, found {}", kind_of(&other)))),
    }
}

/// The first integers that neither `i64` nor `u64` holds, as `serde_json` rounds them.
const BEYOND_I64: f64 = 9_223_372_036_854_775_808.0;
const BEYOND_U64: f64 = 18_446_744_073_709_551_616.0;

/// Reads a [`Value`], refusing repeated keys and integers that would be rounded.
#[derive(Clone, Copy)]
struct Strict<'a> {
    contract: &'a Contract,
    numbers: Numbers,
    /// How many objects of the contract this is in; `None` inside of a field.
    depth: Option<usize>,
    /// Whether this is inside of a secret field, whose keys no error may name.
    secret: bool,
}

impl Strict<'_> {
    /// The reader of what stands under this key.
    fn below(self, key: &str) -> Self {
        let named = || self.contract.fields().iter().filter(|field| field.wire_name() == key);
        let secret = self.secret || named().any(Field::is_secret);
        let here = || named().filter(|field| Some(field.objects().len()) == self.depth);
        if here().next().is_none() {
            return Self { secret, depth: self.depth.map(|depth| depth + 1), ..self };
        }
        let numbers = if here().all(|field| is_float(field.shape())) { Numbers::AsWritten } else { self.numbers };
        Self { secret, numbers, depth: None, ..self }
    }
}

/// Whether every number in a value of this shape is a float, which rounds what it is given.
fn is_float(shape: Shape) -> bool {
    match shape {
        Shape::Number => true,
        Shape::List(value) | Shape::Map(value) | Shape::Nullable(value) | Shape::Filter { value, .. } => {
            is_float(*value)
        }
        Shape::Tuple(items) => items.iter().all(|item| is_float(*item)),
        _ => false,
    }
}

impl<'de> DeserializeSeed<'de> for Strict<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Strict<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON object")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Value, E> {
        // An integer that 64 bits cannot hold arrives here, rounded: an id would become another one.
        if self.numbers == Numbers::MayBeRounded && (value <= -BEYOND_I64 || value >= BEYOND_U64) {
            return Err(E::custom(WIDE));
        }
        // `null` in its place would clear.
        Number::from_f64(value).map(Value::Number).ok_or_else(|| E::custom("a number is not finite"))
    }

    fn visit_u128<E: de::Error>(self, value: u128) -> Result<Value, E> {
        Number::from_u128(value).map(Value::Number).ok_or_else(|| E::custom(WIDE))
    }

    fn visit_i128<E: de::Error>(self, value: i128) -> Result<Value, E> {
        Number::from_i128(value).map(Value::Number).ok_or_else(|| E::custom(WIDE))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_none<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(self)? {
            list.push(item);
        }
        Ok(Value::Array(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Value, A::Error> {
        let mut object = Map::new();
        while let Some(key) = members.next_key::<String>()? {
            if key == json::NUMBER && json::numbers_are_texts() {
                return members.next_value::<String>()?.parse().map(Value::Number).map_err(de::Error::custom);
            }
            let value = members.next_value_seed(self.below(&key))?;
            match object.entry(key) {
                serde_json::map::Entry::Vacant(entry) => {
                    entry.insert(value);
                }
                serde_json::map::Entry::Occupied(_) if self.secret => {
                    return Err(de::Error::custom("a key of a secret field occurs twice"));
                }
                serde_json::map::Entry::Occupied(entry) => {
                    return Err(de::Error::custom(format_args!("the key `{}` occurs twice", Escaped(entry.key()))));
                }
            }
        }
        Ok(Value::Object(object))
    }
}

#[cfg(test)]
mod tests {
    use super::{Numbers, document};
    use crate::contract::shape::Shaped;
    use crate::contract::{Contract, Field, Kind, Method};

    const FIELDS: &[Field] = &[Field::optional("a", Kind::Any), Field::optional("pin", Kind::Any).secret()];
    const CONTRACT: Contract = Contract::new("X", Method::Post, "/x", FIELDS);

    #[test]
    fn a_key_that_occurs_twice_is_named_but_for_those_of_a_secret() {
        let refused = |text: &str| {
            let mut reader = serde_json::Deserializer::from_str(text);
            document(&CONTRACT, Numbers::AsWritten, &mut reader).unwrap_err().to_string()
        };
        for (text, said) in [
            (r#"{"a": 1, "a": 2}"#, "the key `a` occurs twice"),
            (r#"{"a": [{"b": 1, "b": 2}]}"#, "the key `b` occurs twice"),
            (r#"{"pin": {"b": {"c": 1, "c": 2}}}"#, "a key of a secret field occurs twice"),
            (r#"{"a": {"pin": [{"b": 1, "b": 2}]}}"#, "a key of a secret field occurs twice"),
        ] {
            assert!(refused(text).starts_with(said), "{text}: {}", refused(text));
        }
    }

    fn read(numbers: Numbers, number: &str) -> Result<String, String> {
        let text = format!(r#"{{"a": [{{"n": {number}}}]}}"#);
        let object = document(&CONTRACT, numbers, &mut serde_json::Deserializer::from_str(&text));
        object.map(|object| object["a"][0]["n"].to_string()).map_err(|error| error.to_string())
    }

    #[test]
    fn numbers_are_read_as_they_are_written_or_refused() {
        for number in ["18446744073709551615", "-9223372036854775808", "9007199254740993", "0.1", "122.416294033786585"]
        {
            for numbers in [Numbers::AsWritten, Numbers::MayBeRounded] {
                let read = read(numbers, number).unwrap();
                assert_eq!(read.parse::<f64>().unwrap().to_bits(), number.parse::<f64>().unwrap().to_bits());
                assert!(number.contains('.') || read == number, "{number}");
            }
        }
        for number in ["18446744073709551616", "-9223372036854775809", "12345678901234567890123", "1e300", "1e20"] {
            match read(Numbers::MayBeRounded, number) {
                // Where numbers are texts, nothing is rounded.
                Ok(read) => {
                    assert_eq!(read.parse::<f64>().unwrap().to_bits(), number.parse::<f64>().unwrap().to_bits());
                }
                Err(error) => assert!(error.contains("write it as a string"), "{number}"),
            }
        }
        for number in ["1e300", "-1e20", "1e20", "5e-324", "-0.0"] {
            let read = read(Numbers::AsWritten, number).unwrap();
            assert_eq!(read.parse::<f64>().unwrap().to_bits(), number.parse::<f64>().unwrap().to_bits(), "{number}");
        }
    }

    #[test]
    fn a_field_of_floats_takes_what_a_reader_rounded() {
        const FIELDS: &[Field] = &[
            Field::optional("price", Kind::Number).shaped(<Option<f64> as Shaped>::SHAPE),
            Field::optional("id", Kind::Any),
        ];
        const CONTRACT: Contract = Contract::new("X", Method::Post, "/x", FIELDS);
        let read = |text: &str| {
            document(&CONTRACT, Numbers::MayBeRounded, &mut serde_json::Deserializer::from_str(text)).is_ok()
        };
        assert!(read(r#"{"price": 1e20}"#) && read(r#"{"price": 100000000000000000000}"#));
        assert!(!read(r#"{"id": 100000000000000000000}"#) || crate::util::json::numbers_are_texts());
    }
}
