//! A request from its JSON form, or as a server received it: sorts the values into the contract's fields and collects every
//! failure.
//!
//! The JSON form has path, query and header fields at top level under their wire names, and body fields where the body has
//! them. An unknown key is a failure at any depth: a link lost to a typo is a lost link. A received request has each field in
//! its place, and everything outside of the body is text.

#[cfg(feature = "server")]
pub(crate) mod received;
// Without the feature no request is received, so this module has the same names and no value.
#[cfg(not(feature = "server"))]
#[path = "decode/not_received.rs"]
mod received;
mod sort;
pub(crate) mod strict;

use core::fmt;

use serde::Deserializer;
use serde::de::{self, DeserializeOwned, Visitor};
use serde_json::{Map, Value};

use crate::contract::rules;
use crate::contract::shape::Shape;
use crate::contract::{Contract, Kind, Place, Presence};
use crate::error::{Failure, Problem};
use crate::request::decode::received::QueryNode;
use crate::request::decode::sort::Form;
use crate::types::patch::Patch;
use crate::util::plain_numbers::Plain;

/// The values of one request, by field of the contract.
///
/// Derived code takes the values out by index and builds the request. Every key is looked at before the first value is taken,
/// so all failures are reported at once.
pub struct RequestReader {
    contract: &'static Contract,
    values: Vec<FieldInput>,
    failures: Vec<Failure>,
}

/// The input for one field, before the field's type has read it.
#[derive(Clone, Default)]
enum FieldInput {
    #[default]
    Absent,
    /// Absent from a query, which cannot spell an empty list or object: the field may have been sent as either.
    #[cfg_attr(not(feature = "server"), expect(dead_code, reason = "only a received request has it"))]
    AbsentOrEmpty,
    Json(Value),
    /// Text. The field's type decides how to read it.
    #[cfg_attr(not(feature = "server"), expect(dead_code, reason = "only a received request has it"))]
    Text(QueryNode),
}

impl FieldInput {
    fn as_text(&self) -> Option<&str> {
        match self {
            Self::Absent | Self::AbsentOrEmpty => None,
            Self::Json(value) => value.as_str(),
            Self::Text(node) => node.as_text(),
        }
    }

    /// Whether a request that was received with this input set the field.
    fn is_set(&self, presence: Presence) -> bool {
        match self {
            Self::Absent | Self::AbsentOrEmpty => false,
            Self::Json(Value::Null) => presence == Presence::Patch,
            Self::Json(Value::Array(items)) => !items.is_empty() || presence != Presence::List,
            Self::Json(_) | Self::Text(_) => true,
        }
    }
}

impl RequestReader {
    /// Sorts the JSON form of a request into the fields of `contract`.
    pub(crate) fn new(contract: &'static Contract, document: Map<String, Value>) -> Self {
        let values = vec![FieldInput::Absent; contract.fields().len()];
        let mut reader = Self { contract, values, failures: Vec::new() };
        reader.sort(document, &[], Form::Document);
        reader
    }

    pub(crate) fn fail_all(&mut self, mut failures: Vec<Failure>) {
        self.failures.append(&mut failures);
    }

    fn fail(&mut self, path: impl Into<String>, problem: Problem) {
        self.failures.push(Failure::new(path, problem));
    }

    /// The entity rules that the request breaks, as far as it can be read. Call it before the first value is taken.
    ///
    /// The encoder checks the same rules on the values of a struct. This check reads raw values, so that a request that cannot
    /// be built reports its broken rules too.
    pub(crate) fn rule_violations(&self) -> Vec<Failure> {
        let fields = self.contract.fields();
        let entity = fields.iter().position(|field| field.kind() == Kind::Entity);
        let name = entity.and_then(|index| self.values[index].as_text());
        let id = self.contract.entity_names().iter().find(|entity| Some(entity.wire) == name).map(|entity| entity.id);
        rules::violations(self.contract, id, |index| self.values[index].is_set(fields[index].presence()))
    }

    pub(crate) fn into_failures(self) -> Vec<Failure> {
        self.failures
    }

