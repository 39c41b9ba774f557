//! The text of a saved call: a JSON object, which is written without a tree, and read without trust.

use core::fmt::Display;
use std::borrow::Cow;
use std::collections::BTreeMap;

use bytes::Bytes;
use http::{HeaderName, HeaderValue};
use serde::de::{DeserializeOwned, Error as _};
use serde::ser::{Error as _, SerializeMap};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;
use serde_json::value::RawValue;

use crate::contract::Method;
use crate::request::encode::content::Content;
use crate::request::encode::header;
use crate::request::encode::multipart::{Part, PartValue};
use crate::saved::{SavedCall, contracts};
use crate::types::file::File;
use crate::types::raw_json::RawJson;
use crate::util::plain_numbers::Plain;

/// The version of the form. A later version has another number, so that this one refuses it.
const VERSION: u64 = 1;

impl Serialize for SavedCall {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("version", &VERSION)?;
        map.serialize_entry("endpoint", &self.endpoint)?;
        map.serialize_entry("path", &self.path)?;
        if !self.query.is_empty() {
            map.serialize_entry("query", &self.query)?;
        }
        if self.is_paginated() {
            map.serialize_entry("paginated", &true)?;
        }
        if let Some(cursor) = &self.cursor {
            map.serialize_entry("cursor", cursor)?;
        }
        if !self.headers.is_empty() {
            let text = |value| str::from_utf8(HeaderValue::as_bytes(value)).map_err(S::Error::custom);
            let headers: Result<Vec<_>, _> =
                self.headers.iter().map(|(name, value)| Ok((name.as_str(), text(value)?))).collect();
            map.serialize_entry("headers", &headers?)?;
        }
        if let Some(providers) = &self.providers {
            map.serialize_entry("providers", providers)?;
        }
        match &self.content {
            Content::None => {}
            Content::Json(text) => {
                let text: &RawValue = serde_json::from_slice(text).map_err(S::Error::custom)?;
                map.serialize_entry("body", text)?;
            }
            Content::File(file) => map.serialize_entry("file", file)?,
            Content::Parts(parts) => map.serialize_entry("parts", parts)?,
        }
        if !self.secrets.is_empty() {
            map.serialize_entry("secrets", &self.secrets)?;
        }
        map.end()
    }
}

impl Serialize for Part {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(2))?;
        map.serialize_entry("name", &self.name)?;
        match &self.value {
            PartValue::Json(value) => map.serialize_entry("value", &Plain(value))?,
            PartValue::File(file) => map.serialize_entry("file", file)?,
        }
        map.end()
    }
}

/// Refuses a text that is not a saved call, or one of a later version. No error repeats a value.
impl<'de> Deserialize<'de> for SavedCall {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // As text first, because the errors of serde repeat values.
        let text = RawJson::deserialize(deserializer)?;
        read(text.as_str()).map_err(|reason| D::Error::custom(format_args!("not a saved call: {reason}")))
    }
}

/// The members of an object that are not read yet.
struct Members<'a>(BTreeMap<String, &'a RawValue>);

impl<'a> Members<'a> {
    fn of(text: &'a str, what: impl Display) -> Result<Self, String> {
        serde_json::from_str(text).map(Self).map_err(|_| format!("{what} is not an object"))
    }

    fn take<T: DeserializeOwned>(&mut self, name: &str, expected: &str) -> Result<Option<T>, String> {
        let Some(text) = self.0.remove(name) else { return Ok(None) };
        serde_json::from_str(text.get()).map(Some).map_err(|_| format!("`{name}` is not {expected}"))
    }

    fn text(&mut self, name: &str) -> Result<String, String> {
        self.take(name, "a text")?.ok_or_else(|| format!("`{name}` is missing"))
    }

    fn end(self) -> Result<(), String> {
        // The name is not shown, because it may be anything.
        if self.0.is_empty() { Ok(()) } else { Err("it has a member of another name".to_owned()) }
    }
}

fn read(text: &str) -> Result<SavedCall, String> {
    let mut members = Members::of(text, "the text")?;
    match members.take::<u64>("version", "a number")? {
        Some(VERSION) => {}
        Some(later) => {
            return Err(format!(
                "its version is {later}, and this version of truto-core reads {VERSION}: read it with the truto-core that saved it"
            ));
        }
        None => return Err("`version` is missing".to_owned()),
    }
    let (endpoint, path) = (members.text("endpoint")?, members.text("path")?);
    let method = endpoint.split(' ').next().unwrap_or_default();
    // The spelling is that of the request line.
    let method = Method::try_from(method).ok().filter(|known| known.as_str() == method);
    let method = method.ok_or("`endpoint` does not begin with a method")?;
    let is_paginated = members.take("paginated", "`true` or `false`")?.unwrap_or_default();
    let contract = contracts::of(method, &path, is_paginated)?;
    if contract.is_paginated() != is_paginated {
        return Err("a list is a GET".to_owned());
    }
    let providers: Option<Vec<String>> = members.take("providers", "a list of texts")?;
    let saved = SavedCall {
        contract,
        endpoint,
        path,
        query: members.take("query", "a text")?.unwrap_or_default(),
        headers: headers(&members.take::<Vec<_>>("headers", "a list of pairs of texts")?.unwrap_or_default())?,
        content: content(&mut members)?,
        secrets: members.take("secrets", "a list of texts")?.unwrap_or_default(),
        cursor: members.take("cursor", "a text")?,
        providers: providers.map(|names| names.into_iter().map(Cow::Owned).collect()),
    };
    members.end()?;
    saved.refusal().map_or(Ok(saved), Err)
}

fn headers(pairs: &[(String, String)]) -> Result<Vec<(HeaderName, HeaderValue)>, String> {
    let read = pairs.iter().map(|(name, value)| {
        let (name, mut value) = header(name, value).map_err(|reason| format!("a header is refused: {reason}"))?;
        // It may have been the value of a secret field.
        value.set_sensitive(true);
        Ok((name, value))
    });
    read.collect()
}

fn content(members: &mut Members<'_>) -> Result<Content, String> {
    let body = members.0.remove("body").map(|text| Content::Json(Bytes::copy_from_slice(text.get().as_bytes())));
    let file = members.0.remove("file").map(|text| file(text).map(Content::File)).transpose()?;
    let parts: Option<Vec<RawJson>> = members.take("parts", "a list")?;
    let parts = parts.map(|parts| parts.iter().map(part).collect::<Result<_, _>>().map(Content::Parts)).transpose()?;
    let mut all = [body, file, parts].into_iter().flatten();
    let content = all.next().unwrap_or(Content::None);
    if all.next().is_some() { Err("it has two bodies".to_owned()) } else { Ok(content) }
}

fn part(text: &RawJson) -> Result<Part, String> {
    let mut members = Members::of(text.as_str(), "a part")?;
    let name = members.text("name")?;
    let value = match members.0.remove("file") {
        Some(text) => PartValue::File(file(text)?),
        None => {
            let value: Option<Value> = members.take("value", "JSON that can be read")?;
            PartValue::Json(value.ok_or("a part has neither `value` nor `file`")?)
        }
    };
    members.end()?;
    Ok(Part { name, value })
}

fn file(text: &RawValue) -> Result<File, String> {
    let file: File = serde_json::from_str(text.get()).map_err(|error| format!("a file is refused: {error}"))?;
    file.content_type_header()?;
    Ok(file)
}
