//! `POST /webhook/test` and `POST /notification-destination/test`: one delivery, whose end the caller learns.

use serde_json::{Value, json};

use super::{Call, body, success};
use crate::answer::Answer;
use crate::answer::refusal::Refusal;
use crate::state::platform::tables::is_active;

/// The event of a test, unless the caller asks for another one.
const TEST: &str = "test";

pub(super) async fn test(call: &Call<'_>) -> Result<Answer, Refusal> {
    let id = body::required_text(call, "id")?.to_ascii_lowercase();
    let sent = body::object(call)?;
    let event = sent.get("event_type").and_then(Value::as_str).unwrap_or(TEST);
    let row = call.shared.platform.with(|tables| tables.get(call.name(), &id).cloned());
    let row = row.ok_or_else(|| call.missing(&id))?;
    if !is_active(&row) {
        return Err(Refusal::bad_request(format!("The {} is not active", call.name())));
    }
    match call.shared.post_once(call.name(), &row, event, &json!({ "foo": "bar" })).await {
        Ok(status) if (200..300).contains(&status) => Ok(success()),
        Ok(status) => Err(Refusal::bad_request(format!("The receiver answered {status}"))),
        Err(reason) => Err(Refusal::bad_request(format!("The receiver did not answer: {reason}"))),
    }
}
