//! Parameters that every unified endpoint takes without declaring them.

use std::borrow::Cow;

use serde_json::{Map, Value};

use crate::contract::builder::setter::TextListOf;
use crate::contract::builder::value::extend;
use crate::contract::{BodyForm, Contract, Field, Place};
use crate::error::Failure;
use crate::util::encode::Encode;
use crate::util::encoder::Encoder;

pub(crate) const EXCLUDE_FIELDS: &str = "truto_exclude_fields";
pub(crate) const IGNORE_REMOTE_DATA: &str = "truto_ignore_remote_data";
pub(crate) const REMOTE_QUERY: &str = "remote_query";
pub(crate) const REMOTE_DATA: &str = "remote_data";
pub(crate) const NEXT_CURSOR: &str = "next_cursor";
pub(crate) const BODY_PASSTHROUGH: &str = "truto_body_passthrough";
const LIMIT: &str = "limit";
const KEY_BY: &str = "truto_key_by";
const IGNORE_LIMIT: &str = "truto_ignore_limit";

const NO_PLACE: &str = "the body is one file, and has no place for it";
const TWICE: &str =
    "is a field of this request and a common parameter of the call: it would be sent twice, set the field";

/// The common parameters of one call.
///
/// `integrated_account_id` comes from the account and `truto_response_format` from the method called, so neither is here.
///
/// Builders and [`Call`](crate::Call) have setters of the same names, and keep what they are given in one of these.
/// Names of fields to exclude add up; any other parameter that is set again is replaced
/// (<https://www.truto.one/docs/api-reference/overview/querying.md>).
///
/// ```
/// use truto_core::generated::Common;
///
/// let mut common = Common::default();
/// common.exclude_fields(["associations"]);
/// common.remote_query("fields", "Id,Name");
///
/// // `Debug` names the provider's parameters and keeps their values to itself.
/// let shown = format!("{common:?}");
/// assert!(shown.contains("fields") && !shown.contains("Id,Name"));
/// ```
#[derive(Clone, Default)]
pub struct Common {
    pub(crate) exclude_fields: Vec<String>,
    pub(crate) ignore_remote_data: Option<bool>,
    pub(crate) remote_query: Vec<(String, Value)>,
    pub(crate) remote_data: Option<Value>,
    limit: Option<u32>,
    pub(crate) next_cursor: Option<String>,
    key_by: Option<String>,
    ignore_limit: Option<bool>,
}

impl Common {
    /// Adds to `truto_exclude_fields[]`: names of fields that the answer shall leave out.
    pub fn exclude_fields(&mut self, names: impl TextListOf<String>) {
        extend(&mut self.exclude_fields, names);
    }

    /// Sets `truto_ignore_remote_data`: whether the answer shall leave out `remote_data`.
    pub fn ignore_remote_data(&mut self, ignore: bool) {
        self.ignore_remote_data = Some(ignore);
    }

    /// Sets `remote_query[name]`: a query parameter that goes to the provider as it is. Another name adds one, and a name that
    /// is given again has its value replaced. A query cannot tell an empty list or object: a value that is one, or holds one at
    /// any depth, is refused when the request is sent.
    pub fn remote_query(&mut self, name: impl Into<String>, value: impl Into<Value>) {
        let name = name.into();
        let value = value.into();
        match self.remote_query.iter_mut().find(|(known, _)| *known == name) {
            Some(entry) => entry.1 = value,
            None => self.remote_query.push((name, value)),
        }
    }

    /// Sets the body's `remote_data`: an object that goes to the provider as it is. A method without a body sends none, and a
    /// raw body refuses it.
    pub fn remote_data(&mut self, data: impl Into<Value>) {
        self.remote_data = Some(data.into());
    }

    /// Sets `limit` of a list: how many items a page shall have. The provider has the last word.
    pub fn limit(&mut self, items: u32) {
        self.limit = Some(items);
    }

    /// Sets `next_cursor` of a list: the page to begin with.
    pub fn next_cursor(&mut self, cursor: impl Into<String>) {
        self.next_cursor = Some(cursor.into());
    }

