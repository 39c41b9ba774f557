//! Reads the conditions and the order from the query of a list. Every parameter is one of them, except the common ones.

use std::cmp::Ordering;

use serde_json::Value;
use truto_core::Registry;
use truto_core::contract::{Contract, Field, Place, Style};
use truto_core::server::ReceivedQuery;
use truto_core::shape::Shape;

use super::{CompareAs, Condition, Operator, Selection, SortStep, bracketed};
use crate::answer::refusal::Failure;
use crate::api::query::comma_list;
use crate::state::accounts::ACCOUNT;

/// The operators by their names on the wire: those of the API, and `ilike` of its library.
pub(super) const OPERATORS: [(&str, Operator); 11] = [
    ("eq", Operator::Eq),
    ("ne", Operator::Ne),
    ("gt", Operator::Order(Ordering::is_gt)),
    ("gte", Operator::Order(Ordering::is_ge)),
    ("lt", Operator::Order(Ordering::is_lt)),
    ("lte", Operator::Order(Ordering::is_le)),
    ("in", Operator::Eq),
    ("nin", Operator::Ne),
    ("exists", Operator::Exists),
    ("like", Operator::Like),
    ("ilike", Operator::Like),
];
/// The number of documented operators.
pub(super) const DOCUMENTED: usize = 10;

const SORT_BY: &str = "sort_by";
/// The parameters that search the whole record, if no record has a member with their name.
const SEARCH_NAMES: [&str; 4] = ["search", "search_term", "q", "query"];

/// Reads the selection of a list from its query.
pub(crate) fn read(contract: &Contract, query: &ReceivedQuery, registry: &Registry, strict: bool) -> Selection {
    let mut reader = Reader { contract, query, selection: Selection { strict, ..Selection::default() } };
    reader.selection.writable = writable(contract, registry);
    for (name, value) in &query.to_json() {
        if !is_common(name) {
            reader.read(&mut vec![name.clone()], value);
        }
    }
    reader.selection
}

/// Whether every list takes this parameter.
fn is_common(name: &str) -> bool {
    [ACCOUNT, "remote_query", "limit", "next_cursor"].contains(&name) || name.starts_with("truto_")
}

/// The members that an endpoint of the same resource writes.
fn writable(list: &Contract, registry: &Registry) -> Vec<Vec<String>> {
    let is_same = |other: &Contract| {
        let below = other.path().strip_prefix(list.path());
        below.is_some_and(|below| below.is_empty() || (below.starts_with("/{") && below.matches('/').count() == 1))
    };
    let id = vec!["id".to_owned()];
    let endpoints = registry.iter().map(|registration| registration.contract()).filter(|other| is_same(other));
    let fields = endpoints.flat_map(Contract::fields).filter(|field| field.place() == Place::Body);
    let path = |field: &Field| field.json_path().split('.').map(str::to_owned).collect();
    fields.map(path).chain([id]).collect()
}

struct Reader<'a> {
    contract: &'a Contract,
    query: &'a ReceivedQuery,
    selection: Selection,
}

impl Reader<'_> {
    fn read(&mut self, path: &mut Vec<String>, value: &Value) {
        let spelling = bracketed(path);
        let field = self.declared(&spelling);
        if spelling == SORT_BY || field.is_some_and(|field| field.shape() == Shape::SortBy) {
            return self.read_order(&spelling);
        }
        let Value::Object(members) = value else {
            return self.read_condition(spelling, path, None, value, field);
        };
        for (name, member) in members {
            if let Some(operator) = OPERATORS.into_iter().find(|(known, _)| known == name) {
                let spelling = format!("{spelling}[{name}]");
                let field = field.or_else(|| self.declared(&spelling));
                self.read_condition(spelling, path, Some(operator), member, field);
            } else {
                path.push(name.clone());
                self.read(path, member);
                path.pop();
            }
        }
    }

    fn read_condition(
        &mut self,
        name: String,
        path: &[String],
        operator: Option<(&str, Operator)>,
        value: &Value,
        field: Option<&Field>,
    ) {
        let is_list = field.is_some_and(|field| field.query_style() == Style::Comma);
        let plain = match value {
            Value::String(text) => Some(vec![text.clone()]),
            Value::Array(items) => items.iter().map(|item| item.as_str().map(str::to_owned)).collect(),
            _ => None,
        };
        let Some(plain) = plain else {
            self.selection.unreadable.push(Failure::new(name, "expected a text or a list of texts"));
            return;
        };
        let search = || path.len() == 1 && SEARCH_NAMES.contains(&path[0].as_str());
        let (operator, operands) = match operator {
            None if search() => (Operator::Search, plain),
            // A member has one value, so several operands are alternatives.
            None if is_list => (Operator::Eq, comma_list(value)),
            None => (Operator::Eq, plain),
            Some(("in" | "nin", operator)) => (operator, comma_list(value)),
            Some((_, operator)) => (operator, plain),
        };
        let compare_as = field.map(|field| compare_as(&field.shape())).unwrap_or_default();
        self.selection.conditions.push(Condition { name, path: path.to_vec(), operator, operands, compare_as });
    }

    fn read_order(&mut self, name: &str) {
        for (path, direction) in self.query.leaves(name) {
            let spelling = path.iter().fold(name.to_owned(), |spelling, name| format!("{spelling}[{name}]"));
            let is_descending = match direction.to_ascii_lowercase().as_str() {
                "asc" if !path.is_empty() => false,
                "desc" if !path.is_empty() => true,
                _ => {
                    let expected =
                        format!("expected the name of a member with `asc` or `desc`, such as `{name}[name]=asc`");
                    self.selection.unreadable.push(Failure::new(spelling, expected));
                    continue;
                }
            };
            self.selection.order.push(SortStep { name: spelling, path, is_descending });
        }
    }

    /// The declared field with this spelling in the query.
    fn declared(&self, spelling: &str) -> Option<&'static Field> {
        let mut fields = self.contract.fields().iter().filter(|field| field.place() == Place::Query);
        fields.find(|field| field.wire_name().trim_end_matches("[]") == spelling)
    }
}

/// How the values of a field are compared.
fn compare_as(shape: &Shape) -> CompareAs {
    match shape {
        Shape::Filter { value, .. } | Shape::Nullable(value) | Shape::List(value) => compare_as(value),
        Shape::Number | Shape::Integer { .. } => CompareAs::Number,
        Shape::Timestamp => CompareAs::Moment,
        _ => CompareAs::Held,
    }
}
