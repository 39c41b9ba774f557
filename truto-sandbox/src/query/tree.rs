//! The tree that a query string spells, while it is still unknown which nodes are lists.
//!
//! Whether `a[0]` is a list or an object with the key `0` shows only once all of the query has been read.

use serde_json::{Map, Value};

use super::QueryError;
use super::decode::Step;

/// A node: the values given for it directly, and what is below it, in the order of appearance.
#[derive(Clone, Debug, Default)]
pub(super) struct Node {
    values: Vec<String>,
    children: Vec<(Step, Self)>,
}

impl Node {
    pub(super) fn insert(&mut self, path: &[Step], value: String) {
        let Some((step, rest)) = path.split_first() else {
            self.values.push(value);
            return;
        };
        // `a[]` starts a new item each time; every other step goes on where it was.
        let known = if *step == Step::Push { None } else { self.children.iter().position(|(key, _)| key == step) };
        let at = known.unwrap_or_else(|| {
            self.children.push((step.clone(), Self::default()));
            self.children.len() - 1
        });
        if let Some((_, child)) = self.children.get_mut(at) {
            child.insert(rest, value);
        }
    }

    pub(super) fn into_object(self) -> Result<Map<String, Value>, QueryError> {
        object(self.children, "")
    }

    fn into_value(self, path: &str) -> Result<Value, QueryError> {
        let Self { mut values, children } = self;
        if children.is_empty() && values.len() == 1 {
            return Ok(values.pop().map_or(Value::Null, Value::String));
        }
        if children.iter().all(|(step, _)| !matches!(step, Step::Name(_))) {
            return list(values, children, path);
        }
        if values.is_empty() {
            return object(children, path).map(Value::Object);
        }
        Err(QueryError(format!("The query gives `{path}` both as a value and as an object")))
    }
}

fn list(values: Vec<String>, children: Vec<(Step, Node)>, path: &str) -> Result<Value, QueryError> {
    let mut items: Vec<Value> = values.into_iter().map(Value::String).collect();
    let (mut indexed, pushed): (Vec<_>, Vec<_>) =
        children.into_iter().partition(|(step, _)| matches!(step, Step::Index(_)));
    indexed.sort_by_key(|(step, _)| if let Step::Index(index) = step { *index } else { u32::MAX });
    for (step, child) in indexed.into_iter().chain(pushed) {
        items.push(child.into_value(&below(path, &step))?);
    }
    Ok(Value::Array(items))
}

fn object(children: Vec<(Step, Node)>, path: &str) -> Result<Map<String, Value>, QueryError> {
    let mut object = Map::new();
    for (position, (step, child)) in children.into_iter().enumerate() {
        let below = below(path, &step);
        let key = match step {
            Step::Name(name) => name,
            Step::Index(index) => index.to_string(),
            Step::Push => position.to_string(),
        };
        object.insert(key, child.into_value(&below)?);
    }
    Ok(object)
}

fn below(path: &str, step: &Step) -> String {
    match step {
        Step::Name(name) if path.is_empty() => name.clone(),
        Step::Name(name) => format!("{path}[{name}]"),
        Step::Index(index) => format!("{path}[{index}]"),
        Step::Push => format!("{path}[]"),
    }
}
