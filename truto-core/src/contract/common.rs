//! Parameters that every unified endpoint takes without declaring them.

use std::borrow::Cow;

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::contract::builder::setter::TextListOf;
use crate::contract::builder::value::extend;
use crate::contract::{BodyForm, Contract, Field, Place};
use crate::error::Failure;
use crate::util::encode::Encode;
use crate::util::encoder::Encoder;

pub(crate) const ACCOUNT: &str = "integrated_account_id";
pub(crate) const RESPONSE_FORMAT: &str = "truto_response_format";
pub(crate) const BODY_PASSTHROUGH: &str = "truto_body_passthrough";
pub(crate) const EXCLUDE_FIELDS: &str = "truto_exclude_fields";
pub(crate) const IGNORE_REMOTE_DATA: &str = "truto_ignore_remote_data";
pub(crate) const REMOTE_QUERY: &str = "remote_query";
pub(crate) const REMOTE_DATA: &str = "remote_data";
pub(crate) const NEXT_CURSOR: &str = "next_cursor";
const LIMIT: &str = "limit";
const KEY_BY: &str = "truto_key_by";
const IGNORE_LIMIT: &str = "truto_ignore_limit";

/// A common parameter that a caller can set.
struct Parameter {
    wire: &'static str,
    place: Place,
    lists_only: bool,
    /// The JSON form that is expected, for a message.
    expected: &'static str,
    is_set: fn(&Common) -> bool,
    /// Sets the parameter from its JSON form; `None` if the form is wrong.
    set: fn(&mut Common, Value) -> Option<()>,
}

macro_rules! parameters {
    ($($wire:ident, $place:ident, lists_only $lists_only:literal, $expected:literal, $is_set:expr, $set:expr;)*) => {
        /// All common parameters, in the order in which failures name them.
        const PARAMETERS: &[Parameter] = &[$(Parameter {
            wire: $wire,
            place: Place::$place,
            lists_only: $lists_only,
            expected: $expected,
            is_set: $is_set,
            set: $set,
        }),*];
    };
}

parameters! {
    EXCLUDE_FIELDS, Query, lists_only false, "a list of field names",
        |common| !common.exclude_fields.is_empty(), |common, value| assign(&mut common.exclude_fields, value);
    IGNORE_REMOTE_DATA, Query, lists_only false, "`true` or `false`",
        |common| common.ignore_remote_data.is_some(), |common, value| assign(&mut common.ignore_remote_data, value);
    REMOTE_QUERY, Query, lists_only false, "an object",
        |common| !common.remote_query.is_empty(),
        |common, value| object(value).map(|members| common.remote_query = members.into_iter().collect());
    LIMIT, Query, lists_only true, "a number of items",
        |common| common.limit.is_some(), |common, value| assign(&mut common.limit, value);
    NEXT_CURSOR, Query, lists_only true, "a string",
        |common| common.next_cursor.is_some(), |common, value| assign(&mut common.next_cursor, value);
    KEY_BY, Query, lists_only true, "a string",
        |common| common.key_by.is_some(), |common, value| assign(&mut common.key_by, value);
    IGNORE_LIMIT, Query, lists_only true, "`true` or `false`",
        |common| common.ignore_limit.is_some(), |common, value| assign(&mut common.ignore_limit, value);
    REMOTE_DATA, Body, lists_only false, "an object",
        |common| common.remote_data.is_some(),
        |common, value| object(value).map(|members| common.remote_data = Some(members.into()));
}

fn assign<T: DeserializeOwned>(place: &mut T, value: Value) -> Option<()> {
    *place = serde_json::from_value(value).ok()?;
    Some(())
}

fn object(value: Value) -> Option<Map<String, Value>> {
    if let Value::Object(members) = value { Some(members) } else { None }
}

const NO_PLACE: &str = "a raw body is one file and cannot hold it";
const TWICE: &str =
    "is a field of this request and a common parameter of the call, and would be sent twice: set the field only";