    /// Reads a field that must be there.
    pub fn required<T: DeserializeOwned>(&mut self, index: usize) -> Option<T> {
        let empty = match self.take(index) {
            FieldInput::Absent => None,
            FieldInput::AbsentOrEmpty => received::read_empty(),
            given => return self.decode(index, given),
        };
        // An alias of `Option` is left out if it is `None`.
        let value = empty.or_else(|| T::deserialize(Nothing).ok());
        if value.is_none() {
            self.fail(self.contract.fields().get(index)?.json_path(), Problem::Required);
        }
        value
    }

    /// Reads a field that may be missing or `null`.
    pub fn optional<T: DeserializeOwned>(&mut self, index: usize) -> Option<Option<T>> {
        match self.take(index) {
            FieldInput::Absent | FieldInput::AbsentOrEmpty => Some(None),
            // `null` and the empty text are values of a type that can hold them, and otherwise no value.
            FieldInput::Json(Value::Null) => Some(serde_json::from_value(Value::Null).ok()),
            FieldInput::Text(node) if self.may_be_null(index, &node) => {
                let style = self.contract.fields().get(index)?.query_style();
                Some(received::read(&node, style).value.ok())
            }
            given => self.decode(index, given).map(Some),
        }
    }

    /// Whether a text may stand for `null`. The empty text does, except in a part of a body, which can be the JSON `null`.
    fn may_be_null(&self, index: usize, node: &QueryNode) -> bool {
        let in_body = self.contract.fields().get(index).is_some_and(|field| field.place() == Place::Body);
        !in_body && node.is_empty_text()
    }

    /// Reads a field with three states: missing, `null`, a value.
    pub fn patch<T: DeserializeOwned>(&mut self, index: usize) -> Option<Patch<T>> {
        match self.take(index) {
            FieldInput::Absent | FieldInput::AbsentOrEmpty => Some(Patch::Leave),
            FieldInput::Json(Value::Null) => Some(Patch::Clear),
            FieldInput::Text(node) if self.may_be_null(index, &node) => Some(Patch::Clear),
            given => self.decode(index, given).map(Patch::Set),
        }
    }

    /// Reads a field that has a default, such as a list, and may be missing or `null`.
    pub fn defaulted<T: DeserializeOwned + Default>(&mut self, index: usize) -> Option<T> {
        self.optional(index).map(Option::unwrap_or_default)
    }

    fn take(&mut self, index: usize) -> FieldInput {
        self.values.get_mut(index).map(core::mem::take).unwrap_or_default()
    }

    fn decode<T: DeserializeOwned>(&mut self, index: usize, input: FieldInput) -> Option<T> {
        let field = self.contract.fields()[index];
        // The error of a file never repeats its content. The error of any other type may repeat the value.
        let reason = match (field.shape(), &input) {
            (Shape::File, _) | (Shape::List(Shape::File), FieldInput::Json(Value::Array(_))) => None,
            (Shape::List(Shape::File), _) => Some("expected a list of files"),
            _ if field.is_secret() => Some("the value of this secret field is not valid"),
            _ => None,
        };
        let ReadValue { value, ignored } = match input {
            FieldInput::Absent | FieldInput::AbsentOrEmpty => return None,
            FieldInput::Json(value) => read_from(Plain(value)),
            FieldInput::Text(node) => received::read(&node, field.query_style()),
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

/// A value, or why it cannot be read, and the paths of the keys that its type ignores.
pub(crate) struct ReadValue<T> {
    pub(crate) value: Result<T, String>,
    pub(crate) ignored: Vec<String>,
}

/// Reads a value and collects the ignored keys.
pub(crate) fn read_from<'de, T: DeserializeOwned, D: Deserializer<'de, Error: fmt::Display>>(
    deserializer: D,
) -> ReadValue<T> {
    let mut ignored = Vec::new();
    let value = serde_ignored::deserialize(deserializer, |path| ignored.push(path.to_string()));
    ReadValue { value: value.map_err(|error| error.to_string()), ignored }
}

/// A missing value as serde reads it: only an `Option` accepts it.
struct Nothing;

impl<'de> Deserializer<'de> for Nothing {
    type Error = de::value::Error;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Self::Error> {
        Err(de::Error::custom("the value is missing"))
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
impl fmt::Debug for RequestReader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RequestReader").field("contract", &self.contract.name()).finish_non_exhaustive()
    }
}
