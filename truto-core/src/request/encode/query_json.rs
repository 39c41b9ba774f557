//! The query of a request as a JSON object, for a batch, which sends its requests inside of a body.
//!
//! `owner[id]=1` becomes `{"owner": {"id": 1}}`. Values are written as in a body, so a list is a list and a number a number; only a
//! list of the style `comma` becomes text.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use serde_json::Value;
use serde_json::value::{RawValue, to_raw_value};

use crate::contract::common::{EXCLUDE_FIELDS, IGNORE_LIMIT, IGNORE_REMOTE_DATA, LIMIT, NEXT_CURSOR, REMOTE_QUERY};
use crate::contract::{Field, Place, Style};
use crate::error::{Failure, InvalidRequest};
use crate::request::encode::field_ref::FieldRef;
use crate::request::encode::{RequestView, unencodable, value_failure, without_file};
use crate::util::encoder::Encoder;
use crate::util::plain_text::joined;

/// The members of an object, each in order. A value is JSON text, which keeps the order of its own members and every digit.
#[derive(Debug, Default)]
struct Object {
    values: Vec<(String, Box<RawValue>)>,
    objects: Vec<(String, Object)>,
}

impl RequestView<'_> {
    /// The query as a JSON object, common parameters included. `None` if it is empty.
    ///
    /// # Errors
    /// The first value that cannot be written.
    pub(crate) fn query_as_json(&self) -> Result<Option<Box<RawValue>>, InvalidRequest> {
        let query = self.query_object().map_err(|failure| self.invalid(vec![failure]))?;
        if query.values.is_empty() && query.objects.is_empty() {
            return Ok(None);
        }
        to_raw_value(&query).map(Some).map_err(|error| self.invalid(vec![Failure::value("", error.to_string())]))
    }

    fn query_object(&self) -> Result<Object, Failure> {
        let mut query = Object::default();
        if let Some(ignore) = self.common.ignore_remote_data {
            query.add(IGNORE_REMOTE_DATA, plain(IGNORE_REMOTE_DATA, &ignore)?);
        }
        if !self.common.exclude_fields.is_empty() {
            query.add(EXCLUDE_FIELDS, plain(EXCLUDE_FIELDS, &self.common.exclude_fields)?);
        }
        if self.contract.is_paginated() {
            for (name, text) in self.common.list_parameters() {
                let is_text = name != LIMIT && name != IGNORE_LIMIT;
                let value = if is_text { plain(name, &text)? } else { raw(name, text.into_owned())? };
                query.add(name, value);
            }
        }
        for (field, value) in self.fields_where(|field| field.place() == Place::Query && !self.is_cursor(field)) {
            if let Some(value) = field_value(field, value)? {
                query.add(field.wire_name(), value);
            }
        }
        for (name, value) in &self.common.remote_query {
            query.nested(REMOTE_QUERY).push(name, plain(name, value)?);
        }
        if let Some(cursor) = self.cursor()? {
            query.add(NEXT_CURSOR, plain(NEXT_CURSOR, &cursor)?);
        }
        Ok(query)
    }
}

/// The value of a field. `None` if it is left out.
fn field_value(field: &Field, value: FieldRef<'_>) -> Result<Option<Box<RawValue>>, Failure> {
    let name = field.wire_name();
    if field.query_style() == Style::Comma
        && let Some(Value::Array(items)) = without_file(field, value)?
    {
        let mut text = String::new();
        joined(&items, |piece| text.push_str(piece)).map_err(|reason| value_failure(field, reason))?;
        return plain(name, &text).map(Some);
    }
    let FieldRef::Value(value) = value else {
        return without_file(field, value)?.map(|value| plain(name, &value)).transpose();
    };
    let mut text = Vec::new();
    if !value.encode(Encoder::field(&mut text)).map_err(|error| unencodable(field, &error))? {
        return Ok(None);
    }
    raw(name, String::from_utf8_lossy(&text).into_owned()).map(Some)
}

fn plain(name: &str, value: &impl Serialize) -> Result<Box<RawValue>, Failure> {
    to_raw_value(value).map_err(|error| Failure::value(name, error.to_string()))
}

fn raw(name: &str, text: String) -> Result<Box<RawValue>, Failure> {
    RawValue::from_string(text).map_err(|error| Failure::value(name, error.to_string()))
}

impl Object {
    /// Adds a value under a key as a query spells it: `owner[id]`, `ids[]`.
    fn add(&mut self, key: &str, value: Box<RawValue>) {
        let (first, rest) = key.split_once('[').unwrap_or((key, ""));
        let rest = rest.strip_suffix(']').unwrap_or(rest);
        let mut names = vec![first];
        names.extend(rest.split("][").filter(|name| !name.is_empty()));
        let Some((last, objects)) = names.split_last() else { return };
        let mut object = self;
        for name in objects {
            object = object.nested(name);
        }
        object.push(last, value);
    }

    fn push(&mut self, name: &str, value: Box<RawValue>) {
        self.values.push((name.to_owned(), value));
    }

    /// The object under this name.
    fn nested(&mut self, name: &str) -> &mut Self {
        let at = self.objects.iter().position(|(known, _)| known == name).unwrap_or_else(|| {
            self.objects.push((name.to_owned(), Self::default()));
            self.objects.len() - 1
        });
        &mut self.objects[at].1
    }
}

impl Serialize for Object {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (name, value) in &self.values {
            map.serialize_entry(name, value)?;
        }
        for (name, object) in &self.objects {
            map.serialize_entry(name, object)?;
        }
        map.end()
    }
}
