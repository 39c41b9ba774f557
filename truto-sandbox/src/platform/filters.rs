//! The filters of a list, and of a bulk delete: `status=active`, `created_at[gt]=…`, `or` with a list of filters.

use serde_json::{Map, Value};

use super::resource::{Kind, Resource};
use crate::answer::refusal::Failure;
use crate::api::capabilities::group;
use crate::api::filter::Condition;
use crate::api::query::{comma_list, plain_text};
use crate::state::accounts::ACCOUNT;
use crate::state::platform::tables::Row;

/// The parameters of every list that are no filters.
const COMMON: [&str; 4] = ["limit", "next_cursor", "sort", "select"];
/// Members of rows that the platform joins to the others, whose members can be filtered by.
const JOINED: [&str; 4] = ["integration", "environment_integration", "unified_model", "features"];

/// Conditions that must all hold.
#[derive(Debug, Default)]
pub(super) struct Filters {
    conditions: Vec<Condition>,
    /// One filter of each list must hold.
    any: Vec<Vec<Filters>>,
}

impl Filters {
    /// Reads the filters of a resource, and adds those that cannot be applied to `failures`.
    pub(super) fn read(resource: &Resource, query: &Map<String, Value>, failures: &mut Vec<Failure>) -> Self {
        let mut filters = Self::default();
        for (name, value) in query.iter().filter(|(name, _)| !COMMON.contains(&name.as_str())) {
            if name == "or" {
                let each: Vec<&Value> = match value {
                    Value::Array(items) => items.iter().collect(),
                    // Some parsers turn a long list with indices into an object.
                    Value::Object(items) => items.values().collect(),
                    _ => Vec::new(),
                };
                let read = |item: &Value| item.as_object().map(|members| Self::read(resource, members, failures));
                filters.any.push(each.into_iter().filter_map(read).collect());
                continue;
            }
            let first = name.split('.').next().unwrap_or(name);
            let field = resource.field(first).or_else(|| resource.create.iter().find(|field| field.name == first));
            if field.is_none() && first == ACCOUNT {
                // A client that calls on behalf of an account names it everywhere.
                continue;
            }
            if field.is_none() && !JOINED.contains(&first) {
                failures.push(Failure::new(name, format!("a {} has no `{first}`", resource.name)));
                continue;
            }
            let is_object = field.is_none_or(|field| matches!(field.kind, Kind::Object | Kind::Any));
            filters.condition(&mut vec![name.clone()], value, is_object, failures);
        }
        filters
    }

    fn condition(&mut self, path: &mut Vec<String>, value: &Value, is_object: bool, failures: &mut Vec<Failure>) {
        let Value::Object(members) = value else {
            let operands = match value {
                Value::Array(_) => comma_list(value),
                Value::Null => vec![String::new()],
                plain => vec![plain_text(plain)],
            };
            self.conditions.extend(Condition::on(path.clone(), "eq", operands));
            return;
        };
        for (name, operand) in members {
            let operands = match name.as_str() {
                "in" | "nin" => comma_list(operand),
                _ => vec![plain_text(operand)],
            };
            if let Some(condition) = Condition::on(path.clone(), name, operands) {
                self.conditions.push(condition);
            } else if is_object {
                path.push(name.clone());
                self.condition(path, operand, is_object, failures);
                path.pop();
            } else {
                let known = "eq, ne, gt, gte, lt, lte, in, like";
                failures.push(Failure::new(format!("{}[{name}]", path.join(".")), format!("expected one of {known}")));
            }
        }
    }

    pub(super) fn hold(&self, row: &Row) -> bool {
        self.conditions.iter().all(|condition| condition.holds(row))
            && self.any.iter().all(|filters| filters.iter().any(|filters| filters.hold(row)))
    }
}

/// The names in a filter of methods or tags.
pub(super) fn names(value: &Value) -> Vec<String> {
    comma_list(value)
}

/// Whether a filter of methods selects a method, by its name or by its group.
pub(super) fn is_wanted(methods: &[String], method: &str) -> bool {
    methods.is_empty() || methods.iter().any(|wanted| wanted == method || wanted == group(method))
}
