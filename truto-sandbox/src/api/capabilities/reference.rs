//! The shape of the reference pages: `unified` and `proxy` are objects with `resources`.

use serde_json::{Value, json};

use super::{Capabilities, ProxyResource, UnifiedResource};
use crate::state::accounts::Account;
use crate::state::platform::ids::ENVIRONMENT;

pub(super) fn shape(capabilities: &Capabilities, account: Option<(&Account, &str)>) -> Value {
    let provider = capabilities.provider;
    let proxy: Value = capabilities.proxy.iter().map(of_proxy).collect();
    let unified: Value = capabilities.unified.iter().map(of_unified).collect();
    let mut answer = json!({
        "integration": { "id": provider.integration_id(), "slug": provider.slug(), "name": provider.name() },
        "proxy": { "resources": proxy },
        "unified": { "resources": unified },
        "auth": { "formats": [provider.authentication()], "fields": [], "scopes": [], "documentation_url": null },
        "ai_readiness": {
            "total_methods": capabilities.proxy_methods,
            "described_methods": capabilities.described_methods,
            "score": capabilities.score(),
        },
    });
    if let Some((account, status)) = account {
        answer["account"] = json!({
            "id": account.id(),
            "slug": provider.slug(),
            "status": status,
            "authentication_method": provider.authentication(),
            "environment_id": ENVIRONMENT,
            "is_blocked": account.is_blocked(),
        });
    }
    answer
}

fn of_proxy(resource: &ProxyResource) -> Value {
    let methods = resource.methods.iter().map(|(method, description)| {
        let name = format!("{}_{method}", resource.name);
        json!({ "method": method, "name": name, "description": description, "tags": [], "deprecated": false })
    });
    let methods: Value = methods.collect();
    json!({ "name": resource.name, "description": null, "docs_url": null, "methods": methods })
}

fn of_unified(resource: &UnifiedResource) -> Value {
    json!({
        "api_name": resource.model,
        "name": resource.name,
        "description": resource.description(),
        "docs_url": resource.docs_url(),
        "methods": resource.methods,
    })
}
