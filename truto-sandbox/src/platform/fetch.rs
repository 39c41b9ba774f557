//! What a run fetches: the records of an entry of its job. Limits and scripted faults hit it as they hit a call.

use http::{Method, StatusCode};
use serde_json::{Value, json};

use crate::lock::lock;
use crate::state::Shared;
use crate::state::accounts::Account;
use crate::state::store::RemoteCall;

/// Why the records of an entry did not come.
#[derive(Clone, Debug)]
pub(super) struct Failed {
    pub(super) status: u16,
    pub(super) message: String,
}

impl Failed {
    pub(super) fn new(status: StatusCode, message: impl Into<String>) -> Self {
        Self { status: status.as_u16(), message: message.into() }
    }

    pub(super) fn show(&self, resource: &str) -> Value {
        json!({ "resource": resource, "statusCode": self.status, "message": self.message })
    }
}

/// Fetches the records of a resource: `crm/contacts`, or a resource of the proxy.
pub(super) async fn fetch(shared: &Shared, account: &Account, resource: &str) -> Result<Vec<Value>, Failed> {
    let (_, admitted) = shared.limiter.take(account.id(), shared.settings.clock.now());
    if admitted.is_err() {
        return Err(Failed::new(StatusCode::TOO_MANY_REQUESTS, "The limit of the account is reached"));
    }
    let is_unified = resource.contains('/');
    let path = format!("/{}/{resource}", if is_unified { "unified" } else { "proxy" });
    if let Some(fault) = shared.script.take(&Method::GET, &path, || Some(account.id().to_owned())) {
        if !fault.delay.is_zero() {
            tokio::time::sleep(fault.delay).await;
        }
        let status = if fault.close { Some(StatusCode::BAD_GATEWAY) } else { fault.status };
        if let Some(status) = status.filter(|status| !status.is_success()) {
            return Err(Failed::new(status, "A scripted fault of the sandbox"));
        }
    }
    if shared.is_revoked(account.id()) {
        return Err(Failed::new(StatusCode::UNAUTHORIZED, "The access token was revoked"));
    }
    if account.is_blocked() {
        return Err(Failed::new(StatusCode::SERVICE_UNAVAILABLE, "The integrated account is blocked"));
    }
    let mut store = lock(&shared.store);
    store.add_remote_call(RemoteCall {
        account: account.id().to_owned(),
        provider: account.provider(),
        endpoint: format!("GET {path}"),
        remote_query: json!({}),
        remote_data: json!({}),
    });
    let own = if is_unified { resource.to_owned() } else { format!("proxy/{resource}") };
    let mut tables = vec![own.clone()];
    if !is_unified {
        let suffix = format!("/{resource}");
        let names = store.counts(Some(account.id())).into_iter().map(|(_, name, _)| name);
        tables.extend(names.filter(|name| name.ends_with(&suffix) && *name != own));
    }
    let records = tables.iter().flat_map(|table| store.list(account.id(), table)).collect::<Vec<_>>();
    Ok(records.iter().map(|record| Value::Object(serde_json::Map::clone(record))).collect())
}
