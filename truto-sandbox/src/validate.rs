//! The check of a request against the endpoint's own contract.
//!
//! Path, query, headers and body are put into the one JSON object that a contract describes, and the core judges it:
//! the sandbox knows no rule of its own.

use http::HeaderMap;
use serde_json::{Map, Number, Value};
use truto_core::contract::{Contract, Field, Kind, Place, Presence, Style};
use truto_core::endpoint::Registration;

use crate::query::{boolean, comma_list};
use crate::refusal::Failure;

/// A request, taken apart.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Received<'a> {
    pub(crate) path: &'a Map<String, Value>,
    pub(crate) query: &'a Map<String, Value>,
    pub(crate) headers: &'a HeaderMap,
    pub(crate) body: &'a Map<String, Value>,
}

/// The request as one JSON object. Undeclared query parameters and headers are dropped: the API ignores them too.
pub(crate) fn input(contract: &Contract, received: Received<'_>) -> Map<String, Value> {
    let mut input = received.body.clone();
    for field in contract.fields() {
        let name = field.wire_name();
        let value = match field.place() {
            Place::Path => received.path.get(name).map(|value| typed(field, value)),
            Place::Query => received.query.get(name).map(|value| typed(field, value)),
            Place::Header => received.headers.get(name).map(|value| {
                let text = String::from_utf8_lossy(value.as_bytes()).into_owned();
                typed(field, &Value::String(text))
            }),
            _ => continue,
        };
        // A body key of the same name would otherwise stand in for a field that was never sent.
        match value {
            Some(value) => input.insert(name.to_owned(), value),
            None => input.remove(name),
        };
    }
    input
}

/// Everything that the contract finds wrong.
pub(crate) fn failures(registration: Registration, input: &Value) -> Vec<Failure> {
    match registration.validate(input) {
        Ok(()) => Vec::new(),
        Err(invalid) => {
            invalid.failures().iter().map(|failure| Failure::new(failure.path(), failure.to_string())).collect()
        }
    }
}

/// Text from the query as what the contract says it is; text that is not that stays text and fails the check.
pub(crate) fn typed(field: &Field, value: &Value) -> Value {
    if field.presence() != Presence::List {
        return scalar(field.kind(), value);
    }
    match value {
        Value::Array(items) => items.iter().map(|item| scalar(field.kind(), item)).collect(),
        _ if field.query_style() == Style::Comma => {
            comma_list(value).into_iter().map(|item| scalar(field.kind(), &Value::String(item))).collect()
        }
        Value::Object(items) => items.values().map(|item| scalar(field.kind(), item)).collect(),
        other => Value::Array(vec![scalar(field.kind(), other)]),
    }
}

fn scalar(kind: Kind, value: &Value) -> Value {
    let Some(text) = value.as_str() else {
        return value.clone();
    };
    let read = match kind {
        Kind::Integer => text.parse::<u64>().map(Value::from).or_else(|_| text.parse::<i64>().map(Value::from)).ok(),
        Kind::Number => text.parse().ok().and_then(Number::from_f64).map(Value::Number),
        Kind::Boolean if !text.is_empty() => boolean(value).map(Value::Bool),
        _ => None,
    };
    read.unwrap_or_else(|| value.clone())
}

#[cfg(test)]
mod tests {
    use http::HeaderMap;
    use serde_json::{Map, Value, json};
    use truto_core::contract::{Contract, Field, Kind, Method, Style};

    use super::{Received, input};

    const FIELDS: &[Field] = &[
        Field::required("id", Kind::String).path(),
        Field::optional("limit", Kind::Integer).query(),
        Field::optional("open", Kind::Boolean).query(),
        Field::list("tags", Kind::String).query().style(Style::Comma),
        Field::list("sizes", Kind::Number).query(),
        Field::optional("created_at", Kind::Any).query(),
        Field::optional("scope", Kind::String).header("X-Scope"),
        Field::optional("name", Kind::String),
    ];
    const CONTRACT: Contract = Contract::new("Update", Method::Patch, "/unified/crm/things/{id}", FIELDS);

    fn put_together(query: &str, body: &Value) -> Value {
        let mut path = Map::new();
        path.insert("id".to_owned(), json!("7"));
        let mut headers = HeaderMap::new();
        headers.insert("x-scope", "all".parse().unwrap());
        let query = crate::query::parse(query).unwrap();
        let received = Received { path: &path, query: &query, headers: &headers, body: body.as_object().unwrap() };
        Value::Object(input(&CONTRACT, received))
    }

    #[test]
    fn every_place_ends_up_in_one_object_with_the_declared_types() {
        let query = "limit=10&open=true&tags=a,b&sizes[]=1.5&created_at[gt]=2024&unknown=1";
        assert_eq!(
            put_together(query, &json!({ "name": "n", "extra": 1 })),
            json!({
                "id": "7", "limit": 10, "open": true, "tags": ["a", "b"], "sizes": [1.5],
                "created_at": { "gt": "2024" }, "X-Scope": "all", "name": "n", "extra": 1,
            })
        );
    }

    #[test]
    fn text_of_the_wrong_type_stays_text_for_the_contract_to_refuse() {
        assert_eq!(put_together("limit=ten&open=", &json!({}))["limit"], "ten");
        assert_eq!(put_together("limit=ten&open=", &json!({}))["open"], "");
    }

    #[test]
    fn a_body_key_does_not_pass_for_a_query_field() {
        assert_eq!(put_together("", &json!({ "limit": 5, "id": "8" })), json!({ "id": "7", "X-Scope": "all" }));
    }
}
