//! Parameters that every unified endpoint takes without declaring them.

use serde_json::{Map, Value};

use crate::builder::{ListOf, collect};
use crate::contract::{BodyForm, Contract, Field, Place};
use crate::error::Failure;

pub(crate) const EXCLUDE_FIELDS: &str = "truto_exclude_fields";
pub(crate) const IGNORE_REMOTE_DATA: &str = "truto_ignore_remote_data";
pub(crate) const REMOTE_QUERY: &str = "remote_query";
pub(crate) const REMOTE_DATA: &str = "remote_data";

const NO_PLACE: &str = "the body is one file, and has no place for it";
const TWICE: &str =
    "is a field of this request and a common parameter of the call: it would be sent twice, set the field";

/// The common parameters of one call.
///
/// `integrated_account_id` comes from the account and `truto_response_format` from the method called, so neither is here.
///
/// Builders and [`Call`](crate::Call) have setters of the same names, and keep what they are given in one of these.
/// Setting a parameter again replaces it (<https://www.truto.one/docs/api-reference/overview/querying.md>).
///
/// ```
/// use truto_core::Common;
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
}

impl Common {
    /// Sets `truto_exclude_fields[]`: names of fields that the answer shall leave out.
    pub fn exclude_fields(&mut self, names: impl ListOf<String>) {
        self.exclude_fields = collect(names);
    }

    /// Sets `truto_ignore_remote_data`: whether the answer shall leave out `remote_data`.
    pub fn ignore_remote_data(&mut self, ignore: bool) {
        self.ignore_remote_data = Some(ignore);
    }

    /// Sets `remote_query[name]`: a query parameter that goes to the provider as it is.
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

    /// The common parameters that the JSON form of a request may hold: those that `contract` has a place for and does
    /// not declare itself.
    pub(crate) fn names(contract: &Contract) -> impl Iterator<Item = &'static str> {
        let query = [EXCLUDE_FIELDS, IGNORE_REMOTE_DATA, REMOTE_QUERY].map(|name| (Place::Query, name));
        let has_place = contract.method().has_body() && contract.body() != BodyForm::Raw;
        let body = has_place.then_some((Place::Body, REMOTE_DATA));
        let all = query.into_iter().chain(body);
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
                (IGNORE_REMOTE_DATA, _) => "`true` or `false`",
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
            .finish()
    }
}
