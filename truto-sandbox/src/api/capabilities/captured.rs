//! The shape of a captured answer: `unified` and `proxy` are lists.

use serde_json::{Value, json};

use super::{Capabilities, ProxyResource, UnifiedResource, label, tool_name};
use crate::provider::Provider;
use crate::state::accounts::Account;
use crate::state::platform::ids::ENVIRONMENT;

pub(super) fn shape(capabilities: &Capabilities, account: Option<(&Account, &str)>) -> Value {
    let provider = capabilities.provider;
    let proxy: Value = capabilities.proxy.iter().map(|resource| of_proxy(resource, provider)).collect();
    let unified: Value = capabilities.unified.iter().map(|resource| of_unified(resource, account.is_some())).collect();
    let mut answer = json!({
        "integration": { "id": provider.integration_id(), "name": provider.slug(), "label": provider.name(), "category": "crm" },
        "proxy": proxy,
        "unified": unified,
        "auth": { "formats": [provider.authentication()], "fields": [], "documentation_link": null },
        "ai_readiness": {
            "proxy_methods": capabilities.proxy_methods,
            "proxy_methods_with_descriptions": capabilities.described_methods,
            "ai_ready_score": capabilities.score(),
        },
    });
    if let Some((account, status)) = account {
        answer["environment_id"] = Value::from(ENVIRONMENT);
        answer["account"] = json!({
            "id": account.id(),
            "status": status,
            "authentication_method": provider.authentication(),
            "is_blocked": account.is_blocked(),
        });
    }
    answer
}

fn of_proxy(resource: &ProxyResource, provider: Provider) -> Value {
    let name = &resource.name;
    let methods = resource.methods.iter().map(|(method, description)| {
        json!({
            "method": method,
            "name": tool_name(provider, name, method),
            "description": description,
            "has_description": description.is_some(),
            "has_query_schema": false,
            "has_body_schema": matches!(method.as_str(), "create" | "update"),
            "has_response_schema": false,
            "api_documentation_url": null,
        })
    });
    let methods: Value = methods.collect();
    json!({ "resource": name, "methods": methods })
}

/// An integration without an account has no environment, and so no changes of an environment.
fn of_unified(resource: &UnifiedResource, has_environment: bool) -> Value {
    let mut row = json!({
        "model": resource.model,
        "model_label": label(&resource.model),
        "resource": resource.name,
        "description": resource.description(),
        "docs_url": resource.docs_url(),
        "methods": resource.methods,
    });
    if has_environment {
        row["env_overridden"] = Value::Bool(false);
    }
    row
}
