//! Placeholders in the entries of a batch: `{{args.since}}` and `{{resources.crm.accounts.id}}`.

use serde_json::{Map, Value, json};

use crate::api::query::plain_text;

/// The values that placeholders stand for.
#[derive(Clone, Debug)]
pub(super) struct Context(Value);

impl Context {
    pub(super) fn new(args: &Value) -> Self {
        Self(json!({ "args": args, "resources": {} }))
    }

    /// Adds the rows of a resource. `crm/contacts` becomes `resources.crm.contacts`.
    pub(super) fn add(&mut self, resource: &str, rows: &[Value]) {
        let path = format!("resources.{}", resource.replace('/', "."));
        let mut all = match self.find(&path) {
            Some(Value::Array(known)) => known.clone(),
            _ => Vec::new(),
        };
        all.extend_from_slice(rows);
        self.set(&path, Value::Array(all));
    }

    /// One context for each item of a list, with the item at the place of the list. Without a list, this context.
    pub(super) fn each(&self, list: Option<&str>) -> Vec<Self> {
        let Some(path) = list.map(|list| list.trim_start_matches("{{").trim_end_matches("}}").trim()) else {
            return vec![self.clone()];
        };
        let items = match self.find(path) {
            Some(Value::Array(items)) => items.as_slice(),
            Some(item) => std::slice::from_ref(item),
            None => &[],
        };
        let one = |item: &Value| {
            let mut context = self.clone();
            context.set(path, item.clone());
            context
        };
        items.iter().map(one).collect()
    }

    /// Replaces the placeholders in a value. A text that is a placeholder and nothing else becomes its value.
    pub(super) fn fill(&self, value: &mut Value) {
        match value {
            Value::Array(items) => items.iter_mut().for_each(|item| self.fill(item)),
            Value::Object(members) => members.values_mut().for_each(|member| self.fill(member)),
            Value::String(text) => {
                if let Some(filled) = self.filled(text) {
                    *value = filled;
                }
            }
            _ => {}
        }
    }

    fn filled(&self, text: &str) -> Option<Value> {
        let (before, rest) = text.split_once("{{")?;
        let (path, after) = rest.split_once("}}")?;
        let found = self.find(path.trim()).cloned().unwrap_or_default();
        if before.is_empty() && after.is_empty() {
            return Some(found);
        }
        let found = if found.is_null() { String::new() } else { plain_text(&found) };
        let after = self.filled(after).map_or_else(|| after.to_owned(), |after| plain_text(&after));
        Some(Value::String(format!("{before}{found}{after}")))
    }

    /// The value at a path with dots. A name leads into the first item of a list.
    fn find(&self, path: &str) -> Option<&Value> {
        path.split('.').try_fold(&self.0, |value, name| match value {
            Value::Array(items) => match name.parse::<usize>() {
                Ok(at) => items.get(at),
                Err(_) => items.first()?.get(name),
            },
            value => value.get(name),
        })
    }

    fn set(&mut self, path: &str, new: Value) {
        let mut value = &mut self.0;
        for name in path.split('.') {
            if !value.is_object() {
                *value = Value::Object(Map::new());
            }
            value = &mut value[name];
        }
        *value = new;
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::Context;

    #[test]
    fn placeholders_become_values_and_text() {
        let mut context = Context::new(&json!({ "since": "2024", "ids": [1, 2] }));
        context.add("crm/accounts", &[json!({ "id": "7", "tags": ["a"] })]);
        let mut value = json!({ "a": "{{args.since}}", "b": ["{{ resources.crm.accounts.tags }}"], "c": "{{args.ids.1}}-{{args.x}}!", "d": "{{" });
        context.fill(&mut value);
        assert_eq!(value, json!({ "a": "2024", "b": [["a"]], "c": "2-!", "d": "{{" }));
        let mut id = json!("{{resources.crm.accounts.id}}");
        context.fill(&mut id);
        assert_eq!(id, json!("7"));
    }

    #[test]
    fn a_loop_has_a_context_for_each_item() {
        let context = Context::new(&json!({ "ids": [1, 2] }));
        let ids = context.each(Some("{{args.ids}}")).into_iter().map(|context| {
            let mut id = json!("{{args.ids}}");
            context.fill(&mut id);
            id
        });
        assert_eq!(ids.collect::<Vec<_>>(), [json!(1), json!(2)]);
        assert_eq!(context.each(None).len(), 1);
        assert_eq!(context.each(Some("args.nothing")).len(), 0);
    }
}