    /// Sets `truto_key_by` of a list: the answer is an object of items by this field. They are read all the same.
    pub fn key_by(&mut self, field: impl Into<String>) {
        self.key_by = Some(field.into());
    }

    /// Sets `truto_ignore_limit` of a list.
    pub fn ignore_limit(&mut self, ignore: bool) {
        self.ignore_limit = Some(ignore);
    }

    /// The parameters of a list, except the cursor, which differs from page to page.
    pub(crate) fn list_parameters(&self) -> impl Iterator<Item = (&'static str, Cow<'_, str>)> {
        let limit = self.limit.map(|limit| (LIMIT, limit.to_string().into()));
        let key_by = self.key_by.as_deref().map(|field| (KEY_BY, field.into()));
        let ignore_limit = self.ignore_limit.map(|ignore| (IGNORE_LIMIT, if ignore { "true" } else { "false" }.into()));
        [limit, key_by, ignore_limit].into_iter().flatten()
    }

    /// Appends what tells a listing with these parameters from one with others. The names of parameters, and of fields that are
    /// left out, have no order.
    pub(crate) fn identity(&self, out: &mut Vec<u8>) {
        let mut excluded = self.exclude_fields.clone();
        excluded.sort_unstable();
        excluded.dedup();
        let mut members: Vec<_> = self.remote_query.iter().collect();
        members.sort_unstable_by_key(|(name, _)| name.as_str());
        let mut line = |name: &str, value: &dyn Encode| {
            let before = out.len();
            out.extend_from_slice(format!("common {name:?}: ").as_bytes());
            // Texts, numbers and trees: writing them to memory cannot fail.
            if let Ok(true) = value.encode(Encoder::identity(out)) { out.push(b'\n') } else { out.truncate(before) }
        };
        if !excluded.is_empty() {
            line(EXCLUDE_FIELDS, &excluded);
        }
        for (name, value) in members {
            line(&format!("{REMOTE_QUERY}[{name}]"), value);
        }
        line(IGNORE_REMOTE_DATA, &self.ignore_remote_data);
        line(LIMIT, &self.limit);
        line(KEY_BY, &self.key_by);
        line(IGNORE_LIMIT, &self.ignore_limit);
    }

