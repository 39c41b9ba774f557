//! Reads the conditions and the order from the query of a list. Every parameter is one of them, except the common ones.

use std::cmp::Ordering;

use serde_json::{Map, Value};
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
        let field = self.declared(path);
        let is_order = field.map_or(path.as_slice() == [SORT_BY], |field| field.shape() == Shape::SortBy);
        if is_order || path.as_slice() == [SORT_BY] {
            return self.read_order(&bracketed(path));
        }
        match value {
            Value::Object(members) => self.read_members(path, members),
            _ => self.read_condition(path, None, value, field),
        }
    }

    fn read_members(&mut self, path: &mut Vec<String>, members: &Map<String, Value>) {
        for (name, member) in members {
            match OPERATORS.iter().find(|(known, _)| known == name) {
                Some((name, operator)) => {
                    let field = self.declared(path).or_else(|| {
                        path.push((*name).to_owned());
                        let with_operator = self.declared(path);
                        path.pop();
                        with_operator
                    });
                    self.read_condition(path, Some((name, *operator)), member, field);
                }
                None => {
                    path.push(name.clone());
                    self.read(path, member);
                    path.pop();
                }
            }
        }
    }

    fn read_condition(
        &mut self,
        path: &[String],
        operator: Option<(&str, Operator)>,
        value: &Value,
        field: Option<&Field>,
    ) {
        let name = operator.map_or_else(|| bracketed(path), |(operator, _)| format!("{}[{operator}]", bracketed(path)));
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

    /// The declared field at this path of the query.
    fn declared(&self, path: &[String]) -> Option<&'static Field> {
        let spelling = bracketed(path);
        let is_query = |field: &&Field| field.place() == Place::Query;
        self.contract
            .fields()
            .iter()
            .filter(is_query)
            .find(|field| field.wire_name().trim_end_matches("[]") == spelling)
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
