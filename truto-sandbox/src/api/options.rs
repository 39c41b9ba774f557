//! The common parameters, which every unified endpoint takes without declaring them.

use serde_json::{Map, Value};
use truto_core::contract::Contract;

use crate::answer::refusal::Failure;
use crate::api::filter::Selection;
use crate::api::paging::{self, Paging};
use crate::api::query::{comma_list, parse_bool};

const RESPONSE_FORMAT: &str = "truto_response_format";
const IGNORE_REMOTE_DATA: &str = "truto_ignore_remote_data";
const REMOTE_QUERY: &str = "remote_query";
pub(crate) const EXCLUDE_FIELDS: &str = "truto_exclude_fields";

/// The value of `truto_response_format`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Format {
    #[default]
    Unified,
    Raw,
    Normalized,
    Stream,
}

/// The common parameters of one request.
#[derive(Clone, Debug, Default)]
pub(crate) struct Options {
    pub(crate) format: Format,
    pub(crate) ignore_remote_data: bool,
    pub(crate) exclude_fields: Vec<String>,
    pub(crate) remote_query: Map<String, Value>,
    pub(crate) paging: Paging,
    /// The filters and the order of a list.
    pub(crate) selection: Selection,
}

/// Reads the common parameters of a query, and adds their errors to `failures`.
pub(crate) fn read(contract: &Contract, query: &Map<String, Value>, failures: &mut Vec<Failure>) -> Options {
    let mut options = Options::default();
    let mut refuse = |name, expected| failures.push(Failure::new(name, expected));
    match query.get(RESPONSE_FORMAT).map(Value::as_str) {
        None | Some(Some("unified" | "")) => {}
        Some(Some("raw")) => options.format = Format::Raw,
        Some(Some("normalized")) => options.format = Format::Normalized,
        Some(Some("stream")) => options.format = Format::Stream,
        Some(_) => refuse(RESPONSE_FORMAT, "expected one of `unified`, `raw`, `normalized`, `stream`"),
    }
    if let Some(value) = query.get(IGNORE_REMOTE_DATA) {
        match value.as_str().and_then(parse_bool) {
            Some(ignore) => options.ignore_remote_data = ignore,
            None => refuse(IGNORE_REMOTE_DATA, "expected `true` or `false`"),
        }
    }
    if let Some(value) = query.get(EXCLUDE_FIELDS) {
        options.exclude_fields = comma_list(value);
    }
    match query.get(REMOTE_QUERY) {
        None => {}
        Some(Value::Object(remote_query)) => options.remote_query.clone_from(remote_query),
        Some(_) => refuse(REMOTE_QUERY, "expected an object, such as `remote_query[foo]=bar`"),
    }
    options.paging = paging::read(contract, query, failures);
    options
}

#[cfg(test)]
mod tests {
    use truto_core::contract::{Contract, Method};

    use super::{Format, Options, read};

    fn options(query: &str) -> (Options, Vec<String>) {
        let mut failures = Vec::new();
        let contract = Contract::new("X", Method::Get, "/unified/crm/things", &[]);
        let options = read(&contract, &crate::api::query::parameters(query).unwrap(), &mut failures);
        (options, failures.into_iter().map(|failure| failure.path).collect())
    }

    #[test]
    fn the_documented_forms_are_read() {
        let (read, failures) = options(
            "truto_response_format=raw&truto_ignore_remote_data=1&truto_exclude_fields[0]=a&remote_query[x][]=1",
        );
        assert!(failures.is_empty());
        assert_eq!(read.format, Format::Raw);
        assert!(read.ignore_remote_data);
        assert_eq!(read.exclude_fields, ["a"]);
        assert_eq!(serde_json::Value::Object(read.remote_query), serde_json::json!({ "x": ["1"] }));
    }

    #[test]
    fn every_wrong_parameter_is_named() {
        let (_, failures) = options("truto_response_format=xml&truto_ignore_remote_data=maybe&remote_query=x");
        assert_eq!(failures, ["truto_response_format", "truto_ignore_remote_data", "remote_query"]);
    }
}
