//! Parameters that endpoints take without declaring them: those of unified calls, and those of every list.

use core::fmt;
use std::borrow::Cow;

use serde::de::DeserializeOwned;
use serde_json::{Error, Map, Value};

use crate::contract::builder::setter::TextListOf;
use crate::contract::builder::value::extend;
use crate::contract::{BodyForm, Contract, Place, Scope};
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
pub(crate) const LIMIT: &str = "limit";
pub(crate) const KEY_BY: &str = "truto_key_by";
pub(crate) const IGNORE_LIMIT: &str = "truto_ignore_limit";

/// A common parameter that a caller can set.
struct Parameter {
    wire: &'static str,
    place: Place,
    lists_only: bool,
    /// Whether only unified calls have it, and not those of the platform.
    unified_only: bool,
    /// The JSON form that is expected, for a message.
    expected: &'static str,
    is_set: fn(&Common) -> bool,
    /// Sets the parameter from its JSON form; `None` if the form is wrong.
    set: fn(&mut Common, Value) -> Option<()>,
}

macro_rules! parameters {
    ($($wire:ident $field:ident $place:ident, lists_only $lists_only:literal, unified_only $unified_only:literal, $expected:literal, $read:expr;)*) => {
        /// All common parameters, in the order in which failures name them.
        const PARAMETERS: &[Parameter] = &[$(Parameter {
            wire: $wire,
            place: Place::$place,
            lists_only: $lists_only,
            unified_only: $unified_only,
            expected: $expected,
            is_set: |common| !is_default(&common.$field),
            set: |common, value| {
                common.$field = $read(value)?;
                Some(())
            },
        }),*];
    };
}

parameters! {
    EXCLUDE_FIELDS exclude_fields Query, lists_only false, unified_only true, "a list of field names", read;
    IGNORE_REMOTE_DATA ignore_remote_data Query, lists_only false, unified_only true, "`true` or `false`", read;
    REMOTE_QUERY remote_query Query, lists_only false, unified_only true, "an object", |value| Some(object(value)?.into_iter().collect());
    LIMIT limit Query, lists_only true, unified_only false, "a number of items", read;
    NEXT_CURSOR next_cursor Query, lists_only true, unified_only false, "a string", read;
    KEY_BY key_by Query, lists_only true, unified_only true, "a string", read;
    IGNORE_LIMIT ignore_limit Query, lists_only true, unified_only true, "`true` or `false`", read;
    REMOTE_DATA remote_data Body, lists_only false, unified_only true, "an object", |value| Some(Some(object(value)?.into()));
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

fn read<T: DeserializeOwned>(value: Value) -> Option<T> {
    serde_json::from_value(value).ok()
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

/// Methods that set an optional parameter.
macro_rules! set {
    ($($(#[$doc:meta])+ $name:ident($value:ident: $ty:ty);)+) => {$(
        $(#[$doc])+
        pub fn $name(&mut self, $value: $ty) {
            self.$name = Some($value.into());
        }
    )+};
}

impl Common {
    set! {
        /// Sets `truto_ignore_remote_data`: `true` leaves `remote_data` out of the answer.
        ignore_remote_data(ignore: bool);
        /// Sets `remote_data` of the body: an object that goes to the provider unchanged. A method without a body does not send
        /// it, and a raw body refuses it.
        remote_data(data: impl Into<Value>);
        /// Sets `limit` of a list: the number of items of a page. The provider may return fewer or more.
        limit(items: u32);
        /// Sets `next_cursor` of a list: the page to start with.
        next_cursor(cursor: impl Into<String>);
        /// Sets `truto_key_by` of a list: keys the result object by this field. Decoding is unaffected.
        key_by(field: impl Into<String>);
        /// Sets `truto_ignore_limit` of a list: `true` makes the provider ignore `limit`.
        ignore_limit(ignore: bool);
    }

    /// Adds to `truto_exclude_fields[]`: names of fields to leave out of the answer.
    pub fn exclude_fields(&mut self, names: impl TextListOf<String>) {
        extend(&mut self.exclude_fields, names);
    }

    /// Sets `remote_query[name]`: a query parameter that goes to the provider unchanged. Setting a name again replaces its value.
    /// A query cannot spell an empty list or object, so a value with an empty part at any depth is refused when the request is sent.
    pub fn remote_query(&mut self, name: impl Into<String>, value: impl Into<Value>) {
        let (name, value) = (name.into(), value.into());
        match self.remote_query.iter_mut().find(|(known, _)| *known == name) {
            Some(entry) => entry.1 = value,
            None => self.remote_query.push((name, value)),
        }
    }

    /// Whether the query parameter of this wire name is set.
    pub(crate) fn sets_query(&self, wire_name: &str) -> bool {
        let found = PARAMETERS.iter().find(|parameter| parameter.place == Place::Query && parameter.wire == wire_name);
        found.is_some_and(|parameter| (parameter.is_set)(self))
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
        // Writing texts, numbers and trees to memory cannot fail.
        let mut line = |name: &str, value: &dyn Encode| drop(push_line(out, format_args!("common {name:?}"), value));
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
                && (!parameter.unified_only || contract.scope() == Scope::Account)
                && !contract.replaces(parameter.place, parameter.wire)
        })
    }

    /// The parameters that are set here and cannot be sent: `contract` declares them itself, so they would be sent twice, or
    /// has no place for them.
    pub(crate) fn conflicts(&self, contract: &'static Contract) -> Vec<Failure> {
        let query = |name: &str| contract.replaces(Place::Query, name);
        let mut names = Vec::new();
        for parameter in PARAMETERS.iter().filter(|parameter| (parameter.is_set)(self)) {
            // A field may have the brackets of the list in its name.
            let in_brackets = parameter.wire == EXCLUDE_FIELDS && query(&format!("{EXCLUDE_FIELDS}[]"));
            if in_brackets || contract.replaces(parameter.place, parameter.wire) {
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

/// Appends a line to an identity, unless the value is left out.
pub(crate) fn push_line(out: &mut Vec<u8>, name: fmt::Arguments<'_>, value: &dyn Encode) -> Result<(), Error> {
    let before = out.len();
    out.extend_from_slice(format!("{name}: ").as_bytes());
    let written = value.encode(Encoder::identity(out));
    match written {
        Ok(true) => out.push(b'\n'),
        Ok(false) | Err(_) => out.truncate(before),
    }
    written.map(drop)
}

impl fmt::Debug for Common {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
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

#[cfg(test)]
mod tests {
    use super::Common;

    #[test]
    fn debug_shows_names_and_no_values() {
        let mut common = Common::default();
        common.exclude_fields(["associations"]);
        common.remote_query("fields", "Id,Name");
        let shown = format!("{common:?}");
        assert!(shown.contains("associations") && shown.contains("fields") && !shown.contains("Id,Name"), "{shown}");
    }
}
