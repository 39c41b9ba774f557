//! The entries of a batch: what each calls, and in which order.

use bytes::Bytes;
use http::Method;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Map, Value};

use super::placeholders::Context;
use crate::answer::refusal::Failure;
use crate::api::query::plain_text;
use crate::state::accounts::ACCOUNT;

/// The characters of a path segment or a query value that need an escape.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// A call of a batch.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    /// `crm/contacts`, or a resource of the proxy.
    pub(super) resource: String,
    pub(super) method: String,
    /// The resources that must be called before.
    pub(super) depends_on: Vec<String>,
    /// The list over whose items the call is repeated.
    pub(super) loop_on: Option<String>,
    /// Whether the rows of the proxy are shown.
    pub(super) persist: bool,
    id: Value,
    query: Value,
    body: Value,
}

/// Reads the entries of a batch in the order in which they run.
pub(super) fn entries(members: &Map<String, Value>) -> Result<Vec<Entry>, Vec<Failure>> {
    let rows = match members.get("resources") {
        Some(Value::Array(rows)) if !rows.is_empty() => rows,
        None => return Err(vec![Failure::new("resources", "is required")]),
        Some(_) => return Err(vec![Failure::new("resources", "expected a list of entries")]),
    };
    let mut failures = Vec::new();
    let mut entries = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let place = format!("resources[{at}]");
        match row {
            Value::Object(row) => entries.extend(Entry::read(row, &place, &mut failures)),
            _ => failures.push(Failure::new(place, "expected an object")),
        }
    }
    let resources: Vec<String> = entries.iter().map(|entry| entry.resource.clone()).collect();
    for entry in &entries {
        for unknown in entry.depends_on.iter().filter(|name| !resources.contains(name)) {
            let message = format!("`{}` depends on `{unknown}`, and no entry has this resource", entry.resource);
            failures.push(Failure::new("depends_on", message));
        }
    }
    if failures.is_empty() { sorted(entries) } else { Err(failures) }
}

/// Puts each entry behind those that it depends on. Otherwise the order stays.
fn sorted(mut waiting: Vec<Entry>) -> Result<Vec<Entry>, Vec<Failure>> {
    let mut sorted = Vec::new();
    while !waiting.is_empty() {
        let is_waiting = |name: &String| waiting.iter().any(|entry| entry.resource == *name);
        let Some(next) = waiting.iter().position(|entry| !entry.depends_on.iter().any(is_waiting)) else {
            let names: Vec<String> = waiting.iter().map(|entry| format!("`{}`", entry.resource)).collect();
            let message = format!("{} depend on each other: remove a dependency", names.join(", "));
            return Err(vec![Failure::new("depends_on", message)]);
        };
        sorted.push(waiting.remove(next));
    }
    Ok(sorted)
}

impl Entry {
    fn read(row: &Map<String, Value>, place: &str, failures: &mut Vec<Failure>) -> Option<Self> {
        let mut refuse = |name: &str, reason: &str| failures.push(Failure::new(format!("{place}.{name}"), reason));
        let mut text = |name: &str| match row.get(name) {
            Some(Value::String(text)) if !text.is_empty() => Some(text.clone()),
            None => {
                refuse(name, "is required");
                None
            }
            Some(_) => {
                refuse(name, "expected a text");
                None
            }
        };
        let (resource, method) = (text("resource"), text("method"));
        let depends_on = match row.get("depends_on") {
            None | Some(Value::Null) => Vec::new(),
            Some(Value::String(name)) => vec![name.clone()],
            Some(Value::Array(names)) => names.iter().map(plain_text).collect(),
            Some(_) => {
                refuse("depends_on", "expected the name of a resource, or a list of names");
                Vec::new()
            }
        };
        let id = row.get("id").cloned().unwrap_or_default();
        if id.is_null() && matches!(method.as_deref(), Some("get" | "update" | "delete")) {
            refuse("id", "is required for this method");
        }
        let mut query = row.get("query").cloned().unwrap_or_default();
        if let Some(format) = row.get("response_format").filter(|format| !format.is_null()) {
            if query.is_null() {
                query = Value::Object(Map::new());
            }
            if let Some(query) = query.as_object_mut() {
                query.insert("truto_response_format".to_owned(), format.clone());
            }
        }
        if !(query.is_object() || query.is_null()) {
            refuse("query", "expected an object");
        }
        let body = row.get("body").cloned().unwrap_or_default();
        if !(body.is_object() || body.is_null()) {
            refuse("body", "expected an object");
        }
        Some(Self {
            resource: resource?,
            method: method?,
            depends_on,
            loop_on: row.get("loop_on").and_then(Value::as_str).map(str::to_owned),
            persist: row.get("persist") == Some(&Value::Bool(true)),
            id,
            query,
            body,
        })
    }

    pub(super) fn is_unified(&self) -> bool {
        self.resource.contains('/')
    }

    /// The entry with values for its placeholders.
    pub(super) fn filled(&self, context: &Context) -> Self {
        let mut entry = self.clone();
        for part in [&mut entry.id, &mut entry.query, &mut entry.body] {
            context.fill(part);
        }
        entry
    }