    /// The common parameters that the JSON form of a request may hold: those that `contract` has a place for and does
    /// not declare itself.
    pub(crate) fn names(contract: &Contract) -> impl Iterator<Item = &'static str> {
        let lists: &[&str] = if contract.is_paginated() { &[LIMIT, NEXT_CURSOR, KEY_BY, IGNORE_LIMIT] } else { &[] };
        let query = [EXCLUDE_FIELDS, IGNORE_REMOTE_DATA, REMOTE_QUERY].iter().chain(lists);
        let query = query.map(|name| (Place::Query, *name));
        let has_place = contract.method().has_body() && contract.body() != BodyForm::Raw;
        let body = has_place.then_some((Place::Body, REMOTE_DATA));
        let all = query.chain(body);
        all.filter(|(place, name)| !is_declared(contract, *place, name)).map(|(_, name)| name)
    }

    /// The parameters that have a value here although `contract` declares them itself, and would be sent twice, or has no
    /// place for them.
    pub(crate) fn conflicts(&self, contract: &'static Contract) -> Vec<Failure> {
        let query = |name: &str| is_declared(contract, Place::Query, name);
        let is_member = |name: &String| query(&format!("{REMOTE_QUERY}[{name}]"));
        let mut names = Vec::new();
        if !self.exclude_fields.is_empty() && (query(EXCLUDE_FIELDS) || query(&format!("{EXCLUDE_FIELDS}[]"))) {
            names.push(EXCLUDE_FIELDS.to_owned());
        }
        if self.ignore_remote_data.is_some() && query(IGNORE_REMOTE_DATA) {
            names.push(IGNORE_REMOTE_DATA.to_owned());
        }
        if !self.remote_query.is_empty() && query(REMOTE_QUERY) {
            names.push(REMOTE_QUERY.to_owned());
        }
        for (is_set, name) in [
            (self.limit.is_some(), LIMIT),
            (self.next_cursor.is_some(), NEXT_CURSOR),
            (self.key_by.is_some(), KEY_BY),
            (self.ignore_limit.is_some(), IGNORE_LIMIT),
        ] {
            if is_set && query(name) {
                names.push(name.to_owned());
            }
        }
        let members = self.remote_query.iter().map(|(name, _)| name).filter(|name| is_member(name));
        names.extend(members.map(|name| format!("{REMOTE_QUERY}[{name}]")));
        if self.remote_data.is_some() && is_declared(contract, Place::Body, REMOTE_DATA) {
            names.push(REMOTE_DATA.to_owned());
        }
        let mut failures: Vec<Failure> = names.into_iter().map(|name| Failure::value(name, TWICE)).collect();
        if self.remote_data.is_some() && contract.body() == BodyForm::Raw {
            failures.push(Failure::value(REMOTE_DATA, NO_PLACE));
        }
        failures
    }

    /// Takes the common parameters out of the JSON form of a request.
    pub(crate) fn take(contract: &'static Contract, document: &mut Map<String, Value>) -> (Self, Vec<Failure>) {
        let mut common = Self::default();
        let mut failures = Vec::new();
        for name in Self::names(contract) {
            let Some(value) = document.remove(name).filter(|value| !value.is_null()) else { continue };
            let expected = match (name, value) {
                (EXCLUDE_FIELDS, Value::Array(names)) if names.iter().all(Value::is_string) => {
                    common.exclude_fields(names.iter().filter_map(Value::as_str));
                    continue;
                }
                (EXCLUDE_FIELDS, _) => "a list of field names",
                (IGNORE_REMOTE_DATA, Value::Bool(ignore)) => {
                    common.ignore_remote_data(ignore);
                    continue;
                }
                (LIMIT, Value::Number(limit)) if limit.as_u64().is_some_and(|limit| u32::try_from(limit).is_ok()) => {
                    common.limit = limit.as_u64().and_then(|limit| u32::try_from(limit).ok());
                    continue;
                }
                (LIMIT, _) => "a number of items",
                (NEXT_CURSOR, Value::String(cursor)) => {
                    common.next_cursor(cursor);
                    continue;
                }
                (KEY_BY, Value::String(field)) => {
                    common.key_by(field);
                    continue;
                }
                (NEXT_CURSOR | KEY_BY, _) => "a string",
                (IGNORE_LIMIT, Value::Bool(ignore)) => {
                    common.ignore_limit(ignore);
                    continue;
                }
                (IGNORE_REMOTE_DATA | IGNORE_LIMIT, _) => "`true` or `false`",
                (REMOTE_QUERY, Value::Object(members)) => {
                    common.remote_query = members.into_iter().collect();
                    continue;
                }
                (REMOTE_DATA, data @ Value::Object(_)) => {
                    common.remote_data(data);
                    continue;
                }
                _ => "an object",
            };
            failures.push(Failure::value(name, format!("expected {expected}")));
        }
        (common, failures)
    }
}

/// Whether a field of `contract` has this name at top level of that place, or stands in an object of this name there.
fn is_declared(contract: &Contract, place: Place, name: &str) -> bool {
    let first = |field: &Field| field.objects().first().copied().unwrap_or(field.wire_name());
    contract.fields().iter().any(|field| field.place() == place && first(field) == name)
}

impl core::fmt::Debug for Common {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        // The provider's own parameters and data may hold a customer's secrets: their names are enough.
        f.debug_struct("Common")
            .field("exclude_fields", &self.exclude_fields)
            .field("ignore_remote_data", &self.ignore_remote_data)
            .field("remote_query", &self.remote_query.iter().map(|(name, _)| name).collect::<Vec<_>>())
            .field("remote_data", &self.remote_data.as_ref().map(|_| ".."))
            .field("limit", &self.limit)
            .field("next_cursor", &self.next_cursor)
            .field("key_by", &self.key_by)
            .field("ignore_limit", &self.ignore_limit)
            .finish()
    }
}
