//! Webhooks of providers: `POST /integrated-account-webhook/{id}` and `POST /environment-integration-webhook/{id}`.
//!
//! What a provider says becomes an event of the platform. Without an `event_type` in the body it is a change of a record.

use serde_json::{Value, json};

use super::{Call, body, success};
use crate::answer::Answer;
use crate::answer::refusal::Refusal;

const EVENTS: [&str; 3] = ["created", "updated", "deleted"];

pub(super) fn process(call: &Call<'_>) -> Result<Answer, Refusal> {
    let (name, of) = match call.name() {
        "integrated-account-webhook" => ("integrated_account_id", "integrated-account"),
        _ => ("environment_integration_id", "environment-integration"),
    };
    let id = call.value(name).to_ascii_lowercase();
    if call.shared.platform.with(|tables| tables.get(of, &id).is_none()) {
        return Err(Refusal::not_found(format!("There is no {of} with the id `{}`", id.escape_debug())));
    }
    let sent = body::anything(call.body);
    let kind = sent.get("event_type").and_then(Value::as_str).map(|kind| kind.trim_start_matches("record:"));
    let kind = kind.filter(|kind| EVENTS.contains(kind)).unwrap_or("updated");
    let payload = json!({
        "event_type": kind, "resource_type": sent.get("resource_type"), "resource_id": sent.get("resource_id"),
        (name): id, "raw": sent,
    });
    call.shared.emit(&format!("record:{kind}"), &payload);
    Ok(success())
}