    /// Method and target of the call. `cursor` is that of the page to read.
    pub(super) fn target(&self, account: &str, cursor: Option<&str>) -> (Method, String) {
        let (method, last) = match self.method.as_str() {
            "list" => (Method::GET, None),
            "create" => (Method::POST, None),
            "get" => (Method::GET, Some(plain_text(&self.id))),
            "update" => (Method::PATCH, Some(plain_text(&self.id))),
            "delete" => (Method::DELETE, Some(plain_text(&self.id))),
            custom => (Method::POST, Some(custom.to_owned())),
        };
        let mut target = if self.is_unified() { "/unified".to_owned() } else { "/proxy".to_owned() };
        for segment in self.resource.split('/').map(str::to_owned).chain(last) {
            target.push('/');
            target.extend(utf8_percent_encode(&segment, ESCAPED));
        }
        let mut pairs = vec![(ACCOUNT.to_owned(), account.to_owned())];
        collect("", &self.query, &mut pairs);
        if let Some(cursor) = cursor {
            pairs.retain(|(name, _)| name != "next_cursor");
            pairs.push(("next_cursor".to_owned(), cursor.to_owned()));
        }
        for (at, (name, value)) in pairs.iter().enumerate() {
            target.push(if at == 0 { '?' } else { '&' });
            target.extend(utf8_percent_encode(name, ESCAPED));
            target.push('=');
            target.extend(utf8_percent_encode(value, ESCAPED));
        }
        (method, target)
    }

    pub(super) fn body(&self) -> Bytes {
        match &self.body {
            Value::Null => Bytes::from_static(b"{}"),
            body => Bytes::from(body.to_string()),
        }
    }

    /// The rows in an answer: the items of a list, the result of a custom method, or else the record.
    pub(super) fn rows(&self, mut body: Value) -> Vec<Value> {
        let result = body.as_object_mut().filter(|_| self.is_wrapped()).and_then(|members| members.remove("result"));
        match (result.unwrap_or(body), self.method.as_str()) {
            (Value::Array(rows), "list") => rows,
            (Value::Object(rows), "list") => rows.into_iter().map(|(_, row)| row).collect(),
            (row, _) => vec![row],
        }
    }

    fn is_wrapped(&self) -> bool {
        match self.method.as_str() {
            "list" => true,
            "get" | "create" | "update" | "delete" => false,
            _ => self.is_unified(),
        }
    }
}

/// Spells a value as the parameters of a query: `a[b]=1`, `c[]=2`.
fn collect(name: &str, value: &Value, pairs: &mut Vec<(String, String)>) {
    match value {
        Value::Object(members) => {
            for (member, value) in members {
                let name = if name.is_empty() { member.clone() } else { format!("{name}[{member}]") };
                collect(&name, value, pairs);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| collect(&format!("{name}[]"), item, pairs)),
        Value::Null => {}
        plain => pairs.push((name.to_owned(), plain_text(plain))),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::entries;

    fn read(resources: &Value) -> Result<Vec<String>, Vec<String>> {
        let members = json!({ "resources": resources });
        entries(members.as_object().unwrap())
            .map(|entries| entries.into_iter().map(|entry| entry.resource).collect())
            .map_err(|failures| failures.into_iter().map(|failure| failure.path).collect())
    }

    #[test]
    fn an_entry_runs_behind_those_that_it_depends_on() {
        let row = |resource: &str, depends_on: Value| json!({ "resource": resource, "method": "list", "depends_on": depends_on });
        let resources =
            json!([row("a", json!(["c", "b"])), row("b", json!("c")), row("c", Value::Null), row("d", json!([]))]);
        assert_eq!(read(&resources).unwrap(), ["c", "b", "a", "d"]);
        assert_eq!(read(&json!([row("a", json!("b")), row("b", json!("a"))])).unwrap_err(), ["depends_on"]);
        assert_eq!(read(&json!([row("a", json!("z"))])).unwrap_err(), ["depends_on"]);
    }

    #[test]
    fn every_error_of_an_entry_is_named() {
        assert_eq!(read(&json!([])).unwrap_err(), ["resources"]);
        let wrong = json!([7, { "resource": "a" }, { "resource": "a", "method": "get", "query": 7, "body": [] }]);
        let named =
            ["resources[0]", "resources[1].method", "resources[2].id", "resources[2].query", "resources[2].body"];
        assert_eq!(read(&wrong).unwrap_err(), named);
    }

    #[test]
    fn a_call_is_spelt_as_a_request() {
        let members = json!({ "resources": [
            { "resource": "crm/contacts", "method": "get", "id": "a/b", "query": { "x": [1, "2"], "y": { "z": true } } },
            { "resource": "tickets", "method": "merge" },
        ] });
        let entries = entries(members.as_object().unwrap()).unwrap();
        let target = entries[0].target("A", None).1;
        assert_eq!(target, "/unified/crm/contacts/a%2Fb?integrated_account_id=A&x%5B%5D=1&x%5B%5D=2&y%5Bz%5D=true");
        assert_eq!(entries[1].target("A", None).1, "/proxy/tickets/merge?integrated_account_id=A");
    }
}
