//! How a query becomes conditions and an order. Every parameter of a list is one, but for those that every endpoint takes.

use serde_json::{Map, Value};
use truto_core::Registry;
use truto_core::contract::{Contract, Field, Place, Style};
use truto_core::server::ReceivedQuery;
use truto_core::shape::Shape;

use super::{As, Condition, Operator, Selection, Step, spelt};
use crate::answer::refusal::Failure;
use crate::api::query::comma_list;
use crate::state::accounts::ACCOUNT;

/// The operators by their names on the wire; those of the API's own filters, and one that its library has beside them.
const OPERATORS: [(&str, Operator); 11] = [
    ("eq", Operator::Eq),
    ("ne", Operator::Ne),
    ("gt", Operator::Gt),
    ("gte", Operator::Gte),
    ("lt", Operator::Lt),
    ("lte", Operator::Lte),
    ("in", Operator::In),
    ("nin", Operator::Nin),
    ("exists", Operator::Exists),
    ("like", Operator::Like),
    ("ilike", Operator::Like),
];
pub(super) const NAMES: [&str; 10] = ["eq", "ne", "gt", "gte", "lt", "lte", "in", "nin", "exists", "like"];

const SORT_BY: &str = "sort_by";
/// What a parameter is called that looks for a text anywhere, where no record has a member of this name.
const SEARCHES: [&str; 4] = ["search", "search_term", "q", "query"];

/// Reads the conditions and the order that the query of this endpoint asks for.
pub(crate) fn read(contract: &Contract, query: &ReceivedQuery, registry: &Registry, strict: bool) -> Selection {
    let mut reading = Reading { contract, query, selection: Selection { strict, ..Selection::default() } };
    reading.selection.written = written(contract, registry);
    for (name, value) in &query.to_json() {
        if !is_common(name) {
            reading.value(&mut vec![name.clone()], value);
        }
    }
    reading.selection
}

/// What every list takes, and what no record is asked for.
fn is_common(name: &str) -> bool {
    [ACCOUNT, "remote_query", "limit", "next_cursor"].contains(&name) || name.starts_with("truto_")
}

/// The members that an endpoint of the same resource writes.
fn written(list: &Contract, registry: &Registry) -> Vec<Vec<String>> {
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

struct Reading<'a> {
    contract: &'a Contract,
    query: &'a ReceivedQuery,
    selection: Selection,
}

impl Reading<'_> {
    /// What stands in the query at this path.
    fn value(&mut self, path: &mut Vec<String>, value: &Value) {
        let field = self.declared(path);
        let is_order = field.map_or(path.as_slice() == [SORT_BY], |field| field.shape() == Shape::SortBy);
        if is_order || path.as_slice() == [SORT_BY] {
            return self.order(&spelt(path));
        }
        match value {
            Value::Object(members) => self.members(path, members),
            _ => self.condition(path, None, value, field),
        }
    }

    fn members(&mut self, path: &mut Vec<String>, members: &Map<String, Value>) {
        for (name, member) in members {
            match OPERATORS.iter().find(|(known, _)| known == name) {
                Some((name, operator)) => {
                    let field = self.declared(path).or_else(|| {
                        path.push((*name).to_owned());
                        let with_operator = self.declared(path);
                        path.pop();
                        with_operator
                    });
                    self.condition(path, Some((name, *operator)), member, field);
                }
                None => {
                    path.push(name.clone());
                    self.value(path, member);
                    path.pop();
                }
            }
        }
    }

    fn condition(&mut self, path: &[String], operator: Option<(&str, Operator)>, value: &Value, field: Option<&Field>) {
        let name = operator.map_or_else(|| spelt(path), |(operator, _)| format!("{}[{operator}]", spelt(path)));
        let is_list = field.is_some_and(|field| field.query_style() == Style::Comma);
        let plain = match value {
            Value::String(text) => Some(vec![text.clone()]),
            Value::Array(items) => items.iter().map(|item| item.as_str().map(str::to_owned)).collect(),
            _ => None,
        };
        let Some(plain) = plain else {
            self.selection.unreadable.push(Failure::new(name, "expected a text, or a list of them"));
            return;
        };
        let search = || path.len() == 1 && SEARCHES.contains(&path[0].as_str());
        let (operator, operands) = match operator.map(|(_, operator)| operator) {
            None if search() => (Operator::Search, plain),
            // Several values of one member are alternatives, as no member has several.
            None if is_list => (Operator::In, comma_list(value)),
            None if value.is_array() => (Operator::In, plain),
            None => (Operator::Eq, plain),
            Some(operator @ (Operator::In | Operator::Nin)) => (operator, comma_list(value)),
            Some(operator) => (operator, plain),
        };
        let compared = field.map(|field| compared(&field.shape())).unwrap_or_default();
        self.selection.conditions.push(Condition { name, path: path.to_vec(), operator, operands, compared });
    }

    fn order(&mut self, name: &str) {
        for (path, direction) in self.query.leaves(name) {
            let spelt = path.iter().fold(name.to_owned(), |spelt, name| format!("{spelt}[{name}]"));
            let descends = match direction.to_ascii_lowercase().as_str() {
                "asc" if !path.is_empty() => false,
                "desc" if !path.is_empty() => true,
                _ => {
                    let problem =
                        format!("expected `asc` or `desc` by the name of a member, such as `{name}[name]=asc`");
                    self.selection.unreadable.push(Failure::new(spelt, problem));
                    continue;
                }
            };
            self.selection.order.push(Step { name: spelt, path, descends });
        }
    }

    /// The query field that is declared for this path.
    fn declared(&self, path: &[String]) -> Option<&'static Field> {
        let spelt = spelt(path);
        let of_query = |field: &&Field| field.place() == Place::Query;
        self.contract.fields().iter().filter(of_query).find(|field| field.wire_name().trim_end_matches("[]") == spelt)
    }
}

/// How the values of such a field are compared.
fn compared(shape: &Shape) -> As {
    match shape {
        Shape::Filter { value, .. } | Shape::Nullable(value) | Shape::List(value) => compared(value),
        Shape::Number | Shape::Integer { .. } => As::Number,
        Shape::Timestamp => As::Moment,
        _ => As::Held,
    }
}