/// The common parameters of one call, as builders and a [`Call`](crate::Call) keep them.
///
/// Names of fields to exclude add up. Any other parameter that is set again is replaced
/// (<https://www.truto.one/docs/api-reference/overview/querying.md>). `integrated_account_id` comes from the account and
/// `truto_response_format` from the method that is called.
///
/// ```
/// use truto_core::generated::Common;
///
/// let mut common = Common::default();
/// common.exclude_fields(["associations"]);
/// common.remote_query("fields", "Id,Name");
///
/// // `Debug` shows the names of the provider's parameters, and no values.
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
    /// Adds to `truto_exclude_fields[]`: names of fields to leave out of the answer.
    pub fn exclude_fields(&mut self, names: impl TextListOf<String>) {
        extend(&mut self.exclude_fields, names);
    }

    /// Sets `truto_ignore_remote_data`: `true` leaves `remote_data` out of the answer.
    pub fn ignore_remote_data(&mut self, ignore: bool) {
        self.ignore_remote_data = Some(ignore);
    }

    /// Sets `remote_query[name]`: a query parameter that goes to the provider unchanged. Setting a name again replaces its value.
    /// A query cannot spell an empty list or object, so a value that holds one at any depth is refused when the request is sent.
    pub fn remote_query(&mut self, name: impl Into<String>, value: impl Into<Value>) {
        let (name, value) = (name.into(), value.into());
        match self.remote_query.iter_mut().find(|(known, _)| *known == name) {
            Some(entry) => entry.1 = value,
            None => self.remote_query.push((name, value)),
        }
    }

    /// Sets `remote_data` of the body: an object that goes to the provider unchanged. A method without a body does not send it,
    /// and a raw body refuses it.
    pub fn remote_data(&mut self, data: impl Into<Value>) {
        self.remote_data = Some(data.into());
    }

    /// Sets `limit` of a list: the number of items of a page. The provider may return fewer or more.
    pub fn limit(&mut self, items: u32) {
        self.limit = Some(items);
    }

    /// Sets `next_cursor` of a list: the page to start with.
    pub fn next_cursor(&mut self, cursor: impl Into<String>) {
        self.next_cursor = Some(cursor.into());
    }

    /// Sets `truto_key_by` of a list: keys the result object by this field. Decoding is unaffected.
    pub fn key_by(&mut self, field: impl Into<String>) {
        self.key_by = Some(field.into());
    }

    /// Sets `truto_ignore_limit` of a list: `true` makes the provider ignore `limit`.
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

    /// Appends the identity of a listing with these parameters. Names of excluded fields and of provider parameters are sorted,
    /// because their order has no meaning.
    pub(crate) fn identity(&self, out: &mut Vec<u8>) {
        let mut excluded = self.exclude_fields.clone();
        excluded.sort_unstable();
        excluded.dedup();
        let mut members: Vec<_> = self.remote_query.iter().collect();
        members.sort_unstable_by_key(|(name, _)| name.as_str());
        let mut line = |name: &str, value: &dyn Encode| {
            let before = out.len();
            out.extend_from_slice(format!("common {name:?}: ").as_bytes());
            // Writing texts, numbers and trees to memory cannot fail.
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

    /// The common parameters that the JSON form of a request may hold: `contract` has a place for them and does not declare
    /// them itself.
    pub(crate) fn names(contract: &Contract) -> impl Iterator<Item = &'static str> {
        Self::accepted(contract).map(|parameter| parameter.wire)
    }

    fn accepted(contract: &Contract) -> impl Iterator<Item = &'static Parameter> {
        let has_body = contract.method().has_body() && contract.body() != BodyForm::Raw;
        PARAMETERS.iter().filter(move |parameter| {
            (parameter.place == Place::Query || has_body)
                && (!parameter.lists_only || contract.is_paginated())
                && !is_declared(contract, parameter.place, parameter.wire)
        })
    }

    /// The parameters that are set here and cannot be sent: `contract` declares them itself, so they would be sent twice, or
    /// has no place for them.
    pub(crate) fn conflicts(&self, contract: &'static Contract) -> Vec<Failure> {
        let query = |name: &str| is_declared(contract, Place::Query, name);
        let mut names = Vec::new();
        for parameter in PARAMETERS.iter().filter(|parameter| (parameter.is_set)(self)) {
            // A field may have the brackets of the list in its name.
            let in_brackets = parameter.wire == EXCLUDE_FIELDS && query(&format!("{EXCLUDE_FIELDS}[]"));
            if in_brackets || is_declared(contract, parameter.place, parameter.wire) {
                names.push(parameter.wire.to_owned());
            }
        }
        let members = self.remote_query.iter().map(|(name, _)| format!("{REMOTE_QUERY}[{name}]"));
        names.extend(members.filter(|member| query(member)));
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
        for Parameter { wire, expected, set, .. } in Self::accepted(contract) {
            let value = document.remove(*wire).filter(|value| !value.is_null());
            if value.is_some_and(|value| set(&mut common, value).is_none()) {
                failures.push(Failure::value(*wire, format!("expected {expected}")));
            }
        }
        (common, failures)
    }
}

/// Returns `true` if a field of `contract`, or an object around a field, has this name at the top level of that place.
fn is_declared(contract: &Contract, place: Place, name: &str) -> bool {
    let first = |field: &Field| field.objects().first().copied().unwrap_or(field.wire_name());
    contract.fields().iter().any(|field| field.place() == place && first(field) == name)
}

impl core::fmt::Debug for Common {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        // The provider's own parameters and data may hold a customer's secrets, so only names are shown.
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
