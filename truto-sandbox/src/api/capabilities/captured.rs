//! The shape of a captured answer: `unified` and `proxy` are lists.

use serde_json::{Value, json};

use super::{Capabilities, ENVIRONMENT, ProxyResource, UnifiedResource, auth, id, label, slug};
use crate::provider::Provider;
use crate::state::accounts::Account;

pub(super) fn shape(capabilities: &Capabilities, account: Option<&Account>) -> Value {
    let provider = capabilities.provider;
    let proxy: Value = capabilities.proxy.iter().map(|resource| of_proxy(resource, provider)).collect();
    let unified: Value = capabilities.unified.iter().map(|resource| of_unified(resource, account.is_some())).collect();
    let mut answer = json!({
        "integration": { "id": id(provider), "name": slug(provider), "label": provider.name(), "category": "crm" },
        "proxy": proxy,
        "unified": unified,
        "auth": { "formats": [auth(provider)], "fields": [], "documentation_link": null },
        "ai_readiness": {
            "proxy_methods": capabilities.proxy_methods,
            "proxy_methods_with_descriptions": capabilities.described_methods,
            "ai_ready_score": capabilities.score(),
        },
    });
    if let Some(account) = account {
        answer["environment_id"] = Value::from(ENVIRONMENT);
        answer["account"] = json!({
            "id": account.id(),
            "status": "active",
            "authentication_method": auth(provider),
            "is_blocked": account.is_blocked(),
        });
    }
    answer
}

fn of_proxy(resource: &ProxyResource, provider: Provider) -> Value {
    let (name, provider) = (&resource.name, slug(provider));
    let methods = resource.methods.iter().map(|(method, description)| {
        let tool = match method.as_str() {
            "list" => format!("list_all_{provider}_{name}"),
            "get" => format!("get_single_{provider}_{name}_by_id"),
            _ => format!("{method}_a_{provider}_{name}"),
        };
        json!({
            "method": method,
            "name": tool,
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
