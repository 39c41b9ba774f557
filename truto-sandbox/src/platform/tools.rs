//! The tools of an account: the methods of the proxy, as `GET …/tools` lists them and an MCP server offers them.

use serde_json::{Map, Value, json};

use super::filters::{is_wanted, names};
use super::pages::{self, parameter};
use super::{Call, rows};
use crate::answer::Answer;
use crate::answer::refusal::Refusal;
use crate::api::capabilities::{describe, proxy_methods, tool_name};
use crate::api::query::parse_bool;
use crate::api::resource::{STANDARD, order};
use crate::provider::Provider;
use crate::state::Shared;
use crate::state::accounts::Account;
use crate::state::platform::tables::Row;

/// A resource that every provider of the sandbox has, even if an account has no records yet.
const ALWAYS: &str = "contacts";

/// A method of the proxy as a tool.
#[derive(Clone, Debug)]
pub(crate) struct Tool {
    pub(crate) resource: String,
    pub(crate) method: String,
    pub(crate) name: String,
    pub(crate) description: Option<String>,
}

impl Tool {
    /// The schema of the arguments.
    pub(crate) fn input(&self) -> Value {
        let required: &[&str] = match self.method.as_str() {
            "get" | "update" | "delete" => &["id"],
            _ => &[],
        };
        json!({ "type": "object", "properties": self.query(), "required": required })
    }

    fn query(&self) -> Value {
        match self.method.as_str() {
            "list" => json!({ "limit": { "type": "number" }, "next_cursor": { "type": "string" } }),
            "get" | "update" | "delete" => json!({ "id": { "type": "string" } }),
            _ => json!({}),
        }
    }

    fn show(&self) -> Row {
        let shown = json!({
            "resource": self.resource, "method": self.method, "name": self.name, "description": self.description,
            "query_schema": { "type": "object", "properties": self.query() },
            "body_schema": { "type": "object", "properties": {} }, "required": self.input()["required"], "tags": [],
        });
        match shown {
            Value::Object(shown) => shown,
            _ => Map::new(),
        }
    }
}

/// The tools of a provider, or of an account there.
fn of_provider(shared: &Shared, provider: Provider, account: Option<&Account>) -> Vec<Tool> {
    let mut methods = proxy_methods(shared, account);
    let is_read_only = account.is_some_and(Account::is_read_only);
    let standard = STANDARD.iter().filter(|method| !is_read_only || ["list", "get"].contains(method));
    methods.entry(ALWAYS.to_owned()).or_default().extend(standard.map(|method| (*method).to_owned()));
    let mut tools = Vec::new();
    for (resource, names) in methods {
        let mut names: Vec<String> = names.into_iter().collect();
        names.sort_by(|one, other| order(one).cmp(&order(other)));
        tools.extend(names.into_iter().map(|method| Tool {
            name: tool_name(provider, &resource, &method),
            description: describe(&method, &resource, provider),
            resource: resource.clone(),
            method,
        }));
    }
    tools
}

/// The tools that an MCP token offers.
pub(crate) fn of_token(shared: &Shared, account: &str, config: &Value) -> Vec<Tool> {
    let Some(account) = shared.account(account) else { return Vec::new() };
    let wanted = |name: &str| config.get(name).map(names).unwrap_or_default();
    // The tools of the sandbox have no tags, so a filter by tags selects nothing.
    if !wanted("tags").is_empty() {
        return Vec::new();
    }
    let methods = wanted("methods");
    let mut tools = of_provider(shared, account.provider(), Some(&account));
    tools.retain(|tool| is_wanted(&methods, &tool.method));
    tools
}

/// `GET /integrated-account/{id}/tools` and `GET /integration/{slug_or_id}/tools`
pub(super) fn list(call: &Call<'_>) -> Result<Answer, Refusal> {
    let mut tools = if call.name() == "integration" {
        let name = call.value("slug_or_id");
        let provider = Provider::of_integration(name).ok_or_else(|| call.missing(name))?;
        of_provider(call.shared, provider, None)
    } else {
        rows::found(call)?;
        let account = call.shared.account(call.value("id")).ok_or_else(|| Refusal::no_account(call.value("id")))?;
        of_provider(call.shared, account.provider(), Some(&account))
    };
    let methods = call.query.get("methods").map(names).unwrap_or_default();
    let tags = call.query.get("tags").map(names).unwrap_or_default();
    let described = parameter(&call.query, "has_description").and_then(parse_bool).unwrap_or(true);
    tools.retain(|tool| {
        is_wanted(&methods, &tool.method) && tags.is_empty() && (tool.description.is_some() || !described)
    });
    pages::answer(call, tools.iter().map(|tool| (tool.name.clone(), tool.show())).collect())
}

/// `GET /integration/{id}/unified-apis`, whose items the documentation does not show.
pub(super) fn unified_apis(call: &Call<'_>) -> Result<Answer, Refusal> {
    let row = rows::found(call)?;
    let models = call.shared.platform.with(|tables| {
        let shown =
            tables.list("unified-model").map(|model| json!({ "id": model.get("id"), "name": model.get("name") }));
        shown.collect::<Vec<_>>()
    });
    let is_known = row.get("id").and_then(Value::as_str).and_then(Provider::of_integration).is_some();
    Ok(Answer::ok(if is_known { Value::Array(models) } else { json!([]) }))
}
